"""Names for a program that extends this one.

These stay what they are: a rename is told in the changelog one release before. Anything else in this package may move.
"""

from __future__ import annotations

from cimscore_vic_cims.rules.earlier import AT_ONCE, MONTHLY, THREE_BUSINESS_DAYS
from cimscore_vic_cims.rules.incident import GOES, RECORDS, is_client_incident, is_report, is_report_on
from cimscore_vic_cims.rules.police import INVESTIGATE, INVESTIGATE_ONCE_CLEARED
from cimscore_vic_cims.rules.report import ENDORSE_IT, REPORT_IT
from cimscore_vic_cims.rules.roles import ROLES
from cimscore_vic_cims.rules.scope import CASE_IN_SCOPE, IN_SCOPE
from cimscore_vic_cims.rules.vocabulary import (
    IMPACT,
    INCIDENT_TYPE,
    INQUIRY,
    POSITION,
    PROVIDER,
    REPORT,
    SERVICE,
    client,
    incident,
    person,
    record,
)

__all__ = [
    "AT_ONCE",
    "CASE_IN_SCOPE",
    "ENDORSE_IT",
    "GOES",
    "IMPACT",
    "INCIDENT_TYPE",
    "INQUIRY",
    "INVESTIGATE",
    "INVESTIGATE_ONCE_CLEARED",
    "IN_SCOPE",
    "MONTHLY",
    "POSITION",
    "PROVIDER",
    "RECORDS",
    "REPORT",
    "REPORT_IT",
    "ROLES",
    "SERVICE",
    "THREE_BUSINESS_DAYS",
    "client",
    "incident",
    "is_client_incident",
    "is_report",
    "is_report_on",
    "person",
    "record",
]
