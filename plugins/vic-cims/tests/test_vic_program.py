"""The rules of Victoria as one program: every clause, plain English, nothing certain that is not so."""

from __future__ import annotations

import random

import attrs
import pytest
from vic_cases import compiled, decided, incident

from cimscore.assessment import Decision, Standing
from cimscore.calendars import Due
from cimscore.clocks import Uncounted
from cimscore.policy import Disposition
from cimscore.rules import Table
from cimscore.rules.english import Line, program_english
from cimscore_vic_cims import names
from cimscore_vic_cims.rules import incident as about_incidents

CASES = {
    "abuse": incident(
        accused="kim",
        position={"kim": "staff"},
        incident_type="physical-abuse",
        site="elsewhere",
        reported_to_police=True,
        cleared_by_police=False,
        moves=["submit 2025-03-04T10:00+11:00 staff member", "endorse 2025-03-06T10:00+11:00 authorised delegate"],
    ),
    "no harm": incident(client_harmed=False, harm_alleged=False, serious_harm_likely=False, site="elsewhere"),
    "ndis only": incident(department_funds_it=False, ndis_funds_it=True),
    "health": incident(service="health", health_service_in_scope=True, department_funds_it=False),
    "by the guide": incident(
        "2021-03-02T10:00+11:00",
        impact="non-major",
        was_a_client_incident=True,
        service_in_scope_then=True,
        site="elsewhere",
        moves=["submit 2021-03-04T10:00+11:00 staff member"],
    ),
}


def test_every_clause_that_is_encoded_carries_or_explains_something() -> None:
    program = compiled().program
    cited = {cite for conclusion in program.conclusions for row in conclusion.rows for cite in row.cites}
    cited |= {cite for clock in program.clocks for cite in clock.cites}
    cited |= {row.clause for table in program.of_kind(Table) for row in table.rows}
    carried = (Disposition.ENCODED, Disposition.ENCODED_IN_PART)
    encoded = {clause.id for clause in program.policy.clauses if clause.disposition in carried}
    assert encoded - cited == set()
    assert cited <= {clause.id for clause in program.policy.clauses}


def test_every_clock_hangs_on_an_incident_and_says_who_acts_and_what_it_counts_from() -> None:
    clocks = compiled().program.clocks
    assert {tuple(thing.name for thing in clock.things) for clock in clocks} == {("incident",)}
    assert [clock.id for clock in clocks if not (clock.by and clock.says_from and clock.what)] == []


def printed() -> list[tuple[str, int]]:
    """Return every line of the program's English, with its depth."""

    def walk(line: Line, depth: int) -> list[tuple[str, int]]:
        words = "".join(span.text for span in line.spans)
        return [(words, depth), *(found for below in line.below for found in walk(below, depth + 1))]

    return [found for each in program_english(compiled().program) for line in each.lines for found in walk(line, 0)]


def test_a_rule_reads_in_short_lines_and_shallow_lists() -> None:
    lines = printed()
    assert [words for words, _ in lines if len(words.split()) > 30] == []
    assert [words for words, depth in lines if depth >= 3] == []
    assert sum(len(words.split()) > 25 for words, _ in lines) <= len(lines) // 10


@pytest.mark.parametrize("name", CASES)
def test_with_answers_left_out_nothing_is_certain_that_is_not_so(name: str) -> None:
    whole = CASES[name]
    full = _told(decided(whole))
    chance = random.Random(name)
    for _ in range(20):
        left_out = {chance.randrange(len(whole.facts)) for _ in range(chance.randint(1, 3))}
        kept = tuple(fact for place, fact in enumerate(whole.facts) if place not in left_out)
        partial = decided(attrs.evolve(whole, facts=kept))
        assert _certain(partial) - full == set()


def _told(decision: Decision) -> set[tuple[str, ...]]:
    return {(line.id, *map(str, line.things)) for line in decision.conclusions} | {
        (clock.id, *map(str, clock.things)) for clock in decision.clocks
    }


def _certain(decision: Decision) -> set[tuple[str, ...]]:
    """Return what is certain of the matter; a place or an organisation that nobody has named is no claim about it."""
    sure = {
        (line.id, *map(str, line.things))
        for line in decision.conclusions
        if line.standing is Standing.CERTAIN and line.id != "keeps"
    }
    return sure | {
        (clock.id, *map(str, clock.things)) for clock in decision.clocks if clock.standing is Standing.CERTAIN
    }


def test_every_owed_clock_has_a_day_or_says_why_not_or_waits() -> None:
    for case in CASES.values():
        for clock in decided(case).clocks:
            waits = "waiting" in dict(clock.states)
            assert waits or isinstance(clock.due, Due | Uncounted)


def test_a_definition_is_found_by_its_python_name() -> None:
    assert compiled().program.names[about_incidents.is_client_incident.key] == "incident.is_client_incident"


def test_every_name_for_a_program_that_extends_this_one_is_listed() -> None:
    public = {name for name in vars(names) if not name.startswith("_") and name != "annotations"}
    assert public == set(names.__all__)
