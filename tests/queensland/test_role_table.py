"""Every combination of harm households, stay, protection and decision gives a role, a question, or a reason for none.

Run with ``-rP`` to read the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs
import pytest
from invented_intakes import (
    PROGRAM,
    asked,
    assess,
    concern,
    decision,
    fact,
    homes,
    intake,
    notified,
    parents,
    people,
    records,
    roles,
    stays,
)

import cimscore
from cimscore.case import Case

STAYS = ("full-time", "part-time", "visits", "was present only", "by-choice", "unknown")
THREE = ("yes", "no", "unknown")
AREAS = ("Logan", "Cairns", "Ipswich")
RECORD = "notification:home1"


@attrs.frozen
class Row:
    """A combination: how many harm households, how Bo stays in the first, who protects, and what is decided."""

    harm_households: int
    stay: str
    protected: str
    relate: str

    def case(self) -> Case:
        """Harm to a child of each household; Bo, whose own home is another, is the child the table is about."""
        numbers = range(1, self.harm_households + 1)
        born = {f"kid{n}": "2014-05-02" for n in numbers} | {f"mum{n}": "1986-01-20" for n in numbers}
        places = {f"home{n}": AREAS[n - 1] for n in numbers} | {"own": "Warwick"}
        rows = [f"{who}{n} home{n}" for n in numbers for who in ("kid", "mum")]
        concerns = [concern(f"c{n}", f"kid{n}", f"home{n}", responsible=f"mum{n}") for n in numbers]
        if self.stay == "was present only":
            concerns[0] = concern("c1", "kid1", "home1", responsible="mum1", present="bo")
        return intake(
            people=people(bo="2012-06-01", dad="1980-01-01", **born),
            households=homes(**places),
            residences=stays(*rows, "dad own", *self._bo()),
            relationships=parents(dad="bo", **{f"mum{n}": f"kid{n}" for n in numbers}),
            concerns=tuple(concerns),
            decisions=(*notified(" ".join(it.id for it in concerns)), *self._decided()),
            facts=() if self.protected == "unknown" else (fact("protective-parent", self.protected == "yes", "bo"),),
        )

    def _bo(self) -> list[str]:
        if self.stay == "was present only":
            return ["bo own"]
        own = [] if self.stay == "full-time" else ["bo own part-time" if self.stay == "part-time" else "bo own"]
        return [f"bo home1 {self.stay}", *own]

    def _decided(self) -> list[object]:
        relate = [] if self.relate == "unknown" else [decision("concerns-relate", "bo@home1", self.relate == "yes")]
        return [*relate, decision("more-than-one-notification", "case", self._groups())]

    def _groups(self) -> tuple[tuple[str], ...]:
        return tuple((f"home{n}",) for n in range(1, self.harm_households + 1))


def outcome(assessment: cimscore.Assessment) -> str:
    """Bo's role in the first household's record, the question it waits for, or the reason why there is none."""
    role = roles(assessment).get(f"bo@{RECORD}")
    waiting = [it for it in asked(assessment) if "bo" in it]
    if role or waiting:
        return role or f"asks {' and '.join(waiting)}"
    elsewhere = sorted(
        f"{what} in {who.partition('@')[2]}" for who, what in roles(assessment).items() if who[:3] == "bo@"
    )
    return "; ".join(elsewhere) or f"none: {reason(assessment)}"


def reason(assessment: cimscore.Assessment) -> str:
    """Why Bo is no other child of the household: the condition that fails."""
    rule = f"{PROGRAM}/roles/other-child-of-the-household"
    outcome = assessment.why_not(rule, f"bo@{RECORD}")
    failed = [f"it is not so that {node.sentence}" for node in outcome.when if node.value is False]
    return (failed + [node.sentence for node in outcome.unless if node.value is True])[0]


def rows() -> Iterator[Row]:
    return (Row(*parts) for parts in itertools.product((1, 2, 3), STAYS, THREE, THREE))


@pytest.fixture(scope="module")
def table() -> dict[Row, cimscore.Assessment]:
    return {row: assess(row.case()) for row in rows()}


def test_the_table_can_be_read(table: dict[Row, cimscore.Assessment]) -> None:
    print(f"{'harm households':<16}{'stay':<18}{'protected':<11}{'relates':<9}outcome")
    for row, assessment in table.items():
        print(f"{row.harm_households:<16}{row.stay:<18}{row.protected:<11}{row.relate:<9}{outcome(assessment)}")

    assert len(table) == 3 * 6 * 3 * 3


def test_nothing_fails_and_every_combination_has_the_record(table: dict[Row, cimscore.Assessment]) -> None:
    assert {row for row, found in table.items() if found.failures or RECORD not in records(found)} == set()


def test_each_combination_gives_a_role_or_a_question_or_a_reason(table: dict[Row, cimscore.Assessment]) -> None:
    assert [row for row, found in table.items() if not outcome(found).strip()] == []


def test_where_a_role_is_given_nothing_is_asked_about_the_child(table: dict[Row, cimscore.Assessment]) -> None:
    noisy = {
        row: asked(found)
        for row, found in table.items()
        if f"bo@{RECORD}" in roles(found) and any(it.endswith(("@bo", "@bo@home1")) for it in asked(found))
    }
    assert noisy == {}


@pytest.mark.parametrize("stay", ["full-time", "part-time"])
@pytest.mark.parametrize(("relate", "role"), [("yes", "subject child"), ("no", "other child")])
def test_a_resident_is_what_is_decided_whoever_protects(
    table: dict[Row, cimscore.Assessment], stay: str, relate: str, role: str
) -> None:
    found = {roles(table[Row(n, stay, it, relate)]).get(f"bo@{RECORD}") for n in (1, 2, 3) for it in THREE}
    assert found == {role}


@pytest.mark.parametrize("stay", ["full-time", "part-time"])
def test_a_resident_not_decided_about_is_one_question(table: dict[Row, cimscore.Assessment], stay: str) -> None:
    found = {outcome(table[Row(n, stay, it, "unknown")]) for n in (1, 2, 3) for it in THREE}
    assert found == {"asks concerns-relate@bo@home1"}


def test_one_who_was_there_and_is_protected_is_an_other_child(table: dict[Row, cimscore.Assessment]) -> None:
    found = {roles(table[Row(n, "was present only", "yes", it)]).get(f"bo@{RECORD}") for n in (1, 2, 3) for it in THREE}
    assert found == {"other child"}


def test_one_who_was_there_is_asked_about_protection_first(table: dict[Row, cimscore.Assessment]) -> None:
    assert outcome(table[Row(1, "was present only", "unknown", "unknown")]) == "asks protective-parent@bo"


@pytest.mark.parametrize(("relate", "role"), [("yes", "subject child"), ("no", None)])
def test_one_who_was_there_unprotected_is_what_is_decided(
    table: dict[Row, cimscore.Assessment], relate: str, role: str | None
) -> None:
    assert roles(table[Row(1, "was present only", "no", relate)]).get(f"bo@{RECORD}") == role


def test_a_visitor_who_was_not_there_has_no_role(table: dict[Row, cimscore.Assessment]) -> None:
    visits = [table[Row(1, "visits", protected, relate)] for protected in THREE for relate in THREE]
    assert {roles(found).get(f"bo@{RECORD}") for found in visits} == {None}


def test_one_who_chose_to_stay_is_a_subject_in_the_parents_home_when_so_decided(
    table: dict[Row, cimscore.Assessment],
) -> None:
    found = roles(table[Row(1, "by-choice", "unknown", "yes")])
    assert (found.get("bo@notification:own"), found.get(f"bo@{RECORD}")) == ("subject child", None)
