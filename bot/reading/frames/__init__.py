"""Frames: what kinds of question there are, and which words and slots each explains.

A frame looks at a ``Work`` and gives a query or nothing; what it explains, it marks. The reader accepts the first
frame, in the order of ``frames()``, after which no word of content is left unexplained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.reading.frames import (
    basis,
    checks,
    cited,
    compares,
    country,
    defeats,
    departures,
    fielded,
    figures,
    lists,
    national,
    neighbours,
    people,
    ranks,
    referendums,
    results,
    same_day,
    seats,
    stated,
    superlatives,
    takers,
    thresholds,
    whatif,
    words,
)
from bot.reading.work import Work
from knowledge.query import Query

Frame = Callable[[Work], Query | None]


def frames() -> Sequence[Frame]:
    """Every frame, the most specific first."""
    return (
        words.about,
        words.plain_explain,
        cited.cited,
        words.quotes,
        stated.stated,
        words.governing_gain,
        words.claims,
        whatif.what_if,
        referendums.referendum,
        country.leads,
        country.governments,
        country.leader_won,
        country.elections_held,
        thresholds.thresholds,
        superlatives.superlative,
        basis.basis,
        defeats.record,
        defeats.left_to_their_own,
        checks.check,
        checks.why,
        departures.successor,
        figures.cause,
        country.office,
        compares.compare,
        compares.leading_party,
        people.beside_seat,
        defeats.defeat,
        departures.heir,
        departures.forerunner,
        departures.won_when,
        departures.left,
        departures.served,
        departures.afterwards,
        neighbours.neighbour,
        seats.taken,
        seats.fate,
        seats.replaced_seat,
        figures.extreme_in_seat,
        seats.history,
        seats.holder,
        same_day.same_day,
        takers.taker,
        fielded.fielded,
        results.beaten,
        results.candidates,
        results.full,
        results.place,
        people.by_election_wins,
        people.first_member,
        national.best_election,
        ranks.average,
        ranks.rank,
        lists.by_elections,
        figures.deposit,
        figures.figure,
        figures.polling_date,
        results.party_candidate,
        people.career,
        national.commons_majority,
        lists.seats,
        national.totals,
        results.claimed,
        results.winner,
        results.poll_day,
        people.bare_person,
        checks.statement,
        words.explain,
    )
