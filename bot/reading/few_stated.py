"""Follow-ups put as a statement, or around what they ask, in the plain words that they stand for.

"he was a tory then?" is "was he a tory", "the dup took it?" is "did the dup win", and "how many did they come out with"
is "how many did they get".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.reading.clauses import Clause

Groups = Mapping[str, frozenset[str]]
_SUBJECT_WORDS = 4
"""Words at most of the name that such a statement opens with."""


def put_plainly(tokens: Clause, groups: Groups) -> Iterator[Clause]:
    """The ways in which few words may be put more plainly, the surest first."""
    stated = without_end(tokens, groups)
    for put in (_got(tokens, groups), _been(stated, groups), _won(stated, groups)):
        if put:
            yield put


def without_end(tokens: Clause, groups: Groups) -> Clause:
    """The words without what a statement ends in to be confirmed: "then", "right"."""
    size = len(tokens)
    if size > 3 and tokens[-2].text in groups["denied_tags"] and tokens[-1].text in groups["tag_subjects"]:
        # "hadn't he"
        size -= 2
    while size > 1 and tokens[size - 1].text in groups["stated_ends"]:
        size -= 1
    return tokens[:size]


def _words(tokens: Clause, *words: str) -> Clause:
    return [tokens[0]._replace(text=word, base=word) for word in words]


def of_seat(tokens: Clause, groups: Groups) -> Clause | None:
    """ "what happened to the seat in 92" as "what happened in 92", where something stands behind the seat."""
    texts = [token.text for token in tokens]
    if texts[:2] != ["what", "happened"] or texts[2:3] not in (["to"], ["with"], ["in"]):
        return None
    seat = 4 if texts[3:4] and texts[3] in groups["the_words"] and texts[4:5] != [] else 3
    if texts[seat : seat + 1] == [] or texts[seat] not in groups["spoken_seat"]:
        seat = 3
    pointed = len(texts) > seat + 1 and texts[seat] in groups["spoken_seat"] and texts[seat + 1] in groups["in_words"]
    return [*tokens[:2], *tokens[seat + 1 :]] if pointed else None


def _got(tokens: Clause, groups: Groups) -> Clause | None:
    """ "how many did they come out with" as "how many did they get"."""
    texts = [token.text for token in tokens]
    if texts[0] != "how":
        return None
    size = 3
    at = next((n for n in range(len(texts)) if " ".join(texts[n : n + size]) in groups["coming_out_with"]), None)
    return [*tokens[:at], tokens[at]._replace(text="get", base="get"), *tokens[at + size :]] if at else None


def _been(tokens: Clause, groups: Groups) -> Clause | None:
    """ "he was a tory" as "was he a tory"."""
    if len(tokens) < 3 or tokens[0].text not in groups["tag_subjects"] or tokens[1].text not in groups["stated_verbs"]:
        return None
    return [tokens[1], tokens[0], *tokens[2:]]


def _won(tokens: Clause, groups: Groups) -> Clause | None:
    """ "the dup took it" as "did the dup win", "they held it" as "did they hold it"."""
    texts = [token.text for token in tokens]
    size = next((n for n, word in enumerate(texts) if word in groups["stated_wins"] | groups["stated_deeds"]), 0)
    object_ = texts[size + 1 :]
    if not 0 < size <= _SUBJECT_WORDS or not object_ or not set(object_) <= groups["spoken_seat"] | groups["the_words"]:
        return None
    if groups["verb_openers"].union(groups["askers"]).intersection(texts[:size]):
        return None
    if texts[size] in groups["stated_wins"]:
        return [*_words(tokens, "did"), *tokens[:size], *_words(tokens, "win", "it")]
    plain = "hold" if texts[size] in groups["stated_holds"] else "lose"
    return [*_words(tokens, "did"), *tokens[:size], *_words(tokens, plain, "it")]
