"""Every clause that names a time is cited by a clock, or a reason says why it needs none."""

from __future__ import annotations

import re
from typing import Final

from cimscore import Rulebook, load_rulebook
from cimscore.rulebook import InstalledProgram

TIME: Final = re.compile(
    r"\b(\d+|one|two|three|five|ten|thirty|sixty|hundred|an?|next)[ -](further )?(business |calendar |working )?"
    r"(hours?|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
WITHOUT_A_CLOCK: Final = {
    "ndis-commission/times/five-day-form-alone": "it names the form of five days, whose clause sets the time",
    "qld-commencement/commencement/unborn": "it chooses between priorities, each of which has its clock",
    "qld/approve/24-hour": "a line of the table by which the approval's clock counts",
    "qld/child-concern-report/recently-investigated": "it looks back thirty days and sets no time",
    "qld/transfer/telephone": "it names the 24-hour response and sets no time of its own",
    "vic-interpretation-act/s-44/last-day-rolls-on": "a reading of how every period ends",
    "vic-news-2025/investigation/extension": "it lengthens the period by which the investigation's clock counts",
}


def test_every_clause_that_names_a_time_has_its_clock_or_a_reason() -> None:
    rulebook = load_rulebook()
    found = {clause for one in rulebook.programs.values() for clause in without_a_clock(rulebook, one)}
    assert found == set(WITHOUT_A_CLOCK)


def without_a_clock(rulebook: Rulebook, one: InstalledProgram) -> set[str]:
    """Return the clauses of a program that rules carry out, that name a time, and that no clock cites."""
    carried = {clause for rule in one.rules for clause in rule.cites}
    timed = {clause for rule in one.rules if "/clock/" in rule.address for clause in rule.cites}
    clauses = (rulebook.clauses[id] for id in carried - timed)
    return {clause.id for clause in clauses if clause.disposition.by_rules and TIME.search(clause.text)}
