"""Failures of plugins as a person is told of them: which program is left out, and the way to an error."""

from __future__ import annotations

import contextlib
import itertools
import sys
import traceback
import warnings
from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.errors import CimsError, LeftOutWarning, Problem, RulebookError

TRACEBACK: Final = "--traceback"


@contextlib.contextmanager
def telling_what_is_left_out(told: dict[str, tuple[Problem, ...]]) -> Iterator[None]:
    """Write each program that is left out to standard error, once for a command.

    Args:
        told: Where to note what was written, with the problems that it names.
    """
    with warnings.catch_warnings():
        # Python shows a warning once for each place in the code. Here each program counts, so each text is shown once.
        warnings.simplefilter("always", LeftOutWarning)
        shown = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *rest: object, **more: object) -> None:
            if not isinstance(message, LeftOutWarning):
                shown(message, category, *rest, **more)  # type: ignore[arg-type]
            elif str(message) not in told:
                told[str(message)] = message.problems
                sys.stderr.write(f"cimscore: {message}\n")

        warnings.showwarning = show
        yield


def in_short(error: CimsError, told: Mapping[str, tuple[Problem, ...]]) -> str:
    """Return what an error says; where all its problems stand above already, that it is they.

    Args:
        error: The error.
        told: What was written of the programs that are left out, with the problems that it names.
    """
    problems = error.problems if isinstance(error, RulebookError) else ()
    if problems and {*problems}.issubset(itertools.chain.from_iterable(told.values())):
        return "Nothing can be said of a program that is left out. What is wrong with it stands above."
    return str(error)


def tell_way_to(error: BaseException) -> None:
    """Write the way to an error to standard error: to the one in a plugin, where that is what it comes from."""
    sys.stderr.write("".join(traceback.format_exception(error.__cause__ or error)))
