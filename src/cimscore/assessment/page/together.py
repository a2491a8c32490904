"""All pages of a case: that of each program, how these programs stand to each other, and what failed."""

from __future__ import annotations

from cimscore.assessment.assessing import Assessment
from cimscore.assessment.page import WIDTH, first_page
from cimscore.assessment.page.lines import PageLine, Section, as_text
from cimscore.assessment.page.soonest import soonest_first
from cimscore.case.texts import visible
from cimscore.rulebook import Rulebook


def pages_of_case(
    assessment: Assessment,
    rulebook: Rulebook,
    *,
    every: bool = False,
    ids: bool = False,
    bounded: bool = True,
    file: str = "CASE",
    width: int = WIDTH,
) -> str:
    """Return all that is told of a case, as text: the program with the first clock comes first.

    Args:
        assessment: What was decided of the case.
        rulebook: The installed programs.
        every: Whether to tell everything, and not the most important alone.
        ids: Whether to tell the addresses by which `cimscore explain` knows things.
        bounded: Whether its lists are cut to one screen.
        file: What the commands that it names call the case.
        width: The number of letters in a line.
    """
    beside = assessment.decisions
    pages = [
        first_page(decision, every=every, ids=ids, bounded=bounded, beside=beside, file=file, width=width)
        for decision in soonest_first(beside)
    ]
    rest = [section for section in (_relations(assessment, rulebook), _failures(assessment)) if section.lines]
    return "\n".join(map(_shown, [*pages, *([as_text(rest, width)] if rest else [])]))


def _shown(page: str) -> str:
    return "\n".join(map(visible, page.splitlines())) + "\n"


def _relations(assessment: Assessment, rulebook: Rulebook) -> Section:
    """Return why several of these programs ask for something of the same case."""
    decided = {decision.program for decision in assessment.decisions}
    declared = (relation for program in rulebook.programs.values() for relation in program.declared.relations)
    told = (
        PageLine(f"{' and '.join(relation.programs)}: {relation.text} [{'; '.join(relation.cites)}]")
        for relation in declared
        if decided.issuperset(relation.programs)
    )
    return Section("How these programs stand to each other", tuple(told))


def _failures(assessment: Assessment) -> Section:
    told = (PageLine(str(failure)) for failure in assessment.failures)
    return Section("Failures: the program of each has decided nothing", tuple(told))
