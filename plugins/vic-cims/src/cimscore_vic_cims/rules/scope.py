"""Scope of CIMS, by service, provider and funding. An unknown is asked about; it never puts a case out of scope.

Add a line here when a page says that somebody comes under CIMS, or no longer does. Each sentence of the page is a row.
A sentence that says "in scope as well" does not depend on the sentences before it.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, some
from cimscore.rules.vocabulary import is_concern, occurred
from cimscore_vic_cims.readings.scope import FUNDING_LEVEL, SCOPE_AS_OF, FundingLevel, ScopeAsOf
from cimscore_vic_cims.rules.editions import EDITION, nothing_happened
from cimscore_vic_cims.rules.moments import before_july_2019, under_the_policy
from cimscore_vic_cims.rules.vocabulary import PROVIDER, SERVICE, incident, moment, reason
from cimscore_vic_cims.words import NEW_POLICY, PAGE, Provider, Service

DEPARTMENT_FUNDS: Final = Question(
    id="department-funds-it",
    things=(),
    text="Does the department fund the organisation?",
    answers=bool,
    working=True,
    why="so that no report is missed for want of an answer",
    cites=("vic/beginnings/funded-organisations",),
)
NDIS_FUNDS: Final = Question(
    id="ndis-funds-it",
    things=(),
    text="Does the NDIS fund the organisation?",
    answers=bool,
    working=False,
    why="most organisations in these services have no money from the NDIS",
    cites=("vic/ndis/dual-funded",),
)
DEPARTMENT_FUNDS_SERVICE: Final = Question(
    id="department-funds-the-service",
    things=(),
    text="Does the department fund the very service in which it happened?",
    answers=bool,
    working=True,
    why="so that no report is missed for want of an answer",
    cites=("vic/ndis/dual-funded",),
)
NDIS_FUNDS_SERVICE: Final = Question(
    id="ndis-funds-the-service",
    things=(),
    text="Does the NDIS fund the very service in which it happened?",
    answers=bool,
    working=False,
    why="most of these services have no money from the NDIS",
    cites=("vic/ndis/dual-funded",),
)
HEALTH_SERVICE_IN_SCOPE: Final = Question(
    id="health-service-in-scope",
    things=(),
    text="Is it one of the health services in scope? The page says that some are and names none; chapter 1.7 of the "
    "policy does.",
    answers=bool,
    working=True,
    why="a service is not out of scope for not being named on the page",
    cites=("vic/scope/some-health-services",),
)
OTHER_SERVICE_IN_SCOPE: Final = Question(
    id="other-service-in-scope",
    things=(),
    text="Is the service in scope by chapter 1.7 of the policy? The page's list is not complete.",
    answers=bool,
    working=True,
    why="a service is not out of scope for not being named on the page",
    cites=("vic/scope/full-detail",),
)
SERVICE_IN_SCOPE_THEN: Final = Question(
    id="service-in-scope-then",
    things=(),
    text="Was the service in scope when it happened, by the guide in force then? The page gives the list since "
    "9 December 2024 only.",
    answers=bool,
    working=True,
    why="so that no report is missed for want of the guide",
    cites=("vic/scope/full-detail",),
)
MANAGED_BY_THE_DEPARTMENT: Final = Question(
    id="managed-by-the-department",
    things=(),
    text="Is it public housing that the department itself manages?",
    answers=bool,
    working=True,
    why="so that no report is missed for want of an answer",
    cites=("vic/scope/public-housing",),
)
LATE_NDIS_REPORT: Final = Question(
    id="late-ndis-report",
    things=(),
    text="Does CIMS still take the report of an incident from before 1 July 2019 by an organisation that only the NDIS "
    "funds? The page does not say.",
    answers=bool,
    working=True,
    why="so that no report is missed for want of an answer",
    cites=("vic/ndis/dual-funded",),
)

# Funding, and the organisation that delivers.
is_funded: Final = Defined(
    (),
    "the department [funds] it",
    (FUNDING_LEVEL.is_(FundingLevel.ORGANISATION) & DEPARTMENT_FUNDS())
    | (FUNDING_LEVEL.is_(FundingLevel.SERVICE) & DEPARTMENT_FUNDS_SERVICE()),
)
is_ndis_funded: Final = Defined(
    (),
    "the NDIS [funds] it",
    (FUNDING_LEVEL.is_(FundingLevel.ORGANISATION) & NDIS_FUNDS())
    | (FUNDING_LEVEL.is_(FundingLevel.SERVICE) & NDIS_FUNDS_SERVICE()),
)
is_funded_organisation: Final = Defined(
    (), "an organisation that the department funds [delivers] it", PROVIDER.is_(Provider.ORGANISATION) & is_funded()
)
is_delivered: Final = Defined((), "the department itself [delivers] it", PROVIDER.is_(Provider.DEPARTMENT))

# The list of services: a row for each sentence.
LISTED: Final = Conclusion(
    "listed-service", (), "the service [is] one that the page lists", topic=Topic.SCOPE, leading=True
)
LISTED.row(
    "child-protection",
    when=SERVICE.is_(Service.CHILD_PROTECTION),
    cites=["vic/scope/child-protection"],
)
LISTED.row(
    "community-child-and-family",
    when=SERVICE.is_(Service.CHILD_AND_FAMILY),
    cites=["vic/scope/community-child-and-family"],
)
LISTED.row("disability", when=SERVICE.is_(Service.DISABILITY), cites=["vic/scope/disability"])
LISTED.row("family-violence", when=SERVICE.is_(Service.FAMILY_VIOLENCE), cites=["vic/scope/family-violence"])
LISTED.row("homelessness", when=SERVICE.is_(Service.HOMELESSNESS), cites=["vic/scope/homelessness"])
LISTED.row("out-of-home-care", when=SERVICE.is_(Service.OUT_OF_HOME_CARE), cites=["vic/scope/out-of-home-care"])
LISTED.row("secure-welfare", when=SERVICE.is_(Service.SECURE_WELFARE), cites=["vic/scope/secure-welfare"])
LISTED.row("sexual-assault", when=SERVICE.is_(Service.SEXUAL_ASSAULT), cites=["vic/scope/sexual-assault"])
is_housing_of_others: Final = Defined(
    (),
    "the service [is] housing that the department does not manage",
    SERVICE.is_(Service.PUBLIC_HOUSING) & ~MANAGED_BY_THE_DEPARTMENT(),
)
LISTED.row(
    "by-the-policy-itself",
    when=(SERVICE.is_(Service.OTHER) | is_housing_of_others()) & OTHER_SERVICE_IN_SCOPE(),
    cites=["vic/scope/full-detail"],
)

ALSO_LISTED: Final = Conclusion(
    "also-in-scope", (), "the service [is] one that the page names beside its list", topic=Topic.SCOPE, leading=True
)
ALSO_LISTED.row(
    "public-housing",
    when=SERVICE.is_(Service.PUBLIC_HOUSING) & MANAGED_BY_THE_DEPARTMENT(),
    cites=["vic/scope/public-housing"],
)
ALSO_LISTED.row(
    "some-health-services",
    when=SERVICE.is_(Service.HEALTH) & HEALTH_SERVICE_IN_SCOPE(),
    cites=["vic/scope/some-health-services"],
)

# The list that counts for an incident is the list of its own day. Earlier editions have none here.
happened_under_the_policy: Final = Defined(
    (incident,),
    "{incident} [happened|did not happen] on 9 December 2024 or later",
    some(moment, occurred(incident, moment) & under_the_policy(moment)),
)
happened_before_july_2019: Final = Defined(
    (incident,),
    "{incident} [happened|did not happen] before 1 July 2019",
    some(moment, occurred(incident, moment) & before_july_2019(moment)),
)
goes_by_the_list: Final = Defined(
    (incident,),
    "the list of the page [counts] for {incident}",
    is_concern(incident)
    & EDITION(PAGE, NEW_POLICY)
    & (
        SCOPE_AS_OF.is_(ScopeAsOf.SUBMISSION)
        | (SCOPE_AS_OF.is_(ScopeAsOf.OCCURRENCE) & happened_under_the_policy(incident))
    ),
)
is_in_a_service_of_scope: Final = Defined(
    (incident,),
    "{incident} [happened|did not happen] in a service in scope",
    (goes_by_the_list(incident) & LISTED())
    | (is_concern(incident) & ~goes_by_the_list(incident) & SERVICE_IN_SCOPE_THEN()),
)

SERVICE_NOT_TOLD: Final = Conclusion(
    "service-not-told",
    (incident,),
    "the list of services of the day of {incident} [is] not held here",
    topic=Topic.SCOPE,
)
SERVICE_NOT_TOLD.row(
    "an-earlier-list",
    incident,
    when=is_concern(incident),
    unless=goes_by_the_list(incident),
    cites=["vic/beginnings/funded-organisations"],
)

# In scope: a row for each sentence.
IN_SCOPE: Final = Conclusion("in-scope", (incident,), "{incident} [is] in scope", topic=Topic.SCOPE)
IN_SCOPE.row(
    "funded-organisation",
    incident,
    when=is_funded_organisation() & is_in_a_service_of_scope(incident),
    cites=["vic/beginnings/funded-organisations"],
)
IN_SCOPE.row(
    "delivered-service",
    incident,
    when=is_delivered() & is_in_a_service_of_scope(incident),
    cites=["vic/beginnings/delivered-services"],
)
IN_SCOPE.row(
    "service-provider",
    incident,
    when=(is_funded_organisation() | is_delivered()) & is_in_a_service_of_scope(incident),
    cites=["vic/current-policy/service-providers"],
)
IN_SCOPE.row(
    "also-in-scope",
    incident,
    when=goes_by_the_list(incident) & ALSO_LISTED(),
    cites=["vic/scope/public-housing", "vic/scope/some-health-services"],
)
IN_SCOPE.row(
    "ndis-provider",
    incident,
    when=is_concern(incident) & PROVIDER.is_(Provider.ORGANISATION) & is_ndis_funded(),
    cites=["vic/beginnings/ndis-providers"],
)
IN_SCOPE.row(
    "dual-funded",
    incident,
    when=is_funded_organisation() & is_ndis_funded() & is_in_a_service_of_scope(incident),
    cites=["vic/ndis/dual-funded"],
)
IN_SCOPE.row(
    "late-ndis-report",
    incident,
    when=PROVIDER.is_(Provider.ORGANISATION)
    & is_ndis_funded()
    & happened_before_july_2019(incident)
    & LATE_NDIS_REPORT(),
    unless=is_funded(),
    cites=["vic/ndis/dual-funded"],
)

CASE_IN_SCOPE: Final = Conclusion("case-in-scope", (), "the case [is] in scope", topic=Topic.SCOPE)
CASE_IN_SCOPE.row(
    "by-an-incident", when=some(incident, IN_SCOPE(incident)), cites=["vic/beginnings/funded-organisations"]
)
CASE_IN_SCOPE.row(
    "by-the-service-alone",
    when=nothing_happened() & (((is_funded_organisation() | is_delivered()) & LISTED()) | ALSO_LISTED()),
    cites=["vic/current-policy/service-providers"],
)

# Out of scope: a reason with its clause.
OUT: Final = Conclusion(
    "out-of-scope",
    (incident, reason),
    "{incident} [is] out of scope: {reason}",
    topic=Topic.SCOPE,
    denies=IN_SCOPE,
)
OUT.row(
    "ndis-money-only",
    incident,
    "the organisation has money from the NDIS alone",
    when=is_concern(incident) & PROVIDER.is_(Provider.ORGANISATION) & is_ndis_funded() & ~is_funded(),
    unless=IN_SCOPE(incident),
    cites=["vic/ndis/dual-funded"],
)
OUT.row(
    "neither-funded-nor-delivered",
    incident,
    "the department neither funds nor delivers the service",
    when=is_concern(incident) & PROVIDER.is_(Provider.ORGANISATION) & ~is_funded() & ~is_ndis_funded(),
    unless=IN_SCOPE(incident),
    cites=["vic/beginnings/funded-organisations", "vic/current-policy/service-providers"],
)
OUT.row(
    "delivered-before-october-2018",
    incident,
    "services that the department itself delivers come in on 1 October 2018",
    when=is_concern(incident) & is_delivered() & EDITION(PAGE, "2018-01"),
    unless=IN_SCOPE(incident),
    cites=["vic/beginnings/funded-organisations"],
)
OUT.row(
    "not-listed",
    incident,
    "the service is not one that is listed",
    when=goes_by_the_list(incident)
    & (is_funded_organisation() | is_delivered())
    & SERVICE.is_(Service.OTHER)
    & ~OTHER_SERVICE_IN_SCOPE(),
    unless=IN_SCOPE(incident),
    cites=["vic/current-policy/service-providers", "vic/scope/full-detail"],
)
OUT.row(
    "housing-of-another-manager",
    incident,
    "the department does not manage the housing",
    when=goes_by_the_list(incident)
    & is_housing_of_others()
    & ~((is_funded_organisation() | is_delivered()) & OTHER_SERVICE_IN_SCOPE()),
    unless=IN_SCOPE(incident),
    cites=["vic/scope/public-housing", "vic/scope/full-detail"],
)
OUT.row(
    "health-service-not-in-scope",
    incident,
    "it is not one of the health services in scope",
    when=goes_by_the_list(incident) & SERVICE.is_(Service.HEALTH) & ~HEALTH_SERVICE_IN_SCOPE(),
    unless=IN_SCOPE(incident),
    cites=["vic/scope/some-health-services"],
)
OUT.row(
    "not-in-scope-then",
    incident,
    "the service was not in scope when it happened",
    when=is_concern(incident) & (is_funded_organisation() | is_delivered()) & ~SERVICE_IN_SCOPE_THEN(),
    unless=goes_by_the_list(incident) | IN_SCOPE(incident),
    cites=["vic/beginnings/funded-organisations"],
)
