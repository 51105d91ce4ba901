"""What a conversation set, and how a follow-up changes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.reading.beside import beside, governed, is_gone, member_beside, stood
from bot.reading.frames.same_day import of_that_night
from bot.reading.giving import gave, took
from bot.reading.of_leaders import with_house
from bot.reading.slots import Inherited, Slots, Told
from bot.reading.time_kinds import KindOf, Later, Word
from bot.reading.turning import compared, house, in_country, in_seat, latest_of, of_winner, ranked
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    AnyTime,
    Between,
    Career,
    Check,
    Compare,
    Count,
    Fate,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OnDay,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    Selection,
    Several,
    Single,
    Totals,
    WhatIf,
    When,
)

_CANDIDACY = frozenset(
    {
        Measure.VOTES,
        Measure.SHARE,
        Measure.CHANGE,
        Measure.VOTE_CHANGE,
        Measure.POSITION,
        Measure.BEHIND,
        Measure.DEPOSIT,
        Measure.SWING,
        Measure.MAJORITY,
    }
)
"""Measures that make sense of a party as well."""
_PAIR = 2
_COMPARED = 3
"""Questions before the last that a conversation holds."""
Located = Result | Figure | Rank | Listing | Count | Totals | Holder | History | Career | Check | WhatIf | Fate


@dataclass(frozen=True, slots=True)
class Turn:
    """The last question of a conversation that was understood, or the choices that were put."""

    query: Query | None = None
    options: tuple[tuple[str, Query], ...] = ()
    told: Told = field(default_factory=Told)
    """What the last answer spoke of."""
    before: tuple[Query, ...] = ()
    """The questions before that one, the last of them first, as many as may be compared with it."""

    def next(self, query: Query, told: Told, options: tuple[tuple[str, Query], ...] = ()) -> Turn:
        """The turn after this one."""
        before = (self.query, *self.before) if self.query is not None else self.before
        return Turn(query, options, told, before[:_COMPARED])


def subject(query: Query | None) -> Located | None:
    """The part of a query that a follow-up speaks of."""
    if isinstance(query, Several):
        return next((part for part in map(subject, reversed(query.parts)) if part is not None), None)
    if isinstance(query, Compare):
        side = query.sides[0]
        return side if isinstance(side, Result | Figure | Totals) else None
    return query if isinstance(query, Located) else None


def carried(query: Query | None) -> Inherited:
    """What a question that leaves things open takes over."""
    held = subject(query)
    if isinstance(query, Quotes):
        return Inherited(query.seats)
    if held is None:
        spoken = isinstance(query, Governments) and isinstance(query.when, InYears | OnDay)
        return Inherited(when=query.when) if spoken and isinstance(query, Governments) else Inherited()
    where = held.where
    if isinstance(query, Compare) and len(query.sides) > _PAIR:
        # of many sides none is the one spoken of
        where = Selection(when=where.when)
    when: When | None = where.when
    if isinstance(held, Holder | Fate) or isinstance(when, AnyTime | Between):
        when = None
    holder = held if isinstance(held, Holder) else None
    return Inherited(where.seats, where.areas, where.parties or where.winner, where.people, when, holder)


def leaned_on(query: Query) -> Inherited:
    """What a later clause takes over: behind "before he won it in 2017" also the contest that was won then."""
    held, asked = carried(query), subject(query)
    if not isinstance(asked, Holder) or asked.at is None or not asked.of_member:
        return held
    return replace(held, when=OnDay(day=asked.at - timedelta(days=1)))


def edited(query: Query, slots: Slots, work: Work, catalogue: Catalogue) -> Query | None:
    """``query`` with the slots named in its place: "and stoke?", "in 2019?", "what about the greens?"."""
    if isinstance(query, ReferendumQuery):
        return _elsewhere(query, slots, work)
    if of_that_night(work):
        # what else was held then is not the contest spoken of
        return None
    if isinstance(query, Governments):
        return governed(query, slots, work)
    held = subject(query)
    if held is None:
        return None
    member = member_beside(held, work) if isinstance(held, Holder) else None
    if member is not None:
        return member
    again = _then(query, held, slots, work, catalogue) if isinstance(query, Several) else None
    again = again or _of_premier(query, held, slots, work, catalogue)
    again = _set_beside(query, held, slots, work, catalogue) if isinstance(query, Compare) else again
    return again or _changed(held, slots, work, catalogue)


def _changed(held: Located, slots: Slots, work: Work, catalogue: Catalogue) -> Query | None:
    """A question with other slots."""
    work.take("only", "both")
    changes = _named(held, slots, work, catalogue)
    if held.where.seats and slots.parties and not slots.seats and work.has("seats") and work.has("how_many"):
        return house(held.where, work)
    if isinstance(held, Totals) and changes.get("people") and not changes.get("seats"):
        # a party's figures in the country are nobody's own
        return None
    wide = isinstance(held, Rank | Totals) and bool(held.where.areas) and work.has("total")
    if wide or (held.where.seats and work.says("countrywide")):
        work.take("total", "all_time")
        changes |= {"seats": (), "areas": ()}
    if isinstance(held, Listing | Count) and [time for _, time in slots.times] == [Word("latest")]:
        # "which was the last one" of those listed, and not those of the latest election
        work.use_times()
        return latest_of(held, held.where.model_copy(update=changes))
    when = _when(held.where, slots, work, catalogue)
    if when is not None:
        changes["when"] = when
    new = held.where.model_copy(update=changes)
    turned = ranked(held, new, work) if isinstance(held, Rank) else None
    if turned is not None:
        return turned
    if isinstance(held, Totals | Count) and work.take("listing"):
        return Listing(where=_won(new), of=Of.CONTESTS)
    if not changes:
        return None
    return compared(held, of_winner(held, new, catalogue) or _with(held, new, slots), work)


def _then(query: Several, held: Located, slots: Slots, work: Work, catalogue: Catalogue) -> Query | None:
    """Several questions of one time at another: a leader's majority, and that of the house."""
    if slots.seats or slots.areas or slots.people or slots.parties or not slots.times:
        return None
    times = [time for time in map(_time, query.parts) if time is not None]
    if any(time != times[0] for time in times):
        return None
    when = _when(held.where, slots, work, catalogue)
    if when is None:
        return None
    return Several(parts=tuple(_at(part, when) for part in query.parts))


def _of_premier(query: Query, held: Located, slots: Slots, work: Work, catalogue: Catalogue) -> Query | None:
    """A leader's majority, and that of the house, of another leader at another time."""
    if not isinstance(query, Several) or not (slots.people and slots.times) or slots.seats or slots.parties:
        return None
    when = _when(held.where, slots, work, catalogue)
    return with_house(query, work.use(slots.people), when, work.calendar) if when is not None else None


def _set_beside(query: Compare, held: Located, slots: Slots, work: Work, catalogue: Catalogue) -> Query | None:
    """All sides of a comparison at another time, or in another nation: "and 2017?", "in scotland"."""
    if slots.seats or slots.people or slots.parties or not (slots.times or slots.areas):
        return None
    changes: dict[str, object] = {"areas": work.use(slots.areas)} if slots.areas else {}
    if slots.times:
        times = [time for time in map(_time, query.sides) if time is not None]
        when = _when(held.where, slots, work, catalogue) if all(time == times[0] for time in times) else None
        if when is None:
            return None
        changes["when"] = when
    sides = [side.model_copy(update={"where": side.where.model_copy(update=changes)}) for side in query.sides]
    return query.model_copy(update={"sides": tuple(sides)})


def _time(part: Single) -> When | None:
    """The time of a question."""
    where = getattr(part, "where", None)
    return where.when if isinstance(where, Selection) else getattr(part, "when", None)


def _at(part: Single, when: When) -> Single:
    """A question at another time."""
    where = getattr(part, "where", None)
    changed = where.model_copy(update={"when": when}) if isinstance(where, Selection) else None
    return part.model_copy(update={"where": changed} if changed else {"when": when})


def _named(held: Located, slots: Slots, work: Work, catalogue: Catalogue) -> dict[str, object]:
    """The places, people and parties that take the place of those asked about before; marks them."""
    where = held.where
    changes: dict[str, object] = {}
    if slots.seats:
        seats = work.use(slots.seats)
        changes |= {"seats": seats, "people": (), "areas": (), "when": _kept(where.when, seats, catalogue)}
    if slots.areas:
        changes |= {"areas": work.use(slots.areas), "seats": ()}
    if slots.people:
        changes |= {"people": work.use(slots.people), "parties": ()}
        if not slots.seats and isinstance(held, Career | Holder):
            changes["seats"] = ()
    if slots.parties:
        of_contests = isinstance(held, Rank | Listing | Count) and held.of is Of.CONTESTS
        field = "winner" if (where.winner or of_contests) and not where.parties else "parties"
        if where.lost_by and not (where.winner or where.parties):
            # "which seats did labour lose", "and the lib dems?": those that they lost
            field = "winner" if work.has("win") else "lost_by"
            changes |= {"lost_by": (), "outcome": None} if work.has("win") else {}
        if of_contests and where.lost_by and not where.winner and took(work, slots.parties[0]):
            # "how many of them to reform", behind what somebody lost
            return changes | {"winner": work.use(slots.parties)}
        if of_contests and gave(work, slots.parties[0]):
            # "the tories' gains", "how many from labour?"
            return changes | {"lost_by": work.use(slots.parties)}
        changes |= {field: work.use(slots.parties), "people": ()}
    return changes


def _won(where: Selection) -> Selection:
    """Seats won by the parties counted."""
    return where.model_copy(update={"winner": where.winner or where.parties, "parties": ()})


def _elsewhere(query: ReferendumQuery, slots: Slots, work: Work) -> Query | None:
    """The same referendum in another place."""
    named = [*slots.areas, *slots.seats]
    if not named:
        return None
    work.use(named)
    label = named[0].label.replace("-", " ")
    held = next((held for held in work.catalogue.referendums() if held.id == query.referendum), None)
    areas = held.areas if held else ()
    return query.model_copy(update={"area": next((a for a in areas if fold(a) == fold(label)), label)})


def _with(held: Located, where: Selection, slots: Slots) -> Query | None:
    """The question of the contests now selected: what is shown of them follows from what was named."""
    if held.where.seats and not where.seats and not where.people:
        return in_country(held, where)
    if isinstance(held, Totals) and where.seats:
        return in_seat(held, where)
    if isinstance(held, Result) and (slots.parties or slots.people) and held.focus is not Focus.PARTY:
        # whoever is named now need not be at the place that was asked for
        where = where.model_copy(update={"place": None})
        return held.model_copy(update={"where": where, "focus": Focus.PARTY})
    if isinstance(held, Figure):
        years = where.when.years if isinstance(where.when, InYears) else ()
        measures = held.measures
        other = isinstance(where.when, Relative) or getattr(where.when, "kind", None) is ElectionKind.GENERAL
        if ((slots.parties or slots.people) and measures == (Measure.MAJORITY,)) or (
            measures == (Measure.CAUSE,) and other
        ):
            # a party that did not win has no majority, and no general election a cause of its own
            return Result(where=where, focus=Focus.PARTY if where.parties or where.people else Focus.WINNER)
        if slots.parties and not held.where.parties and not set(measures) & _CANDIDACY:
            measures = (Measure.VOTES, Measure.SHARE)
        return held.model_copy(update={"where": where, "per_contest": len(years) > 1, "measures": measures})
    if isinstance(held, Holder) and slots.parties:
        # a party is asked about at the contest that chose the member of today
        plain = held.at is None and held.relation is None and where.when == Latest()
        there = Selection(seats=where.seats, parties=where.parties)
        return Result(where=there, focus=Focus.PARTY) if plain else None
    if isinstance(held, Holder) and isinstance(where.when, InYears) and where.when.years:
        year = where.when.years[-1]
        return Holder(where=Selection(seats=where.seats), at=date(year, 1, 1), until=date(year, 12, 31))
    if isinstance(held, Totals) and slots.parties and set(held.measures) <= {Measure.TURNOUT, Measure.ELECTORATE}:
        # who could vote, and who did, are of no party
        return held.model_copy(update={"where": where, "measures": ()})
    return held.model_copy(update={"where": where})


def _kept(when: When, seats: tuple[str, ...], catalogue: Catalogue) -> When:
    """The time of the question before, where the new seat had such a contest; else the latest of its kind."""
    if isinstance(when, InYears | OnDay):
        for seat in seats:
            for day, kind in catalogue.polls(seat):
                fits = day.year in when.years if isinstance(when, InYears) else day == when.day
                if fits and (when.kind is None or kind is when.kind):
                    return when
        return Latest(kind=when.kind)
    return when


def _when(where: Selection, slots: Slots, work: Work, catalogue: Catalogue) -> When | None:
    """The time that the follow-up names, seen from the contest spoken of."""
    if not slots.times:
        return None
    words = {time.word for _, time in slots.times if isinstance(time, Word)}
    kind = work.kind
    moved = [time.years for _, time in slots.times if isinstance(time, Later)]
    if moved:
        spoken = spoken_year(where, catalogue)
        work.use_times()
        return InYears(years=(spoken + moved[0],), kind=kind) if spoken else None
    if "that_year" in words:
        work.use_times()
        year = spoken_year(where, catalogue)
        return InYears(years=(year,), kind=kind) if year else None
    plain = _of_kind(where, slots, work, catalogue) if kind is not None else _now(where, slots, work, catalogue)
    if plain is not None:
        work.use_times()
        return plain
    steps = words & {"previous", "following"}
    if words == {"latest"} and work.has("last_time") and _is_last(where, work, catalogue):
        # "and last time?" behind the last contest of all, "closer than last time?" behind any
        steps = {"previous"}
    if not work.years and steps:
        return beside(where, work, next(iter(steps)), kind) if len(steps) == 1 else None
    single = work.single() if where.seats else None
    if single is not None:
        return single
    named = work.when()
    if work.years and getattr(named, "kind", None) is None and not isinstance(where.when, OnDay | Relative):
        # the kind of election spoken of stays, where it was one of the country's
        spoken = getattr(where.when, "kind", None) if not where.seats else None
        return named.model_copy(update={"kind": spoken}) if spoken else named
    return named


def _of_kind(where: Selection, slots: Slots, work: Work, catalogue: Catalogue) -> When | None:
    """ "and in the general": in the year spoken of, where there was one then; else the latest."""
    kind = work.kind
    if kind is None or not all(isinstance(time, KindOf) for _, time in slots.times):
        return None
    if isinstance(where.when, InYears) and stood(where, where.when, kind, catalogue):
        return where.when.model_copy(update={"kind": kind})
    return Latest(kind=kind)


def _now(where: Selection, slots: Slots, work: Work, catalogue: Catalogue) -> When | None:
    """ "and now", of a seat that is no more: its last contest is none of now."""
    said = [time for _, time in slots.times] == [Word("now")]
    gone = said and is_gone(where, work, catalogue)
    return InYears(years=(work.calendar.generals[-1].year,), kind=ElectionKind.GENERAL) if gone else None


def _is_last(where: Selection, work: Work, catalogue: Catalogue) -> bool:
    """Whether "last time" can only be the contest before the one spoken of."""
    if work.says("than_words") or isinstance(where.when, Latest):
        return True
    held = work.calendar.generals if not (where.seats or where.people) else ()
    cards = [card for card in map(catalogue.person, where.people) if card and not where.seats]
    days = [*held, *(stand.date for card in cards for stand in card.stands)]
    last = max(days).year if days else spoken_year(where.model_copy(update={"when": Latest()}), catalogue)
    return last is not None and last == spoken_year(where, catalogue)


def spoken_year(where: Selection, catalogue: Catalogue) -> int | None:
    """The year of the contest that a selection means, where it means one."""
    when = where.when
    if isinstance(when, InYears) and when.years:
        return when.years[-1]
    if isinstance(when, OnDay):
        return when.day.year
    kind: ElectionKind | None = getattr(when, "kind", None)
    for seat in where.seats:
        days = [day for day, held in catalogue.polls(seat) if kind is None or held is kind]
        if days:
            return days[-1].year
    return None
