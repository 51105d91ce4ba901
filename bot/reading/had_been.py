"""Who had sat before a contest spoken of: "who won clacton in 2024, and who'd been the mp there"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.reading.clauses import text_of
from bot.reading.outcome import Read
from bot.reading.scan import Token
from bot.reading.slots import Inherited
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Holder, InYears, Latest, OnDay, Selection


def sat_till(
    tokens: Sequence[Token], lean: Inherited, catalogue: Catalogue, groups: Mapping[str, frozenset[str]]
) -> Read | None:
    """The member up to the one contest spoken of, where whoever had sat is asked for; None of anything else."""
    if not _asks(tokens, groups) or len(lean.seats) != 1:
        return None
    day = lean.day or _polled(lean, catalogue)
    if day is None:
        return None
    return Read(Holder(where=Selection(seats=lean.seats), at=day, relation="before"), carried=True)


def _asks(tokens: Sequence[Token], groups: Mapping[str, frozenset[str]]) -> bool:
    """Whether words are but "who had been the mp there", "who'd held it"."""
    lead = next((size for size in (1, 2) if text_of(tokens[:size]) in groups["who_had"]), 0)
    return 0 < lead < len(tokens) and groups["sat_there"].issuperset(token.text for token in tokens[lead:])


def _polled(lean: Inherited, catalogue: Catalogue) -> date | None:
    """The day of the only contest that the seat had at the time spoken of."""
    when = lean.when
    if isinstance(when, OnDay):
        return when.day
    polls = [(day, kind) for day, kind in catalogue.polls(lean.seats[0]) if when and when.kind in (None, kind)]
    if isinstance(when, Latest):
        return polls[-1][0] if polls else None
    if not isinstance(when, InYears):
        return None
    days = [day for day, _ in polls if day.year in when.years and when.month in (None, day.month)]
    return days[0] if len(days) == 1 else None
