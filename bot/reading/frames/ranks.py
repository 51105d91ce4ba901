"""Superlatives and averages over many contests."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.frames.conditions import conditions
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, named
from bot.reading.frames.national import general
from bot.reading.times import KindOf
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Aggregate, AnyTime, InYears, Latest, Measure, Of, Query, Rank, Selection, When

_SUPERLATIVES = ("highest", "lowest", "closest", "safest", "do_best", "do_worst")
_CONTEST = frozenset(measure for _, measure in CONTEST_CUES) | {Measure.CANDIDATES, Measure.THIRD_MARGIN}


@dataclass(frozen=True, slots=True)
class Direction:
    """What is ranked and which end is wanted."""

    measure: Measure
    highest: bool


def rank(work: Work) -> Query | None:
    """The highest or lowest of many contests or candidacies."""
    if not work.seats and not work.people and work.has("declared_first", "declared_last"):
        return _declared(work)
    if work.seats or not work.has(*_SUPERLATIVES) or is_yes_no(work):
        return None
    people = bool(work.people)
    direction = _direction(work)
    if direction is None:
        return None
    limit, nth = _limit(work)
    work.take(*_SUPERLATIVES)
    work.take(
        "listing",
        "win",
        "who",
        "which",
        "what",
        "where",
        "seats",
        "candidates",
        "result",
        "get",
        "total",
        "history",
        "finish",
    )
    work.take(
        "all_time",
        "ever",
        "hold",
        "mp",
        "when",
        "take",
        "stand",
        "did_how",
        "by_how_much",
        "lose",
        "contests",
        "career",
    )
    extra = conditions(work)
    of = Of.CONTESTS if direction.measure in _CONTEST and not people else Of.CANDIDACIES
    after = work.after_general() if work.kind is not ElectionKind.BY_ELECTION else None
    if after:
        extra["when"] = after
    if direction.measure is Measure.ELECTORATE and not work.timed:
        extra["when"] = Latest(kind=ElectionKind.GENERAL)
    where = _where(work, of, extra)
    return Rank(where=where, of=of, measure=direction.measure, highest=direction.highest, limit=limit, nth=nth)


def is_yes_no(work: Work) -> bool:
    """Whether a yes/no question is put: a ranking would not answer it."""
    return work.opens_with("did", "was", "is", "are", "were", "has", "have", "does") and not work.has(
        "which", "what", "who"
    )


def _declared(work: Work) -> Query | None:
    """Which seat declared first, or last."""
    late = work.has("declared_last")
    work.take("declared_first", "declared_last", "who", "which", "what", "seats", "result", "when", "where")
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **conditions(work))
    limit, _ = _limit(work)
    return Rank(where=general(where), of=Of.CONTESTS, measure=Measure.DECLARED_AT, highest=late, limit=limit)


def _where(work: Work, of: Of, extra: dict[str, object]) -> Selection:
    default: When = AnyTime(kind=work.kind) if work.has("all_time", "ever") else default_window(work)
    parties = work.use(work.parties)
    named_roles = any(key in extra for key in ("winner", "lost_by", "runner_up", "parties"))
    if parties and not named_roles:
        extra["winner" if of is Of.CONTESTS else "parties"] = parties
    if of is Of.CANDIDACIES and work.has("win") and not work.has("lose") and "place" not in extra:
        extra["place"] = 1
    return _general_years(work, work.selection(default=default, with_parties=False, **extra))


def _general_years(work: Work, where: Selection) -> Selection:
    """A year with a general election, or a span of years, means its general elections unless by-elections are named."""
    when = where.when
    if work.kind is not None or when.type not in {"years", "between"}:
        return where
    if isinstance(when, InYears):
        if when.month or not {day.year for day in work.calendar.generals} & set(when.years):
            return where
    return general(where)


def default_window(work: Work) -> When:
    """Where no time is named: all by-elections, or the latest general election for marginal and safe seats."""
    if work.kind is ElectionKind.BY_ELECTION:
        return AnyTime(kind=ElectionKind.BY_ELECTION)
    return AnyTime(kind=ElectionKind.GENERAL)


def _movement(work: Work) -> Direction | None:
    """ "biggest fall in the labour vote", "biggest rise"."""
    if not work.has("highest", "lowest") or not work.has("up", "down", "change"):
        return None
    down = work.has("down") and not work.has("up")
    work.take("up", "down", "change", "share", "votes")
    return Direction(Measure.CHANGE, not down)


def _direction(work: Work) -> Direction | None:
    moved = _movement(work)
    if moved is not None:
        return moved
    measures = named(work, (*CONTEST_CUES, *CANDIDACY_CUES))
    low = work.has("lowest", "do_worst")
    if work.has("candidates", "stand") and work.has("highest", "lowest") and not measures and not work.has("win"):
        work.take("candidates", "stand", "how_many")
        return Direction(Measure.CANDIDATES, not low)
    if Measure.VOTES in measures and len(measures) > 1:
        measures = tuple(m for m in measures if m is not Measure.VOTES)
    if measures:
        measure = measures[0]
        if work.has("closest") and measure is Measure.MAJORITY:
            return Direction(measure, False)
        return Direction(measure, not low)
    if work.has("closest"):
        return Direction(Measure.MAJORITY, False)
    if work.has("safest"):
        return Direction(Measure.MAJORITY, True)
    if work.has("do_best", "do_worst") and (work.parties or work.people):
        return Direction(Measure.SHARE, not work.has("do_worst"))
    sized = {"smallest", "biggest", "largest"} & {token.text for token in work.cover.tokens}
    if sized and work.has("seats") and not (work.parties or work.people or work.has("win")):
        return Direction(Measure.ELECTORATE, not low)
    graded = {"best", "worst"} & {token.text for token in work.cover.tokens}
    if graded and (work.parties or work.people):
        return Direction(Measure.SHARE, not low)
    if work.has("win", "result") and work.has("highest", "lowest"):
        return Direction(Measure.MAJORITY, not low)
    if (work.parties or work.people) and work.has("highest", "lowest"):
        return Direction(Measure.SHARE, not low)
    return None


def _limit(work: Work) -> tuple[int, int | None]:
    """ "top 5", "five smallest", "second smallest", "majorities" (several)."""
    ordinal = work.ordinal()
    if ordinal and ordinal > 1:
        return 1, ordinal
    number = None
    for at, held in work.slots.numbers:
        if at not in work.used and held.unit == "" and 1 <= held.value <= 50:
            work.used.add(at)
            number = int(held.value)
            break
    if number:
        return number, None
    plural = {
        "seats",
        "majorities",
        "turnouts",
        "results",
        "constituencies",
        "marginals",
        "swings",
        "contests",
        "elections",
    }
    tokens = {token.text for token in work.cover.tokens}
    return (5 if tokens & plural or (work.has("listing") and "list" in tokens) else 1), None


def average(work: Work) -> Query | None:
    """A mean or median over many contests."""
    if not work.has("average", "median"):
        return None
    measures = named(work, (*CONTEST_CUES, *CANDIDACY_CUES))
    if Measure.VOTES in measures and len(measures) > 1:
        measures = tuple(m for m in measures if m is not Measure.VOTES)
    if work.has("candidates") and not measures:
        work.take("candidates", "stand", "how_many")
        measures = (Measure.CANDIDATES,)
    if not measures:
        return None
    median = work.has("median")
    work.take("per_seat", "total")
    work.take("average", "median", "win", "seats", "what", "get", "how_much", "how_many", "hold")
    of = Of.CONTESTS if measures[0] in _CONTEST else Of.CANDIDACIES
    extra = conditions(work)
    parties = work.use(work.parties)
    if parties:
        extra["winner" if of is Of.CONTESTS else "parties"] = parties
    default: When = Latest(kind=ElectionKind.GENERAL)
    if any(isinstance(t, KindOf) and t.kind is ElectionKind.BY_ELECTION for _, t in work.slots.times):
        default = AnyTime(kind=ElectionKind.BY_ELECTION)
    where = _general_years(work, work.selection(default=default, with_parties=False, **extra))
    return Aggregate(where=where, of=of, measure=measures[0], function="median" if median else "average")
