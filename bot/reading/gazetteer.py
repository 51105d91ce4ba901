"""Names found in words: exact, partial and misspelt, each with how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.reading.lexicon import Lexicon
from knowledge.queries.catalogue import Catalogue, PlaceSeat
from knowledge.store.store import Name

KNOWN_BY_INITIALS = 5
"""Candidates at one general election from which on a party's initials are known."""
_MANY = 2
"""From this rank on words are so many that some are two edits away from anything."""
_SHORT = 4
"""Letters of a word in which one slip may make any other word."""
_INITIALS = 4
"""First letters at most that may stand for the rest of a seat's name."""
_ENDINGS = ("ing", "ed", "er", "ers", "es", "s", "ly", "d", "r")
"""Endings of the forms of everyday words."""
_STEM = 4
"""Letters at least of a word cut short."""
_RIVER = re.compile(r"-(?:up)?on-[a-z]+")
"""What a town lies on, which people leave out of a seat's name."""
_CLOSE = 2
_SUPERLATIVE = "est"
"""Edits at most between a misspelt word and a known one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as it was probably meant."""

    typed: str
    meant: str
    edits: int
    rank: int
    """Which sort of word it is: the smaller, the likelier."""


class Gazetteer:
    """The names held, indexed for reading. Small indexes are built when first needed."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon
        groups = lexicon.groups
        # "st" is a word of its own in names: it joins nothing there, though it tells no two of them apart
        self._joining = groups["joining"]
        self._left_out = groups["joining"] - {"st"}
        self._vague = groups["directions"] | groups["vague"]
        self.name_words = self._vague | frozenset(lexicon.forms.short)
        """Words that stand in names of seats and nowhere tell them apart, and short forms of those that do."""
        self.bearers = lru_cache(maxsize=1024)(self._bearers)

    def exact(self, keys: Iterable[str]) -> dict[str, list[Name]]:
        """Names by exact key."""
        return self._catalogue.lookup(keys)

    def is_party(self, key: str) -> bool:
        """Whether words are the name of a party."""
        return any(name.kind == "party" for name in self.exact([key]).get(key, ()))

    def following(self, word: str) -> frozenset[str]:
        """The second words of the names that begin with a word."""
        return self._catalogue.following(word)

    def may_be_part(self, word: str) -> bool:
        """Whether part of a seat's name may begin with a word: one of such a name, a short form, or one that joins."""
        return word in self._postings or word in self._lexicon.forms.short or word in self._left_out

    @cached_property
    def _seat_labels(self) -> dict[str, str]:
        """Seat -> its name as it is shown."""
        return {name.ref: name.label for name in self._catalogue.seat_names()}

    @cached_property
    def _postings(self) -> dict[str, frozenset[str]]:
        """Word of a seat's name -> seats."""
        found: dict[str, set[str]] = {}
        for name in self._catalogue.seat_names():
            for word in name.key.split():
                if word not in self._left_out:
                    found.setdefault(word, set()).add(name.ref)
        return {word: frozenset(seats) for word, seats in found.items()}

    @cached_property
    def _joined(self) -> dict[str, frozenset[str]]:
        """A seat's name without spaces -> seats; with and without "and"."""
        found: dict[str, set[str]] = {}
        for name in self._catalogue.seat_names():
            for key in {name.key, name.key.replace(" and ", " ")}:
                found.setdefault(key.replace(" ", ""), set()).add(name.ref)
        return {key: frozenset(seats) for key, seats in found.items()}

    @cached_property
    def _sorted(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The distinct words of a seat's name in order of the alphabet -> seats."""
        found: dict[tuple[str, ...], set[str]] = {}
        for name in self._catalogue.seat_names():
            found.setdefault(self._bag(name.key.split()), set()).add(name.ref)
        return {key: frozenset(seats) for key, seats in found.items()}

    def _bag(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a name that count, in order of the alphabet."""
        return tuple(sorted(word for word in words if word not in self._left_out))

    def given(self, name: str) -> frozenset[str]:
        """The forms of a given name."""
        return self._lexicon.given.get(name, frozenset({name}))

    def is_small_by_initials(self, name: Name) -> bool:
        """Whether a name is the initials of a party that never stood in many seats at once."""
        by_initials = name.kind == "party" and name.form == "initials"
        return by_initials and self._catalogue.most_candidates(name.ref) < KNOWN_BY_INITIALS

    def counting(self, party: str) -> str:
        """The party under which another's candidates are counted; itself for most."""
        return self._catalogue.counts_as().get(party, party)

    def _bearers(self, parties: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str], str]:
        """The parties that some of one name are counted as, first those that stand by themselves; and the others.

        Last the one of that name, where it is the only one and counted with a party that it is no wing of by name.
        """
        counted = {party: self.counting(party) for party in parties}
        own = dict.fromkeys(party for party, under in counted.items() if party == under)
        lent = frozenset(counted.values()) - own.keys() if own else frozenset()
        pooled = [party for party, under in counted.items() if party != under and under not in party.split("-")]
        alone = pooled[0] if len(pooled) == len(counted) == 1 else ""
        return tuple(own | dict.fromkeys(counted.values())), lent, alone

    def place_seats(self, name: str) -> tuple[PlaceSeat, ...]:
        """The seats a place that is no seat leads to."""
        return self._catalogue.places(name)

    def label(self, seat: str) -> str:
        """A seat's name as it is shown."""
        return self._seat_labels.get(seat, seat)

    def has_seat(self, seat: str) -> bool:
        """Whether a seat of this slug is held."""
        return seat in self._seat_labels

    def partial(self, words: Sequence[str], *, pooled: bool = False) -> frozenset[str]:
        """Seats whose name holds all these words, where at least one of them tells seats apart.

        "stoke" finds Stoke-on-Trent Central, North and South; "fermanagh south tyrone" finds one. Where the words are
        all of a name, only seats of that name are found, unless ``pooled``.
        """
        every = product(*(self._lexicon.forms.short.get(word, (word,)) for word in words))
        return frozenset().union(*(self._holding(" ".join(full).split(), pooled=pooled) for full in every))

    def _holding(self, wanted: Sequence[str], *, pooled: bool) -> frozenset[str]:
        """Seats whose name holds these words, written in full, unless they are of the kind that many names hold."""
        telling = [w for w in wanted if w not in self._joining]
        if not telling or all(w in self._vague for w in telling):
            return frozenset()
        seats = self.with_words(telling)
        exact = None if pooled else self._sorted.get(self._bag(wanted))
        return exact if exact else seats

    def with_words(self, words: Sequence[str]) -> frozenset[str]:
        """Seats whose name holds each of these words, whatever they are."""
        return frozenset.intersection(*(self._postings.get(word, frozenset()) for word in words))

    def is_whole(self, words: Sequence[str], seat: str, *, ordered: bool = False) -> bool:
        """Whether words, short forms written out, are all of a seat's name; as it stands, if ``ordered``."""
        full = (self._lexicon.forms.short.get(word, (word,)) for word in words)
        written = [" ".join(each).split() for each in product(*full)]
        name = seat.split("-")
        if ordered:
            return any(each in (name, [word for word in name if word != "and"]) for each in written)
        return any(sorted(each) == sorted(name) for each in written)

    def initialled(self, words: Sequence[str], *, whole: bool) -> frozenset[str]:
        """Seats whose name goes on from these words with others of which only the first letters are typed.

        "finchley and gg" is Finchley and Golders Green; "hull w and h" Kingston upon Hull West and Haltemprice. All of
        the others, if ``whole``.
        """
        cut = len(words) - 1
        while cut and (len(words[cut - 1]) == 1 or words[cut - 1] in self._joining):
            cut -= 1
        letters = "".join(word for word in words[cut:] if len(word) == 1 or word not in self._joining)
        if cut < 1 or not 0 < len(letters) <= _INITIALS:
            return frozenset()
        last = words[cut - 1]
        leads = {full.split()[-1] for full in self._lexicon.forms.short.get(last, (last,))}
        seats = self.partial(words[:cut], pooled=True)
        return frozenset(seat for seat in seats if self._goes_on(seat, leads, letters, whole=whole))

    def _goes_on(self, seat: str, leads: set[str], letters: str, *, whole: bool) -> bool:
        """Whether a seat's name goes on, behind one of these words, with words of just these first letters."""
        for name in dict.fromkeys((_RIVER.sub("", seat), seat)):
            told = [word for word in name.split("-") if word not in self._left_out]
            for at, word in enumerate(told):
                first = "".join(w[0] for w in told[at + 1 :])
                if word in leads and (first == letters or (first.startswith(letters) and not whole)):
                    return True
        return False

    def joined(self, words: Sequence[str]) -> frozenset[str]:
        """Seats whose name, written as one word, is these words written as one."""
        key = "".join(words)
        return self._joined.get(key, frozenset()) if len(key) >= 5 else frozenset()

    @cached_property
    def _vocabulary(self) -> dict[str, list[tuple[str, int]]]:
        """First letter -> words with their rank."""
        ranks: dict[str, int] = {}
        sets = (
            (word for word in self._lexicon.words if len(word) > 3),
            self._postings,
            self._catalogue.words(("party", "region", "place", "explainer")),
            self._catalogue.words(("person",)),
            self._members,
        )
        for rank, words in enumerate(sets):
            for word in words:
                if len(word) > 2 and word.isalpha():
                    ranks.setdefault(word, min(rank, 3))
        found: dict[str, list[tuple[str, int]]] = {}
        for word, rank in ranks.items():
            found.setdefault(word[0], []).append((word, rank))
        return found

    @cached_property
    def _words_by_letter(self) -> dict[str, list[str]]:
        """First letter -> words, as the comparison wants them."""
        return {letter: [word for word, _ in words] for letter, words in self._vocabulary.items()}

    def _asks_something(self, found: Correction) -> bool:
        """Whether a correction is no mere filler, which would drop the word; letters changed round are a slip."""
        lexicon = self._lexicon
        filler = found.meant in lexicon.function or found.meant in lexicon.wrapper or found.meant in lexicon.soft
        return not filler or sorted(found.meant) == sorted(found.typed)

    @cached_property
    def _members(self) -> set[str]:
        """Folded surnames of everybody ever elected."""
        return self._catalogue.winners_families()

    def is_member(self, family: str) -> bool:
        """Whether somebody of this folded surname was ever elected."""
        return family in self._members

    def _is_form(self, word: str) -> bool:
        """Whether a word is a form of an everyday one: "walked", "trying", "crosses"."""
        return any(stem in self._lexicon.english for stem in _stems(word))

    def known(self, word: str) -> bool:
        """Whether a word is part of any name or phrase."""
        return any(word == known for known, _ in self._vocabulary.get(word[:1], ()))

    def corrections(self, word: str, limit: int = 4) -> list[Correction]:
        """The words that ``word`` may be a typo of, best first.

        Same first letter; one edit in up to five letters, else two; an everyday English word is no typo.
        """
        if len(word) < 3 or not word.isalpha() or word in self._lexicon.english:
            return []
        if word in self._lexicon.groups["directions"]:
            return []
        edits = 1 if len(word) <= 5 else _CLOSE
        letter = word[0]
        choices = self._words_by_letter.get(letter, [])
        close = process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=40)
        ranks = self._vocabulary.get(letter, [])
        found = [Correction(word, meant, int(distance), ranks[at][1]) for meant, distance, at in close if distance]
        if self.known(word):
            # "nadine" is somebody's name, and two slips away from no word that asks
            found = [c for c in found if c.edits == 1 or c.rank]
        # two slips away from a place, a party or a person is too far: there are too many of those
        found = [c for c in found if c.edits == 1 or c.rank < _MANY]
        if len(word) <= _SHORT:
            # and one slip in a short word is too far from a person: "slim" is no Salim
            found = [c for c in found if c.rank <= _MANY]
        if len(word) < _SHORT:
            # of three letters only a swap of two is seen: "tiv" is no short name of a party nor "hon" a place
            found = [c for c in found if c.rank < _MANY or sorted(c.meant) == sorted(word)]
            found = [c for c in found if self._asks_something(c)]
        if word.endswith(_SUPERLATIVE):
            # "bluest" asks for one of many: it is no "blues"
            found = [c for c in found if c.meant.endswith(_SUPERLATIVE)]
        found += self._begun(word, letter) + self._cut_short(word, letter)
        if self._is_form(word):
            # "winer" may lack a letter of its stem, but "walked" is no slip
            found = [c for c in found if c.rank == 0 and _doubled(word, c.meant)]
        found.sort(key=lambda c: (c.edits + 0.4 * c.rank, abs(len(c.meant) - len(word)), c.meant))
        place = [c for c in found[limit:] if c.rank == 1][:1]
        return [*found[:limit], *place]

    def _begun(self, word: str, letter: str) -> list[Correction]:
        """The one word of seats' names that a word is the beginning of: "gall" in "dumfries and gall"."""
        stem = word.removesuffix("s")
        if len(stem) < _STEM:
            return []
        names = [known for known, rank in self._vocabulary.get(letter, ()) if rank == 1 and known.startswith(stem)]
        # "lanarks" is short for Lanarkshire, whatever else begins with it
        fitting = [known for known in names if stem == word or known.endswith("shire")]
        return [Correction(word, fitting[0], 1, 1)] if len(fitting) == 1 and fitting[0] != word else []

    def _cut_short(self, word: str, letter: str) -> list[Correction]:
        """The one word of seats' names that a word is the first letter and the end of: "w'morland"."""
        end = word[1:]
        if len(end) < _STEM:
            return []
        names = {known for known, rank in self._vocabulary.get(letter, ()) if rank == 1 and known.endswith(end)}
        return [Correction(word, name, 1, 1) for name in names if name != word and len(names) == 1]


def _stems(word: str) -> Iterator[str]:
    """What a word may be a form of: without its ending, with an e for it, with one letter of two, with y for i."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        yield f"{stem}e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem[-1] == "i":
            yield f"{stem[:-1]}y"


def _doubled(word: str, meant: str) -> bool:
    """Whether a word lacks one letter of two alike: "wining"."""
    return any(meant == f"{word[: at + 1]}{word[at:]}" for at in range(len(word)))
