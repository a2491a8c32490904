"""Errors of a register, one class for each thing that the caller can do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cimscore.errors import CimsError


class NotARegisterError(CimsError):
    """A file is no register that this version can use, or one stands where a new one was to be made."""


class StorageError(CimsError):
    """The database cannot be read or written: make room, or end what holds it."""


class OvertakenError(CimsError):
    """Somebody else was faster: look at the case again, then repeat what still applies."""


class ReasonNeededError(CimsError):
    """An entry needs a person and a role, a step its reason, or a look at the notifier its purpose: say it."""


class RefusedError(CimsError):
    """The workflow, or what was approved, does not allow a step: take another.

    Attributes:
        clauses: Ids of the clauses behind it.
    """

    def __init__(self, sentence: str, clauses: Iterable[str] = ()) -> None:
        self.clauses = tuple(clauses)
        cited = f" [{'; '.join(self.clauses)}]" if self.clauses else ""
        super().__init__(f"{sentence}{cited}")


REFUSALS: Final = (OvertakenError, ReasonNeededError, RefusedError)
"""The errors by which a register refuses a step."""
