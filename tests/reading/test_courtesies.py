"""What a message opens and ends with out of courtesy is set aside, unless it is all there is or part of a question."""

from __future__ import annotations

import pytest

from bot.reading.reader import Reader


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("hey, who won bath? thanks!", "who won bath"),
        ("good morning, please can you tell me who won bath many thanks", "who won bath"),
        ("ok so bath 2019 pls", "bath 2019"),
        ("hi all who won bath", "who won bath"),
        ("hey all mps for wigan since 1918", "all mps for wigan since 1918"),
        ("does anyone know bath 2019", "bath 2019"),
        ("do you know if labour won bath", "do you know if labour won bath"),
        ("well done", "well done"),
        ("so labour won bath", "so labour won bath"),
        ("did truss lose, by how many thanks", "did truss lose by how many"),
        ('who said "many thanks"', "who said many thanks"),
        ("hello all", "hello all"),
        ("hey thanks", "hey"),
        ("thanks", "thanks"),
        ("please", "please"),
    ],
)
def test_courtesies_are_set_aside(reader: Reader, typed: str, left: str) -> None:
    tokens, _, _ = reader.tokens(typed)
    assert " ".join(token.text for token in tokens) == left


def test_breaks_move_with_the_words(reader: Reader) -> None:
    tokens, breaks, _ = reader.tokens("hey, bath 2019, who won? cheers")
    assert [token.text for token in tokens] == ["bath", "2019", "who", "won"]
    assert breaks == {2}
