"""The packs written by hand: they say what they are meant to say, and the facts held bear them out."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

import pytest

from knowledge.fold import fold
from knowledge.loading.folders import read_packs, shipped_packs
from knowledge.loading.packs import load_rows
from knowledge.models.base import Row
from knowledge.models.words import Explainer
from knowledge.store.store import Store

_OURS = ("copeland-2017", "explainers", "offices", "party-names", "person-names", "place-names")
_COPELAND = "parl.copeland.by.2017-02-23"
_STOKE = "parl.stoke-on-trent-central.by.2017-02-23"


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    """Rows of the hand-written packs by table, read and validated as the program does it."""
    found: dict[str, list[Row]] = defaultdict(list)
    for file in load_rows(read_packs([shipped_packs() / name for name in _OURS])):
        found[file.table].extend(file.rows)
    return found


@pytest.fixture(scope="module")
def explainers(tables: dict[str, list[Row]]) -> dict[str, Explainer]:
    return {row.id: row for row in tables["explainers"] if isinstance(row, Explainer)}


def one(store: Store, sql: str, *params: str) -> tuple[Any, ...]:
    [row] = store.fetch(sql, params)
    return row


# Quotes


@pytest.mark.parametrize(
    ("words", "speaker", "partial"),
    [
        ("We will continue our campaigning work on the NHS, on social care, on housing.", "Jeremy Corbyn", False),
        ("I was elected to lead this party. I am proud to lead this party.", "Jeremy Corbyn", False),
        ("Our party membership is in good heart, it's very large, very strong", "Jeremy Corbyn", False),
        ("good heart", "Jeremy Corbyn", True),
        ("very disappointing", "Jeremy Corbyn", True),
        ("This is an astounding victory for the Conservative Party", "Theresa May", False),
        ("this truly is a government that working for everyone", "Theresa May", False),
        ("this truly is a government that's working for everyone", "Theresa May", False),
        ("unique circumstances", "John McDonnell", True),
        ("disinformation and misinformation", "John McDonnell", True),
        ("not going anywhere", "Paul Nuttall", True),
        ("time would come", "Paul Nuttall", True),
        ("Jeremy Corbyn doesn't represent them.", "Trudy Harrison", False),
        ("But our message was not enough to win through in Copeland.", "Jeremy Corbyn", False),
        ("Labour will go further to reconnect with voters", "Jeremy Corbyn", False),
        ("chosen the politics of hope over the politics of fear", "Gareth Snell", True),
        ("A new dawn has broken, has it not?", "Tony Blair", False),
    ],
)
def test_each_quotation_is_held_word_for_word(store: Store, words: str, speaker: str, partial: bool) -> None:
    found = store.fetch("select words, partial, role, occasion from quotes where speaker = ?", (speaker,))
    matching = [row for row in found if words in str(row[0])]
    assert any(bool(row[1]) is partial for row in matching), matching
    assert all(row[2] and row[3] for row in matching)


def test_words_without_a_named_speaker_are_given_to_nobody(store: Store) -> None:
    speaker, person = one(store, "select speaker, person from quotes where words = 'Huge wake-up call'")
    assert person is None
    assert "none of them named" in str(speaker)


def test_two_printings_of_one_sentence_name_each_other(store: Store) -> None:
    rows = store.fetch("select words, also_printed_as, source from quotes where also_printed_as <> '[]'")
    assert len({source for *_, source in rows}) == len(rows) == 2
    (first, other_of_first, _), (second, other_of_second, _) = rows
    assert all(printed in str(second) for printed in json.loads(str(other_of_first)))
    assert all(printed in str(first) for printed in json.loads(str(other_of_second)))


def test_quotes_of_the_by_elections_are_of_the_day_after_polling(store: Store) -> None:
    days = {row[0] for row in store.fetch("select distinct date from quotes where contests <> '[]'")}
    assert days == {"2017-02-24"}


# Claims


def test_exact_figures_of_claims_are_those_of_the_contests(store: Store) -> None:
    def figures(contest: str, party: str) -> tuple[Any, ...]:
        return one(
            store, "select votes, share, change from candidacy_facts where contest = ? and party = ?", contest, party
        )

    def exact(claim: str) -> str:
        return str(one(store, "select exact from claims where id = ?", claim)[0])

    for claim, contest, party in (
        ("copeland-conservative-share-up-8", _COPELAND, "conservative"),
        ("copeland-labour-share-down-5", _COPELAND, "labour"),
        ("stoke-central-labour-share-down-2", _STOKE, "labour"),
        ("stoke-central-ukip-share-up-2", _STOKE, "ukip"),
    ):
        _, share, change = figures(contest, party)
        assert f"{abs(change) * 100:.1f} points" in exact(claim), claim
        assert f"to {share * 100:.1f}%" in exact(claim), claim
    majority = one(store, "select majority from contest_facts where contest = 'parl.copeland.2015-05-07'")[0]
    assert exact("copeland-2015-majority").startswith(f"{majority:,}")
    assert f"{majority:,}" in exact("copeland-safe-seat")
    harrison, troughton = figures(_COPELAND, "conservative")[0], figures(_COPELAND, "labour")[0]
    assert exact("copeland-result-votes") == (
        f"{harrison:,} less {troughton:,} is a majority of {harrison - troughton:,}."
    )


def test_records_that_fell_since_say_so(store: Store) -> None:
    later, until = one(store, "select later, until from claims where id = 'copeland-first-government-gain-since-1982'")
    assert "Hartlepool" in str(later)
    assert until == one(store, "select date from contest_facts where contest = 'parl.hartlepool.by.2021-05-06'")[0]


def test_explanations_are_given_to_who_gave_them_and_not_judged(store: Store) -> None:
    rows = store.fetch("select statement, verdict from claims where stated_by = 'John McDonnell'")
    assert len(rows) == 2
    assert all("John McDonnell" in str(statement) and verdict == "not-checkable" for statement, verdict in rows)


# Explainers


@pytest.mark.parametrize(
    ("term", "facts"),
    [
        ("deposit", ("£500", "5%")),
        ("turnout", ("valid votes", "electorate", "registered")),
        ("electorate", ("registered",)),
        ("marginal-seat", ("small majority",)),
        ("majority", ("326 of 650",)),
        ("hung-parliament", ("half",)),
        ("hold-and-gain", ("previous general election", "by-elections")),
        ("notional-result", ("estimate", "boundaries")),
        ("swing", ("half", "rise", "fall", "Butler")),
        ("chiltern-hundreds", ("resigns", "Crown")),
        ("pre-election-period", ("purdah",)),
        ("tie", ("lot",)),
        ("thursday", ("custom", "1935")),
        ("recall-petition", ("10%", "six weeks")),
        ("first-past-the-post", ("most votes",)),
        ("speaker-seat", ("no party", "apart")),
    ],
)
def test_the_short_answer_holds_what_decides(
    explainers: dict[str, Explainer], term: str, facts: tuple[str, ...]
) -> None:
    assert [fact for fact in facts if fact not in explainers[term].short] == []


def test_no_word_is_explained_twice(explainers: dict[str, Explainer]) -> None:
    meant = Counter(key for row in explainers.values() for key in {fold(row.term), *(fold(name) for name in row.names)})
    assert [key for key, count in meant.items() if count > 1] == []


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("bye election", "by-election"),
        ("byelection", "by-election"),
        ("lose your deposit", "deposit"),
        ("losing deposit", "deposit"),
        ("fptp", "first-past-the-post"),
        ("purdah", "pre-election-period"),
        ("spoilt ballots", "rejected-ballots"),
        ("bellweather", "swing-seat"),
        ("what happens if there's a tie", "tie"),
        ("why are elections always on a thursday", "thursday"),
    ],
)
def test_explainers_are_found_as_people_type_them(store: Store, typed: str, term: str) -> None:
    assert store.fetch("select ref from names where kind = 'explainer' and key = ?", (fold(typed),)) == [(term,)]


def test_worked_examples_agree_with_the_rows(store: Store, explainers: dict[str, Explainer]) -> None:
    swing, turnout, electorate, rejected, lost, candidates = one(
        store,
        "select swing, turnout, electorate, invalid_votes, deposits_lost, candidates from contest_facts"
        " where contest = ?",
        _COPELAND,
    )
    assert f"a swing of {swing * 100:.1f}%" in str(explainers["swing"].example)
    assert f"{turnout * 100:.1f}%" in str(explainers["turnout"].example)
    assert f"{electorate:,}" in str(explainers["electorate"].example)
    assert str(explainers["rejected-ballots"].example).startswith(str(rejected))
    assert (lost, candidates) == (3, 7)
    assert "three of seven" in str(explainers["deposit"].example)


# Parties


@pytest.mark.parametrize(
    ("typed", "party"),
    [
        ("tory", "conservative"),
        ("tories", "conservative"),
        ("cons", "conservative"),
        ("lab", "labour"),
        ("libdems", "liberal-democrat"),
        ("ld", "liberal-democrat"),
        ("greens", "green"),
        ("snp", "snp"),
        ("nats", "snp"),
        ("plaid", "plaid-cymru"),
        ("kippers", "ukip"),
        ("u.k.i.p", "ukip"),
        ("reform", "reform-uk"),
        ("refuk", "reform-uk"),
        ("brexit party", "brexit-party"),
        ("dup", "dup"),
        ("shinners", "sinn-fein"),
        ("sdlp", "sdlp"),
        ("uup", "uup"),
        ("tuv", "traditional-unionist-voice"),
        ("apni", "alliance"),
        ("loonies", "official-monster-raving-loony-party"),
        ("wpb", "workers-party-of-britain"),
        ("respect", "respect-party"),
        ("change uk", "the-independent-group-for-change"),
        ("bnp", "british-national-party"),
        ("alba", "alba-party"),
        ("restore britain", "restore-britain"),
        ("sdp alliance", "sdp-liberal-alliance"),
    ],
)
def test_parties_are_found_by_what_they_are_called(store: Store, typed: str, party: str) -> None:
    found = {
        row[0]
        for row in store.fetch(
            "select coalesce(p.counts_as, p.id) from names as n join parties as p on p.id = n.ref"
            " where n.kind = 'party' and n.key = ?",
            (fold(typed),),
        )
    }
    assert party in found
    assert len(found) == 1, found


def test_a_nation_before_a_party_is_left_to_be_read(store: Store) -> None:
    keys = [f"{nation} {name}" for nation in ("scottish", "welsh") for name in ("labour", "conservatives", "tories")]
    marks = ",".join("?" * len(keys))
    assert store.fetch(f"select key from names where kind = 'party' and key in ({marks})", keys) == []


# People


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bojo", "Boris Johnson"),
        ("jezza", "Jeremy Corbyn"),
        ("sir keir", "Keir Starmer"),
        ("mogg", "Jacob Rees-Mogg"),
        ("binface", "Count Binface"),
        ("king of the north", "Andy Burnham"),
        ("ming", "Menzies Campbell"),
        ("laud hope", "Howling Laud Hope"),
    ],
)
def test_people_are_found_by_what_they_are_called(store: Store, typed: str, name: str) -> None:
    found = store.fetch(
        "select p.name from names as n join people as p on p.id = n.ref where n.kind = 'person' and n.key = ?", (typed,)
    )
    assert found == [(name,)]


def test_a_surname_alone_is_nobodys_nickname(store: Store) -> None:
    rows = store.fetch(
        "select n.name, p.family from person_names as n join people as p on p.id = n.person"
        " where n.source = 'hustings-person-names'"
    )
    assert rows
    assert [(name, family) for name, family in rows if fold(str(name)) == fold(str(family))] == []


def test_nobodys_nickname_is_another_persons_name(store: Store) -> None:
    full: dict[str, set[Any]] = defaultdict(set)
    for person, name in store.fetch("select id, name from people"):
        full[fold(str(name))].add(person)
    aliases = store.fetch("select person, name from person_names where source = 'hustings-person-names'")
    taken = [(person, name) for person, name in aliases if full.get(fold(str(name)), set()) - {person}]
    assert taken == []


# Places


@pytest.mark.parametrize(
    ("typed", "now", "before"),
    [
        ("Whitehaven", {"whitehaven-and-workington"}, {"copeland"}),
        ("Skegness", {"boston-and-skegness"}, {"boston-and-skegness"}),
        ("skeggy", {"boston-and-skegness"}, {"boston-and-skegness"}),
        ("Whitby", {"scarborough-and-whitby"}, {"scarborough-and-whitby"}),
        ("Margate", {"east-thanet"}, {"north-thanet"}),
        ("Ramsgate", {"east-thanet"}, {"south-thanet"}),
        ("scunny", {"scunthorpe"}, {"scunthorpe"}),
        ("stoke central", {"stoke-on-trent-central"}, {"stoke-on-trent-central"}),
        ("Brecon", {"brecon-radnor-and-cwm-tawe"}, {"brecon-and-radnorshire"}),
        ("Anglesey", {"ynys-mon"}, {"ynys-mon"}),
        ("King's Lynn", {"north-west-norfolk"}, {"north-west-norfolk"}),
        ("Derry", {"foyle"}, {"foyle"}),
        ("Isle of Wight", {"isle-of-wight-east", "isle-of-wight-west"}, {"isle-of-wight"}),
        ("Chester", {"chester-north-and-neston", "chester-south-and-eddisbury"}, {"city-of-chester"}),
        ("Bangor", {"bangor-aberconwy", "north-down"}, {"arfon", "north-down"}),
        ("Morden", {"mitcham-and-morden"}, {"mitcham-and-morden"}),
    ],
)
def test_places_lead_to_their_seats(store: Store, typed: str, now: set[str], before: set[str]) -> None:
    rows = [
        row
        for row in store.fetch(
            "select name, seat, seat_2010, source from places where source in"
            " ('geonames-ons-places', 'hustings-place-names')"
        )
        if fold(str(row[0])) == fold(typed)
    ]
    assert {seat for _, seat, *_ in rows} == now
    assert {old or seat for _, seat, old, _ in rows} == before


def test_every_place_leads_to_seats_of_its_boundaries(store: Store, tables: dict[str, list[Row]]) -> None:
    sets: dict[str, set[Any]] = defaultdict(set)
    for seat, boundary_set in store.fetch("select seat, boundary_set from constituencies"):
        sets[str(seat)].add(boundary_set)
    rows = [row.model_dump() for row in tables["places"]]
    astray = [row for row in rows if row["seat"] and "2024" not in sets[row["seat"]]]
    astray += [row for row in rows if row["seat"] and "2010" not in sets[row["seat_2010"] or row["seat"]]]
    assert len(rows) > 3000
    assert astray == []


def test_places_elsewhere_hide_no_seat_and_no_town(store: Store, tables: dict[str, list[Row]]) -> None:
    seats = store.fetch("select name from constituencies where boundary_set in ('2010', '2024')")
    rows = [row.model_dump() for row in tables["places"]]
    taken = {fold(str(name)) for (name,) in seats} | {fold(row["name"]) for row in rows if row["seat"]}
    elsewhere = {fold(row["name"]) for row in rows if row["kind"] == "elsewhere"}
    assert {"paris", "ohio", "atlantis", "ambridge", "anfield", "auckland"} <= elsewhere
    assert len(elsewhere) > 800
    assert elsewhere & taken == set()
