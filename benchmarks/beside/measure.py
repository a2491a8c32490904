"""Measures one engine in a process of its own, and prints what it found as JSON: `python measure.py NAME`."""

from __future__ import annotations

import importlib.metadata
import json
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from beside.work import CASES, HALF_KNOWN, expected
from timing import fixed_loop, milliseconds

ROUNDS: Final = 9
ENOUGH: Final = 0.2
"""Seconds that one round takes at least, so that the clock is fine enough."""


def measured(name: str) -> dict[str, Any]:
    """Return what an engine answers, how long it takes beside the table in plain Python, and what it holds."""
    begun = time.perf_counter()
    from beside.engines import DISTRIBUTIONS, ENGINES  # noqa: PLC0415 - its import is a part of the start

    decide = ENGINES[name]()
    started = time.perf_counter() - begun
    answers = [expected(facts) for facts in CASES]
    wrong = sum(found != answer for found, answer in zip(decide(CASES), answers, strict=True))
    plain = ENGINES["plain Python"]()
    ratios = [_each(decide) / _each(plain) for _ in range(ROUNDS)]
    distribution = DISTRIBUTIONS.get(name)
    return {
        "version": importlib.metadata.version(distribution) if distribution else sys.version.split()[0],
        "wrong": wrong,
        "ratio": statistics.median(ratios),
        "least": min(ratios),
        "most": max(ratios),
        "start": started * 1000 / milliseconds(fixed_loop),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "half known": _half_known(name, decide),
    }


def _each(decide: Any) -> float:
    """Return the seconds that one case takes, over as many rounds of all cases as last long enough."""
    rounds, begun = 0, time.perf_counter()
    while (took := time.perf_counter() - begun) < ENOUGH:
        decide(CASES)
        rounds += 1
    return took / (rounds * len(CASES))


def _half_known(name: str, decide: Any) -> str:
    """Return what an engine says of a case of which one fact is not known."""
    if name == "cimscore":
        from beside import own  # noqa: PLC0415 - the others need nothing of it

        return own.half_known(HALF_KNOWN)
    try:
        ((answer, hours),) = decide([HALF_KNOWN])
    except Exception as raised:  # noqa: BLE001 - whatever it raises is what is measured
        return f"raises {type(raised).__name__}"
    return f"answers: {answer}, {hours} hours"


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
