"""Claims that a party won every seat of an area, none of them, or any."""

from __future__ import annotations

from bot.reading.frames.orders import Expected
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Condition, ExpectedNumber, Measure, Operator


def swept(work: Work) -> Expected | None:
    """ "did the snp win every seat in scotland": as many as the area has."""
    if work.seats or work.people or not work.parties or not (work.take("whole") or _all_of_area(work)):
        return None
    area = work.areas[0].values[0] if work.areas else "united-kingdom"
    years = {year.year for year in work.years}
    seats = work.catalogue.seats_in(area, max(years) if years else work.calendar.generals[-1].year)
    if seats is None:
        return None
    work.take("win", "take", "get", "hold", "changed_hands", "seats")
    work.use_words(*work.group("sweeping"))
    return (ExpectedNumber(condition=Condition(measure=Measure.SEATS, operator=Operator.EQUAL, value=seats)),), {}


def _all_of_area(work: Work) -> bool:
    """ "all london seats", "every welsh seat"."""
    if not work.areas or not work.has("seats", "mp"):
        return False
    start = work.start(work.areas[0])
    lead = work.cover.tokens[start - 1].text if start else ""
    return lead in work.group("each_of") and work.areas[0].span + 1 in work.hits.get("seats", work.hits.get("mp", ()))


def wiped_out(work: Work) -> Expected | None:
    """ "were the tories wiped out in scotland": without a seat."""
    if work.anchored or not work.parties or not work.take("no_seats"):
        return None
    # "a wipeout (zero seats)" says it twice
    work.used.update(at for at, number in work.free_numbers() if number.value == 0)
    work.take("win", "get", "lose", "seats", "hold", "take")
    return (ExpectedNumber(condition=Condition(measure=Measure.SEATS, operator=Operator.EQUAL, value=0)),), {}


def any_seats(work: Work) -> Expected | None:
    """ "did ukip win any seats in 2015", "not win a single seat": at least one."""
    if work.anchored or not work.parties or work.slots.numbers:
        return None
    by_election = work.kind is ElectionKind.BY_ELECTION
    held = not by_election and work.says("at_all") and (work.has("seats", "mp", "ever") or _at_all_of(work))
    took = work.kind is None and work.has("win", "take") and not work.has("votes", "share")
    anywhere = not work.words.isdisjoint({"any", "anything", "anywhere", "single"}) and (work.has("seats") or took)
    anywhere = anywhere or (work.has("win") and not by_election and _one_seat(work))
    if not ((held and len(work.parties) == 1) or anywhere):
        return None
    if not work.has("win", "get", "take", "hold") or work.has("lose", "votes", "share", "deposit", "majority"):
        return None
    work.take("win", "get", "take", "hold", "seats", "only", "mp", "ever", "where", "stand", "candidates", "check")
    return (ExpectedNumber(condition=Condition(measure=Measure.SEATS, operator=Operator.AT_LEAST, value=1)),), {}


def _one_seat(work: Work) -> bool:
    """ "never won a seat": at least one, not most of them."""
    tokens = work.cover.tokens
    starts = [work.cover.spans[at].start for at in work.hits.get("seats", ())]
    return any(start and tokens[start - 1].text in {"a", "one", "single"} for start in starts)


def _at_all_of(work: Work) -> bool:
    """ "any ulster unionists": the word stands before the party, or in place of what was won."""
    before = work.text(work.parties[0].span - 1) if work.parties[0].span else ""
    return before in work.group("at_all") or not work.words.isdisjoint(work.group("at_all") - {"any", "single"})
