"""Who got just so many votes, or where a majority was just so large: "who got 3 votes in 2017"."""

from __future__ import annotations

from bot.reading.frames.conditions import by_number, operator
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Condition, Listing, Measure, Of, Operator, Query

_TOLD = (
    "who", "which", "what", "where", "seats", "mp", "candidates", "votes", "majority", "win", "get", "exactly", "only",
    "over", "under", "than", "better", "worse", "take", "hold", "by_how_much", "highest", "lowest",
    "closest", "ahead",
)  # fmt: skip
_OTHER = (
    "how_many", "how_much", "share", "turnout", "swing", "electorate", "lose", "beat", "deposit", "runner_up", "finish",
    "when", "why", "check", "if", "would", "needed", "first_time", "last_time", "last", "latest", "up", "down",
    "change", "outright", "chamber", "hung", "ever", "behind", "stand", "women", "average",
)  # fmt: skip
"""Cues of questions that ask something else of a number."""
_OF_MARGIN = frozenset(
    {
        "which", "what", "when", "listing", "win", "take", "hold", "get", "ahead", "majority", "votes", "by_how_much",
        "aux", "general_election", "by_election", "exactly", "mp", "only", "seats",
    }
)  # fmt: skip
"""Cues beside which no more is asked than which contest was won by so much."""
_THOUSAND = 1000
_MOST_VOTES = 100_000
"""More than any one candidate gets."""


@needs("a number")
@needs("who", "which", "what", "where")
@needs("votes", "majority")
def exact(work: Work) -> Query | None:
    """The candidates who got so many votes, or the seats with so large a majority, at the elections named."""
    free = work.free_numbers()
    there = len(work.seats) == 1 and not work.people
    if (
        (work.anchored and not there)
        or work.areas
        or len(free) != 1
        or work.has(*_OTHER)
        or work.opens_as("verb_openers")
    ):
        return None
    at, number = free[0]
    if number.unit or number.rough or number.value != int(number.value) or len(work.parties) > 1:
        return None
    by = work.has("win", "get", "ahead") and by_number(work, at)
    if not (by or _is_of(work, at)):
        return None
    majority = work.has("majority") or by
    if there and (majority or not work.says("votes_in_plural")):
        # of one contest a majority is told, or checked, and not looked for
        return None
    compared = operator(work) if work.has("over", "under") else Operator.EQUAL
    if majority and compared is not Operator.EQUAL:
        # lists of seats have their own frame
        return None
    if not majority and (not work.has("get", "candidates") or number.value > _MOST_VOTES):
        return None
    if not majority and work.has("win") and "with" in work.words:
        # "who won with 4 votes": by so many, or with no more?
        return None
    work.used.add(at)
    work.take(*_TOLD)
    measure = Measure.MAJORITY if majority else Measure.VOTES
    parties = work.use(work.parties)
    extra = {"winner" if majority else "parties": parties} if parties else {}
    limits: tuple[Condition, ...] = (Condition(measure=measure, operator=compared, value=number.value),)
    if compared is Operator.EQUAL and number.value and not (number.value % _THOUSAND or work.has("exactly")):
        # "a majority of forty two thousand" leaves out what is over
        limits = (
            Condition(measure=measure, operator=Operator.AT_LEAST, value=number.value),
            Condition(measure=measure, operator=Operator.LESS, value=number.value + _THOUSAND),
        )
    default = AnyTime(kind=None if there else ElectionKind.GENERAL)
    where = work.selection(default=default, with_parties=False, conditions=limits, **extra)
    of = Of.CONTESTS if majority else Of.CANDIDACIES
    return Listing(where=where if there or work.kind is ElectionKind.BY_ELECTION else general(where), of=of)


@needs("a number")
@needs("a seat")
@needs("which", "what", "when")
def margin_there(work: Work) -> Query | None:
    """ "stone by 204 in caithness, which election was that": the contest there with just that majority."""
    free = work.free_numbers()
    asked = work.has("when") or (work.has("which", "what") and work.says("votes_held"))
    if not asked or len(free) != 1 or len(work.seats) != 1 or work.timed or not _OF_MARGIN.issuperset(work.hits):
        return None
    at, number = free[0]
    if number.unit or number.rough or number.value != int(number.value) or len(work.people) + len(work.parties) > 1:
        return None
    if not by_number(work, at) and not (work.has("majority") and _is_of(work, at)):
        return None
    work.used.add(at)
    work.take(*_OF_MARGIN)
    work.use_words(*work.group("votes_held"))
    limits = (Condition(measure=Measure.MAJORITY, operator=Operator.EQUAL, value=number.value),)
    extra = {"winner": work.use(work.parties)} if work.parties else {}
    where = work.selection(default=AnyTime(kind=work.kind), with_parties=False, conditions=limits, **extra)
    return Listing(where=where, of=Of.CONTESTS)


def _is_of(work: Work, at: int) -> bool:
    """Whether a number is that of the votes or the majority, not of seats or candidates: they stand side by side."""
    measured = {*work.hits.get("votes", ()), *work.hits.get("majority", ())}
    if at + 1 in measured:
        return True
    before = at - 1
    while before >= 0 and work.text(before) in work.group("number_joints"):
        before -= 1
    return before in work.hits.get("majority", ())
