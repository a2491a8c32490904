"""Worked examples hold, and show what they claim to show."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.rulebook import Expected, WorkedExample
from cimscore.testing.conformance.subject import Subject
from cimscore.testing.examples import check_example
from cimscore.traceability.worlds.examples import shown_by


def examples_hold(subject: Subject) -> Iterator[str]:
    """Yield what an example expects and does not get, or gets and does not expect; and where it expects nothing."""
    for example in subject.in_time(subject.examples):
        if example.expect == Expected():
            yield f"{example.id}: expects nothing, so it would hold whatever the rules gave: say what under expect"
        yield from (f"{example.id}: {line}" for line in check_example(example, subject.rulebook))


def examples_show(subject: Subject) -> Iterator[str]:
    """Yield each clause that an example claims to show, and on which nothing rests in its case."""
    for example in subject.in_time(subject.examples):
        yield from (
            f"{example.id}: shows {clause}, and nothing rests on it there" for clause in _idle(subject, example)
        )


def has_examples(subject: Subject) -> Iterator[str]:
    """Yield that a program with rules has no worked example: its files may be missing."""
    if subject.program.rules and not subject.examples:
        packages = ", ".join(subject.program.declared.examples) or "no package is named by cimscore_worked_examples"
        yield f"there are rules, and no worked example ({packages}): are its .yaml files there?"


def _idle(subject: Subject, example: WorkedExample) -> Iterator[str]:
    questions = subject.rulebook.questions
    case = example.case
    answered = [*(entry.question for entry in case.decisions), *(entry.question for entry in case.facts)]
    resting = {*shown_by(example, subject.rulebook).clauses, *(cite for id in answered for cite in questions[id].cites)}
    for id in example.shows:
        if subject.rulebook.clauses[id].disposition.by_rules and id not in resting:
            yield id
