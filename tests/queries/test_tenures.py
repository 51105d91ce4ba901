"""Members' times worked out from contests and refined by the members' table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.facts.contests import ContestFact
from knowledge.facts.seats import SeatRef, Tenure, Winner, Won
from knowledge.models.elections import ElectionKind
from knowledge.queries.selection import contests
from knowledge.queries.tenures import MemberSpell, tenures_of, vacancies_of
from knowledge.query import Latest, Selection
from knowledge.store.store import Store

REF = SeatRef("anytown", "Anytown", ("anytown.1918",), date(1918, 12, 14), None)
BEGIN = date(1918, 12, 14)
ANN, BOB, CAT = (
    Winner("p-ann", "Ann Ash", "labour"),
    Winner("p-bob", "Bob Birch", "conservative"),
    Winner("p-cat", "Cat Cedar", "liberal"),
)


def won(store: Store, day: str, *winners: Winner, by: bool = False, **more: object) -> Won:
    """A contest made from a real one, on another day with other winners."""
    model = contests(store, Selection(seats=("copeland",), when=Latest()))[0]
    kind = ElectionKind.BY_ELECTION if by else ElectionKind.GENERAL
    contest: ContestFact = replace(model, date=date.fromisoformat(day), kind=kind, seats=len(winners), **more)  # type: ignore[arg-type]
    return Won(contest, winners)


def spell(who: Winner, start: str, end: str | None, cause: str | None = None, party: str | None = None) -> MemberSpell:
    return MemberSpell(
        who.person or "",
        who.name,
        party or who.party,
        date.fromisoformat(start),
        date.fromisoformat(end) if end else None,
        cause,
        "table",
    )


def told(tenures: tuple[Tenure, ...]) -> list[tuple[str, str, str | None]]:
    return [(t.name, t.start.isoformat(), t.end.isoformat() if t.end else None) for t in tenures]


def test_a_time_lasts_until_somebody_else_is_elected(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", ANN), won(store, "1924-10-29", BOB)]
    tenures = tenures_of(REF, contests_won, (), BEGIN)
    assert told(tenures) == [("Ann Ash", "1922-11-15", "1924-10-29"), ("Bob Birch", "1924-10-29", None)]
    assert len(tenures[0].won) == 2
    assert not vacancies_of(REF, tenures)


def test_a_member_who_came_back_has_two_times(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", BOB), won(store, "1924-10-29", ANN)]
    tenures = tenures_of(REF, contests_won, (), BEGIN)
    assert [t.name for t in tenures] == ["Ann Ash", "Bob Birch", "Ann Ash"]


def test_without_the_table_the_day_of_leaving_before_a_by_election_is_not_known(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-03-01", BOB, by=True, cause="death")]
    tenures = tenures_of(REF, contests_won, (), BEGIN)
    assert (tenures[0].end_known, tenures[0].end_cause) == (False, "death")
    assert not vacancies_of(REF, tenures)


def test_the_table_gives_the_vacancy_before_a_by_election(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-03-01", BOB, by=True, winner_name="Bob Birch")]
    tenures = tenures_of(REF, contests_won, (spell(ANN, "1922-11-15", "1923-01-10", "death"),), BEGIN)
    assert tenures[0].end == date(1923, 1, 10)
    (vacancy,) = vacancies_of(REF, tenures)
    assert (vacancy.start, vacancy.end, vacancy.filled_name) == (date(1923, 1, 10), date(1923, 3, 1), "Bob Birch")
    assert vacancy.covers(date(1923, 2, 1), date(1923, 2, 28))
    assert not vacancy.covers(date(1923, 3, 1), date(1923, 3, 1)), "the new member sits on polling day"
    assert not tenures[0].covers(date(1923, 2, 1), date(1923, 2, 28))


def test_a_dissolution_is_no_vacancy(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", BOB)]
    spells = (spell(ANN, "1922-11-15", "1923-11-16", "dissolution of parliament"),)
    tenures = tenures_of(REF, contests_won, spells, BEGIN)
    assert tenures[0].end == date(1923, 12, 6)
    assert not vacancies_of(REF, tenures)


def test_a_death_before_a_general_election_leaves_the_seat_vacant(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", BOB)]
    tenures = tenures_of(REF, contests_won, (spell(ANN, "1922-11-15", "1923-09-01", "death"),), BEGIN)
    assert tenures[0].end == date(1923, 9, 1)
    assert [v.end for v in vacancies_of(REF, tenures)] == [date(1923, 12, 6)]


def test_a_member_who_left_and_was_not_replaced_leaves_an_open_vacancy(store: Store) -> None:
    tenures = tenures_of(
        REF, [won(store, "1922-11-15", ANN)], (spell(ANN, "1922-11-15", "1923-09-01", "resignation"),), BEGIN
    )
    (vacancy,) = vacancies_of(REF, tenures)
    assert (vacancy.end, vacancy.filled_by) == (None, None)


def test_a_table_that_ends_before_the_last_election_does_not_end_the_time(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", ANN)]
    tenures = tenures_of(REF, contests_won, (spell(ANN, "1922-11-15", "1923-11-16", "resignation"),), BEGIN)
    assert told(tenures) == [("Ann Ash", "1922-11-15", None)]


def test_changes_of_party_between_elections_and_at_them(store: Store) -> None:
    contests_won = [won(store, "1922-11-15", ANN), won(store, "1923-12-06", replace(ANN, party="independent"))]
    spells = (
        spell(ANN, "1922-11-15", "1923-02-01"),
        spell(ANN, "1923-02-01", "1923-12-06", party="liberal"),
        spell(ANN, "1923-12-06", None, party="independent"),
    )
    (tenure,) = tenures_of(REF, contests_won, spells, BEGIN)
    assert tenure.party == "labour"
    assert tenure.moves == ((date(1923, 2, 1), "liberal"), (date(1923, 12, 6), "independent"))
    assert tenure.party_on(date(1923, 1, 31)) == "labour"
    assert tenure.party_on(date(1923, 2, 1)) == "liberal"
    assert tenure.party_on(date(1930, 1, 1)) == "independent"


def test_two_members_and_a_by_election_for_one_of_them(store: Store) -> None:
    contests_won = [
        won(store, "1922-11-15", ANN, BOB),
        won(store, "1923-03-01", CAT, by=True, previous_member="p-bob"),
        won(store, "1923-12-06", ANN, CAT),
    ]
    tenures = tenures_of(REF, contests_won, (), BEGIN)
    assert told(tenures) == [
        ("Ann Ash", "1922-11-15", None),
        ("Bob Birch", "1922-11-15", "1923-03-01"),
        ("Cat Cedar", "1923-03-01", None),
    ]


def test_the_first_members_held_may_have_sat_before(store: Store) -> None:
    tenures = tenures_of(REF, [won(store, "1918-12-14", ANN), won(store, "1922-11-15", BOB)], (), BEGIN)
    assert [t.start_known for t in tenures] == [False, True]


def test_an_abolished_seat_ends_the_last_time(store: Store) -> None:
    ended = replace(REF, abolished=date(1950, 2, 23))
    tenures = tenures_of(ended, [won(store, "1945-07-05", ANN)], (), BEGIN)
    assert told(tenures) == [("Ann Ash", "1945-07-05", "1950-02-23")]
    assert not vacancies_of(ended, tenures)
