"""Decisions in several processes: programs and decisions cross, agree to the byte, and a failure comes back."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest
from answers_of_queensland import queensland, worked_examples
from other_processes import as_bytes, decided_elsewhere, fails_elsewhere

from cimscore.assessment import decide_case
from cimscore.errors import RuleFailure
from cimscore.reasoning.compiling import handing_over
from cimscore.reasoning.compiling.compiled import Compiled

SECONDS = 60
EXAMPLES = sorted(worked_examples())[:3]


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as made:
        yield made


def test_two_processes_give_the_same_bytes(pool: ProcessPoolExecutor) -> None:
    compiled = queensland()
    for name in EXAMPLES:
        case = worked_examples()[name]
        here = as_bytes(decide_case(case, compiled))
        waiting = [pool.submit(decided_elsewhere, case, compiled) for _ in range(2)]
        assert [each.result(timeout=SECONDS) for each in waiting] == [here, here]


def test_a_program_that_is_pickled_has_every_function_that_its_examples_need() -> None:
    crossed: Compiled = pickle.loads(pickle.dumps(queensland()))  # noqa: S301 - what it has just written itself
    there = {*crossed._functions}
    for name, case in worked_examples().items():
        assert as_bytes(decide_case(case, crossed)) == as_bytes(decide_case(case, queensland())), name

    assert there and {*crossed._functions} == there


def test_a_program_that_another_python_pickled_makes_its_functions_again(monkeypatch: pytest.MonkeyPatch) -> None:
    case = worked_examples()[EXAMPLES[0]]
    with monkeypatch.context() as there:
        there.setattr(handing_over, "MAGIC_NUMBER", b"another")
        handed = pickle.dumps(queensland())
    crossed: Compiled = pickle.loads(handed)  # noqa: S301 - the same

    assert not crossed._functions
    assert as_bytes(decide_case(case, crossed)) == as_bytes(decide_case(case, queensland()))


def test_a_decision_crosses_as_it_is() -> None:
    decision = decide_case(worked_examples()[EXAMPLES[0]], queensland())
    again = pickle.loads(pickle.dumps(decision))  # noqa: S301 - what it has just written itself
    assert again == decision
    assert as_bytes(again) == as_bytes(decision)


def test_a_function_that_fails_elsewhere_is_told_here_and_nothing_hangs(pool: ProcessPoolExecutor) -> None:
    with pytest.raises(RuleFailure, match=r"failing_rows\.py:\d+: LookupError: nothing is found") as caught:
        pool.submit(fails_elsewhere, 0).result(timeout=SECONDS)
    assert caught.value.plugin == "failing_rows"
    assert caught.value.rule.startswith("conclusion:found/a-row")
    assert pool.submit(len, "after").result(timeout=SECONDS) == 5


def test_a_pool_of_the_older_kind_does_not_hang_either() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as older, pytest.raises(RuleFailure):
        older.apply_async(fails_elsewhere, (0,)).get(timeout=SECONDS)
