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
    document = parse_text(f"{SMALL}people: {written}\n", "case.yaml")
    assert document.problems == ()
    return document.sections["people"]


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
        (f"{SMALL}people: &all []\n", "people (line 3): found a YAML anchor (&)"),
        (f"{SMALL}people: [*all]\n", "people[0] (line 3): found a YAML alias (*)"),
        (f"{SMALL}people: !!set {{}}\n", "people (line 3): found a YAML tag (!)"),
        (f"{SMALL}---\n{SMALL}", "expected one document"),
        (f"{SMALL}id: other\n", "id (line 3): found this key twice"),
        (f"{SMALL}people:\n  - {{id: ari, id: mia}}\n", "people[0].id (line 4): found this key twice"),
        (f"{SMALL}facts: {{1: a}}\n", "facts (line 3): found a key that is not text"),
        (f"{SMALL}---\n", "id (line 3): found a second document; expected one document"),
        (f"words\n{SMALL}", "the document (line 2): found a colon where no key can be"),
        (f"{SMALL}people:\nari\n", "people (line 5): found no ':'; expected text"),
        (f"{SMALL}people: {'[' * 60}{']' * 60}\n", "people (line 3): found more than 50 levels of nesting"),
        (f"{SMALL}people: {'[' * 5000}{']' * 5000}\n", "people (line 3): found more than 50 levels of nesting"),
        ("", "found nothing"),
        ("# only a comment\n", "found nothing"),
        ("- a\n- b\n", "found a list"),
        ("just words", "found a single value"),
        ("{cimscore: 1, id: a, id: b}", "id (line 1): found this key twice"),
        ("{cimscore: 1, id: [}", "expected text that can be parsed as YAML"),
        ("--- {cimscore: 1}\n--- {cimscore: 1}\n", "expected one document"),
    ],
)
def test_what_a_case_document_does_not_need_is_refused_kindly(text: str, said: str) -> None:
    shown = said_of(text)

    assert said in shown
    assert "Marker" not in shown


def test_a_mistake_of_syntax_is_reported_together_with_what_is_wrong_before_it() -> None:
    said = said_of("cimscore: 2\nid: small\npeople:\n  - {id: ari, born: soon}\nhouseholds: [{id: north}\nfacts: 7\n")

    assert "(3 problems; lines are counted without the notifier)" in said
    assert "cimscore (line 1): found a number; expected the number 1" in said
    assert "people[0].born (line 4): expected a day" in said
    assert "households (line 6): found 'scalar' in the place of ',' or ']'; expected text that can be parsed" in said
    assert "facts" not in said


def test_no_section_is_called_missing_that_was_not_reached() -> None:
    said = said_of('cimscore: 1\npeople: [{id: "ari}]\nid: small\nresidences: [{person: mia, household: north}]\n')

    assert "(1 problem;" in said
    assert "people (line " in said


def test_a_line_is_that_of_the_document() -> None:
    said = said_of(f"{SMALL}# a comment\n\npeople:\n  - id: ari\n    name: a: b\n")

    assert "people (line 7): found a colon where no key can be" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"cimscore": 1,\n"id": "a",\n"people": [{"id" "x"}]}', "people (line 3): expected text that can be parsed"),
        ('{"cimscore": 1,\n"id": "a\\q"}', "id (line 2): expected text that can be parsed as JSON, here a text that"),
        ('{"cimscore": 1,\n"id": "a"}\n}', "id (line 3): expected text that can be parsed as JSON, here nothing after"),
        ('{"cimscore": 1,\n"id": "a",\n"people":\n[{"id": 7}]}', "people[0].id (line 4): found the number 7"),
        ('{"cimscore": 1, "notifier": "Jo\nid": "a"}', "notifier: expected a part that can be parsed"),
    ],
)
def test_json_is_told_with_its_lines(text: str, said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_case_text(text, VOCABULARY, name="case.json")

    assert said in str(caught.value)
    assert "Jo" not in str(caught.value)


def test_json_nested_however_deep_is_refused_calmly() -> None:
    deep = f'{{"cimscore": 1, "id": "a", "people": {"[" * 100_000}{"]" * 100_000}}}'
    with pytest.raises(DocumentError, match="more than 50 levels of nesting"):
        read_case_text(deep, VOCABULARY, name="case.json")


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
