"""What the answers about seats share: members with their times, vacancies, parts of seats, lines of a history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering.answer import Listing
from bot.answering.contests import hold_or_gain
from bot.answering.vacating import departure
from bot.answering.when import between_phrase
from bot.answering.wording import Words, counted, day, listed, number, percent
from knowledge.facts.seats import SeatPart, SeatRef, Tenure, Vacancy, Won

OF_NEW = "the new seat's"
"""Whose people a part is measured in where it says what a seat was made from."""

_GENERAL = " general election"

_NOTABLE = 0.01
"""Parts of a seat below this fraction of its people are left to the list."""


def member(words: Words, tenure: Tenure, on: date | None = None) -> str:
    """``Trudy Harrison (Conservative)``, with the party on the day where it had changed."""
    party = tenure.party_on(on) if on else tenure.party
    return f"{tenure.name} ({words.party(party)})"


def member_through(words: Words, tenure: Tenure, first: date, last: date) -> str:
    """``Douglas Carswell (Conservative, UK Independence Party from 9 October 2014)``: parties within a time."""
    begin = max(first, tenure.start)
    party = words.party(tenure.party_on(begin))
    moves = [f"{words.party(to)} from {day(since)}" for since, to in tenure.moves if begin < since <= last]
    return f"{tenure.name} ({', '.join([party, *moves])})"


def member_throughout(words: Words, tenure: Tenure) -> str:
    """``Douglas Carswell (Conservative, then UK Independence Party, 2010 to 2017)``: every party of a whole time."""
    parties = [words.party(tenure.party), *(f"then {words.party(to)}" for _, to in tenure.moves)]
    return f"{tenure.name} ({', '.join(parties)}, {years(tenure)})"


def span(tenure: Tenure) -> str:
    """``from 23 February 2017 to 4 July 2024``, ``since 4 July 2024``."""
    start = f"{'' if tenure.start_known else 'at least '}{day(tenure.start)}"
    if tenure.end is None:
        return f"since {start}"
    if not tenure.end_known:
        return f"from {start} until the seat fell vacant before the by-election of {day(tenure.end)}"
    return f"from {start} to {day(tenure.end)}"


def years(tenure: Tenure) -> str:
    """``2017 to 2024``, ``since 2024``: for lists."""
    if tenure.end is None:
        return f"since {tenure.start.year}"
    return (
        f"{tenure.start.year} to {tenure.end.year}" if tenure.end.year > tenure.start.year else f"{tenure.start.year}"
    )


def member_line(words: Words, tenure: Tenure) -> str:
    """A line of a list of members, with changes of party."""
    moves = "".join(f"; {words.party(party)} from {day(since)}" for since, party in tenure.moves)
    return f"{member(words, tenure)}, {span(tenure)}{moves}"


def leaving(words: Words, tenure: Tenure) -> str:
    """How a member's time ended before the next election: ``David Amess (Conservative) died on 15 October 2021``."""
    cause, when = tenure.end_cause or "", f" on {day(tenure.end)}" if tenure.end and tenure.end_known else ""
    name = f"{tenure.name} ({words.party(tenure.elected_party)})"
    verb = departure(cause)
    if verb is not None:
        return f"{name} {verb}{when}"
    return f"{name} left{when}{f' ({cause})' if cause else ''}"


def vacancy_words(words: Words, vacancy: Vacancy) -> str:
    """Why a seat was vacant, and who filled it."""
    why = leaving(words, vacancy.after)
    if vacancy.filled_by is None:
        return f"{why}, and no election since is held"
    return f"{why}, and {words.winner(vacancy.filled_by)} won the by-election of {day(vacancy.filled_by.date)}"


def vacant_span(vacancy: Vacancy) -> str:
    """``from 16 March 2021 to 6 May 2021``."""
    since = day(vacancy.start)
    return f"since {since}" if vacancy.end is None else f"from {since} to {day(vacancy.end)}"


def period(first: date, last: date) -> str:
    """The days asked about: ``on 5 May 2016``, ``in December 2021``, ``in 2018``, ``from 2017 to 2019``."""
    if first == last:
        return f"on {day(first)}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + timedelta(days=1)).day == 1:
        return f"in {first:%B %Y}"
    return between_phrase(first, last)


def lasting(start: date, end: date) -> str:
    """``81 years and 3 months``."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    full, rest = divmod(months, 12)
    parts = [counted(full, "year")] if full else []
    if rest or not full:
        parts.append(counted(rest, "month"))
    return listed(parts)


def elected(words: Words, tenure: Tenure, *, latest: bool = False) -> str:
    """How a member's time began (or was renewed ``latest``): ``elected at the 2024 general election with ...``."""
    if not tenure.won or tenure.won[0].date > tenure.start:
        return f"seated on {day(tenure.start)} without winning a contest that is held"
    contest = tenure.won[-1 if latest else 0]
    majority = f" with a majority of {number(contest.majority)}" if contest.majority is not None else ""
    unopposed = " unopposed" if contest.unopposed else ""
    return f"elected {words.occasion(contest)}{unopposed}{majority}"


def part_words(part: SeatPart, whose: str = "its") -> str:
    """``Whitehaven and Workington (77.2% of its people)``."""
    return part.name if part.people is None else f"{part.name} ({percent(part.people)} of {whose} people)"


def went_to(part: SeatPart) -> str:
    """Where a seat chiefly went; that a part was the largest is said only where its size is held."""
    return (
        f"its largest part went to {part_words(part)}" if part.people is not None else f"it was followed by {part.name}"
    )


def parts_words(parts: Sequence[SeatPart], whose: str = "its") -> str:
    """The parts that matter, largest first."""
    chief = [part for part in parts if part.people is None or part.people >= _NOTABLE] or list(parts)
    return listed(part_words(part, whose) for part in chief)


def sitting(words: Words, part: SeatPart, on: date) -> str:
    """Who sits for the part, with their party on the day; empty where nobody is held."""
    return listed(member(words, tenure, on) for tenure in part.members)


def parts_block(
    words: Words, title: str, parts: Sequence[SeatPart], on: date, whose: str = "its"
) -> tuple[Listing, ...]:
    """The parts as a list, each with who sits there; nothing where there are none."""
    lines = []
    for part in parts:
        members = sitting(words, part, on)
        lines.append(f"{part_words(part, whose)}{f': {members}' if members else ''}")
    return (Listing(title=title, items=tuple(lines)),) if lines else ()


def abolished(ref: SeatRef) -> str:
    """``Copeland was abolished at the general election of 4 July 2024``."""
    assert ref.abolished is not None, "only asked of seats that were abolished"
    return f"{ref.name} was abolished at the general election of {day(ref.abolished)}"


def then_named(ref: SeatRef, won: Won) -> str:
    """The seat's name, with the one it had at the contest where that was another."""
    then = won.contest.seat_name
    return ref.name if then == ref.name else f"{ref.name} (then {then})"


def won_by(words: Words, won: Won) -> str:
    """Who won a contest, all of them where it returned several."""
    if not won.winners:
        return "winner not held"
    names = (f"{w.name} ({words.party(w.party)})" if w.name else words.party(w.party) for w in won.winners)
    return listed(names)


def contest_line(words: Words, won: Won) -> str:
    """``by-election, 23 February 2017: Trudy Harrison (Conservative), majority 2,147``, turnout, hold or gain."""
    contest = won.contest
    figures = [f"majority {number(contest.majority)}"] if contest.majority is not None else []
    if contest.unopposed:
        figures.append("unopposed")
    if contest.turnout is not None:
        figures.append(f"turnout {percent(contest.turnout)}")
    outcome = hold_or_gain(words, contest)
    line = ", ".join([f"{words.short_occasion(contest)}: {won_by(words, won)}", *figures])
    return f"{line}; {outcome}" if outcome else line


def contests_counted(won: Sequence[Won]) -> str:
    """``4 general elections and 1 by-election``."""
    by_elections = sum(each.contest.by_election for each in won)
    general = len(won) - by_elections
    counts = [counted(general, "general election")] if general else []
    if by_elections:
        counts.append(counted(by_elections, "by-election"))
    return listed(counts)


def window(won: Sequence[Won]) -> str:
    """The contests looked at: ``5 contests (4 general elections and 1 by-election) held from 2010 to 2019``."""
    first, last = won[0].contest.date.year, won[-1].contest.date.year
    when = f"in {first}" if first == last else f"from {first} to {last}"
    kinds = len({each.contest.by_election for each in won})
    contests = f"{len(won)} contests ({contests_counted(won)})" if kinds > 1 else contests_counted(won)
    return f"{contests} held {when}"


def names_of(words: Words, won: Won) -> str:
    """The winners without their parties; the party where no name is held."""
    return listed(winner.name or words.the_party(winner.party) for winner in won.winners) or "a winner not held"


def parties_of(words: Words, won: Won) -> str:
    """The parties of the winners, as the subject or object of a sentence."""
    return words.parties(dict.fromkeys(winner.party for winner in won.winners))


def with_majority(won: Won) -> str:
    """`` with a majority of 670``; empty where it is not held."""
    majority = won.contest.majority
    return "" if majority is None else f" with a majority of {number(majority)}"


def wins(words: Words, won: Sequence[Won]) -> str:
    """``Caroline Lucas at the general elections of 2010 and 2015 and Siân Berry at the 2024 general election``."""
    spells: list[tuple[str, list[Won]]] = []
    for each in won:
        name = names_of(words, each)
        if spells and spells[-1][0] == name:
            spells[-1][1].append(each)
        else:
            spells.append((name, [each]))
    return listed(f"{name} {_occasions(words, run)}" for name, run in spells)


def _occasions(words: Words, won: Sequence[Won]) -> str:
    """``at the general elections of 2010 and 2015 and the by-election of 16 December 2021``."""
    if len(won) == 1:
        return words.occasion(won[0].contest)
    general = [words.election(e.contest.election).removesuffix(_GENERAL) for e in won if not e.contest.by_election]
    by_elections = [f"the by-election of {day(each.contest.date)}" for each in won if each.contest.by_election]
    several = f"the general election{'s' if len(general) > 1 else ''} of {listed(general)}"
    return f"at {listed([*([several] if general else []), *by_elections])}"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one seat: the sentence, the contests it rests on, and notes."""

    headline: str
    named: tuple[Won, ...]
    notes: tuple[str, ...] = ()
