"""The time of a question: from its words of time to what a query holds."""

from __future__ import annotations

from datetime import date, timedelta

from bot.reading.marks import Marks
from bot.reading.time_kinds import Day, DayMonth, KindOf, Later, Side, Time, Word, Year, first_day, last_day
from bot.reading.time_kinds import Span as TimeRange
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Between, InYears, Latest, OnDay, Relative, When


class Dated(Marks):
    """A question whose words of time can be asked for."""

    _kinds: tuple[object, frozenset[ElectionKind]] | None = None
    """The kinds of election named, with the times they were found in: most frames ask for them."""

    @property
    def kinds(self) -> frozenset[ElectionKind]:
        """The kinds of election named; a general election that only bounds by-elections is not asked about."""
        times = self.slots.times
        if self._kinds is None or self._kinds[0] is not times:
            self._kinds = times, self._find_kinds()
        return self._kinds[1]

    def _find_kinds(self) -> frozenset[ElectionKind]:
        """As ``kinds``, from the times."""
        named = [(at, time.kind) for at, time in self.slots.times if isinstance(time, KindOf)]
        if not named and not self.has("latest_by"):
            return frozenset()
        kinds = {kind for _, kind in named}
        if ElectionKind.BY_ELECTION in kinds or self.has("latest_by"):
            kinds = {kind for at, kind in named if kind is ElectionKind.BY_ELECTION or not self._bounds(at)}
        return frozenset(kinds | {ElectionKind.BY_ELECTION} if self.has("latest_by") else kinds)

    @property
    def kind(self) -> ElectionKind | None:
        """The kind of election named, if just one."""
        kinds = self.kinds
        return next(iter(kinds)) if len(kinds) == 1 else None

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

    def ends(self) -> list[Year]:
        """The two general elections that a stretch of time goes from and to: "between 92 and 97"."""
        held = {day.year for day in self.calendar.generals}
        for _, time in self.slots.times:
            if isinstance(time, TimeRange) and time.since is not None and time.until is not None:
                ends = [Year(time.since.year), Year(time.until.year)]
                if all(end.year in held for end in ends):
                    return ends
        return []

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

    def fused(self, at: int) -> bool:
        """Whether the kind of election right behind a time is that of the contest it names."""
        return any(i == at + 1 and isinstance(time, KindOf) for i, time in self.slots.times)

    def _bounds(self, at: int) -> bool:
        """Whether a kind of election stands right behind a bound of time: "since the 2024 general election"."""
        return any(i == at - 1 and isinstance(time, Side | TimeRange) for i, time in self.slots.times)

    def single(self) -> When | None:
        """The contest before or after a time: "before 2015", "the first after 2010"; marks what says so."""
        step = 1 if self.has("following") else -1 if self.has("previous") else 0
        step_at = min(self.first("following"), self.first("previous"))
        for at, time in self.slots.times:
            point = time.anchor if isinstance(time, Side) else time
            if isinstance(time, Side) and time.side in {"before", "after"}:
                step, step_at = (-1 if time.side == "before" else 1), at
            if step and isinstance(point, Year | Day):
                return self._beside(at, step_at, point, step)
        return None

    def _beside(self, at: int, step_at: int, point: Year | Day, step: int) -> When:
        """The contest a step from a point of time; marks what says so."""
        # "after the 2014 by-election", "after the by-election of 2014": this kind is that of the contest gone from
        fused = {t.kind for i, t in self.slots.times if isinstance(t, KindOf) and (step_at < i < at or i == at + 1)}
        apart = {t.kind for i, t in self.slots.times if isinstance(t, KindOf) and not (step_at < i < at or i == at + 1)}
        if step_at < len(self.cover.spans) and not self.group("general_marks").isdisjoint(self.text(step_at).split()):
            apart.add(ElectionKind.GENERAL)
        kind = fused.pop() if len(fused) == 1 else None
        wanted = apart.pop() if len(apart) == 1 else None
        self.used.add(at)
        self.use_times(KindOf, Word)
        self.take("first_time", "previous", "following", "last", "latest")
        anchor: InYears | OnDay = OnDay(day=point.day, kind=kind) if isinstance(point, Day) else in_year(point, kind)
        return Relative(anchor=anchor, step=step, kind=wanted)

    def after_general(self, *, at_one: bool = False) -> When | None:
        """ "after 2015" of the whole country: what the general election of that year brought; marks what says so.

        "After the 1906 election" is of that one too, though it is not held; ``at_one``: no others can be meant.
        """
        for at, time in self.slots.times:
            anchor = time.anchor if isinstance(time, Side) and time.side == "after" else None
            if isinstance(anchor, Day) and anchor.day in self.calendar.generals:
                self.use_times()
                return OnDay(day=anchor.day, kind=ElectionKind.GENERAL)
            if isinstance(anchor, Year) and (at_one or anchor.year in self._generals or self._names_poll(at)):
                self.use_times()
                return in_year(anchor, ElectionKind.GENERAL)
            if isinstance(time, Year) and time.month and at and self.text(at - 1) in self.group("right_after"):
                # "after the first 1974 election"
                self.used.add(at - 1)
                self.use_times()
                return in_year(time, ElectionKind.GENERAL)
        return None

    def _names_poll(self, at: int) -> bool:
        """Whether a time is that of one election: "after the 1906 election", "after the 1906 vote"."""
        tokens, span = self.cover.tokens, self.cover.spans[at]
        behind = [token.text for token in tokens[span.end - 1 : span.end + 2]]
        while behind[1:2] and behind[1] in self.group("general_marks"):
            del behind[1]
        return not self.group("single_polls").isdisjoint(behind[:2])

    def near_general(self) -> When | None:
        """ "just before the 2019 election" in a story: that election itself; marks what says so."""
        for at, time in self.slots.times:
            anchor = time.anchor if isinstance(time, Side) and time.side == "before" else None
            lead = self.text(at - 1) if at else ""
            if isinstance(anchor, Year) and anchor.year in self._generals and lead in self.group("shortly"):
                self.use_times()
                return in_year(anchor, ElectionKind.GENERAL)
        return None

    def _when(self) -> When | None:
        """The time that the words name: years, wherever they stand, before anything else; marks what says so.

        A day or a stretch of time outranks "now", "last" and "ever"; of two that differ one stays unexplained.
        """
        kind = self.kind
        years: list[int] = []
        months: list[int] = []
        found: When | None = None
        for at, time in self.slots.times:
            if not self._is_lost(time):
                self.used.add(at)
            if isinstance(time, Year):
                sat = self._sat(at, time)
                if sat is not None:
                    found = sat
                    continue
                years.append(time.year)
                months += [time.month] if time.month else []
                continue
            named = self._between_generals(at, time) or self._named(time, kind)
            if named is None and isinstance(time, DayMonth) and self.years:
                months.append(time.month)
            # "the turnout recorded at the latest general election": of one named as the latest, not of all time
            latest = time == Word("latest") and isinstance(found, AnyTime)
            if named is None or (found is not None and isinstance(named, _VAGUE) and not latest):
                continue
            both = _both(found, named)
            if both is None:
                self.used.discard(at)
            found = both or found
        if years or months:
            self._leave_apart(years, found)
            kind = self._of_years(years, kind)
            return InYears(years=tuple(dict.fromkeys(years)), month=months[0] if months else None, kind=kind)
        return found

    def _of_years(self, years: list[int], kind: ElectionKind | None) -> ElectionKind | None:
        """ "wakefield 2019, 2022 by-election": no kind of all years, where the seat had such a poll in some alone."""
        if kind is None or len(years) == 1 or not self.slots.seats:
            return kind
        seats = [seat for slot in self.slots.seats for seat in slot.values]
        polls = [(day.year, polled) for seat in seats for day, polled in self.catalogue.polls(seat)]
        of_kind = {year for year, polled in polls if polled is kind and year in years}
        other = {year for year, polled in polls if polled is not kind and year in years}
        return None if of_kind and other - of_kind else kind

    def _leave_apart(self, years: list[int], found: When | None) -> None:
        """A stretch of time that a year named lies outside of, or is held against, stays unexplained."""
        if not isinstance(found, Between):
            return
        since, until = found.since or date.min, found.until or date.max
        if self.has("highest", "lowest") or any(not since.year <= year <= until.year for year in years):
            ranges = (at for at, time in self.slots.times if isinstance(time, Side | TimeRange) or time in _PARLIAMENTS)
            self.used.difference_update(ranges)

    def _is_lost(self, time: Time) -> bool:
        """Whether a time is told from one spoken of before, and none was."""
        if isinstance(time, Later):
            return self._years_on(time) is None
        if isinstance(time, DayMonth) and not (self.years or self._polled(time, self.kind)):
            # a month without its year, in which nothing was held there
            return True
        if (isinstance(time, Year) and time.guessed == "after") or (isinstance(time, DayMonth) and time.after):
            return True
        # a contest beside another is not the other: left unread, it would be answered for the year named
        return time == Word("following") and (self._anchor() is None or bool(self.years))

    def _years_on(self, time: Later) -> int | None:
        """The year so many years after the one spoken of."""
        spoken = self.inherited.day or self._last_day()
        return spoken.year + time.years if spoken else None

    def _last_day(self) -> date | None:
        """The day, or some day of the year, that the conversation set."""
        when = self.inherited.when
        if isinstance(when, OnDay):
            return when.day
        return date(when.years[-1], 1, 1) if isinstance(when, InYears) and when.years else None

    def _anchor(self) -> Latest | InYears | OnDay | None:
        """The contest spoken of, as that before or after which another is meant."""
        inherited = self.inherited
        if isinstance(inherited.when, Latest | InYears | OnDay):
            return inherited.when
        return OnDay(day=inherited.day) if inherited.day else None

    def _named(self, time: Time, kind: ElectionKind | None) -> When | None:
        """What one word of time that is no year stands for."""
        if isinstance(time, Later):
            year = self._years_on(time)
            return InYears(years=(year,), kind=kind) if year else None
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

    def _between_generals(self, at: int, time: Time) -> Between | None:
        """By-elections "since the 2024 general election": from the day after its poll, not of its year."""
        span = self.cover.spans[at]
        near = [token.text for token in self.cover.tokens[span.start : span.end + 1]]
        named = self.fused(at) or not self.group("election_marks").isdisjoint(near[-1:])
        named = named or not self.group("general_marks").isdisjoint(near[:-1])
        if self.kind is not ElectionKind.BY_ELECTION or not named:
            return None
        step, generals = timedelta(days=1), self._generals
        if isinstance(time, TimeRange) and time.since is not None and time.until is not None:
            first, last = generals.get(time.since.year), generals.get(time.until.year)
            if first is not None and last is not None:
                return Between(since=first + step, until=last - step, kind=ElectionKind.BY_ELECTION)
        day = generals.get(time.anchor.year) if isinstance(time, Side) and isinstance(time.anchor, Year) else None
        if day is None or not isinstance(time, Side):
            return None
        if time.side in {"since", "after"}:
            return Between(since=day + step, kind=ElectionKind.BY_ELECTION)
        return Between(until=day - step, kind=ElectionKind.BY_ELECTION)

    def _parliament(self, time: TimeRange) -> tuple[date | None, date | None]:
        """A range of years, or "the 2019-24 parliament": from one general election to the day before the next."""
        if not self.says("parliaments") or time.since is None or time.until is None:
            return time.since, time.until
        since, until = self._generals.get(time.since.year), self._generals.get(time.until.year)
        if since is None or until is None:
            return time.since, time.until
        return since, until - timedelta(days=1)

    def _sat(self, at: int, time: Year) -> Between | None:
        """ "the 2019 parliament": from the general election of that year to the day before the next."""
        behind = self.cover.spans[at].end
        words = [token.text for token in self.cover.tokens[behind : behind + 1]]
        if time.month or self.group("parliaments").isdisjoint(words):
            return None
        elected = self._generals.get(time.year)
        if elected is None:
            return None
        later = [day for day in self.calendar.generals if day > elected]
        return Between(since=elected, until=later[0] - timedelta(days=1) if later else None, kind=self.kind)

    @property
    def _generals(self) -> dict[int, date]:
        """The last general election of each year that had one."""
        return {day.year: day for day in self.calendar.generals}

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
        if word == "this_parliament":
            return Between(since=self.calendar.generals[-1], kind=kind)
        if word == "last_parliament":
            since, until = self.calendar.generals[-2:]
            return Between(since=since, until=until - timedelta(days=1), kind=kind)
        if word == "all_time":
            return AnyTime(kind=kind)
        if word == "that_year":
            return self.inherited.when
        if word == "previous":
            behind = {t.kind for at, t in self.slots.times if isinstance(t, KindOf) and at > self.first("previous")}
            if kind is not None and kind in behind:
                # "the election before the by-election": the kind is that of the contest gone from
                return Relative(anchor=Latest(kind=kind), step=-1)
            return Relative(anchor=self._anchor() or Latest(), step=-1, kind=kind)
        anchor = self._anchor() if word == "following" else None
        return Relative(anchor=anchor, step=1, kind=kind) if anchor else None


_PARLIAMENTS = (Word("this_parliament"), Word("last_parliament"))
_VAGUE = Latest | AnyTime
"""Times that a named one outranks."""


def _both(one: When | None, other: When) -> When | None:
    """Two times said of one thing: the one that is named, or the stretch between; None where they differ."""
    if one is None or isinstance(one, _VAGUE) or one == other:
        return other
    if isinstance(one, Between) and isinstance(other, Between):
        ends = {"since": one.since or other.since, "until": one.until or other.until}
        apart = (one.since is None) != (other.since is None) and (one.until is None) != (other.until is None)
        return one.model_copy(update=ends) if apart else None
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
