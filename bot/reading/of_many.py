"""What is asked of many seats at once that a query does not tell: how near, which part of them, of both, what moved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.reading.qualified import cues_at
from bot.reading.slots import Inherited
from bot.reading.work import Work
from knowledge.query import (
    Aggregate,
    Check,
    Compare,
    Count,
    Governments,
    Listing,
    Measure,
    Of,
    OfficeHolder,
    Query,
    Rank,
    Totals,
)

_OF_VOTES = frozenset({Measure.VOTES, Measure.SHARE})


def is_nearly_won(work: Work) -> bool:
    """ "within 500 votes of winning", "missed by 500 votes": so far was somebody from winning."""
    if not work.says("near_leads"):
        return any(work.text(at) in work.group("missing_by") for at in work.hits.get("behind", ()))
    winning = work.group("wins_nearly_had")
    texts = [token.text for token in work.cover.tokens]
    return any(one in work.group("short_of_words") and other in winning for one, other in pairwise(texts))


def of_many(query: Query, work: Work) -> Iterator[int]:
    """Words of how near to winning, of a part of seats, of two parties at once, or of how something is done."""
    if isinstance(query, Totals | Aggregate | Governments) and _asks_what_it_is(work):
        yield 0
    if isinstance(query, OfficeHolder):
        # "prime ministers in order" are all of them
        yield from (at for at in work.hits.get("listing", ()) if work.text(at) == "in order")
    yield from _of_ends(query, work)
    yield from _of_those_seats(query, work)
    if work.parties and work.has("over", "under") and isinstance(query, Listing | Count | Check | Totals):
        near = not work.anchored and is_nearly_won(work) and '"behind"' not in query.model_dump_json()
        yield from (at for at in work.hits.get("under", work.hits.get("over", ())) if near)
    if work.has("share") and work.parties:
        yield from _share_of_seats(work)
    if work.has("both") and work.parties and work.says("in_each"):
        # "seats where both lost their deposit": where the one did and the other too
        tokens, spans = work.cover.tokens, work.cover.spans
        leads = work.group("in_each")
        yield from (at for at in work.hits["both"] if spans[at].start and tokens[spans[at].start - 1].text in leads)


def _share_of_seats(work: Work) -> Iterator[int]:
    """ "what share of labour's seats were in london": a part of the seats of one party, of which no figure is held."""
    spans = work.cover.spans
    for slot in work.parties:
        before = next((at for at in range(slot.span - 1, -1, -1) if not spans[at].filler), -1)
        seats = not {"seats", "mp"}.isdisjoint(cues_at(work, slot.span + 1))
        if (
            seats
            and "share" in cues_at(work, before)
            and work.cover.tokens[spans[slot.span].start - 1].text in {"of", "the"}
        ):
            yield before


def _asks_what_it_is(work: Work) -> bool:
    """ "how are deposits lost", "what is a spoilt paper": no figure is asked for, where nothing has one."""
    if work.timed or work.parties or work.areas or work.inherited != Inherited() or work.has("average"):
        return False
    opening = work.text(0)
    texts = [token.text for token in work.cover.tokens[:2]]
    return " ".join(texts) in work.group("ways_asked") or opening in work.group("kinds_asked")


def _of_ends(query: Query, work: Work) -> Iterator[int]:
    """Superlatives of which a ranking, or a comparison, tells another or only one."""
    ends = (*work.hits.get("highest", ()), *work.hits.get("lowest", ()))
    if not ends and not work.says("area_kinds"):
        return
    if isinstance(query, Compare) and work.says("one_place"):
        # "which seat had the highest turnout in 2015 and 2017" is not how the two elections compare
        yield from ends
    if not isinstance(query, Rank):
        return
    if work.says("area_kinds") and not work.areas and query.of in {Of.CONTESTS, Of.CANDIDACIES}:
        # "ukip's best region" is no seat
        yield from (at for at in range(len(work.cover.spans)) if work.text(at) in work.group("area_kinds"))
    if work.has("highest") and work.has("lowest"):
        # "the biggest and smallest electorate": of one end, the other is not told
        yield from (at for at in ends if at + 2 in ends and work.text(at + 1) in work.group("conjoining"))
    if query.nth is not None:
        # "the biggest third party vote" is not the third biggest
        tokens, spans = work.cover.tokens, work.cover.spans
        for at, number in work.slots.numbers:
            behind = tokens[spans[at].end].text if spans[at].end < len(tokens) else ""
            if number.unit == "ordinal" and behind == "party":
                yield at


def _of_those_seats(query: Query, work: Work) -> Iterator[int]:
    """Seats that something was so in, where the whole country is told: "labour's votes in the seats it won"."""
    seats = [at for at in work.hits.get("seats", ()) if work.text(at).split()[-1] in work.group("seats_in_plural")]
    if not seats:
        return
    tokens, spans = work.cover.tokens, work.cover.spans
    of_votes = isinstance(query, Totals) and not _OF_VOTES.isdisjoint(query.measures)
    for at in seats:
        behind = tokens[spans[at].end].text if spans[at].end < len(tokens) else ""
        listed = isinstance(query, Check) and not (work.asks_whether or work.has("check")) and behind == "with"
        if listed or (of_votes and _is_within(work, at, behind)):
            yield at
    if isinstance(query, Compare) and work.has("up", "down") and work.has("votes", "share"):
        # "how many seats did labour's share fall in"
        yield from (at for at in work.hits.get("how_many", ()) if at + 1 in seats)


def _is_within(work: Work, at: int, behind: str) -> bool:
    """ "in labour seats", "in the seats they won", but not "how did they do in seats"."""
    if work.text(at).startswith("in "):
        return behind in work.group("of_those")
    parties = {slot.span for slot in work.parties}
    led = next(
        (i for i in range(at - 1, -1, -1) if i not in parties and work.text(i) not in work.group("articles")), at
    )
    return led < at and work.text(led) in {"in", "in the"}
