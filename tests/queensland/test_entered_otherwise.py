"""Cases that differ in one entry: a role on file, a step taken, concerns entered one by one, where a child lives."""

from __future__ import annotations

import pytest
from invented_intakes import (
    assess,
    at,
    concern,
    decision,
    due,
    duties,
    fact,
    homes,
    intake,
    notified,
    on_file,
    one_home,
    parents,
    people,
    records,
    reported,
    roles,
    stays,
)

from cimscore.case import Case, ConcernEntry, Dates

REPORT = "child-concern-report:north"
ADDED = "additional-notified-concerns:inv-1"


@pytest.mark.parametrize(
    ("role", "made"),
    [("subject child", "received-concerns-case-note:case"), ("parent", REPORT), ("other child", REPORT), ("", REPORT)],
)
def test_only_the_subject_child_of_an_intervention_has_their_own(role: str, made: str) -> None:
    case = one_home(
        decisions=reported("c1"),
        records=(on_file("oi-1", "ongoing-intervention", {"ari": role} if role else {}, open="2025-01-20"),),
    )
    assert records(assess(case)) == {made}


def added(priority: str, **moves: str) -> Case:
    """New 5-day concerns for an investigation decided on 3 March with a priority of its own."""
    moment = at("2025-03-14T14:00+10:00")
    on_record = on_file(
        "inv-1", "investigation", {"ari": "subject child"}, "north", decide="2025-03-03T14:00+10:00", **moves
    )
    facts = (fact("priority-of-record", priority, "inv-1"), fact("family-moved", False, "inv-1"))
    decisions = notified("c1", moment=moment)
    return one_home(dates=Dates(received=moment), decisions=decisions, records=(on_record,), facts=facts)


@pytest.mark.parametrize(
    ("priority", "moves", "expected"),
    [
        ("10-day", {}, "between Monday 17 March 2025, end of day and Tuesday 18 March 2025, end of day"),
        ("10-day", {"commence": "2025-03-05T09:00+10:00"}, ""),
        ("5-day", {}, "Monday 10 March 2025, end of day"),
    ],
)
def test_an_investigation_not_started_starts_within_the_shorter_of_two_priorities_or_as_it_had_to(
    priority: str, moves: dict[str, str], expected: str
) -> None:
    found = assess(added(priority, **moves))

    assert due(found, "commence", ADDED) == expected
    assert ("commence" in duties(found, ADDED)) is bool(expected)
    assert "finish" in duties(found, ADDED)


def visit(*concerns: ConcernEntry, max_is_safe: bool = False) -> Case:
    """Zoe visits Max's home, and nobody protects her; Max's own parent may protect him."""
    return intake(
        people=people(max="2015-01-01", zoe="2015-01-01", host="1980-01-01", mum="1980-01-01"),
        households=homes(hosts="Logan", zoes="Cairns"),
        residences=stays("max hosts", "host hosts", "zoe zoes", "zoe hosts visits", "mum zoes"),
        relationships=parents(host="max", mum="zoe"),
        concerns=concerns,
        decisions=notified(" ".join(it.id for it in concerns)),
        facts=(fact("protective-parent", max_is_safe, "max"), fact("protective-parent", False, "zoe")),
    )


def of_each_child(*, max_kind: str = "significant-harm", max_place: str = "hosts") -> tuple[ConcernEntry, ...]:
    """The visit as one concern for each child, both of them significant harm in Max's home."""
    return (
        concern("c1", "max", max_place, kind=max_kind, responsible="host"),
        concern("c2", "zoe", "hosts", kind="significant-harm", responsible="host"),
    )


@pytest.mark.parametrize(
    ("case", "reached"),
    [
        (visit(concern("c1", "max zoe", "hosts", kind="significant-harm")), True),
        (visit(*of_each_child()), True),
        (visit(*of_each_child(), max_is_safe=True), False),
        (visit(*of_each_child(max_kind="risk")), False),
        (visit(*of_each_child(max_place="elsewhere")), False),
    ],
)
def test_a_visitors_home_is_reached_also_when_each_child_has_a_concern(case: Case, *, reached: bool) -> None:
    assert ("notification:zoes" in records(assess(case))) is reached


def test_a_concern_that_gets_no_event_does_not_show_that_the_hosts_do_not_protect() -> None:
    facts = (fact("protective-parent", False, "max"), fact("protective-parent", False, "zoe"))
    case = visit(*of_each_child())
    decisions = (decision("response", "c1", "intake-enquiry"), *notified("c2"))
    found = assess(intake(**{**_parts(case), "decisions": decisions, "facts": facts}))
    assert "notification:zoes" not in records(found)


def _parts(case: Case) -> dict[str, object]:
    names = ("people", "households", "residences", "relationships", "concerns")
    return {name: getattr(case, name) for name in names}


def blamed(role: str, responsible: str = "lu") -> Case:
    """Lu, of another home, is said to have harmed Sam, and has a role in an open investigation of that home."""
    return intake(
        people=people(sam="2017-01-01", lu="2018-01-01", pa="1980-01-01", dad="1980-01-01"),
        households=homes(home="Logan", dads="Cairns"),
        residences=stays("sam home", "pa home", "lu dads", "dad dads", "lu home visits"),
        relationships=parents(pa="sam lu", dad="lu"),
        concerns=(concern("c1", "sam", "home", responsible=responsible),),
        decisions=notified("c1"),
        records=(on_file("inv-1", "investigation", {"lu": role}, "dads", decide="2025-02-20T14:00+10:00"),),
    )


@pytest.mark.parametrize(
    ("case", "expected", "is_barred"),
    [
        (blamed("subject child"), "other child", True),
        (blamed("other child"), "other child", False),
        (blamed("subject child", responsible="pa"), None, False),
    ],
)
def test_a_child_now_responsible_is_an_other_child_wherever_they_live(
    case: Case, expected: str | None, is_barred: bool
) -> None:
    found = assess(case)

    assert roles(found).get("lu@notification:home") == expected
    assert ("no-additional-concerns" in duties(found, "lu@notification:home")) is is_barred


@pytest.mark.parametrize(("role", "expected"), [("subject child", "other child and parent"), ("other child", "parent")])
def test_a_recorded_young_parent_of_another_home_is_an_other_child_too(role: str, expected: str) -> None:
    case = intake(
        people=people(sam="2024-01-01", lu="2009-01-01", pa="1980-01-01", dad="1980-01-01"),
        households=homes(home="Logan", dads="Cairns"),
        residences=stays("sam home", "pa home", "lu dads", "dad dads"),
        relationships=parents(pa="sam", dad="lu", lu="sam"),
        concerns=(concern("c1", "sam", "home", responsible="lu"),),
        decisions=notified("c1"),
        records=(on_file("inv-1", "investigation", {"lu": role}, "dads", decide="2025-02-20T14:00+10:00"),),
    )
    found = assess(case)
    assert roles(found)["lu@notification:home"] == expected
