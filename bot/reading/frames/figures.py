"""Questions for a figure of a contest, or of a party or person in it."""

from __future__ import annotations

from bot.reading.frames.beating import is_beaten
from bot.reading.frames.declaring import time_of_result
from bot.reading.frames.deeds import Measures, ahead_of_party, of_a_defeat, of_a_win, won_before
from bot.reading.frames.labels import label_told
from bot.reading.frames.margins import is_behind, of_the_winner
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, how_many, named, sized_in_votes
from bot.reading.frames.points import points
from bot.reading.frames.premiers import majorities, partys_figures
from bot.reading.frames.several_contests import of_several
from bot.reading.frames.thrown_out import thrown_out
from bot.reading.frames.voters import chosen, part_of_vote, took_part
from bot.reading.framing import needs
from bot.reading.work import Work, first_known
from knowledge.query import (
    AnyTime,
    Check,
    Condition,
    ExpectedNumber,
    Figure,
    Measure,
    Operator,
    Query,
    Result,
    Selection,
    Several,
)

_MEASURELESS = frozenset({"who", "win", "get", "aux", "what", "which", "mp", "latest", "latest_by", "now", "last"})
"""Cues beside which no figure is asked for, unless "by" or somebody spoken of says so."""
_ASKED = (
    *(cue for cue, _ in (*CONTEST_CUES, *CANDIDACY_CUES)), "a person spoken of", "deposit", "deposit_kept", "up",
    "down", "ahead", "behind", "beat", "chose", "took_part", "how_many", "how_much", "by_how_much", "closeness",
    "party_of", "result", "hold", "take",
)  # fmt: skip
"""What a figure may be asked for with; no step of ``_STEPS`` knows answers without any."""


@needs("a seat", "a person")
@needs(*_ASKED, words=("by",), groups=("points", "signs", "clock_times", "calling"))
def figure(work: Work) -> Query | None:
    """Majority, turnout, votes, share ... of the contest named."""
    plain = work.hits.keys() <= _MEASURELESS and "by" not in work.words and not work.inherited.people
    if plain and not work.says("clock_times"):
        return None
    counted = work.has("seats") and work.has("how_many") and not (work.seats or _in_their_seat(work))
    nothing = not work.anchored or counted or _in_a_leaders_time(work) or _turned_out(work)
    measures = () if nothing else time_of_result(work) or _measures(work)
    if not measures:
        return None
    work.take(
        "how_many", "how_much", "what", "get", "did_how", "when", "result", "total", "candidates", "who", "win", "hold"
    )
    work.take("mp", "where", "closeness", "by_how_much", "stand", "take", "fate", "lose")
    label_told(work)
    led = _of_a_leader(work, measures)
    if led is not None:
        return led
    if len(measures) > 1:
        work.take("pooled")
    if not work.slots.numbers:
        # "turnout at bermondsey in 1983, when hughes came in"
        work.take("about_number", *(("came_in",) if work.people and work.seats else ()))
    theirs = of_a_win(work, measures)
    if theirs is not None:
        return theirs
    if work.people and _put_out(work, measures) and not work.timed:
        return of_a_defeat(work, measures)
    series = of_several(work)
    work.take(*(("listing",) if series else ()))
    if measures == (Measure.MAJORITY,) and not work.people and work.has("who", "win") and _majority_unheld(work):
        # "who won and by how much": who, at least, is held
        where = work.selection(with_parties=False)
        return Several(parts=(Result(where=where), Figure(where=where, measures=measures)))
    led = ahead_of_party(work, measures) or won_before(work, measures)
    if led is not None:
        return led
    default = AnyTime() if series else None
    return Figure(where=_before_or_after(work, work.selection(default=default)), measures=measures, per_contest=series)


def _in_their_seat(work: Work) -> bool:
    """ "how many spoiled papers in bercow's seat": where somebody stood, and no number of seats."""
    return any(slot.span + 1 in work.hits["seats"] for slot in work.people)


def _put_out(work: Work, measures: Measures) -> bool:
    """Whether somebody is said to have lost: "what swing beat truss"; marks the verb where a swing is asked for."""
    if not (work.has("beat") and is_beaten(work)):
        return work.has("lose")
    if measures == (Measure.SWING,):
        work.take("beat")
    return True


def _of_a_leader(work: Work, measures: Measures) -> Query | None:
    """A leader's majority, votes or share: the party's in the country as well as the person's own."""
    if measures == (Measure.MAJORITY,):
        return majorities(work)
    return partys_figures(work, measures) if set(measures) <= {Measure.VOTES, Measure.SHARE} else None


def _majority_unheld(work: Work) -> bool:
    """Whether the one seat named had contests in the year named, and the majority of none is held."""
    if len(work.seats) != 1 or len(work.years) != 1 or work.parties:
        return False
    won = [contest for seat in work.seats[0].values for contest in work.catalogue.won_in(seat)]
    then = [contest for contest in won if contest.date.year == work.years[0].year]
    return bool(then) and all(contest.majority is None for contest in then)


def _in_a_leaders_time(work: Work) -> bool:
    """ "turnout when attlee won": of which of a leader's elections is not said, and none of the seat's is meant."""
    if len(work.people) != 1 or work.seats or work.timed or not work.has("win", "lose", "came_in", "went_out"):
        return False
    slot = work.people[0]
    start = work.start(slot)
    when = start > 0 and work.cover.tokens[start - 1].text in work.group("at_a_time")
    return when and bool(work.calendar.led_by(slot.values))


def _turned_out(work: Work) -> bool:
    """ "how did it turn out": that asks for the result, not for the turnout."""
    told = {work.text(at) for at in work.hits.get("turnout", ())}
    return told == {"turn out"} and work.has("did_how") and not work.has("how_many", "share")


def _before_or_after(work: Work, where: Selection) -> Selection:
    """One contest of a seat before or after a time, rather than all of them."""
    single = work.single() if where.seats and not work.has("history", "listing") else None
    return where.model_copy(update={"when": single}) if single else where


def _measures(work: Work) -> Measures:
    """The measures asked for: the first step that knows answers, () where it is none of these questions."""
    found = first_known(_STEPS, work) or ()
    if Measure.DECLARED_AT in found:
        work.take("came_in", "finish")
    return found


def _deposits(work: Work) -> Measures | None:
    """ "how many lost their deposit"; of a party or person that is a yes/no question, which is not asked here."""
    if work.of_somebody or (work.inherited.parties and not work.has("how_many", "who", "which")):
        return () if work.has("deposit", "deposit_lost", "deposit_kept") else None
    if not work.has("deposit") or not work.has("lose", "deposit_lost", "deposit_gone"):
        return None
    work.take("deposit", "lose", "deposit_lost", "deposit_gone", "hold")
    return (Measure.DEPOSITS_LOST,)


def _behind(work: Work) -> Measures | None:
    """ "how far behind was labour"."""
    pointed = work.inherited.people and work.inherited.pointed
    if not is_behind(work) or not (work.parties or work.people or work.inherited.parties or pointed):
        return None
    work.take("behind", "lose", "win", "votes", "how_much", "closeness")
    if all(work.text(at) in work.group("falling_short") for at in work.hits.get("down", ())):
        # "how short did she fall": of nothing that moved
        work.take("down")
    work.use_words("fall", "come", "land")
    if not any(number.unit == "ordinal" for _, number in work.slots.numbers):
        # "how far behind did they finish"
        work.take("finish", "stand")
    return (Measure.BEHIND,)


def _ahead(work: Work) -> Measures | None:
    """ "how far ahead of the tories was tim farron"; without a name, whoever won there was."""
    if of_the_winner(work):
        return (Measure.BEHIND,)
    if not (work.has("ahead") and work.has("how_much", "by_how_much") and work.people and work.parties):
        return None
    work.take("ahead", "how_much", "by_how_much", "votes")
    return (Measure.MAJORITY,)


def _beaten_by(work: Work) -> Measures | None:
    """ "how many votes did they beat labour by": how far a party was behind whoever won."""
    asked = work.has("how_many", "how_much", "by_how_much") and "by" in work.words
    passive = any(work.text(at).split()[-1] == "by" for at in work.hits.get("beat", ()))
    if passive and work.has("what", "how_much") and len(work.people) == 1 and not (work.parties or work.has("who")):
        # "what was jrm beaten by"
        work.take("beat", "what", "how_much", "lose")
        return (Measure.MAJORITY,)
    if not (asked and work.has("beat")) or work.people or len(work.parties) != 1 or not work.anchored:
        return None
    if work.parties[0].span < work.first("beat"):
        return None
    work.take("beat", "how_many", "how_much", "by_how_much", "votes", "who", "win")
    return (Measure.BEHIND,)


def _change(work: Work) -> Measures | None:
    """ "up or down", "how much did the tory vote go up", "how much did ukip drop"."""
    if not (work.parties or work.people or work.inherited.parties) or work.has("when"):
        return None
    if not work.has("change", "up", "down"):
        return None
    if work.has("who") and work.has("win") and not work.has("change", "share", "votes", "how_much", "by_how_much"):
        # "who won, the year Peter Robinson went down": of whom it is said only says which contest is meant
        return None
    fell = bool(work.people) and work.has("down") and not work.has("change", "up", "share", "votes")
    if fell and work.take("closeness"):
        # "how narrowly did balls go down": how far behind whoever won
        work.take("down", "did_how", "how_much", "by_how_much", "get")
        return (Measure.BEHIND,)
    # "up by how many" is as often said of the lead
    led = work.has("up") and work.has("by_how_much") and not work.has("down", "change", "share", "votes")
    # "by how much did she go down": as often of her defeat
    led = led or (fell and work.has("by_how_much") and work.text(work.first("down")) in work.group("going_down"))
    work.take("change", "up", "down", "share", "votes", "how_much", "by_how_much", "did_how", "get")
    if "ground" in work.words:
        work.take("lose", "take")
    if work.take("turnout"):
        # "labour vote and turnout change"
        return (Measure.CHANGE, Measure.TURNOUT_CHANGE)
    return (Measure.MAJORITY, Measure.CHANGE) if led else (Measure.CHANGE,)


def _won_by(work: Work) -> Measures | None:
    """ "how many votes did she win by": a "by" that nothing follows asks for the majority."""
    if "by" not in work.words:
        return None
    texts = [token.text for token in work.cover.tokens]
    ends = work.group("lead_ends")
    hanging = any(text == "by" and (at + 1 == len(texts) or texts[at + 1] in ends) for at, text in enumerate(texts))
    led = hanging or any("by" in work.text(at).split() for at in work.hits.get("ahead", ()))
    takers = {work.start(slot) for slot in (*work.parties, *work.people)}
    if any(work.cover.spans[at].end in takers for at in work.hits.get("ahead", ())):
        # "how many votes were won by labour"
        return None
    asked = ("win", "lose", "get", "hold", "how_many", *(("over",) if len(work.parties) == 2 else ()))
    if not led or work.has("share", "took_part") or not work.has(*asked):
        return None
    work.take(*asked, "how_much", "votes", "what", "ahead", "majority")
    return (Measure.MAJORITY,)


def _by_how_much(work: Work) -> Measures | None:
    """ "by how much did labour win", "how big was labour's win"."""
    big = work.has("how_much", "win") and work.says("win_things") and not work.has("votes", "share", "change")
    big = big and any(work.text(at) in work.group("how_big") for at in work.hits.get("how_much", ()))
    if work.has("swing", "turnout", "electorate") or not (work.take("by_how_much") or big or sized_in_votes(work)):
        return None
    work.take(*(("how_much",) if big else ()))
    work.take("votes", "lose", "beat", "win", "hold", "ahead", "take", "get", "majority", "closeness")
    return (Measure.MAJORITY,)


def _theirs(work: Work) -> Measures | None:
    """ "how many did she get", of the person spoken of before."""
    asked_of = work.inherited.people and work.speaks_of_person and work.has("get", "did_how", "votes", "how_many")
    if not asked_of or work.has("majority", "turnout", "share"):
        return None
    work.take("get", "did_how", "how_many", "votes", "what", "win")
    return (Measure.VOTES, Measure.SHARE)


def _votes_lost(work: Work) -> Measures | None:
    """ "how many votes did labour lose", or gain."""
    moved = work.has("lose") or work.says("gains")
    if not (work.parties and work.has("votes") and moved and work.has("how_many")):
        return None
    if work.has("who"):
        # "who was the losing tory and how many votes": of a candidate, not of the party's fall
        return None
    work.take("votes", "lose", "take", "how_many", "get")
    return (Measure.VOTE_CHANGE,)


def _named(work: Work) -> Measures | None:
    """The measures that cues name."""
    found = list(named(work, (*CONTEST_CUES, *CANDIDACY_CUES)))
    candidacy = bool(work.parties or work.people)
    if not (candidacy or work.inherited.parties) and Measure.CHANGE in found:
        return _change_of_all(found)
    return _without_others(work, found, candidacy=candidacy)


def _without_others(work: Work, found: list[Measure], *, candidacy: bool) -> Measures | None:
    """The measures found without those that only say what the others are of."""
    if Measure.DECLARED_AT in found and work.has("who") and work.has("win") and not work.has("when"):
        # "who came through to win it", "who wrapped it up"
        found.remove(Measure.DECLARED_AT)
    if Measure.INVALID_VOTES in found and work.has("who") and work.has("lose"):
        # "who binned labour out"
        found.remove(Measure.INVALID_VOTES)
    if {Measure.TURNOUT, Measure.SHARE, Measure.ELECTORATE} <= set(found) and not candidacy:
        return (Measure.TURNOUT,)
    if Measure.VALID_VOTES in found:
        if Measure.SHARE in found and not candidacy:
            return (Measure.TURNOUT,)
        if candidacy:
            found = [Measure.VOTES if m is Measure.VALID_VOTES else m for m in found]
    if Measure.SHARE in found and not {Measure.CHANGE, Measure.TURNOUT, Measure.SWING}.isdisjoint(found):
        found.remove(Measure.SHARE)
    if Measure.SHARE in found and Measure.VOTES in found and _of_the_vote(work):
        found.remove(Measure.VOTES)
    if Measure.VOTES in found and not candidacy:
        return _votes_of_all(work, found)
    return tuple(dict.fromkeys(found)) or None


def _change_of_all(found: list[Measure]) -> Measures | None:
    """ "turnout up or down": what moved is the figure named, and no party's share; of others no change is held."""
    others = set(found) - {Measure.CHANGE, Measure.SHARE}
    if others == {Measure.TURNOUT}:
        return (Measure.TURNOUT_CHANGE,)
    return () if others & {Measure.MAJORITY, Measure.ELECTORATE, Measure.INVALID_VOTES} else tuple(found)


def _of_the_vote(work: Work) -> bool:
    """Whether "vote" only says what the share is of: "polled what percentage"; not "votes and share"."""
    places = [at for cue in ("votes", "share") for at in work.hits.get(cue, ())]
    # the "and" of a seat's name joins nothing
    between = [work.text(at) for at in range(min(places), max(places)) if not work.cover.spans[at].seat]
    joined = any(word in work.group("conjoining") for text in between for word in text.split())
    named = {work.text(at) for at in work.hits.get("votes", ())}
    return not joined and not work.has("how_many") and named <= work.group("vote_singulars")


def _votes_of_all(work: Work, found: list[Measure]) -> Measures:
    """ "votes" where no party or person is named: of the one spoken of before, else every vote, or who won them."""
    others = tuple(measure for measure in found if measure is not Measure.VOTES)
    if others:
        return others
    if work.inherited.parties or work.inherited.pointed:
        return (Measure.VOTES, Measure.SHARE) if work.inherited.pointed else (Measure.VOTES,)
    # "she stood in bath, how many votes": whoever stood, and not all there were
    told = work.has("stand") and not (work.has("candidates") or work.says("all_who"))
    return () if told or work.has("win", "who") else (Measure.VALID_VOTES,)


def _closeness(work: Work) -> Measures | None:
    """ "how close was it"; "who narrowly won" asks who, "how badly did the tories do" how they did."""
    other = (work.has("who") and "how" not in work.words) or (work.parties and "do" in work.words)
    if other or not work.take("closeness"):
        return None
    work.take("lose", "beat", "win", "hold", "ahead")
    if work.has("how_many", "how_much", "by_how_much"):
        # "close wasnt it, how many"
        work.take("check")
    return (Measure.MAJORITY,)


def _party(work: Work) -> Measures | None:
    """ "what party was she in 2017"."""
    asked = work.people and (work.timed or work.seats) and work.take("party_of")
    return (Measure.PARTY,) if asked else None


def _result(work: Work) -> Measures | None:
    """ "result: gain or hold"."""
    asked = work.take("result") and work.has("hold", "take") and not work.has("who")
    return (Measure.RESULT,) if asked else None


def _bare_votes(work: Work) -> Measures | None:
    """ "how many labour in stoke 2017": votes, where nothing else is asked."""
    alone = set(work.hits) <= {"how_many", "how_much", "aux", "what", "versus", "by_election", "general_election"}
    if not (work.parties and work.seats and work.has("how_many") and alone):
        return None
    work.take("how_many", "how_much")
    return (Measure.VOTES,)


def _outcome(work: Work) -> Measures | None:
    """ "gain or hold", "hold or lose"."""
    if work.has("hold") and work.has("take", "lose"):
        work.take("hold", "take", "lose", "versus", "check", "explain")
        return (Measure.RESULT,)
    bare = set(work.hits) <= {"hold", "take", "get", "aux", "what"} and work.seats and work.timed
    if not bare or work.parties or work.people or not work.has("hold", "take"):
        return None
    work.take("hold", "take", "get")
    return (Measure.RESULT,)


_STEPS = (
    thrown_out, _deposits, _behind, _ahead, _beaten_by, _change, _won_by, chosen, part_of_vote, took_part, _by_how_much,
    points, _theirs, _votes_lost, _named, _closeness, how_many, _party, _result, _bare_votes, _outcome,
)  # fmt: skip
"""What may be asked for, the most telling words first."""


@needs("deposit", "deposit_lost", "deposit_kept")
def deposit(work: Work) -> Query | None:
    """Whether a party or person lost the deposit, asked without a verb: "lib dem deposit lost in rochester 2014"."""
    whose = work.of_somebody or work.inherited.parties
    if not work.anchored or not whose or work.has("how_many", "who", "which"):
        return None
    kept = work.has("deposit_kept", "hold") and not work.has("deposit_lost", "lose", "deposit_gone")
    work.take("deposit", "deposit_lost", "deposit_kept", "deposit_gone", "lose", "hold", "get", "check")
    condition = Condition(measure=Measure.DEPOSIT, operator=Operator.EQUAL, value=0.0 if kept else 1.0)
    return Check(where=work.selection(), expect=(ExpectedNumber(condition=condition),))
