"""National and regional totals in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Paragraph, SourceRef
from bot.answering.measured import called
from bot.answering.national import area_name, asked_days, no_general_election, not_held, place
from bot.answering.totals_area import (
    AREA_MEASURES,
    area_sentence,
    majority_sentence,
    party_table,
    seats_sentence,
    second_sentence,
    votes_sentence,
    winner_sentence,
)
from bot.answering.totals_names import stood_words
from bot.answering.totals_party import (
    MAIN,
    missing_sentence,
    party_details,
    party_sentence,
    phrase,
    swing_sentence,
    swing_sum,
)
from bot.answering.totals_series import area_series_sentence, party_series_sentence, series_table
from bot.answering.totals_together import together_sentence
from bot.answering.when import when_phrase
from bot.answering.wording import Words, capital, listed
from knowledge.facts.totals import ElectionTotals, PartyTotalFact, TotalsFacts
from knowledge.query import InYears, Measure, Totals

_MAJORITIES = (Measure.COMMONS_MAJORITY, Measure.MAJORITY)
_AREA_ONLY = (
    Measure.TURNOUT,
    Measure.TURNOUT_CHANGE,
    Measure.ELECTORATE,
    Measure.VALID_VOTES,
    Measure.INVALID_VOTES,
    Measure.DATE,
)


def answer_totals(query: Totals, facts: TotalsFacts, words: Words) -> Answer:
    """Seats, votes, shares and the other totals asked for, of parties or of a whole area."""
    if not facts.elections:
        return _nothing(query, facts, words)
    if len(facts.elections) > 1:
        return _series(query, facts, words)
    return _single(query, facts.elections[0], words)


def _nothing(query: Totals, facts: TotalsFacts, words: Words) -> Answer:
    asked = when_phrase(query.where.when)
    held = facts.held
    if not held:
        return not_held("No general election is held.")
    days = asked_days(query.where.when)
    if any(d in held or (isinstance(query.where.when, InYears) and d.year in {h.year for h in held}) for d in days):
        areas = listed([area_name(words, a) for a in facts.areas])
        return not_held(
            f"Totals for {areas} {asked} are not held.",
            (f"who won the {days[0].year} general election",),
        )
    return no_general_election(query.where.when, held)


def _single(query: Totals, totals: ElectionTotals, words: Words) -> Answer:
    parties, measures = query.where.parties, _measures(query)
    sentences: list[str] = []
    blocks: list[Block] = []
    unheld: list[Measure] = []
    if Measure.SWING in measures:
        if totals.swing is None:
            unheld.append(Measure.SWING)
        else:
            sentences.append(capital(swing_sentence(words, totals, totals.swing)))
            blocks.append(Paragraph(text=swing_sum(words, totals, totals.swing)))
    if any(m in measures for m in _MAJORITIES):
        sentences.append(majority_sentence(words, totals, parties))
    area_measures = [m for m in measures if m in _AREA_ONLY or (not parties and m in AREA_MEASURES)]
    for measure in dict.fromkeys(area_measures):
        said = area_sentence(words, totals, measure)
        if said is None:
            unheld.append(measure)
        else:
            sentences.append(said)
    if parties:
        told = _party_sentences(words, totals, measures, unheld, told=bool(sentences))
        sentences += [*_summed(query, totals, measures, words), *told]
        blocks += [party_details(words, totals, total) for total in totals.selected]
    elif not sentences and not unheld:
        sentences.append(_whole(words, totals, measures))
    if not sentences:
        return _unheld(query, totals, unheld, words)
    if not parties or Measure.SWING in measures or any(m in measures for m in _MAJORITIES):
        blocks.append(party_table(words, totals))
    return _answer(query, [totals], " ".join(dict.fromkeys(sentences)), blocks, words, unheld=unheld)


def _summed(query: Totals, totals: ElectionTotals, measures: Sequence[Measure], words: Words) -> list[str]:
    """What the parties had together, where that was asked."""
    said = together_sentence(words, totals, measures) if query.together else None
    return [said] if said else []


def _measures(query: Totals) -> tuple[Measure, ...]:
    if query.where.gender == "female" and Measure.WOMEN not in query.measures:
        return (Measure.WOMEN, *query.measures)
    if query.where.parties:
        # "Total votes" of a party are its own, not all that were cast.
        return tuple(Measure.VOTES if m is Measure.VALID_VOTES else m for m in query.measures)
    return query.measures


def _party_sentences(
    words: Words, totals: ElectionTotals, measures: Sequence[Measure], unheld: list[Measure], *, told: bool
) -> list[str]:
    own = [m for m in measures if m not in _AREA_ONLY and m not in _MAJORITIES and m is not Measure.SWING]
    if told and not own:
        return []
    unheld += [m for m in own if m not in MAIN and all(phrase(words, totals, t, m) is None for t in totals.selected)]
    known = [m for m in own if m not in unheld]
    if own and not known:
        return []
    found = [_party_sentence(words, totals, total, known) for total in totals.selected]
    return found + [capital(missing_sentence(words, totals, party)) for party in totals.missing]


def _party_sentence(words: Words, totals: ElectionTotals, total: PartyTotalFact, measures: Sequence[Measure]) -> str:
    """One party's total, with where it stood where that is one place or two."""
    said = party_sentence(words, totals, total, measures).removesuffix(".")
    if total.asked_as is not None:
        own = "have no total of their own" if words.are_several(total.asked_as) else "has no total of its own"
        asked = f"{words.the_party(total.asked_as)} {own} {place(words, totals)}"
        said = f"{asked}; of the same line of parties, {said}"
    return f"{capital(said)}{stood_words(words, total)}."


def _whole(words: Words, totals: ElectionTotals, measures: Sequence[Measure]) -> str:
    if measures and measures[0] in (Measure.VOTES, Measure.SHARE, Measure.CHANGE):
        return votes_sentence(words, totals)
    if measures and measures[0] is Measure.SEATS:
        return seats_sentence(words, totals)
    if measures and measures[0] in (Measure.SECONDS, Measure.POSITION):
        return second_sentence(words, totals)
    return winner_sentence(words, totals)


def _unheld(query: Totals, totals: ElectionTotals, unheld: Sequence[Measure], words: Words) -> Answer:
    """Nothing of what was asked is held; what is held of the election follows."""
    if query.where.parties and not totals.selected:
        said = " ".join(capital(missing_sentence(words, totals, p)) for p in totals.missing)
        return _answer(query, [totals], said, [party_table(words, totals)], words)
    names = listed([called(m) for m in dict.fromkeys(unheld)])
    of = f" of {words.parties(query.where.parties)}" if query.where.parties else ""
    decline = not_held(
        f"Not held: {names}{of} {place(words, totals)}. What is held of it follows.",
        (f"seats by party at the {totals.name}",),
    )
    blocks: list[Block] = [party_details(words, totals, total) for total in totals.selected]
    blocks = blocks or [party_table(words, totals)]
    return decline.model_copy(update={"blocks": tuple(blocks), "sources": _sources([totals], words)})


def _series(query: Totals, facts: TotalsFacts, words: Words) -> Answer:
    measures = _measures(query)
    parties = query.where.parties
    if not parties:
        sentences = [area_series_sentence(words, facts, measures)]
        blocks: list[Block] = [series_table(words, facts, None, measures)]
    else:
        sentences = [party_series_sentence(words, facts, party, measures) for party in parties]
        blocks = [series_table(words, facts, party, measures) for party in parties]
    told = [sentence for sentence in sentences if sentence is not None]
    if not told:
        names = capital(listed([called(m) for m in measures]))
        of = f" of {words.parties(parties)}" if parties else ""
        last = facts.elections[-1].name
        return not_held(f"{names}{of} at general elections: not held.", (f"seats by party at the {last}",))
    return _answer(query, facts.elections, " ".join(told), blocks, words)


def _answer(
    query: Totals,
    found: Sequence[ElectionTotals],
    headline: str,
    blocks: Sequence[Block],
    words: Words,
    *,
    unheld: Sequence[Measure] = (),
) -> Answer:
    first = found[-1]
    shown = query.where.parties or tuple(p.party for p in first.parties[:1])
    notes = list(_notes(query, found, words))
    if unheld:
        notes.insert(0, f"Not held: {listed([called(m) for m in dict.fromkeys(unheld)])}.")
    return Answer(
        kind=Kind.ANSWER,
        headline=headline,
        blocks=tuple(blocks),
        notes=tuple(notes),
        sources=_sources(found, words),
        colour=words.colour(shown[0]) if shown else None,
    )


def _notes(query: Totals, found: Sequence[ElectionTotals], words: Words) -> list[str]:
    """What counts as what, and whether the figures are sums or published totals."""
    rows = [p for each in found for p in (each.selected or each.parties)]
    notes = [f"{words.party(p.party)} counts {listed(joined)} candidates." for p, joined in _joined(found, words)]
    summed, published = any(p.worked_out for p in rows), any(not p.worked_out for p in rows)
    if summed and published:
        notes.append("Published totals are used before 2005 where they are held, sums of all constituencies otherwise.")
    elif summed:
        notes.append("Summed from the results of all constituencies.")
    else:
        notes.append("Published totals are used.")
    if any(p.party == "speaker" for each in found for p in each.parties) and not query.where.parties:
        notes.append("The Speaker is counted apart.")
    if len(found) == 1 and any(p.gains is not None for p in found[0].selected):
        notes.append("Gains and losses are against the previous general election (notional after a boundary change).")
    return notes


def _joined(found: Sequence[ElectionTotals], words: Words) -> list[tuple[PartyTotalFact, list[str]]]:
    """Parties asked for, with the parties of other names that are counted with them."""
    if len(found) != 1:
        return []
    return [(p, [words.party(each) for each in p.joined]) for p in found[0].selected if p.joined]


def _sources(found: Sequence[ElectionTotals], words: Words) -> tuple[SourceRef, ...]:
    return words.sources(p.source for each in found for p in (each.selected or each.parties[:1]))
