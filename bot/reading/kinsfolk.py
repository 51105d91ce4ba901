"""What somebody else says: "my dad swears the liberals got more" asks whether it is so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.reading.scan import Token

_WITHIN = 7
"""Words from the beginning within which somebody is said to say something."""


def heard(
    tokens: list[Token], breaks: frozenset[int], groups: Mapping[str, frozenset[str]]
) -> tuple[list[Token], frozenset[int]]:
    """The words with "my dad swears that" as the one word that asks whether it is true, where nothing else is asked."""
    kin = groups["kin"]
    said = next((at for at, token in enumerate(tokens[:_WITHIN]) if token.text in kin), None)
    if said is None:
        return tokens, breaks
    start = said - 1 if said and tokens[said - 1].text in groups["kin_leads"] else said
    end = _claim_end(tokens, said + 1, groups)
    if not end or end >= len(tokens) or not _states(tokens[end:], groups):
        return tokens, breaks
    asking = tokens[start]._replace(text="true", base="true", end=tokens[end - 1].end)
    cut = end - start - 1
    moved = frozenset(at if at <= start else max(start + 1, at - cut) for at in breaks)
    return [*tokens[:start], asking, *tokens[end:]], moved


def _claim_end(tokens: Sequence[Token], at: int, groups: Mapping[str, frozenset[str]]) -> int:
    """Where the words of saying end: "at work keeps saying that", "told me"; 0 where there are none."""
    for verb in range(at, min(at + 4, len(tokens))):
        if tokens[verb].text in groups["claimers"]:
            end = verb + 1
            while end < len(tokens) and tokens[end].text in groups["claim_ends"]:
                end += 1
            return end
        if tokens[verb].text not in groups["claim_asides"]:
            return 0
    return 0


def _states(tokens: Sequence[Token], groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether words state something: no question word stands among them, and no verb opens them."""
    return tokens[0].text not in groups["openers"] and groups["askers"].isdisjoint(token.text for token in tokens)
