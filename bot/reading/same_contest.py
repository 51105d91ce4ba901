"""Two people set against each other in a year: "swinson 2019 v callaghan" stood in one contest, and led no parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bot.reading.spans import Cover
from bot.reading.time_kinds import Year
from knowledge.queries.catalogue import Led, PersonCard

_TWO = 2


def stood_together(
    cover: Cover,
    named: Mapping[int, Sequence[Led]],
    generals: Sequence[date],
    cards: Callable[[Sequence[str]], Iterable[PersonCard]],
) -> bool:
    """Whether two who bear the names of leaders, not both of them leaders then, stood in one contest of the year."""
    years = [span.time.year for span in cover.spans if isinstance(span.time, Year)]
    if len(named) != _TWO or len(years) != 1:
        return False
    days = [day for day in generals if day.year == years[0]]
    if all(any(led.on(day) for led in times for day in days) for times in named.values()):
        return False
    people = [span.person.ids for at in named if (span := cover.spans[at]).person]
    first, *others = [{(stand.seat, stand.date) for card in cards(ids) for stand in card.stands} for ids in people]
    return any(day.year == years[0] for other in others for _, day in first & other)
