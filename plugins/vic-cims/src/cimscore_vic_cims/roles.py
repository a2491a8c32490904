"""What each person is in an incident report."""

from __future__ import annotations

from cimscore.rules import Condition, Facts, Household, Person, PersonAt, PersonIn, Ruleset, Topic
from cimscore_vic_cims.households import is_placement, places_clients
from cimscore_vic_cims.questions.incident import POSITION
from cimscore_vic_cims.submission import incident_of
from cimscore_vic_cims.words import INCIDENT_REPORT, Position, ReportRole

RULES: Ruleset[ReportRole] = Ruleset(Topic.ROLES)


def is_in_an_incident_report(facts: Facts, who: PersonIn) -> bool:
    """the record is an incident report"""
    return who.record.kind == INCIDENT_REPORT


def is_affected_client(facts: Facts, who: PersonIn) -> bool:
    """the incident is about the person"""
    return facts.home.is_about(incident_of(who.record), who.person)


def is_subject_of_allegation(facts: Facts, who: PersonIn) -> bool:
    """the person is said to be responsible"""
    return who.person in facts.home.responsible(incident_of(who.record))


def is_a_client(facts: Facts, who: PersonIn) -> bool:
    """the person is a client of the service"""
    return facts.ask(POSITION, who.person) is Position.CLIENT


def lives_in_the_same_placement(facts: Facts, who: PersonIn) -> bool:
    """the person lives in a placement household of a client whom the incident affected"""

    def is_shared(facts: Facts, home: Household) -> bool:
        """the household is a placement in which both live"""
        return (
            facts.home.lives_in(PersonAt(who.person, home))
            and facts.some(facts.people(), is_affected_here(who, home))
            and facts.holds(is_placement, home)
        )

    return places_clients(facts) and facts.some(facts.households(), is_shared)


def is_affected_here(who: PersonIn, home: Household) -> Condition[Person]:
    """The condition that a person was affected by the incident and lives in the household."""

    def is_one(facts: Facts, person: Person) -> bool:
        """the person was affected and lives in the household"""
        return facts.home.is_about(incident_of(who.record), person) and facts.home.lives_in(PersonAt(person, home))

    return is_one


@RULES.rule("client", cites=["vic/reporting/reportable"], when=[is_in_an_incident_report, is_affected_client])
def client(facts: Facts, who: PersonIn) -> ReportRole:
    """The client whom the incident affected."""
    return ReportRole.CLIENT


@RULES.rule(
    "subject-of-allegation",
    cites=["vic-child-protection-manual/definitions/staff-always-major"],
    when=[is_in_an_incident_report, is_subject_of_allegation],
    unless=[is_affected_client],
)
def subject_of_allegation(facts: Facts, who: PersonIn) -> ReportRole:
    """The person said to be responsible."""
    return ReportRole.SUBJECT_OF_ALLEGATION


@RULES.rule(
    "other-client",
    cites=["vic/reporting/reportable", "vic/scope/out-of-home-care"],
    when=[is_in_an_incident_report, lives_in_the_same_placement, is_a_client],
    unless=[is_affected_client, is_subject_of_allegation],
)
def other_client(facts: Facts, who: PersonIn) -> ReportRole:
    """Another client in the same placement, who may be affected too."""
    return ReportRole.OTHER_CLIENT
