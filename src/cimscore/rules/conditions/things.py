"""The variables of a condition: what may be a person, a home, a concern, a record or a value."""

from __future__ import annotations

import enum
from typing import ClassVar, Generic, TypeVar

import attrs

from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets

A = TypeVar("A")

_SHORTEST = 3


@attrs.frozen
class Variable:
    """Word for one thing of a case. Readers see the word.

    Attributes:
        name: The word, for example ``child`` or ``other home``; at least three letters.
        other_than: A variable of the same kind that it must differ from.

    Raises:
        AuthorError: The word is too short, or says "other" without `other_than`.
    """

    name: str
    other_than: Variable | None = attrs.field(default=None, kw_only=True)

    noun: ClassVar[str] = "thing"

    def __attrs_post_init__(self) -> None:
        if len(self.name) < _SHORTEST:
            raise AuthorError(
                what=f"the variable {self.name!r}",
                found="a name of one or two letters",
                expected="a word that a reader understands, such as Person('child')",
            )
        if self.name.startswith("other ") and self.other_than is None:
            raise AuthorError(
                what=f"the variable {self.name!r}",
                found="a name that begins with 'other', and nothing that it differs from",
                expected=f"other_than=…, so that the text says what the condition means: {self.name!r}",
            )

    def __str__(self) -> str:
        return self.name


@attrs.frozen
class Person(Variable):
    """A person of the case, an unborn child included."""

    noun: ClassVar[str] = "person"


@attrs.frozen
class Household(Variable):
    """A household of the case: a home."""

    noun: ClassVar[str] = "household"


@attrs.frozen
class Place(Variable):
    """A place that is no household: a school, a service site."""

    noun: ClassVar[str] = "place"


@attrs.frozen
class Concern(Variable):
    """A concern or an incident."""

    noun: ClassVar[str] = "concern"


@attrs.frozen
class File(Variable):
    """A record that is on file already."""

    noun: ClassVar[str] = "file"


@attrs.frozen
class Value(Variable, Generic[A]):
    """A value to look up or to work out: a priority, a moment, a period, a due date.

    Attributes:
        kind: The type of the value.
    """

    kind: type[A] = attrs.field(kw_only=False)

    noun: ClassVar[str] = "value"


def is_value(column: type[Variable] | Variable) -> bool:
    """Return True for a place of a value, whose word is never the id of a thing of the case."""
    return issubclass(column if isinstance(column, type) else type(column), Value)


@attrs.frozen
class Record(Variable):
    """A record to be made. Its attributes bind or compare another part's thing; they never list records."""

    noun: ClassVar[str] = "record"

    @property
    def home(self) -> Attribute:
        """Return the household of the record; nothing for a record of something else."""
        return Attribute(self, "home", Household)

    @property
    def concern(self) -> Attribute:
        """Return the concern of the record, if it has no household."""
        return Attribute(self, "concern", Concern)

    @property
    def file(self) -> Attribute:
        """Return the record on file that it adds to."""
        return Attribute(self, "file", File)

    @property
    def person(self) -> Attribute:
        """Return the person of whom the record is; nothing for a record of something else."""
        return Attribute(self, "person", Person)

    @property
    def child(self) -> Attribute:
        """Return the child whose own record it is; nothing for a common record."""
        return Attribute(self, "child", Person)


@attrs.frozen
class Attribute:
    """Attribute of a record. It can be used wherever a thing of its kind can.

    Attributes:
        record: Variable of the record.
        name: ``home``, ``concern``, ``file``, ``person`` or ``child``.
        kind: Kind of thing that it is.
    """

    record: Record
    name: str
    kind: type[Variable]

    @property
    def noun(self) -> str:
        """Return the word for its kind of thing."""
        return self.kind.noun

    def __str__(self) -> str:
        return f"{self.record.name}.{self.name}"


@attrs.frozen(order=True, cache_hash=True)
class RecordName:
    """The name of a record to be made: its kind, what it is of, and whose own it is.

    Attributes:
        kind: The kind of record, in the words of its program.
        of_kind: The noun of what it is of: ``household``, ``concern``, ``file``, ``person`` or ``case``.
        of: The id of what it is of.
        focus: The id of the child whose own record it is; empty for a common one.
    """

    kind: str
    of_kind: str
    of: str
    focus: str = ""

    @property
    def home(self) -> str | None:
        """Return the id of its household, or None."""
        return self.of if self.of_kind == "household" else None

    @property
    def concern(self) -> str | None:
        """Return the id of its concern, or None."""
        return self.of if self.of_kind == "concern" else None

    @property
    def file(self) -> str | None:
        """Return the id of the record on file, or None."""
        return self.of if self.of_kind == "file" else None

    @property
    def person(self) -> str | None:
        """Return the id of the person of whom it is, or None."""
        return self.of if self.of_kind == "person" else None

    @property
    def child(self) -> str | None:
        """Return the id of the child whose own record it is, or None."""
        return self.focus or None

    def __str__(self) -> str:
        return f"{self.kind}:{self.of}{f'/{self.focus}' if self.focus else ''}"


Term = Variable | Attribute | enum.StrEnum | str | int
"""What may stand in a place of a condition: a variable, a record's attribute, or a constant."""


def refuse_unless_things(where: str, things: object) -> None:
    """Refuse what is no list of variables.

    Args:
        where: Owner of the list, for the message.
        things: Value that was given for it.

    Raises:
        AuthorError: It is no list, or something in it is no variable.
    """
    refuse_unless_in_brackets(where, "things", things, f"({things},)")
    for thing in things if isinstance(things, tuple | list) else ():
        if not isinstance(thing, Variable):
            named = thing.__name__ if isinstance(thing, type) else repr(thing)
            kind = named if isinstance(thing, type) and issubclass(thing, Variable) else "Household"
            raise AuthorError(
                what=where,
                found=f"{named} among its things",
                expected=f"variables, such as {kind}({kind.lower()!r})",
            )
