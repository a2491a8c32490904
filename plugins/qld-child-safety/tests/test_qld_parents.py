"""Parents of a subject child who are not entered: they are to be learnt of."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import duties, homes, one_home, parents, people, stays, told

from cimscore.case import UNKNOWN, Home, PersonEntry, RelationshipEntry, RelationshipKind, Unknown

NORTH = "notification:north"


@pytest.mark.parametrize(
    ("parent_of", "entry", "act"),
    [
        ("", {}, "parents-to-learn"),
        ("", {"no_other_parent": True}, None),
        ("ari", {}, "other-parent-to-learn"),
        ("ari", {"no_other_parent": True}, None),
    ],
)
def test_a_parent_of_a_subject_who_is_not_entered_is_learnt_of(parent_of: str, entry: dict, act: str | None) -> None:
    case = one_home(
        people=people(ari="2014-05-02", mia="1986-01-20"),
        households=homes(north="Logan", south="Ipswich"),
        residences=stays("ari north", "mia south"),
        relationships=parents(mia=parent_of) if parent_of else (),
    )
    ari, *others = case.people
    found = duties(told(attrs.evolve(case, people=(attrs.evolve(ari, **entry), *others))), f"ari@{NORTH}")
    assert {name for name in found if name.endswith("to-learn")} == ({act} if act else set())


@pytest.mark.parametrize(("others", "act"), [({}, {"other-parent-to-learn"}), ({"leo": "ari"}, set())])
def test_the_other_parent_is_sought_until_two_are_entered(others: dict, act: set[str]) -> None:
    case = one_home(
        people=people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09"),
        relationships=parents(mia="ari", **others),
    )
    found = duties(told(case), f"ari@{NORTH}")
    assert {name for name in found if name.endswith("to-learn")} == act


@pytest.mark.parametrize("kind", [RelationshipKind.PARTNER, RelationshipKind.RELATIVE, UNKNOWN])
def test_a_man_known_by_name_takes_no_place_of_the_other_parent(
    kind: RelationshipKind | Unknown,
) -> None:
    case = one_home(
        people=(*people(ari="2014-05-02", mia="1986-01-20"), PersonEntry(id="dan", adult=True)),
        relationships=(*parents(mia="ari"), RelationshipEntry(from_="dan", to="mia", kind=kind)),
    )
    assert "other-parent-to-learn" in duties(told(case), f"ari@{NORTH}")


def test_who_lives_in_the_other_home_of_a_subject_is_learnt_of() -> None:
    case = one_home(residences=stays("ari north part-time", "mia north"))
    ari, *others = case.people
    elsewhere = attrs.evolve(case, people=(attrs.evolve(ari, home=Home.ELSEWHERE), *others))
    assert "other-home-to-learn" in duties(told(elsewhere), f"ari@{NORTH}")
    at_home = attrs.evolve(case, residences=stays("ari north", "mia north"))
    assert "other-home-to-learn" not in duties(told(at_home), f"ari@{NORTH}")
