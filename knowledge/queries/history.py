"""A seat through time: contests, members, changes of hands, and how long a party has held it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.facts.seats import Change, HistoryFacts, Holding, SeatHistory, SeatLine, Tenure, Won
from knowledge.models.elections import ElectionKind
from knowledge.queries.held import data_until
from knowledge.queries.seat_lines import held_from, seat_lines
from knowledge.queries.successions import became, made_from
from knowledge.query import AnyTime, Between, History, InYears, Latest, OnDay, When
from knowledge.store.store import Store

_LONGEST_CHAIN = 8
"""Names that one seat has had; longer chains would be a loop in the data."""


def run_history(store: Store, query: History) -> HistoryFacts:
    """The history of each seat selected, in the window selected (all that is held where none is)."""
    lines = seat_lines(store, query.where.seats)
    return HistoryFacts(
        seats=tuple(_history(store, lives, query) for lives in lines.values()),
        parties=query.where.parties,
        lost_by=query.where.lost_by,
        data_until=data_until(store),
    )


def _history(store: Store, lives: tuple[SeatLine, ...], query: History) -> SeatHistory:
    life = lives[-1]
    everything = tuple(won for each in lives for won in each.won)
    chosen = tuple(won for won in everything if _within(won, query.where.when))
    if query.ask == "held-since" and not chosen:
        # A holding that ended or began outside the window answers the question all the same.
        chosen = everything
    first = everything.index(chosen[0]) if chosen else 0
    holdings: tuple[Holding, ...] = ()
    if query.ask == "held-since":
        parties = query.where.parties or tuple(winner.party for winner in everything[-1].winners)
        holdings = tuple(holding for party in parties for holding in _holdings(store, life, party))
    return SeatHistory(
        ref=life.ref,
        won=chosen,
        before=everything[first - 1] if first else None,
        changes=tuple(change for each in lives for change in _changes(each) if change.after in chosen),
        lives=tuple(each.ref for each in lives),
        tenures=tuple(t for each in lives for t in each.tenures if _sat_within(t, query.where.when)),
        holdings=holdings,
        successors=became(store, life.ref.constituencies[-1]) if life.ref.abolished else (),
        forerunners=made_from(store, life.ref.constituencies[0]),
        begun=tuple(each.won[0] for each in lives if each.won and each.won[0] in chosen and _is_gain(each.won[0])),
    )


def _is_gain(won: Won) -> bool:
    """Whether a contest was published as a gain from a party."""
    return bool(won.contest.gain) and won.contest.lost_party is not None


def _sat_within(tenure: Tenure, when: When) -> bool:
    """Whether a member sat on some day of a stretch of time; any other time leaves all."""
    if not isinstance(when, Between):
        return True
    return tenure.covers(when.since or date.min, when.until or date.max)


def _within(won: Won, when: When) -> bool:
    contest = won.contest
    kind = when.kind if isinstance(when, Latest | InYears | OnDay | Between | AnyTime) else None
    if kind is not None and contest.kind is not ElectionKind(kind):
        return False
    match when:
        case InYears():
            return contest.date.year in when.years and when.month in (None, contest.date.month)
        case OnDay():
            return contest.date == when.day
        case Between():
            return (when.since or date.min) <= contest.date <= (when.until or date.max)
        case _:
            return True


def _changes(life: SeatLine) -> Iterator[Change]:
    """Where a contest was won by another party than the contest held before it."""
    for before, after in zip(life.won, life.won[1:], strict=False):
        # A by-election in a seat of several members fills one place and tells nothing of the others.
        if after.contest.by_election and after.contest.seats > 1:
            continue
        lost, won = {w.party for w in before.winners}, {w.party for w in after.winners}
        if won and lost and won != lost:
            yield Change(before, after)


def _holdings(store: Store, life: SeatLine, party: str) -> Iterator[Holding]:
    """Unbroken runs of contests won by ``party``, the first of them followed back through the seat's earlier names."""
    begin = held_from(store)
    for run, before, ended in _runs(life.won, party):
        if before is None:
            first, previous, names = _followed_back(store, life, party, run[0])
        else:
            first, previous, names = run[0], before, (life.ref.name,)
        yield Holding(
            party=party,
            first=first,
            start_known=previous is not None or first.contest.date > begin,
            from_party=previous.winners[0].party if previous and previous.winners else None,
            ended=ended,
            names=names,
        )


def _runs(won: Sequence[Won], party: str) -> Iterator[tuple[list[Won], Won | None, Won | None]]:
    """Runs of contests won by ``party``, each with the contest before it and the one that ended it."""
    run: list[Won] = []
    before: Won | None = None
    previous: Won | None = None
    for each in won:
        if each.by((party,)):
            if not run:
                before = previous
            run.append(each)
        elif run:
            yield run, before, each
            run = []
        previous = each
    if run:
        yield run, before, None


def _followed_back(store: Store, life: SeatLine, party: str, first: Won) -> tuple[Won, Won | None, tuple[str, ...]]:
    """How far back ``party`` held what ``life`` was chiefly made from: first contest, the one before it, names."""
    names = [life.ref.name]
    for _ in range(_LONGEST_CHAIN):
        parts = made_from(store, life.ref.constituencies[0])
        lives = seat_lines(store, [parts[0].seat])[parts[0].seat] if parts else ()
        earlier = next((each for each in lives if each.ref.abolished == life.ref.created), None)
        runs = list(_runs(earlier.won, party)) if earlier else []
        if earlier is None or not runs or runs[-1][2] is not None:
            # Nothing held of the forerunner, or another party won it last.
            break
        run, before, _ended = runs[-1]
        life, first = earlier, run[0]
        names.append(earlier.ref.name)
        if before is not None:
            return first, before, tuple(reversed(names))
    return first, None, tuple(reversed(names))
