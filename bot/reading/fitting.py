"""Whether a name that a correction brought in fits the place that a question names in full."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.outcome import Ask, Outcome, Read
from bot.reading.slots import Inherited, Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.windows import DETAILED_SINCE
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Check, Compare, Explain, Figure, InYears, Query, Quotes, Result, Totals, When


def fits(typed: Cover, mended: Cover, outcome: Outcome, catalogue: Catalogue) -> bool:
    """Whether the mended words bring in no second seat, but the rest of the first one's name, and nobody of elsewhere.

    A word that is not known is as often no name at all, where the question has its place already.
    """
    whole = whole_seats(typed)
    if not whole:
        return True
    before, after = (sum(span.seat is not None for span in cover.spans) for cover in (typed, mended))
    asked = queries(outcome)
    if after > before and not _is_rest(whole, {seat for query in asked for seat in _selected(query, "seats")}):
        return False
    named = {ref for span in typed.spans if span.person is not None for ref in span.person.ids}
    cards = [catalogue.person(ref) for query in asked for ref in people(query) - named]
    return all(card and any(stand.seat in whole for stand in card.stands) for card in cards)


_MERGED = frozenset({"scotland"})
"""Where a party of old that is counted with another was the same."""


def told_apart(query: Query, cover: Cover) -> Query | None:
    """The query with a party of old that is counted with another as itself, as the figures of both are not its own.

    None where such a query is not of totals. In one nation the party and the one it is counted with were the same.
    """
    pooled = {span.party: span.pooled for span in cover.spans if span.pooled}
    where = getattr(query, "where", None)
    if not pooled or isinstance(query, Explain | Quotes):
        return query
    if where is not None and where.areas and not _MERGED.issuperset(where.areas):
        # elsewhere others went, or go, by the name of old
        return None
    if where is not None and (where.seats or where.people or where.areas or _is_recent(where.when)):
        return query
    if not isinstance(query, Totals) or where is None:
        return None
    own = tuple(pooled.get(party, party) for party in where.parties)
    return query.model_copy(update={"where": where.model_copy(update={"parties": own})})


def _is_recent(when: When) -> bool:
    """Whether a year is named for which each party's totals are counted from its candidates."""
    return isinstance(when, InYears) and any(year >= DETAILED_SINCE for year in when.years)


def whole_seats(cover: Cover) -> set[str]:
    """The seats named in full, where no other is looked for beside them: none where two things are compared."""
    if not {"versus", "compare"}.isdisjoint(cover.cues):
        return set()
    return {s for span in cover.spans if span.seat and span.seat.how == "exact" for s in span.seat.seats}


def queries(outcome: Outcome) -> list[Query]:
    """What a reading, or each of its choices, asks."""
    if isinstance(outcome, Read):
        return [outcome.query]
    return [query for _, query in outcome.options] if isinstance(outcome, Ask) else []


def people(query: Query) -> set[str]:
    """The people a query selects."""
    return _selected(query, "people")


def most_people(query: Query) -> int:
    """How many people a query selects, or one side of a comparison."""
    return max(len(people(one)) for one in (query, *_sides(query)))


def beyond(query: Query, cover: Cover, nationwide: frozenset[str]) -> tuple[str, ...]:
    """The words of the whole country in a question that would be answered by what one person got in their own seat."""
    where = getattr(query, "where", None)
    if where is None or not isinstance(query, Figure | Result) or not where.people or where.seats:
        return ()
    named = (span for span in cover.spans if not (span.party or span.person or span.seat))
    words = [token.text for span in named for token in cover.tokens[span.start : span.end]]
    return tuple(word for word in words if word in nationwide)


def _sides(query: Query) -> tuple[Query, ...]:
    """The sides of a comparison."""
    return query.sides if isinstance(query, Compare) else ()


def of_others(query: Query, catalogue: Catalogue) -> frozenset[str]:
    """The parties beside people whose figures are asked for where none of them stood for any: theirs are no answer."""
    found: frozenset[str] = frozenset()
    for one in (query, *_sides(query)):
        if not isinstance(one, Figure) or not (one.where.people and one.where.parties):
            continue
        cards = filter(None, map(catalogue.person, one.where.people))
        stood = {stand.party for card in cards for stand in card.stands}
        found = found.union(one.where.parties if stood.isdisjoint(one.where.parties) else ())
    return found


def _is_rest(named: set[str], asked: set[str]) -> bool:
    """Whether all seats asked about have a longer name that the name of one named is part of.

    "fermangh/sth tyrone" names South Tyrone in full, but means Fermanagh and South Tyrone.
    """
    parts = [set(seat.split("-")) for seat in named]
    return bool(asked - named) and all(any(part < set(seat.split("-")) for part in parts) for seat in asked)


def _selected(query: Query, what: str) -> set[str]:
    """What a query selects of one kind."""
    return set(getattr(getattr(query, "where", None), what, ()))


def stood_there(span: Span, inherited: Inherited | None, catalogue: Catalogue) -> bool:
    """Whether somebody of this surname stood in the seat spoken of: then it is no misspelt name."""
    seats = inherited.seats if inherited is not None else ()
    ids = span.person.ids if span.person is not None else ()
    if inherited is not None and not set(ids).isdisjoint(inherited.people):
        return True
    ids = ids if seats else ()
    cards = filter(None, map(catalogue.person, ids))
    return any(stand.seat in seats for card in cards for stand in card.stands)


def vouched(outcome: Outcome, catalogue: Catalogue) -> bool:
    """Whether everybody a reading names stood in the seat it names, so that a damaged name can mean no other."""
    where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
    if where is None or not (where.people and where.seats):
        return False
    cards = [catalogue.person(person) for person in where.people]
    return all(card and any(stand.seat in where.seats for stand in card.stands) for card in cards)


def of_people(outcome: Outcome) -> bool:
    """Whether a reading speaks of people."""
    return any('"people":["' in query.model_dump_json() for query in queries(outcome))


def doubted(query: Query | None, cover: Cover) -> Query | None:
    """ "labour won bath, am i wrong?": yes says that the claim is; None where no yes or no is asked for."""
    if query is None or "doubted" not in cover.cues:
        return query
    return query.model_copy(update={"negated": not query.negated}) if isinstance(query, Check) else None


def speaks(cover: Cover) -> bool:
    """Whether the question is about words said, which may be any."""
    return not {"say", "quote", "called_it", "reaction", "referendum"}.isdisjoint(cover.cues)


def ambiguous_person(slots: Slots, catalogue: Catalogue) -> Slot | None:
    """The first bare surname whose bearers have different names."""
    for slot in slots.people:
        names = {card.name for card in map(catalogue.person, slot.values) if card}
        if slot.how == "surname" and len(names) > 1:
            return slot
    return None


def joins_name(spans: Sequence[Span], at: int) -> str:
    """How the seat is named that a word stands within; empty where it stands in none."""
    return next((span.seat.how for span in spans if span.seat and span.start < at < span.end - 1), "")
