"""What a source stated of the two by-elections, asked for by who stated it: "sky said ...", "may's claim about ..."."""

from __future__ import annotations

from bot.reading.frames.checks import is_check
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.queries.nearness import stem, telling
from knowledge.query import Claims, Query

_TOLD = ("win", "lose", "take", "hold", "beat", "up", "down", "change", "ahead", "behind", "share")
"""Cues of what befell whom: the words of a record alone do not say that, the results do."""
_FEWEST = 2
"""Telling words at least by which a record is found."""


@needs(groups=("attributing",))
def stated(work: Work) -> Query | None:
    """A stated record that holds every telling word of the question."""
    if not work.says("attributing") or work.slots.quoted or _tells(work):
        return None
    spoken = [token.base for token in work.cover.tokens]
    wrapped = work.group("attributing") | work.group("attribution_joints") | work.lexicon.function | _checking(work)
    words = [word for word in telling(" ".join(spoken)) if word not in wrapped]
    stems = {stem(word) for word in words}
    if len(stems) < _FEWEST or not any(stems <= record for record in work.catalogue.stated()):
        return None
    work.used.update(range(len(work.cover.spans)))
    return Claims(topic=" ".join(words), checked=is_check(work))


def _tells(work: Work) -> bool:
    """Whether it is said what befell whom; "claim" is none of those words here."""
    hits = (at for cue in _TOLD for at in work.hits.get(cue, ()))
    known = work.group("attributing") | work.group("attribution_joints")
    return any(work.text(at) not in known for at in hits)


def _checking(work: Work) -> frozenset[str]:
    """The words that only ask whether it is so, or for the figure."""
    spans = [at for cue in ("check", "exactly", "sure", "what") for at in work.hits.get(cue, ())]
    return frozenset(word for at in spans for word in work.text(at).split())
