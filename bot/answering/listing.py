"""Lists and counts in words: the number, what was selected, and the names."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Paragraph, Told
from bot.answering.answer import Listing as ListingBlock
from bot.answering.contests import hold_or_gain, listed_of, told_of
from bot.answering.measured import called, figure
from bot.answering.national import people_of
from bot.answering.none_found import coverage, gap_notes, held_for, nothing_found
from bot.answering.selected import (
    asked_kind,
    candidates_noun,
    governing_notes,
    modifiers,
    noun,
    occasion,
    seats_named,
    told_as_contests,
)
from bot.answering.totals import answer_totals
from bot.answering.wording import Words, capital, counted, day, listed, number, ordinal, percent, uncapital
from knowledge.facts.contests import CandidacyFact, ContestFact
from knowledge.facts.ranking import Item, ListFacts
from knowledge.facts.totals import TotalsFacts
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Count, Latest, Listing, Measure, Of, Selection, Totals

_NAMED = 12
"""Up to so many are named in the headline, and the first of more."""
_FIRST = 3
_UNHELD = "Hold or gain by seat is not held for this election; the change is that of the party's whole number of seats."
_SAID = frozenset({Measure.MAJORITY, Measure.VOTES, Measure.SHARE, Measure.POSITION, Measure.BEHIND, Measure.DEPOSIT})
"""Measures that every line says anyway."""


def answer_listing(query: Listing | Count, facts: ListFacts, words: Words) -> Answer:
    """The contests or candidacies selected, with their number."""
    if not facts.items:
        none = nothing_found(words, query.where, facts)
        so = isinstance(query, Count) and query.said is not None and none.kind is Kind.ANSWER and _is_so(query, 0)
        headline = f"Yes: {uncapital(none.headline)}"
        return none.model_copy(update={"headline": headline}) if so else none
    number_of = facts.window.rows
    names = [_name(words, query, facts, item) for item in facts.items]
    many = len(names) > _NAMED or number_of > len(names) > _NAMED
    told = f"{', '.join(names[:_FIRST])} and {number(number_of - _FIRST)} more" if many else _joined(names)
    if number_of > len(facts.items) and not many:
        told = f"{', '.join(names)} and {number(number_of - len(names))} more"
    known = held_for(query.where, facts.gaps)
    if facts.won is not None and facts.won > number_of:
        # "how many seats did they hold in 1929" may ask for all that they had
        known += f", of the {number(facts.won)} they won"
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{_opening(query, number_of)}{_described(words, query, facts)}{known}: {told}.",
        blocks=tuple(_blocks(words, query, facts)),
        notes=tuple(_notes(query, facts)),
        sources=words.sources(item.contest.source for item in facts.items),
        colour=_colour(words, query, facts),
        told=_told(facts) if number_of == 1 else listed_of(item.contest for item in facts.items),
    )


def _told(facts: ListFacts) -> Told:
    """What a list of one speaks of."""
    contest, candidacy = facts.items[0].contest, facts.items[0].candidacy
    return told_of(contest, [candidacy.person if candidacy else contest.winner_person])


def answer_count(query: Count, facts: ListFacts | TotalsFacts, words: Words) -> Answer:
    """The number of what was selected, with its names where those are held."""
    if isinstance(facts, ListFacts):
        return answer_listing(query, facts, words)
    where = query.where
    if where.gender is not None:
        measure, parties = Measure.WOMEN, where.parties
    elif where.lost_by:
        measure, parties = Measure.LOSSES, where.lost_by
    else:
        measure, parties = Measure.GAINS, where.winner
    asked = Selection(areas=where.areas, when=where.when, parties=parties)
    answer = answer_totals(Totals(where=asked, measures=(measure,)), facts, words)
    if measure is Measure.WOMEN:
        return answer
    return answer.model_copy(update={"notes": (_UNHELD, *answer.notes)})


def _opening(query: Listing | Count, held: int) -> str:
    """ "Yes: " where that is asked for; "Not 3: " where another number is taken for granted."""
    if isinstance(query, Count):
        return ("Yes: " if _is_so(query, held) else "No: ") if query.whether else ""
    expected = query.expected
    return "" if expected is None or expected == held else f"Not {number(expected)}: "


def _is_so(query: Count, held: int) -> bool:
    """Whether there are as many as is said; any, where no number is."""
    if query.said is None or query.compared is None:
        return held > 0
    return query.compared.holds(held, query.said)


def _joined(names: list[str]) -> str:
    """Names with commas of their own are kept apart by semicolons."""
    return "; ".join(names) if any(", " in name for name in names) else listed(names)


def _described(words: Words, query: Listing | Count, facts: ListFacts) -> str:
    """``seats gained by Labour at the 2024 general election``."""
    contests = [item.contest for item in facts.items]
    of = Of.CONTESTS if told_as_contests(query.where) else facts.of
    if of is Of.CANDIDACIES:
        nouns = candidates_noun(words, query.where)
    else:
        kind = facts.window.kind or asked_kind(query.where)
        nouns = noun(kind, facts.window.elections if kind is ElectionKind.GENERAL else 1)
    latest = isinstance(query.where.when, Latest) and query.where.when.kind is ElectionKind.BY_ELECTION
    start = "the latest" if latest and facts.window.rows == 1 else number(facts.window.rows)
    polled = asked_kind(query.where) is ElectionKind.BY_ELECTION
    parts = [
        capital(start),
        nouns[facts.window.rows != 1],
        modifiers(words, query.where, of, facts.names),
        seats_named(query.where, contests),
        "at by-elections" if of is Of.CANDIDACIES and polled and facts.window.rows > 1 else "",
        occasion(words, query.where, facts.window, facts.held),
    ]
    return " ".join(part for part in parts if part)


def _name(words: Words, query: Listing | Count, facts: ListFacts, item: Item) -> str:
    """One of the list in a sentence, with its day where days differ, and who won where there are few."""
    contest, candidacy = item.contest, item.candidacy
    when = ""
    if contest.by_election:
        when = "" if facts.window.first == facts.window.last and facts.window.rows > 1 else day(contest.date)
    elif facts.window.election is None:
        when = str(contest.date.year)
    if candidacy is not None and not told_as_contests(query.where):
        return f"{words.candidate(candidacy)} in {contest.seat_name}{f' ({when})' if when else ''}"
    if facts.window.rows <= _FIRST and candidacy is None:
        when = f" on {when}" if contest.by_election and when else f" {words.occasion(contest)}" if when else ""
        return f"{contest.seat_name}{when}, won by {words.winner(contest)}"
    return f"{contest.seat_name}{f' ({when})' if when else ''}"


def _blocks(words: Words, query: Listing | Count, facts: ListFacts) -> list[Block]:
    items = tuple(_line(words, query, facts, item) for item in facts.items)
    blocks: list[Block] = [ListingBlock(items=items, left_out=facts.window.rows - len(items))]
    if len(facts.by_winner) > 1:
        won = listed([f"{people_of(words, party)} {count}" for party, count in facts.by_winner])
        gains = f" {counted(facts.gains, 'gain')} on the published basis." if facts.gains else ""
        blocks.insert(0, Paragraph(text=f"Won by: {won}.{gains}"))
    return blocks


def _line(words: Words, query: Listing | Count, facts: ListFacts, item: Item) -> str:
    """One contest or candidacy with what matters of it."""
    contest = item.contest
    one_election = facts.window.election is not None and not contest.by_election
    place = contest.seat_name if one_election else words.contest(contest)
    parts = [_candidacy(words, item.candidacy)] if item.candidacy is not None else _contest(words, contest)
    condition = next(iter(query.where.conditions), None)
    if item.value is not None and condition is not None and condition.measure not in _SAID:
        parts.append(f"{called(condition.measure)} {figure(condition.measure, item.value)}")
    return f"{place}: {', '.join(parts)}"


def _contest(words: Words, contest: ContestFact) -> list[str]:
    """Winner, hold or gain, majority; where a runner-up is held, who that was."""
    parts = [words.winner(contest)]
    outcome = hold_or_gain(words, contest)
    if outcome is not None:
        parts.append(outcome)
    if contest.majority is not None:
        second = f" over {words.short(contest.second_party)}" if contest.second_party else ""
        parts.append(f"majority {number(contest.majority)}{second}")
    if contest.unopposed:
        parts.append("unopposed")
    return parts


def _candidacy(words: Words, candidacy: CandidacyFact) -> str:
    parts = [words.candidate(candidacy)]
    if candidacy.position is not None:
        parts.append("won" if candidacy.elected else ordinal(candidacy.position))
    elif candidacy.elected:
        parts.append("won")
    if candidacy.votes is not None:
        parts.append(counted(candidacy.votes, "vote"))
    if candidacy.share is not None:
        parts.append(percent(candidacy.share))
    if candidacy.behind is not None and candidacy.behind > 0:
        parts.append(f"{number(candidacy.behind)} behind the winner")
    return ", ".join(parts)


def _notes(query: Listing | Count, facts: ListFacts) -> list[str]:
    notes = [*gap_notes(facts.gaps), *governing_notes(query.where)]
    where = query.where
    if where.outcome is not None or where.lost_by:
        notes.append("Hold and gain are against the previous general election (notional after a boundary change).")
    if isinstance(where.when, AnyTime | Latest) and facts.window.election is None:
        notes.append(coverage(facts.held))
    return notes


def _colour(words: Words, query: Listing | Count, facts: ListFacts) -> str | None:
    asked = query.where.winner or query.where.parties or query.where.runner_up
    if asked:
        return words.colour(asked[0])
    return words.colour(facts.by_winner[0][0]) if facts.by_winner else None
