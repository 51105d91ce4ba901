"""The words that reading knows, as data files that a non-programmer can extend, and their index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

import tomli

from knowledge.fold import fold

_HERE = Path(__file__).parent
MAX_PHRASE = 7
"""Words of the longest phrase looked up."""
_FOLDED = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")

BoundSide = Literal["before", "after", "since", "until"]
"""On which side of a time a word bounds."""
TIME_CUES = frozenset(
    {
        "latest", "latest_by", "previous", "following", "that_year", "this_year", "last_year", "this_parliament",
        "last_parliament", "now", "all_time", "by_election", "general_election",
    }
)  # fmt: skip
"""Cues that are relative words of time or kinds of election."""


class LexiconError(Exception):
    """A data file of words holds something that cannot be a phrase."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Words that stand for something else."""

    short: Mapping[str, tuple[str, ...]]
    """Short form of a word of a seat's name -> the words that it may stand for, each one or several."""
    months: Mapping[str, int]
    decades: Mapping[str, int]
    """Name of a decade -> its first year."""
    counts: Mapping[str, int]
    """Small numbers by name."""
    sides: Mapping[str, BoundSide]
    """Words before a time -> the side on which they bound it."""
    feasts: Mapping[str, tuple[int, int]]
    """Name of a feast -> its month and day."""
    spellings: Mapping[str, str]
    """Word as it is typed in chats -> the word it stands for."""
    before_of: Mapping[str, str]
    """Letter before "of" -> the word it stands for."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """Words that tell referendums apart."""

    telling: Mapping[str, frozenset[str]]
    """How a referendum's id begins -> words that point at it."""
    options: Mapping[str, str]
    """Word of the question -> option."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded phrase -> cues; the phrases that are read over; and words in groups by what they tell."""

    cues: Mapping[str, tuple[str, ...]]
    function: frozenset[str]
    soft: frozenset[str]
    wrapper: frozenset[str]
    words: frozenset[str]
    """Every single word of every phrase: none of them is ever corrected as a typo of a name."""
    quoting: frozenset[str]
    """Words of a question about a quotation that are not the words quoted."""
    areas: Mapping[str, str]
    """Other words for nations and regions -> region id."""
    given: Mapping[str, frozenset[str]]
    """A given name -> the forms people use for it."""
    eras: Mapping[str, tuple[date | None, date | None]]
    """Words for stretches of time -> first and last day."""
    english: frozenset[str]
    """Everyday words: what is spelt like one of them is no misspelt name."""
    openings: frozenset[str]
    """Every run of words that some phrase begins with: what goes on from anything else is none."""
    time_openings: frozenset[str]
    """The same of the phrases of time alone: eras, kinds of election and relative words."""
    time_leads: frozenset[str]
    """Every word that a phrase or form of time begins with, years and numbers in words apart."""
    date_leads: frozenset[str]
    """Those of them that a month, decade, feast or count of years begins with."""
    side_leads: frozenset[str]
    """Those of them that bound a time."""
    groups: Mapping[str, frozenset[str]]
    """Words and phrases looked for beside the cues, by what they tell."""
    counties: frozenset[str]
    """The counties by name and in short: "hampshire", "hants"."""
    forms: Forms
    ballots: Ballots

    def holds(self, phrase: str) -> bool:
        """Whether a phrase, by itself, asks something or is none that a question hangs on."""
        return phrase in self.cues or phrase in self.function or phrase in self.soft or phrase in self.wrapper

    def cue_names(self) -> frozenset[str]:
        """The cues that any phrase stands under."""
        return frozenset(name for names in self.cues.values() for name in names)


def load_lexicon(folder: Path = _HERE) -> Lexicon:
    """Read the data files of ``folder``.

    Raises ``LexiconError`` naming file, cue and phrase for a phrase that is empty, unfolded or too long.
    """
    cues = _cues(folder / "cues.toml")
    plain = _read(folder / "plain.toml")
    function, soft, wrapper = (
        frozenset(_phrases(f"plain.toml {name}", plain[name])) for name in ("function", "soft", "wrapper")
    )
    eras = {phrase: (_date(since), _date(until)) for phrase, (since, until) in _read(folder / "eras.toml").items()}
    groups = _read(folder / "groups.toml")
    areas = {phrase: area for area, phrases in _read(folder / "areas.toml").items() for phrase in phrases}
    phrases = (*cues, *function, *soft, *wrapper, *areas, *eras)
    forms = _forms(folder / "forms.toml")
    counties = frozenset(groups["counties"])
    times = (*eras, *(phrase for phrase, names in cues.items() if not TIME_CUES.isdisjoint(names)))
    date_leads = _first_words((*forms.months, *forms.decades, *forms.counts, *forms.feasts))
    side_leads = _first_words(forms.sides)
    return Lexicon(
        cues=cues,
        function=function,
        soft=soft,
        wrapper=wrapper,
        words=frozenset(" ".join((*cues, *function, *soft, *wrapper)).split()),
        quoting=frozenset(plain["quoting"]),
        areas=areas,
        given=_given(folder / "given_names.toml"),
        eras=eras,
        openings=_openings(phrases),
        time_openings=_openings(times),
        time_leads=_first_words(times) | date_leads | side_leads | frozenset(groups["past_leads"]),
        date_leads=date_leads,
        side_leads=side_leads,
        english=_english(folder / "english.txt"),
        groups={name: frozenset(_phrases(f"groups.toml {name}", words)) for name, words in groups.items()},
        counties=counties | {form for form, full in forms.short.items() if not counties.isdisjoint(full)},
        forms=forms,
        ballots=_ballots(folder / "referendums.toml"),
    )


def _cues(path: Path) -> dict[str, tuple[str, ...]]:
    """Phrase -> every cue it stands under, in the order of the file."""
    found: dict[str, list[str]] = {}
    for name, entry in _read(path).items():
        for phrase in _phrases(f"{path.name} [{name}]", entry["phrases"]):
            found.setdefault(phrase, []).append(name)
    return {phrase: tuple(names) for phrase, names in found.items()}


def _openings(phrases: Sequence[str]) -> frozenset[str]:
    """The phrases, and every run of words that one begins with."""
    found = set(phrases)
    for phrase in phrases:
        cut = phrase.rfind(" ")
        # what one begins with begins another that has been seen to: the rest is there already
        while cut > 0 and phrase[:cut] not in found:
            found.add(phrase[:cut])
            cut = phrase.rfind(" ", 0, cut)
    return frozenset(found)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in phrases)


def _forms(path: Path) -> Forms:
    """The words that stand for something else."""
    forms = _read(path)
    for name, table in forms.items():
        _phrases(f"{path.name} [{name}]", list(table))
    short = {form: (full,) if isinstance(full, str) else tuple(full) for form, full in forms["short_forms"].items()}
    sides = cast("Mapping[str, BoundSide]", forms["sides"])
    feasts = {name: (int(day[:2]), int(day[3:])) for name, day in forms["feasts"].items()}
    spelt = (forms["spellings"], forms["before_of"])
    return Forms(short, forms["months"], forms["decades"], forms["counts"], sides, feasts, *spelt)


def _ballots(path: Path) -> Ballots:
    """The words that tell referendums apart."""
    entry = _read(path)
    telling = {start: frozenset(_phrases(f"{path.name} {start}", words)) for start, words in entry["telling"].items()}
    return Ballots(telling, entry["options"])


def _english(path: Path) -> frozenset[str]:
    """The everyday words, without the lines of comment."""
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _given(path: Path) -> dict[str, frozenset[str]]:
    """Every form of a given name -> all the forms it stands in a group with."""
    found: dict[str, set[str]] = {}
    for group in _read(path)["groups"]:
        for name in group:
            found.setdefault(name, set()).update(group)
    return {name: frozenset(forms) for name, forms in found.items()}


def _date(text: str) -> date | None:
    """A day, or none for an open end."""
    return date.fromisoformat(text) if text else None


def _read(path: Path) -> dict[str, Any]:
    """A data file as it stands."""
    with path.open("rb") as file:
        return tomli.load(file)


def _phrases(where: str, phrases: object) -> Sequence[str]:
    """The phrases of an entry, each once; a faulty one is named with its place."""
    if not isinstance(phrases, list):
        raise LexiconError(f"{where}: expected a list of phrases")
    # words folded all together are folded one by one: only where something is wrong is each looked at
    sound = all(isinstance(phrase, str) for phrase in phrases) and _FOLDED.fullmatch(" ".join(phrases))
    for phrase in phrases:
        if not sound and (not isinstance(phrase, str) or not _FOLDED.fullmatch(phrase)):
            raise LexiconError(f"{where}: {phrase!r} should be folded words, {fold(str(phrase))!r}")
        if phrase.count(" ") >= MAX_PHRASE:
            raise LexiconError(f"{where}: {phrase!r} is longer than {MAX_PHRASE} words")
    return list(dict.fromkeys(phrases))
