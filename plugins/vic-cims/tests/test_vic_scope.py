"""Who is in scope: each sentence by itself, each incident by its own day."""

from __future__ import annotations

import pytest
from vic_cases import clauses, decided, duties, holds, incident, records

LISTED = [
    "child-protection",
    "community-child-and-family",
    "disability",
    "family-violence",
    "homelessness",
    "out-of-home-care",
    "secure-welfare",
    "sexual-assault",
]
EVERY = [*LISTED, "public-housing", "health", "other"]
ASKED_ABOUT = ["child-protection", "public-housing", "health", "other"]
NOTHING = {"department_funds_it": False, "ndis_funds_it": False}


@pytest.mark.parametrize("service", LISTED)
def test_a_listed_service_is_in_scope_by_its_own_sentence(service: str) -> None:
    found = decided(incident(service=service, in_approved_care=True))
    assert holds(found, "in-scope", "c1") == "certain"
    assert clauses(found, "listed-service") == {f"vic/scope/{service}"}


@pytest.mark.parametrize("service", LISTED)
def test_a_listed_service_that_the_department_neither_funds_nor_delivers_is_out(service: str) -> None:
    found = decided(incident(service=service, in_approved_care=True, **NOTHING))
    assert holds(found, "out-of-scope", "c1") == "certain"
    assert records(found) == set()


@pytest.mark.parametrize("service", LISTED)
def test_a_listed_service_that_the_department_delivers_needs_no_funding(service: str) -> None:
    found = decided(incident(service=service, provider="department", in_approved_care=True, **NOTHING))
    assert holds(found, "in-scope", "c1") == "certain"


def test_some_health_services_are_in_scope_whoever_pays() -> None:
    found = decided(incident(service="health", health_service_in_scope=True, **NOTHING))
    assert holds(found, "in-scope", "c1") == "certain"
    assert "vic/scope/some-health-services" in clauses(found, "also-in-scope")


def test_a_health_service_of_which_nobody_has_said_so_is_in_scope_as_things_stand_and_asked_about() -> None:
    found = decided(incident(service="health", **NOTHING))
    assert holds(found, "in-scope", "c1") == "provisional"
    assert "vic-cims/health-service-in-scope@case" in [point.address for point in found.points]


def test_a_health_service_that_is_not_named_is_out_with_the_clause() -> None:
    found = decided(incident(service="health", health_service_in_scope=False, **NOTHING))
    assert holds(found, "out-of-scope", "c1") == "certain"
    assert "vic/scope/some-health-services" in clauses(found, "out-of-scope")


@pytest.mark.parametrize(("managed", "inside"), [(True, "certain"), (False, "")])
def test_public_housing_is_in_scope_where_the_department_manages_it(managed: bool, inside: str) -> None:
    found = decided(incident(service="public-housing", managed_by_the_department=managed, **NOTHING))
    assert holds(found, "in-scope", "c1") == inside


def test_a_service_not_listed_is_a_question_and_never_out() -> None:
    found = decided(incident(service="other"))
    assert holds(found, "in-scope", "c1") == "provisional"


def test_a_service_that_nobody_has_named_is_not_out_for_that() -> None:
    assert holds(decided(incident(service=None)), "in-scope", "c1") == "provisional"


def test_whoever_delivers_it_a_funded_service_is_certain() -> None:
    assert holds(decided(incident(provider=None)), "in-scope", "c1") == "certain"


def test_money_from_the_ndis_alone_is_out_with_its_clause_and_says_who_else_may_be_owed() -> None:
    found = decided(incident(department_funds_it=False, ndis_funds_it=True))

    assert holds(found, "out-of-scope", "c1") == "certain"
    assert clauses(found, "out-of-scope") == {"vic/ndis/dual-funded"}
    assert holds(found, "ndis-only", "c1") == "certain"
    assert duties(found) == set()


def test_money_from_both_owes_two_reports_neither_for_the_other() -> None:
    found = decided(incident(ndis_funds_it=True))
    assert holds(found, "in-scope", "c1") == holds(found, "ndis-too", "c1") == "certain"


@pytest.mark.parametrize(("moment", "inside"), [("2019-06-30T10:00+10:00", "certain"), ("2019-07-01T10:00+10:00", "")])
def test_an_ndis_provider_was_in_scope_until_july_2019(moment: str, inside: str) -> None:
    case = incident(
        "2019-06-01T10:00+10:00",
        department_funds_it=False,
        ndis_funds_it=True,
        late_ndis_report=False,
        service_in_scope_then=False,
        moves=[f"submit {moment} staff member"],
    )
    assert holds(decided(case), "in-scope", "c1") == inside


def test_a_late_report_of_an_incident_before_july_2019_is_asked_about() -> None:
    case = incident(
        "2019-06-01T10:00+10:00",
        department_funds_it=False,
        ndis_funds_it=True,
        moves=["submit 2019-07-02T10:00+10:00 staff member"],
    )
    found = decided(case)
    assert holds(found, "in-scope", "c1") == "provisional"
    assert "vic-cims/late-ndis-report@case" in [point.address for point in found.points]


@pytest.mark.parametrize("then", [True, False])
def test_an_incident_of_before_the_policy_goes_by_the_list_of_its_own_day(then: bool) -> None:
    case = incident(
        "2024-12-06T15:30+11:00", service_in_scope_then=then, moves=["submit 2024-12-09T09:00+11:00 staff member"]
    )
    assert holds(decided(case), "in-scope", "c1") == ("certain" if then else "")
    assert holds(decided(case, scope_as_of="submission"), "in-scope", "c1") == "certain"


@pytest.mark.parametrize(
    ("service", "listed"),
    [*((service, True) for service in EVERY), *((service, False) for service in ASKED_ABOUT)],
)
@pytest.mark.parametrize("provider", ["organisation", "department"])
@pytest.mark.parametrize(("department", "ndis"), [(True, True), (True, False), (False, True), (False, False)])
def test_whoever_delivers_it_with_whose_money_an_incident_is_in_scope_or_out_for_a_reason(
    service: str, listed: bool, provider: str, department: bool, ndis: bool
) -> None:
    answers = dict.fromkeys(
        ("managed_by_the_department", "health_service_in_scope", "other_service_in_scope", "in_approved_care"), listed
    )
    case = incident(service=service, provider=provider, department_funds_it=department, ndis_funds_it=ndis, **answers)
    found = decided(case)
    sure = {holds(found, "in-scope", "c1"), holds(found, "out-of-scope", "c1")}
    assert sure == {"certain", ""}
    assert "ends-somewhere" not in [law.id for law in found.laws]


@pytest.mark.parametrize("level", ["organisation", "service"])
def test_whose_money_counts_is_a_reading(level: str) -> None:
    case = incident(department_funds_the_service=False, ndis_funds_the_service=False)
    expected = "certain" if level == "organisation" else ""
    assert holds(decided(case, funding_level=level), "in-scope", "c1") == expected


@pytest.mark.parametrize(("answer", "told"), [(True, "in-scope"), (False, "out-of-scope"), (None, "in-scope")])
def test_housing_of_another_manager_is_asked_about_and_not_out_for_being_unlisted(
    answer: bool | None, told: str
) -> None:
    housing = {"service": "public-housing", "managed_by_the_department": False}
    found = decided(incident(other_service_in_scope=answer, **housing))
    assert holds(found, told, "c1") == ("provisional" if answer is None else "certain")


def test_a_child_outside_approved_care_need_not_have_been_with_a_parent() -> None:
    found = decided(incident(service="child-protection", in_approved_care=False))
    assert holds(found, "not-reportable", "c1", "the child was not in care that Child Protection approved") == "certain"
