"""The proof: random cases by the thousand, documents broken on purpose, mutants, branches, what is shipped."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import nox

from sessions.shared import PINS, PLUGINS, ROOT, install

OF_CONDITIONS = (
    "cited", "conditions", "constants_that_never_occur", "definitions", "evil_bodies", "evil_rows", "functions",
    "listed_numbers", "listing", "programs", "questions", "seldom_refused", "sentences", "slips", "substitution",
    "tables_of_rows", "things",
)  # fmt: skip
"""Tests of conditions themselves: those that read whole programs take minutes while it is recorded who runs what."""
MUTATED = {
    "src/cimscore/rules/conditions": tuple(f"tests/rules/test_{name}.py" for name in OF_CONDITIONS),
    "src/cimscore/calendars": ("tests/calendars", "tests/clocks"),
    "src/cimscore/household_graph": ("tests/household_graph",),
    "src/cimscore/rulebook": ("tests/rulebook", "tests/mistakes/test_mistakes.py", "tests/mistakes/test_left_out.py"),
    **{
        f"plugins/{plugin.name}/src/cimscore_{plugin.name.replace('-', '_')}/rules": (f"plugins/{plugin.name}/tests",)
        for plugin in PLUGINS
    },
}
"""The rooms that are broken on purpose, each with the tests that are to notice."""
LOWER_FLOORS = (
    "ids", "case", "policy", "calendars", "household_graph", "clocks", "rules", "reasoning", "rulebook",
)  # fmt: skip
"""The folders of tests of floors 0 to 5."""


def _at_random(session: nox.Session, tests: str, name: str, cases: str) -> None:
    """Run tests that make as many cases as a variable of the environment says."""
    install(session, "test")
    session.run(
        "pytest", "-n", "2", "--dist", "worksteal", tests, *session.posargs, env={name: os.environ.get(name, cases)}
    )


@nox.session(default=False)
def soundness(session: nox.Session) -> None:
    """Take facts out of 100,000 random cases: what stays certain must be so, what is so must never be ruled out."""
    _at_random(session, "tests/reasoning/test_soundness.py", "CIMSCORE_PAIRS", "100000")


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Read a million damaged documents and odd notifiers, a quarter as many of each other file; decide a tenth as many.

    $CIMSCORE_FUZZ says how many, $CIMSCORE_FUZZ_FIRST from which number on.
    """
    _at_random(session, "tests/fuzz", "CIMSCORE_FUZZ", "1000000")


@nox.session(default=False)
def oracle(session: nox.Session) -> None:
    """Decide 10,000 random cases of each kind a second time, by answer-set programs written from the page alone.

    $CIMSCORE_ORACLE_CASES says how many, $CIMSCORE_ORACLE_FIRST from which on.
    """
    _at_random(session, "tests/oracle", "CIMSCORE_ORACLE_CASES", "10000")


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
@nox.parametrize("part", list(MUTATED))
def mutation(session: nox.Session, part: str) -> None:
    """Break a part in small ways, one at a time, and tell what no test notices; `-- --sample 40` tries so many."""
    install(session, "test")
    session.install("coverage>=7.6")
    copy = ROOT / "build" / "mutation"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "build", "node_modules", "__pycache__"))
    sources = [copy / "src", *(copy / "plugins" / plugin.name / "src" for plugin in PLUGINS)]
    alone = {"PYTHONPATH": os.pathsep.join(map(str, sources)), "PYTHONDONTWRITEBYTECODE": "1"}
    session.chdir(copy)
    session.run("python", "sessions/mutants.py", "--part", part, *MUTATED[part], *session.posargs, env=alone)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Tell which branches of floors 0 to 5 and of the programs their tests never take; fail if there is any."""
    install(session, "test")
    session.install("coverage>=7.6")
    settings = ("--rcfile", str(ROOT / "sessions" / "coverage.ini"))
    above = ("assessment", "wire", "cases", "mistakes")
    tests = [*(f"tests/{floor}" for floor in (*LOWER_FLOORS, *above)), "plugins"]
    # Who measures branches takes longer. The digests of whole programs take minutes of it, and no branch of their own.
    in_time = ("-k", "not cost_next_to_nothing", "--deselect", "tests/rules/test_digests.py")
    session.run("coverage", "run", *settings, "-m", "pytest", "-q", *in_time, *tests)
    session.run("coverage", "report", *settings, *session.posargs)
    session.run("coverage", "report", *settings, "--fail-under", "100", silent=True)


@nox.session(default=False)
def sbom(session: nox.Session) -> None:
    """Write build/sbom.json, a list of all that is installed with the projects; fail if a licence is missing."""
    shipped, listed = Path(session.create_tmp(), "shipped"), ROOT / "build" / "sbom.json"
    python = str(shipped / "bin" / "python")
    session.run("python", "-m", "venv", str(shipped))
    session.run(
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "-c",
        str(PINS),
        f"{ROOT}[register,xlsx]",
        *map(str, PLUGINS),
        external=True,
    )
    session.run(python, "-m", "pip", "uninstall", "-q", "-y", "pip", "setuptools", external=True)
    session.install("cyclonedx-bom>=7")
    listed.parent.mkdir(exist_ok=True)
    session.run("cyclonedx-py", "environment", "--output-reproducible", "--of", "JSON", "-o", str(listed), python)
    parts = json.loads(listed.read_text(encoding="utf-8"))["components"]
    if unlicensed := [part["name"] for part in parts if not part.get("licenses")]:
        session.error(f"no licence is told of {', '.join(unlicensed)}")
    session.log(f"{len(parts)} components in {listed}")
