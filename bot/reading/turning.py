"""How a follow-up turns the last question: another end or place of a ranking, a comparison, the country for a seat."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.frames.national import general
from bot.reading.work import Work
from knowledge.query import (
    Check,
    Compare,
    Count,
    ExpectedOrder,
    Figure,
    Focus,
    Measure,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
)

_MOST = 50
"""Rows that a ranking gives at most."""
_UPWARDS = ("highest", "safest", "do_best")
_DOWNWARDS = ("lowest", "closest", "do_worst")
_OF_COUNTRY = frozenset(
    {
        Measure.SHARE, Measure.VOTES, Measure.TURNOUT, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.INVALID_VOTES,
        Measure.SWING, Measure.CANDIDATES, Measure.DEPOSITS_LOST,
    }
)  # fmt: skip
"""Measures that a seat and the country both have."""
MOVED = ("down", "up", "deposit_gone", "changed_hands")
"""Cues of a verb that says no more than what a figure came to."""
_ORDERING = ("over", "under", "better", "worse", "closer")
"""Cues that set one figure against another."""
_OF_PARTY = frozenset({Measure.SHARE, Measure.VOTES})


def ranked(held: Rank, where: Selection, work: Work) -> Rank | None:
    """Another end of a ranking, more of it, or another place in it: "the smallest?", "top 3", "and the second?"."""
    numbers = [(at, n) for at, n in work.free_numbers() if not n.unit]
    ordinal = work.ordinal()
    if not work.has(*_UPWARDS, *_DOWNWARDS) and ordinal is None:
        return None
    changes: dict[str, object] = {"where": where}
    spoken = {word for cue in _UPWARDS for at in work.hits.get(cue, ()) for word in work.text(at).split()}
    if work.has(*_DOWNWARDS):
        changes["highest"] = False
    elif spoken - work.group("list_heads"):
        # the "top 3" of the smallest are the three smallest
        changes["highest"] = True
    if numbers and 1 <= numbers[0][1].value <= _MOST:
        work.used.add(numbers[0][0])
        changes |= {"limit": int(numbers[0][1].value), "nth": None}
    elif ordinal is not None:
        changes |= {"nth": ordinal, "limit": 1}
    work.take(*_UPWARDS, *_DOWNWARDS, "seats", "first_time", "following")
    return held.model_copy(update=changes)


def compared(held: Query, new: Query | None, work: Work) -> Query | None:
    """Both side by side where the words compare: "2015 to compare", "better than 2017?"."""
    ordered = _ordered(held, new, work)
    if ordered is not None:
        return ordered
    asked = work.has("compare", "better", "worse") or (work.has("versus") and work.opens_as("versus"))
    if not asked or not isinstance(held, Figure | Totals | Count) or not isinstance(new, Figure | Totals | Count):
        return new
    prefer = "higher" if work.has("better") else "lower" if work.has("worse") else None
    work.take("compare", "better", "worse", "versus", "than")
    return Compare(sides=(held, new), prefer=prefer)


def _ordered(held: Query, new: Query | None, work: Work) -> Query | None:
    """ "is that lower than in 2019": whether the figure spoken of is more, or less, than the one named now."""
    more = work.has("over", "better")
    if not (isinstance(held, Figure) and isinstance(new, Figure) and work.has("than", *_ORDERING)):
        return None
    closer = work.has("closer") and held.measures == (Measure.MAJORITY,) and new.measures == held.measures
    if more == (work.has("under", "worse") or closer) or len(held.measures) != 1 or work.slots.numbers:
        return None
    if not work.opens_as("verb_openers"):
        return None
    work.take("than", *_ORDERING)
    # "was it higher in 2024" asks of the new figure, "was that higher than in 2024" of the one spoken of
    asked, other = (held, new) if work.says("than_words") else (new, held)
    order = ExpectedOrder(measure=held.measures[0], more=more, than=other.where)
    return Check(where=asked.where, expect=(order,))


def in_country(held: Query, where: Selection) -> Query | None:
    """A seat's figures asked of the country or a part of it; None where these are no figures of it."""
    if not isinstance(held, Figure | Result):
        return None
    where = general(where.model_copy(update={"seats": (), "people": ()}))
    if isinstance(held, Result):
        return Totals(where=where)
    measures = tuple(measure for measure in held.measures if measure in _OF_COUNTRY)
    return Totals(where=where, measures=measures) if measures else None


def in_seat(held: Totals, where: Selection) -> Query | None:
    """The country's figures asked of a seat; None where they are no figures of one."""
    if not held.measures or Measure.SEATS in held.measures:
        return Result(where=where, focus=Focus.PARTY if where.parties else Focus.WINNER)
    measures = tuple(measure for measure in held.measures if measure in _OF_COUNTRY)
    if not measures or (_OF_PARTY.intersection(measures) and not where.parties):
        return None
    return Figure(where=where, measures=measures)


def house(where: Selection, work: Work) -> Query:
    """ "and how many seats did labour win", behind a question of one seat: in the whole house, at that election."""
    work.take("seats", "how_many", "win", "take", "get", "hold")
    return Totals(where=general(Selection(parties=work.use(work.parties), when=where.when)), measures=(Measure.SEATS,))


def comes_to(work: Work) -> bool:
    """ "what did labour drop to": which figure it came to."""
    texts = [token.text for token in work.cover.tokens]
    moved = any(verb in work.group("coming_to") and to == "to" for verb, to in pairwise(texts))
    return moved and work.has("what", "how_many", "how_much")
