"""Follow-ups: what the conversation set is kept, what the words change is changed."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Kind
from bot.assistant import Assistant, Parts
from bot.reading.conversation import carried, subject
from bot.reading.memory import LIFETIME, Memory
from bot.reading.slots import Inherited
from knowledge.query import About, Compare, InYears, Query, Result, Selection, Several

TALK = "talk"


def talk(assistant: Assistant, *turns: str) -> Answer:
    """The reply to the last of several messages of one conversation."""
    assistant.forget(TALK)
    for turn in turns[:-1]:
        assistant.ask(turn, conversation=TALK)
    return assistant.ask(turns[-1], conversation=TALK)


@pytest.mark.parametrize(
    ("before", "follow", "meant"),
    [
        # another election
        ("who won bath in 2017", "and in 2019?", "who won bath in 2019"),
        ("who won bath in 2017", "2019?", "who won bath in 2019"),
        ("who won bath", "there in 2010?", "who won bath in 2010"),
        ("turnout in copeland 2019", "and 2015?", "turnout in copeland 2015"),
        ("labour votes in bath 2019", "and in 2017?", "labour votes in bath 2017"),
        (
            "how many votes did trudy harrison get in 2019",
            "and in 2017?",
            "how many votes did trudy harrison get in 2017",
        ),
        ("did labour win bath in 2019", "and in 2017?", "did labour win bath in 2017"),
        ("who won copeland", "no, the by-election", "who won the copeland by-election"),
        ("who won copeland in 2017", "the by-election", "who won the copeland by-election in 2017"),
        ("who won bath in 2017", "what about before that?", "who won bath before 2017"),
        ("who won copeland in 1983", "and the next election?", "next election after 1983 in copeland"),
        # another place
        ("who won bath in 2017", "and wells?", "who won wells in 2017"),
        ("turnout in copeland 2019", "and workington?", "turnout in workington 2019"),
        ("labour votes in bath 2019", "and in wells?", "labour votes in wells 2019"),
        ("who is the mp for bath", "and wells?", "who is the mp for wells"),
        ("smallest majority in 2019", "in scotland?", "smallest majority in scotland 2019"),
        ("how many seats did labour win in 2019", "in scotland?", "how many seats did labour win in scotland in 2019"),
        # whoever was spoken of, beyond the contest
        ("who is the mp for islington north", "when did he first win it", "when did jeremy corbyn first win it"),
        ("stoke central by-election", "is he still the mp", "is gareth snell still the mp"),
        ("gordon brown", "when did he become pm", "when did gordon brown become pm"),
        # the figure asked for before, and what is meant told behind
        ("turnout bath 2024", "and lowest", "lowest turnout in bath"),
        ("who won tiverton and honiton", "the by-election i mean", "who won the tiverton and honiton by-election"),
        # the one contest picked out of many
        (
            "fermanagh and south tyrone closest result",
            "who won that time",
            "who won fermanagh and south tyrone in 2010",
        ),
        # those that a party lost
        (
            "which seats did labour lose in scotland in 2015",
            "what about the lib dems",
            "which seats did the lib dems lose in scotland in 2015",
        ),
        (
            "gains in 2019 by the tories in the north east",
            "how many from labour",
            "seats gained by the tories from labour in the north east in 2019",
        ),
        ("who holds north shropshire", "what did labour get", "how did labour do in north shropshire"),
        # what was just counted, by name
        (
            "how many seats did the greens come second in 2024",
            "list them",
            "list the seats the greens came second in in 2024",
        ),
        # what a word stands for
        ("what is a hung parliament", "when was the last one?", "when was the last hung parliament"),
        # the place that something was said of
        ("what did corbyn say about copeland", "who won it", "who won copeland"),
        # a seat alone
        ("majority in gower 2015", "vale of clwyd?", "majority in vale of clwyd 2015"),
        ("who came second in bath in 2015", "wells", "who came second in wells in 2015"),
        ("turnout in bath 2019", "bath", "who won bath"),
        # another place and election
        ("who won copeland in 2017", "and whitehaven in 1964?", "who won whitehaven in 1964"),
        # another party
        ("labour votes in bath 2019", "and the tories?", "conservative votes in bath 2019"),
        ("who won bath in 2017", "what about the greens?", "how did the greens do in bath in 2017"),
        ("how many seats did labour win in 2019", "and the tories?", "how many seats did the tories win in 2019"),
        ("did labour win bath in 2019", "and the lib dems?", "did the lib dems win bath in 2019"),
        ("which seats did labour gain in 2024", "and the lib dems?", "which seats did the lib dems gain in 2024"),
        # a month is of the time spoken of
        (
            "majority in peterborough by-election 2019",
            "and then in december?",
            "majority in peterborough december 2019",
        ),
        ("ukip share in the clacton by-election 2014", "and the next may?", "ukip share in clacton in may 2015"),
        # another measure
        ("who won bath in 2017", "by how much?", "majority in bath 2017"),
        ("who won bath in 2017", "majority?", "majority in bath 2017"),
        ("who won bath in 2017", "turnout?", "turnout in bath 2017"),
        ("who won bath", "and what was the turnout there", "turnout in bath"),
        ("who won bath in 2017", "who came second?", "who came second in bath in 2017"),
        ("who won bath in 2019", "full result", "full result in bath 2019"),
        ("who won bath in 2019", "swing?", "swing in bath 2019"),
        ("who won bath in 2019", "was it a gain?", "was bath 2019 a gain"),
        ("who won bath in 2019", "how did labour do?", "how did labour do in bath 2019"),
        ("who won bath in 2017", "and how many votes did labour get?", "labour votes in bath 2017"),
        ("turnout in copeland 2019", "what about the majority?", "majority in copeland 2019"),
        ("labour votes in bath 2019", "what share is that?", "labour share in bath 2019"),
        ("who is the mp for bath", "who was it before?", "who was mp for bath before wera hobhouse"),
        ("smallest majority in 2019", "and the biggest?", "biggest majority in 2019"),
        # a person
        ("trudy harrison", "her majority in 2017", "trudy harrison majority 2017"),
        ("who won bath in 2019", "and gareth snell?", "how did gareth snell do in bath in 2019"),
        ("who won twickenham in 2015", "what did cable poll", "vince cable votes in twickenham 2015"),
        ("who won kensington in 2017", "how many votes did she get", "emma dent coad votes in kensington 2017"),
        ("who won kensington in 2017", "where else has she stood", "where has emma dent coad stood"),
        ("who is the mp for tatton", "where did she stand before that", "where has esther mcvey stood"),
        ("who is the mp for bath", "since when?", "how long has wera hobhouse been mp"),
        ("wera hobhouse votes in bath 2019", "who did she beat", "who did wera hobhouse beat in bath 2019"),
        ("labour votes in bath 2015", "lost deposit?", "did labour lose their deposit in bath 2015"),
        # the contest beside: of a person, of the country
        ("liz truss result 2024", "what about the time before", "liz truss result 2019"),
        ("liz truss result 2019", "next one?", "liz truss result 2024"),
        ("lib dem seats 2010", "next one?", "lib dem seats 2015"),
        ("lib dem seats 2010", "and the next election?", "lib dem seats 2015"),
        ("turnout 2010", "the one before", "turnout 2005"),
        ("who won the 2010 election", "and the next one", "who won the 2015 election"),
        # a surname that is part of a seat's name too
        ("rochdale by-election 2024", "how many votes did galloway get", "galloway votes rochdale by-election 2024"),
        ("who won rochdale in 2024", "who won dumfries and galloway", "who won dumfries and galloway"),
        # who beat the one who won the contest spoken of
        ("who won mansfield in 2019", "who beat him", "who beat ben bradley in 2024"),
        ("who won mansfield in 2019", "who beat bradley", "who beat ben bradley in 2024"),
        # how much it was
        ("who won bath in 2015", "by loads?", "majority in bath 2015"),
        ("who won bath in 2015", "by a lot?", "majority in bath 2015"),
        ("who won bath in 2015", "by miles?", "majority in bath 2015"),
        # counted from the time spoken of
        ("majority in kensington 2017", "same place two years later", "majority in kensington 2019"),
        ("who won bath in 2017", "and 2 years before that?", "who won bath in 2015"),
        ("labour seats in 2019", "n 2017?", "labour seats in 2017"),
        ("majority in bath 2017", "oops i meant 2015", "majority in bath 2015"),
        ("who won bath in 2017", "who else stood", "who stood in bath in 2017"),
        ("labour share in 2019", "nah i meant wales", "labour share in wales 2019"),
        ("turnout in bath 2019", "compare that with 2017", "compare turnout in bath 2019 and 2017"),
        # a ranking turned
        ("biggest majority in 2019", "now the smallest", "smallest majority in 2019"),
        ("smallest majority in 2019", "top 3", "3 smallest majorities in 2019"),
        ("closest seat in scotland 2019", "second closest", "second closest seat in scotland 2019"),
        ("biggest majority in 2019", "highest turnout", "highest turnout in 2019"),
        ("smallest majority in wales 2019", "overall", "smallest majority in 2019"),
        # a seat and the country
        ("turnout in bath 2017", "nationally?", "turnout in 2017"),
        ("turnout in bath 2017", "and scotland?", "turnout in scotland 2017"),
        ("turnout in bath 2017", "and in 2019", "turnout in bath 2019"),
        ("skinner votes in bolsover 2019", "majority in 2017", "majority in bolsover 2017"),
        ("labour votes in 2019", "seats wise?", "labour seats in 2019"),
        ("who won bath in 2017", "and how many seats did labour win", "how many seats did labour win in 2017"),
        # what became of the seat
        ("who won arfon in 2019", "does that seat still exist", "does arfon still exist"),
        ("who won arfon in 2019", "what replaced it", "what replaced arfon"),
        ("stockton south 2017", "when did it last change hands", "when did stockton south last change hands"),
        ("chipping barnet 2017", "wheres labour in that", "where did labour finish in chipping barnet 2017"),
        (
            "majority in chipping barnet 2017",
            "so how many switchers wouldve flipped it",
            "how many would have had to switch in chipping barnet 2017",
        ),
    ],
)
def test_a_follow_up_is_the_whole_question(assistant: Assistant, before: str, follow: str, meant: str) -> None:
    reply, whole = talk(assistant, before, follow), assistant.ask(meant)
    assert reply.kind is whole.kind
    assert reply.headline == whole.headline


def test_what_was_carried_over_is_told(assistant: Assistant) -> None:
    reply = talk(assistant, "who won bath in 2017", "and in 2019?")
    assert any(note.startswith("Carried over") and "Bath" in note for note in reply.notes)
    assert not any("Carried over" in note for note in assistant.ask("who won bath in 2019").notes)


def test_a_conversation_goes_on_from_its_last_question(assistant: Assistant) -> None:
    turns = ("who won bath in 2017", "and in 2019?", "by how much?", "and wells?", "what about 2010?")
    assert talk(assistant, *turns).headline == assistant.ask("majority in wells 2010").headline


@pytest.mark.parametrize("aside", ["thanks", "hello", "help", "asdf qwer", "who should i vote for", "who won paris"])
def test_an_aside_changes_nothing(assistant: Assistant, aside: str) -> None:
    reply = talk(assistant, "who won bath in 2017", aside, "and in 2019?")
    assert reply.headline == assistant.ask("who won bath in 2019").headline


@pytest.mark.parametrize("doubt", ["source?", "are you sure?", "really?", "where did you get that"])
def test_a_doubt_gets_the_answer_again_with_its_sources(assistant: Assistant, doubt: str) -> None:
    first = talk(assistant, "who won bath in 2017")
    again = assistant.ask(doubt, conversation=TALK)
    assert (again.headline, again.sources) == (first.headline, first.sources)
    assert again.sources


def test_a_whole_question_inherits_nothing(assistant: Assistant) -> None:
    for question in ("who won wells", "how many seats did labour win in 2019", "smallest majority in 2024", "hello"):
        after = talk(assistant, "labour votes in bath in 2017", question)
        assert after.headline == assistant.ask(question).headline, question


@pytest.mark.parametrize("lone", ["and in 2019?", "by how much?", "what about the greens?", "and before that?"])
def test_a_follow_up_of_nothing_is_declined(assistant: Assistant, lone: str) -> None:
    assert assistant.ask(lone).kind is Kind.DECLINE
    assert assistant.ask(lone, conversation=TALK).kind is Kind.DECLINE


def test_conversations_are_kept_apart(assistant: Assistant) -> None:
    assistant.ask("who won bath in 2017", conversation="one")
    assistant.ask("who won wells in 2017", conversation="two")
    one = assistant.ask("and in 2019?", conversation="one")
    two = assistant.ask("and in 2019?", conversation="two")
    assert one.headline == assistant.ask("who won bath in 2019").headline
    assert two.headline == assistant.ask("who won wells in 2019").headline
    assert assistant.ask("and in 2019?").kind is Kind.DECLINE


def test_a_choice_is_remembered_and_so_is_what_was_chosen(assistant: Assistant) -> None:
    reply = talk(assistant, "who won stoke in 2019", "north", "and in 2017?")
    assert reply.headline == assistant.ask("who won stoke-on-trent north in 2017").headline


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_is_forgotten_after_ten_minutes(parts: Parts) -> None:
    clock = Clock()
    assistant = Assistant(parts=parts, memory=Memory(clock))
    assistant.ask("who won bath in 2017", conversation=TALK)
    clock.now += LIFETIME
    assert assistant.ask("and in 2019?", conversation=TALK).kind is Kind.ANSWER
    clock.now += LIFETIME + 1
    assert assistant.ask("and in 2019?", conversation=TALK).kind is Kind.DECLINE


@pytest.mark.parametrize("words", ["forget that", "forget it"])
def test_it_is_forgotten_when_asked_to(assistant: Assistant, words: str) -> None:
    assert talk(assistant, "who won bath in 2017", words).kind is Kind.ANSWER
    assert assistant.ask("and in 2019?", conversation=TALK).kind is Kind.DECLINE


def test_it_is_forgotten_when_told(assistant: Assistant) -> None:
    assistant.ask("who won bath in 2017", conversation=TALK)
    assistant.forget(TALK)
    assert assistant.ask("and in 2019?", conversation=TALK).kind is Kind.DECLINE


BATH = Result(where=Selection(seats=("bath",), when=InYears(years=(2017,))))
WELLS = Result(where=Selection(seats=("wells",), when=InYears(years=(2019,))))


@pytest.mark.parametrize(
    ("query", "spoken_of"),
    [
        (BATH, BATH),
        (Several(parts=(BATH, WELLS)), WELLS),
        (Several(parts=(BATH, About(topic="help"))), BATH),
        (Compare(sides=(BATH, WELLS)), BATH),
        (About(topic="help"), None),
        (None, None),
    ],
)
def test_what_a_follow_up_speaks_of(query: Query | None, spoken_of: Query | None) -> None:
    assert subject(query) == spoken_of


def test_nothing_is_carried_from_nothing() -> None:
    assert carried(None) == Inherited()
    assert carried(About(topic="help")) == Inherited()
    assert carried(BATH).seats == ("bath",)
    assert carried(BATH).when == InYears(years=(2017,))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("bath 2024", "previous election", "the one before"), "2017"),
        (("smallest majority in 2024", "who came second there"), "Ameet Jogia"),
        (("who is the mp for clacton", "who was it before him", "what was his majority"), "Giles Watling"),
        (("who won brighton pavilion in 2010", "who came second", "how many votes"), "14,986"),
        (("bath 2017", "what is a swing", "and in 2019"), "2019"),
        (("by-elections in 2022", "which did labour win"), "4 by-elections won by Labour"),
        (("stockton south 2017", "has it ever been labour"), "Yes"),
    ],
)
def test_what_an_answer_named_can_be_pointed_at(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    reply = talk(assistant, *turns)
    assert reply.kind is Kind.ANSWER
    assert told in reply.headline


def test_a_seats_question_is_never_answered_of_the_country_in_silence(assistant: Assistant) -> None:
    reply = talk(assistant, "majority in bath 2017", "and nationally")
    assert reply.kind is Kind.DECLINE


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("who won belfast east in 2010", "and who's had it since?"), "has had 2 MPs since 6 May 2010"),
        (("turnout in the hartlepool by-election", "is that lower than in 2019?"), "Yes: the turnout was 42.3%"),
        (("majority in bath 2019", "is that bigger than 2017?"), "Yes: the majority was 12,322"),
        (("turnout in bath 2019", "was it higher in 2024?"), "No: the turnout was 69.1% in Bath at the 2024"),
        (
            ("ilford north 2024", "how many did mohamad get?"),
            "Leanne Mohamad (Independent) came second in",
        ),
        (("turnout in the tamworth by-election", "and the one before?"), "Turnout in Tamworth at the 2019 general"),
        (("turnout in the tamworth by-election", "and the general election after?"), "Turnout in Tamworth at the 2024"),
        (("rishi sunak votes 2024", "who was second?"), "Tom Wilson (Labour) came second in Richmond"),
        (("hartlepool by-election", "who was mp before?"), "Mike Hill (Labour) was the MP for Hartlepool before Jill"),
        (("majority in thanet south 2015", "and murray?"), "Al Murray (Independent) came sixth in South Thanet"),
        (("keir starmer's majority in 2024", "runner up?"), "Andrew Feinstein (Independent) came second in Holborn"),
        (("majority in bath 2019", "and labour?"), "Mike Davies (Labour) came third in Bath"),
        (("why was the brecon by-election held", "and the general election after?"), "Fay Jones (Conservative) won"),
        (("who won the tamworth by-election", "tamworth swing"), "The swing at the Tamworth by-election"),
        (("north shropshire by-election turnout", "labour share north shropshire"), "North Shropshire by-election of"),
        (("who won clacton in 2014", "clacton runner up"), "came second at the Clacton by-election of 9 October 2014"),
        (("who won the tamworth by-election", "tamworth swing 2024"), "The swing in Tamworth at the 2024 general"),
        (("who won the tamworth by-election", "tamworth majority now"), "The majority in Tamworth at the 2024"),
        (("tamworth by-election", "lichfield majority"), "The majority in Lichfield at the 2024 general election"),
        (("who was mp for derby south", "did chris williamson ever win it"), "No: Chris Williamson stood in Derby"),
        (("who won clacton in 2024", "who else stood against him"), "Nine candidates stood in Clacton at the 2024"),
        (("who won copeland in 2015", "when did labour lose it?"), "Labour lost Copeland at the by-election of 23 Feb"),
    ],
)
def test_the_contest_spoken_of_is_leant_on(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in talk(assistant, *turns).headline


@pytest.mark.parametrize(
    "turns",
    [
        ("turnout in the hartlepool by-election", "is that a record?"),
        ("who won clacton the next may",),
        ("what happened to eddisbury", "who won the new one"),
        ("labour share in bootle 2017", "is that their best ever there"),
        ("bruce wayne's vote in falkirk 2015, how many",),
        ("heidi alexander left lewisham for london then came back - for where?",),
    ],
)
def test_what_is_not_said_is_not_made_up(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert talk(assistant, *turns).kind is not Kind.ANSWER


@pytest.mark.parametrize(
    ("before", "follow"),
    [
        ("who is the mp for islington north", "has he always been labour"),
        ("government majority 2019", "and his own seat in 2017"),
    ],
)
def test_a_pronoun_is_never_passed_over(assistant: Assistant, before: str, follow: str) -> None:
    assert talk(assistant, before, follow).kind is Kind.DECLINE


@pytest.mark.parametrize("before", ["who was pm in 1975", "what is a hung parliament"])
def test_what_nothing_was_spoken_of_for_is_not_answered_of_the_country(assistant: Assistant, before: str) -> None:
    assert talk(assistant, before, "who won it").kind is Kind.DECLINE
