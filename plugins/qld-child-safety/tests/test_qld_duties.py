"""Who does what with each kind of record in Queensland, in the order of the work."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import (
    added,
    compiled,
    concern,
    decided,
    duties,
    fact,
    homes,
    notified,
    on_file,
    one_home,
    parents,
    people,
    person,
    reported,
    stays,
    told,
    two_homes,
)

from cimscore.assessment import decide_case
from cimscore.case import Case, DecisionEntry

NORTH = "notification:north"
REPORT = "child-concern-report:north"
IN_ICMS = {"record-in-icms", "notifier-nowhere-else", "write-without-identifying"}
OF_AN_EVENT = IN_ICMS | {
    "person-profiles", "roles", "relationships", "about-each-person", "notifier-field", "what-the-notifier-said",
    "direct-information", "history", "clear-account", "other-actions", "paper-file", "attach-documents",
}  # fmt: skip
OF_AN_ENQUIRY = OF_AN_EVENT - {"person-profiles", "roles", "paper-file"} | {
    "person-profiles-of-an-enquiry", "paper-file-of-an-enquiry",
}  # fmt: skip
OF_A_NOTIFICATION = OF_AN_EVENT | {
    "event", "form", "notification-section", "pre-notification-check", "forward", "approve", "no-delay", "feedback",
    "commence", "finish", "send", "transfer", "watch-the-tray",
}  # fmt: skip
OF_ANY_REPORT = OF_AN_EVENT | {"event", "police", "attach-correspondence", "forward", "approve", "feedback", "form"}
OF_ADDED_CONCERNS = IN_ICMS | {
    "new-persons", "form", "pre-notification-check", "submit", "approve", "reassign", "tell-by-e-mail",
    "tell-the-centre", "finish",
}  # fmt: skip

INTERVENTION = on_file("oi-1", "ongoing-intervention", {"ari": "subject child"}, "north", open="2024-11-01")
PENDING = on_file("ccr-9", "child-concern-report", {"ari": "subject child"}, "north", create="2025-02-28")


@pytest.mark.parametrize(
    ("case", "about", "acts"),
    [
        (one_home(), NORTH, OF_A_NOTIFICATION),
        (one_home(decisions=notified("c1", "24-hour")), NORTH, OF_A_NOTIFICATION | {"telephone"}),
        (one_home(decisions=reported("c1")), REPORT, OF_ANY_REPORT | {"pre-notification-check"}),
        (
            one_home(facts=(fact("duplicate-of", "EV-1", "c1"),)),
            "child-concern-report:c1",
            OF_ANY_REPORT
            | {
                "concerns-previously-recorded",
                "say-it-is-on-record",
                "no-criteria",
                "information-and-advice",
                "tell-the-centre",
            }
            | {"not-an-enquiry-or-note"},
        ),
        (
            one_home(decisions=(decided("response", "c1", "intake-enquiry"),)),
            "intake-enquiry:c1",
            OF_AN_ENQUIRY | {"event", "form", "police", "forward", "approve"},
        ),
        (
            one_home(decisions=(decided("response", "c1", "limited-intake"),)),
            "limited-intake-response:c1",
            {"form", "forward", "approve", "keep-hard-copy", "enter-in-idocs", "not-in-icms", "tell-scan-agency"},
        ),
        (
            one_home(decisions=reported("c1"), records=(INTERVENTION,)),
            "received-concerns-case-note:case",
            IN_ICMS | {"write", "say-it-is-a-notifier", "reasons", "record-consultation", "tell-the-case-officer"},
        ),
        (added(), "additional-notified-concerns:inv-1", OF_ADDED_CONCERNS | {"form-priority", "commence"}),
        (
            added(response="report", commence="2025-03-05"),
            "additional-notified-concerns:inv-1",
            OF_ADDED_CONCERNS | {"form-rationale"},
        ),
        (
            one_home(facts=(fact("identifiable", False), fact("attempts-to-identify-failed", True))),
            "unidentified-concerns:case",
            {"not-in-icms", "consult"},
        ),
        (
            one_home(decisions=(*reported("c1"), decided("combine-reports", "ccr-9", "combine")), records=(PENDING,)),
            "combined-report:ccr-9",
            IN_ICMS | {"combine", "approve"},
        ),
        (one_home(decisions=reported("c1"), records=(PENDING,)), "ccr-9", {"liaise"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_kind_of_record_asks_for_what_its_page_says(case: Case, about: str, acts: set[str]) -> None:
    assert set(duties(told(case), about)) == acts


def test_the_words_of_the_page_are_kept() -> None:
    found = duties(told(one_home()), NORTH)

    assert found["approve"] == "the senior team leader will approve the notification in ICMS"
    assert found["no-delay"].startswith("the senior team leader will not let the approval delay")
    assert found["finish"].startswith("the service centre every effort finish")
    assert found["notifier-nowhere-else"].startswith("the child safety officer must not identify the notifier")
    assert found["send"] == "the intake service will send the notification, to the service centre for Brisbane"


def test_duties_of_a_record_stand_in_the_order_of_the_work() -> None:
    for conclusion in compiled().program.conclusions:
        notes = [row.notes for row in conclusion.rows if conclusion.id.startswith("duties-")]
        assert [note.rank for note in notes] == sorted(note.rank for note in notes)


def test_what_comes_after_an_act_comes_after_one_of_the_program() -> None:
    notes = [row.notes for each in compiled().program.conclusions if each.id.startswith("duties-") for row in each.rows]
    assert {note.after for note in notes if note.after} <= {note.act for note in notes}


# The centre.


def test_with_two_areas_each_centre_works_together_with_the_other() -> None:
    found = told(two_homes())

    assert "the other centre, that for Toowoomba," in duties(found, NORTH)["work-together"]
    assert "the other centre, that for Brisbane," in duties(found, "notification:south")["work-together"]


def test_in_one_area_there_is_no_other_centre() -> None:
    found = told(two_homes(households=homes(north="Brisbane", south="Brisbane")))
    assert "work-together" not in duties(found, NORTH)


def test_where_no_area_is_known_the_centre_is_asked_and_the_telephone_is_not_forgotten() -> None:
    case = one_home(households=homes(north=""), decisions=notified("c1", "24-hour"))
    found = duties(told(case), NORTH)

    assert "ask-which-centre" in found
    assert found["transfer"].endswith("to the pending tray of the service centre for an area still to be asked")
    assert found["send"].endswith("to the service centre for an area still to be asked")
    assert found["telephone"].endswith("the service centre for an area still to be asked")
    assert "ask-for-an-address" in duties(told(case))


def test_a_centre_that_was_decided_is_the_one_where_nothing_else_says_which() -> None:
    unknown = one_home(
        households=homes(north=""), decisions=(*notified("c1"), decided("service-centre", NORTH, "Dalby"))
    )
    known = one_home(decisions=(*notified("c1"), decided("service-centre", NORTH, "Dalby")))

    assert duties(told(unknown), NORTH)["transfer"].endswith("the service centre for Dalby")
    assert duties(told(known), NORTH)["transfer"].endswith("the service centre for Brisbane")


def test_only_the_24_hour_concern_that_is_notified_is_telephoned_about() -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(*notified("c1"), *reported("c2")),
    )
    assert "telephone" not in duties(told(case, several_responses="the-notification"), NORTH)


def test_a_duplicate_goes_to_the_centre_of_the_childs_area() -> None:
    found = duties(told(one_home(facts=(fact("duplicate-of", "EV-1", "c1"),))), "child-concern-report:c1")

    assert found["tell-the-centre"].endswith("to the service centre for Brisbane")
    assert "(EV-1)" in found["concerns-previously-recorded"]


# What is owed about one person.


def test_the_unborn_child_has_the_surname_of_the_mother() -> None:
    case = one_home(
        people=(person("peg", "1997-07-27", "Example"), person("bump", "of peg")),
        residences=stays("peg north"),
        relationships=(),
        concerns=(concern("c1", "bump", "north", kind="risk"),),
    )
    found = duties(told(case), f"bump@{NORTH}")

    assert "'Unborn' and the surname Example" in found["unborn-name"]
    assert set(found) == {"unborn-profile", "unborn-name", "other-parent-to-learn"}
    assert "unborn-priority" in duties(told(case), NORTH)
    assert "category" not in duties(told(case), NORTH)


def test_a_surname_that_is_not_known_is_learnt() -> None:
    case = one_home(
        people=(person("peg", "1997-07-27"), person("bump", "of peg"), person("ari", "2014-05-02")),
        residences=stays("peg north", "ari north"),
        relationships=parents(peg="ari"),
        concerns=(concern("c1", "bump ari", "north", kind="risk"),),
    )
    assert "unborn-name-to-learn" in duties(told(case), f"bump@{NORTH}")
    assert "category" in duties(told(case), NORTH)


def self_placed(**parts: object) -> Case:
    """Return the case of Bix, sixteen, who chose to stay at the loft, where harm came to Bix."""
    usual = {
        "people": people(bix="2008-11-30", coe="1975-05-15"),
        "households": homes(farm="Toowoomba", loft="Brisbane"),
        "residences": stays("bix farm", "coe farm", "bix loft by-choice"),
        "relationships": parents(coe="bix"),
        "concerns": (concern("c1", "bix", "loft"),),
    }
    return one_home(**{**usual, **parts})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), "so far they are not shown to be able and willing?"),
        ((fact("protective-parent", True, "bix"),), "so far they are able and willing"),
        ((fact("protective-parent", False, "bix"),), "so far they are not shown to be able and willing"),
    ],
)
def test_the_parents_of_a_self_placed_young_person_are_assessed(facts: tuple[object, ...], expected: str) -> None:
    found = duties(told(self_placed(facts=facts)), "bix@notification:farm")
    assert found["assess-the-parents"].endswith(expected)


def test_the_parents_of_a_child_harmed_at_home_are_not_assessed_that_way() -> None:
    assert "assess-the-parents" not in duties(told(one_home()), f"ari@{NORTH}")


# Who and where the child is.


def test_what_is_missing_is_sought_and_the_last_resort_comes_last() -> None:
    found = duties(told(one_home(facts=(fact("address-known", False),))))

    assert "identify" in found and "last-resort" in found
    assert "request-whereabouts" not in found


def test_an_authorised_officer_may_ask_for_the_whereabouts() -> None:
    case = one_home(
        facts=(fact("address-known", False),), decisions=(*notified("c1"), decided("request-whereabouts", "case", True))
    )
    assert "request-whereabouts" in duties(told(case))


def test_siblings_share_a_case_note() -> None:
    interventions = on_file(
        "oi-1", "ongoing-intervention", {"ari": "subject child", "bo": "subject child"}, "north", open="2024-11-01"
    )
    case = one_home(
        people=people(ari="2014-05-02", bo="2016-05-02", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(concern("c1", "ari bo", "north"),),
        decisions=reported("c1"),
        records=(interventions,),
    )
    assert "share" in duties(told(case), "received-concerns-case-note:case")


def test_a_duplicate_without_a_known_area_still_goes_to_a_centre() -> None:
    case = one_home(households=homes(north=""), facts=(fact("duplicate-of", "EV-1", "c1"),))
    found = duties(told(case), "child-concern-report:c1")
    assert found["tell-the-centre"].endswith("to the service centre for an area still to be asked")


def test_what_nothing_links_to_a_child_is_asked_about_before_a_response_is_chosen() -> None:
    case = one_home(decisions=(), facts=(fact("identifiable", False), fact("attempts-to-identify-failed", True)))
    found = duties(told(case), "unidentified-concerns:case")
    assert found["consult"].startswith("the child safety officer must consult on where the record is kept")


@pytest.mark.parametrize(
    ("decisions", "page"), [(notified("c1"), "record-notification"), (reported("c1"), "child-concern-report")]
)
def test_a_record_without_a_household_rests_on_its_own_page_and_not_on_a_missing_address(
    decisions: tuple[DecisionEntry, ...], page: str
) -> None:
    case = one_home(decisions=decisions)
    away = tuple(attrs.evolve(each, place="elsewhere") for each in case.concerns)
    protected = attrs.evolve(case, concerns=away, facts=(*case.facts, fact("protective-parent", True, "ari")))
    (line,) = decide_case(protected, compiled()).about("goes")
    assert f"qld/{page}/event" in line.clauses
    assert "qld/no-identifying-information/no-address" not in line.clauses


def test_where_the_record_is_kept_stands_in_the_duty_once_it_is_decided() -> None:
    case = one_home(
        decisions=(*notified("c1"), decided("where-kept", "case", "the safe of the service")),
        facts=(fact("identifiable", False), fact("attempts-to-identify-failed", True)),
    )
    found = duties(told(case), "unidentified-concerns:case")
    assert found["keep"] == "the child safety officer must keep the record, to the safe of the service"


@pytest.mark.parametrize(("kind", "owed"), [("by-choice", False), ("full-time", False), ("visits", True)])
def test_an_address_is_asked_for_only_where_no_home_that_they_stay_in_has_one(kind: str, owed: bool) -> None:
    case = one_home(residences=stays(f"ari north {kind}", "mia north"))
    assert ("ask-for-an-address" in duties(told(case))) is owed
