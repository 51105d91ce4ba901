"""Why a by-election was held, as a sentence: ``Jamie Reed (Labour) resigned``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.answering.wording import Words, listed
from knowledge.facts.contests import ContestFact

_BY_MEMBER: Mapping[str, str] = MappingProxyType(
    {
        "appointed as a judge": "was appointed a judge",
        "appointment as a judge": "was appointed a judge",
        "bankruptcy": "was made bankrupt",
        "death": "died",
        "death of the member": "died",
        "disqualification": "was disqualified from sitting in the House of Commons",
        "elevation to the House of Lords": "was made a peer",
        "expulsion from the House of Commons": "was expelled from the House of Commons",
        "leaving party": "left the party and the seat",
        "ministerial appointment": "was appointed a minister and had to stand again",
        "official appointment": "was appointed to a public office",
        "recall petition": "was removed by a recall petition",
        "resignation": "resigned",
        "succession to a peerage": "succeeded to a peerage",
        "writ of acceleration": "was called to the House of Lords early, by a writ of acceleration",
    }
)
"""What the member did or what became of them, by the cause as it is held."""
_LOST_SEAT = "lost the seat on an election petition"
_VOID = frozenset({"election petition", "election declared void on petition"})


def departure(cause: str) -> str | None:
    """What a cause says of the member, as a verb: ``was made a peer``; ``None`` for a cause that says nothing known."""
    return _LOST_SEAT if cause in _VOID else _BY_MEMBER.get(cause)


def cause_words(causes: Iterable[str]) -> str:
    """What narrows by-elections to those of some causes: ``held because the member resigned``."""
    return f"held because the member {listed((_BY_MEMBER.get(cause, _LOST_SEAT) for cause in causes), 'or')}"


def vacated(words: Words, contest: ContestFact) -> str | None:
    """How a by-election came about, as a sentence without a full stop; ``None`` where no cause is held.

    A cause that has no phrase here is said as it is held: nothing is made up.
    """
    if contest.cause is None:
        return None
    member = previous_member(words, contest)
    if contest.cause in _VOID:
        return f"the election of {member} was declared void on petition"
    verb = departure(contest.cause)
    if verb is None:
        return f"of this: {contest.cause}" + (f" ({contest.previous_name})" if contest.previous_name else "")
    return f"{member} {verb}"


def previous_member(words: Words, contest: ContestFact) -> str:
    """``Jamie Reed (Labour)``, the party being the last that the member sat for before the by-election."""
    if contest.previous_name is None:
        return "a member" if contest.seats > 1 else "the sitting member"
    party = f" ({words.party(contest.exact_previous)})" if contest.exact_previous else ""
    return f"{contest.previous_name}{party}"
