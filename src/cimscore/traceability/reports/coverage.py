"""Coverage both ways: the lists that are empty, or have a recorded reason for every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.policy import Disposition
from cimscore.traceability.reports.times import needs_a_clock
from cimscore.traceability.reviews.clause_reviews import Reader
from cimscore.traceability.reviews.justifications import Gap, Justification
from cimscore.traceability.trace.links import Hop, LinkState
from cimscore.traceability.trace.model import Trace, TracedClause


@attrs.frozen(kw_only=True, order=True)
class ListedGap:
    """One entry of a list: what it is about, why it stands there, and the reason that allows it, if one is recorded."""

    gap: Gap
    program: str
    id: str
    why: str
    because: str = ""


@attrs.frozen(kw_only=True)
class Coverage:
    """Missing parts of a trace, and the reasons recorded for them.

    Attributes:
        missing: Every entry of every list, by list and id.
        unused: Justifications that no longer justify anything. Each is a mistake, because it hides what comes next.
        dispositions: Number of clauses with each disposition.
    """

    missing: tuple[ListedGap, ...]
    unused: tuple[Justification, ...]
    dispositions: tuple[tuple[Disposition, int], ...]

    def of(self, gap: Gap, program: str = "") -> tuple[ListedGap, ...]:
        """Return the entries of one list, of one program or of all."""
        return tuple(entry for entry in self.missing if entry.gap is gap and program in ("", entry.program))

    @property
    def unjustified(self) -> tuple[ListedGap, ...]:
        """Return the entries for which no reason is recorded."""
        return tuple(entry for entry in self.missing if not entry.because)

    @property
    def complete(self) -> bool:
        """Return True if nothing is missing without a reason, and every reason is used."""
        return not self.unjustified and not self.unused


def coverage_of(trace: Trace, program: str = "") -> Coverage:
    """Return what is missing in a trace, each entry with its recorded reason.

    Args:
        trace: The trace.
        program: Only this program; all of them if empty. A test belongs only to programs that it exercises.
    """
    found = tuple(_missing(trace))
    wanted = {_justified(entry, trace.justifications) for entry in found if program in ("", entry.program)}
    clauses = [clause for clause in trace.clauses if program in ("", clause.program)]
    return Coverage(
        missing=tuple(sorted(wanted)),
        unused=tuple(
            reason for reason in trace.justifications if not any(reason.covers(entry.gap, entry.id) for entry in found)
        ),
        dispositions=tuple((kind, sum(clause.disposition is kind for clause in clauses)) for kind in _counted(clauses)),
    )


def _counted(clauses: Sequence[TracedClause]) -> Iterator[Disposition]:
    """Yield the kinds to count: that nothing is left to do goes without saying."""
    to_do = any(clause.disposition is Disposition.TO_DO for clause in clauses)
    yield from (kind for kind in Disposition if to_do or kind is not Disposition.TO_DO)


def only_with_many(trace: Trace, program: str = "") -> tuple[str, ...]:
    """Return the ids of the clauses that only tests of many cases exercise, one after another by the same lines.

    Such a test holds what every case has to keep. What this clause asks for, no test says.

    Args:
        trace: The trace.
        program: Only this program; all of them if empty.
    """
    tested = [clause for clause in trace.clauses if clause.tests and program in ("", clause.program)]
    return tuple(clause.id for clause in tested if all(test.endswith("]") for test in clause.tests))


_UPPER: Final = {
    Hop.CLAUSE_RULE: Gap.CLAUSES_WITHOUT_RULES,
    Hop.CLAUSE_QUESTION: Gap.CLAUSES_WITHOUT_QUESTIONS,
    Hop.RULE_TEST: Gap.RULES_WITHOUT_TESTS,
    Hop.CLAUSE_EXAMPLE: Gap.CLAUSES_WITHOUT_EXAMPLES,
}


def _missing(trace: Trace) -> Iterator[ListedGap]:
    """Yield the gaps. A link without a lower end is a gap of its upper one; a test without links has no upper end."""
    for link in trace.links:
        if link.hop is Hop.CLAUSE_EXAMPLE and not link.lower and not trace.clause[link.upper].rules:
            continue  # no example can show what no rule carries out, and that is told once
        if link.upper and not link.lower:
            program = trace.clause[link.upper].program if link.upper in trace.clause else link.upper.partition("/")[0]
            yield ListedGap(gap=_UPPER[link.hop], program=program, id=link.upper, why=link.why)
        elif link.hop is Hop.RULE_TEST and link.state is LinkState.GAP:
            yield ListedGap(gap=Gap.TESTS_WITHOUT_RULES, program="", id=link.lower, why=link.why)
    for clause in trace.clauses:
        yield from _of_clause(clause)
    yield from _of_rules(trace)


def _of_clause(clause: TracedClause) -> Iterator[ListedGap]:
    """Yield what is still to be done about the words of a clause."""
    if clause.disposition is Disposition.TO_DO:
        why = "the edition is drafted, and nobody has read the passage yet"
        yield ListedGap(gap=Gap.CLAUSES_TO_READ, program=clause.program, id=clause.id, why=why)
    if needs_a_clock(clause.disposition, clause.text, clause.rules):
        why = "rules carry it out, and none of them is a clock"
        yield ListedGap(gap=Gap.TIMES_WITHOUT_CLOCKS, program=clause.program, id=clause.id, why=why)
    for why in clause.faults:
        yield ListedGap(gap=Gap.CLAUSES_TO_REWORD, program=clause.program, id=clause.id, why=why)
    readers = {review.reader for review in clause.reviews}
    if len(readers) < len(Reader) and clause.disposition is not Disposition.TO_DO:  # that one is told already
        why = "read once as it stands" if readers else "not read as it stands"
        yield ListedGap(gap=Gap.CLAUSES_NOT_READ_TWICE, program=clause.program, id=clause.id, why=why)


def _of_rules(trace: Trace) -> Iterator[ListedGap]:
    """Yield the rules without a clause that carries them, and those that nobody has read."""
    for rule in trace.rules:
        if not any(_counts(trace, clause) for clause in rule.clauses):
            why = (
                "it rests on clauses that are guidance, out of scope or not read yet"
                if rule.clauses
                else "it cites no clause"
            )
            yield ListedGap(gap=Gap.RULES_WITHOUT_CLAUSES, program=rule.program, id=rule.address, why=why)
        if rule.review is None:
            why = "nobody is recorded as having read it against its clauses"
            yield ListedGap(gap=Gap.RULES_WITHOUT_REVIEWS, program=rule.program, id=rule.address, why=why)


def _counts(trace: Trace, clause: str) -> bool:
    found = trace.clause.get(clause)
    return found is not None and (found.disposition.by_rules or found.disposition is Disposition.LEFT_TO_A_PERSON)


def _justified(entry: ListedGap, justifications: tuple[Justification, ...]) -> ListedGap:
    reason = next((reason.because for reason in justifications if reason.covers(entry.gap, entry.id)), "")
    return attrs.evolve(entry, because=reason)
