"""Figures of the contest that somebody won or lost, where no time is named."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.query import Figure, InYears, Latest, Measure, OnDay, Query, Selection, Several, When

Measures = tuple[Measure, ...]
_OF_CONTEST = frozenset({Measure.MAJORITY, Measure.TURNOUT, Measure.SWING, Measure.ELECTORATE, Measure.VALID_VOTES})
"""Measures of a whole contest, in which somebody named only says which is meant."""


def first_win(work: Work, *, dated: bool = False) -> When | None:
    """ "jeremy thorpe's first win in north devon": the day of it; marks what says so.

    ``dated``: another time may stand beside it, as in a story.
    """
    dating = work.timed and not dated
    if len(work.people) != 1 or (dating and len(work.years) != 1) or not (work.has("first_time") or _enters(work)):
        return None
    seats = {seat for slot in work.seats for seat in slot.values}
    cards = work.catalogue.cards(work.people[0].values)
    days = [s.date for card in cards for s in card.stands if s.elected and (not seats or s.seat in seats)]
    if not days or (dating and min(days).year != work.years[0].year):
        return None
    if dating:
        work.use_times()
    work.take("first_time", "win", "when")
    return OnDay(day=min(days))


def _enters(work: Work) -> bool:
    """ "squeaked into parliament": into the house itself, which nobody gets into twice."""
    if not work.has("win", "take", "get", "came_in"):
        return False
    texts = [token.text for token in work.cover.tokens if token.text not in work.group("articles")]
    pairs = pairwise(texts)
    return any(lead == "into" and house in work.group("houses_entered") for lead, house in pairs)


def of_a_defeat(work: Work, measures: Measures) -> Query | None:
    """ "truss booted out by how many": of the contest they lost last, as none they won is meant; marks what says so."""
    seats = {seat for slot in work.seats for seat in slot.values}
    cards = work.catalogue.cards(work.people[0].values)
    lost = [s for card in cards for s in card.stands if not s.elected and (not seats or s.seat in seats)]
    if len(work.people) != 1 or not lost:
        return None
    last = max(lost, key=lambda stand: stand.date)
    where = work.selection().model_copy(update={"when": OnDay(day=last.date)})
    if measures == (Measure.MAJORITY,):
        # the majority over them is the winner's
        where = where.model_copy(update={"people": (), "seats": (last.seat,)})
    return Figure(where=where, measures=measures)


def of_a_win(work: Work, measures: Measures) -> Query | None:
    """ "turnout when lisa forbes won peterborough": of the contest they won last, where they have since lost."""
    first = first_win(work)
    if first is not None:
        return Figure(where=work.selection().model_copy(update={"when": first}), measures=measures)
    told = len(work.people) == 1 and not work.timed and work.has("win", "take") and not work.has("lose")
    if not told or not _OF_CONTEST.issuperset(measures):
        return None
    seats = {seat for slot in work.seats for seat in slot.values}
    cards = work.catalogue.cards(work.people[0].values)
    stood = sorted((s for card in cards for s in card.stands if not seats or s.seat in seats), key=lambda s: s.date)
    won = [stand for stand in stood if stand.elected]
    if not won or stood[-1].elected:
        return None
    where = work.selection().model_copy(update={"when": OnDay(day=won[-1].date), "seats": (won[-1].seat,)})
    return Figure(where=where, measures=measures)


def won_before(work: Work, measures: Measures) -> Query | None:
    """ "keir mather's majority in selby": where they also won a by-election of a seat named so before, both."""
    if measures != (Measure.MAJORITY,) or work.timed or len(work.people) != 1 or len(work.seats) != 1:
        return None
    slot, card = work.seats[0], work.catalogue.person(work.people[0].values[0])
    words = set(fold(slot.label).split())
    won = [s for s in (card.stands if card else ()) if s.elected and words <= set(s.seat.split("-"))]
    last = max(won, key=lambda stand: stand.date, default=None)
    by = [s for s in won if s.kind is ElectionKind.BY_ELECTION]
    if last is None or len(by) != 1 or by[0].seat == last.seat or last.seat not in slot.values:
        return None
    work.use(work.people)
    work.use(work.seats)
    of = (Selection(seats=(stand.seat,), when=OnDay(day=stand.date)) for stand in (by[0], last))
    return Several(parts=tuple(Figure(where=where, measures=measures) for where in of))


def ahead_of_party(work: Work, measures: Measures) -> Query | None:
    """ "lead of sammy wilson over alliance": how far that party was behind them, in the contest that they won."""
    if measures != (Measure.MAJORITY,) or len(work.people) != 1 or len(work.parties) != 1:
        return None
    slot, card = work.parties[0], work.catalogue.person(work.people[0].values[0])
    texts = [token.text for token in work.cover.tokens[: work.start(slot)]]
    lead = texts[:-1] if texts[-1:] == ["the"] else texts
    over = lead[-1:] and (lead[-1] in work.group("over_whom") or lead[-2:] == ["ahead", "of"])
    over = over or (lead[-1:] == ["and"] and _between(work))
    if not over or len(work.people[0].values) != 1 or len(work.years) > 1:
        return None
    seats = {seat for named in work.seats for seat in named.values}
    years = {year.year for year in work.years}
    stood = [
        stand
        for stand in (card.stands if card else ())
        if (not seats or stand.seat in seats)
        and (not years or stand.date.year in years)
        and work.kind in (None, stand.kind)
    ]
    won = [stand for stand in (stood if years else stood[-1:]) if stand.elected]
    if not won:
        return None
    work.use([*work.people, *work.seats])
    work.take("over", "leader", "versus", "ahead")
    when = work.when() if len(won) > 1 else OnDay(day=won[0].date)
    work.use_times()
    where = Selection(seats=(won[-1].seat,), parties=work.use([slot]), when=when)
    return Figure(where=where, measures=(Measure.BEHIND,))


def _between(work: Work) -> bool:
    """ "the margin between corbyn and labour": how far one is ahead of the other."""
    start = work.start(work.people[0])
    return start > 0 and work.cover.tokens[start - 1].text == "between"


def last_defeat(work: Work) -> When | None:
    """ "who beat melanie onn": the day they lost last, where they have won since."""
    if len(work.people) != 1:
        return None
    seats = {seat for slot in work.seats for seat in slot.values}
    cards = work.catalogue.cards(work.people[0].values)
    stood = sorted((s.date, s.elected) for card in cards for s in card.stands if not seats or s.seat in seats)
    lost = [day for day, elected in stood if not elected]
    # the last contest is meant by itself where they lost it
    return OnDay(day=lost[-1]) if lost and stood[-1][1] else None


def defeat_since(work: Work, where: Selection) -> When | None:
    """ "who beat him" behind a contest that he won: the day of the next that he lost."""
    cards = work.catalogue.cards(where.people)
    when = work.inherited.when
    if isinstance(when, Latest) and len(cards) == 1:
        days = [stand.date for stand in cards[0].stands if when.kind in (None, stand.kind)]
        when = OnDay(day=max(days)) if days else when
    if len(cards) != 1 or work.timed or not isinstance(when, InYears | OnDay):
        return None
    fought = [(s.date, s.elected) for s in cards[0].stands if not where.seats or s.seat in where.seats]
    spoken = [
        stood for stood in fought if (stood[0] == when.day if isinstance(when, OnDay) else stood[0].year in when.years)
    ]
    if not spoken or not all(elected for _, elected in spoken):
        return None
    later = [stand.date for stand in cards[0].stands if stand.date > spoken[-1][0] and not stand.elected]
    return OnDay(day=later[0]) if later else None


def lost_since(work: Work) -> Selection:
    """The contest spoken of; where the one spoken of won it, the next that they lost, wherever that was."""
    where = work.selection()
    lost = defeat_since(work, where)
    return where.model_copy(update={"when": lost, "seats": ()}) if lost else where
