"""Parts of all seats: "of the 72 scottish seats how many went labour"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.work import Work
from knowledge.query import Measure

_OF_VOTERS = frozenset({Measure.TURNOUT, Measure.ELECTORATE})
"""Measures that no party has."""


def went_to(work: Work) -> bool:
    """ "how many scottish seats went labour": how many it won, whether new or kept."""
    if len(work.parties) != 1 or work.seats or work.has("take", "lose", "beat"):
        return False
    verbs = [at for at in work.hits.get("changed_hands", ()) if work.text(at) in work.group("going_to")]
    if len(verbs) != 1 or len(verbs) != len(work.hits.get("changed_hands", ())):
        return False
    return verbs[0] < work.parties[0].span and not work.says("changed_from")


def of_all_seats(work: Work) -> None:
    """ "of the 40 welsh seats": how many there are is only mentioned, where it is so; marks it."""
    year = work.years[0].year if work.years else work.calendar.generals[-1].year
    area = work.areas[0].values[0] if work.areas else "united-kingdom"
    for at, number in work.free_numbers():
        start = work.cover.spans[at].start
        led = start and work.cover.tokens[start - 1].text in work.group("presuming")
        led = led or (at > 0 and work.cover.spans[at - 1].area is not None)
        if led and number.unit == "" and number.value == work.catalogue.seats_in(area, year):
            work.used.add(at)


def of_single_seats(work: Work, measures: Sequence[Measure]) -> bool:
    """Whether gains, losses, holds or seats that only one party fought are asked for: a total says nothing of them.

    Nor has a party a turnout or voters on the roll.
    """
    if work.parties and not _OF_VOTERS.isdisjoint(measures):
        alone = _OF_VOTERS.issuperset(measures) and not work.has("win", "take", "lose")
        if alone or (_OF_VOTERS.issuperset({*measures} - {Measure.SEATS}) and _in_theirs(work)):
            return True
    moved = {Measure.GAINS, Measure.LOSSES, Measure.SEAT_CHANGE} & set(measures)
    if work.says("outcome_nouns", "gains") and work.has("take", "hold", "lose") and not moved:
        return True
    counted = work.has("how_many") and any(slot.span + 1 in work.hits.get("only", ()) for slot in work.parties)
    return work.has("only") and work.has("stand") and not counted


def _in_theirs(work: Work) -> bool:
    """ "turnout in labour seats", "turnout where labour won", which are those of many seats."""
    ahead = {token.text for slot in work.parties for token in work.cover.tokens[: work.start(slot)][-2:]}
    return "where" in ahead or ("in" in ahead and any(s.span + 1 in work.hits.get("seats", ()) for s in work.parties))


def either_way(work: Work) -> dict[str, object]:
    """ "seats labour took or kept": all that it won."""
    if len(work.parties) != 1 or not work.has("hold") or "or" not in work.words:
        return {}
    for at in range(1, len(work.cover.spans) - 1):
        sides = [set(work.cover.spans[beside].cues) for beside in (at - 1, at + 1)]
        won = any("hold" in one and other & {"take", "win"} for one, other in (sides, sides[::-1]))
        if work.text(at) == "or" and won:
            work.used.update((at - 1, at, at + 1))
            return {"winner": work.use(work.parties)}
    return {}


def seat_shares(work: Work, found: Sequence[Measure]) -> list[Measure]:
    """ "labour seats as a percentage of the commons": a part of the seats, no share of the vote; marks what says so."""
    measures = list(found)
    if Measure.SHARE not in measures or not {Measure.VOTES, Measure.WOMEN}.isdisjoint(measures):
        return measures
    if not any(_is_of_seats(work, at) for at in work.hits.get("share", ())):
        return measures
    work.take("chamber")
    work.use_words(*work.group("house_words"))
    return [Measure.SEAT_SHARE, *(each for each in measures if each not in {Measure.SEATS, Measure.SHARE})]


def _is_of_seats(work: Work, at: int) -> bool:
    """Whether a share is what seats are told "as", or the seats or the house stand behind it."""
    spans, tokens = work.cover.spans, work.cover.tokens
    lead = {token.text for token in tokens[max(0, spans[at].start - 2) : spans[at].start + 1]}
    if "as" in lead and (work.first("seats") < at or work.first("mp") < at):
        return True
    behind = next((i for i in range(at + 1, len(spans)) if not (spans[i].filler or spans[i].area)), at)
    joined = {token.text for token in tokens[spans[at].end - 1 : spans[at].end + 1]}
    of_seats = "seats" in spans[behind].cues or not work.group("house_words").isdisjoint(work.text(behind).split())
    return behind != at and "of" in joined and of_seats
