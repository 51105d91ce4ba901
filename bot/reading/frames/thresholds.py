"""General elections at which a total was over or under a number: all of them, the first, the last, how many."""

from __future__ import annotations

from bot.reading.frames.conditions import operator
from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.frames.whether import asks_last
from bot.reading.framing import needs
from bot.reading.numbers import Number
from bot.reading.time_kinds import Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, Condition, Elections, InYears, Latest, Measure, Operator, Query, Relative

_OF_PARTIES = frozenset({Measure.SEATS, Measure.VOTES, Measure.SHARE})
"""Measures that are somebody's: of any one party where none is named."""
_PLAIN = (
    "win", "get", "which", "what", "when", "listing", "history", "times_count", "how_many", "who", "ever", "all_time",
    "hold", "first_time", "last_time", "last", "latest", "party_of", "over", "under", "exactly", "seats", "votes", "mp",
    "take", "up", "down", "finish", "total", "stand", "candidates", "put", "outright",
)  # fmt: skip
"""Cues that add nothing once it is known what is compared with which number."""


@needs("a number")
def thresholds(work: Work) -> Query | None:
    """Which general elections fit: "the last time any party topped 14 million votes"."""
    if work.anchored or work.kind is ElectionKind.BY_ELECTION or work.has("highest", "lowest", "closest", "why"):
        return None
    if work.years and not (asks_last(work) or _beaten(work)):
        return None
    free = [(at, number) for at, number in work.free_numbers() if not _is_year(work, at)]
    if len(free) != 1 or (work.has("lose") and not _beaten(work)) or not _asks_for_elections(work):
        return None
    at, number = free[0]
    measure = _measure(work, number)
    if measure is None:
        return None
    compared = operator(work) if work.has("over", "under", "exactly") else Operator.AT_LEAST
    any_party = measure in _OF_PARTIES and not work.parties
    if any_party and compared in (Operator.LESS, Operator.AT_MOST):
        return None
    pick, beaten = _pick(work), measure in _OF_PARTIES and work.take("lose")
    work.used.add(at)
    work.used.update(at for at, held in work.slots.numbers if held.unit == "ordinal" and held.value == 1)
    work.take(*_PLAIN)
    value = number.value / 100 if number.unit in {"percent", "points"} else number.value
    where = work.selection(default=AnyTime(kind=ElectionKind.GENERAL))
    if isinstance(where.when, Latest | Relative):
        where = where.model_copy(update={"when": AnyTime(kind=ElectionKind.GENERAL)})
    if not isinstance(where.when, AnyTime | Between | InYears):
        return None
    condition = Condition(measure=measure, operator=compared, value=value)
    check = work.opens_as("verb_openers") or work.opens_with("any", "ever") or (_of_anybody(work) and work.asks_whether)
    return Elections(
        where=general(where), condition=condition, pick=pick, check=check, beaten=beaten, any_party=any_party
    )


@needs("a party")
@needs("no_seats")
@needs("which", "when", "how_many", "times_count", "last_time", "first_time")
def none_won(work: Work) -> Query | None:
    """ "in which elections did the tories win no seats in wales": those at which a party stood and had none."""
    if work.anchored or len(work.parties) != 1 or work.years or work.slots.numbers:
        return None
    if work.kind is ElectionKind.BY_ELECTION or not (work.says("election_marks") or work.has("when") or work.kind):
        return None
    pick = _pick(work)
    work.take(*_PLAIN, "no_seats", "leave", "left_with")
    where = work.selection(default=AnyTime(kind=ElectionKind.GENERAL))
    if not isinstance(where.when, AnyTime | Between):
        return None
    condition = Condition(measure=Measure.SEATS, operator=Operator.EQUAL, value=0)
    return Elections(where=general(where), condition=condition, pick=pick)


def _is_year(work: Work, at: int) -> bool:
    """Whether a number is taken for a year."""
    return any(at == other and isinstance(time, Year) for other, time in work.slots.times)


def _asks_for_elections(work: Work) -> bool:
    """Whether elections are asked for, none being named by its year."""
    if _beaten(work):
        return True
    if len(work.years) == 1 and not work.has("check"):
        # "did any party get more than 10 million votes in 2019"
        return work.opens_as("verb_openers") and work.says("any_one") and not work.parties and work.has("party_of")
    if work.years or work.has("check"):
        return False
    if _of_anybody(work):
        return True
    if work.opens_with("any") and work.says("election_marks"):
        # asked of any election: each of them is looked through
        return bool(work.take("where") or work.parties)
    if work.opens_as("verb_openers") or work.has("ever") or (work.opens_with("any") and not work.parties):
        # of a party named each election is checked; whether any party ever did is looked up
        return _of_any_party(work)
    if work.has("when", "first_time", "last_time", "last", "latest", "times_count"):
        return True
    if work.has("majority", "outright") and work.opens_as("governments_listed"):
        # "governments with a majority over 100"
        return True
    several = work.says("election_marks") or work.kind is ElectionKind.GENERAL
    named = work.has("where", "who") and work.kind is ElectionKind.GENERAL and work.says("polls_in_plural")
    return several and (named or work.has("which", "what", "listing", "how_many", "history"))


def _of_any_party(work: Work) -> bool:
    """ "has a party ever had half the vote", "... where one party got over half": any one party, none being named."""
    if work.parties:
        return False
    if work.take("one_party"):
        return True
    tokens, spans = work.cover.tokens, work.cover.spans
    heads = {token.text for at in work.hits.get("party_of", ()) for token in tokens[spans[at].start : spans[at].end]}
    before = {tokens[spans[at].start - 1].text for at in work.hits.get("party_of", ()) if spans[at].start}
    return not (heads | before).isdisjoint(work.group("any_one"))


def _beaten(work: Work) -> bool:
    """ "has labour ever polled more than 13 million and still lost": of one party, which lost all the same."""
    if len(work.parties) != 1 or work.areas or not work.slots.numbers:
        return False
    lost = max(work.hits.get("lose", (-1,)))
    behind = work.cover.spans[lost + 1 :]
    told = max(at for at, _ in work.slots.numbers) < lost
    return told and lost > 0 and all(span.time or span.filler or span.soft or span.unknown for span in behind)


def _of_anybody(work: Work) -> bool:
    """ "has anyone topped 50% of the national vote": whether any party did, of the country and not of one seat."""
    return not work.parties and work.says("anybody") and work.has("total") and work.has("votes", "share")


def _measure(work: Work, number: Number) -> Measure | None:
    """What is compared with the number."""
    fraction = number.unit in {"percent", "points"}
    if fraction and work.has("seats") and not work.has("votes", "share", "turnout"):
        # a part of the seats is no part of the votes
        return None
    theirs = work.parties or work.has("party_of", "one_party", "share") or _of_anybody(work)
    if fraction and not theirs and work.says("turning_out"):
        work.take("turnout", "votes", "electorate", "valid_votes")
        turning_out = work.group("turning_out")
        work.used.update(at for at in range(len(work.cover.spans)) if work.text(at) in turning_out)
        return Measure.TURNOUT
    if work.has("majority", "outright") and not work.has("votes", "share"):
        work.take("majority", "outright", "government")
        return None if fraction else Measure.COMMONS_MAJORITY
    if work.take("women"):
        work.take("mp", "seats")
        return Measure.WOMEN
    found = named(work, TOTAL_CUES)
    if fraction:
        return Measure.TURNOUT if Measure.TURNOUT in found else Measure.SHARE
    if Measure.VALID_VOTES in found:
        return Measure.VOTES if work.parties else Measure.VALID_VOTES
    if Measure.SEATS in found and len(found) > 1:
        found = tuple(measure for measure in found if measure is not Measure.SEATS)
    return found[0] if found else (Measure.SEATS if work.take("mp") else None)


def _pick(work: Work) -> str:
    """Whether all that fit are asked for, or one end of them."""
    if work.opens_as("verb_openers"):
        return "all"
    if work.has("first_time"):
        return "first"
    if work.has("last_time", "last", "latest"):
        return "last"
    return "count" if work.has("times_count", "how_many") else "all"
