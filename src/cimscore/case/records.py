"""What is already on file, and how far it has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

import attrs

from cimscore.case.moments import Moment
from cimscore.case.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class Actor:
    """Who did something.

    Attributes:
        person: The id of the person; None where nobody whom the case names is meant.
        role: The role in which they acted, in the words of the program.
    """

    person: str | Unknown | None = None
    role: str | Unknown = UNKNOWN


NOT_SAID: Final = Actor(person=UNKNOWN)


@attrs.frozen(kw_only=True)
class MoveEntry:
    """A step that a record has taken: submitted, approved, closed. A step not listed has not happened.

    Attributes:
        move: The step.
        by: Who took it: a role, the id of a person, or both.
        at: When it was taken.
    """

    move: str
    by: str | Actor | Unknown = UNKNOWN
    at: Moment | Unknown = UNKNOWN


def actor_of(by: str | Actor | Unknown, people: Collection[str]) -> Actor:
    """Return who acted; a word that is the id of a person names that person, any other a role.

    Args:
        by: What the entry says.
        people: The ids of everybody in the case.
    """
    if isinstance(by, Unknown):
        return NOT_SAID
    if isinstance(by, Actor):
        return by
    return Actor(person=by) if by in people else Actor(role=by)


@attrs.frozen(kw_only=True)
class RecordEntry:
    """A record on file.

    Attributes:
        id: An event number or the like; or the address of a record that the rules propose
            (``notification:north``), and then this entry is that record's own progress, not history.
        kind: What kind of record, in the words of its program.
        household: Id of the household it is about.
        people: What each person is recorded as, by person id, in the words of its program.
        moves: Its history, in the order it happened.
    """

    id: str
    kind: str
    household: str | Unknown = UNKNOWN
    people: Mapping[str, str] = attrs.field(factory=dict)
    moves: tuple[MoveEntry, ...] = ()
