"""Words that narrow or divide what is asked, without which another question is answered: "a year", "in a row"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.reading.frames.victors import other_way
from bot.reading.members import OF_ALL, told_apart
from bot.reading.phrases_said import found, spans_of, spans_with
from bot.reading.time_kinds import Word, Year
from bot.reading.told_seats import of_others
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    Career,
    Check,
    Claims,
    Compare,
    Count,
    Elections,
    Explain,
    Fate,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    Query,
    Quotes,
    Rank,
    Result,
    Totals,
)

OF_WORDS = About | Claims | Explain | Quotes
_OF_CONTESTS = OF_ALL | Check | Result | Career | Elections
"""Shapes that speak of contests, one or many."""
_JUDGED = frozenset({"safe-seat", "swing-seat"})
"""Terms of seats of which there is no list."""
_BY_MARGIN = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.BEHIND, Measure.SWING})
"""Measures by which such seats are ranked all the same."""
_RECENT = 365
"""Days for which a month without its year is taken for the latest, even of several contests."""


def narrowed(query: Query, work: Work) -> Iterator[int]:
    """The spans of such words that no frame has explained."""
    if isinstance(query, OF_WORDS):
        return
    if work.says("narrowing"):
        yield from _phrases(work)
    if work.says("electing_words") and '"share"' in query.model_dump_json():
        # "what percentage of electors backed labour" is no share of the votes
        yield from spans_of(work, work.group("of_all_electors"))
    if work.slots.times:
        yield from _times(query, work)
    if isinstance(query, _OF_CONTESTS):
        yield from told_apart(query, work)
        yield from _of_many(query, work)
        yield from of_others(query, work)
    elif isinstance(query, OfficeHolder):
        yield from _of_office(query, work)
    if work.slots.people and work.has("beat"):
        yield from other_way(query, work)
    if work.slots.people and not isinstance(query, Fate):
        yield from _in_somebody(work)


def _of_many(query: Query, work: Work) -> Iterator[int]:
    """Seats and elections that are judged, compared or counted, where others are told of."""
    if work.slots.terms:
        yield from _judged(query, work)
    if work.says("members_words"):
        yield from _whole(query, work)
    if work.has("lose") and isinstance(query, Rank | Totals):
        yield from spans_of(work, work.group("lost_for_all"))
    if isinstance(query, OF_ALL | Check):
        yield from _compared(query, work)


def _phrases(work: Work) -> Iterator[int]:
    """How often, how many in a row, what at once; and of whom estimates are asked for."""
    named = spans_of(work, work.group("runs") | work.group("at_once") | set(_rates(work)))
    yield from (at for at in named if at not in work.used)
    if work.says("estimated"):
        yield from spans_of(work, work.group("estimated"))


def _rates(work: Work) -> Iterator[str]:
    """Phrases of a rate: "by-elections a year"; "a year ago" and "in a year" are none."""
    texts = [token.text for token in work.cover.tokens]
    for start, phrase in found(texts, work.group("rates")):
        words = phrase.split()
        behind = texts[start + len(words) : start + len(words) + 1]
        lead = texts[start - 1] if start else ""
        timed = lead in work.group("rate_leads") or not work.group("rate_ends").isdisjoint(behind)
        if words[0] != "a" or not timed:
            yield phrase


def _times(query: Query, work: Work) -> Iterator[int]:
    """A year that is left out of all, or only about which something was, and a parliament without its by-elections."""
    for at, time in work.slots.times:
        if isinstance(time, Year) and at and _is_apart(query, work, at):
            yield at
        if isinstance(time, Year) and time.guessed == "latest" and _is_of_many(query, work, time):
            yield at
        if time == Word("last_parliament") and work.kind is not ElectionKind.BY_ELECTION:
            yield at


def _is_apart(query: Query, work: Work, at: int) -> bool:
    """Whether it is not the year itself that is asked about: "every election but 2019", "by-elections around 1990"."""
    start = work.cover.spans[at].start
    lead = work.cover.tokens[start - 1].text
    if lead in work.group("leaving_one"):
        before = {token.text for token in work.cover.tokens[: start - 1]}
        return not before.isdisjoint(work.group("left_out_of_all"))
    return isinstance(query, Count | Listing) and lead in work.group("roughly_when")


def _is_of_many(query: Query, work: Work, time: Year) -> bool:
    """ "how many general elections were held in june": of every year, where the latest of them is long gone."""
    named = isinstance(query, Check) or (work.seats and not isinstance(query, Count | Listing))
    if named or not work.says("election_plurals"):
        return False
    return (work.calendar.today - date(time.year, time.month or 1, 1)).days > _RECENT


def _whole(query: Query, work: Work) -> Iterator[int]:
    """Elections as a whole that are asked for, where seats are told, or voters where it is those of one party."""
    if isinstance(query, Elections):
        if query.condition.measure is Measure.VOTES and not query.where.parties:
            yield from (at for at in work.hits.get("votes", ()) if work.text(at) in work.group("mere_voters"))
        return
    where = getattr(query, "where", None)
    if (
        not isinstance(query, OF_ALL)
        or where is None
        or where.seats
        or where.people
        or work.kind is ElectionKind.BY_ELECTION
    ):
        return
    if isinstance(query, Rank) and query.of is Of.ELECTIONS:
        return
    if not isinstance(query, Totals) or isinstance(where.when, Latest) or work.has("lose"):
        yield from spans_of(work, work.group("whole_elections"))


def _is_one(work: Work, at: int) -> bool:
    """Whether "a" or "an" stands before a span."""
    return work.text(at - 1) in work.group("articles_of_one")


def _of_office(query: OfficeHolder, work: Work) -> Iterator[int]:
    """How many followed somebody, who led two parties, and who did "in coalition", where one holder is told."""
    if query.person is not None and work.has("how_many"):
        yield from work.hits["how_many"]
    if query.at is None and query.person is None and not (query.after or query.before):
        yield from work.hits.get("government", ())
    if query.party is not None and len(work.parties) > 1:
        yield from (slot.span for slot in work.parties if query.party not in slot.values)


def _in_somebody(work: Work) -> Iterator[int]:
    """ "elections held in winter": a month or season that is a surname too, where no seat and no first name is told."""
    for slot in work.slots.people:
        lead = work.text(slot.span - 1).split()[-1:] if slot.span else []
        if slot.how == "surname" and lead == ["in"] and not work.seats and work.says("election_plurals"):
            yield slot.span


def _judged(query: Query, work: Work) -> Iterator[int]:
    """ "how many safe seats did labour win": of those no list is held, and all that were won are not they."""
    ranked = isinstance(query, Rank) and query.measure in _BY_MARGIN and query.of is Of.CONTESTS
    if not isinstance(query, OF_ALL) or ranked:
        return
    for slot in work.slots.terms:
        if "seats" in work.cover.spans[slot.span].cues and not _JUDGED.isdisjoint(slot.values):
            yield slot.span


def _compared(query: Query, work: Work) -> Iterator[int]:
    """What is set beside another time, taken from all or asked of every one, where one list or total is told."""
    if isinstance(query, Count | Listing):
        several = isinstance(query.where.when, InYears) and query.where.when.years[1:]
        yield from () if several else work.hits.get("compare", ())
    if isinstance(query, Totals | Compare) and work.opens_as("listing_openers") and work.says("seat_plurals"):
        # "which seats has labour won at every election since 1945": those alone that it won at each of them
        yield from spans_with(work, "at_each")
    if isinstance(query, Check):
        # "was copeland a disaster for labour" asks to judge it
        yield from (at for at in spans_of(work, work.group("judged_elections")) if at and _is_one(work, at))
    if isinstance(query, Totals | Check):
        for slot in work.parties:
            if slot.span and not work.group("leaving_out").isdisjoint(work.text(slot.span - 1).split()):
                yield slot.span
