"""Somebody's contests for a party they went over to: "lee anderson's majority after he went reform"."""

from __future__ import annotations

from bot.reading.slots import Slots
from bot.reading.spans import Cover
from knowledge.queries.catalogue import Catalogue


def gone_over(slots: Slots, cover: Cover, catalogue: Catalogue) -> None:
    """Take the words before a later party of somebody named for no more than the party says itself.

    Somebody who stood for it from the first, or never, went over to nothing: the words stay unexplained.
    """
    if len(slots.people) != 1 or "gone_over" not in cover.cues:
        return
    counts = catalogue.counts_as()
    cards = [card for card in map(catalogue.person, slots.people[0].values) if card]
    for party in slots.parties:
        before = [at for at in range(party.span) if not _is_filler(cover, at)]
        if not before or "gone_over" not in cover.spans[before[-1]].cues:
            continue
        stood = [counts.get(stand.party, stand.party) in party.values for card in cards for stand in card.stands]
        if any(stood) and not stood[0]:
            slots.asides.append(before[-1])


def _is_filler(cover: Cover, at: int) -> bool:
    """Whether a span is an article or another word that adds nothing."""
    return cover.spans[at].filler and not cover.spans[at].cues
