"""Any answer at all, for properties that must hold of each."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from bot.answering.answer import (
    Answer,
    Kind,
    Listing,
    Option,
    Paragraph,
    Quotation,
    ResultList,
    SourceRef,
    Standing,
    Table,
)
from knowledge.query import About, Career, Result, Selection

words = st.text(max_size=60) | st.text(alphabet="*_~`|>#-[]()<>@:\\/.1 \n", max_size=30) | st.just("x" * 700)
label = st.text(min_size=1, max_size=150)
days = st.dates(min_value=date(1918, 1, 1), max_value=date(2026, 12, 31))
some = st.none() | words
left = st.integers(min_value=0, max_value=3)


def many(items: st.SearchStrategy[str], largest: int = 12) -> st.SearchStrategy[tuple[str, ...]]:
    """None, some, or far too many."""
    few = st.lists(items, max_size=4)
    return few.map(tuple) | few.map(lambda found: tuple(found) * largest)


standings = st.builds(
    Standing, position=st.sampled_from(("1", "2", "3", "last", "")), name=words, party=words, votes=some, share=some,
    change=some, elected=st.booleans(), colour=st.sampled_from((None, "#0087dc", "blue")),
)  # fmt: skip
tables = st.integers(min_value=1, max_value=4).flatmap(
    lambda width: st.builds(
        Table,
        title=some,
        columns=st.lists(words, min_size=width, max_size=width).map(tuple),
        rows=st.lists(st.lists(words, min_size=width, max_size=width).map(tuple), max_size=5).map(tuple),
        left_out=left,
    )
)
blocks = st.one_of(
    st.builds(Paragraph, text=words),
    st.builds(
        ResultList, title=words, summary=many(words, 9), left_out=left,
        standings=st.lists(standings, max_size=4).map(tuple) | st.tuples(standings).map(lambda found: found * 40),
    ),
    st.builds(Listing, title=some, items=many(words), numbered=st.booleans(), left_out=left),
    tables,
    st.builds(
        Quotation, words=words, speaker=words, role=words, said_on=days, occasion=words, source=words,
        partial=st.booleans(),
    ),
)  # fmt: skip
queries = st.one_of(
    st.just(About(topic="help")),
    st.builds(Result, where=st.builds(Selection, seats=st.tuples(st.text(max_size=40)))),
    st.builds(Career, where=st.builds(Selection, people=st.just(tuple(f"mnis-{n * 7919}" for n in range(60))))),
)
sources = st.builds(
    SourceRef, title=words, publisher=words, licence=words, as_of=days,
    address=st.sampled_from((None, "https://example.org/a_(b)?c=d", "javascript:alert(1)", "not an address")),
)  # fmt: skip
answers = st.builds(
    Answer,
    kind=st.sampled_from(Kind),
    headline=words,
    blocks=st.lists(blocks, max_size=3).map(tuple) | st.lists(blocks, max_size=1).map(lambda found: tuple(found) * 16),
    notes=many(words, 20),
    query=st.none() | queries,
    read_as=some,
    options=st.lists(st.builds(Option, label=label, query=queries), max_size=30).map(tuple),
    examples=many(words, 5),
    reason=st.none(),
    sources=st.lists(sources, max_size=3).map(tuple),
    colour=st.sampled_from((None, "#0087dc", "#fff", "red", "")),
)
