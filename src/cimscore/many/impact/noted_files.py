"""Files of what many cases come to: written by one version of a program, and read by another."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, cast

from cimscore.errors import FileError, Problem
from cimscore.many.impact.noting import FORMAT, NotedCase
from cimscore.traceability.impact import Concluded

_PACKED: Final = ".gz"


def write_noted(path: Path, cases: Iterable[NotedCase]) -> Iterator[NotedCase]:
    """Write what cases come to into a new file, each in a line as it comes, and yield them.

    Args:
        path: The file; packed, if its name ends in ``.gz``.
        cases: The cases.

    Raises:
        FileExistsError: It is there already.
    """
    with _opened(path, "xt") as file:
        for case in cases:
            file.write(f"{case.text}\n")
            yield case


def read_noted(path: Path) -> Iterator[NotedCase]:
    """Yield what cases come to, as a file has it, in their order.

    Args:
        path: The file; packed, if its name ends in ``.gz``.

    Raises:
        FileError: It cannot be read, or holds something else.
    """
    read = 0
    try:
        with _opened(path, "rt") as file:
            for line in file:
                yield _read(json.loads(line))
                read += 1
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        found = "another document, or one that was changed"
    except (OSError, EOFError) as error:
        found = getattr(error, "strerror", None) or "no file that can be read to its end"
    else:
        return
    hint = "Save it again: cimscore impact-many CASES --save FILE."
    problem = Problem(where=f"line {read + 1}", found=found, expected=f"cases in the format {FORMAT}", hint=hint)
    raise FileError([problem], where=str(path))


def _read(document: Mapping[str, Any]) -> NotedCase:
    if document["format"] != FORMAT:
        raise ValueError(f"the format {document['format']!r}")
    fields = {name: value for name, value in document.items() if name not in ("format", "number", "concluded")}
    concluded = {
        address: Concluded(**{**told, "clauses": tuple(told["clauses"])})
        for address, told in document["concluded"].items()
    }
    return NotedCase(number=int(document["number"]), concluded=concluded, **fields)


def is_packed(path: Path) -> bool:
    """Return True if a file is packed, by its name."""
    return path.suffix == _PACKED


def _opened(path: Path, mode: str) -> IO[str]:
    return cast(
        IO[str], gzip.open(path, mode, encoding="utf-8") if is_packed(path) else path.open(mode, encoding="utf-8")
    )
