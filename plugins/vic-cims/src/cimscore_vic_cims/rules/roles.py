"""Roles of people in a report or an investigation. A person who is hurt and also accused has both roles.

Add a line here when a policy gives somebody a role.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Person, RoleTable, some
from cimscore.rules.vocabulary import asks_about, is_about, lives_in, responsible_for, was_present
from cimscore_vic_cims.rules.clients import is_no_client
from cimscore_vic_cims.rules.editions import EDITION, NEWS_2020
from cimscore_vic_cims.rules.households import PLACEMENT
from cimscore_vic_cims.rules.incident import GOES
from cimscore_vic_cims.rules.vocabulary import POSITION, REPORT, client, home, incident, person, record
from cimscore_vic_cims.words import Position, ReportRole

housemate: Final = Person("housemate", other_than=client)

is_client_in: Final = Defined(
    (person, record),
    "{record} [is] on an incident about the client {person}",
    some(incident, GOES(incident, record) & (is_about(incident, person) | asks_about(incident, person)))
    & ~is_no_client(person),
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
shares_a_placement: Final = Defined(
    (client, housemate),
    "{client} [shares] a placement with {housemate}",
    some(home, PLACEMENT(home) & lives_in(client, home) & lives_in(housemate, home)),
)

ROLES: Final = RoleTable((person, record), ReportRole, needs=((ReportRole.CLIENT, (REPORT,)),))
ROLES.who("client", ReportRole.CLIENT, when=is_client_in(person, record), cites=["vic/reporting/reportable"])
ROLES.who(
    "client-by-the-guide",
    ReportRole.CLIENT,
    when=is_client_in(person, record),
    cites=["vic/update-2024/submitted-before"],
)
ROLES.who(
    "subject-of-allegation",
    ReportRole.SUBJECT_OF_ALLEGATION,
    when=is_accused_in(person, record),
    cites=["vic-child-protection-manual/definitions/staff-always-major"],
)
ROLES.who(
    "subject-of-allegation-by-the-guide",
    ReportRole.SUBJECT_OF_ALLEGATION,
    when=is_accused_in(person, record),
    cites=["vic-news-2020/terms/subject-of-allegation"],
)
ROLES.who(
    "alleged-perpetrator",
    ReportRole.ALLEGED_PERPETRATOR,
    when=is_accused_in(person, record) & ~EDITION(NEWS_2020, "update-1-2020"),
    cites=["vic/update-2024/submitted-before"],
)
ROLES.who(
    "other-client",
    ReportRole.OTHER_CLIENT,
    when=some(client, is_client_in(client, record) & shares_a_placement(client, person))
    & POSITION.is_(person, Position.CLIENT),
    unless=is_client_in(person, record) | is_accused_in(person, record),
    cites=["vic/reporting/reportable", "vic/scope/out-of-home-care"],
)
ROLES.who(
    "present",
    ReportRole.PRESENT,
    when=was_there_in(person, record),
    unless=is_client_in(person, record) | is_accused_in(person, record),
    cites=["vic/reporting/reportable"],
)
ROLES.who(
    "present-by-the-guide",
    ReportRole.PRESENT,
    when=was_there_in(person, record),
    unless=is_client_in(person, record) | is_accused_in(person, record),
    cites=["vic/update-2024/submitted-before"],
)
