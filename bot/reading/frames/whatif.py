"""Arithmetic on a result: votes moved, votes that would have been needed."""

from __future__ import annotations

from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import Query, Selection, Transfer, WhatIf

_MOVING = frozenset({"to", "for", "gone", "backed", "voted", "with", "behind", "switched", "supported", "vote", "go"})


def what_if(work: Work) -> Query | None:
    """What the result would be if votes moved, or how many would have had to."""
    if not (work.seats or work.people or work.inherited.seats):
        return None
    asked = work.has("needed") and work.has("how_many", "how_much", "would")
    if asked and len(work.parties) <= 1 and not work.has("if"):
        return _needed(work)
    pooled = {"combined", "add", "added", "together", "plus"} & work.words
    if not (work.has("if") or work.has("would") or (pooled and len(work.parties) > 1)):
        return None
    if work.people and len(work.parties) == 1 and work.has("transfer", "pooled"):
        return _personal(work)
    if len(work.parties) < 2:
        return None
    givers, receiver = _roles(work)
    if receiver is None or not givers:
        return None
    work.take(
        "if",
        "would",
        "transfer",
        "win",
        "majority",
        "not",
        "how_many",
        "votes",
        "listing",
        "what",
        "except",
        "lose",
        "get",
    )
    work.take(
        "total",
        "result",
        "stand",
        "hold",
        "only",
        "closeness",
        "take",
        "who",
        "by_how_much",
        "check",
        "beat",
        "how_much",
    )
    work.take("pooled", "versus", "share", "check", "than")
    for slot in work.parties:
        work.used.add(slot.span)
    transfer = Transfer(giver=tuple(dict.fromkeys(v for g in givers for v in g.values)), receiver=receiver.values[0])
    words = " ".join(token.text for token in work.cover.tokens)
    check = any(asked in words for asked in ("would they", "would labour", "would the", "would have won", "would it"))
    check = (
        check
        and any(verb in words for verb in ("won", "win", "beat", "beaten", "held", "hold"))
        and not work.has("who", "by_how_much")
    )
    where = work.selection(with_parties=False)
    return WhatIf(where=_placed(work, where), transfers=(transfer,), ask="transfer", check=check)


def _personal(work: Work) -> Query | None:
    """ "if all of Tice's voters had gone Conservative": the person's party in that contest gives."""
    person = work.people[0]
    seats = {seat for slot in work.seats for seat in slot.values}
    years = {year.year for year in work.years}
    card = work.catalogue.person(person.values[0])
    stood = [
        stand
        for stand in (card.stands if card else ())
        if (not seats or stand.seat in seats) and (not years or stand.date.year in years)
    ]
    if not stood:
        return None
    work.take("if", "would", "transfer", "win", "majority", "how_many", "votes", "listing", "what", "result", "get")
    receiver = work.use(work.parties)[0]
    work.used.add(person.span)
    where = work.selection(with_parties=False).model_copy(update={"people": (), "seats": (stood[-1].seat,)})
    return WhatIf(where=where, transfers=(Transfer(giver=(stood[-1].party,), receiver=receiver),))


def _needed(work: Work) -> Query | None:
    work.take(
        "needed",
        "would",
        "if",
        "how_many",
        "votes",
        "win",
        "transfer",
        "hold",
        "lose",
        "beat",
        "how_much",
        "get",
        "behind",
    )
    work.take("take", "result", "better", "changed_hands")
    switch = {"switch", "switched", "switching", "changed", "change", "swap", "swapped", "flip", "flipped"}
    ask = "to-switch" if switch & work.words else "to-win"
    return WhatIf(where=_placed(work, work.selection()), ask=ask)


def _placed(work: Work, where: Selection) -> Selection:
    """A person only names the contest where a seat is named too."""
    return where.model_copy(update={"people": ()}) if where.seats else where


def _roles(work: Work) -> tuple[list[Slot], Slot | None]:
    """Who gives and who receives: "if the greens had backed labour", "would labour have won without the greens"."""
    tokens, spans = work.cover.tokens, work.cover.spans
    words = [token.text for token in tokens]
    if "without" in words or "minus" in words:
        cut = words.index("without") if "without" in words else words.index("minus")
        ahead = [slot for slot in work.parties if spans[slot.span].start < cut]
        behind = [slot for slot in work.parties if spans[slot.span].start > cut]
        return behind, ahead[0] if ahead else None
    if "add" in words or "combined" in words or "added" in words or "together" in words:
        verb = next(
            (
                i
                for i, word in enumerate(words)
                if word in {"would", "beat", "beaten", "have", "v", "vs", "versus", "than", "against"}
            ),
            len(words),
        )
        joined = [slot for slot in work.parties if spans[slot.span].start < verb]
        if len(joined) > 1:
            return joined[1:], joined[0]
    for slot in work.parties[1:]:
        start = spans[slot.span].start
        if set(words[max(0, start - 2) : start]) & _MOVING:
            givers = [other for other in work.parties if other.span < slot.span]
            return givers, slot
    return work.parties[:-1], work.parties[-1]
