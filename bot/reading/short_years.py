"""Two figures as a year: where the words beside them say so, and where they rather count something."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.lexicon import Lexicon
from bot.reading.scan import Token, TokenKind

FIRST_YEAR, LAST_YEAR = 1800, 2040
GENERAL_YEARS = frozenset(
    {10, 15, 17, 19, 24, 5, 1, 97, 92, 87, 83, 79, 74, 70, 66, 64, 59, 55, 51, 50, 45, 35, 31, 29}
)
THIS_CENTURY = 28
"""Two figures above this are a year of the last century: no election later than this is asked about."""
_LATEST = 26
"""Two figures up to which a by-election may have been held in that year of this century."""
_MOST_COUNTED = 50
"""Nobody asks for more rows of a list than this."""
_COUNTED_WITHIN = 5
"""Words behind a number among which what it counts is named: "10 closest labour seats"."""
_OPENING = 2
"""Words of a question among which a verb makes it one for a yes or no."""
_CLAIMING = frozenset({"check", "exactly", "only", "over", "under"})
"""Cues beside which a number may be what is claimed."""
_MEASURES = frozenset({"majority", "turnout", "votes", "share", "swing", "electorate"})
"""Cues of figures."""
_KINDS = frozenset({"by_election", "general_election"})
"""Cues of the kinds of election."""
_BY_ELECTION = frozenset({"by_election"})
_KIND_WORDS = 3
"""Words at most of a name of a kind of election."""

_FIGURES = 4
"""Figures of a year in full."""


def is_short_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether two figures are a year: by the words beside them, or as a general election's that count nothing."""
    groups, value = lexicon.groups, int(tokens[at].text)
    lead, following = text_at(tokens, at - 1), text_at(tokens, at + 1)
    # "second in 40 seats", "in 10 seats in 2024"
    counts = following in groups["counted_things"] and (value not in GENERAL_YEARS or _is_dated(tokens, lexicon))
    if lead in groups["election_leads"] or following in groups["general_marks"]:
        return not counts
    # "kingswood 05": nothing is counted so
    noughts = at > 0 and tokens[at].text.startswith("0") and value > 0 and lead not in groups["count_leads"]
    if noughts or beside_election(tokens, at, lexicon) or _is_beside_others(tokens, at, lexicon):
        return True
    if _is_measured(tokens, at, lexicon) or _is_tallied(tokens, at, lexicon):
        return False
    of_by_election = any(_precedes_kind(tokens, i, lexicon, _BY_ELECTION) for i in range(-1, len(tokens)))
    if value not in GENERAL_YEARS and not of_by_election:
        # behind a name: "mid ulster 69"
        named = at > 0 and tokens[at - 1].kind is TokenKind.WORD and lead not in lexicon.words
        return named and value > THIS_CENTURY and not _is_counting(tokens, at, lexicon)
    if at + 1 < len(tokens) and tokens[at + 1].dashed and is_dash(tokens, at + 1):
        return True
    if _is_opening(tokens, at, lexicon):
        return True
    if lead in groups["year_leads"]:
        return True
    if lead in groups["count_leads"]:
        # "won by 10"
        return False
    if at + 1 == len(tokens) or following in groups["versus"]:
        return True
    return value > 9 and at > 0 and not (_is_dated(tokens, lexicon) or _is_counting(tokens, at, lexicon))


def _is_beside_others(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether other years, or the question by how much somebody won or lost then, stand right beside."""
    asked = [token.text for token in tokens[at + 1 : at + 3]] == ["by", "how"]
    asked = asked and int(tokens[at].text) in GENERAL_YEARS and text_at(tokens, at - 1) not in {"by", "with"}
    return asked or _is_second(tokens, at, lexicon) or _is_listed(tokens, at, lexicon)


def _is_listed(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether it stands in a row of years of general elections, in order of time: "dup seats 15 17 19"."""
    first, last = at, at
    while first and _in_row(tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and _in_row(tokens, last + 1):
        last += 1
    years = [full_year(int(token.text)) for token in tokens[first : last + 1] if token.kind is TokenKind.NUMBER]
    if len(years) < 2 or tokens[first].kind is not TokenKind.NUMBER:
        return False
    ordered = all(a < b for a, b in pairwise(years)) or all(a > b for a, b in pairwise(years))
    # "turnout 97 and 2001": beside a whole year
    whole = {len(token.text) for token in tokens[first : last + 1] if token.kind is TokenKind.NUMBER} == {2, _FIGURES}
    adjacent = len(years) > 2 or last - first == 1 or last - first + 1 == len(tokens) or whole
    behind = text_at(tokens, last + 1)
    counted = text_at(tokens, first - 1) in lexicon.groups["count_leads"] or behind in lexicon.groups["counted"]
    return ordered and adjacent and (len(years) > 2 or not counted)


def _in_row(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may stand in a row of years: one itself, or an "and" between two."""
    token = tokens[at]
    if token.kind is not TokenKind.NUMBER:
        return token.text == "and" and 0 < at < len(tokens) - 1 and tokens[at + 1].kind is TokenKind.NUMBER
    if token.unit or not token.text.isdigit() or len(token.text) not in {2, 4}:
        return False
    year = full_year(int(token.text))
    return FIRST_YEAR <= year <= LAST_YEAR and year % 100 in GENERAL_YEARS


def _is_opening(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether it opens the question as its year: "97 top turnout constituency", not "10 closest seats"."""
    if any(token.text not in lexicon.wrapper and token.text != "the" for token in tokens[:at]):
        return False
    behind = [token.text for token in tokens[at + 1 : at + 1 + _COUNTED_WITHIN]]
    if not behind or int(tokens[at].text) not in GENERAL_YEARS or len(tokens[at].text) < 2:
        return False
    if at == 0 and not _MEASURES.isdisjoint(lexicon.cues.get(behind[0], ())):
        return True
    groups = lexicon.groups
    if behind[0] in groups["counted_singly"] or behind[0] in groups["counted_things"] or _is_dated(tokens, lexicon):
        return False
    named = behind[0] in groups["vote_names"] or behind[0] in groups["election_leads"]
    if named or int(tokens[at].text) > _MOST_COUNTED:
        return True
    return groups["ranked_things"].isdisjoint(behind) and not groups["ranked_singly"].isdisjoint(behind)


def short_year(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, placed: bool) -> int | None:
    """The year that two figures right behind a name are; none where they may count something, or a claim is made.

    ``placed``: a seat or person is named, who has votes; else a party has seats.
    """
    token = tokens[at]
    if token.kind is not TokenKind.NUMBER or token.unit or len(token.text) != 2 or not token.text.isdigit():
        return None
    year = full_year(int(token.text))
    opening = {other.text for other in tokens[:_OPENING]}
    claimed = not opening.isdisjoint(lexicon.groups["openers"]) or not _CLAIMING.isdisjoint(
        cue for other in tokens for cue in lexicon.cues.get(other.text, ())
    )
    following = text_at(tokens, at + 1)
    general = year % 100 in GENERAL_YEARS
    followers = lexicon.groups["year_followers" if placed else "year_followers_of_parties"]
    counted = following in lexicon.groups["counted"] and not (general and following in followers)
    likely = (year % 100 > 9 or token.text.startswith("0")) and (general or year % 100 <= _LATEST)
    counted = counted or _is_tallied(tokens, at, lexicon)
    return year if likely and not (claimed or counted or _is_dated(tokens, lexicon)) else None


def _is_tallied(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether something was counted of another before: "labour got 48 seats and the snp 56"."""
    before = [
        n
        for n, token in enumerate(tokens[:at])
        if (token.kind is TokenKind.NUMBER and len(token.text) < _FIGURES) or token.text in lexicon.groups["single"]
    ]
    if any(text_at(tokens, n + 1) in lexicon.groups["counted"] for n in before):
        return True
    behind = tokens[at + 1 :]
    dated = any(t.kind is TokenKind.NUMBER and len(t.text) == _FIGURES and t.text.isdigit() for t in behind)
    return bool(before) and dated


def _is_measured(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether it may be what a measure right before comes to, where another year is named: "arfon 17 maj 92"."""
    if at == 0 or _MEASURES.isdisjoint(lexicon.cues.get(tokens[at - 1].text, ())):
        return False
    before = (token for token in tokens[:at] if token.text.isdigit() and len(token.text) in {2, 4})
    return any(
        token.kind is TokenKind.YEAR or int(token.text) in GENERAL_YEARS or int(token.text) >= FIRST_YEAR
        for token in before
    )


def beside_election(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a kind of election is named right beside: what can only be its year."""
    if _follows_kind(tokens, at, lexicon) or _precedes_kind(tokens, at, lexicon):
        return True
    # "the wipeout of 31"
    called = text_at(tokens, at - 2) in lexicon.groups["called"] and text_at(tokens, at - 1) == "of"
    return called and int(tokens[at].value) in GENERAL_YEARS


def _is_second(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether it is compared with two figures right before: "24 vs 26"."""
    if at < 2 or text_at(tokens, at - 1) not in lexicon.groups["versus"]:
        return False
    both = (tokens[at - 2], tokens[at])
    return all(t.kind is TokenKind.NUMBER and t.text.isdigit() and 9 < int(t.text) <= _LATEST for t in both)


def _follows_kind(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a name of a kind of election stands right before: "by-el 12"."""
    starts = (start for start in range(max(0, at - _KIND_WORDS), at) if tokens[start].text in lexicon.time_leads)
    leads = (" ".join(token.text for token in tokens[start:at]) for start in starts)
    return any(not _KINDS.isdisjoint(lexicon.cues.get(lead, ())) for lead in leads)


def _precedes_kind(tokens: Sequence[Token], at: int, lexicon: Lexicon, kinds: frozenset[str] = _KINDS) -> bool:
    """Whether a name of one election stands right behind: "12 by-el", not "12 by-elections"."""
    if text_at(tokens, at + 1) not in lexicon.time_leads:
        return False
    ends = (" ".join(token.text for token in tokens[at + 1 : at + 1 + size]) for size in range(1, _KIND_WORDS + 1))
    return any(not kinds.isdisjoint(lexicon.cues.get(end, ())) and not end.endswith("s") for end in ends)


def _is_dated(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a year of four figures stands anywhere, unless each of two sides has a year of its own."""
    if any(token.text in lexicon.groups["versus"] for token in tokens):
        return False
    whole = (token for token in tokens if token.kind is TokenKind.NUMBER and len(token.text) == 4 and not token.unit)
    return any(token.text.isdigit() and FIRST_YEAR <= int(token.text) <= LAST_YEAR for token in whole)


def _is_counting(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a number counts what stands behind it, or by what stands before it."""
    counted = (
        text_at(tokens, at - 1) in lexicon.groups["count_leads"] or text_at(tokens, at + 1) in lexicon.groups["counted"]
    )
    return counted or tokens[at - 1].kind is TokenKind.NUMBER


def is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether the dash before a number joins two years rather than anything else."""
    left, right = tokens[at - 1], tokens[at]
    if left.kind is not TokenKind.NUMBER or len(right.text) not in {2, 4}:
        return False
    both = int(left.value) in GENERAL_YEARS and int(right.value) in GENERAL_YEARS and not (left.unit or right.unit)
    return len(left.text) == 4 or (len(left.text) == len(right.text) == 2 and both)


def full_year(value: int) -> int:
    """A year of four figures: of this century where an election of it may be asked about."""
    if value >= 100:
        return value
    return (2000 if value <= THIS_CENTURY else 1900) + value


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The word at a position, or nothing beyond the ends."""
    return tokens[at].text if 0 <= at < len(tokens) else ""
