"""Results in words: who won, who came where, who stood, how close it was."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Listing, Reason, Told
from bot.answering.contests import (
    basis_notes,
    detail_notes,
    hold_or_gain,
    line_notes,
    place_words,
    result_block,
    share_words,
    told_of,
    winner_sentence,
    won_by,
)
from bot.answering.missing import (
    did_not_stand_answer,
    did_not_stand_sentence,
    did_not_win,
    lost_answer,
    no_contest_answer,
)
from bot.answering.wording import (
    Words,
    article,
    capital,
    counted,
    day,
    in_words,
    listed,
    number,
    ordinal,
    percent,
    points,
)
from knowledge.facts.contests import CandidacyFact, ContestFact, DidNotStand, Entry, SeatEnd
from knowledge.facts.result import ResultFacts
from knowledge.models.elections import Detail
from knowledge.query import LAST_PLACE, Focus, Result, Selection

_IN_HEADLINE = 3
_IN_FULL = 6
_NAMED = 10


def answer_result(query: Result, facts: ResultFacts, words: Words) -> Answer:
    """The result of each contest selected, the headline on what was asked of it."""
    if facts.missing is not None:
        asked = query.focus is Focus.WINNER
        return no_contest_answer(words, query.where.when, facts.missing, of_winner=asked)
    if len(facts.entries) == 1 and facts.entries[0].missing is not None:
        return _absent(query, facts, facts.entries[0].missing, words)
    if len(facts.entries) > _IN_FULL:
        return _many(facts.entries, words)
    sentences = [focus_sentence(query, entry, words) for entry in facts.entries]
    unheld = all(_unheld(query, entry) for entry in facts.entries)
    return Answer(
        kind=Kind.DECLINE if unheld else Kind.ANSWER,
        headline=_headline(sentences, facts.entries, words),
        blocks=_blocks(query, facts, sentences, words),
        notes=_notes(query, facts, words),
        sources=words.sources([*(e.contest.source for e in facts.entries), *(e.contest.source for e in facts.beside)]),
        colour=words.colour(facts.entries[0].contest.winner_party),
        reason=Reason.NOT_HELD if unheld else None,
        told=_told(query, facts.entries),
    )


def _absent(query: Result, facts: ResultFacts, missing: DidNotStand, words: Words) -> Answer:
    """The one asked about is in no row of the contest: who won beats them, or corrects that they did."""
    beside = beside_block(query, facts, words)
    if query.focus is Focus.WINNER and did_not_win(missing):
        return lost_answer(words, missing, beside, basis=facts.bases[0])
    won = query.focus in (Focus.WINNER, Focus.CLOSENESS)
    return did_not_stand_answer(words, missing, beside, presumed_won=won, basis=facts.bases[0])


def _told(query: Result, entries: tuple[Entry, ...]) -> Told | None:
    """The one contest, and whom of it the headline speaks of."""
    if len(entries) != 1:
        return None
    entry = entries[0]
    found = {Focus.RUNNER_UP: (entry.runner_up,), Focus.PLACE: entry.chosen, Focus.PARTY: entry.chosen}
    named = [c.person for c in found.get(query.focus, ()) if c is not None]
    people = named if query.focus in found else [entry.contest.winner_person]
    return told_of(entry.contest, people)


def _unheld(query: Result, entry: Entry) -> bool:
    """Whether just what was asked of the contest is not held; who won it is told instead."""
    contest = entry.contest
    if entry.missing is not None or contest.unopposed:
        return False
    match query.focus:
        case Focus.RUNNER_UP:
            return entry.runner_up is None and contest.second_party is None
        case Focus.PLACE:
            return not entry.chosen and contest.detail is not Detail.CANDIDATES
        case Focus.CLOSENESS:
            return contest.majority is None
        case _:
            return False


def _headline(sentences: list[str], entries: tuple[Entry, ...], words: Words) -> str:
    if len(sentences) <= _IN_HEADLINE:
        return capital("; ".join(sentences)) + "."
    winners = [f"{words.winner(e.contest)} in {e.contest.seat_name}" for e in entries]
    return f"{capital(in_words(len(entries)))} contests: {listed(winners)}."


def _blocks(query: Result, facts: ResultFacts, sentences: list[str], words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if len(sentences) > _IN_HEADLINE:
        blocks.append(Listing(items=tuple(capital(s) for s in sentences)))
    blocks.extend(beside_block(query, facts, words))
    full = query.focus in (Focus.FULL, Focus.CANDIDATES)
    blocks.extend(result_block(words, entry, full=full) for entry in facts.entries)
    return tuple(blocks)


def beside_block(query: Result, facts: ResultFacts, words: Words) -> tuple[Listing, ...]:
    """The contests told beside the latest one, on what was asked of it."""
    lines = [beside_line(words, entry, focus_sentence(query, entry, words)) for entry in facts.beside]
    return beside_listing(query.where, lines)


def beside_line(words: Words, entry: Entry, sentence: str) -> str:
    """A contest beside the one that was answered: how those asked about did, else the result in one line."""
    asked = entry.chosen and not all(c.elected for c in entry.chosen)
    return f"{capital(sentence)}." if asked else by_election_line(words, entry.contest)


def beside_listing(where: Selection, lines: Sequence[str]) -> tuple[Listing, ...]:
    """The lines under a title that says what these contests are; nothing for none."""
    title = "By-elections there" if where.seats else "Other contests"
    return (Listing(title=title, items=tuple(lines)),) if lines else ()


def _notes(query: Result, facts: ResultFacts, words: Words) -> tuple[str, ...]:
    notes = [
        note
        for entry, found in zip(facts.entries, facts.bases, strict=True)
        for note in (
            *line_notes(words, query.where.parties, entry),
            *basis_notes(words, entry.contest, found),
            *detail_notes(words, entry.contest),
        )
    ]
    notes.extend(end_note(end) for end in facts.ended)
    return tuple(dict.fromkeys(notes))


def by_election_line(words: Words, contest: ContestFact) -> str:
    """A contest beside the one that was answered, with both leading votes and the majority."""
    said = f"{words.contest(contest)}: {words.winner(contest)} won"
    if contest.winner_votes is not None:
        said += f" with {counted(contest.winner_votes, 'vote')}"
        second = words.second(contest)
        if second and contest.second_votes is not None:
            said += f" to {number(contest.second_votes)} for {second}"
    if contest.majority is not None:
        said += f", a majority of {number(contest.majority)}"
    outcome = hold_or_gain(words, contest)
    return f"{said}: {article(outcome)}." if outcome else f"{said}."


def end_note(end: SeatEnd) -> str:
    """That a seat no longer exists, and what followed it."""
    parts = [
        f"{name} ({percent(fraction)} of its people)" if fraction is not None else name
        for name, fraction in end.successors[:4]
    ]
    after = f"; it was followed by {listed(parts)}" if parts else ""
    return f"{end.seat_name} was abolished at the general election of {day(end.abolished)}{after}."


def focus_sentence(query: Result, entry: Entry, words: Words) -> str:
    """What was asked of one contest, without a full stop."""
    if entry.missing is not None:
        return did_not_stand_sentence(words, entry.missing)
    match query.focus:
        case Focus.RUNNER_UP:
            return _runner_up(words, entry)
        case Focus.PLACE:
            return _place(words, entry, query.where.place or 1)
        case Focus.CANDIDATES | Focus.FULL if entry.contest.detail is Detail.CANDIDATES:
            return _candidates(words, entry) if query.focus is Focus.CANDIDATES else winner_sentence(words, entry)
        case Focus.CLOSENESS:
            return closeness(words, entry)
        case Focus.PARTY:
            return _chosen(words, entry) or winner_sentence(words, entry)
        case _:
            return _winner(words, entry)


def _winner(words: Words, entry: Entry) -> str:
    """The winner; where somebody else was named, whom they beat and by how much."""
    beaten = [c for c in entry.chosen if not c.elected]
    winner = entry.winner
    if not beaten:
        return winner_sentence(words, entry)
    if winner is None or any(c.behind is None or c.behind <= 0 or c.votes is None for c in beaten):
        return _chosen(words, entry)
    first, *others = beaten
    said = f"{words.candidate(winner)} beat {words.candidate(first)} {words.at(entry.contest)}"
    figures = f"{share_words(winner)} to {share_words(first)}"
    place = f", {ordinal(first.position)}" if first.position not in (None, 2) else ""
    rest = "".join(f"; {words.candidate(c)} {place_words(c)}" for c in others)
    return f"{said} by {counted(first.behind or 0, 'vote')}: {figures}{place}{rest}"


def _chosen(words: Words, entry: Entry) -> str:
    """How the parties or people asked about did, each, and who won where it was none of them."""
    if not entry.chosen:
        return ""
    said = [chosen_sentence(words, entry, c) for c in entry.chosen]
    return "; ".join(said)


def chosen_sentence(words: Words, entry: Entry, candidacy: CandidacyFact) -> str:
    """How one candidate did: ``Gillian Troughton (Labour) came second at the ... with 11,601 votes (37.3%) ...``."""
    if candidacy.elected:
        return winner_sentence(words, entry)
    if candidacy.position == 1 and len(entry.field) > 1 and entry.contest.seats == 1:
        # An election court gave the seat to somebody else.
        first = f"{words.candidate(candidacy)} came first {words.at(entry.contest)} but was not returned"
        return f"{first}: the seat went to {words.winner(entry.contest)}"
    figures = share_words(candidacy)
    place = f"came {ordinal(candidacy.position)}" if candidacy.position is not None else "stood"
    said = f"{words.candidate(candidacy)} {place} {words.at(entry.contest)}"
    said += f" with {figures}" if figures else ""
    if candidacy.change is not None:
        said += f", {_change(candidacy.change)}"
    if candidacy.behind is not None:
        said += f", {number(candidacy.behind)} behind the winner, {words.winner(entry.contest)}"
    else:
        said += f"; the winner was {words.winner(entry.contest)}"
    return said


def _change(change: float) -> str:
    value = points(change)
    return f"up {value}" if change > 0 else f"down {value}"


def _runner_up(words: Words, entry: Entry) -> str:
    second = entry.runner_up
    if second is not None:
        return f"{words.candidate(second)} {_placed(words, entry, second)}"
    known = words.second(entry.contest)
    if known:
        return f"{known} came second {words.at(entry.contest)}; {won_by(words, entry)}"
    if entry.contest.unopposed:
        return f"nobody came second: {winner_sentence(words, entry)}"
    return f"who came second {words.at(entry.contest)} is not held; {won_by(words, entry)}"


def _place(words: Words, entry: Entry, place: int) -> str:
    there = entry.chosen
    if not there:
        if entry.contest.detail is not Detail.CANDIDATES:
            rank = ordinal(place) if place > 0 else "last"
            return f"who came {rank} {words.at(entry.contest)} is not held; {won_by(words, entry)}"
        stood = counted(len(entry.field), "candidate")
        nobody = f"nobody came {ordinal(place)} {words.at(entry.contest)}: only {stood} stood"
        return f"{nobody}; {won_by(words, entry)}"
    last = " last" if place == LAST_PLACE else ""
    return "; ".join(f"{words.candidate(c)} {_placed(words, entry, c, last)}" for c in there)


def _placed(words: Words, entry: Entry, candidacy: CandidacyFact, last: str = "") -> str:
    if candidacy.elected:
        return place_words(candidacy).replace("won", f"won {words.named(entry.contest)}", 1)
    said = place_words(candidacy, words.winner(entry.contest))
    place, _, rest = said.partition(" with ")
    if last:
        place = (
            f"came last ({ordinal(candidacy.position)} of {len(entry.field)})" if candidacy.position else "came last"
        )
    return f"{place} {words.at(entry.contest)}{' with ' + rest if rest else ''}"


def _candidates(words: Words, entry: Entry) -> str:
    names = [words.candidate(c) for c in entry.field]
    verb = "candidate stood" if len(names) == 1 else "candidates stood"
    shown = f": {listed(names)}" if len(names) <= _NAMED else f", from {names[0]} to {names[-1]}"
    return f"{in_words(len(names))} {verb} {words.at(entry.contest)}{shown}"


def closeness(words: Words, entry: Entry) -> str:
    """How near the second was to the first, in votes and points, and the third to the second."""
    contest = entry.contest
    if contest.majority is None:
        return f"the majority {words.at(entry.contest)} is not held; {won_by(words, entry)}"
    share = "" if contest.majority_share is None else f" ({points(contest.majority_share)})"
    said = f"{counted(contest.majority, 'vote')}{share} separated first and second {words.at(contest)}"
    second = words.second(contest)
    said += f": {words.winner(contest)}"
    said += f" {number(contest.winner_votes)}" if contest.winner_votes is not None else ""
    if second:
        said += f", {second}"
        said += f" {number(contest.second_votes)}" if contest.second_votes is not None else ""
    third = next((c for c in entry.field if c.position == 3 and not c.pooled and c.votes is not None), None)
    if third is not None and contest.second_votes is not None and third.votes is not None:
        said += f"; second and third were {counted(contest.second_votes - third.votes, 'vote')} apart"
    return said


def _many(entries: tuple[Entry, ...], words: Words) -> Answer:
    """More contests than anybody reads in full: a line for each."""
    limit = 60
    items = tuple(
        capital(winner_sentence(words, e))
        if len(entries) <= limit
        else f"{words.contest(e.contest)}: {words.winner(e.contest)}"
        for e in entries[:limit]
    )
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{number(len(entries))} contests were selected, from {words.contest(entries[0].contest)}"
        f" to {words.contest(entries[-1].contest)}.",
        blocks=(Listing(items=items, left_out=max(0, len(entries) - limit)),),
        sources=words.sources(e.contest.source for e in entries),
        reason=None,
    )


def not_held(words: Words, headline: str, entries: tuple[Entry, ...]) -> Answer:
    """A decline that shows what is held of the contests."""
    return Answer(
        kind=Kind.DECLINE,
        reason=Reason.NOT_HELD,
        headline=headline,
        blocks=tuple(result_block(words, e) for e in entries[:2]),
        sources=words.sources(e.contest.source for e in entries),
    )
