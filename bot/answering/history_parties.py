"""A party in a seat through time: when it won or lost the seat, whether ever or always, first and last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answering.seats import Told, names_of, parties_of, then_named, window, wins, with_majority, won_by
from bot.answering.wording import Words, capital
from knowledge.facts.seats import Change, HistoryFacts, SeatHistory, Won

_NAMED = 8
"""Contests named in a sentence; of more the latest."""


def won_by_party(seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    """When the parties asked about took the seat (from those it asks of), or when a party lost it."""
    if not facts.parties:
        return _lost(seat, facts, words)
    changes = [change for change in seat.changes if _gained(change, facts)]
    begun = _begun_with(seat, facts, changes)
    if begun is not None:
        return _published(seat, begun, [change.after for change in changes], words)
    if changes:
        latest = changes[-1]
        earlier = [change.after for change in changes[:-1]]
        before = f" Earlier it did so with {wins(words, earlier[-_NAMED:])}." if earlier else ""
        headline = f"{_taken(words, latest, then_named(seat.ref, latest.after))}.{before}"
        return Told(headline, (latest.after, latest.before), boundary_notes(words, latest))
    won = [each for each in seat.won if each.by(facts.parties)]
    if not won:
        return Told(capital(_never(seat, facts, words)), (seat.won[0], seat.won[-1]))
    party = words.parties(facts.parties, "or")
    if facts.lost_by:
        whom = words.parties(facts.lost_by, "or")
        not_so = f"{capital(party)} did not take {seat.ref.name} from {whom} in the {window(seat.won)}"
        return Told(f"{not_so}; {party} won it with {wins(words, won[-_NAMED:])}.", (won[0], won[-1]))
    first = won[0]
    began = "when it was created" if seat.lives[0].created else "the first contest held"
    if seat.before is not None:
        began = "the first contest looked at"
    later = f"; in all it won {len(won)} of the {window(seat.won)}" if len(seat.won) > 1 else ""
    headline = (
        f"{capital(party)} won {then_named(seat.ref, first)} {words.occasion(first.contest)}, {began}, "
        f"with {names_of(words, first)}{with_majority(first)}{later}."
    )
    return Told(headline, (first, won[-1]))


def _taken(words: Words, change: Change, name: str) -> str:
    """``The Conservatives took Sedgefield from Labour at the 2019 general election, when Paul Howell won with ...``."""
    after = change.after
    took = f"{capital(parties_of(words, after))} took {name} from {parties_of(words, change.before)}"
    return f"{took} {words.occasion(after.contest)}, when {names_of(words, after)} won{with_majority(after)}"


def _gained(change: Change, facts: HistoryFacts) -> bool:
    won = change.after.by(facts.parties) and not change.before.by(facts.parties)
    return won and (not facts.lost_by or change.before.by(facts.lost_by))


def _begun_with(seat: SeatHistory, facts: HistoryFacts, changes: Sequence[Change]) -> Won | None:
    """The last first contest of a seat, behind all ``changes``, that was published as the gain asked about."""
    for won in reversed(seat.begun):
        giver = won.contest.lost_party
        taken = won.by(facts.parties) if facts.parties else not won.by(facts.lost_by)
        given = giver in facts.lost_by if facts.lost_by else True
        if taken and given and not (changes and changes[-1].after.contest.date > won.contest.date):
            return won
    return None


def _published(seat: SeatHistory, won: Won, earlier: Sequence[Won], words: Words) -> Told:
    """``Keir Mather (Labour) won Selby at the 2024 general election ...``, a gain by the basis published alone."""
    giver = words.the_party(won.contest.lost_party) if won.contest.lost_party else ""
    name = then_named(seat.ref, won)
    headline = (
        f"{won_by(words, won)} won {name} {words.occasion(won.contest)}{with_majority(won)}, "
        f"published as a gain from {giver} on the new boundaries."
    )
    if earlier:
        headline += f" Before that it was last taken by {wins(words, earlier[-1:])}."
    return Told(headline, (won, *earlier[-1:]))


def _lost(seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    """When a party lost the seat, to anybody; or that it did not."""
    name, party = seat.ref.name, words.parties(facts.lost_by, "or")
    lost = [c for c in seat.changes if c.before.by(facts.lost_by) and not c.after.by(facts.lost_by)]
    begun = _begun_with(seat, facts, lost)
    if begun is not None:
        return _published(seat, begun, [change.after for change in lost], words)
    if lost:
        latest = lost[-1]
        to = f"to {won_by(words, latest.after)}{with_majority(latest.after)}"
        headline = f"{capital(party)} lost {name} {words.occasion(latest.after.contest)} {to}."
        if len(lost) > 1:
            headline += f" Earlier it was lost to {wins(words, [change.after for change in lost[:-1]][-_NAMED:])}."
        return Told(headline, (latest.after, latest.before), boundary_notes(words, latest))
    won = [each for each in seat.won if each.by(facts.lost_by)]
    never = f"{capital(party)} did not lose {name} in the {window(seat.won)}"
    if not won:
        return Told(f"{never}: it was won by {_winners(seat.won, words)}.", (seat.won[0], seat.won[-1]))
    return Told(f"{never}: {party} won it with {wins(words, won[-_NAMED:])}.", (won[0], won[-1]))


def ever_won(seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    """Whether the parties won the seat in any contest of the window."""
    won = [each for each in seat.won if each.by(facts.parties)]
    if not won:
        return Told(f"No: {_never(seat, facts, words)}", (seat.won[0], seat.won[-1]))
    party = words.parties(facts.parties, "or")
    share = f"Yes: {party} won {len(won)} of the {window(seat.won)} in {seat.ref.name}"
    latest = f"{wins(words, won[-_NAMED:])}{with_majority(won[-1])}"
    return Told(f"{share}: {'the latest ' if len(won) > _NAMED else ''}{latest}.", (won[-1], won[0]))


def always_won(seat: SeatHistory, facts: HistoryFacts, words: Words, *, but: Sequence[int] = ()) -> Told:
    """Whether the parties won the seat in every contest of the window, or in every one ``but`` those of some years."""
    others = [each for each in seat.won if not each.by(facts.parties)]
    party = words.parties(facts.parties, "or")
    if not others:
        lead = "No" if but else "Yes"
        all_won = f"{lead}: {party} won all of the {window(seat.won)} in {seat.ref.name}."
        return Told(all_won, (seat.won[0], seat.won[-1]))
    so = {each.contest.date.year for each in others} == set(but)
    share = f"{party} won {len(seat.won) - len(others)} of the {window(seat.won)} in {seat.ref.name}"
    rest = "; ".join(_by_party(others[-_NAMED:], words))
    were = "others were" if len(others) > 1 else "other was"
    were = "latest of the others were" if len(others) > _NAMED else were
    lead = "Yes" if so else "No"
    return Told(f"{lead}: {share}; the {were} won by {rest}.", (others[-1], seat.won[-1]))


def ever_other(seat: SeatHistory, facts: HistoryFacts, words: Words) -> Told:
    """Whether any but the parties won the seat in any contest of the window."""
    others = [each for each in seat.won if not each.by(facts.parties)]
    party = words.parties(facts.parties, "or")
    if not others:
        return Told(f"No: {party} won all of the {window(seat.won)} in {seat.ref.name}.", (seat.won[0], seat.won[-1]))
    share = f"{len(others)} of the {window(seat.won)} in {seat.ref.name}"
    rest = "; ".join(_by_party(others[-_NAMED:], words))
    which = "the latest " if len(others) > _NAMED else ""
    return Told(f"Yes: another than {party} won {share}: {which}{rest}.", (others[-1], seat.won[-1]))


def one_party(seat: SeatHistory, words: Words, *, changed: bool) -> Told:
    """Whether one party won every contest of the window; ``changed``: whether not."""
    several = len({parties_of(words, each) for each in seat.won}) > 1
    notes = ("Counted by contests won; changes of party between elections are left aside.",)
    ends = (seat.won[-1], seat.won[0])
    whether = "Yes" if several == changed else "No"
    if not several:
        party = parties_of(words, seat.won[0])
        return Told(f"{whether}: {party} won all of the {window(seat.won)} in {seat.ref.name}.", ends, notes)
    won = "; ".join(_by_party(seat.won, words) if len(seat.won) <= _NAMED else _counted(seat.won, words))
    headline = f"{whether}: more than one party won the {window(seat.won)} in {seat.ref.name}: {won}."
    return Told(headline, ends, notes)


def _counted(won: Sequence[Won], words: Words) -> list[str]:
    """``the Conservatives 7 (last in 2019)``, a party each, the one that won most first."""
    parties = Counter(parties_of(words, each) for each in won)
    last = {parties_of(words, each): each.contest.date.year for each in won}
    return [f"{party} {count} (last in {last[party]})" for party, count in parties.most_common()]


def _by_party(won: Sequence[Won], words: Words) -> list[str]:
    """``the Conservatives (Giles Watling at the general elections of 2017 and 2019)``, a party each."""
    by_party: dict[str, list[Won]] = {}
    for each in won:
        by_party.setdefault(parties_of(words, each), []).append(each)
    return [f"{party} ({wins(words, each)})" for party, each in by_party.items()]


def first_or_last_won(
    seat: SeatHistory, facts: HistoryFacts, words: Words, *, first: bool, claimed: int | None = None
) -> Told:
    """The first or the last contest of the window that the parties won; with yes or no where a year is ``claimed``."""
    won = [each for each in seat.won if each.by(facts.parties)]
    if not won:
        opening = "" if claimed is None else "No: "
        return Told(opening + capital(_never(seat, facts, words)), (seat.won[0], seat.won[-1]))
    win = won[0] if first else won[-1]
    place = seat.won.index(win)
    before = seat.won[place - 1] if place else seat.before
    taken = f", taking it from {parties_of(words, before)}" if before and not before.by(facts.parties) else ""
    party, which = capital(words.parties(facts.parties, "or")), "first" if first else "last"
    headline = (
        f"{party} {which} won {then_named(seat.ref, win)} {words.occasion(win.contest)} "
        f"with {names_of(words, win)}{with_majority(win)}{taken}"
    )
    since = seat.won[place + 1 :]
    if since and not first:
        headline += f"; since then it was won by {_winners(since, words)}"
    if claimed is not None:
        so = claimed == win.contest.date.year
        headline = f"{'Yes, of the contests held here' if so else 'No'}: {headline}"
    return Told(f"{headline} (of the {window(seat.won)}).", (win,))


def _never(seat: SeatHistory, facts: HistoryFacts, words: Words) -> str:
    party = words.parties(facts.parties, "or")
    if len(seat.won) == 1:
        only = seat.won[0]
        contest = words.occasion(only.contest)
        return f"{party} did not win {seat.ref.name} {contest}, the only contest held: {won_by(words, only)} did."
    others = _winners(seat.won, words)
    return f"{party} won none of the {window(seat.won)} in {seat.ref.name}; they were won by {others}."


def _winners(won: Sequence[Won], words: Words) -> str:
    """The parties that won, the latest first."""
    return words.parties(dict.fromkeys(winner.party for each in reversed(won) for winner in each.winners))


def boundary_notes(words: Words, change: Change) -> tuple[str, ...]:
    """Where the boundaries moved between the two contests, the published basis beside the bare comparison."""
    after, before = change.after.contest, change.before.contest
    if after.constituency == before.constituency or after.gain is None or after.winner_party is None:
        return ()
    outcome = f"gain from {words.the_party(after.lost_party)}" if after.gain and after.lost_party else "hold"
    return (
        f"New boundaries came in {words.occasion(after)}; against the notional result on them it was published as "
        f"a {words.party(after.winner_party)} {outcome}.",
    )
