"""Mentions, replies and direct messages, with the real client."""

from __future__ import annotations

import pytest

from bot.discord_app.client import HustingsClient
from knowledge.query import About
from tests.discord.conftest import StartBot
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord, words
from tests.discord_fake.message_form import CONTAINER
from tests.discord_fake.server import Call
from tests.discord_fake.world import ALICE, BOB, BOT, DIRECT, GENERAL, OTHER, Channel, Person


def sent(server: FakeDiscord) -> list[Call]:
    """The messages that the bot tried to send."""
    return [call for call in server.calls if call.method == "POST" and call.path.endswith("/messages")]


async def test_a_mention_is_answered_in_the_colour_of_the_winner(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    message = await discord_server.say("who won Copeland?")
    reply = await discord_server.reply_to(message)
    container = reply["components"][0]
    assert container["type"] == CONTAINER
    assert container["accent_color"] == 0x0087DC
    assert words(reply).startswith("### Trudy Harrison (Conservative) won")
    assert "2. Gillian Troughton (Labour) 11,601, 37.3%, -4.9" in words(reply)
    assert "-# How I read it" in words(reply)
    assert service.asked == [("who won Copeland?", f"{ALICE.id}:{GENERAL}")]


async def test_a_direct_message_needs_no_mention(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    reply = await discord_server.reply_to(await discord_server.say("copeland", channel=DIRECT))
    assert "Trudy Harrison" in words(reply)


async def test_a_reply_to_the_bot_goes_on_with_its_conversation_whoever_writes_it(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    first = await discord_server.reply_to(await discord_server.say("copeland"))
    answer = await discord_server.reply_to(await discord_server.reply("and stoke?", first, author=BOB))
    assert "Which Stoke" in words(answer)
    assert service.asked[1] == ("and stoke?", f"{ALICE.id}:{GENERAL}")


async def test_people_do_not_share_a_conversation(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    for author in (ALICE, BOB):
        await discord_server.reply_to(await discord_server.say("copeland", author=author))
    assert [whose for _, whose in service.asked] == [f"{ALICE.id}:{GENERAL}", f"{BOB.id}:{GENERAL}"]


async def test_nobody_else_is_answered(bot: HustingsClient, discord_server: FakeDiscord, service: SmallService) -> None:
    await discord_server.say("copeland", to_bot=False)
    await discord_server.say("@everyone copeland", to_bot=False, mention_everyone=True)
    await discord_server.say("copeland", author=Person("5", "other bot", bot=True))
    await discord_server.say("copeland", webhook_id="77")
    await discord_server.say("copeland", type=7)
    last = await discord_server.say("stoke")
    await discord_server.reply_to(last)
    assert len(sent(discord_server)) == 1
    assert [what for what, _ in service.asked] == ["stoke"]


async def test_a_mention_alone_gets_the_help(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    reply = await discord_server.reply_to(await discord_server.say("   "))
    assert "About help" in words(reply)
    assert service.asked[0][0] == About(topic="help")


async def test_mentions_and_emoji_in_a_question_are_left_out(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    text = f"<@{BOB.id}> <:vote:123> who won <#{OTHER}> copeland <@&9> </ask:1> <@!{BOT}>?"
    await discord_server.reply_to(await discord_server.say(text))
    assert service.asked[0][0] == "who won copeland ?"


async def test_what_a_user_typed_is_shown_as_it_stands_and_pings_nobody(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    message = await discord_server.say("*bold* @everyone [x](http://evil.example) `code` \u202e <t:1>", channel=DIRECT)
    text = words(await discord_server.reply_to(message))
    assert "@everyone" not in text
    assert r"\*bold\*" in text
    assert r"\[x](http" in text
    assert "\u202e" not in text
    assert r"\<t:1>" in text


async def test_a_deleted_question_is_still_answered(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    message = await discord_server.say("copeland")
    del discord_server.world.messages[message["id"]]
    assert "Trudy Harrison" in words(await discord_server.reply_to(message))


async def test_where_the_bot_may_not_write_the_asker_gets_the_answer_alone(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    discord_server.world.channels[GENERAL].denied.add("send")
    await discord_server.say("copeland")
    calls = await discord_server.wait_for(lambda call: call.path == f"/channels/{DIRECT}/messages", count=2)
    assert "may not write in that channel" in words(calls[0].answer)
    assert "Trudy Harrison" in words(calls[1].answer)


async def test_where_the_bot_may_write_to_nobody_it_logs_that(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord_server.world.channels[GENERAL].denied.add("send")
    discord_server.world.channels[DIRECT].denied.add("direct")
    await discord_server.say("copeland")
    await discord_server.until(lambda: "not permitted to write to the asker" in caplog.text)
    assert "50007" in caplog.text


async def test_without_the_history_the_answer_comes_as_no_reply(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    discord_server.world.channels[GENERAL].denied.add("history")
    await discord_server.say("copeland")
    calls = await discord_server.wait_for(lambda call: call.path.endswith("/messages") and call.status == 200)
    assert "message_reference" not in calls[0].body
    assert "Trudy Harrison" in words(calls[0].answer)


async def test_a_reply_too_long_for_discord_is_shortened_and_says_so(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    text = words(await discord_server.reply_to(await discord_server.say("long")))
    assert len(text) <= 4000
    assert " more" in text


async def test_a_failing_answer_is_a_sentence_and_nothing_of_the_question_is_logged(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    reply = await discord_server.reply_to(await discord_server.say("broken secret words"))
    assert words(reply) == "Something went wrong on my side, and I could not answer. Please try again later."
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


async def test_a_channel_list_holds_for_mentions_threads_and_not_for_direct_messages(
    start_bot: StartBot, discord_server: FakeDiscord
) -> None:
    discord_server.world.channels["31"] = Channel("31", name="thread", kind=11, parent=GENERAL)
    async with start_bot(channels=frozenset({int(GENERAL)})):
        for channel, expected in (
            (GENERAL, "Trudy Harrison"),
            ("31", "Trudy Harrison"),
            (DIRECT, "Trudy Harrison"),
            (OTHER, f"I answer in <#{GENERAL}>"),
        ):
            reply = await discord_server.reply_to(await discord_server.say("copeland", channel=channel))
            assert expected in words(reply)
