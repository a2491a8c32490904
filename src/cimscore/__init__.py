"""Policies about children, households and incidents as rules that run and answer for themselves.

>>> rulebook = cimscore.load_rulebook()
>>> case = rulebook.read_case("two-homes.yaml")
>>> assessment = cimscore.assess(case, rulebook)
"""

from cimscore.assessment import Assessment, assess
from cimscore.case import Case, Moment
from cimscore.composition import load_rulebook
from cimscore.errors import (
    CalendarError,
    CimsError,
    DocumentError,
    NaiveTimeError,
    Problem,
    RulebookError,
    UnknownNameError,
)
from cimscore.rulebook import Rulebook, WorkedExample

__all__ = [
    "Assessment",
    "CalendarError",
    "Case",
    "CimsError",
    "DocumentError",
    "Moment",
    "NaiveTimeError",
    "Problem",
    "Rulebook",
    "RulebookError",
    "UnknownNameError",
    "WorkedExample",
    "assess",
    "load_rulebook",
]
