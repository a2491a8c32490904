"""A word that rules read is refused where it is spelt in another way, and any other word of an open list is taken."""

from __future__ import annotations

from typing import Any

import pytest
from case_documents import rulebook

from cimscore.case import Case
from cimscore.errors import DocumentError


def reported(**facts: Any) -> Case:
    """Read the document of one incident, with some facts."""
    document = {
        "cimscore": 1, "id": "invented", "programs": ["vic-cims"], "dates": {"received": "2026-05-05T10:00+10:00"},
        "people": [{"id": "kit", "born": "2012-02-02"}],
        "concerns": [{"id": "c1", "about": ["kit"], "place": "elsewhere", "kind": "harm"}],
        "facts": {"vic-cims": facts},
    }  # fmt: skip
    return rulebook().read_case(document)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Physical abuse", "physical-abuse"),
        ("physical abuse", "physical-abuse"),
        ("physical-abbuse", "physical-abuse"),
        ("Phisical_abuse", "physical-abuse"),
        ("Injury - unexplained", "injury-unexplained"),
        ("injury unexplaned", "injury-unexplained"),
        ("injury explaned", "injury-explained"),
        ("Emotional/psychological abuse", "emotional-or-psychological-abuse"),
        ("Serious risk", "serious-risk"),
        ("Death", "death"),
        (" death", "death"),
        ("Other", "another"),
    ],
)
def test_a_type_that_is_nearly_a_known_one_is_refused_with_the_known_one(written: str, meant: str) -> None:
    with pytest.raises(DocumentError, match=rf"incident-type\.c1.*Did you mean '{meant}'\?"):
        reported(**{"incident-type": {"c1": written}})


@pytest.mark.parametrize(
    "written", ["Breach of privacy", "physical assault", "Emotional/psychological trauma", "Medication refused", "Fire"]
)
def test_a_type_that_is_near_none_is_taken_in_its_own_words(written: str) -> None:
    (fact,) = reported(**{"incident-type": {"c1": written}}).facts
    assert fact.answer == written


@pytest.mark.parametrize(
    ("question", "written", "meant"),
    [
        ("program-type", "Family violence and sexual assault services", "family-violence-and-sexual-assault-services"),
        ("program-type", "Family violence & sexual assault services", "family-violence-and-sexual-assault-services"),
        ("service", "Out of home care", "out-of-home-care"),
        ("provider", "Department", "department"),
    ],
)
def test_so_is_every_other_word_that_rules_read(question: str, written: str, meant: str) -> None:
    with pytest.raises(DocumentError, match=rf"{question}.*Did you mean '{meant}'\?"):
        reported(**{question: written})
