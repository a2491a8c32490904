"""Non-interference: whatever stands under notifier, and however long it is, nothing else changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from invented_questions import VOCABULARY, WHOLE_CASE

from cimscore.case import Case
from cimscore.errors import DocumentError
from cimscore.wire import read_case, read_case_text, to_plain, write_case, write_notifier

BEFORE, _, _ = WHOLE_CASE.partition("notifier:")
DAMAGE = ["", '"', "'", "[", "}", ": ", "&a ", "*a", "!t ", "\t", "\x07", "%", "|", "\\", "-", "#"]
AROUND = ["", '"id": 7,', '"id": "a", "people": [{"id": "x", "born": 1}],', '"id": "a", "id": "b",', "]"]
SECRETS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
BLOCKS = st.sampled_from(
    [
        "notifier: Jo Example",
        "notifier:\n  name: Jo Example\n  telephone: 0400 000 000\n  says: |\n    people: [\n    a: b: c",
        "notifier:\n- Jo Example\n- 'a friend'\n\n# comment\n",
        "notifier: {a: [1, 2], b: {c: 'd:\n  e'}}",
        '"notifier" : "Jo\n  Example"',
        "notifier:\n  deep: {born: 2025-02-30, id: case, at: 2025-03-03T10:15}",
        "",
    ]
)


def outcome(text: str, name: str = "case.yaml") -> str | Case:
    """The case that a text is read to, or else the error as shown."""
    try:
        return read_case_text(text, VOCABULARY, name=name)
    except DocumentError as error:
        return str(error)


def error_of(text: str) -> str:
    """The error for a text, as shown."""
    said = outcome(text)
    assert isinstance(said, str)
    return said


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[list[str], int]:
    """The sections of a document, some of their lines damaged; and where the notifier is put."""
    lines = BEFORE.splitlines()
    for _ in range(draw(st.integers(0, 3))):
        index = draw(st.integers(0, len(lines) - 1))
        at = draw(st.integers(0, len(lines[index])))
        damage = draw(st.sampled_from(DAMAGE))
        lines[index] = lines[index][:at] + damage + lines[index][at + draw(st.integers(0, 2)) :]
    tops = [index for index, line in enumerate(lines) if line[:1].isalpha()] + [len(lines)]
    return lines, draw(st.sampled_from(tops))


@settings(max_examples=50)
@given(spoilt(), BLOCKS, BLOCKS)
def test_a_document_however_spoilt_says_the_same_with_any_notifier(
    document: tuple[list[str], int], one: str, other: str
) -> None:
    """Only where the damage swallows the notifier may less be said than where there is none."""
    lines, place = document

    def with_notifier(block: str) -> str:
        return "\n".join([*lines[:place], *([block] if block else []), *lines[place:]])

    outcomes = [outcome(with_notifier(block)) for block in (one, other)]
    assume("" not in (one, other) or not any("othing more can be said" in str(said) for said in outcomes))
    assert outcomes[0] == outcomes[1]


@settings(max_examples=50)
@given(st.sampled_from(AROUND), SECRETS, SECRETS)
def test_json_says_the_same_with_any_notifier(rest: str, one: Any, other: Any) -> None:
    def with_notifier(secret: Any) -> str:
        return f'{{"cimscore": 1, {rest} "notifier": {json.dumps(secret)}, "programs": []}}'

    dropped = f'{{"cimscore": 1, {rest} "programs": []}}'
    outcomes = [outcome(text, "case.json") for text in (with_notifier(one), with_notifier(other), dropped)]
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert outcome(with_notifier(one)) == outcome(with_notifier(other))


@given(SECRETS)
def test_a_parsed_document_takes_any_notifier_and_writes_it_only_on_request(secret: Any) -> None:
    case = read_case({"cimscore": 1, "id": "small", "notifier": secret}, VOCABULARY)

    assert write_notifier(case) is secret
    assert write_case(case) == {"cimscore": 1, "id": "small"}
    assert "notifier" not in to_plain(case)
    assert case == read_case({"cimscore": 1, "id": "small"}, VOCABULARY)


@pytest.mark.parametrize(
    "block",
    [
        'notifier: "Jo Example',
        "notifier: {name: Jo Example",
        "notifier:\n  name: Jo: Example: x",
        "notifier: *jo",
        "notifier: &jo Example",
        "notifier: !jo Example",
        "notifier: {jo: 1, jo: 2}",
        "notifier: {[jo]: 1}",
        'notifier: "\\UFFFFFFFF jo"',
        f"notifier: {'[' * 200}jo{']' * 200}",
    ],
)
def test_a_notifier_that_cannot_be_parsed_is_only_said_to_be_that(block: str) -> None:
    said = error_of(f"{BEFORE}{block}\n")

    assert "(1 problem)" in said
    assert "notifier: expected a part that can be parsed. What it holds is protected" in said
    assert "jo" not in said.lower()


def test_a_notifier_that_is_not_indented_is_not_shown() -> None:
    said = error_of(f"{BEFORE}notifier:\nJo Example\n")

    assert "notifier: expected a part that can be parsed" in said
    assert "Jo" not in said


def test_the_notifier_is_kept_out_where_its_heading_is_misspelt_or_misplaced() -> None:
    misspelt = error_of(f"{BEFORE}notifer: {{name: Jo, name: Jo, x: *jo}}\n")
    indented = error_of(BEFORE + '  notifier: {name: "Jo\\q"}\n')
    nested = error_of(BEFORE.replace("- id: leo", "- {id: leo, notifier: {jo: 1, jo: 2}}"))

    assert "Did you mean 'notifier'?" in misspelt
    line = BEFORE.splitlines().index("facts:") + 1
    assert f"facts (line {line}): expected a part that can be parsed" in indented
    assert "people[2].notifier (line 8): found an unknown key" in nested
    for said in (misspelt, indented, nested):
        assert [word for word in ("Jo", ".jo", "'q'") if word in said] == []


def test_two_notifiers_are_refused_without_showing_either() -> None:
    said = error_of(f"{BEFORE}notifier: Jo\nnotifier: Jay\n")

    assert "notifier: found this key twice" in said
    assert [name for name in ("Jo", "Jay") if name in said] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{cimscore: 1, id: x, notifier: Quill, Pat Zebedee, people: []}", "case.yaml"),
        ("cimscore: 1\nid: x\nnotifier: Quill\nZebedee: 1\nZebedee: 2\n", "case.yaml"),
        ("cimscore: 1\nid: x\npeople: [{id: a, notifier: Quill, Pat Zebedee}]\n", "case.yaml"),
        ("cimscore: 1\nid: x\npeople:\n  - {id: a, notifier: Quill, Zebedee: 1, Zebedee: 2}\n", "case.yaml"),
        ("cimscore: 1\nid: x\nfacts: {notifier: Quill, Pat Zebedee: 2}\n", "case.yaml"),
        ('{"cimscore": 1, "id": "x", "notifier": "Quill", "Pat Zebedee": 1, "Pat Zebedee": 2}', "case.json"),
    ],
)
def test_what_a_comma_or_a_line_break_makes_a_key_of_is_not_shown(text: str, name: str) -> None:
    said = str(outcome(text, name))

    assert "may be a part of what is protected" in said and "in quotes" in said
    assert "Zebedee" not in said and "Quill" not in said
