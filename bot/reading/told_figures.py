"""Figures asked of what was told last in words that by themselves would be of something else, or explain a word."""

from __future__ import annotations

from bot.reading.bare_questions import names_nothing
from bot.reading.conversation import subject
from bot.reading.outcome import Outcome, Read, Refuse
from bot.reading.told_asked import Asked
from bot.reading.turning import by_name
from knowledge.query import (
    About,
    AnyTime,
    Check,
    Compare,
    Count,
    Explain,
    Figure,
    Governments,
    InYears,
    Listing,
    Measure,
    Of,
    OnDay,
    Rank,
    Result,
    Selection,
    Several,
    Totals,
)

_MAJORITY = frozenset({"aux", "by_how_much", "how_many", "how_much", "majority", "what"})
_BESIDE = {"majority": Measure.MAJORITY, "turnout": Measure.TURNOUT, "swing": Measure.SWING}
"""Figures that a list of contests may be told with, by their cues."""
_LIGHT = frozenset({"aux", "listing", "what", "versus", "how_much", "how_many"})
_MOST = 50
"""Rows that a ranking gives at most."""
_MOVED = frozenset({"ahead", "change", "up", "down", "over", "under", "better", "worse"})
_PLAIN = frozenset({"aux", "get", "than", "versus", "how_much", "by_how_much"})
_FIGURES = 4
"""Figures of a year."""
_TURNING = frozenset(
    {"aux", "change", "closest", "get", "highest", "lowest", "safest", "take", "versus", "what", "which", "who", "win"}
)
"""Cues of words that turn a ranking round."""
_ASKING = frozenset({"who", "what", "which", "when", "how_many", "how_much", "where", "did_how"})
_OF_PARTY = frozenset({Measure.SHARE, Measure.VOTES})
_STOOD = frozenset({"stand", "candidates"})


def told_figures(asked: Asked) -> Outcome | None:
    """What a figure asked for can only be of, behind the last question; None where it needs no other look."""
    return (
        _of_government(asked)
        or _of_listed(asked)
        or _against(asked)
        or _of_country(asked)
        or _how_many_stood(asked)
        or _deposits(asked)
        or _sure(asked)
    )


def _of_government(asked: Asked) -> Read | None:
    """ "how big a majority", behind who formed a government or won an election: theirs in the house."""
    last, cues = asked.last, asked.cover.cues
    if not isinstance(last, Governments | Totals) or not _is_term(asked) or not cues <= _MAJORITY:
        return None
    if asked.says("plural_figures"):
        return None
    when = last.when if isinstance(last, Governments) else last.where.when
    if not isinstance(when, InYears) or len(when.years) != 1 or cues.isdisjoint({"majority", "by_how_much"}):
        return None
    if isinstance(last, Governments):
        formed = last.ask in {"formed", "won"}
        return Read(Governments(when=when, ask="majority"), carried=True) if formed else None
    whole = not (last.where.seats or last.where.areas or last.where.people) and "majority" in cues
    seats = last.measures in {(), (Measure.SEATS,)}
    majority = last.model_copy(update={"measures": (Measure.COMMONS_MAJORITY,)})
    return Read(majority, carried=True) if whole and seats else None


def _is_term(asked: Asked) -> bool:
    """Whether a word was only explained, or not understood, and names nothing."""
    return isinstance(asked.query, Explain | None) and names_nothing(asked.cover) and not asked.defines


def _of_listed(asked: Asked) -> Outcome | None:
    """ "with majorities", behind a list of seats: the list with them."""
    last, cues = asked.last, asked.cover.cues
    if isinstance(last, Totals) and last.where.parties and asked.says("plural_figures"):
        last = by_name(last)
    if not isinstance(last, Listing) or last.of is not Of.CONTESTS or last.limit is not None:
        return None
    national = isinstance(asked.query, Totals) and names_nothing(asked.cover) and not asked.says("countrywide")
    if not (_is_term(asked) or national):
        return None
    if asked.cover.tokens[0].text in asked.groups["with_words"] and not cues.isdisjoint({"votes", "share"}):
        # "with votes" is not what the party got in all
        return asked.refused
    figures = [measure for cue, measure in _BESIDE.items() if cue in cues]
    if len(figures) != 1 or not cues <= _LIGHT | set(_BESIDE) or "explain" in cues:
        return None
    rank = Rank(where=last.where, of=Of.CONTESTS, measure=figures[0], highest=True, limit=_MOST)
    return Read(rank, carried=True)


def _against(asked: Asked) -> Read | Refuse | None:
    """ "up or down on 2015", behind a figure of 2017: that one, against the same of 2015."""
    last, cover = asked.last, asked.cover
    if not isinstance(last, Figure | Totals) or len(last.measures) != 1 or isinstance(asked.query, Compare | Check):
        return None
    named = any(s.seat or s.party or s.area or (s.person and not s.filler) for s in cover.spans)
    spoken, year = _year(last), _held_against(asked)
    if named or spoken is None or year is None or cover.cues.isdisjoint(_MOVED) or not cover.cues <= _MOVED | _PLAIN:
        return None
    generals = [day.year for day in asked.reader.calendar.generals]
    if spoken == year or year not in generals:
        return asked.refused
    then = last.where.model_copy(update={"when": InYears(years=(year,), kind=last.where.when.kind)})
    if isinstance(last, Figure):
        whose = last.where.parties or last.where.people
        before = [each for each in generals if each < spoken]
        if whose and last.measures[0] in _OF_PARTY and before and before[-1] == year:
            measure = Measure.CHANGE if last.measures[0] is Measure.SHARE else Measure.VOTE_CHANGE
            return Read(last.model_copy(update={"measures": (measure,)}), carried=True)
    return Read(Compare(sides=(last, last.model_copy(update={"where": then}))), carried=True)


def _held_against(asked: Asked) -> int | None:
    """The one year that stands right behind a word that something is held against."""
    texts = [token.text for token in asked.cover.tokens]
    years = [at for at, text in enumerate(texts) if len(text) == _FIGURES and text.isdigit()]
    behind = len(years) == 1 and years[0] > 0 and texts[years[0] - 1] in asked.groups["held_against"]
    return int(texts[years[0]]) if behind else None


def _year(last: Figure | Totals) -> int | None:
    """The one year that a figure is of."""
    when = last.where.when
    if isinstance(when, OnDay):
        return when.day.year
    return when.years[0] if isinstance(when, InYears) and len(when.years) == 1 else None


def _of_country(asked: Asked) -> Outcome | None:
    """ "flip it, biggest majority", behind the closest of an election: of that election again, in the same places."""
    last, query, cover = asked.last, asked.query, asked.cover
    if not isinstance(last, Rank) or last.where.seats or any(s.seat or s.time or s.party for s in cover.spans):
        return None
    flipped = _flipped(asked, last)
    if flipped is not None or not isinstance(query, Rank) or query.of is not last.of:
        return flipped
    if asked.says("there_words") and not last.where.areas:
        # "biggest majority there" is of that seat, and not of the whole country
        return None if query.where.seats else asked.refused
    timed = isinstance(last.where.when, InYears) and isinstance(query.where.when, AnyTime)
    if not query.where.seats and not timed:
        return None
    wide = asked.says("countrywide") or any(span.area for span in cover.spans)
    areas = query.where.areas if wide else query.where.areas or last.where.areas
    where = query.where.model_copy(update={"seats": (), "areas": areas, "when": last.where.when})
    return Read(query.model_copy(update={"where": where}), carried=True)


def _flipped(asked: Asked, last: Rank) -> Read | None:
    """ "flip it", "the opposite": the other end of the ranking."""
    cues = asked.cover.cues
    said = any(phrase in asked.text for phrase in asked.groups["turned_round"])
    if not said or not cues <= _TURNING | set(_BESIDE) or any(span.area for span in asked.cover.spans):
        return None
    named = [measure for cue, measure in _BESIDE.items() if cue in cues]
    highest = not cues.isdisjoint({"highest", "safest"})
    wanted = highest if highest or not cues.isdisjoint({"lowest", "closest"}) else not last.highest
    if named not in ([], [last.measure]) or wanted == last.highest or last.nth is not None:
        return None
    return Read(last.model_copy(update={"highest": wanted}), carried=True)


def _how_many_stood(asked: Asked) -> Read | None:
    """ "how many stood in total", behind one contest: then and there, and not ever."""
    query, cues, held = asked.query, asked.cover.cues, subject(asked.last)
    wanted = {"how_many", "total"} <= cues and not cues.isdisjoint(_STOOD)
    if not wanted or not isinstance(query, Result | Figure) or not isinstance(query.where.when, AnyTime):
        return None
    if not isinstance(held, Result | Figure) or held.where.seats != query.where.seats:
        return None
    where = Selection(seats=held.where.seats, when=held.where.when)
    return Read(Figure(where=where, measures=(Measure.CANDIDATES,)), carried=True)


def _deposits(asked: Asked) -> Read | None:
    """ "how many did the lib dems lose in 2015", behind what a deposit is: deposits, and not seats."""
    last, query = asked.last, asked.query
    if not isinstance(last, Explain) or last.term not in asked.groups["terms_of_loss"]:
        return None
    if not isinstance(query, Count | Listing) or not query.where.lost_by or not asked.cover.cues.isdisjoint({"seats"}):
        return None
    where = Selection(parties=query.where.lost_by, when=query.where.when, areas=query.where.areas)
    return Read(Totals(where=where, measures=(Measure.DEPOSITS_LOST,)), carried=True)


def _sure(asked: Asked) -> Outcome | None:
    """ "are you sure? that's a labour seat": the last answer again, and no total of the party."""
    query, placed = asked.query, subject(asked.last)
    if placed is None or not placed.where.seats or not asked.cover.cues.isdisjoint(_ASKING):
        return None
    if isinstance(query, Totals) and query.where.parties and asked.says("one_seat"):
        # "really? that's a tory seat": no question of how many they have
        return asked.refused
    if not isinstance(query, Several) or not isinstance(query.parts[0], About) or "sure" not in asked.cover.cues:
        return None
    return Read(query.parts[0]) if all(isinstance(part, Totals) for part in query.parts[1:]) else None
