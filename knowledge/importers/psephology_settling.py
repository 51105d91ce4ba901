"""Where the two files of a contest contradict each other: which figure is used, and a correction with both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.importers.psephology_files import RawCandidacy, RawContest
from knowledge.models.elections import Correction

UCUNF_DAY = date(2010, 5, 6)
_OTHERS = "others"


@dataclass(slots=True)
class Noter:
    """Collects the corrections of one contest."""

    contest: str
    source: str
    found: list[Correction] = field(default_factory=list)

    def note(self, column: str, published: object, used: object, reason: str, person: str | None = None) -> None:
        """Record that ``used`` stands in the field ``column`` where ``published`` is printed elsewhere."""
        self.found.append(
            Correction(
                contest=self.contest,
                field=column,
                person=person,
                published=str(published),
                used=str(used),
                reason=reason,
                source=self.source,
            )
        )


@dataclass(frozen=True, slots=True)
class Names:
    """What a correction calls people and parties."""

    person: Callable[[RawContest, RawCandidacy], str]
    party: Callable[[RawCandidacy], str]
    abbreviated: Callable[[str], str | None]


def settle(raw: RawContest, noter: Noter, names: Names) -> RawContest:
    """``raw`` with the figures that agree with the other figures, and a correction for each that does not."""
    if sum(c.votes for c in raw.candidacies) != raw.valid_votes:
        return _settle_votes(raw, noter, names)
    first, second = _top_two(raw)
    if raw.majority != first - second:
        noter.note("majority", raw.majority, first - second, "The votes of the leading two differ by the figure used.")
        raw = replace(raw, majority=first - second)
    _note_columns(raw, noter, names)
    return raw


def _settle_votes(raw: RawContest, noter: Noter, names: Names) -> RawContest:
    """Candidacies that do not sum to the valid votes: take the contests file's figure for the one that differs.

    It is taken only where that mends both the sum and the majority; else the rows stay as printed, for the checks
    to find.
    """
    differing = [
        (index, found, raw.columns[found.party_short])
        for index, found in enumerate(raw.candidacies)
        if raw.columns.get(found.party_short, found.votes) != found.votes
    ]
    if len(differing) != 1:
        return raw
    index, found, votes = differing[0]
    candidacies = list(raw.candidacies)
    candidacies[index] = replace(found, votes=votes)
    fixed = replace(raw, candidacies=tuple(candidacies))
    first, second = _top_two(fixed)
    if sum(c.votes for c in candidacies) != raw.valid_votes or first - second != raw.majority:
        return raw
    before = _top_two(raw)
    noter.note(
        "votes",
        found.votes,
        votes,
        "The contests file's figure sums with the others to its valid votes and agrees with its majority and the "
        "published turnout; the candidacies file's does not.",
        names.person(raw, found),
    )
    noter.note("majority", before[0] - before[1], first - second, "Follows from the votes of the candidacies file.")
    noter.note(
        "valid_votes", sum(c.votes for c in raw.candidacies), raw.valid_votes, "The sum of the candidacies file."
    )
    return fixed


def _top_two(raw: RawContest) -> tuple[int, int]:
    votes = sorted((c.votes for c in raw.candidacies), reverse=True)
    return votes[0], votes[1] if len(votes) > 1 else 0


def _note_columns(raw: RawContest, noter: Noter, names: Names) -> None:
    """Record party columns of the contests file that the candidacies contradict, whose sum is the valid votes."""
    sums = dict.fromkeys(raw.columns, 0)
    for found in raw.candidacies:
        sums[_column(raw, found)] += found.votes
    surplus = {column: votes - sums[column] for column, votes in raw.columns.items() if votes != sums[column]}
    missing = -surplus.pop(_OTHERS, 0)
    for column, extra in surplus.items():
        elsewhere = [c for c in raw.candidacies if c.votes == extra and _column(raw, c) == _OTHERS]
        own = [c for c in raw.candidacies if _column(raw, c) == column]
        if len(elsewhere) == 1 and extra == missing:
            reason = f"The contests file counts these votes in its column of {column}."
            published = names.abbreviated(column) or column
            noter.note("party", published, names.party(elsewhere[0]), reason, names.person(raw, elsewhere[0]))
            missing = 0
        elif len(own) == 1:
            reason = f"The contests file's column of {column} differs; the candidacies sum to the valid votes."
            noter.note("votes", raw.columns[column], own[0].votes, reason, names.person(raw, own[0]))
    winner = max(raw.candidacies, key=lambda c: c.votes)
    if missing and missing == winner.votes and _column(raw, winner) == _OTHERS:
        reason = "The contests file leaves the winner's votes out of its column of all other candidates."
        noter.note("votes", 0, winner.votes, reason, names.person(raw, winner))


def _column(raw: RawContest, found: RawCandidacy) -> str:
    """The column of the contests file that a candidacy's votes belong in."""
    short = "UUP" if is_ucunf(raw, found) else found.party_short
    return short if short in raw.columns else _OTHERS


def is_ucunf(contest: RawContest, found: RawCandidacy) -> bool:
    """Whether a candidate printed as independent in 2010 is the one of the Conservatives and Unionists' joint list.

    The contests file counts those 17 under the Ulster Unionists and names the list where it came second.
    """
    return (
        contest.polling_day == UCUNF_DAY
        and found.party_name == "Independent"
        and contest.ons.startswith("N")
        and found.votes == contest.columns.get("UUP", 0) > 0
    )
