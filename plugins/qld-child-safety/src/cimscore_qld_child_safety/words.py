"""The program's own words: responses, priorities, roles and records, as the practice manual uses them."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Role


class Response(enum.StrEnum):
    """What is done with concerns once they have been weighed."""

    NOTIFICATION = "notification"
    CHILD_CONCERN_REPORT = "child-concern-report"
    INTAKE_ENQUIRY = "intake-enquiry"
    LIMITED_INTAKE = "limited-intake"


class Priority(enum.StrEnum):
    """How soon an investigation and assessment starts."""

    HOURS_24 = "24-hour"
    DAYS_5 = "5-day"
    DAYS_10 = "10-day"


class ChildRole(Role):
    """What a person is in an intake event."""

    SUBJECT_CHILD = "subject child"
    OTHER_CHILD = "other child"
    PARENT = "parent"


HARM_HOUSEHOLD: Final = "harm household"
NOTIFICATION: Final = "notification"
OFFICER: Final = "child-safety-officer"
TEAM_LEADER: Final = "senior-team-leader"
