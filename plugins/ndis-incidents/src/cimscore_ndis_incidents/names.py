"""Names for a program that extends this one.

These stay what they are: a rename is told in the changelog one release before. Anything else in this package may move.
"""

from __future__ import annotations

from cimscore_ndis_incidents.rules.roles import ROLES
from cimscore_ndis_incidents.rules.scope import CASE_IN_SCOPE, IN_SCOPE
from cimscore_ndis_incidents.rules.sending import AS_SAID, GOES, NOTIFY, RECORDS, SEND_THE_FORM
from cimscore_ndis_incidents.rules.vocabulary import FORM, IMMEDIATE, incident, person, record

__all__ = [
    "AS_SAID",
    "CASE_IN_SCOPE",
    "FORM",
    "GOES",
    "IMMEDIATE",
    "IN_SCOPE",
    "NOTIFY",
    "RECORDS",
    "ROLES",
    "SEND_THE_FORM",
    "incident",
    "person",
    "record",
]
