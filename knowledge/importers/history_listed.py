"""Names in the lists of members elected, by general election: without those that are some other member's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from types import MappingProxyType

from knowledge.fold import tokens
from knowledge.importers.common import read_optional
from knowledge.importers.history_calendar import GENERAL_ELECTIONS
from knowledge.importers.history_files import Term
from knowledge.importers.members_names import plain_name, used_name

_JOINED_FILE = "general_elections/derived_ge_1918-2019_hocl_with_mp_qids.csv"
_MISPRINTED = MappingProxyType({"High Molson": "Hugh Molson", "Wilfid Normand": "Wilfrid Normand"})
"""Names that the lists misspell, checked by hand."""
_SHORT_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "bill": "william",
        "bob": "robert",
        "dick": "richard",
        "harry": "henry",
        "jack": "john",
        "ted": "edward",
        "tony": "anthony",
    }
)
"""Short given names that begin with another letter than the long ones."""


def listed_names(root: Path, terms: Iterable[Term]) -> dict[tuple[str, str], str]:
    """Names in lists of members by Wikidata id and election key, as they are printed.

    The lists set a name beside the wrong seat here and there: David Lloyd George beside his daughter's in 1931. A name
    that is not a form of the member's own and is that of another member returned on the day is left out.
    """
    labels: dict[str, str] = {}
    returned: dict[str, set[str]] = defaultdict(set)
    keys = {election.day: election.key for election in GENERAL_ELECTIONS}
    for term in terms:
        labels[term.person] = plain_name(term.name)
        if term.start in keys:
            returned[keys[term.start]].add(labels[term.person])
    found = {}
    for row in read_optional(root / _JOINED_FILE):
        person, key, printed = row["mp_qid"], row["election"], row["mp_name_atlas"]
        if printed and not (person in labels and is_anothers(printed, labels[person], returned[key])):
            found[person, key] = _MISPRINTED.get(printed, printed)
    return found


def is_anothers(printed: str, plain: str, others: Set[str]) -> bool:
    """Whether a printed name is one of ``others`` and its given names cannot be those of ``plain``."""
    name = plain_name(used_name(printed, printed))
    if name not in others:
        return False
    mine, theirs = tokens(name), tokens(plain)
    while mine and theirs and mine[-1] == theirs[-1]:
        mine, theirs = mine[:-1], theirs[:-1]
    # Nothing is left of "Elwyn Jones" beside "Frederick Elwyn Jones", whatever others are called.
    return bool(mine) and not _initials(mine) & _initials(theirs)


def _initials(given: Sequence[str]) -> Set[str]:
    """The first letters of given names, of short forms also those of the long."""
    return {word[0] for word in (*given, *(_SHORT_FORMS[word] for word in given if word in _SHORT_FORMS))}
