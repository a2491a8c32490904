"""Finished things: records and concerns that owe nothing more, and acts that have been done."""

from __future__ import annotations

import enum

import attrs

from cimscore.case.actors import Actor
from cimscore.case.moments import Between, Moment
from cimscore.case.unknown import UNKNOWN, Unknown
from cimscore.ids import CASE


class Finish(enum.StrEnum):
    """Ways in which a record or a concern can be finished, so that nothing more is owed."""

    DONE = "done"
    ENDED = "ended"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@attrs.frozen(kw_only=True)
class DoneEntry:
    """Act that has been done. An act that is not listed may still be owed.

    Attributes:
        act: Rule that asks for it, as ``cimscore rules`` names it: ``program/duties/row``, ``program/clock/id``.
        for_: Addresses of the things for which it was done (``case``, ``c1``, ``notification:north``).
        by: Who did it: a role, the id of a person, or both.
        at: Time of the act.
    """

    act: str
    for_: tuple[str, ...] = (CASE,)
    by: str | Actor | Unknown = UNKNOWN
    at: Moment | Between | Unknown = UNKNOWN
