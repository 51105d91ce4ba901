"""The limits that renderers keep to: Discord's, which its client does not check, and the length of a question.

Lengths are in characters as Discord counts them. Source: Discord's developer documentation, pages "Component
Reference", "Message" and "Application Commands".
"""

from __future__ import annotations

from typing import Final

QUESTION: Final = 300
"""A question longer than this is not read, on any route."""

MESSAGE_TEXT: Final = 4000
"""All text displays of one message together."""
BUTTON_LABEL: Final = 80
ROW_BUTTONS: Final = 5
SELECT_OPTIONS: Final = 25
OPTION_LABEL: Final = 100
CUSTOM_ID: Final = 100
CHOICES: Final = 25
"""Suggestions of one autocomplete."""
CHOICE_NAME: Final = 100
CHOICE_VALUE: Final = 100

ELLIPSIS: Final = "…"


def shortened(text: str, length: int) -> str:
    """``text`` in at most ``length`` characters: whole if it fits, else cut, at a word where one is near."""
    if len(text) <= length:
        return text
    cut = text[: length - len(ELLIPSIS)]
    word = cut.rfind(" ")
    if word > length * 2 // 3:
        cut = cut[:word]
    return cut.rstrip(" ,;:") + ELLIPSIS
