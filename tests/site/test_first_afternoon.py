"""The guide to a first afternoon is carried out, the index of techniques is true, and every public name is listed."""

from __future__ import annotations

import importlib
import importlib.util
import pydoc
import re
import shlex
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

import cimscore
from cimscore.cli import main
from cimscore.plugins import discovery
from cimscore.testing import check_program

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "site" / "docs"
GUIDE = (DOCS / "guides" / "begin-a-program.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (\S+)\n")
ROW = re.compile(r"^\| (.+?) \| `([^`]+)` \| `(.+)` \|$", re.MULTILINE)
ROWS = ROW.findall((DOCS / "developer" / "techniques.md").read_text(encoding="utf-8"))
SAYINGS = {
    named[1]: text
    for _, text in BLOCK.findall((DOCS / "guides" / "what-a-row-can-say.md").read_text(encoding="utf-8"))
    if (named := FILE.match(text))
}
TEMPLATE = ROOT / "src" / "cimscore" / "scaffold" / "template"
HOMES = {
    "q": ROOT / "plugins/qld-child-safety/src/cimscore_qld_child_safety",
    "v": ROOT / "plugins/vic-cims/src/cimscore_vic_cims",
    "n": ROOT / "plugins/ndis-incidents/src/cimscore_ndis_incidents",
}
ENGINE = (
    "Recorder",
    "World",
    "Notes",
    "Compiled",
    "Run",
    "Graded",
    "assembled",
    "topic_of",
    "form_of",
    "SeveralRefusals",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a reader who has installed no program; what is imported from it is forgotten."""
    monkeypatch.chdir(tmp_path)
    none = SimpleNamespace(entry_points=lambda **_: metadata.EntryPoints(), distributions=lambda: ())
    monkeypatch.setattr(discovery, "metadata", none)
    paths = list(sys.path)
    yield tmp_path
    sys.path[:] = paths
    for name in [name for name in sys.modules if name.partition(".")[0] in ("night_shelter", "one_night")]:
        del sys.modules[name]


def test_the_guide_is_carried_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = folder / "night-shelter" / "src" / "night_shelter"
    codes, said = [], ""
    for language, text in BLOCK.findall(GUIDE):
        named = FILE.match(text)
        if language == "python":
            _take_two_days(package)
            sys.path.insert(0, str(package.parent))
            rulebook = cimscore.load_rulebook([importlib.import_module("night_shelter")])
            exec(compile(text, "begin-a-program.md", "exec"), {"rulebook": rulebook})  # noqa: S102 - a guide's own code
            assert check_program(rulebook, "night-shelter", most=3) == ()
        elif named:
            (folder / named[1]).parent.mkdir(parents=True, exist_ok=True)
            (folder / named[1]).write_text(text[named.end() :], encoding="utf-8")
        else:
            for line in text.splitlines():
                codes.append(main(shlex.split(line)[1:]))
                told = capsys.readouterr()
                said = told.out
                assert told.err == "", line
    assert codes == [0] * 7 + [1]
    assert "settled: 0 of 3 clauses, 0 %" in said
    main(["coverage", "--program", "one-night", "--plugin", "one-night/src/one_night"])
    told = capsys.readouterr().out
    assert "Reasons recorded for what is not missing (any more): 1" in told  # The guide's reason is read.
    assert "cimscore trace clear" in told


def _take_two_days(package: Path) -> None:
    """Change the table and the example as the guide says, and forget what was loaded before."""
    for file, before, after in (
        ("asked.py", "BusinessDays(3)", "BusinessDays(2)"),
        ("examples/usual.yaml", "Wednesday 23 April 2025", "Tuesday 22 April 2025"),
    ):
        text = (package / file).read_text(encoding="utf-8")
        assert before in text
        (package / file).write_text(text.replace(before, after), encoding="utf-8")
    for name in [name for name in sys.modules if name.partition(".")[0] == "night_shelter"]:
        del sys.modules[name]


def test_there_is_a_row_for_each_technique() -> None:
    assert len(ROWS) == len({technique for technique, _, _ in ROWS}) >= 25


@pytest.mark.parametrize(("technique", "file", "sought"), ROWS, ids=[technique for technique, _, _ in ROWS])
def test_the_file_of_a_technique_shows_it(technique: str, file: str, sought: str) -> None:
    home, _, rest = file.partition("/")
    if home == "s":
        assert sought in SAYINGS[rest]
        return
    hidden = rest.replace(".github", "dot-github")
    files = (
        [HOMES[home] / rest]
        if home in HOMES
        else [TEMPLATE / part / f"{hidden}.template" for part in ("both", "worked")]
    )
    found = [path for path in files if path.is_file()]

    assert found, f"{file} is not there"
    assert any(sought in path.read_text(encoding="utf-8") for path in found)


def names() -> object:
    """The script that writes the page of names."""
    spec = importlib.util.spec_from_file_location("names", ROOT / "site" / "names.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_public_name_is_listed_and_no_other() -> None:
    script = names()

    assert (DOCS / "developer" / "names.md").read_text(encoding="utf-8") == script.page(), "run python site/names.py"  # type: ignore[attr-defined]


def test_no_name_goes_within_the_minor_version_that_promises_it() -> None:
    script = names()
    gone = script.promised() - script.importable()  # type: ignore[attr-defined]
    new = script.importable() - script.promised()  # type: ignore[attr-defined]

    assert gone == set(), f"keep each beside its new name until the minor version after {script.MINOR}"  # type: ignore[attr-defined]
    assert new == set(), "run python site/names.py"


@pytest.mark.parametrize("package", ["cimscore", "cimscore.rules", "cimscore.testing"])
def test_help_shows_the_public_names_and_none_of_the_engine(package: str) -> None:
    module = importlib.import_module(package)
    public = set(module.__all__)
    shown = pydoc.render_doc(module, renderer=pydoc.plaintext)

    assert public & set(ENGINE) == set()
    assert {name for name in public if not re.search(rf"\b{name}\b", shown)} == set()
