"""Holding forms against the rest of a program: clauses, questions, kinds of record and places that they name exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.case import (
    ConcernEntry,
    Dates,
    HouseholdEntry,
    Name,
    PersonEntry,
    PlaceEntry,
    Profile,
    RelationshipEntry,
    ResidenceEntry,
    Unborn,
)
from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook.declarations import Declarations
from cimscore.rulebook.workflow_checks import unknown_names
from cimscore.rules import Concern, Question
from cimscore.rules.rows.forms import FormField, ReportForm

NOTIFIER: Final = "notifier"
ABOUT: Final = "concerns.about"
SECTIONS: Final[Mapping[str, type[Any]]] = {
    "people": PersonEntry,
    "households": HouseholdEntry,
    "places": PlaceEntry,
    "residences": ResidenceEntry,
    "relationships": RelationshipEntry,
}
"""Sections of a document that hold entries of one kind, each with the class of an entry."""
_TEXT: Final = "concerns.text"
_WITHIN: Final[Mapping[str, type[Any]]] = {"name": Name, "profile": Profile, "unborn": Unborn}


def problems_of_forms(declarations: Declarations, compiled: Compiled, clauses: Collection[str]) -> Iterator[Problem]:
    """Yield everything wrong with the forms of a program.

    Args:
        declarations: What the plugin declares.
        compiled: Its rules, put together.
        clauses: Ids of the clauses of all programs.
    """
    for form in declarations.forms:
        where = f"{declarations.identity.id}/{form.id}"
        yield from _of_form(form, where)
        yield from _of_records(form, declarations, compiled, where)
        for field in form.fields:
            yield from _of_field(field, compiled, clauses, f"{where}, field {field.name}")


def _of_form(form: ReportForm, where: str) -> Iterator[Problem]:
    for name, count in Counter(field.name for field in form.fields).items():
        if count > 1:
            yield Problem(where=where, found=f"the field {name} {count} times", expected="each once")


def _of_records(form: ReportForm, declared: Declarations, compiled: Compiled, where: str) -> Iterator[Problem]:
    """Yield the kinds of record that nobody makes, a step that they lack, and what that step needs and nobody asks."""
    yield from unknown_names("kind of record", where, form.kinds, compiled.kinds)
    if not form.move:
        return
    steps = [
        step for flow in declared.workflows if flow.kind in form.kinds for step in flow.moves if step.move == form.move
    ]
    if not steps:
        known = [step.move for flow in declared.workflows if flow.kind in form.kinds for step in flow.moves]
        yield from unknown_names("move", where, (form.move,), dict.fromkeys(known))
    asked = {field.name for field in form.fields}
    for question in dict.fromkeys(question for step in steps for question in step.needs):
        if question.id not in asked:
            yield Problem(
                where=where, found=f"no field for {question.id}", expected=f"one, since {form.move} needs its answer"
            )


def _of_field(field: FormField, compiled: Compiled, clauses: Collection[str], where: str) -> Iterator[Problem]:
    yield from unknown_names("clause", where, field.clauses, clauses)
    if not field.clauses:
        yield Problem(where=where, found="no clause", expected="the clause that asks for it")
    if isinstance(field.asks, Question):
        yield from _of_question(field.asks, compiled, where)
        return
    if not field.label.strip():
        yield Problem(where=where, found="no label", expected="label=…: its words for whoever fills it in")
    if not _is_a_place(field.asks):
        hint = did_you_mean(field.asks, _places())
        yield Problem(where=where, found=repr(field.asks), expected="a place in a case document", hint=hint)
    if field.heading and field.asks != _TEXT:
        yield Problem(where=where, found=f"a heading in {field.asks}", expected=f"a heading in {_TEXT} alone")


def _of_question(question: Question[Any], compiled: Compiled, where: str) -> Iterator[Problem]:
    known = {asked.id for asked in compiled.program.questions}
    yield from unknown_names("question", where, (question.id,), known)
    if question.things and not (len(question.things) == 1 and isinstance(question.things[0], Concern)):
        yield Problem(
            where=where, found="a question about something else", expected="one about the case or about a concern"
        )


def _is_a_place(place: str) -> bool:
    """Return True if a case document has a place: a section, or a key of its entries."""
    of_a_person = place.removeprefix(f"{ABOUT}.")
    return (place if of_a_person == place else f"people.{of_a_person}") in _places()


def _places() -> frozenset[str]:
    kinds = {**SECTIONS, "concerns": ConcernEntry, "dates": Dates}
    keys = {f"{section}.{key}" for section, kind in kinds.items() for key in _keys(kind)}
    inner = {f"people.{key}.{part}" for key, kind in _WITHIN.items() for part in _keys(kind)}
    return frozenset({*SECTIONS, NOTIFIER, *keys, *inner})


def _keys(kind: type[Any]) -> Iterator[str]:
    for attribute in attrs.fields(kind):
        yield attribute.name.replace("_", "-") if kind is Profile else attribute.name.rstrip("_")
