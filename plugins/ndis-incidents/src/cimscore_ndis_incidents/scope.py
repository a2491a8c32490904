"""Who has to notify."""

from __future__ import annotations

from cimscore.rules import Facts, InScope, Ruleset, TheCase, Topic
from cimscore_ndis_incidents.incidents import concerns_the_commission, is_in_victoria
from cimscore_ndis_incidents.questions import REGISTERED

RULES: Ruleset[InScope] = Ruleset(Topic.SCOPE)


def is_registered(facts: Facts, case: TheCase) -> bool:
    """the organisation is a registered provider"""
    return facts.ask(REGISTERED, case)


def has_an_incident_for_the_commission(facts: Facts, case: TheCase) -> bool:
    """an incident falls into the time in which the Commission has its role"""
    return facts.some(facts.concerns(), concerns_the_commission)


@RULES.rule(
    "registered-provider",
    cites=["ndis/s-16/reportable", "ndis-commission/times/registered-providers"],
    when=[is_registered],
    unless=[is_in_victoria],
)
def registered_provider(facts: Facts, case: TheCase) -> InScope:
    """A registered provider."""
    return InScope()


@RULES.rule(
    "registered-in-victoria",
    cites=[
        "ndis/s-16/reportable",
        "ndis-commission/times/registered-providers",
        "ndis-commission/times/in-victoria",
    ],
    when=[is_registered, is_in_victoria, has_an_incident_for_the_commission],
)
def registered_in_victoria(facts: Facts, case: TheCase) -> InScope:
    """A registered provider in Victoria, from 1 July 2019 on."""
    return InScope()
