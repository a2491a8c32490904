"""A constant that never occurs where it stands makes a condition that never holds: it is refused when it is written."""

from __future__ import annotations

import pytest
from small_programs import module_of

from cimscore.rules import AuthorError

TABLE = """
number = Value("number", int)
TIMES = Table("times", "how long", (Row("fast", 1, "doc/a/b"), Row("slow", 2, "doc/a/b")))
"""
RECORD = """
record = Record("record")
NOTE = RecordKind("note", "note about {home}")
MADE = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('TIMES("fsat", number)', "table times, key: found 'fsat', which never occurs there"),
        ('TIMES("fsat", number)', "Did you mean 'fast'?"),
        ('TIMES("fast", 3)', "table times, value: found 3, which never occurs there"),
        ('is_of_kind(concern, "hram")', "kind: found 'hram', which never occurs there"),
        ('is_of_kind(concern, "hram")', "Did you mean 'harm'?"),
        ('acts_as(person, "worker")', "Known: agency, delegate, "),
        ('is_on_record(person, "indigenous_status")', "Did you mean 'indigenous status'?"),
        ('in_state(home, "Queensland, AU")', "in-state: found 'Queensland, AU'"),
        ('place_in_state(Place("site"), "moon")', "place-in-state: found 'moon'"),
        ('is_place_of_kind(Place("site"), "scool")', "Did you mean 'school'?"),
    ],
)
def test_it_is_refused_with_what_can_occur(line: str, expected: str) -> None:
    with pytest.raises(AuthorError) as refused:
        module_of(f"{TABLE}\n{line}\n")

    assert expected in str(refused.value)


@pytest.mark.parametrize(
    "line",
    [
        'TIMES("fast", number)',
        'TIMES(Value("speed", str), 2)',
        'is_of_kind(concern, "significant-harm")',
        'is_of_kind(concern, Value("kind", str))',
        'acts_as(person, "staff")',
        'is_on_record(person, "mental health")',
    ],
)
def test_a_constant_that_occurs_and_a_variable_are_taken(line: str) -> None:
    assert module_of(f"{TABLE}\ntaken = {line}\n").taken.free


def test_a_word_where_a_row_makes_a_record_is_refused_with_how_a_record_is_named() -> None:
    row = 'MADE.row("each", {head}, when=is_home(home), cites=["doc/a/b"])'
    assert module_of(f"{RECORD}\n{row.format(head='NOTE.of(home)')}\n").MADE.rows

    with pytest.raises(AuthorError, match=r"record/each: found 'note'; expected the record of a kind, as in KIND\.of"):
        module_of(f"{RECORD}\n{row.format(head=repr('note'))}\n")
