"""Members' names: without the titles they took later, and as they were used on the day of an election."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.fold import tokens

_TITLE = re.compile(
    r",\s*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:Baron(?:ess|et)?|Earl|Viscount(?:ess)?|Marquess|Duke|Countess|Lord|Lady)\b.*)$"
)
_HONOURS = re.compile(
    r"^(?:The\s+)?(?:Rt\.?\s+Hon\.?\s+|Hon\.?\s+|Col\.?\s+|Brig\.?\s+|Maj\.?\s+|Capt\.?\s+)+", re.IGNORECASE
)
_THE = re.compile(r"^The\s+(?=(?:Sir|Dame)\b)")
_AFTER = re.compile(r"\s*,\s*(?:Bt|PC|Bart|QC|KC|MC|DSO|VC)\b.*$")
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")
"""What a list says of a member beside the name: "(resigned)"."""
_MARK = re.compile(r"\s+[a-z\d×°†*]$|\d+$")
"""A footnote's mark: "Mark Oaten 1", "Bob Wareing a"."""
_KNIGHT = re.compile(r"^(?:Sir|Dame)\s+")
_PEER = re.compile(r"^(?:The\s+)?(?:Lord|Lady|Viscount|Viscountess|Earl|Countess|Marquess|Duchess)\b")
_PARTICLES = frozenset({"de", "van", "von", "du", "la", "le", "der", "ap", "ab", "st"})
_DOUBLE = frozenset(
    {
        "Bonham Carter",
        "Douglas Home",
        "Duncan Smith",
        "Llewellyn Smith",
        "Lloyd George",
        "Montagu Douglas Scott",
        "Page Croft",
        "Shirley Benn",
        "Wedgwood Benn",
    }
)


def plain_name(label: str) -> str:
    """The name of a label of the members' table: no peerage, baronetcy or knighthood, and no note in brackets.

    >>> plain_name("Jack Cunningham, Baron Cunningham of Felling")
    'Jack Cunningham'
    >>> plain_name("Sir Frederick Thomson, 1st Baronet")
    'Frederick Thomson'
    >>> plain_name("Henry Norris (businessman)")
    'Henry Norris'
    """
    return _KNIGHT.sub("", _TITLE.sub("", _NOTE.sub("", label))).strip()


def used_name(published: str, plain: str) -> str:
    """The name a member was elected under, from a list of that election; ``plain`` where the list has someone else.

    Styles ("Rt Hon.", "Bt"), later titles, notes ("(deceased)") and footnote marks are left out, knighthoods and
    courtesy titles of the day kept.

    >>> used_name("Rt Hon. Sir Philip Lloyd-Greame", "Philip Cunliffe-Lister")
    'Philip Cunliffe-Lister'
    >>> used_name("The Rt Hon. Sir Robert Horne", "Robert Horne")
    'Sir Robert Horne'
    """
    bare = _MARK.sub("", _NOTE.sub("", published.strip()))
    name = _AFTER.sub("", _THE.sub("", _HONOURS.sub("", bare))).strip()
    untitled = _TITLE.sub("", name)
    # Of "Sylvia, Lady Hermon" only the given name would be left.
    name = untitled if " " in untitled else name
    return name if name and _same_person(name, plain) else plain


def other_name(published: str, plain: str) -> str | None:
    """A name in a list of members that people may look for besides ``plain``: ``Jim Prior`` beside ``James Prior``."""
    name = _KNIGHT.sub("", used_name(published, plain))
    if tokens(name) == tokens(plain) or _PEER.match(name):
        return None
    # A name in which every word is one of the plain name's adds nothing to look up but its shortness.
    return name


def _same_person(name: str, plain: str) -> bool:
    """Whether two names share their last word, or one's last word is within the other: lists mix rows up."""
    mine, theirs = tokens(name), tokens(plain)
    return bool(mine and theirs) and (mine[-1] in theirs or theirs[-1] in mine)


def family_name(name: str, listed: Mapping[str, str], person: str) -> str:
    """The surname under which someone is looked up.

    ``listed`` are names as "Harbison, Thomas" by Wikidata id; otherwise the last word, with particles and the double
    surnames that have no hyphen.

    >>> family_name("Éamon de Valera", {}, "")
    'de Valera'
    """
    surname = listed.get(person, "").partition(",")[0].strip()
    if surname and tokens(surname)[-1:] == tokens(name)[-1:]:
        return surname
    words = [word for word in name.split() if word not in ("Jr", "Jr.", "Sr")]
    for length in (3, 2):
        double = " ".join(words[-length:])
        if len(words) > length and double in _DOUBLE:
            return double
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])
