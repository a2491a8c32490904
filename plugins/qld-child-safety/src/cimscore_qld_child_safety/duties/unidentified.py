"""What is owed when the child or family is not identified, or cannot be found."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Record, Ruleset, TheCase, Topic
from cimscore_qld_child_safety.conditions.concerns import nothing_links_it
from cimscore_qld_child_safety.conditions.record_kinds import is_outside_icms
from cimscore_qld_child_safety.questions import ADDRESS_KNOWN, REQUEST_WHEREABOUTS, WHERE_KEPT
from cimscore_qld_child_safety.readings.records import FULL_IDENTIFYING_INFORMATION, Joined
from cimscore_qld_child_safety.words import THE_OFFICER, THE_TEAM_LEADER

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def no_address_is_known(facts: Facts, case: TheCase) -> bool:
    """no address, and no other way to find the child, is known"""
    return not facts.ask(ADDRESS_KNOWN, case)


def something_is_missing(facts: Facts, case: TheCase) -> bool:
    """there is no full identifying information"""
    missing = (nothing_links_it, no_address_is_known)
    if facts.reading(FULL_IDENTIFYING_INFORMATION) is Joined.EITHER:
        return facts.any_holds(missing, case)
    return facts.all_hold(missing, case)


def whereabouts_are_requested(facts: Facts, case: TheCase) -> bool:
    """an authorised officer has decided to ask Commonwealth agencies"""
    return facts.ask(REQUEST_WHEREABOUTS, case)


@RULES.rule("every-effort", cites=["qld/no-identifying-information/every-effort"], when=[something_is_missing])
def effort(facts: Facts, case: TheCase) -> Duty:
    """Everything is tried to learn a name and a way to the child."""
    return Duty(
        act="identify",
        who=THE_OFFICER,
        what="obtain a name, and an address or way to find the child",
        modal=Modal.EVERY_EFFORT,
    )


@RULES.rule(
    "request-whereabouts",
    cites=["qld/no-identifying-information/request-route", "qld/no-identifying-information/authorised-officer"],
    when=[no_address_is_known, whereabouts_are_requested],
)
def request(facts: Facts, case: TheCase) -> Duty:
    """The request goes through Data Management Services, and an authorised officer receives the answer."""
    return Duty(
        act="request-whereabouts",
        who="an authorised officer",
        what="ask for the family's last known whereabouts, via Data Management Services",
        to="the Commonwealth agencies",
    )


@RULES.rule("whereabouts-last-resort", cites=["qld/no-identifying-information/last-resort"], when=[no_address_is_known])
def last_resort(facts: Facts, case: TheCase) -> Duty:
    """Such a request comes last."""
    return Duty(
        act="last-resort",
        who="an authorised officer",
        what="ask Commonwealth agencies before every other attempt to find the family is exhausted",
        modal=Modal.MUST_NOT,
    )


@RULES.rule("not-in-icms", cites=["qld/no-identifying-information/not-in-icms"], when=[is_outside_icms])
def not_in_icms(facts: Facts, record: Record) -> Duty:
    """Nothing is recorded in ICMS that nothing could ever link to a child."""
    return Duty(act="not-in-icms", who=THE_OFFICER, what="record the information in ICMS", modal=Modal.MUST_NOT)


@RULES.rule("consult-on-where", cites=["qld/no-identifying-information/where-kept"], when=[is_outside_icms])
def consult(facts: Facts, record: Record) -> Duty:
    """The senior team leader is consulted on where the record is kept."""
    return Duty(act="consult", who=THE_OFFICER, what="consult on where the record is kept", to=THE_TEAM_LEADER)


@RULES.rule("where-it-is-kept", cites=["qld/no-identifying-information/where-kept"], when=[is_outside_icms])
def keep(facts: Facts, record: Record) -> Duty:
    """The record is kept where the senior team leader says."""
    return Duty(
        act="keep",
        who=THE_OFFICER,
        what="keep the record",
        to=facts.ask(WHERE_KEPT, TheCase()),
        after="consult",
    )
