"""The names of the seats behind a party's total, where they are few."""

from __future__ import annotations

from bot.answering.contests import place_words
from bot.answering.wording import Words, listed
from knowledge.facts.totals import NamedSeat, PartyTotalFact

_IN_THE_SENTENCE = 6
"""Up to so many seats are named in the headline."""


def named_lines(words: Words, total: PartyTotalFact) -> list[str]:
    """The seats won, come second in, gained and lost, a line each, where it was asked for and is short."""
    lists = (
        ("Seats won", [_with_winner(seat) for seat in total.won_in]),
        ("Second in", [_with_party(words, seat) for seat in total.second_in]),
        ("Gained", [_with_winner(seat) for seat in total.gained_in]),
        ("Lost", [_with_party(words, seat) for seat in total.lost_in]),
    )
    return [f"{title}: {', '.join(names)}" for title, names in lists if names]


def _with_winner(seat: NamedSeat) -> str:
    return f"{seat.name} ({seat.winner})" if seat.winner else seat.name


def _with_party(words: Words, seat: NamedSeat) -> str:
    """``Belfast East (won by DUP)``."""
    return f"{seat.name} (won by {words.short(seat.winner_party)})" if seat.winner_party else seat.name


def won_words(total: PartyTotalFact) -> str:
    """`` (Belfast South, Foyle and South Down)``, to follow their number; empty where they are many."""
    if not 0 < len(total.won_in) <= _IN_THE_SENTENCE:
        return ""
    return f" ({listed(seat.name for seat in total.won_in)})"


def stood_words(words: Words, total: PartyTotalFact) -> str:
    """Where its one or two candidates stood and how they did, for the end of a sentence."""
    if not total.stood_in:
        return ""
    told = [f"in {c.seat_name}, where {words.candidate(c)} {place_words(c)}" for c in total.stood_in]
    return f"; it stood {'only ' if len(told) == 1 else ''}{'; and '.join(told)}"
