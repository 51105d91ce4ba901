"""Questions that hold words of a held quotation: whose they are, or whether somebody said them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.framing import needs
from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.query import Query, Quotes

_LONGEST = 12
"""Words of a quotation looked for at most."""
_UNMISTAKABLE = 5
"""Words in a row that are nobody else's, though each may stand in any question."""
_ASKS = ("who", "say", "quote", "called_it", "reaction", "which")


@needs(*_ASKS, groups=("saying", "speeches"))
def cited(work: Work) -> Query | None:
    """ "politics of hope, whose line was that", "did corbyn say labour was in good heart"."""
    if work.slots.numbers or not (work.has(*_ASKS) or work.says("saying", "speeches")):
        return None
    found = _run(work)
    if found is None:
        return None
    start, end = found
    if any(not start <= work.cover.spans[at].start < end for at in work.hits.get("not", ())):
        # denied, unless the denial is part of the quotation
        return None
    speakers = tuple(slot for slot in work.people if not start <= work.start(slot) < end)
    if any(len(slot.values) > 1 and not quoted(work, slot.every or slot.values) for slot in speakers):
        return None
    named = {slot.span for slot in (*speakers, *work.seats, *work.parties)} | {at for at, _ in work.slots.times}
    rest = [at for at, span in enumerate(work.cover.spans) if at not in named and not start <= span.start < end]
    if any(not set(work.text(at).split()) <= work.lexicon.quoting | work.lexicon.function for at in rest):
        return None
    work.used.update(range(len(work.cover.spans)))
    people = tuple(v for slot in speakers for v in quoted(work, slot.every or slot.values) or slot.values)
    checked = bool(people) and _is_checked(work, rest)
    ask = "did-say" if checked else "said" if people else "who-said"
    words = " ".join(token.text for token in work.cover.tokens[start:end])
    return Quotes.model_validate({"speakers": people, "words": words, "ask": ask})


def _is_checked(work: Work, rest: Sequence[int]) -> bool:
    """Whether yes or no is asked for, ahead of the words or behind them: "politics of hope, was that nuttall's"."""
    if work.opens_as("verb_openers"):
        return True
    verbs = work.group("verb_openers")
    return not work.says("askers") and any(not verbs.isdisjoint(work.text(at).split()) for at in rest)


def quoted(work: Work, people: Sequence[str]) -> tuple[str, ...]:
    """Those of some people of whom words are held."""
    held = work.catalogue.quoted_people()
    return tuple(person for person in people if person in held)


def _is_telling(work: Work, span: Span) -> bool:
    """Whether words ask nothing and name nothing, unless the surname of somebody who is not quoted: "hope"."""
    if span.unknown:
        return True
    plain = span.filler or span.soft or span.cues or span.seat or span.party or span.area
    if plain or span.person is None or span.person.how != "surname":
        return False
    return not quoted(work, span.person.ids)


def _run(work: Work) -> tuple[int, int] | None:
    """The longest run of words of a quotation that holds one that no question is asked with, or is long."""
    said = work.has("say", "called_it", "quote")
    strange = [span for span in work.cover.spans if (span.unknown or span.person) and _is_telling(work, span)]
    if not (strange or said):
        return None
    telling = {at for span in strange for at in range(span.start, span.end)}
    texts = [token.text for token in work.cover.tokens]
    held = work.catalogue.quoted()
    runs = [
        (start, end)
        for start in range(len(texts) - 1)
        for end in range(start + 2, min(len(texts), start + _LONGEST) + 1)
        if (not telling.isdisjoint(range(start, end)) or (said and end - start >= _UNMISTAKABLE))
        and any(f" {' '.join(texts[start:end])} " in quote for quote in held)
    ]
    return max(runs, key=lambda run: run[1] - run[0], default=None)
