"""One seat asked for by its place in a ranking: "which seat topped turnout in 1992"."""

from __future__ import annotations

from bot.reading.frames.measures import CONTEST_CUES
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import InYears, Latest, Measure, Of, Query, Rank

_RANKED = tuple((cue, measure) for cue, measure in CONTEST_CUES if measure is not Measure.DECLARED_AT)
_ASKERS = ("which", "what", "where")
_WHOLE = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.INVALID_VOTES})
"""Measures that the country has as well as each seat."""


@needs("which", "what", "where", "seats")
@needs("majority", "turnout", "electorate", "invalid_votes", "swing")
@needs(groups=("topping",))
def topped(work: Work) -> Query | None:
    """ "what seat headed the turnout table in 1992": the first of all seats by what stands behind the verb."""
    if work.seats or work.people or len(work.parties) > 1 or work.free_numbers() or not asks_one_seat(work):
        return None
    if any(not isinstance(time, Year | KindOf) for _, time in work.slots.times) or len(work.years) > 1:
        return None
    found = _behind_verb(work)
    if found is None:
        return None
    at, measure = found
    work.used.update(range(min(map(work.first, (*_ASKERS, "seats"))), at + 1))
    work.use_words(*work.group("ranked_as"))
    kind = work.kind or ElectionKind.GENERAL
    winner = work.use(work.parties)
    where = work.selection(default=Latest(kind=kind), with_parties=False, winner=winner)
    if isinstance(where.when, InYears) and where.when.kind is None:
        where = where.model_copy(update={"when": where.when.model_copy(update={"kind": kind})})
    return Rank(where=where, of=Of.CONTESTS, measure=measure, highest=True, limit=1)


def asks_one_seat(work: Work) -> bool:
    """Whether one seat is asked for: "which seat", "what constituency", "which welsh seat"."""
    return work.says("ranked_seat") and _noun(work) is not None


def is_of_no_country(work: Work, measures: tuple[Measure, ...]) -> bool:
    """Whether one seat is asked for by a figure that every seat has, of which the country's is no answer."""
    if Measure.TURNOUT in measures and any(work.text(at) in work.group("topping") for at in work.hits.get("win", ())):
        # "which nation topped turnout"
        return True
    if not (measures or work.has("win")) or not _WHOLE.intersection(measures or _WHOLE):
        return False
    return bool(measures or not work.parties) and asks_one_seat(work)


def _noun(work: Work) -> int | None:
    """Where the seat asked for stands: with the word that asks, or behind it and what tells of which it is one."""
    spans, nouns = work.cover.spans, work.group("ranked_seat")
    if work.says("ranked_seat") and spans and work.text(0) in nouns and len(spans) > 1 and spans[1].filler:
        # "seat that topped turnout"
        return 1
    for start in sorted({at for cue in _ASKERS for at in work.hits.get(cue, ())}):
        for at in range(start, len(spans)):
            if work.text(at).split()[-1] in nouns:
                return at
            if at > start and not (spans[at].area or spans[at].party or spans[at].filler):
                break
    return None


def _behind_verb(work: Work) -> tuple[int, Measure] | None:
    """What is ranked, right behind "which seat" and its verb, and where it stands."""
    noun, size = _noun(work), len(work.cover.spans)
    if noun is None:
        return None
    at, verb, empty = noun + 1, False, work.group("ranked_as")
    while at < size and (work.text(at) in work.group("topping") or (verb and work.text(at) in empty)):
        verb = True
        at += 1
    if not verb or at >= size:
        return None
    return next(((at, measure) for cue, measure in _RANKED if cue in work.cover.spans[at].cues), None)
