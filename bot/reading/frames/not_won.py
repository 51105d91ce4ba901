"""The seats that a party did not win: "which scottish seats escaped the snp", "which did labour fail to win"."""

from __future__ import annotations

from bot.reading.frames.deposits import named_then
from bot.reading.frames.national import general
from bot.reading.frames.presumed import presumed
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import BEATEN, Count, Latest, Listing, Of, Query

_OF_SEATS = frozenset(
    {
        "which", "where", "what", "who", "aux", "listing", "seats", "only", "get", "win", "needed", "not", "not_aux",
        "escaped", "hold", "ahead", "general_election", "general", "both", "did_how",
    }
)  # fmt: skip
"""Cues of a question for seats that a party fought and did not win."""
_OF_CANDIDATES = frozenset(
    {
        "which",
        "where",
        "what",
        "who",
        "aux",
        "listing",
        "how_many",
        "candidates",
        "lose",
        "went_out",
        "general_election",
    }
)
"""Cues of a question for the candidates of a party who were not elected."""


@needs("a party")
@needs("no seat named")
@needs("which", "where", "listing", "what", "only")
@needs("escaped", "not", "not_aux")
def not_won(work: Work) -> Query | None:
    """Every contest of an area in which the one party named stood and did not win, at one general election."""
    if len(work.parties) != 1 or not work.areas or work.seats or work.people or work.kind is ElectionKind.BY_ELECTION:
        return None
    of_seats = work.has("seats", "where") or not work.words.isdisjoint(("seats", "constituencies"))
    if not (of_seats and _OF_SEATS.issuperset(work.hits)) or work.opens_as("verb_openers"):
        return None
    if not (work.has("escaped") or _denied(work)) or not named_then(work) or len(work.years) > 1:
        return None
    expected = presumed(work) or _counted(work)
    if work.free_numbers() and expected is None:
        return None
    work.take(*_OF_SEATS)
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL), conditions=(BEATEN,)))
    return Listing(where=where, of=Of.CANDIDACIES, expected=expected)


@needs("a party")
@needs("no seat named")
@needs("candidates")
@needs("lose")
def beaten_candidates(work: Work) -> Query | None:
    """ "which labour candidates lost in wales": who stood for the one party and was not elected, seat by seat."""
    if len(work.parties) != 1 or work.seats or work.people or work.kind is ElectionKind.BY_ELECTION:
        return None
    if not _OF_CANDIDATES.issuperset(work.hits) or work.opens_as("verb_openers") or work.free_numbers():
        return None
    if not named_then(work) or len(work.years) > 1:
        return None
    counted = work.has("how_many")
    work.take(*_OF_CANDIDATES)
    where = general(work.selection(default=Latest(kind=ElectionKind.GENERAL), conditions=(BEATEN,)))
    return Count(where=where, of=Of.CANDIDACIES) if counted else Listing(where=where, of=Of.CANDIDACIES)


def _counted(work: Work) -> int | None:
    """ "only three scottish seats": how many it takes for granted; marks what says so."""
    for at, number in work.free_numbers():
        behind = work.cover.spans[at + 1] if at + 1 < len(work.cover.spans) else None
        if number.unit == "" and behind is not None and (behind.area or "seats" in behind.cues):
            work.used.add(at)
            return int(number.value)
    return None


def _denied(work: Work) -> bool:
    """Whether the one thing denied is that the party won: "did the snp not win", "not won by labour"."""
    wins = set(work.hits.get("win", ()))
    places = [*work.hits.get("not", ()), *work.hits.get("not_aux", ())]
    parties = {slot.span for slot in work.parties}
    return len(places) == 1 and any(
        all(at in parties or work.cover.spans[at].filler for at in range(places[0] + 1, win))
        for win in wins
        if win > places[0]
    )
