"""Messages that name a party or an election and ask no more."""

from __future__ import annotations

from bot.reading.clauses import Clause
from bot.reading.frames.bare_elections import bare_election
from bot.reading.outcome import Read
from bot.reading.reader import Reader
from bot.reading.work import Work
from knowledge.models.elections import ElectionKind
from knowledge.query import Latest, Selection, Totals


class NamedAlone:
    """Reads a name alone as asking how that went."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._articles = reader.lexicon.groups["articles"]

    def party(self, tokens: Clause) -> Read | None:
        """A message of nothing but a party's name: how it did at the latest general election."""
        name = tokens[1:] if tokens[0].text in self._articles else tokens
        key = " ".join(token.text for token in name)
        owned = name[-1].base != name[-1].text if name else True
        if owned or not any(held.kind == "party" for held in self._reader.gazetteer.exact((key,)).get(key, ())):
            return None
        cover = self._reader.cover(name)
        if len(cover.spans) != 1 or not cover.spans[0].party or cover.spans[0].seat or cover.spans[0].cues:
            return None
        parties = self._reader.slots(cover).parties[0].values
        where = Selection(parties=parties, when=Latest(kind=ElectionKind.GENERAL))
        return Read(self._reader.where_they_stood(Totals(where=where, measures=())))

    def election(self, tokens: Clause) -> Read | None:
        """A message of nothing but an election: how it went."""
        cover = self._reader.cover(tokens)
        work = Work.of(self._reader.world, cover, self._reader.slots(cover))
        query = bare_election(work)
        return Read(query) if query is not None and not work.unexplained() else None
