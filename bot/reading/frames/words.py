"""Questions of words: what somebody said, what a word means, and about the bot itself."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise
from typing import Literal

from bot.reading.frames.calling import calls_election
from bot.reading.frames.explaining import wrapped
from bot.reading.frames.speaking import strange
from bot.reading.framing import needs
from bot.reading.qualified import hangs_together
from bot.reading.scan import TokenKind
from bot.reading.slots import Slot
from bot.reading.spans import Span
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.query import About, Claims, Explain, InYears, OnDay, Query, Quotes, When

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
    slots = {slot.span for group in (work.people, work.seats) for slot in group}
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


@needs("a term")
@needs("no seat named")
def plain_explain(work: Work) -> Query | None:
    """What a word means, where nothing but the word stands in the question."""
    inherited = work.inherited
    in_talk = inherited.seats or inherited.people or inherited.parties or inherited.areas
    tokens = work.words
    if in_talk and not tokens & {"a", "an"} and not _asks_meaning(work):
        return None
    kinds = {"explain", "what", "why", "aux", "did_how", "who", "how_many", "how_much", "result", "if", "when"}
    if any(work.text(at).startswith("how much") for at in (*work.hits.get("what", ()), *work.hits.get("how_much", ()))):
        # "how much is a deposit to stand"
        kinds |= {"stand", "candidates", "mp", "needed"}
    if work.has("hung") and work.says("election_marks"):
        # "which elections had no overall majority" asks for them, not what that is
        return None
    kinds |= _said_beside(work)
    aside = wrapped(work)
    plain = all(at in aside or _is_plain(span, kinds) for at, span in enumerate(work.cover.spans))
    return explain(work) if plain else None


def _is_as_example(work: Work) -> bool:
    """ "what does lab gain from con mean": the parties are part of the term, or stand by it where its meaning is asked.

    Marks them.
    """
    terms = [slot.span for slot in work.slots.terms]
    apart = [slot for slot in work.parties if slot.span not in terms]
    beside = all(any(abs(slot.span - term) == 1 for term in terms) for slot in apart)
    if not apart or (beside and _asks_meaning(work) and not work.timed):
        work.use(apart)
        return True
    return any(slot.span in terms for slot in work.parties)


def _asks_meaning(work: Work) -> bool:
    """Whether it is asked what a word means, by more than the word itself."""
    return any("explain" in span.cues and not span.term for span in work.cover.spans)


_BESIDE = {
    "tie": frozenset({"win", "get", "votes", "candidates", "exactly", "finish", "than", "seats", "next_one"}),
    "deposit": frozenset({"share", "votes", "needed", "stand", "get", "lose", "hold", "deposit", "deposit_lost"}),
}
"""Cues that a question of what a word means may hold, though elsewhere they ask for figures."""
_ANYBODY = frozenset({"a", "anyone", "need", "needed", "one", "someone", "you", "your"})
"""Words of a rule that holds for all."""
_FEW = 3
"""As many as may be tied, or compared, in a question of what a word means."""


def _said_beside(work: Work) -> frozenset[str]:
    """The cues that a word asked for brings: two candidates get as many votes, you need a share to keep a deposit."""
    terms = {slot.values[0] for slot in work.slots.terms}
    if "tie" in terms:
        return _BESIDE["tie"]
    ruled = "deposit" in terms and not work.words.isdisjoint(_ANYBODY) and not work.has("how_many")
    return _BESIDE["deposit"] if ruled else frozenset()


def _sized(work: Work) -> set[int]:
    """The numbers that only say how large the thing asked about is: "a 5% swing", "a swing of 5%"."""
    texts = {slot.span for slot in work.slots.terms}
    found = (at for at, number in work.slots.numbers if number.unit in {"percent", "points"})
    return {at for at in found if at + 1 in texts or (at > 1 and work.text(at - 1) == "of" and at - 2 in texts)}


def _is_plain(span: Span, kinds: Set[str]) -> bool:
    """Whether a span asks for no figure: a term, an empty word, one of some cues, or a pair or trio of what ties."""
    paired = span.number is not None and span.time is None and not span.number.unit and span.number.value <= _FEW
    return bool(span.term) or span.filler or span.soft or paired or not kinds.isdisjoint(span.cues)


@needs("a term")
@needs("no seat named")
def explain(work: Work) -> Query | None:
    """What a word means."""
    terms = work.slots.terms
    aside = wrapped(work)
    named = work.seats or work.years or any(slot.span not in aside for slot in work.people)
    if not terms or named or (work.slots.quoted and not _is_quoted_term(work)):
        return None
    numbers = {at for at, _ in work.slots.numbers} - _sized(work) - aside
    if (numbers or work.has("which")) and not (_said_beside(work) or _asks_meaning(work)):
        # "which parties have exactly one seat", "candidates who got 0 votes": not what a seat or a candidate is
        return None
    spans = work.cover.spans
    bare = all(at == terms[0].span or spans[at].filler or spans[at].soft for at in range(len(spans)))
    if not (
        work.has("explain", "what", "why", "how_much", "how_many", "when", "how_long", "did_how", "who", "if") or bare
    ):
        return None
    if work.parties and not _is_as_example(work):
        return None
    if any(hangs_together(spans, slot.span) for slot in terms):
        return None
    longest = max(
        terms, key=lambda slot: (not spans[slot.span].soft, spans[slot.span].end - spans[slot.span].start, -slot.span)
    )
    work.take(
        "explain", "what", "why", "how_much", "when", "who", "how_long", "did_how", "get", "how_many", "lose", "win"
    )
    work.take("hold", "take", "votes", "seats", "deposit", "candidates", "party_of", "result", "mp", "always", "if")
    work.take("valid_votes", "needed", "outright", "stand", "deposit_kept", "deposit_lost", "compare", "versus")
    work.take(*_said_beside(work))
    work.pass_over(aside)
    work.used.update(slot.span for slot in terms)
    sized = _sized(work)
    work.used.update(at for at, number in work.slots.numbers if not number.unit or at in sized)
    return Explain(term=longest.values[0])


def _is_quoted_term(work: Work) -> bool:
    """ "meaning of 'notional'": what stands in quotes is the word asked for."""
    return _asks_meaning(work) and any(
        work.text(slot.span) == fold(work.slots.quoted or "") for slot in work.slots.terms
    )


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
