"""Worked examples as they are traced: what each rests on when its case is assessed, and a digest of its content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.assessment import Denied, assess
from cimscore.assessment.decision.receipt import case_digest
from cimscore.policy import digest_of
from cimscore.reasoning.claims.observing import observing
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.recording import Exercises

_NOT_DIGESTED: Final = frozenset({"id", "package", "case", "text"})
"""What is named elsewhere, and the case, which has a digest of its own."""


@attrs.frozen(kw_only=True)
class ExercisedExample:
    """An example with what was exercised when its case was assessed.

    Attributes:
        id: ``package/file``, unique in a rulebook.
        example: The example.
        rules: Addresses of the rules exercised, sorted.
        clauses: Ids of the clauses on which anything rests, sorted.
        besides: Ids of other clauses that it shows, sorted: a told no names them, or their question is answered.
    """

    id: str
    example: WorkedExample
    rules: tuple[str, ...]
    clauses: tuple[str, ...]
    besides: tuple[str, ...] = ()

    @property
    def tried(self) -> frozenset[str]:
        """Return the clauses of which anything was told or answered, yes or no."""
        return frozenset({*self.clauses, *self.besides})


def example_id(example: WorkedExample) -> str:
    """Return the example's package and file."""
    return f"{example.package}/{example.id}"


def shown_by(example: WorkedExample, rulebook: Rulebook) -> ExercisedExample:
    """Assess an example's case, at its moment and by its readings, and see what it exercises."""
    seen = Exercises()
    with observing(seen.see):
        assessment = assess(example.case, rulebook, at=example.at, readings=example.readings)
    besides = {clause for decision in assessment.decisions for no in decision.denied for clause in _named_by(no)}
    answered = {decision.question for decision in example.case.decisions}
    answered |= {fact.question for fact in example.case.facts}
    besides |= {clause.id for clause in rulebook.clauses.values() if clause.question in answered}
    rules = tuple(exercise.rule for exercise in seen.exercised)
    return ExercisedExample(
        id=example_id(example), example=example, rules=rules, clauses=seen.clauses, besides=tuple(sorted(besides))
    )


def _named_by(denied: Denied) -> Iterator[str]:
    """Yield the clauses of a told no: of what would give it, and of what fails."""
    for near in denied.nearest:
        yield from near.clauses
        yield from (clause for failing in near.fails for clause in failing.clauses)


def example_digest(example: WorkedExample) -> str:
    """Return a digest of what counts in an example: not how its file is laid out, and nothing of the notifier."""
    said = attrs.asdict(example, recurse=False, filter=lambda field, _: field.name not in _NOT_DIGESTED)
    return digest_of([case_digest(example.case), json.dumps(_plain(said), sort_keys=True)])


def _plain(expected: Any) -> Any:
    """Return a part of an example as JSON can hold it, without the order in which it is written."""
    if attrs.has(type(expected)):
        return {field.name: _plain(getattr(expected, field.name)) for field in attrs.fields(type(expected))}
    if isinstance(expected, Mapping):
        return {str(key): _plain(value) for key, value in expected.items()}
    if isinstance(expected, tuple | list | frozenset | set):
        return sorted((_plain(claim) for claim in expected), key=lambda claim: json.dumps(claim, sort_keys=True))
    return expected if expected is None or isinstance(expected, bool | int | str) else str(expected)
