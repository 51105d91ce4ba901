"""Reading packs: what is right is read, what is wrong is located, and everything wrong is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.building.compiling import find_faults
from knowledge.errors import KnowledgeError, PackFaults
from knowledge.loading.folders import content_hash, pack_folders, read_packs, shipped_packs
from knowledge.loading.packs import load_rows
from knowledge.models.elections import Candidacy
from knowledge.models.words import Quote
from tests.knowledge.tiny import ROWS, write_pack

QUOTE = """
# A remark above.

[[quotes]]
id = "first"
words = "One, two"
speaker = "Ann Able"
role = "candidate"
date = 2020-01-02
occasion = "count"
contests = ["parl.bath.2019-12-12"]

[[quotes]]
id = "second"
words = "Three"
speaker = ""
role = "candidate"
date = "a Tuesday"
occasion = "count"
mood = "merry"
"""


def faults(root: Path, changes: dict[str, tuple[str, str]] | None = None, extra: dict[str, str] | None = None) -> str:
    write_pack(root, changes, extra)
    return "\n".join(map(str, find_faults(read_packs([root]))))


def test_rows_are_read_with_the_line_they_begin_on(tmp_path: Path) -> None:
    write_pack(tmp_path, {"candidacies.csv": ("Ann Able,", '"Ann\nAble",')})
    [file] = [rows for rows in load_rows(read_packs([tmp_path])) if rows.table == "candidacies"]
    first, second = file.rows[:2]
    assert isinstance(first, Candidacy)
    assert (first.name, first.votes, first.elected, first.label) == ("Ann\nAble", 520, True, None)
    assert isinstance(second, Candidacy)
    assert list(file.lines[:2]) == [2, 4]


def test_sound_packs_have_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("contests.csv", ",2000,1000", ",two,1000", "tiny/contests.csv:2: electorate: expected a valid integer"),
        ("contests.csv", ",2000,1000", ",-2000,1000", "contests.csv:2: electorate: expected greater than or equal"),
        ("elections.csv", "2019-12-12,2019", "12/12/2019,2019", "tiny/elections.csv:2: date: expected a valid date"),
        ("elections.csv", ",general,", ",local,", "elections.csv:2: kind: expected 'general', 'by-election'"),
        ("people.csv", "dc-3,Cat Cook,Cook", "dc-3,,Cook", "tiny/people.csv:4: name: expected a value"),
        ("people.csv", "dc-3,Cat Cook,Cook", "dc-3,Cat Cook", "tiny/people.csv:4: expected 3 cells, found '2'"),
        ("people.csv", "family", "surname", "tiny/people.csv:1: surname: expected one of the columns born, "),
        ("people.csv", "id,name,family", "id,id,name", "tiny/people.csv:1: id: expected each column once"),
        ("people.csv", "Cat Cook", '"Cat" Cook', "tiny/people.csv:4: expected a row of CSV"),
        ("candidacies.csv", "0.52,0.04", "52,0.04", "share: expected less than or equal to 1, found '52'"),
        ("candidacies.csv", ",1,true\n", ",1,winner\n", "candidacies.csv:2: elected: expected a valid boolean"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place_and_what_was_expected(
    tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    assert expected in faults(tmp_path, {file: (old, new)})


def test_faults_of_all_files_and_packs_are_listed_at_once(tmp_path: Path) -> None:
    write_pack(tmp_path, {"people.csv": ("dc-3,Cat Cook", "dc-3,"), "elections.csv": (",general,", ",local,")})
    other = tmp_path / "other"
    other.mkdir()
    (other / "pack.toml").write_text('id = "other"\n')
    (other / "people.csv").write_text("id,name,family,source\nx,,,nobody\n")
    found = "\n".join(map(str, find_faults(read_packs([tmp_path]))))
    assert [line.partition(" ")[0] for line in found.splitlines()] == [
        *["other/pack.toml:1:"] * 4,
        *["other/people.csv:2:"] * 2,
        "tiny/elections.csv:2:",
        "tiny/people.csv:4:",
    ]
    with pytest.raises(PackFaults) as caught:
        load_rows(read_packs([tmp_path]))
    assert len(caught.value.faults) == 8


def test_toml_rows_are_read_and_located(tmp_path: Path) -> None:
    found = faults(tmp_path, {}, {"quotes.toml": QUOTE})
    assert found.splitlines() == [
        "tiny/quotes.toml:13: date: expected a valid date or datetime, input is too short, found 'a Tuesday'",
        "tiny/quotes.toml:13: mood: expected no such field, found 'merry'",
        "tiny/quotes.toml:13: speaker: expected a value",
    ]
    good = QUOTE.partition('[[quotes]]\nid = "second"')[0]
    write_pack(tmp_path, {}, {"quotes.toml": good})
    [file] = [rows for rows in load_rows(read_packs([tmp_path])) if rows.table == "quotes"]
    [quote] = file.rows
    assert isinstance(quote, Quote)
    assert quote.contests == ("parl.bath.2019-12-12",)
    assert quote.source == "tiny-source"
    assert list(file.lines) == [4]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("quotes.toml", "[[quotes]\n", "tiny/quotes.toml:1: expected TOML"),
        ("quotes.toml", '[[quote]]\nid = "x"\n', "tiny/quotes.toml: quote: expected only [[quotes]]"),
        ("quotes.toml", 'quotes = "none"\n', "tiny/quotes.toml: quotes: expected an array of tables"),
        ("persons.csv", "id\n", "tiny/persons.csv: expected a file named after a table"),
        ("people-more.csv", "", "tiny/people-more.csv:1: expected a row naming columns"),
    ],
)
def test_files_that_hold_no_rows_of_a_table_are_faults(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in faults(tmp_path, {}, {name: text})


def test_text_that_is_not_utf_8_is_located(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "people.csv").write_bytes(ROWS["people.csv"].replace("Cat", "C\xe4t").encode("cp1252"))
    (folder / "quotes.toml").write_bytes(b'[[quotes]]\nid = "\xe4"\n')
    found = "\n".join(map(str, find_faults(read_packs([tmp_path]))))
    assert "tiny/people.csv:4: expected text in UTF-8" in found
    assert "tiny/quotes.toml:2: expected text in UTF-8" in found


def test_a_byte_order_mark_and_windows_line_ends_are_no_faults(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    text = ROWS["people.csv"].replace("\n", "\r\n")
    (folder / "people.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert find_faults(read_packs([tmp_path])) == []


def test_a_source_is_defined_once_or_alike(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    head = (folder / "pack.toml").read_text()
    head = head.partition("[files]")[0] + "[[sources]]" + head.partition("[[sources]]")[2]
    head = head.replace('id = "tiny"', 'id = "twin"')
    other = tmp_path / "twin"
    other.mkdir()
    (other / "pack.toml").write_text(head)
    assert find_faults(read_packs([tmp_path])) == []
    (other / "pack.toml").write_text(head.replace("Testers", "Others"))
    [fault] = find_faults(read_packs([tmp_path]))
    assert str(fault).startswith("twin/pack.toml:7: id: expected a source id of its own, or the definition of tiny")
    (other / "pack.toml").write_text(head.replace('id = "twin"', 'id = "tiny"'))
    [fault] = find_faults(read_packs([tmp_path]))
    assert str(fault) == f"twin/pack.toml:1: id: expected another pack id than that of {folder}, found 'tiny'"


def test_a_row_may_name_its_own_source_and_the_source_must_be_described(tmp_path: Path) -> None:
    text = "id,name,family,source\ndc-9,Zoe Zed,Zed,elsewhere\n"
    found = faults(tmp_path, {}, {"people-more.csv": text})
    assert found == "tiny/people-more.csv:2: source: expected the id of one of the sources, found 'elsewhere'"


def test_cells_of_several_values_are_separated_by_bars(tmp_path: Path) -> None:
    text = "id,term,names,short\nby-election,by-election,byelection| bye election,An election in between.\n"
    write_pack(tmp_path, {}, {"explainers.csv": text})
    [file] = [rows for rows in load_rows(read_packs([tmp_path])) if rows.table == "explainers"]
    assert file.rows[0].model_dump()["names"] == ("byelection", "bye election")


def test_unknown_keys_in_the_head_are_faults(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    head = (folder / "pack.toml").read_text()
    (folder / "pack.toml").write_text('author = "me"\n' + head.replace('publisher = "Testers"\n', ""))
    found = [str(fault) for fault in find_faults(read_packs([tmp_path]))]
    assert (
        "tiny/pack.toml: author: expected one of about, as_of, files, id, licence, sources, title, found 'author'"
        in found
    )
    assert "tiny/pack.toml:17: publisher: expected a value" in found


def test_the_content_hash_changes_with_any_byte_and_with_the_recipe_only(tmp_path: Path) -> None:
    write_pack(tmp_path / "one")
    write_pack(tmp_path / "two")
    write_pack(tmp_path / "three", {"people.csv": ("Cat", "Kat")})
    one, two, three = (content_hash(read_packs([tmp_path / name]), b"1") for name in ("one", "two", "three"))
    assert one == two != three
    assert content_hash(read_packs([tmp_path / "one"]), b"2") != one


def test_folders_without_a_head_are_left_alone(tmp_path: Path) -> None:
    write_pack(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "people.csv").write_text("nothing of ours")
    assert [folder.name for folder in pack_folders([tmp_path])] == ["tiny"]


def test_a_root_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeError, match="is not a folder"):
        read_packs([tmp_path / "file"])


def test_the_packs_that_come_with_the_program_are_found() -> None:
    assert "general-election-2017" in {folder.name for folder in pack_folders([shipped_packs()])}
