"""The member some steps before or after somebody, or some time, in a seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from knowledge.facts.seats import SeatLine, Step, Tenure
from knowledge.queries.seat_lines import seat_lines
from knowledge.queries.successions import became, made_from, with_members
from knowledge.query import Holder
from knowledge.store.store import Store


def member_steps(
    store: Store, lives: Iterable[SeatLine], query: Holder, first: date, last: date, *, now: bool
) -> tuple[Step, ...]:
    """From each member asked about to the one ``query.steps`` before or after; without people or member, from the time.

    ``first`` and ``last`` are the days asked about, ``now`` where those are the date of the data.
    """
    held = list(lives)
    if query.where.people:
        asked = [(life, t) for life in held for t in life.tenures if t.person in query.where.people]
    elif now:
        asked = [(life, t) for life in held[-1:] for t in life.tenures[-1:]]
    else:
        if not query.of_member:
            return tuple(_from_time(held, query, first, last))
        asked = _of_time(held, first, last, before=query.relation == "before")
        if not asked:
            return tuple(_from_time(held, query, first, last))
    back = query.relation == "before"
    return tuple(_walk(store, life, tenure, query.steps, back=back) for life, tenure in asked)


def _of_time(lives: list[SeatLine], first: date, last: date, *, before: bool) -> list[tuple[SeatLine, Tenure]]:
    """The first member of the time where it is asked who came before, the last where it is asked who came after."""
    sat = [(life, tenure) for life in lives for tenure in life.tenures if tenure.covers(first, last)]
    return sat[:1] if before else sat[-1:]


def _from_time(lives: list[SeatLine], query: Holder, first: date, last: date) -> Iterator[Step]:
    """The member before or after a time; of several seats of one name in the one whose life lies nearest to it."""
    if query.relation == "before":
        lives = [life for life in lives if any(t.start < first for t in life.tenures)][-1:]
    else:
        lives = [life for life in lives if any(t.end is None or t.end > last for t in life.tenures)][:1]
    for life in lives:
        if query.relation == "before":
            found = [t for t in life.tenures if t.start < first][-query.steps :]
            answering = found[:1] if len(found) == query.steps else []
        else:
            answering = [t for t in life.tenures if t.end is None or t.end > last][query.steps - 1 : query.steps]
            answering = [t for t in answering if query.steps > 1 or t.covers(last, last)]
        yield from (Step(None, tenure) for tenure in answering)


def _walk(
    store: Store, life: SeatLine, tenure: Tenure, steps: int, *, back: bool, via: tuple[Tenure, ...] = ()
) -> Step:
    """``steps`` on from ``tenure``; where the seat begins or ends, through its largest forerunner or successor."""
    step = _before(store, life, tenure, via) if back else _after(store, life, tenure, via)
    if steps == 1:
        return step
    if step.other is not None:
        return _walk(store, life, step.other, steps - 1, back=back, via=(*via, tenure))
    beyond = _beyond(store, step)
    if beyond is None:
        return step
    return _walk(store, *beyond, steps - 1, back=back, via=(*via, tenure))


def _beyond(store: Store, step: Step) -> tuple[SeatLine, Tenure] | None:
    """The member of the largest part that a seat was made from or went to, in that part's own life."""
    member = next((tenure for part in step.parts[:1] for tenure in part.members), None)
    if member is None:
        return None
    lives = seat_lines(store, [member.seat])[member.seat]
    return next(
        (
            (life, t)
            for life in lives
            for t in life.tenures
            if t.name == member.name and t.covers(member.start, member.start)
        ),
        None,
    )


def _before(store: Store, life: SeatLine, tenure: Tenure, via: tuple[Tenure, ...]) -> Step:
    before = [t for t in life.tenures if t.start < tenure.start and _until(t) <= tenure.start]
    if before:
        return Step(tenure, before[-1], via=via)
    created = life.ref.created
    if created is None:
        return Step(tenure, None, via=via)
    made = made_from(store, life.ref.constituencies[0])
    parts = with_members(store, made, created - timedelta(days=1))
    return Step(tenure, None, parts=parts, created=created, via=via)


def _after(store: Store, life: SeatLine, tenure: Tenure, via: tuple[Tenure, ...]) -> Step:
    after = [t for t in life.tenures if t.start > tenure.start and t.start >= _until(tenure)]
    if after:
        return Step(tenure, after[0], via=via)
    vacancy = next((v for v in life.vacancies if v.after == tenure and v.filled_by is None), None)
    if life.ref.abolished is None:
        return Step(tenure, None, vacancy, via=via)
    parts = with_members(store, became(store, life.ref.constituencies[-1]), life.ref.abolished)
    return Step(tenure, None, vacancy, parts, abolished=life.ref, via=via)


def _until(tenure: Tenure) -> date:
    return tenure.end or date.max
