"""A form as a page shows it: a part for each field, at its place, with the schema of what it takes."""

from __future__ import annotations

import functools
from typing import Any

import jsonschema
import pytest

import cimscore
from cimscore.composition import vocabulary_of
from cimscore.report_forms import filled, shape_of
from cimscore.rulebook import Rulebook
from cimscore.wire import case_schema

FORMS = ["qld-child-safety/intake-form", "vic-cims/incident-report-webform"]
LOADED = functools.cache(cimscore.load_rulebook)
Plain = dict[str, Any]


@pytest.fixture
def rulebook() -> Rulebook:
    return LOADED()


def shape(rulebook: Rulebook, name: str) -> Plain:
    program = name.partition("/")[0]
    schema = case_schema(vocabulary_of(rulebook), [program])
    return shape_of(rulebook.report_forms[name], program, rulebook.program(program).declared.workflows, schema)


@pytest.mark.parametrize("name", FORMS)
def test_each_field_has_a_part_under_which_it_is_owed(rulebook: Rulebook, name: str) -> None:
    keys = {part["key"] for part in shape(rulebook, name)["parts"]}

    owed = [entry for entry in filled(rulebook.report_forms[name], name.partition("/")[0], {}) if entry.is_owed]

    assert [entry.key for entry in owed if entry.key not in keys and entry.key.partition(".")[0] not in keys] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_report_begins_with_a_document_that_can_be_read(rulebook: Rulebook, name: str) -> None:
    begun = shape(rulebook, name)["begun"]

    assert rulebook.read_case(begun).programs == (name.partition("/")[0],)


@pytest.mark.parametrize("name", FORMS)
def test_the_schema_of_each_part_is_a_schema_with_the_words_of_its_field(rulebook: Rulebook, name: str) -> None:
    for part in shape(rulebook, name)["parts"]:
        jsonschema.Draft202012Validator.check_schema(part["schema"])
        assert part["schema"]["title"]
        assert part["clauses"] or part["key"] == "id"


def test_what_a_form_asks_of_a_person_comes_first_and_is_always_shown(rulebook: Rulebook) -> None:
    (people,) = (part for part in shape(rulebook, FORMS[0])["parts"] if part["key"] == "people")
    items = people["schema"]["items"]

    assert list(items["properties"])[:4] == items["required"] == ["id", "name", "born", "profile"]
    assert items["properties"]["profile"]["properties"]["health"]["title"] == "Relevant health information"
    assert "unborn" in items["properties"], "what else can be said stays within reach"


def test_a_step_that_hands_a_report_in_has_its_time_and_the_roles_that_may_take_it(rulebook: Rulebook) -> None:
    when, who = shape(rulebook, FORMS[1])["parts"][-2:]

    assert when["path"] == ["incident", "moves", "incident-report", {"move": "submit"}, "at"]
    assert who["schema"]["enum"] == ["staff member", "authorised delegate"]
    assert [part for part in shape(rulebook, FORMS[0])["parts"] if part["key"].startswith("handed")] == []


def test_a_decision_is_written_with_who_decides_and_when(rulebook: Rulebook) -> None:
    parts = {part["key"]: part for part in shape(rulebook, FORMS[0])["parts"]}
    entry = {"question": "qld-child-safety/response", "by": "child-safety-officer"}

    assert parts["response"]["path"] == ["incident", "decisions", entry, "answer"]
    assert parts["response@at"]["path"] == ["incident", "decisions", entry, "at"]
    jsonschema.validate("intake-enquiry", parts["response"]["schema"])
