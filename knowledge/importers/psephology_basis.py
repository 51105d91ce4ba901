"""What gains are counted against: the election before, or the notional result after a boundary change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knowledge.models.elections import Contest, Correction


def loser_corrections(
    contests: Iterable[Contest], basis: Mapping[str, str], counting: Mapping[str, str]
) -> list[Correction]:
    """Gains whose published loser is not the party that won on the basis, as corrections that keep the published one.

    ``contests`` are those of one general election, ``basis`` the winning party by constituency before it.
    """
    found = []
    for contest in contests:
        before = basis.get(contest.constituency)
        loser = contest.lost_by
        if before and loser and counting.get(before, before) != counting.get(loser, loser):
            found.append(
                Correction(
                    contest=contest.id,
                    field="lost_by",
                    published=before,
                    used=loser,
                    reason="The result names another loser than the winner of the result that it is counted against.",
                    source=contest.source,
                )
            )
    return found
