"""Errors from a plugin's functions, reported with the row, the plugin, the file and the line."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, Final

from cimscore.errors import RuleFailure

JOINS: Final = "<joins>"
"""The file name of the functions that are made from conditions."""

FAILURES: Final = (Exception, SystemExit, GeneratorExit)
"""What a function may raise; to interrupt the program is left to people."""


def answers_grades(function: Callable[..., Any]) -> bool:
    """Return True if a function says that it answers a number: ``-> int``, or ``-> bool | int``."""
    said = getattr(function, "__annotations__", {}).get("return", "")
    return "int" in (said.__name__ if isinstance(said, type) else str(said)).replace("|", " ").split()


class NoGradeError(TypeError):
    """A function of a comparison has answered neither yes or no nor a grade.

    Attributes:
        function: The function.
    """

    def __init__(self, function: Callable[..., Any], answer: object) -> None:
        self.function = function
        told = answer if answer is None or isinstance(answer, int) else f"a {type(answer).__name__}"
        grade = "a grade from 0 to 3" if answers_grades(function) else "a grade from 0 to 3 of a function with -> int"
        super().__init__(f"{function.__name__} answered {told}; expected True, False, or {grade}")


def raise_if_of_a_plugin(error: BaseException, rule: str) -> None:
    """Raise a `RuleFailure` if an error came out of a function that a condition calls; otherwise return.

    Args:
        error: The error.
        rule: Row or predicate that was being computed.

    Raises:
        RuleFailure: A function of a plugin raised it.
    """
    if isinstance(error, RuleFailure):
        return
    if isinstance(error, NoGradeError):
        code = error.function.__code__
        plugin, where = _package(error.function.__module__), f"{code.co_filename}:{code.co_firstlineno}"
        raise RuleFailure(rule, plugin, where, str(error)) from error
    called = list(_called_from_a_join(error))
    if called:
        frame, line = called[-1]
        module = called[0][0].f_globals.get("__name__", "")
        problem = f"{''.join(traceback.format_exception_only(error)).strip()}{_of_unknown(error)}"
        raise RuleFailure(rule, _package(module), f"{frame.f_code.co_filename}:{line}", problem) from error


def _of_unknown(error: BaseException) -> str:
    """Return what a function answers for what nobody knows, if it came across that."""
    told = "; for what nobody knows it is given UNKNOWN: let it say -> int, and answer 1 for that (0 is no, 3 is yes)"
    return told if isinstance(error, TypeError | AttributeError) and "'Unknown'" in str(error) else ""


def _package(module: str) -> str:
    return module.partition(".")[0]


def _called_from_a_join(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    """Yield the frames, from the last join inwards, if that join called a function from outside the core."""
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    # Joins run within joins. The innermost called the function that failed.
    last = max((place for place, (frame, _) in enumerate(frames) if frame.f_code.co_filename == JOINS), default=None)
    if last is None or last + 1 == len(frames):
        return
    if not str(frames[last + 1][0].f_globals.get("__name__", "")).startswith("cimscore."):
        yield from frames[last + 1 :]
