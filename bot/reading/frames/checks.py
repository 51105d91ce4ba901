"""Yes/no questions, claims to be checked, and questions why that presume a fact."""

from __future__ import annotations

from bot.reading.frames.conditions import number_condition
from bot.reading.frames.national import general
from bot.reading.slots import Slot
from bot.reading.times import Side, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    Condition,
    Expectation,
    ExpectedDirection,
    ExpectedHolder,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedPlace,
    ExpectedStood,
    ExpectedWinner,
    History,
    InYears,
    Latest,
    Measure,
    Operator,
    Query,
    Selection,
    When,
)

_OPENERS = frozenset(
    [
        "did",
        "was",
        "is",
        "were",
        "has",
        "have",
        "are",
        "does",
        "do",
        "didnt",
        "wasnt",
        "isnt",
        "werent",
        "hasnt",
        "havent",
        "had",
        "can",
        "could",
        "so",
        "but",
        "then",
    ]
)
_QUESTION_WORDS = ("who", "which", "what", "where", "when", "how_many", "how_much", "why", "listing")
_MEASURES: tuple[tuple[str, Measure], ...] = (
    ("turnout", Measure.TURNOUT),
    ("electorate", Measure.ELECTORATE),
    ("majority", Measure.MAJORITY),
    ("share", Measure.SHARE),
    ("votes", Measure.VOTES),
    ("seats", Measure.SEATS),
    ("candidates", Measure.CANDIDATES),
)


def is_check(work: Work) -> bool:
    """Whether the question is to be answered with yes or no."""
    if work.has("check") or _was_it(work):
        return True
    return work.opens_with(*_OPENERS) and not work.opens_with(*_QUESTION_WORDS)


def _was_it(work: Work) -> bool:
    """ "who won barking, was it nick griffin": somebody is named to be confirmed."""
    texts = [token.text for token in work.cover.tokens]
    starts = {work.cover.spans[slot.span].start for slot in (*work.people, *work.parties)}
    return any(
        texts[at] == "was" and texts[at + 1] == "it" and starts & {at + 2, at + 3} for at in range(len(texts) - 2)
    )


def check(work: Work) -> Query | None:
    """A yes/no question or a claim about a contest, a party's total or a seat."""
    if not is_check(work):
        return None
    history = _ever(work) or _elected(work)
    if history:
        return history
    work.take("check")
    return _built(work, why=False)


def statement(work: Work) -> Query | None:
    """A plain statement with a number or an outcome: "trudy harrison won by 2500"."""
    if (
        work.has(*_QUESTION_WORDS)
        or not (work.parties or work.people)
        or not work.has("win", "lose", "hold", "take", "ahead", "behind", "finish", "runner_up", "get")
    ):
        return None
    if not (work.slots.numbers or work.has("hold", "take", "lose", "win")) or not (work.seats or work.people):
        return None
    if work.has("win") and not work.slots.numbers and not work.seats and not work.has("hold", "take", "lose"):
        return None
    return _built(work, why=False)


def why(work: Work) -> Query | None:
    """Why did a party win or lose: the premise is checked."""
    if (
        not work.has("why", "did_how")
        or not (work.parties or work.people)
        or not work.has("win", "lose", "take", "hold", "beat", "changed_hands")
    ):
        return None
    manner = work.has("did_how") and not work.has("why")
    doing = "do" in {token.text for token in work.cover.tokens}
    if manner and (not work.seats or doing or work.has("votes", "share", "result")):
        return None
    work.take("why", "did_how", "get", "mp", "explain", "when", "now", "needed", "leave", "stand")
    if work.people and work.parties and work.seats:
        # "... when Jamie Stone already had it": the party's gain or loss is asked about
        work.use(work.people)
        work.slots.people = []
    return _built(work, why=True)


def _built(work: Work, *, why: bool) -> Query | None:
    negated = work.take("not")
    expect, extra = _expectations(work)
    if not expect:
        return None
    work.take("get", "who", "ever", "result", "both", "all_time")
    where = _where(work, extra, expect)
    if any(isinstance(e, ExpectedWinner) and work.has("lose") for e in expect) and not where.parties:
        negated = not negated
    return Check(where=where, expect=tuple(_same_contest(e, where) for e in expect), negated=negated, why=why)


def _same_contest(expectation: Expectation, where: Selection) -> Expectation:
    """An order holds between two that stood in the same contest, or in the same area."""
    if not isinstance(expectation, ExpectedOrder):
        return expectation
    than = expectation.than
    if than.seats:
        return expectation
    same = where.model_copy(update={"parties": than.parties, "people": than.people})
    return expectation.model_copy(update={"than": same})


def _where(work: Work, extra: dict[str, object], expect: tuple[Expectation, ...]) -> Selection:
    national = not (work.seats or work.people or work.inherited.seats or work.inherited.people)
    default: When = Latest(kind=ElectionKind.GENERAL) if national else Latest(kind=work.kind)
    lone_outcome = any(e.type in {"outcome", "stood", "won", "place"} for e in expect)
    if not national and work.people and not work.seats and not work.timed and lone_outcome:
        default = AnyTime()
    exact = any(isinstance(e, ExpectedNumber) and e.condition.operator is Operator.EQUAL for e in expect)
    if not national and not work.timed and exact and not lone_outcome and work.inherited.when is None:
        default = AnyTime(kind=work.kind)
    parties = work.use(slot for slot in work.parties if slot.span not in work.used)
    where = work.selection(default=default, with_parties=False, **({"parties": parties} | extra))
    if not where.parties and not where.people and not where.winner and work.inherited.parties and not work.seats:
        where = where.model_copy(update={"parties": work.inherited.parties})
    return general(where) if national and work.kind is not ElectionKind.BY_ELECTION else where


def _expectations(work: Work) -> tuple[tuple[Expectation, ...], dict[str, object]]:
    for build in (_overall, _swept, _deposit, _holder, _order, _direction, _position, _stood, _outcome):
        found = build(work)
        if found is not None:
            return found
    return (), {}


_Found = tuple[tuple[Expectation, ...], dict[str, object]] | None


def _overall(work: Work) -> _Found:
    """ "did labour have a majority after october 74"."""
    if work.seats or work.people or not work.parties:
        return None
    if not work.has("majority", "outright", "hung") or (work.slots.numbers and not work.years):
        return None
    work.take("majority", "outright", "win", "get", "government")
    for at, time in work.slots.times:
        if isinstance(time, Side) and isinstance(time.anchor, Year) and time.side in {"after", "since"}:
            work.used.add(at)
            when = InYears(years=(time.anchor.year,), month=time.anchor.month, kind=ElectionKind.GENERAL)
            return (ExpectedMajority(),), {"when": when}
    return (ExpectedMajority(),), {}


def _swept(work: Work) -> _Found:
    """ "did the snp win every seat in scotland": as many as the area has."""
    if work.seats or work.people or not work.parties or not work.take("whole"):
        return None
    area = work.areas[0].values[0] if work.areas else "united-kingdom"
    years = {year.year for year in work.years}
    seats = work.catalogue.seats_in(area, max(years) if years else work.calendar.generals[-1].year)
    if seats is None:
        return None
    work.take("win", "take", "get", "hold")
    return (ExpectedNumber(condition=Condition(measure=Measure.SEATS, operator=Operator.EQUAL, value=seats)),), {}


def _deposit(work: Work) -> _Found:
    """ "did labour lose their deposit", "did ukip keep it"."""
    if not (work.parties or work.people) or not work.has("deposit", "deposit_lost", "deposit_kept"):
        return None
    if not (work.seats or work.people or work.inherited.seats):
        return None
    lost = work.has("lose", "deposit_lost")
    work.take("deposit", "deposit_lost", "deposit_kept", "lose", "hold", "get", "take")
    condition = Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=1.0 if lost else 0.0)
    return (ExpectedNumber(condition=condition),), {}


def _holder(work: Work) -> _Found:
    """ "is andy burnham mp for makerfield"."""
    sitting = work.opens_with("is") and work.people and not work.parties
    if not work.has("mp") or not (work.people or work.parties) or not (work.seats or sitting):
        return None
    if work.has("win", "lose", "take", "beat", "stand"):
        return None
    work.take("mp", "hold", "now", "who")
    return (ExpectedHolder(),), {}


def _order(work: Work) -> _Found:
    """ "did labour get more votes than the tories", "did snell beat nuttall"."""
    pairs: list[list[Slot]] = [work.people, work.parties]
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
            measure = next((m for cue, m in _MEASURES if work.take(cue)), Measure.VOTES)
            work.take("than", "better", "worse", "over", "under", "ahead", "win", "finish", "get", "did_how")
            return _ordered(work, slots, measure, more=more)
    return None


def _across(work: Work) -> _Found:
    """ "was turnout lower in manchester central 2012 than in leeds central 1999"."""
    measure = next((m for cue, m in _MEASURES if work.take(cue)), None)
    if measure is None:
        return None
    less = work.has("worse", "under", "lowest", "down") or bool(
        {"lower", "smaller", "less", "fewer"} & {token.text for token in work.cover.tokens}
    )
    work.take("than", "better", "worse", "over", "under", "highest", "lowest", "up", "down")
    sides = []
    for slot in work.seats:
        years = [(abs(at - slot.span), at, time) for at, time in work.slots.times if isinstance(time, Year)]
        seat = work.use([slot])
        near = min(years, default=None)
        when: When = Latest(kind=work.kind)
        if near is not None:
            work.used.add(near[1])
            when = InYears(years=(near[2].year,), month=near[2].month, kind=work.kind)
        sides.append(Selection(seats=seat, when=when))
    for at, _ in work.slots.times:
        work.used.add(at)
    first, second = sides
    expect = ExpectedOrder(measure=measure, more=not less, than=second)
    return (expect,), {"seats": first.seats, "when": first.when}


def _ordered(work: Work, slots: list[Slot], measure: Measure, *, more: bool) -> _Found:
    first, second = slots
    person = slots is work.people
    field = "people" if person else "parties"
    mine, theirs = work.use([first]), work.use([second])
    than = Selection.model_validate({field: theirs, "when": AnyTime()})
    return (ExpectedOrder(measure=measure, more=more, than=than),), {field: mine}


def _direction(work: Work) -> _Found:
    """ "was turnout lower than 2015", "did the labour vote go up"."""
    measure = next((m for cue, m in _MEASURES if work.has(cue)), None)
    rising = work.has("up", "better") or (work.has("over") and work.has("than"))
    falling = work.has("down", "worse") or (work.has("under") and work.has("than"))
    tokens = {token.text for token in work.cover.tokens}
    rising = rising or bool(
        tokens & {"higher", "bigger", "more", "larger"} and tokens & {"than"} and len(work.years) >= 1
    )
    falling = falling or bool(
        tokens & {"lower", "smaller", "fewer", "less"} and tokens & {"than"} and len(work.years) >= 1
    )
    if not (rising or falling) or (measure is None and not (work.parties or work.people)):
        return None
    if any(at not in work.used and n.unit != "ordinal" for at, n in work.slots.numbers):
        return None
    work.take(*(cue for cue, _ in _MEASURES))
    work.take("up", "down", "better", "worse", "over", "under", "than", "change", "win", "get")
    since, extra = _than_year(work)
    step = ExpectedDirection(measure=measure or Measure.SHARE, up=rising and not falling, since=since)
    return (step,), extra


def _than_year(work: Work) -> tuple[When | None, dict[str, object]]:
    """The year behind "than": the election compared with; a year before it is the contest itself."""
    tokens, spans = work.cover.tokens, work.cover.spans
    than = next((i for i, token in enumerate(tokens) if token.text in {"than", "then"}), len(tokens))
    for at, time in work.slots.times:
        if isinstance(time, Year) and spans[at].start > than:
            work.used.add(at)
            since = InYears(years=(time.year,), month=time.month)
            others = [t for i, t in work.slots.times if i != at and isinstance(t, Year)]
            for i, t in work.slots.times:
                if i != at and isinstance(t, Year):
                    work.used.add(i)
            if others:
                return since, {"when": InYears(years=(others[0].year,), month=others[0].month, kind=work.kind)}
            return since, {"when": Latest(kind=work.kind)}
    return None, {}


def _position(work: Work) -> _Found:
    if not (work.parties or work.people):
        return None
    if work.take("runner_up"):
        work.take("finish")
        return (ExpectedPlace(place=2),), {}
    if work.take("last_place"):
        work.take("finish")
        return (ExpectedPlace(place=-1),), {}
    if work.has("finish"):
        ordinals = [n for at, n in work.slots.numbers if n.unit == "ordinal"]
        if len(ordinals) > 1:
            return None
        ordinal = work.ordinal()
        if ordinal:
            work.take("finish")
            return (ExpectedPlace(place=ordinal),), {}
    return None


def _stood(work: Work) -> _Found:
    if not (work.parties or work.people) or not work.has("stand") or work.has("win", "lose", "hold", "take"):
        return None
    work.take("stand", "candidates", "ever", "listing", "versus")
    if len(work.parties) > 1 and work.seats:
        # "against the Speaker": only the first party is asked about
        work.use(work.parties[1:])
        return (ExpectedStood(),), {"parties": work.use(work.parties[:1])}
    return (ExpectedStood(),), {}


def _outcome(work: Work) -> _Found:
    both = work.has("take", "lose") and work.has("hold")
    if both and not (work.parties or work.people):
        return None
    if work.seats and not (work.parties or work.people) and work.has("take", "hold") and not work.has("who", "win"):
        kept = work.has("hold") and not work.has("take")
        work.take("take", "hold")
        return (ExpectedOutcome(outcome="hold" if kept else "gain"),), {}
    if not (work.parties or work.people or work.inherited.parties or work.inherited.people or work.inherited.seats):
        return _numbers(work)
    expect: list[Expectation] = []
    extra: dict[str, object] = {}
    words = {token.text for token in work.cover.tokens}
    gained = words & {
        "gain",
        "gained",
        "gains",
        "took",
        "take",
        "taken",
        "snatched",
        "captured",
        "seized",
        "flip",
        "flipped",
        "turned",
    }
    if work.has("hold") and not work.has("lose"):
        expect.append(ExpectedOutcome(outcome="hold"))
        work.take("hold", "win", "take")
    elif gained and work.has("take"):
        expect.append(ExpectedOutcome(outcome="gain"))
        work.take("take", "win", "changed_hands")
        if len(work.parties) == 2:
            extra = {"parties": work.use(work.parties[:1]), "lost_by": work.use(work.parties[1:])}
    elif work.has("lose") and not work.has("deposit"):
        if work.people and not work.parties:
            expect.append(ExpectedWinner())
        else:
            expect.append(ExpectedOutcome(outcome="loss"))
        work.take("lose", "win", "hold")
    elif work.take("win", "mp", "take"):
        expect.append(ExpectedWinner())
    number = _numbers(work)
    if number:
        counted = {Measure.SEATS, Measure.VOTES, Measure.SHARE}
        got = any(isinstance(e, ExpectedNumber) and e.condition.measure in counted for e in number[0])
        expect = [*(e for e in expect if not (got and isinstance(e, ExpectedWinner))), *number[0]]
    return (tuple(expect), extra) if expect else None


def _numbers(work: Work) -> _Found:
    """A number that the claim states, compared as it says."""
    found = number_condition(work)
    if found is None:
        return None
    condition, rough = found
    work.take(
        "win",
        "votes",
        "share",
        "majority",
        "turnout",
        "seats",
        "how_much",
        "closeness",
        "about_number",
        "beat",
        "ahead",
    )
    work.take("only", "exactly")
    work.take("get", "by_how_much", "behind", "swing", "electorate", "candidates", "lose")
    return (ExpectedNumber(condition=condition, about=rough),), {}


def _elected(work: Work) -> Query | None:
    """ "did paul williams of hartlepool ever win anything": the seat only says who is meant."""
    if (
        not work.people
        or (work.parties and not work.has("candidates"))
        or not work.has("ever")
        or not work.has("win", "mp")
    ):
        return None
    work.take("ever", "win", "mp", "check", "candidates", "get", "seats", "all_time", "hold")
    work.use(work.parties)
    work.use(work.seats)
    return Career(where=Selection(people=work.use(work.people), when=AnyTime()), ask="ever-elected")


def _ever(work: Work) -> Query | None:
    """ "has stoke central ever been tory", "has clacton always been reform"."""
    if not (work.seats or work.inherited.seats) or not work.parties or work.people:
        return None
    throughout = work.has("check") and bool({"every", "each"} & {token.text for token in work.cover.tokens})
    if not work.has("ever", "all_time", "always") and not throughout:
        return None
    ask = "always-won" if work.has("always") or throughout else "ever-won"
    work.take("history", "listing", "times_count")
    work.take("ever", "all_time", "always", "win", "hold", "take", "mp", "seats", "check", "lose", "changed_hands")
    for at, time in work.slots.times:
        if isinstance(time, Word):
            work.used.add(at)
    return History(where=work.selection(default=AnyTime()), ask=ask)
