"""A message cut into clauses: where it may be cut, which parts ask something, which point back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.reading.lexicon import MAX_PHRASE
from bot.reading.scan import Token, TokenKind

Clause = Sequence[Token]
_UNITS = ("as_swing", "as_share", "as_votes")
"""Groups of words for what a figure may be told as."""
_TWO = 2
_LEAST = 4
"""Words at least of a question for who came in after somebody: "who won after her"."""


class Clauses:
    """Tells by the lexicon's groups of words how a message hangs together."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self._groups = groups

    def says(self, tokens: Clause, group: str) -> bool:
        """Whether any word of a group stands in a clause."""
        return not self._groups[group].isdisjoint(token.text for token in tokens)

    def holds(self, tokens: Clause, group: str) -> bool:
        """Whether any phrase of a group stands in a clause."""
        text = f" {text_of(tokens)} "
        return any(f" {phrase} " in text for phrase in self._groups[group])

    def asks(self, tokens: Clause) -> bool:
        """Whether a clause opens as a question does."""
        starters = self._groups["starters"]
        return bool(tokens) and (tokens[0].text in starters or text_of(tokens[:2]) in starters)

    def may_ask(self, tokens: Clause) -> bool:
        """Whether a clause may be a question of its own."""
        return self.asks(tokens) or self.says(tokens[:3], "askers")

    def supposes(self, tokens: Clause) -> bool:
        """Whether a clause sets a condition that is not so: "say every green had voted labour"."""
        texts = [token.text for token in tokens]
        had = next((at for at, text in enumerate(texts) if text in self._groups["had"]), 0)
        whole = self._groups["each_time"] | {"all"}
        moved = not whole.isdisjoint(texts[:had]) and self.says(tokens[had:], "moved_votes")
        return self.says(tokens[:1], "supposing") or moved

    def restated_as(self, tokens: Clause) -> str:
        """What a figure already told is to be told as, by name, where no more is asked: "whats that as a swing"."""
        texts = [token.text for token in self.without_marker(tokens)]
        at = next((at for at, text in enumerate(texts) if text in self._groups["restating"]), len(texts))
        unit = " ".join(text for text in texts[at + 1 :] if text not in self._groups["articles"])
        led = self._groups["restating_leads"].issuperset(texts[:at])
        return next((name for name in _UNITS if led and unit in self._groups[name]), "")

    def leans(self, tokens: Clause) -> bool:
        """Whether the words point back at what was said before."""
        markers = self._groups["markers"]
        marked = tokens[0].text in markers or text_of(tokens[:2]) in markers
        marked = marked or text_of(tokens[-2:]) in self._groups["meaning"]
        marked = marked or tokens[-1].text in self._groups["one_of_them"] or self.says(tokens, "pronouns")
        return marked or bool(self.restated_as(tokens))

    def group(self, name: str) -> frozenset[str]:
        """A group of the lexicon's words."""
        return self._groups[name]

    def without_marker(self, tokens: Clause) -> Clause:
        """The words beside all that marks a follow-up: "nah, i meant stoke" and "stoke i mean" are "stoke"."""
        if len(tokens) > 2 and text_of(tokens[-2:]) in self._groups["meaning"]:
            tokens = tokens[:-2]
        leads = self._groups["markers"] | self._groups["turns"]
        length = next((n for n in (3, 2, 1) if len(tokens) > n and text_of(tokens[:n]) in leads), 0)
        return self.without_marker(tokens[length:]) if length else tokens

    def in_full(self, tokens: Clause) -> Clause:
        """ "and before", "who before" as "and before that": the words where they say no more."""
        words, last = self.without_marker(tokens), tokens[-1]
        whom = len(words) == _TWO and words[0].text in self._groups["whom_words"]
        before, after = (last.text in self._groups[group] for group in ("alone_before", "alone_after"))
        said = "before" if before else "after" if after else ""
        if not said or not (len(words) == 1 or whom):
            return tokens
        return [*tokens[:-1], *(last._replace(text=word, base=word) for word in (said, "that"))]

    def had_after(self, tokens: Clause) -> Clause:
        """ "who got it after her" as "who had it after her": the member, and not whoever won the next contest."""
        texts = [token.text for token in tokens]
        sides = self._groups["alone_before"] | self._groups["alone_after"]
        if len(texts) < _LEAST or texts[-1] not in self._groups["person_pronouns"] or texts[-2] not in sides:
            return tokens
        at = next((at for at, text in enumerate(texts) if text in self._groups["whom_words"]), len(texts))
        between = texts[at + 1 : -2]
        plain = self._groups["coming_in"].issuperset(between) and not self._groups["coming_in_verbs"].isdisjoint(
            between
        )
        if not plain:
            return tokens
        had = [tokens[at]._replace(text=word, base=word) for word in ("had", "it")]
        return [*tokens[: at + 1], *had, *tokens[-2:]]

    def pointed(self, tokens: Clause) -> Clause:
        """The words without the "one" of "that one", which is no number."""
        that, one = self._groups["at_place"], self._groups["one_of_them"]
        behind = [False, *(token.text in that for token in tokens)]
        return [token for token, led in zip(tokens, behind, strict=False) if not (led and token.text in one)]

    def afresh(self, tokens: Clause) -> tuple[int, int] | None:
        """Where a question is taken back and put anew: "... no wait, who came after her"."""
        for at in range(1, len(tokens) - 2):
            for end in range(at + 1, min(at + MAX_PHRASE, len(tokens))):
                if text_of(tokens[at:end]) in self._groups["retractions"]:
                    return at, end
        return None

    def twofold(self, tokens: Clause) -> list[Clause]:
        """The questions that "and" joins, the later ones with a question word of their own; none where there is one."""
        joins = self._joins(tokens)
        return self._cut(tokens, joins) if joins else []

    def opens_twofold(self, parts: Sequence[Clause]) -> bool:
        """Whether the first of such questions opens as one, or another points back at it."""
        return self.asks(parts[0]) or any(self.says(part, "pronouns") for part in parts[1:])

    def names_whom(self, parts: Sequence[Clause]) -> bool:
        """Whether who somebody was is asked for on one side of the "and", and something else on the other."""
        whom = self._groups["party_askers"] - {"party"}
        asked = [[token.text for token in part if token.text in self._groups["askers"]] for part in parts]
        return any(whom.intersection(words) for words in asked) and all(len(part) > 1 for part in parts)

    def added(self, tokens: Clause) -> list[Clause]:
        """What is asked before and behind a word that adds: "snp seats in 1992 plus their share"."""
        cuts = [at for at in range(1, len(tokens) - 1) if tokens[at].text in self._groups["adding"]]
        return [tokens[: cuts[0]], tokens[cuts[0] + 1 :]] if len(cuts) == 1 else []

    def splits(self, tokens: Clause, breaks: frozenset[int]) -> Iterator[list[Clause]]:
        """The message cut at punctuation; at punctuation and "and who ..."; and leading clauses left off."""
        size = len(tokens)
        cuts = sorted(cut for cut in breaks if 0 < cut < size and not _lists_numbers(tokens, cut))
        if len(cuts) > 1 and text_of(tokens[cuts[-1] :]) in self._groups["tags"]:
            # "..., am i right?" belongs to what stands before it
            yield [tokens[: cuts[-2]], tokens[cuts[-2] :]]
        joins = [at for at in self._joins(tokens) if at not in cuts]
        if cuts:
            yield self._cut(tokens, cuts)
        if joins:
            yield self._cut(tokens, sorted({*cuts, *joins}))
        reports = self._reports(tokens)
        if reports:
            yield self._cut(tokens, sorted({*cuts, *joins, *reports}))
        for cut in cuts:
            # "in the pub, my mate says, ...": only what follows a question word
            if self.asks(tokens[cut:]):
                yield [tokens[:cut], tokens[cut:]]

    def nouns(self, tokens: Clause) -> list[Clause]:
        """Two things asked for that a word joins, the first by its noun alone: "bath 2019 winner plus the turnout"."""
        asked, joining = self._groups["asked_nouns"], self._groups["conjoining"]
        for at in range(2, len(tokens) - 1):
            if tokens[at].text in joining and tokens[at - 1].text in asked:
                return [tokens[:at], tokens[at + 1 :]]
        return []

    def _joins(self, tokens: Clause) -> list[int]:
        """Where a word that joins stands before one that a question opens with."""
        joining = self._groups["conjoining"]
        return [
            at
            for at in range(1, len(tokens) - 1)
            if tokens[at].text in joining and self.asks(tokens[at + 1 :]) and not self._hangs(tokens[at + 1 :])
        ]

    def _hangs(self, tokens: Clause) -> bool:
        """ "... and who to", "... and give their votes to labour": nothing without what stands before it."""
        theirs = self.says(tokens[:1], "giving") and self.says(tokens[1:4], "owning_words")
        return theirs or text_of(tokens) in self._groups["dangling"]

    def _reports(self, tokens: Clause) -> list[int]:
        """Where a question follows what says that somebody asks it: "my gran wants to know who ..."."""
        reports = self._groups["reports"]
        return [
            at
            for at in range(2, len(tokens) - 1)
            if self.asks(tokens[at:]) and any(text_of(tokens[at - n : at]) in reports for n in (1, 2, 3) if n <= at)
        ]

    def _cut(self, tokens: Clause, cuts: Sequence[int]) -> list[Clause]:
        """The clauses between the cuts, without the words that only join them."""
        parts = []
        for start, end in zip([0, *cuts], [*cuts, len(tokens)], strict=True):
            part = tokens[start:end]
            while part and part[0].text in self._groups["clause_leads"]:
                part = part[1:]
            if part:
                parts.append(part)
        return parts


def text_of(tokens: Clause) -> str:
    """The folded words of a clause."""
    return " ".join(token.text for token in tokens)


def _lists_numbers(tokens: Clause, cut: int) -> bool:
    """ "in 2010, 2015 and 2017": punctuation between two numbers only lists them."""
    return tokens[cut - 1].kind is tokens[cut].kind is TokenKind.NUMBER
