"""A value put into a text stands where it belongs, and every other line of the text stays."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cimscore.wire import ADD, NoPlaceError, Put, amended
from cimscore.wire.text import parse_text

WRITTEN = """\
# who
cimscore: 1
people:
- id: ari   # the child
  name:
    given: Ari
# and who else
- {id: mia, born: unknown}
- id: leo
  text: |
    two
    lines
facts:
moves: [{move: endorse, by: mia}]
notifier: {name: "Quentin: Zweig"}  # never elsewhere
"""
ARI = ("people", {"id": "ari"})
PUTS = [
    (Put((*ARI, "born"), "2014-05-02"), "  born: 2014-05-02"),
    (Put(("people", {"id": "mia"}, "born"), "1986"), '- {id: mia, born: "1986"}'),
    (Put(("people", {"id": "mia"}, "home"), "none"), "- {id: mia, born: unknown, home: none}"),
    (Put(("people", {"id": "leo"}, "adult"), True), "  adult: true"),
    (Put(("people", ADD), {"id": "bo", "age": {"about": 7}}), "- {id: bo, age: {about: 7}}"),
    (Put(("facts", "vic-cims", "site"), "Cairns, Qld"), 'facts: {vic-cims: {site: "Cairns, Qld"}}'),
    (Put(("decisions", ADD), {"about": "c1", "answer": "no"}), "decisions:\n  - {about: c1, answer: no}"),
    (
        Put(("moves", {"move": "endorse"}, "by", "role"), "delegate", keeps="person"),
        "moves: [{move: endorse, by: {person: mia, role: delegate}}]",
    ),
]


@pytest.mark.parametrize(("put", "line"), PUTS, ids=[line for _, line in PUTS])
def test_a_value_is_written_in_its_place_and_all_else_stays(put: Put, line: str) -> None:
    after = amended(WRITTEN, put)

    assert f"\n{line}\n" in after.replace("  # never elsewhere", "")
    kept = [kept for kept in WRITTEN.splitlines() if kept in after.splitlines()]
    assert len(kept) >= len(WRITTEN.splitlines()) - 1
    assert 'notifier: {name: "Quentin: Zweig"}  # never elsewhere' in after
    assert parse_text(after, "case.yaml").problems == ()


def test_a_text_in_windows_lines_keeps_them() -> None:
    after = amended(WRITTEN.replace("\n", "\r\n"), Put(("decisions", ADD), {"about": "c1"}))

    assert after.count("\n") == after.count("\r\n") == WRITTEN.count("\n") + 2


def test_json_stays_json() -> None:
    text = json.dumps({"cimscore": 1, "people": [{"id": "ari"}], "facts": {}})
    for put in (Put((*ARI, "born"), "2014"), Put(("facts", "p", "q"), True), Put(("decisions", ADD), {"a": ["b"]})):
        text = amended(text, put)

    assert json.loads(text) == {
        "cimscore": 1,
        "people": [{"id": "ari", "born": "2014"}],
        "facts": {"p": {"q": True}},
        "decisions": [{"a": ["b"]}],
    }


@pytest.mark.parametrize(
    ("put", "told"),
    [
        (Put(("people", {"id": "nobody"}, "born"), 1), "people, id nobody, born: the document has no such entry"),
        (Put(("records", {"id": "r"}, "household"), "x"), "the document has no such entry"),
        (Put(("cimscore", "x"), 1), "something of another shape stands there"),
        (Put(("people", "x"), 1), "something of another shape stands there"),
    ],
)
def test_a_value_without_a_place_is_refused_and_the_place_named(put: Put, told: str) -> None:
    with pytest.raises(NoPlaceError, match=told):
        amended(WRITTEN, put)


def test_a_text_that_cannot_be_parsed_is_not_quoted() -> None:
    with pytest.raises(NoPlaceError) as refused:
        amended("people: [{id: ari}]\nnotifier: *Zweig\n", Put((*ARI, "born"), 1))

    assert "Zweig" not in str(refused.value)
    assert refused.value.__context__ is None


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20) | st.integers() | st.booleans())
def test_whatever_is_put_is_read_back(value: str | int | bool) -> None:
    read = parse_text(amended(WRITTEN, Put((*ARI, "text"), value)), "case.yaml")

    assert read.problems == ()
    assert read.sections["people"][0]["text"] == value  # type: ignore[index]
    assert yaml.safe_load(WRITTEN)["people"][2] == read.sections["people"][2]  # type: ignore[index]
