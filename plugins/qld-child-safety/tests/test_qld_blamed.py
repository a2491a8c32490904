"""Children said to have harmed another child: which of the people harmed is one, and who counts as a sibling."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import RECEIVED, at, concern, duties, notified, on_file, one_home, parents, people, stays, told
from qld_matter import records

from cimscore.case import Case, RelationshipEntry, RelationshipKind

BORN = {"kai": "2013-01-01", "sam": "2017-01-01", "pa": "1980-01-01", "ma": "1982-01-01"}
ON_FILE = on_file("EV-1", "notification", {"kai": "subject child"}, "", close="2025-01-20")
FOSTER = RelationshipKind.FOSTER_PARENT


def harm(id: str, about: str, by: str) -> object:
    """Return a concern of the day of receipt, for which somebody is said to be responsible."""
    return attrs.evolve(concern(id, about, "north"), responsible=(by,), occurred=at(RECEIVED))


def home_of(*concerns: object, kin: tuple[RelationshipEntry, ...], **parts: object) -> Case:
    """Return the case of Kai, Sam and two adults, who live in one home, with concerns that are notified."""
    adults = people(pa=BORN["pa"], ma=BORN["ma"])
    children = tuple(attrs.evolve(entry, no_other_parent=True) for entry in people(kai=BORN["kai"], sam=BORN["sam"]))
    return one_home(
        people=(*children, *adults),
        residences=stays(*(f"{who} north" for who in BORN)),
        relationships=kin,
        concerns=concerns,
        decisions=notified(" ".join(entry.id for entry in concerns)),
        **parts,
    )


@pytest.mark.parametrize(
    ("about", "by", "before", "forbidden"),
    [
        ("sam", "kai", True, True),
        ("sam", "kai", False, False),
        ("sam", "pa", True, False),
        ("kai", "kai", True, False),
        ("ma", "kai", True, False),
    ],
)
def test_nothing_is_added_for_a_child_on_file_who_harmed_another_child(
    about: str, by: str, before: bool, forbidden: bool
) -> None:
    case = home_of(
        harm("c1", "sam", "pa"), harm("c2", about, by), kin=parents(pa="kai sam"), records=(ON_FILE,) if before else ()
    )
    assert ("no-additional-concerns" in duties(told(case), "kai@notification:north")) is forbidden


@pytest.mark.parametrize(
    ("kin", "left_out", "included"),
    [
        ({("pa", "kai"): RelationshipKind.PARENT, ("pa", "sam"): RelationshipKind.PARENT}, True, True),
        ({("pa", "kai"): RelationshipKind.PARENT, ("pa", "sam"): FOSTER}, False, True),
        ({("pa", "kai"): FOSTER, ("pa", "sam"): RelationshipKind.PARENT}, False, True),
        ({("pa", "kai"): FOSTER, ("pa", "sam"): FOSTER}, False, True),
        ({("pa", "kai"): RelationshipKind.PARENT, ("ma", "sam"): RelationshipKind.PARENT}, False, False),
        ({("pa", "kai"): FOSTER, ("ma", "sam"): RelationshipKind.PARENT}, False, False),
        ({("pa", "kai"): RelationshipKind.PARENT, ("ma", "sam"): FOSTER}, False, False),
    ],
)
def test_a_foster_sibling_is_a_sibling_by_one_reading_alone(
    kin: dict[tuple[str, str], RelationshipKind], left_out: bool, included: bool
) -> None:
    ties = tuple(RelationshipEntry(from_=one, to=other, kind=kind) for (one, other), kind in kin.items())
    case = home_of(harm("c1", "kai", "pa"), harm("c2", "sam", "kai"), kin=ties)
    made = {reading: records(told(case, foster_siblings=reading)) for reading in ("left-out", "included")}
    own = {reading: any("north/kai" in record for record in found) for reading, found in made.items()}
    assert own == {"left-out": left_out, "included": included}
