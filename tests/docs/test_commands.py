"""Every command, option and setting is documented, and nothing that is not there."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import discord
import pytest
from discord import app_commands

from bot.cli import main
from bot.discord_app.commands import add_commands
from bot.discord_app.desk import Desk
from bot.discord_app.threads import Threads
from bot.knowledge_cli import add_knowledge_parser
from bot.settings import Settings
from knowledge.importers import IMPORTERS
from tests.discord.service import SmallService
from tests.docs.pages import code, first_cells, section

SETTINGS = sorted(
    str(field.validation_alias or f"HUSTINGS_{name.upper()}") for name, field in Settings.model_fields.items()
)


def test_the_readme_lists_every_setting() -> None:
    assert sorted(code(" ".join(first_cells(section("README.md", "Settings"))))) == SETTINGS


def test_the_readme_lists_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    verbs = re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE)
    documented = code(" ".join(first_cells(section("README.md", "Commands"))))
    assert sorted({command.split()[1] for command in documented}) == sorted(verbs)


@pytest.mark.parametrize("verb", ["ask", "chat", "run", "sync"])
def test_the_readme_names_every_option_of_a_verb(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([verb, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    commands = [c for c in code(section("README.md", "Commands")) if c.startswith(f"hustings {verb}")]
    assert commands
    assert options == {option for command in commands for option in re.findall(r"--[a-z]+", command)}


def test_the_readme_lists_what_can_be_done_with_the_facts() -> None:
    documented = {
        tuple(command.split()[2:3]): command
        for command in code(" ".join(first_cells(section("README.md", "Commands"))))
        if command.startswith("hustings knowledge")
    }
    for verb, parser in knowledge_parsers():
        command = documented.pop((verb,))
        options = {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}
        assert set(re.findall(r"--[a-z]+", command)) == options
    assert documented == {}


def knowledge_parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The verbs below ``knowledge``."""
    verbs = argparse.ArgumentParser().add_subparsers()
    add_knowledge_parser(verbs)
    for action in verbs.choices["knowledge"]._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def test_the_readme_names_every_importer() -> None:
    row = next(line for line in section("README.md", "Commands").splitlines() if "knowledge import" in line)
    assert code(row.partition("importers:")[2]) == sorted(IMPORTERS)


async def test_the_readme_lists_every_command_in_discord() -> None:
    client = discord.Client(intents=discord.Intents.none())
    tree = app_commands.CommandTree(client)
    add_commands(tree, Desk(service=SmallService(), threads=Threads(), channels=frozenset()))
    menus = {menu.name for menu in tree.get_commands(type=discord.AppCommandType.message)}
    slash = {f"/{command.name}" for command in tree.get_commands(type=discord.AppCommandType.chat_input)}
    cells = first_cells(section("README.md", "Discord"))[1:]
    assert {name for cell in cells for name in code(cell)} == slash
    assert {found[1] for found in map(re.compile(r"\*\*Apps › (.+)\*\*").match, cells) if found} == menus


def test_the_invitation_asks_for_the_least_permissions() -> None:
    wanted = discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )
    address = re.search(r"https://discord\.com/oauth2/authorize\S+", section("README.md", "Discord"))
    assert address is not None
    assert f"permissions={wanted.value}" in address[0]
    assert "scope=bot+applications.commands" in address[0]
