"""What a span may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Mapping

from bot.reading.spans import Cover, Span
from bot.reading.time_kinds import Year

_ADVERBS = 3
"""Words at most from whom is said to be a member to the article: "still", "actually ever"."""


def meanings(span: Span) -> list[str]:
    """The kinds of thing a span may mean, the likeliest first."""
    if span.elsewhere:
        return ["elsewhere"]
    if not (span.seat or span.person or span.party or span.area or span.time or span.number):
        return []
    seat, person = span.seat, span.person
    exact = is_exact_seat(span)
    meant = (
        ("seat", exact),
        ("party", span.party),
        ("area", span.area),
        ("time", span.time),
        ("number", _is_count(span)),
        ("person", person and person.how != "surname"),
        ("seat", seat and not exact),
    )
    found = [kind for kind, means in meant if means]
    plain = span.filler or span.soft or (span.cues and person is not None and person.weak)
    if person is not None and person.how == "surname" and not plain:
        # a word that is a cue as well is a name only where it cannot be the cue
        return [*found, "person"] if found or not span.cues else ["", "person"]
    return found


def is_exact_seat(span: Span) -> bool:
    """Whether it is the full name of a seat."""
    return span.seat is not None and span.seat.how in {"exact", "welsh"}


def _is_count(span: Span) -> bool:
    """Whether it is a number that is no year."""
    return span.number is not None and not (isinstance(span.time, Year) and span.number.value >= 1800)


_WHICH_OF_THEIRS = (("first_time",), ("last",), ("previous",), ("now",))
"""Cues of which of somebody's seats is meant."""


def is_rather_a_seat(cover: Cover, at: int) -> bool:
    """Whether a span is somebody's mere surname and a region, a seat's whole name, or of a seat that it stands in."""
    span = cover.spans[at]
    if span.area is not None and span.person is not None and span.person.how == "surname":
        return True
    if span.seat is None or span.person is None or span.person.how != "surname":
        return False
    return span.seat.how == "exact" or (span.start > 0 and cover.tokens[span.start - 1].text == "in")


def owns_a_seat(cover: Cover, at: int) -> bool:
    """ "galloway's first seat": somebody's, as no seat has one."""
    spans, tokens = cover.spans, cover.tokens
    token = tokens[spans[at].end - 1]
    if token.base == token.text or spans[at].person is None or at + 1 >= len(spans):
        return False
    behind = next((n for n in range(at + 1, len(spans)) if spans[n].cues not in _WHICH_OF_THEIRS), at)
    return tokens[spans[behind].start].text == "seat" and "seats" in spans[behind].cues


def is_set_against(cover: Cover, at: int, versus: frozenset[str]) -> bool:
    """ "goldsmith v olney", "when did badenoch succeed sunak": part of a seat's name set against a person."""
    spans = cover.spans
    if is_exact_seat(spans[at]):
        return False
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if not 0 <= other < len(spans) or spans[other].person is None or spans[other].seat is not None:
            continue
        words = {token.text for token in cover.tokens[spans[joint].start : spans[joint].end]}
        if words & versus or (joint > at and "replace" in spans[joint].cues):
            return True
    return False


def is_said_a_member(cover: Cover, at: int, groups: Mapping[str, frozenset[str]]) -> bool:
    """ "is galloway still an mp", "galloway, was he an mp": said of somebody, as no seat is a member."""
    span = cover.spans[at]
    before = [token.text for token in cover.tokens[max(0, span.start - 2) : span.start]]
    behind = [token.text for token in cover.tokens[span.end :]]
    if behind[:1] and behind[0] in groups["being"] and not groups["person_pronouns"].isdisjoint(behind[1:2]):
        before, behind = behind[:1], behind[2:]
    said = (n for n, text in enumerate(behind[:_ADVERBS]) if text in groups["articles_of_one"])
    called = next(said, len(behind)) + 1
    return not groups["being"].isdisjoint(before) and not groups["a_member"].isdisjoint(behind[called : called + 1])


def is_of_a_member(cover: Cover, at: int, groups: Mapping[str, frozenset[str]], *, gone: bool) -> bool:
    """ "is galloway an mp", "where galloway stood"; "galloway mp since when", where the seat of that name is gone."""
    behind = [token.text for token in cover.tokens[cover.spans[at].end :][:1]]
    dated = gone and "how_long" in cover.cues and not groups["a_member"].isdisjoint(behind)
    return dated or is_acting(cover, at) or is_said_a_member(cover, at, groups)


def is_acting(cover: Cover, at: int) -> bool:
    """ "every seat galloway has stood in", "when galloway beat oona king": no seat stands, or beats somebody."""
    spans = cover.spans
    behind = next((span for span in spans[at + 1 : at + 4] if "aux" not in span.cues and "ever" not in span.cues), None)
    if behind is None or behind.seat is not None or behind.person is not None:
        return False
    against = any(span.person is not None and span.seat is None for span in spans[at + 2 :])
    return "stand" in behind.cues or ("beat" in behind.cues and against)


def wins_by_elections(cover: Cover, at: int, plurals: frozenset[str]) -> bool:
    """ "by-elections galloway has won": several are won by a person, not by a seat."""
    spans = cover.spans
    several = any("by_election" in span.cues and cover.tokens[span.end - 1].text in plurals for span in spans[:at])
    behind = [span for span in spans[at + 1 : at + 3] if "aux" not in span.cues]
    passive = {token.text for token in cover.tokens[spans[at].end : spans[at].end + 4]} & {"by", "was", "were"}
    return several and bool(behind) and "win" in behind[0].cues and not passive


def is_led_to(cover: Cover, span: Span, leading: frozenset[str]) -> bool:
    """ "win galloway": a word that a seat follows stands before it."""
    return span.start > 0 and cover.tokens[span.start - 1].text in leading
