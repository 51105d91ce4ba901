"""What the clauses of a message came to so far: questions read, and what was told before them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.reading.clauses import Clause
from bot.reading.conversation import carried, leaned_on
from bot.reading.outcome import Read
from bot.reading.slots import Inherited


@dataclass(slots=True)
class Heard:
    """What the clauses of a message came to so far."""

    found: list[Read] = field(default_factory=list)
    read: list[Clause] = field(default_factory=list)
    """The clauses that these were read from."""
    story: Inherited = field(default_factory=Inherited)
    lost: bool = False
    """Whether a part that only tells names one end of a ranking, or something unknown in few words."""

    def add(self, read: Read, part: Clause) -> None:
        """A question read from a clause."""
        self.found.append(read)
        self.read.append(part)

    @property
    def people(self) -> frozenset[str]:
        """Everybody named so far."""
        asked = (carried(read.query).people for read in self.found)
        return frozenset(self.story.people).union(*asked)

    @property
    def lean(self) -> Inherited:
        """What a later clause may lean on: the last question, else what was told."""
        return leaned_on(self.found[-1].query) if self.found else self.story
