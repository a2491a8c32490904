"""An answer about something of which its question is not asked is told as one that nothing uses."""

from __future__ import annotations

import pytest
from case_documents import case_of, decided, rulebook

from cimscore.assessment import assess, first_page
from cimscore.assessment.documents.document import document_of

NAME = "answers-about-the-wrong-ones"


def test_each_is_told_with_its_question_as_a_warning() -> None:
    told = " ".join(first_page(decided(NAME)).split())

    assert "2 warnings below" in told
    assert "This answer is used by nothing here: Do the concerns in home relate to Mia too? no." in told
    assert "Does Kai, who lives in no household, stay by their own choice where they are at risk? yes." in told


def test_it_is_in_json_and_absent_where_there_is_none() -> None:
    assert len(document_of(decided(NAME))["unused"]) == 2
    assert "unused" not in document_of(decided("couch-surfing"))


@pytest.mark.parametrize(
    "name",
    [
        "before-edition",  # no edition is in force, so nothing reads any answer
        "concern-withdrawn",
        "geelong-cup",  # another answer about the service would use it
        "ndis-registered-until",  # the days of the registration settle what it asks
        "report-with-a-priority",  # a law reads that it was given at all
        "couch-surfing",
        "stays-with-a-friend",
    ],
)
def test_an_answer_that_another_answer_or_edition_would_use_is_no_such_one(name: str) -> None:
    assert [decision.unused for decision in assess(case_of(name), rulebook()).decisions] == [()]
