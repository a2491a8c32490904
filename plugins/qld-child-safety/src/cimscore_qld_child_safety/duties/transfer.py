"""Where a notification goes, and the open investigation that comes of it."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import ConcernIn, Duty, Facts, Household, Person, PersonIn, Record, Ruleset, Topic
from cimscore_qld_child_safety.conditions.carriage import is_carried
from cimscore_qld_child_safety.conditions.parts import where_it_happened
from cimscore_qld_child_safety.conditions.record_kinds import is_notification
from cimscore_qld_child_safety.priorities import is_to_start_within_24_hours
from cimscore_qld_child_safety.questions import CENTRE
from cimscore_qld_child_safety.readings.records import RELEVANT_CENTRE, RelevantCentre
from cimscore_qld_child_safety.roles import ROLES
from cimscore_qld_child_safety.words import THE_CENTRE, THE_INTAKE_SERVICE, EventRole, Kind

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def has_a_household(facts: Facts, record: Record) -> bool:
    """it is of a harm household"""
    return isinstance(record.of, Household)


def area_of(facts: Facts, record: Record) -> str:
    """The area of the household a record is of; asked for where there is none."""
    return facts.home.area(record.of) if isinstance(record.of, Household) else facts.ask(CENTRE, record)


def was_harmed_in_one_of_two_homes_there(facts: Facts, who: PersonIn) -> bool:
    """a subject child of it lives in two households, and the harm was in the area of the centre it goes to"""
    if facts.found(ROLES, who) is not EventRole.SUBJECT_CHILD or not facts.home.shared_care(who.person):
        return False
    return lies_in(facts, homes_that_count(facts, who.person, who.record), relevant_area(facts, who.record))


def lives_in_one_home_there(facts: Facts, who: PersonIn) -> bool:
    """a subject child of it lives in one household, in the area of the centre it goes to"""
    if facts.found(ROLES, who) is not EventRole.SUBJECT_CHILD or facts.home.shared_care(who.person):
        return False
    return lies_in(facts, facts.home.homes(who.person), relevant_area(facts, who.record))


def lies_in(facts: Facts, households: tuple[Household, ...], area: str) -> bool:
    """Whether one of these households lies in an area."""
    return any(facts.home.area(household) == area for household in households)


def goes_where_the_harm_was(facts: Facts, record: Record) -> bool:
    """it goes to the centre of the area in which a subject child with two homes came to harm"""
    return facts.some((PersonIn(it, record) for it in facts.people()), was_harmed_in_one_of_two_homes_there)


def goes_where_a_child_lives(facts: Facts, record: Record) -> bool:
    """it goes to the centre of the area in which a subject child with one home lives"""
    return facts.some((PersonIn(it, record) for it in facts.people()), lives_in_one_home_there)


def relevant_area(facts: Facts, record: Record) -> str:
    """The area of the service centre that an investigation is transferred to."""
    if facts.reading(RELEVANT_CENTRE) is RelevantCentre.HARM_HOUSEHOLD:
        return area_of(facts, record)
    people = [it for it in facts.people() if facts.found(ROLES, PersonIn(it, record)) is EventRole.SUBJECT_CHILD]
    areas = sorted({facts.home.area(home) for it in people for home in homes_that_count(facts, it, record)})
    return areas[0] if len(areas) == 1 else facts.ask(CENTRE, record, among=areas)


def homes_that_count(facts: Facts, child: Person, record: Record) -> tuple[Household, ...]:
    """The child's home or, for a child with two, the households in which the harm carried by the record happened."""
    homes = facts.home.homes(child)
    if len(homes) < 2:
        return homes
    carried = [it for it in facts.concerns() if facts.holds(is_carried, ConcernIn(it, record))]
    return tuple(home for it in carried for home in where_it_happened(facts, it)) or homes


def has_another_in_another_area(facts: Facts, record: Record) -> bool:
    """another notification of the same matter goes to another area"""
    others = [other for other in facts.records(Kind.NOTIFICATION) if other != record]
    return any(area_of(facts, other) != area_of(facts, record) for other in others)


@RULES.rule("send-to-the-centre", cites=["qld/record-notification/to-the-centre"], when=[is_notification])
def send(facts: Facts, record: Record) -> Duty:
    """A notification goes to the service centre of the area of its harm household."""
    centre = f"the service centre for {area_of(facts, record)}"
    return Duty(
        act="send", who=THE_INTAKE_SERVICE, what="send the notification", to=centre, modal=Modal.WILL, after="approve"
    )


@RULES.rule(
    "centres-work-together",
    cites=["qld/record-notification/centres-work-together"],
    when=[is_notification, has_a_household, has_another_in_another_area],
)
def work_together(facts: Facts, record: Record) -> Duty:
    """Two centres that investigate one matter do so together and spare both households."""
    what = "carry out the investigations together with the other centre and keep the burden on both households small"
    centre = f"{THE_CENTRE} for {area_of(facts, record)}"
    return Duty(act="work-together", who=centre, what=what, modal=Modal.WILL)


def _transfer(facts: Facts, record: Record) -> Duty:
    return Duty(
        act="transfer",
        who=THE_INTAKE_SERVICE,
        what="hand over the open investigation",
        to=f"the pending tray of the service centre for {relevant_area(facts, record)}",
        after="approve",
    )


@RULES.rule(
    "transfer-where-the-child-lives",
    cites=["qld/transfer/same-timeframes", "qld/transfer/where-the-child-lives"],
    when=[is_notification, goes_where_a_child_lives],
)
def transfer_home(facts: Facts, record: Record) -> Duty:
    """An approved notification becomes an open investigation in the tray of the centre where the child lives."""
    return _transfer(facts, record)


@RULES.rule(
    "transfer-where-the-harm-was",
    cites=["qld/transfer/same-timeframes", "qld/transfer/where-the-harm-was"],
    when=[is_notification, goes_where_the_harm_was],
)
def transfer_harm(facts: Facts, record: Record) -> Duty:
    """For a child with two homes it goes into the tray of the centre where the harm occurred."""
    return _transfer(facts, record)


@RULES.rule("transfer", cites=["qld/transfer/same-timeframes"], when=[is_notification])
def transfer(facts: Facts, record: Record) -> Duty:
    """An approved notification becomes an open investigation in the tray of the relevant centre."""
    return _transfer(facts, record)


@RULES.rule("telephone", cites=["qld/transfer/telephone"], when=[is_notification, is_to_start_within_24_hours])
def telephone(facts: Facts, record: Record) -> Duty:
    """With a 24-hour response the intake service rings the centre's senior team leader as well."""
    leader = f"the senior team leader of the service centre for {relevant_area(facts, record)}"
    what = "telephone about the response required"
    return Duty(act="telephone", who=THE_INTAKE_SERVICE, what=what, to=leader, modal=Modal.WILL)


@RULES.rule("watch-the-tray", cites=["qld/record-intake/watch-pending-tray"], when=[is_notification])
def watch(facts: Facts, record: Record) -> Duty:
    """The centre's senior team leader and management team watch the pending allocation tray."""
    who = "the service centre's senior team leader and management team"
    return Duty(act="watch-the-tray", who=who, what="watch the pending allocation tray in ICMS", modal=Modal.WILL)
