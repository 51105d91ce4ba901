"""Rows of all packs into tables, each row's place in its file remembered for the checks."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from knowledge.building.columns import create_statement, encode, insert_statement
from knowledge.checks.running import run_checks
from knowledge.errors import Fault
from knowledge.loading.folders import HEAD, PackBytes
from knowledge.loading.packs import Head, load_head, load_pack
from knowledge.loading.rows import FileRows, table_of
from knowledge.models.sources import PackInfo, Source
from knowledge.models.tables import TABLES

_TEMPORARY = frozenset({"contests", "candidacies"})
"""Tables that are not kept as such: the compiled file has views of those names on the facts worked out from them."""


@dataclass(slots=True)
class Staged:
    """A database that holds every row of every pack, and where each came from."""

    database: sqlite3.Connection
    faults: list[Fault] = field(default_factory=list)
    """What did not validate; those rows are not in the database."""
    _files: dict[str, list[tuple[int, FileRows]]] = field(default_factory=dict)
    _rows: dict[str, int] = field(default_factory=dict)

    def add(self, rows: FileRows) -> None:
        """Put the rows of one file into their table."""
        first = self._rows.get(rows.table, 0) + 1
        model = TABLES[rows.table]
        self.database.executemany(insert_statement(rows.table, model), encode(rows.rows, model))
        self._rows[rows.table] = first + len(rows.rows) - 1
        place = FileRows(rows.pack, rows.file, rows.table, (), rows.lines)
        self._files.setdefault(rows.table, []).append((first, place))

    def fault(self, table: str, rowid: int, field: str, expected: str, found: object = "") -> Fault:
        """A fault of the row with that ``rowid`` in ``table``, located in its file."""
        files = self._files[table]
        first, place = files[bisect_right(files, rowid, key=lambda entry: entry[0]) - 1]
        return Fault(place.pack, place.file, place.lines[rowid - first], field, expected, str(found))


def stage(packs: Sequence[PackBytes], on_pack: Callable[[str], None]) -> Staged:
    """Read ``packs`` into a new database in memory, telling ``on_pack`` the name of each when it is done.

    What does not validate is on ``faults`` of the result, never raised.
    """
    staged = Staged(_new_database())
    create_tables(staged.database)
    heads: list[tuple[PackBytes, Head]] = []
    for pack in packs:
        head, faults = load_head(pack)
        staged.faults.extend(faults)
        heads.append((pack, head))
    staged.faults.extend(add_heads(staged.database, heads))
    for pack, head in heads:
        staged.database.execute("begin")
        for rows, faults in load_pack(pack, head):
            staged.faults.extend(faults)
            if rows:
                staged.add(rows)
        staged.database.execute("commit")
        on_pack(pack.name)
    _index(staged.database)
    return staged


def _new_database() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    # A build that fails is thrown away as a whole, so there is nothing to keep a journal for; and temporary tables
    # would go to a file of their own.
    # Larger pages than usual: fewer to fill, and no slower to look things up in.
    database.execute("pragma page_size = 8192")
    database.execute("pragma journal_mode = off")
    database.execute("pragma temp_store = memory")
    return database


def check(staged: Staged) -> list[Fault]:
    """Every fault of the packs: what could not be read, and what does not hold together in the rest."""
    incomplete = {table_of(fault.file) or "sources" for fault in staged.faults}
    findings = run_checks(staged.database, frozenset(incomplete))
    found = [staged.fault(one.table, one.rowid, one.field, one.expected, one.found) for one in findings]
    return [*staged.faults, *found]


def create_tables(database: sqlite3.Connection) -> None:
    """Create the tables that hold the packs' own rows."""
    for table, model in TABLES.items():
        database.execute(create_statement(f"{_schema(table)}.{table}", model))
    database.execute(create_statement("sources", Source))
    database.execute(create_statement("packs", PackInfo))


def _schema(table: str) -> str:
    return "temp" if table in _TEMPORARY else "main"


def _index(database: sqlite3.Connection) -> None:
    """Index what checks and the working out look rows up by. Not unique: that is for a check to say."""
    with_id = [table for table, model in TABLES.items() if "id" in model.model_fields]
    for table in (*with_id, "sources"):
        database.execute(f"create index {_schema(table)}.{table}_id on {table} (id)")
    database.execute("create index temp.candidacies_contest on candidacies (contest)")
    database.execute("create index constituencies_seat on constituencies (seat)")
    database.execute("create index temp.contests_constituency on contests (constituency)")


def add_heads(database: sqlite3.Connection, heads: Sequence[tuple[PackBytes, Head]]) -> list[Fault]:
    """Put packs and sources into their tables; packs of one id or unlike definitions of one source are faults."""
    faults: list[Fault] = []
    packs: dict[str, tuple[PackInfo, str]] = {}
    sources: dict[str, tuple[Source, str]] = {}
    for pack, head in heads:
        if head.info:
            _, where = packs.setdefault(head.info.id, (head.info, str(pack.folder)))
            if where != str(pack.folder):
                faults.append(Fault(pack.name, HEAD, 1, "id", f"another pack id than that of {where}", head.info.id))
        for source, line in head.sources:
            held, where = sources.setdefault(source.id, (source, pack.name))
            if held != source:
                expected = f"a source id of its own, or the definition of {where}"
                faults.append(Fault(pack.name, HEAD, line, "id", expected, source.id))
    infos = [info for info, _ in packs.values()]
    database.executemany(insert_statement("packs", PackInfo), encode(infos, PackInfo))
    described = [source for source, _ in sources.values()]
    database.executemany(insert_statement("sources", Source), encode(described, Source))
    return faults
