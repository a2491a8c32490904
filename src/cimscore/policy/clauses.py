"""Clauses: what a source says, in our own words, in each of its editions, and what became of each."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator

import attrs

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean


class Disposition(enum.StrEnum):
    """Dispositions of a clause; the last one is for a clause that nobody has read yet in its latest edition."""

    ENCODED = "encoded"
    ENCODED_IN_PART = "encoded in part"
    LEFT_TO_A_PERSON = "left to a person"
    GUIDANCE = "guidance"
    OUT_OF_SCOPE = "out of scope"
    TO_DO = "to do"

    @property
    def by_rules(self) -> bool:
        """Return True if rules carry out the clause, in whole or in part."""
        return self in (Disposition.ENCODED, Disposition.ENCODED_IN_PART)


class Modal(enum.StrEnum):
    """Strength of a clause, in the source's own word. It is never upgraded silently."""

    MUST = "must"
    MUST_NOT = "must not"
    WILL = "will"
    WILL_NOT = "will not"
    IS_TO = "is to"
    IS_NOT_TO = "is not to"
    SHOULD = "should"
    MAY = "may"
    CAN = "can"
    EVERY_EFFORT = "every effort"

    @property
    def strength(self) -> str:
        """Return the word without its *not*."""
        return self.value.replace(" not", "")

    def binds_as(self, clause: Modal) -> bool:
        """Return True if an act that has this word keeps to a clause that has that one.

        What a clause asks for can be said as what is not to be done, never what it forbids as what is to be done.
        """
        return self is clause or (self is not Modal(self.strength) and self.strength == clause.value)

    @property
    def forbids(self) -> bool:
        """Return True if the clause says in the strongest word what is not to be done."""
        return self is Modal.MUST_NOT


class Confidence(enum.StrEnum):
    """Levels of confidence in a clause of a document that is not held. Below these, a clause is not encoded."""

    HIGH = "high"
    MEDIUM = "medium"


@attrs.frozen(kw_only=True, order=True)
class Locator:
    """Place of a passage: its heading, and its number under that heading, from 1.

    The number is 0 if the document is not held and its passages are not numbered.
    """

    heading: str
    position: int

    def __str__(self) -> str:
        heading = self.heading or "before the first heading"
        return f"{heading}, passage {self.position}" if self.position else self.heading


@attrs.frozen(kw_only=True, order=True)
class Anchor:
    """Passage behind a clause: where it was when it was read, and its digest then."""

    locator: Locator
    digest: str


@attrs.frozen(kw_only=True)
class ClauseText:
    """Text of a clause from one edition until a later one changes it.

    Attributes:
        since: Edition that introduced this text.
        text: The clause in our words.
        subject: Who has to act, or what it is about.
        modality: How strongly it binds; None where it defines or tells something.
        locator: Place in the source.
        digest: Digest of the source's own passage, normalised; empty if the document is not held.
        also: Other passages that it rests on.
        disposition: Disposition.
        reason: Reason why it is guidance or out of scope; empty for the others.
        missing: Part that no rule carries out, in a sentence, if it is encoded in part; empty for the others.
        question: ``program/question``, for a clause that is left to a person.
        confidence: Confidence in it if the document is not held; None if it is.
    """

    since: str
    text: str
    subject: str = ""
    modality: Modal | None = None
    locator: Locator
    digest: str
    also: tuple[Anchor, ...] = ()
    disposition: Disposition
    reason: str = ""
    missing: str = ""
    question: str = ""
    confidence: Confidence | None = None

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Return every passage that the clause rests on, its own first; none if the document is not held."""
        own = (Anchor(locator=self.locator, digest=self.digest),) if self.digest else ()
        return (*own, *self.also)


@attrs.frozen(kw_only=True)
class Clause:
    """Statement of a source.

    Its text, place and disposition are those of the last edition that has it. `in_edition` returns those of any
    edition.

    Attributes:
        id: ``source/heading/name``, for example ``qld/approve/5-day``.
        source: Id of the source.
        statements: Numbers in the project's own list of statements (``Q-A2``); a clause may carry several.
        title: What it is called, in words.
        synonyms: Words that people look for it by.
        text: The clause in our words.
        subject: Who has to act, or what it is about.
        modality: How strongly it binds; None where it defines or tells something. A duty that cites it has no other.
        locator: Place in the source.
        digest: Digest of the source's own passage, normalised; see `cimscore.policy.passages`. Empty if the document is
            not held.
        also: Other passages that it rests on: the sentence that opens a list, or the bullets of one.
        editions: Ids of the editions that have it, in the order of the page.
        bounded: True if it is known that no other edition has it: it began or ended with one of these, or other clauses
            replace it. Its absence is then not a gap in knowledge.
        disposition: Disposition.
        reason: Reason why it is guidance or out of scope; empty for the others.
        missing: Part that no rule carries out, in a sentence, if it is encoded in part; empty for the others.
        question: ``program/question``, for a clause that is left to a person.
        confidence: Confidence in it if the document is not held; None if it is.
        since: Edition that introduced its current text; empty if that is the first of its editions.
        earlier: Earlier texts, earliest first.
        gone: Edition that removed it; empty while it is in force.
    """

    id: str
    source: str
    statements: tuple[str, ...]
    title: str = attrs.field(default="", metadata={"digested": "never"})
    synonyms: tuple[str, ...] = attrs.field(default=(), metadata={"digested": "never"})
    text: str
    subject: str = ""
    modality: Modal | None = None
    locator: Locator
    digest: str
    also: tuple[Anchor, ...] = ()
    editions: tuple[str, ...]
    bounded: bool = False
    disposition: Disposition
    reason: str = ""
    missing: str = ""
    question: str = ""
    confidence: Confidence | None = None
    since: str = ""
    earlier: tuple[ClauseText, ...] = ()
    gone: str = ""

    @property
    def present(self) -> ClauseText:
        """Return its text in the last edition that has it."""
        return ClauseText(
            since=self.since or next(iter(self.editions), ""), text=self.text, subject=self.subject,
            modality=self.modality, locator=self.locator, digest=self.digest, also=self.also,
            disposition=self.disposition, reason=self.reason, missing=self.missing, question=self.question,
            confidence=self.confidence,
        )  # fmt: skip

    @property
    def texts(self) -> tuple[ClauseText, ...]:
        """Return every text, earliest first."""
        return (*self.earlier, self.present)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Return every passage that it rests on now, its own first; none if the document is not held."""
        return self.present.anchors

    def stands_in(self, edition: str) -> bool:
        """Return True if an edition of the source has the clause."""
        return edition in self.editions

    def in_edition(self, edition: str) -> ClauseText:
        """Return the text of the clause in an edition.

        Raises:
            UnknownNameError: It does not stand there.
        """
        for standing, text in self._by_edition():
            if standing == edition:
                return text
        hint = did_you_mean(edition, self.editions)
        raise UnknownNameError(f"text of {self.id} in the edition", edition, self.editions, hint)

    def texts_in(self, editions: Collection[str]) -> tuple[ClauseText, ...]:
        """Return the texts of the clause in those of some editions that have it, each once."""
        return tuple(dict.fromkeys(text for edition, text in self._by_edition() if edition in editions))

    def saying_as_in(self, edition: str) -> tuple[str, ...]:
        """Return the editions in which the clause has the same text as in `edition`; none if that does not have it.

        A new place in the document is not a new text.
        """
        found = [(standing, wording(text)) for standing, text in self._by_edition()]
        same = dict(found).get(edition)
        return tuple(standing for standing, words in found if words == same)

    def _by_edition(self) -> Iterator[tuple[str, ClauseText]]:
        changes = {text.since: text for text in self.texts}
        text = self.texts[0]
        for edition in self.editions:
            text = changes.get(edition, text)
            yield edition, text


def wording(text: ClauseText) -> ClauseText:
    """Return a text without its edition and places: what has to be read again when it changes."""
    nowhere = Locator(heading="", position=0)
    passages = tuple(Anchor(locator=nowhere, digest=anchor.digest) for anchor in text.also)
    return attrs.evolve(text, since="", locator=nowhere, also=passages)
