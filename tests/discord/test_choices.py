"""Choices of a clarify that answer when pressed, also after a restart."""

from __future__ import annotations

import pytest

from bot.discord_app.client import HustingsClient
from bot.discord_app.custom_ids import pack
from knowledge.query import About, Result, Selection
from tests.discord.conftest import StartBot
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord, is_private, pressable, words
from tests.discord_fake.world import ALICE, GENERAL

SOUTH = Result(where=Selection(seats=("stoke-on-trent-south",)))


async def test_a_button_answers_its_choice(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    asked_back = await discord_server.reply_to(await discord_server.say("stoke"))
    buttons = dict(pressable(asked_back))
    assert list(buttons) == ["Stoke-on-Trent Central", "Stoke-on-Trent North", "Stoke-on-Trent South"]
    pressed = await discord_server.press(asked_back, buttons["Stoke-on-Trent South"])
    assert "stoke-on-trent-south" in words(await discord_server.answer_to(pressed))
    assert service.asked[-1] == (SOUTH, f"{ALICE.id}:{GENERAL}")


async def test_a_button_works_after_a_restart(start_bot: StartBot, discord_server: FakeDiscord) -> None:
    async with start_bot():
        asked_back = await discord_server.reply_to(await discord_server.say("stoke"))
    async with start_bot():
        _, custom_id = pressable(asked_back)[2]
        pressed = await discord_server.press(asked_back, custom_id)
        assert "stoke-on-trent-south" in words(await discord_server.answer_to(pressed))


async def test_many_choices_are_a_select_and_those_that_are_cut_are_listed_in_words(
    start_bot: StartBot, discord_server: FakeDiscord
) -> None:
    async with start_bot():
        asked_back = await discord_server.reply_to(await discord_server.say("long"))
        assert len(pressable(asked_back)) == 25
        assert "You can type:" in words(asked_back)
    async with start_bot():
        _, value = pressable(asked_back)[24]
        chosen = await discord_server.press(asked_back, "choices:1", value)
        assert "place-24" in words(await discord_server.answer_to(chosen))


async def test_the_choice_of_a_private_reply_is_answered_privately(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    hidden = await discord_server.use("ask", question="stoke", private=True)
    await discord_server.answer_to(hidden)
    message = next(m for m in reversed(discord_server.world.messages.values()) if m["author"]["bot"])
    pressed = await discord_server.press(message, pressable(message)[0][1])
    assert is_private(await discord_server.answer_to(pressed))


async def test_who_replies_to_the_answer_of_a_choice_goes_on_with_it(
    bot: HustingsClient, discord_server: FakeDiscord, service: SmallService
) -> None:
    asked_back = await discord_server.reply_to(await discord_server.say("stoke"))
    await discord_server.answer_to(await discord_server.press(asked_back, pressable(asked_back)[0][1]))
    answer = next(m for m in reversed(discord_server.world.messages.values()) if m["author"]["bot"])
    await discord_server.reply_to(await discord_server.reply("and copeland?", answer))
    assert service.asked[-1] == ("and copeland?", f"{ALICE.id}:{GENERAL}")


@pytest.mark.parametrize("forged", ["h1:not a choice".replace(" ", "_"), "h0:older", "h1:" + "~" * 97, "h1:0000"])
async def test_a_forged_or_outdated_choice_is_a_sentence(
    bot: HustingsClient, discord_server: FakeDiscord, forged: str
) -> None:
    packed = pack(About(topic="help"))
    assert packed is not None
    message = await discord_server.reply_to(await discord_server.say("stoke"))
    message["components"][0]["components"][1]["components"][0]["custom_id"] = forged
    answer = await discord_server.answer_to(await discord_server.press(message, forged))
    assert "older version" in words(answer)
    assert is_private(answer)
