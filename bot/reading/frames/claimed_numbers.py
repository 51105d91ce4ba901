"""Numbers that a check expects: of votes, seats, a majority, a turnout."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.frames.conditions import FEW, FRACTIONS, as_held, by_number, compares, limit_on, measure_of, operator
from bot.reading.numbers import Number
from bot.reading.slots import Inherited
from bot.reading.work import Work
from knowledge.query import Condition, Measure, Operator

_LEADING = ("win", "lose", "hold", "take", "beat", "ahead", "behind", "by_how_much", "changed_hands", "landslide")
"""Cues of what lies between two candidates."""
_ASKING_NOTHING = frozenset(
    {"aux", "over", "under", "exactly", "about_number", "not", "by_election", "general_election"}
)
"""Cues beside which a number is of no figure in particular."""
_TOLD_AS = 0.0004
"""How far a share may lie below one that it is told as, rounded to a tenth of a point."""
_HARDLY_VOTES = 4
_ASKED_OF_SEATS = frozenset({"win", "get", "over", "under", "exactly", "aux", "check", "general_election", "only"})
"""Cues beside which a number said of a party in the country is of its seats."""
_COMPARING = ("over", "under", "exactly")


def number_conditions(work: Work) -> tuple[tuple[Condition, ...], bool] | None:
    """What a check expects of a number: the conditions that say so; and whether it was given as a rough one."""
    free = work.free_numbers()
    if not free or _of_nothing_named(work) or set_against(work) or (work.has("swing") and _somebody(work)):
        # a swing to somebody may be from any other
        return None
    at, held = free[0]
    if not held.unit and _counts_contests(work, at):
        return None
    special = _of_voters(work, at, held) or _of_seats(work, at, held)
    if special is not None:
        return _so_many(work, at, special) or ((special,), held.rough or work.has("about_number"))
    if compares(work) or held.unit == "digits":
        compared = _compared(work, at, held)
        return None if compared is None else (compared, False)
    work.used.add(at)
    fraction = held.unit in FRACTIONS
    measure = _of_a_poll(work, at, measure_of(work, fraction=fraction))
    if measure in {Measure.VOTES, Measure.MAJORITY} and of_somebody_unnamed(work):
        # "a bloke got 5 votes": whose votes they were is not known
        return None
    if measure is Measure.MAJORITY and _counts_seats(work, at, held):
        measure = Measure.SEATS
    if measure is Measure.VOTES and _is_lead(work, at, held):
        measure = Measure.MAJORITY
    if work.take("seats") and not work.seats:
        measure = Measure.SEATS
    reached = Operator.AT_LEAST if measure is Measure.SEATS and _is_the_mark(work, held) else Operator.EQUAL
    condition = Condition(measure=measure, operator=reached, value=as_held(held, measure))
    rough = held.rough or work.has("about_number") or "odd" in work.text(at).split()
    return _so_many(work, at, condition) or ((condition,), rough)


def _so_many(work: Work, at: int, condition: Condition) -> tuple[tuple[Condition, ...], bool] | None:
    """ "did half of bath vote", "did 40% of people vote labour": as many at least; None of any other claim.

    A share that is told as so much counts: 39.98% is 40%.
    """
    ahead = {token.text for token in work.cover.tokens[: work.cover.spans[at].start]}
    led = work.opens_as("verb_openers") and ahead <= work.group("verb_openers") | work.group("before_so_many")
    number = work.cover.spans[at].number
    if not led or condition.operator is not Operator.EQUAL or number is None or number.unit not in FRACTIONS:
        return None
    least = {"operator": Operator.AT_LEAST, "value": condition.value - _TOLD_AS}
    return (condition.model_copy(update=least),), False


def set_against(work: Work) -> bool:
    """ "al murray got over 500 votes against farage": of the first of two people; the other only says where."""
    if len(work.people) != 2 or work.parties:
        return False
    start = max(map(work.start, work.people))
    led = work.cover.tokens[start - 1].text in work.group("set_against")
    return led and not work.has("beat", "lose", "by_how_much")


def lost_majority(work: Work) -> bool:
    """ "lost a 24,000 majority", "lost a majority of 24,000": how large it had been."""
    spans = {at for at, _ in work.slots.numbers}
    lost = work.first("lose")
    return any(lost < at and not spans.isdisjoint((at - 1, at + 1, at + 2)) for at in work.hits.get("majority", ()))


def _counts_contests(work: Work, at: int) -> bool:
    """ "at four elections in a row": how many contests, and not how many votes."""
    end = work.cover.spans[at].end
    behind = [token.text for token in work.cover.tokens[end : end + 2]]
    counted = behind[1:] if behind[:1] == ["by"] else behind[:1]
    return not work.group("counted_contests").isdisjoint(counted)


def _of_nothing_named(work: Work) -> bool:
    """ "was it over 60% in bath": of which figure, no word says, and none was spoken of."""
    texts = [token.text for token in work.cover.tokens]
    pointed = any(verb in work.group("being") and subject in {"it", "that"} for verb, subject in pairwise(texts))
    if not pointed or _somebody(work) or work.inherited != Inherited():
        return False
    return _ASKING_NOTHING.issuperset(work.hits)


def _compared(work: Work, at: int, held: Number) -> tuple[Condition, ...] | None:
    """ "by over a thousand", "fewer than 20 seats"; None where no contest is named that it could be of."""
    found = []
    for condition in limit_on(work):
        measure = _of_a_poll(work, at, condition.measure)
        if measure is Measure.VOTES and (by_number(work, at) or _of_a_win(work, at)):
            measure = Measure.MAJORITY
        if measure is Measure.MAJORITY and not work.has("majority", "closeness"):
            if (not work.seats and work.take("seats")) or _counts_seats(work, at, held):
                measure = Measure.SEATS
            elif not work.anchored:
                return None
        found.append(condition.model_copy(update={"measure": measure}))
    return tuple(found)


def _counts_seats(work: Work, at: int, held: Number) -> bool:
    """ "did the tories reach 326 in 2017": of a party in the country so few are seats, unless it is by how many."""
    if work.anchored or len(work.parties) != 1 or held.unit or held.rough or by_number(work, at):
        return False
    if len(work.years) != 1 or not work.has("win", "get", "over", "under") or not _ASKED_OF_SEATS.issuperset(work.hits):
        return False
    house = work.catalogue.seats_in("united-kingdom", work.years[0].year)
    return house is not None and _HARDLY_VOTES <= held.value <= house


def _is_the_mark(work: Work, held: Number) -> bool:
    """ "did cameron get 326": the seats that a majority needs, of which nobody asks whether they were just so many."""
    if work.areas or len(work.years) != 1:
        return False
    house = work.catalogue.seats_in("united-kingdom", work.years[0].year)
    return house is not None and held.value == house // 2 + 1


def _of_a_poll(work: Work, at: int, measure: Measure) -> Measure:
    """ "did labour get over 20k in selby": of somebody, where nothing is won or lost, it is their votes."""
    if measure is not Measure.MAJORITY or work.has("majority", "closeness"):
        return measure
    if work.anchored and _led_by_with(work, at):
        return Measure.VOTES
    plain = not work.has(*_LEADING) or _is_had(work, at)
    return Measure.VOTES if plain and work.anchored and _somebody(work) and not by_number(work, at) else measure


def _is_had(work: Work, at: int) -> bool:
    """ "corbyn bagged over 40k": a verb of winning right before a number has it for its object, and no contest."""
    if any(cue in work.hits for cue in _LEADING if cue != "win") or len(work.hits["win"]) != 1:
        return False
    verb = work.hits["win"][0]
    return verb < at and all("over" in work.cover.spans[n].cues for n in range(verb + 1, at))


def of_somebody_unnamed(work: Work) -> bool:
    """ "a bloke who got 5 votes": somebody is spoken of whom no name tells apart from others who stood."""
    if _somebody(work) or not (work.has("get", "votes") and work.anchored) or work.has("majority", "by_how_much"):
        return False
    texts = [token.text for token in work.cover.tokens]
    return any(
        text in work.group("unnamed") and not work.group("unnamed_leads").isdisjoint(texts[max(0, at - 2) : at])
        for at, text in enumerate(texts)
    )


def _led_by_with(work: Work, at: int) -> bool:
    """ "won with over 20,000": what somebody won with is their votes, what they won by is the lead."""
    start = work.cover.spans[at].start
    return "with" in {token.text for token in work.cover.tokens[max(0, start - 3) : start]}


def _is_lead(work: Work, at: int, held: Number) -> bool:
    """Whether votes are those between first and second: "won by 2,147 votes", "was it really six votes"."""
    if work.has("win", "lose", "beat", "ahead", "hold", "take", "changed_hands") and by_number(work, at):
        return True
    return is_ahead_by(work, at) or (not _somebody(work) and held.value < FEW)


def is_ahead_by(work: Work, at: int) -> bool:
    """ "lib dems by a dozen votes": by which they won, where nothing is said to have moved and no verb stands."""
    told = work.has(
        *_LEADING, "up", "down", "change", "better", "worse", "majority", "closeness", "runner_up", "finish"
    )
    return bool(work.seats) and not told and work.has("votes") and _right_behind_by(work, at)


def _right_behind_by(work: Work, at: int) -> bool:
    """Whether nothing but an article stands between "by" and a number."""
    tokens, start = work.cover.tokens, work.cover.spans[at].start
    before = [token.text for token in tokens[max(0, start - 2) : start] if token.text not in work.group("articles")]
    return before[-1:] == ["by"]


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
    compared = operator(work)
    work.take("over", "under", "exactly", "electorate", "turnout", "valid_votes", "about_number", "only")
    measure = Measure.TURNOUT if held.unit == "percent" else Measure.VALID_VOTES
    return Condition(measure=measure, operator=compared, value=as_held(held))


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
    compared = operator(work)
    work.take("over", "under", "exactly", "seats")
    return Condition(measure=Measure.SEATS, operator=compared, value=as_held(held) * seats)


def _of_a_win(work: Work, at: int) -> bool:
    """ "was the labour win under 50 votes": the size of a win, not the votes it was won with."""
    start = work.cover.spans[at].start
    led = {token.text for token in work.cover.tokens[max(0, start - 3) : start]}
    return work.opens_as("verb_openers") and work.says("win_things") and "with" not in led


def is_measured(work: Work) -> bool:
    """ "barrow 17 maj 209?", "margin under 50 votes": a figure is stated, as in a list where many seats are meant."""
    if work.timed and work.has("turnout") and work.has("over", "under") and work.free_numbers() and not work.anchored:
        return True
    if not work.seats or len(work.free_numbers()) != 1:
        return False
    if work.has("majority", "turnout", "votes", "share", "invalid_votes", "by_how_much"):
        return True
    if len(work.parties) + len(work.people) == 1 and work.has("over", "under"):
        # "ukip over 3k in wakefield"
        return True
    return not (work.parties or work.people) and work.has("closeness", "electorate") and work.has(*_COMPARING)
