"""Who had held the seat spoken of, right behind a contest there: the member before, who was of the party named."""

from __future__ import annotations

from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.slots import Slots, Told
from bot.reading.spans import Cover
from bot.reading.time_kinds import Word
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Holder, Selection

_ASKED = frozenset({"who", "mp", "hold", "get", "aux", "until", "previous", "predecessor", "win", "seats", "last"})
_PERFECT = frozenset({"had", "whod"})


def had_held(told: Told, cover: Cover, slots: Slots, catalogue: Catalogue) -> Outcome | None:
    """ "who'd held it for the tories", "who had been the tory mp"; refused where the one before was of another party.

    None where something else is asked.
    """
    texts = [token.text for token in cover.tokens]
    if texts[0] not in {"who", "whod"} or not (cover.cues & {"hold", "mp"} and cover.cues <= _ASKED):
        return None
    perfect = not _PERFECT.isdisjoint(texts[:2])
    named = slots.seats or slots.people or slots.areas or slots.numbers
    if named or len(slots.parties) > 1 or any(not isinstance(time, Word) for _, time in slots.times):
        return None
    known = {slot.span for slot in slots.parties} | {at for at, _ in slots.times}
    if any(span.unknown or not (span.filler or span.cues) for at, span in enumerate(cover.spans) if at not in known):
        return None
    seat, day = told.seat, told.day
    before = [won for won in catalogue.won_in(seat or "") if day is not None and won.date < day]
    if seat is None or not before:
        return None
    counts = catalogue.counts_as()
    party = counts.get(before[-1].party, before[-1].party)
    if not perfect and not _is_gone_from(told, slots, catalogue, party):
        return None
    if slots.parties and not {party, before[-1].party} & {*slots.parties[0].values}:
        return Refuse("words", tuple(texts))
    return Read(Holder(where=Selection(seats=(seat,)), at=day, relation="before"), carried=True)


def _is_gone_from(told: Told, slots: Slots, catalogue: Catalogue, before: str) -> bool:
    """ "who held it for the tories", behind a contest that another party won: whether it had been theirs till then."""
    counts = catalogue.counts_as()
    won = catalogue.won_at(told.seat, told.day)
    named = {value for slot in slots.parties for value in slot.values}
    return won is not None and before in named and not {won.party, counts.get(won.party, won.party)} & named
