"""Slash commands, suggestions and the message menu, with the real client."""

from __future__ import annotations

import pytest

from bot.discord_app.client import HustingsClient
from knowledge.models.elections import ElectionKind
from knowledge.query import (
    About,
    AnyTime,
    Career,
    Explain,
    Fate,
    Focus,
    History,
    Holder,
    InYears,
    Latest,
    Measure,
    Of,
    Query,
    Quotes,
    Rank,
    Result,
    Selection,
    Totals,
)
from tests.discord.conftest import StartBot
from tests.discord.service import SmallService
from tests.discord_fake.discord import FakeDiscord, is_private, words
from tests.discord_fake.world import ALICE, DIRECT, GENERAL, OTHER, Channel

COPELAND = Selection(seats=("copeland",))
COPELAND_ALWAYS = Selection(seats=("copeland",), when=AnyTime())


async def test_every_command_is_registered(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    names = {command["name"] for command in discord_server.world.commands}
    assert names == {
        "ask", "result", "seat", "person", "party", "quotes", "rank", "explain", "help", "privacy", "Answer this",
    }  # fmt: skip


async def test_ask_answers_words(bot: HustingsClient, discord_server: FakeDiscord, service: SmallService) -> None:
    answer = await discord_server.answer_to(await discord_server.use("ask", question="who won Copeland?"))
    assert "Trudy Harrison" in words(answer)
    assert not is_private(answer)
    assert service.asked == [("who won Copeland?", f"{ALICE.id}:{GENERAL}")]


async def test_a_question_is_capped_where_it_is_typed(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    option = discord_server.world.command("ask")["options"][0]
    assert option["max_length"] == 300


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("result", {"place": "seat:copeland"}, Result(where=COPELAND, focus=Focus.FULL)),
        (
            "result",
            {"place": "seat:copeland", "election": "2017"},
            Result(where=Selection(seats=("copeland",), when=InYears(years=(2017,))), focus=Focus.FULL),
        ),
        ("result", {"place": "Whitehaven"}, "full result Whitehaven"),
        ("result", {"place": "seat:copeland", "election": "the last one"}, "full result copeland the last one"),
        ("seat", {"place": "seat:copeland"}, History(where=COPELAND_ALWAYS, ask="results")),
        ("seat", {"place": "seat:copeland", "show": "members"}, History(where=COPELAND_ALWAYS, ask="members")),
        ("seat", {"place": "seat:copeland", "show": "last-change"}, History(where=COPELAND_ALWAYS, ask="last-change")),
        ("seat", {"place": "seat:copeland", "show": "member"}, Holder(where=COPELAND_ALWAYS)),
        ("seat", {"place": "seat:copeland", "show": "became"}, Fate(where=COPELAND_ALWAYS)),
        ("seat", {"place": "Bath", "show": "member"}, "who is the MP for Bath"),
        ("person", {"name": "person:mnis-185"}, Career(where=Selection(people=("mnis-185",), when=AnyTime()))),
        ("person", {"name": "Jeremy Corbyn"}, "all contests of Jeremy Corbyn"),
        (
            "party",
            {"name": "party:green"},
            Totals(where=Selection(parties=("green",), when=Latest(kind=ElectionKind.GENERAL))),
        ),
        (
            "party",
            {"name": "party:green", "election": "general election 2019", "area": "wales"},
            Totals(
                where=Selection(
                    parties=("green",), areas=("wales",), when=InYears(years=(2019,), kind=ElectionKind.GENERAL)
                )
            ),
        ),
        ("party", {"name": "greens", "area": "south-west"}, "greens seats, votes and share in south west"),
        ("quotes", {"speaker": "speaker:mnis-185"}, Quotes(speakers=("mnis-185",))),
        ("quotes", {"words": "good heart"}, Quotes(words="good heart")),
        ("quotes", {"speaker": "Snell", "words": "heart"}, "what did Snell say about heart"),
        (
            "rank",
            {"figure": "turnout"},
            Rank(where=Selection(when=AnyTime()), of=Of.CONTESTS, measure=Measure.TURNOUT, limit=10),
        ),
        (
            "rank",
            {"figure": "majority", "order": "lowest", "election": "2024", "area": "scotland", "number": 3},
            Rank(
                where=Selection(areas=("scotland",), when=InYears(years=(2024,))),
                of=Of.CONTESTS,
                measure=Measure.MAJORITY,
                highest=False,
                limit=3,
            ),
        ),
        ("explain", {"term": "explainer:swing"}, Explain(term="swing")),
        ("explain", {"term": "a by election"}, "what is a by election"),
        ("help", {}, About(topic="help")),
        ("privacy", {}, About(topic="privacy")),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_options_become_a_query_or_a_question(
    discord_server: FakeDiscord,
    service: SmallService,
    name: str,
    options: dict[str, str | int],
    expected: Query | str,
) -> None:
    await discord_server.answer_to(await discord_server.use(name, **options))  # type: ignore[arg-type]
    assert service.asked[0][0] == expected


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ask", {"question": "copeland"}),
        ("result", {"place": "copeland"}),
        ("seat", {"place": "copeland"}),
        ("person", {"name": "copeland"}),
        ("party", {"name": "copeland"}),
        ("quotes", {"words": "copeland"}),
        ("rank", {"figure": "majority"}),
        ("explain", {"term": "copeland"}),
    ],
)
async def test_any_reply_can_be_private(
    bot: HustingsClient, discord_server: FakeDiscord, name: str, options: dict[str, str]
) -> None:
    open_ = await discord_server.answer_to(await discord_server.use(name, **options))
    hidden = await discord_server.answer_to(await discord_server.use(name, **options, private=True))
    assert not is_private(open_)
    assert is_private(hidden)
    assert words(open_) == words(hidden)


async def test_help_names_the_commands_so_that_they_can_be_pressed(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    answer = await discord_server.answer_to(await discord_server.use("help"))
    assert is_private(answer)
    for command in discord_server.world.commands:
        if command["type"] == 1:
            assert f"</{command['name']}:{command['id']}>" in words(answer)


async def test_in_a_channel_that_is_not_listed_the_answer_is_private(
    start_bot: StartBot, discord_server: FakeDiscord
) -> None:
    async with start_bot(channels=frozenset({int(OTHER)})):
        answer = await discord_server.answer_to(await discord_server.use("ask", question="copeland"))
        assert "Trudy Harrison" in words(answer)
        assert is_private(answer)


@pytest.mark.parametrize(
    ("name", "option", "others"),
    [
        ("result", "place", {}),
        ("result", "election", {"place": "Bath"}),
        ("seat", "place", {}),
        ("person", "name", {}),
        ("party", "name", {}),
        ("party", "election", {"name": "green"}),
        ("quotes", "speaker", {}),
        ("quotes", "place", {}),
        ("rank", "election", {"figure": "turnout"}),
        ("explain", "term", {}),
    ],
)
async def test_names_are_suggested_while_they_are_typed(
    bot: HustingsClient, discord_server: FakeDiscord, name: str, option: str, others: dict[str, str]
) -> None:
    typing = await discord_server.use(name, focused=option, **others, **{option: "cop"})
    choices = (await discord_server.answer_to(typing))["choices"]
    assert choices == [{"name": "Copeland (seat until 2024)", "value": "seat:copeland"}]


async def test_suggestions_keep_to_the_limits(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    many = (await discord_server.answer_to(await discord_server.use("seat", focused="place", place="many")))["choices"]
    assert len(many) == 25
    assert all(len(choice["name"]) == 100 and choice["name"].endswith("…") for choice in many)
    long = (await discord_server.answer_to(await discord_server.use("seat", focused="place", place="long")))["choices"]
    assert [choice["name"] for choice in long] == ["Fits"]


async def test_typing_goes_on_where_suggesting_fails(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    typing = await discord_server.use("seat", focused="place", place="broken")
    assert (await discord_server.answer_to(typing))["choices"] == []
    assert "ValueError" in caplog.text
    assert ALICE.id not in caplog.text


@pytest.mark.parametrize("channel", [DIRECT, "51", "52"])
@pytest.mark.parametrize("listed", [frozenset[int](), frozenset({int(GENERAL)})])
async def test_whoever_has_the_bot_installed_can_use_it_where_the_bot_is_not(
    start_bot: StartBot, discord_server: FakeDiscord, channel: str, listed: frozenset[int]
) -> None:
    discord_server.world.channels["51"] = Channel("51", guild=None, kind=3)
    discord_server.world.channels["52"] = Channel("52", guild="100000000000000099")
    async with start_bot(channels=listed):
        answer = await discord_server.answer_to(await discord_server.use("ask", channel=channel, question="copeland"))
    assert "Trudy Harrison" in words(answer)
    assert is_private(answer) is (channel == "52" and bool(listed))


async def test_the_message_menu_answers_the_question_in_somebody_elses_message(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    message = await discord_server.say("who won Copeland?", to_bot=False)
    answer = await discord_server.answer_to(await discord_server.use_menu("Answer this", message))
    assert "Trudy Harrison" in words(answer)
    assert f"/{GENERAL}/{message['id']})" in words(answer)


async def test_a_failing_command_is_a_private_sentence(
    bot: HustingsClient, discord_server: FakeDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await discord_server.answer_to(await discord_server.use("ask", question="broken secret words"))
    assert words(answer) == "Something went wrong on my side, and I could not answer. Please try again later."
    assert is_private(answer)
    assert "secret" not in caplog.text


async def test_a_command_that_is_gone_says_so(bot: HustingsClient, discord_server: FakeDiscord) -> None:
    discord_server.world.commands.append({"id": "1", "name": "old", "type": 1, "options": []})
    answer = await discord_server.answer_to(await discord_server.use("old"))
    assert "My commands have changed" in words(answer)


async def test_where_nothing_was_typed_the_menu_gives_the_help(
    bot: HustingsClient, discord_server: FakeDiscord
) -> None:
    picture = await discord_server.say("", to_bot=False)
    answer = await discord_server.answer_to(await discord_server.use_menu("Answer this", picture))
    assert "About help" in words(answer)
