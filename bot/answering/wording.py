"""How figures, dates, names and lists are worded, the same in every answer."""

from __future__ import annotations

import math
from calendar import month_name
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from types import MappingProxyType

from bot.answering.answer import SourceRef
from knowledge.facts.contests import CandidacyFact, ContestFact
from knowledge.models.areas import missing_from
from knowledge.models.elections import ElectionKind
from knowledge.queries.reference import PartyRef, Reference
from knowledge.query import GOVERNING, AnyTime, Between, InYears, Latest, OnDay, Relative, When

_ORDINALS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_DETERMINED = ("Your ", "Our ", "My ")
"""A party's name that begins so takes no article: ``Your Party``."""
_OFFICES = MappingProxyType({"speaker": "the Speaker", GOVERNING: "the governing party"})
"""What stands for a party in the data and is none."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float) -> str:
    """``13,748``."""
    return f"{round(value):,}"


def _tenths(fraction: float) -> float:
    """A fraction in percent, to one decimal, halves away from zero as publications round."""
    return math.copysign(math.floor(abs(fraction) * 1000 + 0.5 + 1e-6) / 10, fraction)


def percent(fraction: float) -> str:
    """``44.2%``."""
    return f"{_tenths(fraction):,.1f}%"


def signed(fraction: float) -> str:
    """A change in percentage points with its sign: ``+8.5``, ``-9.0``, ``0.0``."""
    value = _tenths(fraction)
    return "0.0" if value == 0 else f"{value:+.1f}"


def points(fraction: float) -> str:
    """A distance in percentage points without sign: ``6.9 points``."""
    value = abs(_tenths(fraction))
    return f"{value:.1f} point{'' if value == 1 else 's'}"


def moved(fraction: float) -> str:
    """A change in share in words: ``up 8.5 points``."""
    value = _tenths(fraction)
    if value == 0:
        return "unchanged (0.0 points)"
    return f"{'up' if value > 0 else 'down'} {points(fraction)}"


def signed_number(value: int) -> str:
    """``+438``, ``-438``, ``0``."""
    return f"{value:+,}" if value else "0"


def counted(value: int, noun: str, plural: str | None = None) -> str:
    """``1 vote``, ``2,147 votes``."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


def in_words(value: int) -> str:
    """Small numbers in words: ``three``; others in figures."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else number(value)


def ordinal(value: int) -> str:
    """``second``, ``11th``."""
    if 0 <= value < len(_ORDINALS):
        return _ORDINALS[value]
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def day(when: date) -> str:
    """``23 February 2017``."""
    return f"{when.day} {when:%B %Y}"


def clock(when: datetime) -> str:
    """``23:32 on 12 December 2019``."""
    return f"{when:%H:%M} on {day(when.date())}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def uncapital(text: str) -> str:
    """A sentence as it goes on behind another."""
    return text[:1].lower() + text[1:]


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]


def article(noun: str) -> str:
    """``a Labour hold``, ``an Independent gain``, ``a UK Independence Party gain``."""
    spoken_as_you = noun.startswith(("UK", "Uni"))
    return f"{'an' if noun[:1] in 'AEIOUaeiou' and not spoken_as_you else 'a'} {noun}"


def possessive(name: str) -> str:
    """``Trudy Harrison's``, ``the Liberal Democrats'``."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def period_words(when: When) -> str:
    """A period within a sentence: ``in February 2017``, ``on 23 February 2017``, ``since 1 January 2010``."""
    match when:
        case InYears():
            month = "" if when.month is None else f"{month_name[when.month]} "
            return f"in {month}{listed(str(year) for year in when.years)}"
        case OnDay():
            return f"on {day(when.day)}"
        case Between():
            since = f"since {day(when.since)}" if when.since else ""
            until = f"until {day(when.until)}" if when.until else ""
            return " ".join(part for part in (since, until) if part) or "in the data"
        case Relative():
            return f"{'after' if when.step > 0 else 'before'} the one {period_words(when.anchor)}"
        case Latest() | AnyTime():
            return "in the data"


class Words:
    """Wording that needs the names of parties, elections, areas and sources."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    # parties

    def party_ref(self, party: str) -> PartyRef:
        """The party, or one made of its id where none is held."""
        held = self.reference.parties.get(party)
        return held or PartyRef(party, party.replace("-", " ").title(), party, None, None, party)

    def party(self, party: str | None) -> str:
        """Full name: ``Liberal Democrat``."""
        return "party not held" if party is None else self.party_ref(party).name

    def short(self, party: str | None) -> str:
        """Abbreviation as published: ``LD``."""
        return "" if party is None else self.party_ref(party).short

    def the_party(self, party: str | None) -> str:
        """As the subject of a sentence: ``the Liberal Democrats``, ``Labour``."""
        if party is None:
            return "a party not held"
        if party in _OFFICES:
            return _OFFICES[party]
        held = self.party_ref(party)
        name = held.plural or held.name
        if name.isupper():
            name = held.name
        takes_article = self.are_several(party) or name.endswith(("Party", " Alliance")) or name.startswith("The ")
        return f"the {name.removeprefix('The ')}" if takes_article and not name.startswith(_DETERMINED) else name

    def are_several(self, party: str) -> bool:
        """Whether a party's name is one of many people: ``the Liberals have``, but ``Labour has``."""
        held = self.party_ref(party)
        return held.plural not in (None, held.name) and (held.plural or "").endswith("s")

    def before_noun(self, party: str) -> str:
        """As it stands before a noun: ``Labour``, ``Independent Group for Change`` (candidate) without its article."""
        return self.party(party).removeprefix("The ")

    def parties(self, parties: Iterable[str], last: str = "and") -> str:
        """Several parties as the subject of a sentence."""
        return listed([self.the_party(p) for p in parties], last)

    def winners(self, parties: Collection[str]) -> str:
        """Any one of several parties that won: ``Labour in government`` where only those of the day's are meant."""
        named = self.parties([party for party in parties if party != GOVERNING], "or")
        if GOVERNING not in parties:
            return named
        return f"{named} in government" if named else self.the_party(GOVERNING)

    def colour(self, party: str | None) -> str | None:
        """``#rrggbb`` of the party."""
        if party is None:
            return None
        held = self.party_ref(party)
        return held.colour or self.party_ref(held.counts_as).colour

    # elections, places and contests

    def election(self, election: str) -> str:
        """``2017 general election``, ``by-elections of 23 February 2017``."""
        held = self.reference.elections.get(election)
        return election if held is None else held.name

    def area(self, area: str) -> str:
        """Name of a region or nation."""
        return self.reference.areas.get(area, area.replace("-", " ").title())

    def areas(self, areas: Sequence[str]) -> str:
        """Names of areas, the United Kingdom where none is given."""
        missing = missing_from(areas)
        if missing is not None:
            return f"{self.area(missing[0])} outside {listed(map(self.area, missing[1]))}"
        return listed([self.area(a) for a in areas] or ["United Kingdom"])

    def contest(self, contest: ContestFact | CandidacyFact) -> str:
        """As a title: ``Copeland by-election, 23 February 2017``, ``Copeland at the 2017 general election``."""
        if contest.kind is ElectionKind.BY_ELECTION:
            return f"{contest.seat_name} by-election, {day(contest.date)}"
        return f"{contest.seat_name} {self.occasion(contest)}"

    def at(self, contest: ContestFact | CandidacyFact) -> str:
        """Within a sentence: ``at the Copeland by-election of 23 February 2017``,
        ``in Copeland at the 2017 general election``."""
        preposition = "at" if contest.kind is ElectionKind.BY_ELECTION else "in"
        return f"{preposition} {self.named(contest)}"

    def named(self, contest: ContestFact | CandidacyFact) -> str:
        """As the object of a sentence: ``the Copeland by-election of 23 February 2017``,
        ``Copeland at the 2017 general election``."""
        if contest.kind is ElectionKind.BY_ELECTION:
            return f"the {contest.seat_name} by-election of {day(contest.date)}"
        return f"{contest.seat_name} {self.occasion(contest)}"

    def occasion(self, contest: ContestFact | CandidacyFact) -> str:
        """When it was, without the place: ``at the by-election of 23 February 2017``,
        ``at the 2017 general election``."""
        if contest.kind is ElectionKind.BY_ELECTION:
            return f"at the by-election of {day(contest.date)}"
        if contest.kind is ElectionKind.NOTIONAL:
            return f"in the {self.election(contest.election)}"
        return f"at the {self.election(contest.election)}"

    def short_occasion(self, contest: ContestFact | CandidacyFact) -> str:
        """For a table's cell: ``by-election, 23 February 2017``, ``2017 general election``."""
        if contest.kind is ElectionKind.BY_ELECTION:
            return f"by-election, {day(contest.date)}"
        return self.election(contest.election)

    # people

    def candidate(self, candidacy: CandidacyFact) -> str:
        """``Trudy Harrison (Conservative)``; the party alone where no name is held."""
        party = self.party(candidacy.exact_party)
        return f"{candidacy.shown_name} ({party})" if candidacy.name else f"the {party} candidate"

    def winner(self, contest: ContestFact) -> str:
        """``Trudy Harrison (Conservative)``, from the contest alone."""
        party = self.party(contest.exact_party or contest.winner_party)
        return f"{contest.winner_name} ({party})" if contest.winner_name else f"the {party} candidate"

    def second(self, contest: ContestFact) -> str | None:
        """The runner-up, from the contest alone; ``None`` where not held."""
        if contest.second_party is None:
            return None
        party = self.party(contest.second_party)
        return f"{contest.second_name} ({party})" if contest.second_name else f"the {party} candidate"

    # sources

    def sources(self, ids: Iterable[str]) -> tuple[SourceRef, ...]:
        """The sources of these ids, each once, in order."""
        found = []
        for source_id in dict.fromkeys(ids):
            row = self.reference.sources.get(source_id)
            if row is not None:
                found.append(
                    SourceRef(
                        title=row.title,
                        address=row.address,
                        as_of=row.as_of,
                        publisher=row.publisher,
                        licence=row.licence,
                    )
                )
        return tuple(found)
