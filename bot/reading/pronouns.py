"""Pronouns of a conversation as the name they stand for: "is he still the mp" is asked of whoever was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.conversation import Turn, carried
from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from bot.reading.scan import Token
from bot.reading.spans import Cover
from knowledge.fold import fold
from knowledge.queries.catalogue import PersonCard
from knowledge.query import (
    Check,
    Count,
    Explain,
    Focus,
    Governments,
    History,
    Listing,
    OfficeHolder,
    OnDay,
    Rank,
    Result,
    Selection,
    Totals,
)

_GENDERED = (("male", "male_pronouns"), ("female", "female_pronouns"))
"""The gender of somebody, and the words that can only mean them."""
_OF_ANYBODY = History | Governments | Totals | Rank | Listing | Count | Check | Explain
"""Questions that, without people, are of a seat, a party, the country or a word."""
_OF_DEFEAT = frozenset({"aux", "beat", "lose", "versus", "who"})
"""Cues of a question for whoever beat somebody."""
_OF_PARTY = frozenset({"aux", "candidates", "party_of", "stand", "versus"})
"""Cues beside which no more is asked than whether somebody was of a party."""


def of_gender(reader: Reader, tokens: Sequence[Token], turn: Turn) -> Turn | None:
    """The turn with whom "he" or "she" can mean of those it spoke of; None where they can mean none of them."""
    gender, asked = _gender(reader, tokens), carried(turn.query).people
    people = turn.told.people or asked
    if gender is None or not people:
        return turn
    left = _fitting(reader, people, gender) or _fitting(reader, asked, gender)
    if left and set(left) != set(people):
        return replace(turn, told=replace(turn.told, people=left))
    named = bool(left) or bool(reader.slots(reader.cover(tokens)).people)
    return turn if named else None


def may_mean(reader: Reader, tokens: Sequence[Token], people: Sequence[str]) -> bool:
    """Whether "he" or "she", where either stands in words, can mean any of some people."""
    gender = _gender(reader, tokens)
    held = [id_ for id_ in people if reader.catalogue.person(id_) is not None]
    return gender is None or not held or bool(_fitting(reader, held, gender))


def _gender(reader: Reader, tokens: Sequence[Token]) -> str | None:
    """Of which gender words speak of somebody; None where of neither or of both."""
    groups, texts = reader.lexicon.groups, {token.text for token in tokens}
    meant = [gender for gender, group in _GENDERED if not groups[group].isdisjoint(texts)]
    return meant[0] if len(meant) == 1 else None


def _fitting(reader: Reader, people: Sequence[str], gender: str) -> tuple[str, ...]:
    """Those of some people who may be of a gender."""
    cards = map(reader.catalogue.person, people)
    return tuple(card.id for card in cards if card is not None and card.gender in (None, gender))


def of_own_name(reader: Reader, tokens: Sequence[Token]) -> bool:
    """Whether the one word that may point back is of somebody named before it: "did liz truss lose her seat"."""
    groups = reader.lexicon.groups
    pointing = [at for at, token in enumerate(tokens) if token.text in groups["pronouns"]]
    if len(pointing) != 1 or tokens[pointing[0]].text not in groups["person_pronouns"]:
        return False
    cover = reader.cover(tokens)
    named = [cover.spans[slot.span] for slot in reader.slots(cover).people]
    opens = tokens[0].text in groups["markers"]
    return not opens and any(span.end <= pointing[0] for span in named)


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
    if not isinstance(outcome, Read) or not (theirs or _of_their_contest(outcome, card)):
        return None
    return replace(outcome, carried=True)


def _of_their_contest(read: Read, card: PersonCard) -> bool:
    """Whether a contest is asked of by its day, in which somebody stood: "by how much did she lose"."""
    where = getattr(read.query, "where", None)
    if not isinstance(where, Selection) or not isinstance(where.when, OnDay):
        return False
    day = where.when.day
    return any(stand.date == day and stand.seat in where.seats for stand in card.stands)


def asks_of_them(read: Read, cover: Cover) -> bool:
    """Whether a question with a name put in is surely the one meant."""
    return _asks_party(read, cover) or _asks_victor(read, cover)


def _asks_party(read: Read, cover: Cover) -> bool:
    """ "was he a tory": whether somebody stood for a party, and not whether they won for it."""
    if not isinstance(read.query, Check) or not (read.query.where.people and read.query.where.parties):
        return False
    named = any(s.seat or s.area or s.time or s.number or s.unknown for s in cover.spans)
    return not named and cover.cues <= _OF_PARTY


def _asks_victor(read: Read, cover: Cover) -> bool:
    """ "who did he lose to": whoever beat them, and not the runner-up that they may have been."""
    query = read.query
    lost = isinstance(query, Result) and query.focus is Focus.WINNER and bool(query.where.people)
    named = any(s.seat or s.area or s.time or s.party or s.number or s.unknown for s in cover.spans)
    return lost and not named and {"who", "lose"} <= cover.cues <= _OF_DEFEAT


def passes_over(outcome: Outcome | None) -> bool:
    """Whether a reading is of nobody though somebody may be meant."""
    if isinstance(outcome, Read) and isinstance(outcome.query, OfficeHolder):
        return not (outcome.query.person or outcome.query.before or outcome.query.after)
    if not isinstance(outcome, Read) or not isinstance(outcome.query, _OF_ANYBODY):
        return False
    where = getattr(outcome.query, "where", None)
    return where is None or not where.people
