"""Questions of one contest: who won, who came where, everybody who stood."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.frames.beating import (
    first_beaten,
    is_beaten,
    is_beaten_one,
    is_losing,
    ran_close,
    taken_from,
    use_particle,
)
from bot.reading.frames.claimed_numbers import number_conditions
from bot.reading.frames.conditions import party_after
from bot.reading.frames.deeds import defeat_since, last_defeat, lost_since
from bot.reading.frames.fielded import counts_places
from bot.reading.frames.one_contest import of_one_contest
from bot.reading.frames.party_results import got_there
from bot.reading.frames.placed_against import of_their_contest
from bot.reading.frames.rivals import of_the_rest
from bot.reading.framing import needs
from bot.reading.numbers import Number
from bot.reading.slots import Slot
from bot.reading.time_kinds import KindOf
from bot.reading.work import Work
from knowledge.query import (
    LAST_PLACE,
    AnyTime,
    Between,
    Career,
    Check,
    Condition,
    ExpectedNumber,
    Figure,
    Focus,
    History,
    Latest,
    Measure,
    Operator,
    Query,
    Result,
    Several,
)

_BESIDE_PLACE = frozenset(
    {
        "result", "votes", "share", "what", "which", "aux", "party_of", "by_election", "general_election",
        "first_time", "latest", "seats", "versus",
    }
)  # fmt: skip
"""Cues beside which a bare place asks who took it."""


@needs("candidates", "stand")
def candidates(work: Work) -> Query | None:
    """Everybody who stood, or how many."""
    if of_the_rest(work):
        work.leave_out("parties")
    if not work.placed or work.parties or work.people or work.has("women", "average"):
        return None
    if not (work.has("candidates") or (work.has("stand") and work.has("who", "how_many", "listing"))):
        return None
    work.take("candidates", "stand", "listing", "full", "result")
    work.use_words("else")
    claimed = work.free_numbers()
    if any(at + 1 in work.hits.get("votes", ()) for at in work.hits.get("how_many", ())):
        # "my mate stood in witney, how many votes": of him, and not how many stood
        return None
    if len(claimed) == 1 and not work.has("how_many", "check") and work.has("who", "what", "listing"):
        return _so_many(work, *claimed[0])
    if work.take("how_many"):
        work.take("total")
        return Figure(where=work.selection(with_parties=False), measures=(Measure.CANDIDATES,))
    return Result(where=work.selection(with_parties=False), focus=Focus.CANDIDATES)


def _so_many(work: Work, at: int, number: Number) -> Query:
    """ "who were the five people standing": who they were, and whether there were so many."""
    work.used.add(at)
    where = work.selection(with_parties=False)
    condition = Condition(measure=Measure.CANDIDATES, operator=Operator.EQUAL, value=number.value)
    claim = Check(where=where, expect=(ExpectedNumber(condition=condition),))
    return Several(parts=(Result(where=where, focus=Focus.CANDIDATES), claim))


@needs("a seat", "a person")
@needs("runner_up", "last_place", "lowest", "last", "finish", "behind", "where", "a number", "loser")
def place(work: Work) -> Query | None:
    """Who came second, third or last; where a party or person came."""
    if not work.placed or work.has("deposit_lost", "if") or counts_places(work):
        return None
    if work.parties or work.people:
        return _place_of(work)
    if work.has("last", "last_place") and (work.has("runner_up") or work.slots.numbers):
        # "second to last" is no second
        return None
    named = _named_place(work)
    if named is not None:
        return named
    if _last(work):
        return Result(where=work.selection(with_parties=False, place=LAST_PLACE), focus=Focus.PLACE)
    followed = bool(work.inherited.seats) and len(work.cover.tokens) <= 3
    if followed or _is_bare_place(work) or work.has("who", "finish", "runner_up", "party_of"):
        ordinal = work.ordinal()
        if ordinal:
            _take_distance(work)
            work.take("party_of", "finish", "votes", "result", "first_time", "how_many", "share")
            focus = {1: Focus.WINNER, 2: Focus.RUNNER_UP}.get(ordinal, Focus.PLACE)
            return Result(where=work.selection(with_parties=False, place=ordinal), focus=focus)
    return None


def _named_place(work: Work) -> Query | None:
    """Who came second or last, where a word says so by itself."""
    if work.take("runner_up"):
        _take_distance(work)
        work.take("votes", "how_many", "finish", "result", "lose", "party_of", "which", "get", "share")
        if not work.has("who"):
            # "what share did the runner up get in cheadle"
            work.take("win")
        return Result(where=work.selection(with_parties=False), focus=Focus.RUNNER_UP)
    if work.text_is("loser", "loser") and not work.free_numbers():
        # "the loser at gower in 2015": as who lost there
        work.take("loser", "votes", "how_many", "result", "party_of")
        return Result(where=work.selection(with_parties=False), focus=Focus.RUNNER_UP)
    if work.take("last_place"):
        work.take("finish", "result", "votes", "get", "take", "win", "how_many")
        return Result(where=work.selection(with_parties=False, place=LAST_PLACE), focus=Focus.PLACE)
    return None


def _take_distance(work: Work) -> None:
    """Mark "and how far behind was he", which the reply tells; "behind labour" says behind whom."""
    if not work.has("who") or not work.has("behind"):
        return
    asked = work.has("how_much", "how_many", "by_how_much") or work.text(work.first("behind")).startswith("how")
    if asked and not work.parties and not work.people:
        work.take("behind", "how_much", "how_many", "by_how_much")


def _is_bare_place(work: Work) -> bool:
    """ "3rd in gower 17": a place and where it was, and no more."""
    spans = work.cover.spans
    places = [at for at, number in work.slots.numbers if number.unit == "ordinal"]
    numbered = {at for at, time in work.slots.times if isinstance(time, KindOf)}
    alone = len(places) == 1 and places[0] + 1 not in numbered and (work.timed or places[0] + 1 < len(spans))
    return alone and bool(work.seats) and set(work.hits) <= _BESIDE_PLACE


def _last(work: Work) -> bool:
    """ "last in bath 2019", "who got the fewest votes in bath"; marks what says so."""
    one = work.has("who") or (work.says("anybody") and not work.parties) or of_one_contest(work)
    if work.has("lowest") and work.has("votes", "share") and one and not work.has("win", "history", "ever", "change"):
        return work.take("lowest", "votes", "share", "get", "listing", "finish", "how_many")
    if work.opens_with("last") and work.has("finish") and work.has("who") and not work.has("win", "when", "mp"):
        return work.take("last", "finish", "votes", "get")
    first = work.opens_with("last") and len(work.years) == 1 and set(work.hits) <= {"last", "what", "aux", "who"}
    return first and work.take("last")


def _place_of(work: Work) -> Query | None:
    """Where a party or person came."""
    if work.has("who") and work.has("candidates", "stand") and work.parties:
        return None
    if work.people and (work.has("who") or _second_to(work)):
        behind = of_their_contest(work) if work.has("runner_up", "finish", "last_place") else None
        if behind is not None or work.has("runner_up", "finish", "behind"):
            return behind or _behind_winner(work)
    if not (work.has("finish") or _bare_where(work) or _either_place(work)) or work.has("when"):
        return None
    if work.people and all(work.text(at) in work.group("last_stands") for at in work.hits.get("last_time", ())):
        work.take("last_time", "stand")
    while work.ordinal():
        pass
    work.used.update(at for at in work.hits.get("by_how_much", ()) if work.text(at) == "in it")
    work.take("finish", "where", "what", "which", "check", "runner_up", "last_place", "get", "win")
    return Figure(where=work.selection(), measures=(Measure.POSITION,))


def _either_place(work: Work) -> bool:
    """ "labour in hallam 2010: 2nd or 3rd": which of two places."""
    places = [at for at, number in work.slots.numbers if number.unit == "ordinal"]
    joined = len(places) == 2 and places[1] == places[0] + 2 and work.text(places[0] + 1) == "or"
    return joined and bool(work.seats) and set(work.hits) <= {"versus", "aux", "result", "did_how"}


def _bare_where(work: Work) -> bool:
    """ "wheres labour in that": nothing else is asked of a party in one seat, or of somebody at one time."""
    single = work.timed or (work.parties and (work.seats or work.inherited.seats))
    return bool(single) and work.has("where") and set(work.hits) <= {"where", "aux", "result"}


def _second_to(work: Work) -> bool:
    """ "runner up to streeting in 24": the one named is who was ahead, and not said to have been second."""
    place = work.start(work.people[0])
    led = place > 0 and work.cover.tokens[place - 1].text in work.group("second_to")
    return led and any(work.cover.spans[at].end == place - 1 for at in work.hits.get("runner_up", ()))


def _behind_winner(work: Work) -> Query | None:
    """ "who came second to angela rayner"."""
    close = work.has("behind") and work.text(work.first("behind")) in work.group("close_behind")
    ordinal = 2 if work.take("runner_up") or (close and work.take("behind")) else work.ordinal()
    if ordinal is None:
        return None
    work.take("finish", "beat", "votes")
    if _second_to(work):
        work.take("until", "share", "get", "how_many", "what")
    if ordinal == 2:
        return Result(where=work.selection(place=1), focus=Focus.RUNNER_UP)
    return None


@needs("a person")
@needs("who")
def beaten(work: Work) -> Query | None:
    """Who beat somebody, or whom somebody beat."""
    if not work.people and work.inherited.people and work.speaks_of_person and work.has("who"):
        return _beaten_by_them(work)
    if work.people and work.seats and work.has("take", "get", "win") and work.has("who") and taken_from(work):
        work.take("take", "win", "mp", "get")
        return Result(where=work.selection())
    fell = work.has("down") and work.has("win")
    if ran_close(work):
        return Result(where=work.selection(place=1), focus=Focus.RUNNER_UP)
    if not work.people or not (work.has("beat", "lose") or fell):
        return None
    if fell and not work.has("beat", "lose"):
        work.take("down", "win", "result")
        return Result(where=work.selection(), focus=Focus.WINNER)
    after = not is_beaten(work)
    use_particle(work)
    if work.has("lose") and not work.has("beat"):
        work.take("lose")
        if not after:
            return Result(where=work.selection(), focus=Focus.WINNER)
    work.take("beat")
    if after:
        return Result(where=first_beaten(work), focus=Focus.RUNNER_UP)
    where = work.selection()
    lost = last_defeat(work) if where.when == Latest() else defeat_since(work, where)
    return Result(where=where.model_copy(update={"when": lost}) if lost else where, focus=Focus.WINNER)


def _beaten_by_them(work: Work) -> Query | None:
    """ "who did she beat", "who beat him", of the person spoken of before."""
    if work.parties or not work.has("beat"):
        return None
    places = [at for at, span in enumerate(work.cover.spans) if _is_pronoun(work, span.start)]
    won = bool(places) and places[0] < work.first("beat")
    work.take("beat", "who")
    use_particle(work)
    if won:
        return Result(where=work.selection(place=1), focus=Focus.RUNNER_UP)
    return Result(where=lost_since(work), focus=Focus.WINNER)


def _is_pronoun(work: Work, at: int) -> bool:
    """Whether a word is one that points at a person."""
    return work.cover.tokens[at].text in work.group("person_pronouns")


@needs("a seat", "a person")
def winner(work: Work) -> Query | None:
    """Who won; or a bare seat with or without a time, which asks the same."""
    if not work.placed or work.slots.numbers or work.slots.quoted or _asks_day(work) or _asks_no_result(work):
        return None
    if work.parties:
        return _from_whom(work)
    if work.people:
        return _person_result(work)
    work.take("win", "take", "result", "beat", "get", "votes", "by_how_much", "majority")
    work.used.update(at for at in work.hits.get("both", ()) if work.text(at) in work.group("pair_words"))
    if set(work.hits) <= {"how_many", "aux", "what", "versus"}:
        work.take("how_many")
    if work.has("take") and work.has("hold"):
        # "hold or gain, and from whom": the result says which
        work.take("hold", "lose", "what", "which", "who")
    if work.has("win") and work.has("votes", "share", "get"):
        work.take("how_many", "share", "get")
    _take_manner(work)
    if work.has("who", "party_of"):
        work.take("how_many", "share", "party_of", "by_how_much", "closeness", "mp", "hold")
    if work.has("lose") and work.has("party_of") and not work.has("who") and work.seats and work.timed:
        # "which party lost clacton in 2024": who gained it from whom, if anybody did
        work.take("lose", "party_of", "get", "seats")
        return Figure(where=work.selection(), measures=(Measure.RESULT,))
    if work.has("lose") and work.has("who"):
        turned_out = _is_put_out(work)
        work.take("lose")
        # only a member can lose a seat, and who came second need not have been one
        return Result(where=work.selection(), focus=Focus.WINNER if turned_out else Focus.RUNNER_UP)
    where = work.selection(with_parties=False)
    single = work.single()
    return Result(where=where.model_copy(update={"when": single}) if single else where)


def _asks_no_result(work: Work) -> bool:
    """ "is that a record", "where did sedgefield": a yes or no, or a place, is asked for, which no result gives."""
    if work.seats and work.has("where") and set(work.hits) <= {"where", "aux", "seats"}:
        return True
    return work.opens_as("verb_openers") and not work.has("who", "win")


def _asks_day(work: Work) -> bool:
    """ "when did it flip back": the day that is asked for is another contest's."""
    return work.has("when") and work.has("take") and not work.timed


@needs("a seat")
@needs("who")
@needs("win", "get", "lose", "behind")
@needs("a number")
def claimed(work: Work) -> Query | None:
    """ "who won bury north by 105 votes", "who lost by four": the majority stated is checked, with who won and lost."""
    beaten = work.has("lose", "behind") and not work.has("win", "beat")
    if not work.seats or not (
        beaten or work.has("win") or ("got", "it") in pairwise(t.text for t in work.cover.tokens)
    ):
        return None
    if work.parties or work.people or len(work.free_numbers()) != 1 or work.has("over", "under"):
        return None
    found = number_conditions(work)
    if found is None or any(condition.measure is not Measure.MAJORITY for condition in found[0]):
        return None
    work.take("win", "who", "votes", "majority", "ahead", "get", "by_how_much", "exactly", "only", "about_number")
    work.take("lose", "behind")
    return Check(
        where=work.selection(), expect=tuple(ExpectedNumber(condition=each, about=found[1]) for each in found[0])
    )


def _take_manner(work: Work) -> None:
    """Mark what only says how it was won or told: "who had the most votes", "who came through", "turn out"."""
    if work.has("who") and work.has("votes"):
        work.take("highest")
    if work.has("who") and work.has("win"):
        work.take("declared")
    if work.has("did_how"):
        work.take("turnout", "finish")


def _from_whom(work: Work) -> Query | None:
    """Who took a seat off a party, or lost it to one: the contest's result tells both sides."""
    if not work.has("who", "party_of", "which") or work.people or not work.has("take", "lose", "win", "hold", "beat"):
        return None
    if got_there(work):
        return None
    if is_losing(work) or is_beaten_one(work):
        work.take("lose", "beat", "candidates")
        return Result(where=work.selection(), focus=Focus.PARTY)
    taker = party_after(work, "gone_to") if work.has("lose") else None
    if taker is not None and not work.timed and len(work.parties) == 1 and len(work.seats) == 1:
        # "who lost orpington to the tories": whoever held it when they took it, not who has it now
        work.take("lose", "who", "which", "party_of", "get", "seats")
        return History(
            where=work.selection(default=AnyTime(), with_parties=False, parties=work.use([taker])), ask="won-by"
        )
    giver = party_after(work, "from") if work.has("take", "win") else _turned_out(work)
    own = None if work.has("beat", "lose") else party_after(work, "winning_for")
    work.take("take", "lose", "win", "hold", "beat", "party_of", "get", "candidates")
    sides = {key: work.use([slot]) for key, slot in (("lost_by", giver), ("parties", own)) if slot is not None}
    if sides and not work.timed and len(work.parties) == len(sides):
        # the contest meant is the one where it changed hands, or which they won, not the latest
        return History(where=work.selection(default=AnyTime(), with_parties=False, **sides), ask="won-by")
    work.use(work.parties)
    return Result(where=work.selection(with_parties=False))


def _is_put_out(work: Work) -> bool:
    """ "who was kicked out": of a seat that was held."""
    said = {" ".join(work.text(at).split()[-3:]) for at in work.hits["lose"]}
    said |= {" ".join(text.split()[-size:]) for text in said for size in (1, 2)}
    return not said.isdisjoint(work.group("turned_out") | work.group("turfed_out"))


def _turned_out(work: Work) -> Slot | None:
    """ "who kicked labour out of bootle": the party that was put out of a seat it had held."""
    group = work.group("turfed_out")
    behind = {at + 1 for at in work.hits.get("beat", ()) if work.text(at) in group}
    return next((slot for slot in work.parties if slot.span in behind), None)


def _person_result(work: Work) -> Query | None:
    """How a person did in a contest: "trudy harrison 2017"."""
    if not work.timed and not work.seats:
        if work.has("result", "did_how", "stand") and not work.has("listing", "where"):
            work.take("result", "did_how", "stand", "career", "get")
            return Career(where=work.selection())
        return None
    work.take("result", "did_how", "get", "votes", "stand", "win", "how_many", "finish", "where")
    where = work.selection()
    if isinstance(where.when, Between):
        # of several contests, those where somebody else stood are none of theirs
        return Career(where=where)
    return Result(where=where, focus=Focus.PARTY)
