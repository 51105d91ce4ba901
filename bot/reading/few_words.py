"""Follow-ups in so few words that only the last question tells what they ask: "to who", "and then?", "when did he go".

They are looked at where nothing else could be made of a message, and answered only where the last question leaves one
thing they can mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.reading.clauses import Clause, Clauses
from bot.reading.conversation import Turn, carried, subject
from bot.reading.few_beaten import FewBeaten
from bot.reading.few_of_member import FewOfMember
from bot.reading.few_of_seat import FewOfSeat
from bot.reading.few_of_tally import FewOfTally
from bot.reading.few_points import FewPoints
from bot.reading.few_stated import of_seat, put_plainly, without_end
from bot.reading.following import Follower
from bot.reading.office_follower import OfficeFollower
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.pronouns import asked_by_name, may_mean
from bot.reading.reader import Reader
from bot.reading.side_by_side import side_by_side
from bot.reading.side_measured import side_measured
from knowledge.query import (
    AnyTime,
    Career,
    Check,
    Explain,
    Figure,
    Focus,
    Governments,
    History,
    Holder,
    InYears,
    Latest,
    OfficeHolder,
    OnDay,
    Query,
    Quotes,
    Result,
    Selection,
    Totals,
)

_WORDS = 10
"""Words at most of such a message."""
_MISSED = frozenset({"words", "nothing"})
"""Why a message was refused that may be such a one."""


class FewWords:
    """Reads what the rest of reading could make nothing of, behind the last question."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups
        self._clauses = Clauses(self._groups)
        self._offices = OfficeFollower(reader, self._clauses)
        self._follower = Follower(reader, self._clauses)
        self._seats = FewOfSeat(reader)
        self._points = FewPoints(reader)
        self._beaten = FewBeaten(reader)
        self._members = FewOfMember(reader)
        self._tallies = FewOfTally(reader)

    def beyond(self, outcome: Outcome, text: str, turn: Turn | None) -> Outcome:
        """What a message that was not understood means behind the last question; the outcome itself where nothing."""
        if turn is None or (isinstance(outcome, Refuse) and outcome.why not in _MISSED):
            return outcome
        typed, _, quoted = self._reader.tokens(text)
        if not typed or quoted is not None or len(typed) > _WORDS:
            return outcome
        tokens = self._clauses.without_marker(typed)
        chosen = self._seats.option_in(tokens, turn.options) if turn.options else None
        if chosen is not None or turn.options:
            return chosen or outcome
        if turn.query is not None and self._beaten.asks(tokens):
            # who beat whom, and where, is known or it is not: nothing else is told in its place
            beaten = self._beaten.asked(tokens, turn)
            return Read(beaten, carried=True) if beaten else Refuse("words", tuple(token.text for token in tokens))
        if isinstance(outcome, Read):
            return (self._meant_otherwise(outcome, typed, turn) if turn.query is not None else None) or outcome
        if turn.query is None or not may_mean(self._reader, tokens, _people(turn)):
            return outcome
        found = self._asked(tokens, turn)
        if found is not None:
            return Read(found, carried=True)
        if isinstance(outcome, Ask):
            outcome = self._seats.that_had_one(outcome, turn)
        if isinstance(outcome, Read):
            return outcome
        then = self._then(typed, turn) or self._points.other_seat(tokens, turn, self._follower)
        return then or self._put_plainly(tokens, turn) or outcome

    def _put_plainly(self, tokens: Clause, turn: Turn) -> Outcome | None:
        """ "he was a tory then?", "the dup took it?": what the same means as a plain question; None where nothing."""
        there, seats = of_seat(tokens, self._groups), carried(turn.query).seats or (turn.told.seat or "",)
        if there is not None and len(seats) == 1 and seats[0]:
            # of the seat, whoever there was asked about
            when = OnDay(day=turn.told.day) if turn.told.day else Latest()
            seat = Result(where=Selection(seats=seats, when=when), focus=Focus.WINNER)
            outcome = self._follower.follow(there, None, replace(turn, query=seat, told=replace(turn.told, people=())))
            return outcome if isinstance(outcome, Read) else None
        for put in put_plainly(tokens, self._groups):
            outcome = self._follower.follow(put, None, turn)
            if isinstance(outcome, Read):
                return outcome
        return None

    def _meant_otherwise(self, read: Read, typed: Clause, turn: Turn) -> Outcome | None:
        """What is understood, but not as the last question lets it be meant; None where it is."""
        tokens, query, last = self._clauses.without_marker(typed), read.query, turn.query
        words = [token.text for token in tokens]
        rather = self._members.rather(tokens, turn) or self._tallies.rather(tokens, turn)
        rather = rather or self._seats.rather(tokens, turn) or self._beside(words, turn)
        if isinstance(last, Quotes):
            rather = rather or self._told_already(" ".join(words), last)
        if rather is None and isinstance(query, History):
            # "when did she go" is not when the seat changed hands
            rather = self._of_member(words, turn)
        if rather is not None:
            return Read(rather, carried=True)
        then = self._then(typed, turn)
        if then is not None:
            # "and then?" is not the same again
            return then
        if not read.carried or not isinstance(query, Career | Result | Figure | Check):
            return None
        people = query.where.people
        if isinstance(query, Career) and isinstance(query.where.when, InYears) and len(people) == 1:
            card = self._reader.catalogue.person(people[0])
            seat = self._seats.sat_for(words, card) if card is not None else None
            return Read(seat, carried=True) if seat is not None else None
        if not people or may_mean(self._reader, tokens, people) or turn.told.people in ((), people):
            return None
        if self._reader.slots(self._reader.cover(tokens)).people:
            return None
        # "how did she do" of whoever beat him, and not of him
        named = asked_by_name(self._reader, tokens, None, turn.told.people)
        return named or Refuse("words", tuple(words))

    def _asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """What few words ask behind the last question."""
        words, last = [token.text for token in tokens], turn.query
        if last is None:
            return None
        found = self._beside(words, turn) or self._told_already(" ".join(words), last) or self._of_office(words, turn)
        found = found or self._of_loser(" ".join(words), turn) or self._of_member(words, turn)
        found = (
            found or self._members.asked(without_end(tokens, self._groups), turn) or self._tallies.asked(tokens, turn)
        )
        return found or self._seats.asked(tokens, turn) or self._points.asked(tokens, turn)

    def _beside(self, words: Sequence[str], turn: Turn) -> Query | None:
        """The figures asked for one after another, set side by side."""
        if turn.query is None:
            return None
        asked = (turn.query, *turn.before)
        return side_by_side(words, asked, self._groups) or side_measured(words, asked, self._groups)

    def _told_already(self, said: str, last: Query) -> Query | None:
        """ "when?" behind who said it, "how much is it" behind what a deposit is: the answer tells it already."""
        if isinstance(last, Quotes) and said in self._groups["few_when"] | self._groups["few_where"]:
            return last
        amount = isinstance(last, Explain) and last.term in self._groups["terms_of_amount"]
        return last if amount and said in self._groups["few_amount"] else None

    def _then(self, tokens: Clause, turn: Turn) -> Outcome | None:
        """ "and then?", "next?": what came after the contest, member or holder of an office spoken of."""
        words = [token.text for token in tokens]
        # "turnout then" asks of the time spoken of
        said = words[1:] if words[0] in self._groups["markers"] and len(words) > 1 else words
        if not {" ".join(words), " ".join(said)} & self._groups["few_then"]:
            return None
        if not isinstance(turn.query, OfficeHolder | Governments | Totals | Result | Figure | Holder):
            return None
        if isinstance(turn.query, OfficeHolder) and self._offices.only_holder(turn.query) is None:
            # of two who held it in one year either may be meant
            return None
        outcome = self._follower.follow(self._words(tokens, "and", "after", "that"), None, turn)
        return outcome if isinstance(outcome, Read) else None

    def _words(self, tokens: Clause, *words: str) -> Clause:
        """Other words in place of those of a message."""
        return [tokens[0]._replace(text=word, base=word) for word in words]

    def _of_office(self, words: Sequence[str], turn: Turn) -> Query | None:
        """ "who did he replace" of a Prime Minister; "and their leader?" behind who won a general election."""
        rest = set(words) - self._groups["few_grammar"]
        if isinstance(turn.query, OfficeHolder) and words[0] in self._groups["whom_words"] and rest:
            if not rest <= self._groups["replacing"] or self._offices.only_holder(turn.query) is None:
                return None
            # "who did he replace" asks of the one before, "who replaced him" of the one after
            step = "before" if len(words) > 1 and words[1] in self._groups["did_verbs"] else "after"
            token = self._reader.tokens(step)[0][0]
            outcome = self._offices.follow(self._words([token], step, "that"), turn.query)
            return outcome.query if isinstance(outcome, Read) else None
        if rest and rest <= self._groups["few_heads"] and isinstance(turn.query, Totals):
            return self._led(turn.query)
        return None

    def _led(self, last: Totals) -> OfficeHolder | None:
        """Who led the party spoken of, or the one with most seats, on the day of a general election."""
        when = last.where.when
        if not isinstance(when, InYears) or len(when.years) != 1 or last.where.areas or len(last.where.parties) > 1:
            return None
        days = self._reader.calendar.generals_in(when.years[0], when.month)
        if len(days) != 1:
            return None
        party = last.where.parties[0] if last.where.parties else self._reader.catalogue.largest(days[0])
        leaders = self._reader.calendar.leaders
        known = any(led.party == party and led.office != "prime-minister" and led.on(days[0]) for led in leaders)
        return OfficeHolder(office="party-leader", party=party, at=days[0]) if known else None

    def _of_loser(self, said: str, turn: Turn) -> Query | None:
        """ "to who" behind somebody or a party that lost: who won there."""
        last, told = turn.query, turn.told
        if said not in self._groups["few_lost_to"] or not isinstance(last, Check | Result | Figure | Career):
            return None
        won = self._reader.catalogue.won_at(told.seat, told.day)
        asked = (*last.where.people, *last.where.parties)
        if won is None or not asked or {won.person, won.party} & set(asked) or told.day is None:
            return None
        return Result(where=Selection(seats=(told.seat or "",), when=OnDay(day=told.day)), focus=Focus.WINNER)

    def _of_member(self, words: Sequence[str], turn: Turn) -> Query | None:
        """ "when did he go", "where was that", "and where in 1985", of the one person spoken of."""
        people, last = _people(turn), subject(turn.query)
        if len(people) != 1 or not isinstance(last, Career | Check | Holder | Result | Figure):
            return None
        card = self._reader.catalogue.person(people[0])
        if card is None:
            return None
        rest, theirs = set(words) - self._groups["few_grammar"], Selection(people=people, when=AnyTime())
        left = bool(rest - {words[0]}) and rest <= self._groups["going"] and words[0] in self._groups["few_when"]
        if left and card.elected:
            return Career(where=theirs, ask="tenure")
        if " ".join(words) in self._groups["few_where"] and turn.told.seat and turn.told.day:
            there = {"seats": (turn.told.seat,), "when": OnDay(day=turn.told.day)}
            stood = any((stand.seat, stand.date) == (turn.told.seat, turn.told.day) for stand in card.stands)
            return Result(where=theirs.model_copy(update=there), focus=Focus.PARTY) if stood else None
        return self._seats.sat_for(words, card)


def _people(turn: Turn) -> tuple[str, ...]:
    """Whom the last question asked about, or its answer told of."""
    return turn.told.people or carried(turn.query).people
