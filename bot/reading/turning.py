"""How a follow-up turns the last question: another end or place of a ranking, a comparison, the country for a seat."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.bare_questions import names_nothing
from bot.reading.frames.national import general
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.spans import Cover
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    Check,
    Compare,
    Count,
    ExpectedDirection,
    ExpectedNumber,
    ExpectedOrder,
    Figure,
    Focus,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    Query,
    Rank,
    ReferendumQuery,
    Result,
    Selection,
    Totals,
    WhatIf,
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
_RANKED = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.SWING, Measure.VALID_VOTES})
"""Figures of a contest, of which one end may be asked for without naming them again."""
MOVED = ("down", "up", "deposit_gone", "changed_hands")
"""Cues of a verb that says no more than what a figure came to."""
_ORDERING = ("over", "under", "better", "worse", "closer")
"""Cues that set one figure against another."""
_OF_PARTY = frozenset({Measure.SHARE, Measure.VOTES})
_ASKING = frozenset({"what", "who", "how_many", "how_much", "aux", "get", "win", "which", "did_how"})
"""Cues that ask, and name no figure."""
_OF_REFERENDUM = frozenset({"turnout", "votes", "share", "by_how_much", "closeness", "majority"})
"""Cues of the figures that every answer about a referendum tells."""


def ranked(held: Rank, where: Selection, work: Work) -> Rank | None:
    """Another end of a ranking, more of it, or another place in it: "the smallest?", "top 3", "and the second?"."""
    if work.has("where") and work.says("they_words"):
        # "where were they second to labour" asks of places that somebody came in
        return None
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
    elif held.nth is not None:
        # "and the highest", behind the second lowest
        changes["nth"] = None
    work.take(*_UPWARDS, *_DOWNWARDS, "seats", "first_time", "following")
    return held.model_copy(update=changes)


def compared(held: Query, new: Query | None, work: Work) -> Query | None:
    """Both side by side where the words compare: "2015 to compare", "better than 2017?"."""
    ordered = _ordered(held, new, work)
    if ordered is not None:
        return ordered
    if isinstance(new, Figure | Totals) and new == held and work.has("than", *_ORDERING):
        # nothing is set against itself
        return None
    asked = work.has("compare", "better", "worse") or (work.has("versus") and work.opens_as("versus"))
    if not asked or not isinstance(held, Figure | Totals | Count) or not isinstance(new, Figure | Totals | Count):
        return new
    prefer = "higher" if work.has("better") else "lower" if work.has("worse") else None
    work.take("compare", "better", "worse", "versus", "than")
    return Compare(sides=(held, new), prefer=prefer)


def _ordered(held: Query, new: Query | None, work: Work) -> Query | None:
    """ "is that lower than in 2019": whether the figure spoken of is more, or less, than the one named now."""
    more = work.has("over", "better")
    asks = work.opens_as("verb_openers") or not {"than", *_ORDERING}.isdisjoint(work.cover.spans[0].cues)
    if not work.has("than", *_ORDERING) or not asks or work.slots.numbers:
        return None
    was, now = (_in_votes(each) if work.has("closer") else each for each in (held, new))
    closer = work.has("closer") and isinstance(was, Figure) and was.measures == (Measure.MAJORITY,)
    if more == (work.has("under", "worse") or closer):
        return None
    # "was it higher in 2024" asks of the new figure, "was that higher than in 2024" of the one spoken of
    asked, other = (was, now) if work.says("than_words") else (now, was)
    order = _against(asked, other, more=more)
    if order is not None:
        work.take("than", *_ORDERING)
    return order


def _in_votes(query: Query | None) -> Query | None:
    """What a contest was won by, of which "closer" speaks whatever was asked of it before."""
    if not isinstance(query, Figure | Result) or not (query.where.seats or query.where.people):
        return query
    own = {"parties": (), "place": None} | ({"people": ()} if query.where.seats else {})
    return Figure(where=query.where.model_copy(update=own), measures=(Measure.MAJORITY,))


def _against(asked: Query | None, other: Query | None, *, more: bool) -> Check | None:
    """Whether one figure is more, or less, than the same at another place or time; None where it is the very same."""
    if not isinstance(asked, Figure | Totals) or not isinstance(other, Figure | Totals) or asked.where == other.where:
        return None
    if len(asked.measures) != 1 or asked.measures != other.measures:
        return None
    if isinstance(asked, Figure):
        return Check(where=asked.where, expect=(ExpectedOrder(measure=asked.measures[0], more=more, than=other.where),))
    if asked.where.model_copy(update={"when": other.where.when}) != other.where:
        return None
    since = ExpectedDirection(measure=asked.measures[0], up=more, since=other.where.when)
    return Check(where=asked.where, expect=(since,))


def by_name(query: Query) -> Listing | None:
    """What was listed or counted, or asked whether there is any, by name."""
    if isinstance(query, Listing | Count):
        return Listing(where=query.where, of=query.of)
    if isinstance(query, Totals) and query.where.when.kind is ElectionKind.GENERAL:
        won = _listed(query)
        return Listing(where=won, of=Of.CONTESTS) if won is not None else None
    numbers = [each for each in query.expect if isinstance(each, ExpectedNumber)] if isinstance(query, Check) else []
    if not isinstance(query, Check) or len(numbers) != 1 or numbers[0].condition.measure is not Measure.SEATS:
        return None
    theirs = {"winner": query.where.winner or query.where.parties, "parties": ()}
    return Listing(where=query.where.model_copy(update=theirs), of=Of.CONTESTS) if theirs["winner"] else None


def by_number(query: Query) -> Count | None:
    """How many of what was listed there are."""
    return Count(where=query.where, of=query.of) if isinstance(query, Listing | Count) else None


def holds_figure(query: Query, cover: Cover) -> bool:
    """Whether words ask but for a figure that goes with what was told: a referendum's turnout, the share of women."""
    cues = cover.cues - _ASKING
    if not cues or not names_nothing(cover):
        return False
    if isinstance(query, ReferendumQuery):
        return cues <= _OF_REFERENDUM
    if isinstance(query, OfficeHolder):
        # "since when": told with who it is
        return cues <= {"how_long", "when"}
    return _of_women(query) and cues <= {"share"}


def _of_women(query: Query) -> bool:
    """Whether the women or men elected were counted."""
    return isinstance(query, Totals) and (query.where.gender is not None or Measure.WOMEN in query.measures)


def of_the_figure(outcome: Outcome, last: Query) -> Outcome:
    """ "and the lowest" behind a turnout: the lowest turnout, where no figure is named."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(query, Rank) or not isinstance(last, Figure) or query.measure is not Measure.MAJORITY:
        return outcome
    asked = last.measures[0]
    if asked is Measure.MAJORITY or query.of is not Of.CONTESTS:
        return outcome
    return Read(query.model_copy(update={"measure": asked})) if asked in _RANKED else Refuse("words")


def of_those_listed(outcome: Outcome, last: Query, *, named: bool) -> Outcome:
    """ "which was the closest" behind a list: of those listed, where nothing else is named."""
    query = outcome.query if isinstance(outcome, Read) else None
    listed = _listed(last)
    if named or listed is None or not isinstance(query, Rank):
        return outcome
    if query.of is not Of.CONTESTS or query.where.conditions:
        return outcome
    return Read(query.model_copy(update={"where": listed}), carried=True)


def _listed(last: Query) -> Selection | None:
    """The contests that were listed or counted: those of a list, and the seats that a party won."""
    if isinstance(last, Listing | Count):
        return last.where if last.of is Of.CONTESTS else None
    if isinstance(last, Totals) and last.where.parties and not last.where.seats and _tells_seats(last):
        return last.where.model_copy(update={"winner": last.where.parties, "parties": ()})
    return None


def _tells_seats(last: Totals) -> bool:
    """Whether the seats that a party won were asked for, alone or with its votes."""
    return not last.measures or Measure.SEATS in last.measures


def loses_what_was_counted(outcome: Outcome, last: Query) -> bool:
    """Whether a share would be that of the parties, though contests or women were counted."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(query, Totals) or query.where.parties or not query.measures:
        return False
    return set(query.measures) <= _OF_PARTY and (isinstance(last, Count | Listing) or _of_women(last))


def moved_from(query: WhatIf) -> tuple[str, ...]:
    """The one party whose votes were moved: "they", behind what would have been."""
    givers = {giver for transfer in query.transfers for giver in transfer.giver}
    return tuple(givers) if len(givers) == 1 else ()


def latest_of(held: Listing | Count, where: Selection) -> Rank | None:
    """The last of the by-elections listed or counted; None of seats won on one day."""
    by = getattr(where.when, "kind", None) is ElectionKind.BY_ELECTION and held.of is Of.CONTESTS
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=True, limit=1) if by else None


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


def of_winner(held: Query, where: Selection, catalogue: Catalogue) -> Figure | None:
    """ "same for wes streeting" behind somebody's majority: his own, where he won then."""
    if not isinstance(held, Figure) or held.measures != (Measure.MAJORITY,) or len(where.people) != 1:
        return None
    card, when = catalogue.person(where.people[0]), where.when
    if card is None or where.parties or where.seats or where.people == held.where.people:
        return None
    stands = sorted(card.stands, key=lambda stand: stand.date)
    years = when.years if isinstance(when, InYears) else ()
    then = [stand for stand in stands if stand.date.year in years and when.kind in (None, stand.kind)]
    then = stands[-1:] if when == Latest() else then
    return held.model_copy(update={"where": where}) if then and all(stand.elected for stand in then) else None
