"""Whether somebody lost to a party or person named: "is it right thangam debbonaire lost her seat to a green"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.frames.checks import QUESTION_CUES, is_check
from bot.reading.frames.defeats import last_not_won
from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.time_kinds import KindOf, Word, Year
from bot.reading.work import Work
from knowledge.queries.absence import NAMED_SINCE
from knowledge.queries.catalogue import PersonCard, Stand, WonContest
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedWinner,
    Figure,
    InYears,
    Latest,
    Measure,
    OnDay,
    Query,
    Result,
    Selection,
    Several,
    When,
)

_KEPT = frozenset(
    {
        "lose", "beat", "check", "aux", "seats", "mp", "ever", "all_time", "get", "down", "went_out", "candidates",
        "now", "sure", "until", "by_election", "general_election", "result", "take", "not_aux", "versus",
    }
)  # fmt: skip
"""Cues that such a question may hold."""
_MOST = 3
"""Defeats at most that are told one by one."""


@needs("a person")
@needs("lose", "beat", "went_out", "down")
def lost_to(work: Work) -> Query | None:
    """ "did thangam debbonaire lose to the greens", "was liz truss beaten by terry jermy"."""
    rival = _rival(work)
    cleft = {"who"} if _who_beat(work) is not None else set()
    if (
        rival is None
        or not (is_check(work) or _is_told(work, rival))
        or not _KEPT.issuperset(work.hits.keys() - _passive(work) - cleft)
    ):
        return None
    if any(not isinstance(time, Year | KindOf | Word) for _, time in work.slots.times):
        return None
    card = _loser(work, rival)
    if card is None:
        asked = _by_a_party(work, rival)
    else:
        lost = _defeats(work, card)
        asked = _of_defeats(work, rival, lost) if lost else _of_none(work, card, rival)
    if asked is not None:
        asked = _with_margin(work, asked)
        work.take(*_KEPT, *cleft)
        work.use((*work.people, *work.seats, *work.parties))
        work.use_times()
    return asked


def _is_told(work: Work, rival: Slot) -> bool:
    """ "jess phillips beaten by the workers party 24": told of whoever is named first, with nothing asked."""
    first = min((slot.span for slot in work.people), default=rival.span)
    return first < rival.span and not work.has(*QUESTION_CUES)


def _passive(work: Work) -> set[str]:
    """Cues of "lost by" whoever lost, which says nothing of a place, and of "by how many votes"."""
    passive = set(work.hits.get("behind", ())) <= set(work.hits.get("lose", ()))
    return {"by_how_much", "behind"} if passive else {"by_how_much"}


def _with_margin(work: Work, asked: Query) -> Query:
    """What is asked, and by how many votes where the words want to know; who won a seat is told with the majority."""
    if not work.take("by_how_much") or not isinstance(asked, Check) or len(asked.where.seats) != 1:
        return asked
    where = Selection(seats=asked.where.seats, when=asked.where.when)
    return Several(parts=(asked, Figure(where=where, measures=(Measure.MAJORITY,))))


def _rival(work: Work) -> Slot | None:
    """Whoever is named behind "lost ... to" or "beaten by", or said to be who beat them."""
    beating = _who_beat(work)
    if beating is not None:
        return beating
    spans = work.cover.spans
    verbs = [spans[at].start for cue in ("lose", "beat", "went_out", "down") for at in work.hits.get(cue, ())]
    # "lost by portillo to twigg": behind "by" stands who lost
    by_loser = any(work.text(at) in work.group("lost_by_them") for at in work.hits.get("lose", ()))
    leads = work.group("rival_leads") - ({"by"} if by_loser else set())
    for slot in (*work.parties, *work.people):
        start = work.start(slot)
        before = [token.text for token in work.cover.tokens[min(verbs) : start]]
        while before and before[-1] in work.group("articles"):
            before.pop()
        if before and before[-1] in leads:
            return slot
    return None


def _who_beat(work: Work) -> Slot | None:
    """Whoever is named in "was it a labour man who unseated liz truss"."""
    tokens, spans = work.cover.tokens, work.cover.spans
    if [token.text for token in tokens[1:2]] != ["it"] or tokens[0].text not in work.group("it_verbs"):
        return None
    named = sorted((*work.parties, *work.people), key=lambda slot: slot.span)
    verbs = [at for cue in ("beat", "lose", "went_out") for at in work.hits.get(cue, ())]
    if len(named) != 2 or named[1] not in work.people or not verbs or not work.says("relative_words"):
        return None
    active = all(
        work.text(at) in work.group("unseating") and tokens[spans[at].start - 1].text in work.group("relative_words")
        for at in verbs
    )
    return named[0] if active and all(named[0].span < at < named[1].span for at in verbs) else None


def _loser(work: Work, rival: Slot) -> PersonCard | None:
    """The one person named first, or spoken of; None where another person or party than theirs is named too."""
    people = [slot for slot in work.people if slot is not rival]
    spoken_of = work.inherited.people if work.speaks_of_person and not people else ()
    ids = people[0].values if people else spoken_of
    card = work.catalogue.person(ids[0]) if len(ids) == 1 and len(people) < 2 else None
    if card is None:
        return None
    counts = work.catalogue.counts_as()
    own = {counts.get(stand.party, stand.party) for stand in card.stands}
    others = (slot for slot in work.parties if slot is not rival)
    return card if all(own.intersection(slot.values) for slot in others) else None


def _by_a_party(work: Work, rival: Slot) -> Query | None:
    """ "did labour lose rochdale to galloway": whether the one named gained the seat from the party."""
    card = work.catalogue.person(rival.values[0]) if rival in work.people and len(rival.values) == 1 else None
    if card is None or len(work.people) != 1 or len(work.parties) != 1 or not work.seats or not work.has("lose"):
        return None
    years, seats = {year.year for year in work.years}, {seat for slot in work.seats for seat in slot.values}
    won = [stand for stand in card.stands if stand.elected and stand.seat in seats]
    won = [stand for stand in won if (not years or stand.date.year in years) and work.kind in (None, stand.kind)]
    if not won:
        return None
    where = Selection(
        seats=(won[0].seat,), people=(card.id,), lost_by=work.parties[0].values, when=OnDay(day=won[0].date)
    )
    return Check(where=where, expect=(ExpectedOutcome(outcome="gain"),))


def _defeats(work: Work, card: PersonCard) -> list[tuple[Stand, WonContest]]:
    """The contests of the place and time named that somebody lost; of "lost her seat" those that cost them it."""
    years, seats = {year.year for year in work.years}, {seat for slot in work.seats for seat in slot.values}
    found = []
    held = ""
    for stand in card.stands:
        in_time = (not years or stand.date.year in years) and work.kind in (None, stand.kind)
        # a seat that was redrawn is lost by its new name
        there = not seats or stand.seat in seats or held in seats
        if not stand.elected and in_time and there and (held or not _of_own_seat(work)):
            won = [each for each in work.catalogue.won_in(stand.seat) if each.date == stand.date]
            found += [(stand, each) for each in won if each.members == 1]
        held = stand.seat if stand.elected else ""
    return found


def _of_own_seat(work: Work) -> bool:
    """Whether it is their own seat that is said to be lost."""
    return work.says("own_seats") and work.says("theirs")


def _of_defeats(work: Work, rival: Slot, lost: Sequence[tuple[Stand, WonContest]]) -> Query:
    """Whether the one named won the contest that somebody lost; where none was lost to them, of each of the last."""
    personal = rival in work.people
    counts = work.catalogue.counts_as()
    by_them = [
        stand for stand, won in lost if (won.person if personal else counts.get(won.party, won.party)) in rival.values
    ]
    told = by_them[-1:] or [stand for stand, _ in lost][-_MOST:]
    if personal and not by_them:
        cards = work.catalogue.cards(rival.values)
        met = {(stand.seat, stand.date) for card in cards for stand in card.stands}
        told = [stand for stand in told if (stand.seat, stand.date) in met] or told
    field = "people" if personal else "parties"
    parts = [
        Check(
            where=Selection.model_validate(
                {"seats": (stand.seat,), field: rival.values, "when": OnDay(day=stand.date)}
            ),
            expect=(ExpectedWinner(),),
        )
        for stand in told
    ]
    return parts[0] if len(parts) == 1 else Several(parts=tuple(parts))


def _of_none(work: Work, card: PersonCard, rival: Slot) -> Query | None:
    """Of somebody who lost no contest of the place and time named: what they won, or that they lost elsewhere."""
    gap = last_not_won(work)
    if gap is not None and work.has("lose"):
        # who won is told, and that it is not held whether they stood
        return Result(where=Selection(people=(card.id,), when=OnDay(day=gap[1])))
    if rival in work.people:
        than = Selection(people=(card.id,), when=AnyTime())
        when: When = InYears(years=tuple(year.year for year in work.years)) if work.years else AnyTime()
        where = Selection(people=rival.values, when=when)
        return Check(where=where, expect=(ExpectedOrder(measure=Measure.VOTES, more=True, than=than),))
    unnamed = not card.stands or card.stands[0].date < NAMED_SINCE
    if not (work.years or work.kind or work.seats) and (unnamed or any(not stand.elected for stand in card.stands)):
        return Career(where=Selection(people=(card.id,)), ask="losses")
    seats = tuple(seat for slot in work.seats for seat in slot.values)
    default = AnyTime() if work.has("ever") else Latest()
    where = Selection(seats=seats, people=(card.id,), when=work.when(default))
    return Check(where=where, expect=(ExpectedWinner(),), negated=True)
