"""The slash commands and the message menu: each turns its options into a request for the desk."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import Interaction, app_commands
from discord.app_commands import Choice, Range

from bot.discord_app import composing
from bot.discord_app.completing import completer
from bot.discord_app.desk import Desk
from bot.discord_app.messages import words_of
from bot.rendering.limits import QUESTION
from knowledge.query import About, Measure

Typed = Range[str, 1, 100]
"""A name as typed or picked."""
Question = Range[str, 1, QUESTION]
Tree = app_commands.CommandTree[Any]

SHOW: Final = [
    Choice(name="Results", value="results"),
    Choice(name="Member now", value="member"),
    Choice(name="All members", value="members"),
    Choice(name="When it last changed hands", value="last-change"),
    Choice(name="What became of it", value="became"),
]
MEASURES: Final = [
    Choice(name="Majority in votes", value=Measure.MAJORITY.value),
    Choice(name="Majority in percentage points", value=Measure.MAJORITY_SHARE.value),
    Choice(name="Turnout", value=Measure.TURNOUT.value),
    Choice(name="Electorate", value=Measure.ELECTORATE.value),
    Choice(name="Valid votes", value=Measure.VALID_VOTES.value),
    Choice(name="Swing", value=Measure.SWING.value),
    Choice(name="Number of candidates", value=Measure.CANDIDATES.value),
    Choice(name="Lost deposits", value=Measure.DEPOSITS_LOST.value),
]
ORDERS: Final = [Choice(name="Highest first", value="highest"), Choice(name="Lowest first", value="lowest")]
AREAS: Final = [
    Choice(name=name, value=name.casefold().replace(" ", "-"))
    for name in (
        "United Kingdom",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "East Midlands",
        "East of England",
        "London",
        "North East",
        "North West",
        "South East",
        "South West",
        "West Midlands",
        "Yorkshire and the Humber",
    )
]
PRIVATE: Final = "Show the reply only to you"
ELECTION: Final = "Such as 2017, or a by-election; the latest if you leave it out"


def add_commands(tree: Tree, desk: Desk) -> None:
    """Adds every command to ``tree``."""
    for add in (_add_asking, _add_places, _add_names, _add_words, _add_rank, _add_about):
        add(tree, desk)


def _add_asking(tree: Tree, desk: Desk) -> None:
    @tree.command(name="ask", description="Ask a question about UK elections in your own words")
    @app_commands.describe(question='Such as "who won Copeland in 2017?"', private=PRIVATE)
    async def ask(interaction: Interaction[Any], question: Question, private: bool = False) -> None:
        await desk.respond(interaction, question, private=private, route="ask")

    @tree.context_menu(name="Answer this")
    async def answer_this(interaction: Interaction[Any], message: discord.Message) -> None:
        words = words_of(message)
        extra = f"-# Asked in [this message]({message.jump_url})"
        request = words or About(topic="help")
        await desk.respond(interaction, request, private=False, route="menu", extra=extra)


def _add_places(tree: Tree, desk: Desk) -> None:
    seats, elections = completer(desk, "seat"), completer(desk, "election")

    @tree.command(name="result", description="Everybody who stood in a seat, with votes and share")
    @app_commands.describe(place="A seat or a town", election=ELECTION, private=PRIVATE)
    @app_commands.autocomplete(place=seats, election=elections)
    async def result(
        interaction: Interaction[Any], place: Typed, election: Typed | None = None, private: bool = False
    ) -> None:
        await desk.respond(interaction, composing.result(place, election), private=private, route="result")

    @tree.command(name="seat", description="A seat through time: its results, members and changes of hands")
    @app_commands.describe(place="A seat or a town", show="Which part of its story", private=PRIVATE)
    @app_commands.autocomplete(place=seats)
    @app_commands.choices(show=SHOW)
    async def seat(interaction: Interaction[Any], place: Typed, show: str = "results", private: bool = False) -> None:
        await desk.respond(interaction, composing.seat(place, show), private=private, route="seat")


def _add_names(tree: Tree, desk: Desk) -> None:
    @tree.command(name="person", description="Every contest that somebody stood in")
    @app_commands.describe(name="A candidate or member", private=PRIVATE)
    @app_commands.autocomplete(name=completer(desk, "person"))
    async def person(interaction: Interaction[Any], name: Typed, private: bool = False) -> None:
        await desk.respond(interaction, composing.person(name), private=private, route="person")

    @tree.command(name="party", description="Seats, votes and share of a party at a general election")
    @app_commands.describe(name="A party", election=ELECTION, area="A nation or region", private=PRIVATE)
    @app_commands.autocomplete(name=completer(desk, "party"), election=completer(desk, "election"))
    @app_commands.choices(area=AREAS)
    async def party(
        interaction: Interaction[Any],
        name: Typed,
        election: Typed | None = None,
        area: str | None = None,
        private: bool = False,
    ) -> None:
        await desk.respond(interaction, composing.party(name, election, area), private=private, route="party")


def _add_words(tree: Tree, desk: Desk) -> None:
    @tree.command(name="quotes", description="What was said, word for word, by whom and when")
    @app_commands.describe(speaker="Who said it", words="Words in it", place="A seat", private=PRIVATE)
    @app_commands.autocomplete(speaker=completer(desk, "speaker"), place=completer(desk, "seat"))
    async def quotes(
        interaction: Interaction[Any],
        speaker: Typed | None = None,
        words: Typed | None = None,
        place: Typed | None = None,
        private: bool = False,
    ) -> None:
        request = composing.quotes(speaker, words, place)
        await desk.respond(interaction, request, private=private, route="quotes")

    @tree.command(name="explain", description="What a word of elections means")
    @app_commands.describe(term="Such as swing, deposit or by-election", private=PRIVATE)
    @app_commands.autocomplete(term=completer(desk, "explainer"))
    async def explain(interaction: Interaction[Any], term: Typed, private: bool = False) -> None:
        await desk.respond(interaction, composing.explain(term), private=private, route="explain")


def _add_rank(tree: Tree, desk: Desk) -> None:
    @tree.command(name="rank", description="The highest or lowest contests by a figure")
    @app_commands.describe(
        figure="What to rank by",
        order="Highest or lowest first",
        election="Such as 2017; all that are held if you leave it out",
        area="A nation or region",
        number="How many to list",
        private=PRIVATE,
    )
    @app_commands.autocomplete(election=completer(desk, "election"))
    @app_commands.choices(figure=MEASURES, order=ORDERS, area=AREAS)
    async def rank(
        interaction: Interaction[Any],
        *,
        figure: str,
        order: str = "highest",
        election: Typed | None = None,
        area: str | None = None,
        number: Range[int, 1, 25] = 10,
        private: bool = False,
    ) -> None:
        request = composing.rank(
            Measure(figure), highest=order == "highest", limit=number, election=election, area=area
        )
        await desk.respond(interaction, request, private=private, route="rank")


def _add_about(tree: Tree, desk: Desk) -> None:
    @tree.command(name="help", description="What you can ask, and the commands")
    async def help_(interaction: Interaction[Any]) -> None:
        listed = " ".join(f"</{name}:{number}>" for name, number in sorted(desk.command_ids.items()) if name.islower())
        extra = f"**Commands** {listed}" if listed else ""
        await desk.respond(interaction, About(topic="help"), private=True, route="help", extra=extra)

    @tree.command(name="privacy", description="What is kept of what you ask: nothing")
    async def privacy(interaction: Interaction[Any]) -> None:
        await desk.respond(interaction, About(topic="privacy"), private=True, route="privacy")
