"""Every name that words can be looked up by, folded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from knowledge.fold import fold

_TABLE = """
create table names (
    key text not null, kind text not null, ref text not null, form text not null, label text not null,
    primary key (key, kind, ref)
) without rowid
"""

_PARTY_FORMS = {"abbreviation": "initials"}

Name = tuple[str, str, str, str, str]
"""Folded key, kind, ref, form, label."""


def write_names(database: sqlite3.Connection) -> int:
    """Create and fill the table ``names``; returns how many rows it has."""
    database.execute(_TABLE)
    # The first of several equal names stays: exact forms are given before others.
    found: dict[tuple[str, str, str], Name] = {}
    for source in (_seats, _regions, _parties, _people, _places, _explainers):
        for text, kind, ref, form, label in source(database):
            key = fold(text)
            if key:
                found.setdefault((key, kind, ref), (key, kind, ref, form, label))
    rows = sorted(found.values())
    database.executemany("insert into names values (?, ?, ?, ?, ?)", rows)
    return len(rows)


def _seats(database: sqlite3.Connection) -> Iterator[Name]:
    rows = database.execute(
        "select seat, name, name_cy, first_value(name) over (partition by seat order by boundary_set desc)"
        " from constituencies"
    ).fetchall()
    for seat, name, _, label in rows:
        yield name, "seat", seat, "exact", label
    for seat, _, welsh, label in rows:
        if welsh:
            yield welsh, "seat", seat, "welsh", label


def _regions(database: sqlite3.Connection) -> Iterator[Name]:
    for ref, name in database.execute("select id, name from regions"):
        yield name, "region", ref, "exact", name


def _parties(database: sqlite3.Connection) -> Iterator[Name]:
    rows = database.execute("select id, name, short, plural from parties").fetchall()
    for ref, name, _, _ in rows:
        yield name, "party", ref, "exact", name
    for ref, name, short, plural in rows:
        yield short, "party", ref, "initials", name
        if plural:
            yield plural, "party", ref, "alias", name
    aliases = database.execute(
        "select n.name, n.party, n.kind, p.name from party_names as n join parties as p on p.id = n.party"
    )
    for text, ref, kind, label in aliases:
        yield text, "party", ref, _PARTY_FORMS.get(kind, "alias"), label


def _people(database: sqlite3.Connection) -> Iterator[Name]:
    rows = database.execute("select id, name, family from people").fetchall()
    for ref, name, _ in rows:
        yield name, "person", ref, "exact", name
    aliases = database.execute(
        "select n.name, n.person, p.name from person_names as n join people as p on p.id = n.person"
    )
    for text, ref, label in aliases:
        yield text, "person", ref, "alias", label
    published = database.execute(
        "select distinct published_name, person, name from candidacy_facts"
        " where published_name is not null and person is not null"
    )
    for text, ref, label in published:
        yield text, "person", ref, "alias", label
    for ref, name, family in rows:
        yield family, "person", ref, "surname", name


def _places(database: sqlite3.Connection) -> Iterator[Name]:
    for (name,) in database.execute("select distinct name from places"):
        yield name, "place", name, "exact", name


def _explainers(database: sqlite3.Connection) -> Iterator[Name]:
    rows = database.execute("select id, term, names from explainers").fetchall()
    for ref, term, _ in rows:
        yield term, "explainer", ref, "exact", term
    for ref, term, names in rows:
        for name in json.loads(names):
            yield name, "explainer", ref, "alias", term
