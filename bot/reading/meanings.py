"""What a span may mean, the likeliest first."""

from __future__ import annotations

from bot.reading.spans import Cover, Span
from bot.reading.times import Year


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


def is_rather_a_seat(cover: Cover, at: int) -> bool:
    """Whether a span is somebody's mere surname and a seat's whole name, or of a seat that it stands in."""
    span = cover.spans[at]
    if span.seat is None or span.person is None or span.person.how != "surname":
        return False
    return span.seat.how == "exact" or (span.start > 0 and cover.tokens[span.start - 1].text == "in")


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


def is_led_to(cover: Cover, span: Span, leading: frozenset[str]) -> bool:
    """ "win galloway": a word that a seat follows stands before it."""
    return span.start > 0 and cover.tokens[span.start - 1].text in leading
