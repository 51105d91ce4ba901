"""Two seats, each with a time of its own, where only one of the two is a year."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.dated import in_year
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Latest, Selection, When


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of the time behind one seat and ahead of the next."""

    seats: tuple[str, ...]
    year: Year | None
    kind: ElectionKind | None


def times_apart(work: Work, years: list[Year]) -> list[Selection] | None:
    """ "old bexley by-e or hartlepool 2019", "bath 2019 or the selby by-election": a year is told of its seat alone.

    None where the two have no times of their own; no sides where the words name a contest that was never held.
    """
    if len(years) != 1 or len(work.kinds) != 1 or len(work.seats) != 2:
        return None
    told = _told(work)
    dated = [at for at, each in enumerate(told) if each.year is not None]
    if len(dated) != 1:
        return None
    at = dated[0]
    other = told[1 - at]
    if other.kind is None or (at and _is_shared(work, told[1], other)):
        return None
    where = work.selection()
    if not _polls(work, other.seats, other.kind, where.people):
        # the year of the other side told another seat of that name
        return []
    whens: list[When] = [Latest(kind=other.kind), in_year(years[0], told[at].kind)]
    sides = zip(told, whens if at else reversed(whens), strict=True)
    return [where.model_copy(update={"seats": each.seats, "when": when}) for each, when in sides]


def is_either(work: Work) -> bool:
    """Whether an "or" stands between a by-election and a year: "at the by-election or in 2015"."""
    kinds = [at for at, time in work.slots.times if time == KindOf(ElectionKind.BY_ELECTION)]
    years = [at for at, time in work.slots.times if isinstance(time, Year)]
    if len(kinds) != 1 or len(years) != 1:
        return False
    between = range(min(kinds + years) + 1, max(kinds + years))
    return any(work.text(at) == "or" for at in between)


def _told(work: Work) -> list[_Told]:
    """Each seat with the year and the kind of election that stand between it and the next one."""
    ends = [*[slot.span for slot in work.seats[1:]], len(work.cover.spans)]
    found = []
    for slot, end in zip(work.seats, ends, strict=True):
        times = [time for at, time in work.slots.times if slot.span < at < end]
        years = [time for time in times if isinstance(time, Year)]
        kinds = [time.kind for time in times if isinstance(time, KindOf)]
        found.append(_Told(slot.values, years[0] if years else None, kinds[0] if kinds else None))
    return found


def _is_shared(work: Work, last: _Told, first: _Told) -> bool:
    """Whether a year behind both may be of both: "at the selby or the uxbridge by-election in 2023".

    It is of the last alone where it stands right behind that seat, or where the first had no such contest in it.
    """
    slot = work.seats[1]
    if isinstance(dict(work.slots.times).get(slot.span + 1), Year) or last.year is None or first.kind is None:
        return False
    held = _polls(work, first.seats, first.kind, ())
    people = tuple(person for slot in work.people for person in slot.values)
    return last.year.year in held or not _polls(work, first.seats, first.kind, people)


def _polls(work: Work, seats: tuple[str, ...], kind: ElectionKind, people: tuple[str, ...]) -> set[int]:
    """The years in which seats had such a contest, of the people named where any are."""
    polls = [poll for seat in seats for poll in work.catalogue.polls(seat)]
    if people:
        cards = work.catalogue.cards(people)
        polls = [(stand.date, stand.kind) for card in cards for stand in card.stands if stand.seat in seats]
    return {day.year for day, held in polls if held is kind}
