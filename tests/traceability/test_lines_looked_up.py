"""The lines of tables that a rule looked up are those that move it: told beforehand, and tried by changing one."""

from __future__ import annotations

import pytest

from cimscore import load_rulebook
from cimscore.assessment import decided_under
from cimscore.calendars import BusinessDays
from cimscore.rulebook import Rulebook
from cimscore.traceability.recording import lines_looked_up
from cimscore.wire import load_examples

PROGRAM, TABLE, LINE = "qld-child-safety", "qld-child-safety/approval", "5-day"
Days = dict[str, dict[str, str]]


def decided(rulebook: Rulebook) -> tuple[Days, dict[str, set[str]]]:
    """The day of every clock of each example of the program; and by clock, the examples that look the line up."""
    days: Days = {}
    looked_up: dict[str, set[str]] = {}
    for example in load_examples(rulebook):
        if PROGRAM in example.case.programs:
            installed = rulebook.program(PROGRAM)
            decision, found = decided_under(example.case, installed, rulebook, at=example.at, readings=example.readings)
            days[example.id] = {f"clock/{clock.id} {clock.things}": str(clock.due) for clock in decision.clocks}
            for rule, table, line in lines_looked_up(found):
                if (table, line) == (TABLE, LINE) and "/clock/" in rule:
                    looked_up.setdefault(rule.partition("/")[2], set()).add(example.id)
    return days, looked_up


def test_when_three_business_days_become_four_what_was_looked_up_moves_and_nothing_else() -> None:
    rulebook = load_rulebook()
    table = next(it for it in rulebook.program(PROGRAM).program.predicates.values() if it.key == "table:approval")
    row = next(row for row in table.rows if str(row.key) == LINE)  # type: ignore[attr-defined]
    before, told = decided(rulebook)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(row), "__setattr__", object.__setattr__)
        patch.setattr(row, "value", BusinessDays(4))
        after, _ = decided(load_rulebook.__wrapped__())  # anew

    moved: dict[str, set[str]] = {}
    for example, clocks in before.items():
        for clock, day in clocks.items():
            if after[example].get(clock) != day:
                moved.setdefault(clock.partition(" ")[0], set()).add(example)
    assert set(told) == {"clock/approve", "clock/transfer"} and len(told["clock/approve"]) > 10
    assert moved == told
