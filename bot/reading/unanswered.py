"""What a question asks that its query does not answer: yes or no, which region, who of several, how many of what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.frames.members import had_any
from bot.reading.phrases_said import spans_with
from bot.reading.qualified import cues_at
from bot.reading.slots import Slots
from bot.reading.time_kinds import KindOf, Year
from bot.reading.work import Work
from knowledge.models.areas import NATIONS
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    LAST_PLACE,
    Aggregate,
    Career,
    Check,
    Compare,
    Count,
    ExpectedNumber,
    Explain,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    OnDay,
    Query,
    Quotes,
    Rank,
    Result,
    Totals,
)

_REMEMBERED = 2005
"""The year before which people of a surname that is a word are hardly meant by it."""
_FEW_VOTES = 1000
"""Votes that nobody is said to have got without the word."""
_RANKED_BY = ("highest", "lowest", "closest", "safest")
_OF_A_SEAT = frozenset({"majority", "turnout", "swing", "seats", "votes", "share", "win", "result", "candidates", "mp"})
"""Cues of what is a seat's at a general election."""
_PAST = frozenset({"results", "members", "last-change", "won-by", "held-since", "first-won", "last-won", "handovers"})
_OF_A_LIFE = frozenset({"all", "wins", "losses", "count", "before-win", "first", "last", "party", "tenure", "seats"})
_DEEDS = frozenset({"when", "who", "win", "lose", "beat", "stand", "candidates", "votes", "take", "why"})
"""Cues of what is told of one contest."""
_OF_GOVERNMENTS = frozenset({"formed", "majority", "dates", "won", "lost"})
"""What is told of a seat's past, of a career and of governments, and not answered with yes or no."""


def unanswered(query: Query, work: Work, slots: Slots) -> Iterator[int]:
    """The spans that ask for something else than the query tells."""
    yield from _whether(query, work)
    yield from _people(query, slots)
    yield from _everyday(query, work, slots)
    yield from _small_numbers(query, work)
    yield from _seats_ahead(query, work)
    yield from _whole_elections(query, work)
    yield from _nowhere(query, work)
    yield from _regions(query, work)
    yield from _ends(query, work)
    yield from _of_whom(query, work)
    yield from _sums(query, work)
    yield from _named_ones(query, work)
    yield from _genders(query, work)
    yield from _in_their_seat(query, work)
    if isinstance(query, OfficeHolder) and query.person:
        yield from _other_holder(work)
    yield from _told_by_another(query, work)
    yield from _once_more(query, work)
    yield from _that_poll(query, work)
    yield from _beaten_by(query, work)
    if slots.people and work.says("parliaments"):
        yield from _parliaments(work, slots)
    if isinstance(query, Rank) and query.nth is not None:
        yield from _next_seat(work)
    yield from _fewest(query, work)
    if isinstance(query, OfficeHolder):
        # "which seat did douglas-home win as pm" is not when he was
        yield from (at for at in work.hits.get("which", ()) if work.text(at).split()[-1] in work.group("seat_nouns"))
    if isinstance(query, Explain):
        # "what is a hung parliament and when was the last": the term alone is explained
        yield from work.hits.get("when", ())


def _in_their_seat(query: Query, work: Work) -> Iterator[int]:
    """Whoever's seat a party is asked about in, where the country or they themselves are told of.

    "was it labour or reform that got truss's seat" is no question of seats in all, nor of how she did.
    """
    sides = query.sides if isinstance(query, Compare) else (query,)
    theirs = isinstance(query, Career) and query.ask == "party"
    asked = work.parties and all(isinstance(side, Totals | Check) and not side.where.seats for side in sides)
    if not (theirs or asked) or not work.has("win", "get", "take", "lose"):
        return
    seats, own = work.hits.get("seats", ()), work.group("own_seats")
    for at, span in enumerate(work.cover.spans):
        if span.person is not None and at + 1 in seats and work.text(at + 1) in own:
            yield at


def _other_holder(work: Work) -> Iterator[int]:
    """The office in "which prime minister did heath bring down": another one is asked for than whoever is named."""
    spans = work.cover.spans
    for at in work.hits.get("pm", ()):
        led = at and not {"which", "what"}.isdisjoint(spans[at - 1].cues)
        if led and at + 1 < len(spans) and "aux" in spans[at + 1].cues and work.text(at + 1) in work.group("did_words"):
            yield at
    if work.has("who") and work.cover.tokens[-1].text in work.group("hanging_ends"):
        # "who did callaghan lose no 10 to"
        yield len(spans) - 1


def _whether(query: Query, work: Work) -> Iterator[int]:
    """The verb of a question of yes or no, where the query tells a fact: "any greens in bath" is not how they did."""
    if not _tells(query) or not (work.asks_whether or work.has("check")) or "or" in work.words:
        return
    # "did blair get a majority and how big": a Prime Minister's, which is the government's
    theirs = isinstance(query, Figure) and Measure.MAJORITY in query.measures and work.opens_as("verb_openers")
    if work.says("askers") and not (isinstance(query, Career) or (theirs and work.people and not work.seats)):
        return  # but "is bath where she was first elected" asks for yes or no too
    if isinstance(query, Holder) and had_any(work):
        return  # that nobody sat is told, and else who did
    past = isinstance(query, Result) or (isinstance(query, Career) and query.ask != "all")
    if work.has("closeness", "by_how_much") or (past and work.has("lose", "beat")):
        # how close it was is told and not judged; whether a loser before 2005 stood again is not held
        return
    if isinstance(query, Figure) and query.measures == (Measure.DEPOSITS_LOST,) and work.says("anybody"):
        return  # how many did, and who, is told
    verbs = work.group("verb_openers")
    for at, span in enumerate(work.cover.spans):
        if "check" in span.cues or work.cover.tokens[span.start].text in verbs:
            yield at


def _tells(query: Query) -> bool:
    """Whether a query asks what is so, and not whether something is."""
    match query:
        case History():
            return query.ask in _PAST and query.claimed_since is None
        case Career():
            return query.ask in _OF_A_LIFE and query.expected is None
        case Governments():
            return query.ask in _OF_GOVERNMENTS and query.claim is None
        case Compare():
            return query.times is None
        case Rank():
            return query.expected is None and query.claimed_party is None and query.claimed_seat is None
        case _:
            return isinstance(query, Result | Totals | Figure | Listing | Holder | Aggregate)


def _people(query: Query, slots: Slots) -> Iterator[int]:
    """Whoever is named: "martin bell in tatton, what did he sit as" is not who sits there."""
    plain = isinstance(query, Holder) and query.at is None and query.relation is None
    if plain and slots.seats and not _names_somebody(query):
        yield from (slot.span for slot in slots.people)


def _everyday(query: Query, work: Work, slots: Slots) -> Iterator[int]:
    """Somebody of old whose surname is an everyday word, with nothing that says so: "better with money"."""
    if slots.seats or isinstance(query, OfficeHolder | Quotes | Governments):
        return
    for slot in slots.people:
        if slot.how == "surname" and work.text(slot.span) in work.lexicon.english:
            cards = work.catalogue.cards(slot.values)
            if all(not card.stands or card.stands[-1].date.year < _REMEMBERED for card in cards):
                yield slot.span


def _small_numbers(query: Query, work: Work) -> Iterator[int]:
    """Numbers too small for the votes of one seat that are said of somebody: "did cameron get 326" is of seats."""
    if not isinstance(query, Check) or not query.where.people or work.has("votes"):
        return
    votes = [e.condition.value for e in query.expect if isinstance(e, ExpectedNumber) and _is_of_votes(e)]
    yield from (at for at, number in work.slots.numbers if number.value in votes and number.value < _FEW_VOTES)


def _seats_ahead(query: Query, work: Work) -> Iterator[int]:
    """Numbers of seats, where they are held against majorities in votes: "elections won by over 100 seats"."""
    if not isinstance(query, Listing | Count) or not work.slots.numbers:
        return
    votes = [c.value for c in query.where.conditions if c.measure is Measure.MAJORITY]
    seats = work.hits.get("seats", ())
    yield from (at for at, number in work.slots.numbers if number.value in votes and at + 1 in seats)


def _whole_elections(query: Query, work: Work) -> Iterator[int]:
    """General elections that are ranked themselves, where seats are: "the closest general election by votes"."""
    if not isinstance(query, Rank) or query.of not in {Of.CONTESTS, Of.CANDIDACIES}:
        return
    nouns = work.group("seat_nouns") | work.group("seats_in_plural") | work.group("contest_nouns")
    ranked = {at for cue in _RANKED_BY for at in work.hits.get(cue, ()) if nouns.isdisjoint(work.text(at).split())}
    for at in work.hits.get("general_election", ()):
        behind = cues_at(work, at + 1)
        # "the smallest general election majority" is one of a seat, "closest results ge2019" of that one
        dated = any(place == at + 1 and isinstance(time, Year) for place, time in work.slots.times)
        own = not dated and (not behind or _OF_A_SEAT.isdisjoint(behind))
        ordered = at <= 1 and work.opens_as("ordering_verbs")
        if own and (at - 1 in ranked or ordered):
            yield at


def _is_of_votes(expected: ExpectedNumber) -> bool:
    return expected.condition.measure is Measure.VOTES


def _nowhere(query: Query, work: Work) -> Iterator[int]:
    """Every cue of a figure of contests of which neither the words nor the conversation say a place or a person."""
    if not isinstance(query, Figure) or query.where.seats or query.where.people or query.where.areas:
        return
    polled = isinstance(query.where.when, OnDay) or query.where.when.kind is ElectionKind.BY_ELECTION
    if not polled and not (work.inherited.seats or work.inherited.people):
        yield from (at for at, span in enumerate(work.cover.spans) if span.cues)


def _regions(query: Query, work: Work) -> Iterator[int]:
    """Regions that are asked for or ranked, of which no query is: "region with the lowest turnout"."""
    told = isinstance(query, Result | Figure | Rank | Totals | Holder | Listing)
    told = told or (isinstance(query, Check) and work.has("which", "what", "how_many"))
    if told and work.says("region_words"):
        # "the west midlands region" is one that is named, "english regions" are many
        named = {slot.span + 1 for slot in work.areas if not {*slot.values} <= {*NATIONS}}
        yield from (at for at in spans_with(work, "region_words") if at not in named)
    if isinstance(query, Rank) and work.says("lengths_of_time") and work.has("mp"):
        # "who has been mp longest" is not who won by most
        yield from spans_with(work, "lengths_of_time")
    sides = query.sides if isinstance(query, Compare) else (query,)
    if work.says("of_one_candidate") and all(isinstance(side, Totals) for side in sides):
        # "was corbyn's personal vote higher" is not his party's
        yield from spans_with(work, "of_one_candidate")


def _ends(query: Query, work: Work) -> Iterator[int]:
    """The highest or lowest of votes, where a figure of the whole contest is told: "fewest votes of anyone"."""
    if isinstance(query, Figure) and not query.per_contest and not (query.where.parties or query.where.people):
        for at, span in enumerate(work.cover.spans):
            if "votes" in span.cues and not {"highest", "lowest"}.isdisjoint(span.cues):
                yield at


def _of_whom(query: Query, work: Work) -> Iterator[int]:
    """Who, how many and when, where something else is told: "number of people standing in boris's seat"."""
    if isinstance(query, Rank) and query.of is Of.PARTIES and query.where.parties and not work.parties:
        # "who had most seats there", behind the seats of a party, is not asked of that party
        yield from (at for at, span in enumerate(work.cover.spans) if span.cues)
    if isinstance(query, History) and query.ask in {"won-by", "last-change", "last-won", "first-won"}:
        # "how many went labour in bath" is not when it was labour's
        yield from work.hits.get("how_many", ())
    if isinstance(query, Career) and query.ask in {"all", "count"} and work.has("candidates") and work.has("how_many"):
        yield from work.hits["candidates"]
    dated = (
        isinstance(query, Figure) and Measure.DATE not in query.measures and Measure.DECLARED_AT not in query.measures
    )
    if dated and work.says("day_words"):
        yield from (at for at in work.hits.get("when", ()) if _asks_day(work, at))
    turnout = isinstance(query, Figure) and query.measures == (Measure.TURNOUT,)
    if turnout and not work.has("how_many", "how_much", "share"):
        yield from (at for at in work.hits.get("who", ()) if work.text(at) == "who")
    if isinstance(query, Rank) and query.of is Of.PARTIES and work.has("lose"):
        # "who lost with the highest vote" is not which party lost most
        tokens = work.cover.tokens
        ends = ((at, work.cover.spans[at].end) for at in work.hits["lose"])
        yield from (at for at, end in ends if end < len(tokens) and tokens[end].text == "with")


def _asks_day(work: Work, at: int) -> bool:
    """Whether words ask which day something was: "the date of", "what day", and not "on polling day"."""
    words = work.text(at).split()
    asked = not work.group("askers").isdisjoint(words) and not work.group("day_words").isdisjoint(words)
    return asked or not work.group("day_nouns").isdisjoint(words)


def _sums(query: Query, work: Work) -> Iterator[int]:
    """Words of reckoning, losers among candidates, and elections asked for where contests are listed."""
    if work.says("net_words") and not isinstance(query, Totals):
        # "net seats lost" is not every seat lost
        yield from spans_with(work, "net_words")
    listed = isinstance(query, Listing | Count) and work.kind is not ElectionKind.BY_ELECTION
    if listed and work.says("polls_in_plural") and work.has("where"):
        # "elections where the liberals had single figures" are no seats
        yield from spans_with(work, "polls_in_plural")
    if isinstance(query, Totals) and work.opens_as("dividing_words") and Measure.VOTES_PER_SEAT not in query.measures:
        yield from spans_with(work, "dividing_words")
    beaten = isinstance(query, Rank) and any(c.measure is Measure.POSITION for c in query.where.conditions)
    if isinstance(query, Rank) and query.of is Of.CANDIDACIES and not (beaten or query.where.lost_by):
        # "who lost with the highest vote" is not who had the highest
        yield from work.hits.get("lose", ())


def _named_ones(query: Query, work: Work) -> Iterator[int]:
    """What is to be named one by one, where totals are set side by side: "name the seats where reform was second"."""
    if isinstance(query, Compare) and work.has("where", "listing") and work.has("seats"):
        named = (at for cue in ("where", "listing") for at in work.hits.get(cue, ()))
        yield from (at for at in named if not _asks_region(work, at))
    if isinstance(query, Listing | Count) and work.has("lose") and not work.has("seats", "mp"):
        # "list the elections sinn fein lost" is not which seats went from them at one
        plain = not query.where.conditions and query.where.when.kind is ElectionKind.GENERAL
        if plain and query.of is Of.CONTESTS:
            yield from spans_with(work, "several_elections")
    if isinstance(query, Compare) and work.says("several_elections") and not work.timed and work.has("which", "what"):
        # "in which elections did labour get more votes but fewer seats" is not how it was at the latest
        yield from spans_with(work, "several_elections")


def _asks_region(work: Work, at: int) -> bool:
    """Whether a word asks for a region, or a nation, and not for seats: "which english region"."""
    spans = work.cover.spans
    behind = next((n for n in range(at + 1, len(spans)) if not spans[n].area), at)
    return work.text(at) == "which" and work.text(behind) in work.group("area_kinds")


def _genders(query: Query, work: Work) -> Iterator[int]:
    """Women or men who are counted or listed, where the query is of everybody: "how many women stood for labour"."""
    beside = isinstance(query, Holder) and query.relation is not None
    if (beside or isinstance(query, Totals | Count | Listing | Rank | Compare | Aggregate)) and work.has(
        "women", "men"
    ):
        asked = query.model_dump_json()
        if '"gender":"' not in asked and '"women"' not in asked:
            yield from (at for cue in ("women", "men") for at in work.hits.get(cue, ()))


def _told_by_another(query: Query, work: Work) -> Iterator[int]:
    """Elections told by how near they lie to another: "the nearest general election to copeland", "same day ... as"."""
    if work.says("near_words") and "to" in work.words and (work.seats or work.years):
        polls = {*work.hits.get("general_election", ()), *work.hits.get("by_election", ())}
        yield from (at for at in spans_with(work, "near_words") if {at - 1, at + 1} & polls)
    where = getattr(query, "where", None)
    if {"as", "same"} <= work.words and not (where and isinstance(where.when, OnDay)):
        yield from (at for at in range(len(work.cover.spans)) if work.text(at) in work.group("days_of_another"))


def _once_more(query: Query, work: Work) -> Iterator[int]:
    """Those who come back, where everybody is told: "candidates standing again", "returning mps"."""
    everybody = isinstance(query, Totals | Count | Listing) or (isinstance(query, Result) and not query.where.people)
    if everybody and work.says("once_more", "returning"):
        of_people = {at for cue in ("candidates", "mp", "stand") for at in work.hits.get(cue, ())}
        for at in (*spans_with(work, "once_more"), *spans_with(work, "returning")):
            if of_people & {at - 1, at, at + 1}:
                yield at


def _that_poll(query: Query, work: Work) -> Iterator[int]:
    """ "when was the by-election", "both turnouts": of what was spoken of, where nothing was."""
    where = getattr(query, "where", None)
    named = where is not None and (where.seats or where.people or where.areas or where.parties or where.winner)
    if named or any(not isinstance(time, KindOf) for _, time in work.slots.times):
        return
    if isinstance(query, Listing | Count | Explain) and not _DEEDS.isdisjoint(work.hits):
        tokens = work.cover.tokens
        for at in work.hits.get("by_election", ()):
            start = work.cover.spans[at].start
            pointed = start > 0 and tokens[start - 1].text in work.group("pointing_articles")
            if pointed and not work.text(at).endswith("s"):
                yield at
    if isinstance(query, Totals) and not work.parties:
        yield from (at for at in work.hits.get("both", ()) if work.text(at) == "both")


def _parliaments(work: Work, slots: Slots) -> Iterator[int]:
    """ "in the thatcher parliament": a time, though which is not told; of whoever is named nothing is asked."""
    tokens = work.cover.tokens
    for slot in slots.people:
        behind = tokens[work.cover.spans[slot.span].end :][:1]
        lead = tokens[work.start(slot) - 1].text if work.start(slot) else ""
        said = any(token.text in work.group("parliaments") for token in behind)
        if said and (lead in work.group("reign_joints") or lead == "the"):
            yield slot.span


def _next_seat(work: Work) -> Iterator[int]:
    """ "closest they came to a sixth seat": how many more they would have had, and no place in a ranking."""
    tokens, seats = work.cover.tokens, work.hits.get("seats", ())
    for at, number in work.slots.numbers:
        start = work.cover.spans[at].start
        led = start > 0 and tokens[start - 1].text in work.group("indefinite_articles")
        if number.unit == "ordinal" and led and at + 1 in seats:
            yield at


def _fewest(query: Query, work: Work) -> Iterator[int]:
    """The lowest of something, where who won, or everybody, is told of one contest."""
    if isinstance(query, Result) and query.where.place != LAST_PLACE and not query.where.people:
        yield from work.hits.get("lowest", ())


def _beaten_by(query: Query, work: Work) -> Iterator[int]:
    """Who of a party beat somebody, where a contest is told that they won: "the labour candidate who beat patten"."""
    if isinstance(query, Result) and query.focus is Focus.WINNER and query.where.parties and query.where.people:
        yield from work.hits.get("beat", ())


def _names_somebody(query: Query) -> bool:
    return bool(getattr(getattr(query, "where", None), "people", ()))
