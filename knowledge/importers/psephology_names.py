"""The name people use for somebody who was printed under several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from knowledge.fold import fold
from knowledge.importers.psephology_standings import Standing

PREFERRED: Mapping[str, str] = MappingProxyType(
    {
        "dc-422": "Howling Laud Hope",
        "dc-6035": "Paul Nuttall",
        "dc-6748": "Anne Marie Waters",
        "dc-7199": "Gerry Carroll",
        "dc-69545": "Brendan Donnelly",
        "dc-70645": "Fred Ramsey",
        "mnis-650": "Jeffrey Donaldson",
        "mnis-3921": "Phillip Lee",
        "mnis-3956": "Susan Elan Jones",
        "mnis-4603": "Preet Kaur Gill",
        "mnis-4753": "Mary Kelly Foy",
        "mnis-5164": "Steff Aquarone",
        "mnis-5187": "Josh Dean",
        "mnis-5325": "Charlie Maynard",
    }
)
"""Person id -> name, where the printed forms alone lead to one that is not used."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_UNLIKE_SHORT_FORMS = frozenset({"bob", "bill", "tony", "ted", "dick", "jack", "harry", "peggy"})
"""Short first names that share neither letters nor beginning with the long ones."""
_SAME_SPELLING = 80
"""From this likeness (rapidfuzz ratio) on, two first names are spellings of one, unless one is the other cut short."""


def shown(standing: Standing) -> str:
    """A name as printed, without what stands in brackets."""
    return _BRACKETS.sub("", standing.name).strip() or standing.name


def display_name(person: str, group: Sequence[Standing], spoken: str | None) -> tuple[str, str]:
    """The name people use, and the surname by which it is looked up.

    ``spoken`` is the name under which a member first spoke. Of the forms with the latest surname, general elections
    come before by-elections, whose file of 2024 to 2026 prints names in full; then the short form of a first name
    before the long one, then the commonest, then the one without middle names if a member spoke under it.
    """
    ranked = sorted(group, key=lambda one: (not one.contest.by_election, one.polling_day))
    latest = ranked[-1]
    surname = fold(latest.raw.surname)
    alike = [one for one in ranked if fold(one.raw.surname) == surname]
    general = [one for one in alike if not one.contest.by_election]
    counts = Counter(shown(one) for one in general or alike)
    best = max(counts, key=lambda form: (counts[form], form == shown(latest)))
    for form in [*counts, spoken or ""]:
        if _is_short_form(form, best, surname):
            best = form
    if spoken and _only_leaves_out(spoken, best):
        best = spoken
    best = PREFERRED.get(person, best)
    return best, _family(best, latest)


def _is_short_form(form: str, long: str, surname: str) -> bool:
    """Whether ``form`` is ``long`` with the first name shortened: "Liz Truss" of "Elizabeth Truss"."""
    ours, theirs = fold(form).split(), fold(long).split()
    if len(ours) < 2 or not fold(form).endswith(surname) or len(ours) > len(theirs):
        return False
    short, whole = ours[0], theirs[0]
    if len(short) < 2 or len(short) >= len(whole):
        return False
    if fuzz.ratio(short, whole) >= _SAME_SPELLING:
        return whole.startswith(short) and len(whole) - len(short) >= 2
    return short[0] == whole[0] or short in whole or short in _UNLIKE_SHORT_FORMS


def _only_leaves_out(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` without middle names."""
    ours, theirs = fold(short).split(), fold(long).split()
    return len(ours) < len(theirs) and ours[0] == theirs[0] and ours[-1] == theirs[-1]


def _family(name: str, latest: Standing) -> str:
    """The surname as printed, unless a mended name ends otherwise."""
    surname = latest.raw.surname
    return surname if surname and fold(name).endswith(fold(surname)) else name.rsplit(maxsplit=1)[-1]
