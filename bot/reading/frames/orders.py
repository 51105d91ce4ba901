"""What a claim expects of two sides: who is ahead, whether a measure rose or fell."""

from __future__ import annotations

from bot.reading.dated import in_year
from bot.reading.frames.measures import CLAIM_CUES
from bot.reading.slots import Slot
from bot.reading.times import Year
from bot.reading.work import Work
from knowledge.query import AnyTime, Expectation, ExpectedDirection, ExpectedOrder, Latest, Measure, Selection, When

Expected = tuple[tuple[Expectation, ...], dict[str, object]]
"""What a claim expects, and the fields of the selection that it sets besides."""


def order(work: Work) -> Expected | None:
    """ "did labour get more votes than the tories", "did snell beat nuttall"."""
    pairs = (work.people, work.parties)
    if work.has("beat"):
        for slots in pairs:
            if len(slots) == 2 and slots[0].span < work.first("beat") < slots[1].span:
                work.take("beat", "win")
                return _ordered(work, slots, Measure.VOTES, more=True)
        if work.people and work.parties:
            return None
    if len(work.seats) == 2 and work.has("than"):
        return _across(work)
    if not work.has("than") or not work.has("better", "worse", "over", "under", "ahead"):
        return None
    for slots in pairs:
        if len(slots) == 2:
            more = not work.has("worse", "under")
            measure = next((m for cue, m in CLAIM_CUES if work.take(cue)), Measure.VOTES)
            work.take("than", "better", "worse", "over", "under", "ahead", "win", "finish", "get", "did_how")
            return _ordered(work, slots, measure, more=more)
    return None


def _ordered(work: Work, slots: list[Slot], measure: Measure, *, more: bool) -> Expected:
    """One party or person before another."""
    first, second = slots
    field = "people" if slots is work.people else "parties"
    mine, theirs = work.use([first]), work.use([second])
    than = Selection.model_validate({field: theirs, "when": AnyTime()})
    return (ExpectedOrder(measure=measure, more=more, than=than),), {field: mine}


def _across(work: Work) -> Expected | None:
    """ "was turnout lower in manchester central 2012 than in leeds central 1999"."""
    measure = next((m for cue, m in CLAIM_CUES if work.take(cue)), None)
    if measure is None:
        return None
    less = work.has("worse", "under", "lowest", "down") or work.says("smaller")
    work.take("than", "better", "worse", "over", "under", "highest", "lowest", "up", "down")
    first, second = (_side(work, slot) for slot in work.seats)
    work.use_times()
    expect = ExpectedOrder(measure=measure, more=not less, than=second)
    return (expect,), {"seats": first.seats, "when": first.when}


def _side(work: Work, slot: Slot) -> Selection:
    """A seat at the year that stands nearest to it."""
    years = [(abs(at - slot.span), at, time) for at, time in work.slots.times if isinstance(time, Year)]
    near = min(years, default=None, key=lambda found: found[:2])
    when: When = in_year(near[2], work.kind) if near else Latest(kind=work.kind)
    return Selection(seats=work.use([slot]), when=when)


def direction(work: Work) -> Expected | None:
    """ "was turnout lower than 2015", "did the labour vote go up"."""
    measure = next((m for cue, m in CLAIM_CUES if work.has(cue)), None)
    if measure is None and not (work.parties or work.people):
        return None
    dated = "than" in work.words and bool(work.years)
    rising = work.has("up", "better") or (work.has("over") and work.has("than")) or (dated and work.says("greater"))
    falling = work.has("down", "worse") or (work.has("under") and work.has("than")) or (dated and work.says("smaller"))
    if not (rising or falling) or work.free_numbers():
        return None
    work.take(*(cue for cue, _ in CLAIM_CUES))
    work.take("up", "down", "better", "worse", "over", "under", "than", "change", "win", "get")
    since, extra = _than_year(work)
    return (ExpectedDirection(measure=measure or Measure.SHARE, up=rising and not falling, since=since),), extra


def _than_year(work: Work) -> tuple[When | None, dict[str, object]]:
    """The year behind "than": the election compared with; a year before it is the contest itself."""
    tokens, spans = work.cover.tokens, work.cover.spans
    marks = work.group("than")
    than = next((i for i, token in enumerate(tokens) if token.text in marks), len(tokens))
    years = [(spans[at].start, time) for at, time in work.slots.times if isinstance(time, Year)]
    compared = next((year for start, year in years if start > than), None)
    if compared is None:
        return None, {}
    work.use_times(Year)
    others = [year for _, year in years if year is not compared]
    when: When = in_year(others[0], work.kind) if others else Latest(kind=work.kind)
    return in_year(compared, None), {"when": when}
