"""JSON that cimscore has written, read again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from cimscore.errors import FileError, Problem

T = TypeVar("T")


def read_stored(file: Path, read: Callable[[Any], T], expected: str, hint: str) -> T:
    """Return what a file holds.

    Args:
        file: The file.
        read: What makes it of the plain document. It may raise whatever a document of another form makes it raise.
        expected: What was expected, in words.
        hint: What to do about a file that holds something else.

    Raises:
        FileError: The file cannot be read, or holds something else.
    """
    try:
        return read(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        found = error.strerror or "no file that can be read"
    except UnicodeDecodeError:
        found = "bytes that are not UTF-8"
    except json.JSONDecodeError as error:
        found = f"no JSON in line {error.lineno}"
    except RecursionError:
        found = "a document that is nested too deep"
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        found = "another document, or one that was changed"
    raise FileError([Problem(where=file.name, found=found, expected=expected, hint=hint)], where=str(file))
