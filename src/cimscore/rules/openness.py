"""What it means that something is open: the question it waits for, carried by a signal no rule can swallow."""

from __future__ import annotations

import enum

import attrs


class Asks(enum.StrEnum):
    """What kind of thing is missing, and so who can supply it."""

    DECISION = "a person's decision"
    FACT = "a fact the program asks for"
    DOCUMENT = "an entry of the case document"
    SOURCE = "not in the source"


@attrs.frozen(kw_only=True)
class OpenQuestion:
    """A question that a finding waits for.

    Attributes:
        question: ``program/question``, or ``case/...`` for an entry of the case document.
        about: The address of the thing it is asked about.
        text: The question in words.
        asks: What kind of thing is missing.
        options: The possible answers in stored form, where they are few.
        decided_by: Whose decision it is; empty for a fact.
        weigh: What they have to weigh.
        cites: Ids of the clauses that raise the question.
    """

    question: str
    about: str
    text: str
    asks: Asks
    options: tuple[object, ...] = ()
    decided_by: str = ""
    weigh: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """``question@about``: unique, and exactly what a document's answer has to name."""
        return f"{self.question}@{self.about}"


@attrs.frozen(kw_only=True, order=True)
class Failure:
    """Something in a plugin went wrong: loud, named, and counted as open, never as no.

    Attributes:
        rule: ``program/topic/rule`` it happened in.
        about: The address of the thing the rule was about.
        plugin: The distribution or module that declares the rule.
        clauses: Ids of the clauses the rule cites.
        message: What went wrong and what to do.
    """

    rule: str
    about: str
    plugin: str
    clauses: tuple[str, ...]
    message: str


class Open(BaseException):
    """Raised where an answer is missing. Not an `Exception`, so that a rule cannot swallow it by mistake.

    Attributes:
        cause: The question that is open, or the failure in the way.
    """

    def __init__(self, cause: OpenQuestion | Failure) -> None:
        self.cause = cause
        super().__init__(cause)
