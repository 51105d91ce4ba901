"""What is asked of a word just explained: "when was the last one", "what was it in bath", "and in bath"."""

from __future__ import annotations

from bot.reading.clauses import Clause, Clauses
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.reader import Reader
from knowledge.query import Explain, Query


def of_term(reader: Reader, clauses: Clauses, tokens: Clause, last: Query) -> Outcome | None:
    """The words with the term in place of what stands for it; None where nothing does, and nothing is only named."""
    if not isinstance(last, Explain):
        return None
    at = _standing(clauses, tokens)
    if at is not None and tokens[at].text in clauses.group("term_pronouns") and clauses.says(tokens, "whom_words"):
        # "who won it", behind what a hung parliament is
        return Refuse("words", (tokens[at].text,))
    words = tokens if at is not None else clauses.without_marker(tokens)
    if at is None and not _only_names(reader, words):
        return None
    like = words[at if at is not None else 0]
    named = [like._replace(text=word, base=word) for word in last.term.split("-")]
    asked = [*named, *words] if at is None else [*words[:at], *named, *words[at + 1 :]]
    outcome = reader.read_tokens(asked, frozenset())
    if not isinstance(outcome, Read) or isinstance(outcome.query, Explain):
        return Refuse("words", (like.text,))
    return Read(outcome.query, outcome.corrected, carried=True)


def _standing(clauses: Clauses, tokens: Clause) -> int | None:
    """Where a word stands for the term: "one", else "it"."""
    for group in ("one_of_them", "term_pronouns"):
        found = [at for at, token in enumerate(tokens) if token.text in clauses.group(group)]
        if found:
            return found[0]
    return None


def _only_names(reader: Reader, words: Clause) -> bool:
    """Whether words are but a place or a time: "in bath"."""
    cover = reader.cover(words)
    named = any(span.seat or span.time or span.area for span in cover.spans)
    return named and all((s.seat or s.time or s.area or s.filler) and not s.cues for s in cover.spans)
