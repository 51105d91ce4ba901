"""Conditions that narrow many contests: who won, lost, came second, from whom, over or under a number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.frames.genders import gender_of
from bot.reading.frames.measures import their_votes
from bot.reading.frames.of_the_seats import either_way
from bot.reading.frames.three_way import first_three, use_of_three
from bot.reading.frames.whose import asked_apart, before_where, behind_verb, said_before
from bot.reading.numbers import Number
from bot.reading.scan import Token
from bot.reading.slots import Slot
from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.query import BEATEN, LAST_PLACE, Condition, Measure, Operator, Outcome

FRACTIONS = frozenset({"percent", "points"})
"""Units of numbers that are held as fractions of one."""
FEW = 2000
"""Votes that nobody wins with: so few can only be a majority."""
_IN_PERCENT = frozenset({Measure.TURNOUT, Measure.SHARE})
"""Measures that a bare number up to 100 can only be the per cent of."""


def conditions(work: Work) -> dict[str, object]:
    """Fields of a ``Selection`` that the question sets besides place and time; marks what says so."""
    found = {**_outcome(work), **_position(work), **_over(work)}
    number = limit_on(work)
    beaten = work.says("beaten") and not is_nearly_lost(work) and work.take("lose", "candidates", "loser")
    if beaten or _unsuccessful(work):
        number = (*number, BEATEN)
    work.take("three_way")
    if number:
        found["conditions"] = number
    return found | gender_of(work)


def conditions_of(extra: dict[str, object]) -> tuple[Condition, ...]:
    """The conditions on a figure among the fields of a selection."""
    found = extra.get("conditions")
    return found if isinstance(found, tuple) else ()


def is_nearly_lost(work: Work) -> bool:
    """ "where did labour come closest to losing": said of seats that it won."""
    if not work.has("closest") or not work.has("lose"):
        return False
    text = " ".join(token.text for token in work.cover.tokens)
    return any(phrase in text for phrase in work.group("nearly_lost"))


def _unsuccessful(work: Work) -> bool:
    """ "most votes without winning"; marks what says so."""
    wins = set(work.hits.get("win", ()))
    for at in work.hits.get("not", ()):
        if at + 1 in wins and work.text(at) in work.group("lacking"):
            work.used.update((at, at + 1))
            return True
    return False


def _outcome(work: Work) -> dict[str, object]:
    """Who took, kept or lost: the first step that knows answers."""
    for step in (either_way, _handed, _changed, _lost, _gained, _kept, _gains):
        found = step(work)
        if found:
            return found
    return {}


def is_handed(work: Work) -> bool:
    """ "con to ld seats": one party right behind another, with no more than a "to" between them."""
    listed = work.has("seats", "take", "listing", "which", "where", "how_many")
    return listed and is_from_one_to_other(work) and not work.has("swing", "votes", "share", "majority")


def is_from_one_to_other(work: Work) -> bool:
    """ "con to ld": of seats, votes or a swing that went from the one to the other, and of neither's total."""
    if len(work.parties) != 2:
        return False
    first, last = (work.cover.spans[slot.span] for slot in work.parties)
    return [token.text for token in work.cover.tokens[first.end : last.start]] == ["to"]


def _handed(work: Work) -> dict[str, object]:
    """Whose the seats were, and whose they became, by no verb: "con to ld seats", "tory to labour gains"."""
    if not is_handed(work) or work.has("lose", "changed_hands", "hold", "compare", "closest"):
        return {}
    first, last = work.parties
    work.take("take", "seats", "win")
    work.used.update(range(first.span + 1, last.span))
    return {"outcome": Outcome.GAIN, "lost_by": work.use([first]), "winner": work.use([last])}


def _changed(work: Work) -> dict[str, object]:
    """ "seats that changed hands", "seats that went from labour to the tories"."""
    if not work.has("changed_hands"):
        return {}
    passed = _passed(work)
    if not passed and len(work.parties) == 1 and work.has("how_many") and _only_went(work):
        work.take("changed_hands")
        return {"winner": work.use(work.parties)}
    work.take("changed_hands")
    return {"outcome": Outcome.GAIN, **passed}


def _only_went(work: Work) -> bool:
    """ "how many of the seats went labour": whom they elected, whether or not they had before."""
    return all(work.text(at) in work.group("went_to_party") for at in work.hits["changed_hands"])


def _passed(work: Work) -> dict[str, object]:
    """Whose the seats were, and whose they became: by "from" and "to", or the verb between ("snp seats went tory")."""
    giver, winner = party_after(work, "changed_from"), party_after(work, "gone_to")
    if len(work.parties) == 2:
        first, last = work.parties
        if giver or winner or first.span < work.first("changed_hands") < last.span:
            giver = giver or (first if winner is not first else last)
            winner = winner or (last if giver is not last else first)
            work.take("take", "win", "lose")
    sides = {"lost_by": giver, "winner": winner}
    return {field: work.use([slot]) for field, slot in sides.items() if slot is not None}


def _lost(work: Work) -> dict[str, object]:
    """ "seats labour lost", "seats labour lost to reform", "seats lost to reform"."""
    if not work.has("lose") or work.has("deposit") or not work.parties or is_nearly_lost(work):
        return {}
    work.take("lose")
    winner = party_after(work, "gone_to")
    losers = [slot for slot in work.parties if slot is not winner]
    found: dict[str, object] = {"outcome": Outcome.GAIN}
    if losers:
        found["lost_by"] = either(work, losers)
    return found | ({"winner": work.use([winner])} if winner else {})


def _gained(work: Work) -> dict[str, object]:
    """ "seats gained by labour", "seats reform took from the tories", "... got off the tories"."""
    gained = work.words & work.group("gained_lists")
    giver = party_after(work, "from") or behind_verb(work)
    got_off = party_after(work, "changed_from") is not None and work.has("win", "get", "take")
    if not (gained or got_off) or not work.parties or not (giver or gained - work.group("taken_from")):
        return {}
    work.take("take", "win")
    _not_kept(work)
    found: dict[str, object] = {"outcome": Outcome.GAIN}
    if giver:
        found["lost_by"] = work.use([giver])
    winners = [slot for slot in work.parties if slot is not giver]
    if winners:
        found["winner"] = either(work, winners)
    return found


def _not_kept(work: Work) -> None:
    """ "gains (not the holds)": what is left out is no gain anyway."""
    spans = work.cover.spans
    for cue in ("not", "except"):
        for at in work.hits.get(cue, ()):
            behind = next((i for i in range(at + 1, len(spans)) if not spans[i].filler), at)
            if "hold" in spans[behind].cues and work.text(behind) in work.group("holds"):
                work.used.update((at, behind))


def either(work: Work, slots: Sequence[Slot]) -> tuple[str, ...]:
    """The parties of which any one will do, marked: such as "and" or "or" joins; else none, which nothing explains."""
    between = [
        {token.text for span in work.cover.spans[one.span + 1 : other.span] for token in _words(work, span)}
        for one, other in pairwise(slots)
    ]
    joints = work.group("joints")
    joined = not between or (
        all(words <= joints for words in between) and bool(between[-1] & work.group("alternatives"))
    )
    apart = "between" in work.words and len(slots) > 1
    return work.use(slots) if joined and not apart else ()


def _words(work: Work, span: Span) -> Sequence[Token]:
    """The tokens of a span."""
    return work.cover.tokens[span.start : span.end]


def _kept(work: Work) -> dict[str, object]:
    """ "seats labour held", "labour holds"."""
    if not work.parties and work.has("party_of"):
        # "which parties hold seats in ..." asks for all they have
        return {}
    if not work.has("hold") or not work.says("keeping" if work.parties else "holds"):
        return {}
    if work.parties and work.after_general() and "hold" in work.words:
        # "how many seats did the snp hold after 2015": all it had then
        return {}
    if work.parties and not work.years and "hold" in work.words and work.says("holding_now"):
        # "how many seats do labour hold": all they have
        return {}
    work.take("hold")
    return {"outcome": Outcome.HOLD, **({"winner": either(work, work.parties)} if work.parties else {})}


def _gains(work: Work) -> dict[str, object]:
    """ "all the gains"."""
    return {"outcome": Outcome.GAIN} if work.has("take") and work.says("gains") and work.take("take") else {}


def _position(work: Work) -> dict[str, object]:
    """Who came second, last or at another place, and behind whom."""
    if work.has("runner_up"):
        place: int | None = 2
    elif not (heads_numbers(work) or is_bottom(work)) and work.take("last_place"):
        return {"place": LAST_PLACE, "parties": work.use(work.parties)}
    else:
        placed = work.has("seats") and work.has("how_many", "which", "where", "listing")
        # "where were the greens 2nd", "ukip 3rd where": no more than a place is asked for
        placed = placed or (work.has("where", "listing") and not work.has("win", "lose", "take", "hold"))
        verbless = placed and work.parties
        plain = verbless and not work.has("highest", "lowest", "closest", "safest")
        place = work.ordinal() if work.has("finish") or plain else None
    if not place or asked_apart(work):
        return {}
    work.take("runner_up", "finish")
    ahead = (party_after(work, "behind") if place == 2 else None) or before_where(work)
    found: dict[str, object] = {"place": place}
    if ahead:
        work.take("behind")
        found["winner"] = work.use([ahead])
    others = [slot for slot in work.parties if slot is not ahead]
    parties = work.use(others) or (() if ahead else work.inherited.parties)
    return found | ({"parties": parties} if parties else {})


def is_bottom(work: Work) -> bool:
    """ "wooden spoon for turnout", "bottom of the turnout table": the lowest of all, and nobody's last place."""
    ranked = work.has("turnout", "electorate") and not (work.parties or work.people or work.seats)
    return ranked and work.has("last_place")


def heads_numbers(work: Work) -> bool:
    """ "the bottom five": the last of a list, not of one contest."""
    numbers = {at for at, number in work.slots.numbers if number.unit == ""}
    return any(at + 1 in numbers for at in work.hits.get("last_place", ()))


def _over(work: Work) -> dict[str, object]:
    """ "labour majorities over reform": who came second."""
    if not work.has("majority", "win", "closest", "safest") or work.free_numbers():
        return {}
    beaten = party_after(work, "over_whom")
    if beaten is None:
        return {}
    work.take("over", "versus")
    return {"runner_up": work.use([beaten])}


def party_after(work: Work, leads: str) -> Slot | None:
    """The party that a word such as "from" or "to" stands right before (articles between do not count)."""
    if len(work.parties) < (2 if leads == "behind" else 1):
        return None
    for slot in work.parties:
        before = said_before(work, slot)
        if before and before[-1] in work.group(leads) and (before[-1] != "of" or _taken_before(work, before)):
            return slot
        span = work.cover.spans[slot.span]
        if leads == "from" and "expense" in {token.text for token in work.cover.tokens[span.end : span.end + 1]}:
            return slot
    return None


def _taken_before(work: Work, before: Sequence[str]) -> bool:
    """Whether an "of" follows on from taking: "took of labour", but not "a list of labour gains"."""
    return not work.group("gained_lists").isdisjoint(before) or "lost" in before or "expense" in before


def limit_on(work: Work) -> tuple[Condition, ...]:
    """ "majority below 100", "over 50%", "under 5 points", "a four figure majority"."""
    three = first_three(work)
    free = [found for found in work.free_numbers() if found[0] not in three]
    if not free or not (compares(work) or free[0][1].unit == "digits"):
        return ()
    at, held = free[0]
    if candidates_counted(work):
        work.used.update({at - 1} & set(work.hits.get("only", ())))
    work.used.add(at)
    compared = operator(work)
    work.take("over", "under", "exactly")
    if work.has("than"):
        work.take("better", "worse", "than", "did_how", "do_worst", "do_best")
    measure = measure_of(work, fraction=held.unit in FRACTIONS)
    measure = _of_the_lead(work, measure, at)
    if held.unit == "digits":
        return tuple(Condition(measure=measure, operator=op, value=value) for op, value in of_digits(held, compared))
    return (Condition(measure=measure, operator=compared, value=as_held(held, measure)),)


def of_digits(held: Number, compared: Operator) -> tuple[tuple[Operator, float], ...]:
    """Between which numbers those of so many figures lie: "four figures" are 1,000 to 9,999."""
    least, beyond = 10 ** (held.value - 1), 10**held.value
    if compared in {Operator.LESS, Operator.AT_MOST}:
        return ((Operator.LESS, least),)
    if compared is Operator.MORE:
        return ((Operator.AT_LEAST, beyond),)
    return ((Operator.AT_LEAST, least), (Operator.LESS, beyond))


def _of_the_lead(work: Work, measure: Measure, at: int) -> Measure:
    """ "won by under 1%", "came within 20 votes": what lies between the first two, not what somebody got."""
    led = work.has("win", "lose", "hold", "take", "ahead") and by_number(work, at)
    few = not (work.parties or work.people or work.has("candidates", "stand"))
    few = few and any(place == at and 1 < number.value < FEW for place, number in work.slots.numbers)
    if measure is Measure.VOTES and (led or few):
        return Measure.MAJORITY
    return Measure.MAJORITY_SHARE if measure is Measure.SHARE and led else measure


def as_held(held: Number, measure: Measure | None = None) -> float:
    """A number as figures are held: fractions of one; a turnout of "under 30" is in per cent."""
    bare = measure in _IN_PERCENT and not held.unit and 1 < held.value <= 100
    return held.value / 100 if held.unit in FRACTIONS or bare else held.value


def operator(work: Work) -> Operator:
    """How the number compares."""
    phrases = {work.text(at) for cue in ("over", "under") for at in work.hits.get(cue, ())}
    if work.has("under"):
        return Operator.LESS if phrases.isdisjoint(work.group("at_most")) else Operator.AT_MOST
    if work.has("over"):
        return Operator.MORE if phrases.isdisjoint(work.group("at_least")) else Operator.AT_LEAST
    if work.has("worse", "do_worst"):
        return Operator.LESS
    return Operator.MORE if work.has("better", "do_best") else Operator.EQUAL


def compares(work: Work) -> bool:
    """Whether the number is a limit: "over 50", "worse than 202 seats"."""
    if work.has("over", "under", "exactly") or candidates_counted(work):
        return True
    return work.has("than") and work.has("better", "worse", "do_best", "do_worst")


def candidates_counted(work: Work) -> bool:
    """ "which seats had 13 candidates": a number of candidates that single seats had, of no party."""
    free = work.free_numbers()
    if len(free) != 1 or free[0][1].unit or work.parties or work.has("women", "men"):
        return False
    at = free[0][0]
    counted = at + 1 in work.hits.get("candidates", ())
    seats = work.has("seats") or work.says("single_seats")
    led = at - 1 if at - 1 not in work.hits.get("only", ()) else at - 2
    held = led >= 0 and work.text(led) == "with"
    return counted and seats and (held or work.has("get", "stand", "listing", "which", "how_many", "aux"))


def measure_of(work: Work, *, fraction: bool) -> Measure:
    """What the number is a number of."""
    if theirs := their_votes(work, fraction=fraction):
        return theirs
    if work.take("turnout") or (fraction and _took_part(work)):
        return Measure.TURNOUT
    if fraction and use_of_three(work):
        return Measure.THIRD_MARGIN
    if fraction and work.take("swing"):
        return Measure.SWING
    if not fraction and work.take("electorate"):
        return Measure.ELECTORATE
    if not fraction and work.take("invalid_votes"):
        return Measure.INVALID_VOTES
    if work.take("majority") or work.take("closeness") or work.take("by_how_much"):
        return Measure.MAJORITY_SHARE if fraction else Measure.MAJORITY
    votes = min(work.first("votes"), work.first("share"))
    if not fraction and work.has("candidates") and not work.first("candidates") < votes < len(work.cover.spans):
        # but of "candidates with fewer than 100 votes" it is the votes that are counted
        work.take("candidates")
        return Measure.CANDIDATES
    if fraction:
        work.take("share", "votes", *(("chose",) if work.says("mere_voters") and not work.parties else ()))
        return Measure.SHARE
    return Measure.VOTES if work.take("votes") else Measure.MAJORITY


def _took_part(work: Work) -> bool:
    """ "fewer than half the electorate voted": of electors who voted for nobody named it is the turnout; marks it."""
    voted = work.has("took_part") or work.says("voting_verbs")
    if not voted or not work.has("electorate") or work.parties or work.people or work.has("invalid_votes"):
        return False
    work.take("electorate", "took_part", "chose", "votes")
    return True


def by_number(work: Work, at: int) -> bool:
    """Whether "by" leads to the number: "won by 2,147 votes", but not "won a by-election with 70%"."""
    start = work.cover.spans[at].start
    texts = [token.text for token in work.cover.tokens[max(0, start - 4) : start + 1]]
    return any(text == "by" and not texts[i + 1].startswith("election") for i, text in enumerate(texts[:-1]))
