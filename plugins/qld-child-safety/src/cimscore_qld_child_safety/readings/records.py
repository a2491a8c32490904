"""Readings that change the number of records, or where they go."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.rules import Reading


class RelevantCentre(enum.StrEnum):
    """Service centres that may receive an investigation."""

    HARM_HOUSEHOLD = "harm-household"
    WHERE_THE_CHILD_LIVES = "where-the-child-lives"


RELEVANT_CENTRE: Final = Reading(
    id="relevant-centre",
    question="Which service centre is the relevant one for the transfer?",
    readings={
        RelevantCentre.HARM_HOUSEHOLD: "The one in the area of the harm household, as for the notification itself.",
        RelevantCentre.WHERE_THE_CHILD_LIVES: "The one where the child lives; with two homes, where the harm was.",
    },
    taken=RelevantCentre.HARM_HOUSEHOLD,
    because="A notification is sent by its harm household; an investigation that went elsewhere would part from it.",
    clauses=(
        "qld/record-notification/to-the-centre",
        "qld/transfer/where-the-child-lives",
        "qld/transfer/where-the-harm-was",
    ),
    ambiguities=("Q-59", "Q-72"),
)


class Joined(enum.StrEnum):
    """Ways to join two conditions that the page lists without "and" or "or"."""

    BOTH = "both"
    EITHER = "either"


CLOSED_AND_NO_INTERVENTION: Final = Reading(
    id="closed-and-no-ongoing-intervention",
    question="Must an investigation be closed lately and no ongoing intervention be open, or is either enough?",
    readings={Joined.BOTH: "Both.", Joined.EITHER: "Either."},
    taken=Joined.BOTH,
    because="That no ongoing intervention is open holds of nearly every child; alone it would tell nothing.",
    clauses=("qld/child-concern-report/recently-investigated",),
    ambiguities=("Q-43", "Q-45"),
)

SECOND_NOTIFICATION_SITUATIONS: Final = Reading(
    id="second-notification-situations",
    question="Is a second notification a choice in either of the two listed situations, or only where both hold?",
    readings={Joined.EITHER: "In either.", Joined.BOTH: "Only where both hold."},
    taken=Joined.EITHER,
    because="They are two situations of different families: one child moves home, or the whole family moves area.",
    clauses=("qld/additional-concerns/previous-household", "qld/additional-concerns/moved-awaiting-write-up"),
    ambiguities=("Q-76",),
)

NOTHING_TO_LINK_BY: Final = Reading(
    id="nothing-to-link-by",
    question="Are concerns that nothing links to a child kept out of ICMS at once, or only once attempts failed?",
    readings={
        Joined.BOTH: "Only when attempts have failed too.",
        Joined.EITHER: "At once; that attempts failed says no more than that.",
    },
    taken=Joined.BOTH,
    because="All concerns are recorded; the exception is read narrowly.",
    clauses=("qld/no-identifying-information/not-in-icms", "qld/duplicates/record-everything"),
    ambiguities=("Q-84", "Q-85"),
)

FULL_IDENTIFYING_INFORMATION: Final = Reading(
    id="full-identifying-information",
    question="Is every effort owed when either a name or a way to the child is missing, or only when both are?",
    readings={Joined.EITHER: "When either is missing.", Joined.BOTH: "Only when both are missing."},
    taken=Joined.EITHER,
    because="The page asks for full information, and lists a name and an address.",
    clauses=("qld/no-identifying-information/every-effort",),
    ambiguities=("Q-83",),
)


class PreviousHousehold(enum.StrEnum):
    """Readings of "previous household" for an investigation."""

    ANY_OTHER = "any-other"
    LEFT = "left"


PREVIOUS_HOUSEHOLD: Final = Reading(
    id="previous-household",
    question="Is the household of an open investigation a previous one while the child still lives there at times?",
    readings={
        PreviousHousehold.ANY_OTHER: "Yes: any household but that of the new concerns; the senior team leader decides.",
        PreviousHousehold.LEFT: "No: only one where the child lives no longer.",
    },
    taken=PreviousHousehold.ANY_OTHER,
    because="It puts the choice to the senior team leader, who may still decide to add the concerns.",
    clauses=("qld/additional-concerns/previous-household",),
    ambiguities=("Q-77",),
)


class PendingReport(enum.StrEnum):
    """People whose unapproved report may have to be considered."""

    CHILD_OR_FAMILY = "child-or-family"
    CHILD = "child"


PENDING_REPORT: Final = Reading(
    id="pending-report",
    question="Does a report not yet approved count that is about the same household but another child?",
    readings={
        PendingReport.CHILD_OR_FAMILY: "Yes: the clause speaks of the child or family.",
        PendingReport.CHILD: "No: only one in which this child is recorded.",
    },
    taken=PendingReport.CHILD_OR_FAMILY,
    because="The clause names the family beside the child.",
    clauses=("qld/child-concern-report/combine-or-separate",),
    ambiguities=("Q-42",),
)


class SeveralResponses(enum.StrEnum):
    """Ways to record a household's concerns that get different responses."""

    A_RECORD_EACH = "a-record-each"
    THE_NOTIFICATION = "the-notification"


SEVERAL_RESPONSES: Final = Reading(
    id="several-responses",
    question="When one household's concerns get a notification and a child concern report, is there a record for each?",
    readings={
        SeveralResponses.A_RECORD_EACH: "Yes: each concern is recorded with the response it was given.",
        SeveralResponses.THE_NOTIFICATION: "No: the notification carries them all.",
    },
    taken=SeveralResponses.A_RECORD_EACH,
    because="Each decision is honoured as it was made; the page does not say that one response swallows another.",
    clauses=("qld/record-notification/one-notification", "qld/duplicates/new-and-duplicate"),
    ambiguities=("Q-93",),
)


class NewChild(enum.StrEnum):
    """Records of a concern about a child who is new to an investigation that has started."""

    A_NOTIFICATION = "a-notification"
    ADDED = "added"


NEW_TO_A_STARTED_INVESTIGATION: Final = Reading(
    id="new-to-a-started-investigation",
    question="Where do concerns go that are about a child new to an investigation that has started?",
    readings={
        NewChild.A_NOTIFICATION: "Into a notification of their own, with a start of its own.",
        NewChild.ADDED: "They are added to it, if they relate to a subject child of it too.",
    },
    taken=NewChild.A_NOTIFICATION,
    because="A notification gives the child a start. The page adds persons to an investigation, and does not say how "
    "soon they are seen.",
    clauses=("qld/additional-concerns/new-persons", "qld/additional-concerns/form"),
    ambiguities=("Q-80",),
)
