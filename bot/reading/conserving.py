"""What a question names that its query does not: no time, place or party may be lost between the two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from bot.reading.flows import flows
from bot.reading.frames.whose import said_before
from bot.reading.left_out import REST
from bot.reading.narrowed import OF_WORDS, narrowed
from bot.reading.of_many import of_many
from bot.reading.of_the_whole import shared_out
from bot.reading.pointing import dangling, unpicked
from bot.reading.qualified import unheeded
from bot.reading.slots import Inherited, Slot, Slots
from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Day, KindOf, Nth, Side, Time, Year
from bot.reading.time_kinds import Span as TimeRange
from bot.reading.unanswered import unanswered
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    Aggregate,
    AnyTime,
    Between,
    Career,
    Check,
    Claims,
    Compare,
    Count,
    Explain,
    Fate,
    Figure,
    Focus,
    History,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    OnDay,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    Several,
    Totals,
)

"""Shapes whose query is words, of which those of a time or name may be some."""
_TIMELESS = Fate | OF_WORDS
"""Shapes that hold of whatever time is named."""
_PLACED_BY_TIME = Rank | Listing | Career | Check
"""Shapes that a seat may give no more than a day to: "on the same day as wakefield", "before tatton"."""
_COUNTED = Totals | Rank | Listing | Count | Compare | Figure
"""Shapes that sum up, compare or measure, in which a party left out is another question."""
_FIGURES = MappingProxyType(
    {
        "votes": ("votes", "share", "majority", "turnout", "behind"),
        "share": ("share", "votes"),
        "turnout": ("turnout",),
        "majority": ("majority",),
        "electorate": ("electorate", "turnout"),
        "swing": ("swing",),
    }
)
"""Cue of a figure -> what of it stands in a query that asks about it."""
_CHANGES = frozenset({Measure.CHANGE, Measure.TURNOUT_CHANGE, Measure.VOTE_CHANGE, Measure.SEAT_CHANGE, Measure.SWING})
"""Measures of what moved since the election before; the frames see to its being the one named."""
_POOLED = Count | Listing | Aggregate | Rank
"""Shapes that go through contests or candidacies of several areas as if they were one."""
_OF_ONE = Totals | Rank | Several
"""Shapes that tell of the whole, or of one of all, where each of several is asked about."""
_FOUR_NATIONS_SINCE = 1950
"""The year since which no seat lies outside the four nations, as those of the universities did."""
_TWICE = 2
_TWO = 2
"""Parties that may be on one side or on two."""
_OF_SOMEBODY = '"people":["'
_NOWHERE = "united-kingdom"
_REST_OF_PARTIES = "others"


def lost(query: Query, work: Work, slots: Slots) -> tuple[int, ...]:
    """The spans of times, areas, seats, parties, figures and pronouns that the query says nothing of.

    What a frame only passed over stands among the slots' asides, and is not lost.
    """
    asked = query.model_dump_json()
    missing = [
        *_times(query, asked, slots),
        *_places(query, asked, work, slots),
        *_parties(query, asked, slots),
        *_givers(query, work),
        *_left_out(query, work, slots),
        *_figures(query, asked, work.cover),
        *_pronouns(asked, work),
        *_split_up(query, work),
        *_once_more(query, work),
        *_records(query, work),
        *_hanging(query, asked, work),
        *_unions(query, work, slots),
        *_strangers(query, work),
        *shared_out(query, work),
        *flows(query, work),
        *_never_there(query, work),
        *unanswered(query, work, slots),
    ]
    apart = {slot.span for slot in (*slots.without, *slots.areas) if slot in slots.without or slot.how == REST}
    return tuple(at for at in missing if at in apart or (at not in slots.asides and at not in slots.passed))


def _times(query: Query, asked: str, slots: Slots) -> Iterator[int]:
    if isinstance(query, _TIMELESS) or (isinstance(query, History) and query.ask == "held-since"):
        return
    sides = query.sides if isinstance(query, Compare) else (query,)
    if all(isinstance(side, Totals) for side in sides) and "by-election" not in asked:
        # "how many by-elections between the two" is not how the general elections went
        yield from (at for at, time in slots.times if time == KindOf(ElectionKind.BY_ELECTION))
    dated = any(isinstance(time, Year) for _, time in slots.times)
    for at, time in slots.times:
        if dated and isinstance(time, Side | TimeRange):
            # "who held it since the war, in 1976": the frames see to what a stretch adds to a year
            continue
        # a bound lies a day beside the year it is told by
        told = [year for year in _years(time) if not _is_held_against(query, year)]
        if any(not any(str(near) in asked for near in (year, year - 1, year + 1)) for year in told):
            yield at


def _is_held_against(query: Query, year: int) -> bool:
    """Whether a year lies before that of a change asked for: the measure itself is held against it."""
    measures = (query.measure,) if isinstance(query, Rank) else query.measures if isinstance(query, Figure) else ()
    when = query.where.when if isinstance(query, Rank | Figure) and _CHANGES.issuperset(measures) else None
    return isinstance(when, InYears) and year < min(when.years)


def _years(time: Time) -> Iterator[int]:
    """The years that a time names."""
    match time:
        case Year(year=year, guessed=None) | Nth(year=year):
            yield year
        case Day(day=on):
            yield on.year
        case Side(anchor=anchor):
            yield from _years(anchor)
        case TimeRange(since=since, until=until):
            yield from (edge.year for edge in (since, until) if isinstance(edge, date))


def _places(query: Query, asked: str, work: Work, slots: Slots) -> Iterator[int]:
    if isinstance(query, ReferendumQuery | OF_WORDS):
        return
    for slot in slots.areas:
        if isinstance(query, Figure | Result) and query.where.seats and query.where.areas:
            # of one seat no more is asked: a word that may be a nation is somebody's name there
            yield slot.span
        if _NOWHERE not in slot.values and not _stands(slot.values, asked):
            yield slot.span
        if slot.how == REST and not _goes_through(query, slot.values):
            yield slot.span
    if not isinstance(query, _PLACED_BY_TIME) and _OF_SOMEBODY not in asked:
        for slot in slots.seats:
            if not (_stands((*slot.values, *slot.every, *slot.old), asked) or _is_an_end(query, slot, work)):
                yield slot.span


def _is_an_end(query: Query, slot: Slot, work: Work) -> bool:
    """Whether a count goes to the day before, or from the day after, a poll of a seat: "since copeland"."""
    when = query.where.when if isinstance(query, Count) else None
    if not isinstance(when, Between):
        return False
    step = timedelta(days=1)
    days = {day for seat in slot.values for day, _ in work.catalogue.polls(seat)}
    return (when.since is not None and when.since - step in days) or (
        when.until is not None and when.until + step in days
    )


def _goes_through(query: Query, areas: tuple[str, ...]) -> bool:
    """Whether a query is of all that some areas hold together, at a time when there was nothing beside them."""
    where = getattr(query, "where", None)
    if where is None or where.areas != areas:
        return False
    match where.when:
        case Latest():
            recent = True
        case InYears(years=years):
            recent = min(years) >= _FOUR_NATIONS_SINCE
        case OnDay(day=day) | Between(since=date() as day):
            recent = day.year >= _FOUR_NATIONS_SINCE
        case _:
            recent = False
    single = not isinstance(query, Rank) or query.of in {Of.CONTESTS, Of.CANDIDACIES}
    return recent and (len(areas) == 1 or (isinstance(query, _POOLED) and single))


def _parties(query: Query, asked: str, slots: Slots) -> Iterator[int]:
    if isinstance(query, Result | Figure | Check) and query.where.seats and _REST_OF_PARTIES in query.where.parties:
        # "the others" of one contest are not one party
        yield from (slot.span for slot in slots.parties if _REST_OF_PARTIES in slot.values)
    beside = isinstance(query, Result) and isinstance(query.where.when, Relative)
    if isinstance(query, _COUNTED) or beside:
        for slot in slots.parties:
            if not _stands(slot.values, asked):
                yield slot.span


def _left_out(query: Query, work: Work, slots: Slots) -> Iterator[int]:
    """Parties whose seats are left out, of which only a ranking of contests can be; areas, where areas are ranked."""
    if work.says("area_kinds"):
        yield from (slot.span for slot in slots.areas if slot.how == REST)
    contests = isinstance(query, Rank) and query.of is Of.CONTESTS
    for slot in slots.without:
        if not (contests and isinstance(query, Rank) and set(slot.values) <= set(query.where.not_won_by)):
            yield slot.span


def _givers(query: Query, work: Work) -> Iterator[int]:
    """Parties that something was taken from, or lost to, where totals are told: those do not tell what moved."""
    if isinstance(query, Totals | Compare) and len(work.parties) > 1 and work.has("take", "lose", "changed_hands"):
        leads = work.group("changed_from")
        given = leads | work.group("lost_to") if work.has("lose") else leads
        for slot in work.parties:
            if given.intersection(said_before(work, slot)[-1:]):
                yield slot.span


def _figures(query: Query, asked: str, cover: Cover) -> Iterator[int]:
    """Figures asked about, where seats are counted: "how many votes did labour lose" is not how many seats."""
    if isinstance(query, Count | Listing):
        for cue, measures in _FIGURES.items():
            if cue in cover.cues and not any(measure in asked for measure in measures):
                yield from (at for at, span in enumerate(cover.spans) if cue in span.cues)
    if isinstance(query, Totals) and (_is_of_all(query) or _is_of_several(query)):
        # "how many mps lost their seats" is not how many each party has
        yield from (at for at, span in enumerate(cover.spans) if "lose" in span.cues)
    if isinstance(query, OfficeHolder):
        # "which constituency returned him once he was pm" is not whether he was
        yield from (at for at, span in enumerate(cover.spans) if not {"where", "seats"}.isdisjoint(span.cues))
    if isinstance(query, Rank) and "turnout" in cover.cues and "turnout" not in asked:
        yield from (at for at, span in enumerate(cover.spans) if "turnout" in span.cues)
    if isinstance(query, Totals) and cover.cues.isdisjoint(("seats", "left_with", "survivor")):
        # "tories wiped out in wales" is said of no seats, and asks for no total
        yield from (at for at, span in enumerate(cover.spans) if "no_seats" in span.cues)
    if isinstance(query, Result) and query.focus is Focus.PARTY and query.where.people:
        # "when ted heath went who got old bexley" is not how he did there
        yield from (at for at, span in enumerate(cover.spans) if "who" in span.cues)
    if isinstance(query, Result):
        # "who lost votes in bath" is not who won there
        yield from (at for at, span in enumerate(cover.spans) if _tells_change(span))


def _pronouns(asked: str, work: Work) -> Iterator[int]:
    """Whoever a question that opens with a pronoun is about, where nobody was spoken of: "is he a labour mp"."""
    told = _OF_SOMEBODY in asked or work.inherited.people
    if not told and any(token.text in work.group("person_pronouns") for token in work.cover.tokens[1:2]):
        yield from (at for at, span in enumerate(work.cover.spans) if span.start <= 1 < span.end)


def _hanging(query: Query, asked: str, work: Work) -> Iterator[int]:
    """Words that hang by another which is not there, or which the query has without them."""
    yield from unpicked(asked, work)
    ruled = isinstance(query, Explain) and work.has("if")
    if work.inherited == Inherited() and not (ruled or isinstance(query, About | Claims | Quotes)):
        yield from dangling(work)
    yield from unheeded(query, work)
    yield from narrowed(query, work)
    yield from of_many(query, work)


def _records(query: Query, work: Work) -> Iterator[int]:
    """ "was hartlepool the last seat the tories gained": first or last of many, which no one contest tells."""
    if not isinstance(query, Check | History) or not query.where.seats or not work.opens_as("verb_openers"):
        return
    tokens = work.cover.tokens
    for at, span in enumerate(work.cover.spans):
        ends = tokens[span.start].text in work.group("of_a_row") and span.start and tokens[span.start - 1].text == "the"
        placed = span.time is not None and any(slot.span > at for slot in work.seats)
        if ends and not placed and any(t.text in work.group("of_many") for t in tokens[span.start + 1 : span.end + 1]):
            yield at


def _split_up(query: Query, work: Work) -> Iterator[int]:
    """ "results by region": of each of them, which only a comparison sets side by side."""
    if isinstance(query, OF_WORDS) or not work.says("split_up_by") or _sets_apart(query):
        return
    tokens = work.cover.tokens
    of_seats = isinstance(query, Rank) and query.of in {Of.CONTESTS, Of.CANDIDACIES}
    for at, span in enumerate(work.cover.spans):
        start = work.cover.spans[at - 1].start if at and work.cover.spans[at - 1].area else span.start
        lead = tokens[start - 1].text if start else ""
        apart = lead in work.group("splitting") or (lead in work.group("each_of") and isinstance(query, _OF_ONE))
        # "which region had the highest turnout" is not which seat had
        area = of_seats and lead in work.group("askers") and tokens[span.end - 1].text in work.group("area_kinds")
        if area or (apart and tokens[span.end - 1].text in work.group("split_up_by")):
            yield at


def _sets_apart(query: Query) -> bool:
    """Whether areas, or seats, are set side by side."""
    if isinstance(query, Several):
        return all(isinstance(part, Compare) and _sets_apart(part) for part in query.parts)
    return isinstance(query, Compare) and len({(side.where.areas, side.where.seats) for side in query.sides}) > 1


def _once_more(query: Query, work: Work) -> Iterator[int]:
    """ "did blair stand again", where nothing says since when, and no seat in which they stood twice."""
    if not isinstance(query, Check) or not query.where.people or not work.says("once_more"):
        return
    if work.years or isinstance(query.where.when, Between):
        return
    stands = [s for card in map(work.catalogue.person, query.where.people) if card for s in card.stands]
    spoken = not isinstance(query.where.when, AnyTime | Latest)
    if spoken or sum(stand.seat in query.where.seats for stand in stands) < _TWICE:
        yield from (at for at in range(len(work.cover.spans)) if work.text(at) in work.group("once_more"))


def _strangers(query: Query, work: Work) -> Iterator[int]:
    """Of several people those who never stood in the seat asked about: "did patten lose bath the night major won"."""
    if isinstance(query, Check | Result) and query.where.seats and len(query.where.people) > 1:
        seats = set(query.where.seats)
        for slot in work.people if len(work.people) > 1 else ():
            stands = (stand for card in work.catalogue.cards(slot.values) for stand in card.stands)
            if seats.isdisjoint(stand.seat for stand in stands):
                yield slot.span


def _unions(query: Query, work: Work, slots: Slots) -> Iterator[int]:
    """Parties that stand apart in the words and are one side in the query: "labour lost bath to the tories"."""
    if not isinstance(query, History | Listing | Count | Rank) or len(slots.parties) != _TWO or work.has("swing"):
        return
    sides = (query.where.parties, query.where.winner, query.where.lost_by, query.where.runner_up)
    first, second = slots.parties
    pooled = any(set(side) > set(first.values) and not set(side).isdisjoint(second.values) for side in sides)
    spans = work.cover.spans[first.span + 1 : second.span]
    between = {token.text for span in spans for token in work.cover.tokens[span.start : span.end]}
    if pooled and between and between.isdisjoint(work.group("alternatives") | work.group("joints")):
        yield second.span


def _never_there(query: Query, work: Work) -> Iterator[int]:
    """Of two seats named with somebody the one that they never stood in: what is asked of it is not asked of them."""
    where = getattr(query, "where", None)
    if where is None or len(where.people) != 1 or len(work.seats) < _TWO or "or" in work.words:
        return
    stood = {stand.seat for card in work.catalogue.cards(where.people) for stand in card.stands}
    strange = [slot for slot in work.seats if stood.isdisjoint(slot.values)]
    if 0 < len(strange) < len(work.seats):
        yield from (slot.span for slot in strange)


def _is_of_all(query: Totals) -> bool:
    """Whether the seats of every party are told."""
    return query.measures == (Measure.SEATS,) and not query.where.parties


def _is_of_several(query: Totals) -> bool:
    """Whether the totals of several years are told one after the other: "held in 2019 but lost in 2024"."""
    return isinstance(query.where.when, InYears) and len(query.where.when.years) > 1


def _tells_change(span: Span) -> bool:
    """Whether words tell of votes or a share that rose or fell: "lost votes"."""
    return not {"up", "down"}.isdisjoint(span.cues) and not {"votes", "share"}.isdisjoint(span.cues)


def _stands(values: tuple[str, ...], asked: str) -> bool:
    """Whether any of some ids stands in a query."""
    return any(f'"{value}"' in asked for value in values)
