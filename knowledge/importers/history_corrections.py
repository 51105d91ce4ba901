"""What the members' table errs on or lacks, checked by hand against the library's columns and the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from knowledge.importers.history_files import Term

_CONSTITUTIONALIST, _NATIONAL_LIBERAL, _ILP = "Constitutionalist", "National Liberal Party", "Independent Labour Party"
_LABOUR, _LIBERAL, _INDEPENDENT = "Labour Party", "Liberal Party", "independent politician"

PARTIES_AT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        # Elected for the National Democratic Party, the Co-operative Party and the National Socialist Party; the
        # library counts none of them as Labour, whose whip they took later.
        ("Q5354135", "1918-12-14"): "National Democratic and Labour Party",
        ("Q6128736", "1918-12-14"): "National Democratic and Labour Party",
        ("Q4723594", "1918-12-14"): "Co-operative Party",
        ("Q6242174", "1918-12-14"): "National Socialist Party",
        # Algernon Moreing, Winston Churchill and Hamar Greenwood before they rejoined the Conservatives.
        ("Q4724165", "1922-11-15"): _NATIONAL_LIBERAL,
        ("Q4724165", "1924-10-29"): _CONSTITUTIONALIST,
        ("Q8016", "1924-10-29"): _CONSTITUTIONALIST,
        ("Q5644085", "1924-10-29"): _CONSTITUTIONALIST,
        # Edward Hemmerde and Barnett Janner had left the Liberals; Fletcher, Nathan and Acland had not yet.
        ("Q5343396", "1922-11-15"): _LABOUR,
        ("Q5343396", "1923-12-06"): _LABOUR,
        ("Q4861635", "1945-07-05"): _LABOUR,
        ("Q4861635", "1950-02-23"): _LABOUR,
        ("Q4861635", "1951-10-25"): _LABOUR,
        ("Q4861635", "1955-05-26"): _LABOUR,
        ("Q4861635", "1959-10-08"): _LABOUR,
        ("Q4861635", "1964-10-15"): _LABOUR,
        ("Q4861635", "1966-03-31"): _LABOUR,
        ("Q7308694", "1923-12-06"): _LIBERAL,
        ("Q5671244", "1929-05-30"): _LIBERAL,
        ("Q5671244", "1931-10-27"): _LIBERAL,
        ("Q7323631", "1935-11-14"): _LIBERAL,
        ("Q7816231", "1945-07-05"): _LIBERAL,
        # Ramsay MacDonald led Labour until August 1931, and Edward Spears had followed Lloyd George back in 1923.
        ("Q166646", "1929-05-30"): _LABOUR,
        ("Q2891663", "1923-12-06"): _LIBERAL,
        # Richard Wallhead and John McGovern were of the Independent Labour Party within Labour, until it left.
        ("Q7273536", "1922-11-15"): _LABOUR,
        ("Q7273536", "1923-12-06"): _LABOUR,
        ("Q7273536", "1924-10-29"): _LABOUR,
        ("Q7273536", "1929-05-30"): _LABOUR,
        ("Q6247816", "1930-06-26"): _LABOUR,
        # Clement Davies, Edward Strauss and Joseph Leckie stood as National Liberals.
        ("Q5131308", "1935-11-14"): _NATIONAL_LIBERAL,
        ("Q5341581", "1931-10-27"): _NATIONAL_LIBERAL,
        ("Q5341581", "1935-11-14"): _NATIONAL_LIBERAL,
        ("Q6284864", "1931-10-27"): _NATIONAL_LIBERAL,
        # George Buchanan and Campbell Stephen sat for the Independent Labour Party after it left Labour.
        ("Q5537384", "1931-10-27"): _ILP,
        ("Q5537384", "1935-11-14"): _ILP,
        ("Q5028149", "1935-11-14"): _ILP,
        ("Q5028149", "1945-07-05"): _ILP,
        # Vernon Bartlett won Bridgwater as an Independent Progressive, with Labour's and the Liberals' support.
        ("Q7922065", "1938-11-17"): _INDEPENDENT,
        ("Q7922065", "1945-07-05"): _INDEPENDENT,
        # Jack Beattie sat for the Irish Labour Party.
        ("Q15999413", "1951-10-25"): "Irish Labour Party",
        # Ivor Guest won Brecon and Radnor in 1935 as a National candidate, whom the library counts as Conservative.
        ("Q6099395", "1935-11-14"): "Conservative Party",
    }
)
"""The party that a member was elected or sat for, by Wikidata id and start, where the members' table has another."""

_PAISLEY = Term(
    person="Q296597",
    name="Ian Paisley",
    constituency="Q751685",
    seat_name="North Antrim",
    party="Protestant Unionist Party",
    start=date(1970, 6, 18),
    election="1970 United Kingdom general election",
    end=date(1971, 9, 30),
    cause="joining party",
)
"""The table begins Ian Paisley's time with the founding of the Democratic Unionist Party in 1971."""

STARTS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        # Alistair Strathern was elected on 19 October 2023, Tom Price on Thursday 21 June 1951, and South
        # Staffordshire polled on 23 June 2005.
        ("Q122848847", "2023-10-20"): "2023-10-19",
        ("Q6056286", "1951-06-25"): "1951-06-21",
        ("Q332973", "2005-06-24"): "2005-06-23",
    }
)
"""Polling days by Wikidata id and the start that the members' table has instead."""

_SEAT_NAMES = MappingProxyType(
    {
        "Q121090648": "Ceredigion Preseli",
        "Q121090655": "Bangor Aberconwy",
        "Q121090690": "Aberafan Maesteg",
        "Q125874211": "Caerfyrddin",
    }
)
"""Seats that the members' table gives by id alone, for they have a label in Welsh only."""

NEVER_SAT = frozenset({("Q332412", "1961-05-04")})
"""Terms of those who polled most votes and were found disqualified: Tony Benn at Bristol South East in 1961."""


def corrected(terms: Iterable[Term]) -> list[Term]:
    """The members' terms with these corrections, in order of their starts."""
    mended = [_mended(term) for term in terms if (term.person, term.start.isoformat()) not in NEVER_SAT]
    if any(term.constituency == _PAISLEY.constituency for term in mended):
        mended.append(_PAISLEY)
    return sorted(mended, key=lambda term: (term.start, term.person, term.end or date.max))


def _mended(term: Term) -> Term:
    key = (term.person, term.start.isoformat())
    return replace(
        term,
        party=PARTIES_AT.get(key, term.party),
        start=date.fromisoformat(STARTS.get(key, key[1])),
        seat_name=_SEAT_NAMES.get(term.constituency, term.seat_name),
    )
