"""One reading of a cover being tried: its slots, and which spans a frame has used so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.reading.lexicon import Lexicon
from bot.reading.numbers import Number
from bot.reading.spans import Cover, Span
from bot.reading.times import Day, DayMonth, KindOf, Side, Time, Word, Year
from bot.reading.times import Span as TimeRange
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Calendar, Catalogue
from knowledge.query import AnyTime, Between, Holder, InYears, Latest, OnDay, Relative, Selection, When

LIGHT_CUES = frozenset(
    {"greeting", "thanks", "who", "what", "which", "aux", "versus", "than", "ever", "now", "get", "did_how", "last"}
)
"""Cues that need no frame to use them: alone they ask nothing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An entity in the question: where it stands, what it means, how it is shown."""

    span: int
    values: tuple[str, ...]
    label: str
    how: str = "exact"
    old: tuple[str, ...] = ()
    """A seat of exactly this name that is long gone, where a place of the name leads elsewhere now."""
    every: tuple[str, ...] = ()
    """All that bear the name, before the other words narrowed it down."""


@dataclass(slots=True)
class Slots:
    """What was found, in order of the words."""

    seats: list[Slot] = field(default_factory=list)
    areas: list[Slot] = field(default_factory=list)
    parties: list[Slot] = field(default_factory=list)
    people: list[Slot] = field(default_factory=list)
    terms: list[Slot] = field(default_factory=list)
    times: list[tuple[int, Time]] = field(default_factory=list)
    numbers: list[tuple[int, Number]] = field(default_factory=list)
    elsewhere: list[Slot] = field(default_factory=list)
    quoted: str | None = None


@dataclass(slots=True)
class Inherited:
    """What the conversation set, for a question that leaves it open."""

    seats: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: When | None = None
    holder: Holder | None = None
    """The last question, where it asked for a member."""


def _hits(cover: Cover, slots: Slots) -> dict[str, list[int]]:
    """The spans of each cue, in order."""
    hits: dict[str, list[int]] = {}
    for at, span in enumerate(cover.spans):
        for cue in span.cues:
            hits.setdefault(cue, []).append(at)
    for at, time in slots.times:
        if isinstance(time, Word):
            hits.setdefault(time.word, []).append(at)
    return hits


class Work:
    """A frame's view of the question. ``take`` marks what the frame has explained."""

    def __init__(
        self,
        cover: Cover,
        slots: Slots,
        calendar: Calendar,
        catalogue: Catalogue,
        lexicon: Lexicon,
        inherited: Inherited | None = None,
        hits: dict[str, list[int]] | None = None,
    ) -> None:
        self.cover = cover
        self.slots = slots
        self.calendar = calendar
        self.catalogue = catalogue
        self.lexicon = lexicon
        self.inherited = inherited or Inherited()
        self.used: set[int] = set()
        self.hits = _hits(cover, slots) if hits is None else hits

    def fresh(self) -> Work:
        """The same question, nothing used yet."""
        return Work(self.cover, self.slots, self.calendar, self.catalogue, self.lexicon, self.inherited, self.hits)

    # --- cues ---

    def has(self, *cues: str) -> bool:
        """Whether any of the cues stands in the question."""
        return not self.hits.keys().isdisjoint(cues)

    def take(self, *cues: str) -> bool:
        """Mark every span of these cues as explained; whether there was any."""
        found = False
        for cue in cues:
            for at in self.hits.get(cue, ()):
                self.used.add(at)
                found = True
        return found

    def first(self, cue: str) -> int:
        """Position of the cue's first span, or a position behind the end."""
        return self.hits.get(cue, [len(self.cover.spans)])[0]

    def spans(self) -> Sequence[Span]:
        """The spans in order."""
        return self.cover.spans

    def text(self, at: int) -> str:
        """The folded words of a span."""
        span = self.cover.spans[at]
        return " ".join(token.text for token in self.cover.tokens[span.start : span.end])

    def opens_with(self, *words: str) -> bool:
        """Whether the first word that is no wrapper is one of these."""
        for at, span in enumerate(self.cover.spans):
            text = self.text(at)
            if text.split()[0] in words:
                return True
            if not (span.filler and not span.cues):
                return False
        return False

    # --- slots ---

    @property
    def seats(self) -> list[Slot]:
        """Seats named."""
        return self.slots.seats

    @property
    def people(self) -> list[Slot]:
        """People named."""
        return self.slots.people

    @property
    def parties(self) -> list[Slot]:
        """Parties named."""
        return self.slots.parties

    @property
    def areas(self) -> list[Slot]:
        """Nations and regions named."""
        return self.slots.areas

    @property
    def anchored(self) -> bool:
        """Whether a seat or a person is named or carried over."""
        return bool(self.seats or self.people or self.inherited.seats or self.inherited.people)

    def use(self, slots: Iterable[Slot]) -> tuple[str, ...]:
        """Mark the slots as explained and give their values."""
        values: list[str] = []
        for slot in slots:
            self.used.add(slot.span)
            values += slot.values
        return tuple(dict.fromkeys(values))

    def number(self, *, unit: str | None = None) -> Number | None:
        """The first number not yet used (of a unit, if given); marks it."""
        for at, number in self.slots.numbers:
            if at not in self.used and (unit is None or number.unit == unit):
                self.used.add(at)
                return number
        return None

    def ordinal(self) -> int | None:
        """The first ordinal not yet used, as a number; marks it."""
        number = self.number(unit="ordinal")
        return int(number.value) if number else None

    def after_general(self) -> When | None:
        """ "after 2015" of the whole country: what the general election of that year brought; marks what says so."""
        years = {day.year for day in self.calendar.generals}
        for at, time in self.slots.times:
            anchor = time.anchor if isinstance(time, Side) and time.side == "after" else None
            if isinstance(anchor, Year) and anchor.year in years:
                for other, _ in self.slots.times:
                    self.used.add(other)
                self.used.add(at)
                return InYears(years=(anchor.year,), month=anchor.month, kind=ElectionKind.GENERAL)
        return None

    # --- time ---

    @property
    def kind(self) -> ElectionKind | None:
        """The kind of election named, if just one."""
        kinds = {time.kind for _, time in self.slots.times if isinstance(time, KindOf)}
        if self.has("latest_by"):
            kinds.add(ElectionKind.BY_ELECTION)
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def years(self) -> list[Year]:
        """Years named, in order."""
        return [time for _, time in self.slots.times if isinstance(time, Year)]

    @property
    def timed(self) -> bool:
        """Whether the question says when."""
        return bool(self.slots.times)

    def single(self) -> When | None:
        """The contest before or after a time: "before 2015", "the first after 2010"; marks what says so."""
        step = 1 if self.has("following") else -1 if self.has("previous") else 0
        for at, time in self.slots.times:
            point = time.anchor if isinstance(time, Side) else time
            if isinstance(time, Side) and time.side in {"before", "after"}:
                step = -1 if time.side == "before" else 1
            if not step or not isinstance(point, Year | Day):
                continue
            # "after the 2014 by-election": the kind behind the year is that of the contest gone from
            fused = any(i == at + 1 and isinstance(t, KindOf) for i, t in self.slots.times)
            kind = self.kind if fused else None
            for other, named in self.slots.times:
                if other == at or isinstance(named, KindOf | Word):
                    self.used.add(other)
            anchor: InYears | OnDay = (
                InYears(years=(point.year,), month=point.month, kind=kind)
                if isinstance(point, Year)
                else OnDay(day=point.day, kind=kind)
            )
            self.take("first_time", "previous", "following", "last", "latest")
            return Relative(anchor=anchor, step=step, kind=None if fused else self.kind)
        return None

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

    def _when(self) -> When | None:
        kind = self.kind
        years: list[int] = []
        months: list[int] = []
        found: When | None = None
        for at, time in self.slots.times:
            if isinstance(time, Year):
                years.append(time.year)
                if time.month:
                    months.append(time.month)
            elif isinstance(time, Day):
                found = OnDay(day=time.day, kind=kind)
            elif isinstance(time, DayMonth):
                polled = self._polled(time, kind)
                if polled is not None:
                    found = OnDay(day=polled, kind=kind)
                else:
                    months.append(time.month)
            elif isinstance(time, TimeRange):
                since, until = self._parliament(time)
                found = Between(since=since, until=until, kind=kind)
            elif isinstance(time, Side):
                found = self._side(time, kind)
            elif isinstance(time, Word):
                found = self._word(time.word, kind) or found
            self.used.add(at)
        if years or months:
            return InYears(years=tuple(dict.fromkeys(years)), month=months[0] if months else None, kind=kind)
        return found

    def _parliament(self, time: TimeRange) -> tuple[date | None, date | None]:
        """A range of years, or "the 2019-24 parliament": from one general election to the day before the next."""
        generals = {day.year: day for day in self.calendar.generals}
        spoken = "parliament" in {token.text for token in self.cover.tokens}
        if not spoken or time.since is None or time.until is None:
            return time.since, time.until
        since, until = generals.get(time.since.year), generals.get(time.until.year)
        if since is None or until is None:
            return time.since, time.until
        return since, date.fromordinal(until.toordinal() - 1)

    def _polled(self, time: DayMonth, kind: ElectionKind | None) -> date | None:
        """The latest polling day held on a day and month, where both are named."""
        days = self.calendar.by_elections if kind is ElectionKind.BY_ELECTION else self.calendar.generals
        if kind is None:
            days = tuple(sorted({*self.calendar.by_elections, *self.calendar.generals}))
        fitting = [day for day in days if (day.month, day.day) == (time.month, time.day)]
        return fitting[-1] if fitting else None

    def _side(self, time: Side, kind: ElectionKind | None) -> When | None:
        anchor = time.anchor
        if isinstance(anchor, DayMonth):
            return None
        start = date(anchor.year, anchor.month or 1, 1) if isinstance(anchor, Year) else anchor.day
        end = date(anchor.year, anchor.month or 12, 28) if isinstance(anchor, Year) else anchor.day
        if isinstance(anchor, Year) and not anchor.month:
            end = date(anchor.year, 12, 31)
        if time.side == "since":
            return Between(since=start, kind=kind)
        if time.side == "until":
            return Between(until=end, kind=kind)
        if time.side == "after":
            return Between(since=date.fromordinal(end.toordinal() + 1), kind=kind)
        return Between(until=date.fromordinal(start.toordinal() - 1), kind=kind)

    def _word(self, word: str, kind: ElectionKind | None) -> When | None:
        if word in {"latest", "now"}:
            named = "general" in self._latest_words() or kind is ElectionKind.GENERAL
            return Latest(kind=ElectionKind.GENERAL if named else kind)
        if word == "latest_by":
            return Latest(kind=ElectionKind.BY_ELECTION)
        if word == "this_year":
            return InYears(years=(self.calendar.today.year,), kind=kind)
        if word == "this_parliament":
            return Between(since=self.calendar.generals[-1], kind=kind)
        if word == "all_time":
            return AnyTime(kind=kind)
        if word == "that_year" and self.inherited.when is not None:
            return self.inherited.when
        if word == "previous":
            return Relative(anchor=Latest(), step=-1, kind=kind)
        return None

    def _latest_words(self) -> str:
        return " ".join(self.text(at) for at in self.hits.get("latest", ())).replace("ge", "general")

    def selection(self, *, default: When | None = None, with_parties: bool = True, **more: object) -> Selection:
        """A selection of every place, person, party and time named (or carried over); marks them."""
        seats = self.use(self.seats)
        people = self.use(self.people)
        named = self.use(self.parties) if with_parties else ()
        areas = self.use(self.areas)
        inherited = self.inherited
        if not seats and not people:
            seats = inherited.seats
            if not named and (not seats or self.speaks_of_person):
                people = inherited.people
        if with_parties and not named and not self.people:
            named = inherited.parties
        values: dict[str, object] = {
            "seats": seats,
            "people": people,
            "parties": named,
            "areas": areas or (() if seats or people else inherited.areas),
            "when": self.when(default),
        }
        return Selection.model_validate(values | more)

    @property
    def speaks_of_person(self) -> bool:
        """Whether a pronoun points at a person."""
        return bool({"he", "she", "him", "her", "his", "hers"} & {token.text for token in self.cover.tokens})

    # --- acceptance ---

    def unexplained(self) -> list[int]:
        """Spans that neither the frame nor their own emptiness explains."""
        left = []
        for at, span in enumerate(self.cover.spans):
            if at in self.used or span.filler or span.soft:
                continue
            if span.cues and all(cue in LIGHT_CUES for cue in span.cues):
                continue
            if span.cues and any(cue in LIGHT_CUES for cue in span.cues) and not self._entity(span):
                continue
            if isinstance(span.time, Word | KindOf) and span.time == Word("now"):
                continue
            left.append(at)
        return left

    def _entity(self, span: Span) -> bool:
        return bool(span.seat or span.person or span.party or span.area or span.unknown)
