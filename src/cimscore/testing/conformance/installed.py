"""The distribution that brings a program holds all of it."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from cimscore.testing.conformance.subject import Subject

_DATA: Final = (".toml", ".yaml", ".json")


def wheel_is_whole(subject: Subject) -> Iterator[str]:
    """Yield each file that the installed distribution lists and lacks, or has beside its modules and does not list."""
    name, _ = subject.program.declared.distribution
    try:
        installed = metadata.distribution(name)
    except (metadata.PackageNotFoundError, ValueError):  # a module that was handed over is in no distribution
        return
    # The record itself: what `files` gives leaves out those that are not there, from Python 3.12 on.
    record = csv.reader((installed.read_text("RECORD") or "").splitlines())
    listed = {Path(str(installed.locate_file(row[0]))).resolve() for row in record if row}
    yield from missing_files(name, listed)
    if not any(file.suffix == ".pth" for file in listed):
        yield from unlisted_files(name, listed)


def missing_files(name: str, listed: Collection[Path]) -> Iterator[str]:
    """Yield each file that a distribution lists and that is not there."""
    yield from (f"{name} lists {file}, which is not there" for file in sorted(listed) if not file.exists())


def unlisted_files(name: str, listed: Collection[Path]) -> Iterator[str]:
    """Yield each file of data in the folders of a distribution's packages that it does not list."""
    packages = {file.parent for file in listed if file.name == "__init__.py"}
    for folder in sorted(package for package in packages if package.parent not in packages):
        for file in sorted(file for file in folder.rglob("*") if file.suffix in _DATA and file.resolve() not in listed):
            yield f"{name} does not list {file}: add it to what the wheel packs"
