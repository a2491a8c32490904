"""An account of every field of a bundle: what was taken, what is not needed, and what no case document can say."""

from __future__ import annotations

import enum

import attrs

from cimscore.errors import Problem


class FieldFate(enum.StrEnum):
    """What became of a field."""

    TAKEN = "taken"
    NOT_NEEDED = "not needed"
    NOT_SAYABLE = "not sayable"


@attrs.frozen(kw_only=True)
class FhirField:
    """A field of a bundle, or a whole resource. Its value is not told: it may say who the notifier is.

    Attributes:
        where: Its path.
        became: What became of it.
        why: The reason, if it was not taken; and what to know of it, if it was.
    """

    where: str
    became: FieldFate
    why: str = ""


class Account:
    """The fields and the problems of a bundle, as they are met."""

    def __init__(self) -> None:
        self.fields: list[FhirField] = []
        self.problems: list[Problem] = []

    def taken(self, where: str, why: str = "") -> None:
        """Note that something was taken."""
        self.fields.append(FhirField(where=where, became=FieldFate.TAKEN, why=why))

    def not_needed(self, where: str, why: str) -> None:
        """Note that something is of no use to any program."""
        self.fields.append(FhirField(where=where, became=FieldFate.NOT_NEEDED, why=why))

    def not_sayable(self, where: str, why: str) -> None:
        """Note that something is not taken, since it says too little or has no place in a case document."""
        self.fields.append(FhirField(where=where, became=FieldFate.NOT_SAYABLE, why=why))

    def wrong(self, where: str, found: str, expected: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(where=where, found=found, expected=expected, hint=hint))
