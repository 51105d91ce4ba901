"""What is asked of "him", "her" or a leader behind the last question, and would be of nobody or of somebody else."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from bot.reading.conversation import carried
from bot.reading.outcome import Outcome, Read
from bot.reading.told_asked import Asked
from knowledge.queries.catalogue import Stand
from knowledge.query import (
    Career,
    Check,
    ExpectedDirection,
    ExpectedStood,
    Figure,
    Focus,
    Holder,
    InYears,
    Listing,
    Measure,
    OfficeHolder,
    OnDay,
    Quotes,
    Relative,
    Result,
    Selection,
    Totals,
)

_OF_CANDIDATE = frozenset(
    {Measure.VOTES, Measure.SHARE, Measure.BEHIND, Measure.POSITION, Measure.DEPOSIT, Measure.CHANGE}
)
_WHAT = frozenset({"aux", "party_of", "what", "which"})
_NEXT = frozenset(
    {"aux", "changed_hands", "deposit_gone", "following", "next_one", "stand", "where", "which", "seats", "what"}
)
_WON = frozenset({"aux", "get", "than", "versus", "who", "win"})
_PLACES = frozenset({Focus.WINNER, Focus.RUNNER_UP, Focus.PLACE, Focus.PARTY})
_OF_OTHERS = frozenset({"beat", "lose", "predecessor", "replace", "which", "who"})
"""Cues of whom else than the one spoken of is asked about."""
_ENDS = frozenset({"first", "last"})


def told_whom(asked: Asked) -> Outcome | None:
    """What a question of somebody can only mean behind the last one; None where it needs no other look."""
    found = _turned_round(asked) or _leaders_party(asked) or _victor(asked) or _won_back(asked)
    if found is None and asked.says("person_pronouns"):
        found = _party(asked) or _figure(asked) or _there(asked) or _next(asked) or _another(asked)
    return found


def _people(asked: Asked) -> tuple[str, ...]:
    """Whoever was told of last, or asked about."""
    return asked.turn.told.people or carried(asked.last).people


def _stands(asked: Asked, person: str) -> list[Stand]:
    """The contests of somebody, in order."""
    card = asked.reader.catalogue.person(person)
    return sorted(card.stands, key=lambda stand: stand.date) if card is not None else []


def _turned_round(asked: Asked) -> Outcome | None:
    """ "other way round, who came before him", behind who followed somebody: before the one who was named."""
    last, query = asked.last, asked.query
    if not isinstance(last, OfficeHolder) or not isinstance(query, OfficeHolder | None):
        return None
    named = last.after or last.before
    if named is None or not any(phrase in asked.text for phrase in asked.groups["turned_round"]):
        return None
    step = "before" if last.after else "after"
    return Read(OfficeHolder(office=last.office, party=last.party).model_copy(update={step: named}), carried=True)


def _leaders_party(asked: Asked) -> Outcome | None:
    """ "did hague do any better", behind the seats of a party that he led: of the party, and not in his own seat."""
    last, query = asked.last, asked.query
    if not isinstance(last, Totals) or len(last.where.parties) != 1 or last.where.seats or len(last.measures) > 1:
        return None
    if not isinstance(query, Check) or len(query.expect) != 1 or len(query.where.people) != 1 or query.where.seats:
        return None
    expected = query.expect[0]
    if not isinstance(expected, ExpectedDirection) or asked.says("of_one_candidate"):
        return None
    days, spoken = _led(asked, query.where.people[0], last.where.parties[0]), last.where.when
    years = query.where.when.years if isinstance(query.where.when, InYears) else ()
    days = [day for day in days if day.year in years] if years else days
    then = spoken.years if isinstance(spoken, InYears) else ()
    if len(days) != 1 or len(then) != 1 or days[0].year in then:
        return asked.refused
    twice = len(asked.reader.calendar.generals_in(days[0].year)) > 1
    when = InYears(years=(days[0].year,), month=days[0].month if twice else None, kind=spoken.kind)
    measure = last.measures[0] if last.measures else Measure.SEATS
    since = ExpectedDirection(measure=measure, up=expected.up, since=spoken)
    return Read(Check(where=last.where.model_copy(update={"when": when}), expect=(since,)), carried=True)


def _led(asked: Asked, person: str, party: str) -> list[date]:
    """The general elections that somebody led a party into."""
    calendar = asked.reader.calendar
    times = [led for led in calendar.led_by((person,)) if led.party == party]
    return [day for day in calendar.generals if any(led.since < day and led.on(day) for led in times)]


def _party(asked: Asked) -> Outcome | None:
    """ "what was he, tory?", behind who won: whether that was his party."""
    query, people = asked.query, _people(asked)
    if not isinstance(query, Result) or query.focus is not Focus.PARTY or query.where.people or len(people) != 1:
        return None
    named = len(query.where.parties) == 1 and any(span.party for span in asked.cover.spans)
    if not named or not asked.cover.cues <= _WHAT:
        return None
    where = query.where.model_copy(update={"people": people})
    return Read(Check(where=where, expect=(ExpectedStood(),)), carried=True)


def _figure(asked: Asked) -> Outcome | None:
    """ "how far short was she in finchley", behind her contests: hers, and not whoever won there last."""
    query, people = asked.query, _people(asked)
    if not isinstance(query, Figure) or query.where.people or query.where.parties or len(people) != 1:
        return None
    placed = any(span.seat for span in asked.cover.spans) and query.where.seats
    if not placed or not query.measures or not (_OF_CANDIDATE | {Measure.MAJORITY}).issuperset(query.measures):
        return None
    if not any(stand.seat in query.where.seats for stand in _stands(asked, people[0])):
        return asked.refused
    # "by how much did he lose"
    lost = query.measures == (Measure.MAJORITY,) and "lose" in asked.cover.cues
    measures = (Measure.BEHIND,) if lost else query.measures
    where = query.where.model_copy(update={"people": people})
    return Read(query.model_copy(update={"where": where, "measures": measures}), carried=True)


def _there(asked: Asked) -> Outcome | None:
    """ "when did he last win there": in the seat spoken of, and not in a later one."""
    query, told = asked.query, asked.turn.told
    if not isinstance(query, Career) or query.ask not in _ENDS or query.where.seats or not asked.says("there_words"):
        return None
    spoken = carried(asked.last).seats or ((told.seat,) if told.seat else ())
    stood = {stand.seat for person in query.where.people for stand in _stands(asked, person)}
    if len(spoken) != 1:
        return None
    if spoken[0] not in stood:
        return asked.refused
    where = query.where.model_copy(update={"seats": spoken})
    last = _stood_in(asked, query.where.people, spoken[0])
    if query.ask == "last" and asked.says("winning_words") and not last[-1].elected:
        won = [stand for stand in last if stand.elected]
        where = where.model_copy(update={"when": OnDay(day=won[-1].date)}) if won else where
        return Read(Result(where=where, focus=Focus.PARTY), carried=True) if won else asked.refused
    return Read(query.model_copy(update={"where": where}), carried=True)


def _stood_in(asked: Asked, people: tuple[str, ...], seat: str) -> list[Stand]:
    """The contests of some people in a seat, in order."""
    return [stand for person in people for stand in _stands(asked, person) if stand.seat == seat]


def _next(asked: Asked) -> Outcome | None:
    """ "where did he go next", behind one contest: where somebody stood after it."""
    query, told, cues = asked.query, asked.turn.told, asked.cover.cues
    if "where" in cues and isinstance(query, Holder) and query.relation is not None:
        # "where did he go after" is not who came after him
        return asked.refused
    placing = "following" in cues and ("where" in cues or asked.says("where_words"))
    if not placing or not cues <= _NEXT or not isinstance(query, Figure | Listing | Result):
        return None
    people = query.where.people
    if len(people) != 1 or told.day is None:
        # "he" would be whoever won next
        return None if people else asked.refused
    if any(span.seat or span.area or span.party or span.number for span in asked.cover.spans):
        return None
    later = [stand for stand in _stands(asked, people[0]) if stand.date > told.day]
    if not later:
        return asked.refused
    return _at(people, later[0])


def _at(people: tuple[str, ...], stand: Stand) -> Read:
    """How somebody did at a contest of theirs."""
    where = Selection(people=people, seats=(stand.seat,), when=OnDay(day=stand.date))
    return Read(Result(where=where, focus=Focus.PARTY), carried=True)


def _another(asked: Asked) -> Outcome | None:
    """ "how did she do in 2019", behind who came second: her contest then, and not who came second then.

    Refused where whoever is meant has no name here.
    """
    query, told = asked.query, asked.turn.told
    if not isinstance(query, Result) or query.where.people or query.focus not in _PLACES:
        return None
    when, of_others = query.where.when, not _OF_OTHERS.isdisjoint(asked.cover.cues)
    named = any(span.seat or span.area or span.party for span in asked.cover.spans)
    spoken = (told.seat,) if told.seat else carried(asked.last).seats
    if of_others or named or query.where.seats != spoken or not isinstance(when, InYears | Relative):
        return None
    if len(told.people) != 1 or told.day is None:
        return asked.refused
    stands = _stands(asked, told.people[0])
    if isinstance(when, Relative):
        before = [stand for stand in stands if stand.date < told.day]
        after = [stand for stand in stands if stand.date > told.day]
        nearest = after[:1] if when.step > 0 else before[-1:]
        return _at(told.people, nearest[0]) if nearest else asked.refused
    then = [stand for stand in stands if stand.date.year in when.years and when.kind in (None, stand.kind)]
    there = spoken if not then or any(stand.seat in spoken for stand in then) else ()
    where = Selection(people=told.people, seats=there, when=when)
    return Read(Result(where=where, focus=Focus.PARTY), carried=True)


def _won_back(asked: Asked) -> Outcome | None:
    """ "who won it back", "who took it off him", behind one contest: whoever of another party won there next."""
    query, told, texts = asked.query, asked.turn.told, asked.text.split()
    if not isinstance(query, Result) or told.seat is None or told.day is None or query.focus is not Focus.WINNER:
        return None
    off = any(one == "off" and two in asked.groups["person_pronouns"] | {"them"} for one, two in pairwise(texts))
    back = "back" in texts or asked.says("won_again") or (off and "take" in asked.cover.cues)
    named = any(span.seat or span.area or span.party or span.time for span in asked.cover.spans)
    if not back or named or "who" not in asked.cover.cues or query.where.seats != (told.seat,):
        return None
    catalogue = asked.reader.catalogue
    had = catalogue.won_at(told.seat, told.day)
    later = (won.date for won in catalogue.won_in(told.seat) if won.date > told.day and had and won.party != had.party)
    lost = next(later, None)
    if lost is None:
        return asked.refused
    where = Selection(seats=query.where.seats, when=OnDay(day=lost))
    return Read(Result(where=where, focus=Focus.WINNER), carried=True)


def _victor(asked: Asked) -> Outcome | None:
    """ "and the guy who beat him", behind what somebody said: what whoever beat him there said, or who it was."""
    last, catalogue, query = asked.last, asked.reader.catalogue, asked.query
    if not isinstance(last, Quotes) or len(last.speakers) != 1 or len(last.seats) != 1:
        return None
    beaten = "beat" in asked.cover.cues and asked.says("person_pronouns") and isinstance(query, Result | None)
    won_it = "win" in asked.cover.cues and asked.cover.cues <= _WON and isinstance(query, Result)
    if not (beaten or won_it) or any(s.seat or s.time or s.party for s in asked.cover.spans):
        return None
    lost = [stand for stand in _stands(asked, last.speakers[0]) if stand.seat == last.seats[0] and not stand.elected]
    won = catalogue.won_at(last.seats[0], lost[0].date) if len(lost) == 1 else None
    if won is None:
        return None
    if beaten and asked.marked and won.person in catalogue.quoted_people():
        return Read(Quotes(speakers=(won.person,), ask="said", seats=last.seats), carried=True)
    where = Selection(seats=last.seats, when=OnDay(day=lost[0].date))
    return Read(Result(where=where, focus=Focus.WINNER), carried=True)
