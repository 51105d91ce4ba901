"""A seat through time: results, members, changes of hands, and parties ever, always, first and last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.answerer import Answerer
from bot.answering.seats import lasting
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, History, Selection

SINCE_2010 = Between(since=date(2010, 1, 1))


def headline(answerer: Answerer, ask: str, seat: str, **more: object) -> str:
    where = Selection.model_validate({"seats": (seat,), "when": SINCE_2010} | more)
    return answerer.answer(History.model_validate({"where": where, "ask": ask})).headline


def test_results(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = answerer.answer(History(where=Selection(seats=("copeland",), when=SINCE_2010), ask="results"))
    assert answer.headline.startswith(
        "Copeland: of the 5 contests (4 general elections and 1 by-election) held from 2010 to 2019, "
        "the Conservatives won 3 and Labour won 2."
    )
    told = text(answer)
    for majority in ("3,833", "2,564", "2,147", "1,695", "5,842"):
        assert f"majority {majority}" in told
    assert "abolished at the general election of 4 July 2024" in told


def test_only_general_elections_when_asked(answerer: Answerer) -> None:
    where = Selection(seats=("copeland",), when=Between(since=date(2010, 1, 1), kind=ElectionKind.GENERAL))
    assert "of the 4 general elections held" in answerer.answer(History(where=where, ask="results")).headline


def test_members(answerer: Answerer) -> None:
    answer = answerer.answer(History(where=Selection(seats=("stoke-on-trent-central",), when=AnyTime()), ask="members"))
    (members,) = answer.blocks
    assert isinstance(members, Listing)
    assert "Jo Gideon (Conservative), from 12 December 2019 to 4 July 2024" in members.items
    assert "Gareth Snell (Labour), since 4 July 2024" in members.items


def test_last_change(answerer: Answerer) -> None:
    told = headline(answerer, "last-change", "stoke-on-trent-central")
    assert told.startswith("Stoke-on-Trent Central last changed hands at the 2024 general election")
    assert "Before that at the 2019 general election: Jo Gideon (Conservative) took it from Labour" in told


def test_no_change(answerer: Answerer) -> None:
    assert headline(answerer, "last-change", "islington-south-and-finsbury") == (
        "Islington South and Finsbury did not change hands in the 5 general elections held from 2010 to 2024: "
        "Labour won it each time."
    )


@pytest.mark.parametrize(
    ("seat", "party", "lost_by", "expected"),
    [
        ("north-shropshire", "liberal-democrat", (), ("by-election of 16 December 2021", "Helen Morgan", "5,925")),
        ("bath", "liberal-democrat", ("conservative",), ("2017 general election", "Wera Hobhouse", "5,694")),
        ("sedgefield", "conservative", (), ("2019 general election", "Paul Howell", "4,513")),
        ("copeland", "conservative", (), ("by-election of 23 February 2017", "Trudy Harrison", "2,147")),
    ],
)
def test_when_a_party_took_a_seat(
    answerer: Answerer, seat: str, party: str, lost_by: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    told = headline(answerer, "won-by", seat, parties=(party,), lost_by=lost_by)
    for words in expected:
        assert words in told


def test_when_a_party_lost_a_seat(answerer: Answerer) -> None:
    told = headline(answerer, "won-by", "stoke-on-trent-central", lost_by=("labour",))
    assert told.startswith("Labour lost Stoke-on-Trent Central at the 2019 general election to Jo Gideon")


def test_a_loss_that_never_was_is_corrected(answerer: Answerer) -> None:
    told = headline(answerer, "won-by", "brighton-pavilion", lost_by=("green",))
    assert told.startswith("The Greens did not lose Brighton Pavilion in the 5 general elections held")
    assert "Siân Berry at the 2024 general election" in told


def test_a_win_that_never_was_is_corrected(answerer: Answerer) -> None:
    told = headline(answerer, "won-by", "stoke-on-trent-central", parties=("green",))
    assert told.startswith(
        "The Greens won none of the 6 contests (5 general elections and 1 by-election) held from 2010 to 2024"
    )


def test_ever(answerer: Answerer) -> None:
    yes = headline(answerer, "ever-won", "stoke-on-trent-central", parties=("conservative",))
    assert yes.startswith(
        "Yes: the Conservatives won 1 of the 6 contests (5 general elections and 1 by-election) held from 2010"
    )
    assert "Jo Gideon at the 2019 general election with a majority of 670" in yes
    no = headline(answerer, "ever-won", "stoke-on-trent-central", parties=("green",))
    assert no.startswith("No: the Greens won none of the 6 contests (5 general elections and 1 by-election)")


def test_always(answerer: Answerer) -> None:
    no = headline(answerer, "always-won", "clacton", parties=("reform-uk", "ukip"))
    assert no.startswith(
        "No: Reform UK or the UK Independence Party won 4 of the 7 contests (5 general elections and 2 by-elections)"
    )
    assert "Giles Watling at the general elections of 2017 and 2019" in no
    yes = headline(answerer, "always-won", "brighton-pavilion", parties=("green",))
    assert yes.startswith("Yes: the Greens won all of the 5 general elections held from 2010 to 2024")


def test_first_and_last(answerer: Answerer) -> None:
    first = headline(answerer, "first-won", "bradford-west", parties=("respect-party",))
    assert first.startswith("Respect first won Bradford West at the by-election of 29 March 2012 with George Galloway")
    assert "taking it from Labour" in first
    last = headline(answerer, "last-won", "copeland", parties=("labour",))
    assert last.startswith("Labour last won Copeland at the 2015 general election with Jamie Reed")
    assert "since then it was won by the Conservatives" in last


def test_held_since(answerer: Answerer) -> None:
    ended = headline(answerer, "held-since", "copeland", parties=("conservative",))
    assert "held Copeland from 23 February 2017 to 4 July 2024 (7 years and 4 months), when it was abolished" in ended
    still = headline(answerer, "held-since", "north-shropshire")
    assert still.startswith(
        "The Liberal Democrats have held North Shropshire since 16 December 2021 (4 years and 7 months)"
    )


def test_held_by_a_party_that_never_did(answerer: Answerer) -> None:
    assert headline(answerer, "held-since", "copeland", parties=("green",)).startswith("No: the Greens won none")


def test_new_boundaries_are_said_beside_the_bare_comparison(answerer: Answerer) -> None:
    where = Selection(seats=("north-east-fife",), when=SINCE_2010)
    answer = answerer.answer(History(where=where, ask="last-change"))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("North East Fife last changed hands at the 2019 general election")


def test_nothing_held_in_the_window(answerer: Answerer) -> None:
    where = Selection(seats=("copeland",), when=Between(since=date(2025, 1, 1)))
    assert answerer.answer(History(where=where, ask="results")).kind is Kind.DECLINE


def test_lasting() -> None:
    assert lasting(date(1935, 11, 14), date(2017, 2, 23)) == "81 years and 3 months"
    assert lasting(date(2017, 2, 23), date(2018, 2, 23)) == "1 year"
    assert lasting(date(2017, 2, 23), date(2017, 3, 1)) == "0 months"


def test_a_name_used_again_is_not_one_seat(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = answerer.answer(History(where=Selection(seats=("west-bromwich",)), ask="last-change"))
    assert answer.headline.startswith("West Bromwich has not changed hands since it was created again")
    assert "A seat named West Bromwich existed from 1918 or before to 1974 and from 2024." in answer.notes
    held = answerer.answer(History(where=Selection(seats=("west-bromwich",)), ask="held-since")).headline
    assert held.startswith("Labour has held West Bromwich since 4 July 2024")


def test_a_seat_goes_by_the_name_it_had(answerer: Answerer) -> None:
    told = headline(answerer, "first-won", "na-h-eileanan-an-iar", parties=("snp",), when=AnyTime())
    assert told.startswith(
        "The Scottish National Party first won Na h-Eileanan an Iar (then Western Isles) at the 1970"
    )
    assert "Stewart" in told


def test_a_seat_contested_once(answerer: Answerer) -> None:
    told = headline(answerer, "won-by", "penrith-and-solway", parties=("conservative",))
    assert told == (
        "The Conservatives did not win Penrith and Solway at the 2024 general election, the only contest held: "
        "Markus Campbell-Savours (Labour) did."
    )


def test_a_holding_is_told_whatever_the_window_holds(answerer: Answerer) -> None:
    window = Between(since=date(2018, 1, 1), kind=ElectionKind.BY_ELECTION)
    said = headline(answerer, "held-since", "copeland", when=window, parties=("labour",))
    assert said.startswith("Labour held Copeland from 14 November 1935 to 23 February 2017 (81 years and 3 months)")


def test_any_other_party(answerer: Answerer) -> None:
    told = headline(answerer, "ever-other", "hartlepool", parties=("labour",))
    assert told.startswith("Yes: another than Labour won 1 of the 6 contests")
    assert headline(answerer, "ever-other", "bootle", parties=("labour",)).startswith("No: Labour won all of the")


def test_members_of_a_stretch_of_time(answerer: Answerer) -> None:
    assert headline(answerer, "members", "bath").startswith("Bath has had 3 MPs since 1 January 2010: ")
    until = Between(since=date(2010, 1, 1), until=date(2016, 12, 31))
    told = headline(answerer, "members", "bath", when=until)
    assert told.startswith("Bath had 2 MPs from 1 January 2010 to 31 December 2016: ")


def test_handovers_are_counted_and_told_latest_first(answerer: Answerer) -> None:
    answer = answerer.answer(History(where=Selection(seats=("bury-south",), when=AnyTime()), ask="handovers"))
    assert answer.headline.startswith("Bury South changed hands three times in the 11 general elections held from 1983")
    assert answer.headline.index("2024 general election") < answer.headline.index("1997 general election")
    assert any(
        note == "Christian Wakeford (Conservative) won in 2019 and Christian Wakeford (Labour) in 2024: one member."
        for note in answer.notes
    )


def test_a_seat_that_never_changed_hands_has_no_handovers(answerer: Answerer) -> None:
    where = Selection(seats=("islington-south-and-finsbury",), when=AnyTime())
    assert "did not change hands" in answerer.answer(History(where=where, ask="handovers")).headline
