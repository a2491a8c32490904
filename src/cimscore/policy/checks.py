"""Checks between the sources and clauses of a program. A rulebook may use only those that pass."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from cimscore.errors import Problem
from cimscore.ids import did_you_mean, is_id
from cimscore.policy.clauses import Anchor, Clause, ClauseText, Disposition
from cimscore.policy.passages import DIGEST
from cimscore.policy.sources import PolicyEdition, Source, SourceText

_QUESTION: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_BELONGING: Final = (
    ("reason", frozenset({Disposition.GUIDANCE, Disposition.OUT_OF_SCOPE}), "a reason: why nothing is encoded"),
    ("missing", frozenset({Disposition.ENCODED_IN_PART}), "a sentence on what is missing"),
    ("question", frozenset({Disposition.LEFT_TO_A_PERSON}), "a question for a person, as program/question"),
)
"""What a clause says by some dispositions only: the key, the dispositions, and what it says."""


def check_policy(sources: Sequence[Source], clauses: Sequence[Clause]) -> tuple[Problem, ...]:
    """Return every problem in or between `sources` and `clauses`; none if they fit together."""
    by_id = {source.id: source for source in sources}
    return (
        *(problem for source in sources for problem in _in_source(source)),
        *(problem for clause in clauses for problem in _in_clause(clause)),
        *(problem for clause in clauses for problem in _against_source(clause, by_id[clause.source])),
        *_repeated(clauses),
        *(
            problem
            for source in sources
            for text in source.texts
            for problem in _clashes(text, [clause for clause in clauses if clause.source == source.id])
        ),
    )


def _in_source(source: Source) -> Iterator[Problem]:
    if not is_id(source.id):
        yield _problem(source.id, repr(source.id), "letters, digits, dots and dashes")
    if not source.editions:
        yield _problem(f"{source.id}.editions", "none", f"at least one edition: a folder {source.id}/<edition>/")
    for edition in source.editions:
        yield from _in_edition(source, edition)
    for earlier, later in pairwise(source.editions):
        if not _follows(earlier, later):
            found = f"that it begins {_beginning(later)} while {earlier.id!r} ends {earlier.until}"
            yield _problem(f"{source.id}/{later.id}", found, "each edition to end where the next has certainly begun")
    for text in source.texts:
        for anchor in text.passed_over:
            yield from _in_anchor(f"{text.id}.passed-over", anchor, text)


def _in_edition(source: Source, edition: PolicyEdition) -> Iterator[Problem]:
    where = f"{source.id}/{edition.id}"
    if not is_id(edition.id):
        yield _problem(where, repr(edition.id), "a folder named with letters, digits, dots and dashes")
    if edition.from_known_only_to and edition.from_:
        yield _problem(f"{where}.from", f"both {edition.from_} and {edition.from_known_only_to}", "one of the two")
    elif edition.may_begin and edition.until and edition.until <= edition.may_begin:
        yield _problem(f"{where}.until", str(edition.until), f"a day after {edition.may_begin}")


def _follows(earlier: PolicyEdition, later: PolicyEdition) -> bool:
    """Return True if no day between the two is left without an edition, nor has both where the first day is known."""
    begun = later.has_begun
    # If only the month is known, the editions overlap on purpose.
    return begun is None or earlier.until == begun


def _beginning(edition: PolicyEdition) -> str:
    return f"at some day of {edition.from_known_only_to}" if edition.from_known_only_to else str(edition.from_)


def _in_clause(clause: Clause) -> Iterator[Problem]:
    parts = clause.id.split("/")
    if len(parts) != 3 or not all(is_id(part) for part in parts) or parts[0] != clause.source:
        yield _problem(clause.id, repr(clause.id), f"an id such as {clause.source}/heading/name")
    for number, count in Counter(clause.statements).items():
        if count > 1:
            yield _problem(f"{clause.id}.statements", f"{number!r} {count} times", "each number once")
    for text in clause.texts:
        yield from _in_text(clause.id, text)


def _in_text(id: str, text: ClauseText) -> Iterator[Problem]:
    if not text.text.strip():
        yield _problem(f"{id}.text", "nothing", "what the source says, in our own words")
    for key, where, what in _BELONGING:
        given, disposition = getattr(text, key), text.disposition
        if given and disposition not in where:
            expected = f"none: it stands only with {' and '.join(sorted(where))}"
            yield _problem(f"{id}.{key}", repr(given), expected)
        elif not given and disposition in where:
            yield _problem(f"{id}.{key}", "nothing", f"{what}, since its disposition is {disposition}")
    if text.question and not _QUESTION.fullmatch(text.question):
        yield _problem(f"{id}.question", repr(text.question), "program/question")


def _against_source(clause: Clause, source: Source) -> Iterator[Problem]:
    for text in clause.texts:
        if source.held == (text.confidence is not None):
            expected = (
                "none: its document is held"
                if source.held
                else "how well it is known, high or medium: its document is not held"
            )
            yield _problem(f"{clause.id}.confidence", text.confidence or "nothing", expected)
        if not source.held and text.anchors:
            yield _problem(f"{clause.id}.digest", text.digest, "no digest, since the document is not held")
    for told in source.texts:
        for text in clause.texts_in(told.editions):
            for anchor in (Anchor(locator=text.locator, digest=text.digest), *text.also) if source.held else ():
                yield from _in_anchor(clause.id, anchor, told)
            if not source.held and told.headings:
                yield from _in_heading(clause.id, text.locator.heading, told)


def _in_anchor(where: str, anchor: Anchor, text: SourceText) -> Iterator[Problem]:
    heading, position = anchor.locator.heading, anchor.locator.position
    yield from _in_heading(where, heading, text)
    if position < 1:
        yield _problem(f"{where}.position", str(position), "the passage's number under its heading, from 1")
    if not DIGEST.fullmatch(anchor.digest):
        yield _problem(f"{where}.digest", repr(anchor.digest), "sha256: and twenty hexadecimal digits")


def _in_heading(where: str, heading: str, text: SourceText) -> Iterator[Problem]:
    if heading not in text.headings:
        hint = did_you_mean(heading, text.headings)
        yield _problem(f"{where}.heading", repr(heading), "a heading of the source", hint)


def _repeated(clauses: Iterable[Clause]) -> Iterator[Problem]:
    for id, count in Counter(clause.id for clause in clauses).items():
        if count > 1:
            hint = "What a later edition says otherwise is a [[changed]] of it."
            yield _problem(id, f"{count} clauses", "one clause for each id", hint)


def _clashes(text: SourceText, clauses: Iterable[Clause]) -> Iterator[Problem]:
    """Yield two different digests for one place of a text: one of them is wrong. Two clauses may share a passage."""
    digests = {anchor.locator: anchor.digest for anchor in text.passed_over}
    for clause in clauses:
        for anchor in (anchor for told in clause.texts_in(text.editions) for anchor in told.anchors):
            if digests.setdefault(anchor.locator, anchor.digest) != anchor.digest:
                hint = f"Another place has {digests[anchor.locator]} there."
                yield _problem(f"{clause.id}.digest", anchor.digest, f"one digest for {anchor.locator}", hint)


def _problem(where: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(where=where, found=found, expected=expected, hint=hint)
