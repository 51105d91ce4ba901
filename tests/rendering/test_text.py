"""Answers as plain text and JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from bot.answering.answer import Answer, Listing, ResultList, Standing
from bot.rendering.json import to_json
from bot.rendering.limits import shortened
from bot.rendering.lines import clean, standing_line
from bot.rendering.text import to_text
from knowledge.query import from_data
from tests.rendering.answers import answers
from tests.rendering.samples import COPELAND, MIXED, STOKE, WEATHER


def test_a_result_reads_headline_list_and_footer() -> None:
    assert to_text(COPELAND) == (
        "Trudy Harrison (Conservative) won the Copeland by-election, 23 February 2017, with 13,748 votes.\n"
        "\n"
        "Copeland by-election, 23 February 2017\n"
        "1. Trudy Harrison (Conservative) 13,748, 44.2%, +8.5\n"
        "2. Gillian Troughton (Labour) 11,601, 37.3%, -4.9\n"
        "3. Rebecca Hanson (Liberal Democrats) 2,252, 7.2%\n"
        "and 4 more\n"
        "Majority 2,147 (6.9 points)\n"
        "Turnout 51.3% (31,108 of 60,602)\n"
        "\n"
        "How I read it: winner · Copeland · by-election of 23 February 2017\n"
        "Change in share is against the 2015 general election.\n"
        "Source: House of Commons Library, By-elections in the 2015 Parliament, "
        "https://commonslibrary.parliament.uk/research-briefings/cbp-7417/ (as of 9 June 2017)"
    )


def test_choices_are_numbered_and_examples_can_be_tried() -> None:
    assert "\n1. Stoke-on-Trent Central\n2. Stoke-on-Trent North\n" in to_text(STOKE)
    assert "\nTry: who won Copeland?\n" in to_text(WEATHER)


def test_every_block_is_there() -> None:
    text = to_text(MIXED)
    for line in (
        "A sentence that follows.", "1. Copeland", "and 3 more", "- One", "- Labour: seats 411, Share of GB 33.7%",
        "- Green: seats 4", "“a good heart” (part of a sentence)",
        "Gareth Snell, Labour candidate, 24 February 2017, after the count. Printed by Sky News.",
    ):  # fmt: skip
        assert line in text.splitlines()


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        (Standing(position="1", name="A", party="P", elected=True), "1. A (P) elected"),
        (Standing(position="1", name="A", party="P", votes="5", elected=True), "1. A (P) 5"),
        (Standing(position="2", name="A", party="P", votes="5", elected=True), "2. A (P) 5, elected"),
        (Standing(position="", name="Others", party=""), "Others"),
    ],
)
def test_a_line_of_a_result_says_only_what_is_held(standing: Standing, line: str) -> None:
    assert standing_line(standing) == line


def test_an_item_that_begins_with_its_number_gets_no_bullet() -> None:
    listing = Listing(items=("1. Bath", "2010: Bath"))
    text = to_text(MIXED.model_copy(update={"blocks": (listing,)}))
    assert "\n1. Bath\n- 2010: Bath\n" in text


def test_a_result_without_its_candidates_says_how_many_there_were() -> None:
    answer = MIXED.model_copy(update={"blocks": (ResultList(title="T", standings=(), left_out=7),)})
    assert "7 in all" in to_text(answer)


def test_control_and_direction_characters_of_an_echoed_question_are_left_out() -> None:
    assert clean("a\x1b[31mb\u202e\u200bc\ud800\r\n") == "a[31mbc\n"


@given(answers)
def test_any_answer_is_text_and_one_line_of_json(answer: Answer) -> None:
    text = to_text(answer)
    assert text.startswith(clean(answer.headline).splitlines()[0] if clean(answer.headline).strip() else "")
    line = to_json(answer, identity={"any": ["id"]}, elapsed_ms=1.23456)
    assert "\n" not in line
    data = json.loads(line.encode())
    assert data["text"] == text
    assert data["id"] == {"any": ["id"]}
    assert data["elapsed_ms"] == 1.235
    if answer.query is not None:
        assert from_data(data["query"]) == answer.query


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("fits", 4, "fits"),
        ("does not fit", 9, "does not…"),
        ("doesnotfit", 5, "does…"),
        ("a long, list", 8, "a long…"),
    ],
)
def test_what_is_cut_ends_at_a_word_and_says_so(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected
    assert len(expected) <= length
