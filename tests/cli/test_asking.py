"""``hustings ask``: answers, exit codes and JSON lines, with a small service."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.terminal.asking import ask, ask_lines
from tests.discord.service import SmallService

KEYS = [
    "id", "kind", "headline", "text", "query", "read_as", "options", "reason", "sources", "elapsed_ms",
]  # fmt: skip


@pytest.mark.parametrize(("question", "code"), [("copeland", 0), ("stoke", 3), ("the weather", 4)])
def test_the_exit_code_tells_the_kind(question: str, code: int) -> None:
    out = io.StringIO()
    assert ask(SmallService(), question, as_json=False, out=out) == code
    assert out.getvalue().endswith("\n")


def test_json_is_one_object_with_the_keys_of_the_contract() -> None:
    out = io.StringIO()
    ask(SmallService(), "copeland", as_json=True, out=out)
    assert out.getvalue().count("\n") == 1
    data = json.loads(out.getvalue())
    assert list(data) == KEYS
    assert data["id"] is None
    assert data["kind"] == "answer"
    assert data["reason"] is None
    assert data["options"] == []
    assert data["sources"] == [
        {
            "title": "House of Commons Library, By-elections in the 2015 Parliament",
            "address": "https://commonslibrary.parliament.uk/research-briefings/cbp-7417/",
            "as_of": "2017-06-09",
        }
    ]
    assert data["elapsed_ms"] >= 0


def lines(*asked: str, service: SmallService | None = None) -> list[dict[str, Any]]:
    """The replies to lines of input."""
    out = io.StringIO()
    assert ask_lines(service or SmallService(), io.StringIO("\n".join(asked) + "\n"), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_lines_are_answered_in_order_under_their_ids() -> None:
    replies = lines(
        '{"id": "a", "question": "copeland"}', "", '{"id": 2, "question": "stoke", "more": true}',
        '{"id": null, "question": "rain"}',
    )  # fmt: skip
    assert [(reply["id"], reply["kind"]) for reply in replies] == [
        ("a", "answer"), (2, "clarify"), (None, "decline"),
    ]  # fmt: skip
    assert replies[1]["options"][0]["label"] == "Stoke-on-Trent Central"
    assert replies[1]["options"][0]["query"]["where"]["seats"] == ["stoke-on-trent-central"]
    assert replies[2]["reason"] == "out_of_scope"


def test_lines_of_one_conversation_are_turns_of_it() -> None:
    service = SmallService()
    lines(
        '{"id": 1, "question": "copeland", "conversation": "x"}',
        '{"id": 2, "question": "stoke"}',
        '{"id": 3, "question": "copeland", "conversation": "x"}',
        '{"id": 4, "question": "copeland", "conversation": 7}',
        service=service,
    )
    conversations = [conversation for _, conversation in service.asked]
    assert conversations[0] == conversations[2] is not None
    assert conversations[1] is None
    assert conversations[3] not in {None, conversations[0]}


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        ("not json", None),
        ('{"id": 5}', 5),
        ('{"question": "copeland"}', None),
        ('{"id": "x", "question": 3}', "x"),
        ('{"id": {"a": 1}, "question": "copeland"}', None),
        ("[1]", None),
        ("[" * 5000, None),
        ('{"id": 1, "question": "broken"}', 1),
    ],
)
def test_a_bad_line_gets_an_error_and_the_rest_goes_on(
    line: str, identity: object, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = lines(line, '{"id": "next", "question": "copeland"}')
    assert set(bad) == {"id", "error"}
    assert bad["id"] == identity
    assert bad["error"]
    assert good["id"] == "next"
    assert good["kind"] == "answer"


def test_each_reply_is_written_before_the_next_line_is_read() -> None:
    out = io.StringIO()
    written: list[int] = []

    def read() -> Iterator[str]:
        for _ in range(3):
            yield '{"id": 1, "question": "copeland"}\n'
            written.append(out.getvalue().count("\n"))

    ask_lines(SmallService(), read(), out)
    assert written == [1, 2, 3]
