"""Every code of a report held against its edition and service; a list that is not held whole calls nothing wrong."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import at, decided, duties, holds, incident

from cimscore.assessment import Decision
from cimscore.case import Case, FactEntry
from cimscore_vic_cims.tables import NINETEEN_TYPES

NINETEEN = [row.key for row in NINETEEN_TYPES.rows]
GUIDE_ONLY = ("dangerous-actions", "poor-quality-of-care")
OTHER_WORDS = "slipped-on-wet-floor"
EVERY = (*NINETEEN, *GUIDE_ONLY, OTHER_WORDS, "another")
EDITIONS = {
    "2018-01": "2018-02-06",
    "2018-10": "2018-11-06",
    "2019-07": "2019-10-01",
    "2020-02": "2021-03-02",
    "2024-06": "2024-07-02",
    "2024-12": "2025-03-04",
    "manual of 2025-08": "2025-09-02",
}
NAMED = ("neglect", "injury-unexplained", "serious-risk", "poor-quality-of-care", OTHER_WORDS)
JOINED = "family-violence-and-sexual-assault-services"


def report(day: str, **answers: object) -> Case:
    """Return the case of a report that was submitted on the day of its incident."""
    usual = {"was_a_client_incident": True, "service_in_scope_then": True, "in_approved_care": True}
    usual["no_more_than_illness_or_dangerous_actions"] = False
    moves = [f"submit {day}T12:00+10:00 staff member"]
    return incident(f"{day}T10:00+10:00", moves=moves, **{**usual, **answers})


def verdict(decision: Decision, code: str) -> str:
    """Return what is told of a type: that it stands, is of another edition, is not listed, or cannot be told."""
    found = [
        id for id in ("type-stands", "type-of-another-edition", "type-not-listed")
        if holds(decision, id, "c1", code) == "certain"
    ]  # fmt: skip
    found += ["type-not-told"] if not found and holds(decision, "types-held-in-part", "c1") else []
    assert len(found) == 1, found
    return found[0]


def expected(code: str, edition: str, service: str) -> str:
    """Return what is right by the lists that are held, one by one."""
    policy = edition in ("2024-12", "manual of 2025-08")
    if code == "serious-risk":
        return "type-stands" if policy or edition == "2024-06" else "type-of-another-edition"
    if code == "poor-quality-of-care" and policy:
        return "type-of-another-edition"
    if edition == "manual of 2025-08" and service == "child-protection":
        return "type-stands" if code in NINETEEN else "type-not-listed"
    named = {"neglect", "injury-unexplained"} if policy else {"poor-quality-of-care", "injury-unexplained"}
    return "type-stands" if code in named else "type-not-told"


@pytest.mark.parametrize("service", ["child-protection", "homelessness"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_type_is_held_against_the_lists_of_its_edition_and_service(edition: str, service: str) -> None:
    """Those that some list names by themselves, and each fourth of the others, in each edition another fourth."""
    others = [code for code in EVERY if code not in NAMED]
    for code in (*NAMED, *others[list(EDITIONS).index(edition) % 4 :: 4]):
        found = decided(report(EDITIONS[edition], service=service, incident_type=code))
        wanted = expected(code, edition, service)
        if wanted == "type-of-another-edition" and holds(found, "type-not-listed", "c1", code):
            continue  # In child protection it is not listed either, and both are said.
        assert verdict(found, code) == wanted, code


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_type_in_other_words_is_never_wrong_in_an_open_list(edition: str) -> None:
    found = decided(report(EDITIONS[edition], incident_type=OTHER_WORDS))
    assert holds(found, "types-held-in-part", "c1") == "certain"
    assert [line.id for line in found.conclusions if line.warns] == []


@pytest.mark.parametrize(("said", "told"), [("listed", "type-stands"), ("not-listed", "type-not-listed")])
def test_whoever_has_the_list_says_what_it_says(said: str, told: str) -> None:
    found = decided(report("2025-03-04", incident_type=OTHER_WORDS, incident_type_on_list={"c1": said}))
    assert holds(found, told, "c1", OTHER_WORDS) == "certain"


def test_a_report_that_goes_by_another_edition_is_not_held_against_the_lists_of_this_one() -> None:
    case = report("2024-06-11", incident_type="serious-risk")
    other = attrs.evolve(case.concerns[0], id="c2")
    facts = tuple(attrs.evolve(each, about="c2") for each in case.facts if each.about == "c1")
    record = attrs.evolve(
        case.records[0], id="incident-report:c2",
        moves=(attrs.evolve(case.records[0].moves[0], at=at("2024-06-20T10:00+10:00")),),
    )  # fmt: skip
    both = attrs.evolve(
        case, concerns=(*case.concerns, other), records=(*case.records, record),
        facts=(*case.facts, *facts, FactEntry(question="vic-cims/assessed", about="case", answer="c1")),
    )  # fmt: skip
    found = decided(both)
    assert holds(found, "type-of-another-edition", "c1", "serious-risk") == "certain"
    assert holds(found, "type-of-another-edition", "c2", "serious-risk") == ""
    assert holds(found, "goes-by-another-edition", "c2") == "certain"


@pytest.mark.parametrize("service", ["family-violence", "sexual-assault", "homelessness", "out-of-home-care"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_joined_program_type_is_held_against_edition_and_service(edition: str, service: str) -> None:
    found = decided(report(EDITIONS[edition], service=service, program_type=JOINED))
    late = edition in ("2024-06", "2024-12", "manual of 2025-08")
    fits = service in ("family-violence", "sexual-assault")
    assert bool(holds(found, "program-type-of-another-edition")) is not late
    assert bool(holds(found, "program-type-of-another-service")) is (late and not fits)
    assert bool(holds(found, "program-type-stands")) is (late and fits)
    assert holds(found, "program-type-not-told") == ""


@pytest.mark.parametrize("edition", EDITIONS)
def test_another_program_type_is_never_wrong_and_cannot_be_told(edition: str) -> None:
    found = decided(report(EDITIONS[edition], service="homelessness", program_type="crisis-support"))
    assert holds(found, "program-type-not-told") == "certain"
    assert [line.id for line in found.conclusions if line.warns] == []


@pytest.mark.parametrize(
    ("said", "told"), [("listed", "program-type-stands"), ("not-listed", "program-type-not-listed")]
)
def test_whoever_has_the_list_of_program_types_says_what_it_says(said: str, told: str) -> None:
    found = decided(report("2025-03-04", program_type="crisis-support", program_type_on_list=said))
    assert holds(found, told) == "certain"
    assert holds(found, "program-type-not-told") == ""


def test_of_a_program_type_that_nobody_gave_nothing_is_said() -> None:
    found = decided(report("2025-03-04"))
    assert not [line.id for line in found.conclusions if line.id.startswith("program-type")]


@pytest.mark.parametrize(("edition", "held"), [("2021-03-02", False), ("2025-03-04", True)])
def test_of_an_earlier_list_of_services_it_is_said_that_it_is_not_held(edition: str, held: bool) -> None:
    found = decided(report(edition, service_in_scope_then=None))
    assert bool(holds(found, "service-not-told", "c1")) is not held


def test_the_type_that_was_given_stands_in_the_words() -> None:
    said = [says for says, _ in decided(incident(incident_type="injury-explained")).duties]
    assert "whoever makes the report should give the incident type: injury-explained" in said
    assert "classify" in duties(decided(incident(incident_type="another")))
