"""Concerns that name nobody keep their record and their clocks, and every effort is made to learn who the child is."""

from __future__ import annotations

import pytest
from qld_cases import compiled, fact, notified, one_home, reported

from cimscore.assessment import Decision, decide_case
from cimscore.case import UNKNOWN, ConcernEntry, ConcernKind


def decided_of(*, report: bool, **parts: object) -> Decision:
    """Return the decision about a concern with a report or a notification as its response."""
    return decide_case(one_home(decisions=reported("c1") if report else notified("c1"), **parts), compiled())


def of_nobody(*, report: bool) -> Decision:
    """Return the decision about a concern that names nobody."""
    nobody = ConcernEntry(id="c1", about=UNKNOWN, place=UNKNOWN, kind=ConcernKind.HARM)
    empty = dict.fromkeys(("people", "households", "residences", "relationships"), ())
    return decided_of(report=report, concerns=(nobody,), facts=(fact("identifiable", False),), **empty)


@pytest.mark.parametrize("report", [True, False])
def test_what_is_missing_is_the_name_and_the_record_is_not_held_back(report: bool) -> None:
    found = of_nobody(report=report)
    (law,) = (law for law in found.laws if law.id == "names-a-child")
    assert (law.holds_provisionally, law.holds_back) == (False, ())
    assert "has-a-subject-child" not in {law.id for law in found.laws}
    assert {line.id for line in found.clocks} >= {"approve-report" if report else "approve"}


@pytest.mark.parametrize("report", [True, False])
def test_where_somebody_is_named_nothing_is_missing(report: bool) -> None:
    assert "names-a-child" not in {law.id for law in decided_of(report=report).laws}
