"""What must hold between the sources and clauses of a program before a rulebook may use them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from cimscore.errors import Problem
from cimscore.ids import did_you_mean, is_id
from cimscore.policy.clauses import Anchor, Clause, Disposition
from cimscore.policy.passages import DIGEST
from cimscore.policy.sources import PolicyEdition, Source

_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_QUESTION: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_NEEDS_REASON: Final = frozenset({Disposition.GUIDANCE, Disposition.OUT_OF_SCOPE})


def check_policy(sources: Sequence[Source], clauses: Sequence[Clause]) -> tuple[Problem, ...]:
    """Every problem in or between `sources` and `clauses`; none when they fit together."""
    by_id = {source.id: source for source in sources}
    return (
        *(problem for source in sources for problem in _in_source(source)),
        *(problem for clause in clauses for problem in _in_clause(clause)),
        *(problem for clause in clauses for problem in _against_source(clause, by_id)),
        *_repeated(clauses),
        *(problem for source in sources for problem in _clashes(source, clauses)),
    )


def _in_source(source: Source) -> Iterator[Problem]:
    if not is_id(source.id):
        yield _problem(source.id, repr(source.id), "letters, digits, dots and dashes")
    if not source.editions:
        yield _problem(f"{source.id}.editions", "none", "at least one edition")
    for id, count in Counter(edition.id for edition in source.editions).items():
        if count > 1:
            yield _problem(f"{source.id}.editions", f"{id!r} {count} times", "each edition once")
    for edition in source.editions:
        yield from _in_edition(source, edition)
    for earlier, later in pairwise(source.editions):
        if not _follows(earlier, later):
            found = f"that it begins {_beginning(later)} while {earlier.id!r} ends {earlier.until}"
            yield _problem(f"{source.id}/{later.id}", found, "each edition to end where the next has certainly begun")
    for anchor in source.passed_over:
        yield from _in_anchor(f"{source.id}.passed-over", anchor, source)


def _in_edition(source: Source, edition: PolicyEdition) -> Iterator[Problem]:
    where = f"{source.id}/{edition.id}"
    if edition.from_known_only_to and not _MONTH.fullmatch(edition.from_known_only_to):
        yield _problem(f"{where}.from-known-only-to", repr(edition.from_known_only_to), "a month such as 2025-04")
    elif edition.from_known_only_to and edition.from_:
        yield _problem(f"{where}.from", f"both {edition.from_} and {edition.from_known_only_to}", "one of the two")
    elif edition.may_begin and edition.until and edition.until <= edition.may_begin:
        yield _problem(f"{where}.until", str(edition.until), f"a day after {edition.may_begin}")


def _follows(earlier: PolicyEdition, later: PolicyEdition) -> bool:
    """Whether no day between the two is left without an edition, nor has both where the first day is known."""
    if later.from_known_only_to and not _MONTH.fullmatch(later.from_known_only_to):
        return True  # reported already
    begun = later.has_begun
    if earlier.until is None or begun is None:
        return False
    return earlier.until == begun


def _beginning(edition: PolicyEdition) -> str:
    return f"at some day of {edition.from_known_only_to}" if edition.from_known_only_to else str(edition.from_)


def _in_clause(clause: Clause) -> Iterator[Problem]:
    parts = clause.id.split("/")
    if len(parts) != 3 or not all(is_id(part) for part in parts) or parts[0] != clause.source:
        yield _problem(clause.id, repr(clause.id), f"an id such as {clause.source}/heading/name")
    if not clause.text.strip():
        yield _problem(f"{clause.id}.text", "nothing", "what the source says, in our own words")
    if not clause.editions:
        yield _problem(f"{clause.id}.editions", "none", "the editions in which it stands")
    if (clause.disposition in _NEEDS_REASON) != bool(clause.reason):
        yield _problem(f"{clause.id}.reason", repr(clause.reason), "a reason for guidance and out of scope only")
    if (clause.disposition is Disposition.LEFT_TO_A_PERSON) != bool(clause.question):
        yield _problem(f"{clause.id}.question", repr(clause.question), "a question where left to a person only")
    elif clause.question and not _QUESTION.fullmatch(clause.question):
        yield _problem(f"{clause.id}.question", repr(clause.question), "program/question")


def _against_source(clause: Clause, sources: dict[str, Source]) -> Iterator[Problem]:
    source = sources.get(clause.source)
    if source is None:
        yield _problem(f"{clause.id}.source", repr(clause.source), "a source", did_you_mean(clause.source, sources))
        return
    editions = [edition.id for edition in source.editions]
    for edition in clause.editions:
        if edition not in editions:
            yield _problem(f"{clause.id}.editions", repr(edition), "an edition of it", did_you_mean(edition, editions))
    if source.held == (clause.confidence is not None):
        found = clause.confidence or "none"
        yield _problem(f"{clause.id}.confidence", found, "how well it is known, where its document is not held only")
    if source.held:
        for anchor in (Anchor(locator=clause.locator, digest=clause.digest), *clause.also):
            yield from _in_anchor(clause.id, anchor, source)
    elif clause.anchors:
        yield _problem(f"{clause.id}.digest", clause.digest, "no digest, since the document is not held")


def _in_anchor(where: str, anchor: Anchor, source: Source) -> Iterator[Problem]:
    heading, position = anchor.locator.heading, anchor.locator.position
    if heading not in source.headings:
        hint = did_you_mean(heading, source.headings)
        yield _problem(f"{where}.heading", repr(heading), "a heading of the source", hint)
    if position < 1:
        yield _problem(f"{where}.position", str(position), "the passage's number under its heading, from 1")
    if not DIGEST.fullmatch(anchor.digest):
        yield _problem(f"{where}.digest", repr(anchor.digest), "sha256: and twenty hexadecimal digits")


def _repeated(clauses: Iterable[Clause]) -> Iterator[Problem]:
    for id, count in Counter(clause.id for clause in clauses).items():
        if count > 1:
            yield _problem(id, f"{count} clauses", "one clause for each id")


def _clashes(source: Source, clauses: Iterable[Clause]) -> Iterator[Problem]:
    """Two different digests for one place: one of them is wrong. Two clauses may share a passage."""
    digests = {anchor.locator: anchor.digest for anchor in source.passed_over}
    for clause in clauses:
        for anchor in clause.anchors if clause.source == source.id else ():
            if digests.setdefault(anchor.locator, anchor.digest) != anchor.digest:
                hint = f"Another place has {digests[anchor.locator]} there."
                yield _problem(f"{clause.id}.digest", anchor.digest, f"one digest for {anchor.locator}", hint)


def _problem(where: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(where=where, found=found, expected=expected, hint=hint)
