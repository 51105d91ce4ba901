"""Who beat whom: whether the one named is who lost, by the verb and where it stands."""

from __future__ import annotations

from bot.reading.frames.deeds import first_win
from bot.reading.work import Work
from knowledge.query import Selection


def is_beaten(work: Work) -> bool:
    """Whether the one named is who lost: "who beat X", "X was beaten by", "X lost", but not "who lost to X"."""
    tokens, person = work.cover.tokens, _place(work)
    for at in work.hits.get("lose", ()):
        span = work.cover.spans[at]
        if "beat" in span.cues and _has_beaten(work, span.start):
            continue
        if not (tokens[span.end - 1].text in work.group("losing_to") and span.end == person):
            return True
    if work.has("take", "get", "win") and taken_from(work):
        return True
    at = work.first("beat")
    if not work.has("beat"):
        return False
    span = work.cover.spans[at]
    if span.end == person and tokens[span.end - 1].text in work.group("rival_leads"):
        # "who was beaten by starmer"
        return False
    if span.start > person:
        if work.text(at) in work.group("parting_gifts"):
            # "who gave portillo the boot"
            return person > 0 and tokens[person - 1].text in work.group("parting_verbs")
        behind = [token.text for token in tokens[span.end - 1 : span.end + 1]]
        lead = {token.text for token in tokens[: span.start]}
        noun = work.text(at) == "defeat" and lead.isdisjoint(work.group("verb_leads"))
        if tokens[person - 1].text == "it" and "by" not in behind:
            # "who was it hussain knocked out": the one named did it
            return False
        return noun or "by" in behind or not lead.isdisjoint(work.group("passive_marks"))
    return True


def use_particle(work: Work) -> None:
    """ "who knocked ashworth out": the verb that "out" belongs to, with whoever was beaten between them; marks both."""
    verbs, size = work.group("out_verbs"), len(work.cover.spans)
    for at in range(size - 2):
        if work.text(at) in verbs:
            work.used.update(_out(work, at))


def _out(work: Work, verb: int) -> tuple[int, ...]:
    """The verb and its "out", one name or pronoun later."""
    end = verb + 2
    named = {slot.span for slot in (*work.people, *work.parties)}
    told = verb + 1 in named or work.text(verb + 1) in work.group("person_pronouns")
    return (verb, end) if told and work.text(end).split()[0] == "out" else ()


def taken_from(work: Work) -> bool:
    """Whether a seat was taken from or off the person named, or pointed at: "who took kingston off him"."""
    if len(work.people) > 1 or not (work.people or work.inherited.people):
        return False
    start = _place(work)
    return start > 0 and work.cover.tokens[start - 1].text in work.group("changed_from")


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


def is_losing(work: Work) -> bool:
    """ "who was the beaten tory": the candidate of a party is asked for, not who won."""
    ends = {work.cover.spans[at].end for cue in ("lose", "beat") for at in work.hits.get(cue, ()) if _losing(work, at)}
    return len(work.parties) == 1 and work.start(work.parties[0]) in ends


def is_beaten_one(work: Work) -> bool:
    """ "beaten in torbay by the tories was which lib dem", "which lib dem was beaten there"; marks who beat them."""
    asked = [slot for slot in work.parties if slot.span and "which" in work.cover.spans[slot.span - 1].cues]
    said = {word for cue in ("beat", "lose") for at in work.hits.get(cue, ()) for word in work.text(at).split()}
    if len(asked) != 1 or len(work.parties) > 2:
        return False
    if work.group("losing_marks").isdisjoint(said) and not _lost_as_candidate(work, asked[0].span):
        return False
    others = [slot for slot in work.parties if slot is not asked[0]]
    if any(work.text(slot.span - 1).split()[-1:] not in (["by"], ["to"]) for slot in others if slot.span):
        return False
    work.use(others)
    work.leave_out("parties")
    work.slots.parties = asked
    work.take("which", "listing", "who")
    return True


def _lost_as_candidate(work: Work, party: int) -> bool:
    """ "which tory candidate lost in bath"."""
    after = work.hits.get("candidates", ())
    return party + 1 in after and work.has("lose")


def _losing(work: Work, at: int) -> bool:
    return work.text(at) in work.group("losing_marks")


def first_beaten(work: Work) -> Selection:
    """The contest in which somebody beat another: "the first time she got in" says which."""
    first = first_win(work) if work.has("first_time") else None
    if first is None:
        return work.selection(place=1)
    work.take("first_time", "win", "came_in")
    return work.selection(place=1).model_copy(update={"when": first})


def ran_close(work: Work) -> bool:
    """ "who ran whittaker so close": who came second to somebody; marks what says so."""
    slot = work.people[0] if len(work.people) == 1 and not work.parties else None
    if slot is None or not work.says("running_close") or work.has("beat", "lose", "win"):
        return False
    lead, spans = slot.span - 1, work.cover.spans
    behind = next((at for at in range(slot.span + 1, len(spans)) if not spans[at].filler), len(spans))
    close = behind in work.hits.get("closeness", ()) or behind in work.hits.get("runner_up", ())
    if lead < 0 or work.text(lead) not in work.group("running_close") or not close:
        return False
    work.take("stand", "closeness", "runner_up", "who")
    work.used.add(lead)
    return True
