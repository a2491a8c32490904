"""Worked examples as they are traced: what each rests on when its case is assessed, and a digest of its content."""

from __future__ import annotations

import json

import attrs

from cimscore.assessment import assess
from cimscore.assessment.observing import observing
from cimscore.assessment.receipt import case_digest
from cimscore.policy import digest_of
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.recording import Exercises


@attrs.frozen(kw_only=True)
class Shown:
    """An example with what was exercised when its case was assessed.

    Attributes:
        id: ``package/file``, unique in a rulebook.
        example: The example.
        rules: Addresses of the rules exercised, sorted.
        clauses: Ids of the clauses on which anything rests, sorted.
    """

    id: str
    example: WorkedExample
    rules: tuple[str, ...]
    clauses: tuple[str, ...]


def example_id(example: WorkedExample) -> str:
    """The example's package and file."""
    return f"{example.package}/{example.id}"


def shown_by(example: WorkedExample, rulebook: Rulebook) -> Shown:
    """Assess an example's case, at its moment and by its readings, and see what it exercises."""
    seen = Exercises()
    with observing(seen.see):
        assess(example.case, rulebook, at=example.at, readings=example.readings)
    rules = tuple(exercise.rule for exercise in seen.exercised)
    return Shown(id=example_id(example), example=example, rules=rules, clauses=seen.clauses)


def example_digest(example: WorkedExample) -> str:
    """A digest of what counts in an example: not how its file is laid out, and nothing of the notifier."""
    expect = {topic: {about: sorted(said) for about, said in by.items()} for topic, by in example.expect.items()}
    asks = None if example.asks is None else sorted(example.asks)
    said = [example.title, sorted(example.shows), str(example.at), dict(example.readings), expect, asks]
    return digest_of([case_digest(example.case), json.dumps(said, sort_keys=True)])
