"""The measures as tables."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.asking import NAIVE_EVERY, Asking
from benchmarks.names import Names
from benchmarks.processes import Processes
from benchmarks.replies import BURST, Replies
from benchmarks.timing import Spread

QUESTION_P50, QUESTION_P95, QUESTION_P99 = 0.5, 2.0, 10.0
START, MEMORY, BUILD = 0.6, 120.0, 6.0
NAME_P95, NAME_FOUND = 0.5, 0.995


def show_asking(console: Console, asking: Asking, count: int) -> None:
    """Percentiles of a question's time."""
    table = _table(f"{count} questions, milliseconds a question", "", "p50", "p95", "p99", "questions a second")
    rows = (
        ("asked for the first time", asking.first),
        ("asked again", asking.whole),
        ("  reading", asking.reading),
        ("  query", asking.query),
        ("  answering", asking.answering),
        ("  rendering as text", asking.rendering),
        (f"naive: extractOne (every {NAIVE_EVERY}th)", asking.naive),
    )
    for name, spread in rows:
        table.add_row(name, *_spread(spread), f"{spread.rate:,.0f}")
    console.print(table)
    slow = ", ".join(f"{question} {ms:.1f}" for question, ms in asking.slowest)
    console.print(f"Slowest: {slow}")
    for name, value, target in (
        ("question p50", asking.whole.p50, QUESTION_P50),
        ("question p95", asking.whole.p95, QUESTION_P95),
        ("question p99", asking.whole.p99, QUESTION_P99),
    ):
        _verdict(console, name, value, target, "ms")


def show_names(console: Console, found: Sequence[Names], seed: int) -> None:
    """Recall and times of look-ups of damaged names."""
    for one in found:
        title = f"Damaged names, {one.total:,} {one.kind}, seed {seed}"
        columns = ("", "names", "found", "of them asked back", "silently wrong", "naive found", "naive wrong")
        table = _table(title, *columns)
        for score in one.scores:
            shares = (score.found, score.asked, score.wrong, score.naive_found, score.naive_wrong)
            table.add_row(score.sort, str(score.count), *(f"{100 * share:.1f}%" for share in shares))
        console.print(table)
        for name, times in (("a look-up", one.times), ("naive: extractOne", one.naive_times)):
            console.print(f"{name}: p50 {times.p50:.3f} ms, p95 {times.p95:.3f} ms, p99 {times.p99:.3f} ms")
        for miss in one.misses:
            console.print(f"  not found, {miss}")
        total = sum(score.count for score in one.scores)
        recall = sum(score.found * score.count for score in one.scores) / total
        wrong = sum(score.wrong * score.count for score in one.scores) / total
        _verdict(console, f"{one.kind} not found", 100 * (1 - recall), 100 * (1 - NAME_FOUND), "%")
        _verdict(console, f"{one.kind} silently wrong", 100 * wrong, 0.0, "%")
        _verdict(console, f"{one.kind} look-up p95", one.times.p95, NAME_P95, "ms")


def show_processes(console: Console, processes: Processes) -> None:
    """Starting, memory and building."""
    table = _table("Processes", "", "hustings", "naive")
    ours, naive = processes.memory, processes.naive_memory
    rows = (
        ("start to answer", f"{processes.start:.2f} s", f"{processes.naive_start:.2f} s"),
        ("memory of the bot, started", f"{ours['started']:.0f} MB", f"{naive['started']:.0f} MB"),
        ("memory of the bot, after all questions", f"{ours['asked']:.0f} MB", f"{naive['asked']:.0f} MB"),
        ("build of the knowledge", f"{processes.build:.1f} s", f"{processes.naive_build:.1f} s"),
        ("packs, compiled file", f"{processes.packs_size:.1f} MB, {processes.file_size:.1f} MB", ""),
    )
    for row in rows:
        table.add_row(*row)
    console.print(table)
    _verdict(console, "start to answer", processes.start, START, "s")
    _verdict(console, "memory", ours["asked"], MEMORY, "MB")
    _verdict(console, "build", processes.build, BUILD, "s")


def show_replies(console: Console, ours: Replies, naive: Replies) -> None:
    """From event to reply."""
    table = _table("Discord, milliseconds from the event to the reply", "", "p50", "p95", "p99")
    table.add_row("hustings", *_spread(ours.times))
    table.add_row("naive: extractOne", *_spread(naive.times))
    console.print(table)
    console.print(f"{BURST} questions at once: all answered in {ours.burst_seconds:.2f} s")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _spread(spread: Spread) -> tuple[str, str, str]:
    return f"{spread.p50:.2f}", f"{spread.p95:.2f}", f"{spread.p99:.2f}"


def _verdict(console: Console, name: str, value: float, target: float, unit: str) -> None:
    met = "met" if value <= target else "[bold]missed[/bold]"
    console.print(f"{name}: {value:.2f} {unit}, at most {target:g} {unit} wanted: {met}")
