"""Looking back over a register: what another edition or reading would move."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from cluster import ON_A_FILE
from sqlalchemy import Engine, update

from cimscore.assessment import decided_by_each
from cimscore.case import UNKNOWN, Age, Case, Name, PartialDay, ResidenceKind
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.errors import UnknownNameError
from cimscore.many import Choices
from cimscore.many.impact import ImpactRow, compare_many
from cimscore.many.impact import noting as noting_cases
from cimscore.register import CandidateKind, Register, Signed, cases_in_register, create_register
from cimscore.register.looking_back.candidates import candidates
from cimscore.register.storage.engines import writing
from cimscore.register.storage.tables import DOCUMENT
from cimscore.rulebook import Rulebook
from cimscore.traceability.impact import Snapshot, take_snapshot

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
DAY = dt.date(2025, 3, 10)
READING = {"qld-child-safety/hundred-days": "business-from-decision"}


def filled(register: Register) -> Register:
    """A register of some examples: of one program each, of which the reading reaches one, and of two."""
    for example in ("both-programs", "december-gap", "dual-funded", "two-homes"):
        register.add(register.rulebook.read_case(EXAMPLES / f"{example}.yaml"), KIM)
    return register


def redecided(register: Register, readings: Mapping[str, str]) -> list[ImpactRow]:
    lines = cases_in_register(register, as_of_last_entry=True).lines
    return list(compare_many(lines, register.rulebook, Choices(), Choices(readings=readings)))


@ON_A_FILE
def test_what_moves_under_another_reading_is_what_a_decision_under_it_says(register: Register) -> None:
    filled(register)
    before = register.head()
    found = {row.name: row for row in redecided(register, READING)}

    assert [*found] == [*register.cases()]
    moving = {name for name, case in found.items() if case.moved}
    for name in found:
        case = register.stood(name).case
        days = [
            [[(clock.address, str(clock.due)) for clock in decision.clocks] for decision, _ in decided]
            for decided in (decided_by_each(case, register.rulebook)[0],
                            decided_by_each(case, register.rulebook, readings=READING)[0])
        ]  # fmt: skip
        assert (days[0] != days[1]) == (name in moving)
    assert 0 < len(moving) < len(found)
    assert all(moved.clauses for case in found.values() for moved in case.moved)
    assert register.head() == before


def test_no_other_reading_moves_nothing_and_an_unknown_one_is_refused(register: Register) -> None:
    filled(register)
    assert {row.state for row in redecided(register, {})} == {"same"}
    with pytest.raises(UnknownNameError):
        redecided(register, {"qld-child-safety/hundred-day": "business-from-decision"})


def test_a_program_that_the_choice_does_not_reach_decides_nothing(
    file_register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What moves is the same as when every program decides."""
    filled(file_register)
    quick = redecided(file_register, READING)
    asked: list[tuple[str, ...]] = []

    def noting(rulebook: Rulebook, cases: Any, **more: Any) -> Snapshot:
        asked.append(more.pop("programs"))
        return take_snapshot(rulebook, cases, **more)

    monkeypatch.setattr(noting_cases, "take_snapshot", noting)
    assert redecided(file_register, READING) == quick
    reached = [case for case in file_register.cases() if "qld-child-safety" in file_register.stood(case).case.programs]
    assert asked == [("qld-child-safety",)] * 2 * len(reached)
    assert len(reached) < len(file_register.cases())


def test_the_command_tells_each_case_that_moves_and_the_clauses(
    rulebook: Rulebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "r.db")
    register = filled(create_register(place, rulebook))
    command = ["register", "redecide", place, "--reading", "qld-child-safety/hundred-days=business-from-decision"]
    assert main(command) == Exit.DONE
    told = capsys.readouterr().out
    assert main([*command, "--json"]) == Exit.DONE
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert lines and all(f"Case {line['case']}" in told for line in lines)
    assert f"Cases decided a second time: {len(register.cases())}. Cases that move: {len(lines)}." in told
    clauses = {clause for line in lines for moved in line["moved"] for clause in moved["clauses"]}
    assert clauses and all(f"- {clause}: " in told for clause in clauses)

    spoil(register.engine)
    assert main(command) == Exit.DOCUMENT
    assert "1 cannot be decided" in capsys.readouterr().out
    register.close()


def spoil(engine: Engine) -> None:
    """Make a document one that no program reads."""
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER no_update_of_document")
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.number == 1).values(text="{}"))


def sibling(rulebook: Rulebook, id: str, **changed: Any) -> Case:
    """The example of two homes as another case, with another Ari."""
    case = rulebook.read_case(EXAMPLES / "two-homes.yaml")
    people = tuple(attrs.evolve(person, **changed) if person.id == "ari" else person for person in case.people)
    return attrs.evolve(case, id=id, people=people)


def test_a_child_a_report_and_homes_are_candidates_with_reasons(register: Register, rulebook: Rulebook) -> None:
    for id in ("one", "two"):
        register.add(sibling(rulebook, id), KIM)
    found = [*register.candidates()]
    of_ari = [each for each in found if "one/ari" in (each.first, *each.reasons[0].split())]

    (person,) = (each for each in of_ari if each.kind is CandidateKind.PERSON)
    assert (person.first, person.second) == ("one/ari", "two/ari")
    assert person.reasons == ("the same name", "the same birth, as far as it is told")
    homes = {(each.first, each.second): each.reasons for each in of_ari if each.kind is CandidateKind.HOMES}
    assert {*homes} == {(f"one/{one}", f"two/{two}") for one in ("north", "south") for two in ("north", "south")}
    assert homes["one/north", "two/south"][-2:] == ("in one/north now: mia", "in two/south now: leo")
    (report,) = (each for each in found if each.kind is CandidateKind.REPORT)
    assert (report.first, report.second) == ("one", "two")
    assert "received 0 days apart" in report.reasons
    assert register.cases() == ("one", "two")


@pytest.mark.parametrize(
    ("changed", "people"),
    [
        ({}, 1),
        ({"born": dt.date(2014, 5, 3)}, 0),  # another day of birth
        ({"born": UNKNOWN}, 1),
        ({"born": PartialDay(2014)}, 1),
        ({"born": PartialDay(2013)}, 0),
        ({"name": Name(given="ARI ", family="example")}, 1),
        ({"name": Name(given="Arn", family="Example")}, 0),
        ({"name": Name(given="Arn", family="Example"), "also_known_as": ("Ari Example",)}, 1),
        ({"name": Name()}, 0),
    ],
    ids=str,
)
def test_who_may_be_one_person(rulebook: Rulebook, changed: dict[str, Any], people: int) -> None:
    cases = [sibling(rulebook, "one"), sibling(rulebook, "two", **changed)]
    found = [each for each in candidates(cases, DAY) if each.second == "two/ari"]
    assert len(found) == people


def test_homes_are_of_those_who_live_there_now_and_of_children(rulebook: Rulebook) -> None:
    cases = [sibling(rulebook, "one"), sibling(rulebook, "two")]
    grown = dt.date(2040, 1, 1)
    assert not [each for each in candidates(cases, grown) if each.kind is CandidateKind.HOMES]
    gone = attrs.evolve(
        cases[1],
        residences=tuple(
            attrs.evolve(stay, until=dt.date(2025, 3, 5)) if stay.person == "mia" else stay
            for stay in cases[1].residences
        ),
    )
    told = [each.reasons[-1] for each in candidates([cases[0], gone], DAY) if each.second == "two/north"]
    assert {*told} == {"in two/north now: nobody else that is told"}


def homes_on(day: dt.date, one: Case, other: Case) -> set[str]:
    """The lines about the homes of the second case."""
    found = candidates([one, other], day)
    homes = (named for named in found if named.kind is CandidateKind.HOMES)
    return {named.reasons[-1] for named in homes if named.second.startswith("two/")}


@pytest.mark.parametrize(
    ("stay", "told"),
    [
        ({"kind": UNKNOWN}, "in two/south now: perhaps leo"),
        ({"until": UNKNOWN}, "in two/south now: perhaps leo"),
        ({"until": PartialDay(2025, 3)}, "in two/south now: perhaps leo"),
        ({"from_": dt.date(2025, 4, 1)}, "in two/south now: nobody else that is told"),
        ({"kind": ResidenceKind.VISITS}, "in two/south now: nobody else that is told"),
        ({"kind": ResidenceKind.BY_CHOICE}, "in two/south now: leo"),
    ],
    ids=str,
)
def test_who_lives_there_is_by_the_household_graph_on_that_day(
    rulebook: Rulebook, stay: dict[str, Any], told: str
) -> None:
    """As in a decision: what is not known of a stay leaves somebody perhaps there, and never not there."""
    case = sibling(rulebook, "two")
    changed = tuple(attrs.evolve(row, **stay) if row.person == "leo" else row for row in case.residences)
    assert told in homes_on(DAY, sibling(rulebook, "one"), attrs.evolve(case, residences=changed))


def test_the_dead_live_nowhere_and_a_child_whose_home_is_open_is_perhaps_in_each(rulebook: Rulebook) -> None:
    one, two = sibling(rulebook, "one"), sibling(rulebook, "two")
    people = tuple(attrs.evolve(person, died=True) if person.id == "leo" else person for person in two.people)
    assert "in two/south now: leo" in homes_on(DAY, one, two)
    assert "in two/south now: nobody else that is told" in homes_on(DAY, one, attrs.evolve(two, people=people))
    of_others = tuple(row for row in two.residences if row.person != "ari")
    assert homes_on(DAY, one, attrs.evolve(two, residences=of_others)) == {
        "in two/north now: perhaps ari, and mia", "in two/south now: perhaps ari, and leo",
    }  # fmt: skip


def test_an_age_that_was_told_counts_from_the_day_of_receipt(rulebook: Rulebook) -> None:
    """Somebody of 16 then is no child three years later, though nobody has told their day of birth."""
    aged = {"born": UNKNOWN, "age": Age(is_=16)}
    one, two = (sibling(rulebook, id, **aged) for id in ("one", "two"))
    assert homes_on(dt.date(2026, 3, 2), one, two)
    assert not homes_on(dt.date(2028, 3, 4), one, two)


def test_the_command_names_nobody_but_by_id(
    rulebook: Rulebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "r.db")
    register = create_register(place, rulebook)
    for id in ("one", "two"):
        register.add(sibling(rulebook, id), KIM)
    register.close()
    assert main(["register", "candidates", place]) == Exit.DONE
    told = capsys.readouterr().out
    assert main(["register", "candidates", place, "--json"]) == Exit.DONE
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert f"Candidates: {len(lines)}. Nothing is merged." in told
    assert "Example" not in told + json.dumps(lines)
