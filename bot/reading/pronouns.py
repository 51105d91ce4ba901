"""Pronouns of a conversation as the name they stand for: "is he still the mp" is asked of whoever was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from bot.reading.scan import Token
from knowledge.fold import fold
from knowledge.query import Check, Count, Governments, History, Listing, OfficeHolder, Rank, Totals

_OF_ANYBODY = History | Governments | Totals | Rank | Listing | Count | Check
"""Questions that, without people, are of a seat, a party or the country."""


def asked_by_name(reader: Reader, tokens: Sequence[Token], quoted: str | None, people: Sequence[str]) -> Read | None:
    """What is asked with the name of the one person spoken of in place of a pronoun; None where it is not of them."""
    card = reader.catalogue.person(people[0]) if len(people) == 1 else None
    pronouns = reader.lexicon.groups["person_pronouns"]
    at = next((at for at, token in enumerate(tokens) if token.text in pronouns), None)
    if card is None or at is None:
        return None
    named = [tokens[at]._replace(text=word, base=word) for word in fold(card.name).split()]
    outcome = reader.read_tokens([*tokens[:at], *named, *tokens[at + 1 :]], frozenset(), quoted)
    told = outcome.query.model_dump_json() if isinstance(outcome, Read) else ""
    theirs = f'"{people[0]}"' in told or f'"{card.name}"' in told
    return replace(outcome, carried=True) if isinstance(outcome, Read) and theirs else None


def passes_over(outcome: Outcome | None) -> bool:
    """Whether a reading is of nobody though somebody may be meant."""
    if isinstance(outcome, Read) and isinstance(outcome.query, OfficeHolder):
        return not (outcome.query.person or outcome.query.before or outcome.query.after)
    if not isinstance(outcome, Read) or not isinstance(outcome.query, _OF_ANYBODY):
        return False
    where = getattr(outcome.query, "where", None)
    return where is None or not where.people
