"""What is a list in the sources: kinds of incident, and what a count of business days rests on."""

from __future__ import annotations

import enum

from cimscore.policy import Row, Table
from cimscore_ndis_incidents.words import Kind, Practice


class Counted(enum.StrEnum):
    """What the law says of a count of business days."""

    DAY_LEFT_OUT = "day-left-out"
    LAST_DAY_ROLLS_ON = "last-day-rolls-on"
    HOLIDAY_OF_THE_PLACE = "holiday-of-the-place"


KINDS: Table[Kind, str] = Table(
    id="kinds",
    title="Incidents that are notified within 24 hours whatever came of them",
    rows=(
        Row(Kind.DEATH, "death", "ndis-commission/kinds/death"),
        Row(Kind.SERIOUS_INJURY, "serious injury", "ndis-commission/kinds/serious-injury"),
        Row(Kind.ABUSE_OR_NEGLECT, "abuse or neglect", "ndis-commission/kinds/abuse-or-neglect"),
        Row(Kind.UNLAWFUL_CONTACT, "unlawful contact or assault", "ndis-commission/kinds/unlawful-contact"),
        Row(Kind.SEXUAL_MISCONDUCT, "sexual misconduct", "ndis-commission/kinds/sexual-misconduct"),
    ),
)

PRACTICES: Table[Practice, str] = Table(
    id="practices",
    title="When the use of a restrictive practice is reportable",
    rows=(
        Row(Practice.UNAUTHORISED, "reportable", "ndis-commission/kinds/unauthorised-restrictive-practice"),
        Row(Practice.OUTSIDE_THE_PLAN, "reportable", "ndis-commission/kinds/outside-the-plan"),
        Row(Practice.NO_PROCESS, "not reportable by itself", "ndis-commission/kinds/no-authorisation-process"),
    ),
)

BUSINESS_DAYS: Table[Counted, str] = Table(
    id="business-days",
    title="What a count of business days rests on",
    rows=(
        Row(Counted.DAY_LEFT_OUT, "the first day is left out", "cth-interpretation-act/s-36/day-left-out"),
        Row(Counted.LAST_DAY_ROLLS_ON, "the last rolls on", "cth-interpretation-act/s-36/last-day-rolls-on"),
        Row(Counted.HOLIDAY_OF_THE_PLACE, "by the place", "cth-interpretation-act/s-36/holiday-of-the-place"),
    ),
)

EVERY = (KINDS, PRACTICES, BUSINESS_DAYS)
