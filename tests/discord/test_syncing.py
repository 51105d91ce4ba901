"""Commands are registered when they changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.discord.conftest import StartBot
from tests.discord_fake.discord import FakeDiscord, words


def registrations(server: FakeDiscord) -> int:
    """How often commands were registered."""
    return sum(call.method == "PUT" and call.status == 200 for call in server.calls)


async def test_a_second_start_registers_nothing_and_still_knows_the_ids(
    start_bot: StartBot, discord_server: FakeDiscord
) -> None:
    for _ in range(2):
        async with start_bot():
            answer = await discord_server.answer_to(await discord_server.use("help"))
            assert f"</ask:{discord_server.world.command('ask')['id']}>" in words(answer)
    assert registrations(discord_server) == 1


async def test_a_changed_command_is_registered_anew(
    start_bot: StartBot, discord_server: FakeDiscord, tmp_path: Path
) -> None:
    async with start_bot() as client:
        assert registrations(discord_server) == 1
        client.tree.remove_command("privacy")
        await client.sync_commands(always=False)
        await client.sync_commands(always=False)
        assert registrations(discord_server) == 2
        await client.sync_commands(always=True)
        assert registrations(discord_server) == 3


def damage(folder: Path) -> None:
    """Leaves the note of what is registered half written."""
    [note] = folder.glob("commands-*.json")
    note.write_bytes(b'{"payload": 5')


def block(folder: Path) -> None:
    """Puts a file where the folder was."""
    folder.rmdir()
    folder.write_text("a file, where a folder should be")


async def test_a_damaged_note_of_what_is_registered_is_no_harm(
    start_bot: StartBot, discord_server: FakeDiscord, tmp_path: Path
) -> None:
    async with start_bot():
        pass
    damage(tmp_path)
    async with start_bot():
        pass
    assert registrations(discord_server) == 2


async def test_where_nothing_can_be_noted_the_bot_starts_all_the_same(
    start_bot: StartBot, discord_server: FakeDiscord, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    block(tmp_path)
    async with start_bot():
        assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))
    assert "cannot note which commands are registered" in caplog.text


async def test_where_discord_refuses_the_commands_the_bot_still_answers(
    start_bot: StartBot, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    discord_server.trouble("PUT", "/applications", 503)
    async with start_bot():
        assert "Trudy Harrison" in words(await discord_server.reply_to(await discord_server.say("copeland")))
    assert "the commands could not be registered" in caplog.text
