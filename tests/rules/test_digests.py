"""Digests: whatever runs otherwise has another digest, and so has everything that reads it, and nothing else."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs
import pytest
from queensland_rows import queensland
from small_programs import program_of, there_and_back
from tests.each_nth import spread

from cimscore.rules import Reading, Table
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.predicates import asked_by
from cimscore.rules.digests import digests_of
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow
from cimscore.rules.rows.lines import line_key, lines_of
from cimscore.rules.uses import reached

SMALL = """
    ENDS = Table("times", "how long", (Row("fast", 1, "small/one"), Row("slow", 2, "small/two")))
    near = Defined((child, home), "{child} [lives] near {home}", lives_in(child, home) & is_child(child))
    far = Defined((child, home), "{child} [lives] far from {home}", visits(child, home) & ~near(child, home))
    FOUND = Conclusion("found", (child,), "{child} [is] found", topic=Topic.SCOPE)
    FOUND.row("near", child, when=some(home, near(child, home)), cites=["small/a"])
    FOUND.row("far", child, when=some(home, far(child, home)), cites=["small/a"])

    def is_many(days: int) -> bool:
        return days > LIMIT

    def doubled(days: int) -> int:
        return days * 2

    LIMIT = 1
    pace, days = Value("pace", str), Value("days", int)
    many = Comparison("{0} [is] many", is_many)
    TWICE = Conclusion("twice", (child, days), "{child} [has] {days} days", topic=Topic.SCOPE)
    counted = is_child(child) & ENDS(pace, days) & many(days)
    TWICE.row("counted", child, Make(doubled, (days,)), when=counted, cites=["small/a"])
    GOES = Question(id="goes", things=(child,), text="Where does {child} go?", answers=Household, member=home)
    FOUND.row("goes", child, when=some(home, lives_in(child, home) & GOES.is_(child, home)), cites=["small/a"])
"""


OF_EVERY = pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.long)])
"""Each thirteenth definition or row is changed, and each one in the long run."""


@functools.cache
def program() -> Program:
    return queensland().program


@functools.cache
def digests() -> Mapping[str, str]:
    return digests_of(program())


@functools.cache
def above() -> Mapping[str, frozenset[str]]:
    """Return, for each key, the keys of everything that reads it, its own included; and the rows that do."""
    found: dict[str, set[str]] = {}
    for predicate in program().predicates.values():
        for read in reached([predicate]):
            found.setdefault(read.key, set()).add(predicate.key)
    for conclusion in program().conclusions:
        for row in conclusion.rows:
            for read in reached(asked_by(row.condition)):
                found.setdefault(read.key, set()).add(f"{conclusion.key}/{row.id}")
    return {key: frozenset(keys) for key, keys in found.items()}


def rows() -> list[tuple[Conclusion, ConclusionRow]]:
    return [(conclusion, row) for conclusion in program().conclusions for row in conclusion.rows]


@contextmanager
def changed(predicate: Predicate, **fields: Any) -> Iterator[None]:
    """Let a predicate have other fields for a while."""
    assert digests()  # As they are before anything changes.
    before = {name: getattr(predicate, name) for name in fields}
    for name, value in fields.items():
        object.__setattr__(predicate, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            object.__setattr__(predicate, name, value)


def now_other() -> set[str]:
    return {key for key, digest in digests_of(program()).items() if digest != digests()[key]}


@OF_EVERY
def test_whoever_inverts_a_definition_changes_everything_above_it_and_nothing_else(every: int) -> None:
    wrong = {}
    for definition in program().definitions[::every]:
        with changed(definition, condition=~definition.condition):
            if (found := now_other()) != above()[definition.key]:
                wrong[definition.says] = found ^ above()[definition.key]

    assert wrong == {}
    assert now_other() == set()


def test_whoever_changes_a_line_of_a_table_changes_what_reads_the_table_and_nothing_else() -> None:
    tables = program().of_kind(Table)
    for table in tables:
        first, *rest = table.rows
        line = line_key(table, first.key)
        with changed(table, rows=(attrs.evolve(first, value="another"), *rest)):
            assert now_other() == {line, *above()[table.key]}
        with changed(table, rows=tuple(rest)):
            assert now_other() | {line} == {line, *above()[table.key]}

    assert tables


@pytest.mark.spread
def test_whoever_takes_another_reading_changes_what_rests_on_it_and_nothing_else() -> None:
    for reading in spread(program().of_kind(Reading), 4):
        other = next(member for member in reading.readings if member != reading.taken)
        with changed(reading, taken=other):
            assert now_other() == above()[reading.key]


def test_whoever_changes_a_working_answer_changes_what_rests_on_it_and_nothing_else() -> None:
    for question in program().questions:
        if question.answers is bool and isinstance(question.working, bool):
            with changed(question, working=not question.working):
                assert now_other() == above()[question.key]


@OF_EVERY
def test_whoever_changes_a_clause_or_a_sentence_changes_its_conclusion(every: int) -> None:
    for conclusion in program().conclusions[::every]:
        with changed(conclusion, says=f"{conclusion.says} so"):
            assert now_other() >= {conclusion.key}
    for conclusion, row in rows()[::every]:
        with changed(row, cites=(*row.cites, "another")):
            assert now_other() == {f"{conclusion.key}/{row.id}", *above()[conclusion.key]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Row("fast", 1, "small/one")', 'Row("fast", 3, "small/one")'),
        ('Row("fast", 1, "small/one")', 'Row("fast", 1, "small/three")'),
        ('"how long"', '"how soon"'),
        ("lives_in(child, home) & is_child(child)", "lives_in(child, home) & ~is_child(child)"),
        ("~near(child, home)", "near(child, home)"),
        ("[lives] near", "[stays] near"),
        ('cites=["small/a"]', 'cites=["small/b"]'),
        ("topic=Topic.SCOPE", "topic=Topic.SUBJECTS"),
        ("topic=Topic.SCOPE", "topic=Topic.SCOPE, paper=True"),
        ("topic=Topic.SCOPE", "topic=Topic.SCOPE, one=(child,)"),
        ("days > LIMIT", "days >= LIMIT"),
        ("LIMIT = 1", "LIMIT = 2"),
        ("days * 2", "days * 3"),
    ],
)  # fmt: skip
def test_another_word_or_value_is_another_digest(old: str, new: str) -> None:
    assert old in SMALL

    assert digests_of(program_of(SMALL)) != digests_of(program_of(SMALL.replace(old, new)))


def test_the_same_lines_have_the_same_digests_wherever_they_stand() -> None:
    assert digests_of(program_of(SMALL)) == digests_of(program_of(f"\n\n\n{SMALL}\n    unused = 1"))


def test_a_copy_has_the_same_digests() -> None:
    assert digests_of(there_and_back(program())) == digests()


def test_everything_that_runs_has_a_digest() -> None:
    rows = {f"{conclusion.key}/{row.id}" for conclusion in program().conclusions for row in conclusion.rows}
    lines = {line_key(each, line) for each in program().predicates.values() for line in lines_of(each)}
    flows = {f"workflow:{workflow.id}" for workflow in program().workflows}

    assert digests().keys() == program().predicates.keys() | rows | lines | flows
