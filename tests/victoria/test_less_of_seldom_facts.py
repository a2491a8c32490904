"""What is certain with less known holds with more known, also of facts that no worked example has."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import pytest

from cimscore import Rulebook

sys.path.insert(0, str(Path(__file__).parents[1] / "reasoning"))

from breaches import breaches_of
from random_worlds import holes_in, with_holes

TIMES = 12
KIM = {"id": "kim", "name": {"given": "Kim", "family": "Example"}, "born": "1985-04-30"}
CAL = {"id": "cal", "name": {"given": "Cal", "family": "Example"}, "born": "2008-05-02"}
DAN = {"id": "dan", "name": {"given": "Dan", "family": "Example"}, "born": "2009-05-02"}
VIC: dict[str, Any] = {
    "provider": "organisation",
    "department-funds-it": True,
    "ndis-funds-it": False,
    "service": "disability",
    "site": "metropolitan Melbourne",
    "disclosed": {"c1": "2025-03-03T10:00+11:00"},
    "client-harmed": {"c1": True},
    "during-service-delivery": {"c1": True},
    "needs-medical-attention": {"cal": True, "dan": False},
    "incident-type": {"c1": "physical-abuse"},
    "position": {"kim": "staff"},
    "reported-to-police": {"c1": True},
    "cleared-by-police": {"c1": True},
}
ENDORSED: list[dict[str, Any]] = [
    {"move": "submit", "by": "staff member", "at": "2025-03-05T10:00+11:00"},
    {"move": "endorse", "by": {"person": "dan", "role": "authorised delegate"}, "at": "2025-03-06T10:00+11:00"},
]
FORMS: list[dict[str, Any]] = [
    {"move": "begin", "by": "staff member", "at": "2025-03-10T10:00+11:00"},
    {"move": "extend", "by": "staff member", "at": "2025-04-01T10:00+11:00", "days": 30},
    {"move": "extend", "by": "staff member", "at": "2025-05-01T10:00+10:00", "days": 45},
]
NDIS: dict[str, Any] = {
    "registered-provider": True,
    "state": "victoria",
    "kind": {"c1": "serious-injury"},
    "connected-with-supports": {"c1": True},
    "only-alleged": {"c1": False},
    "aware": {"c1": "2025-03-03T10:00+11:00"},
}
ACCUSED = {"only-the-accused-knew": {"c1": True}, "known-to-others": {"c1": "2025-03-04T10:00+11:00"}}
SELDOM: list[tuple[str, dict[str, Any], list[str]]] = [
    ("vic-cims", {**VIC, **ACCUSED}, ["cal"]),
    ("vic-cims", {**VIC, "cleared-at": {"c1": "2025-03-20T10:00+11:00"}}, ["cal"]),
    ("vic-cims", {**VIC, "incident-type": {"c1": "death"}, "has-died": {"dan": True}}, ["cal", "dan"]),
    ("vic-cims", {**VIC, "incident-type": {"c1": "slip"}, "incident-type-on-list": {"c1": "not-listed"}}, ["cal"]),
    ("vic-cims", {**VIC, "program-type": "crisis-support", "program-type-on-list": "listed"}, ["cal"]),
    ("ndis-incidents", {**NDIS, **ACCUSED}, ["cal"]),
    (
        "ndis-incidents",
        {**NDIS, "registration-changed": True, "registered-from": "2025-03-04", "registered-until": "2028-03-04"},
        ["cal"],
    ),
    ("ndis-incidents", {**NDIS, "person-with-disability": {"cal": False, "dan": True}}, ["cal", "dan"]),
    (
        "ndis-incidents",
        {
            **NDIS,
            "kind": {"c1": "restrictive-practice"},
            "of-one-of-the-kinds": {"c1": True},
            "practice-harmed": {"c1": False},
        },
        ["cal"],
    ),
]


@pytest.mark.parametrize("number", range(len(SELDOM)))
def test_less_is_never_wrong(rulebook: Rulebook, number: int) -> None:
    program, facts, about = SELDOM[number]
    records = [
        {"id": "incident-report:c1", "kind": "incident-report", "moves": ENDORSED},
        {"id": "investigation:c1", "kind": "investigation", "moves": FORMS},
    ]
    concern = {"id": "c1", "about": about, "place": "elsewhere", "occurred": "2025-03-03T09:00+11:00"}
    whole = rulebook.read_case(
        {
            "cimscore": 1,
            "id": "seldom",
            "programs": [program],
            "dates": {"received": "2025-03-05T09:00+11:00"},
            "people": [CAL, DAN, KIM],
            "concerns": [{**concern, "responsible": ["kim"], "present": ["dan"]}],
            "records": records if program == "vic-cims" else [],
            "facts": {program: facts},
        }
    )
    compiled = rulebook.program(program).compiled
    breaches: list[str] = []
    for seed in range(TIMES):
        holes = holes_in(whole)
        taken = random.Random(seed).sample(holes, random.Random(seed).randint(1, min(5, len(holes))))
        less = with_holes(whole, [hole for _, hole in taken])
        found = breaches_of(whole, less, compiled)
        breaches += [f"without {[fact for fact, _ in taken]}: {breach}" for breach in found]
    assert breaches == []
