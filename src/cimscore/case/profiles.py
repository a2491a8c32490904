"""The part of a person in the case, and which facts of them are on record."""

from __future__ import annotations

import enum
from typing import Final

import attrs

from cimscore.case.unknown import UNKNOWN, Unknown


class Part(enum.StrEnum):
    """Part in the case: one of the family and those around it, or somebody who acts for a body.

    A person who acts for a body is never assumed to be a parent, child or house-mate, is not a child to be assessed,
    and lives in no household of the case. They may be responsible, have been there, and move records.
    """

    FAMILY = "family"
    STAFF = "staff"
    DELEGATE = "delegate"
    OFFICER = "officer"
    TEAM_LEADER = "team-leader"
    POLICE = "police"
    DEPARTMENT = "department"
    AGENCY = "agency"


class Recorded(enum.StrEnum):
    """A fact of a person on their record, or not. What it is, a case never holds."""

    RECORDED = "recorded"
    NOT_RECORDED = "not-recorded"


@attrs.frozen(kw_only=True)
class Profile:
    """The facts of a person that are on their record; never what it says.

    Attributes:
        indigenous_status: Whether Indigenous status is on record.
        cultural_status: Whether cultural status is on record.
        health: Whether what is relevant of health is on record.
        disability: Whether what is relevant of a disability is on record.
        mental_health: Whether what is relevant of mental health is on record.
    """

    indigenous_status: Recorded | Unknown = UNKNOWN
    cultural_status: Recorded | Unknown = UNKNOWN
    health: Recorded | Unknown = UNKNOWN
    disability: Recorded | Unknown = UNKNOWN
    mental_health: Recorded | Unknown = UNKNOWN


NOTHING_SAID: Final = Profile()
