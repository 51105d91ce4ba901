"""What whole processes cost: starting up, memory and building the knowledge."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.naive import NaiveService, prepare
from benchmarks.timing import timed
from knowledge.store.store import Store

STARTS = 7
BUILDS = 3
QUESTION = "who won Copeland?"


@dataclass(frozen=True, slots=True)
class Processes:
    """Seconds and megabytes."""

    start: float
    """From the command line to the answer."""
    naive_start: float
    memory: Mapping[str, float]
    """Of the running bot: ``started``, and ``asked`` all questions."""
    naive_memory: Mapping[str, float]
    build: float
    """From the packs to the compiled file, everything checked."""
    naive_build: float
    packs_size: float
    file_size: float


def measure_processes(store: Store) -> Processes:
    """Run the programs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "prepared.json")
        prepared, preparing = timed(lambda: prepare(store))
        NaiveService.write(prepared, file)
        return Processes(
            start=_median("-m", "bot", "ask", QUESTION),
            naive_start=_median("-m", "benchmarks.child", "naive-ask", str(file), QUESTION),
            memory=json.loads(_run("-m", "benchmarks.child", "memory")),
            naive_memory=json.loads(_run("-m", "benchmarks.child", "naive-memory", str(file))),
            build=statistics.median(_build(folder, number) for number in range(BUILDS)),
            naive_build=preparing,
            packs_size=sum(f.stat().st_size for f in _packs().rglob("*") if f.is_file()) / 1024**2,
            file_size=store.file.stat().st_size / 1024**2 if store.file else 0.0,
        )


def _packs() -> Path:
    from knowledge.loading.folders import shipped_packs

    return shipped_packs()


def _build(folder: str, number: int) -> float:
    cache = {"HUSTINGS_CACHE": str(Path(folder, f"cache-{number}"))}
    return timed(lambda: _run("-m", "bot", "knowledge", "build", **cache))[1]


def _median(*arguments: str) -> float:
    _run(*arguments)
    return statistics.median(timed(lambda: _run(*arguments))[1] for _ in range(STARTS))


def _run(*arguments: str, **environment: str) -> str:
    # As programs are installed: with their bytecode kept from one start to the next.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, *arguments],
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=300,
    ).stdout
