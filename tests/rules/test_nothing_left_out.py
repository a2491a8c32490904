"""Whatever a program's package declares is in the program: nothing is written that no rule reads."""

from __future__ import annotations

import pytest
from printed_rows import CORE, PACKAGES, declared

import cimscore
from cimscore.rules import Clocks, Conclusion, Defined, Question, Reading, RecordKind, Table
from cimscore.rules.conditions.asked import Predicate

RULEBOOK = cimscore.load_rulebook()


@pytest.mark.parametrize("package", [package for package in PACKAGES if package != CORE])
def test_all_that_a_package_declares_is_in_its_program(package: str) -> None:
    id = package.removeprefix("cimscore_").replace("_", "-")
    program = RULEBOOK.program(id).program
    clocks = set(program.clocks)
    found = [(name, getattr(held, "conclusion", held)) for name, held in declared(package)]
    predicates = [(name, held) for name, held in found if isinstance(held, Predicate)]
    assert {type(held) for _, held in predicates} >= {Conclusion, Defined, Question, Reading, RecordKind, Table}
    assert [name for name, held in predicates if program.predicates.get(held.key) is not held] == []
    assert [name for name, held in found if isinstance(held, Clocks) and not clocks.issuperset(held.clocks)] == []
