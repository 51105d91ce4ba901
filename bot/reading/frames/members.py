"""Members of a seat up to somebody's first win, or since the contest spoken of."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.query import Between, History, Holder, Query, Selection


def before_first_win(work: Work) -> Query | None:
    """ "who had burnley before julie cooper first won it": the member up to the day of that win."""
    before = work.says("members_before") and work.has("first_time") and work.has("who") and work.has("win", "mp")
    if not (before and len(work.seats) == 1 and len(work.people) == 1):
        return None
    cards = filter(None, map(work.catalogue.person, work.people[0].values))
    won = [
        stand.date for card in cards for stand in card.stands if stand.elected and stand.seat in work.seats[0].values
    ]
    if not won:
        return None
    work.take("first_time", "who", "win", "mp", "hold", "get", "until", "previous", "ahead", "predecessor")
    work.use(work.people)
    work.use_times()
    return Holder(where=Selection(seats=work.use(work.seats)), at=min(won), relation="before")


def since_then(work: Work) -> Query | None:
    """ "and who's had it since": the members since the contest spoken of."""
    seats, day = work.inherited.seats, work.inherited.day
    if work.seats or work.people or work.timed or not (seats and day and work.text_is("since", "since")):
        return None
    if not work.has("who", "mp") or work.has("take", "lose", "majority", "votes", "share", "turnout"):
        return None
    if not (work.has("mp", "hold", "win", "get") or not work.words.isdisjoint(("had", "has"))):
        return None
    work.take("since", "who", "mp", "hold", "win", "get", "listing", "ever")
    return History(where=Selection(seats=seats, when=Between(since=day)), ask="members")


def has_now(work: Work) -> bool:
    """ "who has bath now", "who's got it these days": nothing else is asked."""
    having = not work.words.isdisjoint(("has", "got", "have")) and (work.has("now") or "mp" in work.words)
    return having and set(work.hits) <= {"who", "now", "get", "aux", "greeting", "seats", "which"}
