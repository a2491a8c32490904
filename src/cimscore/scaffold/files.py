"""The files of a new program, from the templates beside this module."""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import attrs

from cimscore.errors import CimsError
from cimscore.scaffold.naming import ProgramName
from cimscore.traceability.sources import FirstReading, policy_files

_SUFFIX: Final = ".template"
_HIDDEN: Final = "dot-"
_BLANK: Final = re.compile(r"<<(\w+)>>")


class FolderTakenError(CimsError):
    """A new program would be written over something that is there: name another folder."""


@attrs.frozen(kw_only=True)
class NewProgram:
    """A new program, before it is written.

    Attributes:
        name: Its name.
        files: The text of each file, by its path below the program's folder.
    """

    name: ProgramName
    files: Mapping[str, str]

    def write(self, folder: Path) -> None:
        """Write every file into a folder that is not there yet.

        Raises:
            FolderTakenError: There is something of that name already.
            OSError: It cannot be written.
        """
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            raise FolderTakenError(f"{folder} is there already, and nothing is written over.") from None
        for path, text in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def new_program(name: ProgramName) -> NewProgram:
    """Return a program that is green at once: an invented policy, to be replaced clause by clause.

    Args:
        name: Its name.
    """
    return NewProgram(name=name, files=templates(name, "both", "worked"))


def new_program_from(name: ProgramName, reading: FirstReading, document: str) -> NewProgram:
    """Return a program that begins from a document: a clause to read for each passage, and no rule yet.

    Args:
        name: Its name.
        reading: The document, cut into passages.
        document: The document's file name.
    """
    count = str(len(reading.placed))
    files = templates(name, "both", "from_source", count=count, document=document)
    policy = f"src/{name.package}/policy"
    files |= {f"{policy}/{path}": text for path, text in policy_files(reading, name.id, document).items()}
    return NewProgram(name=name, files=dict(sorted(files.items())))


def templates(name: ProgramName, *folders: str, **blanks: str) -> dict[str, str]:
    """Return the files of some folders of templates, with their blanks filled in, by path.

    Args:
        name: The program's name.
        folders: The folders.
        blanks: What stands for each further blank.
    """
    filled = {"id": name.id, "package": name.package, "title": name.title, **blanks}
    root = importlib.resources.files("cimscore.scaffold") / "template"
    found = {
        _path(path, filled): _BLANK.sub(lambda blank: filled[blank[1]], text)
        for folder in folders
        for path, text in _read(root / folder, "")
    }
    return dict(sorted(found.items()))


def _read(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for part in folder.iterdir():
        if part.is_dir():
            yield from _read(part, f"{path}{part.name}/")
        elif part.name.endswith(_SUFFIX):
            yield f"{path}{part.name.removesuffix(_SUFFIX)}", part.read_text(encoding="utf-8")


def _path(path: str, filled: Mapping[str, str]) -> str:
    named = path.replace("__package__", filled["package"]).replace("__id__", filled["id"])
    return "/".join(f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part for part in named.split("/"))
