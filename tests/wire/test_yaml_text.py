"""YAML is read by the 1.2 rules, and only its plain part."""

from __future__ import annotations

import pytest
from invented_questions import VOCABULARY

from cimscore.errors import DocumentError
from cimscore.wire import read_case_text
from cimscore.wire.text import parse_text

SMALL = "cimscore: 1\nid: small\n"


def value_of(written: str) -> object:
    """What a scalar in a document becomes."""
    document, problems = parse_text(f"{SMALL}people: {written}\n", "case.yaml")
    assert problems == []
    return document["people"]


def said_of(text: str) -> str:
    """The error for a text, as shown."""
    with pytest.raises(DocumentError) as caught:
        read_case_text(text, VOCABULARY, name="case.yaml")
    return str(caught.value)


@pytest.mark.parametrize("text", ["no", "yes", "on", "off", "y", "NO", "2025-03-03", "2025-03-03T10:15:00Z", "1:30",
                                  "0o17", "0x1F", "1_000", "0400", "=", "<<"])  # fmt: skip
def test_what_other_versions_of_yaml_convert_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("12", 12), ("-3", -3), ("+3", 3),
     ("0", 0), ("1.50", 1.5), ("1e3", 1000.0), (".inf", float("inf")), ('"true"', "true"), ("'12'", "12")],
)  # fmt: skip
def test_the_words_and_numbers_of_yaml(written: str, value: object) -> None:
    found = value_of(written)

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{SMALL}people: &all []\n", "people: found a YAML anchor (&)"),
        (f"{SMALL}people: [*all]\n", "people[0]: found a YAML alias (*)"),
        (f"{SMALL}people: !!set {{}}\n", "people: found a YAML tag (!)"),
        (f"{SMALL}---\n{SMALL}", "expected one document"),
        (f"{SMALL}id: other\n", "id: found this key twice"),
        (f"{SMALL}people:\n  - {{id: ari, id: mia}}\n", "people[0].id: found this key twice"),
        (f"{SMALL}facts: {{1: a}}\n", "facts: found a key that is not text"),
        (f"{SMALL}---\n", "found a document marker at the left margin, after the section 'id'"),
        (f"words\n{SMALL}", "found a line at the left margin, at the top"),
        (
            f"{SMALL}people:\nari\n",
            "the document: found a line at the left margin, after the section 'people', that is neither",
        ),
        (f"{SMALL}people: {'[' * 60}{']' * 60}\n", "people: found more than 50 levels of nesting"),
        (f"{SMALL}people: {'[' * 5000}{']' * 5000}\n", "people: found more than 50 levels of nesting"),
        ("", "found nothing"),
        ("# only a comment\n", "found nothing"),
        ("- a\n- b\n", "found a list"),
        ("just words", "found a single value"),
        ("{cimscore: 1, id: a, id: b}", "id: found this key twice"),
        ("{cimscore: 1, id: [}", "expected text that can be parsed as YAML"),
        ("--- {cimscore: 1}\n--- {cimscore: 1}\n", "several documents"),
    ],
)
def test_what_a_case_document_does_not_need_is_refused_kindly(text: str, said: str) -> None:
    shown = said_of(text)

    assert said in shown
    assert "Marker" not in shown


def test_mistakes_of_syntax_are_reported_by_section_together_with_all_others() -> None:
    said = said_of('cimscore: 2\nid: "small\npeople:\n  - {id: ari}\n  - {id: mia\nhouseholds: [{id: north}]\n')

    assert "(3 problems)" in said
    assert "  - cimscore: " in said
    assert "  - id" in said
    assert "  - people, line " in said
    assert "ari" not in said


def test_a_line_is_counted_from_the_heading_of_its_section() -> None:
    said = said_of(f"{SMALL}# a comment\n\npeople:\n  - id: ari\n    name: a: b\n")

    assert "people, line 3: found mapping values are not allowed here" in said


def test_the_usual_ways_of_writing_are_all_read() -> None:
    block = (
        "%YAML 1.2\n---\n# note\ncimscore: 1\r\nid: small\r\npeople:\r\n- id: ari\r\n- {id: mia,\r\n   family: a}\r\n"
    )
    flow = '{"cimscore": 1, "id": "small", people: [{id: ari}, {id: mia, family: a}]}'
    json = '\ufeff{"cimscore": 1,\t"id": "small", "people": [{"id": "ari"}, {"id": "mia", "family": "a"}]}'

    cases = [read_case_text(text, VOCABULARY) for text in (block, flow, json)]
    assert cases[0] == cases[1] == cases[2]
    assert [person.id for person in cases[0].people] == ["ari", "mia"]


def test_json_is_strict_about_equal_keys_and_numbers_that_are_none() -> None:
    with pytest.raises(DocumentError) as caught:
        read_case_text('{"cimscore": NaN, "id": "a", "people": [{"id": "x", "id": "y"}]}', VOCABULARY, name="a.json")

    assert {problem.where for problem in caught.value.problems} == {"cimscore", "people[0].id"}
