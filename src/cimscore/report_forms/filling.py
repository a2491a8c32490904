"""Filling in a form: what each of its fields says in a document, what is owed, and what is not known yet."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any, Final

import attrs

from cimscore.case import Recorded
from cimscore.report_forms.blanks import UNKNOWN, WHEN, Document, blanks_of
from cimscore.rules import Question
from cimscore.rules.english.answers import asked_lines
from cimscore.rules.rows.forms import FormField, ReportForm

DECIDED_WHEN: Final = "When was it decided?"
_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {}, Recorded.NOT_RECORDED.value)


class FieldState(enum.StrEnum):
    """States of a field. One that is not known yet has an answer, and it is neither yes nor no."""

    SAID = "said"
    NOT_KNOWN = "not known yet"
    NOT_SAID = "not said"


@attrs.frozen(kw_only=True)
class FilledField:
    """A field of a form with what a document says for it.

    Attributes:
        key: The name of the field within its form; of the time of a decision, with ``@at`` after it.
        label: Its words.
        about: The person or entry that it is about; empty where there is only one.
        where: Its place in the document.
        clauses: Ids of the clauses that ask for it.
        required: Whether the source asks for it in every report.
        said: What is said, as the document has it.
        state: Whether something is said.
    """

    key: str
    label: str
    about: str
    where: str
    clauses: tuple[str, ...]
    required: bool
    said: Any
    state: FieldState

    @property
    def is_owed(self) -> bool:
        """Return True if the source asks for it and nothing is said; *not known yet* is an answer."""
        return self.required and self.state is FieldState.NOT_SAID


def filled(form: ReportForm, program: str, document: Document) -> tuple[FilledField, ...]:
    """Return every field of a form with what a document says for it, in the order of the form.

    Args:
        form: The form.
        program: Id of its program.
        document: A document as it was written, with or without a notifier. It need not be a case that can be read.
    """
    headings = tuple(field.heading for field in form.fields if field.heading)
    return tuple(entry for field in form.fields for entry in _filled(field, program, document, headings))


def label_of(field: FormField) -> str:
    """Return the words of a field for whoever fills it in."""
    if field.label or not isinstance(field.asks, Question):
        return field.label
    return asked_lines(field.asks)[0].text


def plain_field(entry: FilledField) -> dict[str, Any]:
    """Return a field as plain values.

    Args:
        entry: The field, filled in.
    """
    return {
        "field": entry.key, "label": entry.label, "about": entry.about, "where": entry.where,
        "clauses": list(entry.clauses), "required": entry.required, "state": entry.state.value, "said": entry.said,
        "owed": entry.is_owed,
    }  # fmt: skip


def _filled(field: FormField, program: str, document: Document, headings: tuple[str, ...]) -> Iterator[FilledField]:
    label = label_of(field)
    for blank in blanks_of(field, program, document, headings):
        yield FilledField(
            key=blank.key, label=f"{label} {DECIDED_WHEN}" if blank.key.endswith(WHEN) else label,
            about=blank.about, where=blank.where, clauses=field.clauses, required=field.required, said=blank.said,
            state=_state_of(blank.said),
        )  # fmt: skip


def _state_of(said: Any) -> FieldState:
    if isinstance(said, str):
        said = said.strip()
    if said in _NOTHING:
        return FieldState.NOT_SAID
    return FieldState.NOT_KNOWN if said == UNKNOWN else FieldState.SAID
