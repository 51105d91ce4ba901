"""Who was Prime Minister between others, or between two times of one."""

from __future__ import annotations

from datetime import timedelta

from bot.reading.framing import needs
from bot.reading.slots import Slot
from bot.reading.work import Work
from knowledge.queries.calendar import Led
from knowledge.query import OfficeHolder, Query


@needs("a person")
@needs("pm", "who")
def between_premiers(work: Work) -> Query | None:
    """ "the premiers between attlee and wilson": who held the office from one's end to the other's start."""
    if work.seats or work.parties or "between" not in work.words:
        return None
    if len(work.people) == 1:
        return _between_spells(work)
    if len(work.people) != 2:
        return None
    spells = [_in_office(work, slot) for slot in work.people]
    first, last = spells
    if not first or not last or first[0].until is None:
        return None
    end = first[0].until
    starts = [led.since for led in last if led.since > end]
    if not starts:
        return None
    work.use(work.people)
    work.take("pm", "who", "which", "what", "listing", "get", "hold", "how_many", "government")
    return OfficeHolder(at=end + timedelta(days=1), until=min(starts) - timedelta(days=1))


def _between_spells(work: Work) -> Query | None:
    """ "which prime minister came between wilson's two terms": who held the office while they did not."""
    times = sorted(_in_office(work, work.people[0]), key=lambda led: led.since)
    counted = {at for at, number in work.free_numbers() if number.value == len(times)} | set(work.hits.get("both", ()))
    ends = times[0].until if len(times) == 2 else None
    if not counted or ends is None or not work.says("spells") or not work.has("pm", "who"):
        return None
    work.use(work.people)
    work.used.update(counted)
    work.use_words(*work.group("spells"))
    work.take("pm", "who", "which", "what", "listing", "get", "hold", "government", "finish", "times_count")
    return OfficeHolder(at=ends + timedelta(days=1), until=times[1].since - timedelta(days=1))


def _in_office(work: Work, slot: Slot) -> list[Led]:
    """The times as Prime Minister of the one of that name who was."""
    person = work.cover.spans[slot.span].person
    bearers = set(slot.values) | set(person.ids if person is not None else ())
    found = [led for led in work.calendar.led_by(bearers) if led.office == "prime-minister"]
    return found if len({led.person for led in found}) == 1 else []
