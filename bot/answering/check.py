"""Yes or no: the first word of the headline, then the fact that decides; premises corrected, no reason invented."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Kind, Listing, Reason, SourceRef, Told
from bot.answering.check_contest import check_sentence, unknown_sentence
from bot.answering.check_country import answer_country
from bot.answering.check_holder import answer_holding
from bot.answering.contest_measures import against_words
from bot.answering.contests import basis_notes, detail_notes, result_block, told_of, winner_sentence
from bot.answering.missing import never_stood, no_contest_answer
from bot.answering.never_met import never_met
from bot.answering.result import beside_line, beside_listing, chosen_sentence
from bot.answering.wording import Words, capital, day, number
from knowledge.facts.check import CheckFacts, ContestCheck, Finding, together
from knowledge.facts.contests import Entry
from knowledge.facts.words import ClaimFact
from knowledge.models.elections import Detail
from knowledge.models.words import Verdict
from knowledge.query import AnyTime, Between, Check, ExpectedNumber, ExpectedOutcome, ExpectedStood

_TOLD = 3
_IN_FULL = 3
_LISTED = 12


def answer_check(query: Check, facts: CheckFacts, words: Words) -> Answer:
    """Whether all that was expected is so."""
    if facts.missing is not None:
        return _missing(query, facts, words)
    if facts.holders is not None:
        return answer_holding(query, facts, words)
    if facts.never_met is not None:
        return never_met(query, facts.never_met, words)
    if not facts.contests:
        return answer_country(query, facts, words)
    verdict = _verdict(query, facts.contests)
    if verdict is None or (_never_there(query, facts.contests) and _may_have_stood(facts.contests)):
        return _unknown(query, facts, words)
    if query.why:
        return _why(query, facts, verdict, words)
    rounded = "".join(f"; {_as_round(claim)}" for claim in facts.claims if claim.verdict is Verdict.ROUNDED)
    return Answer(
        kind=Kind.ANSWER,
        headline=f"{_headline(query, facts.contests, verdict, words).removesuffix('.')}{rounded}.",
        blocks=_blocks(query, facts, words),
        notes=_notes(facts.contests, words),
        sources=_sources(facts, words),
        colour=words.colour(facts.contests[0].measured.contest.winner_party),
        told=_contest_told(facts.contests, verdict),
    )


def _contest_told(checks: Sequence[ContestCheck], verdict: bool) -> Told | None:
    """The one contest that decides."""
    deciding = checks if len(checks) == 1 else [check for check in checks if check.verdict is verdict]
    if len(deciding) != 1:
        return None
    contest = deciding[0].measured.contest
    return told_of(contest, [c.person for c in deciding[0].subjects] or [contest.winner_person])


def _as_round(claim: ClaimFact) -> str:
    """Who stated the number that was asked about, for which the exact one stands above."""
    return f"{claim.stated_by} stated it on {day(claim.stated_on)}, right as a round figure"


def yes_or_no(verdict: bool, query: Check) -> str:
    """The first word, turned round where the question denied what it expected."""
    return "Yes" if verdict != query.negated else "No"


def _of_standing(query: Check) -> bool:
    """Whether it is said that somebody stood."""
    return any(isinstance(each, ExpectedStood) for each in query.expect)


def _never_there(query: Check, checks: Sequence[ContestCheck]) -> bool:
    """Whether somebody is said to have lost where all candidates are held and they are none of them."""
    if _of_standing(query):
        # that nobody stood is just what is said
        return False
    absent = [check.measured.entry.missing for check in checks]
    held = all(check.measured.contest.detail is Detail.CANDIDATES for check in checks)
    return query.negated and held and all(missing is not None for missing in absent)


def _may_have_stood(checks: Sequence[ContestCheck]) -> bool:
    """Whether any of those who are no candidates may have stood there at another time, when not all were named."""
    absent = [check.measured.entry.missing for check in checks]
    return any(missing.unnamed for missing in absent if missing is not None)


def _sometimes(query: Check) -> bool:
    """Whether one contest of those selected is enough ("ever"), rather than all ("both")."""
    return isinstance(query.where.when, AnyTime | Between)


def _verdict(query: Check, checks: Sequence[ContestCheck]) -> bool | None:
    """Whether what was expected is so: in one contest for "ever" and for a reason asked, else in all.

    A person who "lost" lost some contest, not all of them; a seat that was "never" won by a party never was.
    """
    verdicts = [check.verdict for check in checks]
    some = query.why or _sometimes(query)
    if query.negated and (query.why or query.where.people):
        some = not some
    if query.never:
        some = query.negated
    if some:
        return True if True in verdicts else (None if None in verdicts else False)
    # Of two contests in one year the one that the facts decide is enough of an answer.
    return together([each for each in verdicts if each is not None] or verdicts)


def _headline(query: Check, checks: Sequence[ContestCheck], verdict: bool, words: Words) -> str:
    first = "No" if _never_there(query, checks) else yes_or_no(verdict, query)
    if len(checks) == 1:
        return f"{first}: {check_sentence(words, checks[0])}."
    so = [c for c in checks if c.verdict]
    if _sometimes(query):
        asked = [c for c in checks if c.verdict is verdict]
        told = _one_of_many(asked, words) if len(asked) > _TOLD else f": {_several(asked, words)}"
        return f"{first}, {_how_many(query, verdict, len(asked), len(checks))}{told}."
    not_so = [c for c in checks if c.verdict is False]
    if not so or not not_so:
        return f"{first}: {_several(so or not_so, words)}."
    if query.where.seats or query.where.people:
        yes, no = (so, not_so) if not query.negated else (not_so, so)
        if query.both:
            return f"No: {_several(no, words)}; but {_several(yes, words)}."
        return f"Yes in one case, no in another. Yes: {_several(yes, words)}. No: {_several(no, words)}."
    return f"{first}, not all: {_several(not_so, words)}; but {_several(so, words)}."


def _one_of_many(checks: Sequence[ContestCheck], words: Words) -> str:
    """Of many contests the one in which most is as expected, by the figure asked about; else the latest."""
    nearest = min(checks, key=lambda check: (-len(_so(check)), _off(check), -check.measured.contest.date.toordinal()))
    near = bool(_off(nearest)) or (nearest.verdict is False and bool(_so(nearest)))
    lead = "; the nearest" if near else "; the latest"
    return f"{lead}: {check_sentence(words, nearest)}"


def _so(check: ContestCheck) -> list[Finding]:
    """What of it is so."""
    return [finding for finding in check.findings if finding.verdict]


def _off(check: ContestCheck) -> float:
    """By how much the figure asked about is another; nothing where none is asked about or held."""
    return sum(
        abs(finding.compared.value - finding.expectation.condition.value)
        for finding in check.findings
        if isinstance(finding.expectation, ExpectedNumber) and finding.compared and finding.compared.value is not None
    )


def _how_many(query: Check, verdict: bool, deciding: int, held: int) -> str:
    """In how many contests it is as the first word says: ``in none of the 3 contests held``."""
    count = "all" if deciding == held else number(deciding)
    if not verdict and not query.negated:
        if query.never:
            return f"not in {count} of the {number(held)} contests held"
        count = "none"
    return f"in {count} of the {number(held)} contests held"


def _several(checks: Sequence[ContestCheck], words: Words) -> str:
    said = "; ".join(check_sentence(words, check) for check in checks[:_TOLD])
    return f"{said}; and {number(len(checks) - _TOLD)} more" if len(checks) > _TOLD else said


def _missing(query: Check, facts: CheckFacts, words: Words) -> Answer:
    assert facts.missing is not None
    answer = no_contest_answer(words, query.where.when, facts.missing)
    if never_stood(words, query.where.when, facts.missing) and not query.why:
        answer = answer.model_copy(update={"kind": Kind.ANSWER, "reason": None})
    if answer.kind is Kind.ANSWER and not query.why and not facts.missing.after:
        # whoever stood nowhere lost nothing
        lost = query.negated and not query.never and bool(query.where.people) and not _of_standing(query)
        first = "No" if lost else yes_or_no(False, query)
        return answer.model_copy(update={"headline": f"{first}: {answer.headline}"})
    return answer


def _unknown(query: Check, facts: CheckFacts, words: Words) -> Answer:
    told = [c for c in facts.contests if c.verdict is None] or facts.contests
    return Answer(
        kind=Kind.DECLINE,
        reason=Reason.NOT_HELD,
        headline=capital("; ".join(unknown_sentence(words, c) for c in told[:_TOLD])) + ".",
        blocks=_blocks(query, facts, words),
        notes=_notes(facts.contests, words),
        sources=_sources(facts, words),
    )


def _why(query: Check, facts: CheckFacts, verdict: bool, words: Words) -> Answer:
    """The premise corrected; or that it is so, with the reasons that sources give, if any."""
    fitting = [c for c in facts.contests if c.verdict is verdict] or list(facts.contests)
    told = "; ".join(check_sentence(words, check) for check in fitting[:_TOLD])
    if verdict == query.negated:
        return Answer(
            kind=Kind.ANSWER,
            headline=f"That is not what happened: {told}.",
            blocks=_blocks(query, facts, words),
            notes=_notes(facts.contests, words),
            sources=_sources(facts, words),
        )
    claims = [claim for claim in facts.claims if claim.verdict is Verdict.NOT_CHECKABLE]
    basis = any(isinstance(e, ExpectedOutcome) and e.outcome != "loss" for e in query.expect)
    held = basis or bool(claims)
    notes = _notes(facts.contests, words)
    reason = _basis_reason(words, fitting[0]) if basis else "why is not held: the results do not give reasons"
    if claims:
        reason = "the results do not give reasons; what was said of it is below, as what it is"
    return Answer(
        kind=Kind.ANSWER if held else Kind.DECLINE,
        reason=None if held else Reason.NOT_HELD,
        headline=f"{capital(told)}; {reason}.",
        blocks=(*_claim_blocks(claims), *_blocks(query, facts, words)),
        notes=notes,
        sources=words.sources([*(c.source for c in claims), *(c.measured.contest.source for c in facts.contests)]),
    )


def _basis_reason(words: Words, check: ContestCheck) -> str:
    """That holds and gains follow the published basis, with that basis."""
    found = check.measured.basis
    before = found.published if found is not None else None
    if before is None:
        return "holds and gains are counted against the previous general election"
    winner = words.the_party(before.winner_party)
    return f"holds and gains are counted against {against_words(words, before)}, won by {winner}"


def _claim_blocks(claims: Sequence[ClaimFact]) -> tuple[Block, ...]:
    if not claims:
        return ()
    items = tuple(f"{c.stated_by}, {day(c.stated_on)}: {c.statement}" for c in claims)
    return (Listing(title="Stated, by whom", items=items),)


def _blocks(query: Check, facts: CheckFacts, words: Words) -> tuple[Block, ...]:
    lines = [beside_line(words, entry, _chosen(words, entry)) for entry in facts.beside]
    blocks: list[Block] = [*beside_listing(query.where, lines)]
    entries = [c.measured.entry for c in facts.contests]
    if len(entries) <= _IN_FULL:
        blocks.extend(result_block(words, entry) for entry in entries)
    else:
        latest = entries[: -_LISTED - 1 : -1]
        shown = tuple(capital(winner_sentence(words, entry)) for entry in latest)
        blocks.append(Listing(title="Contests, latest first", items=shown, left_out=len(entries) - len(latest)))
    return tuple(blocks)


def _chosen(words: Words, entry: Entry) -> str:
    return "; ".join(chosen_sentence(words, entry, c) for c in entry.chosen)


def _notes(checks: Sequence[ContestCheck], words: Words) -> tuple[str, ...]:
    notes = [
        note
        for check in checks[:_TOLD]
        for note in (
            *basis_notes(words, check.measured.contest, check.measured.basis),
            *detail_notes(words, check.measured.contest),
        )
    ]
    return tuple(dict.fromkeys(notes))


def _sources(facts: CheckFacts, words: Words) -> tuple[SourceRef, ...]:
    return words.sources(
        [
            *(c.measured.contest.source for c in facts.contests),
            *(e.contest.source for e in facts.beside),
            *(c.source for c in facts.claims),
        ]
    )
