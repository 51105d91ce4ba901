"""Two people set against each other: the contest in which they met; who took an office over from whom, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.catalogue import Led, PersonCard
from knowledge.query import Figure, Measure, OfficeHolder, OnDay, Query, Result, Selection, Several

_OF_THEIR_CONTEST = frozenset(
    {
        "versus",
        "result",
        "who",
        "win",
        "aux",
        "what",
        "get",
        "general_election",
        "by_election",
        "full",
        "last",
        "latest",
    }
)
"""Cues beside which two people set against each other are asked of no more than how it ended."""
_MEASURES = (
    ("swing", Measure.SWING),
    ("turnout", Measure.TURNOUT),
    ("majority", Measure.MAJORITY),
    ("by_how_much", Measure.MAJORITY),
)
"""Cues of figures that a contest has by itself."""
_SET_AGAINST = ("beat", "lose", "over", "when", "take", "how_much")
"""Cues that set one of two people against the other, or ask for a figure of it."""
_OF_VOTES = frozenset(
    {"beat", "lose", "when", "votes", "share", "how_many", "how_much", "get", "aux", "what", "versus", "seats", "win"}
)
"""Cues beside which no more is asked than the votes of one of two who met."""
_SIZES = (("votes", Measure.VOTES), ("share", Measure.SHARE))
_OF_A_SEAT = ("mp", "seats", "votes", "share", "majority", "turnout", "win", "lose", "beat", "stand", "by_election")
"""Cues of questions that are of no office."""
_VACANT = timedelta(days=150)
"""Between two leaders of a party there is no longer time."""
_AT_ONCE = timedelta(days=3)
"""The same of Prime Ministers."""

Meeting = tuple[str, str, date]
"""Which two met, as one text, in which seat and when."""


@needs("a person")
@needs("versus", "beat")
def duel(work: Work) -> Query | None:
    """ "twigg v portillo enfield southgate", "result when galloway beat oona king": the contest that both stood in."""
    told = work.has("beat") and work.has("when") and work.has("who", "result", "full", "candidates")
    asked = _OF_THEIR_CONTEST | {"beat", "when", "candidates"} if told else _OF_THEIR_CONTEST
    met = met_in(work) if asked.issuperset(work.hits) else None
    if met is None:
        return None
    work.take(*asked)
    return Result(where=met)


@needs("a person")
@needs("versus", "beat", "lose", words=("over",))
@needs(*(cue for cue, _ in _MEASURES), "when")
def duel_figure(work: Work) -> Query | None:
    """ "mhairi black beating douglas alexander, what swing was that": a figure of the contest that both stood in."""
    measures = tuple(measure for cue, measure in _MEASURES if work.has(cue))
    measures = measures or ((Measure.DATE,) if work.opens_with("when") else ())
    if not measures or not {*_OF_THEIR_CONTEST, *_SET_AGAINST, *(cue for cue, _ in _MEASURES)}.issuperset(work.hits):
        return None
    met = met_in(work)
    if met is None:
        return None
    work.take(*_SET_AGAINST, *(cue for cue, _ in _MEASURES))
    return Figure(where=met, measures=measures)


@needs("a person")
@needs("beat", "lose")
@needs("votes", "share")
@needs("when")
def duel_votes(work: Work) -> Query | None:
    """ "ed balls's vote when andrea jenkyns beat him": what the first of two who met had there."""
    if len(work.people) != 2 or not _OF_VOTES.issuperset(work.hits):
        return None
    first, other = sorted(work.people, key=lambda slot: slot.span)
    whens = [at for at in work.hits["when"] if first.span < at < other.span]
    if not whens or any(at > whens[-1] for cue in ("votes", "share") for at in work.hits.get(cue, ())):
        # "when she beat him how many votes did she get": of which of them is not told
        return None
    met = met_in(work)
    if met is None:
        return None
    measures = tuple(measure for cue, measure in _SIZES if work.take(cue))
    work.take(*_OF_VOTES)
    stood = [card.id for card in work.catalogue.cards(first.values) if stood_in(card, met)]
    return Figure(where=met.model_copy(update={"people": tuple(stood)}), measures=measures) if stood else None


def stood_in(card: PersonCard, met: Selection) -> bool:
    """Whether somebody is held to have stood in a contest."""
    when = met.when
    return any(
        stand.seat in met.seats
        and (stand.date == when.day if isinstance(when, OnDay) else stand.date.year in getattr(when, "years", ()))
        for stand in card.stands
    )


def met_in(work: Work) -> Selection | None:
    """The contest in which the two people named met, the last of several; marks them and what adds nothing to it."""
    if len(work.people) != 2 or work.parties or work.areas:
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times) or work.free_numbers():
        return None
    named = {seat for slot in work.seats for seat in (slot.every or slot.values)}
    one, other = (work.catalogue.cards(slot.values) for slot in work.people)
    met = [*_held(one, other), *_inferred(work, one, other), *_inferred(work, other, one)]
    years = {year.year for year in work.years}
    met = [m for m in met if (not named or m[1] in named) and (not years or m[2].year in years)]
    if len({pair for pair, _, _ in met}) != 1:
        return None
    _, seat, day = max(met, key=lambda meeting: meeting[2])
    work.take(*_OF_THEIR_CONTEST)
    work.use(work.people)
    work.use(work.seats)
    if years:
        # a year may have had two contests
        return Selection(seats=(seat,), when=work.when())
    work.use_times()
    return Selection(seats=(seat,), when=OnDay(day=day, kind=work.kind))


def _held(one: Sequence[PersonCard], other: Sequence[PersonCard]) -> list[Meeting]:
    """The contests in which two are held to have stood."""
    stood = {(stand.seat, stand.date): card.id for card in other for stand in card.stands}
    return [
        (" ".join(sorted((card.id, stood[stand.seat, stand.date]))), stand.seat, stand.date)
        for card in one
        for stand in card.stands
        if (stand.seat, stand.date) in stood and stood[stand.seat, stand.date] != card.id
    ]


def _inferred(work: Work, winners: Sequence[PersonCard], losers: Sequence[PersonCard]) -> list[Meeting]:
    """Where only winners are held by name, the contests in which one of them won what the other had won before."""
    beaten = {card.id for card in losers}
    found = []
    for card in winners:
        for stand in card.stands:
            earlier = [won for won in work.catalogue.won_in(stand.seat) if won.date < stand.date]
            last = max(earlier, key=lambda won: won.date, default=None)
            if stand.elected and stand.date < NAMED_SINCE and last is not None and last.person in beaten:
                found.append((" ".join(sorted((card.id, last.person or ""))), stand.seat, stand.date))
    return found


@needs("a person")
@needs("when")
@needs("replace")
def took_over(work: Work) -> Query | None:
    """ "when did truss take over from boris": of two who held one office, when the one came into it."""
    if len(work.people) != 2 or work.seats or work.parties or work.has(*_OF_A_SEAT):
        return None
    one, other = ({*slot.values, *slot.every} for slot in work.people)
    for office in ("prime-minister", "party-leader"):
        terms = [[led for led in work.calendar.led_by(people) if led.office == office] for people in (one, other)]
        found = _handed(*terms) or _handed(*reversed(terms))
        if found is not None or (office == "prime-minister" and all(terms)):
            work.take("when", "replace", "pm", "leader", "get")
            work.use(work.people)
            work.use_times(Word)
            first, last = terms[1][-1], terms[0][0]
            return (
                _term(found) if found else Several(parts=(_term(last), OfficeHolder(office=office, after=first.name)))
            )
    return None


def _handed(new: Sequence[Led], old: Sequence[Led]) -> Led | None:
    """The time of one of them that followed on a time of the other."""
    for led in new:
        for before in old:
            premier = led.office == "prime-minister"
            gap = None if before.until is None else led.since - before.until
            longest = _AT_ONCE if premier else _VACANT
            if gap is not None and (premier or led.party == before.party) and timedelta(0) <= gap <= longest:
                return led
    return None


def _term(led: Led) -> OfficeHolder:
    """When somebody held the office."""
    party = led.party if led.office == "party-leader" else None
    return OfficeHolder(office=led.office, party=party, person=led.name)
