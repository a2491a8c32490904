"""The worked examples of every program, and what is told of a case: records, roles and clocks, with their grades."""

from __future__ import annotations

from functools import cache

from case_documents import rulebook

from cimscore.case import Case
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook import WorkedExample
from cimscore.wire.examples import load_examples

Told = dict[tuple[str, ...], int]


@cache
def examples() -> tuple[tuple[str, WorkedExample], ...]:
    return tuple((program, each) for each in load_examples(rulebook()) for program in each.case.programs)


def compiled(program: str) -> Compiled:
    return rulebook().program(program).compiled


def told(case: Case, program: str, least: int = PROVISIONAL) -> Told:
    """Return the records, roles and clocks of a case with their grades, from the least grade on."""
    found: Told = {}
    run = run_of(case, compiled(program))
    for conclusion in compiled(program).program.conclusions:
        if conclusion.id in ("record", "role"):
            found |= {(conclusion.id, *map(str, row)): grade for row, grade in run.value(conclusion).rows.items()}
    for clock in compiled(program).program.clocks:
        rows = run.value(clock.part("owed")).rows.items()
        found |= {("clock", clock.id, *map(str, row)): grade for row, grade in rows}
    return {claim: grade for claim, grade in found.items() if grade >= least}
