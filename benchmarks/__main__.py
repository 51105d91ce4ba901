"""``python -m benchmarks [--seed N]``: measures and prints everything. Takes about a minute."""

from __future__ import annotations

import argparse
import os
import random
import sys

from rich.console import Console

from benchmarks.asking import TODAY, measure_asking
from benchmarks.corpus import questions
from benchmarks.naive import NaiveService, prepare
from benchmarks.names import measure_names
from benchmarks.processes import measure_processes
from benchmarks.replies import measure_replies
from benchmarks.report import show_asking, show_names, show_processes, show_replies
from bot.assistant import Assistant, build_parts
from bot.reading.memory import Memory
from knowledge.store.opening import open_store

PARTS = ("questions", "names", "processes", "discord")


def main() -> int:
    """Measures what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Times and memory of Hustings.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--seed", type=int, default=None, help="for the damaged names; otherwise a new one each time")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    chosen = arguments.parts or PARTS
    seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1_000_000)
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    asked = questions()
    with open_store() as store:
        naive = NaiveService(prepare(store))
        if "questions" in chosen:
            show_asking(console, measure_asking(store, asked, naive), len(asked))
        if "names" in chosen:
            show_names(console, measure_names(store, seed), seed)
        if "processes" in chosen:
            show_processes(console, measure_processes(store))
        if "discord" in chosen:
            ours = Assistant(parts=build_parts(store, TODAY), memory=Memory())
            show_replies(
                console,
                measure_replies(ours, asked),
                measure_replies(naive, asked[:20], burst=False),
            )
    console.print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
