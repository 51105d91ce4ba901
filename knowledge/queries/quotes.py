"""Held quotations by speaker, words, contest, party, topic and time.

There are a few dozen, so every one is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.facts.words import Nearness, QuoteFact, QuoteFacts, QuoteMatch
from knowledge.fold import fold
from knowledge.queries.clause import marks
from knowledge.queries.nearness import nearness, on_topic
from knowledge.query import Between, InYears, OnDay, Quotes, When
from knowledge.store.store import Store

_QUOTES = """
select id, words, speaker, person, role, date, occasion, contests, about, partial, also_printed_as, corroborated_by,
       source
from quotes order by rowid
"""


def run_quotes(store: Store, query: Quotes) -> QuoteFacts:
    """The quotations that ``query`` selects, best first, and what is held nearby where none is."""
    held = [_quote(row) for row in store.fetch(_QUOTES, ())]
    speakers = _speakers(store, query.speakers)
    about_contests = _Contests.of(store, query)
    spoken = [q for q in held if not speakers or any(speaker.spoke(q) for speaker in speakers)]
    chosen = [q for q in spoken if about_contests.match(q) and _in_time(q, query.when)]
    chosen = [q for q in chosen if _of_party(store, q, query.parties)]
    if query.topic:
        chosen = on_topic(chosen, query.topic, whole=True)
    matches, topic = _matching(chosen, query.words), query.topic
    if query.words and query.ask == "said" and not any(match.nearness is not Nearness.NEAR for match in matches):
        # "What did she say about the nuclear industry": words that name the topic rather than what was said.
        # Of nobody and no contest named, words that are held only in part are somebody else's.
        about = on_topic(chosen, query.words, whole=not (speakers or about_contests.given))
        if about:
            matches, topic = _matching(about, None), query.words
    return QuoteFacts(
        matches=matches,
        others_words=_others(held, spoken, query),
        same_speaker=() if matches or not query.speakers else tuple(_without_fragments(spoken)),
        same_contest=()
        if matches or not about_contests.given
        else tuple(_without_fragments(filter(about_contests.match, held))),
        asked_speakers=tuple(dict.fromkeys(speaker.name for speaker in speakers)),
        asked_places=about_contests.places([match.quote for match in matches]),
        topic=topic,
        speakers=tuple(dict.fromkeys(q.speaker for q in held)),
    )


def _matching(quotes: list[QuoteFact], words: str | None) -> tuple[QuoteMatch, ...]:
    if not words:
        return tuple(QuoteMatch(q) for q in _without_fragments(quotes))
    scored = [(q, *nearness(words, q)) for q in quotes]
    found = sorted((s for s in scored if s[1] is not None), key=lambda s: (-(s[1] or 0), -s[2]))
    if not found:
        return ()
    best = found[0][1]
    kept = [q for q, near, _ in found if near == best]
    # Likeness alone is worth one suggestion, not a list of them.
    kept = kept[:1] if best is Nearness.NEAR else list(_without_fragments(kept))
    return tuple(QuoteMatch(q, best) for q in kept)


def _others(held: Sequence[QuoteFact], spoken: Sequence[QuoteFact], query: Quotes) -> tuple[QuoteMatch, ...]:
    """Who did say the words, where somebody else was asked about."""
    if not query.words or not query.speakers:
        return ()
    others = [q for q in held if q not in spoken]
    return tuple(m for m in _matching(others, query.words) if m.nearness is not Nearness.NEAR)


def _without_fragments(quotes: Iterable[QuoteFact]) -> list[QuoteFact]:
    """``quotes`` without those that only repeat part of a fuller one of the same speaker."""
    quotes = list(quotes)
    folded = {q.id: f" {fold(q.words)} " for q in quotes}
    return [
        q
        for q in quotes
        if not any(
            other.id != q.id
            and other.speaker == q.speaker
            and len(folded[other.id]) > len(folded[q.id])
            and folded[q.id] in folded[other.id]
            for other in quotes
        )
    ]


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A speaker asked about: a person held (``person`` is set), or a name as typed."""

    name: str
    person: str | None

    def spoke(self, quote: QuoteFact) -> bool:
        """Whether the quotation is this speaker's. Another person of the speaker's name is not the speaker."""
        if self.person is not None and quote.person is not None:
            return self.person == quote.person
        asked, speaker = fold(self.name), fold(quote.speaker)
        return asked == speaker or speaker.split()[-1:] == [asked]


def _speakers(store: Store, asked: tuple[str, ...]) -> list[_Speaker]:
    if not asked:
        return []
    rows = store.fetch(f"select id, name from people where id in ({marks(asked)})", asked)
    names: dict[str, str] = {row[0]: row[1] for row in rows}
    return [
        _Speaker(names[each], each) if each in names else _Speaker(each.replace("-", " ").title(), None)
        for each in asked
    ]


def _in_time(quote: QuoteFact, when: When | None) -> bool:
    match when:
        case InYears():
            return quote.date.year in when.years and when.month in (None, quote.date.month)
        case OnDay():
            # What is said of a poll is said on its day or the days after.
            return 0 <= (quote.date - when.day).days <= 7
        case Between():
            return (when.since or date.min) <= quote.date <= (when.until or date.max)
        case _:
            return True


def _of_party(store: Store, quote: QuoteFact, parties: tuple[str, ...]) -> bool:
    """Whether the speaker stood for one of the parties last before speaking, or spoke in a role that names it."""
    if not parties:
        return True
    text = f" {fold(quote.role)} {fold(quote.speaker)} "
    names = store.fetch(f"select name, short from parties where id in ({marks(parties)})", parties)
    if any(f" {fold(name)} " in text for row in names for name in row):
        return True
    last = store.fetch(
        "select party from candidacy_facts where person = ? and date <= ? order by date desc limit 1",
        (quote.person, quote.date.isoformat()),
    )
    return bool(last) and last[0][0] in parties


@dataclass(frozen=True, slots=True)
class _Contests:
    """The contests asked about: by id, or all of the seats'."""

    ids: frozenset[str]
    names: dict[str, str]
    """Contest id to the name of its seat, for seats asked about."""
    given: bool

    @classmethod
    def of(cls, store: Store, query: Quotes) -> _Contests:
        if not query.seats:
            return cls(frozenset(query.contests), {}, bool(query.contests))
        rows = store.fetch(
            f"select contest, seat_name from contest_facts where seat in ({marks(query.seats)}) order by date desc",
            query.seats,
        )
        names = {row[0]: row[1] for row in rows}
        return cls(frozenset(query.contests) | names.keys(), names, True)

    def places(self, quotes: Iterable[QuoteFact]) -> tuple[str, ...]:
        """The seats asked about that ``quotes`` speak of; all of them where none does."""
        spoken = [self.names[id_] for quote in quotes for id_ in quote.contests if id_ in self.names]
        return tuple(dict.fromkeys(spoken or self.names.values()))

    def match(self, quote: QuoteFact) -> bool:
        return not self.given or not self.ids.isdisjoint(quote.contests)


def _quote(row: Sequence[Any]) -> QuoteFact:
    cells = [*row]
    cells[5] = date.fromisoformat(row[5])
    cells[9] = bool(row[9])
    for at in (7, 8, 10, 11):
        cells[at] = tuple(json.loads(row[at])) if row[at] else ()
    return QuoteFact(*cells)
