"""A rule cannot hide what it asks or what it runs: each shape is refused where it is written, or fails loudly."""

from __future__ import annotations

from typing import Any

import pytest
from evil_functions import EVIL, plain
from small_programs import module_of, program_of_modules, there_and_back

from cimscore.assessment import decide_case
from cimscore.case import Case, ConcernEntry
from cimscore.errors import RuleFailure
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rules import Comparison, Value
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.conclusions import Make

ROW = """
FOUND = Conclusion("found", (concern,), "{{concern}} [is] found", topic=Topic.SCOPE)
FOUND.row("a-row", concern, when={condition}, cites=["small/a"])
"""
CASE = Case(id="small", programs=("small",), concerns=(ConcernEntry(id="c1"),))


@pytest.mark.parametrize("shape", EVIL)
def test_a_comparison_holds_no_function_that_hides_what_runs(shape: str) -> None:
    with pytest.raises(AuthorError, match="expected a function of a module"):
        Comparison("{0} [is] so", EVIL[shape])


@pytest.mark.parametrize("shape", EVIL)
def test_a_head_makes_nothing_with_a_function_that_hides_what_runs(shape: str) -> None:
    with pytest.raises(AuthorError, match="expected a function of a module"):
        Make(EVIL[shape], (Value("word", str),))


def test_a_plain_function_of_a_module_is_taken() -> None:
    word, other = Value("word", str), Value("second word", str)
    assert Comparison("{0} [is] the same as {1}", plain)(word, other).free == {word, other}


@pytest.mark.parametrize(
    "condition",
    [
        "is_concern(concern) and happened_elsewhere(concern)",
        "is_concern(concern) or happened_elsewhere(concern)",
        "not is_concern(concern)",
        "is_concern(concern) if happened_elsewhere(concern) else ~is_concern(concern)",
        "any([is_concern(concern)])",
        "all([is_concern(concern), happened_elsewhere(concern)])",
        "next(part for part in [is_concern(concern)] if part)",
    ],
)
def test_a_condition_has_no_truth_that_python_could_decide_by(condition: str) -> None:
    with pytest.raises(AuthorError, match="found and, or, not, if, any or all"):
        module_of(ROW.format(condition=condition))


@pytest.mark.parametrize(
    "condition", ["True", "1", "None", "is_concern", "lambda: is_concern(concern)", "'is_concern'"]
)
def test_a_row_takes_nothing_but_a_condition(condition: str) -> None:
    with pytest.raises(AuthorError, match="expected a condition"):
        module_of(ROW.format(condition=condition))


def failing(body: str) -> Compiled:
    """Return a program whose one row calls a function with a body."""
    lines = f"def fails(value):\n    {body}\n"
    condition = 'is_concern(concern) & Comparison("{0} [is] so", fails)(concern)'
    rows = lines + ROW.format(condition="CONDITION").replace("CONDITION", condition)
    return Compiled(program_of_modules(module_of(rows)))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("raise ValueError('no such value')", "ValueError: no such value"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("return value.no_such_name", "AttributeError: 'str' object has no attribute 'no_such_name'"),
        ("return 1 // 0", "ZeroDivisionError"),
        ("return fails(value)", "RecursionError"),
    ],
)
def test_a_function_that_fails_is_told_with_its_row_plugin_file_and_line(body: str, problem: str) -> None:
    compiled = failing(body)
    module = compiled.program.conclusions[0].written.module
    with pytest.raises(RuleFailure) as caught:
        decide_case(CASE, compiled)
    failure: Any = there_and_back(caught.value)
    assert failure.rule.startswith("conclusion:found/a-row")
    assert failure.plugin == module
    assert failure.where.startswith(f"{module}.py:")
    assert problem in failure.problem
    assert str(failure) == str(caught.value)
    assert all(part in str(failure) for part in (failure.rule, failure.plugin, failure.where, failure.problem))


def test_who_interrupts_the_program_interrupts_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        decide_case(CASE, failing("raise KeyboardInterrupt"))
