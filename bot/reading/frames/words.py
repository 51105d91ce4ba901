"""Questions of words: what somebody said, what a word means, and about the bot itself."""

from __future__ import annotations

from bot.reading.scan import TokenKind
from bot.reading.work import Work
from knowledge.query import About, Claims, Explain, Query, Quotes

_SPEAKING = ("say", "quote", "called_it", "reaction")
_PLAIN = frozenset(
    "what did does do was is the a an of on about in at to for who say said says quote quotes called it that when after "
    "and from by with his her their words exact all any any line come came reaction reactions results result does how "
    "verbatim held you have got there which one this please quotation quotations outside inside while as he she they "
    "comment comments comment own actual".split()
)


def quotes(work: Work) -> Query | None:
    """Held quotations, by speaker, words, contest or topic."""
    quoted = work.slots.quoted
    if not (work.has(*_SPEAKING) or (quoted and work.has("who"))):
        return None
    if work.slots.numbers and not work.has("quote") and not quoted:
        return None
    speakers = work.use(work.people)
    seats = work.use(work.seats)
    when = work.when() if work.timed else None
    ask = _ask(work, bool(speakers), quoted)
    work.take(*_SPEAKING, "who", "what", "check", "get", "when", "where", "listing", "why", "did_how", "only")
    words = quoted or _words(work)
    unnamed = _unheld_speaker(work) if not speakers and ask == "said" else ""
    if unnamed:
        speakers, words = (unnamed,), words.replace(unnamed, "").strip()
    for at in range(len(work.cover.spans)):
        work.used.add(at)
    parties = tuple(v for slot in work.parties for v in slot.values) if not words and not speakers else ()
    if not (speakers or words or seats or parties):
        return None
    return Quotes(speakers=speakers, words=words or None, ask=ask, seats=seats, parties=parties, when=when)


def _ask(work: Work, speaker: bool, quoted: str | None) -> str:
    if speaker and work.opens_with("did", "was", "has", "is") and (quoted or work.has("say", "called_it")):
        return "did-say"
    if work.has("who") and not speaker:
        return "who-said"
    return "said"


def _words(work: Work) -> str:
    """The words asked for: all that is no slot and no plain word."""
    slots = {slot.span for group in (work.people, work.seats) for slot in group}
    slots |= {at for at, _ in work.slots.times}
    kept = []
    for at, span in enumerate(work.cover.spans):
        if at in slots:
            continue
        for token in work.cover.tokens[span.start : span.end]:
            if token.kind is TokenKind.WORD and token.text not in _PLAIN:
                kept.append(token.text)
    return " ".join(kept)


def _unheld_speaker(work: Work) -> str:
    """ "what did john curtice say": the words between "did" and "say", where they name nobody held."""
    texts = [token.text for token in work.cover.tokens]
    if "did" not in texts or not {"say", "tell", "comment"} & set(texts):
        return ""
    start = texts.index("did") + 1
    end = next(i for i, text in enumerate(texts) if text in {"say", "tell", "comment"})
    between = texts[start:end]
    return " ".join(between) if 0 < len(between) <= 4 and not set(between) & _PLAIN else ""


def explain(work: Work) -> Query | None:
    """What a word means."""
    terms = [slot for slot in work.slots.terms]
    if not terms or work.seats or work.people or work.years or work.slots.quoted:
        return None
    spans = work.cover.spans
    bare = all(at == terms[0].span or spans[at].filler or spans[at].soft for at in range(len(spans)))
    if not (work.has("explain", "what", "why", "how_much", "how_many", "when", "how_long", "did_how", "who") or bare):
        return None
    if work.parties and not any(slot.span == party.span for slot in terms for party in work.parties):
        return None
    longest = max(terms, key=lambda slot: (spans[slot.span].end - spans[slot.span].start, -slot.span))
    work.take(
        "explain", "what", "why", "how_much", "when", "who", "how_long", "did_how", "get", "how_many", "lose", "win"
    )
    work.take(
        "hold", "take", "votes", "seats", "deposit", "candidates", "party_of", "result", "mp", "always", "valid_votes"
    )
    for slot in terms:
        work.used.add(slot.span)
    return Explain(term=longest.values[0])


def governing_gain(work: Work) -> Query | None:
    """By-elections that a governing party gained, as the stated records have it."""
    if not work.has("governing", "government"):
        return None
    fused = any("election" in work.text(at) for at in work.hits.get("governing", ()))
    if not fused and (work.kind is None or not work.has("take", "win", "lose")):
        return None
    work.take(
        "governing", "government", "take", "win", "lose", "when", "what", "last_time", "previous", "ever", "check"
    )
    work.take("since", "until", "latest", "not", "which", "who", "mp", "first_time", "all_time", "seats", "how_long")
    work.when()
    work.use(work.seats)
    return Claims(topic="government gain")


_TOPICS = ("help", "coverage", "privacy", "sources", "greeting", "thanks")


def about(work: Work) -> Query | None:
    """About the bot itself, where nothing else is asked."""
    slots = work.slots
    if slots.seats or slots.people or slots.parties or slots.numbers or work.years or slots.areas or slots.elsewhere:
        return None
    for topic in _TOPICS:
        if work.has(topic):
            work.take(*_TOPICS, "who", "what", "aux")
            return About(topic=topic)
    return None
