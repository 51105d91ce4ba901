"""A claim told as somebody's: "bet my brother a tenner that ...", "mum thinks ..." is asked whether it is true.

What is told of it stands before the claim (who says it), or behind (whether that is so, who says otherwise).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.reading.scan import Token, TokenKind

_FEWEST = 3
"""Words at least of a claim."""
_LONGEST = 7
"""Words at most of one phrase."""
_ASKING = ("is", "it", "true", "that")
_DOUBTING = ("is", "he", "wrong")
"""What asks the same of a claim that is said to be none: "is he having us on"."""
_STILL = "still"
_HEADS = 3
"""Words at most among which the figure of a claim is named."""
_FIRST, _LAST = 1900, 2100
"""Between these a number that a figure is set against is a year."""
_ENDS = 4
"""Things at most that are said behind a claim: ", my nan says, but i doubt it. is she right"."""

Claim = list[Token]


class Hearsay:
    """Sets apart what is claimed from what is told of the claim."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self._groups = groups
        self._beside = groups["beside_telling"] | groups["sayers"]
        verbs = groups["telling"]
        self._openings = verbs | self._beside | groups["tag_verbs"]
        self._verbs = groups["tag_verbs"] | groups["askers"] | groups["starters"] | groups["openers"]
        phrases = groups["asked_back"] | groups["so_said"] | groups["not_so_said"]
        self._endings = frozenset(phrase.split()[-1] for phrase in phrases)
        self._endings |= groups["back_subjects"] | verbs | self._beside | groups["gainsaying"]

    def claimed(self, tokens: Sequence[Token], breaks: frozenset[int]) -> Claim | None:
        """The claim as a question for a yes or no; None where none is told, or a question follows."""
        still = self._still(tokens)
        if still is not None:
            return still
        opening, ending = tokens[0], tokens[-1]
        if not (self._is_in(opening, self._openings) or self._is_in(ending, self._endings)):
            return None
        start = self._asked_of(tokens) or self._told(tokens)
        end, wrong = self._end(tokens, breaks, start)
        if (start, end) == (0, len(tokens)) or end - start < _FEWEST:
            return None
        asked = {at for at in breaks if start < at < end and tokens[at].text in self._groups["askers"]}
        if asked or tokens[start].text in self._groups["starters"]:
            return None
        doubted = not self._groups["doubters"].isdisjoint(token.text for token in tokens[:start])
        if doubted and (wrong or self._of_the_sayer(tokens[end:])):
            # "mum does not believe it. is she right": of her doubt, not of the claim
            return None
        behind = _DOUBTING if wrong else ()
        return [*_as(opening, _ASKING), *tokens[start:end], *_as(opening, behind)]

    def foretells(self, claim: Claim) -> bool:
        """ "reform win clacton", "reform to win clacton": said of what is to come, unless it is so each time."""
        texts = [token.text for token in claim]
        if not self._groups["habits"].isdisjoint(texts):
            return False
        asked = not self._groups["asking_verbs"].isdisjoint(texts)
        return not asked and not self._groups["foretold"].isdisjoint(texts)

    def _still(self, tokens: Sequence[Token]) -> Claim | None:
        """ "bath still lib dem?", "1972 by-election, still tory afterwards?" without its verb: with it."""
        texts = [token.text for token in tokens]
        ordered = "than" in texts[2:-1] and self._is_ordered(tokens, texts.index("than"))
        if not (_STILL in texts[1:-1] or ordered) or not self._verbs.isdisjoint(texts):
            return None
        dated = ordered or any(token.kind is not TokenKind.WORD for token in tokens)
        while texts[-1] in self._groups["alone_after"] and dated:
            # after the contest that is named
            texts = texts[:-1]
        return [*_as(tokens[0], ("was" if dated else "is",)), *tokens[: len(texts)]]

    def _is_ordered(self, tokens: Sequence[Token], at: int) -> bool:
        """ "turnout in bath higher than 2017?": a figure against that of another time."""
        behind = next((token for token in tokens[at + 1 :] if token.text not in self._groups["in_words"]), tokens[at])
        years = behind.kind is TokenKind.YEAR or (behind.kind is TokenKind.NUMBER and _FIRST < behind.value < _LAST)
        first = {token.text for token in tokens[:_HEADS]}
        headed = first & self._groups["figure_heads"] and not first & self._groups["counted"]
        return years and not behind.unit and bool(headed)

    def _of_the_sayer(self, behind: Sequence[Token]) -> bool:
        """Whether what is asked behind a claim is asked of whoever says it: "is she right"."""
        return any(token.text in self._groups["rightness"] for token in behind)

    def _is_in(self, token: Token, words: frozenset[str]) -> bool:
        """Whether a word is one of some, as it stands or with "is" or "has" behind it: "dad's"."""
        return token.text in words or token.base in words

    # --- before the claim ---

    def _told(self, tokens: Sequence[Token]) -> int:
        """How many words say whose claim it is: who says it, and how sure they are; none where nobody does."""
        at, size = 0, self._phrase(tokens, "telling")
        while at < len(tokens) and not size:
            if not self._is_in(tokens[at], self._beside):
                return 0
            at += 1
            size = self._phrase(tokens[at:], "telling")
        while size:
            at += size
            beside = at < len(tokens) and tokens[at].text in self._groups["beside_telling"]
            size = self._phrase(tokens[at:], "telling") or int(beside)
        return at

    def _asked_of(self, tokens: Sequence[Token]) -> int:
        """How many words ask whether whoever claims it is right: "is my boss right that", "was nan right to say"."""
        if tokens[0].text not in self._groups["tag_verbs"]:
            return 0
        at = 1
        while at < len(tokens) and self._is_in(tokens[at], self._beside) and at < _LONGEST:
            at += 1
        if at == 1:
            return 0
        return at + size if (size := self._phrase(tokens[at:], "rightly")) else 0

    def _phrase(self, tokens: Sequence[Token], group: str) -> int:
        """How many words at the start are a phrase of a group."""
        texts = [token.text for token in tokens[:_LONGEST]]
        phrases = self._groups[group]
        return next((size for size in range(len(texts), 0, -1) if " ".join(texts[:size]) in phrases), 0)

    # --- behind it ---

    def _end(self, tokens: Sequence[Token], breaks: frozenset[int], start: int) -> tuple[int, bool]:
        """Where a claim ends, and whether what is asked behind it is whether it is wrong."""
        end, wrong = len(tokens), False
        for _ in range(_ENDS):
            size, not_so = self._asked_back(tokens[start:end], {at - start for at in breaks}, told=start > 0)
            size = size or self._sayings(tokens[start:end], {at - start for at in breaks})
            if not size:
                break
            end, wrong = end - size, wrong != not_so
        return end, wrong

    def _asked_back(self, tokens: Sequence[Token], breaks: set[int], *, told: bool) -> tuple[int, bool]:
        """How many words at the end ask whether it is so, and whether a yes to them would say that it is not."""
        texts = [token.text for token in tokens]
        for size in range(min(_LONGEST, len(texts) - 1), 0, -1):
            words, parted = texts[-size:], len(texts) - size in breaks
            if words[0] in self._groups["conjoining"]:
                words = words[1:]
            if parted and " ".join(words) in self._groups["asked_back"]:
                return size, False
            found = self._predicate(words)
            if found is None or not (parted or (told and found)):
                continue
            if not found or found in self._groups["so_said"]:
                return size, False
            if found in self._groups["not_so_said"]:
                return size, True
        return 0, False

    def _predicate(self, words: Sequence[str]) -> str | None:
        """What stands behind a verb and whom it points at, "is he | having us on"; None where there are no such."""
        subjects = self._groups["back_subjects"]
        if len(words) > 1 and words[0] in self._groups["back_verbs"] and words[1] in subjects:
            return " ".join(words[2:])
        return " ".join(words[1:]) or None if words and words[0] in subjects else None

    def _sayings(self, tokens: Sequence[Token], breaks: set[int]) -> int:
        """How many words at the end say whose claim it is, or that the asker knows better: ", or so my dad says"."""
        return self._run(tokens, breaks, self._groups["gainsaying"], "asker_words") or self._run(
            tokens, breaks, self._groups["telling"] | self._beside | self._groups["said_heads"], "telling"
        )

    def _run(self, tokens: Sequence[Token], breaks: set[int], words: frozenset[str], needed: str) -> int:
        """How many words at the end are of some, from the farthest of them that may open such a remark."""
        heads, size, known = self._groups["said_heads"], 0, False
        for length, token in enumerate(reversed(tokens), start=1):
            if not self._is_in(token, words):
                break
            known = known or token.text in self._groups[needed]
            opens = token.text in heads or len(tokens) - length in breaks
            size = length if known and opens else size
        return size if size < len(tokens) else 0


def _as(token: Token, words: Sequence[str]) -> Claim:
    """Words that nobody typed, where a token stands."""
    return [token._replace(text=word, base=word) for word in words]
