"""A form of a program holds together, or is refused by name before any report is made by it."""

from __future__ import annotations

from typing import Any, Final

import attrs
import pytest
from small_plugin import CLAUSE

import cimscore
from cimscore.rulebook import NOT_BEGUN, FormField, ReportForm, Workflow, WorkflowMove
from cimscore.rules import Concern, Conclusion, Person, Question, Record, RecordKind, Topic, some
from cimscore.rules.vocabulary import is_concern, is_person
from cimscore.testing import InlinePlugin

incident: Final = Concern("incident")
person: Final = Person("person")
record: Final = Record("record")
CITES: Final = (CLAUSE,)
HARMED: Final = Question(id="harmed", things=(incident,), text="Did {incident} harm?", answers=bool, cites=CITES)
OTHER: Final = Question(id="other", things=(incident,), text="Was {incident} another?", answers=bool, cites=CITES)
TALL: Final = Question(id="tall", things=(person,), text="Is {person} tall?", answers=bool, cites=CITES)
REPORT: Final = RecordKind("report", "report on {incident}")


def tables() -> tuple[Conclusion, ...]:
    goes = Conclusion("goes", (incident, record), "{incident} [goes] into {record}", topic=Topic.RECORDS)
    goes.row("report", incident, REPORT.of(incident), when=is_concern(incident) & HARMED(incident), cites=[CLAUSE])
    made = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
    made.row("any", record, when=some(incident, goes(incident, record)), cites=[CLAUSE])
    seen = Conclusion("seen", (person,), "{person} [is] seen", topic=Topic.SUBJECTS)
    seen.row("tall", person, when=is_person(person) & TALL(person), cites=[CLAUSE])
    return goes, made, seen


FLOW: Final = Workflow(
    id="flow", kind="report", title="A report", states=(NOT_BEGUN, "sent"), roles=("staff",),
    moves=(WorkflowMove(move="send", from_=(NOT_BEGUN,), to="sent", cites=CITES, needs=(HARMED,)),),
)  # fmt: skip
TEXT: Final = FormField(asks="concerns.text", label="What happened", cites=CITES)
FORM: Final = ReportForm(
    id="a-form", title="A form", kinds=("report",), move="send", fields=(TEXT, FormField(asks=HARMED))
)


def load(form: ReportForm) -> cimscore.Rulebook:
    return cimscore.load_rulebook([InlinePlugin(tables=tables(), workflows=(FLOW,), forms=(form,))])


def with_field(**changed: Any) -> ReportForm:
    """The form with its first field changed."""
    return attrs.evolve(FORM, fields=(attrs.evolve(TEXT, **changed), FormField(asks=HARMED)))


@pytest.mark.parametrize("form", [FORM, attrs.evolve(FORM, move="")], ids=["that takes a step", "that takes none"])
def test_a_form_that_holds_together_is_in_the_rulebook(form: ReportForm) -> None:
    assert load(form).report_forms == {"invented/a-form": form}


@pytest.mark.parametrize(
    "place",
    ["dates.received", "people.born", "people.name.given", "people.profile.mental-health", "concerns.about.gender",
     "concerns.about.unborn.mother", "residences", "households.area", "notifier"],
)  # fmt: skip
def test_a_field_can_ask_for_any_place_of_a_document(place: str) -> None:
    assert load(with_field(asks=place))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (attrs.evolve(FORM, id="A form"), "an id in kebab case"),
        (attrs.evolve(FORM, id="flow"), "name invented/flow: found it 2 times"),
        (attrs.evolve(FORM, kinds=("repport",)), "the kind of record 'repport'.*Did you mean 'report'"),
        (attrs.evolve(FORM, move="sned"), "the move 'sned'.*Did you mean 'send'"),
        (attrs.evolve(FORM, fields=(TEXT,)), "no field for harmed; expected one, since send needs its answer"),
        (attrs.evolve(FORM, fields=(*FORM.fields, TEXT)), "the field concerns.text 2 times"),
        (with_field(asks="concerns.txt"), "'concerns.txt'; expected a place in a case document.*'concerns.text'"),
        (with_field(asks="concerns.about.gendre"), "'concerns.about.gendre'"),
        (with_field(cites=("doc/heading/close",)), "the clause 'doc/heading/close'"),
        (with_field(cites=()), "no clause"),
        (with_field(label=""), "no label"),
        (with_field(asks="people.born", heading="Born"), "a heading in people.born"),
        (with_field(asks=OTHER), "the question 'other'"),
        (with_field(asks=TALL), "a question about something else"),
    ],
)
def test_a_form_that_does_not_hold_together_is_refused(wrong: ReportForm, said: str) -> None:
    with pytest.raises(cimscore.RulebookError, match=said):
        load(wrong)


def test_fields_without_brackets_are_refused_where_they_are_written() -> None:
    with pytest.raises(ValueError, match="without brackets"):
        FormField(asks="concerns.text", label="What happened", cites=CLAUSE)  # type: ignore[arg-type]
