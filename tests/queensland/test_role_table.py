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
    RULEBOOK,
    asked,
    concern,
    decision,
    fact,
    homes,
    intake,
    notified,
    parents,
    people,
    records,
    rests_on,
    roles,
    stays,
)
from tests.each_nth import spread

from cimscore.assessment import Decision, Standing, decided_under
from cimscore.case import Case
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.reasons.explaining import Explanations
from cimscore.rules import RecordName
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.words import EventRole

pytestmark = pytest.mark.spread

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
            people=tuple(
                attrs.evolve(person, no_other_parent=person.id == "bo")
                for person in people(bo="2012-06-01", dad="1980-01-01", **born)
            ),
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


@attrs.frozen
class Found:
    """What the program decides about a combination, and the run by which it was decided."""

    decision: Decision
    decided: Decided

    def role(self, record: str = RECORD) -> str | None:
        """Return Bo's role in a record, whatever it rests on."""
        return roles(self.decision).get(f"bo@{record}")

    def sure(self, record: str = RECORD) -> str | None:
        """Return Bo's role in a record, where it is certain."""
        return roles(self.decision, sure=True).get(f"bo@{record}")

    def asked(self) -> list[str]:
        """Return the open questions about Bo."""
        return sorted(address for address in asked(self.decision) if "@bo" in address)

    def outcome(self) -> str:
        """Return Bo's role in the first household's record, with what it rests on, or the reason why there is none."""
        role, waiting = self.role() or "", [f"asks {question}" for question in self.asked()]
        if role or waiting:
            return ", ".join(filter(None, [role, *waiting]))
        elsewhere = sorted(
            f"{what} in {who.partition('@')[2]}" for who, what in roles(self.decision).items() if who[:3] == "bo@"
        )
        return "; ".join(elsewhere) or f"none: {self.reason()}"

    def reason(self) -> str:
        """Return the first thing that fails for Bo to be an other child of the household."""
        record = RecordName("notification", "household", "home1")
        explained = Explanations(self.decided.run, {}).of(
            ROLES.conclusion, ("bo", record, EventRole.OTHER_CHILD), holds=False
        )
        return explained.because[0].says


def rows() -> Iterator[Row]:
    return (Row(*parts) for parts in itertools.product((1, 2, 3), STAYS, THREE, THREE))


class Table(dict[Row, Found]):
    """What is found for each combination, decided where it is looked up first."""

    def __missing__(self, row: Row) -> Found:
        found = self[row] = Found(*decided_under(row.case(), RULEBOOK.program(PROGRAM), RULEBOOK))
        return found


@pytest.fixture(scope="module")
def every() -> Table:
    return Table()


@pytest.fixture
def table(every: Table) -> dict[Row, Found]:
    """Each fifth combination, and all in the long run."""
    return {row: every[row] for row in spread(rows(), 5)}


def test_the_table_can_be_read(table: dict[Row, Found]) -> None:
    print(f"{'harm households':<16}{'stay':<18}{'protected':<11}{'relates':<9}outcome")
    for row, found in table.items():
        print(f"{row.harm_households:<16}{row.stay:<18}{row.protected:<11}{row.relate:<9}{found.outcome()}")

    assert len(list(rows())) == 3 * 6 * 3 * 3


def test_every_combination_has_the_record_for_certain(table: dict[Row, Found]) -> None:
    assert {row for row, found in table.items() if RECORD not in records(found.decision, sure=True)} == set()


def test_each_combination_gives_a_role_or_a_question_or_a_reason(table: dict[Row, Found]) -> None:
    assert [row for row, found in table.items() if not found.outcome().strip()] == []


def test_where_a_role_is_certain_nothing_is_asked_about_the_child_in_that_home(table: dict[Row, Found]) -> None:
    noisy = {
        row: found.asked()
        for row, found in table.items()
        if found.sure() and "concerns-relate@bo@home1" in found.asked()
    }
    assert noisy == {}


def test_a_role_that_is_not_certain_names_the_questions_it_rests_on(table: dict[Row, Found]) -> None:
    unsure = [
        (row, line, found)
        for row, found in table.items()
        for line in found.decision.about("role")
        if line.things[0] == "bo" and line.standing is not Standing.CERTAIN
    ]
    assert unsure
    assert [row for row, line, found in unsure if not rests_on(line) or not rests_on(line) <= set(found.asked())] == []


@pytest.mark.parametrize("stay", ["full-time", "part-time"])
@pytest.mark.parametrize(("relate", "role"), [("yes", "subject child"), ("no", "other child")])
def test_a_resident_is_what_is_decided_whoever_protects(every: Table, stay: str, relate: str, role: str) -> None:
    found = {every[Row(n, stay, it, relate)].sure() for n in (1, 2, 3) for it in THREE}
    assert found == {role}


@pytest.mark.parametrize("stay", ["full-time", "part-time"])
def test_a_resident_not_decided_about_is_one_question(every: Table, stay: str) -> None:
    found = {every[Row(n, stay, it, "unknown")].outcome() for n in (1, 2, 3) for it in THREE}
    assert found == {"subject child, asks concerns-relate@bo@home1"}


def test_one_who_was_there_and_is_protected_is_an_other_child(every: Table) -> None:
    found = {every[Row(n, "was present only", "yes", it)].sure() for n in (1, 2, 3) for it in THREE}
    assert found == {"other child"}


def test_one_who_was_there_is_asked_about_protection_too(every: Table) -> None:
    found = every[Row(1, "was present only", "unknown", "unknown")]
    assert found.sure() is None
    assert found.asked() == ["concerns-relate@bo@home1", "protective-parent@bo"]


@pytest.mark.parametrize(("relate", "role"), [("yes", "subject child"), ("no", "other child")])
def test_one_who_was_there_unprotected_is_what_is_decided(every: Table, relate: str, role: str) -> None:
    found = every[Row(1, "was present only", "no", relate)]
    assert (found.sure(), found.role()) == (role, role)


def test_a_visitor_who_was_not_there_has_no_role(every: Table) -> None:
    visits = [every[Row(1, "visits", protected, relate)] for protected in THREE for relate in THREE]
    assert {found.role() for found in visits} == {None}


def test_one_who_chose_to_stay_is_a_subject_in_the_parents_home_when_so_decided(every: Table) -> None:
    found = every[Row(1, "by-choice", "unknown", "yes")]
    assert (found.sure("notification:own"), found.role()) == ("subject child", None)
