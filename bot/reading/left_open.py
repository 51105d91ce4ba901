"""Words that leave what is asked to the last question: no more than a seat, or somebody who stood there."""

from __future__ import annotations

from bot.reading.clauses import Clause, Clauses, text_of
from bot.reading.conversation import Turn, subject
from bot.reading.reader import Reader
from bot.reading.surnames import Surnames

_BARE_WORDS = 6
"""Words at most of a message that but names a seat."""
_SEATS = 3
"""Seats at most that such a message names."""


class LeftOpen:
    """Tells such words by what was spoken of."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._surnames = Surnames(reader)
        self._clauses = Clauses(reader.lexicon.groups)

    def words(self, tokens: Clause, turn: Turn) -> tuple[Clause, bool]:
        """The words, with a surname that is part of a seat's name too in full, of who stood where was spoken of.

        Whether they name but a seat, or somebody who stood there, and ask no more.
        """
        other = self.at_other_point(tokens, turn)
        if other is not None:
            return other, True
        held = subject(turn.query)
        seats = (held.where.seats if held is not None else ()) or ((turn.told.seat,) if turn.told.seat else ())
        people = (*(held.where.people if held is not None else ()), *turn.told.people)
        named, known = self._surnames.written_out(tokens, people, seats, of_seats=True)
        open_ = bool(known) or self.names_but_a_seat(tokens, turn) or self.speaks_of_candidate(tokens, turn)
        return named, open_

    def at_other_point(self, tokens: Clause, turn: Turn) -> Clause | None:
        """ "and central?" behind Newcastle upon Tyne North: the seat of that name at another point of the compass."""
        groups, held = self._reader.lexicon.groups, subject(turn.query)
        tokens = self._but_point(tokens)
        directions, short = groups["directions"], self._reader.lexicon.forms.short
        last = " ".join(short.get(tokens[-1].text, ()))
        if last and _all_in([tokens[-1]._replace(text=word) for word in last.split()], directions):
            # "and nw"
            tokens = [*tokens[:-1], *(tokens[-1]._replace(text=word, base=word) for word in last.split())]
        named = next((at for at, token in enumerate(tokens) if token.text in directions), len(tokens))
        before, points = tokens[:named], tokens[named:]
        small = groups["lead_words"] | groups["articles"]
        lead = text_of(before) in groups["markers"] or all(token.text in small for token in before)
        if held is None or len(held.where.seats) != 1 or not (lead and points and _all_in(points, directions)):
            return None
        label = self._reader.tokens(self._reader.gazetteer.label(held.where.seats[0]))[0]
        old = [at for at, token in enumerate(label) if token.text in directions]
        if not old or not _all_in(label[old[0] : old[-1]], directions):
            return None
        name = [*label[: old[0]], *points, *label[old[-1] + 1 :]]
        key = text_of(name)
        seat = any(found.kind == "seat" for found in self._reader.gazetteer.exact((key,)).get(key, ()))
        return [*before, *name] if seat else None

    def _but_point(self, tokens: Clause) -> Clause:
        """ "sorry i meant south", "the south one i mean" as "south"; other words as they are."""
        groups = self._reader.lexicon.groups
        if groups["directions"].isdisjoint(token.text for token in tokens):
            return tokens
        words = self._clauses.without_marker(tokens)
        if len(words) > 1 and words[-1].text in groups["one_of_them"] and words[-2].text in groups["directions"]:
            words = words[:-1]
        rest = [token for token in words if token.text not in groups["articles"]]
        return rest if _all_in(rest, groups["directions"]) and len(words) < len(tokens) else tokens

    def speaks_of_candidate(self, tokens: Clause, turn: Turn) -> bool:
        """Whether a bare surname that no member bears is that of somebody who stood in the seat spoken of."""
        held = subject(turn.query)
        seats = (held.where.seats if held is not None else ()) or ((turn.told.seat,) if turn.told.seat else ())
        people = [span.person for span in self._reader.cover(tokens).spans if span.person is not None]
        cards = [self._reader.catalogue.person(id_) for person in people if person.weak for id_ in person.ids]
        named = held.where.people if held is not None else ()
        known = [card for card in cards if card]
        return any(card.id in named or any(stand.seat in seats for stand in card.stands) for card in known)

    def names_but_a_seat(self, tokens: Clause, turn: Turn) -> bool:
        """ "vale of clwyd?", "wells and yeovil?": nothing but seats behind a question of one, asked the same."""
        held = subject(turn.query)
        if held is None or not held.where.seats or len(tokens) > _BARE_WORDS:
            return False
        spans = [span for span in self._reader.cover(tokens).spans if not span.filler or span.seat]
        seats = [span.seat for span in spans if span.seat is not None]
        other = any(span.cues or span.time or span.party or span.unknown for span in spans)
        if other or len(seats) != len(spans) or not 0 < len(seats) <= _SEATS:
            return False
        return not any(set(held.where.seats).intersection(seat.seats) for seat in seats)


def _all_in(tokens: Clause, group: frozenset[str]) -> bool:
    """Whether all words are of a group."""
    return all(token.text in group for token in tokens)
