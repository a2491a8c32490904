"""Policy sources and their editions, each with the window in which it was in force."""

from __future__ import annotations

import datetime as dt

import attrs


@attrs.frozen(kw_only=True)
class PolicyEdition:
    """One edition of a source.

    Attributes:
        id: For example ``2024-09-30``.
        title: What the edition is called.
        from_: First day in force; None when not known or unlimited.
        until: First day no longer in force; None while it is.
        complete: False when the edition is known in part only; where it is silent the answer is then
            "not in the source", never "does not arise".
        encoded: False for an edition that is known to exist and none of whose clauses are at hand.
        changes: What changed with it, one sentence each.
    """

    id: str
    title: str
    from_: dt.date | None = None
    until: dt.date | None = None
    complete: bool = True
    encoded: bool = True
    changes: tuple[str, ...] = ()

    def covers(self, day: dt.date) -> bool:
        """Whether the edition was in force on `day`."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day < self.until)


@attrs.frozen(kw_only=True)
class Source:
    """A document that clauses are taken from.

    Attributes:
        id: First part of every clause id, for example ``qld``.
        title: The document's title.
        publisher: Who issues it.
        document: How to find the copy that was read.
        editions: In the order they came into force.
        headings: The document's own headings, in order: they place its sentences.
    """

    id: str
    title: str
    publisher: str
    document: str
    editions: tuple[PolicyEdition, ...]
    headings: tuple[str, ...] = ()

    def edition_on(self, day: dt.date) -> PolicyEdition | None:
        """The edition in force on `day`, or None when no edition covers it."""
        return next((edition for edition in self.editions if edition.covers(day)), None)

    def edition(self, id: str) -> PolicyEdition:
        """The edition named `id`.

        Raises:
            KeyError: The source has no such edition.
        """
        return {edition.id: edition for edition in self.editions}[id]
