"""Answers of every kind and block, as renderers meet them."""

from __future__ import annotations

from datetime import date

from bot.answering.answer import (
    Answer,
    Kind,
    Listing,
    Option,
    Paragraph,
    Quotation,
    Reason,
    ResultList,
    SourceRef,
    Standing,
    Table,
)
from knowledge.query import Explain, InYears, Result, Selection

LIBRARY = SourceRef(
    publisher="House of Commons Library",
    title="By-elections in the 2015 Parliament",
    address="https://commonslibrary.parliament.uk/research-briefings/cbp-7417/",
    as_of=date(2017, 6, 9),
    licence="Open Parliament Licence v3.0",
)

COPELAND = Answer(
    kind=Kind.ANSWER,
    headline="Trudy Harrison (Conservative) won the Copeland by-election, 23 February 2017, with 13,748 votes.",
    blocks=(
        ResultList(
            title="Copeland by-election, 23 February 2017",
            summary=("Majority 2,147 (6.9 points)", "Turnout 51.3% (31,108 of 60,602)"),
            standings=(
                Standing(
                    position="1",
                    name="Trudy Harrison",
                    party="Conservative",
                    votes="13,748",
                    share="44.2%",
                    change="+8.5",
                    elected=True,
                    colour="#0087dc",
                ),
                Standing(
                    position="2",
                    name="Gillian Troughton",
                    party="Labour",
                    votes="11,601",
                    share="37.3%",
                    change="-4.9",
                    colour="#e4003b",
                ),
                Standing(position="3", name="Rebecca Hanson", party="Liberal Democrats", votes="2,252", share="7.2%"),
            ),
            left_out=4,
        ),
    ),
    notes=("Change in share is against the 2015 general election.",),
    query=Result(where=Selection(seats=("copeland",), when=InYears(years=(2017,)))),
    read_as="winner · Copeland · by-election of 23 February 2017",
    sources=(LIBRARY,),
    colour="#0087dc",
)

STOKE = Answer(
    kind=Kind.CLARIFY,
    headline="Which Stoke do you mean?",
    options=tuple(
        Option(label=label, query=Result(where=Selection(seats=(seat,))))
        for label, seat in (
            ("Stoke-on-Trent Central", "stoke-on-trent-central"),
            ("Stoke-on-Trent North", "stoke-on-trent-north"),
            ("Stoke-on-Trent South", "stoke-on-trent-south"),
        )
    ),
    read_as="winner · Stoke",
)

WEATHER = Answer(
    kind=Kind.DECLINE,
    headline="I only answer questions about UK parliamentary elections.",
    examples=("who won Copeland?", "what is a by-election?"),
    reason=Reason.OUT_OF_SCOPE,
)

MIXED = Answer(
    kind=Kind.ANSWER,
    headline="The Conservatives took 2 seats.",
    blocks=(
        Paragraph(text="A sentence that follows."),
        Listing(title="Seats", items=("Copeland", "Bath"), numbered=True, left_out=3),
        Listing(items=("One", "Two")),
        Table(
            title="By party",
            columns=("Party", "Seats", "Share of GB"),
            rows=(("Labour", "411", "33.7%"), ("Green", "4", "")),
            left_out=1,
        ),
        Quotation(
            words="a good heart",
            speaker="Gareth Snell",
            role="Labour candidate",
            said_on=date(2017, 2, 24),
            occasion="after the count",
            source="Sky News",
            partial=True,
        ),
    ),
    query=Explain(term="swing"),
    read_as="seats · Conservative",
)

ALL = (COPELAND, STOKE, WEATHER, MIXED)
