"""The opt-in list holds single words, sorted so that no question can be read from it, and never stops a reply."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from bot.assistant import Assistant, build_parts
from bot.gaps import Gap, GapsLog, read_gaps
from bot.reading.memory import Memory
from knowledge.store.store import Store


def test_only_single_words_in_no_order_are_kept(tmp_path: Path) -> None:
    log = GapsLog(tmp_path / "lists" / "gaps.txt")
    log(("zebra crossing", "Apple", "123", "x" * 40))
    log(("zebra",))
    assert (tmp_path / "lists" / "gaps.txt").read_text() == "apple\ncrossing\nzebra\nzebra\n"
    assert read_gaps(tmp_path / "lists" / "gaps.txt") == [Gap("zebra", 2), Gap("apple", 1), Gap("crossing", 1)]


def test_a_question_leaves_only_what_was_not_explained(store: Store, tmp_path: Path) -> None:
    log = tmp_path / "gaps.txt"
    assistant = Assistant(parts=build_parts(store, date(2026, 8, 20)), memory=Memory(), gaps=GapsLog(log))
    assistant.ask("who won Copeland flibbertigibbet?")
    assert log.read_text() == "flibbertigibbet\n"


def test_a_list_that_cannot_be_written_stops_no_reply(store: Store, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    gaps = GapsLog(blocked / "gaps.txt")
    assistant = Assistant(parts=build_parts(store, date(2026, 8, 20)), memory=Memory(), gaps=gaps)
    assert assistant.ask("who won Copeland flibbertigibbet?").headline


def test_the_verb_lists_the_commonest_first(tmp_path: Path) -> None:
    log = tmp_path / "gaps.txt"
    log.write_text("swingometer\nwards\nswingometer\n")
    environment = {**os.environ, "HUSTINGS_GAPS_LOG": str(log)}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "knowledge", "gaps"], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.split() == ["2", "swingometer", "1", "wards"]
