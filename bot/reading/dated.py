"""The time of a question: from its words of time to what a query holds."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading.marks import Marks
from bot.reading.slots import Inherited
from bot.reading.times import Day, DayMonth, KindOf, Side, Time, Word, Year, first_day, last_day
from bot.reading.times import Span as TimeRange
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When


class Dated(Marks):
    """A question whose words of time can be asked for."""

    @property
    def kinds(self) -> set[ElectionKind]:
        """The kinds of election named."""
        kinds = {time.kind for _, time in self.slots.times if isinstance(time, KindOf)}
        return kinds | {ElectionKind.BY_ELECTION} if self.has("latest_by") else kinds

    @property
    def kind(self) -> ElectionKind | None:
        """The kind of election named, if just one."""
        kinds = self.kinds
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def years(self) -> list[Year]:
        """Years named, in order."""
        return [time for _, time in self.slots.times if isinstance(time, Year)]

    @property
    def timed(self) -> bool:
        """Whether the question says when."""
        return bool(self.slots.times)

    def spanned(self, *sides: str) -> bool:
        """Whether it speaks of a stretch of time, or of one that begins at or behind (``sides``) a time."""
        times = [time for _, time in self.slots.times]
        return any(isinstance(t, TimeRange) or (isinstance(t, Side) and t.side in sides) for t in times)

    def when(self, default: When | None = None) -> When:
        """The time of the question as a query has it; marks what says so.

        Without any: ``default``, else what the conversation set, else the latest contest.
        """
        found = self._when()
        if found is not None:
            return found
        kind = self.kind
        if default is not None and not (self.inherited.when and not kind):
            return default if kind is None else default.model_copy(update={"kind": kind})
        if self.inherited.when is not None and kind is None:
            return self.inherited.when
        return Latest(kind=kind)

    def single(self) -> When | None:
        """The contest before or after a time: "before 2015", "the first after 2010"; marks what says so."""
        step = 1 if self.has("following") else -1 if self.has("previous") else 0
        for at, time in self.slots.times:
            point = time.anchor if isinstance(time, Side) else time
            if isinstance(time, Side) and time.side in {"before", "after"}:
                step = -1 if time.side == "before" else 1
            if step and isinstance(point, Year | Day):
                return self._beside(at, point, step)
        return None

    def _beside(self, at: int, point: Year | Day, step: int) -> When:
        """The contest a step from a point of time; marks what says so."""
        # "after the 2014 by-election": the kind behind the year is that of the contest gone from
        fused = any(i == at + 1 and isinstance(t, KindOf) for i, t in self.slots.times)
        kind = self.kind if fused else None
        self.used.add(at)
        self.use_times(KindOf, Word)
        self.take("first_time", "previous", "following", "last", "latest")
        anchor: InYears | OnDay = OnDay(day=point.day, kind=kind) if isinstance(point, Day) else in_year(point, kind)
        return Relative(anchor=anchor, step=step, kind=None if fused else self.kind)

    def after_general(self) -> When | None:
        """ "after 2015" of the whole country: what the general election of that year brought; marks what says so."""
        years = {day.year for day in self.calendar.generals}
        for _, time in self.slots.times:
            anchor = time.anchor if isinstance(time, Side) and time.side == "after" else None
            if isinstance(anchor, Year) and anchor.year in years:
                self.use_times()
                return in_year(anchor, ElectionKind.GENERAL)
        return None

    def _when(self) -> When | None:
        """The time that the words name: years, wherever they stand, before anything else."""
        kind = self.kind
        years: list[int] = []
        months: list[int] = []
        found: When | None = None
        for _, time in self.slots.times:
            if isinstance(time, Year):
                years.append(time.year)
                months += [time.month] if time.month else []
                continue
            named = self._named(time, kind)
            if named is None and isinstance(time, DayMonth):
                months.append(time.month)
            if not (isinstance(found, Between) and isinstance(named, Latest)):
                found = named or found
        self.used.update(at for at, time in self.slots.times if time != Word("following") or self._goes_on())
        if years or months:
            return InYears(years=tuple(dict.fromkeys(years)), month=months[0] if months else None, kind=kind)
        return found

    def _goes_on(self) -> bool:
        """Whether anything was spoken of that "the next election" can come after: else it is the future's."""
        return bool(self.years) or self.inherited != Inherited()

    def _named(self, time: Time, kind: ElectionKind | None) -> When | None:
        """What one word of time that is no year stands for."""
        if isinstance(time, Day):
            return OnDay(day=time.day, kind=kind)
        if isinstance(time, DayMonth):
            polled = self._polled(time, kind)
            return OnDay(day=polled, kind=kind) if polled else None
        if isinstance(time, TimeRange):
            since, until = self._parliament(time)
            return Between(since=since, until=until, kind=kind)
        if isinstance(time, Side):
            return _bounded(time, kind)
        return self._word(time.word, kind) if isinstance(time, Word) else None

    def _parliament(self, time: TimeRange) -> tuple[date | None, date | None]:
        """A range of years, or "the 2019-24 parliament": from one general election to the day before the next."""
        if "parliament" not in self.words or time.since is None or time.until is None:
            return time.since, time.until
        generals = {day.year: day for day in self.calendar.generals}
        since, until = generals.get(time.since.year), generals.get(time.until.year)
        if since is None or until is None:
            return time.since, time.until
        return since, until - timedelta(days=1)

    def _polled(self, time: DayMonth, kind: ElectionKind | None) -> date | None:
        """The latest polling day held on a day and month, where both are named."""
        days = {ElectionKind.BY_ELECTION: self.calendar.by_elections, ElectionKind.GENERAL: self.calendar.generals}
        every = days[kind] if kind else (*self.calendar.by_elections, *self.calendar.generals)
        fitting = [day for day in every if (day.month, day.day) == (time.month, time.day)]
        return max(fitting, default=None)

    def _word(self, word: str, kind: ElectionKind | None) -> When | None:
        """What a relative word stands for."""
        if word in {"latest", "now"}:
            spoken = {text for at in self.hits.get("latest", ()) for text in self.text(at).split()}
            general = not spoken.isdisjoint(self.group("general_marks"))
            return Latest(kind=ElectionKind.GENERAL if general else kind)
        if word == "latest_by":
            return Latest(kind=ElectionKind.BY_ELECTION)
        if word == "this_year":
            return InYears(years=(self.calendar.today.year,), kind=kind)
        if word == "this_parliament":
            return Between(since=self.calendar.generals[-1], kind=kind)
        if word == "all_time":
            return AnyTime(kind=kind)
        if word == "that_year":
            return self.inherited.when
        if word == "previous":
            return Relative(anchor=Latest(), step=-1, kind=kind)
        return None


def in_year(year: Year, kind: ElectionKind | None) -> InYears:
    """A year, or month, as a query has it."""
    return InYears(years=(year.year,), month=year.month, kind=kind)


def _bounded(time: Side, kind: ElectionKind | None) -> When | None:
    """The stretch of time on one side of a point."""
    start, end = first_day(time.anchor), last_day(time.anchor)
    if start is None or end is None:
        return None
    if time.side == "since":
        return Between(since=start, kind=kind)
    if time.side == "until":
        return Between(until=end, kind=kind)
    if time.side == "after":
        return Between(since=end + timedelta(days=1), kind=kind)
    return Between(until=start - timedelta(days=1), kind=kind)
