"""From an event at Discord to the reply: the real client against the stand-in for Discord that the tests use."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import Spread
from bot.service import Service
from tests.discord.client import running_bot
from tests.discord_fake.discord import FakeDiscord
from tests.discord_fake.server import Call

BURST = 200
ONE_BY_ONE = 60


@dataclass(frozen=True, slots=True)
class Replies:
    """Milliseconds from the question's event to the reply's request, and what a burst took."""

    times: Spread
    burst_seconds: float
    """From the first event to the last reply of ``BURST`` questions sent at once; 0 where none was sent."""


def measure_replies(service: Service, questions: Sequence[str], *, burst: bool = True) -> Replies:
    """Ask in Discord, one after the other and then all at once."""
    return asyncio.run(_measure(service, questions, burst))


async def _measure(service: Service, questions: Sequence[str], burst: bool) -> Replies:
    with tempfile.TemporaryDirectory() as folder:
        async with FakeDiscord() as server, running_bot(server, service, Path(folder)):
            times = [await _reply(server, question) for question in questions[:ONE_BY_ONE]]
            seconds = await _burst(server, questions) if burst else 0.0
        if server.faults:
            raise AssertionError(f"the stand-in found faults: {server.faults}")
    return Replies(Spread.of(times), seconds)


async def _reply(server: FakeDiscord, question: str) -> float:
    start = time.perf_counter()
    message = await server.say(question)
    calls = await server.wait_for(lambda call: _replies_to(call, message["id"]))
    return calls[0].at - start


async def _burst(server: FakeDiscord, questions: Sequence[str]) -> float:
    start = time.perf_counter()
    asked = {(await server.say(questions[number % len(questions)]))["id"] for number in range(BURST)}
    calls = await server.wait_for(lambda call: any(_replies_to(call, one) for one in asked), count=BURST)
    return max(call.at for call in calls) - start


def _replies_to(call: Call, message: str) -> bool:
    if call.status != 200 or not isinstance(call.body, dict):
        return False
    reference = call.body.get("message_reference")
    return reference is not None and str(reference["message_id"]) == message
