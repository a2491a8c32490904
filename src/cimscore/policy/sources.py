"""Policy sources and their editions, with the dates when each was in force."""

from __future__ import annotations

import calendar
import datetime as dt

import attrs

from cimscore.policy.clauses import Anchor


@attrs.frozen(kw_only=True)
class PolicyEdition:
    """Edition of a source: one state of the page.

    Attributes:
        id: Id, for example ``2024-09-30``.
        title: Name of the edition.
        from_: First day in force; None if unknown or unlimited.
        from_known_only_to: Month in which it came into force, for example ``2025-04``, if no more is known. `from_` is
            then None. Otherwise empty.
        until: First day on which it is certainly no longer in force; None while it is.
        complete: False if the edition is known only in part. If it is silent, the answer is then "not in the source",
            never "does not arise".
        encoded: False for an edition that is known to exist but has no clauses here.
        changes: Its changes, one sentence each.
        gap: Sentence for readers on what is not held of it; empty if there is nothing special to say.
    """

    id: str
    title: str
    from_: dt.date | None = None
    from_known_only_to: str = ""
    until: dt.date | None = None
    complete: bool = True
    encoded: bool = True
    changes: tuple[str, ...] = ()
    gap: str = attrs.field(default="", metadata={"digested": "never"})

    @property
    def may_begin(self) -> dt.date | None:
        """Return the earliest day on which it may have come into force; None if unlimited."""
        return dt.date.fromisoformat(f"{self.from_known_only_to}-01") if self.from_known_only_to else self.from_

    @property
    def has_begun(self) -> dt.date | None:
        """Return the first day on which it has certainly come into force; None if unlimited."""
        first = self.may_begin
        if not self.from_known_only_to or first is None:
            return first
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])

    def covers(self, day: dt.date) -> bool:
        """Return True if the edition was, or may have been, in force on `day`."""
        return (self.may_begin is None or self.may_begin <= day) and (self.until is None or day < self.until)


@attrs.frozen(kw_only=True)
class SourceText:
    """A document as it was read: the text of one edition, which may tell of others too.

    Attributes:
        id: The source's id; for a text that a later one replaced with the edition, as in ``qld@2024-09-30``.
        editions: The editions whose clauses were read in it.
        headings: Its own headings, in order: they place its sentences.
        passed_over: Passages that say nothing of their own: navigation, cross-references, labels of boxes.
        unread: Headings under which nothing is policy, for example a page's list of its own changes.
    """

    id: str
    editions: tuple[str, ...]
    headings: tuple[str, ...] = ()
    passed_over: tuple[Anchor, ...] = ()
    unread: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Source:
    """Document that clauses come from.

    Its headings and skipped passages are those of the last text held. `texts` has those of each.

    Attributes:
        id: First part of every clause id, for example ``qld``.
        title: The document's title.
        publisher: Publisher.
        document: Way to find the copy that was read.
        address: Where it is, or was, published; empty where that is not known.
        captured: The day on which the copy that was read was made; None where the copy does not tell.
        editions: Editions, in the order in which they came into force.
        headings: Headings of the document, in order. They locate its sentences.
        held: False if the document itself is not held, so that its clauses have no digest.
        passed_over: Passages without content of their own: navigation, cross-references, labels of boxes.
        unread: Headings with no policy below them, for example a page's list of its own changes.
        split: Numbers of the statements that several clauses carry, each a part of it.
        earlier: Texts that a later one replaced, earliest first.
    """

    id: str
    title: str
    publisher: str
    document: str
    address: str = attrs.field(default="", metadata={"digested": "never"})
    captured: dt.date | None = attrs.field(default=None, metadata={"digested": "never"})
    editions: tuple[PolicyEdition, ...]
    headings: tuple[str, ...] = ()
    held: bool = True
    passed_over: tuple[Anchor, ...] = ()
    unread: tuple[str, ...] = ()
    split: tuple[str, ...] = attrs.field(default=(), metadata={"digested": "never"})
    earlier: tuple[SourceText, ...] = ()

    @property
    def texts(self) -> tuple[SourceText, ...]:
        """Return the text of each edition that has one of its own, earliest first."""
        told = {edition for text in self.earlier for edition in text.editions}
        rest = tuple(edition.id for edition in self.editions if edition.id not in told)
        present = SourceText(
            id=self.id, editions=rest, headings=self.headings, passed_over=self.passed_over, unread=self.unread
        )
        return (*self.earlier, present)

    def editions_on(self, day: dt.date) -> tuple[PolicyEdition, ...]:
        """Return every edition that may have been in force on `day`, earliest first.

        There are two if the day on which the later took over is not known, and none if no edition covers the day.
        """
        return tuple(edition for edition in self.editions if edition.covers(day))

    def edition(self, id: str) -> PolicyEdition:
        """Return the edition named `id`.

        Raises:
            KeyError: The source has no such edition.
        """
        return {edition.id: edition for edition in self.editions}[id]
