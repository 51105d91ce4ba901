"""Conditions that narrow many contests: who won, lost, came second, from whom, over or under a number."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import LAST_PLACE, Condition, Measure, Operator, Outcome


def conditions(work: Work) -> dict[str, object]:
    """Fields of a ``Selection`` that the question sets besides place and time; marks what says so."""
    found = {**_outcome(work), **_position(work)}
    number = _number(work)
    if work.says("beaten") and work.take("lose", "candidates"):
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
    """Who took, kept or lost: the first step that knows answers."""
    for step in (_changed, _lost, _gained, _kept, _gains):
        found = step(work)
        if found:
            return found
    return {}


def _changed(work: Work) -> dict[str, object]:
    """ "seats that changed hands"."""
    return {"outcome": Outcome.GAIN} if work.take("changed_hands") else {}


def _lost(work: Work) -> dict[str, object]:
    """ "seats labour lost", "seats labour lost to reform"."""
    if not work.has("lose") or work.has("deposit") or not work.parties:
        return {}
    work.take("lose")
    found: dict[str, object] = {"outcome": Outcome.GAIN, "lost_by": work.use(work.parties[:1])}
    return found | ({"winner": work.use(work.parties[1:2])} if len(work.parties) > 1 else {})


def _gained(work: Work) -> dict[str, object]:
    """ "seats gained by labour", "seats reform took from the tories"."""
    gained = work.words & work.group("gained_lists")
    giver = party_after(work, "from")
    if not gained or not work.parties or not (giver or gained - work.group("taken_from")):
        return {}
    work.take("take", "win")
    found: dict[str, object] = {"outcome": Outcome.GAIN}
    if giver:
        found["lost_by"] = work.use([giver])
    winners = [slot for slot in work.parties if slot is not giver]
    if winners:
        found["winner"] = work.use(winners)
    return found


def _kept(work: Work) -> dict[str, object]:
    """ "seats labour held", "labour holds"."""
    if not work.has("hold") or not work.says("keeping" if work.parties else "holds"):
        return {}
    work.take("hold")
    return {"outcome": Outcome.HOLD, **({"winner": work.use(work.parties[:1])} if work.parties else {})}


def _gains(work: Work) -> dict[str, object]:
    """ "all the gains"."""
    return {"outcome": Outcome.GAIN} if work.has("take") and work.says("gains") and work.take("take") else {}


def _position(work: Work) -> dict[str, object]:
    """Who came second, last or at another place, and behind whom."""
    if work.has("runner_up"):
        place: int | None = 2
    elif work.take("last_place"):
        return {"place": LAST_PLACE, "parties": work.use(work.parties)}
    else:
        place = work.ordinal() if work.has("finish") else None
    if not place:
        return {}
    work.take("runner_up", "finish")
    ahead = party_after(work, "behind") if place == 2 else None
    found: dict[str, object] = {"place": place}
    if ahead:
        found["winner"] = work.use([ahead])
    others = [slot for slot in work.parties if slot is not ahead]
    return found | ({"parties": work.use(others)} if others else {})


def party_after(work: Work, leads: str) -> Slot | None:
    """The party that a word such as "from" or "to" stands right before (articles between do not count)."""
    if len(work.parties) < (1 if leads == "from" else 2):
        return None
    for slot in work.parties:
        before = [token.text for token in work.cover.tokens[: work.start(slot)]]
        while before and before[-1] == "the":
            before.pop()
        if before and before[-1] in work.group(leads):
            return slot
    return None


def _number(work: Work) -> tuple[Condition, ...]:
    """ "majority below 100", "over 50%", "under 5 points"."""
    free = work.free_numbers()
    if not free or not _compares(work):
        return ()
    at, held = free[0]
    work.used.add(at)
    compared = operator(work)
    work.take("over", "under", "exactly")
    if work.has("than"):
        work.take("better", "worse", "than", "did_how", "do_worst", "do_best")
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if measure is Measure.VOTES and work.has("win", "lose", "hold", "take") and _by_number(work, at):
        measure = Measure.MAJORITY
    return (Condition(measure=measure, operator=compared, value=held.value / 100 if fraction else held.value),)


def operator(work: Work) -> Operator:
    """How the number compares."""
    phrases = {work.text(at) for cue in ("over", "under") for at in work.hits.get(cue, ())}
    if work.has("under"):
        return Operator.LESS if phrases.isdisjoint(work.group("at_most")) else Operator.AT_MOST
    if work.has("over"):
        return Operator.MORE if phrases.isdisjoint(work.group("at_least")) else Operator.AT_LEAST
    if work.has("worse", "do_worst"):
        return Operator.LESS
    return Operator.MORE if work.has("better", "do_best") else Operator.EQUAL


def _compares(work: Work) -> bool:
    """Whether the number is a limit: "over 50", "worse than 202 seats"."""
    if work.has("over", "under", "exactly"):
        return True
    return work.has("than") and work.has("better", "worse", "do_best", "do_worst")


def _measure(work: Work, *, fraction: bool) -> Measure:
    """What the number is a number of."""
    if work.take("turnout"):
        return Measure.TURNOUT
    if fraction and ("third" in work.words or work.has("three_way")):
        work.take("three_way", "closest", "runner_up", "finish", "first_time")
        work.used.update(at for at, number in work.slots.numbers if number.unit == "ordinal")
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
    return Measure.VOTES if work.take("votes") else Measure.MAJORITY


def number_condition(work: Work) -> tuple[Condition, bool] | None:
    """A number with its measure and comparison, for a check; and whether it was given as a rough one."""
    free = work.free_numbers()
    if not free:
        return None
    at, held = free[0]
    if _compares(work):
        (condition,) = _number(work)
        if condition.measure is Measure.VOTES and _by_number(work, at):
            condition = condition.model_copy(update={"measure": Measure.MAJORITY})
        if condition.measure is Measure.MAJORITY and not work.has("majority", "closeness"):
            if not work.seats and work.take("seats"):
                condition = condition.model_copy(update={"measure": Measure.SEATS})
            elif not work.anchored:
                # "by exactly 2,019 votes" of the whole country: no contest is named that could have been
                return None
        return condition, False
    work.used.add(at)
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if not fraction and measure is Measure.VOTES and work.has("win", "lose", "beat", "ahead") and _by_number(work, at):
        measure = Measure.MAJORITY
    if work.take("seats") and not work.seats:
        measure = Measure.SEATS
    value = held.value / 100 if fraction else held.value
    rough = work.has("about_number") or "odd" in work.text(at).split()
    return Condition(measure=measure, operator=Operator.EQUAL, value=value), rough


def _by_number(work: Work, at: int) -> bool:
    """Whether "by" leads to the number: "won by 2,147 votes"."""
    start = work.cover.spans[at].start
    return any(token.text == "by" for token in work.cover.tokens[max(0, start - 4) : start])
