"""Words that make what they stand before another thing: "former", "other", "new", "lost", "every"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    Career,
    Claims,
    Count,
    Explain,
    Fate,
    Figure,
    Focus,
    Holder,
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

_WHO_STOOD = frozenset({Measure.WOMEN, Measure.CANDIDATES})
"""Measures of people, elected or not."""


def unheeded(query: Query, work: Work) -> Iterator[int]:
    """The spans of such words that no frame has explained and that the query passes over."""
    if work.says("qualifiers"):
        for at, span in enumerate(work.cover.spans):
            if at not in work.used and _changes(query, work, at, span):
                yield at
    yield from _points(work)
    if isinstance(query, Explain):
        yield from _explained(work)
    if isinstance(query, Totals) and work.says("unopposed_words"):
        # "elected unopposed" in a year is not who won it
        hits = work.hits.get("win", ())
        yield from (at for at in hits if not work.group("unopposed_words").isdisjoint(work.text(at).split()))
    if work.has("lose"):
        yield from _losing(query, work)
    if work.has("whole") and isinstance(query, Totals) and not query.where.parties and work.has("win"):
        # "which party won every seat in scotland" is not which won most
        yield from (at for at in work.hits["whole"] if "win" in cues_at(work, at - 1))
    if work.says("boundary_words") and isinstance(query, Figure | Result | Totals | Holder):
        # "on the new boundaries": of other seats than those polled
        yield from (at for at in work.hits.get("fate", ()) if _is_of_boundaries(work, at))
    if isinstance(query, Result) and query.where.place == 1 and work.has("win") and work.has("first_time"):
        # "who won copeland first" is not who came first there
        yield from (at for at in work.hits["first_time"] if _is_time(work, at))


def _explained(work: Work) -> Iterator[int]:
    """Words beside which no meaning of a word is asked for."""
    if work.kind is not None and work.says("others") and work.has("win"):
        # "who won the other by-election"
        yield from work.hits["win"]
    if work.says("secrets"):
        # "the secret of winning a by-election"
        yield from work.hits.get("why", ())


def hangs_together(spans: Sequence[Span], at: int) -> bool:
    """ "opposition hold and gain": of two words asked for, one right before the other, either makes another of it."""
    behind = spans[at + 1 : at + 2]
    return any(span.term and not span.soft for span in behind) and not (spans[at].soft or spans[at].cues)


def _changes(query: Query, work: Work, at: int, span: Span) -> bool:
    """Whether a word makes another question of what the query asks."""
    text = work.text(at)
    if text in work.group("former_words"):
        return _was_once(query, work, at)
    if text in work.group("others"):
        before = work.cover.tokens[span.start - 1].text if span.start else ""
        return before not in work.group("of_all_others") and not isinstance(query, Career)
    if text in work.group("new_words"):
        if isinstance(query, Listing) and _elects_anew(query, work, at):
            return False
        return isinstance(query, Totals | Count | Listing | Rank | Explain) and not _is_of_name(work, at)
    return False


def _is_of_name(work: Work, at: int) -> bool:
    """ "new labour": beside a seat or right before a party it is of their name, unless members are new."""
    parties = {slot.span for slot in work.parties}
    told = {"mp", "candidates", "seats"}.isdisjoint(cues_at(work, at + 2))
    return bool(work.seats) or (at + 1 in parties and told)


def _elects_anew(query: Listing, work: Work, at: int) -> bool:
    """ "by-election gains in 1973, who were the new mps": whoever wins a by-election is new."""
    by_elections = query.of is Of.CONTESTS and query.where.when.kind is ElectionKind.BY_ELECTION
    return by_elections and "mp" in cues_at(work, at + 1)


def _was_once(query: Query, work: Work, at: int) -> bool:
    """Whether a word sets apart whoever, or whatever, was there once and is no more, of which the query says nothing.

    Beside somebody named, a seat or a time it sets nothing apart: "the former mp ann widdecombe", "old bexley".
    """
    if isinstance(query, Explain):
        return True
    if isinstance(query, About | Claims | Quotes | Fate | Career) or work.people or work.inherited.people:
        return False
    if isinstance(query, OfficeHolder) and (query.person or query.before or query.after):
        return False
    if isinstance(query, Holder | OfficeHolder) and (query.relation if isinstance(query, Holder) else query.end):
        return False
    if isinstance(query, Holder | OfficeHolder) and query.at is not None:
        return False
    behind = work.cover.spans[at + 1 : at + 3]
    if len(behind) > 1 and behind[1].seat and behind[0].soft:
        # "the old seat of copeland"
        return False
    return not any(span.seat or span.area or span.time or span.number for span in behind[:1])


def _losing(query: Query, work: Work) -> Iterator[int]:
    """Words of losing, where those who won or stood are counted, or beside a figure nobody lost."""
    hits = work.hits["lose"]
    if isinstance(query, Totals) and not _WHO_STOOD.isdisjoint(query.measures):
        yield from hits
    if isinstance(query, Result) and query.focus is Focus.WINNER and work.has("candidates") and work.parties:
        # "which tory candidate lost in bath" is not who won
        yield from hits
    if isinstance(query, Figure) and not (query.where.parties or query.where.people):
        # "the lost majority in bath"
        yield from (at for at in hits if "majority" in cues_at(work, at + 1))


def _is_of_boundaries(work: Work, at: int) -> bool:
    return not work.group("boundary_words").isdisjoint(work.text(at).split())


def cues_at(work: Work, at: int) -> tuple[str, ...]:
    """The cues of a span, none beyond the ends."""
    spans = work.cover.spans
    return spans[at].cues if 0 <= at < len(spans) else ()


def _points(work: Work) -> Iterator[int]:
    """ "norwich w" is no seat, and not all of norwich."""
    if work.says("lone_points"):
        yield from (at for at in range(1, len(work.cover.spans)) if _is_point_behind(work, at))


def _is_point_behind(work: Work, at: int) -> bool:
    """Whether a point of the compass stands behind a seat's name that has none such, and nothing else is behind it."""
    spans = work.cover.spans
    if not spans[at - 1].seat or work.text(at) not in work.group("lone_points"):
        return False
    behind = spans[at + 1] if at + 1 < len(spans) else None
    return behind is None or behind.time is not None or behind.unknown or bool(behind.cues)


def _is_time(work: Work, at: int) -> bool:
    """Whether "first" stands alone behind the seat won: it says when."""
    return work.text(at) == "first" and any(slot.span == at - 1 for slot in work.seats) and "finish" not in work.hits
