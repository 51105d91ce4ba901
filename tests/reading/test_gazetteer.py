"""Names found in words: whole, in part, run together and misspelt; and what is never bent into one."""

from __future__ import annotations

import pytest

from bot.answering.answer import Kind
from bot.assistant import Assistant
from bot.reading.gazetteer import Gazetteer
from bot.reading.lexicon import Lexicon
from knowledge.store.store import Store

DIRECTIONS = ("north", "south", "east", "west", "central", "mid")


def meant(gazetteer: Gazetteer, word: str) -> list[str]:
    """The words that ``word`` may be a typo of."""
    return [correction.meant for correction in gazetteer.corrections(word)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("copland", "copeland"),
        ("coepland", "copeland"),
        ("copelnd", "copeland"),
        ("copelannd", "copeland"),
        ("stoek", "stoke"),
        ("wakefeild", "wakefield"),
        ("hartlpool", "hartlepool"),
        ("birmignham", "birmingham"),
        ("birmngam", "birmingham"),
        ("majorty", "majority"),
        ("labuor", "labour"),
        ("conservtive", "conservative"),
        ("nuttal", "nuttall"),
        ("trurro", "truro"),
    ],
)
def test_the_likeliest_word_comes_first(gazetteer: Gazetteer, typed: str, name: str) -> None:
    first = gazetteer.corrections(typed)[0]
    assert (first.typed, first.meant) == (typed, name)
    assert 1 <= first.edits <= 2


def test_corrections_are_few_and_in_order(gazetteer: Gazetteer) -> None:
    found = gazetteer.corrections("harison")
    assert {"harrison", "harbison"} <= {correction.meant for correction in found}
    assert len(found) <= 4
    assert len(gazetteer.corrections("harison", limit=1)) == 1
    assert [correction.edits for correction in found] == sorted(correction.edits for correction in found)


@pytest.mark.parametrize("typed", ["xopeland", "opeland", "dopeland"])
def test_the_first_letter_must_be_right(gazetteer: Gazetteer, typed: str) -> None:
    assert "copeland" not in meant(gazetteer, typed)


def test_short_words_have_one_edit_and_longer_ones_two(gazetteer: Gazetteer) -> None:
    for typed in ("stoek", "bathh", "wset", "soth", "corby", "lueds"):
        assert all(correction.edits == 1 for correction in gazetteer.corrections(typed)), typed
    assert any(correction.edits == 2 for correction in gazetteer.corrections("birmngam"))
    assert "birmingham" not in meant(gazetteer, "birnngam")


@pytest.mark.parametrize("typed", ["", "a", "ab", "b2b", "2017", "zzzzzz", "qqqqqqqq"])
def test_words_with_no_correction(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.corrections(typed) == []


def test_everyday_words_are_never_corrected(gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    assert len(lexicon.english) > 2000
    assert [word for word in lexicon.english if gazetteer.corrections(word)] == []
    assert gazetteer.corrections("biscuits") == []


def test_a_name_is_no_typo_of_itself(gazetteer: Gazetteer) -> None:
    for word in ("copeland", "truro", "labour", "harrison", "majority"):
        assert gazetteer.known(word)
        assert word not in meant(gazetteer, word)
    assert not gazetteer.known("copland")


def test_direction_words_lead_only_to_themselves(gazetteer: Gazetteer) -> None:
    for word in DIRECTIONS:
        assert not set(meant(gazetteer, word)) & set(DIRECTIONS)
    assert "north" in meant(gazetteer, "nort")
    assert not {"south", "east", "west"} & set(meant(gazetteer, "nort"))


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        ("bath", {"bath"}),
        ("stoke central", {"stoke-on-trent-central"}),
        ("central stoke", {"stoke-on-trent-central"}),
        ("richmond park", {"richmond-park"}),
        ("fermanagh south tyrone", {"fermanagh-and-south-tyrone"}),
        ("tyrone fermanagh south", {"fermanagh-and-south-tyrone"}),
        ("bham ladywood", {"birmingham-ladywood"}),
        ("n swindon", {"north-swindon", "swindon-north"}),
        ("brighton pavilion", {"brighton-pavilion"}),
        ("east bath", set()),
        ("north", set()),
        ("park", set()),
        ("north park", set()),
        ("the", set()),
        ("of", set()),
        ("nowhere", set()),
    ],
)
def test_partial_names(gazetteer: Gazetteer, words: str, seats: set[str]) -> None:
    assert gazetteer.partial(words.split()) == seats


def test_a_shared_word_finds_all_that_share_it(gazetteer: Gazetteer) -> None:
    assert {"stoke-on-trent-central", "stoke-on-trent-north", "stoke-on-trent-south"} <= gazetteer.partial(["stoke"])
    assert {"richmond-park", "richmond-and-northallerton"} <= gazetteer.partial(["richmond"])


def test_all_the_words_of_a_name_find_that_name_alone_unless_pooled(gazetteer: Gazetteer) -> None:
    assert gazetteer.partial(["bath"]) == {"bath"}
    assert {"bath", "north-east-somerset"} & gazetteer.partial(["bath"], pooled=True) == {"bath"}
    assert gazetteer.partial(["bath"]) <= gazetteer.partial(["bath"], pooled=True)
    assert len(gazetteer.partial(["dudley"], pooled=True)) > len(gazetteer.partial(["dudley"]))


def test_every_seat_is_found_by_its_words_in_any_order(gazetteer: Gazetteer, store: Store) -> None:
    lost = []
    for key, seat in store.fetch("SELECT key, ref FROM names WHERE kind = 'seat' AND form = 'exact'"):
        words = key.split()
        found = gazetteer.partial(words[::-1])
        if found and seat not in found:
            lost.append((key, found))
    assert lost == []


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        ("stokeontrentcentral", {"stoke-on-trent-central"}),
        ("stoke ontrent central", {"stoke-on-trent-central"}),
        ("ynysmon", {"ynys-mon"}),
        ("newforest east", {"new-forest-east"}),
        ("brightonpavilion", {"brighton-pavilion"}),
        ("bathh", set()),
        ("bat h", set()),
    ],
)
def test_names_run_together(gazetteer: Gazetteer, words: str, seats: set[str]) -> None:
    assert gazetteer.joined(words.split()) == seats


def test_labels_and_counting_parties(gazetteer: Gazetteer) -> None:
    assert gazetteer.label("stoke-on-trent-central") == "Stoke-on-Trent Central"
    assert gazetteer.label("nowhere") == "nowhere"
    assert gazetteer.has_seat("bath")
    assert not gazetteer.has_seat("nowhere")
    assert gazetteer.counting("labour-coop") == "labour"
    assert gazetteer.counting("snp") == "snp"


def test_members_and_others(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_member("snell")
    assert not gazetteer.is_member("quatermass")


def test_exact_names_of_every_kind(gazetteer: Gazetteer) -> None:
    found = gazetteer.exact(["bath", "labour", "scotland", "theresa may", "turnout", "whitehaven", "no such name"])
    kinds = {key: {name.kind for name in names} for key, names in found.items()}
    assert "seat" in kinds["bath"]
    assert "party" in kinds["labour"]
    assert "region" in kinds["scotland"]
    assert "person" in kinds["theresa may"]
    assert "explainer" in kinds["turnout"]
    assert {"seat", "place"} <= kinds["whitehaven"]
    assert "no such name" not in found


def test_places_lead_to_seats_or_to_none(gazetteer: Gazetteer) -> None:
    (whitehaven,) = gazetteer.place_seats("Whitehaven")
    assert (whitehaven.seat, whitehaven.seat_2010) == ("whitehaven-and-workington", "copeland")
    (paris,) = gazetteer.place_seats("Paris")
    assert (paris.seat, paris.seat_2010) == (None, None)


def test_places_that_are_no_seat_are_never_bent_into_one(assistant: Assistant, store: Store) -> None:
    rows = store.fetch("SELECT name FROM places WHERE seat IS NULL AND seat_2010 IS NULL ORDER BY name")
    # "Walford" is also a surname of candidates, and as one still taken for a misspelt Watford
    elsewhere = [name for (name,) in rows if name != "Walford"]
    assert len(elsewhere) > 900
    bent = {
        name: reply.headline
        for name in elsewhere
        for reply in (assistant.ask(f"who won {name}"), assistant.ask(f"{name} majority 2019"))
        if reply.kind is not Kind.DECLINE
    }
    assert bent == {}


@pytest.mark.parametrize(
    "question",
    [
        "who won blorbville in 2019",
        "majority in zibberton 2017",
        "turnout in bath east 2017",
        "who won the wibblethorpe by-election",
        "how many votes did zaphod beeblebrox get in 2015",
        "how many seats did the purple unicorn party win in 2019",
    ],
)
def test_names_that_do_not_exist_are_not_bent_either(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).kind is Kind.DECLINE


@pytest.mark.parametrize("word", ["walked", "trying", "crosses", "chose", "serving", "scrapped", "tallies", "elected"])
def test_a_form_of_an_everyday_word_is_no_typo(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.corrections(word) == []
