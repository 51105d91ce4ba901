"""Follow-ups: the last question asked again with what the words name in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.reading.bare_questions import asks_of_contest, asks_of_rival, asks_votes, how_long, names_nothing
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, edited, subject
from bot.reading.leanings import is_of_country
from bot.reading.months import settled
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.pronouns import asked_by_name, passes_over
from bot.reading.reader import Reader
from bot.reading.resolve import expand
from bot.reading.slots import Inherited, Slots, Told
from bot.reading.spans import Cover
from bot.reading.turning import MOVED, comes_to
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Led, PersonCard, Stand
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    Count,
    Explain,
    Figure,
    Focus,
    Governments,
    InYears,
    Latest,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    OnDay,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    WhatIf,
)

_FORMED = timedelta(days=60)
"""By then there was a government, even after the general election of December 1923."""
_PLAIN = (
    "how_many", "how_much", "who", "what", "which", "get", "did_how", "win", "stand", "result", "mp", "hold",
    "latest", "seats",
)  # fmt: skip
"""Cues that add nothing to the question asked before."""
_ANEW = (
    "majority", "turnout", "electorate", "swing", "votes", "share", "change", "runner_up", "last_place", "candidates",
    "closeness", "by_how_much", "behind", "deposit", "deposit_lost", "why", "when", "declared", "history", "fate",
    "replace", "predecessor", "invalid_votes", "valid_votes", "finish", "previous", "following", "check", "sources",
    "sure", "say", "quote", "explain", "lose", "beat", "take",
)  # fmt: skip
"""Cues of a measure or shape of their own."""


_BESIDE = ("previous", "following")
"""Cues of the contest beside the one spoken of."""
_BARE_WORDS = 6
"""Words at most of a message that but names a seat and a measure."""
_RANKED = frozenset({Measure.TURNOUT, Measure.ELECTORATE, Measure.SWING, Measure.VALID_VOTES})
"""Figures of a contest, of which one end may be asked for without naming them again."""
_COMPARING = ("better", "worse", "closer", "compare", "over", "under")
"""Cues that set a figure against the one spoken of."""


class Follower:
    """Reads follow-ups."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses

    def follow(self, tokens: Clause, quoted: str | None, turn: Turn) -> Outcome | None:
        """What words mean behind a question; None where they are no follow-up of it."""
        last = turn.query
        if last is None:
            return None
        named = asked_by_name(self._reader, tokens, quoted, turn.told.people or carried(last).people)
        if named is not None and self._clauses.says(tokens, "beyond_contest"):
            # "is he still the mp", "when did she first win": of more than the contest spoken of
            return named
        changed = self._named(tokens, last) or self._edit(tokens, last, turn.told) or self._of_term(tokens, last)
        changed = changed or self._office(tokens, last) or self._speaker(tokens, last)
        if passes_over(changed) and self._clauses.says(tokens, "person_pronouns"):
            return named or Refuse("words", tuple(token.text for token in tokens))
        if changed is not None:
            return changed
        words = self._clauses.without_marker(tokens)
        lean = self._lean(words, turn)
        wide = [token.text for token in words if token.text in self._clauses.group("countrywide")]
        if wide and lean.seats:
            # what was asked of a seat is no question of the country
            return Refuse("words", tuple(wide))
        outcome = self._reader.read_tokens(words, frozenset(), quoted, lean)
        pointing = tuple(token.text for token in words if token.text in self._clauses.group("pronouns"))
        if pointing and lean == Inherited() and is_of_country(outcome):
            # "who won it", where nothing was spoken of that could be won
            return Refuse("words", pointing)
        outcome = _of_the_figure(outcome, last)
        if passes_over(outcome) and self._clauses.says(words, "person_pronouns"):
            return named or Refuse("words", pointing)
        if isinstance(outcome, Refuse):
            return named
        return replace(outcome, carried=True) if isinstance(outcome, Read) else outcome

    def _named(self, tokens: Clause, last: Query) -> Read | None:
        """ "which ones?" behind how many there were: all of them by name."""
        words = " ".join(token.text for token in self._clauses.without_marker(tokens))
        if not isinstance(last, Count) or words not in self._clauses.group("naming_them"):
            return None
        return Read(Listing(where=last.where, of=last.of), carried=True)

    def _of_term(self, tokens: Clause, last: Query) -> Outcome | None:
        """ "when was the last one?" behind what a hung parliament is: the last hung parliament."""
        at = next((at for at, token in enumerate(tokens) if token.text in self._clauses.group("one_of_them")), None)
        if at is None or not isinstance(last, Explain):
            return None
        named = [tokens[at]._replace(text=word, base=word) for word in last.term.split("-")]
        outcome = self._reader.read_tokens([*tokens[:at], *named, *tokens[at + 1 :]], frozenset())
        if not isinstance(outcome, Read) or isinstance(outcome.query, Explain):
            return Refuse("words", (tokens[at].text,))
        return replace(outcome, carried=True)

    def at_the_by_election(self, read: Read, tokens: Clause, turn: Turn) -> Read | None:
        """ "tamworth swing" right behind a question of the by-election there: of that by-election; None otherwise."""
        query, seat, day = read.query, turn.told.seat, turn.told.day
        if not isinstance(query, Figure | Result) or seat is None or day is None or query.where.seats != (seat,):
            return None
        cover = self._reader.cover(tokens)
        bare = len(tokens) <= _BARE_WORDS and any(span.cues for span in cover.spans)
        asked = self._clauses.may_ask(tokens) or self._clauses.leans(tokens) or self._reader.slots(cover).times
        if query.where.when != Latest() or query.where.people or asked or not bare:
            return None
        if (day, ElectionKind.BY_ELECTION) not in self._reader.catalogue.polls(seat):
            return None
        where = query.where.model_copy(update={"when": OnDay(day=day)})
        return replace(read, query=query.model_copy(update={"where": where}), carried=True)

    def of_the_contest(self, read: Read, turn: Turn) -> Read | None:
        """What is asked of a person and no contest, of the contest spoken of; None where they never stood there."""
        held, query = subject(turn.query), read.query
        if held is None or not isinstance(query, Career | Figure | Result | Check):
            return None
        where = query.where
        seats = held.where.seats or ((turn.told.seat,) if turn.told.seat else ())
        whole = isinstance(query, Career) and query.ask == "all"
        open_ = where.when == (AnyTime() if whole else Latest()) and (whole or not isinstance(query, Career))
        if not (seats and where.people and open_) or where.seats or where.areas:
            return None
        cards = [card for card in map(self._reader.catalogue.person, where.people) if card]
        there = tuple(card.id for card in cards if any(stand.seat in seats for stand in card.stands))
        if not there or (isinstance(query, Result) and query.focus is Focus.WINNER and _won_it(cards, turn.told)):
            # who beat somebody is not told by the contest that they won
            return None
        when = held.where.when if held.where.seats else OnDay(day=turn.told.day) if turn.told.day else Latest()
        where = where.model_copy(update={"people": there, "seats": seats, "when": when})
        if isinstance(query, Career):
            return Read(Result(where=where, focus=Focus.PARTY), read.corrected, carried=True)
        return replace(read, query=query.model_copy(update={"where": where}), carried=True)

    def _lean(self, words: Clause, turn: Turn) -> Inherited:
        """What the last question set, and what its answer named where the words point at it."""
        told, lean = turn.told, carried(turn.query)
        cover = self._reader.cover(words)
        personal = self._clauses.says(words, "person_pronouns") or asks_votes(cover) or how_long(cover)
        pointing = personal or self._clauses.says(words, "at_place") or names_nothing(cover)
        if told.seat and not lean.seats and asks_of_rival(cover):
            return Inherited(seats=(told.seat,), when=OnDay(day=told.day) if told.day else None)
        of_contest = not lean.seats and not personal and asks_of_contest(cover)
        if isinstance(turn.query, Result) and told.day and not personal and cover.cues == {"by_how_much"}:
            # "by how much", behind who beat somebody: there, and not where they won last
            of_contest = not lean.seats
        fought = self._fought(lean) if of_contest and not told.seat else None
        if fought is not None:
            return Inherited(seats=(fought.seat,), when=OnDay(day=fought.date))
        if told.seat and (of_contest or (not lean.seats and not lean.people and pointing)):
            lean = Inherited(seats=(told.seat,), when=OnDay(day=told.day) if told.day else None)
        if lean.seats and (told.seat is None or told.seat in lean.seats):
            lean = replace(lean, day=told.day)
            if told.day and isinstance(turn.query, Rank) and self._clauses.holds(words, "that_time"):
                # "who won that time", behind the closest of all
                lean = replace(lean, when=OnDay(day=told.day))
        if not personal or (lean.parties and asks_votes(cover)):
            return lean
        people = told.people if lean.holder and told.people else lean.people or told.people
        return replace(lean, people=people, pointed=bool(people))

    def _fought(self, lean: Inherited) -> Stand | None:
        """The contest that the one person spoken of stood in, in the year spoken of or last."""
        card = self._reader.catalogue.person(lean.people[0]) if len(lean.people) == 1 else None
        years = lean.when.years if isinstance(lean.when, InYears) else ()
        stands = [stand for stand in (card.stands if card else ()) if not years or stand.date.year in years]
        return max(stands, key=lambda stand: stand.date, default=None)

    def _edit(self, tokens: Clause, last: Query, told: Told) -> Outcome | None:
        """Only slots are named: the last question is asked again with them."""
        if subject(last) is None and not isinstance(last, ReferendumQuery | Governments):
            return None
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        options: list[tuple[str, Query]] = []
        ambiguous = False
        for slots, choice in expand(self._reader.slots(cover, carried(last).spoken)):
            ambiguous = ambiguous or choice
            lean = replace(carried(last), day=told.day)
            dated = self._of_there(settled(slots, lean, self._reader.catalogue), cover, lean)
            query = self._edited(last, dated, Work.of(self._reader.world, cover, dated))
            if query is None:
                return None
            query = _where_told(query, last, told)
            label = self._reader.gazetteer.label
            options.append((", ".join(label(slot.values[0]) for slot in slots.seats), query))
        if not options:
            return None
        if not ambiguous or len(options) == 1:
            return Read(options[0][1], carried=True)
        when = _when_of(subject(last))
        kept = [query for _, query in options if _when_of(query) == when]
        return Read(kept[0], carried=True) if len(kept) == 1 else Ask(options[0][0], tuple(options))

    def _of_there(self, slots: Slots, cover: Cover, lean: Inherited) -> Slots:
        """The slots with each bare surname as that of whoever stood in the seat spoken of, where somebody did."""
        people = []
        for slot in slots.people:
            named = cover.spans[slot.span].person
            ids = named.ids if named is not None and slot.how == "surname" else ()
            cards = [card for card in map(self._reader.catalogue.person, ids) if card]
            there = tuple(card.id for card in cards if any(stand.seat in lean.seats for stand in card.stands))
            people.append(replace(slot, values=there) if there else slot)
        return replace(slots, people=people)

    def _edited(self, last: Query, slots: Slots, work: Work) -> Query | None:
        """The last question with other slots, where the words hold nothing else."""
        if work.opens_as("verb_openers") and not isinstance(last, Check) and not work.has(*_COMPARING):
            # a yes/no question is one of its own, with the contest spoken of
            return None
        if isinstance(last, WhatIf) and work.has("get", "how_many", "votes") and not work.has("needed", "would", "if"):
            # what somebody got is no sum of what would have been
            return None
        moved = comes_to(work)
        work.take(*_PLAIN, *(MOVED if moved else ()))
        query = edited(last, slots, work, self._reader.catalogue)
        if moved and query == last:
            # "what did they drop to" is no figure told already
            return None
        anew = [cue for cue in _ANEW if cue not in _BESIDE] if _is_beside(query, work) else _ANEW
        return None if query is None or work.has(*anew) or work.unexplained() else query

    def _office(self, tokens: Clause, last: Query) -> Outcome | None:
        """ "before that?", "and after him?" of a Prime Minister or leader."""
        if isinstance(last, Governments):
            last = self._formed(last) or last
        if not isinstance(last, OfficeHolder):
            return None
        before, after = self._clauses.says(tokens, "earlier"), self._clauses.says(tokens, "later")
        name = self._officer(last) if before or after else None
        if name is None:
            return None
        beside = self._beside_spell(last, 1 if not before else -1)
        if beside is not None:
            return Read(beside, carried=True)
        base = OfficeHolder(office=last.office, party=last.party)
        return Read(base.model_copy(update={"before" if before else "after": name}), carried=True)

    def _speaker(self, tokens: Clause, last: Query) -> Outcome | None:
        """ "and theresa may?" of what somebody said: the same of somebody else."""
        if not isinstance(last, Quotes) or not last.speakers or last.ask != "said":
            return None
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        slots = self._reader.slots(cover)
        if len(slots.people) != 1 or any(not (span.person or span.filler) for span in cover.spans):
            return None
        (slot,) = slots.people
        quoted = self._reader.catalogue.quoted_people()
        speakers = tuple(id_ for id_ in slot.every or slot.values if id_ in quoted) or slot.values
        return Read(last.model_copy(update={"speakers": speakers}), carried=True)

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
        day = last.at or calendar.today
        held = [led for led in times if led.since <= day and (led.until is None or led.until > day)]
        return held[-1].name if held else last.person


def _won_it(cards: Sequence[PersonCard], told: Told) -> bool:
    """Whether somebody won the contest told of."""
    return any(s.elected and (s.seat, s.date) == (told.seat, told.day) for card in cards for s in card.stands)


def _is_beside(query: Query | None, work: Work) -> bool:
    """Whether the same is asked for again, of the contest before or after the one spoken of."""
    if isinstance(query, Figure) and isinstance(query.where.when, Relative):
        return True
    placed = getattr(getattr(query, "where", None), "seats", ())
    return not placed and all(at in work.used for cue in _BESIDE for at in work.hits.get(cue, ()))


def _beside(times: list[Led], name: str, step: int, since: date | None, until: date | None) -> str | None:
    """Who held an office a step after the first time that somebody of this name did, or the one of the time named."""
    moved = [i + step for i, led in enumerate(times) if led.name.endswith(name)]
    held = [i for i in moved if 0 <= i < len(times)]
    if since is not None:
        last = until or since
        then = [i for i in held if since <= (times[i] if step > 0 else times[i - step]).since <= last]
        held = then or held
    return times[held[0]].name if held else None


def _where_told(query: Query, last: Query, told: Told) -> Query:
    """A party named behind somebody's contest: asked about there, and not wherever else it stood."""
    where, before = getattr(query, "where", None), getattr(last, "where", None)
    if where is None or before is None or not told.seat or where.seats or where.people or where.areas:
        return query
    if not before.people or before.seats:
        return query
    when = OnDay(day=told.day) if told.day else where.when
    return query.model_copy(update={"where": where.model_copy(update={"seats": (told.seat,), "when": when})})


def _of_the_figure(outcome: Outcome, last: Query) -> Outcome:
    """ "and the lowest" behind a turnout: the lowest turnout, where no figure is named."""
    query = outcome.query if isinstance(outcome, Read) else None
    if not isinstance(query, Rank) or not isinstance(last, Figure) or query.measure is not Measure.MAJORITY:
        return outcome
    asked = last.measures[0]
    if asked is Measure.MAJORITY or query.of is not Of.CONTESTS:
        return outcome
    return Read(query.model_copy(update={"measure": asked})) if asked in _RANKED else Refuse("words")


def _when_of(query: Query | None) -> object:
    """The time of the contests that a query selects."""
    return getattr(getattr(query, "where", None), "when", None)
