"""Figures in words: each measure of each contest or candidacy, or a series of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph, Reason, Told
from bot.answering.candidacy_measures import between_sentence, candidacy_sentence
from bot.answering.contest_measures import NAMES, contest_sentence, swing_sum
from bot.answering.contests import basis_notes, detail_notes, line_notes, result_block, told_of, won_by
from bot.answering.missing import did_not_stand_answer, did_not_stand_sentence, no_contest_answer
from bot.answering.result import beside_listing, chosen_sentence, end_note
from bot.answering.series import series_answer
from bot.answering.wording import Words, capital, listed
from knowledge.facts.figure import FigureFacts, Measured
from knowledge.queries.measures import of_contest
from knowledge.query import Figure, Measure

_TOLD = 4
"""More contests than this are answered as a series."""

_OF_WINNERS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.RESULT})
"""Measures that presume of a person asked about that they won."""


def answer_figure(query: Figure, facts: FigureFacts, words: Words) -> Answer:
    """The measures asked for, in one headline, with the contests' results below."""
    if facts.missing is not None:
        return no_contest_answer(words, query.where.when, facts.missing)
    stood = [m for m in facts.measured if m.entry.missing is None]
    missing = [m.entry.missing for m in facts.measured if m.entry.missing is not None]
    if not stood and len(missing) == 1:
        won = not _OF_WINNERS.isdisjoint(query.measures)
        basis = facts.measured[0].basis
        return did_not_stand_answer(words, missing[0], _beside(query, facts, words), presumed_won=won, basis=basis)
    if query.per_contest or len(facts.measured) > _TOLD:
        return series_answer(query, facts, words)
    if facts.never_won:
        return _never_won(facts, words)
    said = [(found, sentences(words, found, query.measures)) for found in facts.measured]
    if not any(lines for _, lines in said):
        return _not_held(query, facts, words)
    unknown = not stood and all(each.unnamed for each in missing)
    told = [line for _, lines in said for line in lines]
    for found, lines in said:
        if not lines:
            told.append(_not_held_sentence(words, query.measures, [found]))
    return Answer(
        kind=Kind.DECLINE if unknown else Kind.ANSWER,
        reason=Reason.NOT_HELD if unknown else None,
        headline=capital("; ".join(told)) + ".",
        blocks=_blocks(query, facts, words),
        notes=_notes(query, facts, words),
        sources=words.sources(m.contest.source for m in (*facts.measured, *facts.also)),
        colour=words.colour(_party(facts.measured[-1])),
        told=_told(facts.measured),
    )


def _told(measured: Sequence[Measured]) -> Told | None:
    """The one contest measured, and those asked about or else its winner."""
    if len(measured) != 1:
        return None
    contest = measured[0].contest
    return told_of(contest, [c.person for c in measured[0].subjects] or [contest.winner_person])


def sentences(words: Words, found: Measured, measures: Sequence[Measure]) -> list[str]:
    """Each measure of one contest that is held, in words."""
    if found.entry.missing is not None:
        return [did_not_stand_sentence(words, found.entry.missing)]
    said: list[str | None] = []
    for measure in _once(measures):
        if measure is Measure.BEHIND and len(found.subjects) == 2:
            said.append(between_sentence(words, found))
        elif of_contest(measure):
            said.append(contest_sentence(words, found, measure))
        else:
            said.extend(candidacy_sentence(words, found, measure, c) for c in found.subjects)
    return [line for line in said if line]


def _once(measures: Sequence[Measure]) -> list[Measure]:
    """Without those that another one's sentence already says."""
    pairs = {
        Measure.SHARE: Measure.VOTES,
        Measure.MAJORITY_SHARE: Measure.MAJORITY,
        Measure.VOTE_CHANGE: Measure.CHANGE,
    }
    return [m for m in dict.fromkeys(measures) if pairs.get(m) not in measures]


def _never_won(facts: FigureFacts, words: Words) -> Answer:
    """A majority was asked of somebody who won nothing held: that, and how they did."""
    names = list(dict.fromkeys(c.name for m in facts.measured for c in m.subjects if c.name))
    until = words.reference.data_until.year
    said = (
        f"{listed(names) or 'Nobody asked about'} won no contest held here (1918 to {until}), so there is no majority"
    )
    told = [chosen_sentence(words, m.entry, c) for m in facts.measured for c in m.subjects]
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{said}; {'; '.join(told)}." if len(told) < _TOLD else f"{said}.",
        blocks=tuple(result_block(words, found.entry) for found in facts.measured),
        notes=tuple(note for m in facts.measured for note in basis_notes(words, m.contest, m.basis)),
        sources=words.sources(m.contest.source for m in facts.measured),
    )


def _blocks(query: Figure, facts: FigureFacts, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if Measure.SWING in query.measures:
        sums = [swing_sum(words, found) for found in facts.measured]
        blocks.extend(Paragraph(text=text) for text in sums if text)
    blocks.extend(_beside(query, facts, words))
    full = Measure.DEPOSITS_LOST in query.measures or Measure.CANDIDATES in query.measures
    blocks.extend(result_block(words, found.entry, full=full) for found in facts.measured)
    return tuple(blocks)


def _beside(query: Figure, facts: FigureFacts, words: Words) -> tuple[Listing, ...]:
    """The same measures of the contests told beside the latest one."""
    lines = [line for found in facts.also for line in sentences(words, found, query.measures)]
    return beside_listing(query.where, [f"{capital(line)}." for line in lines])


def _notes(query: Figure, facts: FigureFacts, words: Words) -> tuple[str, ...]:
    notes = [
        note
        for found in facts.measured
        for note in (
            *line_notes(words, query.where.parties, found.entry),
            *basis_notes(words, found.contest, found.basis),
            *detail_notes(words, found.contest),
        )
    ]
    notes.extend(end_note(end) for end in facts.ended)
    return tuple(dict.fromkeys(notes))


def _party(found: Measured) -> str | None:
    return found.subjects[0].party if len(found.subjects) == 1 else found.contest.winner_party


def _not_held_sentence(words: Words, measures: Sequence[Measure], found: Sequence[Measured]) -> str:
    what = listed(NAMES[m] for m in dict.fromkeys(measures))
    where = listed(words.at(m.contest) for m in found)
    verb = "are" if len(set(measures)) > 1 or what.endswith("s") else "is"
    return f"the {what} {where} {verb} not held"


def _not_held_headline(query: Figure, facts: FigureFacts, words: Words) -> str:
    """What is not held, and of a single contest who won it, which is."""
    said = capital(_not_held_sentence(words, query.measures, facts.measured))
    if len(facts.measured) > 1:
        return f"{said}."
    return f"{said}; {won_by(words, facts.measured[0].entry)}."


def _not_held(query: Figure, facts: FigureFacts, words: Words) -> Answer:
    return Answer(
        kind=Kind.DECLINE,
        reason=Reason.NOT_HELD,
        headline=_not_held_headline(query, facts, words),
        blocks=tuple(result_block(words, found.entry) for found in facts.measured),
        notes=_notes(query, facts, words),
        sources=words.sources(m.contest.source for m in facts.measured),
    )
