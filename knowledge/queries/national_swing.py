"""Butler swing between two parties from the shares of an area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.facts.totals import NationalSwing, PartyTotalFact

_NO_PARTY = frozenset({"speaker", "others", "independent"})


def national_swing(
    area: str,
    before: date,
    now: Sequence[PartyTotalFact],
    then: Sequence[PartyTotalFact],
    parties: Sequence[str],
) -> NationalSwing | None:
    """The swing in ``area`` between two ``parties``; by default between the two with most votes now.

    One party is set against the strongest other one. None where a share is not held at both elections.
    """
    shares = {p.party: p.share for p in now if p.share is not None}
    earlier = {p.party: p.share for p in then if p.share is not None}
    strongest = sorted((p for p in shares if p not in _NO_PARTY), key=lambda p: -shares[p])
    pair = list(parties[:2])
    pair += [p for p in strongest if p not in pair][: 2 - len(pair)]
    if len(pair) < 2 or any(p not in shares or p not in earlier for p in pair):
        return None
    first, second = pair
    if shares[second] - earlier[second] < shares[first] - earlier[first]:
        first, second = second, first
    return NationalSwing(
        area=area,
        loser=first,
        winner=second,
        loser_shares=(earlier[first], shares[first]),
        winner_shares=(earlier[second], shares[second]),
        before=before,
    )
