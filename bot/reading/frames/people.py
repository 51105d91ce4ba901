"""Questions of a person's contests and time as member."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.frames.led_then import led_then
from bot.reading.frames.party_results import got_there
from bot.reading.frames.won_there import asked_seats
from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.time_kinds import Word
from bot.reading.work import Work, first_known
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Career,
    Check,
    Count,
    ExpectedStood,
    ExpectedWinner,
    Latest,
    Listing,
    Measure,
    Of,
    Query,
    Rank,
    Relative,
    Selection,
)

_MEASURED = ("votes", "share", "majority", "turnout", "electorate", "deposit", "deposit_lost", "swing")
"""Cues of figures."""
_OF_ONE_SEAT = (
    "how_long", "ever", "first_time", "last_time", "career", "history", "times_count", "two_parties", "except",
    "whole", "always", "only",
)  # fmt: skip
"""Cues of what may be asked of somebody's contests in one seat."""
_PLURALS = frozenset({"general_election", "result", "listing", "full", "what", "get"})
"""Cues beside which a person and general elections ask for every one they fought."""
_WHERE_STOOD = ("where", "which", "what", "listing", "seats")


@needs("a person")
def career(work: Work) -> Query | None:
    """Every contest of a person; or how many, the first, the party."""
    if not (work.people or (work.inherited.people and (not work.inherited.seats or work.speaks_of_person))):
        return None
    dated = len(work.people) == 1 and work.has("when") and work.has("win", "lose") and not work.timed
    dated = dated and not (work.parties and work.has("party_of"))
    if work.seats and not (work.people and (dated or work.has(*_OF_ONE_SEAT) or _asks_seats(work))):
        return None
    if len(work.seats) == 1 and _side_of_seat(work):
        # what came before or after a seat is not what came in it
        return None
    theirs = bool(work.parties) and _stood_for(work)
    if theirs and not (dated and work.seats):
        work.use(work.parties)
        work.leave_out("parties")
    told = work.has("career", "stand", "listing", "first_time", "last_time", "coverage")
    if work.parties and not (theirs or told):
        return None
    if work.has(
        "majority", "turnout", "share", "swing", "say", "quote", "behind", "runner_up", "deposit", "beat", "replace"
    ):
        return None
    ask = _ask(work)
    if ask is None:
        return None
    work.take(
        "career", "stand", "seats", "win", "when", "where", "which", "what", "mp", "history", "did_how", "get", "result"
    )
    work.take(
        "listing",
        "first_time",
        "all_time",
        "last_time",
        "candidates",
        "ever",
        "how_many",
        "lose",
        "times_count",
        "hold",
    )
    work.take("coverage", "check", "candidates", "full", "until", "since")
    _counted_places(work)
    where = work.selection(default=AnyTime())
    if not work.people:
        # the contest they were spoken of in is only one of theirs
        when = work.when(AnyTime()) if work.timed else AnyTime()
        where = Selection(people=work.inherited.people, when=AnyTime() if isinstance(when, Relative) else when)
    else:
        where = where.model_copy(update={"seats": _seats_meant(work, ask, where)})
    if ask == "last" and isinstance(where.when, Latest):
        where = where.model_copy(update={"when": AnyTime(kind=where.when.kind)})
    return Career(where=where, ask=ask)


def _asks_seats(work: Work) -> bool:
    """ "chris williamson derby - which seats": which of a town's they stood in; the town says who is meant."""
    return work.has("listing") and work.says("seats_in_plural") and all(len(slot.every) > 1 for slot in work.seats)


def _seats_meant(work: Work, ask: str, where: Selection) -> tuple[str, ...]:
    """The seats whose contests are asked about; a town of several only says who is meant."""
    if ask == "ever-elected":
        return asked_seats(work)
    return () if any(len(slot.every) > 1 for slot in work.seats) else where.seats


def _counted_places(work: Work) -> None:
    """ "sat for two places": how many is told by the answer."""
    spans = work.cover.spans
    for at, number in work.slots.numbers:
        if not number.unit and at + 1 < len(spans) and work.text(at + 1).split()[-1] in work.group("places"):
            work.used.update((at, at + 1))


@needs("a person")
@needs("a seat")
def beside_seat(work: Work) -> Query | None:
    """ "where did damien egan stand before kingswood": a person's contests before, or after, those of a seat."""
    if len(work.seats) != 1 or len(work.people) != 1 or work.parties or work.years:
        return None
    side = _side_of_seat(work)
    days = sorted(
        stand.date
        for card in map(work.catalogue.person, work.people[0].values)
        for stand in (card.stands if card else ())
        if stand.seat in work.seats[0].values
    )
    if side is None or not days or work.has("votes", "majority", "share", "turnout", "who", "replace", "predecessor"):
        return None
    work.take(
        "until", "since", "stand", "seats", "mp", "hold", "where", "which", "what", "win", "career", "lose", "take"
    )
    work.take("when", "finish", "get", "listing", "fate")
    work.use(work.seats)
    work.use_times(Word)
    before = side == "before"
    whether = work.says("verb_openers", "perfect") and work.says("elsewhere") and not work.has(*_WHERE_STOOD, "when")
    when = Between(until=days[0] - timedelta(days=1)) if before else Between(since=days[-1] + timedelta(days=1))
    where = Selection(people=work.use(work.people), when=when)
    if work.has("lose") and not work.has("win", "where", "which", "when") and (work.asks_whether or work.asks_behind):
        # "was she ever beaten before oxford west"
        work.take("ever", "check", "beat", "all_time")
        return Check(where=where, expect=(ExpectedWinner(),), negated=True)
    if whether:
        work.take("ever", "check")
        work.use_words("else", "elsewhere")
        return Check(where=where, expect=(ExpectedStood(),))
    return Career(where=where)


def _side_of_seat(work: Work) -> str | None:
    """Whether "before" or "after" stands right before the seat."""
    words = [token.text for token in work.cover.tokens[: work.start(work.seats[0])]]
    while words and words[-1] in work.group("seat_leads"):
        words.pop()
    if not words:
        return None
    if words[-1] in work.group("members_before"):
        return "before"
    return "after" if words[-1] in {"after", "post", "since"} else None


def _stood_for(work: Work) -> bool:
    """Whether the parties are those of the person named, and only say who is meant."""
    cards = [card for slot in work.people for card in map(work.catalogue.person, slot.values) if card]
    theirs = {stand.party for card in cards for stand in card.stands}
    return bool(cards) and all(theirs.intersection(slot.values) for slot in work.parties)


def _ask(work: Work) -> str | None:
    """What is asked of the career: the first step that knows answers."""
    return first_known(_STEPS, work) or None


def _fought(work: Work) -> str | None:
    """ "which by-elections did she fight", "galloway by-election victories"."""
    if work.kind is not ElectionKind.BY_ELECTION or work.has("how_many", "who"):
        return None
    if work.has("win"):
        several = work.says("by_election_plurals") or any(work.text(at).endswith("s") for at in work.hits["win"])
        return "wins" if several else None
    return "all" if work.says("by_election_plurals") else None


def _generals(work: Work) -> str | None:
    """ "shaun bailey general election results": those of every one, where the words are in the plural."""
    if work.kind is not ElectionKind.GENERAL or work.years or not _PLURALS.issuperset(work.hits):
        return None
    said = [work.text(at) for cue in ("result", "general_election") for at in work.hits.get(cue, ())]
    plural = any(word.endswith("s") for words in said for word in words.split())
    return "all" if plural else None


def _parties(work: Work) -> str | None:
    """ "did she win for two different parties", "has he always stood for the same party"."""
    if work.take("one_party"):
        work.take("two_parties", "always")
        return "one-party" if work.asks_whether else "party"
    if not work.take("two_parties"):
        return None
    return "won-for-two" if work.has("win", "mp", "hold") else "two-parties"


def _before_win(work: Work) -> str | None:
    """ "how many goes did she have before she won it"."""
    if not work.has("times_count", "how_many") or not work.has("win", "mp") or "before" not in work.words:
        return None
    return None if work.has("votes") or work.years else "before-win"


def _counted(work: Work) -> str | None:
    """ "how many times did he stand"; of votes or by-elections won, nothing of a career is asked ("")."""
    if not work.has("times_count", "how_many"):
        return None
    by_elections = work.has("win", "lose", "take") and work.kind is ElectionKind.BY_ELECTION
    if work.has("votes") or by_elections or not work.has("times_count", "career", "seats", "stand", "mp"):
        return ""
    return "wins" if work.has("win") else "losses" if work.has("lose") else "count"


def _party_or_tenure(work: Work) -> str | None:
    """ "what party is she", "how long was he MP", "when did his time in the commons start and finish"."""
    if work.has("how_long"):
        work.use_words(*work.group("ends_of_a_term"))
    return "party" if work.take("party_of") else "tenure" if work.take("how_long") else None


def _first_or_last(work: Work) -> str | None:
    """ "when was she first elected", "when did he last stand", "his last election, how did he do"."""
    if work.has("first_time"):
        asked = work.has("did_how", "result") and not work.has("win", "mp", "hold", "when")
        return "first-stood" if asked and _names_contest(work, "first_time") else "first"
    return "last" if work.has("last_time") or _last_contest(work) else None


def _names_contest(work: Work, cue: str) -> bool:
    """Whether a contest is named with a word: "her first election", "his final contest"."""
    tokens, nouns = work.cover.tokens, work.group("contest_nouns_told")
    ends = [work.cover.spans[at].end for at in work.hits.get(cue, ())]
    return any(token.text in nouns for end in ends for token in tokens[end - 1 : end + 1])


def _last_contest(work: Work) -> bool:
    """ "umunna's last election how did he get on", "her final contest": of the one, and not of all."""
    if not work.has("did_how", "result", "fate") or work.years or work.kind is ElectionKind.BY_ELECTION:
        return False
    latest = Word("latest") in [time for _, time in work.slots.times]
    # "jo swinson's last election result" is of that contest and no more
    latest = latest and work.has("did_how", "fate")
    return (latest or _names_contest(work, "last")) and work.take("last", "latest")


def _elected(work: Work) -> str | None:
    """ "was he ever an MP"."""
    return "ever-elected" if work.has("ever", "all_time") and work.has("mp", "win", "hold") else None


def _whole(work: Work) -> str | None:
    """ "electoral record of ...", "what happened to him"."""
    every = work.has("whole") and work.has("stand", "result")
    if not (every or work.has("career", "history", "fate", "did_how")):
        return None
    work.take("fate", "whole")
    return "all"


def _won_or_lost(work: Work) -> str | None:
    """ "which seats has she won", "where did he lose"."""
    if not work.has(*_WHERE_STOOD, "when") or work.has("who", "votes", "share") or _got(work):
        return None
    return "wins" if work.has("win") else "losses" if work.has("lose") else None


def _got(work: Work) -> bool:
    """ "what did creasy get in 2017": what she got then, and not whether she got in."""
    timed = {at for at, _ in work.slots.times}
    return got_there(work) and all(at + 1 in timed for at in work.hits["win"])


def _stood(work: Work) -> str | None:
    """ "where did he stand", "what was she MP for"."""
    if work.has("stand") and work.has(*_WHERE_STOOD, "coverage", "when"):
        return "all"
    return "seats" if work.has("mp") and work.has(*_WHERE_STOOD, "when") else None


def _elsewhere(work: Work) -> str | None:
    """ "was he ever mp anywhere besides bolsover", "has she stood anywhere other than bath"."""
    if not (work.seats and work.has("except")):
        return None
    left_out = {slot.span for slot in work.seats}
    if any(after_fillers(work, at) not in left_out for at in work.hits["except"]):
        # "besides boris johnson who has been mp for uxbridge": somebody else is left out
        return None
    work.take("except")
    if work.has("stand") and not work.has("mp", "win", "hold"):
        return "stood-elsewhere"
    return "elsewhere" if work.has("mp", "win", "hold") else None


def _only_there(work: Work) -> str | None:
    """ "did attlee always sit for limehouse", "has she only ever stood in brighton pavilion"."""
    if len(work.seats) != 1 or len(work.people) != 1 or work.parties or not (work.asks_whether or work.has("check")):
        return None
    dated = any(not isinstance(time, Word) for _, time in work.slots.times)
    if dated or not work.has("always", "only") or not work.has("mp", "stand"):
        return None
    work.take("always", "only", "ever", "all_time")
    return "only-there" if work.has("mp") else "stood-only-there"


def after_fillers(work: Work, at: int) -> int:
    """The place of the first span behind another that is no mere filler."""
    spans = work.cover.spans
    return next((n for n in range(at + 1, len(spans)) if not spans[n].filler or spans[n].seat), len(spans))


_STEPS = (
    _elsewhere,
    _only_there,
    _fought,
    _parties,
    _before_win,
    _counted,
    _party_or_tenure,
    _first_or_last,
    _elected,
    _whole,
    _generals,
    _won_or_lost,
    _stood,
)
"""What may be asked, the most telling words first."""


@needs("a person")
def by_election_wins(work: Work) -> Query | None:
    """How many by-elections somebody won."""
    if not work.people or (work.kind is not ElectionKind.BY_ELECTION and not (work.seats and work.has("times_count"))):
        return None
    counted = work.has("how_many", "times_count")
    listed = not work.seats and work.says("by_election_plurals", "win_nouns") and work.has("win", "take", "lose")
    if not (counted or listed) or not work.has("win", "lose", "take", "stand") or work.has("votes", "majority"):
        return None
    led = led_then(work, counted=counted)
    if led is not None or not (counted or work.has("win", "take")):
        return led
    won = work.take("win", "take")
    work.take("how_many", "times_count", "lose", "stand", "listing", "which", "what", "where", "get")
    if not counted:
        return Listing(where=work.selection(default=AnyTime(), place=1), of=Of.CANDIDACIES)
    return Count(where=work.selection(default=AnyTime(), place=1 if won else None), of=Of.CANDIDACIES)


@needs("a party")
@needs("first_time")
def first_member(work: Work) -> Query | None:
    """ "plaid's first ever mp": the earliest contest that a party won, where it is none of those of old."""
    if work.anchored or len(work.parties) != 1 or work.timed or work.areas:
        return None
    if not work.has("mp", "seats", "win") or work.has("women", "men", "pm", "leader", *_MEASURED):
        return None
    since = work.catalogue.first_general(work.parties[0].values[0])
    if since is None or since <= work.calendar.generals[0]:
        return None
    work.take("first_time", "mp", "seats", "win", "ever", "all_time", "who", "where", "when", "which", "what", "get")
    work.take("versus", "take", "listing")
    work.use_words(*work.group("asked_beside"))
    where = Selection(winner=work.use(work.parties), when=AnyTime())
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=False)


def _member(work: Work, slot: Slot) -> bool:
    """Whether any bearer of a surname was ever elected: a bare surname of somebody else asks nothing."""
    return any(card.elected for card in map(work.catalogue.person, slot.values) if card)


@needs("a person")
def bare_person(work: Work) -> Query | None:
    """Only a person's name: who that is, by where they stood."""
    spoken_of = work.inherited.people and work.speaks_of_person and work.has("who")
    if not (work.people or spoken_of) or work.seats or work.parties or work.timed or work.slots.numbers:
        return None
    if any(slot.how == "surname" and not _member(work, slot) for slot in work.people):
        return None
    work.take("who", "career", "listing", "stand", "mp", "history", "explain", "result")
    return Career(where=work.selection(default=AnyTime()))
