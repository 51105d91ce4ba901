"""Somebody's by-election told by a noun of what it was: "how did david davis's stunt by-election go"."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Stand
from knowledge.query import Figure, Measure, OnDay, Query, Result, Selection, Several

_ASKED = frozenset(
    {
        "did_how", "result", "what", "who", "win", "when", "aux", "by_election", "changed_hands", "deposit_gone", "get",
        "finish", "full", "party_changed", "leave", "turnout", "majority", "votes", "share", "by_how_much", "how_many",
        "swing", "happening",
    }
)  # fmt: skip
"""Cues beside which the contest itself, or a figure of it, is asked for."""
_FIGURES = (
    ("turnout", Measure.TURNOUT), ("majority", Measure.MAJORITY), ("by_how_much", Measure.MAJORITY),
    ("swing", Measure.SWING),
)  # fmt: skip


@needs("a person")
@needs("by-elections")
@needs(groups=("own_by_elections",))
def own_by_election(work: Work) -> Query | None:
    """The by-election that a member forced by leaving the seat, and fought; how it went with how many voted."""
    if len(work.people) != 1 or work.parties or work.areas or work.free_numbers():
        return None
    nouns = _nouns(work, work.people[0].span)
    stands = _forced(work) if nouns else []
    others = {cue for cue in work.hits if any(at not in nouns for at in work.hits[cue])}
    if len(stands) != 1 or not _ASKED.issuperset(others):
        return None
    (person, stand), *_ = stands
    figures = [measure for cue, measure in _FIGURES if cue in others]
    if not figures and not others & {"did_how", "result", "win", "when", "full"} and others - {"by_election"}:
        return None
    work.take(*_ASKED)
    work.used.update(nouns)
    work.use(work.people)
    work.use(work.seats)
    work.use_times()
    where = Selection(seats=(stand.seat,), when=OnDay(day=stand.date, kind=ElectionKind.BY_ELECTION))
    if figures:
        return Figure(where=where, measures=tuple(dict.fromkeys(figures)))
    told = Result(where=where.model_copy(update={"people": (person,)}))
    return Several(parts=(told, Figure(where=where, measures=(Measure.TURNOUT,)))) if "did_how" in others else told


def _nouns(work: Work, person: int) -> list[int]:
    """The words between somebody's name and the by-election, all of which tell what it was."""
    polls = [at for at, time in work.slots.times if time == KindOf(ElectionKind.BY_ELECTION) and at > person]
    between = list(range(person + 1, polls[0])) if polls else []
    nouns = [at for at in between if work.text(at) in work.group("own_by_elections")]
    return (
        nouns if all(at in nouns or work.cover.spans[at].time or work.cover.spans[at].filler for at in between) else []
    )


def _forced(work: Work) -> list[tuple[str, Stand]]:
    """The by-elections that whoever is named fought in the seat that had been theirs until then."""
    years = {year.year for year in work.years}
    if any(not isinstance(time, Year | KindOf) for _, time in work.slots.times):
        return []
    seats = {seat for slot in work.seats for seat in slot.values}
    found = []
    for card in work.catalogue.cards(work.people[0].values):
        for stand in card.stands:
            if stand.kind is not ElectionKind.BY_ELECTION or (years and stand.date.year not in years):
                continue
            before = [won for won in work.catalogue.won_in(stand.seat) if won.date < stand.date]
            if before and before[-1].person == card.id and (not seats or stand.seat in seats):
                found.append((card.id, stand))
    return found
