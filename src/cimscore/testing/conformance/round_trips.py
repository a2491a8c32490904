"""Round trips: a case that is written and read again is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cimscore.case import Case
from cimscore.errors import CimsError
from cimscore.testing.conformance.subject import Subject
from cimscore.wire import write_case

Write = Callable[[Case], dict[str, Any]]


def examples_go_round(subject: Subject, write: Write = write_case) -> Iterator[str]:
    """Yield each example whose case is another once it is written and read again.

    Args:
        subject: The program.
        write: How a case is written.
    """
    for example in subject.in_time(subject.examples):
        written = write(example.case)
        try:
            again = subject.rulebook.read_case(written)
        except CimsError as error:
            yield f"{example.id}: what is written cannot be read: {error}"
            continue
        if again != example.case:
            parts = [name for name in written if getattr(again, name, None) != getattr(example.case, name, None)]
            yield f"{example.id}: written and read again, it differs in {', '.join(parts) or 'what is left out'}"
        elif write(again) != written:
            yield f"{example.id}: written twice, it is written in two ways"
