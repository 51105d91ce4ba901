"""Verbs parted from their "out", and the day of the week before a date: put together, or left off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Message, Token, TokenKind

_FAR = 4
"""Message at most that stand between a verb and its "out"."""
Groups = Mapping[str, frozenset[str]]


def put_right(words: Message, lexicon: Lexicon) -> Message:
    """The words without what parts a verb, or stands before a date."""
    groups, texts = lexicon.groups, {token.text for token in words[0]}
    if "out" in texts and not groups["parted_verbs"].isdisjoint(texts):
        words = _put_together(words, groups)
    return words if groups["weekdays"].isdisjoint(texts) else _without_weekday(words, groups, lexicon.forms.months)


def _put_together(words: Message, groups: Groups) -> Message:
    """ "who knocked esther mcvey out" as "who knocked out esther mcvey": nothing else may stand between."""
    tokens, breaks = words
    ends = [at for at in range(2, len(tokens)) if tokens[at].text == "out"]
    for end in ends:
        for at in range(end - 2, max(-1, end - _FAR - 2), -1):
            between = tokens[at + 1 : end]
            if any(token.kind is not TokenKind.WORD or token.text in groups["parting_words"] for token in between):
                break
            if not breaks.isdisjoint(range(at + 1, end + 1)):
                break
            if tokens[at].text in groups["parted_verbs"]:
                return [*tokens[: at + 1], tokens[end], *between, *tokens[end + 1 :]], breaks
    return words


def _without_weekday(words: Message, groups: Groups, months: Mapping[str, int]) -> Message:
    """ "thurs 20 july 2023" as "20 july 2023": the date says which day it was."""
    tokens, breaks = words
    for at, token in enumerate(tokens):
        if token.text not in groups["weekdays"]:
            continue
        end = at + 2 if [behind.text for behind in tokens[at + 1 : at + 2]] == ["the"] else at + 1
        if _is_date(tokens[end : end + 3], months):
            gone = end - at
            kept = frozenset(i - gone if i >= end else i for i in breaks if i <= at or i > end)
            return [*tokens[:at], *tokens[end:]], kept
    return words


def _is_date(tokens: Sequence[Token], months: Mapping[str, int]) -> bool:
    """Whether words open with a date: "20 july", "july 20", "20/7/2023", "20th of july"."""
    if tokens and tokens[0].kind is TokenKind.DATE:
        return True
    dated = [token for token in tokens if token.text != "of"][:2]
    return any(token.text in months for token in dated) and any(token.kind is TokenKind.NUMBER for token in dated)
