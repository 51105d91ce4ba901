"""Referendums: the result in the whole, a nation or a counting area."""

from __future__ import annotations

from bot.reading.work import Work
from knowledge.fold import fold
from knowledge.queries.catalogue import ReferendumName
from knowledge.query import Measure, Query, ReferendumQuery

_OPTIONS = {"leave": "leave", "remain": "remain", "yes": "yes", "no": "no"}


def referendum(work: Work) -> Query | None:
    """The result of a referendum."""
    if not (work.has("referendum") or _polled_that_year(work)) or work.has("quote", "say"):
        return None
    text = " ".join(token.text for token in work.cover.tokens)
    held = _named(work, text)
    if held is None:
        return None
    area = _area(work, held, text)
    measures = tuple(
        m for cue, m in (("turnout", Measure.TURNOUT), ("electorate", Measure.ELECTORATE)) if work.has(cue)
    )
    words = set(text.split())
    option = next((option for word, option in _OPTIONS.items() if word in words and word != "no"), None)
    work.take(
        "referendum", "result", "win", "votes", "share", "turnout", "electorate", "closeness", "who", "what", "when"
    )
    work.take(
        "how_many", "get", "did_how", "which", "way", "check", "majority", "lose", "in_it", "by_how_much", "explain"
    )
    for at, _ in work.slots.times:
        work.used.add(at)
    work.use(work.areas)
    if area is not None:
        work.use(work.seats)
    for at, span in enumerate(work.cover.spans):
        tokens = {token.text for token in work.cover.tokens[span.start : span.end]}
        if tokens <= {"yes", "no", "leave", "remain", "leavers", "remainers", "voted", "vote", "side"}:
            work.used.add(at)
    work.use(work.slots.elsewhere)
    check = option is not None and work.opens_with("did", "was", "is", "has", "does")
    return ReferendumQuery(referendum=held.id, area=area, option=option, measures=measures, check=check)


def _polled_that_year(work: Work) -> bool:
    """ "how did northern ireland vote in 1975": a year of a referendum and of no general election."""
    years = {year.year for year in work.years}
    generals = {day.year for day in work.calendar.generals}
    held = {held.day.year for held in work.catalogue.referendums()}
    return bool(years) and years <= held - generals and work.has("did_how") and work.has("votes") and not work.seats


def _named(work: Work, text: str) -> ReferendumName | None:
    """The referendum meant: by its own words, by its year, by nation; else the latest in the whole country."""
    every = work.catalogue.referendums()
    years = {year.year for year in work.years}
    fitting = [r for r in every if not years or r.day.year in years]
    areas = {value for slot in work.areas for value in slot.values}
    telling = {
        "alternative-vote": {"av", "alternative"},
        "european-union": {"eu", "brexit", "leave", "remain", "euref", "left"},
        "european-community": {"eec", "common", "community", "european"},
        "scottish": {"scottish", "indyref", "indy", "independence", "scots"},
        "welsh": {"welsh"},
    }
    words = set(text.split())
    scored = []
    for held in fitting:
        named = sum(3 for name in held.names if f" {name} " in f" {text} ")
        named += sum(3 for start, marks in telling.items() if held.id.startswith(start) and words & marks)
        named += 1 if held.area in areas else 0
        if "devolution" in words and ("assembly" in held.id or "parliament" in held.id):
            named += 2
        if "independence" in words or "indyref" in words or "indy" in words:
            named += 3 if "independence" in held.id else -1
        scored.append((named, held.day, held))
    if not scored:
        return None
    best = max(scored, key=lambda found: (found[0], found[1]))
    return best[2] if best[0] > 0 or years else None


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
