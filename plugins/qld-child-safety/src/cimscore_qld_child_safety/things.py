"""Pairs and triples that conditions are tested on, beside those of the engine."""

from __future__ import annotations

from typing import TypeVar

import attrs

from cimscore.rules import Concern, ConcernAt, EarlierRecord, Household, Person, PersonAt, Record

T = TypeVar("T", Household, Concern, EarlierRecord)


def made_of(record: Record, kind: type[T]) -> T:
    """The household, concern or record on file that a record is of.

    Raises:
        TypeError: It is of another kind of thing: a condition before should have left it out.
    """
    if isinstance(record.of, kind):
        return record.of
    raise TypeError(f"{record} is of {record.of.noun}, not of {kind.noun}")


@attrs.frozen(cache_hash=True)
class Part:
    """A person's part in a concern, as seen from a household."""

    person: Person
    concern: Concern
    household: Household

    @property
    def who(self) -> PersonAt:
        """The person as seen from the household."""
        return PersonAt(self.person, self.household)

    @property
    def what(self) -> ConcernAt:
        """The concern as seen from the household."""
        return ConcernAt(self.concern, self.household)

    def __str__(self) -> str:
        return f"{self.person}@{self.household} in {self.concern}"


@attrs.frozen(cache_hash=True)
class Kin:
    """Two people as seen from a household, where one may be something to the other."""

    person: Person
    child: Person
    household: Household

    def __str__(self) -> str:
        return f"{self.person} to {self.child}@{self.household}"


@attrs.frozen(cache_hash=True)
class Parentage:
    """Two people as seen from a record, where one may be a parent of the other."""

    person: Person
    child: Person
    record: Record

    def __str__(self) -> str:
        return f"{self.person} to {self.child}@{self.record}"


@attrs.frozen(cache_hash=True)
class Event:
    """What is looked at together: a harm household's concerns, or those about one child with an event of their own."""

    household: Household
    focus: Person | None = None

    def __str__(self) -> str:
        return f"{self.household}{f'/{self.focus}' if self.focus else ''}"


@attrs.frozen(cache_hash=True)
class ConcernOf:
    """A concern as seen from an event."""

    concern: Concern
    event: Event

    def __str__(self) -> str:
        return f"{self.concern}@{self.event}"


@attrs.frozen(cache_hash=True)
class Addition:
    """A new concern as seen from a record on file."""

    concern: Concern
    record: EarlierRecord

    def __str__(self) -> str:
        return f"{self.concern}@{self.record}"


@attrs.frozen(cache_hash=True)
class EventIn:
    """An event as seen from a record that may hold it."""

    event: Event
    record: Record

    def __str__(self) -> str:
        return f"{self.event} in {self.record}"
