"""What a claim expects of two sides: who is ahead, whether a measure rose or fell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.reading.dated import in_year
from bot.reading.frames.conditions import by_number, operator
from bot.reading.frames.measures import CLAIM_CUES, claimed, take_claimed
from bot.reading.slots import Slot
from bot.reading.time_kinds import Later, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Condition,
    Expectation,
    ExpectedDirection,
    ExpectedOrder,
    ExpectedPlace,
    Latest,
    Measure,
    Selection,
    When,
)

_TIME_AND_KIND = 2
"""Words of time of one election: the year, and that it is an election."""
Expected = tuple[tuple[Expectation, ...], dict[str, object]]
"""What a claim expects, and the fields of the selection that it sets besides."""


def order(work: Work) -> Expected | None:
    """ "did labour get more votes than the tories", "did snell beat nuttall"."""
    if work.has("beat") and work.parties and not work.anchored and "any" in work.words:
        # "did any independent beat labour": somewhere, not all together
        return None
    found = _ahead_or_behind(work) or _order(work)
    if found is None or work.anchored or not work.spanned("after"):
        return found
    # "more seats than the tories after the 1951 election": at that one, and not at all since
    polled = work.after_general() if len(work.slots.times) <= _TIME_AND_KIND else None
    return (found[0], {**found[1], "when": polled}) if polled else None


def _order(work: Work) -> Expected | None:
    """The same where each side is one party, person or seat."""
    pairs = (work.people, work.parties)
    if work.has("beat"):
        for slots in pairs:
            if len(slots) == 2 and slots[0].span < work.first("beat") < slots[1].span:
                work.take("beat", "win")
                seats = not work.anchored and bool(work.free_numbers()) and work.take("seats")
                measure = Measure.SEATS if seats else Measure.VOTES
                return _by_so_much(work, *_ordered(work, slots, measure, more=True), measure)
        if work.people and work.parties:
            return None
    if len(work.seats) == 2 and (work.has("than") or ("than" in work.words and not work.free_numbers())):
        return _across(work)
    if not work.has("than") or not work.has("better", "worse", "over", "under", "ahead"):
        return None
    return _more_or_less(work, pairs)


def _more_or_less(work: Work, pairs: Sequence[list[Slot]]) -> Expected | None:
    """ "more votes than labour", "fewer than the tories"."""
    if work.has("better", "over") and work.has("worse", "under", "runner_up"):
        return _ahead_and_behind(work)
    for slots in pairs:
        if len(slots) == 2:
            more = not work.has("worse", "under")
            measure = _measure(work)
            work.take("than", "better", "worse", "over", "under", "ahead", "win", "finish", "get", "did_how")
            expect, extra = _ordered(work, slots, measure, more=more)
            if slots is work.parties and work.has("lose") and measure is not Measure.DEPOSITS_LOST:
                return _and_lost(work, expect, extra)
            return expect, extra
    return None


def _ahead_and_behind(work: Work) -> Expected | None:
    """ "more votes than labour but fewer seats": before another party in one measure, behind it in the other."""
    if work.anchored or len(work.parties) != 2 or not (work.has("votes") and work.has("seats")):
        return None
    if len(work.years) > 1 or not work.says("contrasts") or work.free_numbers():
        return None
    ahead = min(work.first(cue) for cue in ("better", "over"))
    behind = min(work.first(cue) for cue in ("worse", "under", "runner_up"))
    votes = max((at for at in work.hits["votes"] if at <= max(ahead, behind) + 1), default=None)
    if votes is None:
        return None
    votes_first = votes < work.hits["seats"][-1]
    more_votes = (ahead < behind) == votes_first
    work.take("than", "better", "worse", "over", "under", "runner_up", "votes", "seats", "win", "finish", "get", "ever")
    (votes_order,), extra = _ordered(work, work.parties, Measure.VOTES, more=more_votes)
    assert isinstance(votes_order, ExpectedOrder)
    seats_order = votes_order.model_copy(update={"measure": Measure.SEATS, "more": not more_votes})
    return (votes_order, seats_order), extra


def _measure(work: Work) -> Measure:
    """Of what one side has more: votes, where no measure is named; marks it."""
    if work.has("deposit", "deposit_lost") and work.has("lose", "deposit_lost") and not work.anchored:
        work.take("deposit", "deposit_lost", "lose")
        return Measure.DEPOSITS_LOST
    return take_claimed(work) or Measure.VOTES


def _ahead_or_behind(work: Work) -> Expected | None:
    """ "were the tories ahead of ukip in clacton", "did labour finish behind the greens": in one contest."""
    cue = "ahead" if work.has("ahead") else "behind"
    for slots in (work.people, work.parties):
        between = len(slots) == 2 and slots[0].span < work.first(cue) < slots[1].span
        if between and work.anchored and not work.free_numbers():
            work.take(cue, "finish", "get", "win", "votes")
            return _ordered(work, slots, Measure.VOTES, more=cue == "ahead")
    return _person_and_party(work, cue)


def _person_and_party(work: Work, cue: str) -> Expected | None:
    """ "did galloway finish ahead of the tories": somebody and the candidate of another party, in one contest."""
    if len(work.people) != 1 or len(work.parties) != 1 or work.free_numbers() or not (work.seats and work.has(cue)):
        return None
    first, second = sorted((work.people[0], work.parties[0]), key=lambda slot: slot.span)
    if not first.span < work.first(cue) < second.span:
        return None
    work.take(cue, "finish", "get", "win", "votes")
    mine, theirs = ("people", "parties") if first is work.people[0] else ("parties", "people")
    than = Selection.model_validate({theirs: work.use([second]), "when": AnyTime()})
    return (ExpectedOrder(measure=Measure.VOTES, more=cue == "ahead", than=than),), {
        "people": (),
        "parties": (),
        mine: work.use([first]),
    }


def areas_in_order(work: Work) -> Expected | None:
    """ "did wales have a higher turnout than england in 1950"."""
    both = len(work.areas) == 2 and work.has("than") and not (work.anchored or work.parties)
    return _across_areas(work) if both else None


def _ordered(work: Work, slots: list[Slot], measure: Measure, *, more: bool) -> Expected:
    """One party or person before another; of different elections where each has its own."""
    first, second = slots
    field = "people" if slots is work.people else "parties"
    mine, theirs = work.use([first]), work.use([second])
    years = work.years
    extra: dict[str, object] = {field: mine}
    when: When = AnyTime()
    if len(years) == 2 and field == "parties" and not work.seats:
        when = in_year(years[1], ElectionKind.GENERAL)
        extra["when"] = in_year(years[0], ElectionKind.GENERAL)
        work.use_times()
    than = Selection.model_validate({field: theirs, "when": when})
    return (ExpectedOrder(measure=measure, more=more, than=than),), extra


def _by_so_much(
    work: Work, expect: tuple[Expectation, ...], extra: dict[str, object], measure: Measure
) -> Expected | None:
    """ "beat him by 149 votes": what lies between the two, wherever both came."""
    free = work.free_numbers()
    if not free:
        return expect, extra
    at, held = free[0]
    if len(free) > 1 or held.unit or held.rough or not by_number(work, at) or work.has("about_number"):
        return None
    apart = Condition(measure=measure, operator=operator(work), value=held.value)
    work.used.add(at)
    work.take("over", "under", "exactly", "only", "votes", "closeness", "majority", "by_how_much")
    told = (each.model_copy(update={"by": apart}) if isinstance(each, ExpectedOrder) else each for each in expect)
    return tuple(told), extra


def _and_lost(work: Work, expect: tuple[Expectation, ...], extra: dict[str, object]) -> Expected:
    """ "... but lost": the first party won fewer seats; "than kinnock lost with" says no more than the votes."""
    lost = any(word in work.words for word in ("but", "yet", "still"))
    work.take("lose")
    return ((*expect, ExpectedPlace(place=2)) if lost else expect), extra


def _across(work: Work) -> Expected | None:
    """ "was turnout lower in manchester central 2012 than in leeds central 1999"."""
    measure = take_claimed(work)
    if measure is None:
        return None
    less = work.has("worse", "under", "lowest", "down") or work.says("smaller")
    work.take("than", "better", "worse", "over", "under", "highest", "lowest", "up", "down")
    first, second = (_side(work, slot) for slot in work.seats)
    work.use_times()
    expect = ExpectedOrder(measure=measure, more=not less, than=second)
    return (expect,), {"seats": first.seats, "when": first.when}


def _across_areas(work: Work) -> Expected | None:
    """ "did wales have a higher turnout than england in 1950": both at the one election named, or the latest."""
    measure = take_claimed(work)
    if measure not in (Measure.TURNOUT, Measure.ELECTORATE) or len(work.years) > 1:
        return None
    less = work.has("worse", "under", "lowest", "down") or work.says("smaller")
    work.take("than", "better", "worse", "over", "under", "highest", "lowest", "up", "down", "get")
    year = work.years[0] if work.years else None
    when: When = in_year(year, ElectionKind.GENERAL) if year else Latest(kind=ElectionKind.GENERAL)
    work.use_times()
    first, second = ((area,) for area in work.use(work.areas))
    expect = ExpectedOrder(measure=measure, more=not less, than=Selection(areas=second, when=when))
    return (expect,), {"areas": first, "when": when}


def _side(work: Work, slot: Slot) -> Selection:
    """A seat at the year that stands nearest to it."""
    years = [(abs(at - slot.span), at, time) for at, time in work.slots.times if isinstance(time, Year)]
    near = min(years, default=None, key=lambda found: found[:2])
    when: When = in_year(near[2], work.kind) if near else Latest(kind=work.kind)
    return Selection(seats=work.use([slot]), when=when)


def level(work: Work) -> Expected | None:
    """ "has turnout ever been back up to its 1992 level": at any general election after it."""
    if work.anchored or len(work.years) != 1 or work.free_numbers() or not work.has("ever", "all_time", "since"):
        return None
    year = work.years[0]
    days = work.calendar.generals_in(year.year, year.month)
    measure = next((m for cue, m in CLAIM_CUES if work.has(cue)), None)
    if measure is None or not days or not work.says("levels"):
        return None
    under = work.has("down", "worse") and not work.has("up", "better")
    work.take("since", "until", "beat", "hold", "replace", "put", "take", "highest", "lowest")
    after = Between(since=days[-1] + timedelta(days=1), kind=ElectionKind.GENERAL)
    return _at_any(work, measure, year, under=under), {"when": after}


def ever(work: Work) -> Expected | None:
    """ "have the tories ever had fewer seats than in 2024": at any general election of all."""
    dated = "than" in work.words and len(work.years) == 1 and work.has("ever", "all_time")
    measure = next((m for cue, m in CLAIM_CUES if work.has(cue)), None)
    if not dated or measure is None or work.anchored or work.free_numbers() or len(work.areas) > 1:
        return None
    more, less = _rises_or_falls(work, dated=True)
    if more == less or not work.calendar.generals_in(work.years[0].year, work.years[0].month):
        return None
    return _at_any(work, measure, work.years[0], under=less), {"when": AnyTime(kind=ElectionKind.GENERAL)}


def _at_any(work: Work, measure: Measure, year: Year, *, under: bool) -> tuple[Expectation, ...]:
    """More or less than in a year, at any of several general elections; marks what says so."""
    work.take(*(cue for cue, _ in CLAIM_CUES))
    work.take(
        "ever", "all_time", "up", "down", "better", "worse", "over", "under", "than", "get", "win", "finish", "result"
    )
    work.use_times()
    return (ExpectedDirection(measure=measure, up=not under, since=in_year(year, ElectionKind.GENERAL)),)


def _rises_or_falls(work: Work, *, dated: bool) -> tuple[bool, bool]:
    """Whether more is said of a figure than of another, or less."""
    rising = work.has("up", "better") or (work.has("over") and work.has("than")) or (dated and work.says("greater"))
    falling = work.has("down", "worse") or (work.has("under") and work.has("than")) or (dated and work.says("smaller"))
    return rising, falling


def direction(work: Work) -> Expected | None:
    """ "was turnout lower than 2015", "did the labour vote go up"."""
    said = claimed(work)
    measure = said[1] if said else None
    if (measure is None and not (work.parties or work.people)) or len(work.seats) > 1:
        return None
    dated = "than" in work.words and bool(work.years)
    rising, falling = _rises_or_falls(work, dated=dated)
    of_all = dated and work.has("ever", "all_time")
    if rising == falling or of_all or work.free_numbers() or len(work.areas) > 1:
        # "higher or lower than in 2017" claims neither
        return None
    if measure is None and work.anchored and work.has("win") and dated:
        measure = Measure.MAJORITY
    if measure is Measure.MAJORITY and not work.seats and _governed(work) and not work.says("of_one_member"):
        # "was thatcher's 1983 win bigger than 1987": the country's, and not that of her own seat
        return None
    work.take(*(cue for cue, _ in CLAIM_CUES), *(("valid_votes",) if measure is Measure.VOTES else ()))
    work.take("up", "down", "better", "worse", "over", "under", "than", "change", "win", "get")
    if work.has("lose") and _lost_and_won(work):
        work.take("lose")
    since, extra = _than_year(work)
    return (ExpectedDirection(measure=measure or Measure.SHARE, up=rising, since=since),), extra


def _lost_and_won(work: Work) -> bool:
    """ "more votes losing in 1951 than winning in 1945": whether the one party named did lose and win then."""
    if work.anchored or work.areas or len(work.parties) != 1:
        return False
    years = [(at, time) for at, time in work.slots.times if isinstance(time, Year)]
    told = [(at, cue == "win") for cue in ("lose", "win") for at in work.hits.get(cue, ())]
    return all(_is_so(work, said, years, won=won) for said, won in told)


def _is_so(work: Work, said: int, years: list[tuple[int, Year]], *, won: bool) -> bool:
    """Whether a year stands right behind "losing" or "winning", and the party did so then."""
    at, year = next(((at, year) for at, year in years if at > said), (said, None))
    between = work.cover.spans[said + 1 : at]
    return year is not None and all(span.filler for span in between) and _governs(work, year) == won


def _governs(work: Work, year: Year) -> bool | None:
    """Whether the party named led the government that the general election of a year brought, where it had one."""
    days = work.calendar.generals_in(year.year, year.month)
    if len(days) != 1:
        return None
    return work.parties[0].values[0] in {led.party for led in work.calendar.formed_after(days[0])}


def _years_on(work: Work, gone: list[Later]) -> tuple[When | None, dict[str, object]]:
    """ "up in 2017 on two years before": the general election so many years from the one named."""
    years = work.years
    if len(years) != 1 or len(gone) != 1:
        return None, {}
    other = Year(years[0].year + gone[0].years)
    if other.year not in {day.year for day in work.calendar.generals}:
        return None, {}
    work.use_times(Year, Later)
    return in_year(other, None), {"when": in_year(years[0], work.kind)}


def _governed(work: Work) -> bool:
    """Whether somebody named was ever Prime Minister."""
    held = (led for slot in work.people for led in work.calendar.led_by(slot.values))
    return any(led.office == "prime-minister" for led in held)


def _than_year(work: Work) -> tuple[When | None, dict[str, object]]:
    """The year behind "than": the election compared with; a year before it is the contest itself."""
    tokens, spans = work.cover.tokens, work.cover.spans
    marks = work.group("than")
    gone = [time for _, time in work.slots.times if isinstance(time, Later)]
    if gone:
        return _years_on(work, gone)
    than = next((i for i, token in enumerate(tokens) if token.text in marks), len(tokens))
    years = [(spans[at].start, time) for at, time in work.slots.times if isinstance(time, Year)]
    compared = next((year for start, year in years if start > than), None)
    if compared is None:
        return None, {}
    work.use_times(Year)
    others = [year for _, year in years if year is not compared]
    when: When = in_year(others[0], work.kind) if others else Latest(kind=work.kind)
    return in_year(compared, None), {"when": when}
