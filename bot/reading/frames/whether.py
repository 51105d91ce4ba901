"""Whether a party gained or lost any seat, or lost any deposit, in the country: yes or no, and which."""

from __future__ import annotations

from bot.reading.frames.conditions import conditions, conditions_of
from bot.reading.frames.deposits import DEPOSIT_CUES, lost_or_kept, named_then
from bot.reading.frames.lists import is_of_swing, of_every_contest
from bot.reading.frames.national import general
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Check,
    Condition,
    Count,
    ExpectedNumber,
    Governments,
    Latest,
    Measure,
    Of,
    Operator,
    Outcome,
    Query,
)

_EACH = Of.CANDIDACIES
_PLAIN = ("check", "seats", "candidates", "get", "mp", "ever", "take", "win", "lose", "hold", "put", "only")


@needs("a party")
@needs(groups=("indefinite", "any_place", "any_thing"))
@needs(words=("any", "did", "didnt"), groups=("verb_openers",))
def any_moved(work: Work) -> Query | None:
    """ "did labour lose any seats in 2024", "any labour candidate lose their deposit"."""
    if work.anchored or not 0 < len(work.parties) < 3 or work.kind is ElectionKind.BY_ELECTION or work.free_numbers():
        return None
    asked = work.opens_as("verb_openers") or work.opens_with("any", "did", "didnt")
    if not asked or not work.says("indefinite", "any_place", "any_thing") or work.has("when", "how_many", "why"):
        return None
    if not asks_last(work):
        return None
    if work.has("deposit", "deposit_lost"):
        return _deposits(work) if len(work.parties) == 1 else None
    return _placed(work) if work.has("runner_up", "finish", "last_place") else _seats(work)


def asks_last(work: Work) -> bool:
    """Whether "which" and the like stand nowhere but at the end, of those that there were: "..., and which?"."""
    asked = {at for cue in ("which", "who", "where", "what", "listing") for at in work.hits.get(cue, ())}
    spans = work.cover.spans
    behind = range(min(asked, default=len(spans)), len(spans))
    if any(at not in asked and not (spans[at].filler or spans[at].soft or spans[at].unknown) for at in behind):
        return False
    first = min(asked, default=0)
    while first and work.text(first - 1) in work.group("if_so"):
        first -= 1
    work.used.update(asked, range(first, min(asked, default=0)))
    return True


@needs("a party")
@needs("mp")
@needs(groups=("verb_openers",))
def any_elected(work: Work) -> Query | None:
    """ "was a ukip mp elected in 2015", "were there any tory mps in wales": whether a party won a seat."""
    if work.anchored or len(work.parties) != 1 or work.kind is ElectionKind.BY_ELECTION or work.slots.numbers:
        return None
    start = work.start(work.parties[0])
    led = {token.text for token in work.cover.tokens[max(0, start - 1) : start + 1]}
    if not work.opens_as("verb_openers") or led.isdisjoint(work.group("indefinite_articles")):
        return None
    if work.has("lose", "take", "when", "why", "how_many", "ever", "first_time", "last_time", "beat", "stand"):
        return None
    work.take("mp", "win", "aux", *_PLAIN)
    won = Condition(measure=Measure.SEATS, operator=Operator.AT_LEAST, value=1)
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    return Check(where=where, expect=(ExpectedNumber(condition=won),))


@needs("no seat named")
@needs(groups=("existing",))
@needs(groups=("verb_openers",))
def any_election(work: Work) -> Query | None:
    """ "was there a general election in 2018", "did we have an election in the 1940s": whether the country had one."""
    slots = work.slots
    if work.anchored or not slots.times or slots.parties or slots.areas or slots.numbers:
        return None
    if any(slot.values != ("general-election",) for slot in slots.terms):
        return None
    plain = work.kind is ElectionKind.GENERAL or (work.kind is None and work.says("election_marks"))
    if not plain or not work.opens_as("verb_openers") or not work.says("existing"):
        return None
    work.take("aux", "get", "hold")
    when = work.when(AnyTime())
    return Governments(when=when.model_copy(update={"kind": ElectionKind.GENERAL}), ask="whether")


@needs("seats")
@needs("candidates", "majority", "turnout", "over", "under")
def any_fitting(work: Work) -> Query | None:
    """ "did any seat have 13 candidates in 2024 and which": whether there was one, of no party's total."""
    if work.anchored or work.parties or work.kind is ElectionKind.BY_ELECTION or not _any_of_seats(work):
        return None
    if (
        not work.opens_as("verb_openers")
        or work.has("when", "how_many", "why", "not", "chamber")
        or not asks_last(work)
    ):
        return None
    extra = conditions(work)
    if not conditions_of(extra) or is_of_swing(extra):
        return None
    work.take("aux", *_PLAIN)
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **extra)
    return Count(where=where if of_every_contest(work, extra) else general(where), of=Of.CONTESTS, whether=True)


def _any_of_seats(work: Work) -> bool:
    """ "any seat", "a single constituency", "any contests"."""
    tokens = work.cover.tokens
    starts = [work.cover.spans[at].start for at in work.hits["seats"]]
    led = {token.text for start in starts for token in tokens[max(0, start - 1) : start + 1]}
    return not led.isdisjoint(work.group("any_one"))


@needs("a party")
@needs("times_count", "ever", "when")
def times_placed(work: Work) -> Query | None:
    """ "how often have the lib dems come second in witney": the contests of a seat where a party came at a place.

    "ever" and "once" ask whether there was any.
    """
    if len(work.seats) != 1 or len(work.parties) != 1 or work.people:
        return None
    whether = not work.has("times_count")
    once = all(work.text(at) == "once" for at in work.hits.get("when", ()))
    if whether and (not once or work.has("who", "which", "not", "last_time", "first_time", "how_many", "win")):
        return None
    if not work.has("runner_up", "finish", "last_place"):
        return None
    work.take("times_count", "when", "all_time", *_PLAIN)
    extra = conditions(work)
    if "place" not in extra:
        return None
    return Count(
        where=work.selection(default=AnyTime(), with_parties=False, **extra), of=Of.CANDIDACIES, whether=whether
    )


def _placed(work: Work) -> Query | None:
    """Whether anybody of a party came second, or at another place, anywhere."""
    work.take(*_PLAIN)
    extra = conditions(work)
    if "place" not in extra:
        return None
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **extra)
    return Count(where=general(where), of=Of.CANDIDACIES, whether=True)


def _deposits(work: Work) -> Query | None:
    """Whether at least one deposit was lost, or kept: and by whom, where candidates are held by name."""
    condition = lost_or_kept(work)
    if condition is None:
        return None
    named = named_then(work)
    if not named and work.has("where", "who", "which", "listing"):
        return None
    work.take(*DEPOSIT_CUES, *_PLAIN)
    default = Latest(kind=ElectionKind.GENERAL)
    if named:
        return Count(where=general(work.selection(default=default, conditions=(condition,))), of=_EACH, whether=True)
    measure = Measure.DEPOSITS_LOST if condition.value else Measure.DEPOSITS_KEPT
    any_of_them = Condition(measure=measure, operator=Operator.AT_LEAST, value=1)
    return Check(where=general(work.selection(default=default)), expect=(ExpectedNumber(condition=any_of_them),))


def _seats(work: Work) -> Query | None:
    """Whether at least one seat was gained, or lost; from or to another party where two are named."""
    pair = len(work.parties) == 2
    gained = work.says("gain_verbs", "gains") or (pair and work.has("take"))
    if gained == work.has("lose") or not work.has("seats", "take", "lose"):
        return None
    if work.has("votes", "share", "majority") or "ground" in work.words:
        return None
    if pair:
        side = conditions(work)
        if not side.keys() >= {"winner", "lost_by"}:
            return None
    else:
        side = {"winner" if gained else "lost_by": work.use(work.parties), "outcome": Outcome.GAIN}
    work.take(*_PLAIN)
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **side)
    return Count(where=general(where), of=Of.CONTESTS, whether=True)
