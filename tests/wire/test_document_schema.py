"""The schema accepts exactly the documents whose shape the reader accepts."""

from __future__ import annotations

import copy
import re
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_questions import VOCABULARY, WHOLE_CASE
from small_documents import MINIMAL

from cimscore import ids
from cimscore.errors import DocumentError
from cimscore.wire import case_schema, document, patterns, read_case, read_case_text, write_case
from cimscore.wire.composites import Entry
from cimscore.wire.reading import shape_problems

SCHEMA = case_schema(VOCABULARY)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
INCIDENT: dict[str, Any] = {
    "id": "c7",
    "about": ["leo"],
    "occurred": {"between": ["2025-03-01", "2025-03-02"]},
    "facts": {"rainbow": {"disclosed": "2025-03-03", "remark": {"leo": "so"}}},
    "decisions": [{"question": "rainbow/colour", "answer": "blue", "by": "officer", "at": "2025-03-03"}],
    "moves": {"report": [{"move": "submit", "by": {"person": "leo", "role": "officer"}, "at": "2025-03"}]},
}
WHOLE: dict[str, Any] = {
    **write_case(read_case_text(WHOLE_CASE, VOCABULARY)),
    "incident": INCIDENT,
    "notifier": {"name": "Jo Example"},
}

WORDS = [
    "unknown",
    "case",
    "elsewhere",
    "ari",
    "ari@north",
    "report:north/ari",
    "2025-02-30",
    "2025-03-03T10:15Z",
    "2025-03-03T10:15",
    "rainbow/closed",
    "rainbow/raining",
    "leader",
    "red",
    "yes",
    "١",
    "",
    "ari\n",
]
VALUES = st.one_of(
    st.none(), st.booleans(), st.sampled_from([0, 1, -3, 1.0, 2.5]), st.sampled_from(WORDS), st.text(max_size=4)
)
KEYS = st.sampled_from([*WORDS, "id", "answer", "born", "from", "about", "by"])
JUNK = VALUES | st.lists(VALUES, max_size=2) | st.dictionaries(KEYS, VALUES, max_size=2)


def containers(value: Any) -> list[Any]:
    """Every list and mapping in a document."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else None
    return [] if inner is None else [value, *(found for part in inner for found in containers(part))]


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """A right document with up to three random changes: something replaced, taken away, renamed or added."""
    document = copy.deepcopy(WHOLE)
    for _ in range(draw(st.integers(0, 3))):
        target = draw(st.sampled_from([one for one in containers(document) if one]))
        key = draw(st.sampled_from(sorted(target) if isinstance(target, dict) else range(len(target))))
        change = draw(st.sampled_from(["replace", "remove", "add", "borrow"]))
        if change == "replace":
            target[key] = draw(JUNK)
        elif change == "remove":
            del target[key]
        elif change == "borrow":
            target[key] = copy.deepcopy(draw(st.sampled_from(containers(WHOLE))))
        elif isinstance(target, dict):
            target[draw(KEYS)] = draw(JUNK)
        else:
            target.append(copy.deepcopy(draw(st.sampled_from(target))))
    return document


@given(documents())
def test_schema_accepts_what_the_reader_accepts_and_nothing_else(document: Any) -> None:
    assert VALIDATOR.is_valid(document) == (not shape_problems(document, VOCABULARY))


@given(documents())
def test_whatever_is_wrong_the_reader_ends_with_a_case_or_a_document_error(document: Any) -> None:
    try:
        case = read_case(document, VOCABULARY)
    except DocumentError:
        return
    assert VALIDATOR.is_valid(document)
    assert read_case(write_case(case), VOCABULARY) == case


@given(st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner), max_leaves=5))
def test_anything_at_all_is_judged_alike(document: Any) -> None:
    assert VALIDATOR.is_valid(document) == (not shape_problems(document, VOCABULARY))


def test_the_schema_is_a_schema_and_accepts_the_whole_case() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    VALIDATOR.validate(WHOLE)


def test_what_only_the_cross_checks_see_passes_the_schema() -> None:
    document = {**MINIMAL, "people": [{"id": "ari", "born": "2025-02-30"}, {"id": "ari"}]}

    assert VALIDATOR.is_valid(document)
    with pytest.raises(DocumentError, match=r"2 problems"):
        read_case(document, VOCABULARY)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {**MINIMAL, "cimscore": True},
        {**MINIMAL, "peopel": []},
        {**MINIMAL, "people": [{"id": "ari\n"}]},
        {**MINIMAL, "decisions": [{"question": "rainbow/closed", "answer": "yes"}]},
        {**MINIMAL, "decisions": [{"question": "rainbow/colour", "answer": "red"}]},
        {**MINIMAL, "facts": {"rainbow": {"closed": True}}},
    ],
)
def test_the_schema_refuses(document: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(document)


@given(st.from_regex(re.compile(patterns.RECORD_ID), fullmatch=True) | st.sampled_from(WORDS))
def test_ids_and_record_addresses_are_those_of_the_core(text: str) -> None:
    is_pattern = re.fullmatch(patterns.ID, text) is not None

    assert (is_pattern and text not in ids.RESERVED) == ids.is_id(text)
    assert (re.fullmatch(patterns.RECORD, text) is not None) == (ids.split_record_address(text) is not None)


def test_every_object_says_what_it_is_and_every_question_what_it_asks() -> None:
    people = SCHEMA["properties"]["people"]["items"]
    answer = SCHEMA["properties"]["facts"]["properties"]["rainbow"]["properties"]["count"]
    decisions = SCHEMA["properties"]["decisions"]["items"]["allOf"]
    joined = next(one["then"] for one in decisions if one["if"]["properties"]["question"]["const"] == "rainbow/joined")

    assert people["description"] == "Person of the case."
    assert people["properties"]["unborn"]["description"].startswith("Set for a child who was unborn")
    assert SCHEMA["properties"]["concerns"]["items"]["properties"]["place"]["description"].startswith(
        "Id of the household"
    )
    assert answer["title"] == "How many rooms does the home have?"
    assert answer["description"] == "Kitchens do not count."
    assert joined["properties"]["answer"]["description"] == "Decided by: leader. To weigh: what helps the children."


def test_every_key_is_described() -> None:
    def undescribed(schema: dict[str, Any], path: str) -> list[str]:
        parts = schema.get("properties", {}).items()
        here = [f"{path}/{key}" for key, part in parts if not {"description", "title"} & part.keys()]
        deeper = [name for key, part in parts for name in undescribed(part.get("items", part), f"{path}/{key}")]
        return here + deeper

    found = undescribed(SCHEMA, "")
    assert [path for path in found if not path.startswith(("/facts", "/decisions", "/incident/facts"))] == []


def test_a_schema_may_be_for_some_programs_only() -> None:
    plain = jsonschema.Draft202012Validator(case_schema(VOCABULARY, ["plain"]))

    assert plain.is_valid({**MINIMAL, "programs": ["plain"], "facts": {"plain": {}}})
    assert not plain.is_valid({**MINIMAL, "programs": ["rainbow"]})
    assert not plain.is_valid({**MINIMAL, "decisions": [{"question": "rainbow/closed", "answer": True}]})


def test_every_attribute_of_an_entry_has_a_key_in_the_document() -> None:
    entries = [value for value in vars(document).values() if isinstance(value, Entry)]
    assert len(entries) >= 9
    for entry in entries:
        assert isinstance(entry.build, type)
        written = {key.into or name for name, key in entry.keys.items()}
        assert written == {field.name for field in attrs.fields(entry.build)}
