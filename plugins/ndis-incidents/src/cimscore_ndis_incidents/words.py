"""Terms of the program: kinds of incident, roles, and the two documents that go to the Commission."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final


class IncidentKind(enum.StrEnum):
    """Kinds of reportable incident; NONE for an incident that is not reportable."""

    DEATH = "death"
    SERIOUS_INJURY = "serious-injury"
    ABUSE_OR_NEGLECT = "abuse-or-neglect"
    UNLAWFUL_CONTACT = "unlawful-contact"
    SEXUAL_MISCONDUCT = "sexual-misconduct"
    RESTRICTIVE_PRACTICE = "restrictive-practice"
    NONE = "none"


class Role(enum.StrEnum):
    """Roles of a person in a notification or form."""

    AFFECTED = "person affected"
    SUBJECT_OF_ALLEGATION = "subject of allegation"
    PRESENT = "present when it happened"


NOTIFICATION: Final = "immediate-notification"
FIVE_DAY_FORM: Final = "five-day-form"
COMMISSION: Final = "the NDIS Quality and Safeguards Commission"
FIRST_DAY_IN_VICTORIA: Final = dt.date(2019, 7, 1)
