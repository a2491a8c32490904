"""Records on file, and their progress."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final

import attrs

from cimscore.case.actors import Actor
from cimscore.case.finished import Finish
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown

CLOSE: Final = "close"
REOPEN: Final = "reopen"
"""The move that takes a closing back."""


class Exists(enum.StrEnum):
    """Answers to the question: is there such a record?"""

    YES = "yes"
    NO = "no"


@attrs.frozen(kw_only=True)
class MoveEntry:
    """A step that a record has taken: submitted, approved, closed. A step not listed has not happened.

    Attributes:
        move: The step.
        by: Who took it: a role, the id of a person, or both.
        at: When it was taken.
        days: By how many days it puts something off; None where it puts nothing off.
    """

    move: str
    by: str | Actor | Unknown = UNKNOWN
    at: Moment | Between | Unknown = UNKNOWN
    days: int | Unknown | None = None


@attrs.frozen(kw_only=True)
class RecordEntry:
    """A record on file.

    Attributes:
        id: An event number or the like; or the address of a record that the rules propose
            (``notification:north``), and then this entry is that record's own progress, not history.
        kind: What kind of record, in the words of its program.
        household: Id of the household it is about.
        people: What each person is recorded as, by person id, in the words of its program. While nobody in it has a
            role that rules read, each child of the case may have one.
        moves: Its history, in the order it happened.
        exists: Whether there is such a record at all.
        as_: How it has come to owe nothing more; None while it goes on.
        superseded_by: Id of the record that took its place.
    """

    id: str
    kind: str
    household: str | Unknown = UNKNOWN
    people: Mapping[str, str | Unknown] = attrs.field(factory=dict)
    moves: tuple[MoveEntry, ...] = ()
    exists: Exists | Unknown = Exists.YES
    as_: Finish | None = None
    superseded_by: str | None = None

    @property
    def moves_that_hold(self) -> tuple[MoveEntry, ...]:
        """Return its moves without each closing that a reopening took back, and without the reopening."""
        kept: list[MoveEntry] = []
        for entry in self.moves:
            if entry.move == REOPEN:
                kept = [move for move in kept if move.move != CLOSE]
            else:
                kept.append(entry)
        return tuple(kept)


@attrs.frozen(kw_only=True)
class OnFileEntry:
    """Statement about whether another record of a kind is on file, apart from the records entered.

    Attributes:
        kind: Kind of record, in the words of its program.
        exists: Answer: there is one, there is none, or unknown.
        household: Id of the household; None for any.
        person: Id of the person; None for anybody.
    """

    kind: str
    exists: Exists | Unknown = UNKNOWN
    household: str | None = None
    person: str | None = None
