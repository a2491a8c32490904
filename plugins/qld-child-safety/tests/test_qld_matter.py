"""Harm households, subjects, records and roles of Queensland in invented cases, and what is left open there."""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs
import pytest
from qld_cases import (
    RECEIVED,
    at,
    concern,
    decided,
    fact,
    homes,
    notified,
    on_file,
    one_home,
    parents,
    people,
    reported,
    stays,
    told,
)
from qld_matter import asked, harm_homes, parts, profiles, records, roles, subjects

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    DecisionEntry,
    Moment,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    Unknown,
)

NORTH = "notification:north"
SUBJECT, OTHER, PARENT, MEMBER = {"subject child"}, {"other child"}, {"parent"}, {"household member"}


def blamed(id: str, about: str, place: str, *who: str) -> ConcernEntry:
    """Return a concern of the day of receipt, for which somebody is said to be responsible."""
    return attrs.evolve(concern(id, about, place), responsible=who, occurred=at(RECEIVED))


def unrelated(*things: str) -> tuple[DecisionEntry, ...]:
    """Return the decisions that concerns do not relate to some children."""
    return tuple(decided("concerns-relate", thing, False) for thing in things)


# Harm outside every household.


def outside(**parts: object) -> Case:
    """Return the case of Ari, harmed outside every household."""
    return one_home(**{"concerns": (concern("c1", "ari", "elsewhere"),), "decisions": reported("c1"), **parts})


def test_a_protective_parent_who_is_given_keeps_the_home_from_being_a_harm_household() -> None:
    decision = told(outside(facts=(fact("protective-parent", True, "ari"),)))
    assert harm_homes(decision) == set()
    assert records(decision) == {"child-concern-report:c1"}
    assert roles(decision, "child-concern-report:c1") == {"ari": SUBJECT, "mia": PARENT}


def test_nobody_having_said_who_protects_the_home_is_proposed_and_asked() -> None:
    decision = told(outside())
    assert harm_homes(decision) == {"north?"}
    assert "protective-parent@ari" in asked(decision)


# Adolescents and infants.


def flat(about: str, *more: object, **changed: object) -> Case:
    """Return the case of Kit, who is sixteen, and of her baby Lou."""
    usual: dict[str, object] = {
        "people": people(kit="2008-07-07", lou="2024-11-11"),
        "households": homes(flat="Logan"),
        "residences": stays("kit flat", "lou flat"),
        "relationships": parents(kit="lou"),
        "concerns": (concern("c1", about, "flat"),),
        "decisions": (*notified("c1"), *more),
    }
    return one_home(**{**usual, **changed})


def test_an_adolescent_to_whom_the_concerns_do_not_relate_is_other_child_and_parent() -> None:
    decision = told(flat("lou", *unrelated("kit@flat")))
    assert roles(decision, "notification:flat") == {"kit": OTHER | PARENT, "lou": SUBJECT}


def test_a_parent_of_an_age_not_known_is_parent_whatever_her_age() -> None:
    case = flat("lou", people=people(kit="", lou="2024-11-11"))
    decision = told(attrs.evolve(case, decisions=(*case.decisions, *unrelated("kit@flat"))))
    assert roles(decision, "notification:flat")["kit"] >= PARENT


def test_adolescent_and_infant_have_an_event_each_with_the_roles_crossed() -> None:
    decision = told(flat("kit lou"))
    assert records(decision) == {"notification:flat", "notification:flat/lou"}
    assert roles(decision, "notification:flat") == {"kit": SUBJECT, "lou": OTHER}
    assert roles(decision, "notification:flat/lou") == {"kit": PARENT, "lou": SUBJECT}


def test_the_roles_cross_too_where_adolescent_and_infant_live_apart() -> None:
    apart = {
        "households": homes(flat="Logan", nest="Ipswich"),
        "residences": stays("kit flat", "lou nest"),
        "concerns": (concern("c1", "kit", "flat"), concern("c2", "lou", "nest")),
        "decisions": notified("c1 c2"),
    }
    decision = told(flat("kit", **apart))
    assert roles(decision, "notification:flat") == {"kit": SUBJECT, "lou": OTHER}
    assert roles(decision, "notification:nest") == {"kit": PARENT, "lou": SUBJECT}


def test_an_unborn_child_shares_the_notification_of_its_mother() -> None:
    decision = told(flat("kit lou", people=people(kit="2008-07-07", lou="of kit"), residences=stays("kit flat")))
    assert records(decision) == {"notification:flat"}
    assert roles(decision, "notification:flat") == {"kit": SUBJECT, "lou": SUBJECT}


# Children who are said to be responsible.


def siblings(**changed: object) -> Case:
    """Return the case of Kai, eleven, harmed by Pa and said to have harmed his brother Sam."""
    usual: dict[str, object] = {
        "people": people(kai="2014-01-01", sam="2017-01-01", pa="1980-01-01"),
        "residences": stays("kai north", "sam north", "pa north"),
        "relationships": parents(pa="kai sam"),
        "concerns": (blamed("c1", "kai", "north", "pa"), blamed("c2", "sam", "north", "kai")),
        "decisions": notified("c1 c2"),
    }
    return one_home(**{**usual, **changed})


def test_a_subject_of_ten_who_harmed_a_sibling_has_an_event_of_their_own() -> None:
    decision = told(siblings())
    assert records(decision) == {NORTH, "notification:north/kai"}
    assert roles(decision, NORTH) == {"kai": OTHER, "sam": SUBJECT, "pa": PARENT}
    assert roles(decision, "notification:north/kai") == {"kai": SUBJECT, "sam": OTHER, "pa": PARENT}


def test_a_subject_elsewhere_who_harmed_a_sibling_is_other_child_in_the_record_of_the_sibling() -> None:
    apart = {
        "households": homes(north="Logan", south="Ipswich"),
        "residences": stays("kai south", "sam north", "pa north"),
        "concerns": (blamed("c1", "kai", "south", "pa"), blamed("c2", "sam", "north", "kai")),
    }
    decision = told(siblings(**apart))
    assert roles(decision, NORTH) == {"kai": OTHER, "sam": SUBJECT, "pa": PARENT}
    assert roles(decision, "notification:south")["kai"] == SUBJECT


def test_an_age_not_known_leaves_only_the_own_event_open() -> None:
    decision = told(siblings(people=people(kai="", sam="2017-01-01", pa="1980-01-01")))
    assert NORTH in records(decision)
    assert "notification:north/kai?" in records(decision)
    assert "born@kai" in asked(decision)


# Who was there, who lived there, who is named.


def moved(**changed: object) -> Case:
    """Return the case of Ari, harmed where he lived with Mia, and living with Leo since, who protects."""
    usual: dict[str, object] = {
        "people": people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09"),
        "households": homes(north="Logan", south="Cairns"),
        "residences": (*_moved("ari", "north", "south"), *stays("mia north", "leo south")),
        "relationships": parents(mia="ari", leo="ari"),
        "facts": (fact("protective-parent", True, "ari"),),
    }
    return one_home(**{**usual, **changed})


def _moved(who: str, old: str, new: str) -> tuple[ResidenceEntry, ResidenceEntry]:
    """Return two stays, full-time, of somebody who moved on 10 February 2025."""
    before, since = stays(f"{who} {old}", f"{who} {new}")
    return attrs.evolve(before, until=dt.date(2025, 2, 9)), attrs.evolve(since, from_=dt.date(2025, 2, 10))


HARMED: Final = Moment(dt.date(2025, 2, 1))
VISITING: Final = attrs.evolve(stays("ari north visits")[0], from_=dt.date(2025, 2, 10))


def happened(place: str, occurred: Moment | Unknown) -> tuple[ConcernEntry, ...]:
    return (attrs.evolve(concern("c1", "ari", place), occurred=occurred),)


def test_who_was_harmed_at_home_is_a_subject_though_they_have_moved_out() -> None:
    decision = told(moved(concerns=happened("north", HARMED)))
    assert roles(decision, NORTH) == {"ari": SUBJECT, "mia": PARENT, "leo": PARENT}


def test_who_may_have_moved_out_before_it_happened_is_a_subject_until_the_day_is_known() -> None:
    decision = told(moved())
    assert subjects(decision) == {"ari@north?"}
    assert "lived-then@c1@ari@north" in asked(decision)


@pytest.mark.parametrize("reading", ["receipt", "decision"])
def test_by_another_reading_who_has_moved_out_is_a_visitor(reading: str) -> None:
    assert subjects(told(moved(concerns=happened("north", HARMED)), residence_day=reading)) == set()


def test_who_visits_now_lived_there_when_it_happened_or_was_a_visitor_if_nobody_knows_when_it_was() -> None:
    case = moved()
    visiting = attrs.evolve(case, residences=(*case.residences, VISITING))
    assert subjects(told(visiting)) == set()
    dated = attrs.evolve(visiting, concerns=happened("north", HARMED))
    assert subjects(told(dated)) == {"ari@north"}
    assert subjects(told(dated, residence_day="receipt")) == set()


def test_who_moved_in_after_it_happened_was_a_visitor_then_to_whom_the_concerns_may_relate() -> None:
    case = moved(concerns=happened("south", HARMED))
    assert subjects(told(case)) == {"ari@south?"}
    assert "concerns-relate@ari@south" in asked(told(case))
    for reading in ("receipt", "decision"):
        assert subjects(told(case, residence_day=reading)) == {"ari@south"}


def test_a_guardian_a_host_and_the_one_said_to_be_responsible_have_a_profile() -> None:
    case = one_home(
        people=people(ari="2014-05-02", mia="1986-01-20", rob="1980-01-01", gus="1960-02-02"),
        households=homes(north="Logan", robs="Ipswich"),
        residences=(*_moved("rob", "north", "robs"), *stays("ari north", "mia north", "gus robs")),
        relationships=(*parents(mia="ari"), RelationshipEntry(from_="gus", to="ari", kind=RelationshipKind.GUARDIAN)),
        concerns=(blamed("c1", "ari", "north", "rob"),),
    )
    decision = told(case)
    assert profiles(decision, NORTH) == {"ari", "mia", "rob", "gus"}
    assert set(roles(decision, NORTH)) == {"ari", "mia"}


# Duplicates, and what one concern says of two children.


def test_everybody_where_a_duplicate_happened_has_a_role_or_a_question() -> None:
    case = one_home(
        people=people(ari="2014-05-02", bo="2016-03-03", mia="1986-01-20", gran="1950-01-01"),
        residences=stays("ari north", "bo north", "mia north", "gran north"),
        relationships=(*parents(mia="ari bo"), *parents(gran="mia")),
        facts=(fact("duplicate-of", "EV-1", "c1"),),
    )
    record = "child-concern-report:c1"
    open_about_bo = roles(told(case), record)
    assert open_about_bo == {"ari": SUBJECT, "mia": PARENT, "gran": MEMBER, "bo": {"subject child?"}}
    unrelated_to_bo = attrs.evolve(case, decisions=(*case.decisions, *unrelated("bo@north")))
    assert roles(told(unrelated_to_bo), record)["bo"] == OTHER


def sliced(*concerns: ConcernEntry) -> Case:
    """Return the case of Jem, for whom an ongoing intervention is open, and of Lev."""
    return one_home(
        people=people(jem="2015-01-01", lev="2017-01-01", mia="1986-01-20"),
        residences=stays("jem north", "lev north", "mia north"),
        relationships=parents(mia="jem lev"),
        concerns=concerns,
        decisions=reported(" ".join(each.id for each in concerns)),
        records=(on_file("oi-1", "ongoing-intervention", {"jem": "subject child"}, "north", open="2024-11-01"),),
        facts=(fact("ongoing-intervention", False, "lev"),),
    )


def test_the_same_facts_in_one_concern_or_in_two_give_the_same_records_and_roles() -> None:
    together = told(sliced(concern("c1", "jem lev", "north")))
    apart = told(sliced(concern("c1", "jem", "north"), concern("c2", "lev", "north")))
    assert parts(together) == {"c1@jem: received-concerns-case-note:case", "c1@lev: child-concern-report:north"}
    assert records(together) == records(apart)
    for record in records(together):
        assert roles(together, record) == roles(apart, record)


# What is not known of the records.


def test_an_intervention_is_taken_as_not_open_and_asked_where_it_is_said_to_be_unknown() -> None:
    report = {"child-concern-report:north"}
    assert records(told(one_home(decisions=reported("c1")))) == report
    decision = told(one_home(decisions=reported("c1"), facts=(fact("ongoing-intervention", UNKNOWN, "ari"),)))
    assert records(decision) == {"child-concern-report:north?"}
    assert "ongoing-intervention@ari" in asked(decision)
    noted = told(one_home(decisions=reported("c1"), facts=(fact("ongoing-intervention", True, "ari"),)))
    assert records(noted) == {"received-concerns-case-note:case"}


def test_nobody_identified_is_kept_outside_icms_under_every_response() -> None:
    case = one_home(
        people=people(ari=""),
        residences=(),
        relationships=(),
        concerns=(ConcernEntry(id="c1", about=("ari",), kind=ConcernKind.HARM, place="elsewhere"),),
        decisions=(),
        facts=(fact("identifiable", False), fact("attempts-to-identify-failed", True)),
    )
    assert "unidentified-concerns:case" in records(told(case))


# A concern about an adult of the household goes with it.


def test_a_concern_about_an_adult_goes_into_the_common_record_whatever_the_ages_of_the_children() -> None:
    case = one_home(
        people=people(ari="", bo="", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari", ari="bo"),
        concerns=(concern("c1", "mia", "north"),),
    )
    assert parts(told(case)) == {"c1@mia: notification:north"}


# A birthday on 29 February.


@pytest.mark.parametrize(("received", "own"), [("2026-02-28", False), ("2026-03-01", True)])
def test_a_child_born_on_29_february_is_ten_on_1_march(received: str, *, own: bool) -> None:
    case = one_home(
        f"{received}T10:15+10:00",
        people=people(kai="2016-02-29", lu="2019-05-05", mia="1986-01-20"),
        households=homes(home="Logan"),
        residences=stays("kai home", "lu home", "mia home"),
        relationships=parents(mia="kai lu"),
        concerns=(
            concern("c1", "kai", "home"),
            attrs.evolve(blamed("c2", "lu", "home", "kai"), occurred=at(f"{received}T08:00+10:00")),
        ),
        decisions=notified("c1 c2", moment=f"{received}T14:00+10:00"),
    )
    assert ("notification:home/kai" in records(told(case))) is own
