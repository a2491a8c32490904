"""What happened, to whom, and how it is classified. Whom an incident is about are the clients it affected."""

from __future__ import annotations

from cimscore.rules import Code, Concern, Person, Question, TheCase
from cimscore_vic_cims.words import DELEGATE, Impact, Position

CLIENT_HARMED = Question(
    id="client-harmed",
    about=Concern,
    text="Did it harm a client?",
    answers=bool,
    cites=("vic/reporting/reportable", "vic-child-protection-manual/definitions/harm"),
)

HARM_ALLEGED = Question(
    id="harm-alleged",
    about=Concern,
    text="Is it alleged that it harmed a client?",
    answers=bool,
    cites=("vic-child-protection-manual/definitions/harm-alleged",),
)

SERIOUS_HARM_LIKELY = Question(
    id="serious-harm-likely",
    about=Concern,
    text="Was serious harm to a client reasonably likely?",
    answers=bool,
    cites=("vic-child-protection-manual/definitions/harm-reasonably-likely",),
)

DURING_DELIVERY = Question(
    id="during-service-delivery",
    about=Concern,
    text="Did it happen while the service was being delivered to the client?",
    answers=bool,
    cites=("vic/reporting/reportable",),
)

HARM_DURING_DELIVERY = Question(
    id="harm-during-service-delivery",
    about=Concern,
    text="Did the harm come about while the service was being delivered to the client?",
    answers=bool,
    cites=("vic/reporting/reportable",),
)

CLIENT_AT_DISCLOSURE = Question(
    id="client-at-disclosure",
    about=Concern,
    text="Was the client receiving the service when the incident was disclosed?",
    answers=bool,
    cites=("vic/reporting/reportable",),
)

CLIENT_AT_REPORT = Question(
    id="client-at-report",
    about=Concern,
    text="Was the client receiving the service when the incident was reported?",
    answers=bool,
    cites=("vic/reporting/reportable",),
)

IN_APPROVED_CARE = Question(
    id="in-approved-care",
    about=Concern,
    text="Was the child then cared for by somebody other than a parent, as Child Protection approved?",
    answers=bool,
    cites=("vic-child-protection-manual/definitions/child-protection-scope",),
)

NO_MORE_THAN_ILLNESS = Question(
    id="no-more-than-illness-or-dangerous-actions",
    about=Concern,
    text="Was it no more than an illness, or dangerous actions of the child?",
    answers=bool,
    cites=("vic-child-protection-manual/incident-types/not-reportable",),
    silence=False,
    silence_because="Whoever reports an illness or a child's dangerous actions, and nothing else, says so.",
)

WAS_CLIENT_INCIDENT = Question(
    id="was-a-client-incident",
    about=Concern,
    text="Was it a client incident by the guide in force when it was submitted? The guide is not among the sources.",
    answers=bool,
    cites=("vic-news-2020/reporting/other-monthly", "vic-news-2020/reporting/other-three-business-days"),
)

IMPACT = Question(
    id="impact",
    about=Concern,
    text="Was the impact on the client major?",
    answers=Impact,
    decided_by=DELEGATE,
    weigh=("what it did to the client", "the criteria of the policy, which are not among the sources"),
    cites=("vic-child-protection-manual/definitions/other-impact",),
)

POSITION = Question(
    id="position",
    about=Person,
    text="What is this person to the service?",
    answers=Position,
    cites=("vic-child-protection-manual/definitions/staff-always-major",),
)

HAS_DIED = Question(
    id="has-died",
    about=Person,
    text="Has this client died?",
    answers=bool,
    cites=("vic/immediate-response/safety",),
    silence=False,
    silence_because="A death is said.",
)

NEEDS_MEDICAL_ATTENTION = Question(
    id="needs-medical-attention",
    about=Person,
    text="Does this client need medical attention?",
    answers=bool,
    cites=("vic/immediate-response/medical-attention",),
)

INCIDENT_TYPE = Question(
    id="incident-type",
    about=Concern,
    text="Of which type is the incident? One not listed, of another program or an earlier guide, is 'another'.",
    answers=str,
    codes=(
        Code("absent-client"),
        Code("another"),
        Code("attempted-suicide"),
        Code("dangerous-actions", until="2024-12"),
        Code("death"),
        Code("emotional-or-psychological-abuse"),
        Code("emotional-or-psychological-harm"),
        Code("escape-from-secure-facility"),
        Code("financial-abuse"),
        Code("inappropriate-physical-treatment"),
        Code("inappropriate-sexual-behaviour"),
        Code("injury-explained"),
        Code("injury-unexplained"),
        Code("medication-error"),
        Code("neglect"),
        Code("physical-abuse"),
        Code("poor-quality-of-care", until="2024-12"),
        Code("self-harm"),
        Code("serious-risk", from_="2024-06"),
        Code("sexual-abuse"),
        Code("sexual-exploitation-grooming"),
        Code("sexual-exploitation-suspected"),
    ),
    cites=("vic/update-2024/serious-risk",),
)

PROGRAM_TYPE = Question(
    id="program-type",
    about=TheCase,
    text="Under which program type is the incident reported? The page names one; every other is 'another'.",
    answers=str,
    codes=(Code("another"), Code("family-violence-and-sexual-assault-services", from_="2024-06")),
    cites=("vic/update-2024/program-type",),
)
