"""Who stood where somebody named did: "who else stood against bercow in 2015"."""

from __future__ import annotations

from bot.reading.frames.opposed import is_against, stands
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Focus, InYears, OnDay, Query, Result, Selection

_OTHER = ("win", "lose", "beat", "votes", "share", "majority", "turnout", "women", "finish", "behind")
"""Cues of what is asked of a contest besides who stood."""
_LONE = frozenset({"who", "listing", "which", "stand", "candidates", "versus", "aux"})
"""Cues beside which no more is asked than who stood against a party."""
_TAKEN = ("who", "how_many", "which", "what", "listing", "stand", "candidates", "compare", "full", "versus")


@needs("a person", "a party")
@needs("stand", "candidates", "compare", groups=("opponents",))
@needs("who", "which", "listing", "what", "how_many")
def rivals(work: Work) -> Query | None:
    """Everybody who stood in the contest of somebody: "who stood against her", "who were bercow's opponents"."""
    if of_the_rest(work):
        work.leave_out("parties")
    if len(work.people) > 1 or len(work.parties) > 1 or work.free_numbers() or work.has(*_OTHER):
        return None
    named = bool(work.people or (work.inherited.people and work.speaks_of_person))
    if not (named or (work.parties and (work.seats or work.inherited.seats))):
        return _of_the_lone(work)
    if not work.has("who", "which", "listing", "what", "how_many"):
        return None
    stood = work.has("stand", "candidates", "compare") and _against(work)
    if not (stood or (named and work.says("opponents") and not work.has("predecessor", "replace", "mp"))):
        return None
    work.take(*_TAKEN)
    work.use_words("else", "other", "all the other")
    if named and work.parties:
        return _of_the_party(work) if stood else None
    work.use(work.parties)
    return Result(where=work.selection(with_parties=False), focus=Focus.CANDIDATES)


def _of_the_lone(work: Work) -> Query | None:
    """ "who stood against the speaker in 2024": of a party that stood in but one seat then, all who stood there."""
    slot = work.parties[0] if work.parties else None
    stood = work.has("stand", "candidates") and slot is not None and is_against(work, slot)
    if not stood or slot is None or not _LONE.issuperset(work.hits) or len(work.years) != len(work.slots.times):
        return None
    last = max(stands(work, slot), key=lambda stand: stand.date, default=None)
    if last is None:
        return None
    work.take(*_LONE)
    work.use([slot])
    work.use_times()
    return Result(where=Selection(seats=(last.seat,), when=OnDay(day=last.date)), focus=Focus.CANDIDATES)


def of_the_rest(work: Work) -> bool:
    """Whether "the other candidates" are those besides somebody, and no party of the name."""
    spans = work.cover.spans
    told = (spans[slot.span].cues for slot in work.parties if work.says("others"))
    return bool(work.parties) and all("candidates" in cues for cues in told) and work.says("others")


def _against(work: Work) -> bool:
    """Whether a word of opposing leads to whom is spoken of; "who was she up against" ends in it."""
    texts = [token.text for token in work.cover.tokens]
    named = [work.start(slot) for slot in work.people] or _pronouns(work, texts)
    named = named or [work.start(slot) for slot in work.parties]
    words = work.group("opposing") | (work.group("beside_whom") if "else" in texts else frozenset())
    opposing = [at for at, text in enumerate(texts) if text in words]
    led = any(0 < start - at <= 3 for at in opposing for start in named)
    return led or any(at > named[0] and _leads_nobody(work, at) for at in opposing if named)


def _pronouns(work: Work, texts: list[str]) -> list[int]:
    """Where a pronoun stands for the person spoken of."""
    return [at for at, text in enumerate(texts) if text in work.group("person_pronouns")]


def _leads_nobody(work: Work, at: int) -> bool:
    """Whether behind a word of opposing only a place or time is named."""
    known = {slot.span for slot in (*work.seats, *work.areas)} | {place for place, _ in work.slots.times}
    behind = [(place, span) for place, span in enumerate(work.cover.spans) if span.start > at]
    return all(place in known or span.filler or span.soft for place, span in behind)


def _of_the_party(work: Work) -> Query | None:
    """ "who was the labour candidate against boris johnson in 2019": of that party, where they stood then."""
    people = work.use(work.people) or work.inherited.people
    when = work.when()
    years = when.years if isinstance(when, InYears) else ()
    held = [
        stand
        for card in map(work.catalogue.person, people)
        for stand in (card.stands if card else ())
        if not years or stand.date.year in years
    ]
    if not held or (work.timed and not years):
        return None
    last = max(held, key=lambda stand: stand.date)
    where = work.selection().model_copy(update={"people": (), "seats": (last.seat,), "when": OnDay(day=last.date)})
    return Result(where=where, focus=Focus.PARTY)
