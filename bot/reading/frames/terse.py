"""Questions in few words: "labour again?", "day the tories took hartlepool", "who is plaid's mp in ynys mon now"."""

from __future__ import annotations

from bot.reading.frames.taken import from_to, oldest
from bot.reading.frames.takers import when_taken
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Word
from bot.reading.work import Work
from knowledge.query import Check, ExpectedWinner, Focus, History, Latest, Query, Result

_AGAIN = frozenset({"career", "last_time", "latest", "general_election", "by_election", "check", "aux"})
"""Cues beside which a party "again" is asked for no more than whether it won."""
_OF_A_TAKING = frozenset({"take", "win", "get", "lose", "changed_hands", "when", "aux", "general_election", "went_out"})
"""Cues of what a party did on the day asked for."""
_OF_A_FALL = frozenset({"when", "down", "who", "until", "aux", "versus", "lose", "take", "changed_hands"})
"""Cues beside which a seat that fell is asked for no more than when, and to whom."""
_PRESENT = frozenset({"who", "mp", "now", "latest", "aux"})
"""Cues of a question for whoever sits now."""


@needs("a seat")
@needs("a party")
@needs(groups=("once_more",))
def won_again(work: Work) -> Query | None:
    """ "blackburn at the last election, labour again?": whether it won that contest, which it had won before.

    That a party won is no answer to "again" where it had lost the contest before; then it is not read.
    """
    if len(work.parties) != 1 or len(work.seats) != 1 or work.people or work.free_numbers():
        return None
    if not _AGAIN.issuperset(work.hits) or not _is_next_to(work) or len(work.seats[0].values) != 1:
        return None
    when = work.when() or Latest()
    slot = work.parties[0]
    where = work.selection(default=when)
    if not _is_plain(work, slot.values, where.seats[0]):
        return None
    work.take(*_AGAIN)
    work.use_times()
    work.use_words(*work.group("once_more"))
    return Check(where=where, expect=(ExpectedWinner(),))


def _is_next_to(work: Work) -> bool:
    """Whether "again" stands right behind the party, or ahead of all that is named."""
    again, at = work.group("once_more"), work.parties[0].span
    spans = work.cover.spans
    return at + 1 < len(spans) and work.text(at + 1) in again


def _is_plain(work: Work, parties: tuple[str, ...], seat: str) -> bool:
    """Whether the party had won there in the contest before the one asked about, of those of its kind."""
    years = {year.year for year in work.years}
    kind = work.kind
    held = [won for won in work.catalogue.won_in(seat) if kind in (None, won.kind)]
    asked = [at for at, won in enumerate(held) if won.date.year in years] if years else [len(held) - 1]
    counts = work.catalogue.counts_as()
    before = held[asked[0] - 1] if asked and asked[0] > 0 else None
    return before is not None and counts.get(before.party, before.party) in parties


@needs("a seat")
@needs("a party")
@needs("take", "win", "get", "lose", "changed_hands")
@needs(groups=("dates_asked",))
def day_taken(work: Work) -> Query | None:
    """ "day the tories finally got hartlepool", "the year labour lost bassetlaw": when that was."""
    if len(work.seats) != 1 or len(work.parties) != 1 or work.people or work.timed or work.free_numbers():
        return None
    if not _OF_A_TAKING.issuperset(work.hits) or not _opens_with_a_date(work):
        return None
    work.take(*_OF_A_TAKING)
    work.use_words(*work.group("dates_asked"))
    if any(word in work.words for word in work.group("losing_verbs")):
        seats = work.use(work.seats)
        where = work.ages()
        return History(
            where=where.model_copy(update={"seats": seats, "parties": (), "lost_by": where.parties}), ask="won-by"
        )
    return when_taken(work, from_to(work, oldest(work, work.ages())))


def _opens_with_a_date(work: Work) -> bool:
    """Whether "the day", "what year" or the like stands first, right ahead of the party."""
    spans = work.cover.spans
    named = [at for at, span in enumerate(spans) if not span.unknown]
    asked = next((at for at in named if work.cover.tokens[spans[at].end - 1].text in work.group("dates_asked")), None)
    if asked is None:
        return False
    light = all(spans[at].filler for at in named if at < asked)
    between = range(asked + 1, work.parties[0].span)
    return light and asked < work.parties[0].span and all(spans[at].filler for at in between)


@needs("a seat")
@needs("a party")
@needs("who")
@needs("mp", "now")
def partys_member(work: Work) -> Query | None:
    """ "who is labour's mp in wigan", "who's plaid's person in ynys mon now": how the party's own did there last."""
    if len(work.parties) != 1 or len(work.seats) != 1 or work.people or work.free_numbers():
        return None
    if not _PRESENT.issuperset(work.hits) or not _is_its_member(work) or work.says("past_verbs"):
        return None
    if any(not (isinstance(time, Word) and time.word in {"now", "latest"}) for _, time in work.slots.times):
        return None
    work.take(*_PRESENT)
    work.use_times(Word, KindOf)
    return Result(where=work.selection(default=Latest()), focus=Focus.PARTY)


def _is_its_member(work: Work) -> bool:
    """Whether no more than a word for whoever sits stands between the party and the seat: "labour's mp for wigan"."""
    party, seat = work.parties[0].span, work.seats[0].span
    light = work.group("member_nouns") | work.lexicon.function
    return all(light.issuperset(work.text(at).split()) for at in range(party + 1, seat))


@needs("when")
@needs(groups=("falling_short",))
def fell(work: Work) -> Query | None:
    """ "when did bolsover fall and to who": when the seat last changed hands, where no figure is said to fall."""
    if not (work.seats or work.inherited.seats) or work.parties or work.people or work.timed or work.free_numbers():
        return None
    if not _OF_A_FALL.issuperset(work.hits) or not work.has("down"):
        return None
    work.take(*_OF_A_FALL)
    return History(where=work.ages(), ask="last-change")
