"""What is already on file, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.case.moments import Moment
from cimscore.case.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class MoveEntry:
    """A step that a record has taken: submitted, approved, closed. A step not listed has not happened."""

    move: str
    by: str | Unknown = UNKNOWN
    at: Moment | Unknown = UNKNOWN


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
