"""The names of cues and of groups of words: the code asks for those held, and every one held is asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import bot.reading as package
from bot.reading.lexicon import Lexicon

CUE_CALLS = frozenset({"has", "take", "first"})
GROUP_CALLS = frozenset({"says", "opens_as", "group"})
DECLINED = frozenset({"under_leader"})
"""Cues that nothing asks for, so that their words stay unexplained and the question is declined."""


def modules() -> list[ast.Module]:
    """Every module of reading, parsed."""
    return [ast.parse(file.read_text("utf-8")) for file in sorted(Path(package.__file__).parent.rglob("*.py"))]


def strings(node: ast.AST) -> set[str]:
    """Every string that is written in a piece of code."""
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def arguments(tree: ast.Module, names: frozenset[str]) -> Iterator[str]:
    """The strings given to methods of these names, those of module constants included."""
    constants: dict[str, set[str]] = {}
    for line in tree.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name) and isinstance(line.value, ast.Tuple):
            constants[line.targets[0].id] = strings(line.value)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names):
            continue
        for argument in node.args:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
            elif isinstance(argument, ast.Starred) and isinstance(argument.value, ast.Name):
                yield from constants.get(argument.value.id, ())


def test_every_cue_that_the_code_asks_for_is_held(lexicon: Lexicon) -> None:
    asked = {cue for tree in modules() for cue in arguments(tree, CUE_CALLS)}
    assert len(asked) > 100
    assert asked - lexicon.cue_names() == set()


def test_every_cue_held_is_asked_for(lexicon: Lexicon) -> None:
    written = {text for tree in modules() for text in strings(tree)}
    assert lexicon.cue_names() - written == DECLINED


def test_every_group_of_words_that_the_code_asks_for_is_held(lexicon: Lexicon) -> None:
    asked = {group for tree in modules() for group in arguments(tree, GROUP_CALLS)}
    assert len(asked) > 20
    assert asked - lexicon.groups.keys() == set()


def test_every_group_of_words_held_is_asked_for(lexicon: Lexicon) -> None:
    written = {text for tree in modules() for text in strings(tree)}
    assert lexicon.groups.keys() - written == set()
