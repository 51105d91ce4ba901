"""Words asked for against quotations: exact, within, near, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.facts.words import Nearness, QuoteFact
from knowledge.queries.nearness import nearness, on_topic, stem, stems


def quote(words: str, **more: object) -> QuoteFact:
    fields: dict[str, object] = {
        "id": "q",
        "words": words,
        "speaker": "A Speaker",
        "person": None,
        "role": "Leader",
        "date": date(2017, 2, 24),
        "occasion": "After the count",
        "contests": (),
        "about": (),
        "partial": False,
        "also_printed_as": (),
        "corroborated_by": (),
        "source": "paper",
    }
    return QuoteFact(**(fields | more))  # type: ignore[arg-type]


VICTORY = "This is an astounding victory for the Conservative Party but also for the people of Copeland."


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        ("astounding victory", VICTORY, Nearness.EXACT),
        ("Astounding VICTORY!", VICTORY, Nearness.EXACT),
        ("outstanding victory", VICTORY, Nearness.NEAR),
        ("great victory", VICTORY, Nearness.NEAR),
        ("victory for the people of copeland", VICTORY, Nearness.WITHIN),
        ("really disappointing", "very disappointing", Nearness.NEAR),
        ("going nowhere", "not going anywhere", Nearness.NEAR),
        ("labour reconnect with voters", "Labour will go further to reconnect with voters", Nearness.WITHIN),
        ("strong and stable", VICTORY, None),
        ("this is a for the", VICTORY, None),
        ("people of the conservative victory", VICTORY, Nearness.NEAR),
        ("stounding", VICTORY, None),
        ("!!!", VICTORY, None),
    ],
)
def test_nearness(asked: str, words: str, expected: Nearness | None) -> None:
    assert nearness(asked, quote(words))[0] == expected


def test_another_printed_form_is_as_good() -> None:
    printed = quote("this truly is a government that working", also_printed_as=("a government that's working",))
    assert nearness("a government that's working", printed)[0] is Nearness.EXACT


def test_topic_keeps_those_that_share_most() -> None:
    health = quote("on the NHS, on social care, on housing", id="health")
    housing = quote("we build houses", id="housing", about=("housing",))
    other = quote("not going anywhere", id="other")
    assert [q.id for q in on_topic([health, housing, other], "nhs and housing")] == ["health"]
    assert [q.id for q in on_topic([health, housing, other], "housing")] == ["health", "housing"]
    assert on_topic([health, other], "railways") == []
    assert on_topic([health, other], "what about it") == [health, other]


def test_stem_joins_forms_of_a_word() -> None:
    assert stem("voters") == stem("voter")
    assert stem("losing") == stem("lose") == "los"
    assert stem("bus") == "bus"


def test_a_number_is_one_word_with_its_commas() -> None:
    assert {"2500", "majority"} <= stems("A majority of 2,500")


@pytest.mark.parametrize(("first", "second"), [("stepping", "step"), ("quitting", "quit"), ("calling", "call")])
def test_a_doubled_letter_is_none_of_the_word(first: str, second: str) -> None:
    assert stem(first) == stem(second)


def test_a_topic_asked_for_whole_is_not_found_by_a_part_of_it() -> None:
    held = [quote("very large, very strong", about=("membership",))]
    assert on_topic(held, "strong economy")
    assert not on_topic(held, "strong economy", whole=True)
