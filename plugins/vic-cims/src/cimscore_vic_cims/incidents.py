"""What makes an incident reportable, of major impact, or one to investigate: conditions that topics share."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Concern, Facts, Person, PolicySource, TheCase, all_of, any_of, not_
from cimscore_vic_cims import editions
from cimscore_vic_cims.questions.incident import (
    CLIENT_AT_DISCLOSURE,
    CLIENT_AT_REPORT,
    CLIENT_HARMED,
    DURING_DELIVERY,
    HARM_ALLEGED,
    HARM_DURING_DELIVERY,
    IMPACT,
    IN_APPROVED_CARE,
    INCIDENT_TYPE,
    NO_MORE_THAN_ILLNESS,
    POSITION,
    SERIOUS_HARM_LIKELY,
    WAS_CLIENT_INCIDENT,
)
from cimscore_vic_cims.questions.provider import SERVICE
from cimscore_vic_cims.readings.scope import CLIENT_AT, DURING, WHAT_HARM, ClientAt, DuringDelivery, WhatHarm
from cimscore_vic_cims.tables import ALWAYS_MAJOR, DEFINITIONS, Definition
from cimscore_vic_cims.words import Impact, Position, Service

MANUAL: Final = "vic-child-protection-manual"
WITH_TYPES: Final = "2025-08"
"""The edition of the child protection manual whose list of incident types is at hand."""


def happened_during_delivery(facts: Facts, concern: Concern) -> bool:
    """it happened while the service was being delivered to the client"""
    of_the_harm = facts.reading(DURING) is DuringDelivery.HARM
    return facts.ask(HARM_DURING_DELIVERY if of_the_harm else DURING_DELIVERY, concern)


def was_a_client_then(facts: Facts, concern: Concern) -> bool:
    """the client was receiving the service at the moment that counts"""
    match facts.reading(CLIENT_AT):
        case ClientAt.INCIDENT:
            return facts.ask(DURING_DELIVERY, concern)
        case ClientAt.DISCLOSURE:
            return facts.ask(CLIENT_AT_DISCLOSURE, concern)
        case ClientAt.REPORT:
            return facts.ask(CLIENT_AT_REPORT, concern)


def harmed_a_client(facts: Facts, concern: Concern) -> bool:
    """it harmed a client"""
    return facts.ask(CLIENT_HARMED, concern)


def is_alleged_to_have(facts: Facts, concern: Concern) -> bool:
    """it is alleged to have harmed a client"""
    facts.look_up(DEFINITIONS, Definition.HARM_ALLEGED)
    return facts.ask(HARM_ALLEGED, concern)


def made_serious_harm_likely(facts: Facts, concern: Concern) -> bool:
    """serious harm to a client was reasonably likely"""
    facts.look_up(DEFINITIONS, Definition.HARM_REASONABLY_LIKELY)
    return facts.ask(SERIOUS_HARM_LIKELY, concern)


def involves_harm_that_counts(facts: Facts, concern: Concern) -> bool:
    """it harmed a client, is alleged to have, or could well have done so seriously"""
    if facts.reading(WHAT_HARM) is WhatHarm.RESULTED:
        return facts.holds(harmed_a_client, concern)
    facts.look_up(DEFINITIONS, Definition.HARM_OCCURRED)
    return facts.any_holds((harmed_a_client, is_alleged_to_have, made_serious_harm_likely), concern)


def is_in_child_protection(facts: Facts, concern: Concern) -> bool:
    """the service is child protection"""
    return facts.ask(SERVICE, TheCase()) is Service.CHILD_PROTECTION


def was_in_approved_care(facts: Facts, concern: Concern) -> bool:
    """the child was cared for by somebody other than a parent, as approved"""
    facts.look_up(DEFINITIONS, Definition.CHILD_PROTECTION_SCOPE)
    return facts.ask(IN_APPROVED_CARE, concern)


def was_no_more_than_illness(facts: Facts, concern: Concern) -> bool:
    """it was no more than an illness or a child's dangerous actions, which are not reportable"""
    manual = facts.found(editions.RULES, PolicySource(MANUAL))
    if manual is None or manual.id != WITH_TYPES or not facts.ask(NO_MORE_THAN_ILLNESS, concern):
        return False
    facts.look_up(DEFINITIONS, Definition.NOT_REPORTABLE)
    return True


counts_for_child_protection = any_of(not_(is_in_child_protection), was_in_approved_care)
is_ruled_out = all_of(is_in_child_protection, was_no_more_than_illness)


def was_a_client_incident(facts: Facts, concern: Concern) -> bool:
    """it was a client incident by the guide then in force"""
    return facts.ask(WAS_CLIENT_INCIDENT, concern)


def is_judged_major(facts: Facts, concern: Concern) -> bool:
    """its impact is judged to be major"""
    return facts.ask(IMPACT, concern) is Impact.MAJOR


def is_always_major(facts: Facts, concern: Concern) -> bool:
    """it is abuse, neglect or grooming with a member of staff or a carer as the subject of allegation"""
    kind = facts.ask(INCIDENT_TYPE, concern)
    if ALWAYS_MAJOR.row(kind) is None or not names_one_of(facts, concern, (Position.STAFF, Position.CARER)):
        return False
    facts.look_up(ALWAYS_MAJOR, kind)
    return True


is_major = any_of(is_always_major, is_judged_major)


def names_one_of(facts: Facts, concern: Concern, positions: tuple[Position, ...]) -> bool:
    """Whether a person in one of these positions is the subject of allegation."""

    def is_in_such_a_position(facts: Facts, person: Person) -> bool:
        """the subject of allegation is in such a position"""
        return facts.ask(POSITION, person) in positions

    return facts.some(facts.home.responsible(concern), is_in_such_a_position)
