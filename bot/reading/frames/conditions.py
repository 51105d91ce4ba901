"""Conditions that narrow many contests: who won, lost, came second, from whom, over or under a number."""

from __future__ import annotations

from bot.reading.numbers import Number
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import LAST_PLACE, Condition, Measure, Operator, Outcome

_FRACTIONS = frozenset({"percent", "points"})
"""Units of numbers that are held as fractions of one."""
_FEW = 2000
"""Votes that nobody wins with: so few can only be a majority."""


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
    """ "majority below 100", "over 50%", "under 5 points", "a four figure majority"."""
    free = work.free_numbers()
    if not free or not (work.has("over", "under", "exactly") or free[0][1].unit == "digits"):
        return ()
    at, held = free[0]
    work.used.add(at)
    operator = _operator(work)
    work.take("over", "under", "exactly")
    measure = _measure(work, fraction=held.unit in _FRACTIONS)
    if measure is Measure.VOTES and work.has("win", "lose", "hold", "take") and _by_number(work, at):
        measure = Measure.MAJORITY
    if held.unit == "digits":
        return tuple(Condition(measure=measure, operator=op, value=value) for op, value in _digits(held, operator))
    return (Condition(measure=measure, operator=operator, value=_value(held)),)


def _digits(held: Number, operator: Operator) -> tuple[tuple[Operator, float], ...]:
    """Between which numbers those of so many figures lie: "four figures" are 1,000 to 9,999."""
    least, beyond = 10 ** (held.value - 1), 10**held.value
    if operator in {Operator.LESS, Operator.AT_MOST}:
        return ((Operator.LESS, least),)
    if operator is Operator.MORE:
        return ((Operator.AT_LEAST, beyond),)
    return ((Operator.AT_LEAST, least), (Operator.LESS, beyond))


def _value(held: Number) -> float:
    """A number as figures are held: fractions of one."""
    return held.value / 100 if held.unit in _FRACTIONS else held.value


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
    if fraction and (_to_third(work) or work.has("three_way")):
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


def _to_third(work: Work) -> bool:
    """Whether the one who came third is spoken of, not a third of something."""
    return any(number.unit == "ordinal" and number.value == 3 for _, number in work.slots.numbers)


def number_conditions(work: Work) -> tuple[tuple[Condition, ...], bool] | None:
    """What a check expects of a number: the conditions that say so; and whether it was given as a rough one."""
    free = work.free_numbers()
    if not free:
        return None
    at, held = free[0]
    special = _of_voters(work, at, held) or _of_seats(work, at, held)
    if special is not None:
        return (special,), held.rough or work.has("about_number")
    if work.has("over", "under", "exactly") or held.unit == "digits":
        compared = _compared(work, at)
        return None if compared is None else (compared, False)
    work.used.add(at)
    fraction = held.unit in _FRACTIONS
    measure = _measure(work, fraction=fraction)
    if measure is Measure.VOTES and _is_lead(work, at, held):
        measure = Measure.MAJORITY
    if work.take("seats") and not work.seats:
        measure = Measure.SEATS
    condition = Condition(measure=measure, operator=Operator.EQUAL, value=_value(held))
    return (condition,), held.rough or work.has("about_number")


def _compared(work: Work, at: int) -> tuple[Condition, ...] | None:
    """ "by over a thousand", "fewer than 20 seats"; None where no contest is named that it could be of."""
    found = []
    for condition in _number(work):
        measure = condition.measure
        if measure is Measure.VOTES and _by_number(work, at):
            measure = Measure.MAJORITY
        if measure is Measure.MAJORITY and not work.has("majority", "closeness"):
            if not work.seats and work.take("seats"):
                measure = Measure.SEATS
            elif not work.anchored:
                return None
        found.append(condition.model_copy(update={"measure": measure}))
    return tuple(found)


def _is_lead(work: Work, at: int, held: Number) -> bool:
    """Whether votes are those between first and second: "won by 2,147 votes", "was it really six votes"."""
    if work.has("win", "lose", "beat", "ahead", "hold") and _by_number(work, at):
        return True
    return not _somebody(work) and held.value < _FEW


def _somebody(work: Work) -> bool:
    """Whether a party or person is spoken of, whose votes may be meant."""
    inherited = work.inherited
    return bool(work.parties or work.people or inherited.parties or inherited.people)


def _of_voters(work: Work, at: int, held: Number) -> Condition | None:
    """ "did more than half of people vote", "did 40,000 people vote": of all who could, where nobody is named."""
    if held.unit in {"points", "digits"} or _somebody(work) or work.has("take", "hold", "lose", "share"):
        return None
    if any(work.text(place) not in work.group("voting") for cue in ("win", "get") for place in work.hits.get(cue, ())):
        return None
    voting = [place for place in _voting(work) if place > at]
    people = work.says("electors")
    if not voting or not (people or held.unit == "percent"):
        return None
    work.used.update((at, *voting))
    operator = _operator(work)
    work.take("over", "under", "exactly", "electorate", "turnout", "valid_votes", "about_number", "only")
    measure = Measure.TURNOUT if held.unit == "percent" else Measure.VALID_VOTES
    return Condition(measure=measure, operator=operator, value=_value(held))


def _voting(work: Work) -> list[int]:
    """Where "vote" is what people did, no noun."""
    places = {
        place for cue in ("votes", "transfer", "turnout", "valid_votes", "win") for place in work.hits.get(cue, ())
    }
    tokens, spans = work.cover.tokens, work.cover.spans
    found = []
    for place in sorted(places):
        start = spans[place].start
        before = tokens[start - 1].text if start else ""
        said = {work.text(place), tokens[spans[place].end - 1].text}
        if not said.isdisjoint(work.group("voting")) and before not in work.group("articles"):
            found.append(place)
    return found


def _of_seats(work: Work, at: int, held: Number) -> Condition | None:
    """ "more than half of the seats in Scotland": a part of those there are to win."""
    if held.unit != "percent" or work.anchored or not work.parties or not work.has("seats") or len(work.years) > 1:
        return None
    if work.timed and not work.years and not work.has("latest", "general_election"):
        return None
    year = work.years[0].year if work.years else work.calendar.generals[-1].year
    seats = work.catalogue.seats_in(work.areas[0].values[0] if work.areas else "united-kingdom", year)
    if seats is None:
        return None
    work.used.add(at)
    operator = _operator(work)
    work.take("over", "under", "exactly", "seats")
    return Condition(measure=Measure.SEATS, operator=operator, value=_value(held) * seats)


def _by_number(work: Work, at: int) -> bool:
    """Whether "by" leads to the number: "won by 2,147 votes"."""
    start = work.cover.spans[at].start
    return any(token.text == "by" for token in work.cover.tokens[max(0, start - 4) : start])
