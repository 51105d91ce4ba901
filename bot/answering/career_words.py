"""Wording of careers: how a contest went, contests in a sentence, time served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering.contests import place_words
from bot.answering.seats import lasting, span
from bot.answering.wording import Words, counted, day, listed
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.people import CareerFacts
from knowledge.facts.seats import Tenure
from knowledge.models.elections import ElectionKind

_A_MONTH = 31
_NAMED = 20
"""Contests named in a sentence; of more only how many."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is told of as one person."""

    name: str
    stood: Sequence[CandidacyFact]
    """Oldest first."""
    tenures: Sequence[Tenure]

    @property
    def won(self) -> list[CandidacyFact]:
        """The contests won, oldest first."""
        return [candidacy for candidacy in self.stood if candidacy.elected]


def placed(candidacy: CandidacyFact, facts: CareerFacts, words: Words) -> str:
    """``Labour, came second with 11,601 votes (37.3%), 2,147 behind Trudy Harrison``."""
    winner = facts.beaten_by.get(candidacy.contest) or None
    return f"{words.party(candidacy.exact_party)}, {place_words(candidacy, winner)}"


def line(candidacy: CandidacyFact, facts: CareerFacts, words: Words) -> str:
    """A line of the list of a person's contests."""
    return f"{words.short_occasion(candidacy)}, {candidacy.seat_name}: {placed(candidacy, facts, words)}"


def contests_named(words: Words, stood: Sequence[CandidacyFact]) -> str:
    """``in Copeland at the 2017 general election and at the Copeland by-election of 23 February 2017``."""
    if len(stood) > _NAMED:
        return f"{len(stood)} times from {stood[0].date.year} to {stood[-1].date.year}"
    return listed(words.at(candidacy) for candidacy in stood)


def results(words: Words, stood: Sequence[CandidacyFact]) -> str:
    """``Mid Sussex (2015) and St Albans (2017, 2019 won, 2024 won)``: where and when, for a headline."""
    all_won = all(candidacy.elected for candidacy in stood)
    seats: list[tuple[str, list[str]]] = []
    for candidacy in stood[:_NAMED]:
        when = f"{_when(words, candidacy)}{' won' if candidacy.elected and not all_won else ''}"
        if seats and seats[-1][0] == candidacy.seat_name:
            seats[-1][1].append(when)
        else:
            seats.append((candidacy.seat_name, [when]))
    more = [counted(len(stood) - _NAMED, "other")] if len(stood) > _NAMED else []
    return listed([*(f"{seat} ({', '.join(times)})" for seat, times in seats), *more])


def _when(words: Words, candidacy: CandidacyFact) -> str:
    if candidacy.kind is ElectionKind.BY_ELECTION:
        return f"by-election {day(candidacy.date)}"
    return words.election(candidacy.election).removesuffix(" general election")


def summary(life: Life, facts: CareerFacts, words: Words) -> str:
    """``Harrow West (Labour, 2010 to 2024, won 5 of 5)``: one of several people of a name."""
    if not life.stood:
        return served(life, facts).removesuffix(".") if life.tenures else f"no contest of {life.name}"
    seats = listed(dict.fromkeys(c.seat_name for c in life.stood))
    parties = listed(dict.fromkeys(words.party(c.exact_party) for c in life.stood))
    first, last = life.stood[0].date.year, life.stood[-1].date.year
    years = str(first) if first == last else f"{first} to {last}"
    of_all = "" if life.stood[0].date < facts.named_from else f" of {len(life.stood)}"
    return f"{seats} ({parties}, {years}, won {len(life.won)}{of_all})"


def never_elected(life: Life, words: Words) -> str:
    """That none of the contests held was won."""
    if not life.stood:
        return f"no contest of {life.name} is held."
    if len(life.stood) == 1:
        return f"{life.name} did not win the one contest held, {words.at(life.stood[0])}."
    held = counted(len(life.stood), "contest")
    return f"{life.name} won none of the {held} held: {results(words, life.stood)}."


def served(life: Life, facts: CareerFacts) -> str:
    """How long somebody was a member, and where."""
    days = sum(((tenure.end or facts.data_until) - tenure.start).days for tenure in life.tenures)
    still = any(tenure.end is None for tenure in life.tenures)
    where = listed(f"{tenure.seat_name} {span(tenure)}" for tenure in life.tenures)
    # A day of leaving that is not held cannot be summed up, a start before the first election held neither.
    least = "" if all(tenure.start_known for tenure in life.tenures) else "at least "
    verb = "has been" if still else "was"
    return f"{life.name} {verb} an MP for {least}{_length(days)}: {where}."


def _length(days: int) -> str:
    """Days in years and months; as they are where they make no month."""
    if days < _A_MONTH:
        return counted(days, "day")
    start = date(2000, 1, 1)
    return lasting(start, start + timedelta(days=days))
