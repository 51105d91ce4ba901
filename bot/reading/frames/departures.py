"""Somebody's leaving: who came in when they left, when that was, where they stood after leaving a party."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.reading.frames import succession
from bot.reading.frames.conditions import party_after
from bot.reading.frames.takers import seat_taken, taken_off
from bot.reading.framing import needs
from bot.reading.time_kinds import Side
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Stand
from knowledge.query import (
    AnyTime,
    Between,
    Career,
    Check,
    ExpectedStood,
    History,
    Holder,
    OnDay,
    Query,
    Result,
    Selection,
)

_CAME = ("win", "take", "replace", "get", "came_in", "hold", "mp", "stand")
"""Cues of coming in for somebody."""
_OF_OTHER = (
    "why", "cause", "beat", "lose", "votes", "share", "majority", "turnout", "candidates", "how_many", "say", "quote",
    "predecessor", "swing", "deposit", "runner_up", "pm", "leader", "government", "fate", "exists", "made_from",
)  # fmt: skip
"""Cues of questions that ask something else of the leaving."""
_OF_SITTING = frozenset({"how_long", "when", "mp", "who", "aux", "now", "get", "seats", "hold", "versus"})
"""Cues beside which no more is asked than how long a member has sat."""
_OF_STANDING = frozenset(
    {"stand", "aux", "check", "ever", "all_time", "following", "since", "get", "candidates", "career"}
)
"""Cues beside which no more is asked than whether somebody stood once more."""
_OF_A_WIN = frozenset({"when", "win", "take", "get", "aux", "seats", "what", "since", "chose"})
"""Cues beside which no more is asked than when somebody won a seat; "from" whom may be said too."""
_OF_NO_VERB = frozenset({"when", "aux", "what"})
"""Cues of a question but for a day: "orpington eric lubbock what day was it"."""
_BESIDE_YEARS = frozenset(
    {
        "seats", "mp", "what", "which", "aux", "how_long", "where", "hold", "listing", "get", "when", "versus",
    }
)  # fmt: skip
"""Cues that a question of years of service may hold."""
_OF_TAKING = frozenset(
    {
        "aux", "by_election", "came_in", "general_election", "get", "hold", "mp", "party_of", "replace", "seats",
        "since", "take", "what", "which", "who", "win",
    }
)  # fmt: skip
"""Cues of a question whose seat somebody took."""


@needs("a person")
@needs("leave")
def successor(work: Work) -> Query | None:
    """ "who filled tony blair's seat when he quit", "the by-election after john smith's death": who followed."""
    if len(work.people) != 1 or work.parties or work.years:
        return None
    if work.has(*(cue for cue in _OF_OTHER if cue != "cause" or not _caused_by_it(work))):
        return None
    by_election = work.kind is ElectionKind.BY_ELECTION
    came = work.has(*_CAME) or work.says("getting_in")
    if _asks_when(work) or not (by_election or (came and work.has("who")) or _is_bare(work)):
        return None
    if succession.side_asked(work) == "before":
        return None
    work.take("leave", "who", "when", "seats", "result", "changed_hands", "since", "following", "what", "cause")
    work.take("next_one", *_CAME)
    if any(not work.group("of_the_premier").isdisjoint(work.text(at).split()) for at in work.hits.get("came_in", ())):
        return succession.in_office(work)
    work.use_times()
    where = Selection(seats=work.use(work.seats), people=work.use(work.people))
    return Holder(where=_vacated(work, where), relation="after")


def _is_bare(work: Work) -> bool:
    """ "walsall north after stonehouse resigned": a seat, and whose leaving it went through."""
    told = {"since", "following", "leave", "vacancy", "cause"}
    return len(work.seats) == 1 and work.has("since", "following") and told.issuperset(work.hits)


def _asks_when(work: Work) -> bool:
    """Whether a day is asked for: "when ted heath went who got his seat" only says when somebody else came."""
    return work.opens_with("when") and not (work.has("who") and work.hits["who"][-1] > work.first("leave"))


def _caused_by_it(work: Work) -> bool:
    """ "the by-election caused by bobby sands' death": the one that came of it, not why they stood."""
    ends = [work.cover.spans[at].end for at in work.hits.get("cause", ())]
    return all("by" in {token.text for token in work.cover.tokens[end - 1 : end + 1]} for end in ends)


@needs("a person")
@needs("who")
def heir(work: Work) -> Query | None:
    """ "who got ted heath's seat", "ian gow's seat - who took it": who followed there."""
    if len(work.people) != 1 or work.parties or work.has(*_OF_OTHER, "stand", "predecessor"):
        return None
    if not work.has("take", "win", "get", "hold", "came_in", "now", "mp") or not _is_owner_of_seat(work):
        return None
    if work.has("now"):
        return _holds_now(work)
    dated = succession.in_year_of(work, "after") if work.years else None
    if work.timed and dated is None:
        return None
    work.take("who", "take", "win", "get", "hold", "came_in", "seats", "leave", "mp", "changed_hands")
    if dated is not None:
        return dated
    where = Selection(seats=work.use(work.seats), people=work.use(work.people))
    return Holder(where=where, relation="after")


@needs("a person")
@needs("take", "win", "get", "replace")
def forerunner(work: Work) -> Query | None:
    """ "whose seat did martin bell take", "who'd he take tatton off", "... from in 1997": who sat there before."""
    if len(work.people) != 1 or work.parties or not _OF_TAKING.issuperset(work.hits):
        return None
    led = work.start(work.people[0])
    taking = [work.cover.spans[at].start for cue in ("take", "win", "get") for at in work.hits.get(cue, ())]
    taken = any(at > led for at in taking)
    whose = work.cover.tokens[0].text == "whose" and taken
    off = work.has("who", "party_of") and taken and _is_taken_off(work)
    cards = work.catalogue.cards(work.people[0].values)
    if not (whose or off) or not any(card.elected for card in cards):
        return None
    dated = succession.in_year_of(work, "before") if work.years else None
    if work.timed and dated is None:
        return None
    work.take(*_OF_TAKING)
    if dated is not None:
        return dated
    where = Selection(seats=work.use(work.seats), people=work.use(work.people))
    return Holder(where=where, relation="before")


@needs("a party")
@needs("a seat")
@needs("take", "win", "get")
def taken_from(work: Work) -> Query | None:
    """ "who did the tories take copeland from": when they took it last, which tells from whom; a year tells it too."""
    one = len(work.parties) == len(work.seats) == 1 and not work.people and not work.timed
    if not one or not _OF_TAKING.issuperset(work.hits) or not work.has("who", "which") or not _is_taken_off(work):
        return None
    start = work.start(work.parties[0])
    if not any(work.cover.spans[at].start > start for cue in ("take", "win", "get") for at in work.hits.get(cue, ())):
        return None
    work.take(*_OF_TAKING)
    where = Selection(seats=work.use(work.seats), parties=work.use(work.parties), when=AnyTime())
    return History(where=seat_taken(work, where), ask="won-by")


def _is_taken_off(work: Work) -> bool:
    """Whether whom something was taken from is asked for: by "from" at the end, before a time, or ahead of "whom"."""
    tokens, ends = work.cover.tokens, work.group("taken_ends")
    if tokens[0].text in ends and len(tokens) > 1 and tokens[1].text in work.group("whom"):
        return True
    if tokens[-1].text in work.group("whom") and len(tokens) > 1 and tokens[-2].text in ends | {"off"}:
        # "colin clark took gordon off who"
        return True
    times, spans = {at for at, _ in work.slots.times}, work.cover.spans
    for last in range(len(spans) - 1, 0, -1):
        if tokens[spans[last].end - 1].text in ends:
            return True
        if not (last in times or (spans[last].filler and not spans[last].cues)):
            break
    return False


def _holds_now(work: Work) -> Query | None:
    """ "who has gordon brown's seat now": the member for the last seat that somebody won."""
    cards = work.catalogue.cards(work.people[0].values)
    won = [stand for card in cards for stand in card.stands if stand.elected]
    seats = {seat for slot in work.seats for seat in slot.values}
    won = [stand for stand in won if not seats or stand.seat in seats]
    if not won or (len(cards) != 1 and not seats) or work.years:
        return None
    work.take("who", "take", "get", "hold", "now", "seats", "mp", "fate")
    work.use(work.seats)
    # whose seat it was is told, and the answer is of who came last
    work.pass_over([slot.span for slot in work.people])
    work.use_times()
    return Holder(where=Selection(seats=(won[-1].seat,)))


def _is_owner_of_seat(work: Work) -> bool:
    """ "ted heath's seat", "ted heath's old constituency"."""
    span = work.cover.spans[work.people[0].span]
    behind = [token.text for token in work.cover.tokens[span.end : span.end + 2]]
    last = work.cover.tokens[span.end - 1].text
    return last.endswith("s") and not work.group("own_seats").isdisjoint(behind)


@needs("a person")
@needs("when")
def won_when(work: Work) -> Query | None:
    """ "when did megan lloyd george win carmarthen": every win there, with its day."""
    if len(work.people) != 1 or len(work.seats) != 1 or len(work.parties) > 1 or work.timed:
        return None
    if (
        not (work.has("win", "take", "get") or set(work.hits) <= _OF_NO_VERB)
        or not _OF_A_WIN.issuperset(work.hits)
        or (work.has("since") and not work.parties)
    ):
        return None
    stood = [stand for card in map(work.catalogue.person, work.people[0].values) if card for stand in card.stands]
    if not any(stand.elected and stand.seat in work.seats[0].values for stand in stood):
        return None
    if work.parties and not _won_for(work, stood):
        return _won_off(work, stood)
    work.take("when", "win", "take", "get", "seats", "what", "chose")
    return Career(where=work.selection(default=AnyTime()), ask="wins")


def _won_for(work: Work, stood: Sequence[Stand]) -> bool:
    """ "when did mellish win bermondsey for labour": for whom says no more, where every win there was; marks it."""
    slot, counts = work.parties[0], work.catalogue.counts_as()
    won = [stand for stand in stood if stand.elected and stand.seat in work.seats[0].values]
    if party_after(work, "stood_for") is not slot:
        return False
    if any(counts.get(stand.party, stand.party) not in slot.values for stand in won):
        return False
    work.use(work.parties)
    work.leave_out("parties")
    return True


def _won_off(work: Work, stood: Sequence[Stand]) -> Query | None:
    """ "when did teather win brent east off labour": the one contest there before which that party had won."""
    taken = taken_off(work, {(stand.seat, stand.date) for stand in stood if stand.elected})
    if len(taken) != 1:
        return None
    work.take("when", "win", "take", "get", "seats", "what", "since")
    work.use([*work.parties, *work.people])
    return Result(where=Selection(seats=work.use(work.seats), when=OnDay(day=taken[0][1])))


def _vacated(work: Work, where: Selection) -> Selection:
    """Of several people or seats those that a by-election followed, where the words say that the seat fell vacant."""
    if {work.text(at) for at in work.hits.get("leave", ())} <= work.group("retiring"):
        return where
    cards = work.catalogue.cards(where.people)
    won = [(card.id, stand) for card in cards for stand in card.stands if stand.elected]
    if len(cards) == 1 and len({stand.seat for _, stand in won}) == 1:
        return where
    vacant = [(ref, stand.seat) for ref, stand in won if _fell_vacant(work, ref, stand)]
    seats = tuple(dict.fromkeys(seat for _, seat in vacant if not where.seats or seat in where.seats))
    return Selection(seats=seats, people=tuple(dict.fromkeys(ref for ref, _ in vacant))) if seats else where


def _fell_vacant(work: Work, person: str, stand: Stand) -> bool:
    """Whether a by-election that somebody else won came next in a seat that was won."""
    later = [contest for contest in work.catalogue.won_in(stand.seat) if contest.date > stand.date]
    return bool(later) and later[0].kind is ElectionKind.BY_ELECTION and later[0].person != person


def _after_contest(work: Work) -> Query | None:
    """ "where did she sit after that", of whoever was spoken of: their contests since."""
    if work.people or not work.inherited.people or not work.speaks_of_person or work.inherited.day is None:
        return None
    if not work.has("where", "which", "what") or not work.has("mp", "stand", "seats") or work.has(*_OF_OTHER, "who"):
        return None
    if not (work.take("following") or work.has("since")) or work.seats or work.parties or work.years:
        return None
    work.take("since", "where", "which", "what", "mp", "stand", "seats", "hold", "win", "get")
    work.use_times()
    when = Between(since=work.inherited.day + timedelta(days=1))
    return Career(where=Selection(people=work.inherited.people, when=when))


@needs("stand")
@needs(groups=("once_more",))
def stood_again(work: Work) -> Query | None:
    """ "did she stand again", "did clegg stand again after 2017": whether somebody stood at all since then."""
    if work.seats or work.parties or not work.opens_as("verb_openers") or not _OF_STANDING.issuperset(work.hits):
        return None
    since = (_since_named(work) or _since_theirs(work)) if work.people else _since_spoken(work)
    people = work.use(work.people) or work.inherited.people
    if since is None or len(people) != 1:
        return None
    work.take(*_OF_STANDING)
    work.use_times()
    when = Between(since=since, until=work.calendar.today)
    return Check(where=Selection(people=people, when=when), expect=(ExpectedStood(),))


def _since_named(work: Work) -> date | None:
    """The day behind the year named, where nothing else of time is."""
    sides = [time for _, time in work.slots.times]
    when = work.when() if len(sides) == 1 and isinstance(sides[0], Side) else None
    return when.since if isinstance(when, Between) and when.until is None else None


def _since_theirs(work: Work) -> date | None:
    """The day behind the contest spoken of, where whoever is named stood in it and no time is named."""
    day, cards = work.inherited.day, work.catalogue.cards(work.people[0].values)
    if day is None or work.years or not any(stand.date == day for card in cards for stand in card.stands):
        return None
    return day + timedelta(days=1)


def _since_spoken(work: Work) -> date | None:
    """The day behind the contest spoken of, where somebody is pointed at and no time is named."""
    day = work.inherited.day
    if day is None or not work.speaks_of_person or work.years or work.ends():
        return None
    return day + timedelta(days=1)


@needs("a person")
@needs("when")
def left(work: Work) -> Query | None:
    """ "when did denis healey leave the commons": the time they sat says until when."""
    spoken_of = not work.people and bool(work.inherited.people) and work.speaks_of_person
    if not (len(work.people) == 1 or spoken_of) or work.parties or work.kind is not None:
        return None
    plain = work.text_is("referendum", "leave")
    asked = (plain or work.has("leave")) and work.has("when")
    if not asked or work.has("who", "replace", "take", "win", *_OF_OTHER):
        return None
    work.take("leave", "when", "mp", "seats", "hold", "what", "which", *(("referendum",) if plain else ()))
    people = work.use(work.people) or work.inherited.people
    return Career(where=Selection(seats=work.use(work.seats), people=people, when=AnyTime()), ask="tenure")


@needs("a person")
@needs("how_long", groups=("years_of_service",))
def served(work: Work) -> Query | None:
    """ "lubbock orpington years", "nancy astor seat and years": how long, and from when to when, somebody sat."""
    if len(work.people) != 1 or work.parties or work.timed or not work.hits.keys() <= _BESIDE_YEARS:
        return None
    named = any(work.text(at) in work.group("years_of_service") for at in range(len(work.cover.spans)))
    if not (named or work.has("how_long")):
        return None
    work.use_words(*work.group("years_of_service"))
    work.take("seats", "mp", "what", "which", "how_long", "where", "hold", "listing", "get", "when")
    where = Selection(seats=work.use(work.seats), people=work.use(work.people), when=AnyTime())
    return Career(where=where, ask="tenure")


@needs("a seat")
@needs("how_long")
@needs("mp")
def sitting_since(work: Work) -> Query | None:
    """ "bath mp since when", "how long has the mp for bath been there": how long whoever was elected last has sat."""
    if len(work.seats) != 1 or work.people or work.parties or work.timed or not work.hits.keys() <= _OF_SITTING:
        return None
    polled = work.catalogue.won_in(work.seats[0].values[0])
    last = max(polled, key=lambda won: won.date, default=None)
    if last is None or last.date < work.calendar.generals[-1] or last.person is None:
        return None
    work.take(*_OF_SITTING)
    work.use(work.seats)
    return Career(where=Selection(people=(last.person,), when=AnyTime()), ask="tenure")


@needs("a person")
def afterwards(work: Work) -> Query | None:
    """Somebody's contests after they left a party, or after the contest spoken of."""
    return _after_party(work) or _after_contest(work)


def _after_party(work: Work) -> Query | None:
    """ "enoch powell's seat after he left the tories": the contests since they last stood for the party."""
    if len(work.people) != 1 or len(work.parties) != 1 or work.seats or work.timed or not work.has("leave"):
        return None
    if not work.has("since") or not work.has("seats", "stand", "mp", "where", "which", "what", "win"):
        return None
    cards = work.catalogue.cards(work.people[0].values)
    parties, counts = set(work.parties[0].values), work.catalogue.counts_as()
    days = [s.date for card in cards for s in card.stands if counts.get(s.party, s.party) in parties]
    if len(cards) != 1 or not days or work.has(*_OF_OTHER):
        return None
    work.take("leave", "since", "seats", "stand", "mp", "where", "which", "what", "win", "hold", "when", "get")
    work.use(work.parties)
    when = Between(since=max(days) + timedelta(days=1))
    return Career(where=Selection(people=work.use(work.people), when=when))
