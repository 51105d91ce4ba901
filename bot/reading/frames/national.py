"""Questions of the country: totals of parties, turnout, seats, swing."""

from __future__ import annotations

from bot.reading.frames.conditions import is_from_one_to_other
from bot.reading.frames.genders import asks_their_names
from bot.reading.frames.levels import levels
from bot.reading.frames.measures import TOTAL_CUES, is_per_seat, named
from bot.reading.frames.moved_totals import CHANGES, moved
from bot.reading.frames.of_the_seats import of_all_seats, of_single_seats, seat_shares
from bot.reading.frames.opposed import is_against_a_party
from bot.reading.frames.own_days import without_a_general
from bot.reading.frames.topped import asks_one_seat, is_of_no_country
from bot.reading.frames.voters import chosen
from bot.reading.frames.when_last import asks_when_last
from bot.reading.framing import needs
from bot.reading.left_out import REST
from bot.reading.time_kinds import Day, Side, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    AnyTime,
    Check,
    Count,
    ExpectedMajority,
    InYears,
    Latest,
    Measure,
    Of,
    Query,
    Rank,
    Selection,
    Totals,
    When,
)

Measures = tuple[Measure, ...]
_OF_TOTALS = (*TOTAL_CUES, ("seat_share", Measure.SEAT_SHARE))
"""Measures of a party's total; some cannot be ranked or compared."""
_LATEST = Latest(kind=ElectionKind.GENERAL)
_OF_THE_COUNTRY = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.WOMEN})
"""Measures that an election has without a party."""


@needs("no seat named")
def totals(work: Work) -> Query | None:
    """Seats, votes, share ... of parties in the country or a part of it."""
    if work.seats or _somebody(work) or work.slots.quoted or not _is_of_generals(work) or is_against_a_party(work):
        return None
    if _is_elsewhere(work) or work.inherited.seats or work.inherited.people or work.speaks_of_person:
        return None
    if work.slots.terms and work.has("explain") and not (work.timed or work.parties or work.areas):
        return None
    measures = _measures(work)
    if work.parties and work.has("how_many") and work.take("left_with"):
        measures = measures or (Measure.SEATS,)
    if of_single_seats(work, measures) or is_of_no_country(work, measures):
        return None
    if not (measures or work.parties or work.areas) and not work.has("win", "result", "by_party"):
        return None
    of_all_seats(work)
    if not measures and work.has("who", "candidates") and not work.has("win", "result", "party_of"):
        return None
    named_alone = not work.hits and len(work.parties) == len(work.areas) == 1
    if not (measures or work.timed or work.has("win", "result", "did_how", "get") or named_alone):
        return None
    work.take(
        "how_many", "how_much", "what", "get", "win", "did_how", "listing", "result", "total", "take", "who", "party_of"
    )
    work.take("survivor", "leave", "which", "lose", "hold", "full", "stand", "mp", "by_party", "only", "history")
    work.take(*(() if work.slots.numbers else ("finish",)), *(("pooled",) if Measure.CANDIDATES in measures else ()))
    if measures and work.has("how_many") and work.has("changed_hands"):
        went = work.group("went_to_party")
        work.used.update(at for at in work.hits["changed_hands"] if work.text(at) in went)
    several = len(work.parties) > 1
    work.take("both", *(("told_apart",) if several else ()))
    where = _after(work, work.selection(default=_LATEST))
    # "tories + reform v labour" adds some of them together and sets another against: no one total
    together = several and not (work.says("versus") and len(work.parties) > 2) and work.take("pooled")
    return _total(work, where, measures, together=together)


def _total(work: Work, where: Selection, measures: Measures, *, together: bool) -> Query | None:
    """The totals of a general election; of by-elections spoken of, which have none, who won them or how many."""
    other = _of_the_rest(work, where, measures) if measures else without_a_general(work, where)
    if other is None and where.when.kind is not ElectionKind.BY_ELECTION:
        return Totals(where=general(where), measures=measures, together=together)
    return other


def _of_the_rest(work: Work, where: Selection, measures: Measures) -> Count | None:
    """Seats in all areas but some, or won at by-elections, of which no total is held: they are counted one by one."""
    rest = len(where.areas) > 1 and any(slot.how == REST for slot in work.areas)
    rest = rest or where.when.kind is ElectionKind.BY_ELECTION
    if not rest or measures != (Measure.SEATS,) or len(where.parties) != 1:
        return None
    return Count(where=general(where.model_copy(update={"winner": where.parties, "parties": ()})), of=Of.CONTESTS)


def _somebody(work: Work) -> bool:
    """Whether it is of somebody, other than a leader who only leant on a party's seats; marks what says that one did.

    "number of dup mps may was relying on after 2017".
    """
    spans = work.cover.spans
    for slot in work.people:
        behind = next((at for at in range(slot.span + 1, len(spans)) if "aux" not in spans[at].cues), len(spans))
        leant = behind in work.hits.get("leaning", ())
        if not leant or not work.parties or not work.calendar.led_by(slot.values):
            return True
    if work.people:
        work.use(work.people)
        work.leave_out("people")
        work.take("leaning")
    return False


def _is_of_generals(work: Work) -> bool:
    """Whether general elections may be meant: by the kind named, and the days and months named or spoken of before."""
    if work.kind is ElectionKind.BY_ELECTION:
        return False
    generals = work.calendar.generals
    days = [time.day for _, time in work.slots.times if isinstance(time, Day)]
    if days and days[0] not in generals:
        return False
    months = {(year.year, year.month) for year in work.years if year.month}
    spoken = work.inherited.when
    if isinstance(spoken, InYears) and spoken.month and not work.timed:
        months = {(year, spoken.month) for year in spoken.years}
    return not months or not months.isdisjoint((day.year, day.month) for day in generals)


def _is_elsewhere(work: Work) -> bool:
    """Whether one of many, who somebody was, or what went from one party to another is asked for."""
    handed = is_from_one_to_other(work) and not work.has("swing")
    places = work.has("where") and work.has("up", "down")
    return handed or places or _is_record(work) or asks_their_names(work) or _is_ranked(work) or _is_behind(work)


def _is_record(work: Work) -> bool:
    """ "record number of seats": the most of all time, and not what there were at one election."""
    figures = {at for cue, _ in TOTAL_CUES for at in work.hits.get(cue, ())}
    return any(at and work.text(at - 1) in work.group("records") for at in figures)


def _is_ranked(work: Work) -> bool:
    """Whether one of many is asked for, or a mean: a party's votes for each seat are no mean of contests."""
    if work.has("highest", "lowest", "closest", "safest", "do_best", "do_worst", "median", "why", "hung"):
        return True
    return work.has("average") and not (is_per_seat(work) and bool(work.parties))


def _measures(work: Work) -> tuple[Measure, ...]:
    """The measures asked for; () where none is named, or the question is one of single contests."""
    if is_per_seat(work):
        work.take("per_seat", "votes", "seats", "mp", "how_many", "listing", "average", "needed")
        return (Measure.VOTES_PER_SEAT,)
    voted = chosen(work)
    if voted:
        return voted
    found: list[Measure] | None = seat_shares(work, _parties_votes(work, named(work, _OF_TOTALS)))
    for step in (_women, _seconds, _candidates, _members, _deposits, moved):
        if found is None:
            return ()
        found = step(work, found)
    return tuple(dict.fromkeys(found or ()))


def _parties_votes(work: Work, found: Measures) -> list[Measure]:
    """Without the "votes" that only say what a share is of; "votes cast" for a party are its own."""
    measures = [Measure.VOTES if m is Measure.VALID_VOTES and work.parties else m for m in found]
    words = {work.text(at) for at in work.hits.get("votes", ())}
    if Measure.SHARE in measures and words <= work.group("vote_words") and not work.has("how_many"):
        return [measure for measure in measures if measure is not Measure.VOTES]
    return measures


def _women(work: Work, found: list[Measure]) -> list[Measure] | None:
    """ "how many women were elected"; women who only stood are listed or counted elsewhere."""
    if Measure.WOMEN not in found:
        return found
    if work.has("candidates", "stand") and not work.has("win", "mp"):
        return None
    work.take("win", "seats", "candidates", "mp")
    return [Measure.WOMEN]


def _seconds(work: Work, found: list[Measure]) -> list[Measure] | None:
    """ "how many second places"; what the runner-up of a contest got is none of them."""
    if Measure.SECONDS not in found:
        return found
    if not work.parties and {Measure.VOTES, Measure.SHARE} & set(found):
        return None
    work.take("how_many", "finish", "seats")
    return [Measure.SECONDS]


def _candidates(work: Work, found: list[Measure]) -> list[Measure] | None:
    """ "how many candidates did reform put up"; a single candidate is asked for elsewhere."""
    if Measure.WOMEN in found:
        # "how many women stood and how many got in": the women who stood are no total
        return None if work.has("stand") and len(work.hits.get("how_many", ())) > 1 else found
    if Measure.CANDIDATES in found:
        parties = work.parties and not work.has("who")
        one = "candidate" in work.words and not work.says("each_time")
        if one or not (parties or work.has("how_many", "total", "listing", "full", "pooled")):
            return None
    elif not (work.has("stand") and work.has("how_many")):
        return found
    work.take("stand", "candidates")
    return [Measure.CANDIDATES, *found]


def _members(work: Work, found: list[Measure]) -> list[Measure]:
    """ "how many MPs did labour get": seats."""
    if Measure.SEATS in found or not work.has("mp") or not work.has("how_many", "candidates"):
        return found
    work.take("mp")
    return [*found, Measure.SEATS]


def _is_behind(work: Work) -> bool:
    """Whether somebody is behind another, or a region is second best: not of deposits "lost by" a party."""
    if work.says("area_kinds") and work.has("runner_up"):
        return True
    return work.has("behind") and not (work.has("deposit") and work.has("lose"))


def _deposits(work: Work, found: list[Measure]) -> list[Measure] | None:
    """ "how many deposits did the lib dems lose"."""
    if not work.has("lose", "deposit_lost", "deposit_gone"):
        if work.parties and (work.has("deposit_kept") or (work.has("deposit") and work.has("hold"))):
            work.take("deposit", "deposit_kept", "hold", "candidates", "times_count")
            return [Measure.DEPOSITS_KEPT]
        if work.has("deposit") and not (
            work.parties or work.timed or work.areas or work.has("how_many", "times_count")
        ):
            # what a deposit is, not how many were lost
            return None
    if Measure.DEPOSITS_LOST in found:
        work.take("deposit", "times_count", "deposit_gone")
    if Measure.DEPOSITS_LOST in found or not work.has("deposit"):
        return found
    work.take("deposit", "lose", "times_count", "deposit_gone")
    return [Measure.DEPOSITS_LOST, *found]


def _was_it_one(work: Work) -> bool:
    """ "wilson 1964, was it an overall majority and how big": asked behind what is named, and not "how big was it"."""
    texts = [token.text for token in work.cover.tokens]
    article = work.group("articles") - {"the"}
    return any(texts[at : at + 2] == ["was", "it"] and texts[at + 2] in article for at in range(1, len(texts) - 2))


@needs("majority", "outright")
def commons_majority(work: Work) -> Query | None:
    """The majority of a government in the Commons: "what majority did labour get in 1997"."""
    if work.seats or work.kind is ElectionKind.BY_ELECTION or work.has("highest", "lowest", "closest", "average"):
        return None
    if asks_when_last(work) or asks_one_seat(work):
        return None
    leads = [work.text(at) == "lead" for at in work.hits.get("majority", ())]
    if len(work.parties) > 1 or (leads and all(leads)):
        # a lead over another party is no majority over all
        return None
    if work.people and not work.of_the_house:
        return None
    if not (work.timed or work.of_the_house or work.parties):
        return None
    if work.has("seats", "listing", "explain"):
        return None
    work.take(
        "majority", "outright", "how_much", "get", "win", "who", "government", "what", "seats", "did_how", "chamber"
    )
    work.use_words(*work.group("how_big"))
    if work.has("outright"):
        # "how far off a majority did she finish"
        work.take("finish")
    led = _led(work)
    work.use(work.people)
    where = general(_after(work, work.selection(default=_LATEST)))
    parties = where.parties or ((led,) if led else ())
    where = where.model_copy(update={"people": (), "parties": parties})
    if parties and (work.asks_whether or work.has("check") or _was_it_one(work)):
        # "did wilson scrape a majority, and how big": a yes or no that says how big
        work.take("hold", "take", "check")
        return Check(where=where, expect=(ExpectedMajority(),))
    return Totals(where=where, measures=(Measure.COMMONS_MAJORITY,))


def _after(work: Work, where: Selection) -> Selection:
    """ "after 2015": what the general election of 2015 brought."""
    after = work.after_general()
    return where.model_copy(update={"when": after}) if after else where


def _led(work: Work) -> str | None:
    """The party that the person named led in the year named."""
    points = [time.anchor if isinstance(time, Side) else time for _, time in work.slots.times]
    years = [point.year for point in points if isinstance(point, Year)]
    for slot in work.people:
        for led in work.calendar.led_by(slot.values):
            if years and led.since.year <= years[0] and (led.until is None or led.until.year >= years[0]):
                return led.party
    return None


@needs("no seat named")
@needs("highest", "lowest", "do_best", "do_worst", groups=("records",))
def best_election(work: Work) -> Query | None:
    """A party's best or worst general election; the highest or lowest turnout of a general election."""
    if work.seats or work.people or work.kind is ElectionKind.BY_ELECTION or asks_when_last(work):
        return None
    record = _record(work)
    if work.years and work.opens_as("verb_openers"):
        # "was 2001 the lowest since the war": yes or no
        return None
    if record is None and not work.has("highest", "lowest", "do_best", "do_worst"):
        return None
    moved = work.has("up", "down", "change") and not levels(work)
    if _is_of_one_poll(work, moved=moved):
        return None
    measures = named(work, TOTAL_CUES)
    if not work.parties and _OF_THE_COUNTRY.isdisjoint(measures):
        return None
    if Measure.SHARE in measures:
        measures = tuple(m for m in measures if m is not Measure.VOTES)
    if record is None and not _compares_elections(work, measures):
        return None
    if record is not None:
        work.used.add(record)
    work.used.update(levels(work))
    highest = record is not None or (work.has("highest", "do_best") and not work.has("lowest", "do_worst"))
    measure = next(iter(measures), Measure.SEATS)
    if moved:
        # "the biggest fall in turnout since the war"
        measure, highest = CHANGES[measure], not work.has("down")
        work.take("up", "down", "change")
    work.take("highest", "lowest", "do_best", "do_worst", "win", "get", "which", "when", "what", "result", "seats")
    work.take("votes", "total", "history", "all_time", "ever", "did_how", "landslide", "who")
    where = work.selection(default=AnyTime(kind=ElectionKind.GENERAL))
    return Rank(where=general(where), of=Of.ELECTIONS, measure=measure, highest=highest)


def _is_of_one_poll(work: Work, *, moved: bool) -> bool:
    """Whether seats or parties are ranked at one election, rather than elections."""
    if moved and (work.says("single_marks", "any_place") or work.has("where", "latest", "last", "deposit")):
        # "the seat where the green share jumped most at the last election"
        return True
    apart = work.areas and not work.parties and not work.has("turnout")
    return bool(apart) or (len(work.years) == 1 and not _ranged(work))


def _record(work: Work) -> int | None:
    """Where "record" stands right before a party, whose highest figure is meant: "record labour seat count"."""
    for slot in work.parties:
        if slot.span and work.text(slot.span - 1) in work.group("records") and work.has("seats", "votes", "share"):
            return slot.span - 1
    return None


def _compares_elections(work: Work, measures: Measures) -> bool:
    """Whether whole elections are ranked, rather than seats at one."""
    elections = work.says("election_marks") or work.has("when") or _of_all_time(work, measures)
    if Measure.TURNOUT in measures and _ranged(work) and not work.has("seats", "which", "where", "mp", "who"):
        # "the lowest turnout since the war": of the country
        return not work.says("single_marks", "ranked_plurals")
    if not elections and ((Measure.SEATS in measures and "which" in work.words) or _of_one_seat(work)):
        return False
    ranked = work.parties and (_ranged(work) or (Measure.SEATS in measures and work.has("highest", "lowest")))
    return elections or work.kind is ElectionKind.GENERAL or bool(ranked or levels(work)) or work.says("nationwide")


def _of_one_seat(work: Work) -> bool:
    """ "the best labour seat in the country": one of them, and not how many, as in "the best seat count"."""
    tokens, counts = (*(token.text for token in work.cover.tokens), ""), work.group("seat_counts")
    ends = {work.cover.spans[at].end for cue in ("seats", "do_best", "do_worst") for at in work.hits.get(cue, ())}
    return any(tokens[end - 1] in work.group("one_place") and tokens[end] not in counts for end in ends)


def _of_all_time(work: Work, measures: Measures) -> bool:
    """ "worst tory result ever": of the party in the country, where no seat or candidate is spoken of."""
    graded = work.says("graded") and work.has("result", "do_best", "do_worst") and work.has("ever", "all_time")
    return bool(work.parties) and graded and not measures and not work.says("single_marks") and not work.has("where")


def _ranged(work: Work) -> bool:
    """Whether a stretch of time is named."""
    return work.spanned("since", "after")


def general(where: Selection) -> Selection:
    """The selection with its time held to general elections."""
    when: When = where.when
    if when.type != "relative" and when.kind is None:
        when = when.model_copy(update={"kind": ElectionKind.GENERAL})
    return where.model_copy(update={"when": when})
