"""What Discord allows in application commands and in autocomplete's choices."""

from __future__ import annotations

import re

from tests.discord_fake.forms import Form, Json, Path

_NAME = re.compile(r"[-_'\w]{1,32}")
_SLASH, _MESSAGE_MENU = 1, 3
_STRING, _INTEGER, _BOOLEAN = 3, 4, 5
_LOCALES = {"name_localizations", "description_localizations"}


def check_commands(form: Form, body: Json) -> None:
    """Notes every fault of a bulk overwrite of global commands."""
    commands = form.sequence(body, (), at_most=115)
    for index, command in enumerate(commands):
        _check_command(form, command, (index,))
    form.unique([(c.get("type"), c.get("name")) for c in commands if isinstance(c, dict)], ())


def check_choices(form: Form, choices: Json, path: Path) -> None:
    """Notes every fault of a list of choices with words as values."""
    for index, choice in enumerate(form.sequence(choices, path, at_most=25)):
        place = (*path, index)
        if form.mapping(choice, place, {"name", "value", "name_localizations"}, {"name", "value"}):
            form.text(choice.get("name"), (*place, "name"), at_most=100)
            form.text(choice.get("value"), (*place, "value"), at_most=100)


def _check_command(form: Form, command: Json, path: Path) -> None:
    known = {"type", "name", "description", "options", "nsfw", "dm_permission", "default_member_permissions",
             "contexts", "integration_types"} | _LOCALES  # fmt: skip
    if not form.mapping(command, path, known, {"type", "name"}):
        return
    form.one_of(command.get("type"), (*path, "type"), (_SLASH, _MESSAGE_MENU))
    if sorted(command.get("contexts") or ()) != [0, 1, 2] or sorted(command.get("integration_types") or ()) != [0, 1]:
        form.fault((*path, "contexts"), "installs and contexts must be said outright")
    if command.get("type") == _MESSAGE_MENU:
        form.text(command.get("name"), (*path, "name"), at_most=32)
        if command.get("description") or command.get("options"):
            form.fault((*path, "description"), "a menu has none")
        return
    _check_name(form, command.get("name"), (*path, "name"))
    form.text(command.get("description"), (*path, "description"), at_most=100)
    options = form.sequence(command.get("options", []), (*path, "options"), at_most=25)
    for index, option in enumerate(options):
        _check_option(form, option, (*path, "options", index))
    needs = [bool(option.get("required")) for option in options if isinstance(option, dict)]
    if needs != sorted(needs, reverse=True):
        form.fault((*path, "options"), "required options come first")
    form.unique([option.get("name") for option in options if isinstance(option, dict)], (*path, "options"))


def _check_option(form: Form, option: Json, path: Path) -> None:
    known = {"type", "name", "description", "required", "choices", "autocomplete", "min_value", "max_value",
             "min_length", "max_length"} | _LOCALES  # fmt: skip
    if not form.mapping(option, path, known, {"type", "name", "description"}):
        return
    form.one_of(option.get("type"), (*path, "type"), (_STRING, _INTEGER, _BOOLEAN))
    _check_name(form, option.get("name"), (*path, "name"))
    form.text(option.get("description"), (*path, "description"), at_most=100)
    if option.get("choices"):
        check_choices(form, option["choices"], (*path, "choices"))
        if option.get("autocomplete"):
            form.fault((*path, "autocomplete"), "cannot be used with choices")
    if not 1 <= option.get("max_length", 6000) <= 6000:
        form.fault((*path, "max_length"), "must be between 1 and 6000")


def _check_name(form: Form, name: Json, path: Path) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name != name.lower():
        form.fault(path, "must be a lower-case name")
