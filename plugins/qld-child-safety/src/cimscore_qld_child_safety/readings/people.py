"""Readings that change a harm household, a subject child or a role."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class VisitorSubject(enum.StrEnum):
    """Events in which a visiting child may be the subject child, when both homes are harm households."""

    OWN_HOME = "own-home"
    BOTH = "both"


VISITOR_IN_HOST_RECORD: Final = Reading(
    id="visitor-in-host-record",
    question="Where both homes are harm households, is the visiting child a subject child in the host's event too?",
    readings={
        VisitorSubject.OWN_HOME: "Only in the event of the own home.",
        VisitorSubject.BOTH: "In the events of both homes.",
    },
    taken=VisitorSubject.OWN_HOME,
    because="A notification is of a household in which its subject children live; the visitor does not live there.",
    clauses=("qld/record-notification/visiting-child", "qld/record-notification/one-notification"),
    ambiguities=("Q-58", "Q-55"),
)


class VisitorsHome(enum.StrEnum):
    """Conditions that may make a visiting child's own home a harm household."""

    AS_IN_THE_EXAMPLE = "as-in-the-example"
    WHENEVER_UNPROTECTED = "whenever-unprotected"


VISITORS_OWN_HOME: Final = Reading(
    id="visitors-own-home",
    question="When is the own home of a visiting child who came to harm a harm household as well?",
    readings={
        VisitorsHome.AS_IN_THE_EXAMPLE: "When the harm is significant, a child of the host is harmed too, and "
        "neither set of parents protects.",
        VisitorsHome.WHENEVER_UNPROTECTED: "Whenever the visiting child's own parents do not protect.",
    },
    taken=VisitorsHome.AS_IN_THE_EXAMPLE,
    because="The page says so of that example alone; otherwise the child is a subject where the harm occurred.",
    clauses=("qld/record-notification/visiting-child",),
    ambiguities=("Q-58", "Q-28", "Q-59"),
)


class ResponsibleChild(enum.StrEnum):
    """Readings of which children responsible for harm need an event of their own."""

    ANY_AGE_ONCE_RECORDED = "any-age-once-recorded"
    TEN_OR_MORE = "ten-or-more"


RESPONSIBLE_CHILD: Final = Reading(
    id="responsible-child",
    question="Does the limit of ten years hold for a child recorded as subject child in an earlier notification?",
    readings={
        ResponsibleChild.ANY_AGE_ONCE_RECORDED: "No: there is a new event at any age, and for harm to any child.",
        ResponsibleChild.TEN_OR_MORE: "Yes: two events only from ten years on, and only for harm to a sibling.",
    },
    taken=ResponsibleChild.ANY_AGE_ONCE_RECORDED,
    because="The paragraph after the list names no age and no sibling; without an earlier notification the list holds.",
    clauses=("qld/subject-or-other/responsible-for-sibling", "qld/subject-or-other/responsible-new-event"),
    ambiguities=("Q-31", "Q-33", "Q-34", "Q-35"),
)


class FosterSiblings(enum.StrEnum):
    """Readings of "sibling", with and without foster siblings."""

    LEFT_OUT = "left-out"
    INCLUDED = "included"


FOSTER_SIBLINGS: Final = Reading(
    id="foster-siblings",
    question="Is a foster child a sibling, for harm that a child of ten or more is said to be responsible for?",
    readings={
        FosterSiblings.LEFT_OUT: "No; full, half, step and adoptive siblings are.",
        FosterSiblings.INCLUDED: "Yes.",
    },
    taken=FosterSiblings.LEFT_OUT,
    because="The page says sibling and no more; foster placement makes a household, not kin.",
    clauses=("qld/subject-or-other/responsible-for-sibling",),
    ambiguities=("Q-32",),
)


class ResidenceDay(enum.StrEnum):
    """Days that may decide if a child lived in the household or was a visitor."""

    HARM = "harm"
    RECEIPT = "receipt"
    DECISION = "decision"


RESIDENCE_DAY: Final = Reading(
    id="residence-day",
    question="On which day must a child have lived where the harm happened, to be no visitor there?",
    readings={
        ResidenceDay.HARM: "On the day on which it happened.",
        ResidenceDay.RECEIPT: "On the day on which the information is received.",
        ResidenceDay.DECISION: "On the day on which the response is decided.",
    },
    taken=ResidenceDay.HARM,
    because="A parent elsewhere who protects does not undo harm at home, and a notification has a subject child.",
    clauses=("qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/present-not-resident"),
    ambiguities=("Q-26", "Q-28"),
)


class TenYears(enum.StrEnum):
    """Days on which a child said to be responsible for harm may have to be ten."""

    RECEIPT = "receipt"
    HARM = "harm"
    DECISION = "decision"


TEN_YEARS: Final = Reading(
    id="ten-years-on",
    question="On which day must a child be ten who is said to have harmed a sibling, to have an event of their own?",
    readings={
        TenYears.RECEIPT: "On the day on which the information is received.",
        TenYears.HARM: "On the day of the harm; where that or the birth is not known, on the day of receipt.",
        TenYears.DECISION: "On the day on which the response is decided.",
    },
    taken=TenYears.RECEIPT,
    because="It is the day on which the concerns are received that an event is made for.",
    clauses=("qld/subject-or-other/responsible-for-sibling",),
    ambiguities=("Q-31",),
)
