"""Lists from the sources: periods for each response priority.

A period that changes with an edition is a dated line: the old one until that edition, the new one from it.
"""

from __future__ import annotations

from typing import Final

from cimscore.calendars import BusinessDays, Hours, Period
from cimscore.rules import Row, Table
from cimscore_qld_child_safety.words import Priority

APPROVAL: Final = Table[Priority, Period](
    "approval",
    "How long the senior team leader has to approve a notification, from the decision to record it",
    (
        Row(Priority.HOURS_24, Hours(24), "qld/approve/24-hour"),
        Row(Priority.DAYS_5, BusinessDays(3), "qld/approve/5-day"),
        Row(Priority.DAYS_10, BusinessDays(5), "qld/approve/10-day"),
    ),
)
COMMENCEMENT: Final = Table[Priority, Period](
    "commencement",
    "How soon an investigation and assessment starts, from the decision that the threshold is met",
    (
        Row(Priority.HOURS_24, Hours(24), "qld-commencement/commencement/options"),
        Row(Priority.DAYS_5, BusinessDays(5), "qld-commencement/commencement/days-are-business-days"),
        Row(Priority.DAYS_10, BusinessDays(10), "qld-commencement/commencement/days-are-business-days"),
    ),
)
