"""Sentences about one party's total in an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from bot.answering.answer import Listing
from bot.answering.national import area_name, place, seats_of, title, votes_of
from bot.answering.totals_names import named_lines, won_words
from bot.answering.wording import Words, counted, moved, number, ordinal, percent, points, signed_number
from knowledge.facts.totals import ElectionTotals, NationalSwing, PartyTotalFact
from knowledge.query import Measure

MAIN = frozenset({Measure.SEATS, Measure.VOTES, Measure.SHARE})
_CHANGED_HANDS = frozenset({Measure.SEAT_CHANGE, Measure.GAINS, Measure.LOSSES})

_OTHERS = "others"
"""All parties that a published total puts together; of later elections each is held by itself."""


def party_sentence(words: Words, totals: ElectionTotals, total: PartyTotalFact, measures: Sequence[Measure]) -> str:
    """What was asked of the party, then seats, votes and share whether asked or not."""
    subject = words.the_party(total.party)
    asked = [phrase(words, totals, total, m) for m in _without_repeats(measures) if m not in MAIN]
    said = [text for text in asked if text is not None]
    first, rest = _main(totals, total, measures)
    if said:
        first, rest = _joined(said), f"{first.removeprefix('won ')} and {rest}"
    return f"{subject} {first} {place(words, totals)}, with {rest}."


def missing_sentence(words: Words, totals: ElectionTotals, party: str) -> str:
    """A party without a row: it put up nobody, or is pooled among the others."""
    subject = words.the_party(party)
    counted_in = dict(totals.counted_in).get(party)
    if counted_in is not None:
        unheld = f"No figures of its own are held for {subject} {place(words, totals)}"
        return f"{unheld}: the published totals count its members with {words.the_party(counted_in)}."
    if totals.pooled:
        return f"No figures of its own are held for {subject} {place(words, totals)}: it is counted among the others."
    if party == _OTHERS:
        return f"No figures are held for {subject} together {place(words, totals)}."
    return f"{subject} did not stand {place(words, totals)}: no candidates, 0 seats and 0 votes."


def party_details(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> Listing:
    """All that is held of the party, one fact a line, with changes since the election before."""
    since = f" on the {totals.before}{_as_whom(words, total)}" if totals.before else ""
    lines = [_capital_seats(totals, total, since)]
    if total.votes is not None:
        change = f", {signed_number(total.vote_change)}{since}" if total.vote_change is not None else ""
        lines.append(f"Votes: {number(total.votes)}{change}")
    if total.share is not None:
        change = f", {moved(total.share_change)}{since}" if total.share_change is not None else ""
        lines.append(f"Share: {percent(total.share)}{change}")
    for label, value in (
        ("Candidates", total.candidates),
        ("Deposits lost", total.deposits_lost),
        ("Second places", total.seconds),
        ("Women elected", total.women),
    ):
        if value is not None:
            lines.append(f"{label}: {number(value)}")
    if total.gains is not None and total.losses is not None:
        lines.append(f"Seats gained {total.gains}, lost {total.losses} (published basis)")
    lines += named_lines(words, total)
    return Listing(title=f"{words.party(total.party)}, {title(words, totals)}", items=tuple(lines))


def swing_sentence(words: Words, totals: ElectionTotals, swing: NationalSwing) -> str:
    """The swing with its direction and area."""
    return (
        f"The swing in {area_name(words, swing.area)} at the {totals.name} was {percent(swing.value)} "
        f"from {words.the_party(swing.loser)} to {words.the_party(swing.winner)} (Butler swing)."
    )


def swing_sum(words: Words, totals: ElectionTotals, swing: NationalSwing) -> str:
    """The sum behind a swing."""
    loser, winner = words.the_party(swing.loser), words.the_party(swing.winner)
    return (
        f"Arithmetic: {loser} {percent(swing.loser_shares[0])} to {percent(swing.loser_shares[1])}, "
        f"{winner} {percent(swing.winner_shares[0])} to {percent(swing.winner_shares[1])} between the "
        f"{totals.before} and the {totals.name}; half the sum of the fall and the rise is {points(swing.value)}."
    )


def _without_repeats(measures: Sequence[Measure]) -> list[Measure]:
    """Net change, gains and losses are told together, so one of them is enough."""
    kept: list[Measure] = []
    for measure in measures:
        if not (measure in _CHANGED_HANDS and _CHANGED_HANDS & set(kept)):
            kept.append(measure)
    return kept


def _joined(phrases: Sequence[str]) -> str:
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"


def _main(totals: ElectionTotals, total: PartyTotalFact, measures: Sequence[Measure]) -> tuple[str, str]:
    """Seats, votes and share: the one asked for as a predicate, and the rest."""
    seats, votes = f"{seats_of(total, totals.house)}{won_words(total)}", votes_of(total)
    first = next((m for m in measures if m in MAIN), Measure.SEATS)
    if first is Measure.SEATS:
        return f"won {seats}", votes
    if first is Measure.SHARE and total.share is not None and total.votes is not None:
        return f"won {percent(total.share)} of the vote", f"{number(total.votes)} votes and {seats}"
    return f"won {votes}", seats


def _as_whom(words: Words, total: PartyTotalFact) -> str:
    """`` (as the Brexit Party)``, where what was before is its forerunner's."""
    return f" (as {words.the_party(total.before_as)})" if total.before_as else ""


def _capital_seats(totals: ElectionTotals, total: PartyTotalFact, since: str) -> str:
    text = f"Seats: {'not held' if total.seats is None else number(total.seats)}"
    if totals.house is not None:
        text += f" of {number(totals.house)}"
    if total.seat_change is not None:
        text += f", {signed_number(total.seat_change)}{since} ({total.seats_before})"
    if total.seats is not None and total.seats_notional is not None:
        change = signed_number(total.seats - total.seats_notional)
        text += f"; {change} on its notional result on the new boundaries ({total.seats_notional})"
    return text


def _seat_change(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words
    if total.seat_change is None:
        return None
    size = counted(abs(total.seat_change), "seat")
    net = f"{size} {'more' if total.seat_change > 0 else 'fewer'} than" if total.seat_change else "as many seats as"
    hands = ""
    if total.gains is not None and total.losses is not None:
        hands = f"; on the published basis {total.gains} gained and {total.losses} lost"
    return f"won {net} before ({_after(totals, total)}{hands})"


def _gains(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    if total.gains is None or total.losses is None:
        return _seat_change(words, totals, total)
    after = f" ({_after(totals, total)})" if total.seat_change is not None else ""
    return f"gained {counted(total.gains, 'seat')} and lost {number(total.losses)} on the published basis{after}"


def _losses(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    if total.gains is None or total.losses is None:
        return _seat_change(words, totals, total)
    after = f" ({_after(totals, total)})" if total.seat_change is not None else ""
    return f"lost {counted(total.losses, 'seat')} and gained {number(total.gains)} on the published basis{after}"


def _after(totals: ElectionTotals, total: PartyTotalFact) -> str:
    """``202 after 262 at the 2017 general election, -60``."""
    text = f"{total.seats} after {total.seats_before} at the {totals.before}, {signed_number(total.seat_change or 0)}"
    if total.seats is not None and total.seats_notional is not None:
        change = signed_number(total.seats - total.seats_notional)
        text += f", {change} on a notional {total.seats_notional} on the new boundaries"
    return text


def _deposits(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    if total.deposits_lost is None:
        return None
    of = f" (of {counted(total.candidates, 'candidate')})" if total.candidates is not None else ""
    if total.deposits_lost == 0:
        return f"lost no deposits (0{of.replace('(', '').replace(')', '')})"
    return f"lost {counted(total.deposits_lost, 'deposit')}{of}"


def _deposits_kept(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    if total.deposits_kept is None or total.candidates is None:
        return None
    return f"kept {counted(total.deposits_kept, 'deposit')} (of {counted(total.candidates, 'candidate')})"


def _seat_share(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words
    if total.seats is None or not totals.house:
        return None
    part = percent(total.seats / totals.house)
    return f"won {part} of the seats ({number(total.seats)} / {number(totals.house)} = {part})"


def _votes_per_seat(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    if total.votes is None or total.seats is None:
        return None
    if total.votes_per_seat is None:
        return f"won {number(total.votes)} votes and no seat, so no votes for each seat can be worked out,"
    return (
        f"won {number(total.votes_per_seat)} votes for each seat "
        f"({number(total.votes)} / {number(total.seats)} = {number(total.votes_per_seat)})"
    )


def _candidates(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    return None if total.candidates is None else f"put up {counted(total.candidates, 'candidate')}"


def _seconds(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    return None if total.seconds is None else f"came second in {counted(total.seconds, 'seat')}"


def _women(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    if total.women is None:
        return None
    of = f", {percent(total.women / total.seats)} of {counted(total.seats, 'member')}," if total.seats else ""
    return f"had {counted(total.women, 'woman', 'women')} elected{of}"


def _change(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    change = total.share_change
    if change is None or total.share is None or total.share_before is None:
        return None
    shares = f"{percent(total.share_before)} to {percent(total.share)}"
    return f"was {moved(change)} on the {totals.before}{_as_whom(words, total)} ({shares} of the vote)"


def _vote_change(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    change = total.vote_change
    if change is None or total.votes is None or total.votes_before is None:
        return None
    more = "more" if change >= 0 else "fewer"
    return (
        f"won {number(abs(change))} votes {more} than at the {totals.before}{_as_whom(words, total)} "
        f"({number(total.votes)} after {number(total.votes_before)})"
    )


def _rank(words: Words, totals: ElectionTotals, total: PartyTotalFact) -> str | None:
    del words, totals
    return None if total.rank is None else f"came {ordinal(total.rank)} in votes"


_PHRASES: Mapping[Measure, Callable[[Words, ElectionTotals, PartyTotalFact], str | None]] = MappingProxyType(
    {
        Measure.SEAT_CHANGE: _seat_change,
        Measure.GAINS: _gains,
        Measure.LOSSES: _losses,
        Measure.DEPOSITS_LOST: _deposits,
        Measure.DEPOSIT: _deposits,
        Measure.DEPOSITS_KEPT: _deposits_kept,
        Measure.SEAT_SHARE: _seat_share,
        Measure.VOTES_PER_SEAT: _votes_per_seat,
        Measure.CANDIDATES: _candidates,
        Measure.SECONDS: _seconds,
        Measure.WOMEN: _women,
        Measure.CHANGE: _change,
        Measure.VOTE_CHANGE: _vote_change,
        Measure.POSITION: _rank,
    }
)


def phrase(words: Words, totals: ElectionTotals, total: PartyTotalFact, measure: Measure) -> str | None:
    """The predicate for one measure; None where it is not held or said elsewhere."""
    make = _PHRASES.get(measure)
    return None if make is None else make(words, totals, total)
