"""Sign-off sheets: one for each chapter of a source, for a person to read, tick and sign."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.policy import Disposition
from cimscore.traceability.recording import Result
from cimscore.traceability.reviews.reviews import Review
from cimscore.traceability.trace.links import LinkState
from cimscore.traceability.trace.model import Trace, TracedClause, TracedSource


@attrs.frozen(kw_only=True)
class SignOffRule:
    """A rule on a sheet: its sentence, how it stands, and who last read it.

    Attributes:
        address: The rule.
        sentence: The rule in one sentence.
        state: How it stands.
        review: Who last read it against its clauses; None where nobody is recorded.
        passed: How many of its tests passed when they were last recorded.
        tests: How many tests exercised it.
    """

    address: str
    sentence: str
    state: LinkState
    review: Review | None
    passed: int
    tests: int

    @property
    def read(self) -> str:
        """Return who last read it against its clauses, in words."""
        return f"read by {self.review.by} on {self.review.on.isoformat()}" if self.review else "not yet read"


@attrs.frozen(kw_only=True)
class SignOffRow:
    """A clause on a sheet.

    Attributes:
        clause: Its id.
        position: Its number under the heading; 0 where the document is not at hand.
        reading: The clause as we read it, in plain words.
        disposition: What became of it.
        note: Why it is guidance or out of scope, what of it is missing, or the question that puts it to a person.
        state: How it stands.
        rules: The rules that rest on it.
        readings: Names of the unclear points it has a part in.
        examples: Ids of the worked examples that show it.
    """

    clause: str
    position: int
    reading: str
    disposition: Disposition
    note: str
    state: LinkState
    rules: tuple[SignOffRule, ...]
    readings: tuple[str, ...]
    examples: tuple[str, ...]


@attrs.frozen(kw_only=True)
class SignOffSheet:
    """The sheet of one chapter: the clauses under one heading of a source, in document order."""

    program: str
    source: str
    title: str
    heading: str
    rows: tuple[SignOffRow, ...]


def sign_off_sheets(trace: Trace) -> tuple[SignOffSheet, ...]:
    """Return a sheet for every heading with clauses, source by source, in the order of each document."""
    return tuple(sheet for source in trace.sources for sheet in _of_source(source, trace))


def _of_source(source: TracedSource, trace: Trace) -> Iterator[SignOffSheet]:
    clauses = [clause for clause in trace.clauses if clause.source == source.id]
    for heading in dict.fromkeys([*source.headings, *(clause.heading for clause in clauses)]):
        rows = sorted(
            (clause for clause in clauses if clause.heading == heading), key=lambda clause: (clause.position, clause.id)
        )
        if rows:
            yield SignOffSheet(
                program=source.program,
                source=source.id,
                title=source.title,
                heading=heading,
                rows=tuple(_row(clause, trace) for clause in rows),
            )


def _row(clause: TracedClause, trace: Trace) -> SignOffRow:
    return SignOffRow(
        clause=clause.id,
        position=clause.position,
        reading=clause.text,
        disposition=clause.disposition,
        note=_note(clause, trace),
        state=clause.state,
        rules=tuple(_rule(address, trace) for address in clause.rules),
        readings=clause.readings,
        examples=clause.examples,
    )


def _note(clause: TracedClause, trace: Trace) -> str:
    asked = trace.question.get(clause.question)
    missing = f"Missing: {clause.missing}" if clause.missing else ""
    return clause.reason or missing or (asked.text if asked else "")


def _rule(address: str, trace: Trace) -> SignOffRule:
    rule = trace.rule[address]
    results = [trace.test[test].result for test in rule.tests]
    return SignOffRule(
        address=address,
        sentence=rule.sentence,
        state=rule.state,
        review=rule.review,
        passed=results.count(Result.PASSED),
        tests=len(results),
    )
