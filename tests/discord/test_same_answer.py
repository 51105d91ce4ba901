"""One question has one answer on every route, on the real knowledge."""

from __future__ import annotations

import io
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.terminal.asking import ask_lines
from tests.discord.client import running_bot
from tests.discord_fake.discord import FakeDiscord, pressable, words
from tests.discord_fake.world import DIRECT, OTHER

QUESTIONS = [
    "who won Copeland?",
    "full result Stoke-on-Trent Central 2017",
    "who won Stoke in 2015?",
    "seats by party in 2019",
    "what did Nuttall say?",
    "what is a by-election?",
    "highest turnout in Scotland in 2019",
    "should I vote green?",
    "qwertyuiop?",
]


@pytest.fixture
async def discord_server(assistant: Assistant, tmp_path: Path) -> AsyncIterator[FakeDiscord]:
    """A Discord with the bot, answering from the real knowledge, in it."""
    async with FakeDiscord() as server, running_bot(server, assistant, tmp_path):
        yield server
    assert server.faults == []


@pytest.mark.parametrize("question", QUESTIONS)
async def test_every_route_gives_the_same_reply(
    question: str, assistant: Assistant, discord_server: FakeDiscord
) -> None:
    server = discord_server
    replies = [
        await server.reply_to(await server.say(question)),
        await server.reply_to(await server.say(question, channel=DIRECT)),
        await server.answer_to(await server.use("ask", question=question)),
        await server.answer_to(
            await server.use_menu("Answer this", await server.say(question, to_bot=False, channel=OTHER))
        ),
    ]
    shown = [(re.sub("\n-# Asked in .*", "", words(reply)), pressable(reply)) for reply in replies]
    assert shown == shown[:1] * 4
    seen = letters(" ".join([shown[0][0], *(label for label, _ in shown[0][1])]))
    lines = in_terminal(assistant, question)
    missing = [line for line in lines if letters(re.sub(r"^\d+\. ", "", line)) not in seen]
    assert missing == []


def in_terminal(assistant: Assistant, question: str) -> list[str]:
    """The lines that the terminal shows; of sources only their titles, since addresses are links elsewhere."""
    out = io.StringIO()
    ask_lines(assistant, [json.dumps({"id": 1, "question": question})], out)
    reply = json.loads(out.getvalue())
    lines = [line for line in reply["text"].splitlines() if not line.startswith("Source: ")]
    return [reply["headline"], *lines, *(source["title"] for source in reply["sources"])]


def letters(text: str) -> str:
    """Letters and digits alone: what is left when no markup tells routes apart."""
    return "".join(filter(str.isalnum, text.casefold()))
