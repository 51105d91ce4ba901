"""Yes or no asked behind the time that it is asked of: "and next time round, did she keep it?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.reader import Reader
from bot.reading.scan import Token


def verb_first(reader: Reader, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words with the verb that asks ahead of the time: "did she keep it next time round"."""
    openers = reader.lexicon.groups["verb_openers"]
    at = next((at for at, token in enumerate(tokens) if token.text in openers), 0)
    if not at or at + 1 >= len(tokens):
        return tokens
    ahead = [span for span in reader.cover(tokens[:at]).spans if span.time or not (span.filler or span.soft)]
    if not ahead or any(span.time is None or span.seat or span.person for span in ahead):
        return tokens
    joining = reader.lexicon.groups["clause_leads"]
    lead = [token for token in tokens[:at] if token.text not in joining]
    return [*tokens[at:], *lead]
