"""What is checked before a change is merged, and the rarer work around it. `nox -l` lists it."""

from __future__ import annotations

import difflib
import itertools
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nox
from nox.project import dependency_groups, load_toml, python_versions
from packaging.requirements import Requirement

sys.path.insert(0, str(Path(__file__).parent))  # nox looks for modules among those that are installed

from sessions import pages, proof  # noqa: F401 - each has sessions of its own
from sessions.shared import OF_PROGRAMS, PINS, PLUGINS, PROJECT, ROOT, install, output, recorded, recording

nox.needs_version = ">=2025.5.1"
nox.options.error_on_missing_interpreters = False

PYTHONS = python_versions(PROJECT)
EVERY_GROUP = tuple(PROJECT["dependency-groups"])


def _test(session: nox.Session, *options: str) -> None:
    session.run("pytest", "-n", "2", "--dist", "worksteal", *options, *session.posargs)


# --- Always ---


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test on this Python, and record in build/tests.json what each test of a program exercised."""
    install(session, "test")
    _test(session, *(() if session.posargs else (*recording(OF_PROGRAMS), "--cimscore-trace-below", "plugins")))


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the core, the plugins and the public examples."""
    install(session, "test", "types")
    session.run("mypy", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout of all Python files."""
    session.install("-c", str(PINS), *dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def floors(session: nox.Session) -> None:
    """Check that imports point down only."""
    install(session, "lint")
    session.run("lint-imports", "--no-cache")


@nox.session
def traces(session: nox.Session) -> None:
    """Fail if a rule, clause, test or example stands alone without a reason; `-- FILE` reads what tests recorded."""
    install(session, *(() if session.posargs else ("test",)))  # Tests that were recorded before need no pytest here.
    record = Path(session.posargs[0]) if session.posargs else recorded(session)
    session.run("cimscore", "trace", "check", "--tests", str(record))


# --- Before a release ---


@nox.session(default=False)
def long(session: nox.Session) -> None:
    """Run the tests that take minutes: each fact taken out of each example, each question answered by a planted no."""
    install(session, "test")
    everything = {"CIMSCORE_EVERYTHING": "1"}
    session.run("pytest", "-n", "2", "--dist", "worksteal", "-m", "long or spread", *session.posargs, env=everything)


@nox.session(python=PYTHONS, default=False)
def pythons(session: nox.Session) -> None:
    """Run every test on one supported Python, where it is installed."""
    install(session, "test")
    _test(session)


@nox.session(python=PYTHONS[0], default=False)
def minimums(session: nox.Session) -> None:
    """Run every test with the oldest dependencies the projects allow."""
    lowest = Path(session.create_tmp(), "lowest.txt")
    lowest.write_text("\n".join(sorted(set(_lowest_pins()))) + "\n", encoding="utf-8")
    install(session, "test", pins=lowest)
    _test(session)


def _lowest_pins() -> Iterator[str]:
    """Yield each declared dependency, pinned to its lower bound."""
    declared = [load_toml(path / "pyproject.toml")["project"]["dependencies"] for path in (ROOT, *PLUGINS)]
    for text in [*itertools.chain(*declared), *dependency_groups(PROJECT, "test")]:
        requirement = Requirement(text)
        bound = next(part.version for part in requirement.specifier if part.operator == ">=")
        if requirement.name != PROJECT["project"]["name"]:
            yield f"{requirement.name}=={bound}"


@nox.session(default=False)
def programs(session: nox.Session) -> None:
    """Hold every shipped program to everything that programs promise, over all its worked examples."""
    install(session, "test")
    session.run("cimscore", "check-plugin", *(path.name for path in PLUGINS), "--seconds", "0", *session.posargs)


@nox.session(default=False)
def schemas(session: nox.Session) -> None:
    """Write the committed JSON Schemas anew, and fail if one differs."""
    install(session)
    for name, option in (
        ("case-1", "--no-programs"),
        ("assessment-1", "--assessment"),
        ("due-list-1", "--due-list"),
        ("row-1", "--row"),
    ):
        _hold(session, ROOT / "schemas" / f"{name}.schema.json", output(session, "cimscore", "schema", option))


@nox.session(default=False)
def examples(session: nox.Session) -> None:
    """Assess and draw every example anew, and fail if a decision or picture differs."""
    install(session)
    for example in sorted(ROOT.glob("examples/*.yaml")):
        name = str(example.relative_to(ROOT))
        said = output(session, "cimscore", "assess", name)
        _hold(session, ROOT / "examples" / "expected" / f"{example.stem}.txt", said)
    overlay = ("examples/overlay/both-limits.yaml", "--plugin", "examples/overlay/harbour_care")
    for command in ("assess", "due"):
        said = output(session, "cimscore", command, *overlay, "--at", "2025-03-04T12:00+11:00")
        _hold(session, ROOT / "examples" / "overlay" / "expected" / f"{command}.txt", said)
    drawn = output(session, "cimscore", "draw", "examples/two-homes.yaml", "-o", "-")
    _hold(session, ROOT / "examples" / "two-homes.svg", drawn)


def _hold(session: nox.Session, committed: Path, found: str) -> None:
    """Fail with the difference between a committed file and what was found, and write that over it."""
    before = committed.read_text(encoding="utf-8") if committed.exists() else ""
    if before == found:
        return
    committed.parent.mkdir(exist_ok=True)
    committed.write_text(found, encoding="utf-8")
    name = str(committed.relative_to(ROOT))
    print(*difflib.unified_diff(before.splitlines(), found.splitlines(), name, "found", lineterm=""), sep="\n")
    session.error(f"{name} differs; it is written anew: read and commit it")


@nox.session(default=False)
def wheels(session: nox.Session) -> None:
    """Build every distribution twice to the same bytes, install the wheels where nothing else is, and assess."""
    session.install("-c", str(PINS), "hatchling>=1.27")
    if _built(session, "wheels") != _built(session, "wheels-again"):
        session.error("the files in build/wheels and build/wheels-again differ")
    licence = (ROOT / "LICENSE").read_bytes()
    if without := [path.name for path in (ROOT / "build" / "wheels").glob("*.whl") if licence not in _held(path)]:
        session.error(f"the licence is not in {', '.join(without)}")
    session.install("-c", str(PINS), "--force-reinstall", *map(str, sorted((ROOT / "build" / "wheels").glob("*.whl"))))
    session.chdir(session.create_tmp())
    session.run("cimscore", "programs")
    session.run("cimscore", "assess", str(ROOT / "examples" / "two-homes.yaml"))


def _held(wheel: Path) -> list[bytes]:
    """Return what each licence file in a wheel holds."""
    with zipfile.ZipFile(wheel) as parts:
        return [parts.read(name) for name in parts.namelist() if ".dist-info/licenses/" in name]


def _built(session: nox.Session, name: str) -> dict[str, bytes]:
    """Build each wheel and source distribution into a folder, and return their bytes."""
    shutil.rmtree(folder := ROOT / "build" / name, ignore_errors=True)
    for project in (ROOT, *PLUGINS):
        with session.chdir(project):
            session.run("hatchling", "build", "-d", str(folder), env={"SOURCE_DATE_EPOCH": "1735689600"}, silent=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@nox.session(default=False)
@nox.parametrize("plugin", [path.name for path in PLUGINS])
def downstream(session: nox.Session, plugin: str) -> None:
    """Run a program's own tests from its source distribution alone, against the wheel of the core."""
    built = ROOT / "build" / "downstream" / plugin
    shutil.rmtree(built, ignore_errors=True)
    session.install("-c", str(PINS), "hatchling>=1.27")
    session.run("hatchling", "build", "-t", "wheel", "-d", str(built))
    with session.chdir(ROOT / "plugins" / plugin):
        session.run("hatchling", "build", "-t", "sdist", "-d", str(built))
    (wheel,), (archive,) = built.glob("*.whl"), built.glob("*.tar.gz")
    shutil.unpack_archive(archive, built)
    alone = built / archive.name.removesuffix(".tar.gz")
    tests = dependency_groups(load_toml(alone / "pyproject.toml"), "test")
    session.install("-c", str(PINS), "--force-reinstall", str(wheel), str(archive), *tests)
    session.chdir(alone)  # nothing of this repository lies above it that pytest would read
    session.run("pytest", "-q", "-n", "2", "-W", "error", "--rootdir", ".", "-c", os.devnull, "tests", *session.posargs)


@nox.session(default=False)
def sources(session: nox.Session) -> None:
    """Hold every clause against the policy texts in $CIMSCORE_SOURCES."""
    folder = os.environ.get("CIMSCORE_SOURCES", "")
    if not Path(folder).is_dir() or not folder:
        session.skip("set CIMSCORE_SOURCES to the folder that holds the policy texts")
    install(session)
    session.run("cimscore", "sources", "check", folder)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure how long deciding takes, and write the page that compares it with other engines."""
    install(session)
    for peer in dependency_groups(PROJECT, "peers"):  # one that does not install is told on the page
        session.run("python", "-m", "pip", "install", "-q", "-c", str(PINS), peer, success_codes=range(256))
    session.run("python", "benchmarks/bench.py", *session.posargs)
    session.run("python", "benchmarks/beside/page.py")


@nox.session(default=False)
def many(session: nox.Session) -> None:
    """Decide many different cases in every way, hold the rows side by side, write their rates; `-- --cases 1000000`."""
    install(session, "test")
    session.install("-c", str(PINS), f"{ROOT}[spark]")
    session.run("python", "benchmarks/at_scale/page.py", *session.posargs)


@nox.session(python=PYTHONS[0], default=False)
def lock(session: nox.Session) -> None:
    """Write constraints.txt anew from the newest versions that fit together."""
    install(session, *EVERY_GROUP, pins=None)
    frozen = output(session, "python", "-m", "pip", "freeze", "--exclude-editable")
    PINS.write_text("# Written by `nox -s lock`: do not edit.\n" + frozen, encoding="utf-8")
