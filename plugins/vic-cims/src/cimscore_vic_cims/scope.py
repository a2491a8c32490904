"""Who is in scope: by provider, funding and service. What is not known is asked; it is never out for that."""

from __future__ import annotations

from cimscore.rules import Concern, Facts, InScope, PolicySource, Ruleset, TheCase, Topic, all_of, any_of, not_
from cimscore_vic_cims import editions
from cimscore_vic_cims.questions.provider import (
    DEPARTMENT_FUNDS,
    DEPARTMENT_FUNDS_SERVICE,
    HEALTH_SERVICE_IN_SCOPE,
    LATE_NDIS_REPORT,
    MANAGED_BY_THE_DEPARTMENT,
    NDIS_FUNDS,
    NDIS_FUNDS_SERVICE,
    OTHER_SERVICE_IN_SCOPE,
    PROVIDER,
    SERVICE,
    SERVICE_IN_SCOPE_THEN,
)
from cimscore_vic_cims.readings.scope import FUNDING_LEVEL, SCOPE_AS_OF, FundingLevel, ScopeAsOf
from cimscore_vic_cims.tables import LISTED_SERVICES
from cimscore_vic_cims.words import (
    FIRST_DAY_OF_THE_POLICY,
    NDIS_ONLY_LEFT,
    NEW_POLICY,
    PAGE,
    Provider,
    Service,
)

RULES: Ruleset[InScope] = Ruleset(Topic.SCOPE)


def is_organisation(facts: Facts, case: TheCase) -> bool:
    """an organisation delivers the service"""
    return facts.ask(PROVIDER, case) is Provider.ORGANISATION


def is_department(facts: Facts, case: TheCase) -> bool:
    """the department delivers the service"""
    return facts.ask(PROVIDER, case) is Provider.DEPARTMENT


def has_department_funding(facts: Facts, case: TheCase) -> bool:
    """the department funds it"""
    by_service = facts.reading(FUNDING_LEVEL) is FundingLevel.SERVICE
    return facts.ask(DEPARTMENT_FUNDS_SERVICE if by_service else DEPARTMENT_FUNDS, case)


def has_ndis_funding(facts: Facts, case: TheCase) -> bool:
    """the NDIS funds it"""
    by_service = facts.reading(FUNDING_LEVEL) is FundingLevel.SERVICE
    return facts.ask(NDIS_FUNDS_SERVICE if by_service else NDIS_FUNDS, case)


def is_listed(facts: Facts, case: TheCase) -> bool:
    """the service is one that the page lists"""
    service = facts.ask(SERVICE, case)
    if service is Service.HEALTH:
        return facts.ask(HEALTH_SERVICE_IN_SCOPE, case)
    if service is Service.OTHER:
        return facts.ask(OTHER_SERVICE_IN_SCOPE, case)
    facts.look_up(LISTED_SERVICES, service)
    return service is not Service.PUBLIC_HOUSING or facts.ask(MANAGED_BY_THE_DEPARTMENT, case)


def was_in_scope_then(facts: Facts, case: TheCase) -> bool:
    """the service was in scope by the guide of the day"""
    return facts.ask(SERVICE_IN_SCOPE_THEN, case)


def goes_by_the_list(facts: Facts, case: TheCase) -> bool:
    """the list of services that the page gives counts for an incident, by the day that matters"""
    if facts.reading(SCOPE_AS_OF) is ScopeAsOf.SUBMISSION:
        return is_under_the_policy(facts)
    return not facts.concerns() or facts.some(facts.concerns(), happened_under_the_policy)


def goes_by_an_earlier_guide(facts: Facts, case: TheCase) -> bool:
    """the guide of the day counts for an incident, by the day that matters"""
    if facts.reading(SCOPE_AS_OF) is ScopeAsOf.SUBMISSION:
        return not is_under_the_policy(facts)
    return facts.some(facts.concerns(), happened_before_the_policy)


def is_under_the_policy(facts: Facts) -> bool:
    """Whether the report goes by the policy of December 2024."""
    edition = facts.found(editions.RULES, PolicySource(PAGE))
    return edition is not None and edition.id == NEW_POLICY


is_in_an_in_scope_service = any_of(
    all_of(goes_by_the_list, is_listed), all_of(goes_by_an_earlier_guide, was_in_scope_then)
)


def happened_under_the_policy(facts: Facts, concern: Concern) -> bool:
    """it happened on 9 December 2024 or later"""
    return facts.days.day_of(facts.occurred(concern)) >= FIRST_DAY_OF_THE_POLICY


happened_before_the_policy = not_(happened_under_the_policy)


def happened_before_july_2019(facts: Facts, concern: Concern) -> bool:
    """it happened before 1 July 2019"""
    return facts.days.day_of(facts.occurred(concern)) < NDIS_ONLY_LEFT


def one_happened_before_july_2019(facts: Facts, case: TheCase) -> bool:
    """an incident happened before 1 July 2019"""
    return facts.some(facts.concerns(), happened_before_july_2019)


def is_of_a_service_out_of_scope_then(facts: Facts, concern: Concern) -> bool:
    """it happened between 1 July 2019 and 8 December 2024, when the service was not in scope"""
    if facts.reading(SCOPE_AS_OF) is ScopeAsOf.SUBMISSION:
        return False
    days = (not_(happened_before_july_2019), happened_before_the_policy)
    return facts.all_hold(days, concern) and not facts.ask(SERVICE_IN_SCOPE_THEN, TheCase())


def may_still_be_reported(facts: Facts, case: TheCase) -> bool:
    """CIMS still takes such a report"""
    return facts.ask(LATE_NDIS_REPORT, case)


is_funded_or_delivered = any_of(is_department, all_of(is_organisation, has_department_funding))


@RULES.rule(
    "funded-organisation",
    cites=["vic/beginnings/funded-organisations"],
    when=[is_organisation, has_department_funding, is_in_an_in_scope_service],
)
def funded_organisation(facts: Facts, case: TheCase) -> InScope:
    """An organisation that the department funds, in a service in scope."""
    return InScope()


@RULES.rule(
    "delivered-service",
    cites=["vic/beginnings/delivered-services"],
    when=[is_department, is_in_an_in_scope_service],
)
def delivered_service(facts: Facts, case: TheCase) -> InScope:
    """A service in scope that the department delivers."""
    return InScope()


@RULES.rule("ndis-provider", cites=["vic/beginnings/ndis-providers"], when=[is_organisation, has_ndis_funding])
def ndis_provider(facts: Facts, case: TheCase) -> InScope:
    """An NDIS provider, until 1 July 2019."""
    return InScope()


@RULES.rule(
    "service-provider",
    cites=["vic/current-policy/service-providers"],
    when=[is_funded_or_delivered, is_in_an_in_scope_service],
)
def service_provider(facts: Facts, case: TheCase) -> InScope:
    """A service provider under the policy of December 2024, in a service in scope."""
    return InScope()


@RULES.rule(
    "dual-funded",
    cites=["vic/ndis/dual-funded"],
    when=[is_organisation, has_ndis_funding, has_department_funding, is_in_an_in_scope_service],
)
def dual_funded(facts: Facts, case: TheCase) -> InScope:
    """An organisation funded by both reports to CIMS as well as under the NDIS."""
    return InScope()


@RULES.rule(
    "late-ndis-report",
    cites=["vic/ndis/dual-funded"],
    when=[is_organisation, one_happened_before_july_2019, has_ndis_funding, may_still_be_reported],
    unless=[has_department_funding],
)
def late_ndis_report(facts: Facts, case: TheCase) -> InScope:
    """An incident from before 1 July 2019, reported later by an organisation that only the NDIS funds."""
    return InScope()
