"""The rules of the NDIS as one program: every clause, plain English, nothing certain that is not so."""

from __future__ import annotations

import itertools

import attrs
from ndis_cases import compiled, decided, incident

from cimscore.assessment import Decision, Standing
from cimscore.calendars import Due
from cimscore.clocks import Uncounted
from cimscore.rules import Table
from cimscore.rules.english import Line, program_english
from cimscore_ndis_incidents import names


def test_every_clause_that_is_encoded_carries_or_explains_something() -> None:
    program = compiled().program
    cited = {cite for conclusion in program.conclusions for row in conclusion.rows for cite in row.cites}
    cited |= {cite for clock in program.clocks for cite in clock.cites}
    cited |= {row.clause for table in program.of_kind(Table) for row in table.rows}
    encoded = {clause.id for clause in program.policy.clauses if clause.disposition.by_rules}
    assert encoded - cited == set()
    assert cited <= {clause.id for clause in program.policy.clauses}


def test_a_rule_reads_in_short_lines_and_shallow_lists() -> None:
    def walk(line: Line, depth: int) -> list[tuple[str, int]]:
        words = "".join(span.text for span in line.spans)
        return [(words, depth), *(found for below in line.below for found in walk(below, depth + 1))]

    lines = [found for each in program_english(compiled().program) for line in each.lines for found in walk(line, 0)]
    assert [words for words, _ in lines if len(words.split()) > 30] == []
    assert [words for words, depth in lines if depth >= 3] == []


def test_with_one_or_two_answers_left_out_nothing_is_certain_that_is_not_so() -> None:
    practice = {
        "kind": "restrictive-practice",
        "authorisation_process": True,
        "authorised": False,
        "followed_the_plan": True,
        "practice_harmed": False,
    }
    for whole in (incident(place="elsewhere"), incident(place="elsewhere", **practice)):
        full = _told(decided(whole))
        for number in (1, 2):
            for left_out in itertools.combinations(whole.facts, number):
                kept = tuple(fact for fact in whole.facts if fact not in left_out)
                assert _certain(decided(attrs.evolve(whole, facts=kept))) - full == set()


def _told(decision: Decision) -> set[tuple[str, ...]]:
    return {(line.id, *map(str, line.things)) for line in decision.conclusions if line.id != "aware-there"} | {
        (clock.id, *map(str, clock.things)) for clock in decision.clocks
    }


def _certain(decision: Decision) -> set[tuple[str, ...]]:
    lines = (line for line in decision.conclusions if line.standing is Standing.CERTAIN and line.id != "aware-there")
    clocks = (clock for clock in decision.clocks if clock.standing is Standing.CERTAIN)
    return {(line.id, *map(str, line.things)) for line in lines} | {
        (clock.id, *map(str, clock.things)) for clock in clocks
    }


def test_every_owed_clock_has_a_day_or_says_why_not() -> None:
    for state in ("victoria", "queensland", "another"):
        for clock in decided(incident(state=state)).clocks:
            assert isinstance(clock.due, Due | Uncounted)


def test_every_name_for_a_program_that_extends_this_one_is_listed() -> None:
    public = {name for name in vars(names) if not name.startswith("_") and name != "annotations"}
    assert public == set(names.__all__)
