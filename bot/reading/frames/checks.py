"""Yes/no questions, claims to be checked, and questions why that presume a fact."""

from __future__ import annotations

from datetime import date

from bot.reading.frames.after_poll import kept_after
from bot.reading.frames.alternatives import alternatives
from bot.reading.frames.asked_too import take_margin, take_size, with_asked
from bot.reading.frames.claimed_numbers import is_measured
from bot.reading.frames.conditions import party_after
from bot.reading.frames.defeats import last_not_won, not_kept
from bot.reading.frames.denials import never_won, none_of
from bot.reading.frames.existing import says_any_of_party
from bot.reading.frames.expectations import all_but, expectations, misses
from bot.reading.frames.manners import manner
from bot.reading.frames.moves import says_moved
from bot.reading.frames.national import general
from bot.reading.frames.old_seats import of_both
from bot.reading.frames.premiers import majority_claim
from bot.reading.frames.steady import been_so, held_since
from bot.reading.frames.won_there import ever_elected
from bot.reading.framing import needs
from bot.reading.marks import is_light
from bot.reading.time_kinds import Word
from bot.reading.windows import DETAILED_SINCE
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Between,
    Check,
    Expectation,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedWinner,
    History,
    InYears,
    Latest,
    Measure,
    OnDay,
    Operator,
    Query,
    Selection,
    When,
)

_NAMED_SINCE = 2005
"""From this year on all candidates are held by name, before it only winners."""
QUESTION_CUES = ("who", "which", "what", "where", "when", "how_many", "how_much", "why", "listing")
_PARTYS = frozenset({Measure.SEATS, Measure.VOTES, Measure.SHARE})
"""Measures that are a party's."""
_TOLD = ("win", "lose", "hold", "take", "ahead", "behind", "finish", "runner_up", "get", "changed_hands")
"""Cues of what a statement tells."""


def is_check(work: Work) -> bool:
    """Whether the question is to be answered with yes or no."""
    if alternatives(work):
        return False
    if work.has("check") or _was_it(work) or work.asks_inverted or _is_stated(work) or says_any_of_party(work):
        return True
    if says_moved(work):
        return True
    if not work.has(*QUESTION_CUES) and (_is_order(work) or _behind_topic(work) or been_so(work) or work.asks_behind):
        return True
    # "so wilson had a majority" is said to be confirmed, "so the top three majorities" is not
    claimed = work.opens_with("so") and "had" in work.words
    return (claimed or work.opens_as("openers")) and not work.opens_as("question_openers")


def _is_stated(work: Work) -> bool:
    """ "bath was labour in 1997": that a seat was a party's, where nothing is asked."""
    if len(work.seats) != 1 or len(work.parties) != 1 or work.people or work.has(*QUESTION_CUES, "last_time"):
        return False
    if work.timed and not work.years:
        return False
    seat, party = work.seats[0].span, work.parties[0].span
    return party == seat + 2 and work.text(seat + 1) in work.group("copulas")


def _behind_topic(work: Work) -> bool:
    """ "emma dent coad did she run in 2024", "natalie bennett ever stood": asked of whoever is named first."""
    if not work.people:
        return False
    spans, tokens = work.cover.spans, work.cover.tokens
    named = {slot.span for slot in (*work.people, *work.seats, *work.parties)}
    named |= {at for at, time in work.slots.times if not isinstance(time, Word)}
    first = next((at for at, span in enumerate(spans) if at not in named and not is_light(span)), len(spans))
    if first == len(spans) or not any(slot.span < first for slot in work.people):
        return False
    start = spans[first].start
    asking, behind = tokens[start].text, [token.text for token in tokens[start + 1 : start + 2]]
    asked = asking in work.group("verb_openers") and not work.group("person_pronouns").isdisjoint(behind)
    return asked or (asking == "ever" and work.has("stand"))


def _of_two_times(work: Work) -> bool:
    """ "did major win more votes in 1992 than blair in 1997": of themselves, or of their parties?"""
    return len(work.people) > 1 and len(work.years) > 1 and not work.seats


def _of_any_by_election(work: Work) -> bool:
    """ "did labour win any by-elections in 2023": whether there was one, not whether it won them all."""
    if work.kind is not ElectionKind.BY_ELECTION or work.anchored or work.slots.numbers or work.has("both", "not"):
        return False
    return work.has("win", "take", "lose", "hold") and work.says("indefinite")


def _of_anybody(work: Work) -> bool:
    """ "did anyone get over 80%": whether some candidate did, not whether as many voted."""
    named = work.anchored or work.parties or work.has("turnout")
    return not named and work.says("anybody") and any(n.unit == "percent" for _, n in work.slots.numbers)


def _was_it(work: Work) -> bool:
    """ "who won barking, was it nick griffin", "majority was it really three": named to be confirmed."""
    if work.words.isdisjoint({"it", "that"}):
        return False
    texts = [token.text for token in work.cover.tokens]
    starts = {work.start(slot) for slot in (*work.people, *work.parties)}
    starts |= {work.cover.spans[at].start for at, _ in work.free_numbers()}
    # "when was it that labour took it" only asks when
    askers = work.group("askers")
    asked = [
        at
        for at in range(len(texts) - 2)
        if texts[at] in {"was", "is"} and texts[at + 1] in {"it", "that"} and texts[max(0, at - 1)] not in askers
    ]
    return any(starts & {at + 2, at + 3} for at in asked if texts[at + 1 : at + 3] != ["it", "that"])


def _is_order(work: Work) -> bool:
    """ "blair in 05: fewer votes than kinnock in 92": one side is said to be ahead, and none is asked for."""
    if work.has("compare") or len(work.parties) != 2 or not work.has("than"):
        return False
    first, second = work.parties
    between = range(first.span, second.span)
    return any(at in between for cue in ("better", "worse") for at in work.hits.get(cue, ()))


@needs(
    "check", "than", "up", "down", "stand",
    words=("it", "that", "been", "ever", "so", "any"), groups=("openers", "verb_openers"),
)  # fmt: skip
def check(work: Work) -> Query | None:
    """A yes/no question or a claim about a contest, a party's total or a seat."""
    if work.has("exists") and work.says("seat_nouns") and not (work.parties or work.people):
        # "has rother valley survived as a constituency": whether it is still there
        return None
    if not is_check(work) or _of_two_times(work) or _of_any_by_election(work) or _of_anybody(work):
        return None
    if work.take("not_aux") and not work.opens_as("denials"):
        # "is it true that labour didn't win bath"
        work.take("check", "explain")
        return _built(work, why=False, denied=True)
    claim = majority_claim(work)
    if claim is not None:
        return claim
    history = held_since(work) or never_won(work) or _ever(work) or ever_elected(work)
    if history:
        return history
    work.take("check", "explain")
    margin, size = take_margin(work), take_size(work)
    return with_asked(_built(work, why=False), margin=margin, size=size)


def statement(work: Work) -> Query | None:
    """A plain statement with a number or an outcome: "trudy harrison won by 2500"."""
    claimed = _claimed(work)
    if work.has(*QUESTION_CUES) or _is_no_statement(work):
        return None
    if is_measured(work) or (work.parties and not work.anchored and work.has("no_seats")):
        return _built(work, why=False)
    if not (work.parties or work.people) or not (work.seats or work.people or claimed is not None):
        return None
    had = work.has("majority") and "had" in work.words and bool(work.slots.numbers)
    if not (claimed or had or work.has(*_TOLD) or _placing(work)):
        return None
    numbers = bool(work.slots.numbers) or work.has("runner_up")
    outcome = work.has("hold", "take", "lose", "changed_hands")
    if not (numbers or outcome or work.has("win")):
        return None
    if work.has("win") and not numbers and not work.seats and not outcome:
        return None
    if claimed:
        work.take("government", "say")
    work.take("explain")
    return _built(work, why=False)


def _is_no_statement(work: Work) -> bool:
    """ "take 500 votes off farage" is told to be done, and "second best green result" is one of several."""
    told = work.opens_as("giving") or work.opens_as("setting_out")
    return told or any(work.text(at) in work.group("second_bests") for at in work.hits.get("runner_up", ()))


def _claimed(work: Work) -> bool | None:
    """Whether a number of a party in the country is claimed with a word that says so; None where there is no such."""
    counted = work.has("seats") or (work.has("share", "votes") and work.says("claimers"))
    if not (work.parties and work.timed and work.free_numbers() and counted):
        return None
    return work.says("claimers")


def _placing(work: Work) -> bool:
    """ "greens second in bristol west 2015": a place, without a verb."""
    return bool(work.seats) and [number.unit for _, number in work.slots.numbers] == ["ordinal"]


@needs("why", "did_how", "explain", "cause")
@needs("win", "lose", "take", "hold", "beat", "changed_hands", "no_seats")
def why(work: Work) -> Query | None:
    """Why did a party win or lose: the premise is checked."""
    explained = work.has("explain") and bool(work.seats) and not work.slots.terms
    caused = work.has("cause") and work.has("no_seats")
    if not (explained or caused or work.has("why", "did_how")) or not (work.parties or work.people):
        return None
    manner = work.has("did_how") and not work.has("why")
    if manner and work.has("closeness"):
        return None
    if manner and (not work.seats or "do" in work.words or work.has("votes", "share", "result")):
        return None
    denied = work.take("not_aux")
    work.take("why", "did_how", "get", "mp", "explain", "when", "now", "needed", "leave", "stand")
    if caused:
        work.take("cause")
    if work.people and work.parties and work.seats:
        _one_subject(work)
    return _built(work, why=True, denied=denied)


def _one_subject(work: Work) -> None:
    """Of a person and a party the one named first won or lost; the other only says for or with whom."""
    if party_after(work, "stood_for") is work.parties[0]:
        # "how did huhne win eastleigh for labour": for whom he won it is part of what is checked
        return
    if work.people[0].span < work.parties[0].span:
        # "how did Luciana Berger win Finchley for the Lib Dems"
        work.use(work.parties)
        work.leave_out("parties")
    else:
        # "why did the Lib Dems gain it when Jamie Stone already had it"
        work.use(work.people)
        work.leave_out("people")


def _built(work: Work, *, why: bool, denied: bool = False) -> Query | None:
    """The check of what the words expect; ``denied``: they say that it was not so."""
    negated = (work.take("not") or none_of(work)) != (denied != work.take("short_of"))
    expected = expectations(work)
    if expected is None:
        return None
    expect, extra = expected
    expect = expect if why or _says_lost(work) else (*expect, *manner(work, expect))
    work.take("get", "who", "ever", "result", "both", "all_time")
    where = _where(work, extra, expect)
    if _of_no_party(work, where, expect):
        return None
    if any(isinstance(e, ExpectedWinner) for e in expect) and _says_lost(work) and (not where.parties or misses(work)):
        negated = not negated
    never = bool(work.people) and "never" in work.words and isinstance(where.when, AnyTime) and not why
    expect = tuple(_same_contest(each, where) for each in expect)
    return Check(where=where, expect=expect, negated=negated, why=why, never=never, both=work.has("both"))


def _says_lost(work: Work) -> bool:
    """Whether somebody is said to have lost, and not only nearly."""
    return work.has("lose") and all_but(work) is None


def _of_no_party(work: Work, where: Selection, expect: tuple[Expectation, ...]) -> bool:
    """ "no party has ever won 500 seats", "the tories never lost wales to plaid": not of one party's total."""
    if work.anchored or not {"never", "no"} & work.words:
        return False
    counted = any(isinstance(e, ExpectedNumber) and e.condition.measure in _PARTYS for e in expect)
    return bool(where.lost_by) or (counted and work.has("party_of") and not where.parties)


def _same_contest(expectation: Expectation, where: Selection) -> Expectation:
    """An order holds between two that stood in the same contest, or in the same area."""
    if not isinstance(expectation, ExpectedOrder):
        return expectation
    than = expectation.than
    if than.seats or not isinstance(than.when, AnyTime):
        return expectation
    same = where.model_copy(update={"parties": than.parties, "people": than.people})
    return expectation.model_copy(update={"than": same})


def _where(work: Work, extra: dict[str, object], expect: tuple[Expectation, ...]) -> Selection:
    """The contests that the claim is about."""
    national = not work.anchored
    parties = work.use(work.spare(work.parties))
    default = _default(work, expect, national=national)
    lost = last_not_won(work) or not_kept(work) if len(work.people) == 1 else None
    kept = kept_after(work)
    where = work.selection(default=default, with_parties=False, **({"parties": parties} | extra))
    where = where.model_copy(update={"when": kept}) if kept else where
    if lost is not None:
        # where only winners are held by name, the latest contest of somebody held is one that they won
        where = where.model_copy(update={"seats": (lost[0],), "when": OnDay(day=lost[1])})
    if not where.parties and not where.people and not where.winner and work.inherited.parties and not work.seats:
        where = where.model_copy(update={"parties": work.inherited.parties})
    return general(where) if national and work.kind is not ElectionKind.BY_ELECTION else where


def _default(work: Work, expect: tuple[Expectation, ...], *, national: bool) -> When:
    """The contests meant where the claim names no time: the latest, or any where one such would make it true."""
    if national:
        never = "never" in work.words
        return AnyTime(kind=ElectionKind.GENERAL) if never else Latest(kind=ElectionKind.GENERAL)
    beaten = _after_last_win(work)
    if beaten is not None:
        return beaten
    if not work.timed:
        outcome = any(e.type in {"outcome", "stood", "won", "place"} for e in expect)
        exact = any(
            isinstance(e, ExpectedNumber)
            and e.condition.operator is Operator.EQUAL
            and e.condition.measure is not Measure.DEPOSIT
            and not e.about
            for e in expect
        )
        if outcome and work.people and not work.seats:
            return AnyTime()
        changed = any(isinstance(e, ExpectedOutcome) and e.outcome != "hold" for e in expect)
        if work.seats and (work.parties or work.people) and "never" in work.words:
            return AnyTime(kind=work.kind)
        if changed and work.seats and not work.people and work.inherited.when is None:
            return Between(since=date(DETAILED_SINCE, 1, 1), kind=work.kind)
        margin = any(isinstance(e, ExpectedNumber) and e.condition.measure is Measure.MAJORITY for e in expect)
        won = margin and all(e.type in {"won", "number", "outcome"} for e in expect) and bool(work.seats)
        if exact and (won or not outcome) and work.inherited.when is None:
            return AnyTime(kind=work.kind)
    return Latest(kind=work.kind)


def _ever_another(work: Work) -> Query | None:
    """ "has orkney ever been anything but lib dem": whether any other party won it."""
    if work.has("not", "always"):
        return None
    work.take("ever", "all_time", "win", "hold", "mp", "seats", "check", "changed_hands", "get")
    work.use_times(Word)
    return History(where=work.ages(), ask="ever-other")


def _after_last_win(work: Work) -> When | None:
    """ "did portillo lose enfield southgate by 2,000": where only wins are held by name, the contest after these."""
    if work.timed or not work.has("lose") or not work.slots.numbers or len(work.people) != 1 or len(work.seats) != 1:
        return None
    cards = work.catalogue.cards(work.people[0].values)
    days = [stand.date for card in cards for stand in card.stands if stand.seat in work.seats[0].values]
    last = max(days, default=None)
    if last is None or last.year >= _NAMED_SINCE:
        return None
    polls = [poll for seat in work.seats[0].values for poll in work.catalogue.polls(seat) if poll[0] > last]
    return InYears(years=(min(polls)[0].year,), kind=min(polls)[1]) if polls else None


def _ever(work: Work) -> Query | None:
    """ "has stoke central ever been tory", "has clacton always been reform"."""
    if not (work.seats or work.inherited.seats) or not work.parties or work.people:
        return None
    if work.has("lose") and not work.has("win", "hold", "take"):
        return None
    throughout = (work.has("check") or work.opens_as("openers")) and work.says("each_time")
    another = work.has("except") and work.has("check", "ever", "changed_hands", "mp", "hold", "win", "aux")
    if not work.has("ever", "all_time", "always") and not throughout and not another:
        return None
    if work.take("except"):
        return _ever_another(work)
    ask = "always-won" if work.has("always") or throughout else "ever-won"
    work.take("history", "listing", "times_count", "chose")
    work.take("ever", "all_time", "always", "win", "hold", "take", "mp", "seats", "check", "lose", "changed_hands")
    work.use_times(Word)
    return of_both(work, History(where=work.ages(), ask=ask))
