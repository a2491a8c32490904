"""Everybody an incident names has a role; each client alive is looked after by name; whose knowledge and hold count."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import INQUIRY, REPORT, at, decided, due, duties, holds, incident, records, state

from cimscore.assessment import Decision
from cimscore.case import UNKNOWN, Actor, Case, Unknown

HURT = {"needs_medical_attention": {"cal": True, "dan": False}}
ABUSE = {
    "accused": "kim",
    "position": {"kim": "staff"},
    "incident_type": "physical-abuse",
    "site": "elsewhere",
}
ENDORSED = ["submit 2025-03-04T10:00+11:00 staff member", "endorse 2025-03-06T10:00+11:00 authorised delegate"]


def owed(decision: Decision, act: str) -> set[str]:
    """Return to whom, or for what, an act is owed; the detail of its words."""
    return {str(line.things[-1]) for line in decision.of_topic("duties") if str(line.things[-2]) == act}


def roles(decision: Decision, record: str) -> set[str]:
    """Return who is what in a record."""
    return {f"{who} {role}" for who, found, role in (map(str, line.things) for line in decision.about("role"))
            if found == record}  # fmt: skip


def seen_by(case: Case, *people: str) -> Case:
    """Return a case in which somebody else was there."""
    known = (*case.people, *(attrs.evolve(case.people[0], id=id) for id in people))
    return attrs.evolve(case, people=known, concerns=(attrs.evolve(case.concerns[0], present=people),))


def test_each_client_is_looked_after_by_name() -> None:
    found = decided(incident(about="cal dan", **HURT))
    assert owed(found, "make-safe") == owed(found, "acknowledge") == owed(found, "assure") == {"cal", "dan"}
    assert owed(found, "medical-attention") == {"cal"}


def test_by_another_reading_one_response_is_owed_to_them_all() -> None:
    found = decided(incident(about="cal dan", **HURT), immediate_response_to="incident")
    assert owed(found, "make-safe") == {"each client affected"}
    assert owed(found, "medical-attention") == {"each client who needs it"}


def test_to_make_safe_comes_first() -> None:
    said = [says for says, _ in decided(incident(about="cal dan", **HURT)).duties]
    assert "make sure that" in said[0]
    assert "make sure that" in said[1]
    assert "medical attention" in said[2]


def test_one_of_two_clients_who_died_is_owed_nothing_and_the_other_all() -> None:
    found = decided(incident(about="cal dan", has_died={"cal": True}, **HURT))
    assert owed(found, "make-safe") == owed(found, "assure") == {"dan"}
    assert owed(found, "medical-attention") == set()


def test_the_one_client_of_a_death_has_died_without_more_words() -> None:
    assert duties(decided(incident(incident_type="death")), "c1") == {"find-out", "more-than-the-five"}


def test_of_several_clients_of_a_death_who_died_is_to_be_said() -> None:
    found = decided(incident(about="cal dan", incident_type="death", **HURT))
    assert holds(found, "who-died-is-not-said", "c1") == "certain"
    assert owed(found, "make-safe") == {"cal", "dan"}
    said = decided(incident(about="cal dan", incident_type="death", has_died={"dan": True}, **HURT))
    assert holds(said, "who-died-is-not-said", "c1") == ""


def test_a_death_that_no_incident_is_told_as_is_told_to_be_of_a_type_of_its_own() -> None:
    found = decided(incident(incident_type="injury-unexplained", has_died={"cal": True}, **HURT))
    assert holds(found, "died-since", "cal", "c1") == "certain"
    for told in ({"incident_type": "death", "has_died": {"cal": True}}, {"incident_type": "injury-unexplained"}):
        assert holds(decided(incident(**told, **HURT)), "died-since", "cal", "c1") == ""
    of_no_type_yet = incident(incident_type=None, has_died={"cal": True}, **HURT)
    assert holds(decided(of_no_type_yet), "died-since", "cal", "c1") == "provisional"


@pytest.mark.parametrize("record", [REPORT, INQUIRY])
def test_everybody_named_has_a_role_in_the_report_and_in_the_investigation(record: str) -> None:
    found = decided(seen_by(incident(reported_to_police=False, **ABUSE), "eve"))
    named = {"cal client", "kim subject of allegation", "eve present when it happened"}
    assert records(found) == {REPORT, INQUIRY}
    assert roles(found, record) == named
    assert [law.id for law in found.laws] == []


def test_somebody_who_was_there_and_is_a_client_is_a_client_alone() -> None:
    case = incident()
    found = decided(attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], present=("cal",)),)))
    assert roles(found, REPORT) == {"cal client"}


@pytest.mark.parametrize(
    ("day", "role"), [("2019-10-01", "alleged perpetrator"), ("2021-03-02", "subject of allegation")]
)
def test_a_report_under_the_guide_names_people_in_the_words_of_its_day(day: str, role: str) -> None:
    case = incident(
        f"{day}T10:00+10:00", accused="kim", position={"kim": "other"}, was_a_client_incident=True,
        service_in_scope_then=True, moves=[f"submit {day}T12:00+10:00 staff member"],
    )  # fmt: skip
    found = decided(seen_by(case, "eve"))
    assert roles(found, REPORT) == {"cal client", f"kim {role}", "eve present when it happened"}


@pytest.mark.parametrize(("reading", "day"), [("not-disclosed", "2025-03-13 24:00"), ("disclosed", "2025-03-06 24:00")])
def test_whether_the_knowledge_of_the_accused_alone_starts_the_clock_is_a_reading(reading: str, day: str) -> None:
    knew = {"only_the_accused_knew": {"c1": True}, "known_to_others": {"c1": at("2025-03-10T10:00+11:00")}}
    case = incident("2025-03-03T10:00+11:00", "2025-03-10T10:00+11:00", disclosed="2025-03-03T10:00+11:00",
                    **{**ABUSE, **knew})  # fmt: skip
    assert due(decided(case, accused_knows=reading), "report") == day


def test_where_others_knew_the_reading_changes_nothing() -> None:
    days = {due(decided(incident(**ABUSE), accused_knows=it), "report") for it in ("not-disclosed", "disclosed")}
    assert days == {"2025-03-06 24:00"}


@pytest.mark.parametrize(
    ("cleared", "reading", "clock", "day"),
    [
        ("2025-04-01", "go-on", "investigate", "2025-04-16 24:00"),
        ("2025-04-01", "from-the-clearing", "investigate-once-cleared", "2025-05-14 24:00"),
        ("2025-03-05", "from-the-clearing", "investigate-once-cleared", "2025-04-16 24:00"),
    ],
)
def test_whether_the_days_go_on_while_the_police_have_it_is_a_reading(
    cleared: str, reading: str, clock: str, day: str
) -> None:
    case = incident(
        reported_to_police=True, cleared_by_police=True, moves=ENDORSED,
        inquiry=[f"clear {cleared}T10:00+11:00 police"], **ABUSE,
    )  # fmt: skip
    found = decided(case, police_hold=reading)
    assert due(found, clock) == day
    assert [each.id for each in found.clocks] == ["report", clock]


def test_by_that_reading_the_clock_waits_for_the_clearing() -> None:
    held = incident(reported_to_police=True, cleared_by_police=False, moves=ENDORSED, **ABUSE)
    found = decided(held, police_hold="from-the-clearing")
    assert state(found, "investigate-once-cleared") == {"waiting": "certain"}
    assert [law.id for law in found.laws] == []


def test_when_the_police_cleared_it_is_asked_where_no_move_says_so() -> None:
    case = incident(reported_to_police=True, cleared_by_police=True, moves=ENDORSED, **ABUSE)
    asked = {point.address for point in decided(case, police_hold="from-the-clearing").points}
    assert asked == {"vic-cims/cleared-at@c1"}
    assert decided(case).points == ()


@pytest.mark.parametrize("reading", ["go-on", "from-the-clearing"])
def test_what_the_police_never_had_counts_from_the_endorsement_by_either_reading(reading: str) -> None:
    case = incident(reported_to_police=False, moves=ENDORSED, **ABUSE)
    assert due(decided(case, police_hold=reading), "investigate") == "2025-04-16 24:00"


def endorsed(by: str | Actor | Unknown, maker: str | Actor = "staff member") -> Case:
    """Return the case of abuse by Kim whose report somebody made and somebody endorsed."""
    case = incident(moves=ENDORSED, reported_to_police=False, **ABUSE)
    record = case.records[0]
    submitted, endorsing = record.moves
    moves = (attrs.evolve(submitted, by=maker), attrs.evolve(endorsing, by=by))
    return attrs.evolve(case, records=(attrs.evolve(record, moves=moves),))


def warnings(decision: Decision) -> set[str]:
    """Return the ids of what somebody should look at."""
    return {line.id for line in decision.conclusions if line.warns}


KIM = Actor(person="kim", role="authorised delegate")


@pytest.mark.parametrize(
    ("by", "maker", "told"),
    [
        (KIM, "staff member", {"handled-by-the-accused"}),
        (KIM, Actor(person="kim", role="staff member"), {"handled-by-the-accused", "handled-by-its-maker"}),
        (
            Actor(person="cal", role="authorised delegate"),
            Actor(person="cal"),
            {"handled-by-its-maker", "made-by-another"},
        ),
        (Actor(person="cal", role="authorised delegate"), KIM, set()),
        ("authorised delegate", "kim", set()),
    ],
)
def test_a_delegate_who_is_accused_or_made_the_report_is_told_and_bars_nothing(
    by: str | Actor, maker: str | Actor, told: set[str]
) -> None:
    found = decided(endorsed(by, maker))
    assert warnings(found) == told
    assert due(found, "investigate") == "2025-04-16 24:00"


def test_who_endorsed_it_is_asked_where_it_is_not_known() -> None:
    found = decided(endorsed(Actor(person=UNKNOWN, role="authorised delegate")))
    changes = {point.address: [answer for answer, _, _ in point.changes] for point in found.points}
    assert changes == {"person@incident-report:c1@endorse": ["kim"]}
    assert due(found, "investigate") == "2025-04-16 24:00"


@pytest.mark.parametrize(("named", "expected"), [("Otter House", 2), (None, 1)])
def test_the_organisation_of_the_home_where_it_happened_is_named(named: str | None, expected: int) -> None:
    home = {"place": "west", "homes": {"west": "cal"}, "placement": {"west": True}, "service": "out-of-home-care"}
    case = incident(organisation={"west": named} if named else None, **home)
    told = [str(line.things[1]) for line in decided(case).about("who-reports")]
    assert len(told) == expected
    assert ("Otter House" in told) is bool(named)


def test_an_organisation_named_of_a_home_that_is_no_placement_does_not_report() -> None:
    home = {"place": "west", "homes": {"west": "cal"}, "organisation": {"west": "Otter House"}}
    told = [str(line.things[1]) for line in decided(incident(service="family-violence", **home)).about("who-reports")]
    assert told == ["the organisation that was delivering its service"]
