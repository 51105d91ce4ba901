"""A seat through time: its results, its members, when it last changed hands, how long a party has held it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Block, Kind, Listing, Reason
from bot.answering.answer import Told as Spoken
from bot.answering.contests import told_of
from bot.answering.history_parties import (
    always_won,
    boundary_notes,
    ever_other,
    ever_won,
    first_or_last_won,
    one_party,
    won_by_party,
)
from bot.answering.seats import (
    Told,
    abolished,
    contest_line,
    lasting,
    member_line,
    member_throughout,
    parties_of,
    window,
    with_majority,
    won_by,
)
from bot.answering.wording import Words, counted, day, in_words, listed, uncapital
from knowledge.facts.seats import Change, HistoryFacts, Holding, SeatHistory, Won
from knowledge.query import Between, History, When

_SHOWN = 12
"""Contests or members listed where they are not what was asked for."""
_ONE = ("won-by", "last-change", "first-won", "last-won")
"""Questions whose answer tells of one contest before all others."""
_TOLD = 4
"""Changes of hands told in a sentence."""
_ALL = 60
"""Contests or members listed where they are."""


def answer_history(query: History, facts: HistoryFacts, words: Words) -> Answer:
    """The history asked for, of each seat."""
    told = [_tell(query, seat, facts, words) for seat in facts.seats if seat.won]
    if not told:
        names = listed(seat.ref.name for seat in facts.seats)
        return Answer(
            kind=Kind.DECLINE,
            headline=f"No contest for {names} in that time is held." if names else "No such seat is held.",
            examples=tuple(f"history of {seat.ref.name}" for seat in facts.seats[:1]) or ("history of Copeland",),
            reason=Reason.NOT_HELD,
        )
    named = [won for each in told for won in each.named]
    return Answer(
        kind=Kind.ANSWER,
        headline=" ".join(each.headline for each in told),
        blocks=tuple(_listing(query, seat, words) for seat in facts.seats if seat.won),
        notes=tuple(dict.fromkeys([*(note for each in told for note in each.notes), *_lives(facts)])),
        sources=words.sources(won.contest.source for won in named),
        colour=next((words.colour(w.party) for won in named for w in won.winners), None),
        told=_spoken_of(query, named) if len(told) == 1 else None,
    )


def _spoken_of(query: History, named: Sequence[Won]) -> Spoken | None:
    """The contest told first, where one is asked for: "who took clacton from the tories"."""
    if query.ask not in _ONE or not named:
        return None
    return told_of(named[0].contest, [winner.person for winner in named[0].winners])


def _lives(facts: HistoryFacts) -> list[str]:
    """A note for each name that was used again after the seat had been abolished."""
    notes = []
    for seat in facts.seats:
        if len(seat.lives) > 1:
            times = listed(
                f"from {life.created.year if life.created else '1918 or before'}"
                + (f" to {life.abolished.year}" if life.abolished else "")
                for life in seat.lives
            )
            notes.append(f"A seat named {seat.ref.name} existed {times}.")
    return notes


def _tell(query: History, seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    match query.ask:
        case "members":
            return _members(query, seat, words)
        case "last-change" | "handovers" | "changed-every":
            return _changes(query, seat, words)
        case "held-since":
            return _held_since(query, seat, facts, words)
        case "won-by" if facts.parties or facts.lost_by:
            return won_by_party(seat, facts, words)
        case "ever-won" if facts.parties:
            return ever_won(seat, facts, words)
        case "always-won" if facts.parties:
            return always_won(seat, facts, words, but=query.except_years)
        case "ever-other" if facts.parties:
            return ever_other(seat, facts, words)
        case "first-won" | "last-won" if facts.parties:
            return first_or_last_won(seat, facts, words, first=query.ask == "first-won", claimed=query.claimed_since)
        case "one-party" | "changed":
            return one_party(seat, words, changed=query.ask == "changed")
        case _:
            return _results(seat, words)


def _listing(query: History, seat: SeatHistory, words: Words) -> Block:
    """The contests (or members) behind the answer, oldest first; of many the latest, unless they are what was asked."""
    if query.ask == "members":
        lines = [member_line(words, tenure) for tenure in seat.tenures]
        title = f"Members for {seat.ref.name}:"
    elif query.ask == "handovers" and seat.changes:
        lines = [contest_line(words, change.after) for change in seat.changes]
        title = f"Contests at which {seat.ref.name} changed hands:"
    else:
        lines = [contest_line(words, won) for won in seat.won]
        title = f"Contests for {seat.ref.name}:"
    shown = lines[-(_ALL if query.ask in ("results", "members", "handovers") else _SHOWN) :]
    return Listing(title=title, items=tuple(shown), left_out=len(lines) - len(shown))


def _results(seat: SeatHistory, words: Words) -> Told:
    wins = Counter(party for won in seat.won for party in {winner.party for winner in won.winners})
    ended = f" {abolished(seat.ref)}." if seat.ref.abolished else ""
    if len(seat.won) == 1:
        only = seat.won[0]
        won = f"{won_by(words, only)} won {words.occasion(only.contest)}{with_majority(only)}"
        return Told(f"{seat.ref.name}: {won}, the only contest in that time.{ended}", (only,))
    if len(wins) == 1:
        by_party = f"{words.the_party(next(iter(wins)))} won all"
    else:
        by_party = listed(f"{words.the_party(party)} won {count}" for party, count in wins.most_common())
    return Told(f"{seat.ref.name}: of the {window(seat.won)}, {by_party}.{ended}", (seat.won[0], seat.won[-1]))


def _members(query: History, seat: SeatHistory, words: Words) -> Told:
    if not seat.tenures:
        return Told(f"No member for {seat.ref.name} in that time is held.", (seat.won[0], seat.won[-1]))
    latest = listed(member_throughout(words, tenure) for tenure in reversed(seat.tenures[-3:]))
    people = len({tenure.person or tenure.name for tenure in seat.tenures})
    which = "" if len(seat.tenures) <= 3 else "the latest "
    headline = f"{seat.ref.name} {_in_time(query.where.when, counted(people, 'MP'), seat)}: {which}{latest}."
    return Told(headline, (seat.won[0], seat.won[-1]))


def _in_time(when: When, members: str, seat: SeatHistory) -> str:
    """``has had 3 MPs since 8 May 2015``, or in the stretch of time asked about."""
    start = seat.tenures[0].start
    if not isinstance(when, Between):
        return f"has had {members} since {day(start)}"
    since = max(when.since, start) if when.since else start
    if when.until is None:
        return f"has had {members} since {day(since)}"
    return f"had {members} from {day(since)} to {day(when.until)}"


def _last_change(seat: SeatHistory, words: Words) -> Told:
    name = seat.ref.name
    here = [won for won in seat.won if won.contest.constituency in seat.ref.constituencies] or list(seat.won)
    if not seat.changes or seat.changes[-1].after not in here:
        again = " since it was created again" if len(here) < len(seat.won) else ""
        parties = listed(dict.fromkeys(parties_of(words, won) for won in here))
        headline = f"{name} did not change hands{again} in the {window(here)}: {parties} won it each time."
        if len(here) == 1:
            headline = f"{name} has not changed hands{again}: one contest is held, won by {won_by(words, here[0])}."
        if seat.changes:
            earlier = seat.changes[-1]
            headline += f" Before, it last did so {words.occasion(earlier.after.contest)}: {_taken(words, earlier)}."
        return Told(headline, (here[0], here[-1]))
    latest = seat.changes[-1]
    headline = f"{name} last changed hands {words.occasion(latest.after.contest)}: {_taken(words, latest)}."
    if len(seat.changes) > 1:
        before = seat.changes[-2]
        headline += f" Before that {words.occasion(before.after.contest)}: {_taken(words, before)}."
    return Told(headline, (latest.after, latest.before), boundary_notes(words, latest))


def _handovers(seat: SeatHistory, words: Words) -> Told:
    """How often it changed hands, with the latest of these times."""
    times = {1: "once", 2: "twice"}.get(len(seat.changes), f"{in_words(len(seat.changes))} times")
    latest = "; ".join(
        f"{words.occasion(change.after.contest)}, {_taken(words, change)}" for change in reversed(seat.changes[-_TOLD:])
    )
    which = "" if len(seat.changes) <= _TOLD else "the latest "
    headline = f"{seat.ref.name} changed hands {times} in the {window(seat.won)}: {which}{latest}."
    same = (_same_winner(change, words) for change in seat.changes)
    notes = ("Counted by contests won; changes of party between elections are left aside.", *filter(None, same))
    return Told(headline, (seat.changes[-1].after, seat.won[0]), notes)


def _changes(query: History, seat: SeatHistory, words: Words) -> Told:
    """When it changed hands last, each time it did, or whether it did every time."""
    if query.ask == "changed-every":
        return _every_time(seat, words)
    every = query.ask == "handovers" and seat.changes
    return _handovers(seat, words) if every else _last_change(seat, words)


def _every_time(seat: SeatHistory, words: Words) -> Told:
    """Whether it changed hands at every contest before which another is held."""
    if not seat.changes:
        return one_party(seat, words, changed=True)
    could = len(seat.won) - (seat.before is None)
    whether = "Yes" if len(seat.changes) == could else "No"
    told = _handovers(seat, words)
    return replace(told, headline=f"{whether}: {told.headline}")


def _same_winner(change: Change, words: Words) -> str | None:
    """That the seat went from one party to another with the member who held it."""
    before = {winner.person for winner in change.before.winners if winner.person}
    if before.isdisjoint(winner.person for winner in change.after.winners):
        return None
    earlier, later = change.before.contest.date.year, change.after.contest.date.year
    return f"{won_by(words, change.before)} won in {earlier} and {won_by(words, change.after)} in {later}: one member."


def _taken(words: Words, change: Change) -> str:
    """``Jo Gideon (Conservative) took it from Labour with a majority of 670``."""
    won, lost = won_by(words, change.after), parties_of(words, change.before)
    return f"{won} took it from {lost}{with_majority(change.after)}"


def _held_since(query: History, seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    if not seat.holdings:
        return ever_won(seat, facts, words)
    current = seat.holdings[-1]
    said, told = _so_long(query, seat, current), _held(seat, current, facts, words)
    headline = f"{said}{uncapital(told) if said else told}"
    earlier = seat.holdings[:-1]
    if earlier:
        runs = listed(_run(holding, seat) for holding in reversed(earlier[-3:]))
        headline += f" Before that {words.the_party(current.party)} held it {runs}."
    notes = ("Counted by contests won; changes of party between elections are left aside.",)
    return Told(headline, (current.first, current.ended or seat.won[-1]), notes)


def _so_long(query: History, seat: SeatHistory, holding: Holding) -> str:
    """Yes or no, where a party is said to hold the seat since some year."""
    if query.claimed_since is None:
        return ""
    still = holding.ended is None and seat.ref.abolished is None
    return "Yes: " if still and holding.first.contest.date.year <= query.claimed_since else "No: "


def _held(seat: SeatHistory, holding: Holding, facts: HistoryFacts, words: Words) -> str:
    """``Labour held Copeland from 14 November 1935 to 23 February 2017 (81 years and 3 months), counting ...``."""
    party = words.the_party(holding.party)
    start = holding.first.contest
    least = "" if holding.start_known else "at least "
    end = holding.ended.contest.date if holding.ended else seat.ref.abolished
    names = f", counting {listed(holding.names[:-1])}, which it followed" if len(holding.names) > 1 else ""
    if end is None:
        length = lasting(start.date, facts.data_until)
        verb = "have" if party.startswith("the ") else "has"
        sentence = f"{party} {verb} held {seat.ref.name} since {least}{day(start.date)} ({least}{length}){names}"
    else:
        length = lasting(start.date, end)
        sentence = f"{party} held {seat.ref.name} from {least}{day(start.date)} to {day(end)} ({least}{length}){names}"
    taken = f"; taken {words.occasion(start)} from {words.the_party(holding.from_party)}" if holding.from_party else ""
    lost = ""
    if holding.ended:
        lost = f"; lost {words.occasion(holding.ended.contest)} to {won_by(words, holding.ended)}"
    elif end is not None:
        lost = ", when it was abolished"
    return f"{sentence[:1].upper()}{sentence[1:]}{lost}{taken}."


def _run(holding: Holding, seat: SeatHistory) -> str:
    end = holding.ended.contest.date if holding.ended else seat.ref.abolished
    until = f" to {end.year}" if end else ""
    return f"from {holding.first.contest.date.year}{until}"
