"""Roles in what is sent to the Commission. A person who is affected and also accused has both roles.

Add a line here when a source gives somebody a role.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, RoleTable, some
from cimscore.rules.vocabulary import acts_as, asks_about, is_about, responsible_for, was_present
from cimscore_ndis_incidents.rules.kinds import STAFF, WITH_DISABILITY
from cimscore_ndis_incidents.rules.sending import GOES
from cimscore_ndis_incidents.rules.vocabulary import incident, person, record
from cimscore_ndis_incidents.words import Role

is_affected_in: Final = Defined(
    (person, record),
    "{record} [is] on an incident about {person}",
    some(incident, GOES(incident, record) & (is_about(incident, person) | asks_about(incident, person))),
)
is_accused_in: Final = Defined(
    (person, record),
    "{person} [is] said to be responsible for the incident of {record}",
    some(incident, GOES(incident, record) & responsible_for(incident, person)),
)
was_there_in: Final = Defined(
    (person, record),
    "{person} [was] there when the incident of {record} happened",
    some(incident, GOES(incident, record) & was_present(incident, person)),
)

ROLES: Final = RoleTable((person, record), Role)
ROLES.who(
    "affected",
    Role.AFFECTED,
    when=is_affected_in(person, record),
    unless=acts_as(person, STAFF) & ~WITH_DISABILITY(person),
    cites=["ndis/s-16/reportable"],
)
ROLES.who(
    "subject-of-allegation",
    Role.SUBJECT_OF_ALLEGATION,
    when=is_accused_in(person, record),
    cites=["ndis/s-16/reportable", "ndis/s-17/alleged"],
)
ROLES.who(
    "present",
    Role.PRESENT,
    when=was_there_in(person, record),
    unless=is_affected_in(person, record) | is_accused_in(person, record),
    cites=["ndis/s-16/reportable"],
)
