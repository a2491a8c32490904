"""The report that a form makes: a document that a person can send, with what is still owed and what follows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from cimscore.assessment import Decision
from cimscore.assessment.page import PageLine, page_of
from cimscore.assessment.page.printed import heading, listed, printed, table
from cimscore.calendars.words import day_in_words, instant_in_words
from cimscore.report_forms.blanks import Document, name_of
from cimscore.report_forms.filling import FieldState, FilledField
from cimscore.rules.rows.forms import ReportForm

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d\S*)?")
_FOOTER: Final = "The notifier, if one is named, is in the notifier field of the record, and not in this document."


def report_page(
    form: ReportForm, document: Document, fields: Sequence[FilledField], decisions: Sequence[Decision] = ()
) -> str:
    """Return the report as an HTML document of its own: it fetches nothing, has no notifier, and prints on A4.

    Args:
        form: The form.
        document: The document that it was filled in from, for the names of people.
        fields: Its fields, filled in.
        decisions: What the programs decide of it; nothing where it cannot be decided.
    """
    title = f"{form.title}: {document.get('id', '')}"
    return printed(title, _body(document, fields, decisions), _FOOTER)


def in_words(said: Any, names: Mapping[str, str]) -> str:
    """Return what a document says in a field, for people.

    Args:
        said: A value as the document has it.
        names: Names of people, by id.
    """
    match said:
        case bool():
            return "yes" if said else "no"
        case str() if _MOMENT.fullmatch(said):
            return _moment(said)
        case str():
            return names.get(said, said)
        case {"between": [first, last]}:
            return f"between {in_words(first, names)} and {in_words(last, names)}"
        case Mapping():
            return ", ".join(f"{key.replace('_', ' ')} {in_words(part, names)}" for key, part in said.items())
        case list():
            between = "\n" if any(isinstance(part, Mapping) for part in said) else ", "
            return between.join(in_words(part, names) for part in said)
        case None:
            return ""
        case _:
            return str(said)


def _moment(said: str) -> str:
    try:
        moment = dt.datetime.fromisoformat(said)
    except ValueError:
        return said
    return instant_in_words(moment) if "T" in said else day_in_words(moment.date())


def _body(document: Document, fields: Sequence[FilledField], decisions: Sequence[Decision]) -> Iterator[str]:
    people = document.get("people")
    entries = [person for person in people if isinstance(person, Mapping)] if isinstance(people, list) else []
    names = {str(person.get("id")): name_of(person) for person in entries}
    owed = [entry for entry in fields if entry.is_owed]
    if owed:
        yield heading(2, f"Still owed: {len(owed)}")
        yield listed(PageLine(f"{_label(entry)} [{'; '.join(entry.clauses)}]") for entry in owed)
    yield heading(2, "What is reported")
    rows = (
        (_label(entry), _entry(entry, names), "; ".join(entry.clauses))
        for entry in fields
        if entry.required or entry.state is not FieldState.NOT_SAID
    )
    yield table(("Field", "Entry", "By clause"), rows)
    for decision in decisions:
        yield heading(2, f"What follows: {decision.title}")
        for section in page_of(decision, every=True, beside=decisions):
            yield heading(3, section.title) if section.title else ""
            yield listed(section.lines)


def _label(entry: FilledField) -> str:
    return f"{entry.label} ({entry.about})" if entry.about else entry.label


def _entry(entry: FilledField, names: Mapping[str, str]) -> str:
    return in_words(entry.said, names) if entry.state is FieldState.SAID else str(entry.state)
