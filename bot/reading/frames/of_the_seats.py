"""Parts of all seats: "of the 72 scottish seats how many went labour"."""

from __future__ import annotations

from bot.reading.work import Work


def went_to(work: Work) -> bool:
    """ "how many scottish seats went labour": how many it won, whether new or kept."""
    if len(work.parties) != 1 or work.seats or work.has("take", "lose", "beat"):
        return False
    verbs = [at for at in work.hits.get("changed_hands", ()) if work.text(at) in work.group("going_to")]
    if len(verbs) != 1 or len(verbs) != len(work.hits.get("changed_hands", ())):
        return False
    return verbs[0] < work.parties[0].span and not work.says("changed_from")


def of_all_seats(work: Work) -> None:
    """ "of the 40 welsh seats": how many seats there were is only mentioned, where it is right; marks it."""
    free = work.free_numbers()
    if len(free) != 1 or free[0][1].unit or len({year.year for year in work.years}) > 1:
        return
    at, number = free[0]
    start = work.cover.spans[at].start
    tokens = work.cover.tokens
    led = start > 0 and tokens[start - 1].text in work.group("presuming") and tokens[max(0, start - 2)].text == "of"
    ahead = {token.text for token in tokens[start + 1 : start + 4]}
    if not led or ahead.isdisjoint(work.group("few_nouns")):
        return
    area = work.areas[0].values[0] if work.areas else "united-kingdom"
    year = work.years[0].year if work.years else work.calendar.generals[-1].year
    if work.catalogue.seats_in(area, year) == number.value:
        work.used.add(at)
