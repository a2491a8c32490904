"""Non-interference: whatever the notifier, not one byte of an assessment differs."""

from __future__ import annotations

import copy
import inspect
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cimscore
from cimscore.case import Case, HouseholdEntry, PersonEntry, Protected, WithheldError
from cimscore.case.people import Name
from cimscore.rules import Facts, Household, HouseholdRole, Ruleset, Topic
from cimscore.testing import InlinePlugin

RULES: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)


@RULES.rule("home", cites=["doc/heading/clause"])
def home(facts: Facts, home: Household) -> HouseholdRole:
    """A home."""
    return HouseholdRole("home")


RULEBOOK = cimscore.load_rulebook([InlinePlugin(rulesets=(RULES,))])
CASE = Case(
    id="one",
    programs=("invented",),
    people=(PersonEntry(id="mia", name=Name(given="Mia", family="Example")),),
    households=(HouseholdEntry(id="home"),),
)
VALUES = st.recursive(st.text() | st.none() | st.integers(), lambda inner: st.dictionaries(st.text(), inner))


def outputs(case: Case) -> str:
    assessment = cimscore.assess(case, RULEBOOK)
    return repr(assessment) + assessment.explain() + repr(assessment.sensitivity()) + repr(case)


@given(VALUES)
def test_the_notifier_changes_no_byte(notifier: object) -> None:
    assert outputs(CASE) == outputs(attrs.evolve(CASE, notifier=Protected(notifier)))


def test_nor_does_a_notifier_who_is_also_a_person_of_the_case() -> None:
    named = attrs.evolve(CASE, notifier=Protected({"name": "Mia Example"}))
    assert outputs(CASE) == outputs(named)
    assert named == CASE
    assert hash(named.notifier) == hash(CASE.notifier)


def test_a_protected_value_survives_no_pickle_and_no_text() -> None:
    """Only an explicit call reveals it; on the other side of a pickle even that says that it is not there."""
    secret = Protected("Mia Example")
    kept = pickle.dumps(secret)
    assert "Mia" not in f"{secret!r}{secret!s}{kept!r}{inspect.getmembers(secret)!r}{secret.__getstate__()!r}"
    assert secret.reveal() == copy.deepcopy(secret).reveal() == "Mia Example"
    with pytest.raises(WithheldError, match="does not cross from one process to another"):
        pickle.loads(kept).reveal()  # noqa: S301 - our own bytes
