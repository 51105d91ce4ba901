"""By how much the winner of a contest beat whoever was spoken of: "how many did easton beat him by in 24"."""

from __future__ import annotations

from bot.reading.clauses import Clause
from bot.reading.conversation import Turn, carried
from bot.reading.reader import Reader
from bot.reading.time_kinds import Year
from knowledge.query import Figure, Measure, OnDay, Query, Selection


class FewBeaten:
    """Reads such follow-ups."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._groups = reader.lexicon.groups

    def asks(self, tokens: Clause) -> bool:
        """Whether words ask by how much somebody beat him or her."""
        groups, texts = self._groups, [token.text for token in tokens]
        at = next((n for n, text in enumerate(texts) if text in groups["beating"]), 0)
        whom = at > 1 and texts[at - 1] not in groups["pronouns"] and texts[at + 1 : at + 2] in (["him"], ["her"])
        return whom and "by" in texts and "how" in texts[:2]

    def asked(self, tokens: Clause, turn: Turn) -> Query | None:
        """The votes that they were behind, where the one named won the contest told of, or the one of a year named."""
        people = turn.told.people or carried(turn.query).people
        card = self._reader.catalogue.person(people[0]) if len(people) == 1 else None
        cover = self._reader.cover(tokens)
        slots = self._reader.slots(cover)
        seat = slots.seats[0].values if len(slots.seats) == 1 else (turn.told.seat,) if turn.told.seat else ()
        years = {time.year for _, time in slots.times if isinstance(time, Year)}
        if card is None or not slots.people or len(seat) != 1 or len(years) != len(slots.times) or len(slots.seats) > 1:
            return None
        named = {person for slot in slots.people for person in slot.values}
        stood = [stand.date for stand in card.stands if stand.seat == seat[0] and not stand.elected]
        days = [day for day in stood if day.year in years] if years else [d for d in stood if d == turn.told.day]
        won = {won.date for won in self._reader.catalogue.won_in(seat[0]) if won.person in named}
        if len(days) != 1 or days[0] not in won:
            return None
        where = Selection(people=people, seats=seat, when=OnDay(day=days[0]))
        return Figure(where=where, measures=(Measure.BEHIND,))
