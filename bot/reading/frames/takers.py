"""Who took the seat of somebody named; when a party had its win there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Figure,
    Focus,
    History,
    Holder,
    Latest,
    Measure,
    OnDay,
    Query,
    Result,
    Selection,
    Several,
)

_TWO = 2
_GAP = timedelta(days=7 * 365)
"""Time between two contests of a seat that was gone in between, at least."""


@needs("a person")
@needs("who")
def taker(work: Work) -> Query | None:
    """ "who nicked jacob rees-mogg's seat in 24": who won where they stood then; else who followed them."""
    if not _took_theirs(work):
        return None
    work.take("take", "win", "get", "who", "mp")
    where = work.selection()
    if where.when == Latest() or not _stood_then(work):
        return Holder(where=Selection(people=where.people), relation="after")
    return Result(where=where, focus=Focus.WINNER)


def _took_theirs(work: Work) -> bool:
    """Whether the seat of the one person named is said to have passed to somebody asked for."""
    if len(work.people) != 1 or work.seats or work.parties or not work.has("take", "win") or not work.has("who"):
        return False
    tokens, span = work.cover.tokens, work.cover.spans[work.people[0].span]
    last = tokens[span.end - 1]
    owned = last.base != last.text or last.text.endswith("s")
    behind = [token.text for token in tokens[span.end : span.end + 2]]
    return owned and not work.group("their_seats").isdisjoint(behind) and work.first("who") < work.people[0].span


def _stood_then(work: Work) -> bool:
    """Whether whoever is named stood in a year named."""
    years = {year.year for year in work.years}
    cards = work.catalogue.cards(work.people[0].values)
    return any(stand.date.year in years for card in cards for stand in card.stands)


def seat_taken(work: Work, where: Selection) -> Selection:
    """ "when did the lib dems get tiverton": of the seats a place has been in, the one that a party took from another.

    A seat that it won at the very first is none that it took, where it had just taken the one before.
    """
    slot = work.seats[0] if len(work.seats) == 1 else None
    if slot is None or len(where.seats) != 1:
        return where
    if slot.how != "place" or _took(work, where.seats[0], where):
        return where
    before = [row.seat_2010 for row in work.catalogue.places(slot.label) if row.seat_2010]
    taken = [seat for seat in dict.fromkeys((*before, *slot.old)) if _took(work, seat, where)]
    if len(taken) != 1:
        return where
    work.seats[0] = replace(slot, every=(*slot.every, taken[0]))
    return where.model_copy(update={"seats": (taken[0],)})


def when_taken(work: Work, where: Selection) -> Query:
    """When a party took a seat; where the place was in another meanwhile, also when it took that."""
    where = seat_taken(work, where)
    taken = History(where=where, ask="won-by")
    between = _taken_between(work, where) if len(work.seats) == len(where.seats) == 1 else where
    return taken if between is where else Several(parts=(taken.model_copy(update={"where": between}), taken))


def _taken_between(work: Work, where: Selection) -> Selection:
    """ "when did labour take selby": a seat that came back by its name, won at once, was taken under a longer one.

    Its own are the contests before it went and since it came back; between lay the seat that the place was in.
    """
    slot, catalogue, seat = work.seats[0], work.catalogue, where.seats[0]
    held = catalogue.won_in(seat)
    if slot.how != "exact" or len(held) < _TWO or (held[-1].date - held[-2].date) < _GAP:
        return where
    gone, last = held[-2], held[-1]
    words = set(seat.split("-"))
    longer = {name.ref for name in catalogue.seat_names() if words < set(name.ref.split("-"))}
    between = [other for other in longer if _lay_between(catalogue.polls(other), gone.date, last.date)]
    if len(between) != 1:
        return where
    counts, was = catalogue.counts_as(), catalogue.won_in(between[0])[-1]
    theirs = all(counts.get(won.party, won.party) in where.parties for won in (last, was))
    if not theirs or not _took(work, between[0], where):
        return where
    work.seats[0] = replace(slot, every=(*slot.every, between[0]))
    return where.model_copy(update={"seats": (between[0],)})


def _lay_between(polls: Sequence[tuple[date, ElectionKind]], gone: date, back: date) -> bool:
    """Whether every poll of a seat was held after the one day and before the other."""
    return bool(polls) and all(gone < day < back for day, _ in polls)


_OF_MARGIN = frozenset({"take", "win", "get", "by_how_much", "majority", "how_much", "closeness", "what", "aux"})
"""Cues beside which no more is asked than by how much somebody took a seat."""


@needs("a person")
@needs("a party")
@needs("by_how_much", "majority", "how_much", "closeness")
def margin_of_taking(work: Work) -> Query | None:
    """ "don foster took bath off the tories in 92 by how much": the majority, where it was taken from them."""
    sides = (work.people, work.parties, work.seats, work.years)
    if any(len(side) != 1 for side in sides) or len(work.slots.times) != 1 or not _OF_MARGIN.issuperset(work.hits):
        return None
    cards = work.catalogue.cards(work.people[0].values)
    won = {(s.seat, s.date): card.id for card in cards for s in card.stands if s.elected}
    taken = [contest for contest in taken_off(work, won) if contest[1].year == work.years[0].year]
    if len(taken) != 1 or not work.has("take", "win"):
        return None
    work.use([*work.people, *work.seats])
    work.pass_over([work.parties[0].span])
    work.use_times()
    work.take(*_OF_MARGIN)
    seat, day = taken[0]
    where = Selection(seats=(seat,), people=(won[taken[0]],), when=OnDay(day=day))
    return Figure(where=where, measures=(Measure.MAJORITY,))


def taken_off(work: Work, won: Collection[tuple[str, date]]) -> list[tuple[str, date]]:
    """Those of the contests won, by seat and day, before which the party of "off labour" had won the seat."""
    slot, counts = work.parties[0], work.catalogue.counts_as()
    leads = {token.text for token in work.cover.tokens[max(0, work.start(slot) - 1) : work.start(slot) + 1]}
    if leads.isdisjoint(work.group("taken_off")):
        return []
    return [
        (seat, after.date)
        for seat in work.seats[0].values
        for before, after in pairwise(work.catalogue.won_in(seat))
        if (seat, after.date) in won and counts.get(before.party, before.party) in slot.values
    ]


def _took(work: Work, seat: str, where: Selection) -> bool:
    """Whether one of the parties won a seat that another had won before."""
    counts = work.catalogue.counts_as()
    parties = [counts.get(won.party, won.party) for won in work.catalogue.won_in(seat)]
    return any(after in where.parties and before not in where.parties for before, after in pairwise(parties))


@needs("a party")
@needs("a seat")
@needs(groups=("single_wins",))
def their_win(work: Work) -> Query | None:
    """ "year of the snp by-election win at motherwell": the contest that they took it at, not the latest there."""
    if len(work.parties) != 1 or len(work.seats) != 1 or work.people or work.slots.numbers:
        return None
    if any(not isinstance(time, KindOf) for _, time in work.slots.times) or work.opens_as("verb_openers"):
        return None
    behind = work.cover.spans[work.parties[0].span + 1 :]
    nouns = [span for span in behind if not isinstance(span.time, KindOf)][:1]
    if not nouns or work.cover.tokens[nouns[0].start].text not in work.group("single_wins") or work.has("majority"):
        return None
    work.take("win", "take", "hold", "who", "what", "when", "get", "result")
    work.use_words(*work.group("single_wins"))
    kind = work.kind
    work.use_times(KindOf)
    where = Selection(seats=work.use(work.seats), parties=work.use(work.parties), when=AnyTime(kind=kind))
    where = seat_taken(work, where)
    if work.seats[0].how == "place" and not _took(work, where.seats[0], where):
        # of several seats that a place has been in, which is not told
        return None
    return History(where=where, ask="won-by")


def is_handed_over(work: Work) -> bool:
    """ "bassetlaw labour to tory when": one party right behind another, with but a "to" between; marks it."""
    if len(work.parties) != 2 or not set(work.hits) <= {"when", "until", "seats", "aux"}:
        return False
    first, last = (work.cover.spans[slot.span] for slot in work.parties)
    if [token.text for token in work.cover.tokens[first.end : last.start]] != ["to"]:
        return False
    work.take("until")
    return True
