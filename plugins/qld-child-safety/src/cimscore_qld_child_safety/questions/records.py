"""What is asked about records: how many, whether they are joined to others, and where they go."""

from __future__ import annotations

from cimscore.rules import EarlierRecord, Grouping, Question, Record, TheCase
from cimscore_qld_child_safety.words import CENTRE_TEAM_LEADER, TEAM_LEADER, Together

MORE_THAN_ONE = Question(
    id="more-than-one-notification",
    about=TheCase,
    text="Which harm households share one notification, and which have their own? The first of each group leads it.",
    answers=Grouping,
    decided_by=TEAM_LEADER,
    weigh=("whether the concerns are about the same matter", "in which households the subject children live"),
    cites=("qld/record-notification/more-than-one",),
)

COMBINE_REPORTS = Question(
    id="combine-reports",
    about=EarlierRecord,
    text="Is the new information combined with this report, which is not approved yet, or does each go on by itself?",
    answers=Together,
    decided_by=TEAM_LEADER,
    weigh=("what the intake service concerned says",),
    cites=("qld/child-concern-report/combine-or-separate", "qld/child-concern-report/later-concerns"),
)

NOTIFICATION_ADVISED = Question(
    id="notification-advised",
    about=Record,
    text="Does the service centre's senior team leader advise a notification in place of this report?",
    answers=bool,
    decided_by=CENTRE_TEAM_LEADER,
    weigh=(
        "the new concerns",
        "what they know of the child and family from lately",
        "the finished assessment and its outcome",
        "cumulative harm",
    ),
    cites=("qld/child-concern-report/advice-of-the-centre",),
)

CONSULT_SENIOR_PRACTITIONER = Question(
    id="consult-senior-practitioner",
    about=Record,
    text="Is a senior practitioner or manager consulted on this response?",
    answers=bool,
    decided_by=TEAM_LEADER,
    weigh=("whether the matter is complex or contentious", "whether the response can be decided without"),
    cites=("qld/child-concern-report/consultation",),
    silence=False,
    silence_because="Nobody has found the matter complex, contentious or impossible to decide.",
)

SECOND_NOTIFICATION = Question(
    id="second-notification",
    about=EarlierRecord,
    text="Is a second notification recorded in place of adding the new concerns to this investigation?",
    answers=bool,
    decided_by=TEAM_LEADER,
    weigh=("which household each matter is about", "where the family lives now", "how far the investigation is"),
    cites=("qld/additional-concerns/second-notification",),
)

FAMILY_MOVED = Question(
    id="family-moved",
    about=EarlierRecord,
    text="Has the family of this investigation moved for good to another geographical area?",
    answers=bool,
    cites=("qld/additional-concerns/moved-awaiting-write-up", "qld/additional-concerns/moved-talk-first"),
)

CENTRE = Question(
    id="service-centre",
    about=Record,
    text="Which area's service centre is the relevant one, where the subject children point to several?",
    answers=str,
    decided_by=TEAM_LEADER,
    weigh=("where the subject children live", "where the harm occurred"),
    cites=("qld/transfer/where-the-child-lives", "qld/transfer/where-the-harm-was"),
)
