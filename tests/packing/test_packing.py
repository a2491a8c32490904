"""Packing cimscore, its programs and Python as scripts, with an invented Pyodide in which nothing runs."""

from __future__ import annotations

import base64
import gzip
import importlib
import inspect
import json
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

import cimscore
from cimscore.packing import NoEngineError, Packed, UnpackableError, example_document, form_script, packed
from cimscore.packing.compiling import files_of, lean, with_compiled, zipped
from cimscore.packing.engine import VERSION, Browsable, refuse_failed
from cimscore.packing.programs import (
    CALENDARS,
    NOT_RUN,
    PackedPart,
    archive,
    own_parts,
    programs_installed,
    required_parts,
)
from cimscore.rulebook import Rulebook
from cimscore.wire import load_examples

NEEDED = {"attrs", "networkx", "pluggy", "PyYAML", "tzdata"}
"""What cimscore itself requires."""
MOST_MODULES = 480
"""So many modules of cimscore itself a browser loads at most: each takes its time."""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return cimscore.load_rulebook()


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    """A folder with the files of Pyodide, in which nothing runs."""
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "pyodide-lock.json").write_text(json.dumps({"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}))
    (tmp_path / "package.json").write_text(json.dumps({"version": VERSION}))
    return tmp_path


def nothing_compiled(*unneeded: str) -> Callable[..., Browsable]:
    """What would compile: it leaves everything as it is but for the modules of packages that no case needs."""

    def compiling(folder: Path, packages: bytes, programs: bytes, trials: Sequence[Mapping[str, Any]]) -> Browsable:
        assert trials == [{"id": "a-trial"}]
        kept = [
            (path.replace(".py", ".pyc"), data)
            for path, data in files_of(packages)
            if path.partition("/")[0] not in unneeded
        ]
        return Browsable(stdlib=b"the library", packages=zipped(kept), programs=programs, python="3.14.2")

    return compiling


@pytest.fixture
def made(pyodide: Path) -> Packed:
    return packed(pyodide, [{"id": "a-trial"}], nothing_compiled("networkx", "holidays", "dateutil", "six.py"))


def held(script: str) -> bytes:
    """What a pack holds, as the page reads it."""
    found = re.fullmatch(r'\(globalThis\.cimscorePacks\?\?=\{\}\)\["[^"]+"\]="([A-Za-z0-9+/=]*)";\n', script)
    assert found, script[:80]
    return gzip.decompress(base64.b64decode(found[1]))


def test_a_pack_holds_the_bytes_of_its_file(made: Packed) -> None:
    assert held(made.scripts["pyodide.asm.wasm.js"]) == b"pyodide.asm.wasm"
    assert held(made.scripts["stdlib.zip.js"]) == b"the library"


def test_the_manifest_lists_every_pack_with_its_size_and_no_package_of_a_host(made: Packed) -> None:
    manifest = json.loads(made.scripts["manifest.js"].removeprefix("globalThis.cimscoreManifest=").rstrip(";\n"))
    packs = {name.removesuffix(".js") for name, script in made.scripts.items() if "cimscorePacks??=" in script}

    assert manifest["packs"] == {name: len(made.scripts[f"{name}.js"]) for name in packs}
    assert manifest["info"] == {"python": "3.14.2"}
    assert "numpy" not in made.scripts["manifest.js"]


def test_the_same_files_give_the_same_bytes(pyodide: Path, made: Packed) -> None:
    again = packed(pyodide, [{"id": "a-trial"}], nothing_compiled("networkx", "holidays", "dateutil", "six.py"))

    assert again.scripts == made.scripts
    assert made.size == sum(len(script.encode()) for script in made.scripts.values())


def test_only_what_a_case_needed_is_packed_and_told_with_its_licence(made: Packed) -> None:
    told = {name: licence for name, _, licence in made.contents}
    installed = {plugin.distribution[0] for plugin in programs_installed()}

    assert told.keys() == {"Pyodide", "Python", "cimscore", *installed, *NEEDED - {"networkx"}}
    assert "not stated" not in told.values()
    assert "networkx" not in " ".join(path for path, _ in files_of(held(made.scripts["packages.zip.js"])))
    assert all(name in made.scripts["licences.txt"] for name in told)
    assert "Permission is hereby granted" in made.scripts["licences.txt"]
    assert made.told.startswith(f"Pyodide {VERSION} (MPL-2.0), Python 3.14.2 (PSF-2.0), cimscore ")


def test_programs_are_packed_as_source_with_their_entry_points_and_calendars(made: Packed) -> None:
    files = dict(files_of(held(made.scripts["programs.zip.js"])))
    calendars = pickle.loads(files[CALENDARS])  # noqa: S301 - of this very pack

    for plugin in programs_installed():
        assert f"{plugin.package}/__init__.py" in files
        assert calendars[plugin.source.__name__] == plugin.source.cimscore_calendars()  # type: ignore[attr-defined]
    assert sum(path.endswith("entry_points.txt") for path in files) == len(programs_installed()) + 1
    assert "cimscore/assessment/making.py" in files
    assert not [path for path in files if re.match(r"cimscore/(register|arrow|packing|scaffold|testing)/", path)]


DECIDING = """
import json, sys
from cimscore.try_it import begin, call

running = begin()
for document in json.loads(sys.stdin.read()):
    told = running.decided(document, "now")
    for asked in told["asks"]:
        for choice in asked["choices"]:
            running.answered(document, asked["address"], choice["answer"])
print(json.dumps([name for name in sys.modules if name.partition(".")[0] == "cimscore"]))
"""


def test_nothing_that_is_left_out_of_a_pack_is_needed_to_decide(rulebook: Rulebook) -> None:
    documents = [example_document(load_examples(rulebook, id)[0]) for id in rulebook.programs]
    command = [sys.executable, "-c", DECIDING]
    done = subprocess.run(command, input=json.dumps(documents), capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)

    rooms = [f"cimscore.{room.removesuffix('.py').replace('/', '.')}" for room in NOT_RUN]
    assert [name for name in loaded if any(f"{name}.".startswith(f"{room}.") for room in rooms)] == []
    assert len(loaded) <= MOST_MODULES


def test_what_is_required_is_found_however_far_down_but_for_extras() -> None:
    own = list(own_parts(programs_installed()))

    names = {part.name for part in required_parts(part.name for part in own)}

    assert names >= NEEDED | {"holidays", "python-dateutil", "six"}
    assert names.isdisjoint({"SQLAlchemy", "pytest", "numpy", *(part.name for part in own)})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "pyodide.asm.wasm").unlink(), "pyodide.asm.wasm is missing. Run `npm ci`"),
        (lambda folder: (folder / "package.json").write_text('{"version": "1.0.0"}'), f"only {VERSION} is known to"),
    ],
    ids=["a file is missing", "another version"],
)
def test_another_folder_is_refused_with_what_to_do(pyodide: Path, spoil: Callable[[Path], object], says: str) -> None:
    spoil(pyodide)

    with pytest.raises(NoEngineError, match=re.escape(says)):
        packed(pyodide, [], nothing_compiled())


def test_a_pyodide_that_does_not_run_is_refused(pyodide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NoEngineError, match=r"Node\.js"):
        packed(pyodide, [])


@pytest.mark.parametrize(
    "told",
    [
        {"left_out": {"a-program": "It needs _fast."}, "wrong": []},
        {"left_out": {}, "wrong": [[{"where": "people"}]]},
    ],
    ids=["a program", "a case"],
)
def test_what_does_not_work_in_a_browser_is_not_packed(told: Mapping[str, Any]) -> None:
    with pytest.raises(UnpackableError):
        refuse_failed(told)


def test_of_a_library_only_the_folders_that_were_loaded_stay_and_only_compiled() -> None:
    library = zipped([("a/__init__.py", b"x = 1\n"), ("a/data.txt", b"d"), ("a/tests/t.py", b""), ("b/c.py", b"")])

    kept = dict(files_of(lean(library, "/lib", frozenset({"/lib/a"}))))

    assert kept.keys() == {"a/__init__.pyc", "a/data.txt"}
    assert b"x = 1" not in kept["a/__init__.pyc"]


def test_a_program_runs_from_what_is_compiled_with_its_source_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = [("own_program/__init__.py", b"LIMIT = 3\n"), ("own_program/clauses.toml", b"")]
    packed = tmp_path / "programs.zip"
    packed.write_bytes(with_compiled(program, str(packed)))
    monkeypatch.syspath_prepend(str(packed))

    own = importlib.import_module("own_program")

    assert dict(files_of(packed.read_bytes())).keys() == {*dict(program), "own_program/__init__.pyc"}
    assert own.__file__ == str(packed / "own_program" / "__init__.pyc")
    assert own.LIMIT == 3
    assert inspect.getsource(own) == "LIMIT = 3\n"


def test_parts_are_put_together_in_one_order() -> None:
    parts = [
        PackedPart(name=name, version="1", licence="MIT", files={f"{name}.py": b""}, described=f"{name}-1.dist-info")
        for name in ("b", "a")
    ]

    assert archive(parts) == archive(reversed(parts))


def test_a_form_has_the_schema_of_its_program_alone_and_examples_without_their_notifiers(rulebook: Rulebook) -> None:
    (program, *others) = rulebook.programs
    examples = load_examples(rulebook, program)

    form = json.loads(form_script(rulebook, program, examples).partition("]=")[2].rstrip(";\n"))

    assert form["schema"]["properties"]["programs"]["items"] == {"enum": [program]}
    assert [example["id"] for example in form["examples"]] == [example.id for example in examples]
    assert [part["id"] for part in form["forms"]] == [held.id for held in rulebook.program(program).declared.forms]
    assert not [example for example in form["examples"] if "notifier" in example["document"]]
    assert others


def test_a_worked_example_that_a_reader_starts_from_is_the_case_that_is_shown(rulebook: Rulebook) -> None:
    (example, *_) = load_examples(rulebook, "vic-cims")

    again = rulebook.read_case(yaml.safe_load(yaml.safe_dump(example_document(example))))

    assert again == example.case
