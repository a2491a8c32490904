"""Every clause that names a time is counted by a clock, or a recorded reason says why it needs none."""

from __future__ import annotations

import attrs
import pytest

from cimscore import Rulebook, load_rulebook
from cimscore.policy import Disposition
from cimscore.traceability import Gap, Trace, build_trace, coverage_of
from cimscore.traceability.reports.times import needs_a_clock
from cimscore.traceability.reviews.upkeep import load_upkeep

RULEBOOK = load_rulebook()


def traced(rulebook: Rulebook) -> Trace:
    """The trace of what is declared, without any example or test."""
    return build_trace(rulebook=rulebook, justifications=load_upkeep(rulebook).justifications)


def test_every_clause_that_names_a_time_has_its_clock_or_a_reason() -> None:
    listed = coverage_of(traced(RULEBOOK)).of(Gap.TIMES_WITHOUT_CLOCKS)
    assert [entry.id for entry in listed if not entry.because] == []
    assert "vic-news-2025/investigation/extension" in {entry.id for entry in listed}


def test_every_reason_is_of_a_clause_that_is_listed() -> None:
    unused = coverage_of(traced(RULEBOOK)).unused
    assert [reason.about for reason in unused if reason.gap is Gap.TIMES_WITHOUT_CLOCKS] == []


@pytest.mark.parametrize(
    ("changes", "rules", "listed"),
    [
        ({}, ("a/record/b",), True),
        ({}, ("a/record/b", "a/clock/c"), False),
        ({}, (), False),
        ({"text": "The officer calls as soon as that is possible."}, ("a/record/b",), False),
        ({"disposition": Disposition.GUIDANCE}, ("a/record/b",), False),
        ({"disposition": Disposition.ENCODED_IN_PART}, ("a/record/b",), True),
    ],
)
def test_a_time_needs_a_clock_where_rules_carry_the_clause_out(
    changes: dict[str, object], rules: tuple[str, ...], listed: bool
) -> None:
    clause = attrs.evolve(RULEBOOK.clauses["qld/approve/24-hour"], text="The officer calls within two days.")
    found = attrs.evolve(clause, **changes)
    assert needs_a_clock(found.disposition, found.text, rules) is listed
