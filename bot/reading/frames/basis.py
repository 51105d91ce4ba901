"""Why a result is put down as a hold or a gain: "why is rochdale down as a labour hold when galloway had it"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.frames.checks import is_check
from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.spans import Span
from bot.reading.time_kinds import KindOf
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Check, ExpectedOutcome, InYears, Latest, Query, Selection

_NOUNS = {"hold": "hold", "holds": "hold", "gain": "gain", "gains": "gain"}
_SAID = frozenset({"why", "aux", "get", "did_how", "down", "result", "win", "say", "explain", "quote", "called_it"})
"""Cues that may stand beside the noun, and ask nothing more."""
_ASKED = frozenset({"check", "hold", "take", "aux", "get"})
"""Cues of the outcome itself, and of asking whether it was so."""


@needs("a party")
@needs("why")
def basis(work: Work) -> Query | None:
    """The outcome that the question names, checked, with what it is held against."""
    if (
        not work.has("why")
        or "did" in work.words
        or len({seat for slot in work.seats for seat in slot.values}) != 1
        or not work.parties
    ):
        return None
    named = _named(work)
    if named is None:
        return None
    at, outcome = named
    clause = _clause(work, at)
    if clause is None:
        return None
    first, last = clause
    party = _party(work, at)
    if party is None:
        return None
    for here in range(first, last):
        if not _may_stand(work, work.cover.spans[here], here):
            return None
    return _checked(work, (first, last), party, outcome, why=True)


@needs("a party")
@needs("a seat")
def conceded(work: Work) -> Query | None:
    """ "was rochdale 2024 a labour hold even though galloway had it": what is granted behind it is not asked."""
    named = _named(work) if is_check(work) and not work.has("why", "not", "not_aux") else None
    if named is None or len({seat for slot in work.seats for seat in slot.values}) != 1:
        return None
    at, outcome = named
    size = len(work.cover.spans)
    end = next((n for n in range(at + 1, size) if work.text(n).split()[-1] in work.group("granting")), size)
    parties = [slot for slot in work.parties if slot.span < end]
    if end == size or len(parties) != 1 or any(slot.span < end for slot in work.people):
        return None
    if not all(
        _may_stand(work, span, n) or _ASKED.issuperset(span.cues) for n, span in enumerate(work.cover.spans[:end])
    ):
        return None
    return _checked(work, (0, end), parties[0], outcome, why=False)


@needs("a party")
@needs("a seat")
@needs(groups=("conceding",))
@needs(words=tuple(_NOUNS))
def puzzled(work: Work) -> Query | None:
    """ "the table calls richmond park in 2017 a conservative hold, but the lib dems had it. how can both be true?"."""
    texts = [token.text for token in work.cover.tokens]
    if not any(" ".join(texts[-size:]) in work.group("puzzled") for size in range(1, 7)):
        return None
    named = _named(work)
    if named is None or len({seat for slot in work.seats for seat in slot.values}) != 1:
        return None
    at, outcome = named
    end, party = _end(work, at), _party(work, at)
    if party is None or end == len(work.cover.spans) or any(slot.span < end for slot in work.people):
        return None
    if not all(_may_stand(work, span, n) for n, span in enumerate(work.cover.spans[:end])):
        return None
    return _checked(work, (0, end), party, outcome, why=True)


def _checked(work: Work, clause: tuple[int, int], party: Slot, outcome: str, *, why: bool) -> Query | None:
    """The outcome of the contest that a clause names; what else is said is marked."""
    first, last = clause
    years = [(place, time) for place, time in work.slots.times if not isinstance(time, KindOf)]
    work.used.update(range(len(work.cover.spans)))
    work.pass_over([place for place, _ in years if not first <= place < last] if not why else [])
    inside = [year for place, year in years if first <= place < last] or [year for _, year in years]
    held = sorted({year.year for year in work.years if year in inside})
    if len(held) > 1:
        return None
    kind = _kind(work, held)
    when = InYears(years=(held[0],), kind=kind) if held else Latest(kind=kind)
    where = Selection(seats=work.seats[0].values, parties=party.values, when=when)
    return Check(where=where, expect=(ExpectedOutcome(outcome=outcome),), why=why)


def _kind(work: Work, years: Sequence[int]) -> ElectionKind | None:
    """The general election of the year, or the latest, where the seat had one and no by-election is named."""
    if work.kind is ElectionKind.BY_ELECTION and work.first("why") < work.first("by_election") < _end(work):
        return ElectionKind.BY_ELECTION
    polls = work.catalogue.polls(work.seats[0].values[0])
    general = any(kind is ElectionKind.GENERAL and (not years or day.year in years) for day, kind in polls)
    return ElectionKind.GENERAL if general else None


def _named(work: Work) -> tuple[int, str] | None:
    """Where the noun stands, and which it is."""
    for at in range(len(work.cover.spans)):
        outcome = _NOUNS.get(work.text(at).split()[0])
        if outcome is not None:
            return at, outcome
    return None


def _clause(work: Work, noun: int) -> tuple[int, int] | None:
    """The spans of the question itself: what concedes something stands before "why" or behind the noun."""
    why = work.first("why")
    if why > noun:
        return None
    end = _end(work, noun)
    conceded = [*range(why), *range(end, len(work.cover.spans))]
    entities = {slot.span for slots in (work.people, work.parties, work.seats) for slot in slots}
    meant = entities | {at for at, _ in work.slots.times}
    if conceded and end < len(work.cover.spans) and meant.isdisjoint(range(end, len(work.cover.spans))):
        return None
    return why, end


def _end(work: Work, noun: int = 0) -> int:
    """Where something is conceded, behind the noun; else the end."""
    size = len(work.cover.spans)
    return next((at for at in range(noun + 1, size) if _concedes(work, at)), size)


def _concedes(work: Work, at: int) -> bool:
    return work.text(at).split()[0] in work.group("conceding")


def _party(work: Work, noun: int) -> Slot | None:
    """The party right before the noun, or behind it: "a gain for the lib dems"."""
    beside = next((slot for slot in work.parties if slot.span in {noun - 1, noun}), None)
    behind = next((slot for slot in work.parties if slot.span > noun), None)
    led = behind is not None and all(work.cover.spans[at].filler for at in range(noun + 1, behind.span))
    return beside or (behind if led and behind is not None and behind.span <= noun + 3 else None)


def _may_stand(work: Work, span: Span, at: int) -> bool:
    """Whether a span of the question is named, empty, the noun, or says only that it is put down so."""
    entities = {slot.span for slots in (work.people, work.parties, work.seats) for slot in slots}
    if at in entities or span.filler or span.soft or span.time is not None or span.term:
        return True
    if set(work.text(at).split()) <= work.group("recording") | work.lexicon.function:
        return True
    return bool(span.cues) and _SAID.issuperset(span.cues)
