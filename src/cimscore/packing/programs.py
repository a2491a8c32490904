"""Files that are packed: of cimscore, of the installed programs, and of the distributions that these require."""

from __future__ import annotations

import importlib.util
import pickle
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Final

import attrs

from cimscore.packing.compiling import zipped
from cimscore.plugins import Plugin, installed_plugins

OWN: Final = "cimscore"
CALENDARS: Final = "cimscore/try_it/calendars.pickle"
NOT_RUN: Final = (
    "arrow", "cli", "fhir", "many", "packing", "publishing/pages", "publishing/spreadsheets", "register", "scaffold",
    "testing", "traceability", "try_it/browser", "pytest_plugin.py", "__main__.py",
)  # fmt: skip
"""Rooms of cimscore that no page needs."""
_COMPILED_APART: Final = (".pyc", ".pyi", ".so", ".pyd", ".dll", ".dylib")
_REQUIRED: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_AN_EXTRA: Final = re.compile(r";.*\bextra\s*==")


@attrs.frozen(kw_only=True)
class PackedPart:
    """A distribution that is packed.

    Attributes:
        name: Its name.
        version: Its version.
        licence: Its licence, as its author names it.
        files: Its files, by their path in a folder of packages.
        described: The folder of its metadata among them.
        licence_text: Its licence in full; empty where it does not have it.
    """

    name: str
    version: str
    licence: str
    files: Mapping[str, bytes]
    described: str
    licence_text: str = ""

    @property
    def modules(self) -> frozenset[str]:
        """Return the files of its modules, without their endings."""
        return frozenset(path.removesuffix(".py") for path in self.files if path.endswith(".py"))


def own_parts(plugins: Iterable[Plugin]) -> Iterator[PackedPart]:
    """Yield cimscore and the distributions of the plugins, as source, with the plugins' calendars."""
    every = list(plugins)
    calendars = {plugin.source.__name__: _calendars(plugin) for plugin in every if hasattr(plugin.source, "__name__")}
    core = _of_package(metadata.distribution(OWN), OWN)
    unneeded = tuple(f"{OWN}/{room}" for room in NOT_RUN)
    kept = {path: data for path, data in core.files.items() if not path.startswith(unneeded)}
    yield attrs.evolve(core, files={**kept, CALENDARS: pickle.dumps(calendars, protocol=5)})
    for plugin in every:
        yield _of_package(metadata.distribution(plugin.distribution[0]), plugin.package)


def required_parts(names: Iterable[str]) -> Iterator[PackedPart]:
    """Yield every other distribution that these require, however far down; without tests and compiled parts."""
    own = {_plain(name) for name in names}
    waiting, seen = list(own), set(own)
    while waiting:
        name = waiting.pop()
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # required by another system or Python than this one
        for line in found.requires or ():
            required = _REQUIRED.match(line)
            if required and not _AN_EXTRA.search(line) and _plain(required[0]) not in seen:
                seen.add(_plain(required[0]))
                waiting.append(_plain(required[0]))
        if name not in own:
            yield _described(found, dict(_installed_files(found)))


def archive(parts: Iterable[PackedPart]) -> bytes:
    """Return a ZIP of the files of parts, not compressed: the same bytes for the same files."""
    return zipped(sorted({path: data for part in parts for path, data in part.files.items()}.items()))


def programs_installed() -> list[Plugin]:
    """Return the installed plugins that can be used."""
    return [plugin for plugin in installed_plugins() if isinstance(plugin, Plugin)]


def _calendars(plugin: Plugin) -> tuple[object, ...]:
    return tuple(getattr(plugin.source, "cimscore_calendars", tuple)())


def _of_package(found: metadata.Distribution, package: str) -> PackedPart:
    """Return a distribution by its package, since one that is installed for editing does not list its files."""
    spec = importlib.util.find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    files = {
        f"{package}/{file.relative_to(folder).as_posix()}": file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts and not file.name.endswith(_COMPILED_APART)
    }
    return _described(found, files)


def _installed_files(found: metadata.Distribution) -> Iterator[tuple[str, bytes]]:
    for file in found.files or ():
        inside = ".." not in file.parts and ".dist-info" not in file.parts[0] and "tests" not in file.parts
        if inside and "__pycache__" not in file.parts and not file.name.endswith(_COMPILED_APART):
            yield file.as_posix(), file.read_binary()


def _described(found: metadata.Distribution, files: Mapping[str, bytes]) -> PackedPart:
    folder = f"{_plain(found.name).replace('-', '_')}-{found.version}.dist-info"
    told = {name: found.read_text(name) for name in ("METADATA", "entry_points.txt")}
    licences = {
        f"{folder}/{Path(str(file)).name}": file.read_text()
        for file in found.files or ()
        if ".dist-info" in str(file) and re.match(r"(?i)(licen[cs]e|copying|notice)", file.name)
    }
    described = {f"{folder}/{name}": text for name, text in told.items() if text}
    every = {**files, **{path: text.encode() for path, text in {**described, **licences}.items()}}
    return PackedPart(
        name=found.name, version=found.version, licence=_licence(found), files=every, described=folder,
        licence_text="\n".join(licences.values()),
    )  # fmt: skip


def _licence(found: metadata.Distribution) -> str:
    told = found.metadata
    by_class = [
        line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier") or () if line.startswith("License ::")
    ]
    named = (told[key].strip().partition("\n")[0] for key in ("License-Expression", "License") if key in told)
    return next(filter(None, named), "") or ", ".join(by_class) or "not stated"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
