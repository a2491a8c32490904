"""What is a table on the page, or on the page about commencing."""

from __future__ import annotations

from typing import Final

from cimscore.calendars import BusinessDays, Hours, Period
from cimscore.policy import Row, Table
from cimscore_qld_child_safety.words import Priority

APPROVAL: Final[Table[Priority, Period]] = Table(
    id="approval",
    title="How long the senior team leader has to approve a notification, from the decision to record it",
    rows=(
        Row(Priority.HOURS_24, Hours(24), "qld/approve/24-hour"),
        Row(Priority.DAYS_5, BusinessDays(3), "qld/approve/5-day"),
        Row(Priority.DAYS_10, BusinessDays(5), "qld/approve/10-day"),
    ),
)

CONVENTIONS: Final[Table[str, str]] = Table(
    id="counting",
    title="How days are counted where the page does not say",
    rows=(
        Row("first-day", "The day of the start is not counted.", "qld-interpretation-act/s-38/first-day-left-out"),
        Row("last-day", "The count ends on a business day.", "qld-interpretation-act/s-38/last-day-rolls-on"),
        Row("business-day", "Monday to Friday, at the approver's office.", "qld-interpretation-act/s-36/business-day"),
        Row("holidays", "Public holidays of the state do not count.", "qld-holidays-act/holidays/public-holidays"),
        Row("bank", "Nor do special and bank holidays.", "qld-holidays-act/districts/special-and-bank-holidays"),
        Row("show-day", "A show day counts everywhere but in its district.", "qld-holidays-act/districts/show-day"),
        Row(
            "part-day",
            "Christmas Eve counts, though it is a holiday from 6 pm.",
            "qld-holidays-act/part-day/christmas-eve",
        ),
    ),
)

COMMENCEMENT: Final[Table[Priority, Period]] = Table(
    id="commencement",
    title="How soon an investigation and assessment starts, from the decision that the threshold is met",
    rows=(
        Row(Priority.HOURS_24, Hours(24), "qld-commencement/commencement/options"),
        Row(Priority.DAYS_5, BusinessDays(5), "qld-commencement/commencement/days-are-business-days"),
        Row(Priority.DAYS_10, BusinessDays(10), "qld-commencement/commencement/days-are-business-days"),
    ),
)
