"""Why a decision is as it is: each conclusion with its rules, and each condition with what was found."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.assessment import Assessment, Conclusion, Finding
from cimscore.rules import Node
from cimscore.publishing.pages import shared
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.markdown import Sheet, inline_code, plain


def reasons(sheet: Sheet, book: Book, assessment: Assessment, of: Conclusion) -> str:
    """The grounds of a conclusion as a nested list."""
    findings = {it.address: it for it in assessment.findings}
    lines = [line for address in of.grounds if address in findings for line in _ground(sheet, book, findings[address])]
    return "\n".join(lines)


def _ground(sheet: Sheet, book: Book, finding: Finding) -> Iterator[str]:
    address = f"{finding.program}/{finding.topic}/{finding.rule}"
    named = shared.rule_link(sheet, address) if address in book.rules else plain(shared.rule_name(address))
    yield f"- {named}: {plain(finding.sentence)}"
    yield from (f"    - {_tested(node)}" for node in finding.when)
    yield from (f"    - {_tested(node, unless=True)}" for node in finding.unless)
    clauses = [shared.clause_link(sheet, book.clauses[ref.id]) if ref.id in book.clauses else inline_code(ref.id)
               for ref in finding.clauses]  # fmt: skip
    yield f"    - rests on {', '.join(clauses)}"
    for reading in finding.readings:
        others = "; ".join(f"by “{name}” it would be: {found}" for name, found in reading.others)
        yield f"    - read as “{plain(reading.taken)}”; {plain(others)}"


def _tested(node: Node, *, unless: bool = False) -> str:
    said = {True: "✓ yes", False: "✓ no" if unless else "✕ no", None: "? not known"}[node.value]
    wanted = "not so that " if unless else ""
    facts = sorted({f"{read.fact}: {read.value}" for read in node.reads})
    read = f" (read {', '.join(inline_code(fact) for fact in facts[:6])})" if facts else ""
    return f"{said}: {wanted}{plain(node.sentence)}{read}"
