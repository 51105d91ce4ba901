"""Reading from the compiled knowledge base."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from knowledge.errors import DamagedStoreError
from knowledge.models.sources import Source

Value = Any
"""What SQLite holds: text, a number, or ``None``. Rows are as loosely typed as the statements that fetch them."""

T = TypeVar("T")

_CACHE_KIB = 12 * 1024
"""Pages kept by the connection. The file is not mapped, so that memory stays bounded whatever is asked."""


_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR})


class Name(NamedTuple):
    """A name that words can be looked up by; see "names" in ``docs/packs.md``."""

    key: str
    kind: str
    ref: str
    form: str
    label: str


class Store:
    """One read-only connection to a compiled knowledge base. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection, file: Path | None = None) -> None:
        """Read from ``connection``, which was opened from ``file``."""
        self._connection = connection
        self.file = file
        """The compiled file, absent where the facts are in memory only."""
        self._sources: dict[str, Source] = {}
        self._made: dict[Callable[[Store], Any], Any] = {}
        self.meta: Mapping[str, str] = dict(self.fetch("select key, value from meta"))
        """Content hash (``version``), ``built_at`` and ``count_...`` of each table."""

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a compiled file. Raises ``DamagedStoreError`` where it is none, and removes it then."""
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            cached_statements=512,
        )
        try:
            connection.execute(f"pragma cache_size = -{_CACHE_KIB}")
            connection.execute("pragma query_only = on")
            return cls(connection, path)
        except sqlite3.Error as error:
            connection.close()
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise DamagedStoreError(f"{path} is no compiled knowledge base: {error}") from error
        except DamagedStoreError:
            connection.close()
            raise

    def fetch(self, sql: str, params: Sequence[Value] | Mapping[str, Value] = ()) -> list[tuple[Value, ...]]:
        """All rows of a ``select``.

        Raises ``DamagedStoreError`` where the file turns out to be damaged; it is then removed, so that the next
        start builds a new one.
        """
        try:
            return self._connection.execute(sql, params).fetchall()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
                raise
            if self.file:
                with suppress(OSError):
                    self.file.unlink(missing_ok=True)
            raise DamagedStoreError(
                f"The compiled knowledge base {self.file or ''} is damaged ({error}); the next start builds it again."
            ) from error

    def once(self, make: Callable[[Store], T]) -> T:
        """What ``make`` makes of this store, made at the first call: for small tables that many answers need."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def names(self) -> Iterator[Name]:
        """Every name, by key."""
        return map(Name._make, self.fetch("select key, kind, ref, form, label from names order by key, kind, ref"))

    def source(self, id: str) -> Source:  # noqa: A002
        """A source by id. Raises ``KeyError`` where there is none of that id."""
        held = self._sources.get(id)
        if held is None:
            rows = self.fetch("select id, publisher, title, address, licence, as_of from sources where id = ?", (id,))
            if not rows:
                raise KeyError(id)
            held = self._sources[id] = Source.model_validate(dict(zip(Source.model_fields, rows[0], strict=True)))
        return held

    def close(self) -> None:
        """Close the connection; the store is of no use after that."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
