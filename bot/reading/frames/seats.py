"""Questions of a seat through time: its members, its history."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from bot.reading.frames import members, succession
from bot.reading.frames.taken import from_to, oldest
from bot.reading.frames.takers import seat_taken
from bot.reading.framing import needs
from bot.reading.time_kinds import Day, DayMonth, KindOf, Side, Time, Word, Year
from bot.reading.work import Work, first_known
from knowledge.query import AnyTime, Between, History, Holder, InYears, OnDay, Query, Result, Selection


@needs("a seat", "a person")
@needs(
    "mp", "hold", "now", "replace", "predecessor", "first_time", "since",
    words=("mp", "after", "since"), groups=("members_before", "members_after"),
)  # fmt: skip
def holder(work: Work) -> Query | None:
    """Who is, was, or came before or after the member."""
    named = work.seats or work.people or work.inherited.seats or work.inherited.people
    if named and work.parties and not work.people:
        return members.before_taken(work)
    if not named:
        return None
    related = members.before_first_win(work) or _relation(work) or members.since_then(work)
    if related:
        return related
    if work.people or not (work.seats or work.inherited.seats) or not (work.has("mp", "hold") or members.has_now(work)):
        return None
    if work.has("listing", "history") and work.has("mp") and not work.timed and members.are_all(work):
        work.take("listing", "history", "mp", "who", "hold")
        return History(where=work.selection(default=AnyTime()), ask="members")
    if work.has(
        "majority", "votes", "share", "turnout", "how_long", "changed_hands", "lose", "beat", "always", "candidates"
    ):
        return None
    if members.is_outcome(work) or _of_the_contest(work):
        return None
    work.take("mp", "hold", "win", "who", "now", "which", "party_of", "listing", "history", "get")
    if members.had_any(work):
        work.take("aux", "check", "get")
    beside = members.beside_by_election(work) or members.before_contest(work)
    if beside is not None:
        return beside
    return members.elected_in(work) or _held_at(work)


def _held_at(work: Work) -> Query | None:
    """Who held the seat at, or before, the time named; of a time to come nobody knows."""
    at, until = _moment(work)
    if at is not None and at > work.calendar.today:
        return None
    seats = work.use(work.seats) or work.inherited.seats
    gone = [slot.old for slot in work.seats if slot.old]
    if gone and at is None and work.says("past_verbs"):
        # "who was mp for huyton": of the seat of that name, though the place lies in another now
        seats = gone[0]
    before = _before(work)
    if before is not None:
        return Holder(where=Selection(seats=seats), at=before, relation="before")
    if at is not None and until is not None and work.kind is not None:
        return Result(where=work.selection())
    return Holder(where=Selection(seats=seats), at=at, until=until)


def _of_the_contest(work: Work) -> bool:
    """ "so who got the seat", behind a contest that was told of: who won it, not who sits now."""
    return work.has("win") and not work.seats and isinstance(work.inherited.when, InYears | OnDay)


def _relation(work: Work) -> Query | None:
    """ "who replaced X", "who was MP before X", "who held it after X"."""
    relation = succession.side_asked(work)
    spoken_of = work.inherited.holder is not None or (bool(work.inherited.seats) and work.speaks_of_person)
    asked = (
        spoken_of or succession.beside_member(work) or work.has("who", "mp", "replace", "predecessor", "hold", "take")
    )
    if relation is None or not asked:
        return None
    if work.years and not work.people:
        return None
    if relation == "after" and work.seats and not work.timed and not spoken_of and not work.people:
        # "who took over as mp for bath": nobody is named whom anybody came after
        work.take("replace", "mp", "take", "who", "now")
        return Holder(where=Selection(seats=work.use(work.seats)))
    dated = succession.in_year_of(work, relation) if work.years else None
    if dated is not None:
        work.take("replace", "predecessor", "mp", "hold", "since", "until", "who", "when", "take", "win", "get")
        return dated
    work.take(
        "replace", "predecessor", "mp", "hold", "win", "since", "until", "previous", "following", "take", "who", "when"
    )
    work.take("ahead", *(("next_one",) if relation == "after" else ()))
    work.use_times(Word)
    if work.people and relation == "after":
        work.take("changed_hands", "leave", "lose", "get")
    seats, people = work.use(work.seats), work.use(work.people)
    if not seats and not people:
        return succession.of_the_spoken(work, relation)
    return succession.with_office(work, Holder(where=Selection(seats=seats, people=people), relation=relation))


def _before(work: Work) -> date | None:
    """The day before which the member is asked for; marks the words."""
    for at, time in work.slots.times:
        if isinstance(time, Side) and time.side == "before" and isinstance(time.anchor, Year | Day):
            work.used.add(at)
            anchor = time.anchor
            return date(anchor.year, anchor.month or 1, 1) if isinstance(anchor, Year) else anchor.day
    return None


def _moment(work: Work) -> tuple[date | None, date | None]:
    """The day, month or year asked about, as first and last day; marks the words."""
    since = until = None
    for at, time in work.slots.times:
        if isinstance(time, Year):
            month = time.month
            since = since or date(time.year, month or 1, 1)
            until = date(time.year, month or 12, monthrange(time.year, month or 12)[1])
            work.used.add(at)
        elif isinstance(time, Day):
            since, until = time.day, None
            work.used.add(at)
        elif isinstance(time, Side) and time.side == "after" and isinstance(time.anchor, Year):
            since, until = _day_after(work, time.anchor.year), None
            for other, named in work.slots.times:
                if isinstance(named, KindOf):
                    work.used.add(other)
            work.used.add(at)
        elif isinstance(time, Side) and time.side == "since" and isinstance(time.anchor, Year):
            since, until = date(time.anchor.year, 1, 1), work.calendar.today
            work.used.add(at)
        elif isinstance(time, Word | DayMonth):
            work.used.add(at)
    return since, until


def _day_after(work: Work, year: int) -> date:
    """The day after a seat's last poll of a year (of the kind named), else after the year."""
    seats = [seat for slot in work.seats for seat in slot.values]
    days = [
        day
        for seat in seats
        for day, kind in work.catalogue.polls(seat)
        if day.year == year and work.kind in (None, kind)
    ]
    return max(days) + timedelta(days=1) if days else date(year, 12, 31)


_TOLD = ("result", "win", "who", "listing", "took_part")
"""Cues of what is told of a stretch of time."""


@needs("a seat")
@needs(
    "history", "changed_hands", "how_long", "always", "first_time", "last_time", "times_count", "last", "latest",
    "check", "a stretch of time", "listing",
)  # fmt: skip
def history(work: Work) -> Query | None:
    """Past results or members of a seat."""
    if not (work.seats or work.inherited.seats) or work.people:
        return None
    if work.has("take") and work.has("hold") and "or" in work.words:
        return None
    if work.opens_as("verb_openers") and work.text_is("history", "record") and not work.parties:
        # "is that a record": whether a figure is one, which no list of results says
        return None
    if members.beside(work):
        return None
    spanned = not work.parties and (members.over_years(work) or (_spanned(work) and work.has(*_TOLD)))
    bare = ((work.has("when") and work.has("last")) or work.has("check")) and bool(work.parties)
    if not bare and not (
        work.has("history", "changed_hands", "how_long", "always", "first_time", "last_time", "times_count")
        or (work.has("last", "latest") and work.has("win", "take") and work.parties and not work.kind)
        or spanned
        or _all_winners(work)
    ):
        return None
    if work.has("majority", "turnout", "votes", "share", "electorate", "swing"):
        return None
    ask = _history_ask(work)
    if ask is None or (ask in {"first-won", "last-won"} and len(work.years) == 1):
        # "was hillhead 1982 the first by-election the sdp won": said of a contest, and none of those of its year
        return None
    work.take(
        "result", "mp", "win", "hold", "when", "take", "lose", "who", "history", "listing", "seats", "how_many", "aux"
    )
    if spanned:
        work.take("took_part")
    where = _of_either_kind(work, oldest(work, work.ages()))
    dated = members.at_the_time(work, where) if ask == "members" else None
    return dated or History(where=_meant(work, where, ask), ask=ask)


def _of_either_kind(work: Work, where: Selection) -> Selection:
    """ "before the 2021 by-election": the kind is that of the bound, and not of what was won till then."""
    kinds = [at for at, time in work.slots.times if isinstance(time, KindOf)]
    bounds = {at for at, time in work.slots.times if isinstance(time, Side)}
    if isinstance(where.when, Between) and kinds and all(at - 1 in bounds for at in kinds):
        return where.model_copy(update={"when": where.when.model_copy(update={"kind": None})})
    return where


def _meant(work: Work, where: Selection, ask: str) -> Selection:
    """The seat and the parties meant, by what is asked of them."""
    if ask == "won-by":
        return from_to(work, where)
    return seat_taken(work, where) if ask == "first-won" else where


def _history_ask(work: Work) -> str | None:
    """What is asked of the past: the first step that knows answers, "" where it is no question of a history."""
    return first_known(_STEPS, work) or None


def _party(work: Work) -> bool:
    """Whether a party is asked about."""
    return bool(work.parties or work.inherited.parties)


def _held_since(work: Work) -> str | None:
    """ "labour since 1945, right?": whether it was held throughout."""
    since = any(isinstance(time, Side) and time.side == "since" for _, time in work.slots.times)
    if not (since and work.has("check") and _party(work)):
        return None
    if work.has("win", "take", "lose", "hold", "result", "votes"):
        return None
    work.use_times()
    work.leave_out("times")
    work.take("check")
    return "held-since"


def _throughout(work: Work) -> str | None:
    """ "always labour", "how long has it been labour"."""
    if work.take("always"):
        return "always-won" if _party(work) else ""
    if work.has("how_long") and work.has("changed_hands"):
        return None
    if work.inherited.pointed and not work.parties:
        # "how long did she hold it": as long as she sat, not her party
        return None
    if work.take("how_long"):
        work.take("hold", "mp")
        return "held-since" if _party(work) or work.has("hold") else ""
    return None


def _change(work: Work) -> str | None:
    """ "when did it last change hands", "when did it go from tory to lib dem"."""
    if not work.has("changed_hands"):
        return None
    if work.parties:
        if work.years and not work.spanned() and not work.has("when", "what", "last_time", "first_time", "history"):
            return ""  # "wimbledon went lib dem in 2019": said to be so, which is checked
        work.take("changed_hands")
        return "won-by"
    if work.has("when", "last_time", "history", "how_long") or "last" in work.words:
        work.take("changed_hands", "last_time", "latest", "how_long", "since")
        return "last-change"
    return ""


def _times_won(work: Work) -> str | None:
    """ "how many times did labour win it"."""
    if not _party(work) or not work.has("times_count", "how_many") or not work.has("win", "take", "hold"):
        return None
    work.take("times_count", "how_many", "win", "take", "hold", "get")
    return "ever-won"


def _last_won(work: Work) -> str | None:
    """ "when was it last labour", "when did labour last win it"."""
    if not _party(work) or not work.has("last", "latest", "last_time"):
        return None
    if work.has("when", "last") and not work.has("lose", "win", "take"):
        work.take("last", "last_time", "when", "mp", "hold", "seats", "ever")
        return "last-won"
    if work.has("last", "latest") and work.has("win", "take") and not work.has("who", "lose", "check"):
        # "the last labour win"
        work.take("last", "latest", "when", "ever")
        work.use_times(Word)
        work.leave_out_words()
        return "last-won"
    opens = any(work.first("last_time") < slot.span for slot in work.parties)
    if not (opens or work.has("win", "take", "hold", "mp", "when")):
        # "the greens in hallam last time": how they did, and not when they won
        return None
    return "last-won" if work.take("last_time") else None


def _first_won(work: Work) -> str | None:
    """ "when did labour first win it"."""
    return "first-won" if _party(work) and not work.has("lose") and work.take("first_time") else None


def _whole(work: Work) -> str | None:
    """ "past results of ...", "MPs since 1945"."""
    if _all_winners(work):
        work.take("listing", "win", "who", "which")
        return "results"
    if not work.take("history") and not _spanned(work) and not members.bounded(work):
        return None
    return "members" if work.has("mp") or work.says("sitting_members") else "results"


def _all_winners(work: Work) -> bool:
    """ "list bath winners", "hartlepool by-elections, all the winners": those of every contest, in the plural."""
    return work.has("listing") and work.says("won_in_plural") and bool(work.seats) and not work.years


_STEPS = (_held_since, _throughout, _change, _times_won, _last_won, _first_won, _whole)
"""What may be asked of a seat's past, the most telling words first."""


def _spanned(work: Work) -> bool:
    """Whether the question speaks of a stretch of time: "since 2010", "from 2010 to 2019"; of one election, not."""
    return work.spanned("since", "after") and not _of_one(work)


def _of_one(work: Work) -> bool:
    """ "at the general election after 2014", "after the 2014 by-election": one election right beside its time."""
    times = dict(work.slots.times)
    return any(
        isinstance(time, Side) and time.side == "after" and (work.fused(at) or _is_one(work, times.get(at - 1), at - 1))
        for at, time in times.items()
    )


def _is_one(work: Work, time: Time | None, at: int) -> bool:
    """Whether a span names a kind of election in the singular."""
    return isinstance(time, KindOf) and not work.text(at).endswith("s")
