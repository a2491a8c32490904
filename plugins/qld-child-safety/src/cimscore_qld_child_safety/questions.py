"""What only a person or the case's own system can answer, and what a person has to weigh."""

from __future__ import annotations

from cimscore_qld_child_safety.words import OFFICER, TEAM_LEADER, Priority, Response

from cimscore.rules import Concern, Grouping, Person, PersonAt, Question, TheCase

RESPONSE = Question(
    id="response",
    about=Concern,
    text="Which response do these concerns get?",
    answers=Response,
    decided_by=OFFICER,
    weigh=("the screening criteria", "the child-protection history", "cumulative harm"),
    cites=("qld/record-notification/form",),
)

PRIORITY = Question(
    id="response-priority",
    about=Concern,
    text="How soon does the investigation and assessment of these concerns have to start?",
    answers=Priority,
    decided_by=OFFICER,
    weigh=("the response priority assessment",),
    cites=("qld/record-notification/form",),
)

RELATE = Question(
    id="concerns-relate",
    about=PersonAt,
    text="Do the concerns relate to this child too, in this household?",
    answers=bool,
    decided_by=OFFICER,
    weigh=("the information received", "the family's history", "cumulative harm", "harm that cannot be observed"),
    cites=("qld/subject-or-other/concerns-relate",),
)

PROTECTIVE = Question(
    id="protective-parent",
    about=Person,
    text="Does this child have a parent who is able and willing to protect them from future harm?",
    answers=bool,
    cites=("qld/subject-or-other/present-not-resident",),
)

MORE_THAN_ONE = Question(
    id="more-than-one-notification",
    about=TheCase,
    text="Which harm households share one notification, and which have their own? The first of each group leads it.",
    answers=Grouping,
    decided_by=TEAM_LEADER,
    weigh=("whether the concerns are about the same matter", "in which households the subject children live"),
    cites=("qld/record-notification/more-than-one",),
)

OFFICE = Question(
    id="office",
    about=TheCase,
    text="At which place is the approver's office? Its local holidays count; 'elsewhere' has none.",
    answers=str,
    cites=("qld-interpretation-act/s-36/business-day",),
)

COMBINE_REPORTS = Question(id="combine-reports", about=TheCase, text="Is the information combined with the report not yet approved, or recorded on its own?", answers=bool)

CONSULT_SENIOR_PRACTITIONER = Question(id="consult-senior-practitioner", about=TheCase, text="x", answers=bool)

DUPLICATE_OF = Question(id="duplicate-of", about=TheCase, text="x", answers=bool)

NOTIFICATION_ADVISED = Question(id="notification-advised", about=TheCase, text="x", answers=bool)

REQUEST_WHEREABOUTS = Question(id="request-whereabouts", about=TheCase, text="x", answers=bool)

SECOND_NOTIFICATION = Question(id="second-notification", about=TheCase, text="x", answers=bool)

WHERE_KEPT = Question(id="where-kept", about=TheCase, text="x", answers=bool)

WHOSE_PROTECTION = Question(id="whose-protection", about=TheCase, text="x", answers=bool)
