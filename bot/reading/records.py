"""What "record" says before a figure: the highest that there was, where a party or a kind of election stands between.

"A record labour majority" is no record of Labour's.
"""

from __future__ import annotations

from bot.reading.spans import Cover

_FIGURES = frozenset({"majority", "turnout", "swing"})
"""Cues of figures that a record is set in, at a contest or at all of them."""
_OF_PARTIES = frozenset({"votes", "share"})
"""The same of a party's figures, at by-elections: of the country they have a frame of their own."""
_KINDS = frozenset({"by_election", "general_election"})


def highest(cover: Cover, records: frozenset[str], verbs: frozenset[str]) -> None:
    """Take "record" for the highest of the figure that it stands before."""
    texts = [token.text for token in cover.tokens]
    if records.isdisjoint(texts) or not verbs.isdisjoint(texts):
        # "did labour record a majority"
        return
    for at, span in enumerate(cover.spans):
        if texts[span.end - 1] in records and "history" in span.cues and _heads_figure(cover, at):
            span.cues = ("highest",)


def _heads_figure(cover: Cover, at: int) -> bool:
    """Whether nothing but whose it is, or at which elections, stands between it and the figure."""
    polled = False
    for span in cover.spans[at + 1 :]:
        cues = set(span.cues)
        if cues & _FIGURES or (polled and cues & _OF_PARTIES):
            return True
        if not (span.party or span.area or cues & _KINDS):
            return False
        polled = polled or "by_election" in cues
    return False
