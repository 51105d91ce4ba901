"""Lists and counts of contests: by-elections of a year, seats that a party won, gained or came second in."""

from __future__ import annotations

from bot.reading.frames.conditions import (
    candidates_counted,
    conditions,
    conditions_of,
    either,
    is_handed,
    operator,
    party_after,
)
from bot.reading.frames.genders import asks_their_names, won_by_them
from bot.reading.frames.national import general
from bot.reading.frames.of_the_seats import went_to
from bot.reading.frames.opposed import is_against_a_party
from bot.reading.frames.presumed import presumed
from bot.reading.frames.rank_directions import is_nearly
from bot.reading.frames.vacancies import causes
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Count,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    Query,
    Selection,
)

_OF_WINNERS = frozenset({Measure.SHARE, Measure.VOTES})
"""Measures that every candidate has: of seats won, the winner's is meant."""
_OF_CONTESTS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.TURNOUT, Measure.VALID_VOTES})
_COUNTABLE = frozenset({"seats", "take", "lose", "hold", "mp", "women", "men"})
"""Cues of what a list is asked for a number of."""
_COUNTING = ("how_many", "times_count")
_PLAIN = (
    "listing", "which", "what", "where", "seats", "win", "mp", "get", "take", "who", "total", "stand", "candidates",
    "votes", "finish", "result", "closeness", "majority", "all_time", "hold", "by_how_much",
    "survivor",
)  # fmt: skip
"""Cues that add nothing to a list of seats."""
_MAX_TOGETHER = 20
"""By-elections of one day or year at most, as a number that is only mentioned."""


@needs("by-elections")
def by_elections(work: Work) -> Query | None:
    """By-elections of a time, area, party or seat: listed or counted."""
    if work.kind is not ElectionKind.BY_ELECTION or work.people or _is_of_one_by_election(work):
        return None
    if work.has("latest_by") and not work.says("by_election_plurals"):
        # "the last by-election before the 2019 election": one is asked for
        return None
    counted, whether = work.has(*_COUNTING), _asks_whether(work) and not work.has(*_COUNTING)
    limit = _limit(work)
    said = their_number(work)
    told = causes(work)
    work.take(*_COUNTING, "listing", "which", "who", "what", "where", "result", "total")
    if not (work.parties or work.has("check", "took_part")):
        work.take("whole")
    extra = conditions(work) | ({"causes": told} if told else {})
    if is_of_swing(extra):
        return None
    extra |= won_by_them(work, extra)
    if said is not None and not whether and work.says("seats_in_plural"):
        # "which seats have had two by-elections": how many each had is not looked up
        return None
    extra |= _of_the_winner(work, extra)
    parties = work.spare(work.parties)
    won = work.has("win", "take", "get")
    elected = won or not work.words.isdisjoint(work.group("members_elected"))
    if extra.get("gender") and elected and not work.has("stand", "candidates", "lose"):
        # "women who won by-elections": not those who stood
        extra.setdefault("place", 1)
    if parties and "winner" not in extra and "parties" not in extra:
        extra["winner" if won or not work.has("stand") else "parties"] = either(work, parties)
    work.take(
        "win",
        "take",
        "seats",
        "hold",
        "all_time",
        "ever",
        "stand",
        "get",
        "mp",
        "when",
        "last_time",
        "candidates",
        "votes",
        "ahead",
    )
    where = work.selection(default=AnyTime(kind=ElectionKind.BY_ELECTION), with_parties=False, **extra)
    own = where.parties or where.place not in (None, 1) or (where.gender and _heads(work))
    of = Of.CANDIDACIES if own else Of.CONTESTS
    if of is Of.CONTESTS:
        where = _by_its_winner(where)
    if whether:
        work.take("check", "hold", "get")
        compared = operator(work) if said is not None else None
        work.take(*(("over", "under", "exactly", "only") if said is not None else ()))
        return Count(where=where, of=of, whether=True, said=said, compared=compared)
    # of those a party won the number said need not be
    expected = int(said) if said and not (limit or extra or parties) else None
    return Count(where=where, of=of) if counted else Listing(where=where, of=of, limit=limit, expected=expected)


def _of_the_winner(work: Work, extra: dict[str, object]) -> dict[str, object]:
    """ "won with under 30% of the vote": the winner's, not anybody's."""
    winning = work.has("win", "hold", "take", "mp") or "won" in work.words
    measured = any(c.measure in _OF_WINNERS for c in conditions_of(extra))
    return {"place": 1} if winning and measured and "place" not in extra else {}


def _by_its_winner(where: Selection) -> Selection:
    """A share or votes of whole contests are the winner's: every contest has somebody with fewer."""
    measured = any(c.measure in _OF_WINNERS for c in where.conditions)
    return where.model_copy(update={"place": 1}) if measured and where.place is None else where


def _is_of_one_by_election(work: Work) -> bool:
    """Whether a single by-election, the first of a ranking or a figure is asked for rather than several."""
    if work.has("highest", "lowest", "closest", "average", "why"):
        return True
    if work.has("turnout") and not (work.has("over", "under") and work.free_numbers()):
        return True
    counted = work.has(*_COUNTING)
    plural = work.says("by_election_plurals") or (work.says("win_nouns") and not work.seats)
    # "seats that had a by-election in 2022"
    held = work.says("seats_in_plural") and not (work.seats and (work.parties or work.has("win", "lose", "take")))
    # "everyone who won a by-election for the sdp", "who has won a by-election for the greens"
    each = work.has("who") and work.has("win") and bool(work.parties) and work.says("all_who", "has_or_have")
    # "any by-election ever won by under 100 votes"
    several = counted or plural or held or each or _asks_whether(work) or work.opens_with("any")
    if not work.seats:
        # "who won last year's by-election": each of that year's
        of_year = work.has("who") and work.has("win") and work.has("last_year", "this_year")
        return not (several or of_year or work.has("listing", "which", "when", "last_time"))
    if not several or (counted and not plural and not work.has("times_count")):
        return True
    return work.words >= work.group("same_days") or (not work.parties and work.has("win", "lose", "take"))


def _asks_whether(work: Work) -> bool:
    """ "was there a by-election in wales in 2019": yes or no, and which."""
    if work.has("who", "which", "what", "where", "when", "listing", "why", "cause", "mp", "majority", "turnout", "not"):
        return False
    if work.seats and (
        work.parties or work.free_numbers() or work.has("win", "lose", "take", "hold", "candidates", "stand", "finish")
    ):
        return False
    if work.opens_with("is", "are", "do", "does") and all(isinstance(time, KindOf) for _, time in work.slots.times):
        # one that is to come
        return False
    return work.opens_as("verb_openers") or work.opens_with("were", "had") or _ever_behind(work)


def _ever_behind(work: Work) -> bool:
    """ "ukip ever won a by-election?": "ever" right behind the party that is named first."""
    spans = [at for at, span in enumerate(work.cover.spans) if not span.unknown]
    return bool(work.parties) and [work.parties[0].span, work.first("ever")] == spans[:2]


def their_number(work: Work) -> float | None:
    """ "the three by-elections": how many there were is mentioned, or asked of; marks it."""
    said = None
    for at, number in work.slots.numbers:
        following = work.cover.spans[at + 1] if at + 1 < len(work.cover.spans) else None
        named = following is not None and (
            "by_election" in following.cues
            or work.text(at + 1) in work.group("contest_nouns")
            or ("win" in following.cues and work.text(at + 1) in work.group("win_nouns"))
        )
        if named and number.unit == "" and number.value <= _MAX_TOGETHER:
            work.used.add(at)
            said = number.value
    return said


@needs("no seat named")
@needs(
    *_COUNTING, "a number", "only", "survivor", "listing", "which", "where", "what", "three_way", "runner_up",
    "last_place", "finish", "changed_hands", "take", "seats", "women", "men", groups=("outcome_nouns",),
)  # fmt: skip
def seats(work: Work) -> Query | None:
    """Seats that fit conditions, at a general election: listed or counted."""
    elsewhere = work.seats or work.people or work.kind is ElectionKind.BY_ELECTION
    # "which seat is that bit of wales in", behind a seat: the one spoken of is no list of a country's
    elsewhere = elsewhere or bool(work.inherited.seats and work.areas)
    if work.has("hold", "win") and work.has("lose") and (len(work.years) > 1 or "or" in work.words):
        # "seats labour held in 2019 but lost in 2024": what was so at one time and is not at the other
        return None
    if elsewhere or _is_left_with_how_many(work) or _of_totals(work) or _is_of_totals(work) or is_against_a_party(work):
        return None
    counted = work.has(*_COUNTING)
    expected = None if counted or candidates_counted(work) else presumed(work)
    if expected is not None and (work.has("closest") or is_nearly(work)):
        # "the three seats they came closest in": of a ranking
        return None
    named = expected is not None or _survivors(work) or _asks_which(work)
    limit = _limit(work)
    if not (counted or named or limit):
        return None
    extra = conditions(work)
    extra |= _whose(work, extra)
    if _tells_too_little(work, extra) or (not extra and not work.areas) or (counted and _is_total(work, extra)):
        return None
    extra |= won_by_them(work, extra)
    extra |= _of_the_winner(work, extra)
    work.take(*_COUNTING, *_PLAIN, *(("ahead",) if conditions_of(extra) else ()))
    if 1 in (expected, limit):
        # of the one seat the majority is told
        work.used.update(at for at in work.hits.get("how_much", ()) if work.text(at) in work.group("how_big"))
    if "every" in work.words and not work.opens_as("ordering"):
        return None
    after = work.after_general()
    if after:
        extra["when"] = after
    selected = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **extra)
    where = selected if of_every_contest(work, extra) else _by_month(work, selected)
    theirs = _of_candidates(work, extra)
    own = theirs or where.parties or (where.place not in (None, 1)) or where.gender
    of = Of.CANDIDACIES if own else Of.CONTESTS
    if of is Of.CONTESTS:
        where = _by_its_winner(where)
    return Count(where=where, of=of) if counted else Listing(where=where, of=of, limit=limit, expected=expected)


def _is_left_with_how_many(work: Work) -> bool:
    """ "how many were they left with": a total; but "the 8 seats they were left with" are a list."""
    if not work.has("left_with"):
        return False
    listed = work.has("listing", "which", "where") or (work.has("what", "who") and not work.has("how_many"))
    return not (listed and work.has("seats", "mp") and work.parties and work.take("left_with"))


def _heads(work: Work) -> bool:
    """Whether women or men are asked for, and not by-elections: "how many women stood in by-elections"."""
    whom = min((at for cue in ("women", "men") for at in work.hits.get(cue, ())), default=len(work.cover.spans))
    polled = (at for at, time in work.slots.times if isinstance(time, KindOf))
    return whom < min(polled, default=len(work.cover.spans))


def of_every_contest(work: Work, extra: dict[str, object]) -> bool:
    """ "any seat ever won by less than 10 votes": at by-elections too, of which the same is held."""
    measured = {condition.measure for condition in conditions_of(extra)}
    plain = not (work.parties or work.kind or work.years) and extra.keys() == {"conditions"}
    return plain and work.has("ever", "all_time") and _OF_CONTESTS.issuperset(measured)


def is_of_swing(extra: dict[str, object]) -> bool:
    """Whether contests are told by how far it swung there: which way is part of that, and not asked for."""
    return any(condition.measure is Measure.SWING for condition in conditions_of(extra))


def _whose(work: Work, extra: dict[str, object]) -> dict[str, object]:
    """The parties that won, or whose candidates are asked for."""
    parties = work.spare(work.parties)
    if not parties or extra.keys() & {"winner", "parties", "lost_by"}:
        return {}
    stood = work.has("stand") and not work.has("win", "mp", "take", "hold", "get")
    # labour candidates who got under 20% are asked for by what they got, not by who won
    stood = stood or (_of_candidates(work, extra) and not work.has("win", "mp", "hold"))
    return {"parties": work.use(parties)} if stood else {"winner": either(work, parties)}


def _of_candidates(work: Work, extra: dict[str, object]) -> bool:
    """Whether candidates are asked for by what they got."""
    if not any(c.measure in _OF_WINNERS for c in conditions_of(extra)):
        return False
    # tories who got under 10% are candidates too, and "seats where ukip got over 30%" need not have gone to it
    reached = any(work.text(at).split()[0] in work.group("reaching") for at in work.hits.get("over", ()))
    return work.has("candidates") or ((work.has("get") or reached) and bool(work.parties) and not work.has("win"))


def _is_of_totals(work: Work) -> bool:
    """Whether one of many is asked for, or which parties there are: no list of seats."""
    if work.has("highest", "lowest", "closest", "average", "share") and not work.has("over", "under"):
        return True
    return work.has("party_of") and not work.parties and work.has("hold", "win") and not work.slots.numbers


def _tells_too_little(work: Work, extra: dict[str, object]) -> bool:
    """ "votes, and mps to show for it": the list would leave the votes out; candidates are no seats."""
    if is_of_swing(extra):
        return True
    if work.has("votes", "share") and not extra.keys() & {"conditions", "outcome", "place"}:
        return True
    return not extra and work.has("candidates", "stand")


def _by_month(work: Work, where: Selection) -> Selection:
    """The general elections of the time; in a month that had none, its by-elections."""
    when = where.when
    if isinstance(when, InYears) and when.month and when.kind is None:
        months = {(day.year, day.month) for day in work.calendar.generals}
        if months.isdisjoint((year, when.month) for year in when.years):
            by_elections = when.model_copy(update={"kind": ElectionKind.BY_ELECTION})
            return where.model_copy(update={"when": by_elections})
    return general(where)


def _asks_which(work: Work) -> bool:
    """Whether the seats themselves are asked for, rather than what each party got."""
    if work.has("by_party"):
        return False
    if work.has("listing", "which", "where", "three_way") or work.says("outcome_nouns"):
        return True
    if is_handed(work) or asks_their_names(work):
        return True
    ordinals = any(number.unit == "ordinal" for _, number in work.slots.numbers)
    placed = bool(work.parties) and (work.has("runner_up", "last_place") or (work.has("finish") and ordinals))
    narrowed = (
        (placed and not work.has("how_many"))
        or work.has("changed_hands")
        or (work.has("over", "under") and bool(work.slots.numbers))
    )
    if work.says("ranked_plurals") and any(number.unit == "digits" for _, number in work.slots.numbers):
        # "three-figure majorities"
        return True
    gained = work.has("what") and work.says("gain_verbs") and bool(work.parties)
    if gained and not work.has("seats", "votes", "share", "how_many"):
        return True
    if party_after(work, "from") and work.has("take") and len(work.parties) == 2 and not work.has("how_many", "share"):
        return True
    if work.has("candidates") and work.has("votes", "share") and narrowed and not work.has("how_many"):
        # "candidates with fewer than 50 votes"
        return not work.asks_whether
    counted = bool(work.free_numbers()) and candidates_counted(work)
    return work.has("seats") and (narrowed or counted or (work.has("lose", "take") and bool(work.parties)))


def _is_total(work: Work, extra: dict[str, object]) -> bool:
    """Whether a count is a party's or the women's total, which is given with more than a number."""
    return extra.keys() == {"winner"} or (
        "gender" in extra and extra.keys() <= {"gender", "winner"} and not work.has("candidates", "stand")
    )


def _survivors(work: Work) -> bool:
    """ "their survivors"; bare "seats left?" asks how many."""
    counted = all(work.text(at).split()[0] == "seats" for at in work.hits.get("survivor", ()))
    return work.has("survivor") and not (counted and not work.has("which", "listing", "who", "what", "where"))


def _of_totals(work: Work) -> bool:
    """ "how many went labour", "how many candidates stood across the uk": a total, and of no seats by name."""
    if not work.has(*_COUNTING):
        return False
    if went_to(work):
        return True
    national = any(slot.values[0] == "united-kingdom" for slot in work.areas)
    return national and work.has("candidates", "stand") and not work.has("seats", "win", "mp", "over", "under")


def _limit(work: Work) -> int | None:
    """ "six seats", "name three labour gains"."""
    spans = work.cover.spans
    for at, number in work.slots.numbers:
        following = next((span for span in spans[at + 1 :] if not span.party), None)
        leads = following is not None and not _COUNTABLE.isdisjoint(following.cues)
        if at and spans[at - 1].party:
            # "labour 15 seats" claims a number, or names a year
            continue
        if number.unit == "" and number.value <= 50 and leads and at not in work.used and not work.has("over", "under"):
            work.used.add(at)
            return int(number.value)
    return None
