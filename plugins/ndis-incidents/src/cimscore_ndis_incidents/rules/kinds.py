"""Reportable incidents: their kinds, and the use of a restrictive practice.

Add a line here when the Rules name another kind, or say when a practice is reportable.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, Value, some
from cimscore.rules.vocabulary import acts_as, is_about, is_concern
from cimscore_ndis_incidents.rules.scope import IN_SCOPE
from cimscore_ndis_incidents.rules.vocabulary import incident, kind, person, reason
from cimscore_ndis_incidents.tables import KINDS
from cimscore_ndis_incidents.words import IncidentKind

_PROTECTIVE: Final = "the answer by which nothing goes unnotified"
STAFF: Final = "staff"

title: Final = Value("title", str)

KIND: Final = Question(
    id="kind",
    things=(incident,),
    text="Which kind of incident happened, or is alleged to have happened, in {incident}?",
    answers=IncidentKind,
    working=IncidentKind.SERIOUS_INJURY,
    why="five of six kinds are notified within 24 hours, as this one is",
    cites=("ndis/s-16/reportable",),
)
CONNECTED: Final = Question(
    id="connected-with-supports",
    things=(incident,),
    text="Did {incident} happen in connection with NDIS supports or services?",
    answers=bool,
    working=True,
    why=_PROTECTIVE,
    cites=("ndis-commission/kinds/connection",),
)
ONLY_ALLEGED: Final = Question(
    id="only-alleged",
    things=(incident,),
    text="Is {incident} only alleged?",
    answers=bool,
    working=False,
    why="an incident that is only alleged is notified all the same",
    granted=True,
    cites=("ndis/s-17/alleged",),
)
AUTHORISATION_PROCESS: Final = Question(
    id="authorisation-process",
    things=(),
    text="Does the state have a process of authorising restrictive practices?",
    answers=bool,
    working=True,
    why=_PROTECTIVE,
    cites=("ndis-commission/kinds/no-authorisation-process",),
)
AUTHORISED: Final = Question(
    id="authorised",
    things=(incident,),
    text="Was the use of the restrictive practice in {incident} authorised?",
    answers=bool,
    working=False,
    why=_PROTECTIVE,
    cites=("ndis-commission/kinds/unauthorised-restrictive-practice",),
)
FOLLOWED_THE_PLAN: Final = Question(
    id="followed-the-plan",
    things=(incident,),
    text="Did the use of the restrictive practice in {incident} follow the behaviour support plan?",
    answers=bool,
    working=False,
    why=_PROTECTIVE,
    cites=("ndis-commission/kinds/outside-the-plan",),
)
PRACTICE_HARMED: Final = Question(
    id="practice-harmed",
    things=(incident,),
    text="Did the use of the restrictive practice in {incident} result in harm?",
    answers=bool,
    working=True,
    why="the answer that gives the sooner time",
    cites=("ndis-commission/times/restrictive-practice-with-harm",),
)

WITH_DISABILITY: Final = Question(
    id="person-with-disability",
    things=(person,),
    text="Is {person} a person with disability who receives the supports?",
    answers=bool,
    working=True,
    why="supports are for people with disability; of anybody else it is said",
    granted=True,
    unless=acts_as(person, STAFF),
    cites=("ndis-commission/kinds/serious-injury", "ndis/s-16/reportable"),
)
KIND_IS_ONE: Final = Question(
    id="of-one-of-the-kinds",
    things=(incident,),
    text="Is it settled that {incident} is reportable as one of the six kinds, though not yet as which?",
    answers=bool,
    working=False,
    why="the kind is asked; where only that is known, it is said",
    granted=True,
    cites=("ndis/s-16/reportable",),
)
affects_others_only: Final = Defined(
    (incident,),
    "{incident} [is] about nobody with a disability",
    some(person, is_about(incident, person) & ~WITH_DISABILITY(person))
    & ~some(person, is_about(incident, person) & WITH_DISABILITY(person)),
)

is_of_a_listed_kind: Final = Defined(
    (incident,),
    "{incident} [is] of a kind that is notified whatever came of it",
    is_concern(incident) & some((kind, title), KIND.is_(incident, kind) & KINDS(kind, title)),
)
is_a_practice: Final = Defined(
    (incident,),
    "{incident} [is] the use of a restrictive practice",
    is_concern(incident) & KIND.is_(incident, IncidentKind.RESTRICTIVE_PRACTICE),
)

# Reportable practices: a row for each sentence.
PRACTICE: Final = Conclusion(
    "reportable-practice",
    (incident,),
    "{incident} [is] the use of a practice that is reportable",
    topic=Topic.STARTS,
)
PRACTICE.row(
    "outside-the-plan",
    incident,
    when=is_a_practice(incident) & ~FOLLOWED_THE_PLAN(incident),
    cites=["ndis-commission/kinds/outside-the-plan"],
)
PRACTICE.row(
    "not-authorised",
    incident,
    when=is_a_practice(incident) & AUTHORISATION_PROCESS() & ~AUTHORISED(incident),
    cites=["ndis-commission/kinds/unauthorised-restrictive-practice"],
)
is_reportable_at_once: Final = Defined(
    (incident,),
    "{incident} [is] reportable at once",
    is_of_a_listed_kind(incident) | (PRACTICE(incident) & PRACTICE_HARMED(incident)),
)
is_reportable: Final = Defined(
    (incident,),
    "{incident} [is] of a reportable kind",
    is_of_a_listed_kind(incident) | PRACTICE(incident) | (is_concern(incident) & KIND_IS_ONE(incident)),
)
is_owed: Final = Defined(
    (incident,),
    "{incident} [is] one of which the Commission is to be told",
    IN_SCOPE(incident) & CONNECTED(incident) & is_reportable(incident) & ~affects_others_only(incident),
)

# Not reportable: a reason with its clause.
NOT_REPORTABLE: Final = Conclusion(
    "not-reportable", (incident, reason), "{incident} [is] not reportable: {reason}", topic=Topic.SCOPE, denies=is_owed
)
NOT_REPORTABLE.row(
    "of-no-kind",
    incident,
    "it is of none of the kinds",
    when=IN_SCOPE(incident) & KIND.is_(incident, IncidentKind.NONE),
    unless=KIND_IS_ONE(incident),
    cites=["ndis/s-16/reportable"],
)
NOT_REPORTABLE.row(
    "of-nobody-with-disability",
    incident,
    "it is about nobody with a disability who receives supports",
    when=IN_SCOPE(incident) & affects_others_only(incident),
    cites=["ndis/s-16/reportable"],
)
NOT_REPORTABLE.row(
    "not-connected",
    incident,
    "it has no connection with NDIS supports or services",
    when=IN_SCOPE(incident),
    unless=CONNECTED(incident),
    cites=["ndis-commission/kinds/connection"],
)
NOT_REPORTABLE.row(
    "no-process-of-authorisation",
    incident,
    "its use followed the plan, in a state without a process of authorisation",
    when=IN_SCOPE(incident) & is_a_practice(incident) & FOLLOWED_THE_PLAN(incident),
    unless=AUTHORISATION_PROCESS() | KIND_IS_ONE(incident),
    cites=["ndis-commission/kinds/no-authorisation-process"],
)
NOT_REPORTABLE.row(
    "authorised-by-the-plan",
    incident,
    "its use was authorised, as the plan has it",
    when=IN_SCOPE(incident)
    & is_a_practice(incident)
    & FOLLOWED_THE_PLAN(incident)
    & AUTHORISATION_PROCESS()
    & AUTHORISED(incident),
    unless=KIND_IS_ONE(incident),
    cites=["ndis-commission/kinds/unauthorised-restrictive-practice", "ndis-commission/kinds/outside-the-plan"],
)
