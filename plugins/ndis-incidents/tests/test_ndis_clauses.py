"""Every clause of the NDIS that carries weight is shown by a worked example, and the rest say why they carry none."""

from __future__ import annotations

import cimscore
from cimscore.policy import Disposition
from cimscore.wire import load_examples

RULEBOOK = cimscore.load_rulebook()
PROGRAM = RULEBOOK.program("ndis-incidents").program
EXAMPLES = load_examples(RULEBOOK, "ndis-incidents")


def clauses(*dispositions: Disposition) -> set[str]:
    """Return the ids of the clauses of some dispositions."""
    return {clause.id for clause in PROGRAM.policy.clauses if clause.disposition in dispositions}


def test_what_is_encoded_or_left_to_a_person_is_shown_by_an_example() -> None:
    shown = {clause for example in EXAMPLES for clause in example.shows}
    assert clauses(Disposition.ENCODED, Disposition.ENCODED_IN_PART, Disposition.LEFT_TO_A_PERSON) - shown == set()


def test_what_is_left_to_a_person_is_asked() -> None:
    asked = {clause for question in PROGRAM.questions for clause in question.cites}
    assert clauses(Disposition.LEFT_TO_A_PERSON) - asked == set()


def test_what_is_neither_says_why() -> None:
    rest = clauses(Disposition.GUIDANCE, Disposition.OUT_OF_SCOPE)
    assert [clause.id for clause in PROGRAM.policy.clauses if clause.id in rest and not clause.reason] == []
