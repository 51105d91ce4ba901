"""Arithmetic on a result: votes moved, votes that would have been needed."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import Query, Selection, Transfer, WhatIf

_Roles = tuple[list[Slot], Slot | None]
"""The parties that give votes and the one that receives them."""

_ASKING = ("which", "why", "when", "where", "what", "check", "did_how")
"""Cues of what is asked besides."""
_PLAIN = (
    "if", "would", "transfer", "pooled", "whole", "win", "majority", "not", "how_many", "how_much", "votes", "share",
    "listing", "what", "who", "except", "lose", "get", "total", "result", "stand", "hold", "only", "closeness", "take",
    "by_how_much", "check", "beat", "versus", "than", "over", "better",
    "enough", "explain",
)  # fmt: skip
"""Cues that add nothing once it is known whose votes move."""


@needs("a seat", "a person")
@needs("needed", "enough", "if", "would", groups=("giving", "pooling"))
def what_if(work: Work) -> Query | None:
    """What the result would be if votes moved, or how many would have had to."""
    if not (work.seats or work.people or work.inherited.seats):
        return None
    asked = work.has("needed") and work.has("how_many", "how_much", "would")
    asked = asked or (work.has("enough") and work.has("how_many"))
    # "voters who'd have had to switch": how many is not said, nor is anything else asked of them
    asked = asked or (work.has("needed") and work.has("votes") and work.says("switching") and not work.has(*_ASKING))
    named = len({slot.values for slot in work.parties})
    if asked and not work.has("if") and (named <= 1 or (named == 2 and work.says("switching"))):
        return _needed(work)
    giving = work.opens_as("giving") and work.has("votes") and len(work.parties) > 1
    pooled = work.says("pooling") and len(work.parties) + len(_givers(work)) > 1
    if not (giving or pooled or work.has("if", "would")):
        return None
    if work.has("beat") and work.people and work.seats and not _is_member(work):
        # "enough to beat" somebody who did not win there
        return None
    if _givers(work) and len(work.parties) == 1 and work.has("transfer", "pooled"):
        return _personal(work)
    if len(work.parties) < 2:
        return None
    givers, receiver = _roles(work)
    if receiver is None or not givers:
        return None
    work.take(*_PLAIN)
    work.use(work.parties)
    transfer = Transfer(giver=tuple(dict.fromkeys(v for g in givers for v in g.values)), receiver=receiver.values[0])
    where = work.selection(with_parties=False)
    return WhatIf(where=_placed(where), transfers=(transfer,), ask="transfer", check=_is_yes_no(work))


def _givers(work: Work) -> list[Slot]:
    """The people whose votes are put together with a party's: not the one behind "versus"."""
    behind = work.first("versus")
    return [slot for slot in work.people if slot.span < behind] if work.says("pooling") else work.people


def _is_member(work: Work) -> bool:
    """Whether one of the people named won in one of the seats named."""
    seats = {seat for slot in work.seats for seat in slot.values}
    cards = filter(None, (work.catalogue.person(person) for slot in work.people for person in slot.values))
    return any(stand.elected and stand.seat in seats for card in cards for stand in card.stands)


def _is_yes_no(work: Work) -> bool:
    """ "would labour have won": yes or no is asked for, not by how much."""
    words = " ".join(token.text for token in work.cover.tokens)
    asked = work.has("enough") or any(phrase in words for phrase in work.group("would_they"))
    starts = [work.start(slot) for slot in work.parties]
    asked = asked or any(at > 0 and work.cover.tokens[at - 1].text in work.group("do") for at in starts)
    won = any(word in words for word in work.group("winning_words"))
    return asked and won and not work.has("who", "by_how_much")


def _personal(work: Work) -> Query | None:
    """ "if all of Tice's voters had gone Conservative": the person's party in that contest gives."""
    person = _givers(work)[0]
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
    work.take(
        "if", "would", "transfer", "win", "majority", "how_many", "votes", "listing", "what", "result", "get", "whole"
    )
    receiver = work.use(work.parties)[0]
    work.take("pooled", "over", "versus")
    work.use(work.people)
    where = work.selection(with_parties=False).model_copy(update={"people": (), "seats": (stood[-1].seat,)})
    return WhatIf(where=where, transfers=(Transfer(giver=(stood[-1].party,), receiver=receiver),))


def _needed(work: Work) -> Query | None:
    """How many votes somebody would have needed, or would have had to win over."""
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
        "enough",
    )
    if work.has("who") and work.has("votes"):
        work.take("who")
    work.take("take", "result", "better", "changed_hands", "change")
    ask = "to-switch" if work.says("switching") else "to-win"
    where = work.selection()
    beaten = bool(work.seats and work.people and where.people) and not _is_member(work)
    return WhatIf(where=where if beaten else _placed(where), ask=ask)


def _placed(where: Selection) -> Selection:
    """A person only names the contest where a seat is named too."""
    return where.model_copy(update={"people": ()}) if where.seats else where


def _roles(work: Work) -> _Roles:
    """Who gives and who receives: the first step that knows answers, else the last party named receives."""
    for step in (_left_out, _put_together, _moved, _given):
        found = step(work)
        if found is not None:
            return found
    return work.parties[:-1], work.parties[-1]


def _left_out(work: Work) -> _Roles | None:
    """ "would labour have won without the greens"."""
    cut = _first(work, "leaving_out")
    if cut is None:
        return None
    ahead = [slot for slot in work.parties if work.start(slot) < cut]
    return [slot for slot in work.parties if work.start(slot) > cut], ahead[0] if ahead else None


def _put_together(work: Work) -> _Roles | None:
    """ "would labour and the greens combined have beaten reform"."""
    if not work.says("joining_votes"):
        return None
    verb = _first(work, "pool_ends", work.start(work.parties[0]))
    joined = [slot for slot in work.parties if verb is None or work.start(slot) < verb]
    return (joined[1:], joined[0]) if len(joined) > 1 else ([], None)


def _moved(work: Work) -> _Roles | None:
    """ "if the greens had backed labour"."""
    for slot in work.parties[1:]:
        start = work.start(slot)
        before = {token.text for token in work.cover.tokens[max(0, start - 2) : start]}
        if before & work.group("moving"):
            return [other for other in work.parties if other.span < slot.span], slot
    return None


def _given(work: Work) -> _Roles | None:
    """ "give the tories every green vote": whoever is named first is given to."""
    return (work.parties[1:], work.parties[0]) if work.opens_as("giving") else None


def _first(work: Work, group: str, since: int = 0) -> int | None:
    """The position of the first word of a group, from a position on."""
    return next(
        (i for i, token in enumerate(work.cover.tokens) if i >= since and token.text in work.group(group)), None
    )
