"""A whole message: one question, several, a rambling one, or a follow-up of a conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from bot.reading.conversation import Turn, carried, edited, subject
from bot.reading.marks import Seen
from bot.reading.outcome import Ask, Outcome, Read, Refuse
from bot.reading.reader import Reader
from bot.reading.resolve import expand
from bot.reading.scan import Token, TokenKind
from bot.reading.slots import Inherited, Slots
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    Check,
    Explain,
    InYears,
    Latest,
    Listing,
    OfficeHolder,
    Query,
    Quotes,
    Rank,
    ReferendumQuery,
    Several,
    Single,
    Totals,
)

_MARKERS = frozenset(
    {
        "i meant",
        "i mean",
        "sorry",
        "actually",
        "no i meant",
        "and",
        "what about",
        "how about",
        "then",
        "but",
        "also",
        "same",
        "same for",
        "ok and",
        "no",
        "or",
        "so",
    }
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "there", "that", "him", "her", "them", "his", "their", "its", "same"})
_STARTERS = frozenset(
    [
        "who",
        "whos",
        "what",
        "whats",
        "which",
        "when",
        "where",
        "why",
        "how",
        "did",
        "was",
        "is",
        "were",
        "has",
        "have",
        "are",
        "does",
        "do",
        "list",
        "name",
        "give",
        "show",
    ]
)
_ASKERS = frozenset(["who", "whos", "what", "whats", "which", "where", "when", "why", "how"])
_MAX_PARTS = 3
_TAGS = frozenset(
    {
        "am i right",
        "right",
        "is that right",
        "true",
        "is that true",
        "correct",
        "yes",
        "no",
        "true or false",
        "am i wrong",
    }
)
_RETRACTING = (
    ("no", "wait"),
    ("scratch", "that"),
    ("wait", "no"),
    ("actually", "no"),
    ("hang", "on"),
    ("hold", "on", "no"),
)


class Listener:
    """Reads messages with what their conversation set."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def hear(self, text: str, turn: Turn | None = None) -> Outcome:
        """What a message asks, seen from the conversation's last turn."""
        tokens, breaks, quoted = self._reader.tokens(text)
        if not tokens:
            return Refuse("nothing")
        if turn is not None and turn.options:
            chosen = _choice(fold(text), turn.options)
            if chosen is not None:
                return Read(chosen)
        if turn is not None and turn.query is not None and _leans(tokens):
            followed = self._follow(tokens, breaks, quoted, turn.query)
            if followed is not None:
                return followed
        twofold = self._twofold(tokens, breaks) if quoted is None else None
        if twofold is not None:
            return twofold
        alone = self._reader.read_tokens(tokens, breaks, quoted)
        if turn is not None and turn.query is not None and _thin(alone, tokens):
            followed = self._follow(tokens, breaks, quoted, turn.query)
            if followed is not None:
                return followed
        if not isinstance(alone, Refuse):
            return alone
        return self._in_parts(tokens, breaks, turn) or alone

    # --- follow-ups ---

    def _follow(
        self, tokens: Sequence[Token], breaks: frozenset[int], quoted: str | None, last: Query
    ) -> Outcome | None:
        changed = self._edit(tokens, breaks, last) or self._office(tokens, last)
        if changed is not None:
            return changed
        inherited = carried(last)
        outcome = self._reader.read_tokens(_without_marker(tokens), frozenset(), quoted, inherited)
        if isinstance(outcome, Refuse):
            return None
        return replace(outcome, carried=True) if isinstance(outcome, Read) else outcome

    def _edit(self, tokens: Sequence[Token], breaks: frozenset[int], last: Query) -> Outcome | None:
        """Only slots are named: the last question is asked again with them."""
        if subject(last) is None and not isinstance(last, ReferendumQuery):
            return None
        words = _without_marker(tokens)
        cover = self._reader.cover(words)
        reader = self._reader
        options: list[tuple[str, Query]] = []
        ambiguous = False
        for slots, choice in expand(reader.slots(cover)):
            ambiguous = ambiguous or choice
            work = Work(reader.world, Seen.of(cover, slots))
            work.take(
                "how_many",
                "how_much",
                "who",
                "what",
                "which",
                "get",
                "did_how",
                "win",
                "stand",
                "result",
                "mp",
                "hold",
                "latest",
                "seats",
                "on",
            )
            query = edited(last, slots, work, reader.catalogue)
            if query is None or _asks_anew(work) or work.unexplained():
                return None
            label = ", ".join(reader.gazetteer.label(slot.values[0]) for slot in slots.seats)
            options.append((label, query))
        if not options:
            return None
        if ambiguous and len(options) > 1:
            when = getattr(getattr(subject(last), "where", None), "when", None)
            kept = [(label, query) for label, query in options if _when_of(query) == when]
            if len(kept) == 1:
                return Read(kept[0][1], carried=True)
            return Ask(options[0][0], tuple(options))
        return Read(options[0][1], carried=True)

    def _office(self, tokens: Sequence[Token], last: Query) -> Outcome | None:
        """ "before that?", "and after him?" of a Prime Minister or leader."""
        if not isinstance(last, OfficeHolder):
            return None
        words = {token.text for token in tokens}
        before, after = words & {"before", "previous", "predecessor"}, words & {"after", "next", "successor"}
        name = self._officer(last)
        if not (before or after) or name is None:
            return None
        base = OfficeHolder(office=last.office, party=last.party)
        return Read(base.model_copy(update={"before" if before else "after": name}), carried=True)

    def _officer(self, last: OfficeHolder) -> str | None:
        """Whom an answer about an office named."""
        times = [
            led
            for led in self._reader.calendar.leaders
            if led.office == last.office and (last.party is None or led.party == last.party)
        ]
        times.sort(key=lambda led: led.since)
        named = last.before or last.after
        if named is not None:
            at = next((i for i, led in enumerate(times) if led.name.endswith(fold(named))), None)
            moved = None if at is None else at + (1 if last.after else -1)
            return times[moved].name if moved is not None and 0 <= moved < len(times) else None
        day = last.at or self._reader.calendar.today
        held = [led for led in times if led.since <= day and (led.until is None or led.until > day)]
        return held[-1].name if held else last.person

    # --- several questions in one message ---

    def _twofold(self, tokens: Sequence[Token], breaks: frozenset[int]) -> Outcome | None:
        """Two questions that "and" joins, each with a question word of its own, both understood."""
        joins = _joins(tokens)
        if not joins or tokens[0].text not in _STARTERS:
            return None
        outcome = self._parts(_cut(tokens, joins), every=True)
        return outcome if isinstance(outcome, Read) and isinstance(outcome.query, Several) else None

    def _in_parts(self, tokens: Sequence[Token], breaks: frozenset[int], turn: Turn | None) -> Outcome | None:
        afresh = _afresh(tokens)
        if afresh:
            outcome = self._parts([tokens[: afresh[0]], tokens[afresh[1] :]], retracted=True)
            if outcome is not None:
                return outcome
        for parts in _splits(tokens, breaks):
            outcome = self._parts(parts)
            if outcome is not None:
                return outcome
        return None

    def _parts(
        self, parts: Sequence[Sequence[Token]], *, every: bool = False, retracted: bool = False
    ) -> Outcome | None:
        """Each part in turn, later ones leaning on earlier; parts that only tell a story set what they name."""
        found: list[Read] = []
        story = Inherited()
        last: Query | None = None
        for part in parts:
            if len(parts) > 1 and part is not parts[-1] and (retracted or not _questions(part)):
                story = self._story(part, story)
                continue
            outcome = self._reader.read_tokens(part, frozenset())
            needs = (
                isinstance(outcome, Refuse | Ask)
                or bool(_PRONOUNS & {t.text for t in part})
                or (isinstance(outcome, Read) and _thin(outcome, part))
            )
            if needs and (last is not None or story != Inherited()):
                lean = carried(last) if last is not None else story
                again = self._reader.read_tokens(part, frozenset(), None, lean)
                if isinstance(again, Read):
                    outcome = replace(again, carried=True)
            if isinstance(outcome, Ask):
                return outcome if not found and part is parts[-1] else None
            if isinstance(outcome, Read):
                if isinstance(outcome.query, About | Quotes | Explain) and len(parts) > 1 and not _asks(part):
                    continue
                outcome = self._within(outcome, story)
                found.append(outcome)
                last = outcome.query
            elif found and part is parts[-1] and not every and not _questions(part):
                continue
            elif every or _asks(part):
                return None
            else:
                story = self._story(part, story)
        if not found:
            return None
        return _joined(found[-_MAX_PARTS:])

    def _within(self, read: Read, story: Inherited) -> Read:
        """A person's contest of the time and place that the story told of, where they stood there and then."""
        where = getattr(read.query, "where", None)
        if where is None or not where.people or where.seats or where.when != Latest() or not story.seats:
            return read
        cards = [card for card in map(self._reader.catalogue.person, where.people) if card]
        if not any(stand.seat in story.seats for card in cards for stand in card.stands):
            return read
        when = story.when if story.when is not None else where.when
        where = where.model_copy(update={"seats": story.seats, "when": when})
        return replace(read, query=read.query.model_copy(update={"where": where}), carried=True)

    def _story(self, part: Sequence[Token], before: Inherited) -> Inherited:
        """The seat and time that a sentence without a question speaks of: an exact name outweighs a shared one."""
        cover = self._reader.cover(part)
        slots = self._reader.slots(cover)
        sure = [slot for slot in slots.seats if len(slot.values) == 1]
        work = Work(self._reader.world, Seen.of(cover, slots))
        when = work.when() if slots.times else before.when
        seats = sure[-1].values if sure else before.seats
        people = tuple(v for slot in slots.people if slot.how != "surname" for v in slot.values) or before.people
        parties = tuple(v for slot in slots.parties for v in slot.values) or before.parties
        areas = tuple(v for slot in slots.areas for v in slot.values) or before.areas
        return Inherited(seats, areas, parties, people, when)


def _joined(found: Sequence[Read]) -> Outcome:
    queries: list[Single] = []
    for read in found:
        query = read.query
        if isinstance(query, Several):
            queries += query.parts
        elif query not in queries:
            queries.append(query)
    corrected = tuple(pair for read in found for pair in read.corrected)
    any_carried = any(read.carried for read in found)
    if len(queries) == 1:
        return Read(queries[0], corrected, any_carried)
    return Read(Several(parts=tuple(queries[-_MAX_PARTS:])), corrected, any_carried)


def _splits(tokens: Sequence[Token], breaks: frozenset[int]) -> Iterator[list[Sequence[Token]]]:
    """The message cut at punctuation; at punctuation and "and who ..."; and leading clauses left off."""
    size = len(tokens)
    cuts = sorted(cut for cut in breaks if 0 < cut < size)
    if len(cuts) > 1 and " ".join(token.text for token in tokens[cuts[-1] :]) in _TAGS:
        # "..., am i right?" belongs to what stands before it
        yield [tokens[: cuts[-2]], tokens[cuts[-2] :]]
    joins = [at for at in _joins(tokens) if at not in cuts]
    if cuts:
        yield _cut(tokens, cuts)
    if joins:
        yield _cut(tokens, sorted({*cuts, *joins}))
    if cuts:
        # "in the pub, my mate says, ...": only what follows the last full question word
        for cut in cuts:
            if tokens[cut].text in _STARTERS:
                yield [tokens[:cut], tokens[cut:]]


def _joins(tokens: Sequence[Token]) -> list[int]:
    return [
        at for at in range(1, len(tokens) - 1) if tokens[at].text in {"and", "but"} and tokens[at + 1].text in _STARTERS
    ]


def _afresh(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where a question is taken back and put anew: "... no wait, who came after her"."""
    for at in range(1, len(tokens) - 2):
        for phrase in _RETRACTING:
            end = at + len(phrase)
            if tuple(token.text for token in tokens[at:end]) == phrase and end < len(tokens):
                return at, end
    return None


def _cut(tokens: Sequence[Token], cuts: Sequence[int]) -> list[Sequence[Token]]:
    parts, start = [], 0
    for cut in [*cuts, len(tokens)]:
        part = tokens[start:cut]
        while part and part[0].text in {"and", "but", "or"}:
            part = part[1:]
        if part:
            parts.append(part)
        start = cut
    return parts


def _questions(part: Sequence[Token]) -> bool:
    """Whether a clause may be a question of its own."""
    return part[0].text in _STARTERS or any(token.text in _ASKERS for token in part[:3])


def _asks(part: Sequence[Token]) -> bool:
    return bool(part) and part[0].text in _STARTERS


def _leans(tokens: Sequence[Token]) -> bool:
    """Whether the words point back at what was said before."""
    first, two = tokens[0].text, " ".join(token.text for token in tokens[:2])
    return first in _MARKERS or two in _MARKERS or bool({token.text for token in tokens} & _PRONOUNS)


def _thin(outcome: Outcome, tokens: Sequence[Token]) -> bool:
    """Whether a reading is too little to stand alone where a conversation could fill it."""
    if isinstance(outcome, Refuse):
        return True
    if not isinstance(outcome, Read):
        return len(tokens) <= 3
    query = outcome.query
    if isinstance(query, Explain):
        return len(tokens) <= 6 and not {"a", "an", "mean", "means", "explain", "define"} & {t.text for t in tokens}
    if isinstance(query, Totals | Listing | Rank | Check):
        where = query.where
        placed = where.seats or where.people or where.areas
        return not placed and isinstance(where.when, Latest) and len(tokens) <= 8
    return False


def _without_marker(tokens: Sequence[Token]) -> Sequence[Token]:
    for length in (2, 1):
        if len(tokens) > length and " ".join(token.text for token in tokens[:length]) in _MARKERS:
            return tokens[length:]
    return tokens


def _when_of(query: Query) -> object:
    return getattr(getattr(query, "where", None), "when", None)


def _asks_anew(work: Work) -> bool:
    """Whether the words name a measure or shape of their own."""
    new = {
        "majority", "turnout", "electorate", "swing", "votes", "share", "change", "runner_up", "last_place", "candidates",
        "closeness", "by_how_much", "behind", "deposit", "deposit_lost", "why", "when", "declared", "history", "fate",
        "replace", "predecessor", "invalid_votes", "valid_votes", "finish",
        "previous", "following", "check", "sources", "sure", "say", "quote", "explain", "lose", "beat", "take",
    }  # fmt: skip
    return work.has(*new)


def _choice(text: str, options: Sequence[tuple[str, Query]]) -> Query | None:
    """The option that the next message names: by number, by place in the list, or by words only it has."""
    if text.isdigit() and 1 <= int(text) <= len(options):
        return options[int(text) - 1][1]
    order = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    words = [word for word in text.split() if word not in {"the", "one", "please", "i", "meant", "mean"}]
    if len(words) == 1 and words[0] in order and order.index(words[0]) < len(options):
        return options[order.index(words[0])][1]
    if not words or len(words) > 6:
        return None
    exact = [query for label, query in options if fold(label) == " ".join(words)]
    if exact:
        return exact[0]
    holding = [query for label, query in options if set(words) <= set(fold(label).split())]
    if len(holding) == 1:
        return holding[0]
    close = [query for label, query in options if fuzz.ratio(fold(label), " ".join(words)) >= 88]
    return close[0] if len(close) == 1 else None


__all__ = ["ElectionKind", "InYears", "Listener", "Slots", "TokenKind"]
