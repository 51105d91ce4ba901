"""Follow-ups of who held an office: "and before that?", "and in 1980?"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading.clauses import Clause, Clauses
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.time_kinds import Year, last_day
from knowledge.fold import fold
from knowledge.queries.catalogue import Led
from knowledge.query import Governments, InYears, OfficeHolder, Query

_FORMED = timedelta(days=60)
"""By then there was a government, even after the general election of December 1923."""
_OF_HOLDER = frozenset({"how_long", "when", "party_of"})
"""Cues of what is told of one time in an office."""
_BESIDE = frozenset(
    {
        "aux",
        "came_in",
        "changed_hands",
        "deposit_gone",
        "get",
        "leader",
        "leave",
        "pm",
        "referendum",
        "start",
        "went_out",
        "what",
        "which",
        "who",
    }
)
"""Cues that add nothing to them."""
_NO_TIME = {"at": None, "until": None, "after": None, "before": None, "end": None}


class OfficeFollower:
    """Reads follow-ups of questions about Prime Ministers and party leaders."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses

    def follow(self, tokens: Clause, last: Query) -> Outcome | None:
        """ "before that?", "and after him?" of a Prime Minister or leader."""
        if isinstance(last, Governments):
            last = self._formed(last) or last
        if not isinstance(last, OfficeHolder):
            return None
        last = self._at_end(last)
        if self._asks_of_holder(tokens):
            holder = self.only_holder(last)
            found = last.model_copy(update={**_NO_TIME, "person": holder}) if holder else None
            return Read(found, carried=True) if found else Refuse("words", tuple(token.text for token in tokens))
        before, after = self._clauses.says(tokens, "earlier"), self._clauses.says(tokens, "later")
        then = None if before or after else self._in_year(tokens, last)
        if then is not None:
            return Read(then, carried=True)
        name = self._officer(last) if before or after else None
        if name is None:
            return None
        beside = self._beside_spell(last, 1 if not before else -1)
        if beside is not None:
            return Read(beside, carried=True)
        base = OfficeHolder(office=last.office, party=last.party)
        return Read(base.model_copy(update={"before" if before else "after": name}), carried=True)

    def _at_end(self, last: OfficeHolder) -> OfficeHolder:
        """The first or last who held an office as the one of a day, beside whom those of other parties stand too."""
        spells = self._spells(last) if last.end is not None else []
        if not spells:
            return last
        spell = spells[0 if last.end == "first" else -1]
        party = None if last.office == "prime-minister" else last.party
        return OfficeHolder(office=last.office, party=party, at=spell.since + timedelta(days=1))

    def _asks_of_holder(self, tokens: Clause) -> bool:
        """ "how long", "when did he leave", "which party": more of whoever was named."""
        spans = self._reader.cover(self._clauses.without_marker(tokens)).spans
        cues = {cue for span in spans for cue in span.cues}
        named = any(
            (span.person and not span.filler) or span.time or span.party or span.seat or span.unknown for span in spans
        )
        return not named and bool(cues & _OF_HOLDER) and cues <= _OF_HOLDER | _BESIDE

    def only_holder(self, last: OfficeHolder) -> str | None:
        """Whom the last answer named, where it named one."""
        last = self._at_end(last)
        if last.until is not None and last.at is not None:
            since, until = last.at, last.until
            held = [led for led in self._spells(last) if led.since <= until and not (led.until and led.until < since)]
            return held[0].name if len(held) == 1 else None
        return last.person or self._officer(last)

    def _in_year(self, tokens: Clause, last: OfficeHolder) -> OfficeHolder | None:
        """ "and in 1980?": who held the office then, where the words name but a year."""
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        years = [time for _, time in self._reader.slots(cover).times if isinstance(time, Year)]
        if len(years) != 1 or any(not (span.time or span.filler) or span.cues for span in cover.spans):
            return None
        since, until = date(years[0].year, years[0].month or 1, 1), last_day(years[0])
        return OfficeHolder(office=last.office, party=last.party, at=since, until=until)

    def _formed(self, last: Governments) -> OfficeHolder | None:
        """Who governed after the one election of a time."""
        when = last.when
        years = when.years if isinstance(when, InYears) else ()
        days = [day for day in self._reader.calendar.generals if day.year in years]
        if isinstance(when, InYears) and when.month:
            days = [day for day in days if day.month == when.month]
        return OfficeHolder(at=days[0] + _FORMED) if last.ask == "formed" and len(days) == 1 else None

    def _beside_spell(self, last: OfficeHolder, step: int) -> OfficeHolder | None:
        """The holder beside the one of a day, where that one held the office more than once."""
        times = self._spells(last)
        held = [at for at, led in enumerate(times) if last.at is not None and last.until is None and led.on(last.at)]
        if not held or sum(led.name == times[held[-1]].name for led in times) < 2:
            return None
        at = held[-1] + step
        day = times[at].since + timedelta(days=1) if 0 <= at < len(times) else None
        return OfficeHolder(office=last.office, party=last.party, at=day) if day else None

    def _spells(self, last: OfficeHolder) -> list[Led]:
        """The times in the office asked about, in order."""
        leaders = self._reader.calendar.leaders
        times = [led for led in leaders if led.office == last.office and last.party in (None, led.party)]
        return sorted(times, key=lambda led: led.since)

    def _officer(self, last: OfficeHolder) -> str | None:
        """Whom an answer about an office named."""
        calendar, times = self._reader.calendar, self._spells(last)
        named = last.before or last.after
        if named is not None:
            return _beside(times, fold(named), 1 if last.after else -1, last.at, last.until)
        if last.person is not None:
            return last.person
        day = last.at or calendar.today
        held = [led for led in times if led.since <= day and (led.until is None or led.until > day)]
        return held[-1].name if held else None


def _beside(times: list[Led], name: str, step: int, since: date | None, until: date | None) -> str | None:
    """Who held an office a step after the first time that somebody of this name did, or the one of the time named."""
    moved = [i + step for i, led in enumerate(times) if led.name.endswith(name)]
    held = [i for i in moved if 0 <= i < len(times)]
    if since is not None:
        last = until or since
        then = [i for i in held if since <= (times[i] if step > 0 else times[i - step]).since <= last]
        held = then or held
    return times[held[0]].name if held else None
