"""Readings that change a date: the start of a period, its end, or the choice between two periods."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class EndOfBusinessDays(enum.StrEnum):
    """Ends of a period of business days."""

    END_OF_DAY = "end-of-day"
    SAME_CLOCK = "same-clock"
    CLOSE_OF_BUSINESS = "close-of-business"


END_OF_LAST_DAY: Final = Reading(
    id="end-of-last-day",
    question="When on its last business day does a period end?",
    readings={
        EndOfBusinessDays.END_OF_DAY: "At the end of the day, local time.",
        EndOfBusinessDays.SAME_CLOCK: "At the time of day at which it began.",
        EndOfBusinessDays.CLOSE_OF_BUSINESS: "At the close of business, taken as 5 pm.",
    },
    taken=EndOfBusinessDays.END_OF_DAY,
    because="The page counts in days and names no hour; a period in days lasts through its last day.",
    clauses=("qld/approve/5-day", "qld/approve/10-day", "qld/child-concern-report/5-business-days"),
    ambiguities=("Q-66", "X-01", "X-02"),
)


class EditionDate(enum.StrEnum):
    """Moments that may select the edition of the page."""

    DECISION = "decision"
    RECEIPT = "receipt"


EDITION_DATE: Final = Reading(
    id="edition-date",
    question="Which moment of an intake selects the edition of the page?",
    readings={
        EditionDate.DECISION: "The day on which the response is decided; until then the day of assessment.",
        EditionDate.RECEIPT: "The day on which the information is received.",
    },
    taken=EditionDate.DECISION,
    because="The page tells how an outcome is recorded, so the day of the outcome counts; it has no transition rule.",
    clauses=("qld/record-intake/in-icms",),
    ambiguities=("Q-01",),
)


class TransferClock(enum.StrEnum):
    """Starts of the time for the transfer."""

    SAME_DEADLINE = "same-deadline"
    FROM_APPROVAL = "from-approval"


TRANSFER_CLOCK: Final = Reading(
    id="transfer-clock",
    question="Does the transfer share the deadline of the approval, or have as long again from the approval?",
    readings={
        TransferClock.SAME_DEADLINE: "The same deadline, counted from the decision.",
        TransferClock.FROM_APPROVAL: "An equal period of its own, counted from the approval.",
    },
    taken=TransferClock.SAME_DEADLINE,
    because="An earlier manual moved a 24-hour matter at once; as long again would make 24 hours 48.",
    clauses=("qld/transfer/same-timeframes",),
    ambiguities=("Q-70",),
)


class ReportStart(enum.StrEnum):
    """Starts of the five business days for a child concern report."""

    CREATION = "creation"
    RECEIPT = "receipt"
    DECISION = "decision"


REPORT_APPROVAL_START: Final = Reading(
    id="report-approval-start",
    question="From when do the five business days for approving a child concern report count?",
    readings={
        ReportStart.CREATION: "From the creation of the intake event.",
        ReportStart.RECEIPT: "From the receipt of the information.",
        ReportStart.DECISION: "From the decision on the response.",
    },
    taken=ReportStart.CREATION,
    because="It is the event that should not stay open, so its life counts, and that starts with its creation.",
    clauses=("qld/child-concern-report/5-business-days",),
    ambiguities=("Q-40",),
)


class ThirtyDays(enum.StrEnum):
    """Moments at which the thirty days since an investigation closed may be measured."""

    AT_RECORDING = "at-recording"
    AT_RECEIPT = "at-receipt"


THIRTY_DAYS: Final = Reading(
    id="thirty-days",
    question="At which moment must an investigation have been closed for less than thirty days?",
    readings={
        ThirtyDays.AT_RECORDING: "When its event is created; where it joins a report on file, when it is decided.",
        ThirtyDays.AT_RECEIPT: "When the information is received.",
    },
    taken=ThirtyDays.AT_RECORDING,
    because="The clause begins with a report being recorded; the days are a difference of dates, so 30 is too many.",
    clauses=("qld/child-concern-report/recently-investigated",),
    ambiguities=("Q-44",),
)


class Shorter(enum.StrEnum):
    """Deadlines that the shorter of two timeframes may set."""

    EARLIER_DEADLINE = "earlier-deadline"
    FROM_OLD_START = "shorter-from-old-start"
    FROM_NEW_START = "shorter-from-new-start"


SHORTER_TIMEFRAME: Final = Reading(
    id="shorter-timeframe",
    question="When old and new priority differ, by when does the investigation start?",
    readings={
        Shorter.EARLIER_DEADLINE: "By the earlier of the two deadlines, each counted from its own decision.",
        Shorter.FROM_OLD_START: "Within the shorter period, counted from the first decision.",
        Shorter.FROM_NEW_START: "Within the shorter period, counted from the new decision.",
    },
    taken=Shorter.EARLIER_DEADLINE,
    because="It never falls after either deadline, and never before the new concerns were decided on.",
    clauses=("qld/additional-concerns/shorter-timeframe",),
    ambiguities=("Q-79",),
)


class HundredDays(enum.StrEnum):
    """Ways to count the hundred days of an investigation."""

    CALENDAR_FROM_DECISION = "calendar-from-decision"
    BUSINESS_FROM_DECISION = "business-from-decision"
    CALENDAR_FROM_COMMENCEMENT = "calendar-from-commencement"


HUNDRED_DAYS: Final = Reading(
    id="hundred-days",
    question="Which days are the hundred in which an investigation is finished, and from when do they count?",
    readings={
        HundredDays.CALENDAR_FROM_DECISION: "Calendar days from the decision to record the notification.",
        HundredDays.BUSINESS_FROM_DECISION: "Business days from that decision.",
        HundredDays.CALENDAR_FROM_COMMENCEMENT: "Calendar days from the start of the investigation.",
    },
    taken=HundredDays.CALENDAR_FROM_DECISION,
    because="The page says business days where it means them; later concerns do not start the count anew.",
    clauses=("qld/no-identifying-information/100-days",),
    ambiguities=("Q-82",),
)
