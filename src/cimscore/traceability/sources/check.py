"""Holding clauses against the documents they came from: what is in step, and what each change touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from cimscore.errors import FileError, Problem
from cimscore.policy import Clause, ClauseText, Drift, DriftState, Locator, Passage, SourceText, passages_of
from cimscore.policy.drift import compare
from cimscore.rulebook import Rulebook
from cimscore.traceability.lining_up import Laid
from cimscore.traceability.sources.documents import READERS, laid_out, read_document
from cimscore.traceability.sources.matching import Match, match_files
from cimscore.traceability.sources.successor import Successor, line_up
from cimscore.traceability.trace.model import Trace


@attrs.frozen(kw_only=True, slots=False)
class HeldSources:
    """The documents at hand, and how the clauses stand with them.

    Attributes:
        matches: Which file was taken for which source; sources whose document nobody holds are not asked for.
        drifts: What became of every passage of a document at hand.
        passages: The passages of each, by the text that it is a copy of and by place.
        successors: The documents that took the place of a source, lined up with it, by the source's id.
    """

    matches: tuple[Match, ...]
    drifts: tuple[Drift, ...]
    passages: Mapping[str, Mapping[Locator, Passage]]
    successors: Mapping[str, Successor] = attrs.field(factory=dict)

    @property
    def in_step(self) -> bool:
        """Return True if every source has its document, and every passage is unchanged and in its place."""
        return all(match.file for match in self.matches) and not self.changes

    def not_compared(self, text: SourceText) -> int:
        """Return how many passages of a text's document stand under headings that are passed over whole."""
        return sum(place.heading in text.unread for place in self.passages.get(text.id, ()))

    @property
    def changes(self) -> tuple[Drift, ...]:
        """Return the passages that are not in step."""
        return tuple(drift for drift in self.drifts if drift.state is not DriftState.IN_STEP)

    def now(self, drift: Drift) -> Passage | None:
        """Return the passage as the document has it now; None if it is gone."""
        return self.passages[drift.text].get(drift.where) if drift.where else None

    def words_of(self, clause: Clause) -> tuple[str, ...]:
        """Return the source's words for a clause in its last text, passage by passage; none where that is not held."""
        return self._words.get(clause.id, ())

    def words_for(self, clause: Clause, text: ClauseText) -> tuple[str, ...]:
        """Return the source's words for what a clause says in some edition; none where that is not held as it was."""
        digests = [anchor.digest for anchor in text.anchors]
        own = [copy for source, copy in self.passages.items() if source.partition("@")[0] == clause.source]
        found = {passage.digest: passage.text for copy in own for passage in copy.values() if passage.digest in digests}
        return tuple(found[digest] for digest in dict.fromkeys(digests) if digest in found)

    @cached_property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        found = defaultdict[str, defaultdict[str, list[str]]](lambda: defaultdict(list))
        for drift in self.drifts:
            passage = self.now(drift)
            found[drift.clause][drift.text] += [passage.text] if passage else []
        return {clause: tuple([*texts.values()][-1]) for clause, texts in found.items()}


def hold_sources(
    rulebook: Rulebook,
    folder: Path | None,
    named: Mapping[str, Path] | None = None,
    fingerprints: Mapping[str, frozenset[str]] | None = None,
) -> HeldSources:
    """Hold every clause against the documents in a folder, as text, HTML or DOCX.

    Args:
        rulebook: The programs.
        folder: The folder; None where only the documents that are named are looked at.
        named: The file of each document that took the place of a source, by the source's id.
        fingerprints: By what the passages of a source are known again where its old document is not in the folder.

    Raises:
        FileError: The folder is none, or a document cannot be read.
    """
    given = dict(named or {})
    taken = {file.resolve() for file in given.values()}
    files = [file for file in _documents(folder) if file.resolve() not in taken] if folder else []
    texts = {file.name: read_document(file) for file in files}
    sources = tuple(source for source in rulebook.sources.values() if source.held)
    clauses = tuple(rulebook.clauses.values())
    matches = match_files(sources, texts, clauses)
    headings = {text.id: text.headings for source in sources for text in source.texts}
    copies = {match.source: passages_of(texts[match.file], headings[match.source]) for match in matches if match.file}
    successors = {
        source: line_up(
            rulebook.sources[source], clauses, _named(file), before=copies.pop(source, ()), fingerprints=fingerprints
        )
        for source, file in given.items()
    }
    told = {source: successor.passages for source, successor in successors.items()}
    return HeldSources(
        matches=tuple(_match(match, given, successors) for match in matches if folder or match.source in given),
        drifts=(
            *compare(clauses, sources, copies),
            *(drift for successor in successors.values() for drift in successor.drifts),
        ),
        passages={
            source: {passage.anchor.locator: passage for passage in copy} for source, copy in (copies | told).items()
        },
        successors=successors,
    )


def _match(match: Match, named: Mapping[str, Path], successors: Mapping[str, Successor]) -> Match:
    """Return the file that was named for a source instead of what was found."""
    if match.source not in named:
        return match
    found = successors[match.source]
    count = len(found.headings)
    return Match(source=match.source, file=named[match.source].name, title=False, headings=count, of=count, by=found.by)


def _named(file: Path) -> Laid:
    """Return a document that was named.

    Raises:
        FileError: It cannot be read, or has no words. An empty page would count every clause as gone.
    """
    laid = laid_out(file)
    if not laid.text.strip():
        raise FileError([Problem(where=str(file), found="no words", expected="the page, saved with its text")])
    return laid


def _documents(folder: Path) -> list[Path]:
    if not folder.is_dir():
        problem = Problem(where=str(folder), found="no such folder", expected="the folder that holds the documents")
        raise FileError([problem])
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in READERS)


@attrs.frozen(kw_only=True)
class Touched:
    """Things that a change in a source touches.

    Attributes:
        rules: Addresses of the rules that rest on the clause.
        questions: Names of the questions that it raises or is left to.
        tables: Names of the tables with a row that rests on it.
        readings: Names of the unclear points it has a part in.
        workflows: Names of the workflows with a move that rests on it.
        tests: Ids of the tests that exercised it or one of these rules.
        examples: Ids of the worked examples that show it or in which one of these rules was exercised.
    """

    rules: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    workflows: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def touched_by(clause: str, trace: Trace) -> Touched:
    """Return what has to be read again if a clause changes; nothing for a passage without a clause."""
    found = trace.clause.get(clause)
    if found is None:
        return Touched()
    rules = [trace.rule[address] for address in found.rules]
    return Touched(
        rules=found.rules,
        questions=found.questions,
        tables=found.tables,
        readings=found.readings,
        workflows=found.workflows,
        tests=_all(found.tests, *(rule.tests for rule in rules)),
        examples=_all(found.examples, *(rule.examples for rule in rules)),
    )


def _all(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({address for ids in lists for address in ids}))
