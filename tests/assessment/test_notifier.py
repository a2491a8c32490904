"""Non-interference: whatever the notifier, not one byte of what is decided, explained or tried differs."""

from __future__ import annotations

import copy
import functools
import inspect
import json
import pickle
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cimscore
from cimscore.assessment import (
    assessment_document,
    decided_by_each,
    explanations_of,
    first_page,
    possible_of,
    sensitivity_of,
    words_for,
)
from cimscore.case import Case, Protected, WithheldError

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes-half-sister.yaml"
VALUES = st.recursive(st.text() | st.none() | st.integers(), lambda inner: st.dictionaries(st.text(), inner))


@functools.cache
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook()


@functools.cache
def case() -> Case:
    return rulebook().read_case(EXAMPLE)


def outputs(told: Case) -> str:
    """Return everything that is ever told of a case."""
    ((decision, decided),), failures = decided_by_each(told, rulebook())
    words = words_for(told, decided.run.compiled.program)
    parts = (
        first_page(decision, every=True),
        json.dumps(assessment_document(told.id, [decision], failures)),
        *map(repr, explanations_of(decided, words, through=True)),
        *(repr(possible_of(decided, point.address, words)) for point in decision.points),
        repr(sensitivity_of(decided, words)),
        repr(told),
    )
    return "\n".join(parts)


@functools.cache
def without_a_notifier() -> str:
    return outputs(case())


@settings(max_examples=4)
@given(VALUES)
def test_the_notifier_changes_no_byte(notifier: object) -> None:
    assert outputs(attrs.evolve(case(), notifier=Protected(notifier))) == without_a_notifier()


def test_nor_does_a_notifier_who_is_also_a_person_of_the_case() -> None:
    named = attrs.evolve(case(), notifier=Protected({"name": "Mia Example"}))

    assert outputs(named) == without_a_notifier()
    assert named == case()
    assert hash(named.notifier) == hash(case().notifier)


def test_a_protected_value_survives_no_pickle_and_no_text() -> None:
    """Only an explicit call reveals it; on the other side of a pickle even that says that it is not there."""
    secret = Protected("Mia Example")
    kept = pickle.dumps(secret)

    assert "Mia" not in f"{secret!r}{secret!s}{kept!r}{inspect.getmembers(secret)!r}{secret.__getstate__()!r}"
    assert secret.reveal() == copy.deepcopy(secret).reveal() == "Mia Example"
    with pytest.raises(WithheldError, match="does not cross from one process to another"):
        pickle.loads(kept).reveal()  # noqa: S301 - our own bytes
