"""People of the time when only winners are held by name: a defeat is never answered with a win of theirs."""

from __future__ import annotations

import pytest

from bot.answering.answer import Kind
from bot.assistant import Assistant

TALK = "talk"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who won the hamilton by-election in 1967", "who'd been mp there before"), "Thomas Fraser"),
        (("who won crosby in 1981", "who had it before"), "Graham Page"),
        (("who won bath in 1992", "who was mp before"), "Chris Patten"),
        (("who was elected in bristol south in 1987", "and before her?"), "Michael Cocks"),
        (("who won finchley in 1959", "and after her?"), "Hartley Booth"),
        (("who took ebbw vale in 1960", "whose seat had it been"), "Aneurin Bevan"),
        (("who won orpington in 1962", "who beat him"), "Ivor Stanbrook"),
        (("who won orpington in 1962", "when did he lose it"), "1970 general election"),
        (("winnie ewing hamilton 1967", "how long did she hold it"), "Winnie Ewing was an MP"),
        (("winnie ewing hamilton 1967", "where did she sit after that"), "Moray and Nairn"),
        (("when did thatcher first win finchley", "and when did she leave"), "9 April 1992"),
        (("gwynfor evans carmarthen 1966", "who did he replace"), "Megan Lloyd George"),
        (("bristol east 1983 - benn beaten there right, so who got the seat",), "Jonathan Sayeed"),
    ],
)
def test_told_of_whoever_was_spoken_of(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assistant.forget(TALK)
    answer = [assistant.ask(turn, conversation=TALK) for turn in turns][-1]
    assert answer.kind is Kind.ANSWER
    assert told in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        "who beat jeremy thorpe",
        "who ousted shirley williams from hertford and stevenage",
        "jeremy thorpe lost north devon in what year",
        "when did harold macmillan lose stockton",
        "who took bath off chris patten",
        "who was chris patten beaten by",
        "who did rosie barnes lose greenwich to",
        "ellen wilkinson beaten in middlesbrough by whom",
    ],
)
def test_a_defeat_is_no_win(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.kind is Kind.ANSWER
    assert "whether" in answer.headline
    assert "stood again is not held" in answer.headline


def test_who_beats_somebody_is_told_without_a_no(assistant: Assistant) -> None:
    answer = assistant.ask("who knocked out norman lamont in harrogate 1997")
    assert answer.headline.startswith("Phil Willis (Liberal Democrat) won")
    assert answer.headline.endswith("whether Norman Lamont stood is not held by name.")


def test_held_by_their_own_party_is_no_yes(assistant: Assistant) -> None:
    assert assistant.ask("did chris patten lose bath").headline.startswith("Yes: Don Foster")
    assert assistant.ask("did thatcher lose finchley").headline.startswith("Hartley Booth")


def test_names_of_a_later_generation_are_not_one_person(assistant: Assistant) -> None:
    assert "2010" not in assistant.ask("david owen's seats").headline


def test_a_seat_won_at_a_by_election_alone_ended_with_its_house(assistant: Assistant) -> None:
    headline = assistant.ask("when did roy jenkins leave the commons").headline
    assert "Southwark Central from 29 April 1948 to 23 February 1950" in headline
