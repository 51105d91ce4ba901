"""Which measure the cues of a question ask for."""

from __future__ import annotations

from bot.reading.frames.voters import dating
from bot.reading.work import Work
from knowledge.query import Measure

CONTEST_CUES: tuple[tuple[str, Measure], ...] = (
    ("majority", Measure.MAJORITY),
    ("turnout", Measure.TURNOUT),
    ("electorate", Measure.ELECTORATE),
    ("invalid_votes", Measure.INVALID_VOTES),
    ("valid_votes", Measure.VALID_VOTES),
    ("swing", Measure.SWING),
    ("declared", Measure.DECLARED_AT),
    ("deposit_lost", Measure.DEPOSITS_LOST),
)
CANDIDACY_CUES: tuple[tuple[str, Measure], ...] = (
    ("votes", Measure.VOTES),
    ("share", Measure.SHARE),
    ("change", Measure.CHANGE),
)
TOTAL_CUES: tuple[tuple[str, Measure], ...] = (
    ("seat_change", Measure.SEAT_CHANGE),
    ("outright", Measure.COMMONS_MAJORITY),
    ("deposit_lost", Measure.DEPOSITS_LOST),
    ("women", Measure.WOMEN),
    ("candidates", Measure.CANDIDATES),
    ("runner_up", Measure.SECONDS),
    ("share", Measure.SHARE),
    ("turnout", Measure.TURNOUT),
    ("electorate", Measure.ELECTORATE),
    ("valid_votes", Measure.VALID_VOTES),
    ("invalid_votes", Measure.INVALID_VOTES),
    ("swing", Measure.SWING),
    ("seats", Measure.SEATS),
    ("votes", Measure.VOTES),
)
CLAIM_CUES: tuple[tuple[str, Measure], ...] = (
    ("turnout", Measure.TURNOUT),
    ("electorate", Measure.ELECTORATE),
    ("majority", Measure.MAJORITY),
    ("share", Measure.SHARE),
    ("votes", Measure.VOTES),
    ("seats", Measure.SEATS),
    ("candidates", Measure.CANDIDATES),
)
OF_A_WHOLE = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.INVALID_VOTES})
"""What a contest or election has as a whole, and no party or person in it."""
_OF_VOTERS = ("turnout", "valid_votes", "took_part")
"""Cues that "people voted" has besides that of votes."""


def claimed(work: Work) -> tuple[str, Measure] | None:
    """The first measure that a claim names, with its cue: of a party or person "people voted" is their votes."""
    table = CLAIM_CUES
    if voted_for_somebody(work):
        table = tuple((cue, measure) for cue, measure in table if cue != "turnout")
    return next(((cue, measure) for cue, measure in table if work.has(cue)), None)


def voted_for_somebody(work: Work) -> bool:
    """Whether "people voted" is said beside a party or person: of their votes, and of no turnout."""
    voted = work.hits.get("turnout")
    named = work.parties or (work.people and not dating(work))
    return bool(voted and named) and voted == work.hits.get("votes")


def their_votes(work: Work, *, fraction: bool) -> Measure | None:
    """What "40% of people voted labour", "12 million people voted labour" gives a number of; marks what says so."""
    if not voted_for_somebody(work) or work.has("majority", "closeness", "by_how_much"):
        return None
    work.take("votes", "share", *_OF_VOTERS)
    return Measure.SHARE if fraction else Measure.VOTES


def take_claimed(work: Work) -> Measure | None:
    """The same measure alone; marks its cue."""
    found = claimed(work)
    if found is None:
        return None
    work.take(found[0], *(_OF_VOTERS if found[1] is Measure.VOTES else ()))
    return found[1]


def named(work: Work, table: tuple[tuple[str, Measure], ...]) -> tuple[Measure, ...]:
    """The measures of ``table`` that are named, in order of the words, each once; marks their cues."""
    left_out = {"turnout", "valid_votes"} if _voted_for(work) else set()
    hits = work.hits
    found = sorted([(hits[cue][0], measure, cue) for cue, measure in table if cue in hits and cue not in left_out])
    work.take(*[cue for _, _, cue in found], *(_OF_VOTERS if voted_for_somebody(work) else ()))
    measures = tuple(dict.fromkeys(measure for _, measure, _ in found))
    if {Measure.TURNOUT, Measure.VOTES} <= set(measures) and work.hits["turnout"] == work.hits["votes"]:
        # "people voted": votes of the party or person named, else how many turned out
        others = OF_A_WHOLE if voted_for_somebody(work) else {Measure.VOTES}
        return tuple(measure for measure in measures if measure not in others)
    if {Measure.TURNOUT, Measure.SHARE} <= set(measures) and not (work.parties or work.people):
        # "the smallest share of people voted": of the electorate, and of nobody's votes
        return tuple(measure for measure in measures if measure is not Measure.SHARE)
    return measures


def _voted_for(work: Work) -> bool:
    """ "what share of the electorate voted labour": no turnout, nor a share of the vote."""
    voted = [at for at in work.hits.get("turnout", ()) if work.text(at).split()[-1] == "voted"]
    if not voted:
        return False
    starts = {work.start(slot) for slot in (*work.parties, *work.people)}
    return any(work.cover.spans[at].end in starts for at in voted)


def how_many(work: Work) -> tuple[Measure, ...] | None:
    """ "how many did labour get": votes."""
    much = bool(work.seats) and any(work.text(at) == "how much" for at in work.hits.get("how_much", ()))
    asked = work.has("how_many") or (much and not work.has("lose", "take"))
    if not (work.parties or work.people) or not asked or not work.has("get", "did_how", "win"):
        return None
    if work.has("seats", "times_count", "career", "mp"):
        return None
    work.take("get", "did_how", "how_many", "win", *(("how_much",) if much else ()))
    return (Measure.VOTES,)


def is_per_seat(work: Work) -> bool:
    """ "votes per seat", "votes needed per lib dem mp", "divide their votes by their mps"."""
    if work.has("per_seat"):
        return True
    return work.has("votes") and work.has("mp", "seats") and ("per" in work.words or _is_divided(work))


def _is_divided(work: Work) -> bool:
    """Whether votes are to be divided by seats; marks the verb."""
    verbs = [at for at in range(len(work.cover.spans)) if work.text(at) in work.group("dividing")]
    by = [at for at in range(len(work.cover.spans)) if work.text(at).split()[-1] == "by"]
    seats = min(work.first("seats"), work.first("mp"))
    if len(verbs) != 1 or not by or not work.first("votes") < by[-1] < seats:
        return False
    work.used.add(verbs[0])
    return True


def sized_in_votes(work: Work) -> bool:
    """ "how comfy was the win in votes": how large a win was, for which votes are but the unit."""
    return work.has("closeness") and work.has("votes") and work.says("win_things") and "how" in work.words
