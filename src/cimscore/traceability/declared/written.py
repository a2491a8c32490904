"""Place of a rule in the code: the statement that writes it, with its file and lines."""

from __future__ import annotations

import ast
import functools
import sys
from pathlib import Path
from typing import Final

import attrs

from cimscore.rules.written import Written


@attrs.frozen(kw_only=True)
class WrittenStatement:
    """A statement of a module.

    Attributes:
        file: Its file, from the folder that holds its package: ``cimscore_vic_cims/rules/scope.py``.
        first: Its first line, from 1.
        last: Its last line.
        code: Those lines as written.
    """

    file: str
    first: int
    last: int
    code: str


NOWHERE: Final = WrittenStatement(file="", first=0, last=0, code="")
"""The place of what stands in no file that is at hand."""


def place_of(written: Written) -> WrittenStatement:
    """Return the innermost statement around the line at which something was written."""
    file = getattr(sys.modules.get(written.module), "__file__", None)
    if file is None or not Path(file).exists():
        return NOWHERE
    lines, statements = _read(file)
    around = [(first, last) for first, last in statements if first <= written.line <= last]
    if not around:
        return NOWHERE
    # Statements nest. The shortest around a line is the one that an author wrote there.
    first, last = min(around, key=lambda span: span[1] - span[0])
    return WrittenStatement(
        file=_named(file, written.module), first=first, last=last, code="".join(lines[first - 1 : last])
    )


@functools.lru_cache(maxsize=1024)
def _read(file: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the lines of a file, and the first and last line of each of its statements."""
    text = Path(file).read_text(encoding="utf-8")
    found = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt))
    spans = tuple((node.lineno, node.end_lineno or node.lineno) for node in found)
    return tuple(text.splitlines(keepends=True)), spans


def _named(file: str, module: str) -> str:
    """Return a file from the folder that holds its package."""
    parts = Path(file).parts
    folders = module.count(".") + (2 if parts[-1] == "__init__.py" else 1)
    return "/".join(parts[-folders:])
