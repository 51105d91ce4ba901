"""Arithmetic on a result: votes moved, votes that would have been needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.queries.catalogue import Stand
from knowledge.query import Latest, OnDay, Query, Selection, Transfer, WhatIf

_Roles = tuple[Sequence[Slot], Slot | None]
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
    added = any(_is_added(work, slot) for slot in work.people)
    if asked and not (added or work.has("if")) and (named <= 1 or (named == 2 and work.says("switching"))):
        return _needed(work)
    if work.has("beat") and work.people and work.seats and not (added or _is_member(work)):
        # "enough to beat" somebody who did not win there
        return None
    return _moved_votes(work)


def _moved_votes(work: Work) -> Query | None:
    """Votes given to others, or put together with theirs, by parties or by people who stood in one contest."""
    people, stood = _backers(work)
    sides = sorted((*work.parties, *people), key=work.start)
    beaten = [slot for slot in work.parties if _is_beaten(work, slot, sides)]
    if beaten:
        # "..., by how much would they beat the tories": those give nothing, and are ahead of all without it
        if len(beaten) > 1 or not _won_there(work, beaten[0]):
            return None
        sides = [slot for slot in sides if slot is not beaten[0]]
    giving = work.has("votes") and len(sides) > 1 and (work.opens_as("giving") or _hands_over(work))
    pooled = work.says("pooling") and len(sides) > 1
    if not (giving or pooled or work.has("if", "would")) or len({slot.values for slot in sides}) < 2:
        return None
    givers, receiver = _roles(work, sides)
    if receiver is None or not givers or _is_only_beaten(work, receiver, sides):
        return None
    work.take(*_PLAIN)
    if work.has("would"):
        # "would hunt have gone"
        work.used.update(at for at in work.hits.get("changed_hands", ()) if work.text(at) in work.group("been_beaten"))
    if beaten:
        work.used.update(at for at in work.hits.get("compare", ()) if work.text(at) in work.group("lead_overs"))
    work.use([*work.parties, *people])
    work.use_words(
        *work.group("pooling"), *work.group("leaving_out"), *work.group("giving_words"), *work.group("given_to")
    )
    if work.says("setting_out"):
        # "take the greens out and give their votes to labour"
        work.take("stand", "except")
        work.use_words(*work.group("setting_out"), *work.group("set_out_ends"))
    given = tuple(dict.fromkeys(value for slot in givers for value in slot.values if value != receiver.values[0]))
    transfer = Transfer(giver=given, receiver=receiver.values[0])
    where = _placed(work.selection(with_parties=False))
    if stood is not None:
        where = where.model_copy(update={"people": (), "seats": where.seats or (stood.seat,)})
        if where.when == Latest() and _is_past(work, stood):
            where = where.model_copy(update={"when": OnDay(day=stood.date)})
    asked = _asked(work, sides)
    check = _is_yes_no(work) and (not asked or asked[0].values[0] == receiver.values[0])
    return WhatIf(where=where, transfers=(transfer,), ask="transfer", check=check)


def _is_beaten(work: Work, party: Slot, sides: Sequence[Slot]) -> bool:
    """Whether a party stands beside two others and right behind what says that it is beaten, or led.

    The two are named ahead of it, or one is behind it: "would labour have beaten the tories with lib dem votes".
    """
    ahead = sum(slot.span < party.span for slot in sides)
    before = party.span - 1
    leads = {at for cue in ("beat", "over", "compare", "ahead") for at in work.hits.get(cue, ())}
    leads = {at for at in leads if work.text(at) not in work.group("added_by")}
    if work.text(before).split()[-1:] == ["by"] or not ahead or len(sides) < 3:
        return False
    return before in leads or (before - 1 in leads and work.cover.spans[before].filler)


def _is_only_beaten(work: Work, receiver: Slot, sides: Sequence[Slot]) -> bool:
    """Whether whoever would receive is but who is said to be beaten, or one of three beats another.

    "would that have beaten labour", "would reform have been beaten by the tories with lib dem votes".
    """
    led = [at for at in (receiver.span - 1, receiver.span - 2) if at in work.hits.get("beat", ())]
    passive = (work.text(slot.span - 1).split()[-1:] == ["by"] for slot in sides if slot.span)
    return bool(led) or (len(sides) > 2 and work.has("beat") and any(passive))


def _won_there(work: Work, party: Slot) -> bool:
    """Whether a party won the contest of the seat and year named."""
    if len(work.seats) != 1 or len(work.years) > 1 or (work.timed and not work.years and work.kind is None):
        return False
    years, counts = {year.year for year in work.years}, work.catalogue.counts_as()
    won = [c for seat in work.seats[0].values for c in work.catalogue.won_in(seat) if work.kind in (None, c.kind)]
    won = [c for c in won if c.date.year in years] if years else won[-1:]
    return len(won) == 1 and counts.get(won[0].party, won[0].party) in party.values


def _hands_over(work: Work) -> bool:
    """ "aylesbury 2024: give the tories every reform vote": told to, not asked whether it was so."""
    return work.says("handing") and not work.has("how_many") and not work.asks_whether


def _backers(work: Work) -> tuple[list[Slot], Stand | None]:
    """The people whose votes move, each as the party that they stood for in the contest meant; and that contest."""
    seats = {seat for slot in work.seats for seat in slot.values}
    years = {year.year for year in work.years}
    found: list[Slot] = []
    last: Stand | None = None
    for slot in work.people:
        # of a surname that many bore, with no seat named, nobody's votes are moved
        told = len(slot.values) == 1 or seats
        cards = work.catalogue.cards(slot.values) if told and _is_backer(work, slot) else ()
        stood = [
            stand
            for card in cards
            for stand in card.stands
            if (not seats or stand.seat in seats)
            and (not years or stand.date.year in years)
            and work.kind in (None, stand.kind)
            and stand.party not in work.group("of_no_party")
        ]
        if stood:
            last = max(stood, key=lambda stand: stand.date)
            found.append(replace(slot, values=(last.party,)))
    return found, last


def _is_backer(work: Work, slot: Slot) -> bool:
    """Whether somebody named is said to give votes or get them: "butler's votes", "backed butler", "butler had got"."""
    behind = [token.text for token in work.cover.tokens[work.cover.spans[slot.span].end :][:1]]
    span = work.cover.spans[slot.span]
    if not work.seats and (span.party or (span.person and span.person.weak)):
        # "every green" is of the party, and no one of that surname somewhere
        return False
    if work.says("pooling"):
        # of whom the rest is held against, nothing is put together
        return slot.span < min(work.first("versus"), work.first("beat"))
    if _is_added(work, slot) or (
        work.has("votes") and work.has("beat") and slot.span - 1 in work.hits.get("would", ())
    ):
        # "would truss have beaten labour with the reform votes"
        return True
    led = _led(work, slot)
    if led in work.group("moving") | work.group("given_to") | work.group("giving_words"):
        return True
    ballots = work.group("ballots")
    return not (ballots | work.group("gaining_votes")).isdisjoint(behind) or (led == "of" and work.has("votes"))


def _is_added(work: Work, slot: Slot) -> bool:
    """ "truss + reform vote", "the reform vote and truss": put together with a party right beside them."""
    if not work.has("votes", "would"):
        return False
    bare = [at for at in range(len(work.cover.spans)) if at == slot.span or not _is_between(work, at)]
    place = bare.index(slot.span)
    sides = {party.span for party in work.parties}
    for beside in (bare[place - 1] if place else slot.span, *bare[place + 1 : place + 2]):
        between = range(min(beside, slot.span) + 1, max(beside, slot.span))
        if beside in sides and any(work.text(at) in work.group("added_by") for at in between):
            return True
    return False


def _is_between(work: Work, at: int) -> bool:
    """Whether a span is no more than what joins two whose votes are put together."""
    span = work.cover.spans[at]
    joins = span.filler or work.text(at) in work.group("added_by") | work.group("ballots")
    return joins and not (span.party or span.person or span.seat)


def _led(work: Work, slot: Slot) -> str:
    """The word before somebody named, articles aside."""
    before = (token.text for token in reversed(work.cover.tokens[: work.start(slot)]))
    return next((text for text in before if text not in work.group("articles")), "")


def _is_past(work: Work, stood: Stand) -> bool:
    """Whether the seat had a contest since one that somebody stood in."""
    return any(won.date > stood.date for won in work.catalogue.won_in(stood.seat))


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


def _roles(work: Work, sides: Sequence[Slot]) -> _Roles:
    """Who gives and who receives: the first step that knows answers, else the last one named receives."""
    for step in (_left_out, _of_the_asked, _given, _put_together, _moved, _gained):
        found = step(work, sides)
        if found is not None:
            return found
    return sides[:-1], sides[-1]


def _left_out(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "would labour have won without the greens"."""
    cut = _first(work, "leaving_out")
    if cut is None:
        return None
    ahead = [slot for slot in sides if work.start(slot) < cut]
    if not ahead and len(sides) == 2:
        # "without the greens would labour have won"
        return sides[:1], sides[1]
    return [slot for slot in sides if work.start(slot) > cut], ahead[0] if ahead else None


def _of_the_asked(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "would labour have won if the greens had backed them", "... with the green votes": those asked about."""
    asked = _asked(work, sides)
    rest = sides[len(asked) :]
    if asked and len(rest) == 1:
        return rest, asked[0]
    return _roles(work, rest) if asked else None


def _asked(work: Work, sides: Sequence[Slot]) -> Sequence[Slot]:
    """Those named before what is supposed, at least one being named behind it."""
    if work.first("would") > sides[0].span:
        return ()
    supposed = work.first("if")
    ahead = [slot for slot in sides if slot.span < supposed]
    if len(ahead) < len(sides):
        return ahead
    return sides[:1] if len(sides) == 2 and _led(work, sides[1]) == "with" else ()


def _given(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "give the tories every green vote", "add the green votes to labour's": whom the verb gives them to."""
    verb = _first(work, "giving_words")
    if verb is None:
        return None
    tokens = work.cover.tokens
    for slot in sides[1:]:
        if _led(work, slot) in work.group("given_to") and work.start(slot) > verb:
            return [other for other in sides if other.span != slot.span], slot
    led = {token.text for token in tokens[verb + 1 : work.start(sides[0])]}
    if verb > work.start(sides[0]) or tokens[verb].text in work.group("joining_votes") or work.group("ballots") & led:
        return None
    return sides[1:], sides[0]


def _put_together(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "would labour and the greens combined have beaten reform"."""
    if not work.says("joining_votes"):
        # "truss + reform vote": what is said of the sum is said of both
        return (sides[1:], sides[0]) if any(_is_added(work, slot) for slot in work.people) else None
    verb = _first(work, "pool_ends", work.start(sides[0]))
    joined = [slot for slot in sides if verb is None or work.start(slot) < verb]
    return (joined[1:], joined[0]) if len(joined) > 1 else ([], None)


def _moved(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "if the greens had backed labour"."""
    for slot in sides[1:]:
        start = work.start(slot)
        before = {token.text for token in work.cover.tokens[max(0, start - 2) : start]}
        if before & work.group("moving"):
            return [other for other in sides if other.span < slot.span], slot
    return None


def _gained(work: Work, sides: Sequence[Slot]) -> _Roles | None:
    """ "if labour had got every green vote": whoever is named first gets them."""
    tokens, first = work.cover.tokens, work.cover.spans[sides[0].span]
    between = {token.text for token in tokens[first.end : work.start(sides[1])]}
    behind = {token.text for token in tokens[work.cover.spans[sides[-1].span].end :][:2]}
    if work.group("ballots") & between or not (
        work.group("gaining_votes") & between and work.group("ballots") & behind
    ):
        return None
    return sides[1:], sides[0]


def _first(work: Work, group: str, since: int = 0) -> int | None:
    """The position of the first word of a group, from a position on."""
    return next(
        (i for i, token in enumerate(work.cover.tokens) if i >= since and token.text in work.group(group)), None
    )
