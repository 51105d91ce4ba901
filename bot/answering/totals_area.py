"""Sentences and tables about a whole area at one general election."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.answering.answer import Table
from bot.answering.national import area_name, held_on, people_of, place, seats_of, title, votes_of
from bot.answering.wording import Words, capital, counted, moved, number, percent, signed, signed_number
from knowledge.facts.totals import AreaFact, ElectionTotals, PartyTotalFact
from knowledge.query import Measure

_WHOLE = "united-kingdom"
_APART = frozenset({"speaker", "others", "independent"})
_SHOWN = 12


def winner_sentence(words: Words, totals: ElectionTotals) -> str:
    """Who won most seats in the area, and how many the others won."""
    if not totals.parties or totals.parties[0].seats is None:
        return votes_sentence(words, totals)
    first = totals.parties[0]
    house = totals.house
    others = [p for p in totals.parties[1:] if p.seats]
    tail = f" {_seat_list(words, others)}." if others else ""
    level = [p for p in others if p.seats == first.seats and p.party not in _APART]
    name = words.the_party(first.party)
    figures = f"{seats_of(first, house)}, with {votes_of(first)}"
    if level:
        names = words.parties([first.party, *(p.party for p in level)])
        return f"{capital(names)} won as many seats each {place(words, totals)}: {figures}.{tail}"
    majority = totals.majority
    if totals.area != _WHOLE or majority is None or house is None:
        return f"{capital(name)} won most seats {place(words, totals)}: {figures}.{tail}"
    if majority > 0:
        return f"{capital(name)} won the {totals.name}: {figures}, a majority of {number(majority)}.{tail}"
    short = house // 2 + 1 - (first.seats or 0)
    return (
        f"No party won a majority {place(words, totals)}: {name} won most seats, {figures}, "
        f"{number(short)} short of a majority.{tail}"
    )


def seats_sentence(words: Words, totals: ElectionTotals) -> str:
    """Every party's seats."""
    won = [p for p in totals.parties if p.seats]
    house = f"{counted(totals.house, 'seat')}" if totals.house is not None else "Seats"
    return f"{house} {place(words, totals)}: {_seat_list(words, won)}."


def second_sentence(words: Words, totals: ElectionTotals) -> str:
    """Which party came second in the area by seats."""
    ranked = [p for p in totals.parties if p.seats is not None and p.party not in _APART]
    if len(ranked) < 2:
        return winner_sentence(words, totals)
    first, second = ranked[0], ranked[1]
    return (
        f"{capital(words.the_party(second.party))} won the second most seats {place(words, totals)}: "
        f"{seats_of(second, totals.house)}, with {votes_of(second)}; "
        f"{words.the_party(first.party)} won most, {number(first.seats or 0)}."
    )


def votes_sentence(words: Words, totals: ElectionTotals) -> str:
    """Who got most votes, and the next."""
    ranked = sorted((p for p in totals.parties if p.votes is not None), key=lambda p: -(p.votes or 0))
    if not ranked:
        return f"No votes are held {place(words, totals)}."
    first, rest = ranked[0], ranked[1:6]
    tail = "; " + ", ".join(f"{people_of(words, p.party)} {votes_of(p)}" for p in rest) if rest else ""
    return f"{capital(words.the_party(first.party))} got most votes {place(words, totals)}: {votes_of(first)}{tail}."


def party_table(words: Words, totals: ElectionTotals, limit: int = _SHOWN) -> Table:
    """All parties: seats, change, votes, share and its change. Parties without a seat only while there is room."""
    rows = sorted(totals.parties, key=lambda p: (-(p.seats or 0), -(p.votes or 0)))
    seated = sum(1 for p in rows if p.seats)
    shown = rows[: max(limit, seated)]
    return Table(
        title=capital(title(words, totals)),
        columns=("Party", "Seats", "Seats change", "Votes", "Share", "Share change"),
        rows=tuple(_row(words, p) for p in shown),
        left_out=max((totals.facts and totals.facts.parties) or len(rows), len(rows)) - len(shown),
    )


def majority_sentence(words: Words, totals: ElectionTotals, asked: tuple[str, ...] = ()) -> str:
    """The overall majority in the Commons, as the sum shows it and as published where that differs."""
    majority, house, first = totals.majority, totals.house, totals.parties[0]
    if majority is None or house is None or first.seats is None:
        return f"The majority {place(words, totals)} is not held."
    name = words.the_party(first.party)
    led = f" under {totals.prime_minister}" if totals.prime_minister else ""
    if majority <= 0:
        text = (
            f"No party had an overall majority {place(words, totals)}: {name} won most seats, "
            f"{number(first.seats)} of {number(house)}, {number(house // 2 + 1 - first.seats)} short"
        )
        own = [p for p in totals.selected if p.party in asked and p.party != first.party and p.seats is not None]
        for each in own:
            # whoever is asked about was short of it too
            short = house // 2 + 1 - (each.seats or 0)
            text += f"; {words.the_party(each.party)} won {number(each.seats or 0)}, {number(short)} short"
    else:
        text = (
            f"{name} won an overall majority of {number(majority)} {place(words, totals)}{led}: "
            f"{number(first.seats)} of {number(house)} seats, {number(house - first.seats)} for all others"
        )
        if asked and first.party not in asked:
            held = [p for p in totals.selected if p.seats is not None]
            won = "".join(f"; {words.the_party(p.party)} won {p.seats}" for p in held)
            text = f"{words.parties(asked)} had no majority: {text}{won}"
    published = totals.published_majority
    if published is not None and majority > 0 and published != majority:
        text += f" (the government's majority as published: {number(published)})"
    return f"{capital(text)}."


def _turnout(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.turnout is None:
        return None
    if facts.valid_votes is not None and facts.electorate is not None:
        of = f": {number(facts.valid_votes)} valid votes of an electorate of {number(facts.electorate)}"
    else:
        of = ""
    change = (
        f", {moved(facts.turnout_change)} on the {totals.before}"
        if facts.turnout_change is not None and totals.before
        else ""
    )
    return f"Turnout {_where(words, totals)} was {percent(facts.turnout)}{of}{change}."


def _electorate(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.electorate is None:
        return None
    return f"The electorate {_where(words, totals)} was {number(facts.electorate)}."


def _valid_votes(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.valid_votes is None:
        return None
    of = f", from an electorate of {number(facts.electorate)}" if facts.electorate is not None else ""
    return f"{number(facts.valid_votes)} valid votes were cast {_where(words, totals)}{of}."


def _invalid_votes(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.invalid_votes is None:
        return None
    return f"{number(facts.invalid_votes)} ballot papers were rejected {_where(words, totals)}."


def _candidates(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.candidates is None:
        return None
    seats = f" for {counted(totals.house, 'seat')}" if totals.house is not None else ""
    return f"{number(facts.candidates)} candidates stood {_where(words, totals)}{seats}."


def _deposits(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.deposits_lost is None:
        return None
    of = f" of {number(facts.candidates)}" if facts.candidates is not None else ""
    return f"{number(facts.deposits_lost)}{of} candidates lost their deposit {_where(words, totals)}."


def _women(words: Words, totals: ElectionTotals, facts: AreaFact) -> str | None:
    if facts.women is None:
        return None
    share = f", {percent(facts.women / totals.house)} of {counted(totals.house, 'member')}" if totals.house else ""
    return f"{counted(facts.women, 'woman was', 'women were')} elected {_where(words, totals)}{share}."


def area_sentence(words: Words, totals: ElectionTotals, measure: Measure) -> str | None:
    """What is said of a whole area for one of ``AREA_MEASURES``; None where it is not held."""
    if measure is Measure.DATE:
        return held_on(totals.name, totals.day)
    return None if totals.facts is None else _SENTENCES[measure](words, totals, totals.facts)


_SENTENCES: Mapping[Measure, Callable[[Words, ElectionTotals, AreaFact], str | None]] = MappingProxyType(
    {
        Measure.TURNOUT: _turnout,
        Measure.TURNOUT_CHANGE: _turnout,
        Measure.ELECTORATE: _electorate,
        Measure.VALID_VOTES: _valid_votes,
        Measure.INVALID_VOTES: _invalid_votes,
        Measure.CANDIDATES: _candidates,
        Measure.DEPOSITS_LOST: _deposits,
        Measure.WOMEN: _women,
    }
)
AREA_MEASURES = frozenset({Measure.DATE, *_SENTENCES})
"""The measures of a whole area."""


def _where(words: Words, totals: ElectionTotals) -> str:
    """The whole country is named too: ``in the United Kingdom at the 2017 general election``."""
    return f"in {area_name(words, totals.area)} at the {totals.name}"


def _seat_list(words: Words, parties: list[PartyTotalFact]) -> str:
    return ", ".join(f"{people_of(words, p.party)} {p.seats}" for p in parties)


def _row(words: Words, total: PartyTotalFact) -> tuple[str, ...]:
    return (
        words.party(total.party),
        "" if total.seats is None else number(total.seats),
        "" if total.seat_change is None else signed_number(total.seat_change),
        "" if total.votes is None else number(total.votes),
        "" if total.share is None else percent(total.share),
        "" if total.share_change is None else signed(total.share_change),
    )
