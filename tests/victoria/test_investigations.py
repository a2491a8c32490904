"""When an investigation follows, and how far the day of its report is put off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import told

from cimscore.assessment import Decision

Assess = Callable[..., Decision]
ABUSE: Mapping[str, Any] = {
    "incident-type": {"c1": "physical-abuse"},
    "position": {"kim": "staff"},
    "reported-to-police": {"c1": False},
}
WITH_A_SUBJECT: Mapping[str, Any] = {
    "people": [
        {"id": "cal", "name": {"given": "Cal", "family": "Example"}, "born": "2008-05-02"},
        {"id": "kim", "name": {"given": "Kim", "family": "Example"}, "born": "1985-04-30"},
    ],
    "concerns": [
        {
            "id": "c1",
            "about": ["cal"],
            "place": "elsewhere",
            "responsible": ["kim"],
            "occurred": "2025-03-03T09:00+11:00",
        }
    ],
}
BOTH = {"incident-report:c1", "investigation:c1"}
INVESTIGATED = [
    ("physical-abuse", "staff"),
    ("physical-abuse", "client"),
    ("neglect", "staff"),
    ("injury-unexplained", "staff"),
]
FIRST_DAY = "Wednesday 16 April 2025, end of day"
EXTENSIONS = ("2025-04-10T10:00+10:00", "2025-07-20T10:00+10:00")


def impact(answer: str) -> list[dict[str, Any]]:
    """The delegate's decision on the impact."""
    return [{"question": "vic-cims/impact", "about": ["c1"], "answer": answer, "by": "authorised-delegate"}]


def in_child_protection(assess: Assess, kind: str, position: str, **facts: Any) -> Decision:
    """An incident of major impact in child protection."""
    answers = {"incident-type": {"c1": kind}, "position": {"kim": position}, "service": "child-protection", **facts}
    return assess({**ABUSE, **answers}, decisions=impact("major"), **WITH_A_SUBJECT)


@pytest.mark.parametrize(("kind", "position"), INVESTIGATED)
@pytest.mark.parametrize(("in_care", "expected"), [(True, BOTH), (False, set())])
def test_in_child_protection_only_an_incident_in_approved_care_is_investigated(
    assess: Assess, kind: str, position: str, in_care: bool, expected: set[str]
) -> None:
    found = in_child_protection(assess, kind, position, **{"in-approved-care": {"c1": in_care}})

    assert told.records(found) == expected


@pytest.mark.parametrize(("kind", "position"), INVESTIGATED)
def test_while_it_is_not_known_whether_it_was_approved_care_the_investigation_is_open(
    assess: Assess, kind: str, position: str
) -> None:
    found = in_child_protection(assess, kind, position, **{"in-approved-care": {"c1": "unknown"}})

    assert told.records(found) == set()
    assert "in-approved-care@c1" in told.asked(found)


def extended(assess: Assess, in_all: object, times: int) -> Decision:
    """An investigation whose day was put off so many times, by so many business days in all."""
    steps = [("submit", "2025-03-04T10:00+11:00"), ("endorse", "2025-03-06T10:00+11:00")]
    moves = [{"move": "begin", "at": "2025-03-10T10:00+11:00"}]
    moves += [{"move": "extend", "at": at, "by": "authorised delegate"} for at in EXTENSIONS[:times]]
    records = [
        {"id": "incident-report:c1", "kind": "incident-report", "moves": [{"move": m, "at": at} for m, at in steps]},
        {"id": "investigation:c1", "kind": "investigation", "moves": moves},
    ]
    decision = {"question": "vic-cims/extended-by", "about": ["c1"], "answer": in_all, "by": "authorised-delegate"}
    return assess(ABUSE, records=records, decisions=[decision], **WITH_A_SUBJECT)


def due(decision: Decision) -> str:
    """When the report of the investigation is due."""
    (found,) = told.due(decision, "investigate")
    return found


def keeps_the_first_day(decision: Decision) -> bool:
    """Whether it says that the day was not put off."""
    return any("keep to the first day" in words for words in told.says(decision))


@pytest.mark.parametrize(
    ("in_all", "times", "counts"),
    [
        (0, 1, False), (1, 1, True), (60, 1, True), (61, 1, False),
        (0, 2, False), (60, 2, True), (61, 2, True), (90, 2, True),
    ],
)  # fmt: skip
def test_one_form_puts_the_day_off_by_60_business_days_and_a_further_form_by_more(
    assess: Assess, in_all: int, times: int, counts: bool
) -> None:
    found = extended(assess, in_all, times)

    assert (due(found) != FIRST_DAY) is counts
    assert keeps_the_first_day(found) is not counts


def test_two_extensions_are_counted_in_all(assess: Assess) -> None:
    assert due(extended(assess, 60, 1)) == due(extended(assess, 60, 2))
    assert due(extended(assess, 60, 2)) != due(extended(assess, 61, 2)) != due(extended(assess, 90, 2))


def test_an_investigation_that_was_not_put_off_has_its_first_day(assess: Assess) -> None:
    found = extended(assess, 0, 0)

    assert due(found) == FIRST_DAY
    assert not keeps_the_first_day(found)
    assert not any("extended" in address for address in told.asked(found))


def test_a_decision_puts_the_day_off_where_no_form_is_on_file(assess: Assess) -> None:
    # The delegate answers for every form, so what they decided counts whether or not a form is entered as a step.
    assert due(extended(assess, 60, 0)) == due(extended(assess, 60, 1)) != FIRST_DAY


def test_more_days_than_one_form_gives_are_asked_about_where_no_form_is_on_file(assess: Assess) -> None:
    # Two forms give 90 business days together and one does not, so the first day stands, and not for sure.
    found = extended(assess, 90, 0)

    assert due(found).startswith(FIRST_DAY)
    assert keeps_the_first_day(found)
    assert {address for address in told.asked(found) if "extended" in address} == {"extended-again@c1"}


BEFORE: Mapping[str, Any] = {
    "dates": {"received": "2023-03-03T11:00+11:00"},
    "concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2023-03-03T09:00+11:00"}],
}
SUBMITTED_BEFORE = [("submit", "2023-03-04T10:00+11:00")]


@pytest.mark.parametrize("kind", ["dangerous-actions", "another", "physical-abuse"])
def test_a_type_of_the_earlier_guide_is_read_and_only_abuse_is_investigated(assess: Assess, kind: str) -> None:
    facts = {
        "incident-type": {"c1": kind},
        "service-in-scope-then": True,
        "was-a-client-incident": {"c1": True},
        "disclosed": {"c1": "2023-03-03T10:00+11:00"},
        "position": {"kim": "staff"},
    }
    (concern,) = BEFORE["concerns"]
    sections = {**WITH_A_SUBJECT, **BEFORE, "concerns": [{**concern, "responsible": ["kim"]}]}
    found = assess(facts, SUBMITTED_BEFORE, decisions=impact("major"), **sections)

    done = [line.says for line in found.done]
    assert any("give the incident type" in words for words in (*told.says(found), *done))
    assert ("investigation:c1" in told.records(found)) is (kind == "physical-abuse")


@pytest.mark.parametrize(("kind", "is_gone"), [("poor-quality-of-care", True), ("dangerous-actions", False)])
def test_poor_care_is_a_type_until_december_2024_and_of_dangerous_actions_it_cannot_be_told(
    assess: Assess, kind: str, is_gone: bool
) -> None:
    found = assess({"incident-type": {"c1": kind}}, decisions=impact("major"))

    assert "investigation:c1" not in told.records(found)
    assert bool(found.about("type-of-another-edition")) is is_gone
