"""What a reading leaves open, so that what was said before may fill it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.scan import Token
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    AnyTime,
    Check,
    Compare,
    Count,
    Explain,
    Figure,
    Focus,
    Governments,
    Holder,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    Query,
    Quotes,
    Rank,
    Result,
    Selection,
    Totals,
)

_FEW = 3
_SHORT = 8
"""Words at most of a message that leaves the place or time to the conversation."""
_TERM = 9
"""Words at most of a message that asks for something a word also stands for, rather than what the word means."""
OPEN = (Latest(), Latest(kind=ElectionKind.GENERAL))
"""The times of questions that may have named none."""


def is_of_any_time(outcome: Outcome) -> bool:
    """Whether a question says nothing of its time, so that the time told before it is meant."""
    where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
    dated = isinstance(outcome, Read) and isinstance(outcome.query, Holder) and outcome.query.at is not None
    return where is not None and where.when in OPEN and not dated


def is_open_figure(outcome: Outcome) -> bool:
    """Whether a figure of somebody's is asked for, and of no time."""
    query = outcome.query if isinstance(outcome, Read) else None
    return isinstance(query, Figure) and bool(query.where.people) and query.where.when in OPEN


def is_mere_time(query: Query) -> bool:
    """Whether nothing but a time is named: "(may 15)" says when, and asks for no result."""
    where = query.where if isinstance(query, Result) else None
    return where is not None and not (where.seats or where.people or where.parties or where.areas)


def is_national(outcome: Outcome) -> bool:
    """Whether a reading is of the whole country only because it names no place; seats are the country's anyway."""
    query = outcome.query if isinstance(outcome, Read) else None
    # "how many votes did labour lose by" is set against the election before
    sides = query.sides if isinstance(query, Compare) else (query,)
    return all(isinstance(s, Totals) and not s.where.areas and Measure.SEATS not in s.measures for s in sides)


def is_of_parties(outcome: Outcome) -> bool:
    """Whether parties are told of or ranked in the whole country: "who came second in 2019", behind a seat."""
    query = outcome.query if isinstance(outcome, Read) else None
    ranked = isinstance(query, Rank) and query.of is Of.PARTIES and not query.where.areas
    return ranked or is_national(outcome)


def is_of_nowhere(query: Query | None) -> bool:
    """Whether a figure of contests, or a day, is asked for and neither place nor person nor time says of which."""
    if isinstance(query, Governments):
        return query.ask == "dates" and isinstance(query.when, Latest)
    return isinstance(query, Figure) and not (query.where.seats or query.where.people or query.where.areas)


def is_of_country(outcome: Outcome) -> bool:
    """Whether a reading is of the whole country at the latest general election, for want of any other word."""
    query = outcome.query if isinstance(outcome, Read) else None
    if isinstance(query, Governments):
        return True
    return isinstance(query, Totals) and not query.where.areas and isinstance(query.where.when, Latest)


def is_of_whole(outcome: Outcome, tokens: Sequence[Token]) -> bool:
    """Whether a party's total in the whole country is made of what is asked of "it"."""
    query = outcome.query if isinstance(outcome, Read) else None
    return isinstance(query, Totals) and not query.where.areas and any(token.text == "it" for token in tokens)


def is_untimed(outcome: Outcome) -> bool:
    """Whether a question of the whole country leaves open when: what was told before it says so."""
    query = outcome.query if isinstance(outcome, Read) else None
    if isinstance(query, OfficeHolder):
        return not (query.at or query.person or query.after or query.before or query.end)
    if not isinstance(query, Totals | Listing | Count | Rank | Check | Governments):
        return False
    where = query if isinstance(query, Governments) else query.where
    placed = isinstance(where, Selection) and (where.seats or where.people)
    return not placed and isinstance(where.when, Latest | AnyTime)


def is_aside(query: Query) -> bool:
    """Whether a clause that opens as no question is only said in passing: "cheers, ..."."""
    return isinstance(query, About | Quotes | Explain)


def only_says(read: Read, parts: int, *, passing: bool) -> bool:
    """Whether a part of several says but when, or explains in passing what a long story tells."""
    return (is_mere_time(read.query) and parts > 1) or (passing and is_aside(read.query))


def is_loose(outcome: Outcome) -> bool:
    """Whether a long message was only taken for one about words said, which may be any."""
    return isinstance(outcome, Read) and isinstance(outcome.query, Quotes)


def leaves_by_elections(alone: Outcome, spoken: Selection | None) -> bool:
    """Whether by-elections were spoken of, and a question that names no time would be of the last general election."""
    query = alone.query if isinstance(alone, Read) else None
    several = spoken is not None and not spoken.seats and spoken.when.kind is ElectionKind.BY_ELECTION
    return several and isinstance(query, Totals) and isinstance(query.where.when, Latest)


def is_of_party(outcome: Outcome) -> bool:
    """Whether a reading is of how a party did somewhere when last it stood, no time being named."""
    query = outcome.query if isinstance(outcome, Read) else None
    if isinstance(query, Totals):
        return bool(query.where.parties) and not query.measures and query.where.when in OPEN
    return isinstance(query, Result) and query.focus is Focus.PARTY and query.where.when == Latest()


def is_thin(outcome: Outcome, tokens: Sequence[Token], defining: Set[str]) -> bool:
    """Whether a reading is too little to stand alone where a conversation could fill it."""
    if isinstance(outcome, Refuse):
        return True
    if not isinstance(outcome, Read):
        return len(tokens) <= _FEW
    query = outcome.query
    if isinstance(query, Explain):
        return len(tokens) <= _TERM and defining.isdisjoint(token.text for token in tokens)
    if isinstance(query, Totals | Listing | Count | Rank | Check):
        where = query.where
        placed = where.seats or where.people or where.areas
        return not placed and isinstance(where.when, Latest) and len(tokens) <= _SHORT
    return False
