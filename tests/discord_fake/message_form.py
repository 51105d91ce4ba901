"""What Discord allows in a message: keys, mentions, components and their limits.

Only components that Hustings sends are known; any other is refused. Written from Discord's documentation, and apart
from ``bot/rendering/limits.py``, so that a slip there shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.discord_fake.forms import Form, Json, Path

COMPONENTS_V2 = 1 << 15
EPHEMERAL = 1 << 6
_KEYS = {
    "content", "tts", "nonce", "enforce_nonce", "flags", "components", "allowed_mentions", "embeds", "attachments",
}  # fmt: skip
_KNOWN_FLAGS = COMPONENTS_V2 | EPHEMERAL | (1 << 2) | (1 << 12)

ROW, BUTTON, SELECT, TEXT, SEPARATOR, CONTAINER = 1, 2, 3, 10, 14, 17


def check_message(form: Form, body: Json, path: Path = (), *, reference: bool) -> None:
    """Notes every fault of a message to be sent; ``reference``: whether it may reply to another."""
    if not form.mapping(body, path, _KEYS | ({"message_reference"} if reference else set())):
        return
    flags = body.get("flags", 0)
    if not isinstance(flags, int) or flags & ~_KNOWN_FLAGS:
        form.fault((*path, "flags"), "unknown flags")
        flags = 0
    _check_mentions(form, body.get("allowed_mentions"), (*path, "allowed_mentions"))
    if flags & COMPONENTS_V2:
        for key in ("content", "embeds"):
            if body.get(key):
                form.fault((*path, key), "cannot be used with components v2")
        _check_components(form, body.get("components"), (*path, "components"))
    elif body.get("components"):
        form.fault((*path, "flags"), "components v2 need their flag")
    else:
        form.text(body.get("content"), (*path, "content"), at_most=2000)
    if "message_reference" in body:
        keys = {"message_id", "channel_id", "guild_id", "fail_if_not_exists", "type"}
        form.mapping(body["message_reference"], (*path, "message_reference"), keys, {"message_id"})


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, nested ones included."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))


def _check_mentions(form: Form, mentions: Json, path: Path) -> None:
    if mentions is None:
        form.fault(path, "left out, so everyone may be mentioned")
    elif form.mapping(mentions, path, {"parse", "users", "roles", "replied_user"}):
        if mentions.get("parse") != []:
            form.fault((*path, "parse"), "allows mentions")
        if mentions.get("replied_user") or mentions.get("users") or mentions.get("roles"):
            form.fault(path, "pings somebody")


def _check_components(form: Form, components: Json, path: Path) -> None:
    found = form.sequence(components, path, at_least=1, at_most=40)
    for index, component in enumerate(found):
        _check_component(form, component, (*path, index), inside=None)
    if form.faults:
        return
    everything = list(walk(found))
    if len(everything) > 40:
        form.fault(path, f"must have at most 40 components in all, has {len(everything)}")
    length = sum(len(component["content"]) for component in everything if component["type"] == TEXT)
    if length > 4000:
        form.fault(path, f"must show at most 4000 characters in all, shows {length}")
    form.unique([component["custom_id"] for component in everything if "custom_id" in component], path)


def _check_component(form: Form, component: Json, path: Path, *, inside: int | None) -> None:
    kind = component.get("type", 0) if isinstance(component, dict) else 0
    places = {ROW: (None, CONTAINER), TEXT: (None, CONTAINER), SEPARATOR: (None, CONTAINER), CONTAINER: (None,),
              BUTTON: (ROW,), SELECT: (ROW,)}  # fmt: skip
    if inside not in places.get(kind, ()):
        form.fault((*path, "type"), f"component {kind} cannot be here")
    elif kind == CONTAINER:
        _check_container(form, component, path)
    elif kind == ROW:
        _check_row(form, component, path)
    elif kind == TEXT:
        form.mapping(component, path, {"type", "id", "content"})
        form.text(component.get("content"), (*path, "content"), at_most=4000)
    elif kind == SEPARATOR:
        form.mapping(component, path, {"type", "id", "divider", "spacing"})
        form.one_of(component.get("spacing", 1), (*path, "spacing"), (1, 2))
    elif kind == BUTTON:
        _check_button(form, component, path)
    else:
        _check_select(form, component, path)


def _check_container(form: Form, component: Json, path: Path) -> None:
    form.mapping(component, path, {"type", "id", "accent_color", "spoiler", "components"}, {"components"})
    colour = component.get("accent_color")
    if colour is not None and not (isinstance(colour, int) and 0 <= colour <= 0xFFFFFF):
        form.fault((*path, "accent_color"), "must be a colour")
    for index, child in enumerate(form.sequence(component.get("components"), (*path, "components"), at_most=40)):
        _check_component(form, child, (*path, "components", index), inside=CONTAINER)


def _check_row(form: Form, component: Json, path: Path) -> None:
    form.mapping(component, path, {"type", "id", "components"}, {"components"})
    children = form.sequence(component.get("components"), (*path, "components"), at_least=1, at_most=5)
    for index, child in enumerate(children):
        _check_component(form, child, (*path, "components", index), inside=ROW)
    if len(children) > 1 and any(isinstance(child, dict) and child.get("type") == SELECT for child in children):
        form.fault((*path, "components"), "a select fills a row")


def _check_button(form: Form, button: Json, path: Path) -> None:
    form.mapping(button, path, {"type", "id", "style", "label", "custom_id", "disabled"}, {"style", "custom_id"})
    form.one_of(button.get("style"), (*path, "style"), (1, 2, 3, 4))
    form.text(button.get("label"), (*path, "label"), at_most=80)
    form.text(button.get("custom_id"), (*path, "custom_id"), at_most=100)


def _check_select(form: Form, select: Json, path: Path) -> None:
    known = {"type", "id", "custom_id", "placeholder", "min_values", "max_values", "disabled", "options", "required"}
    form.mapping(select, path, known, {"custom_id", "options"})
    form.text(select.get("custom_id"), (*path, "custom_id"), at_most=100)
    form.text(select.get("placeholder", ""), (*path, "placeholder"), at_least=0, at_most=150)
    options = form.sequence(select.get("options"), (*path, "options"), at_least=1, at_most=25)
    for index, option in enumerate(options):
        place = (*path, "options", index)
        if form.mapping(option, place, {"label", "value", "description", "default"}, {"label", "value"}):
            form.text(option.get("label"), (*place, "label"), at_most=100)
            form.text(option.get("value"), (*place, "value"), at_most=100)
    form.unique([option.get("value") for option in options if isinstance(option, dict)], (*path, "options"))
