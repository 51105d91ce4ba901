"""What the clauses of a message came to so far: questions read, and what was told before them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from bot.reading.candidate_told import asks_of_told
from bot.reading.clauses import Clause
from bot.reading.conversation import carried, leaned_on
from bot.reading.had_been import sat_till
from bot.reading.outcome import Read
from bot.reading.slots import Inherited
from bot.reading.spans import Cover
from knowledge.queries.catalogue import Catalogue
from knowledge.query import Figure, Query


@dataclass(slots=True)
class Heard:
    """What the clauses of a message came to so far."""

    found: list[Read] = field(default_factory=list)
    read: list[Clause] = field(default_factory=list)
    """The clauses that these were read from."""
    story: Inherited = field(default_factory=Inherited)
    lost: bool = False
    """Whether a part that only tells names one end of a ranking, or something unknown in few words."""
    asked: Clause = field(default_factory=list)
    """The words of the last question put in few words, with what was named behind it."""
    dropped: bool = False
    """Whether something was named behind a question that it is not understood with."""

    def add(self, read: Read, part: Clause) -> None:
        """A question read from a clause."""
        self.found.append(read)
        self.read.append(part)

    def asked_again(self, cover: Cover, groups: Mapping[str, Set[str]]) -> Query | None:
        """The last question, where it tells all that a clause asks of its candidate."""
        return asks_of_told(self.found[-1].query, cover, groups) if self.found else None

    def of_told(
        self, part: Clause, cover: Cover, groups: Mapping[str, frozenset[str]], catalogue: Catalogue
    ) -> Read | None:
        """What a clause asks of the last question's contest and no more: who had sat till then, or what it tells."""
        till = sat_till(part, self.lean, catalogue, groups) if self.found else None
        told = self.asked_again(cover, groups)
        return till or (Read(told, carried=True) if told is not None else None)

    def spoken_of(self, read: Read) -> Inherited:
        """What a question may be of: a figure also of the contest just asked of, else what was told."""
        return self.lean if isinstance(read.query, Figure) else self.story

    @property
    def people(self) -> frozenset[str]:
        """Everybody named so far."""
        asked = (carried(read.query).people for read in self.found)
        return frozenset(self.story.people).union(*asked)

    @property
    def lean(self) -> Inherited:
        """What a later clause may lean on: the last question, else what was told."""
        return leaned_on(self.found[-1].query) if self.found else self.story
