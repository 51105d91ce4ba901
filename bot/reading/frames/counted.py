"""What a claim expects of how often something befell a party in the country: deposits lost, second places."""

from __future__ import annotations

from bot.reading.frames.conditions import as_held, operator
from bot.reading.frames.deposits import lost_or_kept
from bot.reading.frames.orders import Expected
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Condition, ExpectedNumber, Measure, Operator

_SECOND = 2
_ALL_BUT = "all but"


def counted_in_country(work: Work) -> Expected | None:
    """ "did the lib dems lose more than 300 deposits in 2015", "were reform second in over 90 seats"."""
    free = work.free_numbers()
    if work.anchored or len(work.parties) != 1 or len(free) != 1 or free[0][1].unit:
        return None
    if work.kind is ElectionKind.BY_ELECTION or work.has("than") or len(work.years) > 1:
        return None
    measure = _deposits(work) or _seconds(work)
    if measure is None:
        return None
    at, held = free[0]
    compared = operator(work)
    about = work.take("about_number") or held.rough
    work.used.add(at)
    work.take("over", "under", "exactly", "only", "get", "candidates", "seats")
    condition = Condition(measure=measure, operator=compared, value=as_held(held))
    return (ExpectedNumber(condition=condition, about=about),), {}


def all_but_some(work: Work) -> Expected | None:
    """ "the snp took all but three of scotland's seats": as many as there are but so many."""
    free = work.free_numbers()
    lost = work.has("lose", "votes", "share", "runner_up", "finish", "than")
    if len(free) != 1 or free[0][1].unit or work.anchored or len(work.parties) != 1 or lost:
        return None
    at, held = free[0]
    if at - 1 not in work.hits.get("except", ()) or work.text(at - 1) != _ALL_BUT or not work.has("seats"):
        return None
    if len(work.years) != 1 or work.kind is ElectionKind.BY_ELECTION or len(work.areas) > 1:
        return None
    area = work.areas[0].values[0] if work.areas else "united-kingdom"
    seats = work.catalogue.seats_in(area, work.years[0].year)
    if seats is None or not held.value < seats:
        return None
    work.used.update((at, at - 1))
    work.take("seats", "win", "take", "hold", "get")
    condition = Condition(measure=Measure.SEATS, operator=Operator.EQUAL, value=seats - held.value)
    return (ExpectedNumber(condition=condition),), {}


def _deposits(work: Work) -> Measure | None:
    """Deposits lost, or kept."""
    became = lost_or_kept(work) if work.has("deposit", "deposit_lost", "deposit_kept") else None
    if became is None:
        return None
    work.take("deposit", "deposit_lost", "deposit_kept", "deposit_gone", "lose", "hold")
    return Measure.DEPOSITS_LOST if became.value else Measure.DEPOSITS_KEPT


def _seconds(work: Work) -> Measure | None:
    """Second places."""
    if not work.has("seats") or work.has("win", "lose", "take", "hold", "votes", "share"):
        return None
    ordinals = [at for at, number in work.slots.numbers if number.unit == "ordinal" and number.value == _SECOND]
    if not (work.has("runner_up") or (work.has("finish") and ordinals)):
        return None
    work.used.update(ordinals)
    work.take("runner_up", "finish")
    return Measure.SECONDS
