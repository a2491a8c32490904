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


class Confidence(enum.StrEnum):
    """How well a clause of a document that is not at hand is known; what is known less well is not encoded."""

    HIGH = "high"
    MEDIUM = "medium"


@attrs.frozen(kw_only=True, order=True)
class Locator:
    """Where a passage stands: its heading, and its number under that heading, from 1.

    The number is 0 where the document is not at hand and its passages are not numbered.
    """

    heading: str
    position: int

    def __str__(self) -> str:
        return f"{self.heading}, passage {self.position}" if self.position else self.heading


@attrs.frozen(kw_only=True, order=True)
class Anchor:
    """A passage that a clause rests on: where it stood when it was read, and its digest then."""

    locator: Locator
    digest: str


@attrs.frozen(kw_only=True)
class Clause:
    """One statement of a source.

    Attributes:
        id: ``source/heading/name``, for example ``qld/approve/5-day``.
        source: The source's id.
        statements: Numbers in the project's own list of statements (``Q-A2``); a clause may carry several.
        text: The clause in our words.
        locator: Where the source says it.
        digest: Digest of the source's own passage, normalised; see `cimscore.policy.passages`. Empty where the
            document is not at hand.
        also: Other passages it rests on: the sentence that opens a list, or the bullets of one.
        editions: Ids of the editions in which it stands.
        bounded: Whether it is known that it stands in no other edition: it began or ended with one of these, or
            other clauses stand in its place. Its absence is then no gap in what is known.
        disposition: What became of it.
        reason: Why it is guidance or out of scope; empty for the others.
        question: ``program/question``, for a clause that is left to a person.
        confidence: How well it is known where the document is not at hand; None where it is.
    """

    id: str
    source: str
    statements: tuple[str, ...]
    text: str
    locator: Locator
    digest: str
    also: tuple[Anchor, ...] = ()
    editions: tuple[str, ...]
    bounded: bool = False
    disposition: Disposition
    reason: str = ""
    question: str = ""
    confidence: Confidence | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every passage the clause rests on, its own first; none where the document is not at hand."""
        own = (Anchor(locator=self.locator, digest=self.digest),) if self.digest else ()
        return (*own, *self.also)
