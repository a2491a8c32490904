"""The rules of Queensland as one program: every clause that is encoded behind a row."""

from __future__ import annotations

from qld_cases import compiled

from cimscore.rules import Table
from cimscore_qld_child_safety import names


def test_every_clause_that_is_encoded_carries_or_explains_something() -> None:
    program = compiled().program
    cited = {cite for conclusion in program.conclusions for row in conclusion.rows for cite in row.cites}
    cited |= {cite for clock in program.clocks for cite in clock.cites}
    cited |= {row.clause for table in program.of_kind(Table) for row in table.rows}
    encoded = {clause.id for clause in program.policy.clauses if clause.disposition.by_rules}
    assert encoded - cited == set()


def test_every_clock_says_who_acts_and_what_it_counts_from() -> None:
    assert [clock.id for clock in compiled().program.clocks if not (clock.by and clock.says_from and clock.what)] == []


def test_every_clock_hangs_on_a_part_or_a_record_on_file_and_none_on_a_record_to_be_made() -> None:
    assert {tuple(thing.name for thing in clock.things) for clock in compiled().program.clocks} == {
        ("concern", "child"), ("file",),
    }  # fmt: skip


def test_every_name_for_a_program_that_extends_this_one_is_listed() -> None:
    public = {name for name in vars(names) if not name.startswith("_") and name != "annotations"}
    assert public == set(names.__all__)
