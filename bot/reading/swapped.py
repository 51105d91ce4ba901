"""What a place took in another's stead: "hornsey swapped lib dem for labour" is "... went from lib dem to labour"."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from bot.reading.scan import Token

_FOR, _FROM, _TO, _GO = "for", "from", "to", "go"
_REACH = 5
"""Words at most from the verb to the "for"."""


def swapped(
    tokens: Sequence[Token], breaks: frozenset[int], verbs: Set[str], is_party: Callable[[str], bool]
) -> tuple[list[Token], frozenset[int]]:
    """The words with such a verb between two parties as one of going from the one to the other."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].text not in verbs:
            continue
        texts = [token.text for token in tokens]
        joint = next((n for n in range(at + 2, min(at + _REACH, len(tokens) - 1)) if texts[n] == _FOR), 0)
        given, taken = " ".join(texts[at + 1 : joint]), (" ".join(texts[joint + 1 : joint + 1 + n]) for n in (1, 2, 3))
        if not joint or any(at < cut <= joint for cut in breaks) or not (is_party(given) and any(map(is_party, taken))):
            continue
        verb = [tokens[at]._replace(text=word, base=word) for word in (_GO, _FROM)]
        to = tokens[joint]._replace(text=_TO, base=_TO)
        words = [*tokens[:at], *verb, *tokens[at + 1 : joint], to, *tokens[joint + 1 :]]
        return words, frozenset(cut + (cut > at) for cut in breaks)
    return list(tokens), breaks
