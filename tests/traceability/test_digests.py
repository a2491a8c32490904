"""Digests that depend on meaning alone: on no layout, no comment, and no version of Python."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from pathlib import Path

import lamps
import pytest

from cimscore.rulebook.digests import function_digest, rule_digest
from cimscore.rulebook.syntax import place_of

NUMBER = itertools.count()

MODULE = '''
import enum
from cimscore.policy import Row, Table
from cimscore.rules import Facts, Household, HouseholdRole, Question, Ruleset, Topic, any_of, not_

LIMITS = {"small": 2, "large": frozenset({"b", "a", "c"})}
KEPT = Question(id="kept", about=Household, text="Is it kept?", answers=bool)
OIL = Table(id="oil", title="Oil", rows=(Row("small", 2, "lamp/lighting/small-lamp"),))
double = lambda n: n * 2
RULES = Ruleset(Topic.HOUSEHOLDS)

class Size(enum.StrEnum):
    SMALL = "small"

def kept(facts: Facts, home: Household) -> bool:
    """it is kept"""
    return facts.ask(KEPT, home)

def stormy(facts: Facts, home: Household) -> bool:
    """it is stormy"""
    return helper(home) == 0

def helper(home):
    # A remark.
    return len(f"{home.id!r:>{LIMITS['small']}}" f" and {home.id:}") if home else None

@RULES.rule("lit", cites=["x"], when=[any_of(kept, not_(stormy))], unless=[stormy])
def lit(facts: Facts, home: Household) -> HouseholdRole:
    """It is lit."""
    match facts.look_up(OIL, Size.SMALL):
        case 2 | None:
            return HouseholdRole("lit " + str([double(n) for n in (0, False, "", None, 1.5)]))
        case _:
            return HouseholdRole("dark")
'''
LIT = "4d68a57b68b5c4cf"


def digest(tmp_path: Path, text: str) -> str:
    """The digest of the rule in a module of this text, each time a file of its own."""
    file = tmp_path / f"written_{next(NUMBER)}.py"
    file.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("written", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules["written"] = module
    try:
        spec.loader.exec_module(module)
        return rule_digest(module.RULES.rules[0])
    finally:
        del sys.modules["written"]


def test_the_digest_is_the_same_on_every_python_and_in_every_run(tmp_path):
    """The value is written down: it has to be found again by every version, under every seed of hashes."""
    assert digest(tmp_path, MODULE) == LIT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    return facts.ask(KEPT, home)",
            "\n    return facts.ask(\n        KEPT,\n        home,\n    )  # said otherwise",
        ),
        ("    # A remark.\n", ""),
        ('"""it is kept"""', '"""somebody keeps it"""'),
        ('"lit "', "'lit '"),
        ("\ndef helper", "\n\n\n\ndef helper"),
        ('{"small": 2, "large": frozenset({"b", "a", "c"})}', '{"large": frozenset({"c", "b", "a"}), "small": 2}'),
        ('cites=["x"]', 'cites=["x", "y"]'),
        ('f" and {home.id:}"', 'f" and " f"{home.id}"'),
        ("import enum", "import enum\nimport re"),
    ],
    ids=["layout", "comment", "sentence", "quotes", "lines", "order of a mapping", "clauses", "f-string", "import"],
)
def test_what_changes_no_meaning_changes_no_digest(tmp_path, before, after):
    assert before in MODULE
    assert digest(tmp_path, MODULE.replace(before, after)) == LIT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"dark"', '"lit"'),
        ("facts.ask(KEPT, home)", "not facts.ask(KEPT, home)"),
        ("helper(home) == 0", "helper(home) == False"),
        ("if home else None", "if home else 0"),
        ("n * 2", "n * 3"),
        ('"small": 2', '"small": 3'),
        ('frozenset({"b", "a", "c"})', 'frozenset({"b", "a"})'),
        ('SMALL = "small"', 'SMALL = "tiny"'),
        ('text="Is it kept?"', 'text="Is it not kept?"'),
        ('Row("small", 2,', 'Row("small", 3,'),
        ("when=[any_of(kept, not_(stormy))], unless=[stormy]", "when=[any_of(kept, not_(stormy)), stormy]"),
        ("any_of(kept, not_(stormy))", "any_of(kept, stormy)"),
        ("any_of(kept, not_(stormy))", "any_of(not_(kept), stormy)"),
        ("case 2 | None:", "case 2 | False:"),
        ("{home.id!r:>", "{home.id!s:>"),
        ("def helper(home):", "@enum.nonmember\ndef helper(home):"),
    ],
    ids=[
        "answer", "condition", "0 and False", "None and 0", "lambda", "constant", "set", "enum", "question", "table",
        "when and unless", "not", "which is denied", "pattern", "f-string", "decorator",
    ],
)  # fmt: skip
def test_whatever_changes_the_meaning_changes_the_digest(tmp_path, before, after):
    assert before in MODULE
    assert digest(tmp_path, MODULE.replace(before, after)) != LIT


def test_a_function_is_found_where_it_stands_with_its_decorators():
    place = place_of(lamps.kept_house)
    assert place.text.startswith("@HOUSEHOLDS.rule(\n") and place.text.endswith('return HouseholdRole("lit")\n')
    assert place.last - place.first + 1 == len(place.text.splitlines())


def test_a_lambda_is_told_from_another_one():
    one = lambda: 1  # noqa: E731 - a lambda is what this is about
    two = lambda: 2  # noqa: E731
    assert function_digest(one) != function_digest(two)


def test_a_function_without_source_still_has_a_digest():
    made: dict[str, object] = {}
    exec("def made(): return 1", made)  # noqa: S102 - a function that stands in no file
    assert place_of(made["made"]) is None
    assert len(function_digest(made["made"])) == 16
