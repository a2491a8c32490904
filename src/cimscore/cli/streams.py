"""Standard output and standard error as they may be: closed, full, or read by somebody who stops reading."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import Final

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


class _ClosedOutput(io.StringIO):
    """Standard output of a process that began with it closed: only who writes to it meets an error."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.EBADF, "it is closed")


def open_streams() -> None:
    """Put something in the place of a stream that is closed; a terminal shows the number of a letter that it lacks."""
    # Python has None where a process begins with a stream closed.
    sys.stdout = sys.stdout or _ClosedOutput()
    sys.stderr = sys.stderr or io.StringIO()  # what is said there is said to nobody
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def tell(sentence: str) -> None:
    """Write to standard error, if that can be written to."""
    with contextlib.suppress(OSError):
        sys.stderr.write(sentence)


def why_unwritten(error: BaseException) -> str:
    """Return why standard output could not be written, in words; empty for every other error."""
    # An error of a file that was named has its name. BrokenPipeError has a meaning of its own.
    if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
        return str(error.strerror)
    return ""


def forget_output() -> None:
    """Let nothing be written any more, so that Python's own farewell cannot fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(says: str) -> None:
    """Say on standard error how far something is, for a person who waits at a terminal. A log would only fill up."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{says}\n")
