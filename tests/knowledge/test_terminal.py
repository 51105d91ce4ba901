"""The verbs of ``hustings knowledge`` as somebody types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli import main
from tests.knowledge.tiny import write_pack


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own to stand in, without settings from elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HUSTINGS_PACKS", raising=False)


def test_check_says_that_sound_packs_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "check"]) == 0
    assert capsys.readouterr().out.endswith(" packs: no faults\n")


def test_check_lists_every_fault_of_packs_named_by_setting_and_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    extra = {"people.csv": "id,name,family,gender\nzz-1,,Nobody,\nzz-2,Some Body,Body,\n"}
    for name in ("one", "two"):
        folder = tmp_path / name / "strange"
        write_pack(tmp_path / name, {}, extra)
        shutil.move(tmp_path / name / "tiny", folder)
        for file in folder.glob("*.csv"):
            if file.name != "people.csv":
                file.unlink()
    head = tmp_path / "two" / "strange" / "pack.toml"
    head.write_text(head.read_text().replace("2024-07-05", '"some day"', 1).replace('"tiny"', '"other"'))
    monkeypatch.setenv("HUSTINGS_PACKS", str(tmp_path / "one"))
    assert main(["knowledge", "check", str(tmp_path / "two")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "people.csv:2" in line] == ["strange/people.csv:2: name: expected a value"] * 2
    assert any(line.startswith("strange/pack.toml:1: as_of: expected a valid date") for line in lines)
    assert lines[-1].endswith("packs: 3 faults")


def test_faulty_packs_stop_the_start_with_the_faults_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "more" / "strange"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text("")
    monkeypatch.setenv("HUSTINGS_PACKS", str(tmp_path / "more"))
    monkeypatch.setenv("HUSTINGS_CACHE", str(tmp_path / "cache"))
    assert main(["knowledge", "build"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("5 faults in the packs:\n")
    assert "strange/pack.toml:1: title: expected a value" in err


def test_a_missing_folder_of_packs_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HUSTINGS_PACKS", "nowhere")
    assert main(["knowledge", "check"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_build_says_where_the_compiled_file_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "build"]) == 0
    file = Path(capsys.readouterr().out.partition(" (")[0])
    assert file.read_bytes().startswith(b"SQLite format 3\0")


def test_show_lists_what_is_held(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "show"]) == 0
    out = capsys.readouterr().out
    lines = [line.split() for line in out.splitlines()]
    [general] = [line for line in lines if line[:4] == ["General", "elections", "2005-05-05", "2024-07-04"]]
    assert general == ["General", "elections", "2005-05-05", "2024-07-04", "every", "candidate", "6", "3,896", "22,797"]
    for expected in ("By-elections", "Notional results", "people", "general-election-2017", "House of Commons Library",
                     "Open Parliament Licence v3.0", "Licence", "As of"):  # fmt: skip
        assert expected in out
    assert not any(character in out for character in "─│┌"), "plain where nobody looks"


def test_an_importer_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "import", "tea-leaves", str(tmp_path)]) == 1
    assert "no importer named 'tea-leaves'" in capsys.readouterr().err


def test_import_needs_the_files_it_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "import", "psephology", str(tmp_path), "--into", str(tmp_path / "packs")]) == 1
    err = capsys.readouterr().err
    assert str(tmp_path) in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["knowledge"], ["knowledge", "guess"]])
def test_other_words_are_a_mistake_in_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
