"""Where a rule stands in the code: the innermost statement around the line that wrote it."""

from __future__ import annotations

import lamps
import pytest

from cimscore.rules.vocabulary import is_home
from cimscore.rules.written import Written
from cimscore.traceability.declared.written import NOWHERE, place_of

BOOK = lamps.rulebook()


def code_of(address: str) -> list[str]:
    return place_of(BOOK.rules[address].written).code.splitlines()


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("lamps/lit/kept-house", "LIT.row(", ")"),
        ("lamps/duties-keeping/light-late", "    DUTIES.duty(", "    )  # fmt: skip"),
        ("lamps/edition/by-receipt", "    table.row(", "    )"),
        ("lamps/clock/refill", "    made.clock(", "    )"),
    ],
    ids=["of a module", "of a loop", "of a function", "a clock"],
)
def test_the_whole_statement_is_told_and_no_more(address, first, last):
    lines = code_of(address)
    assert (lines[0], lines[-1]) == (first, last)


def test_a_statement_of_one_line_is_that_line():
    assert code_of("lamps/duties-keeping/trim") == [
        'DUTIES.duty("trim", "trim the wick", by="the keeper", when=some_house_is_lit(), cites=["lamp/lighting/wick"])'
    ]


def test_the_file_is_told_from_the_folder_of_its_package():
    assert place_of(BOOK.rules["lamps/lit/kept-house"].written).file == "lamps.py"
    assert place_of(is_home.written).file == "cimscore/rules/vocabulary.py"
    assert place_of(Written(module="cimscore.rules", line=1)).file == "cimscore/rules/__init__.py"


@pytest.mark.parametrize("written", [Written(module="nowhere", line=1), Written(module="lamps", line=99_999)])
def test_what_stands_in_no_file_at_hand_is_told_to_stand_nowhere(written):
    assert place_of(written) == NOWHERE
