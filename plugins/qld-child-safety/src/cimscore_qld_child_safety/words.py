"""Terms of the program: responses, priorities, roles, records, and the people who act."""

from __future__ import annotations

import enum
from typing import Final
from zoneinfo import ZoneInfo

BRISBANE: Final = ZoneInfo("Australia/Brisbane")
TEN: Final = 10
"""The age from which a child may be recorded as responsible for harm to a sibling."""


class Response(enum.StrEnum):
    """Responses to concerns."""

    NOTIFICATION = "notification"
    CHILD_CONCERN_REPORT = "child-concern-report"
    INTAKE_ENQUIRY = "intake-enquiry"
    LIMITED_INTAKE = "limited-intake"


class Priority(enum.StrEnum):
    """Times within which an investigation and assessment must start, shortest first."""

    HOURS_24 = "24-hour"
    DAYS_5 = "5-day"
    DAYS_10 = "10-day"


class Together(enum.StrEnum):
    """Ways to record new information while an earlier report waits for approval."""

    COMBINE = "combine"
    SEPARATE = "separate"


class EventRole(enum.StrEnum):
    """Roles of a person in an intake event."""

    SUBJECT_CHILD = "subject child"
    OTHER_CHILD = "other child"
    PARENT = "parent"
    HOUSEHOLD_MEMBER = "household member"


class KindOfRecord(enum.StrEnum):
    """Kinds of record that the page names, new or on file."""

    NOTIFICATION = "notification"
    REPORT = "child-concern-report"
    ENQUIRY = "intake-enquiry"
    LIMITED = "limited-intake-response"
    ADDITIONAL = "additional-notified-concerns"
    COMBINED = "combined-report"
    CASE_NOTE = "received-concerns-case-note"
    UNIDENTIFIED = "unidentified-concerns"
    INVESTIGATION = "investigation"
    INTERVENTION = "ongoing-intervention"


class Step(enum.IntEnum):
    """Steps of the work on an intake, in the order of the page."""

    DECIDE = 0
    CREATE = 1
    PEOPLE = 2
    FILL_IN = 3
    ATTACH = 4
    FORWARD = 5
    ADVICE = 6
    APPROVE = 7
    HAND_OVER = 8
    INVESTIGATE = 9


HARM_HOUSEHOLD: Final = "harm household"
NO_DUPLICATE: Final = "none"

OFFICER: Final = "child-safety-officer"
TEAM_LEADER: Final = "senior-team-leader"
CENTRE_TEAM_LEADER: Final = "centre-senior-team-leader"
AUTHORISED_OFFICER: Final = "authorised-officer"

THE_OFFICER: Final = "the child safety officer"
THE_TEAM_LEADER: Final = "the senior team leader"
THE_INTAKE_TEAM_LEADER: Final = "the intake service's senior team leader"
THE_INTAKE_SERVICE: Final = "the intake service"
THE_CENTRE: Final = "the service centre"
