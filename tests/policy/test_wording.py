"""A clause that cannot be read by itself is told, with the reason; every clause of the shipped programs can be."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from cimscore.policy import Clause, Disposition, Modal, load_policy
from cimscore.policy.wording import faults_of_wording
from cimscore.testing import inline_clause

PLUGINS = Path(__file__).parents[2] / "plugins"
GOOD = inline_clause(
    "doc/lamps/dusk", "The keeper must light the lamp at dusk.", title="When the lamp is lit", subject="the keeper",
    modality=Modal.MUST,
)  # fmt: skip


def faults(**changes: object) -> str:
    """Return what is wrong with the good clause, once it is changed."""
    return "; ".join(faults_of_wording(attrs.evolve(GOOD, **changes)))


def test_a_clause_that_can_be_read_by_itself_has_no_fault() -> None:
    assert faults() == ""


@pytest.mark.parametrize("title", ["", "dusk", "Dusk.", "DUSK"])
def test_a_title_is_words_of_its_own(title: str) -> None:
    assert "title" in faults(title=title)


def test_a_clause_says_who_acts_or_what_it_is_about() -> None:
    assert "no subject" in faults(subject="")


@pytest.mark.parametrize(
    "opening",
    ["It", "They", "This one", "Those", "Such a keeper", "The others", "One that sleeps", "That", "Then the keeper"],
)
def test_a_clause_that_opens_with_a_pronoun_is_told(opening: str) -> None:
    assert "it opens with" in faults(text=f"{opening} must light the lamp.")


@pytest.mark.parametrize("opening", ["That the lamp burns", "One lamp", "Italy's lamps", "The lamp", "Thesis"])
def test_a_clause_that_opens_with_a_thing_is_not(opening: str) -> None:
    assert faults(text=f"{opening} must be told.") == ""


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (Modal.MUST, "The keeper should light it."),
        (Modal.WILL, "The willow burns."),
        (Modal.IS_TO, "The keeper is tolerant."),
        (Modal.MUST_NOT, "The keeper must light it."),
        (Modal.EVERY_EFFORT, "The keeper tries."),
    ],
)
def test_a_modality_that_the_words_lost_is_told(modality: Modal, text: str) -> None:
    assert "its modality is lost" in faults(modality=modality, text=text)


@pytest.mark.parametrize("text", ["The lamp is to burn.", "Lamps are to burn."])
def test_is_to_may_be_said_of_many(text: str) -> None:
    assert faults(modality=Modal.IS_TO, text=text) == ""


def test_a_draft_that_nobody_has_read_has_no_faults_of_wording_and_a_read_one_with_its_marks_has() -> None:
    assert faults(disposition=Disposition.TO_DO, title="", subject="to do", text="It burns.") == ""
    assert faults(subject="to do") == "it has no subject: who acts, or what it is about"
    assert faults(title="to do") == "it has no title"


def shipped() -> list[Clause]:
    """Return every clause of the shipped programs."""
    return [clause for folder in sorted(PLUGINS.glob("*/src/*/policy")) for clause in load_policy(folder).clauses]


def test_every_clause_of_the_shipped_programs_can_be_read_by_itself_and_found() -> None:
    clauses = shipped()
    assert len(clauses) > 200
    assert {clause.id: [*faults_of_wording(clause)] for clause in clauses if [*faults_of_wording(clause)]} == {}
    assert [clause.id for clause in clauses if not clause.synonyms] == []


def test_no_two_clauses_of_a_program_have_one_title() -> None:
    for folder in sorted(PLUGINS.glob("*/src/*/policy")):
        titles = [clause.title for clause in load_policy(folder).clauses]
        assert sorted(set(titles)) == sorted(titles)
