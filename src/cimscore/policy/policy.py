"""One program's policy: its documents, and what each clause says in each edition of them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cached_property
from itertools import takewhile

import attrs

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy.citations import Citation, NotStandingError, parts_of_citation
from cimscore.policy.clauses import Clause, Disposition
from cimscore.policy.sources import PolicyEdition, Source


class ClauseStanding(enum.StrEnum):
    """Answers to the question: does an edition have a clause?"""

    STANDS = "stands"
    ABSENT = "does not stand"
    NOT_IN_SOURCE = "not in the source"


@attrs.frozen(kw_only=True, slots=False)
class Policy:
    """The documents and clauses of one program.

    Attributes:
        sources: The documents, in the order of their file.
        clauses: Their statements, sorted by id.
    """

    sources: tuple[Source, ...]
    clauses: tuple[Clause, ...]

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _clauses(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    def source(self, id: str) -> Source:
        """Return a document.

        Raises:
            UnknownNameError: There is none of that id.
        """
        if id not in self._sources:
            raise UnknownNameError("source", id, self._sources, did_you_mean(id, self._sources))
        return self._sources[id]

    def clause(self, id: str) -> Clause:
        """Return a clause.

        Raises:
            UnknownNameError: There is none of that id.
        """
        if id not in self._clauses:
            raise UnknownNameError("clause", id, self._clauses, did_you_mean(id, self._clauses))
        return self._clauses[id]

    def edition(self, source: str, id: str) -> PolicyEdition:
        """Return an edition of a document.

        Raises:
            UnknownNameError: There is none of that id.
        """
        editions = {edition.id: edition for edition in self.source(source).editions}
        if id not in editions:
            raise UnknownNameError(f"edition of {source}", id, editions, did_you_mean(id, editions))
        return editions[id]

    def stands(self, clause: str, edition: str) -> bool:
        """Return True if an edition of its document has a clause."""
        return self.clause(clause).stands_in(edition)

    def standing(self, clause: str, edition: str) -> ClauseStanding:
        """Return if an edition has a clause, or that an edition known in part does not say."""
        found = self.clause(clause)
        state = self.edition(found.source, edition)
        if found.stands_in(edition):
            return ClauseStanding.STANDS
        # Silence of an edition that is known only in part proves nothing, unless something else does.
        known = state.complete or found.bounded or self._is_gone(found, edition)
        return ClauseStanding.ABSENT if known else ClauseStanding.NOT_IN_SOURCE

    def may_be_silent(self, clause: str, edition: str) -> bool:
        """Return True if an edition took a clause out, or is known in part only and does not tell."""
        standing = self.standing(clause, edition)
        taken_out = standing is ClauseStanding.ABSENT and self._is_gone(self.clause(clause), edition)
        return taken_out or standing is ClauseStanding.NOT_IN_SOURCE

    def not_read(self, source: str, edition: str) -> tuple[str, ...]:
        """Return the clauses of an edition that are *to do*: nobody has read yet what it says there."""
        return self._not_read.get((source, edition), ())

    @cached_property
    def _not_read(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for clause in self.clauses:
            for edition in clause.editions:
                if clause.in_edition(edition).disposition is Disposition.TO_DO:
                    found[clause.source, edition] = (*found.get((clause.source, edition), ()), clause.id)
        return found

    def following(self, source: str, edition: str) -> str:
        """Return the next edition whose text is held; empty if there is none."""
        listed = [held.id for held in self.source(source).editions if held.encoded]
        return next(iter(listed[listed.index(edition) + 1 :]), "")

    def goes_on_by(self, source: str, edition: str) -> tuple[str, str]:
        """Return the edition whose text is used for an edition, and a sentence about what is not held of it.

        Args:
            source: Id of the document.
            edition: Edition that governs.

        Returns:
            The edition itself where its text is held, and otherwise the last one before it that is, empty where there
            is none. The sentence is empty where the whole text is held.
        """
        governs = self.edition(source, edition)
        if governs.encoded:
            return edition, "" if governs.complete else _gap(governs, "what it does not say is not in the source")
        held = self._last_held(source, edition)
        if held is None:
            return "", _gap(governs, "no earlier edition is held, so none of its rules apply")
        return held.id, _gap(governs, f"the last edition held is used: {held.title}")

    def editions_of(self, citation: str) -> tuple[str, ...]:
        """Return the editions that have what is cited.

        A clause alone means each of its editions. A clause with an edition, such as ``qld/approve/5-day@2024-09-30``,
        means those with the same text as there.

        Raises:
            UnknownNameError: There is no such clause.
        """
        id, edition = parts_of_citation(citation)
        clause = self.clause(id)
        return clause.saying_as_in(edition) if edition else clause.editions

    def cite(self, citation: str, edition: str) -> Citation:
        """Return the citation of a clause in an edition.

        Args:
            citation: The clause, as a row cites it.
            edition: Edition that governs. If its text is not held, the last one held is cited.

        Raises:
            NotStandingError: It does not stand there.
            UnknownNameError: There is no such clause or edition.
        """
        id, _ = parts_of_citation(citation)
        clause = self.clause(id)
        held, _ = self.goes_on_by(clause.source, edition)
        standing = self.editions_of(citation)
        if held not in standing:
            raise NotStandingError(id, held or edition, standing)
        return Citation(clause=id, edition=held, digest=clause.in_edition(held).digest)

    def _last_held(self, source: str, edition: str) -> PolicyEdition | None:
        # Later editions must not be used: a case is decided by the policy of its own time.
        before = takewhile(lambda listed: listed.id != edition, self.source(source).editions)
        return next(reversed([listed for listed in before if listed.encoded]), None)

    def _is_gone(self, clause: Clause, edition: str) -> bool:
        """Return True if an edition up to this one took the clause out."""
        order = [listed.id for listed in self.source(clause.source).editions]
        return bool(clause.gone) and order.index(clause.gone) <= order.index(edition)


def _gap(edition: PolicyEdition, then: str) -> str:
    said = "is known in part only" if edition.encoded else "is known to exist, and its text is not held here"
    gap = edition.gap or f"The edition {edition.title!r} {said}"
    return f"{gap.removesuffix('.')}; {then.removesuffix('.')}."
