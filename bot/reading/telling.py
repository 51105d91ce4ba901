"""What the parts of a message tell that ask nothing: where, when and of whom the question behind them is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.reading.clauses import Clause, Clauses
from bot.reading.frames.deeds import first_win
from bot.reading.kept import is_bare, is_telling, wheres_of
from bot.reading.outcome import Outcome, Read
from bot.reading.reader import Reader
from bot.reading.scan import Token
from bot.reading.slots import Inherited, Slot
from bot.reading.spans import Cover
from bot.reading.time_kinds import KindOf, Side, Word, Year
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.queries.catalogue import Stand
from knowledge.query import Explain, Governments, InYears, Latest, Of, OnDay, Rank

_ENDS = frozenset({"highest", "lowest", "closest", "safest", "do_best", "do_worst", "first_time", "last_time"})
"""Cues of one end of a ranking, or of a row."""
_STORY = 20
"""Words at least of a message that tells a story, in which what is named need not be asked of."""
_FIGURES = ("majority", "turnout", "share", "votes", "swing", "electorate")
"""Cues of the figures of a contest, which a question may point back at."""
_POINTING = frozenset({"what", "how_many", "how_much", "aux", "exactly", "sure", "check"})
"""Cues of a question that only points back: "what was it actually"."""

_REMARKED = frozenset(
    {
        "about_number", "came_in", "changed_hands", "closeness", "did_how", "down", "finish", "get", "hold",
        "landslide", "lose", "put", "result", "take", "up", "went_out", "win",
    }
)  # fmt: skip
"""Cues that a remark may hold and still ask nothing."""
_OWNED = frozenset({"candidates", "deposit", "majority", "result", "seats", "share", "votes"})
"""Cues of what a candidate has."""

_HAD = frozenset({"votes", "share", "get", "finish", "deposit", "deposit_lost", "behind", "did_how"})
"""Cues of what is asked of one candidate."""
_STRANGERS = frozenset({"foreign", "private", "opinion", "offtopic"})
"""Cues of who is told of by something that is not held."""
_SINGLE = frozenset({Of.CONTESTS, Of.CANDIDACIES})
"""What a party's own are of."""
_DONE = frozenset({"get", "hold", "lose", "seats", "take", "win"})
"""Cues of what a party is told to have won or lost."""
_OF_THOSE = frozenset({"candidates", "mp", "only", "seats", "women"})
"""Cues of what only says of whom a question is asked: "women only"."""
_OPENING = 12
"""Words at most before it is said what somebody is at."""
_AT_IT = frozenset({"aux", "explain", "greeting", "now", "offtopic", "opinion", "prediction", "subdivision", "thanks"})
"""Cues that what somebody says they are at may hold."""


class Teller:
    """Gathers what was told before a question."""

    def __init__(self, reader: Reader, clauses: Clauses) -> None:
        self._reader = reader
        self._clauses = clauses
        self._groups = reader.lexicon.groups

    def without_errand(self, tokens: Clause, breaks: frozenset[int]) -> tuple[Clause, frozenset[int]]:
        """A message without what somebody says they are at, where that names nothing: "an essay is due, need ..."."""
        texts = [token.text for token in tokens]
        at = next((at for at, text in enumerate(texts[:_OPENING]) if text in self._groups["errands"]), len(texts))
        cut = next((cut for cut in range(at + 1, len(texts) - 2) if texts[cut] in self._groups["lead_asks"]), 0)
        cut = cut or self._quarrel(texts, breaks)
        if not cut or self._clauses.says(tokens[:cut], "askers"):
            return tokens, breaks
        cover = self._reader.cover(tokens[:cut])
        slots = self._reader.slots(cover)
        named = slots.seats or slots.people or slots.parties or slots.areas or slots.numbers or slots.elsewhere
        cues = {cue for span in cover.spans if not (span.filler or span.soft) for cue in span.cues}
        if named or any(not isinstance(time, Word) for _, time in slots.times) or not cues <= _AT_IT:
            return tokens, breaks
        return tokens[cut:], frozenset(at - cut for at in breaks if at > cut)

    def _quarrel(self, texts: Sequence[str], breaks: frozenset[int]) -> int:
        """Where what a question is to settle ends: "pub argument. ukip or snp, who ..."; 0 where nothing says so."""
        cut = min((cut for cut in breaks if 0 < cut < len(texts) - 2), default=_OPENING)
        return cut if cut < _OPENING and not self._groups["quarrels"].isdisjoint(texts[:cut]) else 0

    def story(self, part: Clause, before: Inherited) -> Inherited:
        """The seat and time that a sentence without a question speaks of: an exact name outweighs a shared one."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        blanks = self._groups["name_blanks"]
        words = (cover.tokens[span.start].text for span in cover.spans if span.unknown)
        # "sleaford and something" leaves out the rest of the name
        strange = any(len(word) > 2 and word not in blanks for word in words)
        # "(morly & outwood)": the town of Outwood is not surely meant where a word beside it is not known
        sure = [slot for slot in slots.seats if len(slot.values) == 1 and not (strange and slot.how == "place")]
        sure = [slot for slot in sure if not self._is_pastime(slot, cover)]
        work = Work.of(self._reader.world, cover, slots)
        seats = self._living(sure[-1], cover, work) if sure else before.seats
        known = [slot for slot in slots.people if slot.how != "surname" or self._stands(slot.values, seats)]
        parties, people = self._whose(work.use(slots.parties), work.use(known), before)
        return Inherited(
            seats=seats,
            areas=work.use(slots.areas) or before.areas,
            parties=parties,
            people=people,
            when=first_win(work, dated=True)
            or self._not_until(work)
            or ((work.after_general() or work.near_general() or work.when()) if slots.times else None)
            or self._only_win(work, people, seats)
            or before.when,
        )

    def _not_until(self, work: Work) -> InYears | None:
        """ "they never got anywhere till 2015": the year in which they did."""
        for at, time in work.slots.times:
            year = time.anchor if isinstance(time, Side) and time.side == "until" else None
            before = work.cover.tokens[: work.cover.spans[at].start]
            if isinstance(year, Year) and self._clauses.says(before, "never_words"):
                return InYears(years=(year.year,), month=year.month)
        return None

    def _stands(self, people: tuple[str, ...], seats: tuple[str, ...]) -> list[Stand]:
        """The contests of somebody in the seats told of; none of a name that several bear."""
        card = self._reader.catalogue.person(people[0]) if len(people) == 1 else None
        return [stand for stand in card.stands if stand.seat in seats] if card else []

    def _only_win(self, work: Work, people: tuple[str, ...], seats: tuple[str, ...]) -> OnDay | None:
        """ "galloway won rochdale": the day, where they won it but once and lost it since."""
        stands = self._stands(people, seats)
        won = [stand.date for stand in stands if stand.elected]
        lost = len(won) == 1 and any(stand.date > won[0] for stand in stands)
        return OnDay(day=won[0]) if lost and work.has("win", "take") and not work.has("lose") else None

    def _living(self, slot: Slot, cover: Cover, work: Work) -> tuple[str, ...]:
        """The seat told of; where it was gone by the year told of, what its name means by itself."""
        years = [year.year for year in work.years]
        last = max((day.year for day, _ in self._reader.catalogue.polls(slot.values[0])), default=0)
        if not years or last >= min(years):
            return slot.values
        span = cover.spans[slot.span]
        alone = self._reader.slots(self._reader.cover(cover.tokens[span.start : span.end])).seats
        return alone[0].values if len(alone) == 1 and len(alone[0].values) == 1 else slot.values

    def _whose(
        self, parties: tuple[str, ...], people: tuple[str, ...], before: Inherited
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The party and person told of: of those who never stood together, the one named last."""
        named, told = parties or before.parties, people or before.people
        cards = self._reader.catalogue.cards(told)
        counted = self._reader.catalogue.counts_as()
        stood = {counted.get(stand.party, stand.party) for card in cards for stand in card.stands}
        if not (named and told) or stood.intersection(named):
            return named, told
        return ((), told) if people else (named, ())

    def _is_pastime(self, slot: Slot, cover: Cover) -> bool:
        """ "for the rugby": a name behind an article that is a word of other matters too."""
        tokens, start = cover.tokens, cover.spans[slot.span].start
        led = tokens[start].text in self._groups["articles"]
        word = tokens[start + led].text if start + led < len(tokens) else ""
        behind = led or (start > 0 and tokens[start - 1].text in self._groups["articles"])
        return behind and word in self._groups["pastimes"]

    def meant(self, part: Clause, lean: Inherited) -> Inherited | None:
        """What a part leans on: of somebody who never stood in the seat told of, no seat; None where a time is lost."""
        texts = [token.text for token in part]
        if lean.when is None and lean.people and ("that", "time") in pairwise(texts):
            return None
        lean = self._of_the_taker(lean)
        if not (lean.people and lean.seats) or self._groups["person_pronouns"].isdisjoint(texts):
            return lean
        cards = self._reader.catalogue.cards(lean.people)
        there = any(stand.seat in lean.seats for card in cards for stand in card.stands)
        return lean if there else replace(lean, seats=())

    def _of_the_taker(self, lean: Inherited) -> Inherited:
        """ "who had it before x won it in 2017, and how many votes did he get": x is spoken of, in that contest."""
        held, when = lean.holder, lean.when
        if held is None or lean.people or held.relation != "before" or not isinstance(when, OnDay):
            return lean
        won = (contest for seat in lean.seats for contest in self._reader.catalogue.won_in(seat))
        taker = [contest.person for contest in won if contest.date == when.day and contest.person]
        return replace(lean, people=tuple(taker)) if len(taker) == 1 else lean

    def narrows(self, part: Clause) -> bool:
        """Whether a part picks one of many, of which a bare noun behind it would be asked: "best green, votes"."""
        return not _ENDS.isdisjoint(self._reader.cover(part).cues)

    def pointed_at(self, part: Clause, told: Sequence[Clause]) -> Sequence[Token]:
        """A question that only points back, "what was it actually", with the figure told of last put in."""
        part = self._placed_there(part) if told and self._clauses.says(part, "bits_of") else part
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        named = slots.seats or slots.people or slots.parties or slots.areas or slots.times or slots.numbers
        cues = cover.cues
        texts = {token.text for token in part}
        if named or not cues <= _POINTING or "it" not in texts or cover.unknown:
            return part
        for before in reversed(told):
            few = self._few_votes(before)
            if few is not None:
                at = next(at for at, token in enumerate(part) if token.text == "it")
                said = few._replace(text="majority", base="majority")
                return (*part[:at], said, *part[at + 1 :], *self._when_alone(before))
            for span in self._reader.cover(before).spans:
                if not set(_FIGURES).isdisjoint(span.cues):
                    at = next(at for at, token in enumerate(part) if token.text == "it")
                    return (*part[:at], *before[span.start : span.end], *part[at + 1 :], *self._when_alone(before))
        return part

    def _few_votes(self, told: Clause) -> Token | None:
        """ "it being a handful of votes": what somebody won or lost by, and not all the votes that they had."""
        few, votes = self._groups["small_amounts"], self._groups["votes_in_plural"]
        for at, token in enumerate(told):
            if token.text in few and any(after.text in votes for after in told[at + 1 : at + 4]):
                return token
        return None

    def _placed_there(self, part: Clause) -> Clause:
        """ "which seat is that bit of wales in now": the place told of, by which the country adds nothing."""
        bits, spans = self._groups["bits_of"], self._reader.cover(part).spans
        area = next((span for span in spans if span.area), None)
        if area is None:
            return part
        texts = [token.text for token in part]
        led = area.start - (texts[area.start - 1] in self._groups["articles"])
        at = led - 3
        if at < 0 or texts[at] not in self._groups["at_place"] or texts[at + 1] not in bits or texts[at + 2] != "of":
            return part
        before, owner = part[:at], part[at - 1 : at]
        if owner and owner[0].base != owner[0].text:
            # "which seat's that bit ..." is "which seat is"
            noun, copula = owner[0].base, "is"
            before = [*part[: at - 1], owner[0]._replace(text=noun), owner[0]._replace(text=copula, base=copula)]
        return [*before, part[at], *part[area.end :]]

    def _when_alone(self, told: Clause) -> Sequence[Token]:
        """The time told of where nobody and nowhere is named: of the country, which the figure alone would not be."""
        cover = self._reader.cover(told)
        if any(span.seat or span.person or span.party for span in cover.spans if not span.filler):
            return ()
        return [token for span in cover.spans if span.time for token in cover.tokens[span.start : span.end]]

    def picked(self, read: Read, part: Clause) -> Read | None:
        """The contest of somebody named behind the question, "(the jim mcmahon one)"; None where it is no such."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        where = getattr(read.query, "where", None)
        only = len(slots.people) == 1 and not (slots.seats or slots.parties or slots.areas or slots.times)
        if where is None or not only or cover.unknown or part[-1].text not in self._groups["one_of_them"]:
            return None
        cards = self._reader.catalogue.cards(slots.people[0].values)
        by_election = where.when == Latest(kind=ElectionKind.BY_ELECTION)
        stands = [s for card in cards for s in card.stands if s.seat in where.seats]
        days = [s.date for s in stands if s.kind is ElectionKind.BY_ELECTION or not by_election]
        if not days or not isinstance(where.when, Latest):
            return None
        when = OnDay(day=max(days), kind=where.when.kind)
        return replace(read, query=read.query.model_copy(update={"where": where.model_copy(update={"when": when})}))

    def is_beside_it(self, parts: Sequence[Clause], read: Sequence[Clause], found: Sequence[Read]) -> bool:
        """ "spending by candidate, witney 2016": only a bare name was read, and what is asked of it was not.

        Or somebody or something was named that the question is not read with.
        """
        unread = [part for part in parts if part not in read]
        if any(self._is_dropped(part, found) for part in unread):
            return True
        if sum(map(len, parts)) < _STORY and any(self._is_passed_over(part, found) for part in unread):
            return True
        if any(self._clauses.may_ask(part) or is_telling(self._reader.cover(part)) for part in read):
            return False
        others = (self._reader.cover(part) for part in parts if part not in read)
        return any(is_telling(cover) or cover.unknown for cover in others)

    def _is_passed_over(self, part: Clause, found: Sequence[Read]) -> bool:
        """ "labour: didnt win bath": whether a clause that but names a party is of none that the questions name.

        What a word means is of no place either: "harrow: how many mps went".
        """
        cover = self._reader.cover(part)
        if not is_bare(cover):
            return False
        slots, asked = self._reader.slots(cover), " ".join(read.query.model_dump_json() for read in found)
        explained = any(isinstance(read.query, Explain) for read in found)
        named = [*slots.parties, *(slots.seats if explained else ())]
        return any(not any(f'"{value}"' in asked for value in slot.values) for slot in named)

    def _is_dropped(self, part: Clause, found: Sequence[Read]) -> bool:
        """Whether a question of the whole country passes over somebody or somewhere that a clause named before it.

        A word that nobody knows, "zorgville, who won in 2015", is taken for such a name.
        """
        cover = self._reader.cover(part)
        alone = "only" in cover.cues and cover.cues <= _OF_THOSE
        if (
            alone
            or "except" in cover.cues
            or (self._clauses.holds(part, "set_aside") and not self._names_nothing(cover))
        ):
            # "ignoring by-elections, how often did farage stand": what is left out would be in it
            return True
        wheres = [where for read in found for where in wheres_of(read.query)]
        governed = any(isinstance(read.query, Governments) for read in found)
        if not (wheres or governed) or any(where.seats or where.people or where.areas for where in wheres):
            return self._is_doubtful(cover)
        slots = self._reader.slots(cover)
        asked = {party for where in wheres for party in (*where.parties, *where.winner, *where.lost_by)}
        others = [slot for slot in slots.parties if asked.isdisjoint(slot.values)]
        named = slots.seats or slots.people or slots.areas or slots.elsewhere
        ranked = any(isinstance(read.query, Rank) and read.query.of in _SINGLE for read in found)
        # "the tories won 365 in 2019, which was the safest": of theirs
        theirs = bool(others) and ranked and not _DONE.isdisjoint(cover.cues)
        return bool(named or len(others) > 1 or theirs or self._is_name(cover))

    def _names_nothing(self, cover: Cover) -> bool:
        """Whether no place, party, person or time is named."""
        return not any(span.seat or span.area or span.person or span.party or span.time for span in cover.spans)

    def _is_doubtful(self, cover: Cover) -> bool:
        """Whether an area stands behind a word that nobody knows, which may as well leave it out."""
        return any(span.area and before.unknown for before, span in pairwise(cover.spans))

    def _is_name(self, cover: Cover) -> bool:
        """Whether a clause is but words that nothing explains and that are none of every day."""
        strange = [span for span in cover.spans if not (span.filler or span.soft)]
        english = self._reader.lexicon.english
        return bool(strange) and all(
            span.unknown and not any(token.base in english for token in cover.tokens[span.start : span.end])
            for span in strange
        )

    def forgets(self, outcome: Outcome, part: Clause, story: Inherited) -> bool:
        """ "kelvin so and so, galloway?": a bare name, read as another seat's than the one told of before."""
        where = getattr(outcome.query, "where", None) if isinstance(outcome, Read) else None
        if where is None or not (story.seats and where.seats) or where.seats == story.seats:
            return False
        return all(not span.cues or span.filler for span in self._reader.cover(part).spans)

    def is_remark(self, part: Clause) -> bool:
        """Whether words name nothing, ask nothing and set no condition."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        named = slots.seats or slots.people or slots.parties or slots.areas or slots.times or slots.numbers
        cues = {cue for span in cover.spans if not (span.filler or span.soft) for cue in span.cues}
        lost = self._is_half_named(cover)
        return not (named or lost or slots.elsewhere or self._clauses.asks(part)) and cues <= _REMARKED

    def _is_half_named(self, cover: Cover) -> bool:
        """ "smiley something": a word that nothing explains, beside one that stands for the rest of a name."""
        blanks = self._groups["name_blanks"]
        texts = [token.text for token in cover.tokens]
        return any(
            span.unknown
            and not blanks.isdisjoint((*texts[max(0, span.start - 1) : span.start], *texts[span.end :][:1]))
            for span in cover.spans
        )

    def asks_of_unnamed(self, parts: Sequence[Clause]) -> bool:
        """ "a comedian stood in bath, how many votes": of him, whom no name tells, and not of all who stood."""
        if self._asks_of_one(parts[-1]) and any(map(self._is_of_unnamed, parts[:-1])):
            return True
        # "it being a handful of votes. how many was it": which contest is told by its time alone
        few = "how" in {token.text for token in parts[-1][:1]} and any(map(self._few_votes, parts[:-1]))
        return few and not any(span.time for part in parts for span in self._reader.cover(part).spans)

    def _is_of_unnamed(self, part: Clause) -> bool:
        """ "bernie sanders's brother stood in witney", "a comedian ran in bath": who stood no name held tells."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        if slots.people or slots.parties or not slots.seats or self._clauses.asks(part):
            return False
        stood = next((at for at, span in enumerate(cover.spans) if "stand" in span.cues), 0)
        ahead = cover.spans[:stood]
        known = self._groups["acquaintances"] | self._groups["kin"]
        words = {token.text for token in cover.tokens[: cover.spans[stood].start]}
        strange = any(span.unknown or not _STRANGERS.isdisjoint(span.cues) for span in ahead)
        return strange or not known.isdisjoint(words)

    def _asks_of_one(self, part: Clause) -> bool:
        """Whether a part asks what somebody had, and names nobody: "how many votes", "what did she get"."""
        cover = self._reader.cover(part)
        named = any((span.person or span.party) and not span.filler for span in cover.spans)
        return not named and not _HAD.isdisjoint(cover.cues)

    def is_of_stranger(self, part: Clause) -> bool:
        """ "bruce wayne's vote", "leave voters": of somebody by a name that is not known, or a group of voters.

        Or of an election that is not held: "european elections 2019, how many brexit party seats".
        """
        cover = self._reader.cover(part)
        placed = any(span.seat or isinstance(span.time, KindOf) for span in cover.spans)
        dated = any(span.time for span in cover.spans) and not placed
        elsewhere = dated and not cover.cues.isdisjoint({"devolved", "foreign"})
        grouped = elsewhere or "subdivision" in cover.cues or self._is_half_named(cover)
        return grouped or any(
            span.unknown and cover.tokens[span.start].base != cover.tokens[span.start].text and _OWNED & set(next_.cues)
            for span, next_ in pairwise(cover.spans)
        )
