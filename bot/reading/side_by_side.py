"""Two figures asked for one after another, set side by side: "labour share 2017", "and 2024?", "so what's the gap"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from knowledge.query import AnyTime, Between, Compare, Count, Figure, Focus, Listing, Measure, Query, Result, Totals

Groups = Mapping[str, frozenset[str]]
Side = Figure | Totals | Count
Prefer = Literal["higher", "lower"]
_NEAR = ("beside_closer", "beside_safer")
"""Groups of words that speak of majorities, whatever was asked of the contests."""
_ENDS: tuple[tuple[str, Prefer | None], ...] = (
    ("beside_higher", "higher"),
    ("beside_lower", "lower"),
    ("beside_closer", "lower"),
    ("beside_safer", "higher"),
    ("beside_gap", None),
)
"""Groups of words that set figures against each other, and which of them is asked for."""
_NARROWING = (
    "seats", "areas", "parties", "people", "winner", "not_won_by", "runner_up", "lost_by", "outcome", "conditions",
)  # fmt: skip
"""What narrows contests down beside their time."""


def side_by_side(words: Sequence[str], queries: Sequence[Query], groups: Groups) -> Compare | None:
    """The last two figures, or with "biggest" the last three, where words but compare them; None of anything else.

    ``queries`` are the questions of the conversation, the last first.
    """
    rest = set(words) - groups["few_grammar"]
    if isinstance(queries[0], Compare) and "how" in words and rest <= {"many"}:
        # "by how much": told with which is more
        return queries[0]
    said = [(group, prefer) for group, prefer in _ENDS if rest & groups[group]]
    if len(said) > 1 and said[-1][1] is None:
        # "what's the difference, which is higher"
        said = said[:-1]
    if len(said) != 1 or not rest <= frozenset().union(*(groups[group] for group, _ in _ENDS)):
        return None
    (group, prefer), last = said[0], queries[0]
    if isinstance(last, Compare):
        told = group not in _NEAR or _measures(last.sides[0]) == (Measure.MAJORITY,)
        return last.model_copy(update={"prefer": prefer}) if told else None
    most = len(queries) if rest & groups["beside_superlative"] else 2
    sides = _alike([_side(query, near=group in _NEAR) for query in queries[:most]])
    return Compare(sides=tuple(reversed(sides)), prefer=prefer) if len(sides) > 1 else None


def _side(query: Query, *, near: bool) -> Side | None:
    """A question as one side of a comparison: one figure of one contest, party or election; None of anything else."""
    if near:
        return _majority(query)
    if isinstance(query, Listing):
        return Count(where=query.where, of=query.of)
    if isinstance(query, Count):
        return query if query.said is None and not query.whether else None
    if not isinstance(query, Figure | Totals) or len(query.measures) != 1:
        return None
    where = query.where
    one = max(map(len, (where.seats, where.people, where.areas))) <= 1
    if isinstance(query, Totals):
        return query if one and (len(where.parties) <= 1 or query.together) else None
    single = not (query.per_contest or isinstance(where.when, AnyTime | Between))
    return query if one and single and (where.seats or where.people) else None


def _majority(query: Query) -> Figure | None:
    """What the contest of a question was won by: "which was closer" behind who won here and there."""
    if not isinstance(query, Result | Figure) or len(query.where.seats) != 1:
        return None
    if isinstance(query, Result) and query.focus not in (Focus.WINNER, Focus.RUNNER_UP, Focus.CLOSENESS, Focus.FULL):
        return None
    if isinstance(query, Figure) and (query.measures != (Measure.MAJORITY,) or query.per_contest):
        return None
    where = query.where.model_copy(update={"place": None, "people": (), "parties": ()})
    return None if isinstance(where.when, AnyTime | Between) else Figure(where=where, measures=(Measure.MAJORITY,))


def _alike(sides: Sequence[Side | None]) -> list[Side]:
    """The first sides that are all of one figure, each of something else."""
    found: list[Side] = []
    for side in sides:
        if side is None or side in found or (found and not _same_figure(found[0], side)):
            break
        found.append(side)
    return found


def _same_figure(one: Side, other: Side) -> bool:
    """Whether two sides are the same figure, of whatever they are."""
    if isinstance(one, Count) or isinstance(other, Count):
        counts = isinstance(one, Count) and isinstance(other, Count) and one.of is other.of
        # all of a year are nothing beside those of them that one party won
        return counts and all(bool(getattr(one.where, name)) == bool(getattr(other.where, name)) for name in _NARROWING)
    if isinstance(one, Totals) and bool(one.where.parties) != bool(other.where.parties):
        return False
    return type(one) is type(other) and one.measures == other.measures


def _measures(side: object) -> tuple[Measure, ...]:
    """What a side of a comparison measures."""
    return side.measures if isinstance(side, Figure | Totals) else ()
