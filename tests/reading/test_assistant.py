"""The assistant: words or a query in, one answer out, and the conversation kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.answering.answer import Kind, Reason
from bot.assistant import Assistant, Parts, build_parts
from bot.reading.memory import Memory
from bot.rendering.text import to_text
from knowledge.models.elections import ElectionKind
from knowledge.query import Figure, InYears, Measure, Result, Selection, from_data, to_data
from knowledge.store.store import Store
from tests.reading.test_frames import ROWS

BATH_2019 = Selection(seats=("bath",), when=InYears(years=(2019,)))


def test_words_and_their_query_get_one_answer(assistant: Assistant) -> None:
    for question in list(ROWS)[::4]:
        asked = assistant.ask(question)
        assert asked.query is not None
        again = assistant.answer(asked.query)
        assert (again.kind, again.headline, again.blocks) == (asked.kind, asked.headline, asked.blocks), question


def test_the_reading_is_told_and_can_be_sent(assistant: Assistant) -> None:
    reply = assistant.ask("turnout in the copeland by-election of february 2017")
    assert reply.query is not None
    assert from_data(to_data(reply.query)) == reply.query
    assert reply.read_as is not None
    assert "turnout" in reply.read_as
    assert reply.read_as in to_text(reply)


def test_a_typo_corrected_is_told(assistant: Assistant) -> None:
    reply = assistant.ask("who won copland in 2019")
    assert "Read “copland” as “Copeland”." in reply.notes
    assert assistant.ask("who won copeland in 2019").notes == tuple(n for n in reply.notes if "Read “" not in n)


def test_a_shared_name_gives_choices_each_with_its_answer(assistant: Assistant) -> None:
    reply = assistant.ask("majority in stoke in 2019")
    assert reply.kind is Kind.CLARIFY
    assert "Stoke" in reply.headline
    labels = [option.label for option in reply.options]
    assert labels == ["Stoke-on-Trent Central", "Stoke-on-Trent North", "Stoke-on-Trent South"]
    for option in reply.options:
        answer = assistant.answer(option.query)
        assert answer.kind is Kind.ANSWER
        assert option.label in answer.headline


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("who should i vote for", Reason.OUT_OF_SCOPE),
        ("will labour win the next election", Reason.OUT_OF_SCOPE),
        ("who won paris", Reason.OUT_OF_SCOPE),
        ("who is the mayor of london", Reason.OUT_OF_SCOPE),
        ("is boris johnson married", Reason.OUT_OF_SCOPE),
        ("asdf qwer zxcv", Reason.NOT_UNDERSTOOD),
        ("🎉", Reason.NOT_UNDERSTOOD),
        ("who won bath in 1850", Reason.NOT_HELD),
        ("who won bath in 2031", Reason.NOT_HELD),
        ("how many votes did nigel farage get in 2019", Reason.NOT_HELD),
        ("youngest mp elected in 2019", Reason.NOT_HELD),
    ],
)
def test_a_decline_says_why_in_one_line_with_two_questions_that_work(
    assistant: Assistant, question: str, reason: Reason
) -> None:
    reply = assistant.ask(question)
    assert (reply.kind, reply.reason) == (Kind.DECLINE, reason)
    assert "\n" not in reply.headline
    assert len(reply.examples) >= 2
    assert all(assistant.ask(example).kind is Kind.ANSWER for example in reply.examples)


def test_a_query_can_be_followed_up_in_words(assistant: Assistant) -> None:
    assistant.answer(Figure(where=BATH_2019, measures=(Measure.TURNOUT,)), conversation="talk")
    reply = assistant.ask("and in 2017?", conversation="talk")
    assert reply.headline == assistant.ask("turnout in bath 2017").headline


def test_a_choice_picked_can_be_followed_up_in_words(assistant: Assistant) -> None:
    asked = assistant.ask("who won stoke in 2019", conversation="talk")
    assistant.answer(asked.options[1].query, conversation="talk")
    reply = assistant.ask("by how much?", conversation="talk")
    assert reply.headline == assistant.ask("majority in stoke-on-trent north in 2019").headline


def test_without_a_conversation_nothing_is_kept(assistant: Assistant) -> None:
    assistant.ask("who won bath in 2017")
    assistant.answer(Result(where=BATH_2019))
    assert assistant.ask("and in 2019?").kind is Kind.DECLINE


def test_only_words_not_understood_are_given_away(parts: Parts) -> None:
    noted: list[Sequence[str]] = []
    assistant = Assistant(parts=parts, memory=Memory(), gaps=noted.append)
    for question in ("who won bath", "who should i vote for", "majority in stoke"):
        assistant.ask(question)
    assert noted == []
    assistant.ask("who won bath frobnicate")
    assert noted == [("frobnicate",)]


def test_names_can_be_completed(assistant: Assistant) -> None:
    labels = [suggestion.label for suggestion in assistant.complete("seat", "stoke", limit=5)]
    assert "Stoke-on-Trent Central" in labels
    assert len(labels) <= 5


def test_this_year_is_that_of_the_asker(store: Store) -> None:
    then = Assistant(parts=build_parts(store, date(2017, 3, 1)), memory=Memory())
    query = then.ask("by-elections this year").query
    assert query is not None
    assert to_data(query)["where"]["when"] == {"type": "years", "years": [2017], "kind": ElectionKind.BY_ELECTION}
