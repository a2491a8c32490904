"""Inheritance: each edition is the one before it, with what its folder states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.policy.clauses import Anchor, Clause
from cimscore.policy.folders import ClauseChange, EditionFolder
from cimscore.policy.sources import PolicyEdition, Source, SourceText

_FIRST: Final = "No edition begins before it. Is its first day right, and does an earlier folder hold the clause?"


def in_order(folders: Sequence[EditionFolder], source: str, problems: list[Problem]) -> list[EditionFolder]:
    """Return the editions of a source in the order of their first days, each until the next has certainly begun."""
    ordered: list[EditionFolder] = []
    for folder in sorted(folders, key=lambda folder: (_first(folder.edition), folder.edition.id)):
        if ordered and _first(ordered[-1].edition) == _first(folder.edition):
            found = f"no first day that tells it from {ordered[-1].edition.id!r}"
            expected = "from = a day, or from-known-only-to = a month, for each edition but the first"
            problems.append(Problem(where=f"{source}/{folder.edition.id}.from", found=found, expected=expected))
        else:
            ordered.append(folder)
    # An edition lasts until the next has certainly begun: if only the month is known, both may be in force in it.
    ends = [*(later.edition.has_begun for later in ordered[1:]), None]
    return [_until(folder, end) for folder, end in zip(ordered, ends, strict=True)] if ordered else []


def _first(edition: PolicyEdition) -> dt.date:
    return edition.may_begin or dt.date.min


def _until(folder: EditionFolder, end: dt.date | None) -> EditionFolder:
    if folder.edition.until or end is None:
        return folder
    return attrs.evolve(folder, edition=attrs.evolve(folder.edition, until=end))


def inherited(folders: Sequence[EditionFolder], problems: list[Problem]) -> list[Clause]:
    """Return every clause of a source with the editions that have it, and its text in each.

    An edition whose text is not held passes on what the last one held says. It has no clauses itself.
    """
    clauses: dict[str, Clause] = {}
    repeated: list[Clause] = []
    standing: dict[str, None] = {}
    for folder in folders:
        edition = folder.edition.id
        problems += _not_fitting(folder, standing)
        for id, _ in folder.gone:
            if id in standing:
                del standing[id]
                clauses[id] = attrs.evolve(clauses[id], gone=edition)
        # Reversed, so that the first of two changes counts. The second one is reported as a problem.
        for change in {stated.id: stated for stated in reversed(folder.changed)}.values():
            if change.id in standing:
                clauses[change.id] = _changed(change, clauses[change.id], edition, problems)
        for clause in folder.clauses:
            if clause.id in standing:
                # Kept, so that the check for repeated ids reports it.
                repeated.append(attrs.evolve(clause, editions=(edition,)))
                continue
            clauses[clause.id] = _again(clauses[clause.id], clause, edition) if clause.id in clauses else clause
            standing[clause.id] = None
        # An edition without text has no clauses, but the clauses go on to the next edition.
        for id in standing if folder.edition.encoded else ():
            clauses[id] = attrs.evolve(clauses[id], editions=(*clauses[id].editions, edition))
    return [*clauses.values(), *repeated]


def _changed(change: ClauseChange, clause: Clause, edition: str, problems: list[Problem]) -> Clause:
    found = change.applied_to(clause, edition)
    if found is clause:
        expected = "something that differs: what an edition does not name is inherited"
        problems.append(Problem(where=change.where, found="a change that changes nothing", expected=expected))
    return found


def _again(before: Clause, clause: Clause, edition: str) -> Clause:
    """Return a clause that an edition takes in again after an earlier one took it out."""
    return attrs.evolve(clause, editions=before.editions, earlier=(*before.earlier, before.present), since=edition)


def _not_fitting(folder: EditionFolder, standing: dict[str, None]) -> Iterator[Problem]:
    """Yield what an edition cannot say of the one before it."""
    edition = folder.edition.id
    own = {clause.id for clause in folder.clauses} | {change.id for change in folder.changed}
    for where, id in ((change.where, change.id) for change in folder.changed):
        if id not in standing:
            yield _unknown(where, id, f"a change of {id!r}", edition, standing)
    for id, where in folder.gone:
        if id not in standing:
            yield _unknown(where, id, f"{id!r} taken out", edition, standing)
        elif id in own:
            yield Problem(where=where, found=f"{id!r} taken out and stated", expected="one of the two")
    yield from _twice([(change.id, change.where) for change in folder.changed], "changed twice", edition)
    yield from _twice(folder.gone, "taken out twice", edition)
    if not folder.edition.encoded and (folder.clauses or folder.changed or folder.gone):
        found = "clauses of an edition whose text is not held"
        yield Problem(where=edition, found=found, expected="no clause, or an edition without encoded = false")


def _twice(stated: Sequence[tuple[str, str]], found: str, edition: str) -> Iterator[Problem]:
    """Yield each clause that an edition changes or removes a second time."""
    for clause in sorted({clause for clause, _ in stated}):
        places = [where for stated_id, where in stated if stated_id == clause]
        if len(places) > 1:
            expected = f"one statement about it in the edition {edition}; another is in {places[0]}"
            yield Problem(where=places[-1], found=f"{clause!r} {found}", expected=expected)


def _unknown(where: str, id: str, found: str, edition: str, standing: dict[str, None]) -> Problem:
    expected = f"a clause that stands in the edition before {edition}"
    hint = did_you_mean(id, standing) or ("" if standing else _FIRST)
    return Problem(where=where, found=found, expected=expected, hint=hint)


def passages_told(source: Source, folders: Sequence[EditionFolder], problems: list[Problem]) -> Source:
    """Return a source with its editions and the text of each that has one of its own."""
    encoded = [folder for folder in folders if folder.edition.encoded]
    own = [folder for folder in encoded if not folder.told_in]
    ids = [folder.edition.id for folder in own]
    for folder in encoded:
        if folder.told_in and folder.told_in not in ids:
            where = f"{source.id}/{folder.edition.id}.told-in"
            expected = "an edition with a text of its own"
            hint = did_you_mean(folder.told_in, ids)
            problems.append(Problem(where=where, found=repr(folder.told_in), expected=expected, hint=hint))
    texts = list(_texts(source, own, folders))
    problems += [problem for text in texts for problem in _headings_of_files(text, folders)]
    editions = tuple(folder.edition for folder in folders)
    if not texts or not source.held:
        return attrs.evolve(source, editions=editions)
    last = texts[-1]
    return attrs.evolve(
        source, editions=editions, headings=last.headings, unread=last.unread, passed_over=last.passed_over,
        earlier=tuple(texts[:-1]),
    )  # fmt: skip


def _headings_of_files(text: SourceText, folders: Sequence[EditionFolder]) -> Iterator[Problem]:
    """Yield each heading of a file without clauses of its own that the text does not have."""
    for folder in folders if text.headings else ():
        for heading, where in folder.named if folder.edition.id in text.editions else ():
            if heading not in text.headings:
                hint = did_you_mean(heading, text.headings)
                yield Problem(where=where, found=repr(heading), expected="a heading of the source", hint=hint)


def _texts(source: Source, own: Sequence[EditionFolder], folders: Sequence[EditionFolder]) -> Iterator[SourceText]:
    """Yield each text of a source, earliest first, with what it inherits of the text before."""
    headings, unread = source.headings, source.unread
    passed_over: dict[str, tuple[Anchor, ...]] = {}
    for folder in own:
        id = folder.edition.id
        described = [later for later in folders if id in (later.edition.id, later.told_in)]
        headings = headings if folder.headings is None else folder.headings
        unread = unread if folder.unread is None else folder.unread
        for later in described:
            passed_over.update(later.passed_over)
        yield SourceText(
            id=f"{source.id}@{id}", editions=tuple(later.edition.id for later in described), headings=headings,
            unread=unread, passed_over=tuple(anchor for group in passed_over.values() for anchor in group),
        )  # fmt: skip
