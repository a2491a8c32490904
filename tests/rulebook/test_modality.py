"""A duty binds by the word of its clause: a program that upgrades one is refused, and one that keeps it is built."""

from __future__ import annotations

import attrs
import pytest
from small_plugin import CLAUSE, home

import cimscore
from cimscore.errors import RulebookError
from cimscore.policy import Clause, Modal
from cimscore.rulebook.modality_checks import problems_of_modality
from cimscore.rules import Duties
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin, inline_clause

OTHER = "doc/heading/other"


def build(modal: Modal, *modalities: Modal | None) -> None:
    """Build a program with one duty, which cites a clause of each of these modalities."""
    duties = Duties("home", (home,))
    ids = [CLAUSE, OTHER][: len(modalities)]
    duties.duty("write", "write it down", by="the officer", when=is_home(home), modal=modal, cites=ids)
    clauses = tuple(inline_clause(id, modality=word) for id, word in zip(ids, modalities, strict=True))
    cimscore.load_rulebook([InlinePlugin(tables=(duties,), clauses=clauses)])


@pytest.mark.parametrize(
    ("modal", "modalities"),
    [
        (Modal.SHOULD, (Modal.SHOULD,)),
        (Modal.MUST_NOT, (Modal.MUST,)),
        (Modal.MUST_NOT, (Modal.MUST_NOT,)),
        (Modal.MUST, (Modal.MUST_NOT, Modal.MUST)),
        (Modal.IS_NOT_TO, (Modal.IS_TO,)),
        (Modal.WILL, (None, Modal.WILL)),
        (Modal.WILL, (Modal.MUST, Modal.WILL)),
        (Modal.MAY, (None,)),
    ],
)
def test_a_duty_with_the_word_of_a_clause_is_built(modal: Modal, modalities: tuple[Modal | None, ...]) -> None:
    build(modal, *modalities)


@pytest.mark.parametrize(
    ("modal", "modalities"),
    [
        (Modal.MUST, (Modal.SHOULD,)),
        (Modal.SHOULD, (Modal.MUST, None)),
        (Modal.MAY, (Modal.WILL, Modal.IS_TO)),
        (Modal.MUST, (Modal.MUST_NOT,)),
        (Modal.IS_TO, (None, Modal.IS_NOT_TO)),
    ],
)
def test_a_duty_with_another_word_is_refused_with_the_word_it_wants(
    modal: Modal, modalities: tuple[Modal | None, ...]
) -> None:
    with pytest.raises(RulebookError) as refused:
        build(modal, *modalities)
    assert f"found {modal.value!r}" in str(refused.value)
    assert all(word.value in str(refused.value) for word in modalities if word)


def test_grounds_of_one_duty_share_its_word() -> None:
    duties = Duties("home", (home,))
    for id, clause in (("one", CLAUSE), ("two", OTHER)):
        duties.duty("write", "write it down", by="the officer", when=is_home(home), modal=Modal.WILL, cites=[clause],
                    id=id)  # fmt: skip
    clauses = (inline_clause(CLAUSE, modality=Modal.WILL), inline_clause(OTHER, modality=Modal.MUST))
    assert cimscore.load_rulebook([InlinePlugin(tables=(duties,), clauses=clauses)]).clauses.keys() == {CLAUSE, OTHER}


def changed(first: Modal | None, second: Modal | None, id: str = CLAUSE) -> Clause:
    """Return a clause whose word the second edition changed."""
    was = inline_clause(id, modality=first).present
    return attrs.evolve(inline_clause(id, editions=("1", "2"), modality=second), since="2", earlier=(was,))


def told(modal: Modal, *clauses: Clause) -> list[str]:
    """Return what is told of one duty, which cites these clauses."""
    duties = Duties("home", (home,))
    ids = [clause.id for clause in clauses]
    duties.duty("write", "write it down", by="the officer", when=is_home(home), modal=modal, cites=ids)
    plain = tuple(inline_clause(id) for id in ids)
    program = cimscore.load_rulebook([InlinePlugin(tables=(duties,), clauses=plain)]).program("invented").program
    return [str(problem) for problem in problems_of_modality(program, {clause.id: clause for clause in clauses})]


@pytest.mark.parametrize(
    ("modal", "edition", "word"), [(Modal.MAY, "2", "must"), (Modal.MUST, "1", "may"), (Modal.MUST_NOT, "1", "may")]
)
def test_a_duty_keeps_one_word_where_an_edition_changed_that_of_its_clause(
    modal: Modal, edition: str, word: str
) -> None:
    (problem,) = told(modal, changed(Modal.MAY, Modal.MUST))
    assert f"found {modal.value!r}, where its clause says {word!r} in the edition {edition}" in problem
    assert "list the old one under gone" in problem


def test_a_word_that_an_edition_only_adds_or_that_another_clause_has_changes_nothing() -> None:
    assert told(Modal.MUST, changed(None, Modal.MUST)) == []
    assert told(Modal.MUST, changed(Modal.MUST, None)) == []
    assert told(Modal.MAY, changed(Modal.MAY, Modal.MUST), changed(None, Modal.MAY, OTHER)) == []
    assert told(Modal.MUST, inline_clause(modality=Modal.MUST), changed(Modal.MAY, Modal.MAY, OTHER)) == []
