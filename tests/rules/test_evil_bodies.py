"""What an author's function does is looked at before it runs: none of it is silent, and none depends on the run."""

from __future__ import annotations

import pytest
from evil_bodies import BODIES
from small_programs import module_of, program_of_modules

from cimscore.assessment import decide_case
from cimscore.case import Case, ConcernEntry
from cimscore.errors import RuleFailure
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rules import AuthorError
from cimscore.rules.conditions.functions import text_of
from cimscore.rules.refusals import SeveralRefusals

ROW = """
FOUND = Conclusion("found", (concern,), "{concern} [is] found", topic=Topic.SCOPE)
FOUND.row("a-row", concern, when=is_concern(concern) & Comparison("{0} [is] so", c)(concern), cites=["small/a"])
"""
CASE = Case(id="small", programs=("small",), concerns=(ConcernEntry(id="c1"),))


def outcome(body: str) -> str:
    """Return what becomes of a function: refused or failed, with the words of it, or taken."""
    try:
        made = program_of_modules(module_of(body + ROW))
    except (AuthorError, SeveralRefusals) as error:
        return f"refused: {error}"
    try:
        decide_case(CASE, Compiled(made))
    except RuleFailure as failure:
        return f"failure: {failure.problem}"
    return "taken"


@pytest.mark.parametrize("name", BODIES)
def test_what_a_function_does_is_told(name: str) -> None:
    body, expected = BODIES[name]
    found, (kind, _, words) = outcome(body), expected.partition(": ")

    assert found.partition(": ")[0] == kind
    assert words in found


def test_a_grade_is_answered_by_a_function_that_says_so() -> None:
    assert outcome("def c(value) -> int:\n    return 1\n") == "taken"
    assert outcome("def c(value) -> bool | int:\n    return 2\n") == "taken"
    assert "expected True, False, or a grade from 0 to 3" in outcome("def c(value) -> int:\n    return 4\n")


@pytest.mark.parametrize(
    ("kept", "taken"),
    [
        ("(1, 'a')", True),
        ("frozenset({1})", True),
        ("(1, [2])", False),
        ("range(3)", True),
        ("iter((1, 2))", False),
        ("{1: 2}.keys()", True),
        ("MappingProxyType({'a': 1})", True),
        ("MappingProxyType({'a': []})", False),
        ("Word.ONE", True),
        ("Frozen(1)", True),
        ("Thawed(1)", False),
        ("object()", True),
    ],
)
def test_what_a_module_keeps_is_a_value_that_never_changes(kept: str, taken: bool) -> None:
    opening = (
        "import attrs\nfrom types import MappingProxyType\n"
        "class Word(enum.StrEnum):\n    ONE = 'one'\n"
        "@attrs.frozen\nclass Frozen:\n    n: int\n"
        "@attrs.define\nclass Thawed:\n    n: int\n"
    )
    assert (outcome(f"{opening}KEPT = {kept}\ndef c(value):\n    return KEPT is not None\n") == "taken") is taken


HELPER = """
class Helper:
    def __init__(self, value):
        self.value = value
    @property
    def seen(self):
        return self.value == {word!r}
    @staticmethod
    def plain(value):
        return {word!r} in value
def told(value, other=Helper.plain):
    return Helper(value).seen
def c(value, by=told):
    return by(value)
"""


def test_the_digest_of_a_function_holds_its_helpers_their_methods_and_its_defaults() -> None:
    texts = [text_of(module_of(HELPER.format(word=word)).c) for word in ("one", "two", "one")]

    assert texts[0].replace("small_rows", "") != texts[1].replace("small_rows", "")
    assert all(name in texts[0] for name in ("def seen", "def plain", "def told", "self.value = value"))
    assert texts[0] == texts[2]


WORDS = """
class Word(enum.StrEnum):
    ONE = "one"
    TWO = "two"
    @property
    def days(self):
        return {days} if self is Word.ONE else 9
def c(value):
    return Word(value).days > 3
"""


def test_the_digest_of_a_function_holds_the_methods_of_the_answers_that_it_names() -> None:
    texts = [text_of(module_of(WORDS.format(days=days)).c) for days in (2, 4)]

    assert ["return 2 if" in text for text in texts] == [True, False]
    assert ["return 4 if" in text for text in texts] == [False, True]
