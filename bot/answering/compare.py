"""Comparisons: the figures side by side, which is higher, and by how much."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Reason, Table
from bot.answering.compare_many import common_end, in_order
from bot.answering.compare_sides import Column, columns, difference, measure_name, with_unit
from bot.answering.contests import basis_notes, result_block
from bot.answering.wording import Words, capital, listed, number, percent, signed
from knowledge.facts.compare import CompareFacts, FigureSide
from knowledge.facts.contests import CandidacyFact, Entry
from knowledge.facts.figure import Measured
from knowledge.queries.compare import BESIDE
from knowledge.query import Compare, Count, Measure, Result

_NOT_HELD = "not held"
_HEADLINE_MEASURES = 3
_TOLD = 6
_TOLD_MISSING = 2
_FEW = 2
_ROWS = 60
_SHOWN = 4
"""Results shown in full."""
_LOWER_IS_MORE = frozenset({Measure.POSITION, Measure.BEHIND})


def answer_compare(query: Compare, facts: CompareFacts, words: Words) -> Answer:
    """The sides' figures, with the difference where there are two."""
    every = [column for side in facts.sides for column in columns(words, side)]
    compared = list({(column.title, column.missing): column for column in every}.values())
    measures = tuple(dict.fromkeys(m for column in compared for m in column.shown))
    held = [column for column in compared if column.shown]
    missing = [column.missing for column in compared if column.missing][:_TOLD_MISSING]
    if not held:
        said = "; ".join(missing) or "what was to be compared is not held"
        return Answer(kind=Kind.DECLINE, reason=Reason.NOT_HELD, headline=f"{capital(said)}.")
    asked = [m for n, m in enumerate(measures) if BESIDE.get(m) not in measures[:n]]
    sentences = [_sentence(query, held, measure) for measure in asked[:_HEADLINE_MEASURES]]
    # of many sides, the one that has no figure comes last
    told = [*sentences, *missing] if len(held) > _FEW else [*missing, *sentences]
    return Answer(
        kind=Kind.ANSWER,
        headline=capital("; ".join(told)) + ".",
        blocks=_blocks(query, facts, held, measures, words),
        notes=tuple(
            dict.fromkeys(n for m in _measured(facts)[:_SHOWN] for n in basis_notes(words, m.contest, m.basis))
        ),
        sources=words.sources(source for column in compared for source in column.sources),
        colour=words.colour(_best(query, held, measures[0]).party),
    )


def _sentence(query: Compare, held: Sequence[Column], measure: Measure) -> str:
    """One measure of all sides, the measure that belongs beside it in brackets."""
    name = _name(query, measure)
    with_it = [column for column in held if measure in column.shown]
    if len(with_it) > _TOLD:
        return _of_many(query, with_it, measure, name)
    places = {column.where for column in with_it}
    subjects = {column.who for column in with_it}
    told = [_told(column, measure, place=len(places) > 1, who=len(subjects) > 1) for column in with_it]
    opening = " ".join(
        part for part in (name, f"of {with_it[0].who}" if len(subjects) == 1 and with_it[0].who else "") if part
    )
    opening += f" {with_it[0].where}" if len(places) == 1 else ""
    said = f"{opening}: {listed(told)}"
    values = [column.values[measure] for column in with_it if measure in column.values]
    if len(with_it) == 2 and len(values) == 2:
        gap = f"a difference of {difference(measure, values[0], values[1])}" if values[0] != values[1] else "the same"
        said = f"{_multiple(query, values)}{said}, {gap}"
    if query.prefer is None or len(set(values)) < 2:
        return said
    best = _best(query, with_it, measure)
    preferred = _preferred(query, measure, name, many=len(with_it) > _FEW)
    return f"{_title(best)} had {preferred}; {said}{_other_way(query, with_it, measure, best)}"


def _of_many(query: Compare, held: Sequence[Column], measure: Measure, name: str) -> str:
    """Which of many sides is first, or from where to where they go; all of them stand in the table."""
    end = common_end(held)
    order = in_order(held, measure, lowest_first=_is_lowest_first(query, measure))
    first, last = order[0], order[-1]
    if query.prefer is None or first.values.get(measure) == last.values.get(measure):
        ends = (f"{_figure(column, measure)} for {column.title.removesuffix(end)}" for column in (first, last))
        return f"{name}{end}, of {number(len(held))} compared: from {' to '.join(ends)}"
    best = [column for column in order if column.values.get(measure) == first.values.get(measure)]
    names = listed([column.title.removesuffix(end) for column in best])
    preferred = _preferred(query, measure, name, many=True)
    return f"{names} had {preferred}{end}, {_figure(first, measure)}, of the {number(len(held))} compared"


def _is_lowest_first(query: Compare, measure: Measure) -> bool:
    return (query.prefer == "lower") != (measure in _LOWER_IS_MORE)


def _multiple(query: Compare, values: Sequence[float]) -> str:
    """``Yes, 2.25 times as much: `` where it was asked whether the second is twice the first, or half of it."""
    if query.times is None or not values[0]:
        return ""
    ratio = values[1] / values[0]
    reached = ratio <= query.times if query.times < 1 else ratio >= query.times
    return f"{'Yes' if reached else 'No'}, {ratio:.2f} times as much: "


def _told(column: Column, measure: Measure, *, place: bool, who: bool) -> str:
    """``24,120 votes (49.2%) for Jeremy Corbyn (Independent)``."""
    figure = _figure(column, measure)
    beside = BESIDE.get(measure)
    if beside is not None and beside in column.shown:
        figure += f" ({_figure(column, beside)})"
    subject = f" for {column.who}" if who and column.who else ""
    return f"{figure}{subject}{' ' + column.where if place else ''}"


def _title(column: Column) -> str:
    """The side as a subject."""
    return f"{column.who} {column.where}" if column.who else column.title


def _preferred(query: Compare, measure: Measure, name: str, *, many: bool) -> str:
    """``the higher turnout``, ``more votes``, ``the better place``; of ``many`` sides ``the highest turnout``."""
    if measure is Measure.POSITION:
        return "the better place" if query.prefer == "higher" else "the worse place"
    if measure is Measure.BEHIND:
        # the higher side is the one less far behind
        return f"{'fewer' if query.prefer == 'higher' else 'more'} {name}"
    if name.endswith("s"):
        more, fewer = ("the most", "the fewest") if many else ("more", "fewer")
        return f"{more if query.prefer == 'higher' else fewer} {name}"
    end = {"higher": "highest", "lower": "lowest"}[query.prefer or "higher"] if many else query.prefer
    return f"the {end} {name}"


def _other_way(query: Compare, held: Sequence[Column], measure: Measure, best: Column) -> str:
    """A word of warning where the measure that belongs beside it would put another side first."""
    beside = BESIDE.get(measure)
    if beside is None or sum(beside in column.values for column in held) < 2:
        return ""
    other = _best(query, held, beside)
    return "" if other is best else f"; by {measure_name(beside)} it was {_title(other)}"


def _best(query: Compare, held: Sequence[Column], measure: Measure) -> Column:
    """The side that is preferred: the highest unless the lowest was asked for; the first where it cannot be told."""
    with_it = [column for column in held if measure in column.values]
    if not with_it:
        return held[0]
    pick = min if _is_lowest_first(query, measure) else max
    return pick(with_it, key=lambda column: column.values[measure])


def _name(query: Compare, measure: Measure) -> str:
    return "number" if all(isinstance(side, Count) for side in query.sides) else measure_name(measure)


def _figure(column: Column, measure: Measure) -> str:
    value = column.values.get(measure)
    return column.shown[measure] if value is None else with_unit(measure, value, column.shown[measure])


def _blocks(
    query: Compare, facts: CompareFacts, held: Sequence[Column], measures: Sequence[Measure], words: Words
) -> tuple[Block, ...]:
    many = len(held) > _TOLD
    end = common_end(held) if many else ""
    if many:
        held = in_order(held, measures[0], lowest_first=_is_lowest_first(query, measures[0]))
    rows = [(capital(c.title.removesuffix(end)), *(c.shown.get(m, _NOT_HELD) for m in measures)) for c in held]
    if len(held) == 2:
        one, other = held
        gaps = [
            difference(m, one.values[m], other.values[m]) if m in one.values and m in other.values else ""
            for m in measures
        ]
        rows.append(("Difference", *gaps))
    blocks: list[Block] = [
        Table(
            title=capital(end.strip()) or None,
            columns=("", *(capital(_name(query, m)) for m in measures)),
            rows=tuple(rows[:_ROWS]),
            left_out=max(0, len(rows) - _ROWS),
        ),
    ]
    entries = [measured.entry for measured in _measured(facts)]
    if len(entries) == 2 and all(isinstance(side, Result) for side in query.sides):
        blocks.append(_party_table(words, entries[0], entries[1]))
    blocks.extend(result_block(words, entry) for entry in entries[:_SHOWN])
    return tuple(blocks)


def _measured(facts: CompareFacts) -> list[Measured]:
    """The contests compared, each once."""
    found = [m for side in facts.sides if isinstance(side, FigureSide) for m in side.facts.measured]
    return list({m.contest.contest: m for m in found}.values())


def _party_table(words: Words, one: Entry, other: Entry) -> Table:
    """Shares of the parties in two contests, with the difference in points."""
    first, second = _shares(one.field), _shares(other.field)
    parties = list(dict.fromkeys([*first, *second]))[:8]
    rows = []
    for party in parties:
        before, after = first.get(party), second.get(party)
        change = signed(after - before) if before is not None and after is not None else ""
        rows.append((words.party(party), _share(before), _share(after), change))
    titles = (words.short_occasion(one.contest), words.short_occasion(other.contest))
    if one.contest.seat != other.contest.seat:
        titles = (words.contest(one.contest), words.contest(other.contest))
    return Table(title="Shares of the vote", columns=("Party", *titles, "Difference"), rows=tuple(rows))


def _shares(field: Sequence[CandidacyFact]) -> dict[str, float]:
    """Share of each party that stood once, by its first candidate otherwise."""
    found: dict[str, float] = {}
    for candidacy in field:
        if candidacy.share is not None:
            found.setdefault(candidacy.party, candidacy.share)
    return found


def _share(value: float | None) -> str:
    return "did not stand" if value is None else percent(value)
