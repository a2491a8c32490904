"""An assessment as a document: it agrees with its schema, says everything once, and hides nothing but the notifier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import cimscore
from cimscore.assessment import State
from cimscore.rules import Facts, Household, HouseholdRole, InScope, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin
from cimscore.wire import Vocabulary, assessment_document, assessment_schema, case_schema, outcome_document

ROOT = Path(__file__).parents[2]
CLAUSE = "doc/heading/clause"
CASE = {
    "cimscore": 1, "id": "one", "programs": ["invented"],
    "households": [{"id": "north", "area": "unknown"}, {"id": "south"}],
}  # fmt: skip


def is_in_logan(facts: Facts, home: Household) -> bool:
    """the household lies in Logan"""
    return facts.home.area(home) == "Logan"


def rules_with_everything() -> tuple[Ruleset[Any], ...]:
    """A rule that applies, one that is open and one that fails."""
    scope: Ruleset[InScope] = Ruleset(Topic.SCOPE)
    homes: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @scope.rule("always", cites=[CLAUSE])
    def always(facts: Facts, case: TheCase) -> InScope:
        """Always."""
        return InScope()

    @homes.rule("open", cites=[CLAUSE], when=[is_in_logan])
    def in_logan(facts: Facts, home: Household) -> HouseholdRole:
        """Homes in Logan."""
        return HouseholdRole("in Logan")

    @homes.rule("open-too", cites=[CLAUSE], when=[is_in_logan])
    def in_logan_too(facts: Facts, home: Household) -> HouseholdRole:
        """Homes in Logan again."""
        return HouseholdRole("in Logan too")

    @homes.rule("failing", cites=[CLAUSE])
    def failing(facts: Facts, home: Household) -> HouseholdRole:
        """Fails."""
        raise ValueError("broken")

    return scope, homes


@pytest.fixture
def assessment() -> cimscore.Assessment:
    rulebook = cimscore.load_rulebook([InlinePlugin(rulesets=rules_with_everything())])
    return cimscore.assess(rulebook.read_case(CASE), rulebook)


@pytest.fixture
def two_homes() -> cimscore.Assessment:
    rulebook = cimscore.load_rulebook()
    return cimscore.assess(rulebook.read_case(ROOT / "examples" / "two-homes.yaml"), rulebook)


def check(document: object) -> None:
    jsonschema.Draft202012Validator(assessment_schema()).validate(document)


def test_what_applies_is_open_or_failed_agrees_with_the_schema(assessment: cimscore.Assessment) -> None:
    document = assessment_document(assessment)

    check(document)
    assert {finding["state"] for finding in document["findings"]} == {State.APPLIES, State.OPEN, State.FAILED}
    assert document["decided"] is False
    assert [question["question"]["address"] for question in document["open_questions"]] == [
        "case/area@north",
        "case/area@south",
    ]


def test_the_example_agrees_with_the_schema_and_tells_its_deadlines(two_homes: cimscore.Assessment) -> None:
    document = assessment_document(two_homes)

    check(document)
    dues = [duty["due"] for duty in document["duties"] if duty["due"]]
    assert {due["latest"] for due in dues} >= {"2025-03-07T00:00:00+10:00"}
    assert any(due["end_of_day"] and due["text"].startswith("Thursday 6 March 2025, end of day") for due in dues)
    assert [child["person"] for child in document["shared_care"]] == ["ari"]


def test_the_schema_is_a_schema_and_refuses_what_it_does_not_know(assessment: cimscore.Assessment) -> None:
    jsonschema.Draft202012Validator.check_schema(assessment_schema())
    document = assessment_document(assessment)
    with pytest.raises(jsonschema.ValidationError):
        check({**document, "extra": 1})
    with pytest.raises(jsonschema.ValidationError):
        check({name: part for name, part in document.items() if name != "receipt"})


def test_a_condition_tested_once_stands_once_and_every_reference_finds_it(assessment: cimscore.Assessment) -> None:
    document = assessment_document(assessment)
    in_logan = [key for key, it in document["conditions"].items() if it["about"] == "north"]
    referred = [finding["when"] for finding in document["findings"] if finding["about"] == "north" and finding["when"]]

    assert len(in_logan) == 1
    assert referred == [in_logan, in_logan]


def test_every_reference_of_the_example_finds_its_condition(two_homes: cimscore.Assessment) -> None:
    document = assessment_document(two_homes)
    table = document["conditions"]
    roots = [key for finding in document["findings"] for key in (*finding["when"], *finding["unless"])]
    below = [key for condition in table.values() for key in condition["rests_on"]]

    assert {*roots, *below} == set(table)


def test_the_same_case_gives_the_same_bytes(assessment: cimscore.Assessment) -> None:
    rulebook = cimscore.load_rulebook([InlinePlugin(rulesets=rules_with_everything())])
    again = cimscore.assess(rulebook.read_case(CASE), rulebook)

    assert json.dumps(assessment_document(again)) == json.dumps(assessment_document(assessment))


def test_why_not_is_a_document_too(assessment: cimscore.Assessment) -> None:
    document = outcome_document(assessment.why_not("invented/households/open", "north"))

    assert json.loads(json.dumps(document)) == document
    assert document["state"] == "open"
    assert document["waits_for"]["address"] == "case/area@north"
    assert [document["conditions"][key]["value"] for key in document["when"]] == [None]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("assessment-1.schema.json", assessment_schema()),
        ("case-1.schema.json", case_schema(Vocabulary(programs=frozenset(), questions={}))),
    ],
)
def test_the_committed_schemas_are_current(name: str, schema: object) -> None:
    """Written by `cimscore schema --assessment` and `cimscore schema --no-programs`."""
    assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == json.dumps(schema, indent=2) + "\n"
