"""Deciding many cases in the order of the input: in this process, or in several with the same rows."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cimscore.assessment.assessing import check_choices
from cimscore.case import Moment
from cimscore.case.moments import refuse_far_moment
from cimscore.many.lines import CaseLine
from cimscore.many.rows import CaseRow, Choices, Deciding, broken_row
from cimscore.many.workers import rows_of
from cimscore.rulebook import Rulebook


def assess_many(
    lines: Iterable[CaseLine],
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
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
        at: Moment of the decision, for all cases.
        readings: Readings to use instead of the programs' own, by ``program/reading``.
        editions: Editions to use instead of those that the programs choose, by document.
        programs: Programs to decide under, instead of those that each case names.
        workers: Number of processes that decide. The rows are the same, byte for byte.
        load: Loads the rulebook in each process, where this one cannot be handed over.

    Raises:
        CalendarError: The moment is of a year that is not reckoned with.
        NoWorkerError: No process can be started to decide in.
        UnknownNameError: A program, reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    if at is not None:
        refuse_far_moment(at)
    check_choices(rulebook, readings=readings, editions=editions)
    named = None if programs is None else tuple(programs)
    for program in named or ():
        rulebook.program(program)
    work = functools.partial(Deciding, chosen=Choices(at=at, readings=readings, editions=editions, programs=named))
    return rows_of(lines, rulebook, work, broken_row, workers=workers, load=load)
