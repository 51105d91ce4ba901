"""What a leader made of the general elections fought, and which of a leader's majorities was the largest, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.wording import capital, listed, number
from knowledge.facts.country import GovernmentsFacts, HouseFact
from knowledge.query import Governments


def record_headline(query: Governments, facts: GovernmentsFacts) -> str:
    """ "Harold Wilson came out of four of five general elections as Prime Minister"; with yes or no for a claim."""
    who = facts.leader or ""
    won, fought = facts.houses, sorted([*facts.houses, *facts.others], key=lambda house: house.day)
    if not won:
        many = "the only general election" if len(fought) == 1 else f"any of the {number(len(fought))} general elections"
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
    holds = {"won": bool(facts.houses), "lost": bool(facts.others), "none-won": not facts.houses}[query.claim]
    return "Yes: " if holds else "No: "


def _names(houses: Sequence[HouseFact]) -> str:
    """The elections by their years."""
    return listed([house.name.removesuffix(" general election") for house in houses])


def extreme_headline(query: Governments, facts: GovernmentsFacts) -> str:
    """ "the largest majority under Margaret Thatcher was 144, after the 1983 general election"."""
    most = query.extreme == "highest"
    best = (max if most else min)(facts.houses, key=lambda house: house.majority)
    led = best.leader or (best.governments[0].prime_minister if best.governments else "")
    kind = "largest" if most else "smallest"
    every = listed([f"{_amount(house)} ({house.name.removesuffix(' general election')})" for house in facts.houses])
    start = (
        f"The {kind} overall majority under {led} was {number(best.majority)}, after the {best.name}"
        if not best.hung
        else f"The {kind} overall majority under {led} was none, after the {best.name} (a hung parliament)"
    )
    published = {g.majority for g in best.governments[:1]} - {None, best.majority}
    other = f" (as published {published.pop()})" if published and not best.hung else ""
    return f"{capital(start)}{other}; all of them: {every}."


def _amount(house: HouseFact) -> str:
    """A majority, or that there was none."""
    return "none" if house.hung else number(house.majority)
