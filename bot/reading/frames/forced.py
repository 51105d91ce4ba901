"""By-elections that somebody named brought about by leaving: "the by-election carswell caused by going ukip"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import PersonCard
from knowledge.query import Figure, Focus, Measure, OnDay, Query, Result, Selection

_MEASURES = (
    ("majority", Measure.MAJORITY),
    ("by_how_much", Measure.MAJORITY),
    ("closeness", Measure.MAJORITY),
    ("turnout", Measure.TURNOUT),
    ("swing", Measure.SWING),
    ("how_many", Measure.CANDIDATES),
)
"""Cues of figures that a contest has by itself."""
_PLAIN = frozenset(
    {
        "aux", "by_election", "cause", "closeness", "get", "hold", "leave", "result", "seats", "vacancy",
        "vacancy_lead", "versus", "what", "where", "which", "who", "win", "mp", "candidates", "when", "changed_hands",
        "stand", "went_out", "deposit_gone",
    }
)  # fmt: skip
"""Cues beside which no more is asked than how that by-election went."""
_LEAVING = ("leave", "went_out", "vacancy")
"""Cues of what whoever left did, behind "when"."""
_THEN = ("when", "after")
_CUES = _PLAIN | {cue for cue, _ in _MEASURES}


@dataclass(frozen=True, slots=True)
class _Brought:
    """A by-election, and who had been member before it."""

    seat: str
    day: date
    member: str
    again: bool
    """Whether the same person won it."""


@needs("a person")
@needs("by-elections")
@needs("cause", "vacancy_lead")
def forced_again(work: Work) -> Query | None:
    """The same where they won it themselves: nobody followed them, so no other question of their leaving is asked."""
    return _asked(work, again=True)


@needs("a person")
@needs("by-elections")
@needs("cause", "vacancy_lead")
def forced(work: Work) -> Query | None:
    """The by-election that came of the leaving of the one person named, where there was but one."""
    return _asked(work, again=False)


@needs("a person")
@needs("by-elections")
@needs("when")
def when_gone(work: Work) -> Query | None:
    """ "the by-election when blair went": the same, told by the day that they left."""
    if len(work.people) != 1 or work.has("cause", "vacancy_lead") or (work.has("leave") and not work.seats):
        # who followed somebody is asked of the seat they left
        return None
    return _asked(work, again=False) if _when_gone(work) else None


def _asked(work: Work, *, again: bool) -> Query | None:
    """A figure or the result of the by-election; None where more is asked, or none or several would fit."""
    if not _CUES.issuperset(work.hits) or len(work.people) != 1 or not _tells_of_it(work):
        return None
    if work.asks_whether or work.areas or work.free_numbers():
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    found = _one(work)
    if found is None or (again and not found.again) or (work.parties and not _joined(work, found)):
        return None
    measures = tuple(dict.fromkeys(measure for cue, measure in _MEASURES if work.has(cue)))
    work.take(*_CUES)
    work.use(work.seats)
    work.use_times()
    work.pass_over([slot.span for slot in (*work.people, *work.parties)])
    where = Selection(seats=(found.seat,), when=OnDay(day=found.day, kind=ElectionKind.BY_ELECTION))
    if measures:
        return Figure(where=where, measures=measures)
    return Result(where=where, focus=Focus.CANDIDATES if "stand" in work.hits else Focus.WINNER)


def _tells_of_it(work: Work) -> bool:
    """Whether the by-election is named ahead of what brought it about, which is not asked for; and votes of nobody."""
    leads = [at for cue in ("cause", "vacancy_lead") for at in work.hits.get(cue, ())] or _when_gone(work)
    if not leads:
        return False
    counted = work.has("how_many") and not work.has("stand", "candidates")
    return work.first("by_election") < min(leads) and not counted


def _when_gone(work: Work) -> list[int]:
    """ "the by-election when blair went": the one "when", with whoever left behind it; it asks for no day."""
    whens, spans, person = work.hits.get("when", ()), work.cover.spans, work.people[0].span
    left = any(cue in spans[n].cues for n in range(person + 1, min(person + 2, len(spans))) for cue in _LEAVING)
    return [*whens] if len(whens) == 1 and whens[0] + 1 == person and left and work.text(whens[0]) in _THEN else []


def _one(work: Work) -> _Brought | None:
    """The by-election of one member that fits the place and year named; the last of several."""
    cards = work.catalogue.cards(work.people[0].values)
    seats = {seat for slot in work.seats for seat in (slot.every or slot.values)}
    years = {year.year for year in work.years}
    found = [
        brought
        for card in cards
        for brought in _brought(work, card)
        if (not seats or brought.seat in seats) and (not years or brought.day.year in years)
    ]
    one = len({brought.member for brought in found}) == 1
    return max(found, key=lambda brought: brought.day) if one else None


def _brought(work: Work, card: PersonCard) -> Iterator[_Brought]:
    """The by-elections that next followed a win of somebody's: they had left, or no seat of one member falls vacant."""
    for stand in card.stands:
        won = work.catalogue.won_in(stand.seat)
        following = next((contest for contest in won if contest.date > stand.date), None)
        if following is None or not stand.elected or any(c.members > 1 for c in won if c.date == stand.date):
            continue
        if following.kind is ElectionKind.BY_ELECTION:
            yield _Brought(stand.seat, following.date, card.id, following.person == card.id)


def _joined(work: Work, found: _Brought) -> bool:
    """ "by going ukip": the one party named is whom they stood for then."""
    card, counts = work.catalogue.person(found.member), work.catalogue.counts_as()
    stood = [stand for stand in card.stands if (stand.seat, stand.date) == (found.seat, found.day)] if card else []
    joined = {counts.get(stand.party, stand.party) for stand in stood}
    return len(work.parties) == 1 and not joined.isdisjoint(work.parties[0].values)
