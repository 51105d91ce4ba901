"""Parties that are one another's forerunners, so that a question about one finds the other in its time."""

from __future__ import annotations

from collections.abc import Iterable

_LINES = (
    ("liberal", "sdp-liberal-alliance", "liberal-democrat"),
    ("social-democratic-party", "sdp-liberal-alliance"),
    ("brexit-party", "reform-uk"),
)
"""The Liberal Party and the SDP fought 1983 and 1987 as the Alliance and merged in 1988; the Brexit Party took the
name Reform UK in 2021."""


def relatives(parties: Iterable[str]) -> tuple[str, ...]:
    """Forerunners and successors of the parties, without the parties themselves."""
    asked = tuple(parties)
    found = [party for line in _LINES if set(line) & set(asked) for party in line]
    return tuple(party for party in dict.fromkeys(found) if party not in asked)


def forerunners(party: str) -> tuple[str, ...]:
    """The parties that a party came from, the latest first."""
    lines = (line[: line.index(party)] for line in _LINES if party in line)
    return tuple(dict.fromkeys(before for line in lines for before in reversed(line)))
