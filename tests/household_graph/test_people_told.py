"""What a case can say of people: ties that ended, twins, donors, grandparents, people of bodies, deaths."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from invented_families import DAY, case, kin, person, unborn

from cimscore.case import UNKNOWN, Age, ConcernEntry, Part, PartialDay, RelationshipKind, Unborn
from cimscore.household_graph import Ages, Days, Entered, Tie, TieKind, dot, node_link, ties_of, to_networkx

TODAY = Days(DAY, DAY)


def told(family, days=TODAY):
    return ties_of(Entered(family, days))


def grade(ties, kind, start, end) -> int:
    return ties.grade(Tie(kind, start, end), {})


def ended(row, when):
    return attrs.evolve(row, ended=when)


def test_a_partner_until_then_is_no_partner_now() -> None:
    people = (person("mia", "1986-01-20"), person("leo", "1984-01-01"))
    row = kin("leo", "partner", "mia")
    for when, standing in (
        (False, 3), (True, 0), (DAY - dt.timedelta(1), 0), (DAY + dt.timedelta(1), 3), (PartialDay(DAY.year), 1),
    ):  # fmt: skip
        ties = told(case(people, relationships=(ended(row, when),)))
        assert grade(ties, TieKind.PARTNER, "leo", "mia") == standing
    assert ties.open["ended@leo->mia"].values == (False, True)


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        (DAY - dt.timedelta(1), 0),
        (DAY, 0),
        (DAY + dt.timedelta(1), 1),
        (DAY + dt.timedelta(2), 1),
        (DAY + dt.timedelta(3), 3),
    ],
    ids=["before", "first day", "between", "last day", "after"],
)
def test_a_tie_that_ended_on_one_of_the_days_of_the_receipt_may_have_held(when: dt.date, standing: int) -> None:
    people = (person("mia", "1986-01-20"), person("leo", "1984-01-01"))
    family = case(people, relationships=(ended(kin("leo", "partner", "mia"), when),))

    assert grade(told(family, Days(DAY, DAY + dt.timedelta(2))), TieKind.PARTNER, "leo", "mia") == standing


def test_a_parent_without_parental_rights_is_a_parent_in_the_line_of_descent() -> None:
    people = (person("mia", "1986-01-20"), person("ari", "2014-05-02"))

    ties = told(case(people, relationships=(ended(kin("mia", "parent", "ari"), True),)))

    assert grade(ties, TieKind.PARENT, "mia", "ari") == 3


def test_a_donor_is_no_parent_by_that_alone_and_it_is_asked() -> None:
    people = (person("leo", "1984-01-01"), person("mia", "1986-01-20"), person("ari", "2014-05-02"))
    rows = (kin("mia", "parent", "ari"), kin("leo", "donor", "ari"))

    ties = told(case(people, relationships=rows))

    assert grade(ties, TieKind.PARENT, "leo", "ari") == 1
    assert ties.open["donor@leo->ari"].working is False
    both = told(case(people, relationships=(*rows, kin("leo", "parent", "ari"))))
    assert grade(both, TieKind.PARENT, "leo", "ari") == 3
    assert "donor@leo->ari" not in both.open


def test_twins_share_their_birth_and_their_parents() -> None:
    people = (person("ari"), person("bo", "2014-05-02"), person("cy"), person("mia", "1986-01-20"))
    rows = (kin("mia", "parent", "bo"), kin("ari", "twin", "bo"), kin("cy", "twin", "ari"))
    family = case(people, relationships=rows)

    entered = Entered(family, TODAY)

    assert entered.ages["ari"] == entered.ages["bo"] == entered.ages["cy"] == Ages(10, 10)
    assert entered.parents == {"bo": ("mia",), "ari": ("mia",), "cy": ("mia",)}
    ties = ties_of(entered)
    assert [grade(ties, TieKind.PARENT, "mia", child) for child in ("ari", "bo", "cy")] == [3, 3, 3]
    assert [address for address in ties.open if address.startswith("parents@")] == []


def candidates_for(ties, child):
    fact = ties.open.get(f"parents@{child}")
    return {parent for value in fact.values for parent in value} if fact else set()


def test_where_one_parent_is_entered_the_other_is_asked_for() -> None:
    people = (person("ari", "2014-05-02"), person("mia", "1986-01-20"), person("leo", "1984-09-09"))

    ties = told(case(people, relationships=(kin("mia", "parent", "ari"),)))

    assert candidates_for(ties, "ari") == {"leo"}
    assert ties.open["parents@ari"].asks.startswith("Who else is a parent of ")
    assert grade(ties, TieKind.PARENT, "leo", "ari") == 1
    both = told(case(people, relationships=(kin("mia", "parent", "ari"), kin("leo", "parent", "ari"))))
    assert candidates_for(both, "ari") == set()


def test_a_parent_of_a_parent_is_no_candidate_for_the_other_parent() -> None:
    people = (person("ari", "2014-05-02"), person("mia", "1986-01-20"), person("gran", "1956-01-20"))

    ties = told(case(people, relationships=(kin("mia", "parent", "ari"), kin("gran", "parent", "mia"))))

    assert candidates_for(ties, "ari") == set()


@pytest.mark.parametrize(
    ("kind", "asked"), [("half-sibling", {"joe"}), ("step-sibling", {"joe"}), ("cousin", {"joe", "mia"})]
)
def test_half_siblings_by_the_same_parent_have_not_the_other_one_in_common(kind: str, asked: set[str]) -> None:
    people = (
        person("ari", "2014-05-02"), person("bo", "2019-01-01"),
        person("mia", "1986-01-20"), person("leo", "1984-09-09"), person("joe", "1985-01-01"),
    )  # fmt: skip
    rows = (
        kin("mia", "parent", "ari"),
        kin("leo", "parent", "ari"),
        kin("leo", "parent", "bo"),
        kin("ari", kind, "bo"),
    )

    assert candidates_for(told(case(people, relationships=rows)), "bo") == asked


def test_half_siblings_of_whom_no_common_parent_is_entered_may_share_any() -> None:
    people = (person("ari", "2014-05-02"), person("bo", "2019-01-01"), person("mia", "1986-01-20"))
    rows = (kin("mia", "parent", "ari"), kin("ari", "half-sibling", "bo"))

    assert candidates_for(told(case(people, relationships=rows)), "bo") == {"mia"}


def test_an_unknown_relationship_may_be_none() -> None:
    people = (person("ari", "2014-05-02"), person("joe", "1985-01-01"))
    row = attrs.evolve(kin("joe", "no-relation", "ari"), kind=UNKNOWN)

    fact = told(case(people, relationships=(row,))).open["relationship@joe->ari"]

    assert RelationshipKind.NO_RELATION in fact.values


KINDS = [
    "grandparent", "aunt-or-uncle", "cousin", "twin", "sibling", "half-sibling",
    "step-parent", "foster-carer", "kinship-carer", "no-relation",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_kin_of_another_sort_is_no_candidate_for_a_parent(kind: str) -> None:
    people = (person("ari", "2014-05-02"), person("nan", "1960-01-01"), person("joe", "1985-01-01"))
    if kind == "twin":
        people = (people[0], person("nan", "2014-05-02"), people[2])

    ties = told(case(people, relationships=(kin("nan", kind, "ari"),)))

    assert {parent for value in ties.open["parents@ari"].values for parent in value} == {"joe"}


def test_a_grandparent_is_twenty_years_older() -> None:
    family = case((person("nan"), person("ari", "2014-05-02")), relationships=(kin("nan", "grandparent", "ari"),))

    assert Entered(family, TODAY).ages["nan"].low == 30


def test_no_parent_is_asked_for_where_it_is_said_that_none_is_known() -> None:
    ari = attrs.evolve(person("ari", "2014-05-02"), no_other_parent=True)

    ties = told(case((ari, person("joe", "1985-01-01"))))

    assert "parents@ari" not in ties.open
    assert grade(ties, TieKind.PARENT, "joe", "ari") == 0


def test_who_acts_for_a_body_is_nobodys_parent_child_or_house_mate() -> None:
    joe = attrs.evolve(person("joe"), is_=Part.POLICE)
    family = case((joe, person("ari", "2014-05-02")))
    entered = Entered(family, TODAY)

    ties = ties_of(entered)

    assert entered.ages["joe"].low == 18
    assert [address for address in ties.open if "joe" in address] == []
    assert [tie for tie in (*ties.stated, *ties.needs) if "joe" in tie] == []


def test_who_may_be_the_same_person_is_asked_and_never_put_together() -> None:
    zed = attrs.evolve(person("zed", "1985-01-01"), also_known_as=("Leo Example",))
    leo = attrs.evolve(
        person("leo", "1985-01-01"), name=attrs.evolve(person("leo").name, given="Leo", family="Example")
    )

    by_name = told(case((zed, leo)))
    by_entry = told(case((person("zed"), person("leo")), relationships=(kin("zed", "same-person", "leo"),)))

    for ties in (by_name, by_entry):
        assert ties.open["same@leo@zed"].working is False
        assert grade(ties, TieKind.SAME_PERSON, "leo", "zed") == 1


def test_somebody_dead_carries_no_unborn_child() -> None:
    bean = unborn("bean")
    mia = attrs.evolve(person("mia", "1986-01-20"), died=True)

    ties = told(case((bean, mia, person("joy", "1986-01-20"))))

    assert ties.open["mother@bean"].values == ("", "joy")


def test_a_child_born_since_is_nobodys_pregnancy() -> None:
    mia = person("mia", "1986-01-20")
    bub = attrs.evolve(person("bub"), born=DAY + dt.timedelta(2), unborn=Unborn(mother="mia"))

    ties = told(case((bub, mia)))

    assert grade(ties, TieKind.PARENT, "mia", "bub") == 3
    assert grade(ties, TieKind.PREGNANT_WITH, "mia", "bub") == 0


def test_every_kind_of_kin_is_a_tie() -> None:
    kin = {kind.value for kind in RelationshipKind} - {RelationshipKind.NO_RELATION.value}
    assert kin <= {kind.value for kind in TieKind}


def test_an_age_that_somebody_is_said_to_have_is_told_whatever_the_day() -> None:
    ari = attrs.evolve(person("ari"), age=Age(about=7))

    assert Entered(case((ari,)), Days(None, None)).ages["ari"] == Ages(6, 8)


def test_who_acts_for_a_body_stands_apart_in_the_graph_and_belongs_to_no_family() -> None:
    joe = attrs.evolve(person("joe"), is_=Part.POLICE)
    concern = ConcernEntry(id="c1", about=("ari",), present=("joe",))

    graph = to_networkx(case((joe, person("ari", "2014-05-02")), concerns=(concern,)))

    assert graph.nodes["joe"]["kind"] == "acting"
    assert node_link(graph)["graph"]["families"] == [["ari"]]
    assert '"joe" [label="joe", shape=hexagon];' in dot(graph)


def test_who_lives_in_a_home_that_is_not_in_the_case_lives_elsewhere() -> None:
    facts = told(case((person("ari", "2014-05-02"),), homes="north"))
    elsewhere = Tie(TieKind.LIVES_ELSEWHERE, "ari", "elsewhere")

    assert [facts.grade(elsewhere, {"home@ari": answer}) for answer in (True, False)] == [3, 0]
