"""What a leader made of the general elections fought, and which of a leader's majorities was the largest, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.wording import Words, capital, listed, number
from knowledge.facts.country import GovernmentsFacts, HouseFact
from knowledge.query import Governments

_LISTED = 6
"""Majorities of one leader at most that are listed one by one."""


def record_headline(query: Governments, facts: GovernmentsFacts) -> str:
    """ "Harold Wilson came out of four of five general elections as Prime Minister"; with yes or no for a claim."""
    who = facts.leader or ""
    won, fought = facts.houses, sorted([*facts.houses, *facts.others], key=lambda house: house.day)
    if not won:
        many = (
            "the only general election" if len(fought) == 1 else f"any of the {number(len(fought))} general elections"
        )
        said = f"{who} did not come out of {many} fought as leader as Prime Minister: {_names(fought)}"
    elif len(won) == len(fought):
        many = "the one general election" if len(won) == 1 else f"all {number(len(won))} general elections"
        said = f"{who} came out of {many} fought as leader as Prime Minister: {_names(won)}"
    else:
        said = (
            f"{who} came out of {number(len(won))} of the {number(len(fought))} general elections fought as leader as "
            f"Prime Minister: {_names(won)}; not out of {_names(facts.others)}"
        )
    return f"{_verdict(query, facts)}{said}."


def _verdict(query: Governments, facts: GovernmentsFacts) -> str:
    """Whether what was said of the record is so."""
    if query.claim is None:
        return ""
    won, lost = bool(facts.houses), bool(facts.others)
    holds = {"won": won, "lost": lost, "none-won": not won, "none-lost": not lost}[query.claim]
    return "Yes: " if holds else "No: "


def _names(houses: Sequence[HouseFact]) -> str:
    """The elections by their years."""
    return listed([house.name.removesuffix(" general election") for house in houses])


def won_headline(query: Governments, facts: GovernmentsFacts, words: Words) -> str:
    """ "Labour won most seats at 10 of the 22 general elections from 1945 to 2024 held here"."""
    houses = facts.houses
    won = [house for house in houses if house.parties[0].party in query.parties]
    window = f"the {number(len(houses))} general elections from {houses[0].day.year} to {houses[-1].day.year} held here"
    who = capital(words.parties(query.parties, "or"))
    outright = [house for house in won if not house.hung]
    if not (outright if query.outright else won):
        return f"{who} won {'an overall majority' if query.outright else 'most seats'} at none of {window}."
    if query.end is not None:
        return _end_headline(query, won, words, window)
    short = [house for house in won if house.hung]
    with_majority = f"an overall majority at {number(len(outright))} of them"
    if not short:
        with_majority = "an overall majority at each" if len(won) > 1 else "an overall majority"
    elif outright:
        with_majority += f" (not in {_names(short)})"
    else:
        with_majority = "no overall majority"
    return f"{who} won most seats at {number(len(won))} of {window}: {_names(won)}; {with_majority}."


def lost_headline(query: Governments, facts: GovernmentsFacts, words: Words) -> str:
    """ "another party than Labour won most seats at 12 of the 22 general elections from 1945 to 2024 held here"."""
    stood = [house for house in facts.houses if any(party.party in query.parties for party in house.parties)]
    houses = stood or facts.houses
    lost = [house for house in houses if house.parties[0].party not in query.parties]
    span = f"from {houses[0].day.year} to {houses[-1].day.year} held here"
    who = words.parties(query.parties, "or")
    seated = f" at which {who} won seats" if len(stood) < len(facts.houses) else ""
    window = f"the {number(len(houses))} general elections {span}{seated}"
    if len(houses) == 1:
        most = words.the_party(houses[0].parties[0].party)
        return f"{capital(most)} won most seats at the {houses[0].name}, the only one in that time held here."
    if not lost:
        return f"{capital(who)} won most seats at each of {window}."
    kept = [house for house in houses if house not in lost]
    rest = f"; {who} won most at {_names(kept)}" if kept else ""
    return f"Another party than {who} won most seats at {number(len(lost))} of {window}: {_names(lost)}{rest}."


def _end_headline(query: Governments, won: Sequence[HouseFact], words: Words, window: str) -> str:
    """ "the last general election at which Labour won most seats was the 2024 general election", and how many."""
    at = 0 if query.end == "first" else -1
    outright = [house for house in won if not house.hung]
    house = (outright if query.outright else won)[at]
    what = "an overall majority" if query.outright else "most seats"
    seats = f"{number(house.parties[0].seats)} of {number(house.size)}"
    told = "short of a majority" if house.hung else f"an overall majority of {number(house.majority)}"
    if house.hung and outright:
        told += f"; the {query.end} with an overall majority was the {outright[at].name}"
    who = words.parties(query.parties, "or")
    return f"The {query.end} of {window} at which {who} won {what} was the {house.name}: {seats}, {told}."


def has_extreme(query: Governments, facts: GovernmentsFacts) -> bool:
    """Whether any of the houses had a majority of the parties asked for."""
    return any(not h.hung and (not query.parties or h.parties[0].party in query.parties) for h in facts.houses)


def extreme_headline(query: Governments, facts: GovernmentsFacts, words: Words) -> str:
    """ "the largest majority under Margaret Thatcher was 144, after the 1983 general election"."""
    most = query.extreme == "highest"
    own = [house for house in facts.houses if not query.parties or house.parties[0].party in query.parties]
    outright = [house for house in own if not house.hung]
    best = (max if most else min)(outright, key=lambda house: house.majority)
    led = best.governments[0].prime_minister if best.governments else best.leader or ""
    size = f"{'largest' if most else 'smallest'} overall majority"
    published = {g.majority for g in best.governments[:1]} - {None, best.majority}
    other = f" (as published {published.pop()})" if published else ""
    many = len(facts.houses)
    if query.leader is None or many > _LISTED:
        first, last = facts.houses[0].day.year, facts.houses[-1].day.year
        window = f"after the {number(many)} general elections from {first} to {last} held here"
        if query.parties:
            window = (
                f"of {words.parties(query.parties, 'or')} governments after general elections from {first} to {last}"
            )
        return f"The {size} {window} was {number(best.majority)}{other}, after the {best.name}, under {led}."
    every = listed([f"{_amount(house)} ({house.name.removesuffix(' general election')})" for house in facts.houses])
    return f"The {size} under {led} was {number(best.majority)}{other}, after the {best.name}; all of them: {every}."


def _amount(house: HouseFact) -> str:
    """A majority, or that there was none."""
    return "none" if house.hung else number(house.majority)
