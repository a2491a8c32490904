"""A step that does not lead on from where a record stands counts for nothing, and is told with its clauses."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import decided, due, incident, refused

from cimscore.case import PlaceEntry, PlaceKind, State

ABUSE = {
    "accused": "kim",
    "position": {"kim": "staff"},
    "incident_type": "physical-abuse",
    "site": "elsewhere",
    "reported_to_police": False,
}
HANDED_IN = "submit 2025-03-04T10:00+11:00 staff member"
ENDORSED = "endorse 2025-03-05T10:00+11:00 authorised delegate"
BEGUN = "begin 2025-03-10T10:00+11:00 staff member"
SENT = "report 2025-03-12T10:00+11:00 staff member"
NEWS = "vic-news-2025/investigation"


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        (
            [HANDED_IN, ENDORSED, "submit 2025-03-06T10:00+11:00 staff member"],
            ("submit", "endorsed", "vic/reporting/any-staff-member, vic/reporting/three-days"),
        ),
        (
            [HANDED_IN, "create 2025-03-06T10:00+11:00 staff member"],
            ("create", "submitted", "vic/reporting/any-staff-member"),
        ),
    ],
)
def test_a_report_that_was_handed_in_is_not_made_or_handed_in_again(
    moves: list[str], told: tuple[str, str, str]
) -> None:
    step, state, clauses = told
    found = refused(decided(incident(moves=moves, **ABUSE)))
    assert found == {(step, f"it does not lead on from the state '{state}'", clauses): "certain"}


@pytest.mark.parametrize(
    ("step", "clauses"),
    [("report", f"{NEWS}/28-business-days"), ("extend", f"{NEWS}/extension, {NEWS}/extension-again")],
)
def test_an_investigation_that_was_sent_is_neither_sent_again_nor_put_off(step: str, clauses: str) -> None:
    later = f"{step} 2025-03-13T10:00+11:00 staff member"
    found = decided(incident(moves=[HANDED_IN, ENDORSED], inquiry=[BEGUN, SENT, later], **ABUSE))
    assert refused(found) == {(step, "it does not lead on from the state 'reported'", clauses): "certain"}


def test_an_investigation_that_was_put_off_may_begin_after_that() -> None:
    put_off = "extend 2025-03-09T10:00+11:00 authorised delegate"
    found = decided(incident(moves=[HANDED_IN, ENDORSED], inquiry=[put_off, BEGUN, SENT], extended_by=10, **ABUSE))
    assert refused(found) == {}


def test_the_site_at_which_it_happened_says_whose_days_count() -> None:
    case = incident("2025-10-03T10:00+10:00", site=None)
    site = PlaceEntry(id="respite", kind=PlaceKind.SERVICE_SITE, area="Albury", state=State.NEW_SOUTH_WALES)
    there = attrs.evolve(case, places=(site,), concerns=(attrs.evolve(case.concerns[0], place="respite"),))
    in_melbourne = attrs.evolve(
        case, places=(attrs.evolve(site, area="Melbourne", state=State.VICTORIA),), concerns=there.concerns
    )
    assert due(decided(there), "report") != due(decided(in_melbourne), "report")


def test_a_report_may_be_returned_though_nobody_wrote_its_review_down() -> None:
    returned = "return 2025-03-05T10:00+11:00 authorised delegate"
    again = "submit 2025-03-06T10:00+11:00 staff member"
    assert refused(decided(incident(moves=[HANDED_IN, returned, again], **ABUSE))) == {}
