"""Finished things: records and concerns that owe nothing more, and acts that have been done."""

from __future__ import annotations

import enum

import attrs

from cimscore.case.actors import Actor
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown
from cimscore.ids import CASE


class Finish(enum.StrEnum):
    """The way in which a record or a concern has come to owe nothing more."""

    DONE = "done"
    ENDED = "ended"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@attrs.frozen(kw_only=True)
class DoneEntry:
    """An act that has been done. One that is not listed may be owed still.

    Attributes:
        act: The rule that asks for it, as ``cimscore rules`` names it: ``program/duties/row``, ``program/clock/id``.
        for_: Addresses of the things for which it was done (``case``, ``c1``, ``notification:north``).
        by: Who did it: a role, the id of a person, or both.
        at: When it was done.
    """

    act: str
    for_: tuple[str, ...] = (CASE,)
    by: str | Actor | Unknown = UNKNOWN
    at: Moment | Between | Unknown = UNKNOWN
