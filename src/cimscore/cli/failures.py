"""Failures of plugins as a person is told of them: which program is left out, and the way to an error."""

from __future__ import annotations

import contextlib
import sys
import traceback
import warnings
from collections.abc import Iterator
from typing import Final

from cimscore.errors import LeftOutWarning

TRACEBACK: Final = "--traceback"


@contextlib.contextmanager
def telling_what_is_left_out() -> Iterator[None]:
    """Write each program that is left out to standard error, once for a command."""
    with warnings.catch_warnings():
        # Python shows a warning once for each place in the code. Here each program counts, so each text is
        # shown once.
        warnings.simplefilter("always", LeftOutWarning)
        shown, told = warnings.showwarning, set[str]()

        def show(message: Warning | str, category: type[Warning], *rest: object, **more: object) -> None:
            if not issubclass(category, LeftOutWarning):
                shown(message, category, *rest, **more)  # type: ignore[arg-type]
            elif str(message) not in told:
                told.add(str(message))
                sys.stderr.write(f"cimscore: {message}\n")

        warnings.showwarning = show
        yield


def tell_way_to(error: BaseException) -> None:
    """Write the way to an error to standard error: to the one in a plugin, where that is what it comes from."""
    sys.stderr.write("".join(traceback.format_exception(error.__cause__ or error)))
