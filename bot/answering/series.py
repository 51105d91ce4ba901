"""One figure for each of many contests, as a table by date."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Kind, Reason, Table
from bot.answering.contest_measures import NAMES, swing_words
from bot.answering.contests import hold_or_gain
from bot.answering.wording import (
    Words,
    capital,
    clock,
    day,
    listed,
    number,
    ordinal,
    percent,
    points,
    signed,
    signed_number,
)
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.figure import FigureFacts, Measured
from knowledge.queries.measures import of_contest
from knowledge.query import Figure, Measure

_IN_HEADLINE = 8
_ROWS = 60


def series_answer(query: Figure, facts: FigureFacts, words: Words) -> Answer:
    """A table of the measures, a row for each contest (for each candidacy where several were asked about)."""
    rows = [(found, subject) for found in facts.measured for subject in (found.subjects or (None,))]
    columns = tuple(capital(NAMES[m]) for m in query.measures)
    cells = [tuple(cell(words, found, m, subject) or "not held" for m in query.measures) for found, subject in rows]
    nothing = all(value == "not held" for line in cells for value in line)
    shown = [
        (row_name(words, found, subject), *line, words.winner(found.contest))
        for (found, subject), line in zip(rows, cells, strict=True)
    ]
    return Answer(
        kind=Kind.DECLINE if nothing else Kind.ANSWER,
        reason=Reason.NOT_HELD if nothing else None,
        headline=_headline(query, rows, cells, words),
        blocks=(
            Table(
                columns=("Contest", *columns, "Winner"),
                rows=tuple(shown[:_ROWS]),
                left_out=max(0, len(shown) - _ROWS),
            ),
        ),
        sources=words.sources(found.contest.source for found in facts.measured),
        colour=None,
    )


def row_name(words: Words, found: Measured, subject: CandidacyFact | None) -> str:
    """``Copeland at the 2015 general election``, with the candidate where one was asked about."""
    name = words.contest(found.contest)
    return f"{name}, {words.candidate(subject)}" if subject is not None and found.named else name


def cell(words: Words, found: Measured, measure: Measure, subject: CandidacyFact | None) -> str | None:
    """A measure as a table's cell; ``None`` where it is not held."""
    contest = found.contest
    if of_contest(measure):
        value = found.of_contest(measure)
        if value is None:
            return None
        match measure:
            case Measure.SWING:
                return swing_words(words, found.swing) if found.swing else percent(abs(float(value)))
            case Measure.RESULT:
                return hold_or_gain(words, contest)
            case Measure.DECLARED_AT:
                return clock(contest.declared_at) if contest.declared_at else None
            case Measure.DATE:
                return day(contest.date)
            case _:
                return figure_cell(measure, value)
    if found.entry.missing is not None:
        return "did not stand"
    if subject is None:
        return None
    value = found.of_candidacy(measure, subject)
    if measure is Measure.PARTY:
        return words.party(subject.exact_party)
    return None if value is None else figure_cell(measure, value)


def figure_cell(measure: Measure, value: float | str | bool) -> str:
    """A number in the form its measure is shown in."""
    if isinstance(value, str):
        return value
    match measure:
        case Measure.TURNOUT | Measure.SHARE | Measure.SWING:
            return percent(value)
        case Measure.MAJORITY_SHARE | Measure.THIRD_MARGIN:
            return points(value)
        case Measure.CHANGE | Measure.TURNOUT_CHANGE:
            return signed(value)
        case Measure.VOTE_CHANGE | Measure.SEAT_CHANGE:
            return signed_number(int(value))
        case Measure.DEPOSIT:
            return "lost" if value else "kept"
        case Measure.POSITION:
            return ordinal(int(value))
        case _:
            return number(value)


def _headline(
    query: Figure,
    rows: Sequence[tuple[Measured, CandidacyFact | None]],
    cells: Sequence[tuple[str, ...]],
    words: Words,
) -> str:
    what = capital(listed(NAMES[m] for m in query.measures))
    if query.where.parties and not any(of_contest(m) for m in query.measures):
        what += f" of {words.parties(query.where.parties)}"
    seats = list(dict.fromkeys(found.contest.seat_name for found, _ in rows))
    first, last = rows[0][0].contest.date.year, rows[-1][0].contest.date.year
    place = f" in {listed(seats)}" if len(seats) <= 3 else f" in {number(len(seats))} seats"
    years = f" {first}" if first == last else f" {first} to {last}"
    if len(rows) > _IN_HEADLINE:
        return f"{what}{place},{years}: {len(rows)} contests, listed below."
    told = []
    for (found, subject), line in zip(rows, cells, strict=True):
        contest = found.contest
        when = f"by-election {day(contest.date)}" if contest.by_election else str(contest.date.year)
        where = f"{contest.seat_name} " if len(seats) > 1 else ""
        who = f", {subject.shown_name}" if subject is not None and found.named and len(found.subjects) > 1 else ""
        said = line[:1] if len(set(line)) == 1 else line
        told.append(f"{', '.join(said)} ({where}{when}{who})")
    return f"{what}{place},{years}: {'; '.join(told)}."
