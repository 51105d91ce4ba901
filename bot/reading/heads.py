"""What a question is narrowed to apart from it: "northern ireland only: highest turnout", "..., wales alone"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.reader import Reader
from bot.reading.scan import Message, Token
from bot.reading.spans import Span

_LONG = 6
"""Message at most of such a part."""


def without_only(words: Message, quoted: str | None, reader: Reader) -> Message:
    """The words without the "only" of a part at either end that but names what is meant: naming it says as much."""
    tokens, breaks = words
    only = reader.lexicon.groups["only_that"]
    if quoted or not breaks or only.isdisjoint(token.text for token in tokens):
        return words
    cuts = sorted(cut for cut in breaks if 0 < cut < len(tokens))
    for start, end in ((0, cuts[0]), (cuts[-1], len(tokens))) if cuts else ():
        said = [at for at in range(start, end) if tokens[at].text in only]
        left = [token for at, token in enumerate(tokens[start:end], start) if at not in said]
        if len(said) == 1 and left and end - start <= _LONG and _but_names(reader, left):
            kept = [*tokens[: said[0]], *tokens[said[0] + 1 :]]
            return kept, frozenset(cut - (cut > said[0]) for cut in breaks)
    return words


def _but_names(reader: Reader, tokens: Sequence[Token]) -> bool:
    """Whether words name an area, a party or a time and nothing else."""
    spans = reader.cover(tokens).spans
    return any(map(_names, spans)) and all(_names(span) or _is_plain(span) for span in spans)


def _names(span: Span) -> bool:
    """Whether a span is a name or a time that narrows a question."""
    return bool(span.area or span.party or span.time)


def _is_plain(span: Span) -> bool:
    """Whether a span adds nothing to what it stands beside."""
    return (span.filler and not span.cues) or span.cues == ("seats",)
