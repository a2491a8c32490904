"""Parents of a subject child who are not entered: they are to be learnt of."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import duties, homes, one_home, parents, people, stays, told

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


def test_where_a_parent_lives_in_every_home_of_the_child_nobody_else_is_sought() -> None:
    found = duties(told(one_home()), f"ari@{NORTH}")
    assert not any(name.endswith("to-learn") for name in found)
