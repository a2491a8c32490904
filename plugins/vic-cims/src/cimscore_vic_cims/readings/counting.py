"""Readings of the three days."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class ThreeDays(enum.StrEnum):
    """Kinds of days or hours that "three days" may mean."""

    BUSINESS_DAYS = "business-days"
    CALENDAR_DAYS = "calendar-days"
    HOURS_72 = "72-hours"


class EndOfPeriodOfDays(enum.StrEnum):
    """Times of the last day at which a period may end."""

    END_OF_DAY = "end-of-day"
    SAME_CLOCK = "same-clock"
    CLOSE_OF_BUSINESS = "close-of-business"


class FirstDay(enum.StrEnum):
    """Readings of the first day, without or with the day of disclosure."""

    LEFT_OUT = "left-out"
    COUNTED = "counted"


class DisclosedMeans(enum.StrEnum):
    """People whose knowledge may start the clock."""

    ANY_WORKER = "any-worker"
    PROVIDER = "provider"


class DisclosedIfAccusedKnows(enum.StrEnum):
    """Readings of an incident that only the accused person knows of: disclosed, or not yet."""

    NOT_DISCLOSED = "not-disclosed"
    DISCLOSED = "disclosed"


class ClockRestarts(enum.StrEnum):
    """Events on which the clock may start again."""

    NEVER = "never"
    ON_ESCALATION = "on-escalation"


class CalendarRoll(enum.StrEnum):
    """Ends of a period in calendar days whose last day is not a business day."""

    STAYS = "stays"
    ROLLS_ON = "rolls-on"


class WhoseHolidays(enum.StrEnum):
    """Places whose holidays may count."""

    SITE = "service-site"
    HEAD_OFFICE = "head-office"
    DEPARTMENT = "department"


THREE_DAYS: Final = Reading(
    id="three-days",
    question="What kind of days are the three days?",
    readings={
        ThreeDays.BUSINESS_DAYS: "Three business days.",
        ThreeDays.CALENDAR_DAYS: "Three days, every day counted.",
        ThreeDays.HOURS_72: "72 hours, elapsed.",
    },
    taken=ThreeDays.BUSINESS_DAYS,
    because="The update of 2020 set three business days, and nothing says that the policy shortened them.",
    clauses=("vic/reporting/three-days",),
    ambiguities=("V-23", "V-34"),
)

END_OF_LAST_DAY: Final = Reading(
    id="end-of-last-day",
    question="When on its last day does a period of days end?",
    readings={
        EndOfPeriodOfDays.END_OF_DAY: "At the end of the day, local time.",
        EndOfPeriodOfDays.SAME_CLOCK: "At the time of day at which it began.",
        EndOfPeriodOfDays.CLOSE_OF_BUSINESS: "At the close of business, taken as 5 pm.",
    },
    taken=EndOfPeriodOfDays.END_OF_DAY,
    because="The page counts in days and names no hour; a period in days lasts through its last day.",
    clauses=("vic/reporting/three-days",),
    ambiguities=("V-24", "X-01", "X-02"),
)

FIRST_DAY: Final = Reading(
    id="day-of-disclosure",
    question="Is the day of disclosure the first of the three?",
    readings={FirstDay.LEFT_OUT: "No, the next is.", FirstDay.COUNTED: "Yes."},
    taken=FirstDay.LEFT_OUT,
    because="A period of days after an event leaves its day out, as the laws on counting have it.",
    clauses=("vic/reporting/three-days",),
    ambiguities=("V-24", "V-27"),
)

DISCLOSED_MEANS: Final = Reading(
    id="disclosed-means",
    question="To whom does an incident have to be disclosed?",
    readings={
        DisclosedMeans.ANY_WORKER: "To any worker of the provider, who may also have seen it.",
        DisclosedMeans.PROVIDER: "To those who act for the provider.",
    },
    taken=DisclosedMeans.ANY_WORKER,
    because="It is the earliest moment, and an incident that was seen is never told; the earlier text had the provider "
    "become aware.",
    clauses=("vic/reporting/three-days", "vic-news-2020/reporting/major-three-business-days"),
    ambiguities=("V-25",),
)

ACCUSED_KNOWS: Final = Reading(
    id="accused-knows",
    question="Is an incident disclosed while only the person accused of it knows?",
    readings={
        DisclosedIfAccusedKnows.NOT_DISCLOSED: "No, not before another worker knows.",
        DisclosedIfAccusedKnows.DISCLOSED: "Yes, where they are a worker of the provider.",
    },
    taken=DisclosedIfAccusedKnows.NOT_DISCLOSED,
    because="Who did it has told nobody; the provider can do nothing of what the page asks before somebody else knows.",
    clauses=("vic/reporting/three-days",),
    ambiguities=("V-25",),
    under=(DISCLOSED_MEANS, DisclosedMeans.ANY_WORKER),
)

CLOCK_RESTARTS: Final = Reading(
    id="clock-restarts",
    question="Does the clock start again when more is disclosed, or an incident turns out to be of major impact?",
    readings={ClockRestarts.NEVER: "No.", ClockRestarts.ON_ESCALATION: "Yes, when the report is escalated."},
    taken=ClockRestarts.NEVER,
    because="The page counts from the incident being disclosed, which happens once.",
    clauses=("vic/reporting/three-days",),
    ambiguities=("V-26", "V-31"),
)

CALENDAR_ROLL: Final = Reading(
    id="calendar-roll",
    question="Read as calendar days: does a last day move that is no business day?",
    readings={CalendarRoll.STAYS: "No.", CalendarRoll.ROLLS_ON: "Yes, to the next business day."},
    taken=CalendarRoll.STAYS,
    because="The law that moves it is about Acts, and this is a policy.",
    clauses=("vic/reporting/three-days", "vic-interpretation-act/s-44/last-day-rolls-on"),
    ambiguities=("V-32",),
    under=(THREE_DAYS, ThreeDays.CALENDAR_DAYS),
)

WHOSE_HOLIDAYS: Final = Reading(
    id="whose-holidays",
    question="At which place do holidays count?",
    readings={
        WhoseHolidays.SITE: "Where the service is delivered.",
        WhoseHolidays.HEAD_OFFICE: "Where the provider has its head office.",
        WhoseHolidays.DEPARTMENT: "Where the department's office is.",
    },
    taken=WhoseHolidays.SITE,
    because="There the report is made.",
    clauses=("vic/reporting/three-days", "vic-public-holidays-act/s-8/council-holidays"),
    ambiguities=("V-33", "X-09"),
)
