"""Parties since 1918: one id for each party that members sat for, and how the published tables count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from knowledge.fold import slug
from knowledge.models.parties import Party

_CONSERVATIVE, _LIBERAL = "conservative", "liberal"


@dataclass(frozen=True, slots=True)
class Past:
    """A party of the past: its name in the members' table, its id, and the party whose totals include it."""

    label: str
    id: str
    name: str
    short: str
    plural: str
    colour: str | None = None
    counts_as: str | None = None


# "Counts as" follows the notes to the library's tables 1a-1l: Conservative includes the Unionists of Scotland and, to
# 1972, of Ulster, and National, National Liberal and National Labour members from 1931; Liberal includes the
# Coalition Liberals of 1918 and the National Liberals of 1922.
_PAST = (
    Past("Unionist Party", "unionist", "Unionist Party", "Unionist", "Unionists", "#0087dc", _CONSERVATIVE),
    Past("Irish Unionist Alliance", "irish-unionist-alliance", "Irish Unionist Alliance", "Irish Unionist",
         "Irish Unionists", "#0087dc", _CONSERVATIVE),
    Past("Liberal Unionist Party", "liberal-unionist-party", "Liberal Unionist Party", "Liberal Unionist",
         "Liberal Unionists", "#0087dc", _CONSERVATIVE),
    Past("Ulster Unionist Party to 1972", "ulster-unionist", "Ulster Unionist (Conservative whip)", "Ulster Unionist",
         "Ulster Unionists", "#0087dc", _CONSERVATIVE),
    Past("National Liberal Party", "national-liberal", "National Liberal", "Nat Lib", "National Liberals",
         "#2f8fae", _CONSERVATIVE),
    Past("National Labour Organisation", "national-labour", "National Labour", "Nat Lab", "National Labour",
         "#8b2942", _CONSERVATIVE),
    Past("National Liberal Party in 1922", "national-liberal-1922", "National Liberal (Lloyd George)", "Nat Lib",
         "National Liberals", "#eb7a43", _LIBERAL),
    Past("", "sdp-liberal-alliance", "SDP-Liberal Alliance", "Alliance", "SDP-Liberal Alliance", "#faa61a"),
    Past("Social Democratic Party", "social-democratic-party", "Social Democratic Party", "SDP", "Social Democrats",
         "#d25469"),
    Past("Liberal Party", _LIBERAL, "Liberal", "Lib", "Liberals", "#eb7a43"),
    Past("Nationalist Party", "nationalist-party", "Nationalist Party", "Nat", "Nationalists", "#32cd32"),
    Past("Irish Parliamentary Party", "irish-parliamentary-party", "Irish Parliamentary Party", "Irish Nationalist",
         "Irish Nationalists", "#99ff66"),
    Past("Independent Labour Party", "independent-labour-party", "Independent Labour Party", "ILP",
         "Independent Labour Party", "#b22222"),
    Past("Communist Party of Great Britain", "communist-party-of-great-britain", "Communist Party of Great Britain",
         "Communist", "Communists", "#ab1c22"),
    Past("National Democratic and Labour Party", "national-democratic-and-labour-party",
         "National Democratic and Labour Party", "NDP", "National Democrats", "#b38fc6"),
    Past("Democratic Labour Party", "democratic-labour-1972", "Democratic Labour (Taverne)", "Dem Lab",
         "Democratic Labour"),
    Past("Common Wealth Party", "common-wealth-party", "Common Wealth Party", "Common Wealth", "Common Wealth"),
    Past("Vanguard Unionist Progressive Party", "vanguard-unionist-progressive-party",
         "Vanguard Unionist Progressive Party", "VUPP", "Vanguard Unionists", "#ff8c00"),
    Past("Ulster Popular Unionist Party", "ulster-popular-unionist-party", "Ulster Popular Unionist Party", "UPU",
         "Popular Unionists"),
    Past("UK Unionist Party", "uk-unionist-party", "UK Unionist Party", "UKU", "UK Unionists"),
    Past("Independent Community and Health Concern", "independent-kidderminster-hospital-and-health-concern",
         "Independent Kidderminster Hospital and Health Concern", "KHHC", "Health Concern", "#db7093"),
)  # fmt: skip
_SAME = MappingProxyType(
    {
        "Conservative Party": _CONSERVATIVE,
        "Labour Party": "labour",
        "Labour Co-operative": "labour-coop",
        "Liberal Democrats": "liberal-democrat",
        "Ulster Unionist Party": "uup",
        "Scottish National Party": "snp",
        "Sinn Féin": "sinn-fein",
        "Democratic Unionist Party": "dup",
        "Plaid Cymru": "plaid-cymru",
        "Speaker of the House of Commons": "speaker",
        "Social Democratic and Labour Party": "sdlp",
        "independent politician": "independent",
        "Independents": "independent",
        "Change UK": "the-independent-group-for-change",
        "Reform UK": "reform-uk",
        "UK Independence Party": "ukip",
        "Green Party of England and Wales": "green",
        "Alliance Party of Northern Ireland": "alliance",
    }
)
"""Parties whose rows another pack holds: the members' table's name for each, and its id."""
_BY_LABEL = MappingProxyType({past.label: past for past in _PAST if past.label})
_WHIP_ENDED = date(1972, 3, 30)
"""When the Ulster Unionists stopped taking the Conservative whip."""
_NATIONAL_LIBERALS_AGAIN = date(1931, 10, 27)


def party_id(label: str, on: date) -> str:
    """The id of the party that the members' table calls ``label``, for someone elected or sitting on a day."""
    if label == "Ulster Unionist Party" and on < _WHIP_ENDED:
        return "ulster-unionist"
    if label == "National Liberal Party" and on < _NATIONAL_LIBERALS_AGAIN:
        return "national-liberal-1922"
    if label in _BY_LABEL:
        return _BY_LABEL[label].id
    return _SAME.get(label) or slug(label)


def counting_party(party: str) -> str:
    """The id of the party under which the published tables count ``party``."""
    if party == "labour-coop":
        return "labour"
    return next((past.counts_as for past in _PAST if past.id == party and past.counts_as), party)


def held_apart(party: str) -> bool:
    """Whether a party is counted with another one and yet was not it: National Liberals were no Conservatives.

    To call their seats gained or held by the counting party would mislead.
    """
    return party in ("national-liberal", "national-labour")


def column_party(column: str, on: date, *, wales: bool) -> str:
    """The party that a column of the library's constituency file stands for at an election.

    "Liberal" is the Alliance in 1983 and 1987 and the Liberal Democrats from 1992; "natSW" is Plaid Cymru in Wales and
    the Scottish National Party elsewhere. A column added for a party left out bears the party's own id.
    """
    match column:
        case "con":
            return _CONSERVATIVE
        case "lab":
            return "labour"
        case "lib":
            return liberal_on(on)
        case "natSW":
            return "plaid-cymru" if wales else "snp"
        case "oth":
            return "others"
        case _:
            return column


def liberal_on(on: date) -> str:
    """The party that the published tables' Liberal column stands for at an election."""
    if on.year in (1983, 1987):
        return "sdp-liberal-alliance"
    return _LIBERAL if on.year < 1988 else "liberal-democrat"


def parties(used: Iterable[str], labels: Mapping[str, str], held: Iterable[str], source: str) -> list[Party]:
    """Rows for the parties among ``used`` that no other pack holds.

    ``labels`` gives the published name of those that are nowhere described here; ``held`` are ids held elsewhere.
    """
    past, wanted = {row.id: row for row in _PAST}, set(used)
    wanted |= {row.counts_as for row in _PAST if row.id in wanted and row.counts_as}
    rows = []
    for party in sorted(wanted - set(held)):
        row = past.get(party)
        if row is None:
            name = labels.get(party, party)
            rows.append(Party(id=party, name=name, short=name, source=source))
            continue
        rows.append(
            Party(
                id=row.id,
                name=row.name,
                short=row.short,
                plural=row.plural,
                colour=row.colour,
                counts_as=row.counts_as,
                source=source,
            )
        )
    return rows
