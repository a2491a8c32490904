"""Policy sources and their editions, each with the window in which it was in force."""

from __future__ import annotations

import calendar
import datetime as dt

import attrs

from cimscore.policy.clauses import Anchor


@attrs.frozen(kw_only=True)
class PolicyEdition:
    """One edition of a source: a state of the page.

    Attributes:
        id: For example ``2024-09-30``.
        title: What the edition is called.
        from_: First day in force; None when not known or unlimited.
        from_known_only_to: The month in which it came into force, for example ``2025-04``, where no more than
            that is known; `from_` is then None. Empty otherwise.
        until: First day certainly no longer in force; None while it is.
        complete: False when the edition is known in part only; where it is silent the answer is then
            "not in the source", never "does not arise".
        encoded: False for an edition that is known to exist and none of whose clauses are at hand.
        changes: What changed with it, one sentence each.
        gap: One sentence on what of it is not held, for people; empty where nothing special is to be said.
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
    def is_bounded(self) -> bool:
        """Whether anything is known of when it began or ended."""
        return bool(self.from_ or self.from_known_only_to or self.until)

    @property
    def may_begin(self) -> dt.date | None:
        """The earliest day it can have come into force; None when unlimited."""
        return dt.date.fromisoformat(f"{self.from_known_only_to}-01") if self.from_known_only_to else self.from_

    @property
    def has_begun(self) -> dt.date | None:
        """The first day by which it has certainly come into force; None when unlimited."""
        first = self.may_begin
        if not self.from_known_only_to or first is None:
            return first
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])

    def covers(self, day: dt.date) -> bool:
        """Whether the edition was, or may have been, in force on `day`."""
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
    """A document that clauses are taken from.

    Its headings and what is passed over are those of the last text that is held; `texts` gives those of each.

    Attributes:
        id: First part of every clause id, for example ``qld``.
        title: The document's title.
        publisher: Who issues it.
        document: How to find the copy that was read.
        address: Where it is, or was, published; empty where that is not known.
        captured: The day on which the copy that was read was made; None where the copy does not tell.
        editions: In the order they came into force.
        headings: The document's own headings, in order: they place its sentences.
        held: False where the document itself is not at hand, so that its clauses have no digest.
        passed_over: Passages that say nothing of their own: navigation, cross-references, labels of boxes.
        unread: Headings under which nothing is policy, for example a page's list of its own changes.
        earlier: The texts that a later one replaced, earliest first.
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
    earlier: tuple[SourceText, ...] = ()

    @property
    def texts(self) -> tuple[SourceText, ...]:
        """The document as it was read for each edition that has a text of its own, earliest first."""
        told = {edition for text in self.earlier for edition in text.editions}
        rest = tuple(edition.id for edition in self.editions if edition.id not in told)
        present = SourceText(
            id=self.id, editions=rest, headings=self.headings, passed_over=self.passed_over, unread=self.unread
        )
        return (*self.earlier, present)

    def editions_on(self, day: dt.date) -> tuple[PolicyEdition, ...]:
        """Every edition that may have been in force on `day`, earliest first.

        Two where it is not known on which day the later took over, none where no edition covers the day.
        """
        return tuple(edition for edition in self.editions if edition.covers(day))

    def edition_on(self, day: dt.date) -> PolicyEdition | None:
        """The edition in force on `day`, or None when no edition covers it.

        Where `editions_on` gives several it is the earliest: whoever uses it must then say so.
        """
        return next(iter(self.editions_on(day)), None)

    def edition(self, id: str) -> PolicyEdition:
        """The edition named `id`.

        Raises:
            KeyError: The source has no such edition.
        """
        return {edition.id: edition for edition in self.editions}[id]
