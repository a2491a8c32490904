"""No answer is no without its reason, and no step or fact is lost on the way."""

from __future__ import annotations

import attrs
from case_documents import (
    case_of,
    clocks,
    decided,
    is_final_but_for_what_is_to_be_learnt,
    owed,
    question,
    records,
    roles,
    rulebook,
    standing,
)

from cimscore.assessment import Decision, DecisionState, decide_case


def clauses(decision: Decision, id: str) -> tuple[str, ...]:
    return next(line.clauses for line in decision.about(id))


def test_what_is_out_of_scope_says_why_and_by_which_clause() -> None:
    decision = decided("vic-out-of-scope-without-a-reason")
    assert standing(decision, "out-of-scope", "i1", "the organisation has money from the NDIS alone") == "certain"
    assert standing(decision, "ndis-only", "i1") == "certain"
    assert clauses(decision, "out-of-scope")
    assert records(decision) == {}


def test_what_is_not_reportable_says_so_by_a_clause_and_owes_nothing() -> None:
    decision = decided("vic-not-reportable-without-a-reason")
    assert standing(decision, "not-reportable", "i1", "it involves no harm to a client that counts") == "certain"
    assert clauses(decision, "not-reportable")
    assert records(decision) == {}
    assert decision.duties == ()


def test_of_what_is_not_reportable_nothing_is_said_to_be_sent() -> None:
    decision = decided("ndis-a-worker-was-hit")
    assert decision.state is DecisionState.FINAL
    reason = "it is about nobody with a disability who receives supports"
    assert standing(decision, "not-reportable", "i1", reason) == "certain"
    assert decision.about("no-discharge") == ()
    assert records(decision) == {}


def test_a_health_service_that_is_said_to_be_in_scope_is_in_scope() -> None:
    decision = decided("vic-health-service-in-scope-yet-out")
    assert standing(decision, "in-scope", "i1") == "certain"


def test_whether_a_health_service_is_in_scope_is_asked() -> None:
    decision = decided("vic-health-service-not-even-asked")
    assert question(decision, "vic-cims/health-service-in-scope@case").working == "yes"
    assert standing(decision, "in-scope", "i1") == "provisional"


def test_a_person_can_have_two_roles() -> None:
    assert roles(decided("vic-client-and-subject"), "incident-report:i1") == {
        "ashby client": "certain",
        "ashby subject of allegation": "certain",
        "remy client": "certain",
    }


def test_a_clock_that_waits_says_for_what() -> None:
    decision = decided("vic-investigation-not-endorsed")
    assert clocks(decision, "i1")["investigate"] == "waiting: certain, waiting"
    assert [clock.counted_from for clock in decision.clocks if clock.due is None] == ["the endorsement of the report"]


def test_every_code_is_held_against_its_edition() -> None:
    decision = decided("vic-program-type-before-its-time")
    assert standing(decision, "type-of-another-edition", "i1", "serious-risk") == "certain"
    assert standing(decision, "program-type-of-another-edition") == "certain"


def test_a_day_alone_is_not_counted_by_the_clock_of_another_state() -> None:
    assert (
        clocks(decided("western-australia-day-only"), "c1")["notify"]
        == "between Tuesday 4 March 2025, 00:00 and Wednesday 5 March 2025, 03:00: certain"
    )


def test_a_day_alone_is_counted_by_the_clock_of_the_state_that_is_said() -> None:
    case = case_of("western-australia-day-only")
    state = "ndis-incidents/state"
    facts = tuple(
        attrs.evolve(fact, answer="western-australia") if fact.question == state else fact for fact in case.facts
    )
    decision = decide_case(attrs.evolve(case, facts=facts), rulebook().program("ndis-incidents").compiled)
    (notify,) = [clock for clock in decision.clocks if clock.id == "notify"]
    assert str(notify.due) == "Tuesday 4 March 2025, between 00:00 and end of day, Perth time"
    assert notify.standing == "certain"


def test_an_unborn_child_has_the_mothers_surname() -> None:
    assert owed(decided("unborn-surname"), "the first name 'Unborn' and the surname Example") == "certain"


def test_a_young_mother_is_a_child_of_the_record_and_the_babys_parent() -> None:
    decision = decided("infant-only")
    assert roles(decision, "notification:flat") == {
        "kit other child": "certain",
        "kit parent": "certain",
        "lou subject child": "certain",
    }


def test_the_start_is_counted_where_the_act_is_done() -> None:
    found = clocks(decided("commence-place"), "c1", "saul")
    assert found["commence"] == "Thursday 3 April 2025, end of day: certain"
    assert found["approve"] == "Monday 31 March 2025, end of day: certain"


def test_the_same_facts_in_one_concern_or_two_are_one_decision() -> None:
    one, two = decided("sliced-one-concern"), decided("sliced-two-concerns")
    assert is_final_but_for_what_is_to_be_learnt(one)
    assert is_final_but_for_what_is_to_be_learnt(two)
    assert (
        records(one)
        == records(two)
        == {
            "child-concern-report:mead": "certain",
            "received-concerns-case-note:case": "certain",
        }
    )
    assert roles(one, "child-concern-report:mead")["lev subject child"] == "certain"
    assert roles(one, "received-concerns-case-note:case")["jem subject child"] == "certain"
    for record in records(one):
        assert roles(one, record) == roles(two, record)
    assert one.duties == two.duties
    assert clocks(one, "c1", "lev") == clocks(two, "c2", "lev")


def test_the_same_facts_are_one_decision_too_where_nobody_says_whether_an_intervention_is_open() -> None:
    one, two = (_without_the_answer(name) for name in ("sliced-one-concern", "sliced-two-concerns"))
    assert one.state is two.state is DecisionState.PROVISIONAL
    assert records(one) == records(two)
    assert [roles(one, record) for record in records(one)] == [roles(two, record) for record in records(two)]
    assert [point.address for point in one.points] == [point.address for point in two.points]


def _without_the_answer(name: str) -> Decision:
    case = case_of(name)
    facts = tuple(fact for fact in case.facts if not fact.question.endswith("/ongoing-intervention"))
    return decide_case(attrs.evolve(case, facts=facts), rulebook().program("qld-child-safety").compiled)


def test_business_days_of_the_commonwealths_program_are_those_of_the_place() -> None:
    for name, thing, day in (
        ("restrictive-holiday-queensland", "c1", "Tuesday 29 April 2025"),
        ("vic-ndis-in-queensland", "i1", "between Thursday 29 April 2027, end of day and Friday 30 April 2027"),
    ):
        assert clocks(decided(name), thing)["send-the-form"] == f"{day}, end of day: certain"


def test_hours_are_told_by_the_clocks_of_the_place_as_days_are() -> None:
    told = {str(clock.due).rpartition(", ")[2] for clock in decided("vic-ndis-in-queensland").clocks}
    assert told == {"Brisbane time"}
