"""``cimscore trace check``: checks that nothing is missing without a reason, and that every rule was read as it is."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Sequence

from cimscore.cli.exits import Exit
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.options import add_programs
from cimscore.cli.output import show
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import HOW_TO_RECORD, add_tests, left_over, lists_looked_at, trace_of
from cimscore.rulebook import Rulebook
from cimscore.traceability import Gap, Hop, Link, LinkState, Trace, coverage_of


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what may be said about a check."""
    add_tests(parser)
    add_programs(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Tell what is missing and what has to be read again."""
    rulebook = load_rulebook()
    programs = {rulebook.program(program).id for program in arguments.programs or rulebook.programs}
    trace = trace_of(arguments, rulebook, asked=programs)
    found = dict(_faults(trace, rulebook, programs, lists_looked_at(arguments)))
    page = TextPage()
    for heading, lines in found.items():
        _list(page, heading, lines)
    if found:
        page.line(HOW_TO_RECORD)
    if not arguments.tests:
        page.line("Tests were not looked at: name what `pytest --cimscore-trace FILE` recorded with --tests.")
    unread = sum(rule.review is None and rule.program in programs for rule in trace.rules)
    code = ends(right=not found, rulebook=rulebook, programs=arguments.programs)
    if code is Exit.DONE:
        page.line("Nothing is missing without a reason, and every rule that was read is up to date with its clauses.")
        if unread:
            page.line(f"Not yet read against their clauses: {unread} of {_rules_in(trace, programs)} rules.")
    show(page)
    return code


def _faults(
    trace: Trace, rulebook: Rulebook, programs: Collection[str], looked_at: Sequence[Gap]
) -> Iterable[tuple[str, list[str]]]:
    """Yield every list that is not empty. A test that exercises nothing belongs to no program, and so to everybody."""
    coverage = coverage_of(trace)
    lists = {
        gap.capitalize(): [
            f"{entry.id}: {entry.why}"
            for entry in coverage.unjustified
            if entry.gap is gap and entry.program in {*programs, ""}
        ]
        for gap in looked_at
    }
    lists["To be read again, then cleared (cimscore trace clear)"] = [
        f"{link.lower}, {link.upper}: {link.why}" for link in trace.links if _is_unread(link, trace, programs)
    ]
    lists["Reasons that justify nothing any more"] = [
        f"{reason.gap}: {', '.join(reason.about)}" for reason in left_over(coverage, rulebook, programs, looked_at)
    ]
    return ((heading, lines) for heading, lines in lists.items() if lines)


def _is_unread(link: Link, trace: Trace, programs: Collection[str]) -> bool:
    """Return True if a rule has to be read again, because it or its clauses changed. A rule never read is missing."""
    is_reading = link.hop is Hop.CLAUSE_RULE and link.lower.partition("/")[0] in programs
    rule = trace.rule.get(link.lower)
    never_read = rule is not None and rule.review is None
    return is_reading and link.state is not LinkState.IN_STEP and not never_read


def _rules_in(trace: Trace, programs: Collection[str]) -> int:
    return sum(rule.program in programs for rule in trace.rules)


def _list(page: TextPage, heading: str, lines: list[str]) -> None:
    page.heading(f"{heading}: {len(lines)}")
    for line in lines:
        page.line(line, mark="-")
    page.blank()
