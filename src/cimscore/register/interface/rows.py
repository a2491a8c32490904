"""Rows by which a register exchanges acts with other systems: a report, a step of one of its records, an answer."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from cimscore.case import Case, Moment
from cimscore.composition import refusing_left_out, vocabulary_of
from cimscore.errors import DocumentError, Problem
from cimscore.register.audit.chain import Kind, Signed
from cimscore.register.kept.history import KeptAct
from cimscore.register.workflow.records import ACCEPTED, DECLINED
from cimscore.rulebook import Rulebook
from cimscore.wire import to_plain, write_case
from cimscore.wire.composites import Entry, Key
from cimscore.wire.document import NOTIFIER
from cimscore.wire.reading import read_parsed
from cimscore.wire.report import DocumentPlace, Report
from cimscore.wire.scalars import ANY_TEXT, ID, NAME, RECORD_ID, Choice, Schema, When, Whole
from cimscore.wire.text import Document, parse_text, read_text, text_from

REPORT: Final = "report/1"
STEP: Final = "step/1"
ANSWER: Final = "answer/1"
_JSON: Final = "the row.json"
_MOST_VERSIONS: Final = 1_000_000


@attrs.frozen(kw_only=True)
class ReportColumns:
    """A report that is new, or corrected. Every other column is a key of a case document.

    Attributes:
        row: The kind of row, and the version of its form.
        version: The version of the case that it makes: 1 for a new case, and one more for whatever follows.
        by: Who hands it in.
        role: The role as which they do.
    """

    row: str
    version: int
    by: str
    role: str


@attrs.frozen(kw_only=True)
class ReportRow(ReportColumns):
    """A report with its case document.

    Attributes:
        document: The case.
    """

    document: Case

    @property
    def plain(self) -> dict[str, Any]:
        """Return it as it is given out, without the notifier."""
        document: dict[str, Any] = json.loads(json.dumps(write_case(self.document)))
        return {"row": self.row, "version": self.version, "by": self.by, "role": self.role, **document}

    @property
    def case(self) -> str:
        """Return the id of the case."""
        return self.document.id


@attrs.frozen(kw_only=True)
class StepRow:
    """A step of a record: handed in, returned, approved, a follow-up recommended, its outcome.

    Attributes:
        row: The kind of row, and the version of its form.
        case: The id of the case.
        version: The version of the case that it makes.
        by: Who takes it.
        role: The role as which they do.
        record: The address of the record.
        move: The step, by its name in the workflow of the program.
        happened: When it was taken.
        reason: The reason; a return needs one.
        unit: The unit that the record is handed over to.
    """

    row: str
    case: str
    version: int
    by: str
    role: str
    record: str
    move: str
    happened: Moment
    reason: str = ""
    unit: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """Return it as it is given out."""
        return _filled(attrs.asdict(self, recurse=False))


@attrs.frozen(kw_only=True)
class AnswerRow:
    """An answer of a unit to a record that is handed over, or that nobody has.

    Attributes:
        row: The kind of row, and the version of its form.
        case: The id of the case.
        version: The version of the case that it makes.
        by: Who answers for the unit.
        role: The role as which they do.
        record: The address of the record.
        unit: The unit that answers.
        answer: Whether it takes the record.
        reason: The reason; to decline needs one.
    """

    row: str
    case: str
    version: int
    by: str
    role: str
    record: str
    unit: str
    answer: str
    reason: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """Return it as it is given out."""
        return _filled(attrs.asdict(self, recurse=False))


ActRow: TypeAlias = ReportRow | StepRow | AnswerRow


def _entry(noun: str, build: type[ReportColumns | StepRow | AnswerRow], row: str, **more: Key) -> Entry:
    keys = {
        "row": Key(shape=Choice(words=(row,)), required=True),
        "version": Key(shape=Whole(least=1 if row == REPORT else 2, most=_MOST_VERSIONS), required=True),
        "by": Key(shape=NAME, required=True),
        "role": Key(shape=NAME, required=True),
    }
    return Entry(noun=noun, build=build, keys={**keys, **more}, guarded=True)


_OF_A_RECORD: Final = {"case": Key(shape=ID, required=True), "record": Key(shape=RECORD_ID, required=True)}
_ENTRIES: Final = {
    REPORT: _entry("a report", ReportColumns, REPORT),
    STEP: _entry(
        "a step", StepRow, STEP, **_OF_A_RECORD, move=Key(shape=NAME, required=True),
        happened=Key(shape=When(), required=True), reason=Key(shape=ANY_TEXT), unit=Key(shape=NAME),
    ),
    ANSWER: _entry(
        "an answer", AnswerRow, ANSWER, **_OF_A_RECORD, unit=Key(shape=NAME, required=True),
        answer=Key(shape=Choice(words=(ACCEPTED, DECLINED)), required=True), reason=Key(shape=ANY_TEXT),
    ),
}  # fmt: skip
_COLUMNS: Final = frozenset(name for entry in _ENTRIES.values() for name in entry.keys)
_KINDS: Final = Entry(noun="a row", build=dict, keys={"row": Key(shape=Choice(words=tuple(_ENTRIES)), required=True)})


def read_row(row: bytes | Path, rulebook: Rulebook) -> ActRow:
    """Return a row as it was handed over.

    Args:
        row: The row as JSON, or a file with one, which may be YAML.
        rulebook: The programs whose questions a report may answer.

    Raises:
        DocumentError: With everything that is wrong in it; it never shows anything of a notifier.
        RulebookError: A program that it names is left out.
    """
    if isinstance(row, Path):
        document = parse_text(read_text(row), row.name, _COLUMNS)
    else:
        document = parse_text(text_from(io.BytesIO(row), _JSON), _JSON, _COLUMNS)
    kinds, problems = _read(_KINDS, {name: held for name, held in document.sections.items() if name == "row"})
    kind = kinds.get("row")
    if kind is None:
        raise DocumentError([*document.problems, *problems], where=_JSON)
    return _report(document, rulebook) if kind == REPORT else _of_a_record(document, _ENTRIES[kind])


def row_of(case: str, act: KeptAct, document: str) -> dict[str, Any]:
    """Return the row of an act that a register keeps.

    Args:
        case: Id of its case.
        act: The act.
        document: The text of the document that it handed in, if it did.
    """
    head = {"version": act.version, "by": act.by.person, "role": act.by.role}
    if act.kind is Kind.DOCUMENT:
        return {"row": REPORT, **head, **json.loads(document)}
    of = {"case": case, **head, "record": act.record, "reason": act.reason, "unit": act.unit}
    if act.kind is Kind.MOVE:
        return _filled({"row": STEP, **of, "move": act.said, "happened": act.happened})
    return _filled({"row": ANSWER, **of, "answer": act.said})


def signed(row: ActRow) -> Signed:
    """Return who did it, as which role."""
    return Signed(person=row.by, role=row.role)


def interface_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a row; of a report, that of the columns beside its case document."""
    report, *others = (entry.schema() for entry in _ENTRIES.values())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A row that cimscore register takes in or gives out",
        "$comment": "A report holds a case document besides. `cimscore schema` writes the schema of that.",
        "oneOf": [{**report, "additionalProperties": True}, *others],
    }


def _report(document: Document, rulebook: Rulebook) -> ReportRow:
    entry = _ENTRIES[REPORT]
    own = {name: held for name, held in document.sections.items() if name in entry.keys}
    rest = {name: held for name, held in document.sections.items() if name not in entry.keys}
    row, problems = _read(entry, own)
    try:
        with refusing_left_out(rulebook):
            case = read_parsed(attrs.evolve(document, sections=rest), vocabulary_of(rulebook), _JSON)
    except DocumentError as error:
        raise DocumentError([*problems, *error.problems], where=_JSON) from None
    if problems:
        raise DocumentError(problems, where=_JSON)
    return ReportRow(**attrs.asdict(row, recurse=False), document=case)


def _of_a_record(document: Document, entry: Entry) -> StepRow | AnswerRow:
    row, problems = _read(entry, document.sections)
    if document.notifier.reveal() is not None:
        hint = "Name the notifier in the report, and nowhere else."
        problems.append(Problem(where=NOTIFIER, found="", expected=f"no such column in {entry.noun}", hint=hint))
    if problems or document.problems:
        raise DocumentError([*document.problems, *problems], where=_JSON)
    of_a_record: StepRow | AnswerRow = row
    return of_a_record


def _read(entry: Entry, sections: Mapping[str, object]) -> tuple[Any, list[Problem]]:
    report = Report()
    row = entry.read(sections, DocumentPlace("", report))
    return row, [*report.shape, *report.beyond]


def _filled(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: to_plain(value) for name, value in columns.items() if value != ""}
