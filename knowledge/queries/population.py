"""The rows that a ranking, list, count or aggregate is over, and the time they span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.facts.contests import CANDIDACY_COLUMNS, CONTEST_COLUMNS, candidacy_fact, contest_fact
from knowledge.facts.ranking import Held, Ranked, Window
from knowledge.models.elections import ElectionKind
from knowledge.queries.clause import Clause, marks
from knowledge.queries.general import GeneralElection, general_elections, meant
from knowledge.queries.measures import CANDIDACY_MEASURES, CONTEST_MEASURES
from knowledge.queries.party_lines import relatives
from knowledge.queries.selection import candidacy_clause, contest_clause, contests_by_id
from knowledge.query import AnyTime, Between, Latest, Measure, Of, Selection, When

if TYPE_CHECKING:
    from knowledge.store.store import Store

_COLUMNS = ", ".join(f"k.{c}" for c in CONTEST_COLUMNS)
_CANDIDACY = ", ".join(f"c.{c}" for c in CANDIDACY_COLUMNS)
_CONTEST_MEASURED_OF_WINNERS = frozenset({Measure.MAJORITY, Measure.MAJORITY_SHARE, Measure.SWING})


@dataclass(frozen=True, slots=True)
class Population:
    """Rows of contests, or of candidacies joined to their contests, that a selection means."""

    of: Of
    selection: Selection
    """As asked, or narrowed to winners."""
    where: Clause

    def rows(self, measure: str = "") -> str:
        """The tables to select from: ``k`` is the contest, ``c`` the candidacy.

        Candidacies know the most of their contest; it is joined only where the condition or ``measure`` needs more.
        """
        if self.of is Of.CONTESTS:
            return "contest_facts k"
        joined = "k." in self.where.sql or "k." in measure
        return f"candidacy_facts c{' JOIN contest_facts k ON k.contest = c.contest' if joined else ''}"

    @property
    def alias(self) -> str:
        """The row that the dates and order are taken from."""
        return "k" if self.of is Of.CONTESTS else "c"


def population(store: Store, selection: Selection, of: Of, measure: Measure | None = None) -> Population:
    """What to look through for ``measure``.

    A candidacy's figure asked of contests is the winner's; a majority asked of candidacies is that of winners.
    """
    if measure in CANDIDACY_MEASURES and of is Of.CONTESTS:
        of = Of.CANDIDACIES
        if selection.place is None and not selection.parties and not selection.people:
            selection = selection.model_copy(update={"place": 1})
    if measure in _CONTEST_MEASURED_OF_WINNERS and of is Of.CANDIDACIES and selection.place is None:
        selection = selection.model_copy(update={"place": 1})
    if of is Of.CONTESTS:
        return Population(of, selection, _contests_where(store, selection))
    where = _candidacies_where(store, selection)
    # Parties' pooled columns are no candidates; unless winners or a party are asked for, only whole fields count.
    named = selection.parties or selection.people or selection.place == 1
    sql = f"{where.sql} AND c.pooled = 0" if named else f"{where.sql} AND c.detail = 'candidates'"
    return Population(of, selection, Clause(sql, where.params))


def measure_sql(measure: Measure) -> str:
    """The measure as SQL on the rows of a population; of contests and candidacies those of whole areas are not held."""
    return CONTEST_MEASURES.get(measure) or CANDIDACY_MEASURES.get(measure) or "NULL"


def window(store: Store, rows: Population, measure: str = "1") -> Window:
    """How much is looked through: of the elections, those at which the SQL ``measure`` is held at all."""
    asked = rows.selection
    wide = isinstance(asked.when, AnyTime | Between) and asked == Selection(when=asked.when)
    if rows.of is Of.CONTESTS and wide and measure != "1":
        return _wide_window(store, rows, measure)
    election = _one_election(store, asked)
    if election is not None:
        return _window_of(store, rows, measure, election)
    alias = rows.alias
    # Worked out once for each row: some measures look into other rows.
    columns = f"{measure} AS value, {alias}.date AS day, {alias}.election AS election, {alias}.kind AS kind"
    known = "FILTER (WHERE value IS NOT NULL)"
    found = store.fetch(
        f"WITH looked_at AS MATERIALIZED (SELECT {columns} FROM {rows.rows(measure)} WHERE {rows.where.sql})"
        f" SELECT count(*), count(value), min(day) {known}, max(day) {known}, count(DISTINCT election) {known},"
        f" min(election) {known}, min(kind) {known}, max(kind) {known} FROM looked_at",
        rows.where.params,
    )[0]
    return Window(
        rows=found[0],
        held=found[1],
        first=_day(found[2]),
        last=_day(found[3]),
        elections=found[4],
        election=found[5] if found[4] == 1 else None,
        kind=ElectionKind(found[6]) if found[6] is not None and found[6] == found[7] else None,
    )


def _window_of(store: Store, rows: Population, measure: str, election: GeneralElection) -> Window:
    """Of one general election only the rows are to be counted."""
    found = store.fetch(
        f"SELECT count(*), count({measure}) FROM {rows.rows(measure)} WHERE {rows.where.sql}", rows.where.params
    )[0]
    known = found[1] > 0
    return Window(
        rows=found[0],
        held=found[1],
        first=election.day if known else None,
        last=election.day if known else None,
        elections=int(known),
        election=election.id if known else None,
        kind=ElectionKind.GENERAL if known else None,
    )


def _wide_window(store: Store, rows: Population, measure: str) -> Window:
    """Over many years a contest of each election is looked for, which is sooner done than reading all of them."""
    when, kind = rows.selection.when, rows.selection.when.kind
    where, params = rows.where.sql, rows.where.params
    among = "e.kind <> 'notional'" if kind is None else f"e.kind = '{kind.value}'"
    if kind is ElectionKind.GENERAL and isinstance(when, Between):
        params = tuple(e.id for e in meant(when, general_elections(store)))
        where, among = f"k.election IN ({marks(params)})", f"e.id IN ({marks(params)})"
    counts = store.fetch(f"SELECT count(*), count({measure}) FROM contest_facts k WHERE {where}", params)[0]
    if kind is ElectionKind.GENERAL:
        held = f"EXISTS (SELECT 1 FROM contest_facts k WHERE k.election = e.id AND {measure} IS NOT NULL)"
    else:
        # By-elections are many and have few contests each: all contests of the time are read once.
        held = f"e.id IN (SELECT k.election FROM contest_facts k WHERE {where} AND {measure} IS NOT NULL)"
    elections = store.fetch(
        f"SELECT e.id, e.date, e.kind FROM elections e WHERE {among} AND {held} ORDER BY e.date", params
    )
    kinds = {row[2] for row in elections}
    return Window(
        rows=counts[0],
        held=counts[1],
        first=_day(elections[0][1]) if elections else None,
        last=_day(elections[-1][1]) if elections else None,
        elections=len(elections),
        election=elections[0][0] if len(elections) == 1 else None,
        kind=ElectionKind(kinds.pop()) if len(kinds) == 1 else None,
    )


def general_window(store: Store, rows: Population) -> Window | None:
    """The general elections at which the parties asked for, or all candidates, are held, without counting them.

    None where more than parties, areas and a time narrows the candidacies: they have to be looked through then.
    """
    asked = rows.selection
    plain = Selection(parties=asked.parties, areas=asked.areas, when=asked.when)
    if rows.of is Of.CONTESTS or asked != plain or asked.when.kind is not ElectionKind.GENERAL:
        return None
    ids = [e.id for e in meant(asked.when, general_elections(store))]
    if asked.parties:
        sql = f"SELECT DISTINCT election, date FROM totals t WHERE votes > 0 AND party IN ({marks(asked.parties)})"
    else:
        sql = (
            "SELECT e.id, e.date FROM elections e WHERE EXISTS (SELECT 1 FROM contest_facts k"
            " WHERE k.election = e.id AND k.detail = 'candidates')"
        )
    column = "election" if asked.parties else "e.id"
    found = store.fetch(f"{sql} AND {column} IN ({marks(ids)}) ORDER BY 2", (*asked.parties, *ids))
    if not found:
        return None
    return Window(
        rows=0,
        held=0,
        first=_day(found[0][1]),
        last=_day(found[-1][1]),
        elections=len(found),
        election=found[0][0] if len(found) == 1 else None,
        kind=ElectionKind.GENERAL,
        counted=False,
    )


def held(store: Store, selection: Selection, *, empty: bool) -> Held:
    """The days that contests of the selection's kind span.

    Where nothing was found (``empty``), also how many contests there are for its time and seats alone.
    """
    when = selection.when
    kind = when.kind
    first, last = _span(store.once(_days), kind)
    if not empty:
        return Held(1, first, last, None)
    bare = Selection(seats=selection.seats, when=AnyTime(kind=kind) if isinstance(when, Latest) else when)
    contests = population(store, bare, Of.CONTESTS)
    found = window(store, contests)
    by_name = store.fetch(
        f"SELECT 1 FROM {contests.rows()} WHERE {contests.where.sql} AND k.detail = 'candidates' LIMIT 1",
        contests.where.params,
    )
    line = _line(store, selection, bare.when)
    return Held(found.rows, first, last, found.election, candidates=bool(by_name), line=line)


def _line(store: Store, selection: Selection, when: When) -> tuple[str, ...]:
    """The relatives of the parties asked for that stood at a time at which none of those stood itself."""
    asked = {*selection.winner, *selection.parties, *selection.runner_up}
    others = relatives(asked)
    if not others:
        return ()
    stood = candidacy_clause(Selection(parties=(*asked, *others), when=when))
    found = {
        row[0] for row in store.fetch(f"SELECT DISTINCT c.party FROM candidacy_facts c WHERE {stood.sql}", stood.params)
    }
    return () if asked & found else tuple(party for party in others if party in found)


def _days(store: Store) -> dict[ElectionKind, tuple[date, date]]:
    """The first and the last day of each kind of election."""
    rows = store.fetch("SELECT kind, min(date), max(date) FROM elections GROUP BY kind")
    return {ElectionKind(kind): (date.fromisoformat(first), date.fromisoformat(last)) for kind, first, last in rows}


def _span(days: dict[ElectionKind, tuple[date, date]], kind: ElectionKind | None) -> tuple[date | None, date | None]:
    """The days of one kind, or of all that are no notional results."""
    wanted = [span for held, span in days.items() if (held is kind if kind else held is not ElectionKind.NOTIONAL)]
    if not wanted:
        return None, None
    return min(first for first, _ in wanted), max(last for _, last in wanted)


def ranked_rows(store: Store, rows: Population, measure: str, tail: str) -> list[Ranked]:
    """Rows with the value of a SQL ``measure``, called ``value`` in ``tail``; all at place 1 for the moment."""
    columns = _COLUMNS if rows.of is Of.CONTESTS else _CANDIDACY
    found = store.fetch(
        f"SELECT {measure} AS value, {columns} FROM {rows.rows(measure)} WHERE {rows.where.sql} {tail}",
        rows.where.params,
    )
    if rows.of is Of.CONTESTS:
        return [Ranked(1, row[0], contest_fact(row[1:])) for row in found]
    contests = contests_by_id(store, (row[1] for row in found))
    return [Ranked(1, row[0], contests[row[1]], candidacy_fact(row[1:])) for row in found]


def people_names(store: Store, selection: Selection) -> tuple[str, ...]:
    """Names of the people selected by id, each once."""
    if not selection.people:
        return ()
    sql = f"SELECT DISTINCT name FROM people WHERE id IN ({marks(selection.people)}) ORDER BY name"
    return tuple(row[0] for row in store.fetch(sql, selection.people))


def _contests_where(store: Store, selection: Selection) -> Clause:
    """Contests of a whole country are found through the candidacies that they must have, not one after the other."""
    selection = _by_contest(selection)
    own = tuple(c for c in selection.conditions if c.measure in CANDIDACY_MEASURES)
    through = selection.parties or selection.gender or selection.place is not None or own
    if selection.seats or selection.people or not through:
        return _of_elections(store, selection)
    contest = {"winner": (), "runner_up": (), "outcome": None, "lost_by": (), "causes": (), "conditions": own}
    inner = _candidacies_where(store, selection.model_copy(update=contest))
    others = tuple(c for c in selection.conditions if c not in own)
    candidate = {"parties": (), "gender": None, "place": None, "conditions": others}
    outer = contest_clause(selection.model_copy(update=candidate))
    sql = f"{outer.sql} AND k.contest IN (SELECT c.contest FROM candidacy_facts c WHERE {inner.sql})"
    return Clause(sql, (*outer.params, *inner.params))


def _of_elections(store: Store, selection: Selection) -> Clause:
    """Contests of one general election are found by its id and day: an index of a figure alone would lead to those of
    all years, and one of a party knows the day."""
    election = _one_election(store, selection)
    if election is None:
        return contest_clause(selection)
    where = contest_clause(selection.model_copy(update={"when": AnyTime()}))
    return Clause(
        f"{where.sql} AND k.election = ? AND k.date = ?", (*where.params, election.id, election.day.isoformat())
    )


def _one_election(store: Store, selection: Selection) -> GeneralElection | None:
    """The general election that is looked through, where it is one in the whole country or in areas."""
    when = selection.when
    if selection.seats or selection.people or when.kind is not ElectionKind.GENERAL or isinstance(when, AnyTime):
        return None
    found = meant(when, general_elections(store))
    return found[0] if len(found) == 1 else None


def _candidacies_where(store: Store, selection: Selection) -> Clause:
    """Candidacies of a general election are found by its id, which has better indexes than its day."""
    when = selection.when
    if selection.seats or selection.people or when.kind is not ElectionKind.GENERAL or isinstance(when, AnyTime):
        return candidacy_clause(selection)
    ids = [e.id for e in meant(when, general_elections(store))]
    where = candidacy_clause(selection.model_copy(update={"when": AnyTime(kind=ElectionKind.GENERAL)}))
    return Clause(f"{where.sql} AND c.election IN ({marks(ids)})", (*where.params, *ids))


def _by_contest(selection: Selection) -> Selection:
    """Winners and runners-up of a party are columns of the contest: no need to look at candidacies."""
    if not selection.parties or selection.people or selection.gender or selection.place not in (1, 2):
        return selection
    if any(c.measure in CANDIDACY_MEASURES for c in selection.conditions):
        return selection
    column = "winner" if selection.place == 1 else "runner_up"
    kept = getattr(selection, column)
    parties = tuple(p for p in selection.parties if not kept or p in kept)
    if not parties:
        return selection
    return selection.model_copy(update={column: parties, "parties": (), "place": None})


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
