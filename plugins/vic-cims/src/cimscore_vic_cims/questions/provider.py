"""Who delivers which service, and with whose money."""

from __future__ import annotations

from cimscore.rules import Question, TheCase
from cimscore_vic_cims.words import Matter, Provider, Service

SERVICE = Question(
    id="service",
    about=TheCase,
    text="In which service did it happen? Scope goes by the service, not by the organisation; a service not listed is "
    "'other'.",
    answers=Service,
    cites=("vic/scope/full-detail",),
)

PROVIDER = Question(
    id="provider",
    about=TheCase,
    text="Who delivers the service: an organisation, or the department itself?",
    answers=Provider,
    cites=("vic/current-policy/service-providers",),
)

DEPARTMENT_FUNDS = Question(
    id="department-funds-it",
    about=TheCase,
    text="Does the department fund the organisation?",
    answers=bool,
    cites=("vic/beginnings/funded-organisations",),
)

NDIS_FUNDS = Question(
    id="ndis-funds-it",
    about=TheCase,
    text="Does the NDIS fund the organisation?",
    answers=bool,
    cites=("vic/ndis/dual-funded",),
)

DEPARTMENT_FUNDS_SERVICE = Question(
    id="department-funds-the-service",
    about=TheCase,
    text="Does the department fund the very service in which it happened?",
    answers=bool,
    cites=("vic/ndis/dual-funded",),
)

NDIS_FUNDS_SERVICE = Question(
    id="ndis-funds-the-service",
    about=TheCase,
    text="Does the NDIS fund the very service in which it happened?",
    answers=bool,
    cites=("vic/ndis/dual-funded",),
)

HEALTH_SERVICE_IN_SCOPE = Question(
    id="health-service-in-scope",
    about=TheCase,
    text="Is it one of the health services in scope? The page says that some are and names none; chapter 1.7 of the "
    "policy does.",
    answers=bool,
    cites=("vic/scope/some-health-services",),
)

OTHER_SERVICE_IN_SCOPE = Question(
    id="other-service-in-scope",
    about=TheCase,
    text="Is the service in scope by chapter 1.7 of the policy? The page's list is not complete.",
    answers=bool,
    cites=("vic/scope/full-detail",),
)

SERVICE_IN_SCOPE_THEN = Question(
    id="service-in-scope-then",
    about=TheCase,
    text="Was the service in scope when it happened, by the guide in force then? The page gives the list since "
    "9 December 2024 only.",
    answers=bool,
    cites=("vic/scope/full-detail",),
)

MANAGED_BY_THE_DEPARTMENT = Question(
    id="managed-by-the-department",
    about=TheCase,
    text="Is it public housing that the department itself manages?",
    answers=bool,
    cites=("vic/scope/public-housing",),
)

LATE_NDIS_REPORT = Question(
    id="late-ndis-report",
    about=TheCase,
    text="Does CIMS still take the report of an incident from before 1 July 2019 by an organisation that only the NDIS "
    "funds? The page does not say.",
    answers=bool,
    cites=("vic/ndis/dual-funded",),
)

OWN_SYSTEM = Question(
    id="own-system",
    about=TheCase,
    text="Does the provider report from a system of its own, over the department's connection?",
    answers=bool,
    cites=("vic/reporting/three-days",),
    silence=False,
    silence_because="The page names the webform; a system of the provider's own is said where there is one.",
)

HELP_WITH = Question(
    id="help-with",
    about=TheCase,
    text="With what is help needed?",
    answers=Matter,
    cites=("vic/contacts/platform", "vic/contacts/policy", "vic/contacts/vendors", "vic/contacts/review"),
    silence=Matter.NOTHING,
    silence_because="Whoever needs help says so.",
)
