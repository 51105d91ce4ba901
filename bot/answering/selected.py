"""A selection in words: ``seats gained by Labour from the Conservatives in Wales at the 2017 general election``."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.measured import condition_words
from bot.answering.national import within
from bot.answering.vacating import cause_words
from bot.answering.when import when_phrase
from bot.answering.wording import Words, counted, day, listed, ordinal
from knowledge.facts.contests import ContestFact
from knowledge.facts.ranking import Held, Window
from knowledge.models.elections import ElectionKind
from knowledge.query import GOVERNING, LAST_PLACE, AnyTime, Latest, Of, Outcome, Relative, Selection


def noun(kind: ElectionKind | None, elections: int = 1) -> tuple[str, str]:
    """What contests of a kind are called, one and several: ``seat``, ``by-election``, ``contest``."""
    if kind is ElectionKind.BY_ELECTION:
        return "by-election", "by-elections"
    if kind is None or elections != 1:
        return "contest", "contests"
    return "seat", "seats"


def asked_kind(selection: Selection) -> ElectionKind | None:
    """The kind of contest asked for; a country without a time means general elections."""
    when = selection.when
    if when.kind is None and isinstance(when, Latest) and not selection.seats and not selection.people:
        return ElectionKind.GENERAL
    return when.kind


def modifiers(words: Words, selection: Selection, of: Of, names: Iterable[str] = ()) -> str:
    """All that narrows the selection, but its time and seats."""
    people = list(names)
    left_out = f"not won by {words.parties(selection.not_won_by, 'or')}" if selection.not_won_by else ""
    parts = [_outcome(words, selection), left_out, _runner_up(words, selection)]
    parts.append(_candidates(words, selection, people) if of is Of.CANDIDACIES else _stood(words, selection, people))
    parts += [condition_words(c) for c in selection.conditions]
    parts += [cause_words(selection.causes) if selection.causes else "", within(words, selection.areas)]
    return " ".join(part for part in parts if part)


def candidates_noun(words: Words, selection: Selection) -> tuple[str, str]:
    """What candidacies are called: ``Labour candidate``, ``Labour women``."""
    party = listed([words.before_noun(p) for p in selection.parties], "or")
    one, several = {"female": ("woman", "women"), "male": ("man", "men")}.get(
        selection.gender or "", ("candidate", "candidates")
    )
    return (f"{party} {one}", f"{party} {several}") if party else (one, several)


def told_as_contests(selection: Selection) -> bool:
    """Whether candidacies are better told as the contests they were in: ``seats where Labour came second``."""
    if selection.people:
        return True
    return bool(selection.parties) and selection.place is not None and not selection.gender


def seats_named(selection: Selection, contests: Iterable[ContestFact]) -> str:
    """``in Copeland``; empty where no seat was named."""
    if not selection.seats:
        return ""
    names = {c.seat: c.seat_name for c in contests}
    shown = [names.get(seat, seat.replace("-", " ").title()) for seat in selection.seats[:5]]
    return f"in {listed(shown)}"


def occasion(words: Words, selection: Selection, window: Window, held: Held) -> str:
    """When, in words: the general election where it is one, else the time asked for."""
    election = window.election or (held.election if not window.rows else None)
    by_election = window.kind is ElectionKind.BY_ELECTION or asked_kind(selection) is ElectionKind.BY_ELECTION
    when = selection.when
    if election is not None and not by_election:
        name = words.election(election)
        return f"{'in' if 'notional' in name else 'at'} the {name}"
    if isinstance(when, AnyTime | Relative) or (isinstance(when, Latest) and (selection.seats or selection.people)):
        return f"of those held here{years(held)}"
    if isinstance(when, Latest):
        generals = words.reference.general_elections()
        general = asked_kind(selection) is ElectionKind.GENERAL
        return f"at the {generals[-1].name}" if generals and general else ""
    return when_phrase(when)


def years(span: Held | Window) -> str:
    """``, 1918 to 2026``; empty where nothing is held."""
    if span.first is None or span.last is None:
        return ""
    return f", {span.first.year}" if span.first.year == span.last.year else f", {span.first.year} to {span.last.year}"


def window_words(words: Words, window: Window, narrowed: str = "") -> str:
    """The window of a superlative: ``at the 120 by-elections won by Labour from 2011 to 2026 held here``.

    ``narrowed`` is what narrows the contests looked through.
    """
    if window.first is None or window.last is None:
        return f"{narrowed} in the data".strip()
    fits = f" {narrowed}" if narrowed else ""
    span = f"from {window.first.year} to {window.last.year}"
    if window.first.year == window.last.year:
        span = f"of {window.first.year}"
    if window.kind is ElectionKind.BY_ELECTION:
        if window.first == window.last:
            return f"at the by-elections{fits} of {day(window.first)}"
        return f"at the {counted(window.held, 'by-election')}{fits} {span} held here"
    scope = (
        narrowed if not narrowed or narrowed.startswith("in ") else f"in the {counted(window.held, 'seat')} {narrowed}"
    )
    if window.election is not None:
        return f"{scope} at the {words.election(window.election)}".strip()
    if window.kind is None:
        return f"at the {counted(window.held, 'contest')}{fits} {span} held here"
    return f"{scope} at the {counted(window.elections, 'general election')} {span} held here".strip()


def candidates_scope(words: Words, selection: Selection, names: Iterable[str]) -> str:
    """Whose figure is ranked: ``for the Greens``, ``for a winner``, ``for a woman in Wales``."""
    who = listed(names, "or") or words.parties(selection.parties, "or")
    gender = {"female": "a woman", "male": "a man"}.get(selection.gender or "", "")
    if selection.place is not None:
        place = "a winner" if selection.place == 1 else f"a candidate who {_came(selection.place)}"
        who = f"{place} of {who}" if who else place
    elif not who:
        who = gender or "a candidate"
    parts = [f"for {who}", f"({gender})" if gender and who != gender else ""]
    parts += [_outcome(words, selection), _runner_up(words, selection)]
    parts += [condition_words(c) for c in selection.conditions]
    parts.append(within(words, selection.areas))
    return " ".join(part for part in parts if part)


def governing_notes(selection: Selection) -> list[str]:
    """What "the governing party" leaves out: gains within a coalition, and members who cannot be told apart."""
    if GOVERNING not in selection.winner:
        return []
    between = "" if selection.outcome is Outcome.HOLD else "Gains of one coalition party from another, and "
    return [
        f"The governing party is each party of the government of that day. {between}Liberals from 1919 to 1922 and"
        " 1931 to 1935, of whom some supported the government and some opposed it, are left out."
    ]


def _outcome(words: Words, selection: Selection) -> str:
    won = words.winners(selection.winner)
    lost = words.parties(selection.lost_by, "or")
    if selection.outcome is Outcome.HOLD:
        return f"held by {won}" if won else "that did not change hands"
    if won and (lost or selection.outcome is Outcome.GAIN):
        return f"gained by {won} from {lost}" if lost else f"gained by {won}"
    if lost:
        return f"lost by {lost}"
    if won:
        return f"won by {won}"
    return "that changed hands" if selection.outcome is Outcome.GAIN else ""


def _runner_up(words: Words, selection: Selection) -> str:
    second = words.parties(selection.runner_up, "or")
    return f"where {second} came second" if second else ""


def _stood(words: Words, selection: Selection, people: list[str]) -> str:
    """The candidate that a contest must have had."""
    who = listed(people, "or") if selection.people else words.parties(selection.parties, "or")
    if not who and selection.gender:
        who = {"female": "a woman", "male": "a man"}[selection.gender]
    if not who:
        return ""
    of = f" for {words.parties(selection.parties, 'or')}" if selection.people and selection.parties else ""
    if selection.place == 1:
        return f"won by {who}{of}"
    return f"where {who} {_came(selection.place)}{of}"


def _candidates(words: Words, selection: Selection, people: list[str]) -> str:
    """What is asked of the candidates themselves, after their noun."""
    del words
    who = f"of {listed(people, 'or')} " if people else ""
    if selection.place is None:
        return f"{who}who stood" if selection.gender else who.strip()
    return f"{who}who {_came(selection.place)}"


def _came(place: int | None) -> str:
    if place is None:
        return "stood"
    if place == 1:
        return "won"
    return "came last" if place == LAST_PLACE else f"came {ordinal(place)}"
