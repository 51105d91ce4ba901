"""What one clause of a message tells must not be lost in what another is read as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.reading.outcome import Read
from bot.reading.scan import Token
from bot.reading.slots import Inherited
from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Word
from bot.reading.work import LIGHT_CUES
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    Between,
    Compare,
    Count,
    Figure,
    Governments,
    Holder,
    InYears,
    Latest,
    Listing,
    OfficeHolder,
    OnDay,
    Query,
    Quotes,
    Rank,
    Selection,
    Several,
    Totals,
    When,
)


def is_telling(cover: Cover) -> bool:
    """Whether a clause asks or tells something, beside what it names."""
    cues = {cue for span in cover.spans if not (span.filler or span.soft or span.time) for cue in span.cues}
    return not cues <= LIGHT_CUES


def is_bare(cover: Cover) -> bool:
    """Whether a clause names something and says no more: "2019", "the lib dem"."""
    named = any(span.time or span.seat or span.party or span.area for span in cover.spans)
    return named and not is_telling(cover) and not cover.unknown


def wheres_of(query: Query) -> Iterator[Selection]:
    """What every part and side of a query selects."""
    parts = query.parts if isinstance(query, Several) else query.sides if isinstance(query, Compare) else ()
    for part in parts:
        yield from wheres_of(part)
    where = getattr(query, "where", None)
    if isinstance(where, Selection):
        yield where


def loses_time(read: Read, story: Inherited, cover: Cover) -> bool:
    """Whether a time told before a question that names none itself is not the question's: it would be of another."""
    own = any(span.time is not None and not isinstance(span.time, KindOf | Word) for span in cover.spans)
    if story.when is None or own:
        return False
    told = read.query.model_dump_json()
    if f'"{ElectionKind.GENERAL}"' in told and story.when.kind is ElectionKind.BY_ELECTION:
        return True
    years = _years(story.when)
    return bool(years) and not any(str(year) in told for year in years)


def loses_whom(read: Read, story: Inherited, part: Sequence[Token], groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether the party, or whoever, told before a question of what "they" or "he" did is not the question's."""
    texts = {token.text for token in part}
    if isinstance(read.query, OfficeHolder) and "it" in texts and story.parties and not story.people:
        # "first labour government, who headed it": of a government, and not of the party today
        return read.query.at is None and read.query.person is None
    if isinstance(read.query, OfficeHolder | Governments | Quotes):
        return False
    told = read.query.model_dump_json()
    # a figure of the one contest told of is theirs as well
    of_many = isinstance(read.query, Holder | Totals | Listing | Count | Rank)
    people = story.people if of_many and not groups["person_pronouns"].isdisjoint(texts) else ()
    parties = () if groups["they_words"].isdisjoint(texts) else story.parties
    meant = (*parties, *people)
    return bool(meant) and not any(f'"{one}"' in told for one in meant)


def of_whom_was_told(read: Read, story: Inherited, catalogue: Catalogue) -> Read:
    """The figure of a seat where somebody was told of, who did not stand at its latest contest: of their own there."""
    query = read.query
    if not isinstance(query, Figure) or query.where.seats != story.seats or not isinstance(query.where.when, Latest):
        return read
    card = catalogue.person(story.people[0]) if len(story.people) == 1 and not query.where.people else None
    days = [stand.date for stand in card.stands if stand.seat in story.seats] if card else []
    if not days or max(days) == max(day for seat in story.seats for day, _ in catalogue.polls(seat)):
        return read
    where = query.where.model_copy(update={"people": story.people})
    return replace(read, query=query.model_copy(update={"where": where}), carried=True)


def _years(when: When) -> set[int]:
    """The years that a time names."""
    if isinstance(when, InYears):
        return set(when.years)
    if isinstance(when, OnDay):
        return {when.day.year}
    if isinstance(when, Between):
        return {day.year for day in (when.since, when.until) if day}
    return set()
