"""Answers for what is not there: no such contest, nobody stood, a figure that is not held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Block, Kind, Listing, Reason
from bot.answering.contests import (
    basis_notes,
    detail_notes,
    place_words,
    result_block,
    share_words,
    winner_sentence,
    won_by,
)
from bot.answering.vacating import cause_words
from bot.answering.wording import Words, capital, day, listed, number, percent, period_words
from knowledge.facts.contests import (
    Basis,
    CandidacyFact,
    ContestFact,
    DidNotStand,
    Entry,
    NoSuchContest,
    Related,
    SatThen,
    SeatAfter,
)
from knowledge.models.elections import Detail, ElectionKind
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.periods import bounds
from knowledge.query import When

_EVERYBODY_SINCE = 2010
"""The year from which every candidate of every contest is held by name."""


def no_contest_answer(words: Words, when: When, missing: NoSuchContest, *, of_winner: bool = False) -> Answer:
    """No such contest is held: why, and what is held nearby. A seat that did not exist then is an answer.

    ``of_winner``: who won is asked for, which the next contest of somebody's seat answers.
    """
    nearby = [
        *missing.nearest,
        *(a.following for a in missing.after),
        *(r.contest for r in missing.related if r.contest is not None),
    ]
    existed = missing.abolished is None and missing.created is None
    # A seat or an election that was presumed and was not is corrected by the facts; a year alone presumes little.
    corrected = not existed or (of_winner and bool(missing.after)) or (when.kind is not None and bool(missing.sat))
    return Answer(
        kind=Kind.ANSWER if corrected else Kind.DECLINE,
        reason=None if corrected else Reason.NOT_HELD,
        headline=no_contest_sentence(words, when, missing),
        blocks=nearest_block(words, missing),
        sources=words.sources(c.source for c in nearby),
    )


def nearest_block(words: Words, missing: NoSuchContest) -> tuple[Listing, ...]:
    """The nearest contests that are held, and those of the seats that took its place, with their winners."""
    blocks = []
    related = [r.contest for r in missing.related if r.contest is not None]
    if related:
        title = "Seats that followed" if missing.abolished else "Seats it was made from"
        blocks.append(Listing(title=title, items=tuple(_line(words, c) for c in related)))
    if missing.nearest:
        blocks.append(Listing(title="Held nearby", items=tuple(_line(words, c) for c in missing.nearest)))
    return tuple(blocks)


def _line(words: Words, contest: ContestFact) -> str:
    majority = "" if contest.majority is None else f", majority {number(contest.majority)}"
    return f"{words.contest(contest)}: {words.winner(contest)}{majority}"


def no_contest_sentence(words: Words, when: When, missing: NoSuchContest) -> str:
    """Why no contest is held, in one sentence."""
    place = missing.place
    if place is None:
        return _nobody(words, when, missing)
    if missing.abolished is not None:
        parts = listed(_related(words, r) for r in missing.related[:5])
        after = f"; it was followed by {parts}" if parts else ""
        gone = f"the seat was abolished on {day(missing.abolished)}{after}"
        return f"{place} was not contested {period_words(when)}: {gone}."
    if missing.created is not None:
        first = f"a seat of that name was first fought on {day(missing.created)}"
        return f"{place} was not contested {period_words(when)}: {first}{_made_from(words, missing.related[:5])}."
    outside = _outside(words, when)
    if missing.causes:
        return f"No {_kind(when)} {cause_words(missing.causes)} is held for {place}."
    said = f"No {_kind(when)} in {place} {period_words(when)} is held"
    if outside:
        return f"{said}: {outside}."
    return f"There was no {_kind(when)} in {place} {period_words(when)}{_instead(words, when, missing)}."


def _instead(words: Words, when: When, missing: NoSuchContest) -> str:
    """What there was then: a contest of another kind, else ``; Chris Skidmore (Conservative, elected in 2019) was the
    MP then``; empty where nobody is held."""
    first, last = bounds(when)
    held = [c for c in missing.nearest if first and last and first <= c.date <= last and missing.sat]
    if held:
        return f"; {listed(f'{words.winner(c)} won {words.named(c)}' for c in held)}"
    if not missing.sat:
        return ""
    members = [f"{m.name} ({words.party(m.party)}{_elected(m)})" for m in missing.sat]
    return f"; {listed(members)} {'was the MP' if len(members) == 1 else 'were the MPs'} then"


def _elected(member: SatThen) -> str:
    return "" if member.elected is None else f", elected in {member.elected.year}"


def _nobody(words: Words, when: When, missing: NoSuchContest) -> str:
    """No contest of the people asked about, or none at all at the time."""
    outside = _outside(words, when)
    if missing.after:
        return f"{capital('; '.join(_after(words, each) for each in missing.after))}."
    if not missing.people:
        said = f"No {_kind(when)} {period_words(when)} is held here"
        return f"{said}: {outside}." if outside else f"There was no {_kind(when)} {period_words(when)}."
    who = listed(missing.people, "or")
    if never_stood(words, when, missing):
        return f"{who} stood in no {_kind(when)} {period_words(when)}, of which every candidate is held."
    said = f"No {_kind(when)} {period_words(when)} is held in which {who} stood"
    last = bounds(when)[1]
    if not outside and last is not None and last < NAMED_SINCE:
        outside = f"before the general election of {day(NAMED_SINCE)} only winners are held by name"
    return f"{said}: {outside}." if outside else f"{said}."


def never_stood(words: Words, when: When, missing: NoSuchContest) -> bool:
    """Whether people had no contest at a time of which every candidate is held by name: then they did not stand."""
    start, end = bounds(when)
    if missing.place is not None or missing.after or not missing.people or start is None or end is None:
        return False
    return start.year >= _EVERYBODY_SINCE and start <= words.reference.data_until


def _after(words: Words, seat: SeatAfter) -> str:
    """``Stephen Twigg (Labour) won Enfield Southgate ..., which Michael Portillo had won at the 1992 ...``."""
    said = winner_sentence(words, Entry(seat.following, ()))
    had = f"{seat.name} had won {words.named(seat.won)}"
    return f"{said}; {had}, and whether {seat.name} stood again is not held, as only winners are held by name then"


def _kind(when: When) -> str:
    return {ElectionKind.BY_ELECTION: "by-election", ElectionKind.GENERAL: "general election"}.get(
        when.kind or ElectionKind.NOTIONAL, "contest"
    )


def _outside(words: Words, when: When) -> str:
    """Why the data cannot know, where the time lies outside it."""
    first, last = words.reference.general_elections()[0].date, words.reference.data_until
    start, end = bounds(when)
    if end is not None and end < first:
        return f"results start with the general election of {day(first)}"
    if start is not None and start > last:
        return f"results end on {day(last)}"
    return ""


def _made_from(words: Words, related: Sequence[Related]) -> str:
    """What a seat was made from when it was; who had won those at the time asked about is another matter."""
    if not related:
        return ""
    parts = listed(_related(words, replace(r, contest=None)) for r in related)
    won = [f"{words.winner(r.contest)} won {words.named(r.contest)}" for r in related if r.contest is not None]
    return f", made from {parts}{f'; {listed(won)}' if won else ''}"


def _related(words: Words, related: Related) -> str:
    """``Whitehaven and Workington (77.3% of its people; won by Josh MacAlister (Labour))``."""
    parts = []
    if related.people is not None:
        parts.append(f"{percent(related.people)} of its people")
    if related.contest is not None:
        parts.append(f"won by {words.winner(related.contest)}")
    return f"{related.seat_name} ({'; '.join(parts)})" if parts else related.seat_name


def won_instead_sentence(words: Words, missing: DidNotStand) -> str:
    """That somebody who is presumed to have won did not, whether they stood or not, and who did."""
    return f"no: {_won_by_another(words, missing)}"


def _won_by_another(words: Words, missing: DidNotStand) -> str:
    """Who won, and that the one named did not."""
    who = listed(missing.names, "or") or "that person"
    return f"{winner_sentence(words, Entry(missing.contest, missing.field))}; {who} did not win it"


def lost_answer(
    words: Words, missing: DidNotStand, beside: tuple[Block, ...] = (), *, basis: Basis | None = None
) -> Answer:
    """Who won where somebody is said to have been beaten, though whether they stood is not held."""
    who = listed(missing.names, "or") or "that person"
    told = f"{capital(_won_by_another(words, missing))}, and whether {who} stood is not held by name."
    answer = did_not_stand_answer(words, missing, beside, presumed_won=True, basis=basis)
    return answer.model_copy(update={"headline": told})


def did_not_win(missing: DidNotStand) -> bool:
    """Whether it is unknown if the people asked about stood, but known that they did not win."""
    return missing.unnamed and bool(missing.people) and missing.contest.winner_name is not None


def did_not_stand_sentence(words: Words, missing: DidNotStand) -> str:
    """That the party or person asked about had no candidate there, and who won."""
    contest = missing.contest
    winner = won_by(words, Entry(contest, missing.field))
    if missing.unnamed:
        return f"{_unknown(words, missing)}; {winner}"
    if missing.people:
        who = listed(missing.names, "or") or "that person"
        where = _stood_elsewhere(missing.elsewhere, contest.election)
        return f"{who} did not stand {words.at(contest)}{where}; {winner}"
    noun = listed([words.before_noun(p) for p in missing.parties], "or")
    return f"no {noun} candidate stood {words.at(contest)}; {winner}"


def did_not_stand_answer(
    words: Words,
    missing: DidNotStand,
    beside: tuple[Block, ...] = (),
    *,
    presumed_won: bool = False,
    basis: Basis | None = None,
) -> Answer:
    """Who did stand where the one asked about did not; ``beside`` is told before the result.

    ``presumed_won``: the question takes it for granted that they won, which is corrected even where it is not held
    whether they stood.
    """
    contest = missing.contest
    corrected = presumed_won and did_not_win(missing)
    unknown = missing.unnamed and not corrected
    sentence = won_instead_sentence(words, missing) if corrected else did_not_stand_sentence(words, missing)
    entry = Entry(contest, missing.field)
    blocks: list[Block] = [*beside, result_block(words, entry)]
    if missing.elsewhere and not beside:
        title = "Held nearby"
        items = tuple(f"{words.contest(c)}: {words.candidate(c)} {place_words(c)}" for c in missing.elsewhere)
        blocks.insert(0, Listing(title=title, items=items))
    return Answer(
        kind=Kind.DECLINE if unknown else Kind.ANSWER,
        reason=Reason.NOT_HELD if unknown else None,
        headline=f"{capital(sentence)}.",
        blocks=tuple(blocks),
        notes=(*basis_notes(words, contest, basis), *detail_notes(words, contest)),
        sources=words.sources([contest.source, *(c.source for c in missing.elsewhere)]),
        colour=words.colour(contest.winner_party),
    )


def _unknown(words: Words, missing: DidNotStand) -> str:
    contest = missing.contest
    if missing.people:
        who = listed(missing.names, "or") or "that person"
        if contest.detail is Detail.CANDIDATES:
            kind = "by-election" if contest.kind is ElectionKind.BY_ELECTION else "contest"
            held = f"no {kind} in {contest.seat_name} is held in which {who} stood"
            return f"{held}, but before the general election of {day(NAMED_SINCE)} only winners are held by name"
        where = _stood_elsewhere(missing.elsewhere, contest.election)
        return f"whether {who} stood {words.at(contest)} is not held{where}"
    who = words.parties(missing.parties, "or")
    if contest.detail is Detail.WINNER:
        return f"how {who} did {words.at(contest)} is not held, only the winner is"
    return f"how {who} did {words.at(contest)} is not held apart from the other parties"


def _stood_elsewhere(elsewhere: tuple[CandidacyFact, ...], election: str) -> str:
    there = [c for c in elsewhere if c.election == election]
    if not there:
        return ""
    places = [
        f"{c.seat_name} ({share_words(c) or 'votes not held'}{', elected' if c.elected else ''})" for c in there[:3]
    ]
    return f", but stood in {listed(places)}"
