"""A person's contests: where, when, for whom and how it went; people of one name are listed apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.answer import Answer, Block, Kind, Listing, Reason, Told
from bot.answering.career_words import (
    Life,
    contests_named,
    line,
    never_elected,
    placed,
    results,
    served,
    summary,
)
from bot.answering.national import within
from bot.answering.seats import member_line
from bot.answering.wording import Words, counted, day, listed
from knowledge.facts.contests import CandidacyFact
from knowledge.facts.people import CareerFacts, PersonCareer
from knowledge.models.elections import ElectionKind
from knowledge.query import AnyTime, Career, Latest

_SHOWN = 40
"""Contests listed under one name."""
_GENERATION = 15
"""Years after which a name without an id is somebody else's."""
_OF_MEMBERS = frozenset({"tenure", "ever-elected", "seats"})
"""What can be told of a member without any contest."""
_COUNTED = frozenset({"two-parties", "won-for-two", "before-win", "wins", "losses", "seats-lost"})
"""What is told of contests counted together."""


def answer_career(query: Career, facts: CareerFacts, words: Words) -> Answer:
    """The career asked about, or one for each person of the name."""
    people = [person for person in facts.people if person.candidacies or person.tenures]
    if not people:
        return _nothing(facts)
    stood = [c for person in people for c in person.candidacies]
    unheld = not stood and not _of_member(query)
    return Answer(
        kind=Kind.DECLINE if unheld else Kind.ANSWER,
        reason=Reason.NOT_HELD if unheld else None,
        headline=_headline(query, people, facts, words),
        blocks=_blocks(people, facts, words),
        notes=_notes(people, facts),
        sources=words.sources([*(c.source for c in stood), *(s for p in people for t in p.tenures for s in t.sources)]),
        colour=words.colour(stood[-1].exact_party) if stood else None,
        told=_told(query, people[0]) if len(people) == 1 else None,
    )


def _told(query: Career, person: PersonCareer) -> Told | None:
    """The one contest that the answer tells of, where it is one."""
    stood = sorted(person.candidacies, key=lambda c: c.date)
    won = [c for c in stood if c.elected]
    lost = [c for c in stood if not c.elected]
    ends = {"first": won[:1], "first-stood": stood[:1], "last": stood[-1:], "wins": won, "losses": lost}
    chosen = ends.get(query.ask, stood)
    return Told(seat=chosen[0].seat, day=chosen[0].date, people=(person.person,)) if len(chosen) == 1 else None


def _of_member(query: Career) -> bool:
    """Whether the time as member alone answers."""
    return query.ask in _OF_MEMBERS or (query.ask == "all" and _is_of_whole(query))


def _is_of_whole(query: Career) -> bool:
    """Whether all that somebody stood in is asked for, and not what lies in some time or place."""
    return query.where.when in (AnyTime(), Latest()) and not query.where.seats


def _ever_elected(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """Whether somebody was ever elected; for one of the seats named, where any is."""
    if query.where.seats and life.stood:
        return _elected_there(query, life, facts, words)
    if life.won:
        return f"Yes: {life.name} was elected {contests_named(words, life.won)}."
    if query.where.areas and life.tenures:
        none = f"{life.name} won none of the contests held {within(words, query.where.areas)}"
        return f"No: {none}; {served(life, facts)}"
    return f"Yes: {served(life, facts)}" if life.tenures else f"No: {never_elected(life, words)}"


def _elected_there(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """Whether somebody was ever elected for one of the seats named; if not, when they stood there and won elsewhere."""
    there = [c for c in life.stood if c.seat in query.where.seats]
    won = [c for c in there if c.elected]
    if won:
        return f"Yes: {life.name} was elected {contests_named(words, won)}."
    stood = f"stood {contests_named(words, there)} and was not elected there" if there else ""
    never = stood or f"won no contest held in {listed(facts.asked, 'or')}"
    besides = f"; elected {contests_named(words, life.won)}" if life.won else ""
    return f"No: {life.name} {never}{besides}."


def _elsewhere(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """Whether somebody stood in a seat, or was elected for one, besides the one named."""
    if query.ask in ("stood-elsewhere", "stood-only-there"):
        return _stood_elsewhere(query, life, facts, words)
    if not life.won:
        return never_elected(life, words)
    other = [c for c in life.won if c.seat not in query.where.seats]
    own = [c for c in life.won if c.seat in query.where.seats]
    lead = _whether(query, elsewhere=bool(other))
    if not other:
        return f"{lead}{life.name} was elected only for {results(words, own)}."
    besides = f", besides {results(words, own)}" if own else ""
    return f"{lead}{life.name} was elected for {results(words, other)}{besides}."


def _whether(query: Career, *, elsewhere: bool) -> str:
    """ "Yes: " or "No: ", by whether it was asked or denied that there was another seat."""
    return "Yes: " if elsewhere == (query.ask in ("elsewhere", "stood-elsewhere")) else "No: "


def _stood_elsewhere(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """Whether somebody stood in a seat besides the one named; defeats of long ago are not held."""
    other = [c for c in life.stood if c.seat not in query.where.seats]
    own = [c for c in life.stood if c.seat in query.where.seats]
    if other:
        besides = f", besides {results(words, own)}" if own else ""
        return f"{_whether(query, elsewhere=True)}{life.name} stood in {results(words, other)}{besides}."
    if life.stood[0].date < facts.named_from:
        unknown = f"defeats before {facts.named_from.year} are not held by name"
        return f"No other contest of {life.name} is held than {results(words, own)} ({unknown})."
    return f"{_whether(query, elsewhere=False)}{life.name} stood only in {results(words, own)}."


def _headline(query: Career, people: Sequence[PersonCareer], facts: CareerFacts, words: Words) -> str:
    if sum(person.identified for person in people) <= 1:
        # Candidacies without an id are told together with the one known person of the name, as what they are.
        stood = sorted((c for person in people for c in _likely(person, people)), key=lambda c: c.date)
        return _tell(query, Life(people[0].name, stood, [t for p in people for t in p.tenures]), facts, words)
    lives = [Life(person.name, person.candidacies, person.tenures) for person in people]
    if len({life.name for life in lives}) > 1:
        return " ".join(_tell(query, life, facts, words) for life in lives)
    lead = f"{counted(len(lives), 'person', 'people')} named {lives[0].name} are held, told apart by id"
    if query.ask in ("all", "count", "seats") or len(lives) > 3:
        return f"{lead}: {'; '.join(summary(life, facts, words) for life in lives)}."
    return f"{lead}. {' '.join(_tell(query, life, facts, words) for life in lives)}"


def _likely(person: PersonCareer, people: Sequence[PersonCareer]) -> Sequence[CandidacyFact]:
    """The candidacies of a person; those without an id that lie a generation from all the known one's are another's."""
    known = [c.date.year for one in people if one.identified for c in one.candidacies]
    if person.identified or not known:
        return person.candidacies
    return [c for c in person.candidacies if min(abs(c.date.year - year) for year in known) <= _GENERATION]


def _tell(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    if query.ask in _COUNTED and life.stood:
        return _counted(query, life, facts, words)
    match query.ask:
        case "elsewhere" | "stood-elsewhere" | "only-there" | "stood-only-there" if life.stood:
            return _elsewhere(query, life, facts, words)
        case "ever-elected":
            return _ever_elected(query, life, facts, words)
        case "tenure" if life.tenures:
            return _tenure(query, life, facts)
        case "party" | "one-party" if life.stood:
            return f"{_same_party(query, life)}{_parties(life, words)}"
        case "first" if life.won:
            return _first(life, words)
        case "first-stood" | "last" if life.stood:
            return _one_end(query, life, facts, words)
        case "all" | "count" | "seats" if life.stood:
            return _all(query, life, facts, words)
        case _ if life.tenures and not life.stood:
            told = served(life, facts)
            return told if _of_member(query) else f"No such contest of {life.name} is held; {told}"
        case _:
            return never_elected(life, words)


def _one_end(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """How somebody did in their last contest, or in the first of theirs that is held."""
    if query.ask == "last":
        last = life.stood[-1]
        return f"{life.name} last stood {words.at(last)}: {placed(last, facts, words)}."
    first = life.stood[0]
    return f"Of the contests held here, {life.name} first stood {words.at(first)}: {placed(first, facts, words)}."


def _tenure(query: Career, life: Life, facts: CareerFacts) -> str:
    """How long somebody was a member, or was it for the seat asked about, for which they may never have been."""
    there = [tenure for tenure in life.tenures if tenure.seat in query.where.seats]
    if there or not query.where.seats:
        return served(replace(life, tenures=there) if there else life, facts)
    return f"No time of {life.name} as MP there is held; {served(life, facts)}"


def _counted(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """For how many parties, how often before the first win, what was won or lost."""
    if query.ask == "seats-lost":
        return _seats_lost(query, life, facts, words)
    if query.ask in ("wins", "losses"):
        return _won_or_lost(query, life, facts, words)
    if query.ask != "before-win":
        return _for_two(life, facts, words, won=query.ask == "won-for-two")
    known = bool(life.won) and life.stood[0].date >= facts.named_from
    return _before_win(life, facts, words) if known else _all(query, life, facts, words)


def _all(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    stood, won = life.stood, life.won
    if stood[0].date < facts.named_from:
        return _winner_of(life, facts, words)
    if len(stood) == 1:
        once = "once in the contests held, " if _is_of_whole(query) else ""
        return f"{life.name} stood {once}{words.at(stood[0])}: {placed(stood[0], facts, words)}."
    span = f"from {stood[0].date.year} to {stood[-1].date.year}"
    wins = "all of them" if len(won) == len(stood) else len(won) or "none"
    return f"{life.name} stood in {counted(len(stood), 'contest')} held {span} and won {wins}: {results(words, stood)}."


def _winner_of(life: Life, facts: CareerFacts, words: Words) -> str:
    """A career that goes back to when only winners are held: how often somebody lost then is not known."""
    later = [c for c in life.stood if not c.elected]
    unknown = f"defeats before {facts.named_from.year} are not held by name"
    won = f"{life.name} is held as the winner of {counted(len(life.won), 'contest')}: {results(words, life.won)}"
    lost = f"; lost {results(words, later)}" if later else ""
    return f"{won}{lost} ({unknown})."


def _said_so(query: Career, found: int, *, known: bool) -> str:
    """Whether it was as often as the question says; nothing where it says no number, or some are not held."""
    if query.expected is None or not known:
        return ""
    return "Yes: " if found == query.expected else "No: "


def _seats_lost(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    """How often somebody lost right after a win."""
    if life.stood[0].date < facts.named_from:
        return _won_or_lost(query, life, facts, words)
    lost = [c for before, c in pairwise(life.stood) if before.elected and not c.elected]
    told = f": {contests_named(words, lost)}" if lost else ""
    of_all = f"in {len(lost) or 'none'} of the {counted(len(life.stood), 'contest')} held"
    return f"{_said_so(query, len(lost), known=True)}{life.name} lost a seat {of_all}{told}."


def _won_or_lost(query: Career, life: Life, facts: CareerFacts, words: Words) -> str:
    won = query.ask == "wins"
    chosen = [c for c in life.stood if c.elected == won]
    if life.stood and life.stood[0].date < facts.named_from:
        unknown = f"defeats before {facts.named_from.year} are not held by name"
        if not won and not chosen:
            return f"No contest that {life.name} lost is held: {unknown}."
        did = "won" if won else "lost"
        held = counted(len(chosen), "contest") if chosen else "no contest"
        named = f": {contests_named(words, chosen)}" if chosen else ""
        return f"{_said_so(query, len(chosen), known=won)}{life.name} {did} {held} held here{named} ({unknown})."
    named = f": {contests_named(words, chosen)}" if chosen else ""
    did = "won" if won else "lost"
    known = won or len(chosen) > (query.expected or 0)
    lead = f"{_said_so(query, len(chosen), known=known)}{life.name} {did}"
    return f"{lead} {len(chosen) or 'none'} of the {counted(len(life.stood), 'contest')} held{named}."


def _for_two(life: Life, facts: CareerFacts, words: Words, *, won: bool) -> str:
    """Whether somebody stood, or won, for more than one party, with what they did for each."""
    chosen = Life(life.name, life.won if won else life.stood, life.tenures)
    if not chosen.stood:
        return f"No: {never_elected(life, words)}"
    several = len({candidacy.exact_party for candidacy in chosen.stood}) > 1
    told = _parties(chosen, words)
    if not several and not won and life.stood[0].date < facts.named_from:
        told = f"{told.removesuffix('.')} (defeats before {facts.named_from.year} are not held by name)."
    if won:
        told = told.replace(" stood for ", " won for ", 1)
    return f"{'Yes' if several else 'No'}: {told}"


def _before_win(life: Life, facts: CareerFacts, words: Words) -> str:
    """How often somebody stood, in the contests selected, before the first that they won."""
    first = life.won[0]
    earlier = [candidacy for candidacy in life.stood if candidacy.date < first.date]
    won = f"{words.at(first)}, {placed(first, facts, words)}"
    if not earlier:
        return f"{life.name} won the first contest held, {won}."
    return (
        f"{life.name} stood {counted(len(earlier), 'time')} before the first win: {results(words, earlier)}; won {won}."
    )


def _first(life: Life, words: Words) -> str:
    first = life.won[0]
    party = words.party(first.exact_party)
    earlier = "" if life.stood[0] is first else f" The first contest held was {words.at(life.stood[0])}."
    on = "" if first.kind is ElectionKind.BY_ELECTION else f" on {day(first.date)}"
    return f"{life.name} was first elected {words.at(first)}{on} ({party}).{earlier}"


def _same_party(query: Career, life: Life) -> str:
    """Yes or no, where somebody is said to have stood for one party only."""
    same = len({candidacy.party for candidacy in life.stood}) == 1
    return "" if query.ask == "party" else "Yes: " if same else "No: "


def _parties(life: Life, words: Words) -> str:
    by_party: dict[str, list[CandidacyFact]] = {}
    for candidacy in life.stood:
        by_party.setdefault(candidacy.exact_party, []).append(candidacy)
    if len(by_party) == 1 and len(life.stood) > 1:
        party, times = next(iter(by_party.items()))
        held = counted(len(times), "contest")
        return f"{life.name} stood for {words.party(party)} in all {held} held: {results(words, times)}."
    told = (f"{words.party(party)} {listed(words.at(c) for c in times)}" for party, times in by_party.items())
    return f"{life.name} stood for {listed(told)}."


def _blocks(people: Sequence[PersonCareer], facts: CareerFacts, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    loose = [c for person in people if not person.identified for c in person.candidacies]
    for person in (p for p in people if p.identified):
        shown = person.candidacies[-_SHOWN:]
        items = tuple(line(c, facts, words) for c in shown)
        left_out = len(person.candidacies) - len(shown)
        blocks.append(Listing(title=f"{person.name}{_told_apart(person, people)}:", items=items, left_out=left_out))
        if person.tenures:
            times = tuple(f"{tenure.seat_name}: {member_line(words, tenure)}" for tenure in person.tenures)
            blocks.append(Listing(title=f"{person.name} as MP:", items=times))
    if loose:
        title = f"Candidates named {people[0].name} to whom the sources give no id:"
        loose.sort(key=lambda c: c.date)
        items = tuple(line(c, facts, words) for c in loose[:_SHOWN])
        blocks.append(Listing(title=title, items=items, left_out=len(loose[_SHOWN:])))
    return tuple(blocks)


def _told_apart(person: PersonCareer, people: Sequence[PersonCareer]) -> str:
    """`` (Harrow West)``, where several people are listed."""
    seats = dict.fromkeys(candidacy.seat_name for candidacy in person.candidacies)
    return f" ({listed(seats)})" if seats and sum(p.identified for p in people) > 1 else ""


def _notes(people: Sequence[PersonCareer], facts: CareerFacts) -> tuple[str, ...]:
    notes = [f"Losing candidates are held by name since {day(facts.named_from)}; before that only winners are."]
    if len(people) > 1 and any(not person.identified for person in people):
        notes.append(
            "The sources give losing candidates of some elections no id, so contests under one name are listed by name "
            "and are not proved to be one person's."
        )
    return tuple(notes)


def _nothing(facts: CareerFacts) -> Answer:
    names = listed(dict.fromkeys(person.name for person in facts.people), "or")
    return Answer(
        kind=Kind.DECLINE,
        headline=f"No contest of {names or 'that person'} in that place or time is held.",
        examples=tuple(f"every election {person.name} fought" for person in facts.people[:1])
        or ("every election Gareth Snell fought",),
        reason=Reason.NOT_HELD,
    )
