"""Every no, in each program, names what fails and the clause that asks for it; the same in value, page and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from case_documents import DOCUMENTS, decided, rulebook

from cimscore.assessment import Assessment, Decision, DecisionState, Denied, assess, document_of, first_page
from cimscore.errors import CimsError
from cimscore.testing import assess_example
from cimscore.wire.examples import load_examples

WAYS: Final[Mapping[str, tuple[str, str]]] = {
    "vic-cims out-of-scope/neither-funded-nor-delivered": (
        "vic-cims 2025-03-04",
        "provider: organisation, department-funds-it: false, ndis-funds-it: false, service: disability",
    ),
    "vic-cims out-of-scope/delivered-before-october-2018": (
        "vic-cims 2018-03-06",
        "provider: department, service: child-protection, service-in-scope-then: true, submission: {i1: 2018-03-06}",
    ),
    "vic-cims out-of-scope/not-listed": (
        "vic-cims 2025-03-04",
        (
            "provider: organisation, department-funds-it: true, ndis-funds-it: false, service: other, "
            "other-service-in-scope: false"
        ),
    ),
    "vic-cims out-of-scope/housing-of-another-manager": (
        "vic-cims 2025-03-04",
        (
            "provider: organisation, department-funds-it: false, ndis-funds-it: false, service: public-housing, "
            "managed-by-the-department: false"
        ),
    ),
    "vic-cims out-of-scope/health-service-not-in-scope": (
        "vic-cims 2025-03-04",
        (
            "provider: organisation, department-funds-it: false, ndis-funds-it: false, service: health, "
            "health-service-in-scope: false"
        ),
    ),
    "vic-cims out-of-scope/not-in-scope-then": (
        "vic-cims 2024-05-07",
        (
            "provider: organisation, department-funds-it: true, ndis-funds-it: false, service: disability, "
            "service-in-scope-then: false"
        ),
    ),
    "vic-cims not-reportable/not-by-the-guide": (
        "vic-cims 2024-05-07",
        (
            "provider: organisation, department-funds-it: true, ndis-funds-it: false, service: disability, "
            "service-in-scope-then: true, was-a-client-incident: {i1: false}"
        ),
    ),
    "vic-cims not-reportable/not-during-delivery": (
        "vic-cims 2025-03-04",
        (
            "provider: organisation, department-funds-it: true, ndis-funds-it: false, service: disability, "
            "client-harmed: {i1: true}, during-service-delivery: {i1: false}"
        ),
    ),
    "vic-cims not-reportable/not-in-approved-care": (
        "vic-cims 2025-03-04",
        (
            "provider: department, service: child-protection, client-harmed: {i1: true}, "
            "during-service-delivery: {i1: true}, in-approved-care: {i1: false}"
        ),
    ),
    "ndis-incidents not-reportable/of-no-kind": (
        "ndis-incidents 2025-03-04",
        "registered-provider: true, state: victoria, kind: {i1: none}, connected-with-supports: {i1: true}",
    ),
    "ndis-incidents not-reportable/not-connected": (
        "ndis-incidents 2025-03-04",
        "registered-provider: true, state: victoria, kind: {i1: death}, connected-with-supports: {i1: false}",
    ),
    "ndis-incidents not-reportable/of-nobody-with-disability": (
        "ndis-incidents 2025-03-04",
        "registered-provider: true, state: victoria, kind: {i1: death}, person-with-disability: {remy: false}",
    ),
    "ndis-incidents out-of-scope/not-registered-then": (
        "ndis-incidents 2025-03-04",
        "registered-provider: true, state: victoria, registration-changed: true, registered-from: 2025-06-01",
    ),
    "ndis-incidents not-reportable/authorised-by-the-plan": (
        "ndis-incidents 2025-03-04",
        (
            "registered-provider: true, state: victoria, kind: {i1: restrictive-practice}, "
            "connected-with-supports: {i1: true}, authorisation-process: true, authorised: {i1: true}, "
            "followed-the-plan: {i1: true}"
        ),
    ),
}
"""A way to a no that no example and no document takes: the program and the day, and the answers."""


def sibling(way: str, folder: Path) -> Decision:
    (program, day), facts = WAYS[way][0].split(), WAYS[way][1]
    zone = "+11:00"
    document = folder / "sibling.yaml"
    document.write_text(
        f"""cimscore: 1
id: sibling
programs: [{program}]
dates: {{received: {day}T10:00{zone}}}
people: [{{id: remy, name: {{given: Remy, family: Example}}, born: 2011-08-19}}]
concerns: [{{id: i1, about: [remy], place: elsewhere, kind: harm, occurred: {day}T09:00{zone}}}]
facts: {{{program}: {{{facts}}}}}
""",
        encoding="utf-8",
    )
    return assess(rulebook().read_case(document), rulebook()).decisions[0]


@cache
def assessments() -> tuple[Assessment, ...]:
    """Return what is said of every worked example and of every document of the cases that can be read."""
    return (*(assess_example(example, rulebook()) for example in load_examples(rulebook())), *_of_documents())


def _of_documents() -> Iterator[Assessment]:
    for path in sorted(DOCUMENTS.glob("*.yaml")):
        try:
            yield assess(rulebook().read_case(path), rulebook())
        except CimsError:
            continue


def denials(decisions: Iterator[Decision]) -> list[tuple[Decision, Denied]]:
    return [(decision, denied) for decision in decisions for denied in decision.denied]


def known() -> list[tuple[Decision, Denied]]:
    return denials(decision for each in assessments() for decision in each.decisions)


def grounds(found: list[tuple[Decision, Denied]]) -> set[str]:
    return {
        f"{decision.program} {ground.id}/{row}"
        for decision, denied in found
        for ground in denied.grounds
        for row in ground.rows
    }


def check(decision: Decision, denied: Denied) -> None:
    """Hold a no against what it must tell: the reason, its clause, and on the page the same."""
    clauses = decision_clauses(denied)
    assert denied.grounds, f"{denied.address} has no reason"
    assert clauses, f"{denied.address} names no clause"
    said = " ".join(first_page(decision, every=True).split())
    for ground in denied.grounds:
        assert ground.clauses
        assert ground.says in said
        assert any(clause in said for clause in ground.clauses)
    for near in denied.nearest:
        assert near.stood or all(failing.says in said for failing in near.fails)
    written = next(each for each in document_of(decision)["denied"] if each["says"] == denied.says)
    assert [each["says"] for each in written["grounds"]] == [ground.says for ground in denied.grounds]
    assert "This program does not say whether anybody" in said


def decision_clauses(denied: Denied) -> set[str]:
    return {clause for ground in denied.grounds for clause in ground.clauses}


def test_every_no_of_examples_and_documents_has_its_reason_and_clause() -> None:
    found = known()
    assert len(found) > 20
    for decision, denied in found:
        check(decision, denied)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_a_no_has_its_reason_and_clause(way: str, tmp_path: Path) -> None:
    decision = sibling(way, tmp_path)
    found = denials(iter([decision]))
    assert way in grounds(found)
    for _, denied in found:
        check(decision, denied)


def test_no_way_to_a_no_is_left_untried() -> None:
    ways = {
        f"{id} {table.id}/{row.id}"
        for id, installed in rulebook().programs.items()
        for table in installed.program.conclusions
        if table.denies is not None
        for row in table.rows
    }
    assert ways == grounds(known()) | WAYS.keys()


def test_no_decision_is_final_with_a_gap() -> None:
    """Over every worked example and every document of the cases."""
    decisions = [decision for each in assessments() for decision in each.decisions]
    assert len(decisions) > 120
    for decision in decisions:
        assert (decision.state is DecisionState.FINAL) <= (not decision.laws and not decision.because)
        assert (decision.state is DecisionState.INCOMPLETE) == (
            any(not law.holds_provisionally for law in decision.laws) or _no_edition_is_known(decision)
        )
        for law in decision.laws:
            assert law.why
            assert law.to_do


def _no_edition_is_known(decision: Decision) -> bool:
    """Tell whether the decision says that the document leaves open which edition holds, or that none does."""
    return any("No edition" in reason or "it is not known which edition holds" in reason for reason in decision.because)


def test_what_is_in_scope_and_recorded_is_not_denied() -> None:
    for assessment in assessments():
        for decision in assessment.decisions:
            recorded = {str(line.things[0]) for line in decision.about("goes") if line.standing == "certain"}
            certainly = {str(denied.things[0]) for denied in decision.denied if denied.standing == "certain"}
            if decision.program != "qld-child-safety":
                assert not recorded & certainly


# One by one, as a person reads it.


def page(name: str) -> str:
    return " ".join(first_page(decided(name)).split())


def only(name: str) -> Denied:
    (denied,) = decided(name).denied
    return denied


def facts(denied: Denied) -> dict[str, str]:
    return {address: answer for address, _, answer in denied.would_change}


def test_money_from_the_ndis_alone_is_told_by_what_fails_what_stood_once_and_what_would_change_it() -> None:
    denied = only("vic-out-of-scope-without-a-reason")
    assert denied.says == "i1 is not in scope"
    assert denied.standing == "certain"
    assert facts(denied) == {"vic-cims/department-funds-it@case": "yes"}
    assert [near.clauses for near in denied.nearest if near.stood] == [("vic/beginnings/ndis-providers",)]
    assert denied.others == 2
    assert denied.nearest[0].fails[0].clauses == ("vic/beginnings/funded-organisations",)
    said = page("vic-out-of-scope-without-a-reason")
    assert "i1 may be owed to the NDIS Commission alone [by vic/ndis/dual-funded]" in said
    assert "--program ndis-incidents" in said


def test_no_other_service_is_offered_as_what_would_change_a_no(tmp_path: Path) -> None:
    for way in WAYS:
        for _, denied in denials(iter([sibling(way, tmp_path)])):
            assert not {address.partition("@")[0] for address in facts(denied)} & {
                "vic-cims/service",
                "vic-cims/provider",
                "ndis-incidents/kind",
                "ndis-incidents/state",
            }


def test_what_harmed_nobody_is_told_by_the_three_that_fail() -> None:
    denied = only("vic-not-reportable-without-a-reason")
    assert facts(denied) == dict.fromkeys(
        (f"vic-cims/{id}@i1" for id in ("client-harmed", "harm-alleged", "serious-harm-likely")), "yes"
    )
    assert "i1 is not reportable: it involves no harm to a client that counts [by vic/reporting/reportable]" in page(
        "vic-not-reportable-without-a-reason"
    )


def test_a_no_can_be_certain_while_its_reason_is_not(tmp_path: Path) -> None:
    """Whoever else pays: without the department's money it is out of scope, and by which clause is still open."""
    text = (DOCUMENTS / "vic-out-of-scope-without-a-reason.yaml").read_text(encoding="utf-8")
    document = tmp_path / "money.yaml"
    document.write_text(text.replace("ndis-funds-it: true", "ndis-funds-it: unknown"), encoding="utf-8")
    (denied,) = assess(rulebook().read_case(document), rulebook()).decisions[0].denied
    assert denied.standing == "certain"
    assert {ground.standing for ground in denied.grounds} == {"provisional"}
    assert {address for ground in denied.grounds for answers in ground.rests_on for address, _ in answers} == {
        "vic-cims/ndis-funds-it@case"
    }


def test_before_any_edition_only_that_is_told_and_what_to_ask_for() -> None:
    decision = decided("before-edition")
    assert decision.state == "incomplete"
    assert decision.laws == ()
    assert decision.denied == ()
    assert decision.because == (
        "No edition of the policy is known to be in force on that day, so no rule applies.",
        (
            "The first that is held is 'The page as updated on 30 September 2024'. Ask for Record the outcome and tell "
            "the Child Safety Service Centre or Regional Intake Service as it stood on that day."
        ),
    )
