"""Two sides of one measure: places, years, parties or people."""

from __future__ import annotations

from bot.reading.dated import in_year
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.times import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Compare,
    Figure,
    Latest,
    Measure,
    Of,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
    When,
)

_ASKING = ("ahead", "compare", "versus", "than", "better", "worse", "both", "over", "under")

_PLAIN = (
    "get", "win", "how_many", "how_much", "did_how", "where", "which", "who", "what", "result", "candidates", "change",
    "total", "aux", "up", "down", "closeness", "seats", "finish",
)  # fmt: skip
"""Cues that add nothing once the sides and the measure are known."""


def compare(work: Work) -> Query | None:
    """Sides of one measure, where two of a kind are named."""
    if work.has("if", "why", "when") or (work.kind is ElectionKind.BY_ELECTION and not work.seats):
        return None
    years = work.years
    _whose(work)
    if work.has("pooled") and len(work.parties) + len(work.people) > 2:
        return None
    asked = work.has("compare", "better", "worse", "closer") or work.has("versus", "than", "both", "change")
    asked = asked or _leads(work)
    if (not asked and not _joined(work)) or _apart(work):
        return None
    national = not (work.seats or work.people or work.inherited.seats)
    sides = _sides(work, years, national=national)
    if len(sides) < 2:
        return None
    measures = _measures(work, national=national)
    if work.take("closer"):
        measures = (Measure.MAJORITY,)
    prefer = "lower" if work.has("worse", "closer") else "higher" if work.has("better", "over") else None
    work.take(*_ASKING, *_PLAIN)
    built: list[Figure | Result | Totals] = []
    for side in sides:
        if national:
            built.append(Totals(where=general(side), measures=measures))
        elif measures:
            built.append(Figure(where=side, measures=measures))
        else:
            built.append(Result(where=side))
    return Compare(sides=tuple(built), prefer=prefer)


def _whose(work: Work) -> None:
    """ "attlee 1945 vs blair 1997 - labour seats": the people only say which elections, or whose parties, are meant."""
    sided = len(work.parties) == len(work.years) == 2 and len(work.people) == 1
    if work.people and work.parties and (work.has("seats") or sided) and not work.seats:
        work.use(work.people)
        work.slots.people = []


def _leads(work: Work) -> bool:
    """ "tory lead over labour", "how far ahead of the tories were labour": of two parties in the country."""
    if work.anchored or len(work.parties) != 2 or not work.says("leads_over"):
        return False
    work.take("ahead", "by_how_much", "over", "majority", "leader", "behind", "how_much")
    return True


def _apart(work: Work) -> bool:
    """ "who won copeland and stoke central": no measure is compared, each is asked about."""
    measuring = ("compare", "better", "worse", "closer", "than", "both", "over", "under", "change")
    return len(work.seats) > 1 and work.has("who") and work.has("win", "mp") and not work.has(*measuring)


def _joined(work: Work) -> bool:
    """Two seats or two people, and no verb that tells of what one did."""
    verbs = {"when", "win", "lose", "take", "hold", "beat", "replace", "stand", "mp", "why", "leave"}
    return (len(work.seats) > 1 or len(work.people) > 1) and not verbs & set(work.hits)


def _measures(work: Work, *, national: bool) -> tuple[Measure, ...]:
    """The measure compared; without one, votes and share of parties and people, and whole results of seats."""
    table = TOTAL_CUES if national else (*CONTEST_CUES, *CANDIDACY_CUES)
    found = named(work, table)
    if Measure.SHARE in found and Measure.VOTES in found:
        found = tuple(m for m in found if m is not Measure.VOTES)
    if Measure.TURNOUT in found:
        # "turned out in per cent": how many votes were cast is told with it
        found = tuple(m for m in found if m not in {Measure.VALID_VOTES, Measure.SHARE})
    if national and not found and work.says("points"):
        return (Measure.SHARE,)
    if found or national:
        return found
    if work.parties or work.people or work.has("better", "worse"):
        return (Measure.VOTES, Measure.SHARE)
    return ()


def _sides(work: Work, years: list[Year], *, national: bool) -> list[Selection]:
    """The selections set side by side: those of which two are named."""
    paired = _paired(work, years, national=national)
    if paired:
        return paired
    default: When = Latest(kind=ElectionKind.GENERAL) if national else Latest()
    single = len(years) < 2
    for field, slots, apart in (
        ("seats", work.seats, single),
        ("people", work.people, True),
        ("parties", work.parties, single),
        ("areas", work.areas, single),
    ):
        if field == "parties" and len(work.people) == len(work.parties) == 1 and (work.seats or work.timed):
            where = work.selection(default=default)
            return [where.model_copy(update={"parties": ()}), where.model_copy(update={"people": ()})]
        if len(slots) > 1 and apart:
            where = work.selection(default=default)
            return [where.model_copy(update={field: slot.values}) for slot in slots]
    return _years_apart(work, years, default)


def _years_apart(work: Work, years: list[Year], default: When) -> list[Selection]:
    """Years side by side; of a seat with one year, that and its by-election."""
    kind = work.kind
    if len(years) == 1 and len(work.kinds) > 1 and work.seats:
        # "at the by-election against the 2015 general election"
        where = work.selection()
        sides = (Latest(kind=ElectionKind.BY_ELECTION), in_year(years[0], ElectionKind.GENERAL))
        return [where.model_copy(update={"when": when}) for when in sides]
    if len(years) == 1 and kind is ElectionKind.BY_ELECTION and work.has("compare") and work.seats:
        where = work.selection()
        return [where.model_copy(update={"when": when}) for when in (in_year(years[0], None), Latest(kind=kind))]
    if len(years) < 2:
        return []
    where = work.selection(default=default)
    return [where.model_copy(update={"when": in_year(year, kind)}) for year in years]


def _ranked_party(work: Work) -> Query | None:
    """ "which party came third in 2019"."""
    if not work.has("party_of") or not work.has("finish", "runner_up") or not work.timed:
        return None
    nth = 2 if work.take("runner_up") else work.ordinal()
    if nth is None:
        return None
    seats = work.take("seats")
    work.take("finish", "party_of", "votes", "which", "who", "share")
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    return Rank(where=where, of=Of.PARTIES, measure=Measure.SEATS if seats else Measure.VOTES, highest=True, nth=nth)


def _paired(work: Work, years: list[Year], *, national: bool) -> list[Selection]:
    """Two of a kind, each with a year of its own: "ukip 2015 vs reform 2024"."""
    if len(years) != 2 or years[0] == years[1]:
        return []
    kind = ElectionKind.GENERAL if national else work.kind
    whens = [in_year(year, kind) for year in years]
    for field, slots in (("seats", work.seats), ("people", work.people), ("parties", work.parties)):
        if len(slots) == 2:
            where = work.selection()
            return [
                where.model_copy(update={field: slot.values, "when": when})
                for slot, when in zip(slots, whens, strict=True)
            ]
    return []


def leading_party(work: Work) -> Query | None:
    """Which party got most (or more) votes or seats in an area at an election."""
    if work.seats or work.people or len(work.parties) > 1 or work.kind is ElectionKind.BY_ELECTION:
        return None
    if not (
        work.has("who", "which", "party_of", "what") and work.has("better", "highest", "lowest", "finish", "runner_up")
    ):
        return None
    if work.inherited.seats or work.inherited.people:
        return None
    ranked = _ranked_party(work)
    if ranked is not None:
        return ranked
    if not (work.has("party_of") or work.says("party_askers")) or work.parties:
        return None
    if work.says("single_marks"):
        return None
    measures = named(work, TOTAL_CUES)
    if work.has("deposit") and work.has("lose"):
        work.take("deposit", "lose")
        measures = (Measure.DEPOSITS_LOST,)
    if not measures:
        return None
    work.take("only")
    work.take("better", "highest", "lowest", "who", "which", "party_of", "get", "win", "what", "total", "stand")
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    highest = not work.has("lowest")
    return Rank(where=where, of=Of.PARTIES, measure=measures[0], highest=highest, limit=2)
