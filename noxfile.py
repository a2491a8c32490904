"""What is checked before a change is merged, and the rarer work around it. `nox -l` lists it."""

from __future__ import annotations

import difflib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import nox
from nox.project import dependency_groups, load_toml, python_versions
from packaging.requirements import Requirement

nox.needs_version = ">=2025.5.1"
nox.options.error_on_missing_interpreters = False

ROOT = Path(__file__).parent
PROJECT = load_toml("pyproject.toml")
PLUGINS = sorted(ROOT.glob("plugins/*/"))
PYTHONS = python_versions(PROJECT)
PINS = ROOT / "constraints.txt"
SITE = ROOT / "build" / "site"
DECIDING = ("tests/cases", "tests/queensland", "tests/victoria", "tests/test_several_programs.py")
PICTURED = (
    "index.html", "flows/qld-child-safety.html", "clauses/qld/approve/5-day.html",
    "rules/qld-child-safety/subject.html", "examples/qld-child-safety/half-sister-not-decided-about.html",
    "outcomes/qld-child-safety/records-notification.html", "unclear/qld-child-safety/hundred-days.html",
    "sign-off/qld/approve-a-notification.html", "coverage/qld-child-safety.html",
)  # fmt: skip
EVERY_GROUP = tuple(PROJECT["dependency-groups"])


def _install(session: nox.Session, *groups: str, pins: Path | None = PINS) -> None:
    """Install the core and all plugins, editable, with some dependency groups."""
    pinned = ["-c", str(pins)] if pins else []
    checkouts = [part for path in (ROOT, *PLUGINS) for part in ("-e", str(path))]
    session.install(*pinned, *checkouts, *dependency_groups(PROJECT, *groups))


def _test(session: nox.Session) -> None:
    session.run("pytest", "-n", "2", "--dist", "worksteal", *session.posargs)


# --- Always ---


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test on this Python."""
    _install(session, "test")
    _test(session)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the core, the plugins and the public examples."""
    _install(session, "test", "types")
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
    _install(session, "lint")
    session.run("lint-imports", "--no-cache")


@nox.session
def traces(session: nox.Session) -> None:
    """Record the programs' own tests, and fail if a rule, clause, test or example stands alone without a reason."""
    _install(session, "test")
    session.run("cimscore", "trace", "check", "--tests", str(_recorded(session)))


def _recorded(session: nox.Session, name: str = "tests.json", folders: Iterable[str] = ("plugins",)) -> Path:
    """What tests really exercised, with their results: the programs' own, if no folders are named."""
    record = ROOT / "build" / name
    record.parent.mkdir(exist_ok=True)
    plugin = ("-p", "cimscore.pytest_plugin", "--cimscore-trace", str(record))
    session.run("pytest", "-q", "-n", "2", *folders, *plugin)
    return record


# --- Before a release ---


@nox.session(default=False)
def long(session: nox.Session) -> None:
    """Run the tests that take minutes: each fact taken out of each example, each question answered by a planted no."""
    _install(session, "test")
    session.run("pytest", "-n", "2", "--dist", "worksteal", "-m", "long", *session.posargs)


@nox.session(python=PYTHONS, default=False)
def pythons(session: nox.Session) -> None:
    """Run every test on one supported Python, where it is installed."""
    _install(session, "test")
    _test(session)


@nox.session(python=PYTHONS[0], default=False)
def minimums(session: nox.Session) -> None:
    """Run every test with the oldest dependencies the projects allow."""
    lowest = Path(session.create_tmp(), "lowest.txt")
    lowest.write_text("\n".join(sorted(set(_lowest_pins()))) + "\n", encoding="utf-8")
    _install(session, "test", pins=lowest)
    _test(session)


def _lowest_pins() -> Iterator[str]:
    """Each declared dependency, pinned to its lower bound."""
    declared = [load_toml(path / "pyproject.toml")["project"]["dependencies"] for path in (ROOT, *PLUGINS)]
    for text in [*(one for each in declared for one in each), *dependency_groups(PROJECT, "test")]:
        requirement = Requirement(text)
        bound = next(part.version for part in requirement.specifier if part.operator == ">=")
        if requirement.name != PROJECT["project"]["name"]:
            yield f"{requirement.name}=={bound}"


@nox.session(default=False)
def programs(session: nox.Session) -> None:
    """Hold every shipped program to everything that programs promise, over all its worked examples."""
    _install(session, "test")
    session.run("cimscore", "check-plugin", *(path.name for path in PLUGINS), "--seconds", "0", *session.posargs)


@nox.session(default=False)
def schemas(session: nox.Session) -> None:
    """Write the committed JSON Schemas anew, and fail if one differs."""
    _install(session)
    for name, option in (("case-1", "--no-programs"), ("assessment-1", "--assessment"), ("due-list-1", "--due-list")):
        _hold(session, ROOT / "schemas" / f"{name}.schema.json", _output(session, "cimscore", "schema", option))


@nox.session(default=False)
def examples(session: nox.Session) -> None:
    """Assess and draw every example anew, and fail if a decision or picture differs."""
    _install(session)
    for example in sorted(ROOT.glob("examples/*.yaml")):
        name = str(example.relative_to(ROOT))
        said = _output(session, "cimscore", "assess", name)
        _hold(session, ROOT / "examples" / "expected" / f"{example.stem}.txt", said)
    overlay = ("examples/overlay/both-limits.yaml", "--plugin", "examples/overlay/harbour_care")
    for command in ("assess", "due"):
        said = _output(session, "cimscore", command, *overlay, "--at", "2025-03-04T12:00+11:00")
        _hold(session, ROOT / "examples" / "overlay" / "expected" / f"{command}.txt", said)
    drawn = _output(session, "cimscore", "draw", "examples/two-homes.yaml", "-o", "-")
    _hold(session, ROOT / "examples" / "two-homes.svg", drawn)


def _output(session: nox.Session, *command: str) -> str:
    return str(session.run(*command, silent=True, stderr=None, env={"COLUMNS": "100"}))


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
    session.install("-c", str(PINS), "--force-reinstall", *map(str, sorted((ROOT / "build" / "wheels").glob("*.whl"))))
    session.chdir(session.create_tmp())
    session.run("cimscore", "programs")
    session.run("cimscore", "assess", str(ROOT / "examples" / "two-homes.yaml"))


def _built(session: nox.Session, name: str) -> dict[str, bytes]:
    """Build each wheel and source distribution into a folder, and return their bytes."""
    shutil.rmtree(folder := ROOT / "build" / name, ignore_errors=True)
    for project in (ROOT, *PLUGINS):
        with session.chdir(project):
            session.run("hatchling", "build", "-d", str(folder), env={"SOURCE_DATE_EPOCH": "1735689600"}, silent=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@nox.session(default=False)
def audit(session: nox.Session) -> None:
    """Ask whether a pinned dependency has a known vulnerability; skipped where nobody can be asked."""
    session.install("pip-audit>=2.7")
    asked = ("pip-audit", "-r", str(PINS), "--no-deps", "--disable-pip", "-f", "json")
    told = session.run(*asked, silent=True, stderr=None, success_codes=[0, 1])
    answered = [each for each in json.loads(str(told or "{}")).get("dependencies", ()) if "vulns" in each]
    if not answered:
        session.skip("no dependency could be looked up: no network, or a mirror that does not know of any")
    if found := [each["name"] for each in answered if each["vulns"]]:
        session.error(f"known vulnerabilities, as `pip-audit -r constraints.txt` tells: {', '.join(found)}")


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
    _install(session)
    session.run("cimscore", "sources", "check", folder)


@nox.session(default=False)
def site(session: nox.Session) -> None:
    """Build the site, with the last result of every test; `-- --sources DIR --sign-offs DIR` for a department's own."""
    _install(session, "site", "test")
    _assemble(session, *session.posargs)
    _build_site(session)


@nox.session(name="site-browser", default=False)
def site_browser(session: nox.Session) -> None:
    """Build the site and read it in a real browser: nothing fetched, found by search, accessible, no dead link."""
    _install(session, "site", "test")
    _assemble(session)
    _build_site(session)
    session.run("npm", "ci", external=True)
    session.run("pytest", "tests/site", *session.posargs, env={"CIMSCORE_SITE": str(SITE)})


@nox.session(name="site-pictures", default=False)
def site_pictures(session: nox.Session) -> None:
    """Take pictures of the built site for people to look at: nine kinds of page, light and dark, wide and narrow."""
    if not (SITE / "index.html").is_file():
        session.error(f"no site in {SITE}: build it first with `nox -s site`")
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    session.run("npm", "ci", external=True)
    browser = {"CIMSCORE_CHROMIUM": os.environ.get("CIMSCORE_CHROMIUM") or _chromium(session)}
    for scheme, width in product(("light", "dark"), (1280, 320)):
        told = json.dumps({"pages": PICTURED, "scheme": scheme, "width": width, "most": 2700, "folder": str(folder)})
        session.run("node", "tests/site/browser.mjs", str(SITE), "shoot", told, env=browser, external=True)
    session.log(f"pictures of {len(PICTURED)} pages in {folder}")


def _chromium(session: nox.Session) -> str:
    """Return the browser that is installed; the session ends where none is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        session.error("install Chromium (Debian: apt-get install chromium), or name it in $CIMSCORE_CHROMIUM")
    return found


@nox.session(name="site-zensical", default=False)
def site_zensical(session: nox.Session) -> None:
    """Build the same pages with Zensical, which is to follow MkDocs; what fails is told and stops nobody."""
    _install(session, "site", "test")
    session.install("zensical")
    _assemble(session)
    config, build = ROOT / "site" / "mkdocs.yml", ROOT / "build"
    shutil.copytree(ROOT / "site" / "overrides", build / "overrides", dirs_exist_ok=True)
    shutil.copy(ROOT / "site" / "hooks.py", build / "hooks.py")
    (build / "mkdocs.yml").write_text(config.read_text(encoding="utf-8").replace("../build/", ""), encoding="utf-8")
    session.run("zensical", "build", "--clean", "-f", str(build / "mkdocs.yml"), success_codes=range(256))
    pages = len(list(SITE.rglob("*.html")))
    session.log(f"{pages} pages built with Zensical in {SITE}") if pages else session.warn("Zensical built no page")


def _assemble(session: nox.Session, *more: str) -> None:
    """Put hand-written and generated pages into one folder, which is never committed."""
    recorded, pages = _recorded(session), ROOT / "build" / "site-docs"
    others = _recorded(session, "more-tests.json", DECIDING)
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(ROOT / "site" / "docs", pages)
    tests = ("--tests", str(recorded), "--more-tests", str(others))
    session.run("cimscore", "site", "generate", "--out", str(pages), *tests, *more)


def _build_site(session: nox.Session) -> None:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1735689600"}
    session.run("mkdocs", "build", "--strict", "--clean", "-f", "site/mkdocs.yml", env=quiet)
    (SITE / "404.html").unlink()  # A folder has no address for it, and its links would lead out of the folder.


def _at_random(session: nox.Session, tests: str, name: str, cases: str) -> None:
    """Run tests that make as many cases as a variable of the environment says."""
    _install(session, "test")
    session.run("pytest", "-n", "2", tests, *session.posargs, env={name: os.environ.get(name, cases)})


@nox.session(default=False)
def soundness(session: nox.Session) -> None:
    """Take facts out of 100,000 random cases: what stays certain must be so, what is so must never be ruled out."""
    _at_random(session, "tests/reasoning/test_soundness.py", "CIMSCORE_PAIRS", "100000")


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Read a million damaged documents and odd notifiers ($CIMSCORE_FUZZ), and a quarter as many of each other file."""
    _at_random(session, "tests/fuzz", "CIMSCORE_FUZZ", "1000000")


@nox.session(default=False)
def oracle(session: nox.Session) -> None:
    """Decide 10,000 random cases ($CIMSCORE_ORACLE_CASES) a second time, by answer-set programs from the page alone."""
    _at_random(session, "tests/oracle", "CIMSCORE_ORACLE_CASES", "10000")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure how long loading, reading and deciding take."""
    _install(session)
    session.run("python", "benchmarks/bench.py", *session.posargs)


@nox.session(python=PYTHONS[0], default=False)
def lock(session: nox.Session) -> None:
    """Write constraints.txt anew from the newest versions that fit together."""
    _install(session, *EVERY_GROUP, pins=None)
    frozen = _output(session, "python", "-m", "pip", "freeze", "--exclude-editable")
    PINS.write_text("# Written by `nox -s lock`: do not edit.\n" + frozen, encoding="utf-8")
