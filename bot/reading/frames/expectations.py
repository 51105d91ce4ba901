"""What a yes/no question or claim expects of a contest, a party's total or a seat."""

from __future__ import annotations

from collections.abc import Callable

from bot.reading.dated import in_year
from bot.reading.frames.all_or_none import any_seats, swept, wiped_out
from bot.reading.frames.belonging import affiliated, sat, was
from bot.reading.frames.claimed_numbers import is_ahead_by, lost_majority, number_conditions
from bot.reading.frames.conditions import by_number, party_after
from bot.reading.frames.counted import all_but_some, counted_in_country
from bot.reading.frames.deeds import first_win
from bot.reading.frames.existing import any_of_party
from bot.reading.frames.moves import moved, women_moved
from bot.reading.frames.nearly import near
from bot.reading.frames.once import at_some_time, said_once
from bot.reading.frames.opposed import is_against_a_party
from bot.reading.frames.orders import Expected, areas_in_order, direction, ever, level, order
from bot.reading.frames.two_contests import of_two_contests, two_contests
from bot.reading.of_many import is_nearly_won
from bot.reading.slots import Slot
from bot.reading.time_kinds import Side, Year
from bot.reading.work import Work, first_known
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    Condition,
    Expectation,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOutcome,
    ExpectedPlace,
    ExpectedStood,
    ExpectedWinner,
    Measure,
    Operator,
)

_COUNTED = frozenset({Measure.SEATS, Measure.VOTES, Measure.SHARE})
"""Measures of which "won" says no more than how many: "labour won 202 seats"."""

_HALF = 0.5
_DEPOSIT_PERCENT = 5
"""The share of the vote, in per cent, over which a deposit is kept."""


def expectations(work: Work) -> Expected | None:
    """What is expected: the first step that knows answers."""
    today = work.opens_with("is", "isnt") and not work.timed
    if today and work.people and work.parties and work.start(work.people[0]) <= 1:
        # which party somebody is of today neither their last contest nor their first says
        return None
    if work.anchored and is_nearly_won(work):
        return near(work)
    once = said_once(work)
    # of two contests of one seat no other step knows both
    found = two_contests(work) if of_two_contests(work) else first_known(_STEPS, work)
    return at_some_time(work, found) if once and found is not None else found


def _overall(work: Work) -> Expected | None:
    """ "did labour have a majority after october 74"."""
    if work.seats or work.people or not work.parties:
        return None
    if not work.has("majority", "outright", "hung") or (work.slots.numbers and not work.years):
        return None
    work.take("majority", "outright", "win", "get", "government")
    if _of_the_vote(work) and work.take("votes", "share"):
        # "a majority of the scottish vote": more than half of it, and not of the seats
        half = Condition(measure=Measure.SHARE, operator=Operator.MORE, value=_HALF)
        return (ExpectedNumber(condition=half),), {}
    for at, time in work.slots.times:
        if isinstance(time, Side) and isinstance(time.anchor, Year) and time.side in {"after", "since"}:
            work.used.add(at)
            return (ExpectedMajority(),), {"when": in_year(time.anchor, ElectionKind.GENERAL)}
    return (ExpectedMajority(),), {}


def _of_the_vote(work: Work) -> bool:
    """ "a majority of the scottish vote", where "a majority after the february vote" is one of seats."""
    tokens, spans = work.cover.tokens, work.cover.spans
    joined = (spans[at].end for at in work.hits.get("majority", ()))
    said = any("of" in {token.text for token in tokens[end - 1 : end + 1]} for end in joined)
    return said and work.first("majority") < min(work.first("votes"), work.first("share")) < len(spans)


def _deposit(work: Work) -> Expected | None:
    """ "did labour lose their deposit", "did ukip keep it"."""
    if not (work.parties or work.people) or not work.has("deposit", "deposit_lost", "deposit_kept"):
        return None
    if not (work.seats or work.people or work.inherited.seats):
        return None
    lost = work.has("lose", "deposit_lost", "deposit_gone")
    _take_limit(work, lost=lost)
    work.take("deposit", "deposit_lost", "deposit_kept", "deposit_gone", "lose", "hold", "get", "take")
    condition = Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=1.0 if lost else 0.0)
    return (ExpectedNumber(condition=condition),), {}


def _take_limit(work: Work, *, lost: bool) -> None:
    """ "over 5 percent, i.e. kept the deposit": says the same twice."""
    free = work.free_numbers()
    same = len(free) == 1 and free[0][1].unit == "percent" and free[0][1].value == _DEPOSIT_PERCENT
    if same and work.has("under" if lost else "over") and not work.has("over" if lost else "under"):
        work.used.add(free[0][0])
        work.take("over", "under", "share", "votes")


def _position(work: Work) -> Expected | None:
    """ "did the greens come second in bristol central"; "did she come second"."""
    if not (work.of_somebody or work.inherited.parties) or (len(work.parties) > 1 and "or" in work.words):
        # "labour or lib dem in second": which of them
        return None
    if work.has("runner_up", "last_place"):
        second = work.take("runner_up") or not work.take("last_place")
        work.take("finish", "stand")
        return _placed(work, 2 if second else LAST_PLACE)
    ordinals = [number for _, number in work.slots.numbers if number.unit == "ordinal"]
    verbless = bool(work.seats) and not work.has("win", "lose", "take", "hold", "votes")
    place = work.ordinal() if (verbless or work.has("finish")) and len(ordinals) == 1 else None
    if not place:
        return None
    work.take("finish", "stand")
    return _placed(work, place)


def _placed(work: Work, place: int) -> Expected | None:
    """A place, and how far behind the winner that is said to be: "came second by under 3k"."""
    free = work.free_numbers()
    if free and not by_number(work, free[0][0]):
        return _placed_with(work, place)
    if not free:
        return (ExpectedPlace(place=place),), {}
    number = _number(work)
    claimed = number[0][0] if number is not None else None
    if not isinstance(claimed, ExpectedNumber) or place == 1:
        return None
    condition = claimed.condition
    if condition.measure not in {Measure.VOTES, Measure.MAJORITY, Measure.BEHIND}:
        return None
    condition = condition.model_copy(update={"measure": Measure.BEHIND})
    return (ExpectedPlace(place=place), claimed.model_copy(update={"condition": condition})), {}


def _placed_with(work: Work, place: int) -> Expected | None:
    """A place, and the votes or share said to be had there: "came third with over a quarter of the vote"."""
    at, held = work.free_numbers()[0]
    votes = held.unit == "percent" or (not held.unit and at + 1 in work.hits.get("votes", ()))
    number = _number(work) if work.of_somebody and votes else None
    if number is None:
        # "second at four elections in a row": of no votes
        return None
    measures = {each.condition.measure for each in number[0] if isinstance(each, ExpectedNumber)}
    return ((ExpectedPlace(place=place), *number[0]), {}) if measures <= {Measure.VOTES, Measure.SHARE} else None


def _stood(work: Work) -> Expected | None:
    """ "did reform stand in barking"."""
    if not (work.parties or work.people) or not work.has("stand", "candidates"):
        return None
    if work.has("win", "lose", "hold", "take"):
        return None
    if work.free_numbers() and work.has("majority", "closeness", "votes", "share") and not work.has("stand"):
        # "his margin over the labour candidate was over 10,000": whether there was one is not asked
        return None
    if not work.seats and is_against_a_party(work):
        return None
    work.take("stand", "candidates", "ever", "listing", "versus")
    if len(work.parties) > 1 and work.seats:
        # "against the Speaker": only the first party is asked about
        work.use(work.parties[1:])
        return (ExpectedStood(),), {"parties": work.use(work.parties[:1])}
    return (ExpectedStood(),), {}


def _gained_from(work: Work) -> Expected | None:
    """ "a gain from labour": the one party named is who lost the seat."""
    if len(work.parties) != 1 or work.people or not work.seats or work.has("hold", "lose") or not work.has("take"):
        return None
    slot = work.parties[0]
    said = " ".join(token.text for token in work.cover.tokens[: work.start(slot)]).removesuffix(" the").split()
    if len(said) < 2 or said[-1] not in work.group("changed_from") or said[-2] not in work.group("gain_nouns"):
        return None
    work.take("take", "down", "put", "called_it", "say", "cause", "mp")
    return (ExpectedOutcome(outcome="gain"),), {"parties": (), "lost_by": work.use([slot])}


def _changed(work: Work) -> Expected | None:
    """ "was it a gain", "was it held by 31 votes", where no party or person is named."""
    if not work.seats or work.parties or work.people or work.has("who", "win"):
        return None
    if work.has("changed_hands") and work.years and not work.has("take", "hold"):
        work.take("changed_hands")
        return (ExpectedOutcome(outcome="gain"),), {}
    if work.has("take") == work.has("hold"):
        return None
    kept = work.has("hold")
    lead = _number(work) if work.free_numbers() else None
    work.take("take", "hold")
    return (ExpectedOutcome(outcome="hold" if kept else "gain"), *(lead[0] if lead else ())), {}


def _outcome(work: Work) -> Expected | None:
    """ "did labour hold it", "did she win by 2,000": an outcome, a number, or both."""
    named = bool(work.parties or work.people)
    either = work.has("lose") and work.has("hold", "win") and "or" in work.words
    if either or (not named and work.has("take", "lose") and work.has("hold")):
        return None
    inherited = work.inherited
    if not (named or inherited.parties or inherited.people or inherited.seats):
        return _number(work)
    all_but_done = all_but(work)
    if all_but_done is not None:
        return _by_less(work, won=all_but_done == "lose")
    expect, extra = _won_or_lost(work)
    beaten = named and work.has("lose") and not work.has("win", "hold", "take")
    number = _number(work)
    extra |= number[1] if number else {}
    if number and not work.anchored and (beaten or work.says("gains")):
        # what a party lost or gained in the country is no level that it had
        return None
    if number and beaten and lost_majority(work):
        # "the tories lost a 24000 majority": what they had before, of which no one contest tells
        return None
    if number and beaten:
        # "did he lose by over a thousand": he lost, and by so much; a party so far behind did too, whose it was before
        lost = tuple(map(_behind, number[0]))
        behind = all(isinstance(e, ExpectedNumber) and e.condition.measure is Measure.BEHIND for e in lost)
        return (lost if behind and not work.people else (ExpectedOutcome(outcome="loss"), *lost)), extra
    if number:
        counted = any(isinstance(e, ExpectedNumber) and e.condition.measure in _COUNTED for e in number[0])
        expect = number[0] if counted and not extra and _no_more_than_won(expect) else (*expect, *number[0])
    return (expect, extra) if expect else None


def all_but(work: Work) -> str | None:
    """ "nearly beaten", "almost won": the cue of what all but happened."""
    tokens = work.cover.tokens
    for cue in ("lose", "beat", "win"):
        for at in work.hits.get(cue, ()):
            start = work.cover.spans[at].start
            if start and tokens[start - 1].text in work.group("nearly"):
                return "win" if cue == "win" else "lose"
    return None


def _by_less(work: Work, *, won: bool) -> Expected | None:
    """ "nearly beaten, within 600": who was won, by less than that; who nearly won lost by less."""
    number = _number(work)
    if number is None or not work.anchored or len(number[0]) != 1:
        return None
    claimed = number[0][0]
    few = isinstance(claimed, ExpectedNumber) and claimed.condition.operator in {Operator.LESS, Operator.AT_MOST}
    if not isinstance(claimed, ExpectedNumber) or not few:
        return None
    points = claimed.condition.measure in {Measure.SHARE, Measure.MAJORITY_SHARE}
    if points and not won:
        return None
    measure = Measure.MAJORITY_SHARE if points else Measure.MAJORITY if won else Measure.BEHIND
    condition = claimed.condition.model_copy(update={"measure": measure})
    outcome: Expectation = ExpectedWinner() if won else ExpectedOutcome(outcome="loss")
    return (outcome, ExpectedNumber(condition=condition, about=claimed.about)), {}


def _behind(expected: Expectation) -> Expectation:
    """What a loser is beaten by is what is between them and the winner, wherever they came."""
    if not isinstance(expected, ExpectedNumber) or expected.condition.measure is not Measure.MAJORITY:
        return expected
    return expected.model_copy(update={"condition": expected.condition.model_copy(update={"measure": Measure.BEHIND})})


def _no_more_than_won(expect: tuple[Expectation, ...]) -> bool:
    """Whether the verb says no more than "got": "won 202 seats", "took a third of the vote"."""
    gained = [e for e in expect if isinstance(e, ExpectedOutcome) and e.outcome == "gain"]
    return len(expect) == 1 and (bool(gained) or isinstance(expect[0], ExpectedWinner))


def _won_or_lost(work: Work) -> Expected:
    """The outcome that the verbs say."""
    extra: dict[str, object] = {}
    if work.has("hold") and not work.has("lose"):
        work.take("hold", "win", "take")
        if not work.parties and work.of_somebody:
            # a person keeps a seat by winning it again, whoever it was gained from before
            return (ExpectedWinner(),), extra
        return (ExpectedOutcome(outcome="hold"),), extra
    if work.says("gaining") and work.has("take"):
        work.take("take", "win", "changed_hands")
        if len(work.parties) == 2:
            extra = {"parties": work.use(work.parties[:1]), "lost_by": work.use(work.parties[1:])}
        return (ExpectedOutcome(outcome="gain"),), extra
    if not extra and work.has("changed_hands") and not work.has("lose", "win", "take"):
        return _went(work)
    if work.has("lose") and not work.has("deposit"):
        work.take("lose", "win", "hold")
        if len(work.parties) == 2 and party_after(work, "losing_to") is work.parties[1]:
            # "the snp lost ochil to the tories": these gained it from those
            loser, gainer = work.parties
            return (ExpectedOutcome(outcome="gain"),), {"parties": work.use([gainer]), "lost_by": work.use([loser])}
        personal = misses(work) or (bool(work.people) and not work.parties)
        return (ExpectedWinner() if personal else ExpectedOutcome(outcome="loss"),), extra
    # "got it back": by a verb that alone says no more than "had"
    back = work.says("back_again") and work.take("get")
    return ((ExpectedWinner(),) if work.take("win", "mp", "take") or back else ()), extra


def misses(work: Work) -> bool:
    """ "the lib dems missed out in st ives": they did not win what they need not have held before."""
    lost = work.hits.get("lose", ())
    return bool(lost) and all(work.text(at) in work.group("missing_out") for at in lost)


def _went(work: Work) -> Expected:
    """ "wimbledon went lib dem", "did bath go from tory to lib dem": whom a seat elected."""
    if not work.seats and not work.inherited.seats:
        return (), {}
    to = [slot for at in work.hits["changed_hands"] for slot in work.parties if _leads_to(work, at, slot)]
    if len(work.parties) == 1 and to:
        work.take("changed_hands")
        return (ExpectedWinner(),), {}
    if len(work.parties) == 2 and party_after(work, "changed_from") is work.parties[0]:
        work.take("changed_hands")
        loser, gainer = work.parties
        return (ExpectedOutcome(outcome="gain"),), {"parties": work.use([gainer]), "lost_by": work.use([loser])}
    if len(work.parties) == 1 and any(work.text(at) in work.group("ceasing") for at in work.hits["changed_hands"]):
        work.take("changed_hands")
        return (ExpectedOutcome(outcome="loss"),), {}
    return (), {}


def _leads_to(work: Work, at: int, party: Slot) -> bool:
    """Whether a party stands right behind a verb of change that says what it became."""
    between = work.cover.spans[at + 1 : party.span]
    phrase = set(work.text(at).split())
    ends = work.group("changed_from") | {"hands"}
    joined = all(span.filler for span in between)
    return at < party.span and joined and work.text(at) not in work.group("ceasing") and not phrase & ends


def _number(work: Work) -> Expected | None:
    """A number that the claim states, compared as it says."""
    free = work.free_numbers()
    ahead = bool(free and (work.parties or work.people)) and is_ahead_by(work, free[0][0])
    found = number_conditions(work)
    if found is None:
        return None
    conditions, rough = found
    first = first_win(work)
    extra: dict[str, object] = {"when": first} if first is not None else {}
    inherited = work.inherited
    named = work.parties or work.people or inherited.parties or inherited.people
    of_vote = work.has("share", "seats", "win", "get", "party_of") or work.says("anybody")
    if not (named or of_vote):
        # "did fewer than 60% vote": of the electorate; "did the winner get over 60%" is of the vote
        turnout = {"measure": Measure.TURNOUT}
        conditions = tuple(c.model_copy(update=turnout) if c.measure is Measure.SHARE else c for c in conditions)
    work.take("win", "votes", "share", "majority", "turnout", "seats", "how_much", "closeness", "about_number", "beat")
    work.take("ahead", "only", "exactly", "get", "by_how_much", "behind", "swing", "electorate", "candidates", "lose")
    work.take(*(("finish",) if first is not None else ()))
    expected = tuple(ExpectedNumber(condition=condition, about=rough) for condition in conditions)
    return ((ExpectedWinner(), *expected) if ahead else expected), extra


_STEPS: tuple[Callable[[Work], Expected | None], ...] = (
    _overall,
    swept,
    wiped_out,
    any_seats,
    all_but_some,
    counted_in_country,
    _deposit,
    any_of_party,
    sat,
    _gained_from,
    areas_in_order,
    order,
    moved,
    women_moved,
    level,
    ever,
    direction,
    _position,
    _stood,
    affiliated,
    was,
    _changed,
    _outcome,
)
"""What may be expected, the most telling words first."""
