"""The limits that hold for whatever is read: a second of work, and little memory. To decide may take longer."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

A_SECOND: Final = 1.0
MEGABYTES: Final = 200


@contextmanager
def within(seconds: float, made_from: object) -> Iterator[None]:
    """Fail as soon as the block has worked for so long, so that what never ends fails too.

    Args:
        seconds: How long the process may work on it.
        made_from: What to tell in the failure.
    """

    def too_long(*_: object) -> None:
        raise AssertionError(f"more than {seconds} s of work: {made_from!r}")

    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def in_little_memory() -> Iterator[None]:
    """Fail if the block has needed much more memory than the process ever had before."""
    before = _peak()
    yield
    assert _peak() - before < MEGABYTES


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
