"""Times beside a fixed loop: trust the ratios, not the milliseconds."""

from __future__ import annotations

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable


def fixed_loop() -> int:
    """Do always the same: a million additions."""
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def milliseconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median time of some work."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000


def cycles_kept(work: Callable[[], object]) -> int:
    """Return how many objects of some work only the cycle collector frees."""
    gc.collect()
    gc.disable()
    try:
        work()
        return gc.collect()
    finally:
        gc.enable()


def most_memory(work: Callable[[], object]) -> float:
    """Return the most memory that some work holds at once, in megabytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
