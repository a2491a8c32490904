"""Clauses: what a source says, in our own words, and what became of each."""

from __future__ import annotations

import enum

import attrs


class Disposition(enum.StrEnum):
    """What became of a clause. There is no fifth possibility."""

    ENCODED = "encoded"
    LEFT_TO_A_PERSON = "left to a person"
    GUIDANCE = "guidance"
    OUT_OF_SCOPE = "out of scope"


class Modal(enum.StrEnum):
    """How strongly a clause binds, in the source's own word; never upgraded silently."""

    MUST = "must"
    MUST_NOT = "must not"
    WILL = "will"
    WILL_NOT = "will not"
    IS_TO = "is to"
    SHOULD = "should"
    MAY = "may"
    CAN = "can"
    EVERY_EFFORT = "every effort"


@attrs.frozen(kw_only=True)
class Locator:
    """Where a passage stands: its heading, and its number under that heading, from 1."""

    heading: str
    position: int

    def __str__(self) -> str:
        return f"{self.heading}, passage {self.position}"


@attrs.frozen(kw_only=True)
class Clause:
    """One statement of a source.

    Attributes:
        id: ``source/heading/name``, for example ``qld/approve/5-day``.
        source: The source's id.
        statements: Numbers in the project's own list of statements (``Q-A2``); a clause may carry several.
        text: The clause in our words.
        locator: Where the source says it.
        digest: Digest of the source's own passage, normalised; see `cimscore.policy.passages`.
        editions: Ids of the editions in which it stands.
        disposition: What became of it.
        reason: Why it is guidance or out of scope; empty for the others.
        question: ``program/question``, for a clause that is left to a person.
    """

    id: str
    source: str
    statements: tuple[str, ...]
    text: str
    locator: Locator
    digest: str
    editions: tuple[str, ...]
    disposition: Disposition
    reason: str = ""
    question: str = ""
