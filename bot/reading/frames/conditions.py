"""Conditions that narrow many contests: who won, lost, came second, from whom, over or under a number."""

from __future__ import annotations

from collections.abc import Sequence

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
    for step in (_passed, _changed, _lost, _gained, _kept, _gains):
        found = step(work)
        if found:
            return found
    return {}


def _passed(work: Work) -> dict[str, object]:
    """ "seats that went from labour to the tories", "snp seats that went tory"."""
    if not work.has("changed_hands") or len(work.parties) != 2:
        return {}
    giver = party_after(work, "from") or work.parties[0]
    winner = next(slot for slot in work.parties if slot is not giver)
    led = party_after(work, "from") is not None or giver.span < work.first("changed_hands") < winner.span
    if not led:
        return {}
    work.take("changed_hands", "take", "win", "lose")
    return {"outcome": Outcome.GAIN, "lost_by": work.use([giver]), "winner": work.use([winner])}


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
    if work.parties and work.after_general() and "hold" in work.words:
        # "how many seats did the snp hold after 2015": all it had then
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
        verbless = work.has("seats") and work.parties and work.has("how_many", "which", "where", "listing")
        plain = verbless and not work.has("highest", "lowest", "closest", "safest")
        place = work.ordinal() if work.has("finish") or plain else None
    if not place:
        return {}
    work.take("runner_up", "finish")
    ahead = party_after(work, "behind") if place == 2 else None
    found: dict[str, object] = {"place": place}
    if ahead:
        found["winner"] = work.use([ahead])
    others = [slot for slot in work.parties if slot is not ahead]
    parties = work.use(others) or (() if ahead else work.inherited.parties)
    return found | ({"parties": parties} if parties else {})


def party_after(work: Work, leads: str) -> Slot | None:
    """The party that a word such as "from" or "to" stands right before (articles between do not count)."""
    if len(work.parties) < (1 if leads == "from" else 2):
        return None
    for slot in work.parties:
        before = [token.text for token in work.cover.tokens[: work.start(slot)]]
        while before and before[-1] == "the":
            before.pop()
        if before and before[-1] in work.group(leads) and (before[-1] != "of" or _taken_before(work, before)):
            return slot
        span = work.cover.spans[slot.span]
        if leads == "from" and "expense" in {token.text for token in work.cover.tokens[span.end : span.end + 1]}:
            return slot
    return None


def _taken_before(work: Work, before: Sequence[str]) -> bool:
    """Whether an "of" follows on from taking: "took of labour", but not "a list of labour gains"."""
    return not work.group("gained_lists").isdisjoint(before) or "lost" in before or "expense" in before


def _number(work: Work) -> tuple[Condition, ...]:
    """ "majority below 100", "over 50%", "under 5 points"."""
    free = work.free_numbers()
    if not free or not work.has("over", "under", "exactly"):
        return ()
    at, held = free[0]
    work.used.add(at)
    operator = _operator(work)
    work.take("over", "under", "exactly")
    fraction = held.unit in {"percent", "points"}
    measure = _measure(work, fraction=fraction)
    if measure is Measure.VOTES and work.has("win", "lose", "hold", "take", "ahead") and _by_number(work, at):
        measure = Measure.MAJORITY
    return (Condition(measure=measure, operator=operator, value=held.value / 100 if fraction else held.value),)


def _operator(work: Work) -> Operator:
    """How the number compares."""
    phrases = {work.text(at) for cue in ("over", "under") for at in work.hits.get(cue, ())}
    if work.has("under"):
        return Operator.LESS if phrases.isdisjoint(work.group("at_most")) else Operator.AT_MOST
    if work.has("over"):
        return Operator.MORE if phrases.isdisjoint(work.group("at_least")) else Operator.AT_LEAST
    return Operator.EQUAL


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
    if work.has("over", "under", "exactly"):
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
    return Condition(measure=measure, operator=Operator.EQUAL, value=value), work.has("about_number")


def _by_number(work: Work, at: int) -> bool:
    """Whether "by" leads to the number: "won by 2,147 votes"."""
    start = work.cover.spans[at].start
    return any(token.text == "by" for token in work.cover.tokens[max(0, start - 4) : start])
