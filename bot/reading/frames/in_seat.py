"""The closest, biggest or smallest of one seat over the years, or several or the nth of them."""

from __future__ import annotations

from bot.reading.frames.conditions import party_after
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, named
from bot.reading.frames.one_contest import of_one_contest
from bot.reading.frames.ranks import limit_of
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Measure, Of, Query, Rank


@needs("a seat")
@needs("closest", "highest", "lowest", "safest")
def extreme_in_seat(work: Work) -> Query | None:
    """The closest or biggest in one seat over the years."""
    if not (work.seats or work.inherited.seats) or _of_one_contest(work) or (work.areas and not work.seats):
        # "lowest in scotland that year" is asked of more than the seat spoken of
        return None
    if work.opens_as("verb_openers") and (len(work.years) == 1 or (work.inherited.seats and not work.seats)):
        # "is that their best ever": whether the figure spoken of is, which the best alone does not say
        return None
    measures = named(work, (*CONTEST_CUES, *CANDIDACY_CUES))
    # "best placed independent in wakefield": of those who stood there, whoever won
    whose = bool(work.parties) and not work.has("win", "closest", "safest", "hold", "take")
    measure = measures[0] if measures else Measure.SHARE if whose else Measure.MAJORITY
    highest = work.has("highest", "safest") and not work.has("closest", "lowest")
    limit, nth = _limit(work)
    work.take(
        "closest", "highest", "lowest", "safest", "result", "when", "win", "hold", "who", "history", "which", "get"
    )
    party = bool(work.parties) and measure in (Measure.VOTES, Measure.SHARE)
    beaten = party_after(work, "over_whom")
    where = work.ages()
    if where.parties and measure is Measure.MAJORITY:
        # "biggest labour majority in bath": of those that they won
        where = where.model_copy(update={"parties": (), "runner_up" if beaten else "winner": where.parties})
    of = Of.CANDIDACIES if party or work.people else Of.CONTESTS
    return Rank(where=where, of=of, measure=measure, highest=highest, limit=limit, nth=nth)


def _limit(work: Work) -> tuple[int, int | None]:
    """How many are asked for, or which of all; "the smallest of the last five elections" asks for one."""
    counted = bool(work.slots.numbers) or work.says("several_ranked")
    return limit_of(work) if counted else (1, None)


def _of_one_contest(work: Work) -> bool:
    """ "who got the fewest votes in bath in 2017": of those who stood in one contest, not of its winners."""
    if not work.has("highest", "lowest") or not work.has("votes", "share") or len(work.years) > 1 or work.parties:
        return False
    if not (of_one_contest(work) or (work.has("who") and work.has("votes"))):
        return False
    return not work.has("win", "history", "ever", "all_time") and not work.spanned("since", "after", "before", "until")
