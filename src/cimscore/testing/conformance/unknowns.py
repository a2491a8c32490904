"""Missing facts: none is ever taken for a no, and all that every answer to one shares is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case import Case
from cimscore.errors import RuleFailure
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.claims.trying import Claim
from cimscore.reasoning.deciding import decide
from cimscore.rulebook import WorkedExample
from cimscore.rules import Topic
from cimscore.testing.conformance.subject import Subject
from cimscore.testing.omissions import Omission, omissions
from cimscore.testing.soundness import unsound

_FLOOR: Final = 0.99
"""So much of what every answer shares has to be told as certain."""
_SHOWN: Final = 5


@attrs.define
class _Count:
    shared: int = 0
    missed: list[str] = attrs.field(factory=list)


def is_sound(subject: Subject) -> Iterator[str]:
    """Yield what is certain of an example without one of its facts, and not so in a completion."""
    each = _each(subject)
    for example in subject.in_time(subject.examples):
        try:
            yield from (
                f"{example.id}: {line}"
                for line in unsound(example.case, subject.rulebook, at=example.at, readings=example.readings, most=each)
            )
        except RuleFailure as failure:
            yield f"{example.id}: failed: {failure}"


def is_complete(subject: Subject) -> Iterator[str]:
    """Yield what is not told although every answer to one open question gives it, if that is more than now and then."""
    count = _Count()
    for example in subject.in_time(subject.examples):
        try:
            _count(subject, example, count)
        except RuleFailure as failure:
            yield f"{example.id}: failed: {failure}"
    if len(count.missed) > (1 - _FLOOR) * count.shared:
        yield f"of {count.shared} things that every answer shares, {len(count.missed)} are not told as certain"
        yield from count.missed[:_SHOWN]


def _each(subject: Subject) -> int:
    """Return how many facts to leave out of each example; 0 for all of them."""
    return max(1, subject.most // (len(subject.examples) or 1)) if subject.most else 0


def _count(subject: Subject, example: WorkedExample, count: _Count) -> None:
    left_out = omissions(example.case, subject.rulebook)
    answers = [omission for omission in left_out if _is_answer_of(omission, subject)]
    most = _each(subject)
    for omission in answers[:: max(1, -(-len(answers) // most))] if most else answers:
        shared = set.intersection(*(_certain(subject, case, example) for case in omission.completions))
        told = _certain(subject, omission.case, example)
        count.shared += len(shared)
        count.missed += [
            f"{example.id}: without {omission.fact}: {key} of {', '.join(map(str, things)) or 'the case'}"
            for key, things in sorted(shared - told, key=str)
        ]


def _is_answer_of(omission: Omission, subject: Subject) -> bool:
    """Return True for an answer with few possible values: its completions are all there are."""
    section, bracket, rest = omission.fact.partition("[")
    number, _, part = rest.partition("].")
    if not bracket or section not in ("decisions", "facts") or part != "answer" or len(omission.completions) < 2:
        return False
    entry = getattr(omission.case, section)[int(number)]
    return bool(subject.rulebook.questions[entry.question].options)


def _certain(subject: Subject, case: Case, example: WorkedExample) -> set[Claim]:
    compiled = subject.program.compiled
    program = compiled.program
    readings = {
        reading.id: member
        for reading in program.readings
        for member in reading.readings
        if str(member) == example.readings.get(f"{program.owner_of(reading)}/{reading.id}")
    }
    kept = {conclusion.key for conclusion in program.conclusions if conclusion.topic is not Topic.LAWS}
    decided = decide(run_of(case, compiled, at=example.at, readings=readings))
    return {claim for claim, line in decided.told.items() if line.certain and claim[0] in kept}
