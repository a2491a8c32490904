"""``cimscore coverage``: what became of every clause, and where something is missing."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.options import add_day, add_listing, add_sign_offs
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import HOW_TO_RECORD, add_tests, left_over, lists_looked_at, trace_of
from cimscore.policy import Clause, Disposition
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.traceability import (
    CoveredEdition,
    Gap,
    ListedGap,
    Trace,
    TracedClause,
    coverage_by_edition,
    coverage_of,
    only_with_many,
)
from cimscore.traceability.reviews.signed import SignOff, load_sign_offs
from cimscore.wire import to_plain


@attrs.frozen(kw_only=True)
class Covered:
    """Coverage of a program's clauses.

    Attributes:
        program: Id of the program.
        dispositions: Number of clauses with each disposition.
        settled: Percent of the clauses of which it is said what became of them, rounded down.
        editions: The numbers for each edition of each document, those in force first.
        in_part: Missing part of each clause that is encoded in part, by its id.
        out_of_scope: The reason for each clause that is out of scope, by its id.
        read: How many clauses the authors have held against their source twice, once and not yet.
        missing: Entries of each list looked at, with the recorded reason if there is one.
        signed: How many clauses somebody of the department has signed as they are now.
        to_sign_again: Ids of the clauses that were signed, and have changed since.
        only_with_many: Clauses that only tests run over many cases exercise: nothing says what such a clause asks for.
        unused: Recorded reasons, on the lists looked at, whose entry no list has.
    """

    program: str
    dispositions: dict[str, int]
    settled: int
    editions: tuple[CoveredEdition, ...]
    in_part: dict[str, str]
    out_of_scope: dict[str, str]
    read: dict[str, int]
    missing: dict[str, tuple[ListedGap, ...]]
    signed: int
    to_sign_again: tuple[str, ...]
    only_with_many: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Return True if nothing is missing without a reason, and every reason is used."""
        return not self.unused and all(entry.because for entries in self.missing.values() for entry in entries)


def _options(parser: argparse.ArgumentParser) -> None:
    add_listing(parser)
    add_day(parser)
    add_sign_offs(parser)
    add_tests(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    trace, looked_at = trace_of(arguments, rulebook, asked=arguments.programs or ()), lists_looked_at(arguments)
    signed = load_sign_offs(rulebook, arguments.sign_offs)
    found = [
        _covered(program, trace, rulebook, looked_at, arguments.on, signed) for program in chosen_programs(arguments)
    ]
    if arguments.json:
        show_json(to_plain(found))
    else:
        page = TextPage()
        for covered in found:
            _write(page, covered)
        show(page)
    right = all(covered.complete for covered in found)
    return ends(right=right, rulebook=rulebook, programs=arguments.programs)


def _covered(
    program: InstalledProgram, trace: Trace, rulebook: Rulebook, looked_at: Sequence[Gap], on: dt.date,
    sign_offs: Mapping[str, Sequence[SignOff]],
) -> Covered:  # fmt: skip
    clauses: tuple[Clause, ...] = program.declared.clauses
    own = {clause.id: clause for clause in clauses if clause.id in sign_offs}
    again = [id for id, clause in own.items() if all(given.is_stale(clause) for given in sign_offs[id])]
    coverage = coverage_of(trace, program.id)
    unused = left_over(coverage, rulebook, [program.id], looked_at)
    dispositions = {disposition.value: count for disposition, count in coverage.dispositions}
    return Covered(
        program=program.id,
        dispositions=dispositions,
        settled=_percent(dispositions),
        editions=coverage_by_edition(trace, program.id, on),
        in_part={clause.id: clause.missing for clause in clauses if clause.missing},
        out_of_scope={clause.id: clause.reason for clause in clauses if clause.disposition is Disposition.OUT_OF_SCOPE},
        read=_read([trace.clause[clause.id] for clause in clauses]),
        missing={gap.value: coverage.of(gap) for gap in looked_at},
        signed=len(own) - len(again),
        to_sign_again=tuple(again),
        only_with_many=only_with_many(trace, program.id),
        unused=tuple(reason.because for reason in unused),
    )


def _settled(dispositions: Mapping[str, int]) -> int:
    """Return the number of clauses of which it is said what became of them."""
    return sum(count for kind, count in dispositions.items() if kind != Disposition.TO_DO)


def _percent(dispositions: Mapping[str, int]) -> int:
    """Return their share in percent, rounded down, so that it is 100 only if none is left to do."""
    return 100 * _settled(dispositions) // (sum(dispositions.values()) or 1)


def _read(clauses: Sequence[TracedClause]) -> dict[str, int]:
    """Return how many clauses the authors have held against their source, as both stand."""
    readings = [len({review.reader for review in clause.reviews}) for clause in clauses]
    return {"twice by the authors": readings.count(2), "once": readings.count(1), "not yet": readings.count(0)}


def _write(page: TextPage, covered: Covered) -> None:
    page.heading(f"{covered.program}: {sum(covered.dispositions.values())} clauses")
    for disposition, count in covered.dispositions.items():
        page.line(f"{disposition}: {count}")
    count = sum(covered.dispositions.values())
    page.line(f"settled: {_settled(covered.dispositions)} of {count} clauses, {covered.settled} %")
    page.line(f"read against their source: {', '.join(f'{count} {how}' for how, count in covered.read.items())}")
    _list(page, "Editions", list(map(_edition, covered.editions)))
    if covered.signed or covered.to_sign_again:
        page.blank()
        page.line(f"Signed by the department: {covered.signed}")
        _list(page, "Signed, and changed since: to be signed again", covered.to_sign_again)
    _list(
        page,
        "Encoded in part, and what is missing",
        [f"{clause}: {missing}" for clause, missing in covered.in_part.items()],
    )
    _list(page, "Out of scope", [f"{clause}: {reason}" for clause, reason in covered.out_of_scope.items()])
    for gap, entries in covered.missing.items():
        _list(page, gap.capitalize(), [_entry(entry) for entry in entries])
    if covered.only_with_many:
        _list(page, "Exercised only by tests that run over many cases", covered.only_with_many)
    _list(page, "Reasons recorded for what is not missing (any more)", covered.unused)
    if not covered.complete:
        page.blank()
        page.line(HOW_TO_RECORD)


def _edition(edition: CoveredEdition) -> str:
    counts = ", ".join(f"{kind.value}: {number}" for kind, number in edition.dispositions if number)
    held = "" if edition.held else " (not held)"
    return f"{edition.source}, {edition.edition}{held}: {edition.force.value}; {counts or 'no clause of it is here'}"


def _entry(entry: ListedGap) -> str:
    return f"{entry.id}: {f'may stand, because {entry.because}' if entry.because else entry.why}"


def _list(page: TextPage, heading: str, entries: Sequence[str]) -> None:
    page.blank()
    page.line(f"{heading}: {len(entries)}")
    for entry in entries:
        page.line(entry, 1, mark="-")


COMMAND = Command(
    teaches="A number for each disposition, in all and for each edition, those in force first; what is missing of what "
    "is encoded in part, the reasons for what is out of scope, and each list of what is missing: "
    "clauses without a rule, without a question or without a worked example, rules without a clause or a review and, "
    "with --tests, rules without a test. An entry may stand for a recorded reason. Ends with exit code 1 where one has "
    "none.",
    example="cimscore coverage --program qld-child-safety",
    options=_options,
    run=_run,
)
