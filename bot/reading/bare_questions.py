"""What a few words ask that name nothing themselves: of a contest, a rival or somebody spoken of."""

from __future__ import annotations

from bot.reading.spans import Cover

_VOTES = frozenset(
    {"votes", "share", "how_many", "how_much", "get", "what", "which", "aux", "did_how", "valid_votes", "exactly"}
)
"""Cues of a question for votes that names nobody."""
_OF_CONTEST = frozenset({"runner_up", "last_place", "candidates"})
"""Cues of what a contest has and no candidate."""
_BEHIND = frozenset({"behind", "how_much", "how_many", "by_how_much", "aux", "votes", "exactly", "win"})
"""Cues of a question for how far somebody was behind."""
_OF_ONE = frozenset({"by_how_much", "when"})
"""Cues of what only one contest can be asked for."""
_RIVALLING = frozenset({"who", "aux", "stand", "candidates", "versus", "since", "compare", "mp"})
"""Cues of a question for the candidate of a party."""

_BARE = frozenset({"how_many", "how_much", "where", "aux", "what"})
"""Cues that alone ask nothing."""
_JOINING = frozenset({"versus"})
"""Cues of "and", which joins times as well."""


def asks_nothing(cover: Cover) -> bool:
    """Whether words are but a question word: "how many"."""
    asking = [span for span in cover.spans if not (span.filler and not span.cues)]
    return bool(asking) and all(span.cues and set(span.cues) <= _BARE for span in asking)


def names_times(cover: Cover) -> bool:
    """Whether a message is but times and parties, and what joins them."""
    named = any(s.time or s.party for s in cover.spans)
    return named and all((s.time or s.party or s.filler) and _JOINING.issuperset(s.cues) for s in cover.spans)


def asks_votes(cover: Cover) -> bool:
    """Whether words ask for votes or a share and for nothing else: those of whoever was spoken of."""
    cues = cover.cues
    return bool(cues & {"votes", "share", "get", "how_many"}) and cues <= _VOTES and not _names(cover)


def asks_behind(cover: Cover) -> bool:
    """Whether words ask for nothing but how far somebody was behind: whoever was spoken of."""
    return "behind" in cover.cues and cover.cues <= _BEHIND and names_nothing(cover)


def names_nothing(cover: Cover) -> bool:
    """Whether words ask something of no place, time, party or person, and rank nothing."""
    cues = cover.cues
    return not _names(cover) and cues.isdisjoint(
        {"highest", "lowest", "closest", "safest", "seats", "listing", "average", "total"}
    )


def asks_of_contest(cover: Cover) -> bool:
    """Whether words that name nothing ask who else stood where somebody spoken of did: "runner up?"."""
    cues = cover.cues
    placed = any(span.number is not None and span.number.unit == "ordinal" for span in cover.spans)
    named = any(s.seat or s.party or s.area or s.time or s.unknown for s in cover.spans)
    return not named and (not cues.isdisjoint(_OF_CONTEST) or (placed and cues <= {"who", "finish", "get", "votes"}))


def asks_of_rival(cover: Cover) -> bool:
    """Whether a party's candidate is asked for where somebody spoken of stood: "who did labour put up against him"."""
    cues = cover.cues
    party = any(span.party for span in cover.spans)
    named = any(s.seat or s.area or s.time or s.unknown or s.number for s in cover.spans)
    asked = "who" in cues or cues == {"candidates"}
    return party and not named and cues <= _RIVALLING and bool(cues & {"stand", "candidates"}) and asked


def asks_of_one(cover: Cover) -> bool:
    """Whether words ask but by how much, or when: of the one contest spoken of."""
    cues = cover.cues
    # "he" is a surname as well
    named = any(s.seat or s.party or s.area or s.time or s.unknown or (s.person and not s.filler) for s in cover.spans)
    return bool(cues & _OF_ONE) and cues <= _OF_ONE | {"aux", "lose", "win"} and not named


def asks_winner(cover: Cover) -> bool:
    """Whether words ask but who won, or where somebody did: "and win", "who won"."""
    cues = cover.cues
    # "who won then"
    return "win" in cues and cues <= {"who", "win", "get", "aux", "than"} and not _names(cover)


def names_but_rank(cover: Cover) -> bool:
    """Whether words ask for one end of a ranking and name no place, time, party or person."""
    return not _names(cover)


def how_long(cover: Cover) -> bool:
    """ "since when", with nobody named: as long as whoever was spoken of has sat."""
    cues = cover.cues
    named = any(s.seat or s.party or s.area or s.person or s.unknown for s in cover.spans)
    return "how_long" in cues and not named and cues <= {"how_long", "when", "mp", "aux", "hold"}


def _names(cover: Cover) -> bool:
    """Whether words name a place, time, party or person, or hold one that is not known."""
    return any(s.seat or s.party or s.area or s.time or s.person or s.unknown for s in cover.spans)
