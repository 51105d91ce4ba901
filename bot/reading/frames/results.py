"""Questions of one contest: who won, who came where, everybody who stood."""

from __future__ import annotations

from bot.reading.frames.conditions import party_after
from bot.reading.frames.lists import their_number
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    AnyTime,
    Career,
    Figure,
    Focus,
    History,
    InYears,
    Measure,
    Of,
    OnDay,
    Query,
    Rank,
    Result,
)


def candidates(work: Work) -> Query | None:
    """Everybody who stood, or how many."""
    if not _placed(work) or work.parties or work.people or work.has("women", "average"):
        return None
    if not (work.has("candidates") or (work.has("stand") and work.has("who", "how_many", "listing"))):
        return None
    work.take("candidates", "stand", "listing", "full", "result")
    if work.take("how_many"):
        work.take("total")
        return Figure(where=work.selection(with_parties=False), measures=(Measure.CANDIDATES,))
    return Result(where=work.selection(with_parties=False), focus=Focus.CANDIDATES)


def full(work: Work) -> Query | None:
    """The whole result."""
    if not _placed(work) or not (work.has("full") or (work.has("per_seat") and work.has("candidates", "votes"))):
        return None
    work.take("per_seat", "how_many", "get", "full", "result", "listing", "candidates", "votes")
    return Result(where=work.selection(), focus=Focus.FULL)


def place(work: Work) -> Query | None:
    """Who came second, third or last; where a party or person came."""
    if not _placed(work) or work.has("deposit_lost", "if") or (work.has("how_many") and not work.has("who")):
        return None
    if work.parties or work.people:
        return _place_of(work)
    if work.take("runner_up"):
        work.take("votes", "how_many", "finish", "result", "lose", "party_of", "which")
        return Result(where=work.selection(with_parties=False), focus=Focus.RUNNER_UP)
    if work.take("last_place"):
        work.take("finish", "result", "votes")
        return Result(where=work.selection(with_parties=False, place=LAST_PLACE), focus=Focus.PLACE)
    followed = bool(work.inherited.seats) and len(work.cover.tokens) <= 3
    if followed or work.has("who", "finish", "runner_up", "party_of"):
        ordinal = work.ordinal()
        if ordinal:
            work.take("party_of", "finish", "votes", "result", "first_time", "how_many", "share")
            focus = {1: Focus.WINNER, 2: Focus.RUNNER_UP}.get(ordinal, Focus.PLACE)
            return Result(where=work.selection(with_parties=False, place=ordinal), focus=focus)
    return None


def _place_of(work: Work) -> Query | None:
    """Where a party or person came."""
    if work.has("who") and work.has("candidates", "stand") and work.parties:
        return None
    if work.people and work.has("who") and work.has("runner_up", "finish"):
        return _behind_winner(work)
    if not (work.has("where", "what", "finish") and work.has("finish")):
        return None
    while work.ordinal():
        pass
    work.take("finish", "where", "what", "which", "check", "runner_up", "last_place")
    return Figure(where=work.selection(), measures=(Measure.POSITION,))


def _behind_winner(work: Work) -> Query | None:
    """ "who came second to angela rayner"."""
    ordinal = 2 if work.take("runner_up") else work.ordinal()
    if ordinal is None:
        return None
    work.take("finish", "beat", "votes")
    if ordinal == 2:
        return Result(where=work.selection(place=1), focus=Focus.RUNNER_UP)
    return None


def party_candidate(work: Work) -> Query | None:
    """Who stood for a party, with what result."""
    if not work.parties or work.people or not _placed(work):
        return None
    bare = not work.hits or set(work.hits) <= {"aux", "what", "latest", "now", "result", "versus"}
    if bare and work.timed:
        work.take("result", "what")
        return Result(where=work.selection(), focus=Focus.PARTY)
    if not work.has("candidates", "stand", "who", "did_how", "get"):
        return None
    if work.has(
        "majority", "swing", "lose", "win", "take", "hold", "change", "share", "finish", "mp", "how_long", "when"
    ):
        return None
    if work.has("candidates", "stand") or work.has("did_how", "get"):
        work.take("candidates", "stand", "did_how", "how_many", "votes", "get", "result", "where")
        return Result(where=work.selection(), focus=Focus.PARTY)
    return None


def beaten(work: Work) -> Query | None:
    """Who beat somebody, or whom somebody beat."""
    if not work.people or not work.has("beat", "lose") or not work.has("who"):
        return None
    person_at = work.people[0].span
    after = work.first("beat") > person_at
    if work.has("lose") and not work.has("beat"):
        if after is False and work.first("lose") < person_at:
            return None
        work.take("lose")
        return Result(where=work.selection(), focus=Focus.WINNER)
    work.take("beat")
    if after:
        return Result(where=work.selection(place=1), focus=Focus.RUNNER_UP)
    return Result(where=work.selection(), focus=Focus.WINNER)


def winner(work: Work) -> Query | None:
    """Who won; or a bare seat with or without a time, which asks the same."""
    if not _placed(work) or work.slots.numbers or work.slots.quoted:
        return None
    if work.parties:
        return _from_whom(work)
    if work.people:
        return _person_result(work)
    work.take("win", "take", "result", "beat", "get", "votes", "by_how_much", "majority")
    if set(work.hits) <= {"how_many", "aux", "what", "versus"}:
        work.take("how_many")
    if work.has("take") and work.has("hold"):
        # "hold or gain, and from whom": the result says which
        work.take("hold", "lose", "what", "which", "who")
    if work.has("win") and work.has("votes", "share", "get"):
        work.take("how_many", "share", "get")
    if work.has("who", "party_of"):
        work.take("how_many", "share", "party_of", "by_how_much", "closeness", "mp", "hold")
    if work.has("lose") and work.has("who"):
        turned_out = {work.text(at) for at in work.hits["lose"]} & work.group("turned_out")
        work.take("lose")
        # only a member can lose a seat, and who came second need not have been one
        return Result(where=work.selection(), focus=Focus.WINNER if turned_out else Focus.RUNNER_UP)
    where = work.selection(with_parties=False)
    single = work.single()
    return Result(where=where.model_copy(update={"when": single}) if single else where)


def _from_whom(work: Work) -> Query | None:
    """Who took a seat off a party, or lost it to one: the contest's result tells both sides."""
    if not work.has("who", "party_of") or work.people or not work.has("take", "lose", "win", "hold", "beat"):
        return None
    giver = party_after(work, "from") if work.has("take") else None
    work.take("take", "lose", "win", "hold", "beat", "party_of", "get", "candidates")
    if giver is not None and not work.timed and len(work.parties) == 1:
        # the contest meant is the one where it changed hands, not the latest
        return History(
            where=work.selection(default=AnyTime(), with_parties=False, lost_by=work.use([giver])), ask="won-by"
        )
    work.use(work.parties)
    return Result(where=work.selection(with_parties=False))


def _person_result(work: Work) -> Query | None:
    """How a person did in a contest: "trudy harrison 2017"."""
    if not work.timed and not work.seats:
        if work.has("result", "did_how", "stand") and not work.has("listing", "where"):
            work.take("result", "did_how", "stand", "career", "get")
            return Career(where=work.selection())
        return None
    work.take("result", "did_how", "get", "votes", "stand", "win", "how_many", "finish", "where")
    return Result(where=work.selection(), focus=Focus.PARTY)


def poll_day(work: Work) -> Query | None:
    """Who won the by-elections of one day, where no seat is named."""
    if work.anchored or work.parties:
        return None
    if work.has("latest_by") or (work.kind is ElectionKind.BY_ELECTION and work.has("latest", "last")):
        work.take(
            "latest_by", "latest", "last", "win", "who", "result", "what", "where", "when", "which", "hold", "seats"
        )
        where = work.selection(default=AnyTime(kind=ElectionKind.BY_ELECTION))
        where = where.model_copy(update={"when": AnyTime(kind=ElectionKind.BY_ELECTION)})
        return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=True)
    if work.areas or not (work.kind is ElectionKind.BY_ELECTION or work.timed):
        return None
    when = work.when()
    if not isinstance(when, OnDay | InYears) or (isinstance(when, InYears) and not when.month):
        return None
    their_number(work)
    work.take("win", "who", "result", "take", "listing", "both", "career", "what")
    return Result(where=work.selection())


def _placed(work: Work) -> bool:
    """Whether a seat or person is named, or a seat carried over."""
    return bool(work.seats or work.people or work.inherited.seats)
