"""Choices, refusals and notes: kind, short, the same for every party, and never a dead end."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from bot.answering.dialogue import EXAMPLES, Mentioned, clarify, refuse, with_notes
from bot.assistant import Assistant, build_parts
from bot.reading.memory import Memory
from knowledge.query import Query, Result, Selection
from knowledge.store.store import Store

WHY = (
    *("nothing", "words", "elsewhere", "opinion", "prediction"),
    *("foreign", "devolved", "subdivision", "age", "money", "private"),
)


@pytest.fixture(scope="module")
def assistant(store: Store) -> Assistant:
    """Reads and answers, without the memory of a conversation."""
    return Assistant(parts=build_parts(store, date(2026, 9, 1)), memory=Memory())


def options(number: int) -> tuple[tuple[str, Query], ...]:
    return tuple((f"Stoke {n}", Result(where=Selection(seats=(f"stoke-{n}",)))) for n in range(number))


def test_eight_choices_are_named() -> None:
    answer = clarify("stoke", options(8))
    assert answer.kind is Kind.CLARIFY
    assert answer.headline.startswith("Which one do you mean? “Stoke” could mean Stoke 0, Stoke 1, ")
    assert answer.headline.endswith("Stoke 6 or Stoke 7.")
    assert len(answer.options) == 8


def test_more_choices_are_counted_and_listed() -> None:
    answer = clarify("stoke", options(12))
    assert answer.headline == "Which one do you mean? “Stoke” could mean any of 12 seats:"
    assert len(answer.options) == 12
    many = clarify("stoke", options(30))
    assert many.headline == "Which one do you mean? “Stoke” could mean any of 30 seats; the first 25 are:"
    assert len(many.options) == 25


def test_people_are_counted_as_people() -> None:
    people = tuple((f"Smith {n}", Result(where=Selection(people=(f"p{n}",)))) for n in range(9))
    assert clarify("smith", people).headline.endswith("“Smith” could mean any of 9 people:")


@pytest.mark.parametrize("why", WHY)
def test_every_refusal_is_one_sentence_with_two_examples(answerer: Answerer, why: str) -> None:
    for unread in ((), ("foo", "bar")):
        answer = refuse(why, unread, answerer.words)
        assert answer.kind is Kind.DECLINE
        assert answer.reason is not None
        assert answer.headline.endswith(".")
        assert ". " not in answer.headline
        assert answer.examples == EXAMPLES


def test_what_is_not_held_is_told_apart_from_what_is_no_subject(answerer: Answerer) -> None:
    held = {why: refuse(why, (), answerer.words).reason for why in WHY}
    assert {why for why, reason in held.items() if reason is Reason.NOT_HELD} == {"subdivision", "age", "money"}
    assert len({refuse(why, (), answerer.words).headline for why in WHY}) == len(WHY)


def test_words_that_were_not_understood_are_shown(answerer: Answerer) -> None:
    headline = refuse("words", ("recipe", "tikka", "recipe"), answerer.words).headline
    assert headline.startswith("I did not understand “recipe” and “tikka” in that question; ")


def test_every_party_gets_examples_of_one_form(answerer: Answerer) -> None:
    forms = set()
    for party in ("labour", "conservative", "green", "reform-uk", "dup"):
        examples = refuse("opinion", (), answerer.words, Mentioned(parties=(party,))).examples
        named = answerer.words.the_party(party)
        forms.add(tuple(example.replace(named, "X") for example in examples))
    assert forms == {("how many seats did X win in 2024?", "where did X come second in 2024?")}


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("how old is keir starmer", "contests of Keir Starmer"),
        ("who should i vote for in clacton", "history of Clacton"),
        ("will the greens win the next election", "how many seats did the Greens win in 2024?"),
        ("how much did sinn fein spend in 2019", "how many seats did Sinn Féin win in 2024?"),
        ("votes by ward in newark", "history of Newark"),
        ("", "who won Copeland?"),
        ("!?", "who won Copeland?"),
    ],
)
def test_examples_fit_the_question_and_get_an_answer(assistant: Assistant, asked: str, begins: str) -> None:
    answer = assistant.ask(asked)
    assert answer.kind is Kind.DECLINE
    assert answer.examples[0] == begins
    assert [assistant.ask(example).kind for example in answer.examples] == [Kind.ANSWER, Kind.ANSWER]


def test_corrections_have_the_capitals_of_names(assistant: Assistant) -> None:
    notes = assistant.ask("who won copland in 2017").notes
    assert "Read “copland” as “Copeland”." in notes


def test_corrections_of_choices_have_the_capitals_of_names(assistant: Assistant) -> None:
    answer = assistant.ask("who won birmingam in 2019")
    assert answer.kind is Kind.CLARIFY
    assert answer.notes == ("Read “birmingam” as “Birmingham”.",)


def test_words_that_are_no_names_stay_as_they_are() -> None:
    answer = Answer(kind=Kind.ANSWER, headline="Turnout was 50.0%.", read_as="turnout · Bath")
    assert with_notes(answer, (("turnuot", "turnout"),)).notes == ("Read “turnuot” as “turnout”.",)


def test_what_is_carried_over_is_told(assistant: Assistant, store: Store) -> None:
    talking = Assistant(parts=build_parts(store, date(2026, 9, 1)), memory=Memory())
    talking.ask("who won bath in 2017", conversation="c")
    answer = talking.ask("and turnout?", conversation="c")
    assert f"Carried over from before: {answer.read_as}." in answer.notes
    assert "Bath" in answer.notes[0]
