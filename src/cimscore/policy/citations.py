"""Citations: a clause, and the edition that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.errors import CimsError, Problem
from cimscore.ids import did_you_mean
from cimscore.policy.clauses import Clause

_AT: Final = "@"


@attrs.frozen(kw_only=True, order=True)
class Citation:
    """Clause as it is cited.

    Attributes:
        clause: The clause's id.
        edition: Edition that has it.
        digest: Digest of the source's own passage there; empty if the document is not held.
    """

    clause: str
    edition: str
    digest: str = ""

    def __str__(self) -> str:
        return f"{self.clause}{_AT}{self.edition}"


class NotStandingError(CimsError):
    """A clause was cited in an edition that does not have it: cite a clause of that edition."""

    def __init__(self, clause: str, edition: str, standing: Iterable[str]) -> None:
        self.clause, self.edition, self.standing = clause, edition, tuple(standing)
        super().__init__(
            f"{clause} does not stand in the edition {edition!r}; it stands in {in_words(self.standing)}. "
            "Cite a clause that stands there."
        )


def parts_of_citation(citation: str) -> tuple[str, str]:
    """Return the clause's id and the edition's, which is empty where the citation names none."""
    clause, _, edition = citation.partition(_AT)
    return clause, edition


def in_words(editions: Iterable[str]) -> str:
    """Return a list of editions as people read it."""
    *others, last = [*editions] or ["no edition"]
    return f"{', '.join(others)} and {last}" if others else last


def problems_of_citations(
    cited: Iterable[tuple[str, str]], clauses: Mapping[str, Clause], *, others: bool = False
) -> Iterator[Problem]:
    """Yield the problems with citations: a clause that nobody declares, or an edition that does not have it.

    Args:
        cited: The place of each citation, for people, and the citation.
        clauses: The clauses that may be cited, by id.
        others: True if clauses of documents outside `clauses` may be cited too.
    """
    documents = {clause.source for clause in clauses.values()}
    for where, citation in cited:
        id, edition = parts_of_citation(citation)
        clause = clauses.get(id)
        if clause is None:
            if not others or id.partition("/")[0] in documents:
                hint = did_you_mean(id, clauses)
                yield Problem(where=where, found=f"the clause {id!r}", expected="a declared clause", hint=hint)
        elif (edition and not clause.stands_in(edition)) or (_AT in citation and not edition):
            yield Problem(
                where=where,
                found=f"{id} cited in the edition {edition!r}, in which it does not stand",
                expected=f"an edition in which it stands: {in_words(clause.editions)}",
                hint=did_you_mean(edition, clause.editions),
            )
