"""Rankings of parties and of general elections in words."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.measured import bare, called, figure, naming
from bot.answering.national import asked_days, no_general_election, not_held, people_of, place, votes_of, within
from bot.answering.wording import Words, capital, counted, day, listed, number, ordinal, percent
from knowledge.facts.ranking import RankedTotal, RankTotalsFacts
from knowledge.query import Measure, Of, Rank

_NAMED = 5


def answer_rank_totals(query: Rank, facts: RankTotalsFacts, words: Words) -> Answer:
    """The party or general election with the highest or lowest figure."""
    if not facts.entries:
        if not facts.elections and facts.held and asked_days(query.where.when):
            return no_general_election(query.where.when, facts.held)
        return not_held(
            f"{capital(called(query.measure))} cannot be ranked: it is not held for what was asked.",
            ("who won the 2024 general election",),
        )
    first = facts.entries[0]
    several = query.limit > 1 and query.nth is None and len(facts.entries) > 1
    items = tuple(
        f"{e.place}. {_name(words, query, facts, e)}: {_figures(query, e)}"
        for e in (facts.entries if len(facts.entries) > len(facts.top) else facts.top)
    )
    return Answer(
        kind=Kind.ANSWER,
        headline=_confirmed(query, facts, _several(words, query, facts) if several else _single(words, query, facts)),
        blocks=(Listing(title=f"By {called(query.measure)}", items=items),),
        notes=tuple(_notes(words, query, facts)),
        sources=words.sources(e.source for e in facts.entries[:3]),
        colour=words.colour(first.party.party if first.party else first.totals.parties[0].party),
    )


def _confirmed(query: Rank, facts: RankTotalsFacts, told: str) -> str:
    """The headline, with yes or no first where an election or a party is said to be the one."""
    if query.claimed_party is not None:
        first = facts.entries[0].party
        so = first is not None and first.party == query.claimed_party
    elif query.expected is not None:
        so = any(entry.totals.day.year == query.expected for entry in facts.entries)
    else:
        return capital(told)
    return f"{'Yes' if so else 'No'}: {told}"


def _superlative(query: Rank, *, several: bool) -> str:
    words = naming(query.measure).extreme(highest=query.highest, several=several)
    return f"{ordinal(query.nth)} {words}" if query.nth is not None and query.nth > 1 else words


def _single(words: Words, query: Rank, facts: RankTotalsFacts) -> str:
    first = facts.entries[0]
    superlative = _superlative(query, several=False)
    if query.of is Of.PARTIES:
        names = listed([words.the_party(e.party.party) for e in facts.entries if e.party])
        where = f" {place(words, first.totals)}" if facts.elections == 1 else f" {_window(words, query, facts)}"
        at = "" if facts.elections == 1 else f" {place(words, first.totals)}"
        return f"{names} had the {superlative}{where}{_of_those_above(facts)}: {_figures(query, first)}{at}."
    of = f" of {words.parties(query.where.parties)}" if query.where.parties else ""
    many = "were" if naming(query.measure).high.startswith("most") else "was"
    told = listed([place(words, e.totals) for e in facts.entries])
    shown = bare(query.measure, first.value) if many == "were" else figure(query.measure, first.value)
    return (
        f"the {superlative}{of} {_window(words, query, facts)} {many} {shown}, {told}{_besides(words, query, first)}."
    )


def _several(words: Words, query: Rank, facts: RankTotalsFacts) -> str:
    named = [f"{_name(words, query, facts, e)} {bare(query.measure, e.value)}" for e in facts.entries[:_NAMED]]
    more = len(facts.entries) - len(named)
    names = listed([*named, f"{number(more)} more"] if more else named)
    where = place(words, facts.entries[0].totals) if facts.elections == 1 else _window(words, query, facts)
    return f"{_superlative(query, several=True)} {where}{_of_those_above(facts)}: {names}."


def _of_those_above(facts: RankTotalsFacts) -> str:
    """Which parties were ranked, where not all were."""
    if facts.above:
        return f", of the parties with a seat or at least {percent(facts.above)} of the votes"
    return ", of the parties counted apart from the others" if facts.pooled else ""


def _window(words: Words, query: Rank, facts: RankTotalsFacts) -> str:
    """The general elections looked through."""
    if facts.first is None or facts.last is None:
        return "in the data"
    span = f"from {facts.first.year} to {facts.last.year}" if facts.first.year != facts.last.year else ""
    elections = counted(facts.elections, "general election")
    return f"{within(words, query.where.areas)} at the {elections} {span} held here".strip().replace("  ", " ")


def _name(words: Words, query: Rank, facts: RankTotalsFacts, entry: RankedTotal) -> str:
    name = people_of(words, entry.party.party) if entry.party else ""
    if query.of is Of.PARTIES and facts.elections == 1:
        return name
    held = entry.totals.name.removesuffix(" general election")
    return f"{name}, {held}" if name and len(query.where.parties) != 1 else held


def _figures(query: Rank, entry: RankedTotal) -> str:
    """The figure, with votes and share of a party."""
    shown = figure(query.measure, entry.value)
    if entry.party is None:
        return shown
    return votes_of(entry.party) if query.measure is Measure.VOTES else f"{shown}, {votes_of(entry.party)}"


def _besides(words: Words, query: Rank, entry: RankedTotal) -> str:
    """What makes the figure easier to place: the day, and of an area who won most seats."""
    totals = entry.totals
    if entry.party is not None:
        seats = "" if query.measure is Measure.SEATS or entry.party.seats is None else f"{entry.party.seats} seats, "
        return f" on {day(totals.day)}, with {seats}{votes_of(entry.party)}"
    leader = totals.parties[0] if totals.parties else None
    if leader is None or leader.seats is None:
        return f" on {day(totals.day)}"
    return f" on {day(totals.day)}, where {words.the_party(leader.party)} won most seats ({leader.seats})"


def _notes(words: Words, query: Rank, facts: RankTotalsFacts) -> list[str]:
    if query.of is Of.ELECTIONS and facts.unheld:
        return [f"{capital(called(query.measure))} is not held for {counted(facts.unheld, 'general election')} more."]
    if query.measure not in {Measure.CHANGE, Measure.VOTE_CHANGE, Measure.SEAT_CHANGE}:
        return []
    later = [(e.party.party, e.party.before_as) for e in facts.top if e.party is not None and e.party.before_as]
    return [
        f"{capital(words.the_party(party))} is held against {words.the_party(before)} at the election before."
        for party, before in dict.fromkeys(later)
        if before
    ]
