"""Who may be a parent, beside those who are entered."""

from __future__ import annotations

import pytest
from invented_families import DAY, case, kin, person, stay

from cimscore.household_graph import Days, Entered, ties_of
from cimscore.household_graph.ties.candidates import Candidates

PEOPLE = (person("ari", "2014-05-02"), person("bo", "2016-05-02"), *(person(id, "1985-01-01") for id in ("mia", "leo")))


BOTH_OF_MIA = (("mia", "parent", "ari"), ("mia", "parent", "bo"), ("leo", "parent", "bo"))


def may_be_parents(*rows: tuple[str, str, str]) -> list[str]:
    """Return who may be a parent of Ari beside those who are entered."""
    family = case(PEOPLE, relationships=tuple(kin(*row) for row in rows))
    return Candidates(Entered(family, Days(DAY, DAY))).of("ari")


@pytest.mark.parametrize(
    ("rows", "parents"),
    [
        ((), ["leo", "mia"]),
        ((("mia", "parent", "ari"),), ["leo"]),
        (BOTH_OF_MIA, ["leo"]),
        (
            (("mia", "parent", "ari"), ("mia", "parent", "bo"), ("leo", "parent", "bo"), ("ari", "half-sibling", "bo")),
            [],
        ),
        (
            (("mia", "parent", "ari"), ("mia", "parent", "bo"), ("leo", "parent", "bo"), ("bo", "half-sibling", "ari")),
            [],
        ),
        ((("mia", "parent", "ari"), ("leo", "parent", "bo"), ("ari", "half-sibling", "bo")), ["leo"]),
        ((("leo", "parent", "bo"), ("ari", "step-sibling", "bo")), ["mia"]),
        ((("leo", "step-parent", "ari"),), ["mia"]),
        ((("ari", "sibling", "leo"),), ["mia"]),
    ],
)
def test_the_other_parent_of_a_half_sibling_by_the_same_parent_and_a_step_siblings_are_none(
    rows: tuple[tuple[str, str, str], ...], parents: list[str]
) -> None:
    assert may_be_parents(*rows) == parents


def test_a_grown_up_child_of_the_same_parent_is_none_and_one_of_another_may_be() -> None:
    people = (person("ari", "2014-05-02"), *(person(id, "1995-01-01") for id in ("kit", "zoe")))
    elders = tuple(person(id, "1970-01-01") for id in ("mia", "leo"))
    rows = (kin("mia", "parent", "ari"), kin("mia", "parent", "kit"), kin("leo", "parent", "zoe"))
    family = case((*people, *elders), relationships=rows)
    assert Candidates(Entered(family, Days(DAY, DAY))).of("ari") == ["leo", "zoe"]


def test_of_many_whoever_shares_the_childs_home_has_an_answer_of_their_own() -> None:
    adults = tuple(person(f"adult{number}", "1980-01-01") for number in range(7))
    family = case(
        (person("ari", "2014-05-02"), *adults, person("zoe", "1980-01-01")),
        residences=(stay("ari", "north", "full-time"), stay("zoe", "north", "full-time")),
    )
    values = ties_of(Entered(family, Days(DAY, DAY))).open["parents@ari"].values
    assert values == ((), *((f"adult{number}", "*") for number in range(5)), ("zoe", "*"), ("*",))
