"""Where people live and where things happen, as people tell it: nothing is lost by it, nothing is asked twice."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import brings, case_of, clocks, decided, owed, question, records, roles, rulebook, standing

from cimscore.assessment import Decision, DecisionState, decide_case
from cimscore.case import UNKNOWN, Case, Moment, PlaceKind, State, Unknown
from cimscore.testing import unsound

ASKED = "ask whether an address, or another way to find the child, is known"


def addresses(name: str) -> list[str]:
    return [point.address for point in decided(name).points]


def test_a_family_that_sleeps_in_a_car_has_its_record_its_clocks_and_the_duty_to_find_it() -> None:
    decision = decided("no-home-car")
    assert records(decision) == {"notification:c1": "certain"}
    assert roles(decision, "notification:c1") == {"ari subject child": "certain", "mia parent": "certain"}
    assert clocks(decision, "c1", "ari")["approve"] == "Tuesday 4 March 2025, 14:00: certain"
    assert owed(decision, ASKED) == "certain"
    assert not [address for address in addresses("no-home-car") if address.startswith(("home", "place"))]


def test_a_home_that_is_not_said_is_open_where_no_home_is_certain() -> None:
    case = case_of("no-home-car")
    people = tuple(attrs.evolve(person, home=None, sleeps="") for person in case.people)
    north = case_of("father-inside").households
    decision = decide_case(
        attrs.evolve(case, people=people, households=north), rulebook().program("qld-child-safety").compiled
    )
    assert records(decision) != {}
    assert any(point.address == "homes@ari" for point in decision.points)


def test_a_motel_room_is_a_household_whose_area_is_not_known_and_its_name_is_said_once() -> None:
    decision = decided("motel")
    assert records(decision) == {"notification:motel": "certain"}
    assert roles(decision, "notification:motel")["ari subject child"] == "certain"
    assert owed(decision, ASKED) == "certain"
    asked = question(decision, "qld-child-safety/service-centre@notification:motel").asks
    assert "notification of a motel room? The facts name none, or several." in asked


def test_a_baby_in_hospital_since_birth_is_a_subject_of_the_home_the_concern_is_about() -> None:
    decision = decided("in-hospital-since-birth")
    assert records(decision) == {"notification:north": "certain"}
    assert roles(decision, "notification:north") == {"bub subject child": "certain", "mia parent": "certain"}
    assert owed(decision, ASKED) == "certain"


def test_a_teenager_who_left_is_a_subject_where_the_harm_was_and_an_address_is_asked_for() -> None:
    decision = decided("couch-surfing")
    assert roles(decision, "notification:north")["ari subject child"] == "certain"
    assert owed(decision, ASKED) == "certain"


def test_a_father_in_custody_is_a_parent_and_nobody_asks_in_which_household_he_lives() -> None:
    decision = decided("father-inside")
    assert decision.state is DecisionState.FINAL
    assert roles(decision, "notification:north")["leo parent"] == "certain"
    assert addresses("father-inside") == []


def test_where_it_happened_is_worked_with_as_the_home_of_that_day() -> None:
    decision = decided("moved-twice")
    assert question(decision, "place@c1").working == "nans"
    assert records(decision)["notification:nans"] == "provisional"
    assert roles(decision, "notification:nans")["ari subject child"] == "provisional"
    assert clocks(decision, "c1", "ari")["approve"] == "Thursday 6 March 2025, end of day: certain"


def with_day(occurred: Moment | Unknown) -> Decision:
    """Return the decision about the brother who moved out, with another day of the harm."""
    case = case_of("moved-out-since-the-harm")
    concerns = tuple(attrs.evolve(concern, occurred=occurred) for concern in case.concerns)
    return decide_case(attrs.evolve(case, concerns=concerns), rulebook().program("qld-child-safety").compiled)


def test_a_brother_who_lived_there_at_the_time_of_the_harm_is_weighed_where_it_happened() -> None:
    decision = decided("moved-out-since-the-harm")
    relates = question(decision, "qld-child-safety/concerns-relate@oz@home")
    assert roles(decision, "notification:home") == {
        "kai subject child": "certain",
        "oz subject child": "provisional",
        "mia parent": "certain",
    }
    assert [point.address for point in decision.points] == [relates.address]
    assert "Oz Example is other child in notification of home" in brings(relates, "no")
    assert clocks(decision, "c1", "kai")["approve"] == "Tuesday 4 March 2025, 11:00: certain"


def test_a_brother_who_had_moved_out_before_the_harm_is_in_no_record_and_nobody_asks_about_him() -> None:
    decision = with_day(Moment(dt.date(2025, 3, 1)))
    assert roles(decision, "notification:home").keys() == {"kai subject child", "mia parent"}
    assert [person.person for person in decision.unplaced] == ["nan", "oz"]
    assert not [point for point in decision.points if "oz" in point.address]


def test_a_brother_who_may_have_moved_out_before_the_harm_is_asked_about_and_worked_with_as_there() -> None:
    decision = with_day(UNKNOWN)
    assert question(decision, "lived-then@c1@oz@home").working == "yes"
    assert roles(decision, "notification:home")["oz subject child"] == "provisional"


def test_by_the_day_of_receipt_a_brother_who_has_moved_out_is_of_the_household_no_more() -> None:
    decision = decided("moved-out-since-the-harm", readings={"residence-day": "receipt"})
    assert roles(decision, "notification:home").keys() == {"kai subject child", "mia parent"}


def test_turns_of_which_the_week_is_not_known_are_two_homes_all_the_same() -> None:
    decision = decided("whose-week")
    assert decision.state is DecisionState.FINAL
    assert roles(decision, "notification:south")["ari subject child"] == "certain"


def test_turns_of_which_not_even_the_sort_is_known_leave_the_stay_open() -> None:
    case = case_of("whose-week")
    stays = tuple(attrs.evolve(stay, kind=UNKNOWN) if stay.rota else stay for stay in case.residences)
    decision = decide_case(attrs.evolve(case, residences=stays), rulebook().program("qld-child-safety").compiled)
    assert records(decision)["notification:south"] == "provisional"
    assert clocks(decision, "c1", "ari")["approve"] == clocks(decided("whose-week"), "c1", "ari")["approve"]
    assert question(decision, "stay@ari@south").working == "part-time"


@pytest.mark.parametrize("name", ["tweed-heads", "over-the-border"])
def test_a_household_in_another_state_has_no_centre_of_this_one_whether_its_name_or_its_state_says_so(
    name: str,
) -> None:
    decision = decided(name)
    assert owed(decision, "ask which service centre is the relevant one") == "certain"
    assert owed(decision, "service centre for Tweed Heads") == ""
    assert standing(decision, "counted-at", "c1", "ari", "Tweed Heads") == ""


def test_a_state_that_is_not_known_is_worked_with_as_this_one_and_asked() -> None:
    decision = decided("perhaps-over-the-border")
    asked = question(decision, "state@tweed")
    assert asked.working == "queensland"
    assert owed(decision, "send the notification, to the service centre for Tweed Heads") == "provisional"


def test_a_state_that_is_stated_outweighs_the_name_of_the_area() -> None:
    case = case_of("tweed-heads")
    homes = tuple(attrs.evolve(home, state=State.QUEENSLAND) for home in case.households)
    decision = decide_case(attrs.evolve(case, households=homes), rulebook().program("qld-child-safety").compiled)
    assert owed(decision, "send the notification, to the service centre for Tweed Heads, New South Wales") == "certain"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("new-south-wales", "between Thursday 9 October 2025"),
        ("victoria", "between Wednesday 8 October"),
    ],
)
def test_the_service_site_says_whose_days_count(state: str, said: str) -> None:
    case = case_of("vic-service-site")
    area = {"victoria": "Ballarat"}.get(state, "Albury")
    places = tuple(attrs.evolve(place, state=State(state), area=area) for place in case.places)
    decision = decide_case(attrs.evolve(case, places=places), rulebook().program("vic-cims").compiled)
    assert str(clocks(decision, "i1")["report"]).startswith(said)
    assert "vic-cims/site@case" not in [point.address for point in decision.points]


@pytest.mark.parametrize("kind", [PlaceKind.PARK, UNKNOWN])
def test_a_place_that_is_perhaps_no_service_site_leaves_the_site_to_be_asked(kind: PlaceKind | Unknown) -> None:
    case = case_of("vic-service-site")
    places = tuple(attrs.evolve(place, kind=kind, state=None) for place in case.places)
    decision = decide_case(attrs.evolve(case, places=places), rulebook().program("vic-cims").compiled)
    assert records(decision) == records(decided("vic-service-site"))
    assert "vic-cims/site@case" in [point.address for point in decision.points]


def test_the_service_site_says_in_which_state_supports_are_delivered() -> None:
    by_question, by_place = decided("vic-ndis-in-queensland"), decided("ndis-service-site")
    assert clocks(by_place, "i1") == clocks(by_question, "i1")
    assert "ndis-incidents/state@case" not in [point.address for point in by_place.points]


def test_a_rota_changes_nothing_that_a_stay_without_one_of_the_same_kind_gives() -> None:
    case = case_of("whose-week")
    plain = _without_rotas(case)
    compiled = rulebook().program("qld-child-safety").compiled
    assert records(decide_case(case, compiled)) == records(decide_case(plain, compiled))


def _without_rotas(case: Case) -> Case:
    return attrs.evolve(case, residences=tuple(attrs.evolve(stay, rota=None) for stay in case.residences))


DOCUMENTS = (
    "couch-surfing",
    "father-inside",
    "in-hospital-since-birth",
    "moved-out-since-the-harm",
    "moved-twice",
    "ndis-service-site",
    "no-home-car",
    "perhaps-over-the-border",
    "placed-from-the-ward",
    "vic-service-site",
    "whose-week",
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_less_of_where_people_live_is_never_wrong(name: str) -> None:
    assert list(unsound(case_of(name), rulebook(), most=4)) == []


@pytest.mark.parametrize("reading", ["receipt", "decision"])
def test_less_is_never_wrong_by_another_day_of_residence(reading: str) -> None:
    readings = {"qld-child-safety/residence-day": reading}
    assert list(unsound(case_of("moved-father-protects"), rulebook(), readings=readings, most=4)) == []


def test_a_young_person_harmed_where_they_chose_to_stay_is_a_subject_in_the_home_of_their_parent() -> None:
    decision = decided("self-placed-in-a-household")

    assert records(decision) == {"notification:mums": "certain"}
    assert roles(decision, "notification:mums") == {
        "fi subject child": "provisional",
        "jo subject child": "certain",
        "mum parent": "certain",
    }


def test_whether_they_chose_to_stay_there_is_asked_until_it_is_decided() -> None:
    case = case_of("self-placed-in-a-household")
    unanswered = [entry for entry in case.decisions if not entry.question.endswith("self-placed")]
    decision = decide_case(
        attrs.evolve(case, decisions=tuple(unanswered)), rulebook().program("qld-child-safety").compiled
    )

    asked = question(decision, "qld-child-safety/self-placed@jo")
    assert asked.working == "yes"
    assert records(decision) == {"notification:mums": "provisional"}
