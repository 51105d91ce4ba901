"""The ``hustings`` command as a process, on the real knowledge."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]


def hustings(*words: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command, with warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "bot", *words],
        input=typed, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip


def test_a_question_is_answered_in_plain_text() -> None:
    done = hustings("ask", "who", "won", "Copeland?")
    assert done.returncode == 0
    assert done.stdout.startswith("Trudy Harrison (Conservative) won Copeland")
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("question", "kind", "code"),
    [
        ("who won Stoke in 2015?", "clarify", 3),
        ("will it rain tomorrow?", "decline", 4),
        ("who won Bath?", "answer", 0),
    ],
)
def test_json_and_exit_code_agree(question: str, kind: str, code: int) -> None:
    done = hustings("ask", "--json", question)
    assert done.returncode == code
    assert json.loads(done.stdout)["kind"] == kind


def test_lines_in_a_conversation_are_answered() -> None:
    asked = [
        {"id": 1, "question": "who won Copeland in 2017?", "conversation": "a"},
        {"id": 2, "question": "and in 2015?", "conversation": "a"},
    ]
    done = hustings("ask", "--jsonl", typed="".join(json.dumps(line) + "\n" for line in asked) + "nonsense\n")
    assert done.returncode == 0
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert "Harrison" in first["headline"]
    assert "Reed" in second["headline"]
    assert third.keys() == {"id", "error"}


@pytest.mark.parametrize(
    "words", [("ask",), ("ask", "--jsonl", "a question"), ("ask", "--json", "--jsonl"), ("sing",), ()]
)
def test_wrong_use_is_told_and_exits_with_two(words: tuple[str, ...]) -> None:
    done = hustings(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_conversation_can_be_piped_in() -> None:
    done = hustings("chat", typed="who won Copeland in 2017?\nquit\n")
    assert done.returncode == 0
    assert "Trudy Harrison" in done.stdout


def test_a_reader_that_leaves_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(b'{"id": 1, "question": "who won Bath?"}\n' * 3, timeout=60)
    assert b"Traceback" not in said
    assert process.returncode == 1


def test_the_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    for verb in ("ask", "chat", "run", "sync", "knowledge"):
        assert verb in said


def test_packs_that_are_not_there_are_a_sentence(tmp_path: Path) -> None:
    done = hustings("ask", "who won Bath?", HUSTINGS_PACKS=str(tmp_path / "missing"), HUSTINGS_CACHE=str(tmp_path))
    assert done.returncode == 1
    assert "missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_answering_in_a_pipe_loads_neither_discord_nor_rich() -> None:
    script = (
        "import sys; from bot.cli import main; main(['ask', 'who won Bath?']);"
        "sys.exit(sorted(set(sys.modules) & {'discord', 'aiohttp', 'rich'}) != [])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_on_a_terminal_the_reply_is_laid_out_in_colour_unless_told_not_to(no_color: str, coloured: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    if no_color:
        environment["NO_COLOR"] = no_color
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "who won Copeland?"],
        stdout=theirs,
        stdin=theirs,
        cwd=ROOT,
        env=environment,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait(60) == 0
    text = shown.decode()
    assert "Trudy Harrison" in text
    assert "╭" in text
    assert ("\x1b[38;5;" in text or "\x1b[3" in text) is coloured
