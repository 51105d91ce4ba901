"""The bot about itself: a greeting, what can be asked, what is held, from where, and what is kept of a question."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Kind, Listing, Paragraph
from bot.answering.wording import Words, capital, counted, day
from knowledge.facts.words import CoverageFacts, PeriodCoverage
from knowledge.models.elections import Detail, ElectionKind
from knowledge.query import About

_EXAMPLES = ("who won Copeland?", "seats by party 2024", "lowest turnout at a by-election", "what is swing?")

_ASKABLE = (
    "Results: “who won Bath in 2024?”, “full result Clacton 2014 by-election”",
    "Figures: “turnout in Copeland”, “majority in Hartlepool 2021”, “swing in Tiverton by-election”",
    "Seats: “who was MP for Hartlepool in 2018?”, “history of Copeland”, “what happened to Wakefield constituency?”",
    "People: “every election Gareth Snell fought”, “who replaced Chris Skidmore?”",
    "The country: “seats by party 2024”, “Labour share 2017 v 2019”, “SNP seats 2015”",
    "Lists and records: “by-elections 2016”, “smallest majority 2017”, “which seats did the Greens win in 2024?”",
    "Checks: “did Labour hold Stoke-on-Trent Central in 2017?”",
    "Words: “who said astounding victory?”, “what is a lost deposit?”",
)

_PRIVACY = (
    "To understand a follow-up such as “and in 2019?”, what was understood of the last four questions is kept in "
    "memory for ten minutes for each person and channel, and “forget that” drops it at once.",
    "Whoever runs the bot can switch on a list of single words that were not understood; it holds neither whole "
    "questions nor who asked.",
    "Answers come from files on the bot's own machine: nothing that you type is sent to anybody else.",
)


def answer_about(query: About, facts: CoverageFacts | None, words: Words) -> Answer:
    """The reply to a greeting, to thanks, or to a question about the bot."""
    match query.topic:
        case "greeting":
            return _plain(
                "Hello. Ask me about elections to the UK Parliament: results, members, records and quotations."
            )
        case "thanks":
            return _plain("You are welcome.")
        case "forgotten":
            return _plain("Forgotten: the next question starts afresh.")
        case "help":
            return _plain(
                "Ask about elections to the UK Parliament in your own words; every answer gives its source.",
                Listing(title="For example:", items=_ASKABLE),
            )
        case "privacy":
            return _plain(
                "No question and nothing about who asked it is stored.",
                *(Paragraph(text=text) for text in _PRIVACY),
            )
        case "coverage":
            return _coverage(facts)
        case "sources":
            return _sources(facts, words)


def _plain(headline: str, *blocks: Block) -> Answer:
    return Answer(kind=Kind.ANSWER, headline=headline, blocks=blocks, examples=_EXAMPLES)


def _coverage(facts: CoverageFacts | None) -> Answer:
    assert facts is not None, "coverage is always queried"
    first = min(period.first for period in facts.periods)
    return _plain(
        f"Elections to the UK Parliament from {day(first)} to {day(facts.data_until)} are held.",
        Listing(title="What is held:", items=tuple(capital(_period(period)) for period in facts.periods)),
        Paragraph(
            text=f"{counted(facts.candidacies, 'candidacy', 'candidacies')} in all; also "
            f"{counted(facts.quotes, 'quotation')} and {counted(facts.explainers, 'word')} explained."
        ),
    )


def _period(period: PeriodCoverage) -> str:
    """``general elections 2010 to 2024: 3,250 contests with every candidate's votes``."""
    kind = "by-elections" if period.kind == ElectionKind.BY_ELECTION else "general elections"
    years = (
        f"{period.first.year} to {period.last.year}" if period.first.year != period.last.year else f"{period.last.year}"
    )
    match Detail(period.detail):
        case Detail.CANDIDATES:
            depth = "with every candidate and their votes"
        case Detail.PARTIES:
            depth = "with votes by party and the winner's name, without the other candidates' names"
        case Detail.WINNER:
            depth = "with the winner; most other votes are not held"
    return f"{kind} {years}: {counted(period.contests, 'contest')} {depth}"


def _sources(facts: CoverageFacts | None, words: Words) -> Answer:
    assert facts is not None, "sources are queried with the coverage"
    held = words.reference.sources.values()
    titles = dict.fromkeys(
        f"{row.publisher}: {row.title}" + (f", {row.address}" if row.address else "") for row in held
    )
    publishers = dict.fromkeys(row.publisher for row in held)
    return _plain(
        f"The facts come from {counted(len(titles), 'publication')} of {counted(len(publishers), 'publisher')}, "
        f"with results to {day(facts.data_until)}; every answer names its own.",
        Listing(items=tuple(sorted(titles))),
    )
