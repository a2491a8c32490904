"""TOML files that record reviews and sign-offs: read strictly, and written so that a reader gets back the same."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from cimscore.errors import Problem
from cimscore.policy.fields import Fields
from cimscore.policy.files import toml_of

_HINT: Final = "Fix it by hand, or put back the last version that could be read."


def tables_in(file: Path, name: str, problems: list[Problem]) -> Iterator[Fields]:
    """Yield the tables of a file, none if there is no such file.

    Args:
        file: The file.
        name: The name of its tables; nothing else may be in it.
        problems: Receives what is wrong with it.
    """
    if not file.exists():
        return
    try:
        content: Mapping[str, Any] = toml_of(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(where=str(file), found=str(error), expected="a TOML file", hint=_HINT))
        return
    except OSError as error:
        found = error.strerror or str(error)
        problems.append(Problem(where=str(file), found=found, expected="a file that can be read"))
        return
    fields = Fields(content, str(file), problems)
    for table in fields.tables(name):
        yield table
        table.close()
    fields.close()


def write_kept(file: Path, head: str, tables: Iterable[Iterable[str]]) -> Path:
    """Write a file anew, with its folder if that is missing, and return it.

    Args:
        file: The file.
        head: What it holds and who writes it, as a comment.
        tables: The lines of each table.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# {head}", *(line for table in tables for line in ("", *table))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def quoted(text: str) -> str:
    """Return a text as a TOML string."""
    # TOML escapes as JSON does, but for the delete character, which only TOML forbids.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
