"""Words that several modules share: variables, kinds of record, and questions.

Add a line here when a second module needs a variable or a question.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import Moment
from cimscore.rules import Concern, Defined, Household, Person, Question, Record, RecordKind, Value, same, some
from cimscore.rules.vocabulary import is_about, is_foster_parent_of, is_parent_of, is_person, lives_in
from cimscore_vic_cims.words import DELEGATE, INCIDENT_REPORT, INVESTIGATION, Impact, Position, Provider, Service

# Things.
person: Final = Person("person")
client: Final = Person("client")
incident: Final = Concern("incident")
other_incident: Final = Concern("other incident", other_than=incident)
home: Final = Household("home")
other_home: Final = Household("other home", other_than=home)
record: Final = Record("record")
moment: Final = Value("moment", Moment)
other_moment: Final = Value("other moment", Moment, other_than=moment)
day: Final = Value("day", dt.date)
edition: Final[Value[str]] = Value("edition", str)
word: Final = Value("word", str)
reason: Final = Value("reason", str)
code: Final = Value("type", str)
position: Final = Value("position", Position)

# Kinds of record.
REPORT: Final = RecordKind(INCIDENT_REPORT, "incident report on {incident}")
INQUIRY: Final = RecordKind(INVESTIGATION, "investigation of {incident}")

# Services, and who delivers them.
SERVICE: Final = Question(
    id="service",
    things=(),
    text="In which service did it happen? Scope goes by the service, not by the organisation; a service not listed is "
    "'other'.",
    answers=Service,
    working=Service.OTHER,
    why="a service that nobody has named is not out of scope for that",
    cites=("vic/scope/full-detail",),
)
PROVIDER: Final = Question(
    id="provider",
    things=(),
    text="Who delivers the service: an organisation, or the department itself?",
    answers=Provider,
    working=Provider.ORGANISATION,
    why="most services are delivered by organisations",
    cites=("vic/current-policy/service-providers",),
)
OWN_SYSTEM: Final = Question(
    id="own-system",
    things=(),
    text="Does the provider report from a system of its own, over the department's connection?",
    answers=bool,
    working=False,
    why="the page names the webform; a system of the provider's own is said where there is one",
    granted=True,
    cites=("vic/reporting/three-days",),
)

# Questions about an incident.
INCIDENT_TYPE: Final = Question(
    id="incident-type",
    things=(incident,),
    text="Of which type is {incident}? One that is not listed here is given in its own words, or as 'another'.",
    answers=str,
    other_words=True,
    codes=dict.fromkeys(
        (
            "absent-client",
            "another",
            "attempted-suicide",
            "dangerous-actions",
            "death",
            "emotional-or-psychological-abuse",
            "emotional-or-psychological-harm",
            "escape-from-secure-facility",
            "financial-abuse",
            "inappropriate-physical-treatment",
            "inappropriate-sexual-behaviour",
            "injury-explained",
            "injury-unexplained",
            "medication-error",
            "neglect",
            "physical-abuse",
            "poor-quality-of-care",
            "self-harm",
            "serious-risk",
            "sexual-abuse",
            "sexual-exploitation-grooming",
            "sexual-exploitation-suspected",
        ),
        "vic/update-2024/serious-risk",
    ),
    working="another",
    why="no type is taken for granted; whoever makes the report gives it",
    cites=("vic/update-2024/serious-risk",),
)
IMPACT: Final = Question(
    id="impact",
    things=(incident,),
    text="Was the impact of {incident} on the client major?",
    answers=Impact,
    working=Impact.MAJOR,
    why="the answer from which more follows, and sooner",
    decided_by=DELEGATE,
    weigh=("what it did to the client", "the criteria of the policy, which are not among the sources"),
    cites=("vic-child-protection-manual/definitions/other-impact",),
)
is_foster_carer_of_a_client: Final = Defined(
    (person,),
    "{person} [is] a foster carer of somebody whom an incident is about",
    some((incident, client), is_about(incident, client) & is_foster_parent_of(person, client)),
)
is_parent_at_home: Final = Defined(
    (person,),
    "{person} [is] a parent, in one home with their child, of somebody whom an incident is about",
    some(
        (incident, client, home),
        is_about(incident, client) & is_parent_of(person, client) & lives_in(person, home) & lives_in(client, home),
    ),
)
is_taken_to_be: Final = Defined(
    (person, position),
    "{person} [is] taken to be in the position {position} until it is said",
    is_person(person)
    & (
        (is_foster_carer_of_a_client(person) & same(position, Position.CARER))
        | (is_parent_at_home(person) & ~is_foster_carer_of_a_client(person) & same(position, Position.OTHER))
        | (~is_parent_at_home(person) & ~is_foster_carer_of_a_client(person) & same(position, Position.STAFF))
    ),
)
POSITION: Final = Question(
    id="position",
    things=(person,),
    text="What is {person} to the service?",
    answers=Position,
    member=position,
    working=is_taken_to_be(person, position),
    why="a foster carer is a carer, and a parent at home with their child is no worker; of anybody else, the answer by "
    "which nothing is left uninvestigated",
    cites=("vic-child-protection-manual/definitions/staff-always-major",),
)
