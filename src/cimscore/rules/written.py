"""Module and line where something was written, for messages and links."""

from __future__ import annotations

import sys

import attrs

_OWN = "cimscore.rules."


@attrs.frozen(order=True)
class Written:
    """The place at which an author wrote something.

    Attributes:
        module: The module's dotted name.
        line: The line, from 1.
    """

    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.module.rpartition('.')[2]}.py:{self.line}"


_CORE = frozenset({f"{_OWN}vocabulary", f"{_OWN}families"})


def here() -> Written:
    """Return the line that is now writing, outside the author's door itself."""
    frame = sys._getframe(1)  # noqa: SLF001 - the one way to a caller's line
    while frame.f_back is not None and _is_own(frame.f_globals.get("__name__", "")):
        frame = frame.f_back
    return Written(module=frame.f_globals.get("__name__", ""), line=frame.f_lineno)


def _is_own(module: str) -> bool:
    if module == "typing":  # Table[Key, Value](…) is made there
        return True
    return (module.startswith(_OWN) and module not in _CORE) or module.startswith("attr")
