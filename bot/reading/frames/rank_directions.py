"""What a superlative ranks, and which end is wanted: "highest turnout", "biggest fall in the labour vote", "safest"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.frames.conditions import heads_numbers, is_bottom, is_nearly_lost
from bot.reading.frames.levels import levels
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, named
from bot.reading.frames.three_way import first_three
from bot.reading.work import Work, first_known
from knowledge.query import Measure

_OF_MAJORITY = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE})
_OF_VOTES = frozenset({Measure.VOTES, Measure.SHARE})


@dataclass(frozen=True, slots=True)
class Direction:
    """What is ranked and which end is wanted."""

    measure: Measure
    highest: bool


def direction_of(work: Work) -> Direction | None:
    """What is ranked: the first step that knows answers."""
    return first_known(_STEPS, work)


def is_low(work: Work) -> bool:
    """Whether the lowest are wanted."""
    low = work.has("lowest", "do_worst") or heads_numbers(work) or is_bottom(work)
    return low or (work.has("surpassing") and work.has("worse", "under"))


def _movement(work: Work) -> Direction | None:
    """ "biggest fall in the labour vote", "biggest rise"."""
    if work.has("do_best", "do_worst") and work.has("compare") and len(work.years) == 2 and len(work.parties) == 1:
        # "where did labour do best in 2024 compared with 2019"
        return Direction(Measure.CHANGE, not work.has("do_worst"))
    if not work.has("highest", "lowest") or not work.has("up", "down", "change") or levels(work):
        return None
    down = work.has("down") and not work.has("up")
    work.take("up", "down", "change", "share", "votes")
    if work.take("turnout"):
        return Direction(Measure.TURNOUT_CHANGE, not down)
    return Direction(Measure.CHANGE, not down)


def _nearest(work: Work) -> Direction | None:
    """ "which seat did the greens come closest to winning": where they were least behind without winning."""
    if _lost_by_least(work):
        work.take("lose", "behind", "lowest", "win")
        return Direction(Measure.BEHIND, highest=False)
    if is_nearly_lost(work):
        work.take("closest", "lose", "get")
        return Direction(Measure.MAJORITY, highest=False)
    if not is_nearly(work):
        return None
    work.take("runner_up", "closest", "win", "take", "lose", "finish")
    return Direction(Measure.BEHIND, highest=False)


def _lost_by_least(work: Work) -> bool:
    """ "the ten seats labour lost by least": where it was least behind."""
    lost = [at for at in work.hits.get("lowest", ()) if at and work.text(at - 1) in work.group("losing_by")]
    return len(work.parties) == 1 and bool(lost)


def is_nearly(work: Work) -> bool:
    """Whether a party is said to have come close to winning, or to have narrowly lost."""
    if len(work.parties) != 1 or not work.has("runner_up", "closest"):
        return False
    text = " ".join(token.text for token in work.cover.tokens)
    return any(phrase in text for phrase in work.group("nearly_won"))


def _measured(work: Work) -> Direction | None:
    """ "highest turnout", "most candidates", "closest majority"."""
    measures = ranked_measures(work)
    if not measures:
        extreme = work.has("highest", "lowest", "surpassing") and not work.says("beaten")
        if not work.has("candidates", "stand") or not extreme or work.has("win"):
            return None
        work.take("candidates", "stand", "how_many")
        return Direction(Measure.CANDIDATES, not is_low(work))
    if work.has("closest") and measures[0] in _OF_VOTES:
        return Direction(Measure.MAJORITY, highest=False)
    if measures[0] in _OF_VOTES and _is_safety(work):
        # "the safest seat by votes", "... going by percentage": what its majority is told in
        return Direction(Measure.MAJORITY if measures[0] is Measure.VOTES else Measure.MAJORITY_SHARE, highest=True)
    if measures == (Measure.VOTES,) and _decided_by(work):
        return Direction(Measure.MAJORITY, highest=False)
    if measures == (Measure.VOTES,) and _of_voters(work):
        return Direction(Measure.ELECTORATE, not is_low(work))
    closest = work.has("closest") and measures[0] in _OF_MAJORITY
    people = work.says("voting_people") and not (work.parties or work.people or work.has("win", "candidates"))
    if people and set(measures) & {Measure.SHARE, Measure.VOTES} and work.has("share"):
        # "where did the greatest proportion of people vote"
        return Direction(Measure.TURNOUT, not is_low(work))
    return Direction(measures[0], not (closest or is_low(work)))


def _is_safety(work: Work) -> bool:
    """Whether how safe seats are is ranked, and nothing else is said to be the highest or lowest."""
    return work.has("safest") and not work.has("highest", "lowest", "do_best", "do_worst", "surpassing")


def _in_points(work: Work, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """ "the smallest percentage majority", "... majority in percentage terms": as a part of the votes."""
    if Measure.MAJORITY not in measures:
        return measures
    spans, told = work.cover.spans, work.group("in_per_cent")
    parts = {*work.hits.get("share", ()), *(at for at in range(len(spans)) if work.text(at) in told)}
    for at in work.hits["majority"]:
        for part in parts:
            between = spans[min(at, part) + 1 : max(at, part)]
            if all(span.filler or span.soft for span in between):
                work.used.add(part)
                return (Measure.MAJORITY_SHARE,)
    return measures


def _decided_by(work: Work) -> bool:
    """ "which seat came down to the fewest votes": those between first and second."""
    lead = [at for at in work.hits.get("lowest", ()) if at and work.text(at - 1) in work.group("decided_by")]
    return bool(lead) and not (work.parties or work.people or work.has("candidates"))


def _of_voters(work: Work) -> bool:
    """ "the biggest constituency by voters": a seat's voters are its electors, where nobody's votes are asked for."""
    said = {work.text(at) for at in work.hits.get("votes", ())}
    plain = bool(said) and {text.split()[-1] for text in said} <= work.group("mere_voters") and work.has("seats")
    return plain and not (work.parties or work.people or work.has("win", "candidates", "party_of"))


def _marginal(work: Work) -> Direction | None:
    """ "closest", "safest"."""
    return Direction(Measure.MAJORITY, not work.has("closest")) if work.has("closest", "safest") else None


def _performed(work: Work) -> Direction | None:
    """ "where did labour do best"."""
    if not work.has("do_best", "do_worst") or not (work.parties or work.people):
        return None
    return Direction(Measure.SHARE, not work.has("do_worst"))


def _sized(work: Work) -> Direction | None:
    """ "smallest seat": by electors."""
    if not work.says("sized") or not work.has("seats") or work.parties or work.people or work.has("win"):
        return None
    return Direction(Measure.ELECTORATE, not is_low(work))


def _plain(work: Work) -> Direction | None:
    """ "best labour seat", "biggest win", "top labour result": a party's result is its share, won or not."""
    extreme, candidacy = work.has("highest", "lowest"), bool(work.parties or work.people)
    if extreme and _of_numbers(work):
        return None
    won = work.has("win") or (work.has("result") and not candidacy)
    if extreme and won and not (candidacy and work.says("graded")):
        return Direction(Measure.MAJORITY, not is_low(work))
    if candidacy and (extreme or work.says("graded")):
        return Direction(Measure.SHARE, not is_low(work))
    return None


def _of_numbers(work: Work) -> bool:
    """ "who won most seats": of how many there are, not of how each was won."""
    ends = (*work.hits.get("highest", ()), *work.hits.get("lowest", ()))
    return any(work.text(at) in work.group("in_number") and at + 1 in work.hits.get("seats", ()) for at in ends)


def _three_way(work: Work) -> Direction | None:
    """ "closest three way race": by what lies between first and third."""
    three = first_three(work)
    if not three.issuperset(at for at, _ in work.slots.numbers) or not work.has("closest", "highest", "lowest"):
        return None
    if not work.has("three_way"):
        return None
    work.take("three_way", "majority")
    work.used.update(three)
    return Direction(Measure.THIRD_MARGIN, not work.has("closest", "lowest"))


_STEPS = (_nearest, _three_way, _movement, _measured, _marginal, _performed, _sized, _plain)
"""What may be ranked, the most telling words first."""


def ranked_measures(work: Work) -> tuple[Measure, ...]:
    """The measures named; "votes" beside another only says what that one is of."""
    measures = _in_points(work, named(work, (*CONTEST_CUES, *CANDIDACY_CUES)))
    return measures if len(measures) < 2 else tuple(m for m in measures if m is not Measure.VOTES)
