"""Policies about children, households and incidents as rules that run and answer for themselves.

>>> rulebook = cimscore.load_rulebook()
>>> case = rulebook.read_case("two-homes.yaml")
>>> assessment = cimscore.assess(case, rulebook)

To decide
    `load_rulebook` gives a `Rulebook`, its ``read_case`` a `Case`; `assess` gives an `Assessment` with a `Decision` of
    each program. A `Moment` is a day or an instant. `WorkedExample` is a case with what is expected of it.
What is refused
    Every error is a `CimsError`: `DocumentError` of a case, with its `CaseError` of one that is built in Python, and
    `RulebookError` of programs, each with every `Problem`; `NoProgramError`, `UnknownNameError`, `NotToBeChosenError`,
    `NaiveTimeError`, `CalendarError`; a `RuleFailure` is what a function of a program raised. `LeftOutWarning` says
    that an installed program is not used.

Those who write programs begin with `cimscore.rules` and `cimscore.testing`. Names are imported when they are first
used, so that `import cimscore` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cimscore.assessment import Assessment, Decision, NoProgramError, assess
    from cimscore.case import Case, Moment
    from cimscore.composition import load_rulebook
    from cimscore.errors import (
        CalendarError,
        CaseError,
        CimsError,
        DocumentError,
        LeftOutWarning,
        NaiveTimeError,
        NotToBeChosenError,
        Problem,
        RulebookError,
        RuleFailure,
        UnknownNameError,
    )
    from cimscore.rulebook import Rulebook, WorkedExample

_HOMES = {
    "assessment": ("Assessment", "Decision", "NoProgramError", "assess"),
    "case": ("Case", "Moment"),
    "composition": ("load_rulebook",),
    "errors": (
        "CalendarError",
        "CaseError",
        "CimsError",
        "DocumentError",
        "LeftOutWarning",
        "NaiveTimeError",
        "NotToBeChosenError",
        "Problem",
        "RuleFailure",
        "RulebookError",
        "UnknownNameError",
    ),
    "rulebook": ("Rulebook", "WorkedExample"),
}

__all__ = [
    "Assessment",
    "CalendarError",
    "Case",
    "CaseError",
    "CimsError",
    "Decision",
    "DocumentError",
    "LeftOutWarning",
    "Moment",
    "NaiveTimeError",
    "NoProgramError",
    "NotToBeChosenError",
    "Problem",
    "RuleFailure",
    "Rulebook",
    "RulebookError",
    "UnknownNameError",
    "WorkedExample",
    "assess",
    "load_rulebook",
]


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"cimscore.{home}"), name)
    raise AttributeError(f"module 'cimscore' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
