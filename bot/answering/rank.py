"""Rankings in words: the superlative, its window, and who or where it was."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing, Paragraph, Told
from bot.answering.contests import hold_or_gain, listed_of, swing_words, told_of
from bot.answering.measured import bare, called, figure, naming
from bot.answering.national import not_held
from bot.answering.none_found import gap_notes, nothing_found
from bot.answering.rank_totals import answer_rank_totals
from bot.answering.selected import candidates_scope, governing_notes, modifiers, seats_named, window_words
from bot.answering.wording import Words, capital, counted, day, in_words, listed, number, ordinal, percent, points
from knowledge.facts.contests import CandidacyFact, ContestFact
from knowledge.facts.ranking import Ranked, RankFacts, RankTotalsFacts
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Measure, Of, Rank

_NAMED = 5
"""Up to so many are named in the headline."""
_MARGINS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE})


def answer_rank(query: Rank, facts: RankFacts | RankTotalsFacts, words: Words) -> Answer:
    """The highest or lowest of what was selected."""
    if isinstance(facts, RankTotalsFacts):
        return answer_rank_totals(query, facts, words)
    if query.after is not None:
        if not facts.entries:
            return not_held("What came next in that ranking is not held.")
        query = query.model_copy(update={"nth": facts.entries[0].place})
    if not facts.entries:
        return nothing_found(words, query.where, facts, query.measure)
    first = facts.entries[0]
    several = query.nth is None and query.limit > 1 and len(facts.entries) > 1
    if query.measure is Measure.DATE:
        headline = _by_date(words, query, facts)
    else:
        headline = _several(words, query, facts) if several else _single(words, query, facts)
    return Answer(
        kind=Kind.ANSWER,
        headline=_confirmed(query, facts, headline),
        blocks=(_block(words, query, facts), *_beside(words, query, facts)),
        notes=tuple(_notes(query, facts)),
        sources=words.sources(e.contest.source for e in facts.entries[:3]),
        colour=words.colour(first.candidacy.party if first.candidacy else first.contest.winner_party),
        told=listed_of(e.contest for e in facts.entries) if several or facts.tied > 1 else _told(first),
    )


def _confirmed(query: Rank, facts: RankFacts, told: str) -> str:
    """The headline, with yes or no first where a seat is said to be the one."""
    if query.claimed_seat is None:
        return capital(told)
    so = any(entry.contest.seat == query.claimed_seat and entry.place == 1 for entry in facts.entries)
    return f"{'Yes' if so else 'No'}: {told}"


def _told(first: Ranked) -> Told:
    """The contest at the top, and the candidate ranked or else its winner."""
    return told_of(first.contest, [first.candidacy.person if first.candidacy else first.contest.winner_person])


def _swing_parties(words: Words, query: Rank) -> str:
    """``from Labour to Reform UK`` where two parties are named."""
    parties = [words.the_party(p) for p in query.where.parties]
    return f"from {parties[0]} to {parties[1]}" if len(parties) > 1 else ""


def _scope(words: Words, query: Rank, facts: RankFacts) -> str:
    """What the superlative is of, and its window."""
    contests = [e.contest for e in facts.entries]
    seats = seats_named(facts.where, contests)
    if facts.of is Of.CANDIDACIES:
        scope = f"{candidates_scope(words, facts.where, facts.names)} {seats}"
        return f"{scope.strip()} {window_words(words, facts.window)}".strip()
    narrowed = f"{modifiers(words, facts.where, facts.of, facts.names)} {seats}".strip()
    scope = f"{window_words(words, facts.window, narrowed)}{_of_those_held(query, facts)}"
    return f"{_swing_parties(words, query)} {scope}".strip() if query.measure is Measure.SWING else scope


def _of_those_held(query: Rank, facts: RankFacts) -> str:
    """That contests of the window are without the figure; of by-elections only those with it make the window."""
    window = facts.window
    if not window.counted or window.held == window.rows or window.kind is ElectionKind.BY_ELECTION:
        return ""
    return f", of those whose {_name_is(query.measure)} held,"


def _name_is(measure: Measure) -> str:
    """``majority is``, ``candidates are``."""
    name = called(measure)
    return f"{name} {'are' if name.endswith('s') else 'is'}"


def _by_date(words: Words, query: Rank, facts: RankFacts) -> str:
    """Which contest was the last or first: its day is the figure."""
    entries = facts.entries
    window = facts.window
    several = len(entries) > 1
    superlative = "last" if query.highest else "first"
    if query.nth is not None and query.nth > 1:
        superlative = f"{ordinal(query.nth)} last" if query.highest else ordinal(query.nth)
    if several:
        superlative = f"{superlative} {in_words(len(entries))}"
    kind = "by-election" if window.kind is ElectionKind.BY_ELECTION else "contest"
    seats = seats_named(facts.where, [e.contest for e in entries])
    if facts.of is Of.CANDIDACIES:
        narrowed = candidates_scope(words, facts.where, facts.names)
    else:
        narrowed = modifiers(words, facts.where, facts.of, facts.names)
    what = " ".join(part for part in (superlative, f"{kind}s" if several else kind, narrowed, seats) if part)
    scope = f"of {f'the {number(window.held)}' if window.counted else 'those'} {_span(facts)}"
    if several:
        named = "; ".join(words.contest(e.contest) for e in entries[:_NAMED])
        more = f"; and {number(len(entries) - _NAMED)} more" if len(entries) > _NAMED else ""
        return f"the {what}, {scope}: {named}{more}."
    contest = entries[0].contest
    parts = [words.winner(contest), hold_or_gain(words, contest)]
    parts.append(f"majority {number(contest.majority)}" if contest.majority is not None else None)
    told = ", ".join(part for part in parts if part)
    return f"the {what}, {scope}, was {words.named(contest)}: {told}."


def _span(facts: RankFacts) -> str:
    """``from 1919 to 2026 held here``: all of the kind that is held, or the time asked about."""
    held, window = facts.held, facts.window
    whole = isinstance(facts.where.when, AnyTime)
    first, last = (held.first, held.last) if whole else (window.first, window.last)
    if first is None or last is None:
        return "held here"
    years = f"of {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
    return f"{years} held here"


def _single(words: Words, query: Rank, facts: RankFacts) -> str:
    called_ = naming(query.measure)
    superlative = called_.extreme(highest=query.highest, several=False)
    if query.nth is not None and query.nth > 1:
        superlative = f"{ordinal(query.nth)} {superlative}"
    first = facts.entries[0]
    many = called_.high.startswith("most")
    shown = bare(query.measure, first.value) if many else figure(query.measure, first.value)
    start = f"the {superlative} {_scope(words, query, facts)} {'were' if many else 'was'} {shown}"
    if facts.tied > 1:
        named = [_short(words, facts, e) for e in facts.entries[: _NAMED + 1]]
        more = facts.tied - len(named)
        names = listed([*named, f"{number(more)} more"] if more > 0 else named)
        return f"{start}, shared by {number(facts.tied)}: {names}."
    made = _made_of(query.measure, first.contest)
    return f"{start}{f' ({made})' if made else ''}{_where(words, facts, first)}: {_who(words, query, first)}."


def _several(words: Words, query: Rank, facts: RankFacts) -> str:
    superlative = naming(query.measure).extreme(highest=query.highest, several=True)
    entries = facts.entries
    shown = entries if len(entries) <= _NAMED + 1 else entries[:_NAMED]
    named = [_with_figure(_short(words, facts, e), bare(query.measure, e.value)) for e in shown]
    more = f" and {number(len(entries) - len(shown))} more" if len(entries) > len(shown) else ""
    names = ", ".join(named) if more else listed(named)
    return f"the {number(len(entries))} {superlative} {_scope(words, query, facts)}: {names}{more}.".replace(",:", ":")


def _with_figure(name: str, shown: str) -> str:
    """``Hendon 15``; in brackets after a date: ``Runcorn and Helsby, 1 May 2025 (6)``."""
    return f"{name} ({shown})" if name[-1].isdigit() else f"{name} {shown}"


def _where(words: Words, facts: RankFacts, entry: Ranked) -> str:
    """Where and when it was, as far as the window does not say it."""
    contest = entry.contest
    place = "" if len(facts.where.seats) == 1 else f" in {contest.seat_name}"
    if facts.window.election is not None and not contest.by_election:
        return place
    return f"{place} {f'on {day(contest.date)}' if contest.by_election and place else words.occasion(contest)}"


def _who(words: Words, query: Rank, entry: Ranked) -> str:
    """The candidate, or who won and what the figure is made of."""
    contest, candidacy = entry.contest, entry.candidacy
    if candidacy is not None and query.measure not in _MARGINS:
        return f"{words.candidate(candidacy)}{_votes(query.measure, candidacy)}"
    winner, second = words.winner(contest), words.second(contest)
    if query.measure in _MARGINS:
        share = f" by {points(contest.majority_share)}" if contest.majority_share is not None else ""
        percentage = query.measure is Measure.MAJORITY_SHARE and contest.majority is not None
        votes = f" ({counted(contest.majority or 0, 'vote')})" if percentage else ""
        return f"{winner} beat {second}{share}{votes}" if second else f"{winner} won{share}{votes}"
    swing = swing_words(words, contest) if query.measure is Measure.SWING and not query.where.parties else None
    return f"{swing}; won by {winner}" if swing else f"won by {winner}"


def _made_of(measure: Measure, contest: ContestFact) -> str | None:
    """What a turnout is of."""
    if measure is not Measure.TURNOUT or contest.valid_votes is None or contest.electorate is None:
        return None
    return f"{number(contest.valid_votes)} valid votes of {number(contest.electorate)} electors"


def _votes(measure: Measure, candidacy: CandidacyFact) -> str:
    """Votes and share, but what was ranked by."""
    votes = counted(candidacy.votes, "vote") if candidacy.votes is not None and measure is not Measure.VOTES else ""
    share = percent(candidacy.share) if candidacy.share is not None and measure is not Measure.SHARE else ""
    told = ", ".join(part for part in (votes, share) if part)
    return f", {told}" if told else ""


def _short(words: Words, facts: RankFacts, entry: Ranked) -> str:
    """Enough to tell one from the others: the seat, the year where it varies, the candidate where one is meant."""
    contest, candidacy = entry.contest, entry.candidacy
    place = contest.seat_name
    if facts.window.election is None or contest.by_election:
        when = day(contest.date) if contest.by_election else words.election(contest.election)
        place = f"{place}, {when}" if len(facts.where.seats) != 1 else when
    if candidacy is None or _of_one_party(facts):
        return place if candidacy is None else f"{place}, {candidacy.name or words.party(candidacy.party)},"
    return f"{words.candidate(candidacy)} in {place}"


def _of_one_party(facts: RankFacts) -> bool:
    """Whether naming each candidate's party would repeat what was asked."""
    return len(facts.where.parties) == 1


def _block(words: Words, query: Rank, facts: RankFacts) -> Listing:
    """The ranking as far as it was asked for, and what comes next."""
    shown = facts.entries if len(facts.entries) > len(facts.top) else facts.top
    items = []
    for entry in shown:
        contest = entry.contest
        who = words.candidate(entry.candidacy) if entry.candidacy is not None else words.winner(contest)
        # A by-election's title says its day, the figure of a ranking by date.
        told = (
            who
            if query.measure is Measure.DATE and contest.by_election
            else f"{figure(query.measure, entry.value)}, {who}"
        )
        items.append(f"{entry.place}. {words.contest(contest)}: {told}")
    return Listing(title=f"By {called(query.measure)}, {_order(query)}", items=tuple(items))


def _beside(words: Words, query: Rank, facts: RankFacts) -> list[Paragraph]:
    """The same of by-elections, where general elections over the years were looked through."""
    if facts.beside is None:
        return []
    other = facts.beside
    entry = other.entries[0]
    scope = capital(_scope(words, query, other))
    return [
        Paragraph(
            text=f"{scope}: {figure(query.measure, entry.value)} in {entry.contest.seat_name} on "
            f"{day(entry.contest.date)}, {_who(words, query, entry)}."
        )
    ]


def _order(query: Rank) -> str:
    if query.measure in (Measure.DECLARED_AT, Measure.DATE):
        return "latest first" if query.highest else "earliest first"
    return "highest first" if query.highest else "lowest first"


def _notes(query: Rank, facts: RankFacts) -> list[str]:
    notes = [*gap_notes(facts.gaps), *governing_notes(query.where)]
    window = facts.window
    if window.counted and window.held != window.rows:
        what = _name_is(query.measure)
        notes.append(f"{capital(what)} held for {number(window.held)} of the {number(window.rows)} that fit.")
    return notes
