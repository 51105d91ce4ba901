"""One by-election as the two publications have it, joined, and what is held to be its outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from knowledge.importers.byelections_library import Published
from knowledge.importers.history_calendar import GENERAL_ELECTIONS, boundary_set
from knowledge.importers.history_context import History
from knowledge.importers.history_corrections import PARTIES_AT
from knowledge.importers.history_parties import counting_party, held_apart, party_id
from knowledge.importers.history_winners import winner

_THURSDAY = 3
_SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Court:
    """A seat that an election court gave to another candidate than the one with most votes."""

    person: str
    """Wikidata id of the member the court seated, and that member's party."""
    party: str
    disqualified: str
    disqualified_party: str
    result: str


_COURTS: Mapping[tuple[str, str], Court] = MappingProxyType(
    {
        ("Q4969024", "1961-05-04"): Court(
            person="Q6742645",
            party="Conservative Party",
            disqualified="Q332412",
            disqualified_party="Labour Party",
            result="Con gain from Lab, seated by the election court: Lab had most votes but was disqualified",
        )
    }
)
"""Bristol South East 1961, which the members' table gives to Tony Benn."""

_WINNERS_PARTY: Mapping[tuple[str, str], str] = MappingProxyType({("Q751660", "1956-05-08"): "Independent Unionist"})
"""The party of a winner where the table of by-elections has that of later years: George Forrest at Mid Ulster."""


@dataclass(frozen=True, slots=True)
class Case:
    """A row of the table of by-elections with the library's row for it, if there is one."""

    row: Mapping[str, str]
    listed: Published | None

    @property
    def seat(self) -> str:
        return self.row["constituency_qid"]

    @property
    def stated(self) -> date:
        """The day that the table of by-elections gives."""
        return date.fromisoformat(self.row["date"])

    @property
    def day(self) -> date:
        """The polling day where two publications differ: the Thursday if one is, else the members' table's."""
        listed = self.listed.day if self.listed else self.stated
        thursday = listed.weekday() == _THURSDAY != self.stated.weekday()
        return listed if thursday and listed.year == self.stated.year else self.stated

    @property
    def court(self) -> Court | None:
        return _COURTS.get((self.seat, self.row["date"]))

    @property
    def winner(self) -> str:
        """Wikidata id of whoever got the seat."""
        return self.court.person if self.court else self.row["winner_qid"]

    @property
    def party(self) -> str:
        """The id of the party that got the seat."""
        if self.court:
            return party_id(self.court.party, self.stated)
        label = _WINNERS_PARTY.get((self.seat, self.row["date"]))
        return party_id(label or PARTIES_AT.get((self.winner, self.row["date"]), self.row["winner_party"]), self.stated)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Wording, hold or gain, and from whom; ``published`` is the library's wording where it is not used."""

    result: str | None = None
    gain: bool | None = None
    lost_by: str | None = None
    published: str | None = None


def outcome(case: Case, history: History) -> Outcome:
    """Hold or gain: the library's where it publishes one, else against the general election before."""
    before = winner_before(history, case.seat, case.day)
    listed = case.listed
    if case.court is not None:
        lost = party_id(case.court.disqualified_party, case.stated)
        return Outcome(case.court.result, True, lost, listed.result if listed else None)
    if listed is not None and listed.result is not None:
        return _published(case, listed, before)
    if before is None or before == _SPEAKER or held_apart(case.party):
        return Outcome()
    gain = counting_party(before) != counting_party(case.party)
    return Outcome(None, gain, before if gain else None)


def _published(case: Case, listed: Published, before: str | None) -> Outcome:
    """The library's wording, with hold or gain on one basis: the general election before.

    The wording goes by the sitting member here and there ("CON gain from Ind CON" where a Conservative had been
    elected). A hold of the Speaker's seat, or by a party's successor, is left to the wording.
    """
    result = listed.result or ""
    if listed.gain and listed.loser is None:
        # "LAB gain" from nobody, where Labour had the seat: Preston 1946 and the City of London 1945.
        previous = party_id(case.row["previous_party"], case.day)
        if counting_party(previous) == counting_party(case.party):
            return Outcome(result.replace("gain", "hold"), False, None, result)
    if before is None:
        return Outcome(result, listed.gain, listed.loser if listed.gain else None)
    gain = before != _SPEAKER and counting_party(before) != counting_party(case.party)
    if listed.gain is not True and (gain or before == _SPEAKER):
        return Outcome(result)
    return Outcome(result, gain, before if gain else None)


def winner_before(history: History, seat: str, day: date) -> str | None:
    """The party that won the seat at the general election before, if its boundaries are the same."""
    election = [election for election in GENERAL_ELECTIONS if election.day < day][-1]
    result = history.results.get(election.key, {}).get(seat)
    returned = history.returned[election.key].get(seat, [])
    if result is None or len(returned) != 1:
        return None
    if boundary_set(result.nation, day) != boundary_set(result.nation, election.day):
        return None
    return winner(returned[0], result).party
