"""The day of a contest asked for beside a figure of it: "lubbock orpington: date and turnout"."""

from __future__ import annotations

from bot.reading.frames.figures import figure
from bot.reading.framing import needs
from bot.reading.work import Work
from knowledge.query import Figure, Measure, Query


@needs("a seat", "a person")
@needs("when")
@needs("turnout", "majority", "electorate", "swing", "by_how_much", "valid_votes", "candidates")
@needs(words=("and", "plus", "with"))
def dated_figure(work: Work) -> Query | None:
    """A figure with its date, where the two are named side by side and no more is asked."""
    days = work.hits.get("when", ())
    if not all(work.group("day_nouns") & {*work.text(at).split()} for at in days):
        return None
    if not (work.timed or work.inherited.when) and _stood_often(work):
        # "lubbock orpington: date and turnout": the day of which of his contests there
        return None
    found = figure.reading(work)
    if not isinstance(found, Figure) or found.per_contest or Measure.DATE in found.measures:
        return None
    return found.model_copy(update={"measures": (Measure.DATE, *found.measures)})


def _stood_often(work: Work) -> bool:
    """Whether whoever is named stood more than once in the seat named, or anywhere where none is."""
    seats = {seat for slot in work.seats for seat in slot.values} or set(work.inherited.seats)
    named = [person for slot in work.people for person in slot.values]
    cards = work.catalogue.cards(named or ([] if work.seats else work.inherited.people))
    return sum(not seats or stand.seat in seats for card in cards for stand in card.stands) > 1
