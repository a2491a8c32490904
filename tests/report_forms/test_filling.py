"""A form filled in from a document: each field at its place, and *not known yet* kept apart from nothing said."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from cimscore.report_forms import FieldState, filled, report_page
from cimscore.rulebook import FormField, ReportForm
from cimscore.rules import Concern, Question

CITES = ("doc/heading/clause",)
incident = Concern("incident")
HARMED = Question(id="harmed", things=(incident,), text="Did {incident} harm anybody?", answers=bool, cites=CITES)
FUNDED = Question(id="funded", things=(), text="Who pays? The state may.", answers=str, cites=CITES)
ANSWER = Question(
    id="response", things=(incident,), text="Which response does {incident} get?", answers=str, cites=CITES,
    decided_by="officer",
)  # fmt: skip

Document = dict[str, Any]


def asks(place: str, heading: str = "", *, required: bool = True) -> FormField:
    return FormField(asks=place, label=f"About {place}", cites=CITES, heading=heading, required=required)


def form_of(*fields: FormField) -> ReportForm:
    return ReportForm(id="a-form", title="A form", kinds=("report",), fields=fields)


def told(field: FormField, document: Document) -> list[tuple[str, Any, str]]:
    """The place of each blank of a field, with what is said and its state."""
    return [(entry.where, entry.said, entry.state.value) for entry in filled(form_of(field), "invented", document)]


@pytest.mark.parametrize(
    ("place", "document", "expected"),
    [
        ("dates.received", {}, ("dates.received", None, "not said")),
        ("dates.received", {"dates": {"received": "2025-03-03"}}, ("dates.received", "2025-03-03", "said")),
        ("concerns.text", {}, ("incident.text", None, "not said")),
        ("concerns.text", {"incident": {"text": "  "}}, ("incident.text", "  ", "not said")),
        ("concerns.text", {"concerns": [{"id": "c1", "text": "A fall."}]}, ("concerns[0].text", "A fall.", "said")),
        ("people.born", {}, ("people[0].born", None, "not said")),
        ("people.born", {"people": [{"id": "ari", "born": "unknown"}]}, ("people[0].born", "unknown", "not known yet")),
        ("people.name.given", {"people": [{"id": "ari"}]}, ("people[0].name.given", None, "not said")),
        (
            "people.profile.health",
            {"people": [{"id": "ari", "profile": {"health": "not-recorded"}}]},
            ("people[0].profile.health", "not-recorded", "not said"),
        ),
        ("residences", {"residences": []}, ("residences", [], "not said")),
        ("places.label", {"places": "what is no list"}, ("places[0].label", None, "not said")),
    ],
)
def test_a_place_of_a_document_is_said_not_known_or_not_said(
    place: str, document: Document, expected: tuple[str, Any, str]
) -> None:
    assert told(asks(place), document) == [expected]


def test_no_and_nought_are_answers_and_unknown_is_not_owed() -> None:
    def state(said: object) -> FieldState:
        document = {"incident": {"facts": {"invented": {"harmed": said}}}}
        (entry,) = filled(form_of(FormField(asks=HARMED)), "invented", document)
        assert entry.is_owed == (entry.state is FieldState.NOT_SAID)
        return entry.state

    assert [state(said) for said in (False, 0, "unknown", None)] == [
        FieldState.SAID, FieldState.SAID, FieldState.NOT_KNOWN, FieldState.NOT_SAID,
    ]  # fmt: skip


def test_what_the_source_does_not_ask_for_in_every_report_is_never_owed() -> None:
    (entry,) = filled(form_of(asks("dates.received", required=False)), "invented", {})

    assert entry.state is FieldState.NOT_SAID
    assert not entry.is_owed


def test_a_question_has_its_own_words_and_clauses() -> None:
    (entry,) = filled(form_of(FormField(asks=FUNDED)), "invented", {"facts": {"invented": {"funded": "the state"}}})

    assert (entry.label, entry.clauses) == ("Who pays?", CITES)
    assert (entry.where, entry.said) == ("facts.invented.funded", "the state")


@pytest.mark.parametrize("key", ["c1", "c1, c2", "every concern"])
def test_an_answer_about_several_concerns_is_one_about_each(key: str) -> None:
    document = {"concerns": [{"id": "c1"}, {"id": "c2"}], "facts": {"invented": {"harmed": {key: True}}}}

    said = [entry.said for entry in filled(form_of(FormField(asks=HARMED)), "invented", document)]

    assert said == [True, None if key == "c1" else True]


def test_only_those_whom_a_concern_is_about_are_asked_about() -> None:
    people = [{"id": "cal", "name": {"given": "Cal", "family": "Example"}}, {"id": "sam"}]

    (entry,) = filled(
        form_of(asks("concerns.about.gender")), "invented", {"people": people, "incident": {"about": ["cal"]}}
    )

    assert (entry.where, entry.about) == ("people[0].gender", "Cal Example")


def test_a_decision_is_asked_for_with_its_time_once_it_is_made() -> None:
    field = FormField(asks=ANSWER)
    entry = {"question": "invented/response", "answer": "report"}

    assert told(field, {}) == [("incident.decisions", None, "not said")]
    assert told(field, {"incident": {"decisions": [entry]}}) == [
        ("incident.decisions[0].answer", "report", "said"), ("incident.decisions[0].at", None, "not said"),
    ]  # fmt: skip
    of_another = {"concerns": [{"id": "c1"}], "decisions": [{**entry, "about": "c2"}]}
    assert told(field, of_another) == [("decisions", None, "not said")]
    assert told(field, {"concerns": [{"id": "c1"}], "decisions": [{**entry, "about": ["c1", "c2"]}]})[0][1] == "report"


def test_a_decision_about_the_whole_case_is_asked_for_once() -> None:
    field = FormField(asks=attrs.evolve(ANSWER, things=(), text="Which response is given?"))
    entry = {"question": "invented/response", "answer": "unknown"}

    assert told(field, {"concerns": [{"id": "c1"}, {"id": "c2"}]}) == [("decisions", None, "not said")]
    assert told(field, {"decisions": [entry]}) == [("decisions[0].answer", "unknown", "not known yet")]


def test_fields_under_headings_share_one_text() -> None:
    text = "Context:\nHe had moved:\ntwice.\n\nHistory:\nNone."

    def under(heading: str) -> list[tuple[str, Any, str]]:
        form = form_of(*(asks("concerns.text", known) for known in ("Context", "History", "Strengths")))
        document = {"concerns": [{"id": "c1"}, {"id": "c2", "text": text}]}
        fields = filled(form, "invented", document)
        return [(entry.where, entry.said, entry.state.value) for entry in fields if entry.key.endswith(heading)]

    assert under("Context") == [("concerns[0].text", "He had moved:\ntwice.", "said")]
    assert under("History") == [("concerns[0].text", "None.", "said")]
    assert under("Strengths") == [("concerns[0].text", None, "not said")]


def test_a_notifier_is_told_to_be_named_and_never_who() -> None:
    field = asks("notifier")

    assert told(field, {"notifier": "Zed Zedder"}) == [("notifier", "in the notifier field", "said")]
    assert told(field, {"notifier": "unknown"}) == [("notifier", "unknown", "not known yet")]
    assert told(field, {}) == [("notifier", None, "not said")]


def test_a_report_says_what_is_owed_and_what_is_said_in_words() -> None:
    form = form_of(asks("concerns.occurred"), asks("concerns.about"), asks("dates.received"), FormField(asks=HARMED))
    document: Document = {
        "id": "a-fall", "people": [{"id": "cal", "name": {"given": "Cal", "family": "<Example>"}}],
        "incident": {
            "about": ["cal"], "occurred": {"between": ["2025-03-03", "2025-03-04T09:00+11:00"]},
            "facts": {"invented": {"harmed": False}},
        },
    }  # fmt: skip

    page = report_page(form, document, filled(form, "invented", document))

    assert "<h2>Still owed: 1</h2>" in page
    assert "About dates.received [doc/heading/clause]" in page
    assert "between Monday 3 March 2025 and Tuesday 4 March 2025, 09:00" in page
    assert "<td>Cal &lt;Example&gt;</td>" in page
    assert "<td>no</td>" in page
    assert "size: A4" in page
    assert "<script" not in page
