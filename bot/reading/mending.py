"""Names mended before a message is cut into clauses, of which each is read by itself: what one tells is not lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.reading.clauses import Clause
from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from bot.reading.repair import Repair

_MOST = 3
"""Damaged names of one message that are mended at most."""


def mended(
    reader: Reader, tokens: Clause, breaks: frozenset[int], read: Callable[[Clause, frozenset[int]], Outcome | None]
) -> Outcome | None:
    """What ``read`` makes of the words with every surely damaged name written right; None where there is none."""
    typed: list[tuple[str, str]] = []
    while len(typed) < _MOST:
        repair = _damaged(reader, tokens, breaks)
        if repair is None or repair.match is None:
            break
        key = repair.match.key
        tokens, breaks = repair.applied(tokens, key), repair.moved(breaks, key)
        typed.append((repair.typed, key))
    outcome = read(tokens, breaks) if typed else None
    return replace(outcome, corrected=(*typed, *outcome.corrected)) if isinstance(outcome, Read) else None


def _damaged(reader: Reader, tokens: Clause, breaks: frozenset[int]) -> Repair | None:
    """The first name that is surely another one damaged."""
    cover, names = reader.cover(tokens, breaks), reader.names
    found = (*names.personal(cover), *names.damaged(cover), *names.halved(cover), *names.placed(cover))
    for repair in found:
        across = any(repair.start < at < repair.end for at in breaks)
        if repair.match is not None and repair.match.sure and repair.typed != repair.match.key and not across:
            return repair
    return reader.vouching.found(cover, breaks)
