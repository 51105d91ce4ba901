"""Where, and by whom, deposits were lost or kept in the country: each candidate by name."""

from __future__ import annotations

from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.absence import NAMED_SINCE
from knowledge.query import AnyTime, Condition, Explain, Latest, Listing, Measure, Of, Operator, Query, When

_OF_OTHER = (
    "highest", "lowest", "closest", "average", "why", "when", "party_of", "not", "times_count", "share", "turnout",
    "majority", "swing", "compare", "than", "better", "worse", "over", "under", "by_party", "electorate", "beat",
)  # fmt: skip
"""Cues of questions that ask more than who lost a deposit where."""
DEPOSIT_CUES = ("deposit", "deposit_lost", "deposit_gone", "deposit_kept", "lose", "hold")
_PLAIN = (
    "which", "where", "who", "what", "listing", "how_many", "candidates", "seats", "get", "stand", "mp", "total", "put",
)  # fmt: skip


@needs("deposit", "deposit_lost", "deposit_kept")
@needs("which", "where", "who", "listing")
def lost_where(work: Work) -> Query | None:
    """ "where did labour lose its deposit in 2024", "how many deposits did plaid lose and where"."""
    if work.anchored or work.free_numbers() or work.has(*_OF_OTHER) or work.opens_as("verb_openers"):
        return None
    condition = lost_or_kept(work)
    if condition is None or not named_then(work) or len(work.parties) > 1 or work.slots.quoted:
        return None
    if not (work.parties or work.timed):
        return None
    work.take(*DEPOSIT_CUES, *_PLAIN)
    by_election = work.kind is ElectionKind.BY_ELECTION
    default: When = AnyTime(kind=work.kind) if by_election else Latest(kind=ElectionKind.GENERAL)
    where = work.selection(default=default, conditions=(condition,))
    return Listing(where=where if by_election else general(where), of=Of.CANDIDACIES)


def lost_or_kept(work: Work) -> Condition | None:
    """What the verbs say became of the deposit; None where they say both, or neither."""
    lost, kept = work.has("deposit_lost", "lose", "deposit_gone"), work.has("deposit_kept", "hold")
    if lost == kept:
        return None
    return Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=1.0 if lost else 0.0)


def named_then(work: Work) -> bool:
    """Whether every candidate of the years named is held by name."""
    if work.spanned("since", "after"):
        since = getattr(work.when(), "since", None)
        return since is not None and since.year >= NAMED_SINCE.year
    return all(year.year >= NAMED_SINCE.year for year in work.years) and not work.spanned("before")


_OF_KEEPING = frozenset({*DEPOSIT_CUES, *_PLAIN, "aux", "by_election", "general_election", "latest", "get"})
"""Cues beside which no more is asked of a contest than whose deposits were kept."""


@needs("a seat")
@needs("deposit", "deposit_kept")
@needs("which", "who", "listing", "how_many")
def kept_there(work: Work) -> Query | None:
    """ "how many kept their deposit in rochdale": the candidates of one contest, by name."""
    if len(work.seats) > 1 or work.parties or work.people or work.free_numbers():
        return None
    condition = lost_or_kept(work)
    if condition is None or condition.value or not _OF_KEEPING.issuperset(work.hits) or not named_then(work):
        return None
    if work.opens_as("verb_openers"):
        return None
    work.take(*_OF_KEEPING)
    return Listing(where=work.selection(conditions=(condition,)), of=Of.CANDIDACIES)


_OF_A_RULE = frozenset(
    {
        "deposit", "deposit_gone", "stand", "exists", "aux", "did_how", "until", "needed", "check", "mp", "get",
        "candidates", "explain", "put", "now", "if", "seats",
    }
)  # fmt: skip
"""Cues of what somebody must pay to stand."""


@needs("deposit")
@needs("stand")
@needs("no seat named")
def needed_to_stand(work: Work) -> Query | None:
    """ "do you still have to stump up 500 quid to stand": the deposit, which is told as it is now."""
    if work.people or work.parties or work.timed or work.words.isdisjoint(work.group("rule_subjects")):
        return None
    if work.slots.numbers or not _OF_A_RULE.issuperset(work.hits):
        return None
    work.take(*_OF_A_RULE)
    return Explain(term="deposit")
