"""What goes wrong between the bot and Discord: limits, errors, dropped connections, bursts."""

from __future__ import annotations

import logging
import os
import signal

import pytest

from bot.discord_app.client import HustingsClient
from bot.discord_app.logs import QuietFormatter, set_up_logs
from bot.discord_app.running import stop_on_signal
from tests.discord.conftest import StartBot
from tests.discord.service import SmallService
from tests.discord_fake.discord import COMMAND, FakeDiscord, words
from tests.discord_fake.world import ALICE, GENERAL, GUILD, TOKEN


async def test_a_rate_limit_is_waited_for(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    discord_server.trouble("POST", "/channels", 429, retry_after=0.02, times=2)
    reply = await discord_server.reply_to(await discord_server.say("copeland"))
    assert "Trudy Harrison" in words(reply)
    statuses = [call.status for call in discord_server.calls if call.path.startswith("/channels")]
    assert statuses == [429, 429, 200]


async def test_a_bad_gateway_is_tried_again(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    discord_server.trouble("POST", "/channels", 502)
    assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))


async def test_an_error_of_discord_is_said_once_it_listens_again(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord_server.trouble("POST", "/channels", 503)
    reply = await discord_server.reply_to(await discord_server.say("copeland"))
    assert "Something went wrong on my side" in words(reply)
    assert "status 503" in caplog.text
    assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))


async def test_an_error_that_lasts_is_logged_and_the_bot_goes_on(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord_server.trouble("POST", "/channels", 503, times=2)
    await discord_server.say("copeland")
    await discord_server.until(lambda: "could not be answered" in caplog.text)
    assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))


async def test_questions_asked_while_the_connection_was_down_are_answered_after_it_resumes(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    discord_server.gateway.cut()
    missed = await discord_server.say("copeland")
    assert "Trudy Harrison" in words(await discord_server.reply_to(missed))
    assert discord_server.gateway.resumed == 1
    assert len(discord_server.gateway.sessions) == 1


async def test_discord_may_ask_to_reconnect(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    await discord_server.gateway.ask_to_reconnect()
    missed = await discord_server.say("copeland")
    assert "Trudy Harrison" in words(await discord_server.reply_to(missed))
    assert discord_server.gateway.resumed == 1


async def test_a_signal_ends_the_bot_in_good_order(start_bot: StartBot, discord_server: FakeDiscord) -> None:
    async with start_bot() as client:
        stop_on_signal(client)
        os.kill(os.getpid(), signal.SIGTERM)
        await discord_server.until(client.is_closed)
        await discord_server.until(lambda: all(s.link is None for s in discord_server.gateway.sessions.values()))


async def test_two_shards_each_answer_for_their_own(start_bot: StartBot, discord_server: FakeDiscord) -> None:
    shard = (int(GUILD) >> 22) % 2
    async with start_bot(shard_count=2, shard_ids=(shard,)):
        [session] = discord_server.gateway.sessions.values()
        assert (session.shard, session.shards) == (shard, 2)
        assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))


async def test_an_interaction_that_came_too_late_is_logged_and_nothing_else(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    command = discord_server.world.command("help")
    await discord_server._interact(COMMAND, {"id": command["id"], "name": "help", "type": 1}, age=3.5)
    await discord_server.until(lambda: "could not be answered in time" in caplog.text)
    assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))


async def test_of_two_hundred_questions_at_once_none_is_lost(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    discord_server.trouble("POST", "/channels", 429, retry_after=0.01, times=5)
    asked = [await discord_server.say(f"copeland {number}") for number in range(200)]
    calls = await discord_server.wait_for(
        lambda call: call.path.startswith("/channels") and call.status == 200, count=200
    )
    answered = {str(call.body["message_reference"]["message_id"]) for call in calls}
    assert answered == {message["id"] for message in asked}
    assert len(service.asked) == 200


async def test_of_two_hundred_commands_at_once_none_is_lost(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    discord_server.time_to_answer = 30.0
    used = [await discord_server.use("ask", question=f"copeland {number}") for number in range(200)]
    for interaction in used:
        assert "Trudy Harrison" in words(await discord_server.answer_to(interaction))


async def test_the_log_of_a_working_bot_holds_no_question_no_person_and_no_token(
    start_bot: StartBot, discord_server: FakeDiscord, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("DEBUG")
    async with start_bot():
        await discord_server.reply_to(await discord_server.say("copeland secret"))
        await discord_server.reply_to(await discord_server.say("broken secret"))
        await discord_server.answer_to(await discord_server.use("ask", question="stoke secret"))
        discord_server.gateway.cut()
        await discord_server.reply_to(await discord_server.say("copeland secret"))
    log = capsys.readouterr().err
    assert "message: answer in" in log
    assert "ask: clarify in" in log
    assert "a request failed: ValueError" in log
    assert "Traceback" not in log
    for private in ("secret", ALICE.id, ALICE.name, GENERAL, TOKEN):
        assert private not in log


def test_an_exception_in_the_log_is_one_line_without_its_message() -> None:
    try:
        raise ValueError("what somebody typed")
    except ValueError as error:
        record = logging.makeLogRecord({"msg": "failed", "exc_info": (ValueError, error, None)})
    line = QuietFormatter("%(message)s").format(record)
    assert line.startswith("failed (ValueError at ")
    assert "typed" not in line
    assert "\n" not in line
