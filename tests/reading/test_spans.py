"""The cover of a question: what its words are taken for, and which are left over."""

from __future__ import annotations

import pytest

from bot.reading.reader import Reader
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Year


def cover(reader: Reader, text: str) -> Cover:
    """The best cover of a question."""
    tokens, breaks, _ = reader.tokens(text)
    return reader.cover(tokens, breaks)


def spans(reader: Reader, text: str) -> dict[str, Span]:
    """The spans of the best cover by their words."""
    found = cover(reader, text)
    return {" ".join(token.text for token in found.tokens[span.start : span.end]): span for span in found.spans}


def test_a_cover_takes_in_every_word_once(reader: Reader) -> None:
    for text in ("who won stoke central in 2017", "blorb bath", "is it true that labour lost copeland", "7", "and"):
        found = cover(reader, text)
        assert [span.start for span in found.spans] == [0, *(span.end for span in found.spans[:-1])]
        assert found.spans[-1].end == len(found.tokens)


def test_an_empty_question_has_an_empty_cover(reader: Reader) -> None:
    assert cover(reader, "?!").spans == ()


def test_words_that_ask(reader: Reader) -> None:
    found = spans(reader, "who won bath in 2017")
    assert "who" in found["who"].cues
    assert "win" in found["won"].cues
    assert found["in"].filler
    assert found["2017"].time == Year(2017)
    assert found["bath"].seat is not None


@pytest.mark.parametrize(
    ("text", "words", "seat", "how"),
    [
        ("who won bath", "bath", "bath", "exact"),
        ("majority in birmingham hodge hill 2015", "birmingham hodge hill", "birmingham-hodge-hill", "exact"),
        ("Stoke-on-Trent Central result", "stoke on trent central", "stoke-on-trent-central", "exact"),
        ("who won Ynys Môn", "ynys mon", "ynys-mon", "exact"),
        ("bath's majority", "baths", "bath", "exact"),
        ("turnout in northdown", "northdown", "north-down", "joined"),
        ("who won the wrekin", "the wrekin", "wrekin", "exact"),
        ("who won tyrone and fermanagh south", "tyrone and fermanagh south", "fermanagh-and-south-tyrone", "exact"),
    ],
)
def test_seats(reader: Reader, text: str, words: str, seat: str, how: str) -> None:
    found = spans(reader, text)[words].seat
    assert found is not None
    assert (seat in found.seats or f"the-{seat}" in found.seats, found.how) == (True, how)


def test_the_longest_name_wins(reader: Reader) -> None:
    assert "birmingham" not in spans(reader, "birmingham hall green 2015")
    assert "hall green" in " ".join(spans(reader, "labour votes in hall green"))
    assert "green" not in spans(reader, "labour votes in hall green")
    assert spans(reader, "green votes in bath")["green"].party == "green"


def test_people_by_full_name_and_by_surname(reader: Reader) -> None:
    whole = spans(reader, "how many votes did trudy harrison get")["trudy harrison"].person
    assert whole is not None
    assert (len(whole.ids), whole.how, whole.weak) == (1, "exact", False)
    family = spans(reader, "snell's majority")["snells"].person
    assert family is not None
    assert family.how == "surname"


def test_parties_areas_and_places_elsewhere(reader: Reader) -> None:
    assert spans(reader, "tories in scotland")["tories"].party == "conservative"
    assert spans(reader, "tories in scotland")["scotland"].area == "scotland"
    assert spans(reader, "libdems in the south west")["the south west"].area == "south-west"
    assert spans(reader, "who won paris")["paris"].elsewhere == "Paris"


def test_labour_co_operative_counts_as_labour(reader: Reader) -> None:
    assert spans(reader, "labour co-op seats")["labour co op"].party == "labour"


def test_words_that_nothing_explains(reader: Reader) -> None:
    found = cover(reader, "blorb bath frobnicate")
    assert [token.text for token in found.unknown] == ["blorb", "frobnicate"]
    assert cover(reader, "who won bath").unknown == []
    assert cover(reader, "who won bath").score > cover(reader, "who won blorb").score


def test_a_phrase_does_not_run_across_punctuation(reader: Reader) -> None:
    assert "how many" in spans(reader, "how many votes")
    assert "how many" not in spans(reader, "how? many votes")


def test_an_abbreviation_that_is_a_plain_word_is_no_party(reader: Reader) -> None:
    assert {name.kind for name in reader.gazetteer.exact(["you"])["you"]} == {"party"}
    assert all(span.party != "you-party" for span in spans(reader, "do you know the labour vote").values())
