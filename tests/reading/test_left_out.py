"""What a question leaves out is left out, or the question is not answered: never passed over."""

from __future__ import annotations

import pytest

from bot.reading.listener import Listener
from bot.reading.outcome import Read
from knowledge.models.areas import NATIONS, REGIONS, missing_from
from knowledge.query import Career, Rank

_LEAVING_OUT = (
    "ignoring {}", "leaving out {}", "apart from {}", "outside {}", "barring {}", "discounting {}", "not counting {}",
    "with the exception of {}", "save for {}", "leaving {} aside", "setting {} to one side", "{} aside", "{} excluded",
    "anywhere but {}", "if you ignore {}",
)  # fmt: skip


@pytest.mark.parametrize("words", _LEAVING_OUT)
@pytest.mark.parametrize("question", ["{0}, what was the highest turnout in 2015", "highest turnout of 2015, {0}"])
def test_an_area_is_left_out(listener: Listener, question: str, words: str) -> None:
    outcome = listener.hear(question.format(words.format("scotland")))
    assert isinstance(outcome, Read)
    assert isinstance(outcome.query, Rank)
    assert outcome.query.where.areas == ("england", "wales", "northern-ireland")


@pytest.mark.parametrize(
    "question",
    [
        "ignoring by-elections, how many times did farage stand",
        "lowest turnout outside northern ireland 1945",
        "apart from labour, which party got the most seats in 2017",
        "leaving scotland aside, who won most seats in 2015",
        "excluding northern ireland parties, who came fifth in seats in 2019",
        "not including the snp, how many seats did other parties win in 2015",
        "leaving the tories out of it, who won seats in scotland in 1992",
        "besides boris johnson who has been mp for uxbridge",
        "skipping 2017, list the winners in bath since 2010",
        "excluding 2001 which general election had the lowest turnout",
        "forget scotland, highest turnout 2015",
        "zorping scotland, highest turnout 2015",
        "women only: biggest majority 2019",
        "the tories won 365 in 2019, which was the safest",
        "when wilson was pm which by-elections did the snp win",
        "compare seats the tories took from labour in 2019 with 2017",
        "how many seats had under half the electorate voting labour in 2024",
    ],
)
def test_what_cannot_be_left_out_is_not_answered(listener: Listener, question: str) -> None:
    assert not isinstance(listener.hear(question), Read)


@pytest.mark.parametrize(
    ("question", "areas", "winner"),
    [
        ("northern ireland only: lowest turnout of 2017", ("northern-ireland",), ()),
        ("only in wales: lowest turnout 2017", ("wales",), ()),
        ("lowest turnout of 2017, wales alone", ("wales",), ()),
        ("labour only: smallest majority 2017", (), ("labour",)),
    ],
)
def test_a_head_that_narrows(
    listener: Listener, question: str, areas: tuple[str, ...], winner: tuple[str, ...]
) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert isinstance(outcome.query, Rank)
    assert (outcome.query.where.areas, outcome.query.where.winner) == (areas, winner)


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("has robert jenrick ever stood anywhere other than newark", "stood-elsewhere"),
        ("was tony blair ever mp outside sedgefield", "elsewhere"),
        ("did attlee always sit for limehouse", "only-there"),
        ("has caroline lucas only ever stood in brighton pavilion", "stood-only-there"),
    ],
)
def test_seats_beside_the_one_named(listener: Listener, question: str, ask: str) -> None:
    outcome = listener.hear(question)
    assert isinstance(outcome, Read)
    assert isinstance(outcome.query, Career)
    assert outcome.query.ask == ask


def test_many_areas_are_told_by_what_they_lack() -> None:
    rest = tuple(region for region in REGIONS if region != "london")
    assert missing_from(rest) == ("england", ("london",))
    assert missing_from((*rest, *NATIONS[1:])) == ("united-kingdom", ("london",))
    assert missing_from(NATIONS) is None
