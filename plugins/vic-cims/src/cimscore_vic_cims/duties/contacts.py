"""Whom to ask."""

from __future__ import annotations

from cimscore.policy import Modal
from cimscore.rules import Duty, Facts, Ruleset, TheCase, Topic
from cimscore_vic_cims.questions.provider import HELP_WITH
from cimscore_vic_cims.tables import MAILBOXES
from cimscore_vic_cims.words import Matter

RULES: Ruleset[Duty] = Ruleset(Topic.DUTIES)


def needs_help_with_the_platform(facts: Facts, case: TheCase) -> bool:
    """help is needed with registration, learning or the platform"""
    return facts.ask(HELP_WITH, case) is Matter.PLATFORM


def needs_help_with_the_policy(facts: Facts, case: TheCase) -> bool:
    """help is needed with an incident, its outcome, the policy or the process"""
    return facts.ask(HELP_WITH, case) is Matter.POLICY


def needs_help_with_a_connection(facts: Facts, case: TheCase) -> bool:
    """help is needed with a vendor's connection"""
    return facts.ask(HELP_WITH, case) is Matter.VENDOR


def has_something_to_say_on_the_review(facts: Facts, case: TheCase) -> bool:
    """the question is about the review of CIMS"""
    return facts.ask(HELP_WITH, case) is Matter.REVIEW


def write(facts: Facts, after: str = "") -> Duty:
    """Writing to the mailbox for the matter."""
    mailbox = facts.look_up(MAILBOXES, facts.ask(HELP_WITH, TheCase()))
    return Duty(act="ask-for-help", who="whoever asks", what="write", to=mailbox, modal=Modal.CAN, after=after)


@RULES.rule("platform", cites=["vic/contacts/platform"], when=[needs_help_with_the_platform])
def platform(facts: Facts, case: TheCase) -> Duty:
    """Questions of registration, learning and the platform have their mailbox."""
    return write(facts)


@RULES.rule("policy", cites=["vic/contacts/policy"], when=[needs_help_with_the_policy])
def policy(facts: Facts, case: TheCase) -> Duty:
    """Questions about incidents, outcomes, policy and process have their mailbox."""
    return write(facts)


@RULES.rule("vendor", cites=["vic/contacts/vendors"], when=[needs_help_with_a_connection])
def vendor(facts: Facts, case: TheCase) -> Duty:
    """Trouble with a vendor's connection goes to its mailbox once the vendor was asked."""
    return write(facts, after="ask-the-vendor")


@RULES.rule("ask-the-vendor", cites=["vic/contacts/vendors"], when=[needs_help_with_a_connection])
def ask_the_vendor(facts: Facts, case: TheCase) -> Duty:
    """The vendor is asked first."""
    return Duty(act="ask-the-vendor", who="the service provider", what="raise it with its IT vendor first")


@RULES.rule(
    "review",
    cites=["vic/contacts/review", "vic/contacts/review-report"],
    when=[has_something_to_say_on_the_review],
)
def review(facts: Facts, case: TheCase) -> Duty:
    """What anybody wants to say or ask on the review, its report included, has its mailbox."""
    return write(facts)
