"""Program that is checked, with its worked examples and the time there is for it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from cimscore.assessment import Assessment, assess, assessment_document, first_page
from cimscore.case import Case, Moment
from cimscore.rulebook import InstalledProgram, Rulebook, WorkedExample

T = TypeVar("T")


class Budget:
    """Time that is left, and what was not looked at since it ran out."""

    def __init__(self, seconds: float = 0) -> None:
        self._until = time.monotonic() + seconds if seconds else None
        self.left_out = 0

    @property
    def is_spent(self) -> bool:
        """Return True if no time is left."""
        return self._until is not None and time.monotonic() > self._until


@attrs.frozen(kw_only=True, eq=False)
class Subject:
    """Program that is checked.

    Attributes:
        rulebook: The rulebook that holds it.
        program: The program.
        examples: Its worked examples.
        most: Number of facts to leave out of its examples together; 0 for every one.
        budget: The time there is.
    """

    rulebook: Rulebook
    program: InstalledProgram
    examples: tuple[WorkedExample, ...] = ()
    most: int = 0
    budget: Budget = attrs.field(factory=Budget)

    @property
    def id(self) -> str:
        """Return the program's id."""
        return self.program.id

    def in_time(self, things: Sequence[T]) -> Iterator[T]:
        """Yield things for as long as time is left, and count those that are left out."""
        for number, thing in enumerate(things):
            if self.budget.is_spent:
                self.budget.left_out += len(things) - number
                return
            yield thing

    def assess(self, case: Case, *, example: WorkedExample, at: Moment | None = None) -> Assessment:
        """Return what the program decides of a case by the readings of an example, at its moment unless at another."""
        programs = [self.id] if self.id in case.programs else None
        moment = example.at if at is None else at
        return assess(case, self.rulebook, at=moment, readings=example.readings, programs=programs)


def told(assessment: Assessment) -> str:
    """Return everything that is told of an assessment: its document, and the whole of its pages."""
    document = assessment_document(assessment.case, assessment.decisions, assessment.failures)
    pages = [first_page(decision, every=True, ids=True) for decision in assessment.decisions]
    return "\n".join([json.dumps(document, indent=1, sort_keys=True), *pages, *map(str, assessment.failures)])
