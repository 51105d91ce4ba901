"""Who beat whom: whether the one named is who lost, by the verb and where it stands."""

from __future__ import annotations

from bot.reading.work import Work


def is_beaten(work: Work) -> bool:
    """Whether the one named is who lost: "who beat X", "X was beaten by", "X lost", but not "who lost to X"."""
    tokens, person = work.cover.tokens, _place(work)
    for at in work.hits.get("lose", ()):
        span = work.cover.spans[at]
        if "beat" in span.cues and _has_beaten(work, span.start):
            continue
        if not (tokens[span.end - 1].text in work.group("losing_to") and span.end == person):
            return True
    if work.people and work.has("take", "get", "win") and taken_from(work):
        return True
    at = work.first("beat")
    if not work.has("beat"):
        return False
    span = work.cover.spans[at]
    if span.start > person:
        if work.text(at) in work.group("parting_gifts"):
            # "who gave portillo the boot"
            return person > 0 and tokens[person - 1].text in work.group("parting_verbs")
        behind = [token.text for token in tokens[span.end - 1 : span.end + 1]]
        lead = {token.text for token in tokens[: span.start]}
        noun = work.text(at) == "defeat" and lead.isdisjoint(work.group("verb_leads"))
        return noun or "by" in behind or not lead.isdisjoint(work.group("passive_marks"))
    return True


def taken_from(work: Work) -> bool:
    """Whether a seat was taken from or off the person named."""
    start = work.start(work.people[0])
    return start > 0 and work.cover.tokens[start - 1].text in work.group("changed_from") and len(work.people) == 1


def _has_beaten(work: Work, at: int) -> bool:
    """ "who had he beaten": the one named did the beating."""
    lead = {token.text for token in work.cover.tokens[:at]}
    return not lead.isdisjoint(work.group("perfect_marks")) and lead.isdisjoint(work.group("passive_marks"))


def _place(work: Work) -> int:
    """Where the one who lost is named, or pointed at."""
    if work.people:
        return work.start(work.people[0])
    pronouns = work.group("person_pronouns")
    return next((at for at, token in enumerate(work.cover.tokens) if token.text in pronouns), 0)
