"""Results: winners, places, fields, closeness, and contests or candidates that were not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason, ResultList
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import LAST_PLACE, Figure, Focus, Latest, Measure, OnDay, Relative, Result, Selection, When
from knowledge.store.store import Store
from tests.answering.asking import BY_ELECTION, FEBRUARY_2017, ORPINGTON_1962, ids, seat, year

Text = Callable[[Answer], str]


def result(answerer: Answerer, where: Selection, focus: Focus = Focus.WINNER) -> Answer:
    return answerer.answer(Result(where=where, focus=focus))


def test_the_latest_contest_and_the_by_election_beside_it(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("copeland"))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith(
        "Trudy Harrison (Conservative) won Copeland at the 2019 general election with 22,856 votes (53.7%),"
        " a majority of 5,842 over Tony Lywood (Labour) on 17,014"
    )
    assert (
        "Copeland by-election, 23 February 2017: Trudy Harrison (Conservative) won with 13,748 votes to 11,601 for"
        " Gillian Troughton (Labour), a majority of 2,147: a Conservative gain from Labour."
    ) in text(answer)
    assert "Copeland was abolished at the general election of 4 July 2024" in text(answer)
    assert answer.colour == "#0087dc"
    assert answer.query is not None
    assert answer.read_as == "winner · Copeland · latest contest held"
    assert [source.publisher for source in answer.sources] == ["House of Commons Library"] * 2


def test_both_contests_of_a_year_and_both_bases(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("copeland", year(2017)))
    assert "the Copeland by-election of 23 February 2017 with 13,748 votes" in answer.headline
    assert "Copeland at the 2017 general election with 21,062 votes" in answer.headline
    said = text(answer)
    assert "by-elections and defections in between are ignored" in said
    assert (
        "Against the by-election of 23 February 2017, won by Trudy Harrison (Conservative), it was a Conservative hold."
        in said
    )


def test_a_kind_singles_one_out(answerer: Answerer) -> None:
    headline = result(answerer, seat("copeland", year(2017, kind=ElectionKind.GENERAL))).headline
    assert "21,062" in headline
    assert "13,748" not in headline


def test_all_contests_of_a_day(answerer: Answerer) -> None:
    headline = result(answerer, Selection(when=OnDay(day=date(2026, 6, 18)))).headline
    for winner in ("Douglas Lumsden", "Lara Bird", "Andy Burnham"):
        assert winner in headline


def test_the_election_after(answerer: Answerer) -> None:
    headline = result(answerer, seat("newbury", Relative(anchor=year(2010), step=1))).headline
    assert headline.startswith("Richard Benyon (Conservative) won Newbury at the 2015 general election")


def test_the_election_before_the_latest(answerer: Answerer) -> None:
    where = seat("bath", Relative(anchor=Latest(), step=-1))
    assert "at the 2019 general election" in result(answerer, where).headline


def test_a_seat_created_later_does_not_mix_its_parts_with_the_time_asked_about(answerer: Answerer) -> None:
    headline = result(answerer, seat("monmouthshire", year(1924))).headline
    assert "made from Monmouth (80.7% of its people) and Newport East (19.3% of its people); Leolin" in headline
    assert headline.endswith("won Monmouth at the 1924 general election.")


def test_runner_up(answerer: Answerer) -> None:
    assert result(answerer, seat("copeland", BY_ELECTION), Focus.RUNNER_UP).headline == (
        "Gillian Troughton (Labour) came second at the Copeland by-election of 23 February 2017 with 11,601 votes"
        " (37.3%), 2,147 behind Trudy Harrison (Conservative)."
    )


@pytest.mark.parametrize(
    ("where", "focus"),
    [
        (seat("tatton", year(1997)), Focus.RUNNER_UP),
        (ORPINGTON_1962, Focus.RUNNER_UP),
        (seat("hamilton", year(1967)).model_copy(update={"place": 2}), Focus.PLACE),
        (ORPINGTON_1962, Focus.CLOSENESS),
    ],
)
def test_a_place_that_is_not_held_declines_with_the_winner(answerer: Answerer, where: Selection, focus: Focus) -> None:
    answer = result(answerer, where, focus)
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert " is not held; " in answer.headline
    assert " was won by " in answer.headline


@pytest.mark.parametrize(
    ("place", "said"), [(1, "won the Stoke"), (3, "Jack Brereton (Conservative) came third"), (10, "Mohammed Akram")]
)
def test_a_place(answerer: Answerer, place: int, said: str) -> None:
    where = seat("stoke-on-trent-central", FEBRUARY_2017).model_copy(update={"place": place})
    assert said in result(answerer, where, Focus.PLACE).headline


def test_last_place_with_the_name_on_the_ballot_paper(answerer: Answerer) -> None:
    where = seat("wellingborough", BY_ELECTION).model_copy(update={"place": LAST_PLACE})
    headline = result(answerer, where, Focus.PLACE).headline
    assert headline.startswith("Ankit Love Jknpp Jay Mala Post-Mortem, also Prince Ankit Love Emperor of India")
    assert "came last (11th of 11)" in headline
    assert "with 18 votes" in headline


def test_a_place_nobody_came_in(answerer: Answerer) -> None:
    where = seat("hazel-grove", year(2019)).model_copy(update={"place": 4})
    headline = result(answerer, where, Focus.PLACE).headline
    assert headline.startswith(
        "Nobody came fourth in Hazel Grove at the 2019 general election: only 3 candidates stood"
    )


def test_the_full_field(answerer: Answerer) -> None:
    where = seat("makerfield", year(2026))
    short = result(answerer, where).blocks[-1]
    full = result(answerer, where, Focus.FULL).blocks[-1]
    assert isinstance(short, ResultList)
    assert isinstance(full, ResultList)
    assert (len(short.standings), short.left_out) == (10, 4)
    assert (len(full.standings), full.left_out) == (14, 0)
    assert full.standings[0].name == "Andy Burnham"
    assert full.standings[0].votes == "24,927"


def test_candidates_are_named_and_counted(answerer: Answerer) -> None:
    headline = result(answerer, seat("hazel-grove", year(2019)), Focus.CANDIDATES).headline
    assert headline == (
        "Three candidates stood in Hazel Grove at the 2019 general election: William Wragg (Conservative),"
        " Lisa Smart (Liberal Democrat) and Tony Wilson (Labour)."
    )


def test_closeness_gives_numbers_and_no_adjectives(answerer: Answerer) -> None:
    headline = result(answerer, seat("stoke-on-trent-central", FEBRUARY_2017), Focus.CLOSENESS).headline
    assert "2,620 votes (12.4 points)" in headline
    assert "second and third were 79 votes apart" in headline


def test_how_a_party_did(answerer: Answerer) -> None:
    where = seat("chesham-and-amersham", BY_ELECTION, parties=("labour",))
    assert result(answerer, where, Focus.PARTY).headline == (
        "Natasa Pantelic (Labour) came fourth at the Chesham and Amersham by-election of 17 June 2021 with 622 votes"
        " (1.6%), down 11.2 points, 20,895 behind the winner, Sarah Green (Liberal Democrat)."
    )


@pytest.mark.parametrize(
    ("place", "when", "party"),
    [
        ("southend-west", BY_ELECTION, "labour"),
        ("batley-and-spen", year(2016), "conservative"),
        ("chorley", year(2024), "reform-uk"),
        ("chorley", year(2024), "labour"),
    ],
)
def test_a_party_that_did_not_stand(answerer: Answerer, text: Text, place: str, when: Latest, party: str) -> None:
    answer = result(answerer, seat(place, when, parties=(party,)), Focus.PARTY)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("No ")
    assert "candidate stood" in answer.headline
    assert "was won by" in answer.headline


def test_a_person_who_stood_elsewhere(answerer: Answerer, store: Store) -> None:
    where = seat("islington-north", year(2019), people=ids(store, "Keir Starmer"))
    headline = result(answerer, where, Focus.PARTY).headline
    assert headline.startswith("Keir Starmer did not stand in Islington North at the 2019 general election")
    assert "Holborn and St Pancras" in headline
    assert "Jeremy Corbyn" in headline


def test_a_year_after_the_seat_was_abolished_tells_what_followed(answerer: Answerer) -> None:
    answer = result(answerer, seat("copeland", year(2024)))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("Copeland was not contested in 2024: the seat was abolished on 4 July 2024")
    assert "Whitehaven and Workington (77.3% of its people; won by Josh MacAlister (Labour))" in answer.headline


def test_a_year_before_the_seat_was_made_tells_what_it_was_made_from(answerer: Answerer) -> None:
    answer = result(answerer, seat("whitehaven-and-workington", year(2019)))
    assert answer.kind is Kind.ANSWER
    assert "first fought on 4 July 2024" in answer.headline
    assert "Trudy Harrison (Conservative) won Copeland at the 2019 general election" in answer.headline


def test_a_by_election_that_never_was(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("hartlepool", year(2018, kind=ElectionKind.BY_ELECTION)))
    assert answer.kind is Kind.ANSWER
    assert answer.headline == (
        "There was no by-election in Hartlepool in 2018; Mike Hill (Labour, elected in 2017) was the MP then."
    )
    assert "Hartlepool by-election, 6 May 2021: Jill Mortimer (Conservative), majority 6,940" in text(answer)


def test_a_by_election_presumed_in_the_year_of_a_general_election(answerer: Answerer) -> None:
    answer = result(answerer, seat("bath", year(2017, kind=ElectionKind.BY_ELECTION)))
    assert answer.headline == (
        "There was no by-election in Bath in 2017; Wera Hobhouse (Liberal Democrat) won Bath at the 2017 general"
        " election."
    )


def test_a_year_without_a_contest_names_the_member_and_the_nearest_contests(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("kingswood", year(2023)))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.headline == (
        "There was no contest in Kingswood in 2023; Chris Skidmore (Conservative, elected in 2019) was the MP then."
    )
    assert "Kingswood by-election, 15 February 2024: Damien Egan (Labour), majority 2,501" in text(answer)


def test_people_of_one_name_are_listed_apart(answerer: Answerer, store: Store) -> None:
    people = ids(store, "Gareth Thomas")
    assert len(people) > 1
    headline = result(answerer, Selection(people=people, when=year(2017)), Focus.PARTY).headline
    assert "Clwyd West" in headline
    assert "Harrow West" in headline


def test_party_columns_of_older_elections(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("ipswich", year(1970)))
    assert answer.headline.startswith(
        "Ernle Money (Conservative) won Ipswich at the 1970 general election with 27,704 votes (44.1%), a majority of"
        " 13 over the Labour candidate on 27,691"
    )
    assert "names of losing candidates are not held" in text(answer)
    assert "None" not in text(answer)


def test_a_winner_alone(answerer: Answerer, text: Text) -> None:
    answer = result(answerer, seat("orpington", year(1962)))
    assert answer.headline == (
        "Eric Lubbock (Liberal) won the Orpington by-election of 14 March 1962: a Liberal gain from the Conservatives."
    )
    assert "candidates' votes are not held" in text(answer)


def test_two_members(answerer: Answerer) -> None:
    headline = result(answerer, seat("blackburn", year(1935))).headline
    assert "were elected for Blackburn at the 1935 general election, which returned 2 members" in headline


def test_two_members_both_won(answerer: Answerer) -> None:
    answer = result(answerer, seat("blackburn", year(1935)), Focus.RUNNER_UP)
    assert answer.headline.endswith(
        "Blackburn was won by George Elliston (Conservative) and Walter Smiles (Conservative)."
    )


def test_how_a_pooled_party_did_is_not_held(answerer: Answerer) -> None:
    answer = result(answerer, seat("bath", year(1992), parties=("green",)), Focus.PARTY)
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "is not held apart from the other parties" in answer.headline


def test_a_party_under_its_older_name(answerer: Answerer) -> None:
    answer = result(answerer, seat("bath", year(1983), parties=("liberal-democrat",)), Focus.PARTY)
    assert "SDP-Liberal Alliance" in answer.headline
    assert any("of the same line of parties" in note for note in answer.notes)


@pytest.mark.parametrize("focus", list(Focus))
def test_every_focus_answers_for_every_kind_of_detail(answerer: Answerer, text: Text, focus: Focus) -> None:
    for where in (
        seat("copeland"),
        seat("ipswich", year(1970)),
        seat("orpington", year(1962)),
        seat("blackburn", year(1935)),
    ):
        said = text(result(answerer, where.model_copy(update={"place": 2}), focus))
        assert "None" not in said
        assert said.strip()


def test_a_place_is_told_of_the_by_election_too(answerer: Answerer, text: Text) -> None:
    where = seat("copeland").model_copy(update={"place": 5})
    answer = result(answerer, where, Focus.PLACE)
    assert answer.headline.startswith("Nobody came fifth in Copeland at the 2019 general election")
    assert "Michael Guest (Independent) came fifth at the Copeland by-election of 23 February 2017" in text(answer)


def test_other_contests_of_a_person(answerer: Answerer, store: Store, text: Text) -> None:
    answer = result(answerer, Selection(people=ids(store, "Trudy Harrison")), Focus.PARTY)
    assert "Copeland at the 2017 general election: Trudy Harrison (Conservative) won with 21,062" in text(answer)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            year(1910),
            "No contest in Bath in 1910 is held: results start with the general election of 14 Dec",
        ),
        (year(2018), "There was no contest in Bath in 2018; Wera Hobhouse (Liberal Democrat, elected in 2017) was"),
        (year(2030), "No contest in Bath in 2030 is held: results end on 13 August 2026."),
    ],
)
def test_times_inside_and_outside_the_data(answerer: Answerer, when: When, said: str) -> None:
    answer = result(answerer, seat("bath", when))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.headline.startswith(said)


def test_losers_are_named_only_from_2005(answerer: Answerer, store: Store) -> None:
    answer = result(answerer, Selection(people=ids(store, "Alec Douglas-Home"), when=year(1997)))
    assert answer.kind is Kind.DECLINE
    assert "before the general election of 5 May 2005 only winners are held by name" in answer.headline


def test_who_won_the_seat_of_somebody_not_held_then_is_told_without_saying_they_stood(
    answerer: Answerer, store: Store
) -> None:
    where = Selection(people=ids(store, "Malcolm Rifkind"), when=year(1997))
    answer = result(answerer, where)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("Lynda Clark (Labour) won Edinburgh Pentlands at the 1997 general election")
    assert "whether Malcolm Rifkind stood again is not held" in answer.headline
    assert answerer.answer(Figure(where=where, measures=(Measure.MAJORITY,))).kind is Kind.DECLINE


def test_a_place_is_whoever_came_there(answerer: Answerer) -> None:
    where = seat("newport-west", BY_ELECTION, parties=("brexit-party",)).model_copy(update={"place": 3})
    headline = result(answerer, where, Focus.PLACE).headline
    assert headline.startswith("Neil Hamilton (UK Independence Party) came third at the Newport West by-election")
    assert "2,023 votes" in headline


def test_who_was_beaten_is_told_after_who_won(answerer: Answerer, store: Store) -> None:
    people = ids(store, "Ed Balls")
    headline = result(answerer, Selection(people=people)).headline
    assert headline == (
        "Andrea Jenkyns (Conservative) beat Ed Balls (Labour and Co-operative) in Morley and Outwood at the 2015"
        " general election by 422 votes: 18,776 votes (38.9%) to 18,354 votes (38.0%)."
    )


def test_several_who_were_beaten(answerer: Answerer) -> None:
    where = seat("ashfield", year(2024)).model_copy(update={"parties": ("labour", "ashfield-independents")})
    headline = result(answerer, where).headline
    assert headline.startswith("Lee Anderson (Reform UK) beat Rhea Keehn (Labour) in Ashfield")
    assert headline.endswith(
        "Jason Zadrozny (Ashfield Independents) came third with 6,276 votes (15.7%), 10,786 behind the winner."
    )


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (seat("hartlepool", year(2004)), "Previous member: Peter Mandelson (Labour)"),
        (seat("copeland", BY_ELECTION), "Previous member: Jamie Reed (Labour)"),
    ],
)
def test_a_by_election_lists_the_previous_member(answerer: Answerer, text: Text, where: Selection, line: str) -> None:
    assert line in text(result(answerer, where))


def test_a_general_election_lists_no_previous_member(answerer: Answerer, text: Text) -> None:
    assert "Previous member" not in text(result(answerer, seat("hartlepool", year(2005))))
