"""The query algebra: what can be asked of the facts, as immutable data.

A query is a ``Selection`` (which contests and candidacies), a ``Measure`` (what of them) and a shape (how it is
answered). Each shape is a model of its own in the closed union ``Query``; all serialise to JSON and back. A query says
nothing of words: reading makes it from a question, a slash command or a button, and answering puts it into words again.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from knowledge.models.elections import ElectionKind


class Term(BaseModel):
    """A frozen, strictly named part of a query."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Measure(StrEnum):
    """What can be measured, of a contest, a candidacy, or a party in an area."""

    # of a contest
    MAJORITY = "majority"
    MAJORITY_SHARE = "majority_share"
    """The majority in percentage points of the valid votes."""
    TURNOUT = "turnout"
    ELECTORATE = "electorate"
    VALID_VOTES = "valid_votes"
    INVALID_VOTES = "invalid_votes"
    CANDIDATES = "candidates"
    DEPOSITS_LOST = "deposits_lost"
    DEPOSITS_KEPT = "deposits_kept"
    """Deposits of a party that were not lost."""
    SWING = "swing"
    """Butler swing. Between winner and runner-up unless the selection names two parties (from, to)."""
    DECLARED_AT = "declared_at"
    DATE = "date"
    RESULT = "result"
    """Hold or gain, with its basis."""
    CAUSE = "cause"
    """Why a by-election was held."""
    THIRD_MARGIN = "third_margin"
    """Percentage points between first and third."""
    TURNOUT_CHANGE = "turnout_change"
    # of a candidacy
    VOTES = "votes"
    SHARE = "share"
    CHANGE = "change"
    """Change in share on the published basis."""
    VOTE_CHANGE = "vote_change"
    """Change in votes against the previous general election in the seat."""
    POSITION = "position"
    BEHIND = "behind"
    """Votes behind the winner, or behind another named candidacy."""
    DEPOSIT = "deposit"
    """Whether the deposit was kept or lost."""
    PARTY = "party"
    """For which party a person stood."""
    # of a party in an area, or of the whole house
    SEATS = "seats"
    SEAT_SHARE = "seat_share"
    """Seats won as a part of all there are."""
    SEAT_CHANGE = "seat_change"
    GAINS = "gains"
    LOSSES = "losses"
    SECONDS = "seconds"
    """Second places."""
    VOTES_PER_SEAT = "votes_per_seat"
    WOMEN = "women"
    """Women elected."""
    COMMONS_MAJORITY = "commons_majority"
    """The overall majority in the House of Commons."""


class Latest(Term):
    """The latest contest held for the place, person or party selected; of ``kind`` if given."""

    type: Literal["latest"] = "latest"
    kind: ElectionKind | None = None


class InYears(Term):
    """Contests of these calendar years (all of them: two in one year are both meant), of ``kind`` if given."""

    type: Literal["years"] = "years"
    years: tuple[int, ...]
    month: int | None = None
    kind: ElectionKind | None = None


class OnDay(Term):
    """Contests of this polling day."""

    type: Literal["day"] = "day"
    day: date
    kind: ElectionKind | None = None


class Between(Term):
    """Contests from ``since`` to ``until``, both included, open where absent; of ``kind`` if given."""

    type: Literal["between"] = "between"
    since: date | None = None
    until: date | None = None
    kind: ElectionKind | None = None


class AnyTime(Term):
    """All contests held, of ``kind`` if given."""

    type: Literal["any"] = "any"
    kind: ElectionKind | None = None


class Relative(Term):
    """The contest ``step`` after (positive) or before (negative) the ``anchor``, in the place selected."""

    type: Literal["relative"] = "relative"
    anchor: Annotated[Latest | InYears | OnDay | Between, Field(discriminator="type")]
    step: int
    kind: ElectionKind | None = None


When = Annotated[Latest | InYears | OnDay | Between | AnyTime | Relative, Field(discriminator="type")]


class Outcome(StrEnum):
    """How a contest came out for the seat, on the published basis."""

    HOLD = "hold"
    GAIN = "gain"


class Operator(StrEnum):
    """How a figure is compared with a number."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"

    def holds(self, value: float, given: float, *, within: float = 0.0) -> bool:
        """Whether ``value`` stands so to ``given``; it is equal where it lies no further off than ``within``."""
        match self:
            case Operator.LESS:
                return value < given
            case Operator.AT_MOST:
                return value <= given
            case Operator.EQUAL:
                return abs(value - given) <= within
            case Operator.AT_LEAST:
                return value >= given
            case Operator.MORE:
                return value > given


class Condition(Term):
    """A figure compared with a number. Fractions are of one; a majority share of 5 points is 0.05."""

    measure: Measure
    operator: Operator
    value: float


BEATEN = Condition(measure=Measure.POSITION, operator=Operator.AT_LEAST, value=2)
"""Of a candidacy: that it did not win."""
LAST_PLACE = -1
GOVERNING = "governing-party"
"""As a winner: a party of the government of that day; gained from a party outside it."""


class Selection(Term):
    """Which contests and candidacies. Fields are joined by "and", the values of one field by "or"."""

    seats: tuple[str, ...] = ()
    """Seat slugs."""
    areas: tuple[str, ...] = ()
    """Region ids: nations, English regions, ``united-kingdom``."""
    when: When = Latest()
    parties: tuple[str, ...] = ()
    """Counting-party ids of candidacies (``labour`` includes ``labour-coop``)."""
    people: tuple[str, ...] = ()
    """Person ids of candidacies. Several ids of one name are several people unless proved one."""
    place: int | None = None
    """Position of the candidacy: 1 won, 2 second; ``LAST_PLACE`` for the bottom."""
    winner: tuple[str, ...] = ()
    """Parties that won the contest."""
    not_won_by: tuple[str, ...] = ()
    """Parties that did not win the contest: those whose seats are left out."""
    runner_up: tuple[str, ...] = ()
    """Parties that came second in the contest."""
    outcome: Outcome | None = None
    lost_by: tuple[str, ...] = ()
    """Parties the seat was gained from, on the published basis."""
    gender: Literal["female", "male"] | None = None
    causes: tuple[str, ...] = ()
    """Why the by-election was held, in the words of the data ("recall petition")."""
    conditions: tuple[Condition, ...] = ()


class Focus(StrEnum):
    """Which part of a result the headline speaks of."""

    WINNER = "winner"
    RUNNER_UP = "runner-up"
    PLACE = "place"
    """The candidate in ``Selection.place``."""
    FULL = "full"
    CANDIDATES = "candidates"
    CLOSENESS = "closeness"
    PARTY = "party"
    """How the selected party or person did."""


class Result(Term):
    """The result of the selected contest or contests (seat and time, or person and time)."""

    shape: Literal["result"] = "result"
    where: Selection
    focus: Focus = Focus.WINNER


class Figure(Term):
    """One or more measures of the selected contest, or of the selected party or person in it."""

    shape: Literal["figure"] = "figure"
    where: Selection
    measures: tuple[Measure, ...]
    per_contest: bool = False
    """True: one figure for each contest selected, as a series ("majorities since 2010")."""


class Of(StrEnum):
    """What is listed, counted or ranked."""

    CONTESTS = "contests"
    CANDIDACIES = "candidacies"
    PARTIES = "parties"
    """Parties in an area at an election, by their totals."""
    ELECTIONS = "elections"
    """General elections, by the totals of an area or of a party in it ("Labour's worst election")."""


class Rank(Term):
    """The highest or lowest by a measure, over a window that the answer names."""

    shape: Literal["rank"] = "rank"
    where: Selection
    of: Of
    measure: Measure
    highest: bool = True
    limit: int = Field(default=1, ge=1, le=50)
    nth: int | None = None
    """Only the nth of the ranking ("second smallest majority")."""
    after: str | None = None
    """Only the one that follows this seat in the ranking ("the next tightest after Hendon")."""
    expected: int | None = None
    """The year of the general election that is said to be it ("was 2001 the lowest turnout since the war")."""
    claimed_party: str | None = None
    """The party that is said to be first in a ranking of parties, to be answered with yes or no."""
    claimed_seat: str | None = None
    """The seat that is said to be first in a ranking of contests ("was Bury North the smallest majority of 2019")."""


class Listing(Term):
    """The contests or candidacies selected, by name, with their number."""

    shape: Literal["list"] = "list"
    where: Selection
    of: Of
    limit: int | None = Field(default=None, ge=1)
    """At most so many, as asked for ("six seats the Conservatives took"); the answer gives the whole number too."""
    expected: int | None = Field(default=None, ge=1)
    """How many the question takes for granted ("the five Reform seats"); the answer says where it is otherwise."""


class Count(Term):
    """How many contests or candidacies are selected."""

    shape: Literal["count"] = "count"
    where: Selection
    of: Of
    whether: bool = False
    """Asked is only whether there are any, or the number said."""
    said: float | None = None
    """The number that they are said to be, or to be compared with: "were there more than ten by-elections"."""
    compared: Operator | None = None
    """How their number has to stand to the one said; set with it."""


class Elections(Term):
    """The general elections at which a total compares so with a number: all of them, or the first or last."""

    shape: Literal["elections"] = "elections"
    where: Selection
    """``areas``, ``when`` (the elections looked through) and ``parties``, of which any one will do."""
    condition: Condition
    pick: Literal["all", "first", "last", "count"] = "all"
    check: bool = False
    """Whether there was any such election at all."""
    beaten: bool = False
    """Only those at which another party than ``parties`` won most seats."""
    any_party: bool = False
    """Of any one party ("the last time a party topped 14 million votes") rather than of the whole area."""


class Aggregate(Term):
    """A mean, median or sum of a measure over the contests or candidacies selected."""

    shape: Literal["aggregate"] = "aggregate"
    where: Selection
    of: Of
    measure: Measure
    function: Literal["average", "median", "sum"]


class Totals(Term):
    """National or regional totals at general elections: of the selected parties, or of all."""

    shape: Literal["totals"] = "totals"
    where: Selection
    """``areas`` (default the United Kingdom), ``parties``, ``when`` (general elections only)."""
    measures: tuple[Measure, ...] = ()
    """Empty: seats, votes and share."""
    together: bool = False
    """Whether the sum of the parties is asked for."""


class Compare(Term):
    """Figures side by side, with their difference: of two places, years, parties or people."""

    shape: Literal["compare"] = "compare"
    sides: tuple[Annotated[Result | Figure | Totals | Count, Field(discriminator="shape")], ...] = Field(min_length=2)
    """In the order asked."""
    prefer: Literal["higher", "lower"] | None = None
    """Set when it was asked which is more, or better."""
    times: float | None = None
    """Set when it was asked whether the second of two is so many times the first: 2 "doubled", 0.5 "halved"."""


class Holder(Term):
    """Who was member for the seat: at a date, now, before or after somebody or some election."""

    shape: Literal["holder"] = "holder"
    where: Selection
    """``seats``; ``people`` only with ``relation``, then it names the person before or after whom."""
    at: date | None = None
    """Absent: on the date of the data."""
    until: date | None = None
    """With ``at``: all members from ``at`` to ``until`` (a whole year, "in 2019")."""
    relation: Literal["before", "after"] | None = None
    """Without people: before or after the member at ``at``, if ``of_member``, else before or after ``at`` itself."""
    of_member: bool = False
    steps: int = Field(default=1, ge=1, le=10)
    """How many members before or after."""


class History(Term):
    """A seat through time: its contests, members, changes of hands, or how long a party held it."""

    shape: Literal["history"] = "history"
    where: Selection
    ask: Literal[
        "results",
        "members",
        "last-change",
        "won-by",
        "held-since",
        "ever-won",
        "always-won",
        "first-won",
        "last-won",
        "ever-other",
        "one-party",
        "changed",
        "changed-every",
        "handovers",
    ]
    """``won-by``: when ``parties`` gained it (from ``lost_by`` if given). ``held-since``: how long ``parties`` held it.
    ``ever-won``/``always-won``/``first-won``/``last-won``: by ``parties``. ``ever-other``: by any but ``parties``.
    ``one-party``, ``changed``: whether one party won it every time, or more than one. ``changed-every``: whether it
    changed hands every time. ``handovers``: each time it changed hands."""
    except_years: tuple[int, ...] = ()
    """Of ``always-won``: the years in which they are said not to have won."""
    claimed_since: int | None = None
    """Of ``held-since``: the year since when ``parties`` are said to hold it; of ``first-won`` the year in which they
    are said to have first won it. To be answered with yes or no."""


class Career(Term):
    """A person's contests and time as member."""

    shape: Literal["career"] = "career"
    where: Selection
    ask: Literal[
        "all",
        "wins",
        "losses",
        "seats-lost",
        "count",
        "before-win",
        "first",
        "first-stood",
        "last",
        "party",
        "two-parties",
        "won-for-two",
        "one-party",
        "ever-elected",
        "elsewhere",
        "stood-elsewhere",
        "only-there",
        "stood-only-there",
        "tenure",
        "seats",
    ] = "all"
    """``first``: when first elected; ``first-stood``: how they did in the first contest of theirs that is held.
    ``before-win``: how often they stood before they first won. ``two-parties``, ``won-for-two``: whether they stood,
    or won, for more than one party; ``one-party``: whether for one only. ``seats-lost``: contests lost right after a
    win. ``elsewhere``, ``stood-elsewhere``: elected for, or a candidate in, any seat but those of ``where``; with
    ``only-there``, ``stood-only-there`` it is said that there was none."""
    expected: int | None = Field(default=None, ge=1)
    """How often it is said that they won or lost ("lost her seat twice"), to be answered with yes or no."""


class Fate(Term):
    """What became of a seat, or what it was made from, at a boundary change; when it was created; where it lies."""

    shape: Literal["fate"] = "fate"
    where: Selection
    """``seats``; of ``region`` also ``areas``, which the seat is said to lie in."""
    ask: Literal["became", "made-from", "exists", "gone", "created", "region"] = "became"
    """``exists``, ``gone``: whether it still is one, or is one no more, to be answered with yes or no."""


class ExpectedWinner(Term):
    """The selected party or person won (``negated``: did not)."""

    type: Literal["won"] = "won"


class ExpectedStood(Term):
    """The selected party or person stood."""

    type: Literal["stood"] = "stood"


class ExpectedPlace(Term):
    """The selected party or person finished in this position."""

    type: Literal["place"] = "place"
    place: int


class ExpectedOutcome(Term):
    """The seat was held or gained, by the selected party if given, from ``lost_by`` if given, or lost by it."""

    type: Literal["outcome"] = "outcome"
    outcome: Literal["hold", "gain", "loss"]


class ExpectedNumber(Term):
    """A figure compares so with a number. ``about`` says that the number was given as a rough one."""

    type: Literal["number"] = "number"
    condition: Condition
    about: bool = False


class ExpectedOrder(Term):
    """The selected party or person has more (or less) of the measure than ``than`` in the same contest or area."""

    type: Literal["order"] = "order"
    measure: Measure
    more: bool
    than: Selection
    by: Condition | None = None
    """How the difference between the two compares: "beat him by 149 votes"."""


class ExpectedDirection(Term):
    """A measure went up or down against the election before, or against ``since``."""

    type: Literal["direction"] = "direction"
    measure: Measure
    up: bool
    since: When | None = None


class ExpectedHolder(Term):
    """The selected person (or party) was member for the seat at the date (absent: now)."""

    type: Literal["holder"] = "holder"
    at: date | None = None


class ExpectedMajority(Term):
    """The selected party won an overall majority in the Commons."""

    type: Literal["overall"] = "overall"


Expectation = Annotated[
    ExpectedWinner
    | ExpectedStood
    | ExpectedPlace
    | ExpectedOutcome
    | ExpectedNumber
    | ExpectedOrder
    | ExpectedDirection
    | ExpectedHolder
    | ExpectedMajority,
    Field(discriminator="type"),
]


class Check(Term):
    """Is it so? "Yes" or "No" first, then the fact that decides. ``why`` asks the reason of what it presumes."""

    shape: Literal["check"] = "check"
    where: Selection
    expect: tuple[Expectation, ...] = Field(min_length=1)
    negated: bool = False
    why: bool = False
    """"Why did Labour lose Stoke": the premise is checked and corrected; a reason is never invented."""
    never: bool = False
    """Said of somebody's every contest: "never lost" is so if they won all of them, "never won" if they won none."""
    both: bool = False
    """Said of each of several contests: "won it in both 2024 elections" is so only if it holds of all."""


class Quotes(Term):
    """Held quotations by speaker, words, contest or topic. All given must match, but words are ranked by nearness."""

    shape: Literal["quotes"] = "quotes"
    speakers: tuple[str, ...] = ()
    """Person ids, or folded names of speakers who are not held as people."""
    words: str | None = None
    """Words that the quotation is asked to hold."""
    ask: Literal["said", "who-said", "did-say"] = "said"
    contests: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    topic: str | None = None
    when: When | None = None


class Explain(Term):
    """What a word means."""

    shape: Literal["explain"] = "explain"
    term: str
    """Explainer id."""


class OfficeHolder(Term):
    """Prime Minister, party leader or Speaker at a date, or before or after somebody."""

    shape: Literal["office"] = "office"
    office: str = "prime-minister"
    party: str | None = None
    at: date | None = None
    until: date | None = None
    after: str | None = None
    """Family name or full name of the person after whom; ``before`` likewise."""
    before: str | None = None
    person: str | None = None
    """Asks when this person held it."""
    end: Literal["first", "last"] | None = None
    """The first or last who held it, of ``party`` if given."""


class Governments(Term):
    """General elections and the governments they brought: when held, led by whom, what majority, hung parliaments."""

    shape: Literal["government"] = "government"
    when: When = Latest(kind=ElectionKind.GENERAL)
    ask: Literal["formed", "majority", "hung", "seats-without-votes", "dates", "whether", "record", "won", "lost"] = (
        "formed"
    )
    """``dates``: when they were held; ``whether``: if any was; ``record``: what ``leader`` made of each general
    election fought at the head of a party or the government; ``won``: at which one of ``parties`` won most seats;
    ``lost``: at which another did."""
    parties: tuple[str, ...] = ()
    leader: str | None = None
    claim: Literal["won", "lost", "none-won", "none-lost"] | None = None
    """Of a record: what is said of it, to be answered with yes or no; of who governed: that ``leader`` did."""
    extreme: Literal["highest", "lowest"] | None = None
    """Of the majorities: the one asked for."""
    end: Literal["first", "last"] | None = None
    """Of the hung parliaments, or the elections that ``parties`` won: the one asked for."""
    outright: bool = False
    """Of elections won: only with an overall majority."""


class ReferendumQuery(Term):
    """The result of a referendum, in the whole or in an area."""

    shape: Literal["referendum"] = "referendum"
    referendum: str
    area: str | None = None
    option: str | None = None
    measures: tuple[Measure, ...] = ()
    check: bool = False
    """Whether it is asked if ``option`` won there."""


class Transfer(Term):
    """Votes that a what-if moves: all (``fraction`` 1) of one party's to another."""

    giver: tuple[str, ...]
    receiver: str
    fraction: float = 1.0


class WhatIf(Term):
    """Arithmetic on one contest, labelled as such: votes moved, or how many would have had to switch."""

    shape: Literal["what-if"] = "what-if"
    where: Selection
    transfers: tuple[Transfer, ...] = ()
    ask: Literal["transfer", "to-win", "to-switch"] = "transfer"
    check: bool = False
    """Whether it is asked if the receiver would have won."""


class Claims(Term):
    """Stated records about a contest, topic or person, with whether they were and are true."""

    shape: Literal["claims"] = "claims"
    seats: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topic: str | None = None
    checked: bool = False
    """Whether it is asked if what was stated is so: then the verdict comes first."""


class About(Term):
    """About the bot itself: what it can do, what it holds, where facts come from, a greeting."""

    shape: Literal["about"] = "about"
    topic: Literal["greeting", "help", "coverage", "sources", "privacy", "thanks", "forgotten"]


class Several(Term):
    """Two or three questions in one message, answered in turn."""

    shape: Literal["several"] = "several"
    parts: tuple[Single, ...] = Field(min_length=2, max_length=3)


Single = Annotated[
    Result
    | Figure
    | Rank
    | Listing
    | Count
    | Elections
    | Aggregate
    | Totals
    | Compare
    | Holder
    | History
    | Career
    | Fate
    | Check
    | Quotes
    | Explain
    | OfficeHolder
    | Governments
    | ReferendumQuery
    | WhatIf
    | Claims
    | About,
    Field(discriminator="shape"),
]
Several.model_rebuild()

Query = Annotated[
    Result
    | Figure
    | Rank
    | Listing
    | Count
    | Elections
    | Aggregate
    | Totals
    | Compare
    | Holder
    | History
    | Career
    | Fate
    | Check
    | Quotes
    | Explain
    | OfficeHolder
    | Governments
    | ReferendumQuery
    | WhatIf
    | Claims
    | About
    | Several,
    Field(discriminator="shape"),
]
"""Every question that the facts can be asked."""

_QUERY: TypeAdapter[Query] = TypeAdapter(Query, config=ConfigDict(defer_build=True))


def to_data(query: Query) -> dict[str, Any]:
    """``query`` as plain JSON data without its empty fields; ``from_data`` reads it back."""
    data = _prune(query.model_dump(mode="json"))
    assert isinstance(data, dict)
    return data


def from_data(data: object) -> Query:
    """The query that ``to_data`` wrote, or anybody claims to have written.

    Raises ``pydantic.ValidationError`` for anything that is no query.
    """
    return _QUERY.validate_python(data)


def _prune(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _prune(v) for k, v in value.items() if v is not None and v not in ([], {})}
    if isinstance(value, list):
        return [_prune(v) for v in value]
    return value
