"""Which party got most, or moved furthest, in the country or a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.frames.levels import levels
from bot.reading.frames.measures import TOTAL_CUES, named
from bot.reading.frames.moved_totals import CHANGES
from bot.reading.frames.national import general
from bot.reading.frames.ranks import compared_with
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, InYears, Latest, Measure, Of, Query, Rank, Several

_MOST_PARTIES = 20
_TWO = 2
"""General elections that one year had at most."""
_PLAIN = (
    "only", "surpassing", "better", "highest", "lowest", "do_best", "do_worst", "who", "which", "party_of", "get",
    "win", "what", "total", "stand",
)  # fmt: skip
"""Cues that add nothing once it is known by what parties are ranked."""


def _ranked_party(work: Work) -> Rank | None:
    """ "which party came third in 2019", "who was second in scotland"."""
    if not work.has("finish", "runner_up") or not (work.timed or work.inherited.when) or _is_seconds(work):
        return None
    whose = work.has("who") and not (work.parties or work.has("highest", "lowest", "how_many", "lose", "win"))
    if not (work.has("party_of") or whose):
        return None
    nth = 2 if work.take("runner_up") else work.ordinal()
    if nth is None:
        return None
    seats = work.take("seats")
    work.take("finish", "party_of", "votes", "which", "who", "share")
    # whoever was spoken of before is not asked about
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=bool(work.parties)))
    return Rank(where=where, of=Of.PARTIES, measure=Measure.SEATS if seats else Measure.VOTES, highest=True, nth=nth)


def _how_many(work: Work) -> int | None:
    """ "the top five parties": how many; marks it."""
    for at, number in work.free_numbers():
        if number.unit == "" and 1 < number.value <= _MOST_PARTIES:
            work.used.add(at)
            work.use_words(*work.group("several_parties"))
            return int(number.value)
    return None


def _is_nth(work: Work) -> bool:
    """ "the third most seats": a place stands right before "most"."""
    ends = {*work.hits.get("highest", ()), *work.hits.get("lowest", ())}
    return any(number.unit == "ordinal" and at + 1 in ends for at, number in work.slots.numbers)


def _is_seconds(work: Work) -> bool:
    """ "most second places", "came second in most seats": how often a party was second, not the second of them."""
    ends = work.hits.get("highest", ())
    return bool(ends) and any(work.text(at) in work.group("second_places") or at + 1 < ends[0] for at in _seconds(work))


def _seconds(work: Work) -> Sequence[int]:
    """Where somebody is said to have come second."""
    return work.hits.get("runner_up", ())


def _is_poll(work: Work) -> bool:
    """ "the largest party after the 2024 vote": a vote that was held, not votes that were cast."""
    return all(work.text(at) in {"vote", "poll"} and at and work.cover.spans[at - 1].time for at in work.hits["votes"])


def _led_by(work: Work, *, sized: bool) -> tuple[Measure, ...]:
    """By what parties are ranked; the biggest is the one with most seats."""
    measures = named(work, TOTAL_CUES)
    if work.has("deposit") and work.has("lose"):
        work.take("deposit", "lose")
        return (Measure.DEPOSITS_LOST,)
    if _most_fielded(work) or (measures == (Measure.SEATS,) and work.has("stand")):
        # "which party stood in most seats": the one with most candidates
        return (Measure.CANDIDATES,)
    ends = {*work.hits.get("highest", ()), *work.hits.get("lowest", ())}
    if not measures and (sized or not ends.isdisjoint(work.hits.get("party_of", ()))):
        return (Measure.SEATS,)
    return (Measure.SEATS,) if sized and measures == (Measure.VOTES,) and _is_poll(work) else measures


def _most_fielded(work: Work) -> bool:
    """ "which party had the most candidates": right behind "most", it is they that are counted."""
    ends = (*work.hits.get("highest", ()), *work.hits.get("lowest", ()))
    return any(at + 1 in work.hits.get("candidates", ()) and work.text(at + 1) == "candidates" for at in ends)


def _is_of_moves(work: Work) -> bool:
    """ "which party rose most", "... lost the most seats": by what it had at the general election before."""
    if work.has("up", "down", "change"):
        return not levels(work)
    return (work.has("lose") or work.says("gain_verbs")) and work.has("highest") and not work.has("deposit", "win")


@needs("better", "highest", "lowest", "finish", "runner_up", "do_best", "do_worst")
def leading_party(work: Work) -> Query | None:
    """Which party got most (or more) votes or seats in an area at an election."""
    if work.anchored or len(work.parties) > 1 or work.kind is ElectionKind.BY_ELECTION:
        return None
    if _won_with(work) or _of_anybody(work) or (work.has("do_best", "do_worst") and not _at_any(work)):
        return None
    if work.has("lowest", "do_worst") and work.has("win") and work.says("won_with"):
        # "the lowest share any party has won with": of one that won, and of no other
        return None
    several = bool(work.words & work.group("several_parties"))
    if not (several or work.has("who", "which", "party_of", "what") or work.says("party_words")):
        return None
    ranked = _ranked_party(work)
    if ranked is not None:
        return _at_each(work, ranked)
    if not (several or work.has("party_of") or work.says("party_askers", "party_words")) or work.parties:
        return None
    sized = work.says("sized_parties") and work.has("party_of")
    if work.says("single_marks") and not _most_fielded(work):
        return None
    measures = _led_by(work, sized=sized)
    if not measures:
        return None
    moves = _is_of_moves(work)
    return _moved(work, measures[0]) if moves else _at_each(work, _led(work, measures, sized=sized))


def _at_any(work: Work) -> bool:
    """ "most votes any party won at one election": of all of them, as neither the party nor the election is told."""
    tokens, things = work.cover.tokens, work.group("party_words") | work.group("contest_nouns")
    return any(one.text in work.group("any_single") and thing.text in things for one, thing in pairwise(tokens))


def _won_with(work: Work) -> bool:
    """ "who won with the lowest vote share": whoever won a seat so, and no party."""
    ends = {*work.hits.get("highest", ()), *work.hits.get("lowest", ())}
    wins = (at for at in work.hits.get("win", ()) if at + 1 < len(work.cover.spans))
    return any(work.text(at + 1) in work.group("won_on") and at + 2 in ends for at in wins)


def _of_anybody(work: Work) -> bool:
    """ "who polled more votes than anybody else": of people, where neither parties nor seats are spoken of."""
    if not work.has("surpassing") or work.has("party_of", "seats", "mp", "win"):
        return False
    return any(work.text(at) in work.group("than_anybody") for at in work.hits["surpassing"])


def _at_each(work: Work, rank: Rank) -> Rank | Several:
    """ "who came third in 1974": of a year with two general elections each is told, as no party stands twice."""
    when = rank.where.when
    if not isinstance(when, InYears) or len(when.years) != 1 or when.month:
        return rank
    days = work.calendar.generals_in(when.years[0])
    if len(days) != _TWO:
        return rank
    each = [when.model_copy(update={"month": day.month}) for day in days]
    wheres = [rank.where.model_copy(update={"when": when}) for when in each]
    return Several(parts=tuple(rank.model_copy(update={"where": where}) for where in wheres))


def _moved(work: Work, measure: Measure) -> Query | None:
    """By what each party won or lost against the general election before."""
    earlier = compared_with(work)
    if measure not in CHANGES or (earlier is None and (len(work.years) > 1 or work.ends())):
        return None
    rising = not work.has("down", "lose")
    work.take("up", "down", "change", "take", "lose", *_PLAIN)
    when = work.after_general() or earlier
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL)))
    where = where.model_copy(update={"when": when}) if when else where
    return Rank(where=where, of=Of.PARTIES, measure=CHANGES[measure], highest=rising, limit=_how_many(work) or 2)


def _led(work: Work, measures: tuple[Measure, ...], *, sized: bool) -> Rank:
    """By what each party had."""
    highest = not work.has("lowest", "do_worst")
    if work.first("how_many") + 1 == len(work.cover.spans):
        # "who won most seats in wales and how many"
        work.take("how_many")
    if measures[0] is Measure.SECONDS:
        work.take("seats", "finish")
    work.take(*_PLAIN, *(("one_party",) if _at_any(work) else ()))
    after = work.after_general(at_one=sized)
    # whoever was spoken of before is not asked about
    latest = Latest(kind=ElectionKind.GENERAL)
    where = general(work.selection(default=latest, with_parties=bool(work.parties)))
    where = where.model_copy(update={"when": after}) if after else where
    if where.when == latest and not work.has("latest", "now", "last") and _at_any(work):
        where = where.model_copy(update={"when": AnyTime(kind=ElectionKind.GENERAL)})
    nth = work.ordinal() if sized or _is_nth(work) else None
    if measures[0] is Measure.SECONDS and len(measures) > 1 and not _is_seconds(work):
        # "the second most seats"
        measures, nth = measures[1:], 2
    limit = 1 if nth else _how_many(work) or 2
    return Rank(where=where, of=Of.PARTIES, measure=measures[0], highest=highest, limit=limit, nth=nth)
