"""How the work of deciding grows with a case: counted in calls of the engine, never in seconds."""

from __future__ import annotations

import cProfile
import functools
import math
from collections.abc import Mapping
from typing import Any

import pytest

import cimscore
from cimscore.assessment import decide_case
from cimscore.case import Case
from cimscore.reasoning.compiling.compiled import Compiled

PROGRAM = "qld-child-safety"
RULEBOOK = functools.cache(cimscore.load_rulebook)


def family(
    *, homes: int = 2, children: int = 3, concerns: int = 2, decided: bool = True, records: int = 0, bare: int = 0
) -> Case:
    """A case of homes with two parents and some children each; the concerns are spread over the homes.

    Args:
        homes: How many homes there are.
        children: How many children live in each.
        concerns: How many concerns are told.
        decided: Whether the response to them is decided.
        records: How many records on file name their subject.
        bare: How many name nobody.
    """
    people, stays, kin = [], [], []
    for home in range(homes):
        for number in range(2 + children):
            person = {"id": f"p{home}-{number}", "born": "2014-05-02" if number > 1 else "1985-01-01"}
            people.append(person)
            stays.append({"person": person["id"], "household": f"h{home}", "kind": "full-time"})
            parents = (f"p{home}-0", f"p{home}-1") if number > 1 else ()
            kin += [{"from": parent, "to": person["id"], "kind": "parent"} for parent in parents]
    told = [
        {"id": f"c{number}", "about": [f"p{number % homes}-2"], "place": f"h{number % homes}", "kind": "harm"}
        for number in range(concerns)
    ]
    answers = [
        {"question": f"{PROGRAM}/{question}", "about": [concern["id"] for concern in told], "answer": answer}
        for question, answer in (("response", "notification"), ("response-priority", "5-day"))
    ]
    document: Mapping[str, Any] = {
        "cimscore": 1, "id": "growing", "programs": [PROGRAM], "dates": {"received": "2025-03-03T10:15+10:00"},
        "people": people, "households": [{"id": f"h{home}"} for home in range(homes)], "residences": stays,
        "relationships": kin, "concerns": told, "decisions": answers if decided else [],
        "records": [*_filed("r", records, {"p0-2": "subject child"}), *_filed("b", bare, {})],
    }  # fmt: skip
    return RULEBOOK().read_case(document)


def _filed(mark: str, count: int, people: Mapping[str, str]) -> list[Mapping[str, Any]]:
    record = {"kind": "investigation", "household": "h0", "people": people}
    return [{"id": f"{mark}{number}", **record} for number in range(count)]


def compiled() -> Compiled:
    """The program, compiled once."""
    return RULEBOOK().program(PROGRAM).compiled


def calls(case: Case) -> int:
    """How many functions of the engine are called to decide a case; the same on every machine."""
    profile = cProfile.Profile()
    profile.enable()
    decide_case(case, compiled())
    profile.disable()
    return sum(
        entry.callcount for entry in profile.getstats() if "/reasoning/" in getattr(entry.code, "co_filename", "")
    )


def exponent(small: Case, large: Case, times: float) -> float:
    """The power by which the work grows where one thing of the case grows by so many times."""
    return math.log(calls(large) / calls(small)) / math.log(times)


TIMES = 2
GROWING = {
    "people of two homes": (("children",), 4, 1.2),
    "homes in which nothing happened": (("homes",), 3, 0.3),
    "homes with a concern each, and so notifications": (("homes", "concerns"), 3, 1.4),
    "concerns about the same homes": (("concerns",), 4, 1.7),
    "concerns about which nothing is decided": (("concerns",), 2, 1.7),
    "records on file": (("records",), 3, 0.5),
    "records on file that name nobody": (("bare",), 2, 0.7),
}
"""What grows, from how many on, and the power with which the work may grow."""


@pytest.mark.parametrize("what", GROWING)
def test_work_does_not_grow_faster_than_so(what: str) -> None:
    parts, count, most = GROWING[what]
    decided = "nothing is decided" not in what
    small, large = (family(**dict.fromkeys(parts, size), decided=decided) for size in (count, TIMES * count))
    decide_case(small, compiled())  # whatever is remembered of a program is remembered before it is counted
    power = exponent(small, large, TIMES)
    print(f"grows with the power {power:.2f}, and may with {most}")

    assert power <= most
