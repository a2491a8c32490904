"""The files and folders of a policy: which there may be, and each of them parsed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, Final

from cimscore.errors import Problem
from cimscore.policy.fields import Fields

SOURCES: Final = "sources.toml"
UPKEEP: Final = "upkeep"
_OTHER: Final = (".yaml", ".yml", ".json")


def folders_of(folder: Traversable) -> list[Traversable]:
    """Return the folders in a folder, by name; that of the upkeep of rules is no part of a policy."""
    return sorted(
        (item for item in folder.iterdir() if item.is_dir() and item.name != UPKEEP and item.name[0] not in "_."),
        key=lambda entry: entry.name,
    )


def sources_file(folder: Traversable, problems: list[Problem]) -> list[tuple[str, Fields]]:
    """Return the table of each source in ``sources.toml``, by the source's id."""
    found: list[tuple[str, Fields]] = []
    names = []
    for name, content in toml_files(folder, problems):
        names.append(name)
        if name != SOURCES:
            hint = "Clauses stand in the folder of their edition: <source>/<edition>/."
            problems.append(Problem(where=name, found="a file", expected=f"{SOURCES} alone", hint=hint))
            continue
        for id, table in content.items():
            if isinstance(table, dict):
                found.append((id, Fields(table, f"{name}: {id}", problems)))
            else:
                problems.append(Problem(where=f"{name}: {id}", found=repr(table), expected="a table about a source"))
    if SOURCES not in names:
        hint = "Write it in the package, and see that its wheel packs it."
        problems.append(Problem(where=SOURCES, found="no such file", expected="the sources of the program", hint=hint))
    return found


def toml_of(text: str) -> dict[str, Any]:
    """Return what a text in TOML holds.

    Raises:
        TOMLDecodeError: It cannot be read, whatever Python says of it.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        what = "Too many levels of nesting" if isinstance(error, RecursionError) else "A number of too many digits"
        raise tomllib.TOMLDecodeError(what) from None


def toml_files(folder: Traversable, problems: list[Problem], within: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and content of each TOML file in a folder, by name.

    Args:
        folder: The folder.
        problems: Where a file that is no TOML is noted.
        within: The folder's place, put before each name.
    """
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{within}{file.name}"
        if file.name.endswith(_OTHER):
            hint = "Write it as TOML, or keep it outside the folder of the policy."
            problems.append(Problem(where=name, found="a file that is not read", expected="a .toml file", hint=hint))
        if not file.name.endswith(".toml"):
            continue
        try:
            content = toml_of(file.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(where=name, found=str(error), expected="a TOML file"))
            content = {}
        yield name, content
