"""Why by-elections were held, as what narrows a list of them: "caused by a death", "recall by-elections"."""

from __future__ import annotations

from bot.reading.work import Work

_CAUSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("died", ("death of the member",)),
    ("resigned", ("resignation",)),
    ("recalled", ("recall petition",)),
    ("ennobled", ("elevation to the House of Lords", "succession to a peerage", "writ of acceleration")),
    ("made_judge", ("appointment as a judge",)),
    ("barred", ("disqualification",)),
    ("expelled", ("expulsion from the House of Commons",)),
    ("voided", ("election declared void on petition",)),
    ("bankrupted", ("bankruptcy",)),
)
"""Groups of words, and the causes as they are held that they speak of."""


def causes(work: Work) -> tuple[str, ...]:
    """The causes named, as they are held; marks what says so, and nothing where there is none."""
    if not work.has("vacancy"):
        return ()
    told = {word for at in work.hits["vacancy"] for word in work.text(at).split()}
    found = [held for group, names in _CAUSES if told & work.group(group) for held in names]
    if found:
        leads = {at - 1 for at in work.hits["vacancy"]} | {at - 2 for at in work.hits["vacancy"]}
        work.used.update(at for at in leads if at >= 0 and work.text(at) in work.group("leaving_leads"))
        work.take("vacancy", "vacancy_lead", "cause", "leave", "mp", "lose", "why", "replace", "where", "when")
    return tuple(found)
