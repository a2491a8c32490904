"""Who has to notify, what is reportable, and what is sent."""

from __future__ import annotations

import attrs
import pytest
from ndis_cases import FORM, NOTIFICATION, clauses, decided, duties, holds, incident, records

from cimscore.assessment import DecisionState
from cimscore.case import UNKNOWN, Finish, PersonEntry

LISTED = {
    "death": "ndis-commission/kinds/death",
    "serious-injury": "ndis-commission/kinds/serious-injury",
    "abuse-or-neglect": "ndis-commission/kinds/abuse-or-neglect",
    "unlawful-contact": "ndis-commission/kinds/unlawful-contact",
    "sexual-misconduct": "ndis-commission/kinds/sexual-misconduct",
}
PRACTICE = {
    "kind": "restrictive-practice",
    "authorisation_process": True,
    "authorised": True,
    "followed_the_plan": True,
    "practice_harmed": False,
}


@pytest.mark.parametrize("kind", LISTED)
def test_five_kinds_are_notified_at_once_and_need_the_form(kind: str) -> None:
    found = decided(incident(kind=kind))
    assert records(found, "certain") == {NOTIFICATION, FORM}
    assert duties(found) == {"notify", "send-the-form", "tell-the-provider"}


def test_the_provider_is_told_before_anything_is_sent() -> None:
    said = [says for says, _ in decided(incident()).duties]
    assert [says.partition(" must ")[2].partition(",")[0] for says in said] == [
        "tell the provider",
        "notify the incident",
        "send the five-day form",
    ]


@pytest.mark.parametrize("fault", [{"authorised": False}, {"followed_the_plan": False}])
def test_a_practice_outside_its_bounds_that_did_no_harm_needs_the_form_alone(fault: dict[str, bool]) -> None:
    assert records(decided(incident(**{**PRACTICE, **fault}))) == {FORM}
    assert records(decided(incident(**{**PRACTICE, **fault, "practice_harmed": True}))) == {NOTIFICATION, FORM}


def test_a_practice_within_its_bounds_is_not_reportable_with_its_clause() -> None:
    found = decided(incident(**PRACTICE))
    assert records(found) == set()
    assert "ndis-commission/kinds/unauthorised-restrictive-practice" in clauses(found, "not-reportable")
    assert "ndis-commission/kinds/no-authorisation-process" not in clauses(found, "not-reportable")


def test_without_a_process_of_authorisation_the_plan_decides() -> None:
    found = decided(incident(**{**PRACTICE, "authorisation_process": False, "authorised": False}))
    assert records(found) == set()
    assert clauses(found, "not-reportable") == {"ndis-commission/kinds/no-authorisation-process"}


@pytest.mark.parametrize("answers", [{"kind": "none"}, {"connected_with_supports": False}])
def test_what_is_of_no_kind_or_not_connected_is_not_reportable(answers: dict[str, object]) -> None:
    found = decided(incident(**answers))
    assert (records(found), duties(found)) == (set(), set())
    assert holds(found, "not-reportable", "c1") == "certain"


def test_what_is_only_alleged_is_notified_all_the_same() -> None:
    found = decided(incident(only_alleged=True))
    assert records(found) == {NOTIFICATION, FORM}
    goes = next(line for line in found.conclusions if line.id == "goes" and str(line.things[1]) == NOTIFICATION)
    assert "ndis/s-17/alleged" in map(str, goes.clauses)


@pytest.mark.parametrize(
    ("answers", "made"),
    [
        ({"kind": "death"}, {NOTIFICATION, FORM}),
        ({**PRACTICE, "followed_the_plan": False}, {FORM}),
        ({**PRACTICE, "followed_the_plan": False, "practice_harmed": True}, {NOTIFICATION, FORM}),
        ({**PRACTICE, "practice_harmed": True}, set()),
        ({"kind": "none"}, set()),
        ({"connected_with_supports": False}, set()),
        ({**PRACTICE, "followed_the_plan": False, "connected_with_supports": False}, set()),
        (
            {**PRACTICE, "followed_the_plan": False, "practice_harmed": True, "connected_with_supports": False},
            set(),
        ),
    ],
)
@pytest.mark.parametrize("alleged", [True, False])
def test_an_allegation_is_sent_as_what_is_alleged_would_be(
    answers: dict[str, object], made: set[str], alleged: bool
) -> None:
    assert records(decided(incident(**answers, only_alleged=alleged)), "certain") == made


def test_nobody_but_a_registered_provider_notifies() -> None:
    found = decided(incident(registered_provider=False))
    assert records(found) == set()
    assert clauses(found, "out-of-scope") == {"ndis-commission/times/registered-providers"}


@pytest.mark.parametrize(
    ("day", "state", "inside"),
    [
        ("2016-03-03T10:00+10:00", "queensland", ""),
        ("2018-05-17T10:00+10:00", "victoria", ""),
        ("2018-05-18T10:00+10:00", "queensland", "certain"),
        ("2018-05-18T10:00+10:00", "victoria", ""),
        ("2019-06-30T10:00+10:00", "victoria", ""),
        ("2019-07-01T10:00+10:00", "victoria", "certain"),
    ],
)
def test_scope_goes_by_the_rules_the_state_and_the_day(day: str, state: str, inside: str) -> None:
    found = decided(incident(day, state=state))
    assert holds(found, "in-scope", "c1") == inside
    too_early = holds(found, "out-of-scope", "c1", "the Commission had no role in Victoria before 1 July 2019")
    assert too_early == ("certain" if state == "victoria" and not inside else "")


def test_before_the_rules_nothing_is_decided() -> None:
    assert decided(incident("2016-03-03T10:00+10:00")).state is DecisionState.INCOMPLETE


def test_an_incident_of_june_2019_found_in_july_goes_by_the_reading() -> None:
    case = incident("2019-06-27T09:00+10:00", "2019-07-02T10:00+10:00")
    assert records(decided(case)) == {NOTIFICATION, FORM}
    assert records(decided(case, first_of_july_2019="occurrence")) == set()


def test_a_kind_that_nobody_has_named_keeps_the_24_hours_and_says_what_the_sixth_would_change() -> None:
    found = decided(incident(kind=None))
    assert records(found, "provisional") == {NOTIFICATION, FORM}
    asked = {point.address: point for point in found.points}
    assert "ndis-incidents/kind@c1" in asked


def test_with_a_practice_and_its_harm_not_known_the_form_is_certain() -> None:
    found = decided(incident(**{**PRACTICE, "authorised": False, "practice_harmed": None}))
    assert records(found, "certain") == {FORM}
    assert records(found, "provisional") == {NOTIFICATION}


@pytest.mark.parametrize(
    ("registered", "state", "inside"),
    [(True, "queensland", "certain"), (False, "queensland", ""), (True, "victoria", "")],
)
def test_a_provider_is_in_scope_before_anything_happens_but_in_victoria_by_the_day_of_what_happens(
    registered: bool, state: str, inside: str
) -> None:
    case = incident(registered_provider=registered, state=state)
    of_the_case = tuple(entry for entry in case.facts if entry.about == "case")
    assert holds(decided(attrs.evolve(case, concerns=(), people=(), facts=of_the_case)), "case-in-scope") == inside


@pytest.mark.parametrize(("registered", "said"), [(True, "certain"), (None, "provisional"), (False, "")])
def test_a_withdrawn_incident_is_told_to_be_reportable_still(registered: bool | None, said: str) -> None:
    case = incident(registered_provider=registered)
    withdrawn = attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),))
    found = decided(withdrawn)
    assert holds(found, "alleged-still", "c1") == said
    assert clauses(found, "alleged-still") == ({"ndis/s-17/alleged"} if said else set())
    assert records(found) == set()
    assert holds(decided(case), "alleged-still") == ""


def test_a_death_that_no_incident_is_told_as_is_told_to_be_of_a_kind_of_its_own() -> None:
    hurt = incident()
    dead = attrs.evolve(hurt, people=(attrs.evolve(hurt.people[0], died=True),))
    assert holds(decided(dead), "died-since", "dan", "c1") == "certain"
    assert clauses(decided(dead), "died-since") == {"ndis/s-16/reportable"}
    assert holds(decided(hurt), "died-since", "dan", "c1") == ""
    beside = attrs.evolve(hurt, people=(*hurt.people, PersonEntry(id="eve", died=True)))
    assert holds(decided(beside), "died-since") == ""
    for kind, found in (("death", ""), (None, "provisional")):
        told = attrs.evolve(incident(kind=kind), people=dead.people)
        assert holds(decided(told), "died-since", "dan", "c1") == found
    again = attrs.evolve(hurt.concerns[0], id="c2")
    kind = next(entry for entry in hurt.facts if entry.question == "ndis-incidents/kind")
    both = attrs.evolve(
        dead, concerns=(*dead.concerns, again), facts=(*dead.facts, attrs.evolve(kind, about="c2", answer="death"))
    )
    assert holds(decided(both), "died-since", "dan", "c1") == ""


@pytest.mark.parametrize(("alleged", "said"), [(True, "certain"), (False, ""), (None, ""), (UNKNOWN, "")])
def test_what_is_only_alleged_is_to_be_notified_all_the_same(alleged: object, said: str) -> None:
    found = decided(incident(only_alleged=alleged))
    assert holds(found, "as-alleged", "c1") == said
    assert records(found, "certain") == {NOTIFICATION, FORM}
    asked = [point.address for point in found.points]
    assert ("ndis-incidents/only-alleged@c1" in asked) == (alleged is UNKNOWN)
