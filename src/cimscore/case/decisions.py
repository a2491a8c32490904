"""Answers to the programs' questions: decisions that people have made, and facts they have supplied."""

from __future__ import annotations

import attrs

from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class DecisionEntry:
    """Decision of a person about some things.

    Attributes:
        question: ``program/question``.
        about: Addresses of the things decided about (``case``, ``c1``, ``bo@south``, ``notification:north``).
        answer: Answer as stored: bool, str, int, date, `Moment`, `Between`, or tuples of these; or `UNKNOWN`.
        by: Role of the person who decided, in the words of the question's ``decided_by``.
        at: Time of the decision. A clock "from the decision" starts here.
    """

    question: str
    about: tuple[str, ...]
    answer: object
    by: str | Unknown = UNKNOWN
    at: Moment | Between | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class FactEntry:
    """A fact that only one program asks for: the answer to ``program/question`` about one thing."""

    question: str
    about: str
    answer: object
