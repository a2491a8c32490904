"""One case written otherwise is decided alike: other offsets, other ids, two people alike, two cases in one."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from case_documents import rulebook
from renaming import ids_of, joined, marked, renamed, with_double
from tests.each_nth import spread
from worked_examples import compiled, examples, told

import cimscore
from cimscore.assessment import decide_case, document_of
from cimscore.case import Case
from cimscore.composition import vocabulary_of
from cimscore.grades import CERTAIN
from cimscore.rulebook import WorkedExample
from cimscore.wire import read_case_text

DOCUMENTS = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})")


def decided(text: str) -> list[dict[str, Any]]:
    """Everything that is decided, but for the receipt, which has a digest of the document."""
    assessment = cimscore.assess(read_case_text(text, vocabulary_of(rulebook())), rulebook())
    return [document_of(attrs.evolve(decision, receipt=())) for decision in assessment.decisions]


def in_utc(text: str) -> str:
    """The document with each instant as clocks in Greenwich show it."""
    return INSTANT.sub(lambda found: dt.datetime.fromisoformat(found[0]).astimezone(dt.UTC).isoformat(), text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_offset_of_an_instant_changes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert (in_utc(text) == text) == (not INSTANT.search(text))
    assert decided(in_utc(text)) == decided(text)


@pytest.mark.spread
def test_other_ids_of_one_order_change_nothing_but_themselves() -> None:
    """Every word of the decision is the same, once the ids are put back."""
    for program, example in spread(examples(), 2):
        case = example.case
        names = {id: f"{id[0]}q{place:03}x" for place, id in enumerate(ids_of(case))}
        back = {new: old for old, new in names.items()}
        as_it_is, otherwise = (
            document_of(attrs.evolve(decide_case(each, compiled(program), at=example.at), receipt=()))
            for each in (case, renamed(case, names))
        )
        assert renamed(otherwise, back) == as_it_is, (program, case.id)


def test_ids_of_another_order_change_nothing_that_is_certain() -> None:
    """What is not certain may go by a proposed answer, and that by the first home of several by name."""
    tried = 0
    for program, example in examples():
        ids = ids_of(example.case)
        names = {id: f"q{len(ids) - place:03}x" for place, id in enumerate(ids)}
        as_it_is = {tuple(renamed(claim, names)) for claim in told(example.case, program, CERTAIN)}
        assert told(renamed(example.case, names), program, CERTAIN).keys() == as_it_is, (program, example.case.id)
        tried += len(as_it_is)
    assert tried > 500


def doubles() -> Iterator[tuple[str, Case, dict[str, str]]]:
    """Each example with another person beside one of the first three, and the names that swap the two."""
    for program, example in examples():
        for person in example.case.people[:3]:
            for double in (f"{person.id}-again", "a-double"):  # behind the other by name, and before
                swapped = {person.id: double, double: person.id}
                yield program, with_double(example.case, person.id, double), swapped


def test_two_people_of_whom_the_same_is_said_are_told_the_same() -> None:
    named = 0
    for program, case, swapped in doubles():
        claims = told(case, program)
        assert claims == {tuple(renamed(claim, swapped)): grade for claim, grade in claims.items()}, (program, case.id)
        named += any(tuple(renamed(claim, swapped)) != claim for claim in claims)
    assert named > 300


@functools.cache
def alike_as_a_whole() -> list[tuple[str, WorkedExample, WorkedExample]]:
    """Examples of one program that say the same of the case as a whole, each with the three after it."""
    groups: dict[tuple[object, ...], list[WorkedExample]] = {}
    for program, example in examples():
        case = example.case
        of_case = [row for row in (*case.facts, *case.decisions) if row.about in ("case", ("case",))]
        of_all = (program, case.dates, case.on_file, case.done, case.local_days, tuple(of_case))
        groups.setdefault(of_all, []).append(example)
    return [
        (program, one, other)
        for (program, *_), group in groups.items()
        for place, one in enumerate(group)
        for other in group[place + 1 : place + 4]
    ]


def asked(case: Case, program: str) -> set[str]:
    """The addresses of what is open."""
    return {point.address for point in decide_case(case, compiled(program)).points}


@pytest.mark.spread
def test_what_shares_nothing_is_decided_in_one_document_as_in_two() -> None:
    """But where together more is asked: if who has no known home lives with the others, or one of them is a parent."""
    differing = 0
    for program, *both in (tried := spread(alike_as_a_whole(), 3)):
        one, other = (marked(example.case, mark) for example, mark in zip(both, "ab", strict=True))
        together = joined(one, other)
        if told(together, program) != told(one, program) | told(other, program):
            differing += 1
            assert asked(together, program) - asked(one, program) - asked(other, program), (one.id, other.id)
    assert len(alike_as_a_whole()) > 120
    assert differing < len(tried) / 10
