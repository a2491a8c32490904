"""Types that are near to abuse, or in somebody's own words: whether they are abuse is asked and never taken as no."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import INQUIRY, decided, holds, incident

from cimscore.assessment import DecisionState
from cimscore.case import Case, FactEntry

KNOWN = {"accused": "kim", "site": "elsewhere", "reported_to_police": False, "impact": "major"}
ASKED = "vic-cims/abuse-all-the-same@c1"
NEAR = ["inappropriate-physical-treatment", "inappropriate-sexual-behaviour", "sexual-exploitation-suspected"]


def said(case: Case, *, abuse: bool) -> Case:
    return attrs.evolve(
        case, facts=(*case.facts, FactEntry(question=ASKED.partition("@")[0], about="c1", answer=abuse))
    )


@pytest.mark.parametrize("kind", NEAR)
@pytest.mark.parametrize("position", ["client", "staff"])
def test_a_type_near_to_abuse_is_investigated_until_somebody_says_that_it_is_none(kind: str, position: str) -> None:
    case = incident(incident_type=kind, position={"kim": position}, **KNOWN)
    found = decided(case)
    assert holds(found, "record", INQUIRY) == "provisional"
    assert [point.address for point in found.points] == [ASKED]
    assert holds(decided(said(case, abuse=True)), "record", INQUIRY) == "certain"
    assert not holds(decided(said(case, abuse=False)), "record", INQUIRY)
    assert decided(said(case, abuse=False)).state is DecisionState.FINAL


def test_of_a_type_in_own_words_it_is_asked() -> None:
    case = incident(incident_type="slapped at dinner", position={"kim": "client"}, **KNOWN)
    found = decided(case)
    assert not holds(found, "record", INQUIRY)
    assert [point.address for point in found.points] == [ASKED]
    assert holds(decided(said(case, abuse=True)), "record", INQUIRY) == "certain"


@pytest.mark.parametrize("kind", ["injury-explained", "medication-error", "another"])
def test_of_a_type_that_says_what_it_is_it_is_not_asked(kind: str) -> None:
    found = decided(incident(incident_type=kind, position={"kim": "client"}, **KNOWN))
    assert found.state is DecisionState.FINAL
