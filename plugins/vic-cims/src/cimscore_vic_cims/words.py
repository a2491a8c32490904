"""Terms of the program: services, providers, roles, records and the steps of a record."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final


class Service(enum.StrEnum):
    """Services that the page lists, and OTHER for any that it does not list."""

    CHILD_PROTECTION = "child-protection"
    CHILD_AND_FAMILY = "community-child-and-family"
    DISABILITY = "disability"
    FAMILY_VIOLENCE = "family-violence"
    HOMELESSNESS = "homelessness"
    OUT_OF_HOME_CARE = "out-of-home-care"
    SECURE_WELFARE = "secure-welfare"
    SEXUAL_ASSAULT = "sexual-assault"
    PUBLIC_HOUSING = "public-housing"
    HEALTH = "health"
    OTHER = "other"


class Provider(enum.StrEnum):
    """Kinds of provider."""

    ORGANISATION = "organisation"
    DEPARTMENT = "department"


class Position(enum.StrEnum):
    """Positions of a person in the service."""

    CLIENT = "client"
    STAFF = "staff"
    CARER = "carer"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class Impact(enum.StrEnum):
    """Degrees of an incident's impact on the client."""

    MAJOR = "major"
    NON_MAJOR = "non-major"


class OnList(enum.StrEnum):
    """Results of looking up a code in a list that is not held here."""

    LISTED = "listed"
    NOT_LISTED = "not-listed"
    NOT_LOOKED_UP = "not-looked-up"


class Matter(enum.StrEnum):
    """Matters that somebody may need help with."""

    NOTHING = "nothing"
    PLATFORM = "registration-learning-or-platform"
    POLICY = "incident-outcome-policy-or-process"
    VENDOR = "vendor-connection"
    REVIEW = "review-of-cims"


class ReportRole(enum.StrEnum):
    """Roles of a person in an incident report."""

    CLIENT = "client"
    SUBJECT_OF_ALLEGATION = "subject of allegation"
    ALLEGED_PERPETRATOR = "alleged perpetrator"
    PRESENT = "present when it happened"
    OTHER_CLIENT = "other client in the placement"


INCIDENT_REPORT: Final = "incident-report"
INVESTIGATION: Final = "investigation"
PLACEMENT: Final = "placement household"
STAFF: Final = "staff member"
DELEGATE: Final = "authorised-delegate"

CREATE: Final = "create"
SUBMIT: Final = "submit"
ARRIVE: Final = "arrive"
REVIEW: Final = "review"
RETURN: Final = "return"
ENDORSE: Final = "endorse"
ESCALATE: Final = "escalate"
RETURNED: Final = "returned"
EXTEND: Final = "extend"
CLEAR: Final = "clear"
WITH_THE_POLICE: Final = "with the police"

PAGE: Final = "vic"
NEW_POLICY: Final = "2024-12"
LAST_OF_THE_GUIDE: Final = "2024-06"
FIRST_DAY_OF_THE_POLICY: Final = dt.date(2024, 12, 9)
NDIS_ONLY_LEFT: Final = dt.date(2019, 7, 1)
