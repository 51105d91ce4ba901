"""Members, seats and candidates told apart by what they did or are, where all of them are told of."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.phrases_said import spans_of, spans_with
from bot.reading.windows import DETAILED_SINCE
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Aggregate,
    Between,
    Career,
    Check,
    Compare,
    Count,
    Governments,
    InYears,
    Listing,
    Measure,
    Of,
    Operator,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
    When,
)

OF_ALL = Totals | Count | Listing | Rank | Compare | Aggregate | Governments
"""Shapes that speak of many contests at once."""
_OF_WINNERS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE})


def told_apart(query: Query, work: Work) -> Iterator[int]:
    """The spans that tell them apart, of which the query says nothing."""
    where = getattr(query, "where", None)
    if isinstance(query, Career) and work.has("times_count"):
        # "how many times was blair re-elected" is once less than they won
        yield from spans_of(work, work.group("stood_again"))
    if where is None or not (where.causes or where.people):
        yield from _leavers(query, work)
    if work.says("deeds_of_members"):
        yield from _deeds(query, work)
    if where is not None and (where.gender or work.says("gendered")):
        yield from _women(query, where, work)
    if work.says("members_words"):
        yield from _of_contests(query, work)
    if isinstance(query, Totals) and (query.where.parties or Measure.WOMEN in query.measures):
        yield from spans_of(work, work.group("elections_won"))
    if isinstance(query, Rank):
        yield from _ranked(query, work)
    if isinstance(query, Totals) and Measure.SHARE in query.measures and work.says("parts_of"):
        yield from _parts(work)


def _leavers(query: Query, work: Work) -> Iterator[int]:
    """ "how many mps defected in 2019", "which parties stood down in tatton": who left is not who was elected."""
    if isinstance(query, Governments):
        return
    for at in work.hits.get("leave", ()):
        if isinstance(query, OF_ALL) or "stand" in work.cover.spans[at].cues:
            yield at


def _deeds(query: Query, work: Work) -> Iterator[int]:
    """Seats won back, or had before, and members who stood again: none are told apart over the country."""
    where = getattr(query, "where", None)
    if isinstance(query, Check) and '"outcome"' not in query.model_dump_json():
        yield from spans_of(work, work.group("won_again"))
    if isinstance(query, Result) or where is None or where.seats or where.people or where.causes:
        return
    if not (where.lost_by or isinstance(query, Check)):
        yield from spans_of(work, work.group("won_again"))
    if isinstance(query, Totals | Check):
        yield from spans_of(work, work.group("defending"))
    if isinstance(query, OF_ALL):
        yield from spans_of(work, work.group("stood_again"))
    if isinstance(query, Totals) and Measure.CANDIDATES in query.measures:
        yield from spans_of(work, work.group("standing_members"))


def _women(query: Query, where: Selection, work: Work) -> Iterator[int]:
    """Women or men of whom the query says nothing, or whom it cannot tell from others before all are known."""
    if not isinstance(query, Count | Listing | Rank) or where.seats or where.people:
        return
    said = list(spans_with(work, "gendered"))
    total = isinstance(query, Count) and where.place == 1 and where.when.kind is ElectionKind.GENERAL
    if not where.gender or (not total and _since(where.when) < DETAILED_SINCE):
        yield from said


def _since(when: When) -> int:
    """The first year of a time."""
    match when:
        case InYears(years=years):
            return min(years)
        case Between(since=since):
            return since.year if since else 0
        case _ if when.type == "any":
            return 0
        case _:
            return DETAILED_SINCE


def _of_contests(query: Query, work: Work) -> Iterator[int]:
    """Members who are none of a number of seats: "how many mps are over 70", "how many mps changed party"."""
    if isinstance(query, Count | Listing):
        yield from spans_of(work, work.group("members_moved"))
        if any(each.measure in _OF_WINNERS for each in query.where.conditions):
            yield from spans_of(work, work.group("members_are"))
    if isinstance(query, Career):
        yield from spans_of(work, work.group("members_are"))


def _ranked(query: Rank, work: Work) -> Iterator[int]:
    """ "the party with most candidates" is no seat; a majority is of who won."""
    where = query.where
    if query.of is Of.CONTESTS and not (where.parties or where.people):
        if query.measure is Measure.CANDIDATES:
            yield from work.hits.get("party_of", ())
        places = (each for each in where.conditions if each.measure is Measure.POSITION)
        if any(each.operator is Operator.AT_LEAST for each in places):
            yield from work.hits.get("lose", ())
    several = not isinstance(where.when, InYears) and _since(where.when) < DETAILED_SINCE
    of_party = query.of is Of.CANDIDACIES and where.parties and not where.people and several
    if of_party and query.nth and not work.has("candidates", "mp", "who", "where", "seats", "closest"):
        # "the second highest labour share since 1945": of elections, as the highest is, and of no one candidate
        yield from (at for at, number in work.slots.numbers if number.unit == "ordinal")


def _parts(work: Work) -> Iterator[int]:
    """ "what percentage of independents won": of those who stood, and not of the votes."""
    for at in work.hits.get("share", ()):
        end = work.cover.spans[at].end
        behind = [token.text for token in work.cover.tokens[end - 1 : end + 2]]
        starts = {work.start(slot) for slot in work.parties}
        led = "of" in behind and starts & set(range(end, end + 3))
        if led and work.has("win"):
            yield at


def of_winners(query: Query, work: Work) -> Query:
    """The query with women who won, where seats, by-elections and majorities are said to be theirs."""
    if not isinstance(query, Count | Listing | Rank) or query.where.gender is None or query.where.place is not None:
        return query
    where = query.where
    theirs = work.has("win", "hold", "mp", "take") or where.outcome or where.winner
    ranked = isinstance(query, Rank) and query.measure in _OF_WINNERS
    if not (theirs or ranked) or work.has("stand", "candidates", "lose", "loser"):
        return query
    return query.model_copy(update={"where": where.model_copy(update={"place": 1})})
