"""What a frame needs: it is tried where that stands in the question, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.reading.frames import frames
from bot.reading.framing import Frame, Frames, Need, Reading, needs
from bot.reading.lexicon import TIME_CUES, Lexicon
from bot.reading.work import Work
from knowledge.query import Query

SHOWN = st.frozensets(st.sampled_from(["who", "win", "lose", "when", "a person", "a seat"]), max_size=6)
WORDS = st.frozensets(st.sampled_from(["who", "by", "peak", "record", "all"]), max_size=5)
GROUPS = {"records": frozenset({"all time record", "peak"}), "none": frozenset[str]()}
NEED = st.builds(Need, SHOWN, WORDS, st.frozensets(st.sampled_from(list(GROUPS)), max_size=2))


def _frame(*needed: Need) -> Reading:
    def read(_: Work) -> Query | None:
        return None

    return Frame(read, needed) if needed else read


@given(needed=st.lists(st.lists(NEED, max_size=3), max_size=12), shown=SHOWN, words=WORDS)
def test_the_fitting_frames_are_those_of_which_one_of_each_need_is_shown_or_said(
    needed: list[list[Need]], shown: frozenset[str], words: frozenset[str]
) -> None:
    tried = [_frame(*each) for each in needed]
    expected = [
        frame.reading if isinstance(frame, Frame) else frame
        for frame, each in zip(tried, needed, strict=True)
        if all(need.shown & shown or words.intersection(need.spoken(GROUPS)) for need in each)
    ]
    assert list(Frames(tried, GROUPS).fitting(shown, words)) == expected


def test_a_phrase_of_a_group_may_stand_where_any_of_its_words_does() -> None:
    @needs("who", groups=("records",))
    def frame(_: Work) -> Query | None:
        return None

    fitting = Frames([frame], GROUPS).fitting
    assert fitting(frozenset(), frozenset({"time"}))
    assert not fitting(frozenset({"records"}), frozenset({"who"}))


def test_marked_twice_a_frame_needs_one_of_each() -> None:
    @needs("who", "what")
    @needs("win", words=("by",))
    def frame(_: Work) -> Query | None:
        return None

    assert isinstance(frame, Frame)
    assert frame.needs == (Need(frozenset({"who", "what"})), Need(frozenset({"win"}), frozenset({"by"})))


def test_all_that_frames_need_can_be_there(lexicon: Lexicon) -> None:
    kinds = {
        "a seat", "no seat named", "a person", "a person spoken of", "a party", "a number", "a term", "quoted words",
        "two of a kind", "two times", "a stretch of time", "by-elections",
    }  # fmt: skip
    needed = [need for frame in frames() if isinstance(frame, Frame) for need in frame.needs]
    assert {key for need in needed for key in need.shown} <= lexicon.cue_names() | TIME_CUES | kinds
    assert all(list(need.spoken(lexicon.groups)) for need in needed if need.groups)
