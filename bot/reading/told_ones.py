"""What is asked of the very thing told last: its number, its party, its place, the first of its row, the one beside it.

Read as of the seat alone, such words would be of its winner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date

from bot.reading.bare_questions import names_nothing
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.slots import Slots
from bot.reading.spans import Cover
from bot.reading.time_kinds import Word
from bot.reading.time_of_polls import takes
from knowledge.models.elections import ElectionKind
from knowledge.queries.calendar import Calendar
from knowledge.queries.catalogue import Catalogue
from knowledge.query import (
    AnyTime,
    Between,
    Check,
    Fate,
    Figure,
    Focus,
    History,
    Holder,
    Listing,
    Measure,
    Of,
    OnDay,
    Query,
    Rank,
    Result,
    Selection,
    Totals,
)

_NUMBER = frozenset({"aux", "electorate", "exactly", "how_many", "how_much", "total", "valid_votes", "votes", "what"})
"""Cues of a question for how many people or votes a figure stands for."""
_COUNTING = frozenset({"electorate", "how_many", "share", "votes"})
_TOLD_IN_SHARES = frozenset({Measure.TURNOUT, Measure.MAJORITY, Measure.BEHIND})
_WHEN = frozenset({"aux", "when", "what"})
_OF_ALL = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.VALID_VOTES, Measure.INVALID_VOTES})
"""Figures of a contest that are nobody's."""
_TOLD_IN_VOTES = _OF_ALL | {Measure.MAJORITY, Measure.BEHIND}
_OF_SOMEBODY = frozenset({Measure.VOTES, Measure.SHARE, Measure.VOTE_CHANGE, Measure.CHANGE, Measure.POSITION})
_PARTY = frozenset({"aux", "party_of", "what", "which"})
_PLACE = frozenset({"aux", "finish", "get", "than", "what", "where"})
"""Cues of a question for the place that somebody came in."""
_END = frozenset(
    {
        "aux", "first_time", "get", "last", "last_place", "latest", "listing", "mp", "take", "versus", "what", "which",
        "who", "win",
    }
)  # fmt: skip
"""Cues of a question for one end of what was listed."""
_BESIDE = frozenset(
    {"aux", "following", "previous", "since", "until", "versus", "what", "when", "where", "which", "who"}
)
_SITTING = frozenset({"aux", "hold", "mp", "now", "seats", "versus", "who"})
"""Cues of a question for who sits now."""


def of_told(
    last: Query, cover: Cover, slots: Slots, groups: Mapping[str, Set[str]], world: tuple[Catalogue, Calendar]
) -> Outcome | None:
    """What words that name nothing ask of the thing told last; None where they ask something else."""
    if not _names_nothing(cover):
        return None
    texts, (catalogue, calendar) = [token.text for token in cover.tokens], world
    found = _as_number(last, cover, texts, groups) or _party(last, cover, texts, groups)
    found = found or _when(last, cover) or _place(last, cover, texts, groups) or _member_now(last, cover, slots)
    return found or _end(last, cover, slots, catalogue) or _beside(last, cover, slots, groups, calendar)


def _as_number(last: Query, cover: Cover, texts: Sequence[str], groups: Mapping[str, Set[str]]) -> Outcome | None:
    """ "how many people is that", behind a turnout: told with it, and not what its winner got."""
    if not names_nothing(cover) or not cover.cues <= _NUMBER | {"share"} or cover.cues.isdisjoint(_COUNTING):
        return None
    if not (groups["they_words"] | groups["person_pronouns"]).isdisjoint(texts):
        return None
    same = len(texts) > 1 and "that" in texts
    if isinstance(last, Rank):
        one = last.of is Of.CONTESTS and last.limit == 1
        return Read(last, carried=True) if one and (same or cover.cues <= {"aux", "how_many", "what"}) else None
    if not isinstance(last, Figure | Totals):
        return None
    measures = frozenset(last.measures)
    if isinstance(last, Totals):
        return Read(last, carried=True) if measures == {Measure.TURNOUT} else None
    told = _TOLD_IN_SHARES if "share" in cover.cues else _TOLD_IN_VOTES
    if measures and measures <= told and (same or (measures == {Measure.TURNOUT} and "share" not in cover.cues)):
        return Read(last, carried=True)
    return Refuse("words", tuple(texts)) if same and measures.isdisjoint(_OF_SOMEBODY) else None


def _party(last: Query, cover: Cover, texts: Sequence[str], groups: Mapping[str, Set[str]]) -> Outcome | None:
    """ "which party was that", behind who sat before somebody, or one of a ranking: told with them."""
    if "party_of" not in cover.cues or not cover.cues <= _PARTY or not names_nothing(cover):
        return None
    if not groups["standing_in"].isdisjoint(texts):
        return None
    if isinstance(last, Holder) or (isinstance(last, Rank) and last.of is Of.CONTESTS and last.limit == 1):
        return Read(last, carried=True)
    if isinstance(last, Figure) and _is_of_candidate(last):
        return Read(Result(where=last.where, focus=Focus.PARTY), carried=True)
    if isinstance(last, Figure) and last.measures and _OF_ALL.issuperset(last.measures):
        return Refuse("words", tuple(texts))
    return None


def _is_of_candidate(last: Figure) -> bool:
    """Whether how one candidate did in a seat was told."""
    where = last.where
    return bool(last.measures) and _OF_SOMEBODY.issuperset(last.measures) and len(where.people) == len(where.seats) == 1


def _when(last: Query, cover: Cover) -> Read | None:
    """ "when?", behind whether a party ever won a seat: told with it."""
    whether = isinstance(last, History) and last.ask in {"ever-won", "won-by", "changed", "ever-other"}
    return Read(last, carried=True) if whether and {"when"} <= cover.cues <= _WHEN and names_nothing(cover) else None


def _place(last: Query, cover: Cover, texts: Sequence[str], groups: Mapping[str, Set[str]]) -> Read | None:
    """ "where did they come then", behind whether a party won or was second: how that party did."""
    if not isinstance(last, Check | Figure | Result) or not cover.cues <= _PLACE or not names_nothing(cover):
        return None
    if not {"where", "finish"} <= cover.cues or len(last.where.seats) != 1:
        return None
    where = last.where
    party = len(where.parties) == 1 and not where.people and not groups["they_words"].isdisjoint(texts)
    person = len(where.people) == 1 and not groups["person_pronouns"].isdisjoint(texts)
    if not (party or person):
        return None
    return Read(Result(where=where.model_copy(update={"place": None}), focus=Focus.PARTY), carried=True)


def _member_now(last: Query, cover: Cover, slots: Slots) -> Read | None:
    """ "whos the mp there now", behind what became of a seat: who sits for its people."""
    if not isinstance(last, Fate) or not last.where.seats or not cover.cues <= _SITTING:
        return None
    now = all(time == Word("now") for _, time in slots.times)
    if not now or cover.cues.isdisjoint({"mp", "hold"}) or not ("who" in cover.cues or "mp" in cover.cues):
        return None
    return Read(Holder(where=Selection(seats=last.where.seats)), carried=True)


def _end(last: Query, cover: Cover, slots: Slots, catalogue: Catalogue) -> Outcome | None:
    """ "who was the first of them", behind a seat's winners or members: of those, and of no one contest."""
    rows = isinstance(last, History) or (isinstance(last, Holder) and last.at is not None and last.until is not None)
    ordinals = [number.value for _, number in slots.numbers if number.unit == "ordinal"]
    latest = [time for _, time in slots.times] == [Word("latest")]
    if not rows or not isinstance(last, History | Holder) or not (ordinals or latest or "first_time" in cover.cues):
        return None
    if (slots.times and not latest) or not cover.cues <= _END or len(last.where.seats) != 1:
        return None
    won = [each for each in catalogue.won_in(last.where.seats[0]) if _is_within(last, each.date, each.kind)]
    plain = isinstance(last, Holder) or last.ask == "results"
    if not won or not plain or (not latest and ordinals not in ([], [1.0])):
        return Refuse("words", tuple(token.text for token in cover.tokens))
    if isinstance(last, Holder) and not latest:
        # whoever sat when the time began was chosen before it
        return Refuse("words", tuple(token.text for token in cover.tokens))
    where = Selection(seats=last.where.seats, when=OnDay(day=(won[-1] if latest else won[0]).date))
    return Read(Result(where=where, focus=Focus.WINNER), carried=True)


def _beside(
    last: Query, cover: Cover, slots: Slots, groups: Mapping[str, Set[str]], calendar: Calendar
) -> Outcome | None:
    """ "and the one before it", behind the latest by-election: the second latest, and no other contest in its seat."""
    steps = {time.word for _, time in slots.times if isinstance(time, Word)} & {"previous", "following"}
    if len(steps) != 1 or len(slots.times) != 1 or not cover.cues <= _BESIDE or slots.numbers:
        return None
    on, texts = "following" in steps, [token.text for token in cover.tokens]
    held = _latest(last)
    if held is None or held.of is not Of.CONTESTS or held.limit != 1 or held.where.seats:
        return None
    if held.measure is not Measure.DATE:
        # "and the one after" is of the next election
        row = held.nth is not None or not groups["next_in_row"].isdisjoint(texts)
        if not (on and row) or groups["one_of_them"].isdisjoint(texts):
            return None
        return Read(held.model_copy(update={"nth": (held.nth or 1) + 1}), carried=True)
    if held.where == Selection(when=held.where.when) and isinstance(held.where.when, AnyTime | Between):
        return _by_day(held, calendar, 1 if on else -1) or Refuse("words", tuple(texts))
    nth = (held.nth or 1) + (1 if held.highest is not on else -1)
    return Read(held.model_copy(update={"nth": nth}), carried=True) if nth > 0 else Refuse("words", tuple(texts))


def _by_day(held: Rank, calendar: Calendar, step: int) -> Read | None:
    """The by-elections of the day before or after that of those told last: several may be of one day."""
    days = [day for day in calendar.by_elections if takes(held.where.when, day)]
    beyond = [day for day in calendar.by_elections if days and (day > days[-1] if step > 0 else day < days[-1])]
    if not held.highest or held.nth not in (None, 1) or not beyond:
        return None
    until = beyond[0] if step > 0 else beyond[-1]
    last = until == calendar.by_elections[-1]
    kind = ElectionKind.BY_ELECTION
    when = AnyTime(kind=kind) if last else Between(until=until, kind=kind)
    return Read(held.model_copy(update={"where": Selection(when=when), "nth": None}), carried=True)


def _latest(last: Query) -> Rank | None:
    """A ranking; the latest of all by-elections as one by their days."""
    if isinstance(last, Rank):
        return last
    if not isinstance(last, Listing) or last.of is not Of.CONTESTS or last.where.seats:
        return None
    if getattr(last.where.when, "type", "") != "latest" or last.where.when.kind is not ElectionKind.BY_ELECTION:
        return None
    where = last.where.model_copy(update={"when": AnyTime(kind=ElectionKind.BY_ELECTION)})
    return Rank(where=where, of=Of.CONTESTS, measure=Measure.DATE, highest=True, limit=1)


def _is_within(last: History | Holder, day: date, kind: ElectionKind) -> bool:
    """Whether a contest lies in the time that was told of."""
    if isinstance(last, Holder):
        return last.at is not None and last.until is not None and last.at <= day <= last.until
    return last.where.when.kind in (None, kind) and takes(last.where.when, day)


def _names_nothing(cover: Cover) -> bool:
    """Whether no place, party, person or number of its own is named; "he" is a surname as well."""
    return not any(
        s.seat or s.party or s.area or s.unknown or s.elsewhere or (s.person and not s.filler) for s in cover.spans
    )
