"""Things a rule can be about: names with nothing to read on them.

A rule learns everything about a thing by asking `Facts`, so that everything it learned is written down.
"""

from __future__ import annotations

from typing import ClassVar

import attrs

from cimscore import ids


@attrs.frozen(cache_hash=True)
class TheCase:
    """The case as a whole; its address is ``case``."""

    noun: ClassVar = "the case"

    def __str__(self) -> str:
        return ids.CASE


@attrs.frozen(cache_hash=True)
class PolicySource:
    """A source of the program, named by its id."""

    noun: ClassVar = "a policy source"
    id: str

    def __str__(self) -> str:
        return self.id


@attrs.frozen(cache_hash=True)
class Person:
    """A person, born or unborn."""

    noun: ClassVar = "a person"
    id: str

    def __str__(self) -> str:
        return self.id


@attrs.frozen(cache_hash=True)
class Household:
    """A household."""

    noun: ClassVar = "a household"
    id: str

    def __str__(self) -> str:
        return self.id


@attrs.frozen(cache_hash=True)
class Concern:
    """A concern or an incident."""

    noun: ClassVar = "a concern"
    id: str

    def __str__(self) -> str:
        return self.id


@attrs.frozen(cache_hash=True)
class EarlierRecord:
    """A record that was on file before this case's own records."""

    noun: ClassVar = "a record on file"
    id: str

    def __str__(self) -> str:
        return self.id


@attrs.frozen(cache_hash=True)
class PersonAt:
    """A person as seen from a household, whether or not they stay there."""

    noun: ClassVar = "a person in a household"
    person: Person
    household: Household

    def __str__(self) -> str:
        return f"{self.person}@{self.household}"


@attrs.frozen(cache_hash=True)
class ConcernAt:
    """A concern as seen from a household: for conditions only."""

    noun: ClassVar = "a concern seen from a household"
    concern: Concern
    household: Household

    def __str__(self) -> str:
        return f"{self.concern}@{self.household}"


@attrs.frozen(kw_only=True, cache_hash=True)
class Record:
    """A record to make: an answer of the topic *records*, and then a thing that later rules are about.

    Its address ``kind:of[/focus]`` is all there is to it; what it contains is found by later rules.

    Attributes:
        kind: What kind of record, in the words of its program.
        of: The thing it is of: the id of a household, concern or earlier record, or ``case``.
        focus: The person a record of their own is made for, where it is one.
    """

    noun: ClassVar = "a record"
    kind: str
    of: TheCase | Household | Concern | EarlierRecord
    focus: Person | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.of}{f'/{self.focus}' if self.focus else ''}"


@attrs.frozen(cache_hash=True)
class PersonIn:
    """A person in a record."""

    noun: ClassVar = "a person in a record"
    person: Person
    record: Record

    def __str__(self) -> str:
        return f"{self.person}@{self.record}"


@attrs.frozen(cache_hash=True)
class ConcernIn:
    """A concern in a record."""

    noun: ClassVar = "a concern in a record"
    concern: Concern
    record: Record

    def __str__(self) -> str:
        return f"{self.concern}@{self.record}"


@attrs.frozen(cache_hash=True)
class HouseholdIn:
    """A household as seen from a record: for conditions only."""

    noun: ClassVar = "a household seen from a record"
    household: Household
    record: Record

    def __str__(self) -> str:
        return f"{self.household}@{self.record}"


Thing = (
    TheCase
    | PolicySource
    | Person
    | Household
    | Concern
    | EarlierRecord
    | PersonAt
    | ConcernAt
    | Record
    | PersonIn
    | ConcernIn
    | HouseholdIn
)
