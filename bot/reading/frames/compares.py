"""Two sides of one measure: places, years, parties or people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bot.reading.dated import in_year
from bot.reading.frames.at_the_vote import at_the_vote
from bot.reading.frames.conditions import party_after
from bot.reading.frames.gone_missing import gone_missing
from bot.reading.frames.levels import levels
from bot.reading.frames.measures import CANDIDACY_CUES, CONTEST_CUES, TOTAL_CUES, named
from bot.reading.frames.national import general
from bot.reading.frames.presumed import is_pair_of_seats
from bot.reading.frames.times_apart import is_either, times_apart
from bot.reading.frames.two_people import at_home, by_defeats
from bot.reading.framing import needs
from bot.reading.time_kinds import KindOf, Side, Year
from bot.reading.windows import DETAILED_SINCE
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    Compare,
    Figure,
    InYears,
    Latest,
    Measure,
    Query,
    Relative,
    Result,
    Selection,
    Several,
    Totals,
    When,
)

_MOST_APART = 3
"""Winners at most that are told one by one."""
_ASKING = ("ahead", "compare", "versus", "than", "better", "worse", "both", "over", "under")

_PLAIN = (
    "get", "win", "how_many", "how_much", "did_how", "where", "which", "who", "what", "result", "candidates", "change",
    "total", "aux", "up", "down", "closeness", "seats", "finish", "highest", "lowest", "take", "when",
    "party_of",
)  # fmt: skip
"""Cues that add nothing once the sides and the measure are known."""


@needs("two of a kind", "two times", "a stretch of time", words=("after",))
@needs(
    "two of a kind", "compare", "better", "worse", "closer", "versus", "than", "both", "change", "up", "down", "lose",
    "take", "ahead", "how_much", "by_how_much", "highest", "lowest", words=("after", "minus"),
    groups=("leads_over", "went_missing"),
)  # fmt: skip
def compare(work: Work) -> Query | None:
    """Sides of one measure, where two of a kind are named."""
    if _is_of_one_seat(work) or work.has("if", "why") or (work.kind is ElectionKind.BY_ELECTION and not work.seats):
        return None
    if _is_of_seats(work) or (len(work.parties) > 1 and work.has("told_apart")) or _of_any_seat(work):
        return None
    moved = work.has("up", "down", "change", "compare") or _before_and_after(work) or _lost_or_gained(work)
    years = work.years or (work.ends() if moved else [])
    if work.has("when") and not (len(years) == 2 and work.has("better", "worse")):
        return None
    _whose(work)
    if work.has("pooled") and len(work.parties) + len(work.people) > 2:
        return None
    ahead = _leads(work)
    if not (ahead or _asked(work, years) or _joined(work)) or _apart(work):
        return None
    national = not (work.seats or work.people or work.inherited.seats)
    sides = _sides(work, years, national=national)
    if len(sides) < 2 or (work.people and not work.seats and not at_home(work) and work.has("seats")):
        # seats are a party's: of two people nothing is compared by them
        return None
    measures = _measures(work, national=national)
    prefer = _preferred(work) or ("higher" if ahead else None)
    measures, prefer = by_defeats(work, measures, prefer)
    sides = at_the_vote(work, sides, measures) if national else sides
    if not sides:
        return None
    work.take(*_ASKING, *_PLAIN, *(("put",) if work.has("compare") else ()))
    _use_closeness(work)
    _use_their_number(work)
    if _before_and_after(work):
        work.take("since", "until", "previous", "following")
    if _lost_or_gained(work):
        work.take("lose", "take")
        work.used.update(gone_missing(work))
    each = None if prefer or moved else _each_winner(work, sides, measures)
    return each or Compare(sides=tuple(_side(side, measures, national=national) for side in sides), prefer=prefer)


@needs("a seat", "a person")
@needs("by-elections")
@needs("better", "worse", "closer")
@needs(words=("or",))
def at_either(work: Work) -> Query | None:
    """ "did carswell win by more at the clacton by-election or in 2015": two times, and no year of a by-election."""
    return compare.reading(work) if len(work.seats) == 1 and is_either(work) else None


def _use_their_number(work: Work) -> None:
    """ "two welsh by-elections in 2019, brecon and newport west": how many are named; marks the number."""
    for at, number in work.free_numbers():
        behind = work.cover.spans[at + 1 : at + 4]
        counted = any(isinstance(span.time, KindOf) or "seats" in span.cues for span in behind)
        if number.unit == "" and number.value == len(work.seats) and counted:
            work.used.add(at)


def _is_of_one_seat(work: Work) -> bool:
    """ "the seat with most votes for both labour and the tories": of the two together, and of neither against it."""
    both = [work.cover.spans[at].end for at in work.hits.get("both", ())]
    ends = {work.start(slot) for slot in work.parties}
    return work.has("highest", "lowest") and not work.anchored and any({end, end + 1} & ends for end in both)


def _of_any_seat(work: Work) -> bool:
    """ "biggest rise in the labour share anywhere in 2024 compared with 2019": one end of a ranking, no two sides."""
    if work.anchored or len(work.parties) > 1 or not work.has("highest", "lowest", "do_best", "do_worst"):
        return False
    if len(work.years or work.ends()) != 2:
        return False
    moved = work.has("up", "down", "change", "swing") and not levels(work)
    return moved or work.says("single_marks", "any_place") or (work.has("where") and work.opens_with("where"))


def _each_winner(work: Work, sides: Sequence[Selection], measures: tuple[Measure, ...]) -> Several | None:
    """ "who won (bath) in 2015 and 2017": the winner of each, and nothing that lies between them."""
    if measures or not work.has("who") or len(sides) > _MOST_APART:
        return None
    if all(side.seats for side in sides):
        return Several(parts=tuple(Result(where=side) for side in sides))
    if not all(side.areas or side.parties or side.people or side.seats for side in sides) and work.has("win"):
        return Several(parts=tuple(Totals(where=general(side), measures=()) for side in sides))
    return None


def _is_of_seats(work: Work) -> bool:
    """Whether two parties are put together, or told apart by what became of seats: "second behind labour"."""
    if work.has("runner_up") and party_after(work, "behind"):
        return True
    paired = any(is_pair_of_seats(work, at) for at in work.hits.get("both", ()))
    if paired and work.has("take", "lose", "changed_hands"):
        # "the two seats labour took from the lib dems"
        return True
    return (len(work.parties) > 1 and work.has("pooled")) or (work.has("take") and work.has("hold"))


def _side(where: Selection, measures: tuple[Measure, ...], *, national: bool) -> Figure | Result | Totals:
    """What is compared of one side: without a measure the whole result of a seat."""
    if national:
        return Totals(where=general(where), measures=measures)
    return Figure(where=where, measures=measures) if measures else Result(where=where)


def _asked(work: Work, years: list[Year]) -> bool:
    """Whether the words set two sides against each other."""
    if work.has("compare", "better", "worse", "closer", "versus", "than", "both", "change") or _before_and_after(work):
        return True
    return bool(years and not work.years) or _margin(work) or _most_of_two(work) or _less(work)


def _less(work: Work) -> bool:
    """ "tory share 2019 minus 2024": one figure less the other; marks what says so."""
    if "minus" not in work.words or len(work.years) != 2 or work.slots.numbers:
        return False
    work.use_words("minus")
    return True


def _use_closeness(work: Work) -> None:
    """ "labour v tory votes, how close did they get": the difference, which is given anyway; marks what says so."""
    if len(work.parties) == 2 and not work.anchored:
        work.used.update(at for at in work.hits.get("behind", ()) if work.text(at) in work.group("closenesses"))


def _before_and_after(work: Work) -> bool:
    """ "seats before and after": two elections side by side."""
    return {"before", "after"} <= work.words


def _lost_or_gained(work: Work) -> bool:
    """ "how many seats did labour lose between 1997 and 2010": one number less the other."""
    counted = work.has("how_many", "how_much") and work.has("seats", "votes", "mp")
    lost = counted and (work.has("lose", "take") or bool(gone_missing(work)))
    return lost and bool(work.parties) and not work.seats


def _whose(work: Work) -> None:
    """ "attlee 1945 vs blair 1997 - labour seats": the people only say which elections, or whose parties, are meant."""
    sided = len(work.parties) == len(work.years) == 2 and len(work.people) == 1
    if work.people and work.parties and (work.has("seats") or sided) and not work.seats:
        work.use(work.people)
        work.leave_out("people")


def _leads(work: Work) -> bool:
    """ "tory lead over labour", "how far ahead of the tories were labour": of two parties, in a seat or the country."""
    spoken_of = work.inherited.seats and not work.seats
    if work.people or spoken_of or len(work.parties) != 2 or not work.says("leads_over"):
        return False
    work.take("ahead", "by_how_much", "over", "majority", "leader", "behind", "how_much")
    return True


def _preferred(work: Work) -> Literal["higher", "lower"] | None:
    """Which side is asked for, if any."""
    most = _most_of_two(work)
    if work.has("worse", "closer") or (most and work.has("lowest")):
        return "lower"
    return "higher" if most or work.has("better", "over") else None


def _apart(work: Work) -> bool:
    """ "who won copeland and stoke central", "bath and wells winners": nothing is compared, each is asked about."""
    measuring = ("compare", "better", "worse", "closer", "than", "both", "over", "under", "change")
    asked = (work.has("who") and work.has("win", "mp")) or work.says("winners")
    return len(work.seats) > 1 and asked and not work.has(*measuring)


def _margin(work: Work) -> bool:
    """ "by how many votes did the tories beat labour nationally"."""
    national = len(work.parties) == 2 and not (work.anchored or work.has("needed", "would"))
    return national and work.has("by_how_much", "how_much", "ahead") and work.has("beat", "ahead")


def _most_of_two(work: Work) -> bool:
    """ "of labour and the tories, which got the most votes": one of two parties, not a seat."""
    if len(work.parties) != 2 or work.anchored or not work.has("highest", "lowest"):
        return False
    between = {token.text for token in work.cover.tokens[work.start(work.parties[0]) : work.start(work.parties[1])]}
    if between.isdisjoint({"and", "or"}) or work.says("single_marks"):
        return False
    return work.has("which", "who", "party_of") and work.has("votes", "share")


def _joined(work: Work) -> bool:
    """Two seats or two people, and no verb that tells of what one did."""
    verbs = {"when", "win", "lose", "take", "hold", "beat", "replace", "stand", "mp", "why", "leave"}
    return (len(work.seats) > 1 or len(work.people) > 1) and not verbs & set(work.hits)


def _measures(work: Work, *, national: bool) -> tuple[Measure, ...]:
    """The measure compared; without one, votes and share of parties and people, and whole results of seats."""
    if work.take("closer"):
        return (Measure.MAJORITY,)
    if not national and work.take("per_seat"):
        # "votes each" of two people
        return (Measure.VOTES, Measure.SHARE)
    if national and work.has("deposit", "deposit_lost") and work.has("lose", "deposit_lost"):
        work.take("deposit", "deposit_lost", "lose")
        return (Measure.DEPOSITS_LOST,)
    table = TOTAL_CUES if national else (*CONTEST_CUES, *CANDIDACY_CUES)
    found = named(work, table)
    if not found and national and work.says("points"):
        work.take("share")
        found = (Measure.SHARE,)
    if _margin(work):
        asked = {word for at in work.hits.get("by_how_much", ()) for word in work.text(at).split()}
        work.take("by_how_much", "beat")
        return found or ((Measure.VOTES,) if "votes" in asked else ())
    if Measure.SHARE in found and Measure.VOTES in found:
        found = tuple(m for m in found if m is not Measure.VOTES)
    if Measure.TURNOUT in found:
        # "turned out in per cent": how many votes were cast is told with it
        found = tuple(m for m in found if m not in {Measure.VALID_VOTES, Measure.SHARE})
    if found or national:
        return found
    return _unnamed(work)


def _unnamed(work: Work) -> tuple[Measure, ...]:
    """What is compared where no figure is named: of parties and people how they did, "more candidates" how many."""
    if work.has("candidates") and not (work.parties or work.people):
        return (Measure.CANDIDATES,)
    return (Measure.VOTES, Measure.SHARE) if work.parties or work.people or work.has("better", "worse") else ()


def _sides(work: Work, years: list[Year], *, national: bool) -> list[Selection]:
    """The selections set side by side: those of which two are named."""
    sided = times_apart(work, years)
    if sided is not None:
        return [_of_kind(work, side) for side in sided]
    paired = _paired(work, years, national=national)
    if paired:
        return paired
    default: When = Latest(kind=ElectionKind.GENERAL) if national else Latest()
    single = len(years) < 2
    for field, slots, apart in (
        ("seats", work.seats, single),
        ("people", work.people, True),
        ("parties", work.parties, single),
        ("areas", work.areas, single),
    ):
        if field == "parties" and len(work.people) == len(work.parties) == 1 and (work.seats or work.timed):
            where = _of_their_contest(work, work.selection(default=default))
            return [where.model_copy(update={"parties": ()}), where.model_copy(update={"people": ()})]
        if len(slots) > 1 and apart:
            where = work.selection(default=default)
            return [_of_kind(work, where.model_copy(update={field: slot.values})) for slot in slots]
    return _years_apart(work, years, default)


def _of_their_contest(work: Work, where: Selection) -> Selection:
    """ "how many more votes than labour did corbyn get in 2024": in the one seat that he stood in then."""
    years = {year.year for year in work.years}
    cards = work.catalogue.cards(where.people)
    seats = {stand.seat for card in cards for stand in card.stands if stand.date.year in years}
    return where.model_copy(update={"seats": tuple(seats)}) if not where.seats and len(seats) == 1 else where


def _of_kind(work: Work, side: Selection) -> Selection:
    """One side; of any kind of election where the kind is said of the other alone: "tice: bexley by-e or hartlepool".

    That is so where no such contest of whoever is named is held there, but another is.
    """
    when = side.when
    if len(work.kinds) != 1 or not side.seats or not isinstance(when, Latest | InYears) or when.kind is None:
        return side
    cards = work.catalogue.cards(side.people)
    own = [(stand.date, stand.kind) for card in cards for stand in card.stands if stand.seat in side.seats]
    polls = own if side.people else [poll for seat in side.seats for poll in work.catalogue.polls(seat)]
    if isinstance(when, Latest) and not side.people and _is_of_another(work, side):
        # "selby by-e or bath": no by-election of long ago is meant
        polls = [(day, kind) for day, kind in polls if kind is not when.kind or day.year >= DETAILED_SINCE]
    if isinstance(when, InYears):
        polls = [poll for poll in polls if poll[0].year in when.years]
    if not polls or any(kind is when.kind for _, kind in polls):
        return side
    return side.model_copy(update={"when": when.model_copy(update={"kind": None})})


def _is_of_another(work: Work, side: Selection) -> bool:
    """Whether the kind of election stands right behind another seat, of one contest, and not behind this one."""
    times = dict(work.slots.times)
    fused = [slot for slot in work.seats if isinstance(times.get(slot.span + 1), KindOf)]
    single = len(fused) == 1 and not work.text(fused[0].span + 1).endswith("s")
    return single and side.seats != fused[0].values


def _years_apart(work: Work, years: list[Year], default: When) -> list[Selection]:
    """Years side by side; of a seat with one year, that and its by-election."""
    kind = work.kind
    if len(years) == 1 and len(work.kinds) > 1 and work.seats:
        # "at the by-election against the 2015 general election"
        where = work.selection()
        sides = (Latest(kind=ElectionKind.BY_ELECTION), in_year(years[0], ElectionKind.GENERAL))
        return [where.model_copy(update={"when": when}) for when in sides]
    against = _set_against(work) or is_either(work)
    if len(years) == 1 and kind is ElectionKind.BY_ELECTION and against and work.seats:
        where = work.selection()
        return [where.model_copy(update={"when": when}) for when in (in_year(years[0], None), Latest(kind=kind))]
    if len(years) < 2 and _before_and_after(work):
        sided = [time.anchor for _, time in work.slots.times if isinstance(time, Side)]
        own = next((in_year(year, ElectionKind.GENERAL) for year in [*years, *sided] if isinstance(year, Year)), None)
        if own is None:
            return []
        where = work.selection(default=default)
        either: tuple[When, When] = (Relative(anchor=own, step=-1, kind=ElectionKind.GENERAL), own)
        return [where.model_copy(update={"when": when}) for when in either]
    if len(years) < 2:
        return []
    where = work.selection(default=default)
    return [_of_kind(work, where.model_copy(update={"when": in_year(year, kind)})) for year in years]


def _set_against(work: Work) -> bool:
    """Whether a word compares, or stands between two sides: "2019 v the by-election"; "and" only joins."""
    return work.has("compare") or work.says("versus")


def _paired(work: Work, years: list[Year], *, national: bool) -> list[Selection]:
    """Two of a kind, each with a year of its own: "ukip 2015 vs reform 2024"."""
    if len(years) != 2 or years[0] == years[1]:
        return []
    kind = ElectionKind.GENERAL if national else work.kind
    whens = [in_year(year, kind) for year in years]
    for field, slots in (("seats", work.seats), ("people", work.people), ("parties", work.parties)):
        if len(slots) == 2:
            where = work.selection()
            return [
                _of_kind(work, where.model_copy(update={field: slot.values, "when": when}))
                for slot, when in zip(slots, whens, strict=True)
            ]
    return []
