"""Whether a follow-up keeps to what its words point at; else it would be of a winner, or of seats that nobody meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from bot.reading.conversation import Turn
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.slots import Told
from bot.reading.spans import Cover
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    Between,
    Career,
    Count,
    Explain,
    Fate,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    OnDay,
    Query,
    Rank,
    Result,
    Selection,
    Several,
    Totals,
)

_OF_ALL = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.INVALID_VOTES})
"""Figures of a contest that are nobody's."""
_NOBODYS = _OF_ALL | {Measure.MAJORITY, Measure.SWING}
_OF_WINNER = frozenset(
    {
        "by_election", "by_how_much", "closeness", "following", "get", "hold", "last", "latest", "lose", "mp",
        "party_of", "previous", "result", "runner_up", "take", "when", "who", "win",
    }
)  # fmt: skip
"""Cues of a question that a contest's winner answers, or of another contest."""
_FOUND = (Focus.WINNER, Focus.RUNNER_UP, Focus.PLACE)
_FEW = 6
"""Words at most of a message that leaves to the last question what it is of."""
_BARE = 3
"""Words at most that say so little: "how many seats"."""
_RANKING = frozenset({"aux", "get", "highest", "lowest", "what", "which", "who", "win"})
"""Cues of a ranking that do not say by what."""
_OF_HOUSE = frozenset({"by_election", "government", "members", "mp", "seats", "elected", "chamber", "outright"})
"""Cues of what the country has, and a seat has not."""
_NAMED_OF_ALL = frozenset({"electorate", "invalid_votes", "turnout", "valid_votes"})
_OF_VOTES = frozenset({Measure.VOTES, Measure.SHARE})
_VOTED = (Measure.VOTES, Measure.SHARE)
_VOTES = frozenset({"aux", "get", "how_many", "how_much", "share", "votes", "what"})


def kept_to_told(
    outcome: Outcome | None, turn: Turn, cover: Cover, groups: Mapping[str, Set[str]], catalogue: Catalogue
) -> Outcome | None:
    """What words were read as, of those that they point at; refused where it is of something else."""
    query, last, told = outcome.query if isinstance(outcome, Read) else None, turn.query, turn.told
    if not isinstance(outcome, Read) or query is None or last is None:
        return outcome
    texts = [token.text for token in cover.tokens]
    there = _told_then(query, last, told, texts, groups) or _who_stood(query, last, cover, groups)
    if there is not None:
        return replace(outcome, query=there)
    if isinstance(query, Rank) and isinstance(last, History) and cover.cues <= _RANKING:
        # "who won most", behind a seat's results: told with them
        return Read(last, carried=True) if last.ask == "results" else Refuse("words", tuple(texts))
    if _is_unranked(query, last, cover) or _is_other(query, last, cover) or _comes_back(query, texts, groups):
        return Refuse("words", tuple(texts))
    if groups["pointing_words"].isdisjoint(texts):
        return outcome
    if _picks_of_one(query, last, texts, groups) or _passes_over_them(query, last, cover, texts, groups):
        return Refuse("words", tuple(texts))
    if isinstance(last, Rank) and last.of is Of.PARTIES and not groups["they_words"].isdisjoint(texts):
        return _of_ranked_party(outcome, last, cover)
    if not isinstance(query, Result) or query.focus not in _FOUND:
        return outcome
    if "did_how" in cover.cues and not groups["they_words"].isdisjoint(texts) and not query.where.parties:
        return _of_their_party(query, last, told, catalogue) or Refuse("words", tuple(texts))
    timed = any(span.time and not span.filler for span in cover.spans)
    same = isinstance(last, Result | History) or timed or query.focus is not Focus.WINNER
    return outcome if same or not _OF_WINNER.isdisjoint(cover.cues) else Refuse("words", tuple(texts))


def strays(alone: Outcome, last: Query, cover: Cover, groups: Mapping[str, Set[str]]) -> bool:
    """Whether a few words that name nothing would be asked of the whole country, though a seat or person was spoken of.

    "how many were women", behind a seat's candidates.
    """
    query = alone.query if isinstance(alone, Read) else None
    if not isinstance(query, Totals | Count | Rank | Listing) or len(cover.tokens) > _FEW:
        return False
    where = query.where
    placed = where.seats or where.people or where.areas or where.parties or where.winner or where.lost_by
    named = any(s.seat or s.party or s.area or s.person or s.time or s.number or s.unknown for s in cover.spans)
    whole = groups["countrywide"] | groups["contest_nouns"]
    if placed or named or any(token.text in whole for token in cover.tokens):
        return False
    if isinstance(query, Rank):
        # "biggest majority" says what is ranked
        if isinstance(last, Governments) and isinstance(last.when, Between):
            return cover.cues <= _RANKING | {"closest", "safest", "listing"}
        return _of_one(last) and cover.cues <= _RANKING
    if isinstance(last, OfficeHolder):
        return True
    return _of_one(last) and (_OF_HOUSE.isdisjoint(cover.cues) or len(cover.tokens) <= _BARE)


def _of_one(last: Query) -> bool:
    """Whether a seat or somebody was spoken of."""
    where = getattr(last, "where", None)
    return isinstance(where, Selection) and bool(where.seats or where.people)


def _told_then(
    query: Query, last: Query, told: Told, texts: Sequence[str], groups: Mapping[str, Set[str]]
) -> Result | None:
    """ "whose seat was it", behind the closest of an election: whoever won it then, and not who sits there today."""
    if not isinstance(query, Holder) or not isinstance(last, Rank | Several) or told.seat is None or told.day is None:
        return None
    plain = query.where == Selection(seats=(told.seat,)) and query.at is None and query.relation is None
    if not plain or groups["past_verbs"].isdisjoint(texts):
        return None
    return Result(where=Selection(seats=(told.seat,), when=OnDay(day=told.day)), focus=Focus.WINNER)


def _is_other(query: Query, last: Query, cover: Cover) -> bool:
    """Whether a contest's winner is told where the first of several was asked for, or what a word means there."""
    if not isinstance(query, Result) or query.focus not in _FOUND:
        return False
    if isinstance(last, Explain):
        return _OF_WINNER.isdisjoint(cover.cues)
    return query.where.place is not None and isinstance(last, History | Holder | Fate)


def _is_unranked(query: Query, last: Query, cover: Cover) -> bool:
    """ "and the lowest", behind who won somewhere: nothing says by what."""
    return isinstance(query, Rank) and isinstance(last, Result) and cover.cues <= _RANKING | {"versus"}


def _passes_over_them(
    query: Query, last: Query, cover: Cover, texts: Sequence[str], groups: Mapping[str, Set[str]]
) -> bool:
    """Whether what "they" or somebody got, lost or had is asked, and another thing would be told.

    "how many votes did they lose", "how many did his runner-up get", "who beat them".
    """
    cues = cover.cues
    if isinstance(query, Count | Listing):
        return "runner_up" in cues and cues.isdisjoint({"by_election", "seats"})
    if isinstance(query, Figure):
        if {"lose", "votes"} <= cues and _OF_VOTES.issuperset(query.measures):
            return True
        of_all = bool(query.measures) and _OF_ALL.issuperset(query.measures) and cues.isdisjoint(_NAMED_OF_ALL)
        return of_all and not cues.isdisjoint({"did_how", "get", "lose"})
    if isinstance(query, Totals):
        lost = query.measures == (Measure.SEATS,) and "lose" in cues
        return lost and not groups["they_words"].isdisjoint(texts)
    if texts[-1] not in groups["they_words"] | groups["person_pronouns"]:
        # "who did he beat"
        return False
    if not isinstance(query, Result) or query.focus is not Focus.WINNER or "beat" not in cues:
        return False
    if query.where.people or query.where.parties:
        # of the latest contest there, which whoever sat long ago need not have lost
        return isinstance(last, Holder) and isinstance(query.where.when, Latest)
    return isinstance(last, Career | History | Holder)


def _comes_back(query: Query, texts: Sequence[str], groups: Mapping[str, Set[str]]) -> bool:
    """ "when did she come back", read as of the contest that was told of: it is of a later one."""
    text = f" {' '.join(texts)} "
    return isinstance(query, Figure | Result) and any(f" {phrase} " in text for phrase in groups["comebacks"])


def _of_ranked_party(outcome: Read, last: Rank, cover: Cover) -> Outcome:
    """ "how many votes did they get", behind which party came third: told with it; of no other figure is it known."""
    query = outcome.query
    if not isinstance(query, Totals) or query.where.parties:
        return outcome
    told = last.measure in _VOTED and cover.cues <= _VOTES
    return Read(last, carried=True) if told else Refuse("words", tuple(token.text for token in cover.tokens))


def _of_their_party(query: Result, last: Query, told: Told, catalogue: Catalogue) -> Read | None:
    """ "how did they do next time", behind who won or came second: that party, in that seat."""
    theirs = _their_party(last, told, catalogue)
    seats = query.where.seats or ((told.seat,) if told.seat else ())
    where = query.where.model_copy(update={"seats": seats, "parties": theirs, "people": (), "place": None})
    return Read(Result(where=where, focus=Focus.PARTY), carried=True) if theirs and seats else None


def _who_stood(query: Query, last: Query, cover: Cover, groups: Mapping[str, Set[str]]) -> Result | None:
    """ "who were they", behind how many stood: all of them, and not only who won."""
    if not isinstance(query, Result) or not isinstance(last, Figure) or last.measures != (Measure.CANDIDATES,):
        return None
    theirs = any(token.text in groups["they_words"] for token in cover.tokens)
    asked = theirs and {"who"} <= cover.cues <= {"aux", "what", "which", "who"}
    return Result(where=query.where, focus=Focus.CANDIDATES) if asked else None


def _their_party(last: Query, told: Told, catalogue: Catalogue) -> tuple[str, ...]:
    """The party of whoever was told of: "how did they do" behind who won."""
    where = getattr(last, "where", None)
    if where is not None and len(where.parties) == 1:
        parties: tuple[str, ...] = where.parties
        return parties
    card = catalogue.person(told.people[0]) if len(told.people) == 1 else None
    stood = [
        stand.party for stand in (card.stands if card else ()) if (stand.seat, stand.date) == (told.seat, told.day)
    ]
    return tuple(stood[:1])


def _picks_of_one(query: Query, last: Query, texts: Sequence[str], groups: Mapping[str, Set[str]]) -> bool:
    """ "how many of them were under 25", behind a turnout: of those who voted, and not of seats or candidates."""
    if not isinstance(last, Figure) or not last.measures or not _NOBODYS.issuperset(last.measures):
        return False
    them = groups["they_words"] | groups["picked_words"]
    picks = any(first == "of" and second in them for first, second in pairwise(texts))
    return picks and not (isinstance(query, Figure) and _OF_ALL.issuperset(query.measures))


def is_of_another(turn: Turn) -> bool:
    """Whether the answer told of somebody else than its question named, and not by an id: "who beat her"."""
    if isinstance(turn.query, Figure) and turn.query.measures == (Measure.CAUSE,):
        # "what party was he", behind who caused a by-election: he is not whoever won it
        return True
    parts = turn.query.parts if isinstance(turn.query, Several) else (turn.query,)
    found = (part for part in parts if isinstance(part, Result) and part.where.people)
    return not turn.told.people and any(part.focus in {Focus.WINNER, Focus.RUNNER_UP} for part in found)
