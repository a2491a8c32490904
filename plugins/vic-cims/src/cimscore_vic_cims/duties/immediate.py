"""What the provider owes at once. The page sets no time, so none is set here; and these five are not all.

Chapter 2.2 of the policy has the complete list, so doing these is never called complying.
"""

from __future__ import annotations

from cimscore.rules import Concern, Duty, Facts, Person, Ruleset, Topic
from cimscore_vic_cims.incidents import harmed_a_client, made_serious_harm_likely
from cimscore_vic_cims.questions.incident import HAS_DIED, NEEDS_MEDICAL_ATTENTION
from cimscore_vic_cims.readings.acting import RESPONSE_FROM, ResponseFrom

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def calls_for_a_response(facts: Facts, concern: Concern) -> bool:
    """it calls for an immediate response"""
    if facts.reading(RESPONSE_FROM) is ResponseFrom.AWARENESS:
        return True
    return facts.any_holds((harmed_a_client, made_serious_harm_likely), concern)


def affects_nobody_alive(facts: Facts, concern: Concern) -> bool:
    """every client affected has died"""

    def is_affected_and_alive(facts: Facts, person: Person) -> bool:
        """the person is affected and alive"""
        return facts.home.is_about(concern, person) and not facts.ask(HAS_DIED, person)

    return not facts.some(facts.people(), is_affected_and_alive)


def hurt_somebody(facts: Facts, concern: Concern) -> bool:
    """a client affected needs medical attention"""

    def is_affected_and_needs_it(facts: Facts, person: Person) -> bool:
        """the person is affected and needs medical attention"""
        return facts.home.is_about(concern, person) and facts.ask(NEEDS_MEDICAL_ATTENTION, person)

    return facts.some(facts.people(), is_affected_and_needs_it)


def at_once(act: str, what: str) -> Duty:
    """A duty of the provider's that is due immediately, by no clock."""
    return Duty(act=act, who="the service provider", what=f"{what}, at once")


@RULES.rule(
    "safety",
    cites=["vic/immediate-response/safety"],
    when=[calls_for_a_response],
    unless=[affects_nobody_alive],
)
def safety(facts: Facts, concern: Concern) -> Duty:
    """Each client affected is made safe."""
    return at_once("make-safe", "make sure that each client affected is safe")


@RULES.rule(
    "medical-attention",
    cites=["vic/immediate-response/medical-attention"],
    when=[calls_for_a_response, hurt_somebody],
    unless=[affects_nobody_alive],
)
def medical_attention(facts: Facts, concern: Concern) -> Duty:
    """Medical attention is arranged for each client who needs it."""
    return at_once("medical-attention", "arrange medical attention for each client who needs it")


@RULES.rule(
    "basic-understanding",
    cites=["vic/immediate-response/basic-understanding"],
    when=[calls_for_a_response],
)
def basic_understanding(facts: Facts, concern: Concern) -> Duty:
    """What happened is found out in outline."""
    return at_once("find-out", "find out in outline what happened")


@RULES.rule(
    "acknowledge-impact",
    cites=["vic/immediate-response/acknowledge-impact"],
    when=[calls_for_a_response],
    unless=[affects_nobody_alive],
)
def acknowledge_impact(facts: Facts, concern: Concern) -> Duty:
    """What it did to each client is seen and said."""
    return at_once("acknowledge", "see, and say to each client affected, what it did to them")


@RULES.rule(
    "assurance",
    cites=["vic/immediate-response/assurance"],
    when=[calls_for_a_response],
    unless=[affects_nobody_alive],
)
def assurance(facts: Facts, concern: Concern) -> Duty:
    """Each client is told that it is taken seriously."""
    return at_once("assure", "tell each client affected that it is taken seriously and will be handled fairly")
