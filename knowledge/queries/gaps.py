"""How far what a selection is picked by is held: so that "none" is never said of what is not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts.ranking import Gap
from knowledge.queries.measures import CANDIDACY_MEASURES
from knowledge.queries.population import measure_sql, population
from knowledge.query import Between, InYears, Latest, Measure, Of, OnDay, Selection

if TYPE_CHECKING:
    from knowledge.store.store import Store

_WINNERS_GENDER = "(SELECT p.gender FROM people p WHERE p.id = k.winner_person)"
_COMPLETE_SINCE = date(2010, 5, 6)
"""From this general election on every candidate of every contest is held."""


def gaps(store: Store, selection: Selection, of: Of) -> tuple[Gap, ...]:
    """What the selection is picked by and is not held for some of the contests it is picked from."""
    if not _reaches_back(selection):
        return ()
    picked = _picked_by(selection)
    if not picked:
        return ()
    bare = selection.model_copy(
        update={
            "outcome": None,
            "lost_by": (),
            "causes": (),
            "runner_up": (),
            "conditions": (),
            "gender": None,
            "place": None if selection.place != 1 else 1,
            "winner": () if selection.lost_by or selection.outcome else selection.winner,
        }
    )
    own = any(c.measure in CANDIDACY_MEASURES for c in selection.conditions)
    of_candidates = own or (selection.gender and of is Of.CANDIDACIES)
    rows = population(store, bare, Of.CANDIDACIES if of_candidates else _bare_of(bare, of))
    counts = ", ".join(f"count({sql})" for sql in picked.values())
    found = store.fetch(
        f"SELECT count(*), {counts} FROM {rows.rows(counts)} WHERE {rows.where.sql}", rows.where.params
    )[0]
    return tuple(
        Gap(measure, found[0] - held, found[0])
        for measure, held in zip(picked, found[1:], strict=True)
        if held < found[0]
    )


def _bare_of(bare: Selection, of: Of) -> Of:
    """Contests, unless who stood in them is what is asked."""
    return of if bare.parties or bare.people or bare.gender else Of.CONTESTS


def _picked_by(selection: Selection) -> dict[Measure, str]:
    picked: dict[Measure, str] = {}
    if selection.outcome is not None or selection.lost_by:
        picked[Measure.RESULT] = "k.gain"
    if selection.causes:
        picked[Measure.CAUSE] = "k.cause"
    if selection.runner_up or selection.place not in (None, 1):
        picked[Measure.POSITION] = "k.second_party"
    if selection.gender:
        picked[Measure.WOMEN] = _WINNERS_GENDER
    for condition in selection.conditions:
        picked[condition.measure] = measure_sql(condition.measure)
    return picked


def _reaches_back(selection: Selection) -> bool:
    """Whether contests from before all candidates are held may be meant."""
    match selection.when:
        case InYears(years=years):
            return min(years) <= _COMPLETE_SINCE.year
        case OnDay(day=day):
            return day < _COMPLETE_SINCE
        case Between(since=since):
            return since is None or since < _COMPLETE_SINCE
        case Latest():
            return False
        case _:
            return True
