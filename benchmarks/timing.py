"""Times of many runs and their percentiles."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """Percentiles of some times, in milliseconds."""

    p50: float
    p95: float
    p99: float
    mean: float

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Spread:
        """The spread of times in seconds; at least two are needed."""
        times = sorted(1000 * one for one in seconds)
        cuts = statistics.quantiles(times, n=100, method="inclusive")
        return cls(statistics.median(times), cuts[94], cuts[98], statistics.fmean(times))

    @property
    def rate(self) -> float:
        """How many a second, one after the other."""
        return 1000 / self.mean


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` returns and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def medians(passes: Sequence[Sequence[float]]) -> list[float]:
    """The median over all passes of each item: what another program did meanwhile falls out."""
    return [statistics.median(times) for times in zip(*passes, strict=True)]
