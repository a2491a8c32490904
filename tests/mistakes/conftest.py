"""Lets the tests of this folder share their small program, and install it as the only one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import home_calls

from cimscore.plugins import discovery

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Write the program as a distribution, with other files on request; every such one is installed, and no other."""
    monkeypatch.syspath_prepend(str(tmp_path))
    packages: list[str] = []

    def distributions() -> Iterable[metadata.Distribution]:
        return metadata.distributions(path=[str(tmp_path)])

    def points(**chosen: str) -> metadata.EntryPoints:
        return metadata.EntryPoints(point for each in distributions() for point in each.entry_points).select(**chosen)

    def written(
        files: Mapping[str, str] = home_calls.FILES,
        package: str = home_calls.PACKAGE,
        distribution: str = "home-calls",
        group: str = "cimscore",
        names: str = "",
        version: str = "1.0",
    ) -> None:
        home_calls.forgotten(package)
        home_calls.written(tmp_path, files, package)
        info = tmp_path / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[{group}]\n{package.replace('_', '-')} = {names or package}\n")
        packages.append(package)
        importlib.invalidate_caches()

    monkeypatch.setattr(discovery, "metadata", SimpleNamespace(entry_points=points, distributions=distributions))
    yield written
    for package in packages:
        home_calls.forgotten(package)
