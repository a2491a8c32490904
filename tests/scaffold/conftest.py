"""Programs made by `cimscore new`, written to a folder of their own and importable there."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cimscore.scaffold import NewProgram

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Write a new program, and import it: ``imported(program)``. Nothing of it stays behind."""
    packages = set[str]()

    def importing(program: NewProgram) -> ModuleType:
        folder = tmp_path / program.name.id
        program.write(folder)
        monkeypatch.syspath_prepend(str(folder / "src"))
        packages.add(program.name.package)
        return importlib.import_module(program.name.package)

    yield importing
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]
