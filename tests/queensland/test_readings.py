"""Each unclear point that can be switched: what changes by its other readings, and how that is told."""

from __future__ import annotations

import attrs
import pytest
from invented_intakes import (
    PROGRAM,
    RULEBOOK,
    asked,
    assess,
    at,
    clocks,
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
    two_homes,
)

from cimscore.assessment import Standing
from cimscore.case import Case, Dates

NORTH = "notification:north"
REPORT = "child-concern-report:north"
ADDED = "additional-notified-concerns:inv-1"


def visit(kind: str = "significant-harm") -> Case:
    """Zoe visits Max's home; both are harmed there, and nobody protects either."""
    return intake(
        people=people(max="2015-01-01", zoe="2015-01-01", host="1980-01-01", mum="1980-01-01"),
        households=homes(hosts="Logan", zoes="Cairns"),
        residences=stays("max hosts", "host hosts", "zoe zoes", "zoe hosts visits", "mum zoes"),
        relationships=parents(host="max", mum="zoe"),
        concerns=(concern("c1", "max zoe", "hosts", kind=kind),),
        decisions=notified("c1"),
        facts=(fact("protective-parent", False, "max"), fact("protective-parent", False, "zoe")),
    )


def added(**moves: str) -> Case:
    """New 5-day concerns of 14 March, for an investigation decided on 3 March as a 10-day one."""
    moment = at("2025-03-14T14:00+10:00")
    return one_home(
        households=homes(north="elsewhere"),  # where no local holiday can be in question
        dates=Dates(received=moment),
        decisions=notified("c1", moment=moment),
        records=(
            on_file(
                "inv-1", "investigation", {"ari": "subject child"}, "north", decide="2025-03-03T14:00+10:00", **moves
            ),
        ),
        facts=(
            fact("priority-of-record", "10-day", "inv-1"),
            fact("family-moved", False, "inv-1"),
            fact("office", "elsewhere"),
        ),
    )


def test_a_report_whose_creation_is_not_known_is_counted_from_its_receipt_and_says_so() -> None:
    found = assess(one_home(decisions=reported("c1")))
    (approval,) = clocks(found, "approve-report", REPORT)

    assert due(found, "approve-report", REPORT) == "Monday 10 March 2025, end of day"
    assert (approval.standing, asked(found)) == (Standing.PROVISIONAL, {"intake-created@case"})


@pytest.mark.parametrize(("reading", "role"), [("own-home", None), ("both", "subject child")])
def test_a_visiting_subject_child_is_one_in_the_hosts_event_too_by_the_other_reading(
    reading: str, role: str | None
) -> None:
    found = roles(assess(visit(), visitor_in_host_record=reading))
    assert (found["zoe@notification:zoes"], found.get("zoe@notification:hosts")) == ("subject child", role)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("as-in-the-example", {"notification:hosts"}),
        ("whenever-unprotected", {"notification:hosts", "notification:zoes"}),
    ],
)
def test_harm_that_is_not_significant_reaches_a_visitors_home_only_by_the_other_reading(
    reading: str, expected: set[str]
) -> None:
    harmed = visit("harm")
    case = attrs.evolve(harmed, decisions=(*harmed.decisions, decision("significant-harm", "c1", False)))
    assert records(assess(case, visitors_own_home=reading)) == expected


def test_harm_on_a_visit_is_taken_as_significant_until_somebody_says_otherwise() -> None:
    assert records(assess(visit("harm"))) == {"notification:hosts", "notification:zoes"}


def blamed() -> Case:
    """Kai, who is eight and a subject child himself, is said to be responsible for harm to Sam."""
    return intake(
        people=people(kai="2017-01-01", sam="2019-01-01", pa="1980-01-01"),
        households=homes(home="Logan"),
        residences=stays("kai home", "sam home", "pa home"),
        relationships=parents(pa="kai sam"),
        concerns=(concern("c1", "kai", "home", responsible="pa"), concern("c2", "sam", "home", responsible="kai")),
        decisions=notified("c1 c2"),
        records=(
            on_file(
                "inv-0", "investigation", {"kai": "subject child"}, "home", decide="2024-10-01", close="2024-12-01"
            ),
        ),
    )


@pytest.mark.parametrize(("reading", "two"), [("any-age-once-recorded", True), ("ten-or-more", False)])
def test_a_child_under_ten_once_recorded_has_an_own_event_only_by_the_reading_taken(reading: str, *, two: bool) -> None:
    assert ("notification:home/kai" in records(assess(blamed(), responsible_child=reading))) is two


@pytest.mark.parametrize(("reading", "two"), [("left-out", False), ("included", True)])
def test_a_foster_sibling_makes_two_events_only_by_the_other_reading(reading: str, *, two: bool) -> None:
    case = blamed()
    foster = attrs.evolve(case.relationships[1], kind=type(case.relationships[1].kind)("foster-parent"))
    own = parents(ma="sam")
    whole = attrs.evolve(
        case, people=(*people(kai="2013-01-01", ma="1985-01-01"), *case.people[1:]), records=(),
        relationships=(case.relationships[0], foster, *own),
    )  # fmt: skip
    assert ("notification:home/kai" in records(assess(whole, foster_siblings=reading))) is two


@pytest.mark.parametrize(("reading", "centre"), [("harm-household", "Logan"), ("where-the-child-lives", "Cairns")])
def test_the_investigation_of_a_visitor_goes_where_the_reading_says(reading: str, centre: str) -> None:
    unrelated = decision("concerns-relate", "max@hosts", False)
    case = attrs.evolve(
        visit("harm"), concerns=(concern("c1", "zoe", "hosts"),), decisions=(*notified("c1"), unrelated)
    )
    assert centre in duties(assess(case, relevant_centre=reading), "notification:hosts")["transfer"]


@pytest.mark.parametrize(("reading", "question"), [("either", ["second-notification@inv-1"]), ("both", [])])
def test_a_second_notification_is_a_choice_in_either_situation_or_in_both(reading: str, question: list[str]) -> None:
    complete = added(complete="2025-03-12")
    moved = (*complete.facts[:1], fact("family-moved", True, "inv-1"), fact("moved-for-good", True, "inv-1"))
    found = assess(attrs.evolve(complete, facts=moved), second_notification_situations=reading)
    assert [it for it in asked(found) if it.startswith("second")] == question


@pytest.mark.parametrize(("reading", "question"), [("any-other", ["second-notification@inv-1"]), ("left", [])])
def test_a_home_still_lived_in_is_a_previous_one_only_by_the_reading_taken(reading: str, question: list[str]) -> None:
    case = two_homes(
        concerns=(concern("c2", "ari", "south"),), decisions=notified("c2"),
        records=added().records, facts=(*added().facts[:2],),
    )  # fmt: skip
    assert [it for it in asked(assess(case, previous_household=reading)) if it.startswith("second")] == question


@pytest.mark.parametrize(("reading", "expected"), [("both", {NORTH}), ("either", {"unidentified-concerns:case"})])
def test_what_nothing_links_to_a_child_is_kept_out_at_once_only_by_the_other_reading(
    reading: str, expected: set[str]
) -> None:
    case = one_home(facts=(fact("identifiable", False), fact("attempts-to-identify-failed", False)))
    assert records(assess(case, nothing_to_link_by=reading)) == expected


@pytest.mark.parametrize(("reading", "owed"), [("either", True), ("both", False)])
def test_every_effort_is_owed_for_a_missing_address_alone_by_the_reading_taken(reading: str, *, owed: bool) -> None:
    case = one_home(
        facts=(fact("address-known", False),),
        decisions=(*notified("c1"), decision("request-whereabouts", "case", False)),
    )
    assert ("identify" in duties(assess(case, full_identifying_information=reading), "case")) is owed


@pytest.mark.parametrize(("reading", "met"), [("child-or-family", True), ("child", False)])
def test_a_pending_report_on_the_same_household_counts_by_the_reading_taken(reading: str, *, met: bool) -> None:
    case = one_home(
        decisions=reported("c1"), records=(on_file("ccr-9", "child-concern-report", {}, "north", create="2025-03-01"),)
    )
    assert ("liaise" in duties(assess(case, pending_report=reading), "ccr-9")) is met


@pytest.mark.parametrize(("reading", "expected"), [("a-record-each", {NORTH, REPORT}), ("the-notification", {NORTH})])
def test_several_responses_of_one_household_make_a_record_each_by_the_reading_taken(
    reading: str, expected: set[str]
) -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(*notified("c1"), *reported("c2")),
    )
    assert records(assess(case, several_responses=reading)) == expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [("a-notification", {NORTH}), ("added", {"additional-notified-concerns:inv-1"})],
)
def test_a_child_new_to_a_started_investigation_has_a_notification_by_the_reading_taken(
    reading: str, expected: set[str]
) -> None:
    case = attrs.evolve(
        added(commence="2025-03-05T09:00+10:00"),
        people=people(ari="2014-05-02", bo="2025-03-01", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(concern("c1", "bo", "north"),),
    )
    assert records(assess(case, new_to_a_started_investigation=reading)) == expected


def test_every_unclear_point_says_why_and_which_places_of_the_list_it_answers() -> None:
    mine = [reading for name, reading in RULEBOOK.readings.items() if name.startswith(PROGRAM)]

    assert [reading.id for reading in mine if not (reading.because and reading.clauses and reading.ambiguities)] == []
    assert len({place for reading in mine for place in reading.ambiguities if place.startswith("Q-")}) >= 90
