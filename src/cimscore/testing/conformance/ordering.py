"""The order of what is handed over changes nothing: of lists in a case, of plugins, of tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.rulebook import Declarations, build_rulebook
from cimscore.testing.conformance.subject import Subject, told

_LISTS: Final = (
    "people", "households", "places", "residences", "relationships", "concerns", "records", "on_file", "done",
    "decisions", "facts", "local_days",
)  # fmt: skip


def lists_have_no_order(subject: Subject) -> Iterator[str]:
    """Yield each example of which something else is told when the lists of its case are written backwards."""
    for example in subject.in_time(subject.examples):
        turned = attrs.evolve(example.case, **{name: getattr(example.case, name)[::-1] for name in _LISTS})
        line = _difference(*(told(subject.assess(case, example=example)) for case in (example.case, turned)))
        if line:
            yield f"{example.id}: with every list backwards, {line}"


def plugins_have_no_order(subject: Subject) -> Iterator[str]:
    """Yield each example of which something else is told when programs and tables are handed over backwards."""
    declared = [_turned(program.declared) for program in subject.rulebook.programs.values()]
    turned = build_rulebook(declared[::-1], reader=subject.rulebook.reader)
    other = attrs.evolve(subject, rulebook=turned, program=turned.program(subject.id))
    for example in subject.in_time(subject.examples):
        line = _difference(*(told(tried.assess(example.case, example=example)) for tried in (subject, other)))
        if line:
            yield f"{example.id}: with plugins and tables backwards, {line}"


def _turned(declared: Declarations) -> Declarations:
    return attrs.evolve(
        declared,
        sources=declared.sources[::-1],
        clauses=declared.clauses[::-1],
        asked=declared.asked[::-1],
        tables={topic: rows[::-1] for topic, rows in reversed([*declared.tables.items()])},
        workflows=declared.workflows[::-1],
    )


def _difference(one: str, other: str) -> str:
    """Return the first line that differs; empty if none does."""
    if one == other:
        return ""
    pairs = zip(f"{one}\n".split("\n"), f"{other}\n".split("\n"), strict=False)
    mine, theirs = next((pair for pair in pairs if pair[0] != pair[1]), ("", "more lines"))
    return f"found {theirs.strip()!r} instead of {mine.strip()!r}"
