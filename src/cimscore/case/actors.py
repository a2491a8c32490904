"""Somebody who did something: a person of the case, a role, or both."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import attrs

from cimscore.case.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class Actor:
    """Person who did something.

    Attributes:
        person: Id of the person; None if it is nobody whom the case names.
        role: Role in which they acted, in the words of the program.
    """

    person: str | Unknown | None = None
    role: str | Unknown = UNKNOWN


NOT_SAID: Final = Actor(person=UNKNOWN)


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
