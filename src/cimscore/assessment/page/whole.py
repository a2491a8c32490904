"""Details beyond the first page: every conclusion with its clauses, the editions and the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.assessment.decision.value import DecidedConclusion, Decision
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.lines import PageLine, Section
from cimscore.assessment.page.marks import LineMarks


def rest_of(decision: Decision, marks: LineMarks) -> Iterator[Section]:
    """Yield the sections that only the whole page has.

    Args:
        decision: The decision.
        marks: The marks of its page.
    """
    kept = [line for line in decision.conclusions if not line.leading and line.topic != "duties"]
    yield Section("Everything concluded", tuple(PageLine(_with_clauses(line, marks)) for line in kept))
    governed = (f"{document}: {edition}" for document, edition, _ in decision.governed_by)
    yield Section("Editions", tuple(map(PageLine, governed)))
    receipt = (f"{name}: {value}" for name, value in decision.receipt if value)
    yield Section("Receipt", tuple(map(PageLine, receipt)))


def _with_clauses(line: DecidedConclusion, marks: LineMarks) -> str:
    told = [line.address] * marks.ids + [f"by {', '.join(line.clauses)}"]
    return f"{begun(line.says, line.things)}{marks.of(line)} [{'; '.join(told)}]"
