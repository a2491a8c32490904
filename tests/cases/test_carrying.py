"""Typed facts that carry a decision stand at the head of its page: what was decided and when, and ages."""

from __future__ import annotations

import attrs
import pytest
from case_documents import case_of, rulebook

from cimscore.assessment import decide_case, first_page
from cimscore.case import UNKNOWN, Age, Case


def head(case: Case) -> str:
    page = first_page(decide_case(case, rulebook().program(case.programs[0]).compiled))
    return " ".join(page.split()).partition("What is open")[0]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("about-an-adult", "decided 3 March 2025, 12:00: notification; Kai is 20 (born 1 January 2005) Incomplete"),
        ("couch-surfing", "decided 3 March 2025, 14:00: notification, 5-day; Ari Example is 15 (born 2 May 2009)"),
        ("vic-day-unknown-two-clients", "Ashby Example is about 14 in 2025; Remy Example is about 15"),
    ],
)
def test_what_was_decided_and_who_is_how_old_are_told(name: str, says: str) -> None:
    assert says in head(case_of(name))


def test_an_age_that_is_not_typed_in_is_not_told() -> None:
    case = case_of("about-an-adult")
    kai, *others = case.people
    young = attrs.evolve(kai, age=Age(is_=9), born=UNKNOWN)
    nameless = attrs.evolve(case, people=(young, *others))
    assert "Kai is 9" in head(nameless)
    assert "Mia is" not in head(case)
