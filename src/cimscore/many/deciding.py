"""Deciding many cases in the order of the input: in this process, or in several with the same rows."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

from cimscore.many.choices import AS_THEY_ARE, Choices
from cimscore.many.lines import CaseLine
from cimscore.many.rows import CaseRow, Deciding, broken_row
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook


def assess_many(
    lines: Iterable[CaseLine],
    rulebook: Rulebook,
    *,
    under: Choices = AS_THEY_ARE,
    workers: int = 1,
    load: Callable[[], Rulebook] | None = None,
) -> Iterator[CaseRow]:
    """Decide cases one after another, and yield a row for each, in their order.

    A case that cannot be read, or of which nothing can be decided, has a row that says why. No row holds anything of
    a notifier, or of what is kept from somebody. With several workers a script needs the usual guard,
    ``if __name__ == "__main__":``, for each worker starts as a process of its own.

    Args:
        lines: The cases; `cases_in` gives those of a file or folder.
        rulebook: The installed programs.
        under: Moment, readings, editions and programs to decide them under.
        workers: Number of processes that decide. The rows are the same, byte for byte.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        CalendarError: The moment is of a year that is not reckoned with.
        NoWorkerError: No process can be started to decide in.
        UnknownNameError: A program, reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    under.check(rulebook)
    work = functools.partial(Deciding, under=under)
    return rows_of(lines, rulebook, work, broken_row, workers=workers, load=load)
