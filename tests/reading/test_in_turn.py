"""Behind a question, words that name nothing new are of what was told last: it is answered so, or refused."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Kind
from bot.assistant import Assistant

TALK = "in turn"


def talk(assistant: Assistant, *turns: str) -> Answer:
    """The reply to the last of several messages of one conversation."""
    assistant.forget(TALK)
    return [assistant.ask(turn, conversation=TALK) for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("bury north 2019 majority", "sorry i meant south"), "Bury South at the 2019 general election was 402"),
        (("derby north 2015", "south i mean"), "won Derby South at the 2015"),
        (("belfast north 2019", "the east one"), "won Belfast East at the 2019"),
        (("milton keynes north 2019", "the south one i mean"), "won Milton Keynes South at the 2019"),
        (("derby north 2015", "what if every green had gone labour instead"), "by 1,577 votes, 17,979"),
        (("how did thanet vote in the brexit referendum", "boston"), "Leave won with 22,974 votes (75.6%)"),
        (("how did bolton vote in the brexit referendum", "wigan turnout"), "Wigan, referendum"),
        (("how did bolton vote in the brexit referendum", "who won"), "Bolton, referendum"),
        (("how did bolton vote in the brexit referendum", "bristol"), "Bristol, referendum"),
        (("brexit referendum result", "who won"), "Leave won with 17,410,742"),
    ],
)
def test_another_place_is_the_one_that_is_meant(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns).headline


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who formed the government in 1970", "how big a majority"), "an overall majority of 30 under Edward Heath"),
        (("who won the 1983 election", "how big a majority"), "an overall majority of 144"),
        (("list the green mps elected in 2024", "with majorities"), "Brighton Pavilion 14,290, Bristol Central"),
        (("how many seats did the greens win in 2024", "with majorities"), "Brighton Pavilion 14,290, Bristol"),
        (("which seats did plaid win in 2024", "turnouts?"), "Caerfyrddin 61.6%"),
        (("which seats did plaid win in 2024", "what is a majority"), "In a constituency the majority is"),
        (("makerfield by-election result", "how many stood in total"), "14 candidates stood at the Makerfield"),
        (("how does the deposit thing work", "so how many did the lib dems lose in 2015"), "lost 341 deposits"),
        (("what is a deposit", "how many seats did labour lose in 2019"), "seats lost by Labour"),
        (("labour share in gower 2017", "up or down on 2015?"), "up 12.8 points in share, from 37.0% to 49.9%"),
        (("labour share in bath 2019", "up or down from 2015"), "12.7% (6,639 votes) for Mike Davies"),
        (("turnout in bath 2019", "higher or lower than 2017"), "a difference of 2.6 points"),
        (("labour seats 2019", "up or down on 2017"), "a difference of 60 seats"),
        (("closest result in 2019", "flip it, biggest majority"), "was 39,942 votes in Knowsley"),
        (("highest turnout in scotland 2017", "other way round"), "The lowest turnout in Scotland at the 2017"),
        (("closest result in london 2019", "biggest majority in the country"), "was 39,942 votes in Knowsley"),
        (("closest result in 2019", "biggest majority there"), "in Fermanagh and South Tyrone"),
        (("hartlepool 2021 by-election", "are you sure? thats a labour seat"), "Jill Mortimer (Conservative) won"),
    ],
)
def test_a_figure_is_of_what_was_told(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns).headline


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("chuka umunna majority 2017", "where'd he go next"), "came second in Cities of London and Westminster"),
        (
            ("luciana berger elections", "how far short was she in finchley"),
            "Luciana Berger (Liberal Democrat) was 6,562",
        ),
        (("nick clegg elections", "by how much did he lose hallam"), "Nick Clegg (Liberal Democrat) was 2,125 votes"),
        (("nick clegg elections", "what was his majority in hallam"), "2015 general election was 2,353"),
        (("who followed callaghan as pm", "other way round, who came before him"), "Harold Wilson (Labour) was"),
        (("who came before thatcher as pm", "and the other way round"), "John Major (Conservative) followed"),
        (("what did nuttall say after stoke", "and the guy who beat him"), "politics of hope"),
        (("what did nuttall say after stoke", "who beat him"), "by-election of 23 February 2017"),
        (("what did nuttall say after stoke", "who won"), "by-election of 23 February 2017"),
        (("tory seats in 97", "did hague do any better four years on"), "Yes: the Conservatives had 166 seats"),
        (("lib dem seats in 1992", "did ashdown do better in 1997"), "Yes: the Liberal Democrats had 46 seats"),
        (("who was mp for ebbw vale after bevan", "when did he last win there"), "in Ebbw Vale at the 1979"),
        (("george galloway bradford west 2012", "when did he last win there"), "by-election of 29 March 2012"),
        (("isle of ely by-election 1973 who won", "what was he, tory?"), "No: Clement Freud (Liberal)"),
        (("who won glasgow hillhead 1982 by-election", "what was he, sdp?"), "Yes: Roy Jenkins"),
    ],
)
def test_whoever_was_told_of_is_meant(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns).headline


@pytest.mark.parametrize(
    "turns",
    [
        ("bath 2019 majority", "sorry i meant south"),
        ("who is pm", "what if every green had gone labour instead"),
        ("who was pm in 1985", "how big a majority"),
        ("how did bolton vote in the brexit referendum", "who came second"),
        ("clacton winner 2024", "really? thats a tory seat"),
        ("list the green mps elected in 2024", "with votes"),
        ("nigel farage elections", "how far short was he in eastleigh"),
        ("winston churchill 1922 dundee", "where did he go next"),
        ("michael portillo enfield southgate 1997", "where did he go after"),
        ("ed balls elections", "how much did he lose morley by"),
        ("theresa may majority 2017", "and how big a majority did she have in the house"),
        ("how did boston vote in the brexit referendum", "who won there in 2019"),
        ("labour seats in 1983", "did kinnock do any better"),
        ("tory seats in 2001", "did blair do better"),
    ],
)
def test_what_is_of_nothing_told_is_refused(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns).kind is Kind.DECLINE
