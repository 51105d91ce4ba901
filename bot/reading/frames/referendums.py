"""Referendums: the result in the whole, a nation or a counting area."""

from __future__ import annotations

from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.queries.catalogue import ReferendumName
from knowledge.query import Measure, Query, ReferendumQuery


@needs("referendum", "did_how")
def referendum(work: Work) -> Query | None:
    """The result of a referendum."""
    if not (work.has("referendum") or _polled_that_year(work)) or work.has("quote", "say"):
        return None
    if work.says("person_pronouns"):
        # "when did she leave" asks of somebody
        return None
    text = " ".join(token.text for token in work.cover.tokens)
    held = _named(work, text)
    if held is None:
        return None
    area = _area(work, held, text)
    option = _option(work, text)
    texts = {work.text(at) for at in work.hits.get("turnout", ())}
    voted = (option is not None and all("voted" in text.split() for text in texts)) or (
        texts == {"turn out"} and work.has("did_how")
    )
    measures = tuple(
        m
        for cue, m in (("turnout", Measure.TURNOUT), ("electorate", Measure.ELECTORATE))
        if work.has(cue) and not (voted and m is Measure.TURNOUT)
    )
    work.take(
        "referendum", "result", "win", "votes", "share", "turnout", "electorate", "closeness", "who", "what", "when"
    )
    work.take("listing", "how_much", "stand", "total", "hold")
    work.take("how_many", "get", "did_how", "which", "check", "majority", "lose", "by_how_much", "explain")
    work.use_times()
    work.use(work.areas)
    if area is not None:
        work.use(work.seats)
    for at, span in enumerate(work.cover.spans):
        tokens = {token.text for token in work.cover.tokens[span.start : span.end]}
        if tokens <= work.group("sides"):
            work.used.add(at)
    work.use(work.slots.elsewhere)
    confirmed = any(work.text(at) not in work.group("sides") for at in work.hits.get("check", ()))
    check = option is not None and (confirmed or work.opens_with("did", "was", "is", "has", "does"))
    return ReferendumQuery(referendum=held.id, area=area, option=option, measures=measures, check=check)


def _option(work: Work, text: str) -> str | None:
    """The side asked about; none where both are named."""
    padded = f" {text} "
    named = {option for words, option in work.lexicon.ballots.options.items() if f" {words} " in padded}
    return named.pop() if len(named) == 1 else None


def _polled_that_year(work: Work) -> bool:
    """ "how did northern ireland vote in 1975": a year of a referendum and of no general election."""
    years = {year.year for year in work.years}
    if not years or work.seats or not (work.has("did_how") and work.has("votes")):
        return False
    generals = {day.year for day in work.calendar.generals}
    return years <= {held.day.year for held in work.catalogue.referendums()} - generals


def _named(work: Work, text: str) -> ReferendumName | None:
    """The referendum meant: by its own words, by its year, by nation; else the latest in the whole country."""
    every = work.catalogue.referendums()
    years = {year.year for year in work.years}
    fitting = [r for r in every if not years or r.day.year in years]
    areas = {value for slot in work.areas for value in slot.values}
    scored = [(_likeness(work, held, text, areas), held.day, held) for held in fitting]
    if not scored:
        return None
    best = max(scored, key=lambda found: found[:2])
    return best[2] if best[0] > 0 or years else None


def _likeness(work: Work, held: ReferendumName, text: str, areas: set[str]) -> int:
    """How many of the words point at a referendum; its names and telling words count most."""
    telling = work.lexicon.ballots.telling
    named = sum(3 for name in held.names if f" {name} " in f" {text} ")
    named += sum(3 for start, marks in telling.items() if held.id.startswith(start) and work.words & marks)
    named += 1 if held.area in areas else 0
    if work.says("devolution") and ("assembly" in held.id or "parliament" in held.id):
        named += 2
    if work.says("independence"):
        named += 3 if "independence" in held.id else -1
    return named


def _area(work: Work, held: ReferendumName, text: str) -> str | None:
    """The nation, region or counting area named."""
    padded = f" {text} "
    found = [area for area in held.areas if f" {fold(area)} " in padded]
    if found:
        return max(found, key=len)
    for slot in work.areas:
        area = slot.values[0].replace("-", " ")
        if slot.values[0] not in {held.area, "united-kingdom"}:
            return next((name for name in held.areas if fold(name) == area), area)
    for slot in (*work.seats, *work.slots.elsewhere):
        return slot.label
    return None
