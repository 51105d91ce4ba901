"""What a frame needs: it is tried where that stands in the question, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.reading.framing import Frame, Frames, Reading, needs
from bot.reading.work import Work
from knowledge.query import Query

SHOWN = st.frozensets(st.sampled_from(["who", "win", "lose", "when", "a person", "a seat"]), max_size=6)


def _frame(*needed: frozenset[str]) -> Reading:
    def read(_: Work) -> Query | None:
        return None

    return Frame(read, needed) if needed else read


@given(needed=st.lists(st.lists(SHOWN.filter(bool), max_size=3), max_size=12), shown=SHOWN)
def test_the_fitting_frames_are_those_of_which_one_of_each_need_is_shown(
    needed: list[list[frozenset[str]]], shown: frozenset[str]
) -> None:
    frames = [_frame(*each) for each in needed]
    expected = [
        frame.reading if isinstance(frame, Frame) else frame
        for frame, each in zip(frames, needed, strict=True)
        if all(need & shown for need in each)
    ]
    assert list(Frames(frames).fitting(shown)) == expected


def test_marked_twice_a_frame_needs_one_of_each() -> None:
    @needs("who", "what")
    @needs("win")
    def frame(_: Work) -> Query | None:
        return None

    assert isinstance(frame, Frame)
    assert frame.needs == (frozenset({"who", "what"}), frozenset({"win"}))
