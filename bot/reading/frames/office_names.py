"""Who holds an office, by the words used: the person named, or the one before or after them."""

from __future__ import annotations

from bot.reading.frames.succession import relation
from bot.reading.spans import Span
from bot.reading.work import Work


def office_name(work: Work) -> str | None:
    """The person named, by the words used; people who are not held as candidates count too."""
    tokens, spans = work.cover.tokens, work.cover.spans
    for slot in work.people:
        span = spans[slot.span]
        if slot.how == "surname" and _is_place(span):
            continue
        work.used.add(slot.span)
        if slot.how != "surname":
            return slot.label
        card = work.catalogue.person(slot.values[0])
        return card.family if card else tokens[span.end - 1].base
    pronouns, timed = work.group("person_pronouns"), {at for at, _ in work.slots.times}
    left = [
        at
        for at, span in enumerate(spans)
        if not (at in work.used or at in timed or work.text(at) in pronouns)
        and (span.unknown or _may_be_somebody(span))
    ]
    if work.slots.times and not any(office_relation(work)) and left and _is_event(work, left[0]):
        # "during suez, 1956": the year says when; of what else is told apart from that, nothing is known
        joined = all(at in left or spans[at].filler for at in range(left[0], left[-1]))
        if joined and not any(_asks_else(work, at) for at in left):
            work.used.update(left)
        return None
    # a word that hangs by the office says which: "deputy pm" is another one
    if 0 < len(left) <= 3 and not any(_hangs_by_office(work, at) for at in left):
        for at in left:
            work.used.add(at)
        return " ".join(tokens[i].base for at in left for i in range(spans[at].start, spans[at].end))
    return None


def _is_event(work: Work, at: int) -> bool:
    """Whether what happened meanwhile is told from a position on: "during suez", "in the suez crisis"."""
    span = work.cover.spans[at]
    ahead = [token.text for token in work.cover.tokens[: span.start]][-2:]
    if span.elsewhere or not ahead:
        return False
    if ahead[-1] == "the":
        return ahead[0] in work.group("meanwhile")
    return ahead[-1] in work.group("meanwhile") - work.group("place_leads")


def _asks_else(work: Work, at: int) -> bool:
    """Whether a word is of a phrase that asks something, or tells which election: "the runner 2001 election"."""
    spans = work.cover.spans
    behind = [work.text(place) for place in range(at + 1, min(at + 3, len(spans)))]
    elected = len(behind) > 1 and spans[at + 1].time is not None and behind[1] in work.group("election_nouns")
    return elected or any(
        token.text in work.lexicon.words for token in work.cover.tokens[spans[at].start : spans[at].end]
    )


def _hangs_by_office(work: Work, at: int) -> bool:
    """Whether the office itself, or the party whose it is, stands behind a position."""
    spans = work.cover.spans
    behind = spans[at + 1 : at + 2]
    return any(span.party or not {"pm", "leader"}.isdisjoint(span.cues) for span in behind)


def _may_be_somebody(span: Span) -> bool:
    return bool(span.person) and not span.cues and not _is_place(span)


def _is_place(span: Span) -> bool:
    """Whether a word is more likely a country than somebody's surname: "pm of france"."""
    return bool(span.elsewhere or span.area)


def office_relation(work: Work) -> tuple[bool, bool]:
    """Whether the holder before, or after, the one named is asked for."""
    if work.asks_whether and work.slots.times:
        # "was attlee pm after the 1950 election": the day lies after it, and nobody after him is asked for
        return False, False
    follows = relation(work)
    before = work.says("predecessors") or follows == "before"
    return before, not before and (follows == "after" or work.says("successors") or _left(work))


def _left(work: Work) -> bool:
    """ "PM once Blair quit", "when Wilson resigned": whoever came then came after the one who left."""
    gone = work.has("leave", "went_out") and work.says("leaving")
    return gone and not work.opens_with("when", "why", "how", "did")
