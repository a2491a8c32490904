"""Errors and values cross from one process to another: a pool neither hangs nor loses what went wrong."""

from __future__ import annotations

import concurrent.futures
import datetime as dt
import importlib
import inspect
import multiprocessing
import pickle
import pkgutil
from collections.abc import Iterator
from typing import Any, TypeVar

import attrs
import pytest
from invented_questions import VOCABULARY, WHOLE_CASE

import cimscore
from cimscore.case import IMPOSSIBLE, UNKNOWN, Case, Contradiction, PersonEntry, WithheldError
from cimscore.errors import (
    CimsError,
    DocumentError,
    NaiveTimeError,
    Problem,
    SeveralProblems,
    UnknownNameError,
)
from cimscore.wire import read_case_text

T = TypeVar("T")
TAKEN = {
    "known": ["a", "b"],
    "instant": dt.datetime(2025, 3, 3, 10, 15, tzinfo=dt.UTC),
    "error": UnicodeEncodeError("ascii", "é", 0, 1, "not ascii"),
}
"""What some errors take beside words."""

PROBLEMS = (
    Problem(
        where="people[0].born", found="nothing", expected="a day", hint="So.", line=7, beside=("people[1] (line 8)",)
    ),
    Problem(where="id", found="", expected="an id"),
)


def crossed(value: T) -> T:
    """The value as it arrives in another process."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def errors_of_the_core() -> Iterator[type[CimsError]]:
    """Every class of error that any module of the core defines."""
    for module in pkgutil.walk_packages(cimscore.__path__, "cimscore."):
        # What their tool alone imports, or what needs a package that the tests do without.
        if not any(part in module.name for part in ("pytest_plugin", ".migrations.", "arrow.spark")):
            importlib.import_module(module.name)
    waiting: list[type[CimsError]] = [CimsError]
    while waiting:
        error = waiting.pop()
        waiting += error.__subclasses__()
        yield error


def example_of(error: Any) -> CimsError:
    """An error of the class, raised with what it takes."""
    if issubclass(error, SeveralProblems):
        return error(PROBLEMS, where="a place")
    takes = list(inspect.signature(error).parameters)
    return error(*(TAKEN.get(name, "What went wrong.") for name in takes))


@pytest.mark.parametrize("error", sorted(set(errors_of_the_core()), key=lambda error: error.__name__))
def test_every_error_arrives_with_its_message_and_attributes(error: type[CimsError]) -> None:
    raised = example_of(error)
    arrived = crossed(raised)

    assert type(arrived) is error
    assert (str(arrived), arrived.args, vars(arrived)) == (str(raised), raised.args, vars(raised))


def test_an_error_arrives_with_the_notes_it_was_given() -> None:
    raised = UnknownNameError("program", "x", ["a"], "")
    raised.add_note("while reading the first case")

    assert crossed(raised).__notes__ == ["while reading the first case"]


def test_a_case_arrives_equal_and_says_that_the_notifier_stayed_behind() -> None:
    case = read_case_text(WHOLE_CASE, VOCABULARY)
    arrived = crossed(case)

    assert arrived == case
    assert [each.question for each in arrived.decisions if each.answer is UNKNOWN] == ["rainbow/closed"]
    assert b"Jo Example" not in pickle.dumps(case)
    with pytest.raises(WithheldError):
        arrived.notifier.reveal()


def test_what_cannot_be_arrives_as_the_same() -> None:
    contradiction = Contradiction(impossibility=IMPOSSIBLE[0], found="x", places=("people[0]",))

    assert crossed(IMPOSSIBLE) == IMPOSSIBLE
    assert crossed(contradiction) == contradiction


def read(text: str) -> Case:
    """What a worker of a pool does with one document."""
    return read_case_text(text, VOCABULARY, name="case.yaml")


def look_up(name: str) -> None:
    """What a worker does that is asked for something that does not exist."""
    raise UnknownNameError("program", name, ["a"], "Known: a.")


def naive(_: str) -> None:
    """What a worker does that is given a time without a zone."""
    raise NaiveTimeError("A moment", "2025-03-03T10:15")


def test_a_pool_neither_hangs_nor_lies() -> None:
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        works = [pool.submit(read, WHOLE_CASE), pool.submit(read, "cimscore: 2\nid: a b\n")]
        works += [pool.submit(work, "x") for work in (look_up, naive)]
        read_here = read(WHOLE_CASE)

        assert works[0].result(timeout=60) == read_here
        with pytest.raises(DocumentError) as refused:
            works[1].result(timeout=60)
        assert [problem.where for problem in refused.value.problems] == ["cimscore", "id"]
        with pytest.raises(UnknownNameError, match=r"There is no program 'x'\. Known: a\."):
            works[2].result(timeout=60)
        with pytest.raises(NaiveTimeError, match="Write the offset"):
            works[3].result(timeout=60)


def test_a_message_can_always_be_written_out() -> None:
    problem = Problem(where="a\x1b", found="'\ud800'", expected="b", hint="\u202e")
    error = DocumentError([problem], where="c\ud800")

    assert str(error).encode() and str(problem).encode() and problem.hint == "\\u202e"
    assert str(UnknownNameError("program", "\ud800", [], "")).encode()
    assert attrs.evolve(problem, found="\n").found == "\n"
    assert PersonEntry(id="a").label == "a"
