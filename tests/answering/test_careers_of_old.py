"""A career that begins before losing candidates are held is told as what it is: the wins that are held."""

from __future__ import annotations

from typing import Literal

import pytest

from bot.answering.answer import Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Career, Selection
from knowledge.store.store import Store
from tests.answering.asking import ids


@pytest.mark.parametrize("ask", ["all", "count", "wins", "losses"])
def test_no_clean_record_is_claimed(
    answerer: Answerer, store: Store, ask: Literal["all", "count", "wins", "losses"]
) -> None:
    # Patrick Gordon Walker lost Smethwick in 1964 and Leyton in 1965; no losing candidate is held for either.
    ((person,),) = store.fetch("SELECT id FROM people WHERE name = 'Patrick Gordon Walker'")
    headline = answerer.answer(Career(where=Selection(people=(person,), when=AnyTime()), ask=ask)).headline
    assert "all of them" not in headline
    assert "of the 7" not in headline
    assert "defeats before 2005 are not held" in headline


@pytest.mark.parametrize("ask", ["all", "count", "wins", "first", "party"])
def test_a_career_without_a_contest_declines(
    answerer: Answerer, store: Store, ask: Literal["all", "count", "wins", "first", "party"]
) -> None:
    where = Selection(people=ids(store, "Mark Williams"), when=AnyTime(kind=ElectionKind.BY_ELECTION))
    answer = answerer.answer(Career(where=where, ask=ask))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert "contest of Mark Williams" in answer.headline
