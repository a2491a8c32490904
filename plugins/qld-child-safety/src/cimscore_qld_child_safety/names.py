"""Names for a program that extends this one.

These stay what they are: a rename is told in the changelog one release before. Anything else in this package may move.
"""

from __future__ import annotations

from cimscore_qld_child_safety.rules.events import RECORDS
from cimscore_qld_child_safety.rules.harm import HARM
from cimscore_qld_child_safety.rules.investigation import COMMENCE, FINISH
from cimscore_qld_child_safety.rules.notification import APPROVE as APPROVE_NOTIFICATION
from cimscore_qld_child_safety.rules.priorities import PRIORITY
from cimscore_qld_child_safety.rules.report import APPROVE as APPROVE_REPORT
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.rules.subjects import SUBJECT
from cimscore_qld_child_safety.rules.transfer import TRANSFER
from cimscore_qld_child_safety.rules.vocabulary import (
    NOTIFICATION,
    REPORT,
    RESPONSE,
    child,
    concern,
    home,
    person,
    record,
)

__all__ = [
    "APPROVE_NOTIFICATION",
    "APPROVE_REPORT",
    "COMMENCE",
    "FINISH",
    "HARM",
    "NOTIFICATION",
    "PRIORITY",
    "RECORDS",
    "REPORT",
    "RESPONSE",
    "ROLES",
    "SUBJECT",
    "TRANSFER",
    "child",
    "concern",
    "home",
    "person",
    "record",
]
