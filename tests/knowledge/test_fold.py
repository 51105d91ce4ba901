"""The one normalisation of names and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fold import fold, slug, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ynys Môn", "ynys mon"),
        ("St Helen's", "st helens"),
        ("St Helen\u2019s North", "st helens north"),
        ("Brighton & Hove", "brighton and hove"),
        ("Stoke-on-Trent Central", "stoke on trent central"),
        ("BIRMINGHAM, YARDLEY", "birmingham yardley"),
        ("Órfhlaith Begley", "orfhlaith begley"),
        ("Søren Ærø", "soren aero"),
        ("\ufb01sh", "fish"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_case_accents_and_punctuation_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert slug(text) == folded.replace(" ", "-")


@given(st.text(alphabet=st.characters(max_codepoint=126), max_size=40))
def test_plain_text_folds_as_it_does_beside_an_accent(text: str) -> None:
    assert tokens(f"{text} \u00e9") == [*tokens(text), "e"]


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
