"""Shape of a form for a page: each part with its place in a document and the JSON Schema of what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cimscore.report_forms.blanks import INCIDENT, NOTIFIER, WHEN
from cimscore.report_forms.filling import DECIDED_WHEN, label_of
from cimscore.rulebook.form_checks import SECTIONS
from cimscore.rules import Question
from cimscore.rules.rows.forms import FormField, ReportForm
from cimscore.rules.rows.workflows import Workflow

Plain = dict[str, Any]
_PEOPLE: Final = "people"
_ABOUT: Final = "concerns.about."
_PERSON: Final = "person-1"
_ID: Final = "a-report"


def shape_of(form: ReportForm, program: str, workflows: Iterable[Workflow], schema: Mapping[str, Any]) -> Plain:
    """Return a form as plain values: its parts in order, and the document with which a report begins.

    Every part has a *path* in the document of a report about one incident. A step of it is a key, an entry of a list
    that is known by what it says (``{"move": "submit"}``), or a *heading* in a text.

    Args:
        form: The form.
        program: Id of its program.
        workflows: Workflows of the program.
        schema: JSON Schema of a document of the program.
    """
    held = schema["properties"]
    parts = [_named(held["id"])]
    for field in form.fields:
        parts += _parts(field, form, program, held, {part["key"] for part in parts})
    parts += _handing_in(form, workflows, held)
    of_people = any(_section(field) == _PEOPLE for field in form.fields)
    people = {_PEOPLE: [{"id": _PERSON}], INCIDENT: {"about": [_PERSON]}} if of_people else {}
    begun = {"cimscore": 1, "id": _ID, "programs": [program], **people}
    return {"id": form.id, "title": form.title, "parts": parts, "begun": begun}


def _named(schema: Plain) -> Plain:
    return _part("id", ("id",), {**schema, "title": "Name of this report, by which a register keeps it"}, ())


def _part(key: str, path: tuple[Any, ...], schema: Plain, clauses: Iterable[str]) -> Plain:
    return {"key": key, "path": list(path), "schema": schema, "clauses": list(dict.fromkeys(clauses))}


def _section(field: FormField) -> str:
    """Return the section of a document that a field belongs to; empty for a question."""
    if isinstance(field.asks, Question):
        return ""
    return _PEOPLE if field.asks.startswith(_ABOUT) else field.asks.partition(".")[0]


def _parts(field: FormField, form: ReportForm, program: str, held: Plain, there: set[str]) -> Iterator[Plain]:
    if isinstance(field.asks, Question):
        yield from _of_question(field, field.asks, program, held)
        return
    section, _, key = field.asks.partition(".")
    label, clauses = label_of(field), field.clauses
    if _section(field) in SECTIONS:
        if _section(field) not in there:
            yield _of_entries(_section(field), form, held)
    elif section == NOTIFIER:
        yield _part(NOTIFIER, (NOTIFIER,), {"title": label}, clauses)
    elif section == "dates":
        yield _part(field.name, (section, key), _titled(held[section]["properties"][key], label), clauses)
    else:
        under = ({"heading": field.heading},) if field.heading else ()
        schema = _titled(held[INCIDENT]["properties"][key], label)
        yield _part(field.name, (INCIDENT, key, *under), schema, clauses)


def _titled(schema: Plain, label: str) -> Plain:
    return {**schema, "title": label}


def _of_question(field: FormField, question: Question[Any], program: str, held: Plain) -> Iterator[Plain]:
    label, name = label_of(field), f"{program}/{question.id}"
    of_incident = (INCIDENT,) if question.things else ()
    within = held[INCIDENT]["properties"] if question.things else held
    if not question.decided_by:
        facts = within["facts"]["properties"][program]["properties"]
        path = (*of_incident, "facts", program, question.id)
        yield _part(field.name, path, _titled(facts[question.id], label), field.clauses)
        return
    entry = within["decisions"]["items"]
    path = (*of_incident, "decisions", {"question": name, "by": question.decided_by})
    answer = next(
        rule["then"]["properties"]["answer"]
        for rule in entry["allOf"]
        if rule["if"]["properties"]["question"]["const"] == name
    )
    yield _part(field.name, (*path, "answer"), _titled(answer, label), field.clauses)
    when = _titled(entry["properties"]["at"], f"{label} {DECIDED_WHEN}")
    yield _part(f"{field.name}{WHEN}", (*path, "at"), when, field.clauses)


def _of_entries(section: str, form: ReportForm, held: Plain) -> Plain:
    """Return the list of a section, with what the form asks of an entry first, and what else can be said of one."""
    fields = [field for field in form.fields if _section(field) == section]
    whole = next((label_of(field) for field in fields if field.asks == section), section.capitalize())
    asked: Plain = {}
    for field in fields:
        path = str(field.asks).removeprefix(_ABOUT).removeprefix(f"{section}.").split(".")
        if field.asks != section:
            _ask(asked, path, label_of(field))
    items = _asking(held[section]["items"], {"id": {}, **asked} if section == _PEOPLE else asked)
    schema = {**held[section], "items": items, "title": whole}
    return _part(section, (section,), schema, (clause for field in fields for clause in field.clauses))


def _ask(asked: Plain, path: list[str], label: str) -> None:
    for key in path[:-1]:
        asked = asked.setdefault(key, {})
    asked[path[-1]] = label


def _asking(schema: Plain, asked: Plain) -> Plain:
    """Return the schema of an entry in which what is asked for comes first and is always shown, with its label."""
    held = schema["properties"]
    first = {
        key: _asking(held[key], within) if isinstance(within, dict) and within
        else _titled(held[key], within) if within else held[key]
        for key, within in asked.items()
    }  # fmt: skip
    always = [*dict.fromkeys([*first, *schema.get("required", ())])]
    return {
        **schema,
        "properties": {**first, **{key: held[key] for key in held if key not in first}},
        "required": always,
    }


def _handing_in(form: ReportForm, workflows: Iterable[Workflow], held: Plain) -> Iterator[Plain]:
    """Yield when and as whom the report is handed in, where the source has a step for that."""
    step = next(
        (move for flow in workflows if (flow.kind,) == form.kinds for move in flow.moves if move.move == form.move),
        None,
    )
    if step is None:
        return
    path = (INCIDENT, "moves", form.kinds[0], {"move": step.move})
    entry = held[INCIDENT]["properties"]["moves"]["additionalProperties"]["items"]["properties"]
    when = _titled(entry["at"], "When it is submitted; empty for as long as it is not")
    yield _part("handed-in", (*path, "at"), when, step.cites)
    roles = {"enum": list(step.by), "title": "Who submits it"}
    yield _part("handed-in-by", (*path, "by"), roles, step.cites)
