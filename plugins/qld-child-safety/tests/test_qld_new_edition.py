"""Three business days become four on 1 January 2026: one new folder, one dated row, and examples on both sides."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from qld_cases import QLD, at, decide, due, fact, notified, one_home, run_of

import cimscore
import cimscore_qld_child_safety
from cimscore.policy import clause_digest, row_digest
from cimscore.policy.passages import digest
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rules.conditions.predicates import asked_by
from cimscore.rules.digests import digests_of
from cimscore.rules.program import Program
from cimscore.rules.uses import reached
from cimscore.traceability.reviews.reviews import pin_of
from cimscore_qld_child_safety.readings.clocks import EditionDate

PACKAGE = cimscore_qld_child_safety.__name__
EDITION = f"""
[edition]
title = "The page as updated on 1 January 2026, which is invented"
from = 2026-01-01
changes = ["With a 5-day response there are four business days to approve a notification, not three."]

[[changed]]
id = "qld/approve/5-day"
text = "With a 5-day response the senior team leader approves within four business days of that decision."
digest = "{digest("An invented sentence about four business days.")}"
"""
ROW = '        Row(Priority.DAYS_5, BusinessDays(3), "qld/approve/5-day"),\n'
DATED = (
    ROW.replace('day")', 'day", until="2026-01-01")')
    + ROW.replace("(3)", "(4)").replace('day")', 'day", since="2026-01-01")')
)  # fmt: skip


COPY = "cimscore_qld_copied"


@attrs.frozen
class Built:
    """A program built from a copy of the package, and the digests of all that it holds."""

    program: Program
    digests: Mapping[str, str]


def copied(folder: Path) -> Path:
    """Return a copy of the program's package under another name."""
    package = folder / COPY
    shutil.copytree(Path(cimscore_qld_child_safety.__file__).parent, package)
    for file in package.rglob("*.py"):
        file.write_text(file.read_text(encoding="utf-8").replace(PACKAGE, COPY), encoding="utf-8")
    return package


def built(package: Path) -> Built:
    """Return the program of a copied package."""
    for name in [name for name in sys.modules if name.partition(".")[0] == COPY]:
        del sys.modules[name]
    sys.path.insert(0, str(package.parent))
    importlib.invalidate_caches()
    made = cimscore.load_rulebook([importlib.import_module(COPY)]).program(QLD).program
    sys.path.remove(str(package.parent))
    return Built(made, digests_of(made))


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The program as it is, and with the new edition: one file is added and one changed."""
    before, after = (copied(tmp_path_factory.mktemp(name)) for name in ("before", "after"))
    edition = after / "policy" / "qld" / "2026-01-01"
    edition.mkdir()
    (edition / "approve.toml").write_text(EDITION, encoding="utf-8")
    table = after / "tables.py"
    assert ROW in table.read_text(encoding="utf-8")
    table.write_text(table.read_text(encoding="utf-8").replace(ROW, DATED), encoding="utf-8")
    return built(before), built(after)


@pytest.mark.parametrize(
    ("decided", "approved"),
    [
        ("2025-03-03T14:00+10:00", "Thursday 6 March"),
        ("2025-12-31T14:00+10:00", "Tuesday 6 January 2026"),
        ("2025-12-31T23:59+10:00", "Tuesday 6 January 2026"),
        ("2026-01-01T00:00+10:00", "Wednesday 7 January 2026"),
        ("2026-01-02T14:00+10:00", "Thursday 8 January 2026"),
    ],
)
def test_each_decision_goes_by_the_edition_of_its_day(
    programs: tuple[Built, Built], decided: str, approved: str
) -> None:
    case = one_home(received=decided, decisions=notified("c1", moment=decided), facts=(fact("office", "Brisbane"),))
    found = decide(run_of(case, Compiled(programs[1].program), at=at(decided)))
    assert due(found, "approve", "c1", "ari") == approved


@pytest.mark.parametrize(
    ("reading", "approved"),
    [(EditionDate.DECISION, "Thursday 8 January 2026"), (EditionDate.RECEIPT, "Wednesday 7 January 2026")],
)
def test_the_row_in_force_is_that_of_the_day_which_selects_the_edition(
    programs: tuple[Built, Built], reading: EditionDate, approved: str
) -> None:
    """Received on the last day of three business days, decided on 2 January."""
    decided = "2026-01-02T14:00+10:00"
    case = one_home(
        received="2025-12-31T14:00+10:00", decisions=notified("c1", moment=decided), facts=(fact("office", "Brisbane"),)
    )
    run = run_of(case, Compiled(programs[1].program), at=at(decided)).answered(f"{QLD}/edition-date", str(reading))
    assert due(decide(run), "approve", "c1", "ari") == approved


def test_until_the_new_year_nothing_is_due_on_another_day(programs: tuple[Built, Built]) -> None:
    decided = "2025-12-31T14:00+10:00"
    case = one_home(received=decided, decisions=notified("c1", moment=decided), facts=(fact("office", "Brisbane"),))
    before, after = (decide(run_of(case, Compiled(one.program), at=at(decided))) for one in programs)
    assert dict(before.told) == dict(after.told)


def test_every_other_clause_is_inherited_and_its_review_stands(programs: tuple[Built, Built]) -> None:
    before, after = (one.program.policy for one in programs)
    for read in (clause_digest, pin_of):
        changed = [one.id for one in before.clauses if read(one) != read(after.clause(one.id))]
        assert changed == ["qld/approve/5-day"]
    assert {one.editions for one in after.clauses if one.source == "qld"} == {("2024-09-30", "2026-01-01")}
    assert after.goes_on_by("qld", "2025-04")[0] == "2024-09-30"


def test_only_what_reads_the_changed_row_has_another_digest(programs: tuple[Built, Built]) -> None:
    before, after = programs
    table = after.program.predicates["table:approval"]
    readers = {key for key, one in after.program.predicates.items() if table in reached([one])}
    rows = {
        f"{conclusion.key}/{row.id}"
        for conclusion in after.program.conclusions
        for row in conclusion.rows
        if table in reached(asked_by(row.condition))
    }
    changed = {key for key in before.digests if before.digests[key] != after.digests[key]}
    assert before.digests.keys() == after.digests.keys()
    assert changed == {"table:approval/5-day", *readers, *rows}
    assert {key.partition(".")[0] for key in readers} == {
        "table:approval", "clock:approve", "clock:transfer", "conclusion:has-its-clock", "conclusion:is-handed-over"
    }  # fmt: skip


def test_only_the_changed_row_has_another_digest(programs: tuple[Built, Built]) -> None:
    before, after = ({row_digest(row) for row in one.program.predicates["table:approval"].rows} for one in programs)
    assert (len(before - after), len(before & after), len(after - before)) == (1, 2, 2)
