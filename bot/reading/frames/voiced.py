"""Words of a quotation of whoever is named, told in another form: "may quote labour have held since ..."."""

from __future__ import annotations

from bot.reading.frames.calling import calls_election
from bot.reading.frames.cited import quoted
from bot.reading.frames.speaking import strange
from bot.reading.framing import needs
from bot.reading.scan import Token
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.queries.nearness import telling
from knowledge.query import Query, Quotes

_SPEAKING = ("say", "quote", "called_it", "reaction")


@needs("a person")
@needs(*_SPEAKING)
def voiced(work: Work) -> Query | None:
    """The quotation of whoever is named that holds every telling word which names neither them nor the contest."""
    if work.slots.quoted or not work.people or not work.has(*_SPEAKING) or "your" in work.words:
        return None
    if calls_election(work):
        return None
    speakers = {slot.span: quoted(work, slot.every or slot.values) for slot in work.people}
    places = [slot for slot in work.people if not speakers[slot.span]]
    said = tuple(dict.fromkeys(person for people in speakers.values() for person in people))
    if not said or any(work.cover.spans[slot.span].seat is None for slot in places):
        return None
    checked = work.has("say", "called_it") and work.opens_with("did", "was", "has", "is")
    words = _words(work, whole=checked)
    if not words or not any(words <= quote for person in said for quote in work.catalogue.said_by(person)):
        return None
    seats = [seat for slot in places for seat in _seats(work, slot)]
    seats += [seat for slot in work.seats for seat in slot.values]
    work.used.update(set(range(len(work.cover.spans))) - strange(work))
    text = " ".join(word for word in map(_spelt, work.cover.tokens) if word in words)
    return Quotes(speakers=said, words=text, ask="did-say" if checked else "said", seats=tuple(dict.fromkeys(seats)))


def _seats(work: Work, slot: Slot) -> tuple[str, ...]:
    """The seats that a name of nobody quoted is, too."""
    seat = work.cover.spans[slot.span].seat
    return seat.seats if seat is not None else ()


def _words(work: Work, *, whole: bool) -> frozenset[str]:
    """The telling words beside the names and the verb of speaking: two or more, or one that asks nothing itself.

    ``whole``: with those that a question is asked with, as all is to be held against what was said.
    """
    named = {slot.span for slot in (*work.people, *work.seats)}
    named |= {at for cue in _SPEAKING for at in work.hits.get(cue, ())}
    asked = enumerate(work.cover.spans)
    spans = [span for at, span in asked if at not in named and (span.cues or not span.filler)]
    tokens = [(span.unknown, token) for span in spans for token in work.cover.tokens[span.start : span.end]]
    told = {_spelt(token): unknown for unknown, token in tokens}
    words = {word for word in told if telling(word) and (whole or word not in work.lexicon.quoting)}
    return frozenset(words) if len(words) > 1 or any(told[word] for word in words) else frozenset()


def _spelt(token: Token) -> str:
    """A word as it is printed: "the 1930s"."""
    return token.text + token.unit if token.unit == "s" else token.text
