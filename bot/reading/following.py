"""Follow-ups: the last question asked again with what the words name in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.reading.among_listed import among_listed, those_in_area
from bot.reading.bare_questions import asks_of_one
from bot.reading.candidate_told import asks_of_told, of_candidate
from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, edited, subject
from bot.reading.each_choice import expand
from bot.reading.had_been import sat_till
from bot.reading.had_held import had_held
from bot.reading.kept_to_told import is_of_another, kept_to_told
from bot.reading.leaning import Leaner
from bot.reading.months import settled
from bot.reading.of_leaders import of_leader
from bot.reading.of_terms import of_term
from bot.reading.office_follower import OfficeFollower
from bot.reading.one_by_one import one_by_one
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.pronouns import asked_by_name, asks_of_them, of_gender, passes_over
from bot.reading.put_there import in_office_then, there, where_told
from bot.reading.qualified import unheeded
from bot.reading.reader import Reader
from bot.reading.restated import restated
from bot.reading.same_election import of_the_house
from bot.reading.slots import Inherited, Slot, Slots, Told
from bot.reading.spans import Cover
from bot.reading.time_of_polls import by_elections
from bot.reading.told_contest import as_year, at_told, kept_after, kept_next, sitting_now
from bot.reading.told_ones import of_told
from bot.reading.told_year import in_figures
from bot.reading.turning import (
    MOVED,
    by_name,
    by_number,
    comes_to,
    holds_figure,
)
from bot.reading.verb_first import verb_first
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import PersonCard
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    Compare,
    Count,
    Figure,
    Focus,
    Governments,
    Holder,
    Latest,
    Listing,
    OnDay,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Relative,
    Result,
    Totals,
    WhatIf,
)

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


_SIDES = 3
"""Seats of a follow-up at most whose figures are set side by side."""
_BESIDE = ("previous", "following")
"""Cues of the contest beside the one spoken of."""
_BESIDE_MEMBER = (*_BESIDE, "history", "predecessor")
"""The same of the member beside the one spoken of: "who was it previously"."""
_BARE_WORDS = 6
"""Words at most of a message that but names a seat and a measure."""
_COMPARING = ("better", "worse", "closer", "compare", "over", "under")
"""Cues that set a figure against the one spoken of."""


class Follower:
    """Reads follow-ups."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses
        self._leaner = Leaner(reader, clauses)
        self._offices = OfficeFollower(reader, clauses)

    def follow(self, tokens: Clause, quoted: str | None, turn: Turn) -> Outcome | None:
        """What words mean behind a question; None where they are no follow-up of it."""
        tokens = in_figures(tokens, turn, self._reader.lexicon.groups)
        outcome = self._followed(tokens, quoted, turn)
        if turn.query is None:
            return outcome
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        return kept_to_told(outcome, turn, cover, self._reader.lexicon.groups, self._reader.catalogue)

    def _meant(self, tokens: Clause, turn: Turn) -> Turn | None:
        """The turn with whom the words can mean of those it spoke of; None where they can mean none of them."""
        if turn.query is not None and self._clauses.says(tokens, "person_pronouns") and is_of_another(turn):
            return None
        return of_gender(self._reader, tokens, turn)

    def _followed(self, tokens: Clause, quoted: str | None, turn: Turn) -> Outcome | None:
        """The same before it is looked at again."""
        tokens = verb_first(self._reader, self._clauses.had_after(self._clauses.in_full(tokens)))
        tokens = as_year(tokens, self._clauses.without_marker(tokens), turn, self._reader.catalogue)
        meant, last = self._meant(tokens, turn), turn.query
        if last is None:
            return None
        of_contest = self._of_contest_told(tokens, last, turn)
        if of_contest is not None:
            return of_contest
        if meant is None:
            # "her" of a man: somebody else is meant, and nothing says who
            return Refuse("words", tuple(t.text for t in tokens if t.text in self._clauses.group("person_pronouns")))
        turn = at_told(meant, self._reader.catalogue)
        if self._clauses.says(tokens, "person_pronouns"):
            cover = self._reader.cover(tokens)
            kept = kept_after(turn, cover, self._reader.slots(cover), self._reader.catalogue)
            if kept is None:
                return Refuse("words", tuple(token.text for token in tokens))
            turn = kept
        last = turn.query or last
        named = asked_by_name(self._reader, tokens, quoted, turn.told.people or carried(last).people)
        beyond = self._clauses.says(tokens, "beyond_contest")
        beyond = beyond or (is_of_person(last, turn.told) and asks_of_one(self._reader.cover(tokens)))
        if named is not None and beyond and not (turn.told.day and self._clauses.says(tokens, "once_more")):
            # "is he still the mp", "when did she first win": of more than the contest spoken of, where one was
            return named
        named = named and (self.of_the_contest(named, turn) or named)
        if named is not None and asks_of_them(named, self._reader.cover(self._clauses.without_marker(tokens))):
            return named
        outcome = self._changed(tokens, last, turn.told)
        if outcome is None:
            outcome = there(self._leaner.read(self._clauses.without_marker(tokens), quoted, turn), turn.told)
        if passes_over(outcome) and self._clauses.says(tokens, "person_pronouns"):
            return named or Refuse("words", tuple(token.text for token in tokens))
        return outcome or named

    def _of_contest_told(self, tokens: Clause, last: Query, turn: Turn) -> Outcome | None:
        """A figure told in another way, who sat before the contest told of, and whether its winners kept the seat."""
        unit = self._clauses.restated_as(tokens)
        again = restated(unit, turn) if unit else None
        if again is not None:
            return again
        catalogue = self._reader.catalogue
        if self._clauses.says(tokens, "they_words"):
            kept = kept_next(turn, self._reader.cover(tokens), catalogue)
            if kept is not None:
                return kept
        lean = replace(carried(last), day=turn.told.day)
        return sat_till(self._clauses.without_marker(tokens), lean, catalogue, self._reader.lexicon.groups)

    def _changed(self, tokens: Clause, last: Query, told: Told) -> Outcome | None:
        """The last question with what the words name in place of what it named, or of what its answer told."""
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        house = of_the_house(cover, last)
        if house is not None:
            return Read(house, carried=True)
        slots, groups, catalogue = self._reader.slots(cover), self._reader.lexicon.groups, self._reader.catalogue
        calendar = self._reader.calendar
        of_it = had_held(told, cover, slots, catalogue)
        of_it = of_it or of_told(last, cover, slots, groups, (catalogue, calendar))
        of_it = of_it or of_leader(last, cover, slots, calendar)
        if of_it is not None:
            return of_it
        now = sitting_now(last, told, cover, slots, catalogue)
        if now is not None:
            return Read(now, carried=True)
        changed = (
            self._named(tokens, last)
            or self._edit(tokens, last, told)
            or of_term(self._reader, self._clauses, tokens, last)
        )
        changed = changed or self._offices.follow(tokens, last) or self._speaker(tokens, last)
        return changed or self._told_again(tokens, last)

    def _named(self, tokens: Clause, last: Query) -> Read | None:
        """ "which ones?" behind how many there were: all of them by name; "how many?" behind a list: their number."""
        words = " ".join(token.text for token in self._clauses.without_marker(tokens))
        group = self._clauses.group
        counted = by_number(last) if words in group("counting_them") else None
        listed = by_name(last) if words in group("naming_them") else None
        asked = counted or listed
        return Read(asked, carried=True) if asked is not None else None

    def _told_again(self, tokens: Clause, last: Query) -> Read | None:
        """A figure that the last answer told of what it was asked, and no more is asked: the same again."""
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        asked = asks_of_told(last, cover, self._reader.lexicon.groups, naming=True)
        if asked is not None:
            return Read(of_candidate(asked), carried=True)
        return Read(last, carried=True) if holds_figure(last, cover) else None

    def at_spoken(self, alone: Outcome, tokens: Clause, turn: Turn) -> Read | None:
        """What is understood alone, of the contest spoken of; None where it is of none."""
        if not isinstance(alone, Read):
            return None
        there = self.at_the_by_election(alone, tokens, turn) or among_listed(self._reader, alone, turn)
        there = there or those_in_area(alone, turn.query)
        past = self._clauses.group("past_verbs")
        there = there or in_office_then(alone, turn.query, self._reader.cover(tokens), past)
        return there or self.of_the_contest(alone, turn)

    def at_the_by_election(self, read: Read, tokens: Clause, turn: Turn) -> Read | None:
        """ "tamworth swing" right behind a question of the by-election there: of that by-election; None otherwise."""
        query, (seat, day) = read.query, self._polled(read.query, turn)
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

    def _polled(self, query: Query, turn: Turn) -> tuple[str | None, date | None]:
        """The contest told of; behind a list of by-elections, the one of them in the seat that is now named."""
        last = turn.query
        seats: tuple[str, ...] = getattr(getattr(query, "where", None), "seats", ())
        listed = isinstance(last, Listing | Count | Rank) and last.where.when.kind is ElectionKind.BY_ELECTION
        if not listed or not isinstance(last, Listing | Count | Rank) or len(seats) != 1:
            return turn.told.seat, turn.told.day
        days = by_elections(self._reader.catalogue, seats[0], last.where.when)
        return (seats[0], days[-1]) if days else (turn.told.seat, turn.told.day)

    def of_the_contest(self, read: Read, turn: Turn) -> Read | None:
        """What is asked of a person and no contest, of the contest spoken of; None where they never stood there."""
        held, query = subject(turn.query), read.query
        if held is None or not isinstance(query, Career | Figure | Result | Check | WhatIf):
            return None
        where = query.where
        seats = held.where.seats or ((turn.told.seat,) if turn.told.seat else ())
        whole = isinstance(query, Career) and query.ask == "all"
        # "was he labour": as that he stood there; with "ever" it would be of all his contests
        party = isinstance(query, Check) and bool(where.parties) and where.when == AnyTime() and not query.never
        open_ = where.when == (AnyTime() if whole or party else Latest()) and (whole or not isinstance(query, Career))
        if not (seats and where.people and open_) or where.seats or where.areas:
            return None
        cards = self._reader.catalogue.cards(where.people)
        there = tuple(card.id for card in cards if any(stand.seat in seats for stand in card.stands))
        if not there or (isinstance(query, Result) and query.focus is Focus.WINNER and _won_it(cards, turn.told)):
            # who beat somebody is not told by the contest that they won
            return None
        when = held.where.when if held.where.seats else OnDay(day=turn.told.day) if turn.told.day else Latest()
        where = where.model_copy(update={"people": there, "seats": seats, "when": when})
        if isinstance(query, Career):
            return Read(Result(where=where, focus=Focus.PARTY), read.corrected, carried=True)
        return replace(read, query=query.model_copy(update={"where": where}), carried=True)

    def _edit(self, tokens: Clause, last: Query, told: Told) -> Outcome | None:
        """Only slots are named: the last question is asked again with them."""
        if subject(last) is None and not isinstance(last, ReferendumQuery | Governments):
            return None
        cover = self._reader.cover(self._clauses.without_marker(tokens))
        options: list[tuple[str, Query]] = []
        ambiguous = False
        named = self._reader.slots(cover, carried(last).spoken)
        named.seats = self._with_by_election(named, tokens, last)
        for slots, choice in expand(named):
            ambiguous = ambiguous or choice
            lean = replace(carried(last), day=told.day)
            dated = self._of_there(settled(slots, lean, self._reader.catalogue), cover, lean)
            query = self._edited(last, dated, Work.of(self._reader.world, cover, dated))
            if query is None:
                return None
            apart = _apart(where_told(query, last, told))
            if apart is None:
                return None
            query = apart
            label = self._reader.gazetteer.label
            options.append((", ".join(label(slot.values[0]) for slot in slots.seats), query))
        if not options:
            return None
        if not ambiguous or len(options) == 1:
            return Read(options[0][1], carried=True)
        when = _when_of(subject(last))
        kept = [query for _, query in options if _when_of(query) == when]
        # of several places of a name the one spoken of is not asked for again
        return Read(kept[0], carried=True) if len(kept) == 1 and kept[0] != last else Ask(options[0][0], tuple(options))

    def _with_by_election(self, slots: Slots, tokens: Clause, last: Query) -> list[Slot]:
        """ "and tiverton", behind a by-election: the seat of that name that had one, where today's had none."""
        held, polls = subject(last), self._reader.catalogue.polls
        kind = held.where.when.kind if held is not None else None
        seats = [seat for slot in slots.seats for seat in slot.values]
        if kind is not ElectionKind.BY_ELECTION or slots.times or not seats:
            return slots.seats
        if any(polled is kind for seat in seats for _, polled in polls(seat)):
            return slots.seats
        said = [tokens[-1]._replace(text=word, base=word) for word in ("by", "election")]
        told = self._reader.slots(self._reader.cover([*self._clauses.without_marker(tokens), *said]))
        return told.seats if [slot.span for slot in told.seats] == [slot.span for slot in slots.seats] else slots.seats

    def _of_there(self, slots: Slots, cover: Cover, lean: Inherited) -> Slots:
        """The slots with each bare surname as that of whoever stood in the seat spoken of, where somebody did."""
        people = []
        for slot in slots.people:
            named = cover.spans[slot.span].person
            ids = named.ids if named is not None and slot.how == "surname" else ()
            cards = self._reader.catalogue.cards(ids)
            there = tuple(card.id for card in cards if any(stand.seat in lean.seats for stand in card.stands))
            people.append(replace(slot, values=there) if there else slot)
        return replace(slots, people=people)

    def _edited(self, last: Query, slots: Slots, work: Work) -> Query | None:
        """The last question with other slots, where the words hold nothing else."""
        if work.opens_as("verb_openers") and not isinstance(last, Check) and not work.has(*_COMPARING):
            # a yes/no question is one of its own, with the contest spoken of
            return None
        if (
            isinstance(last, Totals)
            and last.where.parties
            and work.has("who")
            and work.has("win")
            and not slots.parties
        ):
            # "who came first there" is not how the party spoken of did
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
        member = isinstance(query, Holder) and query.relation is not None
        beside = _BESIDE_MEMBER if member else _BESIDE if _is_beside(query, work) else ()
        anew = [cue for cue in _ANEW if cue not in beside]
        return None if query is None or work.has(*anew) or work.unexplained() or any(unheeded(query, work)) else query

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


def _apart(query: Query) -> Query | None:
    """ "and wells? and yeovil?": a figure of each seat beside the other, anything else of one after the other."""
    if not isinstance(query, Figure) or not 1 < len(query.where.seats) <= _SIDES:
        return one_by_one(query)
    wheres = [query.where.model_copy(update={"seats": (seat,)}) for seat in query.where.seats]
    return Compare(sides=tuple(query.model_copy(update={"where": where}) for where in wheres))


def _won_it(cards: Sequence[PersonCard], told: Told) -> bool:
    """Whether somebody won the contest told of."""
    return any(s.elected and (s.seat, s.date) == (told.seat, told.day) for card in cards for s in card.stands)


def _is_beside(query: Query | None, work: Work) -> bool:
    """Whether the same is asked for again, of the contest before or after the one spoken of."""
    if isinstance(query, Check) or (isinstance(query, Figure) and isinstance(query.where.when, Relative)):
        return True
    placed = getattr(getattr(query, "where", None), "seats", ())
    return not placed and all(at in work.used for cue in _BESIDE for at in work.hits.get(cue, ()))


def is_of_person(last: Query, told: Told) -> bool:
    """Whether somebody was spoken of, and no contest of theirs."""
    if not isinstance(last, Career | Check) or told.seat is not None or last.where.seats:
        return False
    return bool(last.where.people) and isinstance(last.where.when, AnyTime | Latest)


def _when_of(query: Query | None) -> object:
    """The time of the contests that a query selects."""
    return getattr(getattr(query, "where", None), "when", None)
