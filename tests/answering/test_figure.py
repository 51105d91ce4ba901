"""Figures of contests and candidacies, singly and as a series."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind, Reason, Table
from bot.answering.answerer import Answerer
from knowledge.queries.measures import CANDIDACY_MEASURES, CONTEST_MEASURES
from knowledge.query import Latest, Measure, Selection, When
from knowledge.store.store import Store
from tests.answering.asking import (
    BY_ELECTION,
    FEBRUARY_2017,
    SINCE_2010,
    figure,
    ids,
    seat,
    year,
)

Text = Callable[[Answer], str]

CONTESTS: list[tuple[str, When, Measure, str]] = [
    ("copeland", BY_ELECTION, Measure.MAJORITY, "was 2,147 (6.9 points)"),
    ("copeland", year(2015), Measure.MAJORITY, "2,564"),
    ("copeland", BY_ELECTION, Measure.TURNOUT, "51.3% (31,068 valid votes of 60,602 electors)"),
    ("runcorn-and-helsby", Latest(), Measure.TURNOUT, "46.2%"),
    ("tiverton-and-honiton", BY_ELECTION, Measure.ELECTORATE, "81,661"),
    ("southend-west", BY_ELECTION, Measure.INVALID_VOTES, "1,084 invalid"),
    ("clacton", year(2026), Measure.CANDIDATES, "34 candidates stood"),
    ("richmond-park", BY_ELECTION, Measure.DEPOSITS_LOST, "6 of the 8 candidates lost their deposits"),
    ("blyth-valley", year(2019), Measure.DECLARED_AT, "declared at 23:32 on 12 December 2019"),
    ("copeland", BY_ELECTION, Measure.DATE, "was held on Thursday 23 February 2017"),
    ("copeland", BY_ELECTION, Measure.CAUSE, "was held because Jamie Reed (Labour) resigned"),
    ("copeland", BY_ELECTION, Measure.SWING, "6.7% from Labour to the Conservatives"),
    ("chesham-and-amersham", BY_ELECTION, Measure.SWING, "25.1% from the Conservatives to the Liberal Democrats"),
    ("copeland", BY_ELECTION, Measure.TURNOUT_CHANGE, "down 12.6 points: 51.3% after 63.8%"),
    ("sittingbourne-and-sheppey", year(2024), Measure.THIRD_MARGIN, "separated first and third"),
    ("crewe-and-nantwich", BY_ELECTION, Measure.SWING, "17.6% from Labour to the Conservatives"),
    ("ribble-valley", year(1991), Measure.TURNOUT, "71.2%"),
    ("cardiff-south-east", year(1959), Measure.MAJORITY, "868"),
    ("isle-of-wight", year(1974, month=2), Measure.MAJORITY, "7,766"),
]


@pytest.mark.parametrize(("place", "when", "measure", "said"), CONTESTS)
def test_a_measure_of_a_contest(answerer: Answerer, place: str, when: When, measure: Measure, said: str) -> None:
    answer = figure(answerer, seat(place, when), measure)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


CANDIDACIES: list[tuple[str, When, str, Measure, str]] = [
    (
        "copeland",
        BY_ELECTION,
        "liberal-democrat",
        Measure.VOTES,
        "Rebecca Hanson (Liberal Democrat) got 2,252 votes",
    ),
    ("ashfield", year(2024), "reform-uk", Measure.SHARE, "got 42.8% (17,062 votes)"),
    ("mansfield", year(2017), "conservative", Measure.CHANGE, "up 18.5 points in share, from 28.2% to 46.6%"),
    ("copeland", BY_ELECTION, "conservative", Measure.VOTE_CHANGE, "down 438 in votes, from 14,186 to 13,748"),
    ("brecon-and-radnorshire", year(2010), "conservative", Measure.POSITION, "came second of"),
    ("thurrock", year(2015), "ukip", Measure.BEHIND, "974 votes (2.0 points) behind Jackie Doyle-Price (Conservative)"),
    ("copeland", BY_ELECTION, "ukip", Measure.DEPOSIT, "kept the deposit"),
    ("copeland", BY_ELECTION, "green", Measure.DEPOSIT, "lost the deposit"),
    ("bath", year(1992), "liberal-democrat", Measure.VOTES, "Don Foster (Liberal Democrat) got 25,718 votes (48.9%)"),
]


@pytest.mark.parametrize("case", CANDIDACIES)
def test_a_measure_of_a_candidacy(answerer: Answerer, case: tuple[str, When, str, Measure, str]) -> None:
    place, when, party, measure, said = case
    answer = figure(answerer, seat(place, when, parties=(party,)), measure)
    assert answer.kind is Kind.ANSWER
    assert said in answer.headline


def test_the_party_a_person_stood_for(answerer: Answerer, store: Store) -> None:
    where = seat("wyre-forest", year(2001), people=ids(store, "Dr Richard Taylor"))
    assert "Kidderminster Hospital and Health Concern" in figure(answerer, where, Measure.PARTY).headline


def test_a_change_gives_share_and_raw_votes(answerer: Answerer) -> None:
    headline = figure(answerer, seat("copeland", BY_ELECTION, parties=("conservative",)), Measure.CHANGE).headline
    assert "up 8.5 points in share" in headline
    assert "down 438 in votes" in headline
    assert "against the 2015 general election" in headline


def test_swing_between_two_named_parties_with_its_sum(answerer: Answerer, text: Text) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017, parties=("labour", "conservative"))
    answer = figure(answerer, where, Measure.SWING)
    assert "2.0% from Labour to the Conservatives" in answer.headline
    assert "Conservative +1.8, Labour -2.2; (+1.8 - (-2.2)) / 2 = 2.0%" in text(answer)


def test_swing_with_one_named_party_is_against_the_winner(answerer: Answerer) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017, parties=("ukip",))
    assert "2.1% from Labour to the UK Independence Party" in figure(answerer, where, Measure.SWING).headline


def test_a_swing_is_told_the_way_it_went(answerer: Answerer) -> None:
    where = seat("rutherglen-and-hamilton-west", BY_ELECTION, parties=("labour", "snp"))
    assert "20.4% from the Scottish National Party to Labour" in figure(answerer, where, Measure.SWING).headline


def test_a_hold_with_both_bases(answerer: Answerer, text: Text) -> None:
    answer = figure(answerer, seat("corby", year(2015)), Measure.RESULT)
    assert "was a Conservative hold, against the 2010 general election" in answer.headline
    assert "by-election of 15 November 2012" in answer.headline
    assert "Conservative gain from Labour" in answer.headline


def test_a_gain_on_the_notional_basis(answerer: Answerer) -> None:
    headline = figure(answerer, seat("caithness-sutherland-and-easter-ross", year(2024)), Measure.RESULT).headline
    assert "Liberal Democrat gain from the Scottish National Party" in headline
    assert "the notional 2019 result on the new boundaries" in headline


def test_a_defection_is_named_beside_the_published_basis(answerer: Answerer) -> None:
    headline = figure(answerer, seat("ashfield", year(2024)), Measure.RESULT).headline
    assert "Reform UK gain from the Conservatives" in headline
    assert "Lee Anderson, sat as Reform UK" in headline


def test_several_measures_in_one_headline(answerer: Answerer) -> None:
    headline = figure(answerer, seat("copeland", BY_ELECTION), Measure.MAJORITY, Measure.TURNOUT).headline
    assert "2,147" in headline
    assert "51.3%" in headline


def test_the_by_election_is_told_beside_the_latest_contest(answerer: Answerer, text: Text) -> None:
    answer = figure(answerer, seat("copeland"), Measure.TURNOUT)
    assert answer.headline.startswith("Turnout in Copeland at the 2019 general election was 68.9%")
    assert "Turnout at the Copeland by-election of 23 February 2017 was 51.3%" in text(answer)


def test_a_persons_majority_is_that_of_their_latest_win(answerer: Answerer, store: Store, text: Text) -> None:
    answer = figure(answerer, Selection(people=ids(store, "Gareth Snell")), Measure.MAJORITY)
    assert "6,409" in answer.headline
    assert "2024" in answer.headline
    for other in ("2,620", "3,897"):
        assert other in text(answer)


def test_a_majority_of_somebody_who_never_won(answerer: Answerer, store: Store) -> None:
    people = ids(store, "Paul Nuttall")
    headline = figure(answerer, Selection(people=people), Measure.MAJORITY).headline
    assert headline.startswith("Paul Nuttall won no contest held here (1918 to 2026), so there is no majority")


def test_a_majority_of_a_person_at_an_election(answerer: Answerer, store: Store) -> None:
    where = Selection(people=ids(store, "Boris Johnson"), when=year(2019))
    assert "7,210" in figure(answerer, where, Measure.MAJORITY).headline


def test_a_majority_asked_of_the_loser_says_so(answerer: Answerer) -> None:
    headline = figure(answerer, seat("copeland", year(2019), parties=("labour",)), Measure.MAJORITY).headline
    assert headline.startswith("Tony Lywood (Labour) did not win")
    assert "5,842" in headline


def test_twins_are_told_apart(answerer: Answerer, store: Store) -> None:
    headline = figure(answerer, Selection(people=ids(store, "Gareth Thomas"), when=year(2017)), Measure.VOTES).headline
    assert "got 16,104 votes (39.6%) in Clwyd West" in headline
    assert "got 30,640 votes (60.8%) in Harrow West" in headline


def test_a_series(answerer: Answerer) -> None:
    answer = figure(answerer, seat("fermanagh-and-south-tyrone", SINCE_2010), Measure.MAJORITY, per_contest=True)
    assert answer.headline == (
        "Majority in Fermanagh and South Tyrone, 2010 to 2024: 4 (2010); 530 (2015); 875 (2017); 57 (2019);"
        " 4,571 (2024)."
    )
    table = answer.blocks[0]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["4", "530", "875", "57", "4,571"]


def test_a_series_of_a_party_says_where_it_did_not_stand(answerer: Answerer) -> None:
    where = seat("copeland", SINCE_2010, parties=("ukip",))
    answer = figure(answerer, where, Measure.VOTES, per_contest=True)
    table = answer.blocks[0]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["994", "6,148", "1,094", "did not stand"]


@pytest.mark.parametrize(
    ("place", "when", "measure"),
    [
        ("leicester-south", year(2011), Measure.INVALID_VOTES),
        ("exmouth-and-exeter-east", Latest(), Measure.DECLARED_AT),
        ("copeland", BY_ELECTION, Measure.DECLARED_AT),
        ("orpington", year(1962), Measure.VOTES),
        ("finchley", year(1979), Measure.DEPOSITS_LOST),
    ],
)
def test_what_is_not_held_declines_and_says_who_won(
    answerer: Answerer, place: str, when: When, measure: Measure
) -> None:
    answer = figure(answerer, seat(place, when), measure)
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "not held" in answer.headline
    assert "was won by" in answer.headline


OF_CONTESTS_AND_CANDIDACIES = [*CONTEST_MEASURES, *CANDIDACY_MEASURES]


@pytest.mark.parametrize("measure", OF_CONTESTS_AND_CANDIDACIES)
def test_no_figure_shows_a_missing_value(answerer: Answerer, text: Text, measure: Measure) -> None:
    for where in (
        seat("copeland"),
        seat("bath", year(1983)),
        seat("orpington", year(1962)),
        seat("blackburn", year(1935)),
    ):
        said = text(figure(answerer, where, measure))
        assert "None" not in said


@pytest.mark.parametrize(
    ("party", "other"), [("labour", "conservative"), ("liberal-democrat", "green"), ("ukip", "liberal-democrat")]
)
def test_every_party_gets_a_reply_of_the_same_shape(answerer: Answerer, party: str, other: str) -> None:
    one = figure(answerer, seat("copeland", BY_ELECTION, parties=(party,)), Measure.CHANGE)
    two = figure(answerer, seat("copeland", BY_ELECTION, parties=(other,)), Measure.CHANGE)
    shape = [type(block) for block in one.blocks]
    assert shape == [type(block) for block in two.blocks]
    assert one.kind is two.kind
    assert one.notes == two.notes


def test_a_party_missing_from_the_latest_contest_is_told_of_the_by_election(answerer: Answerer, text: Text) -> None:
    answer = figure(answerer, seat("copeland", parties=("ukip",)), Measure.DEPOSIT)
    assert answer.headline.startswith("No UK Independence Party candidate stood in Copeland at the 2019")
    assert "Fiona Mills (UK Independence Party) kept the deposit at the Copeland by-election" in text(answer)


def test_a_majority_passes_over_later_defeats(answerer: Answerer, store: Store, text: Text) -> None:
    people = ids(store, "George Galloway")
    assert "5,697" in figure(answerer, Selection(people=people), Measure.MAJORITY).headline
    answer = figure(answerer, seat("bradford-west", people=people), Measure.MAJORITY)
    assert "10,140" in answer.headline
    assert "29 March 2012" in answer.headline


def test_a_majority_in_a_seat_never_won(answerer: Answerer, store: Store) -> None:
    where = seat("stoke-on-trent-central", people=ids(store, "Paul Nuttall"))
    headline = figure(answerer, where, Measure.MAJORITY).headline
    assert headline.startswith("Paul Nuttall (UK Independence Party) did not win at the Stoke-on-Trent Central")
    assert "2,620" in headline


def test_how_far_one_party_was_behind_another(answerer: Answerer) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017, parties=("ukip", "conservative"))
    assert (
        "Jack Brereton (Conservative) was 79 votes (0.4 points) behind Paul Nuttall (UK Independence Party)"
        in figure(answerer, where, Measure.BEHIND).headline
    )


@pytest.mark.parametrize("measure", [Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.RESULT])
def test_a_win_presumed_of_somebody_before_losers_were_named_is_corrected(
    answerer: Answerer, store: Store, measure: Measure
) -> None:
    people = ids(store, "Roy Jenkins")
    where = Selection(seats=("glasgow-hillhead",), people=people, when=year(1987))
    answer = figure(answerer, where, measure)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("No: George Galloway (Labour) won Glasgow Hillhead at the 1987 general election")
    assert answer.headline.endswith("Roy Jenkins did not win it.")
    votes = figure(answerer, where, Measure.VOTES)
    assert (votes.kind, votes.reason) == (Kind.DECLINE, Reason.NOT_HELD)


def test_a_hold_shown_below_a_figure_has_both_its_bases(answerer: Answerer) -> None:
    where = seat("richmond-park", year(2017))
    # Somebody who stood, a party that did not, and the contest's own figure: all show the result.
    for query in (
        figure(answerer, where, Measure.MAJORITY),
        figure(answerer, where.model_copy(update={"parties": ("labour",)}), Measure.VOTES),
        figure(answerer, where.model_copy(update={"parties": ("green",)}), Measure.VOTES),
    ):
        published, other = query.notes[:2]
        assert published.startswith("Basis: Conservative hold is as published, against the 2015 general election")
        assert other.endswith("it was a Conservative gain from the Liberal Democrats.")


@pytest.mark.parametrize(
    ("place", "when", "measure", "note"),
    [
        ("arbroath-and-broughty-ferry", BY_ELECTION, Measure.MAJORITY, "published as 5,178, shown here as 5,278"),
        (
            "sheffield-brightside-and-hillsborough",
            BY_ELECTION,
            Measure.MAJORITY,
            "published as 10,490, shown here as 9,590",
        ),
        ("wells", year(2019), Measure.ELECTORATE, "published as 84,124, shown here as 81,898"),
        ("droylsden", year(1951), Measure.TURNOUT, "published as 87.7%, shown here as 86.6%"),
    ],
)
def test_a_corrected_figure_is_told_with_the_published_one(
    answerer: Answerer, place: str, when: When, measure: Measure, note: str
) -> None:
    assert any(note in told for told in figure(answerer, seat(place, when), measure).notes)
