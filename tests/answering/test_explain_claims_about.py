"""Explainers, claims and the bot about itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.answerer import Answerer
from knowledge.query import About, Claims, Explain
from knowledge.store.store import Store


def test_every_explainer_answers_alone_with_its_source(answerer: Answerer, store: Store) -> None:
    rows = store.fetch("select id, short from explainers")
    assert len(rows) > 50
    for term, short in rows:
        answer = answerer.answer(Explain(term=term))
        assert (answer.kind, answer.headline) == (Kind.ANSWER, short)
        assert answer.sources, term


def test_see_also_names_terms_not_ids(answerer: Answerer, store: Store, text: Callable[[Answer], str]) -> None:
    term, see_also = store.fetch("select id, see_also from explainers where see_also <> '[]' limit 1")[0]
    assert "See also: " in text(answerer.answer(Explain(term=term))), see_also


def test_an_unknown_term_is_declined(answerer: Answerer) -> None:
    answer = answerer.answer(Explain(term="no-such-word"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.headline == "No explanation of no such word is held."
    assert answer.examples


def test_a_record_says_when_it_was_true_and_that_it_is_no_longer(
    answerer: Answerer, text: Callable[[Answer], str]
) -> None:
    answer = answerer.answer(Claims(seats=("copeland",), topic="first gain by a governing party"))
    assert "True on 24 February 2017; no longer so after 6 May 2021." in answer.headline
    assert "Stated by Sky News" in answer.headline
    assert "Mitcham and Morden on 3 June 1982" in text(answer)
    assert "Hartlepool" in text(answer)


def test_a_rounded_figure_has_the_exact_one_beside_it(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = answerer.answer(Claims(people=("mnis-1503",), topic="majority 2,500"))
    assert "as a round figure (2,564: 16,750 votes for Labour" in answer.headline
    assert text(answer).count("16,750") == 1


def test_a_claim_that_results_cannot_settle(answerer: Answerer) -> None:
    answer = answerer.answer(Claims(topic="Hillsborough controversy"))
    assert "can neither prove nor disprove" in answer.headline
    assert "Sky News" in answer.headline


def test_claims_that_are_not_held(answerer: Answerer) -> None:
    answer = answerer.answer(Claims(topic="windfarms"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)


@pytest.mark.parametrize("topic", ["greeting", "help", "coverage", "sources", "privacy", "thanks"])
def test_about(answerer: Answerer, topic: str) -> None:
    answer = answerer.answer(About.model_validate({"topic": topic}))
    assert answer.kind is Kind.ANSWER
    assert answer.headline
    assert answer.examples


def test_coverage_tells_periods_and_depth(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    told = text(answerer.answer(About(topic="coverage")))
    assert "13 August 2026" in told
    assert "with every candidate and their votes" in told


def test_sources_are_listed(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    assert "House of Commons Library" in text(answerer.answer(About(topic="sources")))


def test_a_record_asked_about_has_its_verdict_first(answerer: Answerer) -> None:
    answer = answerer.answer(Claims(topic="35 years government gain", checked=True))
    assert answer.headline.startswith("Right on 24 February 2017 as a round figure")
