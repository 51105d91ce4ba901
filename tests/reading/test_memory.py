"""Conversations are remembered for ten minutes and no longer, and never in words."""

from __future__ import annotations

import pytest

from bot.reading import memory as memory_module
from bot.reading.conversation import Turn
from bot.reading.memory import LIFETIME, Memory
from knowledge.query import About, Query


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def memory(clock: Clock) -> Memory:
    return Memory(clock)


QUERY: Query = About(topic="help")
TURN = Turn(QUERY)


def test_a_turn_is_recalled(memory: Memory) -> None:
    memory.keep("a", TURN)
    assert memory.recall("a") is TURN
    assert memory.recall("b") is None


def test_nobody_s_conversation_is_not_kept(memory: Memory) -> None:
    memory.keep(None, TURN)
    assert memory.recall(None) is None


def test_the_latest_turn_counts(memory: Memory) -> None:
    later = Turn(About(topic="coverage"))
    memory.keep("a", TURN)
    memory.keep("a", later)
    assert memory.recall("a") is later


def test_it_lasts_ten_minutes(memory: Memory, clock: Clock) -> None:
    assert LIFETIME == 600
    memory.keep("a", TURN)
    clock.now += 600
    assert memory.recall("a") is TURN
    clock.now += 0.1
    assert memory.recall("a") is None
    clock.now -= 600
    assert memory.recall("a") is None


def test_every_turn_begins_the_ten_minutes_anew(memory: Memory, clock: Clock) -> None:
    for _ in range(4):
        memory.keep("a", TURN)
        clock.now += 500
    assert memory.recall("a") is TURN


def test_a_conversation_can_be_forgotten(memory: Memory) -> None:
    memory.keep("a", TURN)
    memory.keep("b", TURN)
    memory.forget("a")
    memory.forget("never heard of")
    assert memory.recall("a") is None
    assert memory.recall("b") is TURN


def test_the_oldest_makes_way(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_module, "_MOST", 3)
    for name in ("a", "b", "c"):
        memory.keep(name, TURN)
    memory.keep("a", TURN)
    memory.keep("d", TURN)
    assert [name for name in "abcd" if memory.recall(name)] == ["a", "c", "d"]


def test_what_nobody_comes_back_to_is_dropped_all_the_same(memory: Memory, clock: Clock) -> None:
    memory.keep("a", TURN)
    clock.now += 601
    memory.keep("b", TURN)
    clock.now -= 601
    assert memory.recall("a") is None
    assert memory.recall("b") is TURN
