"""The fact that decides a yes-or-no question about the country or one of its areas."""

from __future__ import annotations

from bot.answering.answer import Answer, Kind, Reason
from bot.answering.check_contest import amount
from bot.answering.contest_measures import NAMES
from bot.answering.measured import figure
from bot.answering.national import place, seats_of, votes_of
from bot.answering.totals_area import party_table
from bot.answering.totals_names import won_words
from bot.answering.wording import Words, capital, counted, number, period_words
from knowledge.facts.check import CheckFacts, Finding, NationalCheck
from knowledge.facts.totals import ElectionTotals, PartyTotalFact
from knowledge.query import (
    AnyTime,
    Between,
    Check,
    ExpectedDirection,
    ExpectedMajority,
    ExpectedNumber,
    ExpectedOrder,
    ExpectedOutcome,
    ExpectedWinner,
    Measure,
)

_TOLD = 4
_CHANGES = {Measure.SEAT_CHANGE: Measure.SEATS, Measure.VOTE_CHANGE: Measure.VOTES, Measure.CHANGE: Measure.SHARE}


def answer_country(query: Check, facts: CheckFacts, words: Words) -> Answer:
    """Yes or no, of the general elections selected."""
    checks = facts.national
    if not checks:
        return Answer(
            kind=Kind.DECLINE,
            reason=Reason.NOT_HELD,
            headline=f"No general election {period_words(query.where.when)} is held.",
        )
    verdicts = [check.verdict for check in checks]
    sometimes = isinstance(query.where.when, AnyTime | Between)
    verdict = _together(verdicts, sometimes=sometimes)
    told = [c for c in checks if not sometimes or c.verdict is verdict]
    own = [c for c in told if c.party is not None and c.party.party in query.where.parties]
    told = _nearest(own or told) if sometimes and verdict is False else told[:_TOLD]
    said = "; ".join(country_sentence(words, check) for check in told)
    if sometimes and verdict is False and len(told) == 1 < len(checks):
        said = f"of the {counted(len(checks), 'general election')} looked through, the nearest: {said}"
    first = "" if verdict is None else "Yes: " if verdict != query.negated else "No: "
    if query.why and verdict is not None:
        first = "That is not what happened: " if verdict == query.negated else ""
        said += "" if first else "; why is not held: the results do not give reasons"
    unknown = verdict is None or (query.why and not first)
    return Answer(
        kind=Kind.DECLINE if unknown else Kind.ANSWER,
        reason=Reason.NOT_HELD if unknown else None,
        headline=(first + said if first else capital(said)) + ".",
        blocks=tuple(party_table(words, check.totals) for check in told[:2]),
        sources=words.sources(p.source for check in told for p in check.totals.parties[:3]),
        colour=words.colour(told[0].party.party) if told and told[0].party is not None else None,
    )


def _nearest(checks: list[NationalCheck]) -> list[NationalCheck]:
    """Of many elections at which something is not so the one that came nearest to it."""

    def distance(check: NationalCheck) -> float:
        if check.findings and isinstance(check.findings[0].expectation, ExpectedWinner):
            most = check.totals.parties[0].seats if check.totals.parties else None
            own = check.party.seats if check.party is not None else None
            return float("inf") if most is None or own is None else most - own
        found = [f.compared for f in check.findings if f.compared is not None]
        known = [abs(c.value - c.other) for c in found if c.value is not None and c.other is not None]
        return known[0] if known else float("inf")

    nearest = min(checks, key=distance)
    nobody = all(check.party is None for check in checks)
    return [nearest] if distance(nearest) < float("inf") else checks[-1:] if nobody else checks[:_TOLD]


def _together(verdicts: list[bool | None], *, sometimes: bool) -> bool | None:
    decisive = sometimes
    if decisive in verdicts:
        return decisive
    return None if None in verdicts else not decisive


def country_sentence(words: Words, check: NationalCheck) -> str:
    """The fact that decides: of what fails if something does, of everything otherwise."""
    deciding = [f for f in check.findings if f.verdict is check.verdict]
    return "; ".join(dict.fromkeys(_sentence(words, check, f) for f in deciding))


def _sentence(words: Words, check: NationalCheck, finding: Finding) -> str:
    totals, party = check.totals, check.party
    expected = finding.expectation
    match expected:
        case ExpectedMajority():
            return _overall(words, totals, party)
        case ExpectedNumber(condition=condition):
            return _number(words, totals, party, condition.measure, finding)
        case ExpectedOrder(measure=measure) | ExpectedDirection(measure=measure):
            return _compared(words, check, _CHANGES.get(measure, measure), finding)
        case ExpectedOutcome():
            return _line(words, totals, party) + _seats_before(party, totals)
        case _:
            first = totals.parties[0] if totals.parties else None
            said = _line(words, totals, party)
            if first is None or (party is not None and first.party == party.party):
                return f"{said}, the most seats of any party"
            return (
                f"{said}; {words.the_party(first.party)} won most, {seats_of(first, totals.house)}, {votes_of(first)}"
            )


def _line(words: Words, totals: ElectionTotals, party: PartyTotalFact | None) -> str:
    """``Labour won 262 of 650 seats with 12,878,460 votes (40.0%) at the 2017 general election``."""
    if party is None:
        return f"nobody of that party is held {place(words, totals)}"
    who = words.the_party(party.party)
    return f"{who} won {seats_of(party, totals.house)}{won_words(party)} with {votes_of(party)} {place(words, totals)}"


def _overall(words: Words, totals: ElectionTotals, party: PartyTotalFact | None) -> str:
    said = _line(words, totals, party)
    house = totals.house
    if party is None or party.seats is None or house is None:
        return said
    lead = 2 * party.seats - house
    if lead > 0:
        published = totals.published_majority
        as_published = f" (published as {number(published)})" if published not in (None, lead) and published else ""
        return f"{said}: an overall majority of {number(lead)}{as_published}"
    needed = house // 2 + 1
    return f"{said}, {counted(needed - party.seats, 'seat')} short of the {number(needed)} for an overall majority"


def _number(
    words: Words, totals: ElectionTotals, party: PartyTotalFact | None, measure: Measure, finding: Finding
) -> str:
    value = finding.compared.value if finding.compared is not None else None
    if measure is Measure.SEATS or (party is not None and measure in (Measure.VOTES, Measure.SHARE)):
        return _line(words, totals, party)
    if party is not None and measure is Measure.COMMONS_MAJORITY:
        return _overall(words, totals, party)
    if party is not None and measure is Measure.SEAT_CHANGE and value is not None:
        return _line(words, totals, party) + _seats_before(party, totals)
    if value is None:
        return f"the {NAMES[measure]} {place(words, totals)} is not held"
    if party is not None and measure in _CHANGES:
        return _line(words, totals, party) + _level_before(totals, party, _CHANGES[measure], value)
    who = f" of {words.the_party(party.party)}" if party is not None and measure is not Measure.TURNOUT else ""
    verb = "were" if NAMES[measure].endswith("s") else "was"
    return f"the {NAMES[measure]}{who} {place(words, totals)} {verb} {_sized(measure, value)}"


def _sized(measure: Measure, value: float) -> str:
    """A figure with its unit; of a change, with its sign; the majority of a country is one of seats."""
    if measure in _CHANGES or measure is Measure.TURNOUT_CHANGE:
        return figure(measure, value)
    return amount(Measure.SEATS if measure is Measure.MAJORITY else measure, value)


def _level_before(totals: ElectionTotals, party: PartyTotalFact, measure: Measure, change: float) -> str:
    """``, after 365 seats at the 2019 general election``."""
    level = party.value(measure)
    if level is None:
        return ""
    before = f" at the {totals.before}" if totals.before else " before"
    return f", after {amount(measure, level - change)}{before}"


def _compared(words: Words, check: NationalCheck, measure: Measure, finding: Finding) -> str:
    compared, totals = finding.compared, check.totals
    if compared is None or compared.value is None or compared.other is None:
        return _line(words, totals, check.party)
    one, other = amount(measure, compared.value), amount(measure, compared.other)
    if measure is Measure.COMMONS_MAJORITY:
        one, other = _majority(compared.value), _majority(compared.other)
    if measure is Measure.DEPOSITS_LOST:
        one, other = (counted(round(value), "lost deposit") for value in (compared.value, compared.other))
    subject = words.the_party(check.party.party) if check.party is not None else f"the {_called(measure)}"
    elsewhere, rival = compared.elsewhere, compared.rival
    verb = "had" if check.party is not None else "were" if subject.endswith("s") else "was"
    if isinstance(elsewhere, ElectionTotals):
        who = (
            f" for {words.the_party(rival.party)}"
            if isinstance(rival, PartyTotalFact) and check.party is not None and rival.party != check.party.party
            else ""
        )
        return f"{subject} {verb} {one} {place(words, totals)}, against {other}{who} {place(words, elsewhere)}"
    if isinstance(rival, PartyTotalFact):
        return f"{subject} had {one} and {words.the_party(rival.party)} {other} {place(words, totals)}"
    before = f" at the {totals.before}" if totals.before else " before"
    earlier = check.party.before_as if check.party is not None else None
    whose = f" for {words.the_party(earlier)}" if earlier else ""
    return f"{subject} {verb} {one} {place(words, totals)}, after {other}{whose}{before}"


def _called(measure: Measure) -> str:
    """A figure of the whole country, in the singular: how many women, not who they were."""
    return f"number of {NAMES[measure]}" if measure is Measure.WOMEN else NAMES[measure]


def _majority(value: float) -> str:
    """The majority of a house, or that there was none."""
    return f"an overall majority of {number(round(value))}" if value > 0 else "no overall majority"


def _seats_before(party: PartyTotalFact | None, totals: ElectionTotals) -> str:
    if party is None or party.seats is None or party.seats_before is None:
        return ""
    notional = f" ({number(party.seats_notional)} notionally on the new boundaries)" if party.seats_notional else ""
    return _level_before(totals, party, Measure.SEATS, party.seats - party.seats_before) + notional
