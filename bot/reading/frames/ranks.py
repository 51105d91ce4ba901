"""Superlatives and averages over many contests."""

from __future__ import annotations

from itertools import pairwise

from bot.reading.frames.conditions import conditions, conditions_of, either, heads_numbers, is_bottom, party_after
from bot.reading.frames.genders import says_won, won_by_them
from bot.reading.frames.measures import CONTEST_CUES
from bot.reading.frames.national import general
from bot.reading.frames.rank_directions import Direction, direction_of, is_nearly, ranked_measures
from bot.reading.frames.when_last import asks_when_last
from bot.reading.framing import needs
from bot.reading.scan import TokenKind
from bot.reading.slots import Slot
from bot.reading.time_kinds import KindOf, Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Aggregate,
    AnyTime,
    Condition,
    InYears,
    Latest,
    Measure,
    Of,
    Operator,
    Query,
    Rank,
    Selection,
    When,
)

_MOST, _SEVERAL, _MANY = 50, 5, 20
"""Rows that a ranking gives at most, and where several, or all in order, are asked for without a number."""
_SUPERLATIVES = ("highest", "lowest", "closest", "safest", "do_best", "do_worst", "surpassing")
_PLAIN = (
    "listing", "win", "who", "which", "what", "where", "seats", "candidates", "result", "get", "total", "history",
    "finish", "all_time", "ever", "hold", "mp", "when", "take", "stand", "did_how", "by_how_much", "lose", "career",
)  # fmt: skip
"""Cues that add nothing to a ranking."""
_RANKED = (
    "majority", "votes", "share", "turnout", "swing", "change", "electorate", "closest", "safest", "closeness",
    "valid_votes", "candidates", "up", "down", "by_election",
)  # fmt: skip
"""Cues of what seats that were gained or lost may be ranked by."""
_MOVED = frozenset({Measure.CHANGE, Measure.TURNOUT_CHANGE, Measure.VOTE_CHANGE, Measure.SWING})
"""Measures of how far something moved since the general election before."""
_WON = frozenset({"seats", "win", "mp", "take", "hold"})
"""Cues of what a number of seats is a number of."""
_CONTEST = frozenset(measure for _, measure in CONTEST_CUES) | {
    Measure.CANDIDATES,
    Measure.MAJORITY_SHARE,
    Measure.THIRD_MARGIN,
    Measure.TURNOUT_CHANGE,
}


@needs(*_SUPERLATIVES, "runner_up", "declared_first", "declared_last", "last_place", groups=("ordering_verbs",))
def rank(work: Work) -> Query | None:
    """The highest or lowest of many contests or candidacies."""
    declared = not (work.seats or work.people) and work.has("declared_first", "declared_last")
    return ranking(work) if declared or not is_yes_no(work) else None


def ranking(work: Work) -> Query | None:
    """The same, whether it is asked for or said of one."""
    if not work.seats and not work.people and work.has("declared_first", "declared_last"):
        return _declared(work)
    after = _after_seat(work)
    if _is_out_of_reach(work):
        return None
    if (work.seats and after is None) or not _is_superlative(work):
        return None
    people = bool(work.people)
    direction = direction_of(work)
    if direction is None:
        return None
    whole = _of_how_many(work) if direction.measure in _CONTEST else []
    work.used.update(whole)
    limit, nth = limit_of(work)
    if whole and all(at in whole or time for at, time in _numbers(work)):
        limit = 1
    if after is not None:
        if nth not in (None, 2) or limit != 1:
            return None
        nth = None
    earlier = compared_with(work) if direction.measure in _MOVED else None
    if earlier is None and _is_of_longer(work, direction):
        return None
    _use_plain(work, direction)
    _use_its_size(work, direction)
    extra = _narrowed(work, direction)
    of = Of.CONTESTS if direction.measure in _CONTEST and not people else Of.CANDIDACIES
    if of is Of.CONTESTS and not work.parties and extra.get("place"):
        # "runner-up for biggest majority": no contest has a place
        return None
    extra |= won_by_them(work, extra, direction.measure)
    where = _where(work, of, extra)
    where = where.model_copy(update=({"seats": ()} if after else {}) | ({"when": earlier} if earlier else {}))
    return Rank(
        where=where, of=of, measure=direction.measure, highest=direction.highest, limit=limit, nth=nth, after=after
    )


def _use_plain(work: Work, direction: Direction) -> None:
    """Mark what only says that something is ranked."""
    work.take(*_SUPERLATIVES, *_PLAIN, *(("last_place",) if heads_numbers(work) or is_bottom(work) else ()))
    if direction.measure is Measure.MAJORITY:
        # "their squeaker, the narrowest seat they won"
        work.take("closeness")
    if work.has("surpassing"):
        work.take("better", "worse", "than")
    _use_its_number(work)


def _of_how_many(work: Work) -> list[int]:
    """ "the narrowest lib dem win of the 72 in 2024": the number of all, which the answer tells."""
    found = []
    for at, number in work.slots.numbers:
        start = work.cover.spans[at].start
        lead = [token.text for token in work.cover.tokens[max(0, start - 2) : start]]
        whole = lead[:1] == ["of"] and lead[1:] and lead[1] in work.group("presuming")
        behind = work.cover.spans[at + 1 :]
        dated = all(span.filler or span.time or span.party or not _WON.isdisjoint(span.cues) for span in behind)
        if whole and dated and number.unit == "" and work.parties and (start < 3 or not _is_out_of(work, start)):
            found.append(at)
    return found


def _numbers(work: Work) -> list[tuple[int, bool]]:
    """The numbers, and whether each is a year."""
    return [(at, work.cover.spans[at].time is not None) for at, _ in work.slots.numbers]


def _is_out_of(work: Work, start: int) -> bool:
    """ "the best of the last five", "3 of the 5": the few are what is ranked."""
    return work.cover.tokens[start - 3].kind is TokenKind.NUMBER


def _use_its_size(work: Work, direction: Direction) -> None:
    """ "safest tory seat, how big": the majority is told with it; marks what says so."""
    if direction.measure is Measure.MAJORITY:
        sizes = work.group("how_big") | {"how much"}
        work.used.update(at for at in work.hits.get("how_much", ()) if work.text(at) in sizes)


def _use_its_number(work: Work) -> None:
    """ "..., and how many were there?" at the end: the number that puts it there is told anyway; marks what says so."""
    asked = max(work.hits.get("how_many", (-1,)))
    if asked > max((at for cue in _SUPERLATIVES for at in work.hits.get(cue, ())), default=asked):
        behind = work.cover.spans[asked + 1 :]
        if all(span.filler or span.soft or span.cues == ("aux",) for span in behind):
            work.used.add(asked)


def _is_of_longer(work: Work, direction: Direction) -> bool:
    """Whether a change over more than two elections is asked for: it is held against the one before alone."""
    return direction.measure in _MOVED and bool(len(work.years) > 1 or work.ends())


def compared_with(work: Work) -> When | None:
    """ "in 2024 compared with 2019": the later of two general elections, one right after the other; marks the words."""
    years = [*work.years, *(() if work.years else work.ends())]
    generals = work.calendar.generals
    days = sorted(
        day for year in years for day in generals if day.year == year.year and year.month in (None, day.month)
    )
    if len(years) != 2 or len(days) != 2 or generals.index(days[1]) != generals.index(days[0]) + 1:
        return None
    work.take("compare", "versus", "than", "since")
    work.use_times()
    return InYears(years=(days[1].year,), month=max(years, key=lambda year: year.year).month, kind=ElectionKind.GENERAL)


def _is_out_of_reach(work: Work) -> bool:
    """Whether what is asked for is ranked neither of contests nor of candidacies."""
    if asks_when_last(work) and work.kind is not ElectionKind.BY_ELECTION:
        return True
    if work.says("moved_nouns") and work.has("take", "lose") and not work.has(*_RANKED):
        # "the biggest loss of seats": what a party won or lost is ranked of elections
        return True
    if work.has("swing") and len(work.parties) == 1 and _against(work):
        # a swing against a party may be to any other: only one between two named is worked out
        return True
    if work.has("turnout") and work.has("up", "down", "change"):
        # over many elections the turnout of the country is meant, unless seats are spoken of
        single = work.years or work.ends() or work.says("single_marks")
        return not single or bool(work.parties)
    if not work.has("closest"):
        return False
    # "the closest third place" is no third smallest majority
    third = work.has("finish") and any(number.unit == "ordinal" for _, number in work.slots.numbers)
    return third or (work.has("votes", "share") and _of_whole_elections(work))


def _against(work: Work) -> bool:
    """ "the biggest swing against labour", "... away from labour"."""
    start = work.start(work.parties[0])
    before = {token.text for token in work.cover.tokens[max(0, start - 2) : start]}
    return not before.isdisjoint(work.group("swung_from"))


def _of_whole_elections(work: Work) -> bool:
    """ "which general election had the closest popular vote": of the country, not of a seat in it."""
    return (
        work.kind is ElectionKind.GENERAL
        and work.has("which", "when")
        and not work.has("seats", "result")
        and not work.years
    )


def _is_superlative(work: Work) -> bool:
    """Whether one end of a ranking, or all of it in order, is asked for."""
    return work.has(*_SUPERLATIVES) or is_nearly(work) or _is_ordered(work) or heads_numbers(work) or is_bottom(work)


def _narrowed(work: Work, direction: Direction) -> dict[str, object]:
    """The conditions on what is ranked, and the time that the measure or "after" sets; marks what says so."""
    extra = conditions(work)
    if direction.measure is Measure.BEHIND:
        # of all who did not win, whatever "lost" or "gaining" says of the seat
        places = ((Operator.AT_LEAST, 2), (Operator.AT_MOST, 3))
        near = tuple(Condition(measure=Measure.POSITION, operator=each, value=place) for each, place in places)
        extra = {"parties": work.use(work.parties), "conditions": near}
    general_after = work.after_general() if work.kind is not ElectionKind.BY_ELECTION else None
    if general_after:
        extra["when"] = general_after
    if direction.measure is Measure.ELECTORATE and not work.timed and work.inherited.when is None:
        extra["when"] = Latest(kind=ElectionKind.GENERAL)
    if direction.measure is Measure.SWING and len(work.spare(work.parties)) == 2:
        extra["parties"] = _from_to(work)
    return extra


def _after_seat(work: Work) -> str | None:
    """The seat that "the next tightest after hendon" follows; marks it."""
    if len(work.seats) != 1 or len(work.seats[0].values) != 1 or not work.has(*_SUPERLATIVES):
        return None
    slot = work.seats[0]
    lead = next((at for at in range(slot.span - 1, -1, -1) if work.text(at) != "the"), None)
    if lead is None or work.text(lead).split()[-1] not in work.group("ranked_after"):
        return None
    if work.text(lead) not in work.group("ranked_after") and not (work.years and _is_following(work, lead)):
        return None
    work.used.update((lead, slot.span))
    work.take("next_one")
    return slot.values[0]


def _is_following(work: Work, at: int) -> bool:
    """ "in the 1997 election after winchester": the election is that of the year, and only the seat comes after."""
    return (at, Word("following")) in work.slots.times


def is_yes_no(work: Work) -> bool:
    """Whether a yes/no question is put: a ranking would not answer it."""
    return work.opens_as("verb_openers") and not work.has("which", "what", "who")


def _declared(work: Work) -> Query | None:
    """Which seat declared first, or last."""
    late = work.has("declared_last")
    work.take("declared_first", "declared_last", "who", "which", "what", "seats", "result", "when", "where", "declared")
    where = work.selection(default=Latest(kind=ElectionKind.GENERAL), with_parties=False, **conditions(work))
    limit, _ = limit_of(work)
    return Rank(where=general(where), of=Of.CONTESTS, measure=Measure.DECLARED_AT, highest=late, limit=limit)


def _where(work: Work, of: Of, extra: dict[str, object]) -> Selection:
    """The contests ranked: a party named narrows whose, unless other words say how."""
    default: When = AnyTime(kind=work.kind) if work.has("all_time", "ever") else default_window(work)
    # "the bluest seat": one word says whose, and which end
    parties = work.spare(work.parties) or _coloured(work)
    if len({slot.values for slot in parties}) == 1:
        # "the safest labour seat - the largest labour majority": one party, said twice
        work.use(parties)
        parties = parties[:1]
    named_roles = any(key in extra for key in ("winner", "lost_by", "parties"))
    if parties and not named_roles:
        extra["winner" if of is Of.CONTESTS else "parties"] = either(work, parties)
    if of is Of.CANDIDACIES and extra.get("outcome") and extra.get("winner"):
        # "which tory held on with fewest votes": of those who won, not of all who stood there
        extra |= {"parties": extra["winner"], "place": 1}
    beaten = any(c.measure is Measure.POSITION for c in conditions_of(extra))
    if of is Of.CANDIDACIES and says_won(work) and not (work.has("lose") or beaten) and "place" not in extra:
        extra["place"] = 1
    return _general_years(work, work.selection(default=default, with_parties=False, **extra))


def _coloured(work: Work) -> list[Slot]:
    """ "the bluest seat": whose colour it is."""
    return [slot for slot in work.parties if slot.span in work.hits.get("do_best", ())]


def _from_to(work: Work) -> tuple[str, ...]:
    """The two parties of a swing: from whom, to whom."""
    receiver = party_after(work, "gone_to")
    others = [slot for slot in work.parties if slot is not receiver]
    return work.use([*others, receiver]) if receiver else work.use(others)


def _general_years(work: Work, where: Selection) -> Selection:
    """A year with a general election, or a span of years, means its general elections unless by-elections are named."""
    when = where.when
    if work.kind is not None or when.type not in {"years", "between"}:
        return where
    generals = {day.year for day in work.calendar.generals}
    if isinstance(when, InYears) and (when.month or generals.isdisjoint(when.years)):
        return where
    return general(where)


def default_window(work: Work) -> When:
    """Where no time is named: all by-elections, or the latest general election for marginal and safe seats."""
    if work.kind is ElectionKind.BY_ELECTION:
        return AnyTime(kind=ElectionKind.BY_ELECTION)
    words = {word for cue in ("safest", "closest") for at in work.hits.get(cue, ()) for word in work.text(at).split()}
    if not words.isdisjoint(work.group("safe_or_marginal")) or _is_of_now(work) or _coloured(work):
        # a seat is safe or marginal, or blue, now
        return Latest(kind=ElectionKind.GENERAL)
    return AnyTime(kind=ElectionKind.GENERAL)


def _is_of_now(work: Work) -> bool:
    """ "which mp has the biggest majority", "who is the mp with the lowest share": of today."""
    texts = [token.text for token in work.cover.tokens]
    pairs = {" ".join(pair) for pair in pairwise(texts)}
    return not pairs.isdisjoint(work.group("having_now")) or (work.has("mp") and "is the" in pairs)


def limit_of(work: Work) -> tuple[int, int | None]:
    """ "top 5", "five smallest", "second smallest", "majorities" (several), "rank ... by" (many)."""
    if _is_ordered(work):
        return _MANY, None
    ordinal = work.ordinal()
    if ordinal and ordinal > 1:
        return 1, ordinal
    for at, held in work.slots.numbers:
        before = work.text(at - 1).split()[-1:] if at else []
        if set(before) & work.group("lasts"):
            # "the best of the last five" is one
            continue
        if at not in work.used and held.unit == "" and 1 <= held.value <= _MOST:
            work.used.add(at)
            return int(held.value), None
    if any(work.text(at).startswith("the two") for at in work.hits.get("both", ())):
        work.take("both")
        return 2, None
    several = work.says("ranked_plurals") or (work.has("listing") and "list" in work.words)
    return (_SEVERAL if several else 1), None


def _is_ordered(work: Work) -> bool:
    """ "rank reform's seats by majority", "in order of majority": all of them, one after the other."""
    phrases = {work.text(at) for at in work.hits.get("highest", ())}
    return work.opens_as("ordering_verbs") or not phrases.isdisjoint(work.group("in_order"))


def _asks_meaning(work: Work) -> bool:
    """ "what does rejected ballot mean": a verb, and no mean of several."""
    texts = [token.text for token in work.cover.tokens]
    means = [work.cover.spans[at].start for at in work.hits.get("average", ()) if work.text(at) == "mean"]
    return any(
        not work.group("meaning_verbs").isdisjoint(texts[:at]) and texts[at - 1] not in work.group("articles")
        for at in means
    )


@needs("average", "median")
def average(work: Work) -> Query | None:
    """A mean or median over many contests."""
    per_seat = work.has("per_seat") or ("per" in work.words and work.has("mp", "seats"))
    if (per_seat and work.parties) or _asks_meaning(work):
        return None
    measures = ranked_measures(work)
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
    extra |= won_by_them(work, extra, measures[0])
    parties = work.spare(work.parties)
    if parties:
        extra["winner" if of is Of.CONTESTS else "parties"] = either(work, parties)
    default: When = Latest(kind=ElectionKind.GENERAL)
    if any(t == KindOf(ElectionKind.BY_ELECTION) for _, t in work.slots.times):
        default = AnyTime(kind=ElectionKind.BY_ELECTION)
    where = _general_years(work, work.selection(default=default, with_parties=False, **extra))
    return Aggregate(where=where, of=of, measure=measures[0], function="median" if median else "average")
