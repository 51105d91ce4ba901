"""Every way a run of words can be read, and the cover of the question that explains most of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.reading.everyday import is_age_group, is_everyday, moves
from bot.reading.gazetteer import Gazetteer
from bot.reading.joints import short_joints, sums
from bot.reading.lexicon import MAX_PHRASE, Lexicon
from bot.reading.name_keys import as_typed, may_be_parted, name_runs, said, written_out
from bot.reading.numbers import find_numbers
from bot.reading.phrases import Phrase, phrase_of
from bot.reading.records import highest
from bot.reading.scan import Token, TokenKind
from bot.reading.seat_parts import SeatParts
from bot.reading.short_years import beside_election, short_year
from bot.reading.spans import NOT_HELD, Cover, PersonName, SeatName, Span, is_placed
from bot.reading.time_kinds import DayMonth, KindOf, Word, Year
from bot.reading.times import find_times
from knowledge.store.store import Name

_UNKNOWN = -2.0
"""What a word that nothing explains costs a cover."""
_WITH_ARTICLE = frozenset({"seat", "place", "party", "region"})
"""Kinds of name that people put a "the" before."""
_PLACES = frozenset({"seat", "place"})
_MAX_PARTIAL = 6
"""Words at most of part of a seat's name."""
_Place = Callable[[int, int], Span]


class Speller:
    """Finds the spans of a question and the best cover of it."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._parts = SeatParts(gazetteer, lexicon)
        self._phrases_met: dict[str, Phrase] = {}
        """What the lexicon holds of its phrases, and of what they begin with, that were met so far."""

    def cover(self, tokens: Sequence[Token], breaks: frozenset[int]) -> Cover:
        """The best cover of ``tokens``; ``breaks`` are positions that a sign of punctuation stands before."""
        spans: dict[tuple[int, int], Span] = {}

        def at(start: int, end: int) -> Span:
            return spans.get((start, end)) or spans.setdefault((start, end), Span(start, end))

        self._times(tokens, at)
        self._ages(tokens, at)
        self._phrases(tokens, breaks, at)
        self._names(tokens, breaks, at)
        self._partials(tokens, breaks, at, spans)
        tokens = self._joined(tokens, at, spans)
        self._short_years(tokens, spans)
        cover = _best(tokens, spans)
        highest(cover, self._lexicon.groups["record_words"], self._lexicon.groups["did_words"])
        return cover

    def _times(self, tokens: Sequence[Token], at: _Place) -> None:
        """Numbers and words of time; those that more words say are surer."""
        for number in find_numbers(tokens):
            span = at(number.start, number.end)
            span.number = number
            length = number.end - number.start
            span.worth(2.0 * length + 1.5 * (length - 1))
        for found in find_times(tokens, self._lexicon):
            span = at(found.start, found.end)
            if span.time is None:
                span.time = found.time
            if isinstance(found.time, Year) and beside_election(tokens, found.start, self._lexicon):
                span.number = None
            length = found.end - found.start
            weak = isinstance(found.time, Word | KindOf) or (isinstance(found.time, DayMonth) and length == 1)
            span.worth((2.6 if weak else 3.0) * length + 0.8 * (length - 1))

    def _ages(self, tokens: Sequence[Token], at: _Place) -> None:
        """Groups of voters by age, of whom nothing is held."""
        for start in range(len(tokens) - 1):
            if is_age_group(tokens, start, self._lexicon):
                span = at(start, start + 2)
                span.cues = ("subdivision",)
                span.worth(8.0)

    def _joined(self, tokens: Sequence[Token], at: _Place, spans: dict[tuple[int, int], Span]) -> Sequence[Token]:
        """What joins two names: "hope n fear", "lab + ld"; the words, with a plus where figures are to be added."""
        for joint, score in short_joints(tokens, spans, self._lexicon.groups["short_joints"]):
            at(joint, joint + 1).filler = True
            at(joint, joint + 1).worth(score)
        signs = frozenset(sums(tokens, spans))
        for sign in signs:
            at(sign, sign + 1).cues = self._lexicon.cues["plus"]
        added = (token._replace(text="plus", base="plus") if n in signs else token for n, token in enumerate(tokens))
        return list(added) if signs else tokens

    def _short_years(self, tokens: Sequence[Token], spans: dict[tuple[int, int], Span]) -> None:
        """Two figures right behind a seat, party or person are a year, unless a claim is made or something counted."""
        named = [span for span in spans.values() if span.seat or span.party or (span.person and not span.person.weak)]
        placed = any(span.seat or span.person for span in named)
        for span in named:
            found = spans.get((span.end, span.end + 1))
            if found is None or found.time is not None or found.number is None:
                continue
            year = short_year(tokens, span.end, self._lexicon, placed=placed)
            if year is not None:
                found.time = Year(year)
                found.worth(3.0)

    def _phrases(self, tokens: Sequence[Token], breaks: frozenset[int], at: _Place) -> None:
        """Runs of words that the lexicon holds; none goes on over a sign of punctuation."""
        openings, known = self._lexicon.openings, self._phrases_met
        words = [said(token) for token in tokens]
        for start in range(len(tokens)):
            key = ""
            for end in range(start + 1, min(start + MAX_PHRASE, len(tokens)) + 1):
                if end - 1 > start and (end - 1) in breaks:
                    break
                key = f"{key} {words[end - 1]}" if key else words[start]
                if key not in openings:
                    break
                phrase = known.get(key) or known.setdefault(key, phrase_of(key, self._lexicon))
                if phrase.worth:
                    _put_on(at(start, end), phrase)

    def _names(self, tokens: Sequence[Token], breaks: frozenset[int], at: _Place) -> None:
        """Runs of words that are a name; one that only lacks its "the", or has a bare final s, counts too."""
        runs, bare = name_runs(tokens, self._gazetteer.following)
        runs += written_out(tokens, self._lexicon.forms.short)
        found = self._gazetteer.exact([run[0] for run in (*runs, *bare)])
        for key, start, end, bent in as_typed(bare, found):
            names = [name for name in _of_family(found.get(key, ()), bent=bent) if name.kind in _WITH_ARTICLE]
            if names:
                self._add_names(at(start, end), names, 0.0)
        for key, start, end, bent in runs:
            if key in found:
                parted = not breaks.isdisjoint(range(start + 1, end))
                # "1997 national, labour": but for places, only a name with a sign in it goes on over one
                names = [name for name in found[key] if not parted or may_be_parted(name)]
                self._add_run(tokens, start, end, names, at, bent=bent)

    def _add_run(
        self, tokens: Sequence[Token], start: int, end: int, names: list[Name], at: _Place, *, bent: bool
    ) -> None:
        """What words name, unless they are one word that asks, or one of every day that nothing marks as a place."""
        lexicon, first, single = self._lexicon, tokens[start], end - start == 1
        if single and (
            (bent and (first.text in lexicon.words or first.text in lexicon.counties)) or moves(tokens, start, lexicon)
        ):
            return
        if is_everyday(tokens, start, end, lexicon):
            lost = {"place", "seat"} if first.text in lexicon.function else {"place"}
            names = [name for name in names if name.kind not in lost]
        if first.kind is TokenKind.NUMBER and start and tokens[start - 1].text in lexicon.groups["count_leads"]:
            # "over 326 seats": how many, and not why so many
            names = [name for name in names if name.kind != "explainer"]
        if single and (first.text in lexicon.soft or (not first.capital and first.text in lexicon.english)):
            # "did the sun win it": no small party that has these initials
            names = [name for name in names if not self._gazetteer.is_small_by_initials(name)]
        if names:
            asks, span = single and not first.capital and lexicon.holds(first.text), at(start, end)
            named = span.seat is not None
            self._add_names(span, names, 0.4 if bent else 0.0, asks=asks)
            if bent and not named and span.seat:
                self._pool_typed(span, [token.text for token in tokens[start:end]])

    def _pool_typed(self, span: Span, words: Sequence[str]) -> None:
        """ "south downs" may be South Down with an s too many, and part of Arundel and South Downs as typed."""
        typed = self._gazetteer.with_words(words)
        if span.seat and typed:
            seats = tuple(dict.fromkeys((*span.seat.seats, *sorted(typed))))
            span.seat = SeatName(seats, " ".join(words), "partial")

    def _add_names(self, span: Span, names: list[Name], penalty: float, *, asks: bool = False) -> None:
        """Everything that one name may mean, each worth what people mean most often.

        ``asks``: it is written as a word that asks ("more", "raw"), not as a name.
        """
        length = span.end - span.start
        bonus = 0.8 * (length - 1) - penalty
        by_kind: dict[str, list[Name]] = {}
        for name in names:
            by_kind.setdefault(name.kind, []).append(name)
        if "seat" in by_kind:
            seats = tuple(dict.fromkeys(name.ref for name in by_kind["seat"]))
            span.seat = SeatName(seats, by_kind["seat"][0].label, "exact")
            span.worth(3.0 * length + bonus)
        elif "place" in by_kind:
            self._add_place(span, by_kind["place"], bonus)
        bare = names[0].key in self._lexicon.groups["directions"]
        if "party" in by_kind and not bare and not self._is_plain_word(span, by_kind["party"]):
            refs, span.lent, span.pooled = self._gazetteer.bearers(tuple(name.ref for name in by_kind["party"]))
            span.party, span.parties = refs[0], refs if len(refs) > 1 else ()
            span.initials = all(name.form == "initials" for name in by_kind["party"])
            span.worth(2.8 * length + bonus)
        if "region" in by_kind:
            span.area = by_kind["region"][0].ref
            span.worth(2.8 * length + bonus)
        if "explainer" in by_kind and (length == 1 or not self._is_led(names[0])):
            span.term = by_kind["explainer"][0].ref
            span.cues = span.cues or self._inner_cues(by_kind["explainer"][0].key)
            span.worth(2.2 * length + bonus)
        if "person" in by_kind and span.person is None and not bare:
            self._add_person(span, by_kind["person"], bonus, asks=asks)

    def _is_led(self, name: Name) -> bool:
        """Whether a name opens with an article."""
        return name.key.split(" ", 1)[0] in self._lexicon.groups["articles"]

    def _is_plain_word(self, span: Span, names: list[Name]) -> bool:
        """Whether a party's abbreviation is just a word of the language: "best", "fair"."""
        key, lexicon = names[0].key, self._lexicon
        asks = key in lexicon.cues or (" " not in key and bool(span.cues or span.filler or key in lexicon.function))
        return asks and all(name.form == "initials" for name in names)

    def _inner_cues(self, key: str) -> tuple[str, ...]:
        """The cues of a term's own words: "the swing" asks for a swing as well as what one is."""
        cues = self._lexicon.cues
        words = key.split()
        if words[0] in self._lexicon.groups["articles"] and " ".join(words[1:]) in cues:
            return cues[" ".join(words[1:])]
        inner = dict.fromkeys(cue for word in words for cue in cues.get(word, ()))
        return ("explain", *inner) if len(words) > 2 else tuple(inner)

    def _add_place(self, span: Span, names: list[Name], bonus: float) -> None:
        """A place that is no seat: the seats it leads to, else that it lies elsewhere."""
        length = span.end - span.start
        rows = self._gazetteer.place_seats(names[0].ref)
        seats = tuple(dict.fromkeys(seat for row in rows for seat in (row.seat, row.seat_2010) if seat))
        if span.seat is not None and span.seat.how in {"exact", "welsh"}:
            return
        if seats:
            span.seat = SeatName(seats, names[0].label, "place")
        else:
            span.elsewhere = names[0].label
        span.worth(2.6 * length + bonus)

    def _add_person(self, span: Span, names: list[Name], bonus: float, *, asks: bool) -> None:
        """People of a name; a surname that nobody elected bears is hardly worth more than an unknown word."""
        length = span.end - span.start
        full = [name for name in names if name.form != "surname"]
        chosen = full or names
        ids = tuple(dict.fromkeys(name.ref for name in chosen))
        how = ("exact" if chosen[0].form == "exact" else "alias") if full else "surname"
        weak = how == "surname" and (asks or not self._gazetteer.is_member(chosen[0].key))
        if weak and (chosen[0].key in self._lexicon.english or chosen[0].key in self._lexicon.counties):
            return
        if how == "surname" and any(cue in NOT_HELD for cue in span.cues):
            return
        span.person = PersonName(ids, chosen[0].label, how, weak)
        single = length == 1
        weight = (2.4 if full else 0.3 if weak else 1.1) if single else (2.9 if full else 1.8)
        span.worth(weight * length + bonus)

    def _partials(
        self, tokens: Sequence[Token], breaks: frozenset[int], at: _Place, spans: dict[tuple[int, int], Span]
    ) -> None:
        """Runs of words that may be part of a seat's name, or all of it written otherwise."""
        edges, asking = self._lexicon.groups["edges"], self._parts.asking
        for start, token in enumerate(tokens):
            if token.kind is not TokenKind.WORD or token.base in edges or token.base in asking:
                continue
            words: list[str] = []
            for end in range(start + 1, min(start + _MAX_PARTIAL, len(tokens)) + 1):
                last = tokens[end - 1]
                if last.kind is not TokenKind.WORD or (end - 1 > start and end - 1 in breaks and len(words) > 3):
                    break
                words.append(last.base)
                if last.base in edges or self._parts.is_empty(last, alone=end == start + 1):
                    continue
                if is_placed(spans.get((start, end))) or (end == start + 1 and self._is_noun(tokens, breaks, start)):
                    continue
                part = self._parts.of_seat(words)
                if part is not None:
                    found, seat = at(start, end), SeatName(*part)
                    found.seat = seat
                    # words of one name stand together before each is a place of its own
                    found.worth(2.3 * len(words) + 1.3 * (len(words) - 1))
                    whole = (self._gazetteer.is_whole(words, each, ordered=True) for each in seat.seats)
                    if len(words) > 1 and any(whole):
                        # all of a name is more than a region and a part: "north west cambs"
                        found.worth(2.9 * len(words) + 0.8 * (len(words) - 1))

    def _is_noun(self, tokens: Sequence[Token], breaks: frozenset[int], at: int) -> bool:
        """ "labour had a mare and ...": one word behind "a", with nothing behind it that a place would tell of."""
        if not at or tokens[at].capital or tokens[at - 1].text not in self._lexicon.groups["indefinite_articles"]:
            return False
        return at + 1 in breaks or at + 1 == len(tokens) or tokens[at + 1].text in self._lexicon.function


def _of_family(names: Sequence[Name], *, bent: bool) -> list[Name]:
    """ "the hamiltons": with a final s of their own they are people of that name, and no place."""
    family = bent and any(name.kind == "person" for name in names)
    return [name for name in names if not (family and name.kind in _PLACES)]


def _put_on(span: Span, phrase: Phrase) -> None:
    """Tell a span, which no name was found for yet, what its words mean."""
    span.cues = phrase.cues or span.cues
    span.area, span.soft, span.filler = phrase.area, phrase.soft, phrase.filler
    span.worth(phrase.worth)


def _best(tokens: Sequence[Token], spans: dict[tuple[int, int], Span]) -> Cover:
    """The spans, one behind another, that are worth most together; what nothing explains costs."""
    size = len(tokens)
    starting: list[list[Span]] = [[] for _ in range(size)]
    for span in spans.values():
        if span.score > 0:
            starting[span.start].append(span)
    worth = [0.0] * (size + 1)
    picked: list[Span | None] = [None] * size
    for start in range(size - 1, -1, -1):
        most = worth[start + 1] + _UNKNOWN
        for span in starting[start]:
            score = span.score + worth[span.end]
            if score > most:
                most, picked[start] = score, span
        worth[start] = most
    chosen: list[Span] = []
    at = 0
    while at < size:
        chosen.append(picked[at] or Span(at, at + 1, unknown=True))
        at = chosen[-1].end
    return Cover(tuple(tokens), tuple(chosen), worth[0])
