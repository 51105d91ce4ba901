"""Quotations: exact words with speaker, date and source; a near-match as what it is; none held is said so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Kind, Quotation, Reason
from bot.answering.answerer import Answerer
from knowledge.query import InYears, Quotes
from knowledge.store.store import Store

CORBYN, MAY, NUTTALL = "mnis-185", "mnis-8", "dc-6035"


def test_who_said_exact_words(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(words="astounding victory", ask="who-said"))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith(
        "Theresa May, Prime Minister, on 24 February 2017: “This is an astounding victory"
    )
    assert [source.publisher for source in answer.sources] == ["Sky News"]


def test_a_near_match_is_not_attributed(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(words="outstanding victory", ask="who-said"))
    assert answer.headline.startswith(
        "No quotation held has the words “outstanding victory”. The nearest that is held:"
    )
    assert "“This is an astounding victory" in answer.headline


def test_a_fragment_gives_way_to_the_whole(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(words="good heart", ask="who-said"))
    assert "Our party membership is in good heart" in answer.headline
    assert len([block for block in answer.blocks if isinstance(block, Quotation)]) == 1


def test_topic_finds_the_statement(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(speakers=(CORBYN,), topic="nhs social care housing"))
    assert "on the NHS, on social care, on housing" in answer.headline


def test_did_say_yes_with_words_between(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(speakers=(CORBYN,), words="labour reconnect with voters", ask="did-say"))
    assert answer.headline.startswith("Yes, in these words: Jeremy Corbyn")
    assert "Labour will go further to reconnect with voters" in answer.headline


def test_did_say_no_where_another_did(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(speakers=(CORBYN,), words="astounding victory", ask="did-say"))
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("No: the words are held not of Jeremy Corbyn but of another: Theresa May")


def test_did_say_not_held(answerer: Answerer, text: Callable[[Answer], str]) -> None:
    answer = answerer.answer(Quotes(speakers=(MAY,), words="strong and stable", ask="did-say"))
    assert (answer.kind, answer.reason) == (Kind.DECLINE, Reason.NOT_HELD)
    assert answer.headline == "No quotation of Theresa May's with the words “strong and stable” is held."
    assert "astounding victory" in text(answer), "what is held of the speaker is shown"


@pytest.mark.parametrize("speaker", ["nigel farage", "john curtice", "gordon brown"])
def test_a_speaker_of_whom_nothing_is_held(answerer: Answerer, text: Callable[[Answer], str], speaker: str) -> None:
    answer = answerer.answer(Quotes(speakers=(speaker,), seats=("stoke-on-trent-central",)))
    assert answer.kind is Kind.DECLINE
    assert answer.headline.startswith(f"No quotation of {speaker.title()}")
    assert "Quotations are held of Jeremy Corbyn" in text(answer)
    assert answer.examples


def test_reaction_to_a_contest_names_every_speaker(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(seats=("stoke-on-trent-central",)))
    for speaker in ("Paul Nuttall", "Gareth Snell", "Jeremy Corbyn"):
        assert speaker in answer.headline
    assert "Trudy Harrison" not in answer.headline


def test_a_party_is_that_of_its_people(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(seats=("copeland",), parties=("conservative",)))
    speakers = {block.speaker for block in answer.blocks if isinstance(block, Quotation)}
    assert speakers == {"Theresa May", "Trudy Harrison"}


def test_losing_finds_defeat_by_topic(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(speakers=(NUTTALL,), topic="losing"))
    assert "“not going anywhere”" in answer.headline


def test_a_speaker_who_is_no_person_held_is_found_by_name(answerer: Answerer) -> None:
    assert "A new dawn has broken" in answerer.answer(Quotes(speakers=("tony blair",))).headline
    assert answerer.answer(Quotes(speakers=("tony blair",), when=InYears(years=(2017,)))).kind is Kind.DECLINE


def test_every_quotation_is_shown_with_its_attribution(answerer: Answerer, store: Store) -> None:
    for id_, words, speaker, role in store.fetch("select id, words, speaker, role from quotes"):
        answer = answerer.answer(Quotes(words=words, ask="who-said"))
        assert answer.kind is Kind.ANSWER, id_
        shown = [block for block in answer.blocks if isinstance(block, Quotation)]
        assert any(words in block.words and block.speaker == speaker and block.role for block in shown), (id_, role)
        assert answer.sources, id_


def test_words_that_name_a_topic_find_what_was_said_of_it(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(speakers=(MAY,), words="Trudy Harrison", ask="said"))
    assert answer.headline.startswith("Theresa May, Prime Minister, on 24 February 2017")
    assert answerer.answer(Quotes(speakers=(MAY,), words="Trudy Harrison", ask="did-say")).kind is Kind.DECLINE


def test_only_places_that_are_spoken_of_are_named(answerer: Answerer) -> None:
    answer = answerer.answer(Quotes(seats=("stoke-on-trent-central", "stoke-on-trent-north", "stoke-on-trent-south")))
    assert "about Stoke-on-Trent Central are held" in answer.headline


def test_words_nobody_asked_about_said_are_told_from_what_is_held(answerer: Answerer) -> None:
    asked = Quotes(speakers=(NUTTALL,), words="ukip was finished", ask="did-say", seats=("stoke-on-trent-central",))
    answer = answerer.answer(asked)
    assert answer.kind is Kind.ANSWER
    assert answer.headline.startswith("No quotation of Paul Nuttall's with the words “ukip was finished” is held.")
    assert "“not going anywhere”" in answer.headline


def test_the_head_of_a_party_nobody_quotes_is_nobody_elses(answerer: Answerer) -> None:
    assert answerer.answer(Quotes(topic="leader of liberal democrat")).kind is Kind.DECLINE
