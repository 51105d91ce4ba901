"""Follow-ups: the last question asked again with what the words name in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import carried, edited, subject
from bot.reading.marks import Seen
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.resolve import expand
from bot.reading.slots import Slots
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.queries.catalogue import Led
from knowledge.query import OfficeHolder, Query, ReferendumQuery

_PLAIN = (
    "how_many", "how_much", "who", "what", "which", "get", "did_how", "win", "stand", "result", "mp", "hold",
    "latest", "seats",
)  # fmt: skip
"""Cues that add nothing to the question asked before."""
_ANEW = (
    "majority", "turnout", "electorate", "swing", "votes", "share", "change", "runner_up", "last_place", "candidates",
    "closeness", "by_how_much", "behind", "deposit", "deposit_lost", "why", "when", "declared", "history", "fate",
    "replace", "predecessor", "invalid_votes", "valid_votes", "finish", "previous", "following", "check", "sources",
    "sure", "say", "quote", "explain", "lose", "beat", "take",
)  # fmt: skip
"""Cues of a measure or shape of their own."""


class Follower:
    """Reads follow-ups."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses

    def follow(self, tokens: Clause, quoted: str | None, last: Query) -> Outcome | None:
        """What words mean behind a question; None where they are no follow-up of it."""
        changed = self._edit(tokens, last) or self._office(tokens, last)
        if changed is not None:
            return changed
        words = self._clauses.without_marker(tokens)
        outcome = self._reader.read_tokens(words, frozenset(), quoted, carried(last))
        if isinstance(outcome, Refuse):
            return None
        return replace(outcome, carried=True) if isinstance(outcome, Read) else outcome

    def _edit(self, tokens: Clause, last: Query) -> Outcome | None:
        """Only slots are named: the last question is asked again with them."""
        if subject(last) is None and not isinstance(last, ReferendumQuery):
            return None
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        options: list[tuple[str, Query]] = []
        ambiguous = False
        for slots, choice in expand(self._reader.slots(cover)):
            ambiguous = ambiguous or choice
            query = self._edited(last, slots, Work(self._reader.world, Seen.of(cover, slots)))
            if query is None:
                return None
            label = self._reader.gazetteer.label
            options.append((", ".join(label(slot.values[0]) for slot in slots.seats), query))
        if not options:
            return None
        if not ambiguous or len(options) == 1:
            return Read(options[0][1], carried=True)
        when = _when_of(subject(last))
        kept = [query for _, query in options if _when_of(query) == when]
        return Read(kept[0], carried=True) if len(kept) == 1 else Ask(options[0][0], tuple(options))

    def _edited(self, last: Query, slots: Slots, work: Work) -> Query | None:
        """The last question with other slots, where the words hold nothing else."""
        work.take(*_PLAIN)
        query = edited(last, slots, work, self._reader.catalogue)
        return None if query is None or work.has(*_ANEW) or work.unexplained() else query

    def _office(self, tokens: Clause, last: Query) -> Outcome | None:
        """ "before that?", "and after him?" of a Prime Minister or leader."""
        if not isinstance(last, OfficeHolder):
            return None
        before, after = self._clauses.says(tokens, "earlier"), self._clauses.says(tokens, "later")
        name = self._officer(last) if before or after else None
        if name is None:
            return None
        base = OfficeHolder(office=last.office, party=last.party)
        return Read(base.model_copy(update={"before" if before else "after": name}), carried=True)

    def _officer(self, last: OfficeHolder) -> str | None:
        """Whom an answer about an office named."""
        calendar = self._reader.calendar
        times = [led for led in calendar.leaders if led.office == last.office and last.party in (None, led.party)]
        times.sort(key=lambda led: led.since)
        named = last.before or last.after
        if named is not None:
            return _beside(times, fold(named), 1 if last.after else -1, last.at, last.until)
        day = last.at or calendar.today
        held = [led for led in times if led.since <= day and (led.until is None or led.until > day)]
        return held[-1].name if held else last.person


def _beside(times: list[Led], name: str, step: int, since: date | None, until: date | None) -> str | None:
    """Who held an office a step after the first time that somebody of this name did, or the one of the time named."""
    moved = [i + step for i, led in enumerate(times) if led.name.endswith(name)]
    held = [i for i in moved if 0 <= i < len(times)]
    if since is not None:
        last = until or since
        then = [i for i in held if since <= (times[i] if step > 0 else times[i - step]).since <= last]
        held = then or held
    return times[held[0]].name if held else None


def _when_of(query: Query | None) -> object:
    """The time of the contests that a query selects."""
    return getattr(getattr(query, "where", None), "when", None)
