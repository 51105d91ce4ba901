"""How each shape of query is answered. A shape loads what answers it when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from bot.answering.answer import Answer
from bot.answering.wording import Words
from knowledge.query import (
    About,
    Aggregate,
    Career,
    Check,
    Claims,
    Compare,
    Count,
    Elections,
    Explain,
    Fate,
    Figure,
    Governments,
    History,
    Holder,
    Listing,
    OfficeHolder,
    Quotes,
    Rank,
    ReferendumQuery,
    Result,
    Term,
    Totals,
    WhatIf,
)

if TYPE_CHECKING:
    from knowledge.store.store import Store

Q = TypeVar("Q", bound=Term)
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Route:
    """How one shape of query is answered: facts from the store, then words."""

    run: Callable[[Store, Any], Any]
    answer: Callable[[Any, Any, Words], Answer]


def route(run: Callable[[Store, Q], F], answer: Callable[[Q, F, Words], Answer]) -> Route:
    """A route whose two halves agree on the query's and the facts' types."""
    return Route(run, answer)


def routes() -> Mapping[type[Term], Callable[[], Route]]:
    """Every shape of query and what loads its route. A new shape is added in this module and nowhere else."""
    return MappingProxyType(
        {
            Career: _career,
            History: _history,
            Fate: _fate,
            Holder: _holder,
            About: _about,
            Claims: _claims,
            Check: _check,
            Compare: _compare,
            WhatIf: _what_if,
            Figure: _figure,
            Result: _result,
            Explain: _explain,
            Quotes: _quotes,
            Totals: _totals,
            Governments: _governments,
            OfficeHolder: _office_holder,
            ReferendumQuery: _referendum_query,
            Rank: _rank,
            Listing: _listing,
            Count: _count,
            Elections: _elections,
            Aggregate: _aggregate,
        }
    )


def _career() -> Route:
    from bot.answering.career import answer_career
    from knowledge.queries.career import run_career

    return route(run_career, answer_career)


def _history() -> Route:
    from bot.answering.history import answer_history
    from knowledge.queries.history import run_history

    return route(run_history, answer_history)


def _fate() -> Route:
    from bot.answering.fate import answer_fate
    from knowledge.queries.fate import run_fate

    return route(run_fate, answer_fate)


def _holder() -> Route:
    from bot.answering.holder import answer_holder
    from knowledge.queries.holder import run_holder

    return route(run_holder, answer_holder)


def _about() -> Route:
    from bot.answering.about import answer_about
    from knowledge.queries.about import run_about

    return route(run_about, answer_about)


def _claims() -> Route:
    from bot.answering.claims import answer_claims
    from knowledge.queries.claims import run_claims

    return route(run_claims, answer_claims)


def _check() -> Route:
    from bot.answering.check import answer_check
    from knowledge.queries.check import run_check

    return route(run_check, answer_check)


def _compare() -> Route:
    from bot.answering.compare import answer_compare
    from knowledge.queries.compare import run_compare

    return route(run_compare, answer_compare)


def _what_if() -> Route:
    from bot.answering.whatif import answer_what_if
    from knowledge.queries.whatif import run_what_if

    return route(run_what_if, answer_what_if)


def _figure() -> Route:
    from bot.answering.figure import answer_figure
    from knowledge.queries.figure import run_figure

    return route(run_figure, answer_figure)


def _result() -> Route:
    from bot.answering.result import answer_result
    from knowledge.queries.result import run_result

    return route(run_result, answer_result)


def _explain() -> Route:
    from bot.answering.explain import answer_explain
    from knowledge.queries.explain import run_explain

    return route(run_explain, answer_explain)


def _quotes() -> Route:
    from bot.answering.quotes import answer_quotes
    from knowledge.queries.quotes import run_quotes

    return route(run_quotes, answer_quotes)


def _totals() -> Route:
    from bot.answering.totals import answer_totals
    from knowledge.queries.totals import run_totals

    return route(run_totals, answer_totals)


def _governments() -> Route:
    from bot.answering.governments import answer_governments
    from knowledge.queries.governments import run_governments

    return route(run_governments, answer_governments)


def _office_holder() -> Route:
    from bot.answering.offices import answer_office
    from knowledge.queries.offices import run_office

    return route(run_office, answer_office)


def _referendum_query() -> Route:
    from bot.answering.referendum import answer_referendum
    from knowledge.queries.referendum import run_referendum

    return route(run_referendum, answer_referendum)


def _rank() -> Route:
    from bot.answering.rank import answer_rank
    from knowledge.queries.rank import run_rank

    return route(run_rank, answer_rank)


def _listing() -> Route:
    from bot.answering.listing import answer_listing
    from knowledge.queries.listing import run_listing

    return route(run_listing, answer_listing)


def _count() -> Route:
    from bot.answering.listing import answer_count
    from knowledge.queries.listing import run_count

    return route(run_count, answer_count)


def _elections() -> Route:
    from bot.answering.elections import answer_elections
    from knowledge.queries.elections import run_elections

    return route(run_elections, answer_elections)


def _aggregate() -> Route:
    from bot.answering.aggregate import answer_aggregate
    from knowledge.queries.aggregate import run_aggregate

    return route(run_aggregate, answer_aggregate)
