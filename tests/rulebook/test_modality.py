"""A duty binds by the word of its clause: a program that upgrades one is refused, and one that keeps it is built."""

from __future__ import annotations

import pytest
from small_plugin import CLAUSE, home

import cimscore
from cimscore.errors import RulebookError
from cimscore.policy import Modal
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
