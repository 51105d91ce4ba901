"""Conditions that narrow many contests: who won, lost, came second, from whom, over or under a number."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import LAST_PLACE, Condition, Measure, Operator, Outcome

_FROM = frozenset({"from", "off", "of"})
_TO = frozenset({"to"})


def conditions(work: Work) -> dict[str, object]:
    """Fields of a ``Selection`` that the question sets besides place and time; marks what says so."""
    found: dict[str, object] = {}
    found.update(_outcome(work))
    found.update(_position(work))
    beaten = {"losing", "defeated", "unsuccessful", "beaten"} & {token.text for token in work.cover.tokens}
    number = _number(work)
    if beaten and work.take("lose", "candidates"):
        number = (*number, Condition(measure=Measure.POSITION, operator=Operator.AT_LEAST, value=2))
    work.take("three_way")
    if number:
        found["conditions"] = number
    if work.take("women"):
        found["gender"] = "female"
    elif work.take("men"):
        found["gender"] = "male"
    return found


def _outcome(work: Work) -> dict[str, object]:
    found: dict[str, object] = {}
    words = {token.text for token in work.cover.tokens}
    gained = words & {
        "gain",
        "gained",
        "gains",
        "gaining",
        "took",
        "take",
        "taken",
        "flipped",
        "captured",
        "snatched",
        "won",
    }
    lost = work.has("lose") and not work.has("deposit")
    if work.take("changed_hands"):
        found["outcome"] = Outcome.GAIN
        return found
    if lost and work.parties:
        work.take("lose")
        loser = work.parties[0]
        other = work.parties[1] if len(work.parties) > 1 else None
        found |= {"outcome": Outcome.GAIN, "lost_by": work.use([loser])}
        if other:
            found["winner"] = work.use([other])
        return found
    taken_from = _party_after(work, _FROM)
    if gained and work.parties and (taken_from or gained - {"won", "take", "taken"}):
        work.take("take", "win")
        found["outcome"] = Outcome.GAIN
        if taken_from:
            found["lost_by"] = work.use([taken_from])
        rest = [slot for slot in work.parties if slot is not taken_from]
        if rest:
            found["winner"] = work.use(rest)
        return found
    if work.has("hold") and work.parties and words & {"held", "hold", "holds", "retained", "kept", "defended"}:
        work.take("hold")
        return {"outcome": Outcome.HOLD, "winner": work.use(work.parties[:1])}
    if work.has("hold") and words & {"holds", "hold"} and not work.parties:
        work.take("hold")
        return {"outcome": Outcome.HOLD}
    if work.has("take") and words & {"gains", "gain", "gained"}:
        work.take("take")
        return {"outcome": Outcome.GAIN}
    return found


def _position(work: Work) -> dict[str, object]:
    if work.has("runner_up"):
        work.take("runner_up", "finish")
        behind = _party_after(work, _TO | {"behind"})
        found: dict[str, object] = {"place": 2}
        if behind:
            found["winner"] = work.use([behind])
        rest = [slot for slot in work.parties if slot is not behind]
        if rest:
            found["parties"] = work.use(rest)
        return found
    if work.take("last_place"):
        return {"place": LAST_PLACE, "parties": work.use(work.parties)}
    if work.has("finish"):
        ordinal = work.ordinal()
        if ordinal:
            work.take("finish")
            behind = _party_after(work, _TO | {"behind"}) if ordinal == 2 else None
            found = {"place": ordinal}
            if behind:
                found["winner"] = work.use([behind])
            found["parties"] = work.use([slot for slot in work.parties if slot is not behind])
            return found
    return {}


def _party_after(work: Work, leads: frozenset[str]) -> Slot | None:
    """The party that a word such as "from" or "to" stands right before (articles between do not count)."""
    tokens, spans = work.cover.tokens, work.cover.spans
    for slot in work.parties:
        at = spans[slot.span].start - 1
        while at >= 0 and tokens[at].text in {"the"}:
            at -= 1
        if at >= 0 and tokens[at].text in leads and len(work.parties) > 1:
            return slot
    return None


def _number(work: Work) -> tuple[Condition, ...]:
    """ "majority below 100", "over 50%", "under 5 points"."""
    if not work.has("over", "under", "exactly"):
        return ()
    number = next(((at, n) for at, n in work.slots.numbers if at not in work.used and n.unit != "ordinal"), None)
    if number is None:
        return ()
    at, held = number
    work.used.add(at)
    words = {work.text(i) for cue in ("over", "under") for i in work.hits.get(cue, ())}
    if work.has("under"):
        loose = words & {"at most", "no more than", "up to", "or fewer", "or less"}
        operator = Operator.AT_MOST if loose else Operator.LESS
    elif work.has("over"):
        operator = (
            Operator.AT_LEAST
            if words & {"at least", "no fewer than", "no less than", "or more", "minimum of"}
            else Operator.MORE
        )
    else:
        operator = Operator.EQUAL
    work.take("over", "under", "exactly")
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if measure is Measure.VOTES and work.has("win", "lose", "hold", "take") and _by_number(work, at):
        measure = Measure.MAJORITY
    return (Condition(measure=measure, operator=operator, value=held.value / 100 if fraction else held.value),)


def _measure(work: Work, *, fraction: bool) -> Measure:
    tokens = {token.text for token in work.cover.tokens}
    if work.take("turnout"):
        return Measure.TURNOUT
    if ("third" in tokens or work.has("three_way")) and fraction:
        work.take("three_way", "closest")
        work.take("runner_up", "finish", "first_time")
        for at, number in work.slots.numbers:
            if number.unit == "ordinal":
                work.used.add(at)
        return Measure.THIRD_MARGIN
    if work.take("electorate"):
        return Measure.ELECTORATE
    if work.take("majority") or work.take("closeness"):
        return Measure.MAJORITY_SHARE if fraction else Measure.MAJORITY
    if work.take("candidates"):
        return Measure.CANDIDATES
    if fraction:
        work.take("share", "votes")
        return Measure.SHARE
    if work.take("votes"):
        return Measure.VOTES
    return Measure.MAJORITY


def number_condition(work: Work) -> tuple[Condition, bool] | None:
    """A number with its measure and comparison, for a check; and whether it was given as a rough one."""
    free = [(at, n) for at, n in work.slots.numbers if at not in work.used and n.unit != "ordinal"]
    if not free:
        return None
    rough = work.has("about_number")
    if work.has("over", "under", "exactly"):
        at = free[0][0]
        (condition,) = _number(work) or (None,)
        if condition is None:
            return None
        if condition.measure is Measure.VOTES and _by_number(work, at):
            condition = condition.model_copy(update={"measure": Measure.MAJORITY})
        return condition, False
    at, held = free[0]
    work.used.add(at)
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if not fraction and measure is Measure.VOTES and work.has("win", "lose", "beat", "ahead") and _by_number(work, at):
        measure = Measure.MAJORITY
    if work.take("seats") and not work.seats:
        measure = Measure.SEATS
    value = held.value / 100 if fraction else held.value
    return Condition(measure=measure, operator=Operator.EQUAL, value=value), rough


def _by_number(work: Work, at: int) -> bool:
    """Whether "by" leads to the number: "won by 2,147 votes"."""
    start = work.cover.spans[at].start
    return any(token.text == "by" for token in work.cover.tokens[max(0, start - 4) : start])
