"""A question cut into tokens: words, numbers and dates, with their place in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from knowledge.fold import tokens as fold_tokens

MAX_QUESTION = 300
"""Characters of a question that are read, on every route."""


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    YEAR = "year"
    """Two digits behind an apostrophe, which can only be a year."""
    DATE = "date"
    BREAK = "break"
    """A full stop, question mark, comma, colon, semicolon, dash or line break."""
    QUOTED = "quoted"
    OTHER = "other"
    """Letters of a script that no name held is written in."""


class Token(NamedTuple):
    """A piece of the question.

    ``text`` is folded; ``base`` is the same without a possessive ending; ``value`` is the number (8000.0 for "8k"),
    ``unit`` what stands right behind it ("%", "st", "k"), or the sign that is read as a word.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    base: str = ""
    value: float = 0.0
    unit: str = ""
    day: date | None = None
    capital: bool = False
    dashed: bool = False
    """Whether a dash stands right before it: the second half of "2010-2019"."""
    mended: bool = False
    """Whether reading took it for a typo of what it is now."""


_UNMARKED = re.compile(r"[A-Za-z0-9 ?',!-]*")
"""A text without any sign that is taken out."""
_BY_E = re.compile(r"\b(?:bye?[-‐‑–/'’‘` ]|b[-‐‑–/.]|bi[-‐‑–])e(s?)\b", re.IGNORECASE)
"""A by-election cut down to its first letters: a loose "e" would be east, "croydon nth by-e"."""
_SOUNDED = re.compile(rf"\b(?:eli5|b4|m8)\b|{_BY_E.pattern}", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_MENTION = re.compile(r"<(?:@[!&]?|#|/[^:>]{1,80}:)\d+>|<a?:\w+:\d+>|https?://\S+")
_NUMBER_OF = re.compile(r"\bnos?\.\s?of\b", re.IGNORECASE)
"""A number cut down to its first letters, whose full stop is no end: "no. of candidates"."""
_ELI5 = re.compile(r"\beli5\b", re.IGNORECASE)
_SOUNDS = {"b4": "before", "m8": "mate"}
"""Words written by their sound that are also districts of a postcode."""
_BY_SOUND = re.compile(
    r"(?<!\bin )(?<!\bfor )(?<!\bat )(?<!\bof )(?<!\bnear )(?<!code )(?<!\bis )(?<!\bcovers )(?<!\brepresents )"
    r"(?:\bb4\b(?=\s+(?!\d[a-z]{2}\b|post|mp\b|in\b|at\b|area\b)\w)|(?<=\w )m8\b(?!\s+\d[a-z]{2}\b))",
    re.IGNORECASE,
)
_SOUND_LAST = re.compile(
    r"(?:(?<=\bwho )|(?<=\bit )|(?<=\band )|(?<=general )|(?<=election )|(?<=\bone )|(?<=\bge )|(?<=seat )|(?<=time )"
    r"|(?<=year )|(?<=was )|(?<=had )|(?<=held )|(?<=was mp )|(?<=was the mp )|(?<=mps ))b4(?=\W*$)"
)
"""The last word of "who was it b4", which none of these words stands before where a district is meant."""
_TWO_FIGURES = re.compile(r"\d\d(?:/\d\d)+")
_OR_MORE = re.compile(r"(?<=\d)\+(?=\s|$)")
_DOTTED = re.compile(r"(?<![\w.])[a-z](?:\.[a-z])+(?:\.(?=\s)|(?![\w.]))", re.IGNORECASE)
"""Letters with a full stop behind each: "N.I.", "u.k."."""
_MARKUP = re.compile(r"[*_~`|]+|^\s*>+\s?", re.MULTILINE)
_PIECE = re.compile(
    r"""
      (?P<plain>(?-i:[A-Za-z]+)(?=[\s?!,]|$))(?:[ ](?=[a-z]))?
    | (?P<iso>\b(?:1[89]|20)\d\d-\d\d?-\d\d?\b)
    | (?P<dmy>\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b)
    | (?P<years>(?<![\d/.,])\d\d(?:/\d\d)+(?![\d/.,]*\d))
    | (?P<quoted>[“"](?P<inner>[^”"]{2,200})[”"])
    | (?P<year>(?<![\w])['’‘`]\d\d(?!\d))
    | (?P<glued>\b(?P<ge>ge|by)(?P<geyear>(?:19|20)?\d\d)\b)
    | (?P<district>\b(?:[a-z]{2}\d{1,2}|[a-z]\d[a-z\d]?|[a-z]{2}\d[a-z])\b)(?P<inward>\s\d[a-z]{2}\b)?
    | (?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>%|st\b|nd\b|rd\b|th\b|k\b|m\b|s\b|pts?\b|pp\b|ge\b)?
    | (?P<arrow>->|=>|→|>)
    | (?P<change>\+\s?/\s?[-–—]|±|Δ|∆)
    | (?P<word>[^\W\d_]+(?:['’‘`´][^\W\d_]+)*['’]?)
    | (?P<break>[.,:;?!()\n]|\s[-–—]+\s|…)
    | (?P<symbol>[%&+]|=(?=\s*[^\W_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’‘`´]s?$", re.IGNORECASE)
"""Behind a name that ends in s stands an apostrophe alone: "griffiths'" is no Griffith's."""
_MULTIPLIER = {"k": 1e3, "m": 1e6}


Message = tuple[Sequence[Token], frozenset[int]]
"""The words of a message, and the positions that punctuation stands before."""


def clean(text: str) -> str:
    """``text`` without what is never part of a question: mentions, links, markup, invisible characters; capped.

    "100+" becomes "100 or more".
    """
    text = text[: MAX_QUESTION * 4]
    if _UNMARKED.fullmatch(text) and not _SOUNDED.search(text):
        return text.strip()[:MAX_QUESTION]
    text = unicodedata.normalize("NFC", text)
    text = _ELI5.sub("explain", _MENTION.sub(" ", _INVISIBLE.sub("", text)))
    text = _BY_E.sub(r"by-election\1", text)
    text = _BY_SOUND.sub(lambda match: _SOUNDS[match[0].casefold()], text)
    text = _SOUND_LAST.sub(_SOUNDS["b4"], text)
    text = _NUMBER_OF.sub("number of", text)
    text = _OR_MORE.sub(" or more", text)
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    return _MARKUP.sub(" ", text).strip()[:MAX_QUESTION]


def scan(text: str) -> list[Token]:
    """The tokens of a cleaned question, in order."""
    found: list[Token] = []
    for match in _PIECE.finditer(text):
        if match.lastgroup == "plain":
            found.append(_letters(match["plain"], *match.span("plain")))
            continue
        tokens = _tokens_of(match)
        if match["number"] and match.start() and text[match.start() - 1] in "-–—":
            tokens[0] = tokens[0]._replace(dashed=True)
        found.extend(tokens)
    return found


def strip(tokens: Sequence[Token]) -> tuple[list[Token], frozenset[int], str | None]:
    """Words without punctuation and quote marks; positions that punctuation stands before; the quoted words."""
    words: list[Token] = []
    breaks: set[int] = set()
    quoted: str | None = None
    for token in tokens:
        if token.kind is TokenKind.BREAK:
            breaks.add(len(words))
        elif token.kind is TokenKind.QUOTED:
            quoted = token.text
        else:
            words.append(token)
    return words, frozenset(breaks), quoted


def _tokens_of(match: re.Match[str]) -> list[Token]:
    """The tokens of one piece of text; a group inside a piece closes before the piece's own."""
    return _MAKERS[match.lastgroup or "word"](match)


def _dated(match: re.Match[str]) -> list[Token]:
    """A date in figures; where there is no such day, years: "15/17/19"."""
    day = _day(match["iso"], match["dmy"])
    if day is None:
        return _years(match) if _TWO_FIGURES.fullmatch(match[0]) else []
    return [Token(TokenKind.DATE, match[0], *match.span(), match[0], day=day)]


def _years(match: re.Match[str]) -> list[Token]:
    """ "17/19": two figures each."""
    parts = re.finditer(r"\d+", match[0])
    at = match.start()
    return [Token(TokenKind.YEAR, p[0], at + p.start(), at + p.end(), p[0], value=float(p[0])) for p in parts]


def _quoted(match: re.Match[str]) -> list[Token]:
    """Words in quote marks: as a whole, and one by one."""
    offset = match.start("inner")
    whole = Token(TokenKind.QUOTED, match["inner"], *match.span(), match["inner"])
    inner = (token._replace(start=token.start + offset, end=token.end + offset) for token in scan(match["inner"]))
    return [whole, *inner]


def _short_year(match: re.Match[str]) -> list[Token]:
    """ "'97"."""
    year = match[0][1:]
    return [Token(TokenKind.YEAR, year, *match.span(), year, value=float(year))]


def _glued(match: re.Match[str]) -> list[Token]:
    """ "ge2019"."""
    name, year = match["ge"].casefold(), match["geyear"]
    cut = match.start("geyear")
    number = Token(TokenKind.YEAR, year, cut, match.end(), year, value=float(year))
    return [Token(TokenKind.WORD, name, match.start(), cut, name), number]


def _district(match: re.Match[str]) -> list[Token]:
    """The district of a postcode: of a whole one no more is read."""
    return _plain(match, match["district"].casefold())


def _number(match: re.Match[str]) -> list[Token]:
    """A number with its unit; "2019ge" is a number and a word."""
    start, end = match.span()
    unit = (match["unit"] or "").casefold()
    text = match["number"].replace(",", "")
    value = float(text) * _MULTIPLIER.get(unit, 1.0)
    if unit == "ge":
        number = Token(TokenKind.NUMBER, text, start, end, text, value=value)
        return [number, Token(TokenKind.WORD, unit, end - len(unit), end, unit)]
    return [Token(TokenKind.NUMBER, text, start, end, text, value=value, unit=unit)]


def _break(match: re.Match[str]) -> list[Token]:
    """A sign of punctuation, or the end of a line."""
    return [Token(TokenKind.BREAK, match[0].strip()[:1] or "\n", *match.span())]


def _plain(match: re.Match[str], text: str) -> list[Token]:
    """A piece that is read as one word."""
    return [Token(TokenKind.WORD, text, *match.span(), text)]


_SYMBOLS = {"&": "and", "+": "and", "%": "percent", "=": "equals"}
_MAKERS: Mapping[str, Callable[[re.Match[str]], list[Token]]] = {
    "iso": _dated,
    "dmy": _dated,
    "years": _years,
    "quoted": _quoted,
    "year": _short_year,
    "glued": _glued,
    "district": _district,
    "inward": _district,
    "number": _number,
    "unit": _number,
    "arrow": lambda match: _plain(match, "to"),
    "word": lambda match: _word(match[0], *match.span()),
    "break": _break,
    "change": lambda match: _plain(match, "change"),
    "symbol": lambda match: [token._replace(unit=match[0]) for token in _plain(match, _SYMBOLS[match[0]])],
}
"""Last group of a match, plain words apart -> what makes its tokens."""


def _letters(raw: str, start: int, end: int) -> Token:
    """A word of unaccented letters alone: there is nothing to fold but the case."""
    text = raw.lower()
    return Token(TokenKind.WORD, text, start, end, text, capital=raw[0].isupper())


def _word(raw: str, start: int, end: int) -> list[Token]:
    """A word, with and without a possessive ending; one of another script stays as it is."""
    text, base = _folded(raw)
    if not text:
        return [Token(TokenKind.OTHER, raw, start, end, raw)]
    return [Token(TokenKind.WORD, text, start, end, base, capital=raw[:1].isupper())]


def _folded(raw: str) -> tuple[str, str]:
    """A word folded, as it is and without a possessive ending; nothing where no letter can be folded."""
    if raw.isascii() and raw.isalpha():
        plain = raw.lower()
        return plain, plain
    text = "".join(fold_tokens(raw))
    return text, "".join(fold_tokens(_POSSESSIVE.sub("", raw))) or text


def _day(iso: str | None, dmy: str | None) -> date | None:
    """The day of a date in figures; two figures below 50 are a year of this century."""
    parts = [int(p) for p in re.split(r"\D", iso or dmy or "")]
    year, month, day = parts if iso else parts[::-1]
    if year < 100:
        year += 2000 if year < 50 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None
