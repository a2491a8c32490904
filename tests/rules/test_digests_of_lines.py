"""Lines are digested one by one: another word in one changes what reads that line, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from small_programs import program_of

from cimscore.rules.digests import digests_of

ROWS = """
    class Colour(enum.StrEnum):
        RED = "red"
        BLUE = "blue"

    class Way(enum.StrEnum):
        SHORT = "short"
        LONG = "long"

    number = Value("number", int)
    colour = Value("colour", Colour)
    moment = Value("moment", Moment)
    TIMES = Table(
        "times", "how long", (Row("fast", 1, "small/one"), Row("slow", 2, "small/two"), Row("never", 9, "small/a"))
    )
    ASK = Question(id="ask", things=(child,), text="Which colour is {child}?", answers=Colour)
    CODES = {"one": "small/one", "two": "small/two"}
    CODE = Question(id="code", things=(), text="Which code?", answers=str, codes=CODES)
    WAY = Reading(
        id="way", question="Which way?", readings={Way.SHORT: "By the wall.", Way.LONG: "By the sea."},
        taken=Way.SHORT, because="It is usual.", clauses=("small/a",),
    )
    FOUND = Conclusion("found", (child,), "{child} [is] found", topic=Topic.SCOPE)

    def row(id, when):
        FOUND.row(id, child, when=is_child(child) & when, cites=["small/a"])

    row("fast", some(number, TIMES("fast", number)))
    row("slow", some(number, TIMES("slow", number)))
    row("any-time", some(number, some(speed := Value("speed", str), TIMES(speed, number))))
    row("red", ASK.is_(child, Colour.RED))
    row("blue", ~ASK.is_(child, Colour.BLUE))
    row("any-colour", some(colour, ASK.is_(child, colour)))
    row("when", some(moment, ASK.decided_at(child, moment)))
    row("one", CODE.is_("one"))
    row("two", CODE.is_("two"))
    row("short", WAY.is_(Way.SHORT))
    row("long", WAY.is_(Way.LONG))
"""


def changed(old: str, new: str, rows: str = ROWS) -> set[str]:
    """Return the rows and lines that have another digest, are new or are gone, where some words are others."""
    assert old in rows
    before, after = (_rows_and_lines(digests_of(program_of(text))) for text in (rows, rows.replace(old, new)))
    return {key for key, _ in before.items() ^ after.items()}


def _rows_and_lines(digests: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix("conclusion:"): digest for key, digest in digests.items() if "/" in key}


@pytest.mark.parametrize(
    ("old", "new", "touched"),
    [
        ('Row("fast", 1, "small/one")', 'Row("fast", 3, "small/one")', {"table:times/fast", "found/fast"}),
        ('Row("slow", 2, "small/two")', 'Row("slow", 2, "small/a")', {"table:times/slow", "found/slow"}),
        (', Row("never", 9, "small/a")', "", {"table:times/never"}),
    ],
)
def test_a_line_of_a_table_alarms_what_names_its_key_or_lists_them_all(old: str, new: str, touched: set[str]) -> None:
    assert changed(old, new) == {*touched, "found/any-time"}


def test_a_dated_line_belongs_to_the_line_of_its_key() -> None:
    dated = 'Row("fast", 1, "small/one", until="2026"), Row("fast", 4, "small/one", since="2026")'
    assert changed('Row("fast", 1, "small/one")', dated) == {"table:times/fast", "found/fast", "found/any-time"}


def test_what_a_table_is_called_alarms_all_that_reads_it() -> None:
    assert changed("how long", "how soon") == {"found/fast", "found/slow", "found/any-time"}


def test_a_reading_in_other_words_alarms_what_rests_on_that_reading() -> None:
    assert changed("By the sea.", "By the harbour.") == {"reading:way/long", "found/long"}


@pytest.mark.parametrize(("old", "new"), [("taken=Way.SHORT", "taken=Way.LONG"), ("It is usual", "It is safe")])
def test_which_reading_is_taken_and_why_alarms_all_that_rests_on_the_point(old: str, new: str) -> None:
    assert changed(old, new) == {"found/short", "found/long"}


def test_another_answer_in_its_place_alarms_what_names_or_lists_it() -> None:
    expected = {"question:ask/blue", "question:ask/navy", "found/blue", "found/any-colour"}
    assert changed('BLUE = "blue"', 'BLUE = "navy"') == expected


def test_a_further_answer_alarms_whatever_reads_any_of_them() -> None:
    """Where a question is open, nothing is certain that a further answer would make otherwise."""
    found = changed('BLUE = "blue"', 'BLUE = "blue"\n        GREEN = "green"')
    assert found == {"question:ask/green", "found/red", "found/blue", "found/any-colour", "found/when"}


def test_the_clause_of_a_code_alarms_what_names_the_code() -> None:
    assert changed('"two": "small/two"', '"two": "small/a"') == {"question:code/two", "found/two"}


def test_how_a_question_is_put_alarms_all_that_reads_it() -> None:
    found = changed("Which colour is", "What colour is")
    assert found == {"found/red", "found/blue", "found/any-colour", "found/when"}


def test_yes_and_no_are_no_lines() -> None:
    rows = """
        ASK = Question(id="ask", things=(child,), text="Is {child} in?", answers=bool)
        FOUND = Conclusion("found", (child,), "{child} [is] found", topic=Topic.SCOPE)
        FOUND.row("in", child, when=is_child(child) & ASK(child), cites=["small/a"])
    """
    assert changed("Is {child} in", "Is {child} out", rows) == {"found/in"}


def test_a_method_of_the_answers_alarms_what_reads_the_question() -> None:
    methods = """RED = "red"
        BLUE = "blue"

        @property
        def waits(self) -> int:
            return 3
"""
    rows = ROWS.replace('RED = "red"\n        BLUE = "blue"\n', methods)

    found = changed("return 3", "return 4", rows)
    assert found == {"found/red", "found/blue", "found/any-colour", "found/when"}
