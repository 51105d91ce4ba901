"""Corrections: they speak of rows that are held, and they excuse the fault they record and no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from knowledge.checks.finding import Finding
from knowledge.models.elections import Candidacy, Contest


def excuse(findings: Iterable[Finding], database: sqlite3.Connection) -> Iterator[Finding]:
    """The findings that no correction of the same contest, field and person accounts for."""
    recorded = set(database.execute("select contest, field, person from corrections"))
    for finding in findings:
        keys = {(finding.contest, finding.field, finding.person), (finding.contest, finding.field, None)}
        if not keys & recorded:
            yield finding


def corrections_fit_their_rows(database: sqlite3.Connection) -> Iterator[Finding]:
    """A correction names a field that is there, two different figures, and the one that the row holds."""
    rows = database.execute("select rowid, contest, field, person, published, used from corrections").fetchall()
    for rowid, contest, field, person, published, used in rows:
        model = Candidacy if person is not None or field not in Contest.model_fields else Contest
        if field not in model.model_fields:
            known = sorted({*Contest.model_fields, *Candidacy.model_fields})
            yield Finding("corrections", rowid, "field", f"one of {', '.join(known)}", field)
            continue
        if _same(published, used):
            yield Finding("corrections", rowid, "used", "another figure than the published one", used)
        if model is Candidacy and person is None:
            # A figure of several candidates together, which no row holds.
            continue
        held = _held(database, contest, field, person)
        if held and not any(_same(value, used) for value in held):
            yield Finding("corrections", rowid, "used", f"the figure held, {' or '.join(map(str, held))}", used)
        if not held and model is Candidacy:
            yield Finding("corrections", rowid, "person", "somebody who stood in the contest", person or "")


def _held(database: sqlite3.Connection, contest: str, field: str, person: str | None) -> list[object]:
    if person is None:
        return [value for (value,) in database.execute(f"select {field} from contests where id = ?", (contest,))]
    query = f"select {field} from candidacies where contest = ? and person = ?"
    return [value for (value,) in database.execute(query, (contest, person))]


def _same(held: object, written: str) -> bool:
    """Whether a value and a figure as somebody wrote it, perhaps with a remark in brackets, are equal."""
    figure = written.partition(" (")[0]
    if held is None:
        return figure == "not held"
    try:
        return abs(float(str(held)) - float(figure)) < 1e-6
    except ValueError:
        return str(held) == figure
