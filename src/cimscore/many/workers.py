"""Processes that decide beside one another, begun anew where one of them ends before its time."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, Generic, Protocol, TypeVar

from cimscore.errors import CimsError
from cimscore.many.lines import CaseLine
from cimscore.rulebook import Rulebook

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

_START: Final = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_TOGETHER: Final = 16
"""Cases that are handed to a process at once."""
_AHEAD: Final = 4
"""Parcels for each process that are under way: memory must not grow with the input."""
_TRIES: Final = 2
"""Times that a case is tried by itself, for a process may be ended from outside too."""
_ENDED: Final = f"The process that decided it ended before its time, {_TRIES} times."

Parcel = tuple[CaseLine, ...]


class NoWorkerError(CimsError):
    """No process can be started to decide in: ask for one worker, and see what it says."""


class OneByOne(Protocol[Row_co]):
    """Work that is done of each case for itself, whatever is wrong with it."""

    def row(self, line: CaseLine) -> Row_co:
        """Return what becomes of one case."""


class Workers(Generic[Row]):
    """Processes of which each loads the rulebook once."""

    def __init__(
        self,
        count: int,
        work: Callable[[Rulebook], OneByOne[Row]],
        broken: Callable[[CaseLine, str], Row],
        rulebook: Rulebook | Callable[[], Rulebook],
    ) -> None:
        """Start none yet.

        Args:
            count: How many there are.
            work: Gives the work, by a rulebook.
            broken: Gives the row of a case whose process ended, by a sentence that says so.
            rulebook: The rulebook to hand over, or what loads it in each process.
        """
        self._count = count
        # Once for all: a rulebook is large, and each further process would have it pickled again.
        self._begins = pickle.dumps((work, rulebook))
        self._packages = _packages_of(rulebook) if isinstance(rulebook, Rulebook) else []
        self._broken = broken

    def rows(self, lines: Iterable[CaseLine]) -> Iterator[Row]:
        """Yield the row of each line, in their order."""
        waiting = iter(lines)
        parcels = iter(lambda: (*itertools.islice(waiting, _TOGETHER),), ())
        while True:
            unsure: list[CaseLine] = []
            yield from self._until_one_ends(parcels, unsure)
            if not unsure:
                return
            # Whose case ended the process cannot be told from here, so each that was under way is tried alone.
            yield from self._one_by_one(unsure)

    def _until_one_ends(self, parcels: Iterator[Parcel], unsure: list[CaseLine]) -> Iterator[Row]:
        """Yield rows until there is no parcel left, or until a process ends: then what was under way is not sure."""
        sent: deque[tuple[Parcel, Future[list[Row]]]] = deque()
        with self._started(self._count) as pool:
            try:
                while True:
                    for parcel in itertools.islice(parcels, self._count * _AHEAD - len(sent)):
                        sent.append((parcel, pool.submit(_decide, parcel)))
                    if not sent:
                        return
                    yield from sent[0][1].result()
                    sent.popleft()
            except BrokenProcessPool:
                unsure.extend(line for parcel, _ in sent for line in parcel)
            finally:
                pool.shutdown(cancel_futures=True)

    def _one_by_one(self, lines: Iterable[CaseLine]) -> Iterator[Row]:
        """Yield the row of each line, decided by a process that decides nothing else at the time."""
        pool = self._started(1)
        try:
            for line in lines:
                for _ in range(_TRIES):
                    try:
                        (row,) = pool.submit(_decide, (line,)).result()
                        break
                    except BrokenProcessPool:
                        pool = self._started(1)
                else:
                    row = self._broken(line, _ENDED)
                yield row
        finally:
            pool.shutdown()

    def _started(self, count: int) -> ProcessPoolExecutor:
        """Return processes that are known to start.

        Raises:
            NoWorkerError: None does.
        """
        # Each begins afresh, so that none of this one's threads and files are in it.
        context = multiprocessing.get_context(_START)
        # Where one process begins the others, it imports for all of them.
        context.set_forkserver_preload([__name__, *self._packages])
        pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(self._begins,))
        try:
            pool.submit(_decide, ()).result()
        except BrokenProcessPool:
            raise NoWorkerError(
                "No process can be started to decide in. With one worker it is said what is wrong; a script needs "
                'the guard `if __name__ == "__main__":`.'
            ) from None
        return pool


def _packages_of(rulebook: Rulebook) -> list[str]:
    """Return the importable names of the programs' packages, as far as they are known."""
    return [program.declared.package for program in rulebook.programs.values() if program.declared.package]


_work: list[OneByOne[Any]] = []


def _begin(handed: bytes) -> None:
    # Whoever presses Ctrl-C ends the process that reads and writes, and that one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work, rulebook = pickle.loads(handed)  # noqa: S301 - what the first process has just written itself
    _work[:] = [work(rulebook if isinstance(rulebook, Rulebook) else rulebook())]
    gc.freeze()  # The rulebook stays, so nobody need look through it again.


def _decide(parcel: Parcel) -> list[Any]:
    (work,) = _work
    return [work.row(line) for line in parcel]


def rows_of(
    lines: Iterable[CaseLine],
    rulebook: Rulebook,
    work: Callable[[Rulebook], OneByOne[Row]],
    broken: Callable[[CaseLine, str], Row],
    *,
    workers: int,
    load: Callable[[], Rulebook] | None,
) -> Iterator[Row]:
    """Do some work of each case, and yield what becomes of it, in order: in this process, or in several.

    Args:
        lines: The cases.
        rulebook: The installed programs.
        work: Gives the work, by a rulebook.
        broken: Gives the row of a case whose process ended, by a sentence that says so.
        workers: Number of processes.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        NoWorkerError: No process can be started.
    """
    if workers == 1:
        return map(work(rulebook).row, lines)
    return Workers(workers, work, broken, rulebook if load is None else load).rows(lines)
