"""Questions of words: what somebody said, and about the bot itself."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from bot.reading.frames.calling import calls_election
from bot.reading.frames.speaking import strange
from bot.reading.framing import needs
from bot.reading.scan import TokenKind
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.query import About, Claims, InYears, OnDay, Query, Quotes, When

_SPEAKING = ("say", "quote", "called_it", "reaction")
_SUBJECTS = frozenset({"referendum", "turnout", "electorate", "swing", "deposit", "deposit_lost", "invalid_votes"})
"""Cues of what nobody says something in passing: words of them are what was spoken of."""
Ask = Literal["said", "who-said", "did-say"]
"""What is asked of a quotation."""


@needs(*_SPEAKING, "quoted words", groups=("heading", "speeches"))
def quotes(work: Work) -> Query | None:
    """Held quotations, by speaker, words, contest or topic."""
    quoted = work.slots.quoted
    if not _is_asked(work, quoted) or (not quoted and (calls_election(work) or _of_boundaries(work))):
        return None
    quoted_people = work.catalogue.quoted_people()
    spoken_of = [slot for slot in work.people if _after_about(work, slot)] if len(work.people) > 1 else []
    speakers: tuple[str, ...] = ()
    held = _is_quoted(work) or _asks_who_said(work)
    for slot in work.people:
        if slot not in spoken_of:
            bearers = tuple(person for person in slot.every if person in quoted_people)
            # beside somebody who is quoted, a bare surname may be one of the words: "the membership was small"
            speakers += bearers or (() if held and slot.how == "surname" else slot.values)
    seats = work.use(work.seats)
    spoken_when = any(work.cover.spans[at].start > _about(work) for at, _ in work.slots.times)
    when = _when(work) if work.timed and not quoted and not spoken_when else None
    ask = _ask(work, bool(speakers), quoted)
    work.take(*_SPEAKING, "who", "what", "check", "get", "when", "where", "listing", "why", "did_how", "only")
    words = quoted or _words(work, ask) or " ".join(_typed(work, slot) for slot in spoken_of)
    work.used.update(set(range(len(work.cover.spans))) - strange(work))
    if not speakers and not quoted:
        return _of_nobody_named(work, words, ask, seats, when)
    if ask == "said" and not quoted and not any(person in quoted_people for person in speakers):
        words = ""
    return Quotes(speakers=speakers, words=words or None, ask=ask, seats=seats, when=when)


def _when(work: Work) -> When:
    """When it was said; "after the 1997 election": in the days after that poll, and not in all of its year."""
    after = work.after_general()
    if not isinstance(after, InYears):
        return after or work.when()
    days = [d for d in work.calendar.generals if d.year in after.years and after.month in (None, d.month)]
    return OnDay(day=days[-1]) if days else after


def _of_boundaries(work: Work) -> bool:
    """ "which seats came from copeland": of what a seat became, and of nothing that was said."""
    return work.has("made_from") and bool(work.seats) and not work.has("say", "quote", "reaction", "who")


def _is_asked(work: Work, quoted: str | None) -> bool:
    """Whether the words ask for what somebody said."""
    held = _is_quoted(work)
    headed = held and any(_is_headed(work, slot) for slot in work.people)
    told = held and work.says("speeches")
    if not (work.has(*_SPEAKING) or (quoted and (work.has("who") or held)) or headed or told) or "your" in work.words:
        return False
    spoken = work.opens_as("speech_openers") or work.has("quote", "reaction", "called_it")
    if not (spoken or quoted or headed or told):
        return False
    if work.slots.numbers and not work.has("quote") and not quoted:
        return False
    # read as the head of a party, one who is quoted has words of his own
    return bool(work.people) or not _names_speaker(work)


def _of_nobody_named(work: Work, words: str, ask: Ask, seats: tuple[str, ...], when: When | None) -> Query | None:
    """What a party, its head or somebody not held said; else the words, seats or party named."""
    led = _led_party(work)
    if led is not None:
        return Quotes(topic=f"leader of {led.label.replace('-', ' ')}", seats=seats, when=when)
    speaking = _speaking_party(work)
    if speaking is not None:
        words = " ".join(word for word in words.split() if word not in work.text(speaking.span).split())
        return Quotes(words=words or None, ask=ask, seats=seats, parties=speaking.values, when=when)
    unnamed = _unheld_speaker(work) if ask == "said" else ""
    if unnamed:
        return Quotes(speakers=(unnamed,), ask=ask, seats=seats, when=when)
    parties = tuple(value for slot in work.parties for value in slot.values) if not words else ()
    if not (words or seats or parties):
        return None
    return Quotes(words=words or None, ask=ask, seats=seats, parties=parties, when=when)


def _typed(work: Work, slot: Slot) -> str:
    """A person as named in the question: of a shared name, nobody is picked."""
    span = work.cover.spans[slot.span]
    return " ".join(token.base for token in work.cover.tokens[span.start : span.end])


def _is_quoted(work: Work) -> bool:
    """Whether words of one of the people named are held."""
    speakers = {person for slot in work.people for person in (*slot.values, *slot.every)}
    return not work.catalogue.quoted_people().isdisjoint(speakers)


def _asks_who_said(work: Work) -> bool:
    """ "who said politics of hope over fear": what stands behind are words, and nobody's name among them."""
    asking = work.group("party_askers") | {"one"}
    saying = {word for cue in ("say", "called_it") for at in work.hits.get(cue, ()) for word in work.text(at).split()}
    return any(said in saying and who in asking for who, said in pairwise(t.text for t in work.cover.tokens))


def _names_speaker(work: Work) -> bool:
    """Whether a name that was taken for something else is that of somebody quoted."""
    quoted = work.catalogue.quoted_people()
    return any(span.person is not None and not quoted.isdisjoint(span.person.ids) for span in work.cover.spans)


def _is_headed(work: Work, slot: Slot) -> bool:
    """ "nuttall on losing": what somebody said of something, not "on" a day."""
    tokens, end = work.cover.tokens, work.cover.spans[slot.span].end
    if any("win" in span.cues for span in work.cover.spans[slot.span + 1 : slot.span + 2]):
        # "was blair re-elected" is not of something
        return False
    return (
        len(tokens) > end + 1 and tokens[end].text in work.group("heading") and tokens[end + 1].kind is TokenKind.WORD
    )


def _about(work: Work) -> int:
    """Where what was spoken of begins, or a place behind the end."""
    texts = [token.text for token in work.cover.tokens]
    return texts.index("about") if "about" in texts and work.people else len(texts)


def _after_about(work: Work, slot: Slot) -> bool:
    """Whether a person is what is spoken of: "what did May say about Trudy Harrison"."""
    start = work.cover.spans[slot.span].start
    return start > 0 and work.cover.tokens[start - 1].text in work.group("topics")


def _ask(work: Work, speaker: bool, quoted: str | None) -> Ask:
    """Whether a quotation, its speaker, or a yes or no is asked for."""
    if speaker and work.opens_with("did", "was", "has", "is") and (quoted or work.has("say", "called_it")):
        return "did-say"
    if speaker and ((quoted and work.has("check")) or (work.asks_whether and not work.says("askers"))):
        # "...": that was blair, wasn't it; "the politics of hope bit, was that nuttall's"
        return "did-say"
    if (work.has("who") or _asks_who_said(work)) and not speaker:
        return "who-said"
    return "said"


def _led_party(work: Work) -> Slot | None:
    """The party of "the labour leader", where that is who spoke."""
    if len(work.parties) != 1 or not work.says("party_heads"):
        return None
    (slot,) = work.parties
    tokens, span = work.cover.tokens, work.cover.spans[slot.span]
    beside = [tokens[at].text for at in (span.end, span.start - 2) if 0 <= at < len(tokens)]
    return slot if not work.group("party_heads").isdisjoint(beside) else None


def _speaking_party(work: Work) -> Slot | None:
    """The party that is asked what it said: "what did ukip say", "labour quotes"."""
    if len(work.parties) != 1 or not (work.has("quote", "reaction") or work.says("saying")):
        return None
    (slot,) = work.parties
    start = work.start(slot)
    lead = work.cover.tokens[start - 1].text if start else ""
    return slot if start == 0 or lead in {"did", "does", "do", "the", "any"} else None


def _after_saying(work: Work) -> str:
    """ "did she say labour had held it": all that stands behind the verb, where it is to be held against her words."""
    texts = [token.text for token in work.cover.tokens]
    at = next((i for i, text in enumerate(texts) if text in work.group("saying")), None)
    behind = texts[at + 1 :] if at is not None else []
    if not behind or behind[0] in work.group("open_objects"):
        return ""
    return " ".join(behind[1:] if behind[:1] == ["that"] else behind)


def _words(work: Work, ask: str) -> str:
    """The words asked for: all that is no slot and no plain word."""
    spans = work.cover.spans
    slots = {slot.span for group in (work.people, work.seats) for slot in group}
    times = {at for at, _ in work.slots.times}
    # "after the 1997 election": the word belongs to the time, and was said by nobody
    polled = {at + 1 for at in times if at + 1 < len(spans) and work.text(at + 1) in work.group("votes_held")}
    slots |= times | polled
    topic = _topic(work)
    if topic:
        return topic
    claimed = _after_saying(work) if ask == "did-say" and not work.slots.quoted else ""
    if claimed:
        return claimed
    kept = []
    named = any(slot.every for slot in work.people)
    for at, span in enumerate(spans):
        # of somebody named, "when she lost her seat" says when, not what was said
        said = bool(span.cues) and _SUBJECTS.isdisjoint(span.cues)
        if at in slots or (named and said and not work.slots.quoted and not work.opens_with("did", "who")):
            continue
        kept += [token.text for token in work.cover.tokens[span.start : span.end] if token.kind is TokenKind.WORD]
    return " ".join(word for word in kept if word not in work.lexicon.quoting)


def _topic(work: Work) -> str:
    """ "what did he say about being leader": what stands behind "about", where no words are quoted."""
    about = _about(work)
    if about == len(work.cover.tokens) or work.slots.quoted:
        return ""
    # "about corbyn and the voters": somebody spoken of is a part of the topic
    slots = {slot.span for slot in work.seats} | {slot.span for slot in work.people if work.start(slot) < about}
    tokens, empty, moments = work.cover.tokens, work.lexicon.function, work.group("moments")
    behind = [
        at
        for nth, span in enumerate(work.cover.spans)
        if nth not in slots and span.start > about
        for at in range(span.start, span.end)
    ]
    # "about ukip's time": a moment of something is spoken of, any other only says when
    told = [at for at in behind if tokens[at].text not in moments or tokens[at - 1].base != tokens[at - 1].text]
    return " ".join(tokens[at].base for at in told if tokens[at].text not in empty)


def _unheld_speaker(work: Work) -> str:
    """ "what did john curtice say": the words between "did" and "say", where they name nobody held."""
    texts = [token.text for token in work.cover.tokens]
    if "did" not in texts or not work.says("saying"):
        return ""
    start = texts.index("did") + 1
    end = next(i for i, text in enumerate(texts) if text in work.group("saying"))
    between = texts[start:end]
    return " ".join(between) if 0 < len(between) <= 4 and not set(between) & work.lexicon.quoting else ""


@needs("why")
@needs("leave")
def claims(work: Work) -> Query | None:
    """What was stated of why somebody left, or of a seat's record."""
    if not (work.people or work.seats) or work.parties:
        return None
    work.take("why", "leave", "mp", "did_how", "seats")
    people = work.use(work.people)
    seats = work.use(work.seats)
    return Claims(people=people, seats=seats, topic="cause")


_TOPICS = ("help", "coverage", "privacy", "sources", "greeting", "thanks")


@needs("help", "coverage", "privacy", "sources", "greeting", "thanks", "forget", "sure")
def about(work: Work) -> Query | None:
    """About the bot itself, where nothing else is asked."""
    slots = work.slots
    if slots.seats or slots.people or slots.parties or slots.numbers or work.years or slots.areas or slots.elsewhere:
        return None
    if slots.terms and not work.has("help", "coverage", "privacy", "sources", "forget", "sure"):
        return None
    if work.take("forget"):
        return About(topic="forgotten")
    if work.take("sure"):
        work.take("check")
        return About(topic="sources")
    for topic in _TOPICS:
        if work.has(topic):
            work.take(*_TOPICS, "who", "what")
            return About(topic=topic)
    return None
