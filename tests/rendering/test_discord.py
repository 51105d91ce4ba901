"""Answers as Discord messages: whatever they hold, Discord takes them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from discord import ui
from hypothesis import given

from bot.answering.answer import Answer, Listing, Paragraph
from bot.discord_app.choices import controls
from bot.rendering.discord import sentence_view, to_view
from bot.rendering.discord_sections import escape
from tests.discord_fake.discord import pressable, words
from tests.discord_fake.forms import Form
from tests.discord_fake.message_form import COMPONENTS_V2, check_message
from tests.rendering.answers import answers
from tests.rendering.samples import COPELAND, MIXED, STOKE


def sent(answer: Answer, extra: str = "") -> dict[str, Any]:
    """The message as it goes to Discord."""
    view = to_view(answer, controls=controls, extra=extra)
    components: Any = view.to_components()  # type: ignore[no-untyped-call]
    assert view.is_finished(), "the client would keep it"
    return {
        "flags": COMPONENTS_V2,
        "components": json.loads(json.dumps(components)),
        "allowed_mentions": {"parse": []},
    }


@given(answers)
async def test_any_answer_keeps_to_the_limits(answer: Answer) -> None:
    message = sent(answer, extra="**Commands** </ask:1>")
    form = Form()
    check_message(form, message, reference=True)
    assert form.faults == {}
    assert "</ask:1>" in words(message)


@given(answers)
async def test_no_answer_can_ping_or_mark_up(answer: Answer) -> None:
    shown = words(sent(answer))
    for mention in (r"(?<!\\)<@", r"(?<!\\)<#", r"@everyone", r"@here"):
        assert not re.search(mention, shown)


async def test_what_does_not_fit_is_left_out_and_counted() -> None:
    long = Listing(title="Long", items=tuple(f"Item number {number}" for number in range(500)), left_out=7)
    short = Listing(title="Short", items=("One", "Two"))
    text = words(sent(MIXED.model_copy(update={"blocks": (long, short)})))
    shown = text.count("Item number")
    assert 100 < shown < 500
    assert f"and {507 - shown} more" in text
    assert "- One\n- Two" in text


async def test_two_long_blocks_share_the_room() -> None:
    blocks = tuple(
        Listing(title=title, items=tuple(f"{title} {number}" for number in range(900))) for title in ("One", "Two")
    )
    text = words(sent(MIXED.model_copy(update={"blocks": blocks})))
    assert abs(text.count("One ") - text.count("Two ")) < 10


async def test_numbers_that_do_not_follow_are_kept_as_text() -> None:
    block = COPELAND.blocks[0]
    assert block.type == "result"
    later = block.model_copy(update={"standings": block.standings[1:]})
    assert "- 2: Gillian Troughton" in words(sent(COPELAND.model_copy(update={"blocks": (later,)})))


async def test_items_that_begin_with_their_number_are_a_numbered_list_unless_some_tie() -> None:
    for items, shown in (
        (("1. Bath", "2. Stoke"), "1. Bath\n2. Stoke"),
        (("1. Bath", "1. Stoke"), "- 1: Bath\n- 1: Stoke"),
        (("Bath", "Stoke"), "- Bath\n- Stoke"),
    ):
        text = words(sent(MIXED.model_copy(update={"blocks": (Listing(items=items),)})))
        assert f"\n{shown}\n" in text


async def test_the_footer_is_small_and_its_source_a_link() -> None:
    footer = sent(COPELAND)["components"][0]["components"][-1]["content"]
    assert all(line.startswith("-# ") for line in footer.splitlines())
    assert "[House of Commons Library, By-elections in the 2015 Parliament](https://commonslibrary" in footer
    assert footer.endswith("as of 9 June 2017")


async def test_a_few_choices_are_buttons_and_more_a_select() -> None:
    kinds = []
    for count in (3, 5, 6):
        options = tuple(
            option.model_copy(update={"query": option.query.model_copy(update={"focus": focus})})
            for focus in ("winner", "full")
            for option in STOKE.options
        )[:count]
        message = sent(STOKE.model_copy(update={"options": options}))
        assert len(pressable(message)) == count
        kinds.append(message["components"][0]["components"][1]["components"][0]["type"])
    assert kinds == [2, 2, 3]


async def test_a_choice_whose_label_is_cut_is_listed_whole() -> None:
    label = "A very long label " * 6
    option = STOKE.options[0].model_copy(update={"label": label})
    message = sent(STOKE.model_copy(update={"options": (option,)}))
    assert len(pressable(message)[0][0]) <= 80
    assert label.strip() in words(message)


@pytest.mark.parametrize(
    "text",
    ["*a*", "_a_", "~~a~~", "||a||", "`a`", "# a", "-# a", "> a", "- a", "[a](http://b)", "<@1>", "<t:1>", "a\\"],
)
def test_markup_is_escaped(text: str) -> None:
    escaped = escape(text)
    assert escaped != text
    assert re.sub(r"\\(.)", r"\1", escaped) == text


async def test_a_sentence_is_all_that_an_error_shows() -> None:
    [text] = sentence_view("One sentence.").walk_children()
    assert isinstance(text, ui.TextDisplay)
    assert text.content == "One sentence."


async def test_an_answer_of_one_paragraph_has_no_footer() -> None:
    answer = Answer(kind=COPELAND.kind, headline="Hello.", blocks=(Paragraph(text="There."),))
    assert [part["type"] for part in sent(answer)["components"][0]["components"]] == [10, 10]
