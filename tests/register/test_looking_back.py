"""Looking back over a register: what another edition or reading would move."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from cimscore.assessment import decided_by_each
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.errors import UnknownNameError
from cimscore.register import Register, Signed, create_register
from cimscore.register.storage.engines import writing
from cimscore.register.storage.tables import DOCUMENT
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
READING = {"qld-child-safety/hundred-days": "business-from-decision"}


def filled(register: Register) -> Register:
    """A register of every example."""
    for example in sorted(EXAMPLES.glob("*.yaml")):
        register.add(register.rulebook.read_case(example), KIM)
    return register


def test_what_moves_under_another_reading_is_what_a_decision_under_it_says(register: Register) -> None:
    filled(register)
    before = register.head()
    found = {case.case: case for case in register.redecided(editions={}, readings=READING)}

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
    assert not any(case.moved for case in register.redecided(editions={}, readings={}))
    with pytest.raises(UnknownNameError):
        next(register.redecided(editions={}, readings={"qld-child-safety/hundred-day": "business-from-decision"}))


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
