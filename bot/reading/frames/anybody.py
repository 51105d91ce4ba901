"""Whether anybody, or any candidate of a party, had more or less than a number somewhere: yes or no, and who."""

from __future__ import annotations

from bot.reading.frames.conditions import by_number, conditions, conditions_of
from bot.reading.frames.lists import of_every_contest
from bot.reading.frames.national import general
from bot.reading.frames.whether import asks_last
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    AnyTime,
    Check,
    Condition,
    Count,
    ExpectedPlace,
    Latest,
    Measure,
    Of,
    Query,
    When,
)

_OF_OTHER = ("party_of", "how_many", "when", "why", "not", "chamber", "outright", "change", "up", "down")
"""Cues of questions that are of totals, or of more than one thing."""
_PLAIN = (
    "aux", "check", "seats", "candidates", "get", "mp", "ever", "take", "win", "lose", "hold", "put", "only", "stand",
    "behind", "ahead", "beat", "all_time", "share", "votes", "majority", "by_how_much", "closeness", "total",
)  # fmt: skip
_LEADING = ("lose", "hold", "ahead", "behind", "by_how_much", "closeness", "beat")
"""Cues of what lies between two candidates."""
_OF_CONTESTS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.TURNOUT, Measure.ELECTORATE})
_OF_CANDIDATES = frozenset({Measure.VOTES, Measure.SHARE})


@needs("a number")
def anybody(work: Work) -> Query | None:
    """ "did anyone get more than 70% in 2024", "did any tory win by over 30,000"."""
    if work.anchored or len(work.parties) > 1 or work.has(*_OF_OTHER) or not work.opens_as("verb_openers"):
        return None
    if not _is_of_any(work) or not work.has("over", "under") or not asks_last(work):
        return None
    won_by = work.has("win") and any(by_number(work, at) for at, _ in work.free_numbers())
    extra = conditions(work)
    found = conditions_of(extra)
    measured = [condition for condition in found if condition.measure is not Measure.POSITION]
    if len(measured) != 1 or measured[0].measure not in _OF_CONTESTS | _OF_CANDIDATES:
        return None
    condition = measured[0]
    own = work.has("votes") and not won_by and not work.has("majority", *_LEADING)
    if condition.measure is Measure.MAJORITY and own:
        # "did anyone get fewer than 10 votes"
        condition = condition.model_copy(update={"measure": Measure.VOTES})
        extra["conditions"] = (condition,)
    work.take(*_PLAIN)
    return _counted(work, extra, condition)


@needs("beat")
@needs("a person")
def beat_anybody(work: Work) -> Query | None:
    """ "did count binface beat anyone": whether somebody did not come last."""
    if len(work.people) != 1 or work.parties or work.free_numbers() or work.has(*_OF_OTHER, "who", "which", "lose"):
        return None
    after = work.people[0].span < work.first("beat")
    if not (after and work.says("anybody") and work.opens_as("verb_openers")):
        return None
    work.take("beat", "aux", "check", "ever", "seats")
    return Check(where=work.selection(), expect=(ExpectedPlace(place=LAST_PLACE),), negated=True)


def _counted(work: Work, extra: dict[str, object], condition: Condition) -> Query:
    """Whether there is any contest, or candidate, that the condition holds of."""
    parties = work.use(work.parties)
    lost = work.has("lose")
    for field in ("outcome", "lost_by", "winner"):
        extra.pop(field, None)
    if condition.measure in _OF_CONTESTS:
        extra |= {"conditions": (condition,)} | ({"runner_up" if lost else "winner": parties} if parties else {})
        of = Of.CONTESTS
    else:
        extra |= {"parties": parties} if parties else {}
        of = Of.CANDIDACIES
        if work.has("win", "mp") and not lost and "place" not in extra:
            extra["place"] = 1
    by_election = work.kind is ElectionKind.BY_ELECTION
    default: When = AnyTime(kind=work.kind) if by_election or work.has("ever") else Latest(kind=ElectionKind.GENERAL)
    where = work.selection(default=default, with_parties=False, **extra)
    every = by_election or of_every_contest(work, extra)
    return Count(where=where if every else general(where), of=of, whether=True)


def _is_of_any(work: Work) -> bool:
    """ "anyone", "any candidate", "a single tory", "labour ... in any seat", "... anywhere"."""
    if work.says("anybody") or (work.parties and work.says("any_place")):
        return True
    tokens, spans = work.cover.tokens, work.cover.spans
    starts = [work.start(slot) for slot in work.parties]
    starts += [spans[at].start for cue in ("candidates", "mp") for at in work.hits.get(cue, ())]
    if work.parties:
        starts += [spans[at].start for at in work.hits.get("seats", ())]
    any_one = work.group("any_one")
    # the article of a party's name is part of its span
    return any(tokens[at].text in any_one or (at and tokens[at - 1].text in any_one) for at in starts)
