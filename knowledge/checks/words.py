"""Quotations can be attributed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from knowledge.checks.finding import Finding

_MARKS = "\"'\u2018\u2019\u201c\u201d"


def quotes_are_bare_words(database: sqlite3.Connection) -> Iterator[Finding]:
    """Words are held without the quote marks around them."""
    for rowid, words in database.execute("select rowid, words from quotes"):
        if words[0] in _MARKS and words[-1] in _MARKS:
            yield Finding("quotes", rowid, "words", "words without quote marks around them", words[:40])


def quotes_are_dated_by_their_source(database: sqlite3.Connection) -> Iterator[Finding]:
    """Nothing was said after the source was published."""
    rows = database.execute(
        "select q.rowid, q.date, s.as_of from quotes as q join sources as s on s.id = q.source where q.date > s.as_of"
    )
    for rowid, said, published in rows:
        yield Finding("quotes", rowid, "date", f"a day up to that of its source, {published}", said)


def speakers_are_who_their_ids_say(database: sqlite3.Connection) -> Iterator[Finding]:
    """A speaker's name holds the surname of the person whose id is given."""
    rows = database.execute(
        "select q.rowid, q.person, q.speaker, p.name from quotes as q join people as p on p.id = q.person"
        " where instr(lower(q.speaker), lower(p.family)) = 0"
    )
    for rowid, person, speaker, name in rows:
        yield Finding("quotes", rowid, "person", f"the id of {speaker}", f"{person}, who is {name}")
