"""What is a table on the page."""

from __future__ import annotations

from cimscore_qld_child_safety.words import Priority

from cimscore.calendars import BusinessDays, Hours, Period
from cimscore.policy import Row, Table

APPROVAL: Table[Priority, Period] = Table(
    id="approval",
    title="How long the senior team leader has to approve a notification, from the decision to record it",
    rows=(
        Row(Priority.HOURS_24, Hours(24), "qld/approve/24-hour"),
        Row(Priority.DAYS_5, BusinessDays(3), "qld/approve/5-day"),
        Row(Priority.DAYS_10, BusinessDays(5), "qld/approve/10-day"),
    ),
)
