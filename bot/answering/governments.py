"""Governments after general elections, majorities and hung parliaments in words."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Listing
from bot.answering.leaders_record import extreme_headline, has_extreme, lost_headline, record_headline, won_headline
from bot.answering.national import held_on, no_general_election, not_held, people_of
from bot.answering.wording import Words, capital, counted, day, in_words, listed, number, uncapital
from knowledge.facts.country import GovernmentFact, GovernmentsFacts, HouseFact, PartySeats
from knowledge.query import Governments, Latest

_NAMED = 6
_EXAMPLES = ("which general elections returned a hung parliament", "who formed the government after the 1945 election")


def answer_governments(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    """Who governed after which election, and with what majority."""
    if query.ask == "record" and (facts.houses or facts.others):
        return _answer(words, record_headline(query, facts), facts.houses or facts.others)
    if not facts.houses:
        return _nothing(query, facts, words)
    match query.ask:
        case "hung":
            return _hung(query, facts, words)
        case "seats-without-votes":
            return _without_votes(query, facts, words)
        case "majority":
            return _majorities(query, facts, words)
        case "formed":
            return _formed(query, facts, words)
        case "won":
            return _answer(words, won_headline(query, facts, words), facts.houses)
        case "lost":
            return _answer(words, lost_headline(query, facts, words), facts.houses)
        case "dates" | "whether" | "record":
            return _dates(query, facts, words)


def _dates(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    """When general elections were held, and how many; with a yes where it is asked whether any was."""
    houses = facts.houses
    if len(houses) == 1:
        headline = held_on(houses[0].name, houses[0].day)
    elif len(houses) <= _NAMED:
        named = listed([day(house.day) for house in houses])
        headline = f"{capital(in_words(len(houses)))} general elections were held: {named}."
    else:
        span = f"from {day(houses[0].day)} to {day(houses[-1].day)}"
        headline = f"{number(len(houses))} general elections were held {span}."
    return _answer(words, f"Yes: {uncapital(headline)}" if query.ask == "whether" else headline, houses)


def _nothing(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    who = query.leader.title() if query.leader else words.parties(query.parties, "or")
    if facts.others:
        house = facts.others[-1]
        led = _leader(house) or words.the_party(house.parties[0].party)
        lead = "No: " if query.claim else ""
        headline = f"{lead}{capital(who)} formed no government after the {house.name}: {_after(words, house, led)}"
        return _answer(words, headline, facts.others)
    if who:
        return not_held(f"No government of {who} after a general election is held.", _EXAMPLES)
    answer = no_general_election(query.when, facts.held)
    if query.ask == "whether" and answer.kind is Kind.ANSWER:
        return answer.model_copy(update={"headline": f"No: {uncapital(answer.headline)}"})
    return answer


def _after(words: Words, house: HouseFact, led: str) -> str:
    return f"{led} did, and {_house(words, house)}."


def _leader(house: HouseFact) -> str | None:
    """Who led the government formed after the election."""
    return house.governments[0].prime_minister if house.governments else house.leader


def _formed(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    del query
    if len(facts.houses) > _NAMED:
        named = [f"{_leader(h)} ({h.day.year})" for h in facts.houses if _leader(h)]
        headline = f"Governments after {counted(len(facts.houses), 'general election')}: {listed(named)}."
        return _answer(words, headline, facts.houses)
    return _answer(words, " ".join(_formed_sentence(words, h) for h in facts.houses), facts.houses)


def _formed_sentence(words: Words, house: HouseFact) -> str:
    if not house.governments and house.leader is not None:
        return f"After the {house.name} ({day(house.day)}) {house.leader} was Prime Minister; {_house(words, house)}."
    if not house.governments:
        return f"Who formed the government after the {house.name} is not held; {_house(words, house)}."
    first = house.governments[0]
    return (
        f"After the {house.name} ({day(house.day)}) {first.prime_minister} led {_government(words, first)}; "
        f"{_house(words, house)}{_published(house, first)}."
    )


def _majorities(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    if query.extreme is not None and len(facts.houses) > 1 and has_extreme(query, facts):
        return _answer(words, extreme_headline(query, facts, words), facts.houses)
    if len(facts.houses) > _NAMED:
        named = [f"{h.majority if not h.hung else 'none'} ({h.day.year})" for h in facts.houses]
        return _answer(words, f"Overall majorities: {', '.join(named)}.", facts.houses)
    return _answer(words, " ".join(_majority_sentence(words, h) for h in facts.houses), facts.houses)


def _majority_sentence(words: Words, house: HouseFact) -> str:
    first = house.governments[0] if house.governments else None
    led = f" under {_leader(house)}" if _leader(house) else ""
    party, seats = words.the_party(house.parties[0].party), number(house.parties[0].seats)
    if house.hung:
        led_by = f" {first.prime_minister} led {_government(words, first)}" if first is not None else ""
        after = f"{led_by}{_published(house, first)}." if led_by else ""
        return (
            f"No party had an overall majority after the {house.name}: {party} won most seats, {seats} of "
            f"{number(house.size)}, {number(_short(house))} short.{after}"
        )
    others = number(house.size - house.parties[0].seats)
    return (
        f"{capital(party)} had an overall majority of {number(house.majority)}{led} after the {house.name}: {seats} of "
        f"{number(house.size)} seats, {others} for all others{_published(house, first)}."
    )


def _published(house: HouseFact, government: GovernmentFact | None) -> str:
    """The published majority where it is counted otherwise."""
    if government is None or government.majority is None or government.majority == house.majority:
        return ""
    return f" (the government's majority as published: {number(government.majority)})"


def _hung(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    hung = [h for h in facts.houses if h.hung]
    if len(facts.houses) == 1:
        house = facts.houses[0]
        start = f"Yes: the {house.name} returned a hung parliament" if house.hung else f"No: after the {house.name}"
        joint = "," if house.hung else ""
        return _answer(words, f"{start}{joint} {_house(words, house)}.", [house])
    window = _window(facts)
    if not hung:
        return _answer(words, f"None of {window} returned a hung parliament.", facts.houses[-1:])
    names = listed([h.name.removesuffix(" general election") for h in hung])
    many = f"{capital(in_words(len(hung)))} of {window} returned a hung parliament: {names}"
    if query.end is not None:
        house = hung[0] if query.end == "first" else hung[-1]
        told = f"The {query.end} general election to return a hung parliament, of {window}, was the {house.name}:"
        others = [each for each in hung if each is not house]
        return _answer(words, f"{told} {_house(words, house)}. {many}.", [house, *others])
    last = f"The last was the {hung[-1].name}. " if isinstance(query.when, Latest) else ""
    return _answer(words, f"{many}. {last}".strip(), hung)


def _without_votes(query: Governments, facts: GovernmentsFacts, words: Words) -> Answer:
    del query
    found = [h for h in facts.houses if h.most_votes.party != h.parties[0].party]
    if not found:
        window = _window(facts) if len(facts.houses) > 1 else f"the {facts.houses[0].name}"
        text = f"No: at {window} the party with most votes won most seats too"
        return _answer(words, f"{text}.", facts.houses[-1:])
    said = "; ".join(_outvoted(words, h) for h in found)
    window = f" (of {_window(facts)})" if len(facts.houses) > 1 else ""
    return _answer(words, f"Yes: {said}{window}.", found)


def _outvoted(words: Words, house: HouseFact) -> str:
    first, more = house.parties[0], house.most_votes
    return (
        f"at the {house.name} {words.the_party(first.party)} won {_seats_votes(first)}, "
        f"{words.the_party(more.party)} {_seats_votes(more)}"
    )


def _seats_votes(party: PartySeats) -> str:
    votes = f" with {number(party.votes)} votes" if party.votes is not None else ""
    return f"{counted(party.seats, 'seat')}{votes}"


def _government(words: Words, government: GovernmentFact) -> str:
    party = words.party(government.party)
    if government.kind == "national":
        return f"a National Government ({party})"
    partners = [words.the_party(p) for p in government.partners]
    joined = f" with {listed(partners)}" if partners else ""
    return f"a {party} {government.kind} government{joined}"


def _house(words: Words, house: HouseFact) -> str:
    """The house in one clause."""
    first = house.parties[0]
    seats = f"{number(first.seats)} of {number(house.size)} seats"
    if house.hung:
        return f"{words.the_party(first.party)} won most seats, {seats}, {number(_short(house))} short of a majority"
    return f"{words.the_party(first.party)} won {seats}, an overall majority of {number(house.majority)}"


def _short(house: HouseFact) -> int:
    return house.size // 2 + 1 - house.parties[0].seats


def _window(facts: GovernmentsFacts) -> str:
    first, last = facts.houses[0].day.year, facts.houses[-1].day.year
    return f"the {counted(len(facts.houses), 'general election')} from {first} to {last} held here"


def _answer(words: Words, headline: str, houses: list[HouseFact] | tuple[HouseFact, ...]) -> Answer:
    items = []
    for house in houses:
        won = ", ".join(f"{people_of(words, p.party)} {p.seats}" for p in house.parties[:3])
        formed = "; ".join(f"{g.prime_minister} from {day(g.formed)} ({g.kind})" for g in house.governments)
        majority = "hung parliament" if house.hung else f"majority {number(house.majority)}"
        items.append(f"{capital(house.name)}: {won} of {house.size}, {majority}{f'. {formed}' if formed else ''}")
    return Answer(
        kind=Kind.ANSWER,
        headline=headline,
        blocks=(Listing(items=tuple(items)),),
        notes=("A majority here is the largest party's seats less all others', the Speaker among them.",),
        sources=words.sources(s for h in houses for s in (h.source, *(g.source for g in h.governments[:1]))),
        colour=words.colour(houses[-1].parties[0].party),
    )
