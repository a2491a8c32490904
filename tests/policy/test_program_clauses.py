"""The clause data of the shipped programs: no statement of a source is missing, and none is copied."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

import pytest

from cimscore.policy import Disposition, DriftState, load_policy, passages_of
from cimscore.policy.drift import compare
from cimscore.policy.passages import normalise

PLUGINS = Path(__file__).parents[2] / "plugins"
PROGRAMS = {
    "qld-child-safety": load_policy(PLUGINS / "qld-child-safety/src/cimscore_qld_child_safety/policy"),
    "vic-cims": load_policy(PLUGINS / "vic-cims/src/cimscore_vic_cims/policy"),
    "ndis-incidents": load_policy(PLUGINS / "ndis-incidents/src/cimscore_ndis_incidents/policy"),
}
CLAUSES = tuple(clause for policy in PROGRAMS.values() for clause in policy.clauses)
SOURCES = tuple(source for policy in PROGRAMS.values() for source in policy.sources)

# Every numbered statement of the two pages: a letter, and how many there are of it.
STATEMENTS = {
    "qld": ("Q", {"L": 5, "I": 16, "S": 9, "E": 5, "C": 16, "N": 11, "A": 4, "T": 3, "K": 12, "X": 6, "D": 9}),
    "vic": ("V", {"P": 9, "R": 6, "T": 5, "S": 10, "C": 4}),
}
# A statement that is made in several sentences, or that says several things, has a clause for each.
SEVERAL = {
    "Q-L4": 2, "Q-I2": 2, "Q-I7": 2, "Q-I13": 2, "Q-S2": 2, "Q-S4": 3, "Q-S6": 3, "Q-S8": 2, "Q-S9": 2, "Q-A1": 2,
    "Q-A2": 2, "Q-A3": 2, "Q-C11": 3, "Q-C12": 2, "Q-C14": 5, "Q-N2": 3, "Q-T2": 2, "Q-K6": 3, "Q-K7": 2, "Q-X2": 4,
    "Q-D9": 2, "V-P1": 3, "V-P3": 2, "V-P7": 4, "V-S9": 2, "V-C4": 2,
}  # fmt: skip


def numbers(source):
    initial, counts = STATEMENTS[source]
    return {f"{initial}-{letter}{number}" for letter, count in counts.items() for number in range(1, count + 1)}


@pytest.mark.parametrize("source", STATEMENTS)
def test_every_statement_has_its_clauses_and_no_more(source):
    carried = defaultdict(list)
    for clause in CLAUSES:
        for number in clause.statements if clause.source == source else ():
            carried[number].append(clause.id)
    assert {number: len(ids) for number, ids in carried.items()} == {n: SEVERAL.get(n, 1) for n in numbers(source)}


@pytest.mark.parametrize("source", STATEMENTS)
def test_a_clause_of_a_page_carries_a_statement(source):
    assert [clause.id for clause in CLAUSES if clause.source == source and not clause.statements] == []


def test_no_two_programs_declare_the_same_source_or_clause():
    for things in (SOURCES, CLAUSES):
        assert len({thing.id for thing in things}) == len(things)


def test_a_question_belongs_to_the_program_whose_clause_asks_it():
    for program, policy in PROGRAMS.items():
        questions = [clause.question for clause in policy.clauses if clause.question]
        assert [question for question in questions if not question.startswith(f"{program}/")] == []


def test_only_what_a_machine_cannot_carry_is_guidance_or_out_of_scope():
    pages = [clause for clause in CLAUSES if clause.source in STATEMENTS]
    idle = {n for c in pages if c.disposition in (Disposition.GUIDANCE, Disposition.OUT_OF_SCOPE) for n in c.statements}
    assert idle == {
        "Q-I13", "Q-E5", "Q-C13", "Q-C16", "V-P1", "V-P9",
    }  # fmt: skip


def test_the_next_edition_of_the_page_is_known_to_exist_but_not_the_day_it_came():
    page = next(source for source in SOURCES if source.id == "qld")
    later = page.edition("2025-04")
    assert (later.from_, later.from_known_only_to, later.encoded) == (None, "2025-04", False)
    assert [clause.id for clause in CLAUSES if clause.source == "qld" and later.id in clause.editions] == []


def test_only_the_edition_that_the_page_describes_is_complete():
    page = next(source for source in SOURCES if source.id == "vic")
    assert [edition.id for edition in page.editions if edition.complete] == ["2024-12"]


@pytest.fixture(scope="module")
def copies():
    folder = os.environ.get("CIMSCORE_SOURCES")
    if not folder:
        pytest.skip("CIMSCORE_SOURCES names no folder with the documents")
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    held = [source for source in SOURCES if source.held]
    return {source.id: max((passages_of(text, source.headings) for text in texts), key=_headings) for source in held}


def _headings(passages):
    return len({passage.heading for passage in passages})


def test_every_digest_is_that_of_its_passage_and_no_passage_is_left_over(copies):
    found = compare(CLAUSES, SOURCES, copies)
    assert {drift.source for drift in found} == set(STATEMENTS)
    assert [drift for drift in found if drift.state is not DriftState.IN_STEP] == []


def test_no_clause_repeats_eight_words_of_its_passage(copies):
    texts = {passage.anchor: passage.text for passages in copies.values() for passage in passages}
    for clause in CLAUSES:
        for anchor in clause.anchors:
            assert not _runs(clause.text) & _runs(texts[anchor]), clause.id


def _runs(text, length=8):
    words = "".join(mark if mark.isalnum() else " " for mark in normalise(text)).split()
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
