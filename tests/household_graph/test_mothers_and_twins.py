"""What follows for an unborn child from its mother, and for a child from a twin."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from invented_families import DAY, case, kin, person, stay, unborn

from cimscore.case import UNKNOWN, RelationshipKind
from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of
from cimscore.household_graph.ties.tie import STAYS

TODAY = Days(DAY, DAY)


def test_an_unborn_child_stays_in_each_way_in_which_its_mother_may_stay_once_she_is_known() -> None:
    family = case((person("mia", "1986-01-20"), person("zoe"), unborn("bean")), residences=(stay("mia", "north"),))
    facts = ties_of(Entered(family, TODAY))

    for kind in (TieKind.LIVES_IN, TieKind.VISITS, TieKind.STAYS_BY_CHOICE):
        hers, its = Tie(kind, "mia", "north"), Tie(kind, "bean", "north")
        assert facts.grade(its, {"mother@bean": "mia"}) == facts.grade(hers, {}) > 0
        assert facts.grade(its, {"mother@bean": ""}) == 0
        assert facts.addresses(its) == ("homes@zoe", "mother@bean", "stay@mia@north")


def test_an_unborn_child_has_nothing_of_its_mother_but_where_she_stays() -> None:
    people = (person("mia", "1986-01-20"), person("joe", "1986-01-20"), person("ari", "2014-05-02"), unborn("bean"))
    facts = ties_of(Entered(case(people, relationships=(kin("mia", "", "ari"),)), TODAY))

    of_its_own = {tie.kind for tie in facts.needs if tie.start == "bean"}
    assert of_its_own
    assert of_its_own <= STAYS


@pytest.mark.parametrize(
    ("kind", "grade"),
    [(RelationshipKind.PARENT, 3), (RelationshipKind.ADOPTIVE_PARENT, 3), (RelationshipKind.AUNT_OR_UNCLE, 1)],
)
def test_who_turns_out_to_be_a_parent_is_one_of_the_twin_as_well(kind: RelationshipKind, grade: int) -> None:
    people = (person("mia", "1986-01-20"), person("ari", "2014-05-02"), person("bo", "2014-05-02"))
    rows = (kin("mia", "", "ari"), kin("ari", "twin", "bo"))
    facts = ties_of(Entered(case(people, relationships=rows), TODAY))

    assert facts.grade(Tie(TieKind.PARENT, "mia", "bo"), {"relationship@mia->ari": kind}) == grade


@pytest.mark.parametrize(("kind", "grade"), [(RelationshipKind.TWIN, 3), (RelationshipKind.COUSIN, 1)])
def test_who_turns_out_to_be_a_twin_has_the_parents_of_the_other(kind: RelationshipKind, grade: int) -> None:
    people = (person("mia", "1986-01-20"), person("ari", "2014-05-02"), person("bo", "2014-05-02"))
    rows = (kin("mia", "parent", "ari"), kin("ari", "", "bo"))
    facts = ties_of(Entered(case(people, relationships=rows), TODAY))

    assert facts.grade(Tie(TieKind.PARENT, "mia", "bo"), {"relationship@ari->bo": kind}) == grade


@pytest.mark.parametrize(
    ("born", "asks"), [(UNKNOWN, "Who is pregnant with bean?"), (DAY + dt.timedelta(days=2), "Who gave birth to bean?")]
)
def test_it_is_asked_who_is_pregnant_until_the_child_is_born_and_who_gave_birth_from_then_on(born, asks: str) -> None:
    bean = attrs.evolve(unborn("bean"), born=born)
    facts = ties_of(Entered(case((person("mia", "1986-01-20"), bean)), TODAY))

    assert facts.open["mother@bean"].asks == asks
