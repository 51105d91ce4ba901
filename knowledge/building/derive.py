"""The tables that queries run on, worked out from the packs' own rows by the scripts in ``sql/``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from knowledge.building.names import write_names

_NAMES_AFTER = "40-totals"


def steps() -> int:
    """How many steps ``derive`` takes: the scripts, and the names."""
    return len(_scripts()) + 1


def _scripts() -> list[Path]:
    return sorted(Path(__file__).with_name("sql").glob("*.sql"))


def derive(database: sqlite3.Connection) -> Iterator[str]:
    """Work out every derived table in ``database``, yielding the name of each step when it is done."""
    database.execute("begin")
    for script in _scripts():
        for statement in _statements(script.read_text(encoding="utf-8")):
            database.execute(statement)
        yield script.stem
        if script.stem == _NAMES_AFTER:
            write_names(database)
            yield "names"
    database.execute("commit")
    _drop_temporary(database)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, which ``executescript`` would run outside the open transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _drop_temporary(database: sqlite3.Connection) -> None:
    tables = database.execute("select name from temp.sqlite_master where type = 'table'").fetchall()
    for (name,) in tables:
        database.execute(f'drop table temp."{name}"')
