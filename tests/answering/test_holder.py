"""Members for seats: now, at a time, before and after somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import Holder, InYears, Selection
from knowledge.store.store import Store

FARAGE = "mnis-5091"


def of(*seats: str, people: tuple[str, ...] = ()) -> Selection:
    return Selection(seats=seats, people=people)


def whole(year: int) -> dict[str, date]:
    return {"at": date(year, 1, 1), "until": date(year, 12, 31)}


def test_now_speaks_of_the_date_of_the_data(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("waveney-valley")))
    assert answer.headline.startswith("Adrian Ramsay (Green Party) is the MP for Waveney Valley, elected at the 2024")
    assert answer.notes == ("Members as on 13 August 2026, the date of the data.",)
    # The table of members ends before that day; the last by-election held is what the day rests on.
    assert any("By-elections" in source.title and source.as_of >= date(2026, 8, 13) for source in answer.sources)


def test_members_beside_one_another(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("city-of-london"), **whole(1930))).headline
    assert "to 17 June 1935; and Vansittart Bowater" in headline


def test_now_follows_the_latest_by_election(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("aberdeen-south"))).headline
    assert headline.startswith("Douglas Lumsden (Conservative) is the MP for Aberdeen South")
    assert "by-election of 18 June 2026" in headline


def test_an_abolished_seat_says_what_followed_and_who_sits_there(
    answerer: Answerer, text: Callable[[Answer], str]
) -> None:
    answer = answerer.answer(Holder(where=of("copeland")))
    assert answer.headline.startswith("Copeland was abolished at the general election of 4 July 2024")
    assert (
        "Whitehaven and Workington (77.3% of its people), where Josh MacAlister (Labour) is the MP" in answer.headline
    )
    told = text(answer)
    assert "The last MP for Copeland: Trudy Harrison (Conservative)" in told
    assert "Barrow and Furness" in told
    assert "Penrith and Solway" in told


def test_at_a_year(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("hartlepool"), **whole(2018))).headline
    assert headline.startswith("Mike Hill (Labour) was the MP for Hartlepool in 2018")


def test_a_year_may_stand_in_the_selection(answerer: Answerer) -> None:
    where = Selection(seats=("hartlepool",), when=InYears(years=(2018,)))
    assert "Mike Hill (Labour) was the MP for Hartlepool in 2018" in answerer.answer(Holder(where=where)).headline


def test_two_members_in_one_year_are_both_named(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = answerer.answer(Holder(where=of("copeland"), **whole(2017)))
    assert answer.headline.startswith("Copeland had two members in 2017: Jamie Reed (Labour)")
    assert "then Trudy Harrison (Conservative), from 23 February 2017" in answer.headline
    assert "by-election, 23 February 2017: Trudy Harrison (Conservative), majority 2,147" in text(answer)


def test_polling_day_belongs_to_the_new_member(answerer: Answerer) -> None:
    on_the_day = answerer.answer(Holder(where=of("copeland"), at=date(2017, 2, 23))).headline
    assert on_the_day.startswith("Trudy Harrison (Conservative) was the MP for Copeland on 23 February 2017")


def test_the_party_is_that_of_the_time(answerer: Answerer) -> None:
    before = answerer.answer(Holder(where=of("clacton"), at=date(2013, 1, 1))).headline
    after = answerer.answer(Holder(where=of("clacton"), at=date(2015, 1, 1))).headline
    assert before.startswith("Douglas Carswell (Conservative)")
    assert after.startswith("Douglas Carswell (UK Independence Party)")


def test_before_somebody(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of(people=("mnis-4593",)), relation="before")).headline
    assert headline.startswith("Jamie Reed (Labour) was the MP for Copeland before Trudy Harrison")


def test_before_somebody_who_sat_twice_names_both(answerer: Answerer) -> None:
    where = of("stoke-on-trent-central", people=("mnis-4595",))
    headline = answerer.answer(Holder(where=where, relation="before")).headline
    assert "Tristram Hunt (Labour) was the MP for Stoke-on-Trent Central before Gareth Snell" in headline
    assert "Jo Gideon (Conservative) was the MP for Stoke-on-Trent Central before Gareth Snell" in headline


def test_after_somebody_names_the_by_election(answerer: Answerer, store: Store) -> None:
    (person,) = (row[0] for row in store.fetch("select id from people where name = 'Chris Skidmore'"))
    answer = answerer.answer(Holder(where=of("kingswood", people=(person,)), relation="after"))
    assert answer.headline == (
        "Damien Egan (Labour) replaced Chris Skidmore (Conservative) as MP for Kingswood, "
        "elected at the by-election of 15 February 2024 with a majority of 2,501."
    )


def test_before_a_year(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("inverclyde"), at=date(2015, 1, 1), relation="before")).headline
    assert headline.startswith("Iain McKenzie (Labour) was the MP for Inverclyde before 2015")


def test_before_a_by_election_is_the_last_member_not_the_vacancy(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("copeland"), at=date(2017, 2, 23), relation="before")).headline
    assert headline.startswith("Jamie Reed (Labour) was the MP for Copeland before 23 February 2017")


def test_before_the_present_member(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("hartlepool"), relation="before")).headline
    assert headline.startswith("Jill Mortimer (Conservative) was the MP for Hartlepool before Jonathan Brash")


def test_nobody_after_a_sitting_member(answerer: Answerer) -> None:
    where = of("hartlepool", people=("mnis-5023",))
    steps = answerer.answer(Holder(where=Selection(seats=("hartlepool",)), relation="after"))
    assert steps.headline.startswith("Nobody: Jonathan Brash (Labour) is still the MP for Hartlepool"), where


def test_nobody_after_the_last_member_of_an_abolished_seat(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("copeland", people=("mnis-4593",)), relation="after")).headline
    assert headline.startswith("Nobody followed Trudy Harrison: Copeland was abolished")
    assert "Josh MacAlister (Labour)" in headline


def test_before_the_first_member_of_a_new_seat(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("whitehaven-and-workington"), relation="before")).headline
    assert headline.startswith("Josh MacAlister was its first MP")
    assert "mostly from Copeland, whose last MP was Trudy Harrison (Conservative)" in headline


def test_somebody_who_never_sat_for_the_seat(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("hartlepool", people=("mnis-4593",)), relation="after"))
    assert answer.headline == "No: in the contests held, Trudy Harrison was not the MP for Hartlepool."


def test_a_seat_that_was_not_there_yet(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("whitehaven-and-workington"), at=date(2020, 1, 1))).headline
    assert headline.startswith("Whitehaven and Workington did not exist on 1 January 2020")
    assert "mostly from Copeland, whose MP was Trudy Harrison (Conservative)" in headline


def test_an_abolished_seat_names_its_last_member(answerer: Answerer) -> None:
    assert answerer.answer(Holder(where=of("monmouth"))).headline == (
        "Monmouth was abolished at the general election of 4 July 2024; its last MP was David Davies (Conservative),"
        " 2005 to 2024, and its largest part went to Monmouthshire (88.6% of its people),"
        " where Catherine Fookes (Labour) is the MP."
    )


def test_what_followed_is_no_largest_part_where_no_sizes_are_held(answerer: Answerer) -> None:
    assert answerer.answer(Holder(where=of("manchester-platting"), at=date(1960, 1, 1))).headline == (
        "Manchester Platting was abolished at the general election of 23 February 1950; its last MP was"
        " Hugh Delargy (Labour), 1945 to 1950, and it was followed by Manchester Cheetham, where"
        " Harold Lever (Labour) was the MP."
    )


def test_an_abolished_seat_whose_followers_are_not_held(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("combined-english-universities"))).headline
    assert headline.endswith("1946 to 1950, and what followed it is not held.")


def test_a_year_in_which_the_seat_was_split(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("isle-of-wight"), **whole(2024))).headline
    for words in ("Bob Seely (Conservative)", "Isle of Wight West (MP Richard Quigley, Labour)", "Isle of Wight East"):
        assert words in headline


def test_before_the_data_is_declined(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("bath"), at=date(1910, 1, 1)))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.examples


def test_two_seats_are_both_answered(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("bath", "clacton"))).headline
    assert "Wera Hobhouse (Liberal Democrat) is the MP for Bath" in headline
    assert "Nigel Farage (Reform UK) is the MP for Clacton" in headline


def test_a_vacancy_names_why_and_who_filled_it(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("southend-west"), at=date(2021, 12, 1), until=date(2021, 12, 31)))
    assert answer.headline == (
        "Southend West was vacant in December 2021: David Amess (Conservative) died on 15 October 2021, "
        "and Anna Firth (Conservative) won the by-election of 3 February 2022."
    )


def test_members_of_long_ago(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("whitehaven"), **whole(1950))).headline
    assert headline.startswith("Frank Anderson (Labour) was the MP for Whitehaven in 1950 (from 14 November 1935")


def test_before_and_after_members_of_long_ago(answerer: Answerer, store: Store) -> None:
    rows = store.fetch("select name, id from people where name in ('Margaret Thatcher', 'Ian Gow', 'Tony Benn')")
    people: dict[str, str] = {row[0]: row[1] for row in rows}
    after = Holder(where=of("finchley", people=(people["Margaret Thatcher"],)), relation="after")
    assert answerer.answer(after).headline.startswith("Hartley Booth (Conservative) followed Margaret Thatcher")
    after = Holder(where=of("eastbourne", people=(people["Ian Gow"],)), relation="after")
    assert "David Bellotti (Liberal Democrat) replaced Ian Gow (Conservative)" in answerer.answer(after).headline
    before = Holder(where=of("bristol-south-east", people=(people["Tony Benn"],)), relation="before")
    headline = answerer.answer(before).headline
    assert "Stafford Cripps (Labour) was the MP for Bristol South East before Tony Benn" in headline
    assert "Malcolm St Clair (Conservative) was the MP for Bristol South East before Tony Benn" in headline


def test_a_member_seated_by_an_election_court(answerer: Answerer) -> None:
    sat = answerer.answer(Holder(where=of("mid-ulster"), at=date(1955, 11, 1))).headline
    assert sat.startswith("Charles Beattie")
    empty = answerer.answer(Holder(where=of("mid-ulster"), at=date(1956, 1, 15))).headline
    assert empty.startswith("Mid Ulster was vacant on 15 January 1956")
    unseated = answerer.answer(Holder(where=of("fermanagh-and-south-tyrone"), at=date(1956, 1, 15))).headline
    assert unseated.startswith("Robert Grosvenor")


def test_changes_of_party_within_the_time_are_told(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("clacton"), **whole(2014))).headline
    assert headline.startswith("Douglas Carswell (Conservative, UK Independence Party from 9 October 2014) was the MP")


def test_a_time_that_runs_beyond_the_data_ends_with_it(answerer: Answerer) -> None:
    headline = answerer.answer(Holder(where=of("hartlepool"), at=date(2021, 1, 1), until=date(2099, 1, 1))).headline
    assert headline.startswith("Hartlepool had three members from 2021 to 13 August 2026")


def test_before_the_first_member_of_a_seat_created_again(answerer: Answerer, store: Store) -> None:
    (person,) = (row[0] for row in store.fetch("select id from people where name = 'Tony Blair'"))
    headline = answerer.answer(Holder(where=of("sedgefield", people=(person,)), relation="before")).headline
    assert headline.startswith("Tony Blair was its first MP: Sedgefield was created at the general election of 9 June")


def test_two_members_before_somebody(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("clacton", people=(FARAGE,)), relation="before", steps=2))
    assert answer.headline == (
        "Douglas Carswell (UK Independence Party) was the MP for Clacton before Giles Watling and Nigel Farage,"
        " from 6 May 2010 to 8 June 2017."
    )


def test_two_members_after_somebody(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("hartlepool"), at=date(2010, 6, 1), relation="after", of_member=True))
    assert answer.headline.startswith("Mike Hill (Labour) followed Iain Wright (Labour) as MP for Hartlepool")
    two = Holder(where=of("hartlepool"), at=date(2010, 6, 1), relation="after", of_member=True, steps=2)
    headline = answerer.answer(two).headline
    assert headline.startswith("Jill Mortimer (Conservative) replaced Mike Hill (Labour) as MP for Hartlepool")
    assert headline.endswith("; Mike Hill came after Iain Wright.")


def test_steps_lead_on_through_the_seat_before(answerer: Answerer) -> None:
    answer = answerer.answer(Holder(where=of("whitehaven-and-workington"), relation="before", steps=2))
    assert answer.headline.startswith("Jamie Reed (Labour) was the MP for Copeland before Trudy Harrison and Josh")
    assert answer.headline.endswith("The largest part of Whitehaven and Workington came from Copeland.")


def test_many_steps_name_the_next_and_the_number(answerer: Answerer) -> None:
    asked = Holder(where=of("bath"), at=date(2010, 1, 1), relation="before", of_member=True, steps=4)
    headline = answerer.answer(asked).headline
    assert " was the MP for Bath before James Pitman, four members before Don Foster" in headline


def test_more_steps_than_members_end_with_the_first_one_held(answerer: Answerer) -> None:
    asked = Holder(where=of("bath"), at=date(2000, 1, 1), relation="before", of_member=True, steps=10)
    headline = answerer.answer(asked).headline
    assert headline.startswith("No MP for Bath before Charles Foxcroft is held")


def test_before_the_member_of_a_time(answerer: Answerer) -> None:
    asked = Holder(where=of("copeland"), at=date(2017, 6, 1), relation="before", of_member=True)
    assert answerer.answer(asked).headline.startswith("Jamie Reed (Labour) was the MP for Copeland before Trudy")
    time_itself = asked.model_copy(update={"of_member": False})
    assert answerer.answer(time_itself).headline.startswith("Trudy Harrison (Conservative) was the MP")


def test_before_the_members_of_a_year_is_before_the_first_of_them(answerer: Answerer) -> None:
    asked = Holder(where=of("copeland"), **whole(2017), relation="before", of_member=True)
    assert answerer.answer(asked).headline.startswith("Jack Cunningham (Labour) was the MP for Copeland before Jamie")


def test_two_before_a_time(answerer: Answerer) -> None:
    asked = Holder(where=of("bath"), at=date(2000, 1, 1), relation="before", steps=2)
    assert answerer.answer(asked).headline.startswith("Chris Patten (Conservative) was the MP for Bath before 2000")
