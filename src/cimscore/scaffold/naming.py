"""Name of a new program: one that Python, the file system and the programs beside it can live with."""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from cimscore.errors import CimsError
from cimscore.ids import RESERVED

_KEBAB: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST: Final = 60
_NOT_A_LETTER: Final = re.compile(r"[^a-z0-9]+")
_DEVICES: Final = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that one operating system or another keeps for its devices."""


class NameRefusedError(CimsError):
    """A name cannot be a new program's: take the one that is proposed, or another."""


@attrs.frozen(kw_only=True)
class ProgramName:
    """Name of a new program.

    Attributes:
        id: Id that documents name it by, such as ``home-visits``; also the name of its distribution.
        package: Name of its package in Python, such as ``home_visits``.
        title: Title that people read, such as ``Home visits``.
    """

    id: str
    package: str
    title: str


@attrs.frozen(kw_only=True)
class Taken:
    """Names that are in use already, each with who uses it, in words.

    Attributes:
        ids: Ids of installed programs and of their documents, names of plugins and of distributions.
        packages: Packages that can be imported.
    """

    ids: Mapping[str, str] = attrs.field(factory=dict)
    packages: Mapping[str, str] = attrs.field(factory=dict)


def name_of(typed: str, taken: Taken) -> ProgramName:
    """Return the name of a new program.

    Args:
        typed: The name as it was typed.
        taken: Names that are in use already.

    Raises:
        NameRefusedError: The name cannot be used; it says why, and proposes another where one is near.
    """
    why = next(_reasons(typed, taken), "")
    if why:
        near = _proposed(typed)
        hint = f" How about {near}?" if near and next(_reasons(near, taken), "") == "" else ""
        raise NameRefusedError(f"A new program cannot be called {typed!r}: {why}.{hint}")
    words = typed.replace("-", " ")
    return ProgramName(id=typed, package=_package(typed), title=words[0].upper() + words[1:])


def _package(id: str) -> str:
    return id.replace("-", "_")


def _reasons(typed: str, taken: Taken) -> Iterator[str]:
    """Yield each reason against a name, the plainest first."""
    package = _package(typed)
    if typed[:1].isdigit():
        yield "it begins with a digit, which no package in Python can"
    if not _KEBAB.fullmatch(typed):
        yield "a name has small letters and digits, in words joined by single hyphens"
    if len(typed) > _LONGEST:
        yield f"it has {len(typed)} letters, and {_LONGEST} are the most"
    if typed in RESERVED or typed.partition("-")[0] == "cimscore":
        yield "cimscore keeps that name to itself"
    if keyword.iskeyword(package) or keyword.issoftkeyword(package) or hasattr(builtins, package):
        yield "it is a word of Python itself"
    if package in sys.stdlib_module_names or package in ("test", "tests", "src"):
        yield "it is a module that comes with Python, or a folder of its tests"
    if typed in _DEVICES:
        yield "some operating systems keep that name for a device"
    for name, used in ((typed, taken.ids), (package, taken.packages)):
        if name in used:
            yield f"{used[name]} has that name already"


def _proposed(typed: str) -> str:
    """Return the nearest name that can be a program's; empty if there is none."""
    words = [word for word in _NOT_A_LETTER.split(typed.casefold()) if word]
    while words and words[0][0].isdigit() and len(words) > 1:
        words = [*words[1:], words[0]]
    if words and words[0][0].isdigit():
        words = ["program", *words]
    return "-".join(words if len(words) > 1 else [*words, "program"] if words else [])[:_LONGEST].strip("-")
