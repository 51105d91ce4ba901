"""Imports point one way through the house, and every module's syntax tree is asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# What each part may import of the house, besides itself; the longest prefix of a module's name decides.
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "knowledge": frozenset(),
    "bot.service": frozenset({"knowledge", "bot.answering.answer"}),
    "bot.settings": frozenset(),
    "bot.reading": frozenset({"knowledge"}),
    "bot.answering": frozenset({"knowledge", "bot.reading.outcome", "bot.service"}),
    "bot.rendering": frozenset({"knowledge.query", "bot.answering.answer"}),
    "bot.assistant": frozenset(
        {"knowledge", "bot.reading", "bot.answering", "bot.service", "bot.settings", "bot.gaps"}
    ),
    "bot.gaps": frozenset({"knowledge.fold"}),
    "bot.terminal": frozenset({"bot.answering.answer", "bot.rendering", "bot.service"}),
    "bot.discord_app": frozenset(
        {
            "knowledge.query",
            "knowledge.models.elections",
            "bot.answering.answer",
            "bot.rendering",
            "bot.service",
            "bot.settings",
        }
    ),
    "bot.knowledge_cli": frozenset({"knowledge", "bot.settings", "bot.gaps"}),
    "bot.cli": frozenset({"knowledge.errors", "bot"}),
    "bot.__main__": frozenset({"bot.cli"}),
    "bot": frozenset(),
}
IN_ONE_PIECE = {"knowledge.query"}
"""The closed union of queries, which is read as a whole."""
DISCORD = ("bot.discord_app", "bot.rendering.discord")
SQL = ("knowledge",)


def modules() -> dict[str, Path]:
    """Every module of the program by name."""
    found: dict[str, Path] = {}
    for package in ("bot", "knowledge"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports_of(path: Path, *, at_run_time: bool = False) -> Iterator[str]:
    """The names of what a module imports; ``at_run_time``: only what is loaded along with it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = _loaded(tree) if at_run_time else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def _loaded(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        types_only = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if not types_only and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from _loaded(node)


def within(module: str, prefix: str) -> bool:
    """Whether ``module`` is ``prefix`` or lies in it."""
    return module == prefix or module.startswith(f"{prefix}.")


def part_of(module: str) -> str:
    """The part of the house that a module belongs to."""
    return max((part for part in MAY_IMPORT if within(module, part)), key=len)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module: str) -> None:
    part = part_of(module)
    allowed = {part, *MAY_IMPORT[part]} if part != "bot" else set()
    ours = [name for name in imports_of(MODULES[module]) if name in MODULES]
    assert [name for name in ours if not any(within(name, prefix) for prefix in allowed)] == []


@pytest.mark.parametrize("module", MODULES)
def test_only_the_discord_parts_import_discord_and_only_knowledge_speaks_sql(module: str) -> None:
    roots = {name.partition(".")[0] for name in imports_of(MODULES[module])}
    if not module.startswith(DISCORD):
        assert not roots & {"discord", "aiohttp"}
    if not module.startswith(SQL):
        assert "sqlite3" not in roots


def test_there_is_no_import_cycle() -> None:
    graph = {
        module: {name for name in imports_of(path, at_run_time=True) if name in MODULES and name != module}
        for module, path in MODULES.items()
    }
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"import cycle: {error.args[1]}")
    assert len(order) == len(MODULES)


@pytest.mark.parametrize("module", sorted(MODULES.keys() - IN_ONE_PIECE))
def test_modules_stay_small_enough_to_read(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 400


def test_the_test_itself_sees_imports_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    path.write_text(
        "import discord\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.service import Service\n"
        "def late():\n    from bot import cli\n",
        encoding="utf-8",
    )
    assert set(imports_of(path)) == {"discord", "typing", "bot.service", "bot.cli"}
    assert set(imports_of(path, at_run_time=True)) == {"discord", "typing"}
