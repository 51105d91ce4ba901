"""Defeats: who beat somebody, when or by how many they lost a seat.

Of most elections only the winners are held by name. Somebody who held a seat and did not win its next general election
either lost it or stood no more; the contest is the one that is asked about, and the answer says what is held of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.reading.frames.beating import is_beaten, taken_from, use_particle
from bot.reading.framing import needs
from bot.reading.time_kinds import Word
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.catalogue import Catalogue, PersonCard, Stand, WonContest
from knowledge.query import Career, Figure, InYears, Latest, Measure, OnDay, Query, Result, Selection, Several, When

_OF_OTHER = (
    "deposit", "share", "turnout", "electorate", "swing", "change", "runner_up", "ever", "times_count", "career",
    "history", "leave", "replace", "predecessor", "not", "if", "compare", "say", "quote", "why", "candidates", "both",
    "highest", "lowest", "closest", "previous", "following", "check", "pm", "leader", "government", "reaction",
)  # fmt: skip
"""Cues of questions that ask more than who won where somebody lost."""
_TOLD = (
    "beat", "lose", "who", "when", "where", "which", "what", "win", "take", "get", "result", "hold", "mp", "down",
    "first_time", "last", "latest", "last_time",
)  # fmt: skip
_BY = ("by_how_much", "majority", "closeness", "how_many", "how_much", "votes", "ahead", "exactly")
"""Cues of the size of a defeat."""
_MOST = 3
"""Defeats of one person at most that are told one by one."""


@needs("a person")
def defeat(work: Work) -> Query | None:
    """ "who unseated chris patten in bath", "by how many did portillo lose southgate"; "who beat him"."""
    spoken_of = not work.people and bool(work.inherited.people) and work.speaks_of_person
    if not (len(work.people) == 1 or spoken_of) or work.has(*_OF_OTHER) or not is_beaten(work):
        return None
    if work.parties:
        return _by_a_party(work) if work.people else None
    sized = work.has("by_how_much", "majority", "closeness") or _says_by(work)
    lost = work.has("lose") or work.text_is("beat", "defeat")
    asked = work.has("who", "when", "where", "which", "what") or (lost and (bool(work.seats) or _ends_with_to(work)))
    if not sized and (work.has("votes") or not asked):
        return None
    cards = [card for card in map(work.catalogue.person, _people(work)) if card]
    seats = {seat for slot in work.seats for seat in slot.values} or set(work.inherited.seats)
    if len(cards) > 1 and not (seats or work.timed or sized or spoken_of) and work.people[0].how != "surname":
        return _of_each(work, cards)
    held = _held(work, cards, seats)
    if held:
        took = taken_from(work) and work.has("who") and (bool(work.people) or not work.inherited.day)
        if work.timed or ((sized or spoken_of) and not took):
            return None
        return _of_held(work, cards, seats, held, sized=sized, took=took)
    return inferred(work, cards, seats, sized=sized)


def _by_a_party(work: Work) -> Query | None:
    """ "who was the independent that beat hamilton in tatton": of a party that whoever won there then stood for."""
    placed = len(work.parties) == 1 and work.parties[0].span < work.first("beat") < work.people[0].span
    if not (placed or _to_which(work)) or not work.has("who", "which"):
        return None
    party, counts = work.parties[0].values[0], work.catalogue.counts_as()
    cards = [card for card in map(work.catalogue.person, _people(work)) if card]
    seats = {seat for slot in work.seats for seat in slot.values}
    if len(cards) != 1 or work.has(*_BY):
        return None
    lost = [(stand.seat, stand.date) for stand in _held(work, cards, seats) if not stand.elected]
    gaps = _gaps(work)
    theirs = [gap for gap in gaps if party in (gap[1].party, counts.get(gap[1].party))]
    gaps = theirs or gaps
    if len(lost) + len(gaps) != 1:
        return None
    work.use(work.parties)
    _explained(work, sized=False)
    work.use_times()
    if gaps:
        return _of_one(cards[0].id, *gaps[0], Latest(), sized=False)
    (seat, day), *_ = lost
    return Result(where=Selection(seats=(seat,), people=(cards[0].id,), when=OnDay(day=day)))


def _to_which(work: Work) -> bool:
    """ "macdonald lost seaham to which labour man": who of the party it was is asked for behind "to"."""
    if len(work.parties) != 1 or not work.people[0].span < work.first("lose") < work.parties[0].span:
        return False
    start = work.start(work.parties[0])
    before = [token.text for token in work.cover.tokens[max(0, start - 2) : start]]
    return before[:1] == ["to"] and before[-1] in work.group("askers")


@needs("a person")
@needs("no seat named")
@needs("win", "lose", "beat")
def record(work: Work) -> Query | None:
    """ "richard livsey wins", "oswald mosley defeats"; "did harold wilson ever lose", where no defeat can be held."""
    if len(work.people) != 1 or work.seats or work.parties:
        return None
    if any(not isinstance(time, Word) for _, time in work.slots.times):
        return None
    if work.has("lose") and (work.has("ever") or work.opens_as("verb_openers")) and _began_unnamed(work):
        kept = {"lose", "ever", "seats", "check", "aux", "all_time", "career", "went_out", "times_count", "mp", "down"}
        if set(work.hits) <= kept and not _gaps(work):
            work.take(*kept)
            work.use_times()
            return Career(where=Selection(people=work.use(work.people)), ask="losses")
    said = {text for cue in ("win", "lose", "beat") for text in map(work.text, work.hits.get(cue, ()))}
    if not said or not set(work.hits) <= {"win", "lose", "beat", "get", "listing", "went_out", "aux", "when", "where"}:
        return None
    for ask, group in (("wins", "plural_wins"), ("losses", "defeat_nouns")):
        if said <= work.group(group):
            work.take("win", "lose", "beat", "listing", "get", "when", "where")
            return Career(where=Selection(people=work.use(work.people)), ask=ask)
    return None


def _began_unnamed(work: Work) -> bool:
    """Whether whoever is named won before candidates who lost were held by name."""
    cards = work.catalogue.cards(work.people[0].values)
    return any(card.stands and card.stands[0].date < NAMED_SINCE for card in cards)


@needs("a person")
@needs("lose")
def left_to_their_own(work: Work) -> Query | None:
    """ "did thatcher lose finchley": held by their party when they were gone, which is told and is no yes."""
    gap = last_not_won(work)
    if gap is None or len(work.people) != 1 or work.parties or not work.opens_as("verb_openers") or work.has(*_BY):
        return None
    counts = work.catalogue.counts_as()
    contests = {won.date: won for won in work.catalogue.won_in(gap[0])}
    before = max(day for day in contests if day < gap[1])
    parties = {counts.get(contests[day].party, contests[day].party) for day in (before, gap[1])}
    if len(parties) > 1:
        return None
    _explained(work, sized=False)
    work.take("check", "seats", "down")
    work.use_times()
    return Result(where=Selection(people=_people(work), when=OnDay(day=gap[1])))


def last_not_won(work: Work) -> tuple[str, date] | None:
    """The last seat that the one person named did not win again, and the day, where no defeat is held by name."""
    return _last_gap(work) if work.has("lose") else None


def not_kept(work: Work) -> tuple[str, date] | None:
    """ "did portillo keep his seat in 97": the seat that they did not win again in the year named, and the day."""
    kept = work.years and work.has("hold") and not work.has("lose", "deposit", "mp", "leave")
    return _last_gap(work) if kept else None


def _last_gap(work: Work) -> tuple[str, date] | None:
    """The last seat of the time named that the one person named did not win again, and the day."""
    gaps = _gaps(work)
    return (gaps[-1][0], gaps[-1][1].date) if gaps else None


def _gaps(work: Work) -> list[tuple[str, WonContest]]:
    """The elections of the time named at which the one person named did not win again; none where defeats are held."""
    cards = [card for card in map(work.catalogue.person, _people(work)) if card]
    if len(cards) != 1:
        return []
    seats = {seat for slot in work.seats for seat in slot.values}
    years = {year.year for year in work.years}
    if _held(work, cards, seats) or (work.timed and not years):
        return []
    return [gap for gap in _unseatings(work.catalogue, cards[0], seats) if not years or gap[1].date.year in years]


def _people(work: Work) -> tuple[str, ...]:
    """Whoever is named, or was spoken of before."""
    return work.people[0].values if work.people else work.inherited.people


def _of_each(work: Work, cards: Sequence[PersonCard]) -> Query | None:
    """The last defeat of each of several people of one name."""
    parts: list[Result | Figure] = []
    for card in cards:
        gaps = _unseatings(work.catalogue, card, ())
        lost = max((stand.date for stand in card.stands if not stand.elected), default=date.min)
        if gaps and gaps[-1][1].date > lost:
            parts.append(_of_one(card.id, *gaps[-1], Latest(), sized=False))
        elif lost > date.min:
            parts.append(Result(where=Selection(people=(card.id,), when=OnDay(day=lost))))
    if not 0 < len(parts) <= _MOST:
        return None
    _explained(work, sized=False)
    return parts[0] if len(parts) == 1 else Several(parts=tuple(parts))


def _of_held(
    work: Work, cards: Sequence[PersonCard], seats: Collection[str], held: Sequence[Stand], *, sized: bool, took: bool
) -> Query | None:
    """The last defeat held, where the last contest was a win and so is not the one meant."""
    stands = [stand for card in cards for stand in card.stands if not seats or stand.seat in seats]
    told = work.has("when") or took
    if len(cards) != 1 or not (told or max(stands, key=lambda stand: stand.date).elected):
        return None
    _explained(work, sized=sized)
    last = max(held, key=lambda stand: stand.date)
    if told and not work.has("last", "last_time", "latest"):
        # the seat was lost when it had been theirs
        theirs = {(stand.seat, stand.date) for stand in stands if stand.elected}
        last = next((lost for lost in held if _held_before(work.catalogue, lost, theirs)), last)
    return Result(where=Selection(seats=(last.seat,), people=(cards[0].id,), when=OnDay(day=last.date)))


def _held_before(catalogue: Catalogue, lost: Stand, won: Collection[tuple[str, date]]) -> bool:
    """Whether somebody had won the contest of a seat before the one they lost."""
    earlier = [contest.date for contest in catalogue.won_in(lost.seat) if contest.date < lost.date]
    return bool(earlier) and (lost.seat, earlier[-1]) in won


def inferred(work: Work, cards: Sequence[PersonCard], seats: Collection[str], *, sized: bool) -> Query | None:
    """The contests that followed somebody's wins; where none did, that no defeat is held."""
    years = {year.year for year in work.years}
    every = {card.id: _unseatings(work.catalogue, card, seats) for card in cards}
    found = {ref: [gap for gap in gaps if not years or gap[1].date.year in years] for ref, gaps in every.items()}
    if not (work.people or years) and work.inherited.day is not None:
        # the defeat that came of the contest spoken of
        since = work.inherited.day
        found = {ref: [gap for gap in gaps if gap[1].date > since][:1] for ref, gaps in found.items()}
    found = {ref: gaps for ref, gaps in found.items() if gaps}
    if len(found) != 1:
        return None if found or work.timed or len(cards) != 1 else _none(work, seats)
    (ref, gaps), *_ = found.items()
    when = work.when()
    named = when if years else Latest()
    if len(gaps) > _MOST or (work.timed and not years) or (years and not isinstance(when, InYears)):
        return None
    if work.has("last", "latest", "last_time"):
        gaps = gaps[-1:]
    _explained(work, sized=sized)
    queries = [_of_one(ref, *gap, named, sized=sized) for gap in gaps]
    return queries[0] if len(queries) == 1 else Several(parts=tuple(queries))


def _of_one(person: str, seat: str, lost: WonContest, when: When, *, sized: bool) -> Result | Figure:
    """Who won a contest that somebody who had held the seat did not win, or by how much."""
    if sized:
        return Figure(where=Selection(seats=(seat,), when=OnDay(day=lost.date)), measures=(Measure.MAJORITY,))
    if lost.members > 1:
        # of several members elected together none is the one who took the seat
        return Result(where=Selection(seats=(seat,), people=(person,), when=OnDay(day=lost.date)))
    named = when if isinstance(when, InYears) else OnDay(day=lost.date)
    return Result(where=Selection(people=(person,), when=named))


def _none(work: Work, seats: Collection[str]) -> Query | None:
    """Somebody of whom no defeat can be told: a win of theirs is no answer."""
    people = _people(work)
    cards = work.catalogue.cards(people)
    if seats and not any(stand.seat in seats for card in cards for stand in card.stands):
        return None
    _explained(work, sized=True)
    return Career(where=Selection(people=people), ask="losses")


def _explained(work: Work, *, sized: bool) -> None:
    """Mark what a question of a defeat says."""
    work.take(*_TOLD, *(_BY if sized else ()))
    use_particle(work)
    work.use(work.people)
    work.use(work.seats)


def _held(work: Work, cards: Sequence[PersonCard], seats: Collection[str]) -> list[Stand]:
    """The contests of that place and time that are held: those lost, or all of a year that was named."""
    years = {year.year for year in work.years}
    stands = [stand for card in cards for stand in card.stands if not seats or stand.seat in seats]
    return [stand for stand in stands if (stand.date.year in years if years else not stand.elected)]


def _unseatings(catalogue: Catalogue, card: PersonCard, seats: Collection[str]) -> list[tuple[str, WonContest]]:
    """The general elections at which somebody did not win again a seat they held, winning no other that day."""
    won = [stand for stand in card.stands if stand.elected]
    days = {stand.date for stand in won}
    found = []
    for stand in won:
        if seats and stand.seat not in seats:
            continue
        later = [contest for contest in catalogue.won_in(stand.seat) if contest.date > stand.date]
        lost = later and later[0].kind is ElectionKind.GENERAL and later[0].date not in days
        if lost and later[0].person != card.id and later[0].date < NAMED_SINCE:
            found.append((stand.seat, later[0]))
    return found


def _ends_with_to(work: Work) -> bool:
    """ "albert mcquarrie lost to": to whom is left out."""
    return work.cover.tokens[-1].text in work.group("losing_to")


def _says_by(work: Work) -> bool:
    """ "how many votes did he lose by"."""
    counted = work.has("how_many", "how_much", "votes")
    return counted and any(token.text == "by" for token in work.cover.tokens)
