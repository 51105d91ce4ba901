"""What the pages show is what the program does, and what they point at is there."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import pytest

from bot.answering.answer import Kind
from bot.assistant import Assistant, build_parts
from bot.reading.memory import Memory
from docs.transcript import again, transcripts
from knowledge.store.store import Store
from tests.docs.pages import ROOT, code, page, section

PAGES = ["README.md", "CONTRIBUTING.md", "PRIVACY.md", "docs/packs.md", "knowledge/LICENCES.md"]
_PUBLISHERS = re.compile(r" and (?=[A-Z])|; ")


@pytest.fixture(scope="module")
def assistant(store: Store) -> Assistant:
    """The real service."""
    return Assistant(parts=build_parts(store, date(2026, 8, 13)), memory=Memory())


def test_the_transcripts_are_what_the_commands_say() -> None:
    shown = transcripts(page("README.md"))
    assert shown
    assert [again(one) for one in shown] == shown, "python -m docs.transcript writes them anew"


def test_every_example_of_the_readme_gets_an_answer(assistant: Assistant) -> None:
    rows = section("README.md", "What it understands").partition("\n\nTypos")[0]
    examples = [question for question in code(rows) if question]
    assert len(examples) > 30
    for question in examples:
        answer = assistant.ask(question)
        assert answer.kind is Kind.ANSWER, f"{question}: {answer.headline}"


@pytest.mark.parametrize("name", PAGES)
def test_links_inside_the_repository_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page(name))
    missing = [target for target in targets if not ((ROOT / name).parent / target).exists()]
    assert missing == []


def test_the_checks_call_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^python3 -m venv .*pytest$", page("README.md"), re.MULTILINE)
    assert len(commands) == 1
    assert f"    {commands[0]}\n" in page(".ci/run")
    assert f"{commands[0]}\n" in page("CONTRIBUTING.md")


def test_the_picture_is_small_enough_to_load() -> None:
    content = (ROOT / "docs/reply.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < 200_000


def test_the_licences_name_every_publisher() -> None:
    licences = page("knowledge/LICENCES.md")
    for head in heads():
        for source in head["sources"]:
            for publisher in _PUBLISHERS.split(source["publisher"]):
                assert re.search(rf"[|,] {re.escape(publisher)}(?=,| \|)", licences), publisher


def heads() -> list[dict[str, Any]]:
    """The heads of all packs that have sources of their own."""
    found = [tomllib.loads(head.read_text(encoding="utf-8")) for head in (ROOT / "knowledge/packs").glob("*/pack.toml")]
    return [head for head in found if "sources" in head]


def test_the_readme_names_every_publisher() -> None:
    named = section("README.md", "Where the facts come from")
    publishers = {name for head in heads() for s in head["sources"] for name in _PUBLISHERS.split(s["publisher"])}
    assert {name for name in publishers if name not in named} <= {
        "Hustings",
        "EveryPolitician",
        "GOV.UK",
        "UK legislation",
    }
