"""People accused of an incident, named in the case or not yet named.

Add a line here when a policy says whose part in an incident counts.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Question, same, some
from cimscore.rules.vocabulary import acts_as, responsible_for
from cimscore_vic_cims.readings.scope import WHO_IS_STAFF, WhoIsStaff
from cimscore_vic_cims.rules.vocabulary import POSITION, incident, person, position
from cimscore_vic_cims.words import Position

ACCUSED_UNNAMED: Final = Question(
    id="accused-unnamed",
    things=(incident,),
    text="What to the service is whoever is accused in {incident}, whom the case does not name? 'other' where that is "
    "nobody, or somebody from outside.",
    answers=Position,
    working=Position.STAFF,
    why="the answer by which nothing is left uninvestigated",
    cites=("vic-guidance-resources/investigations/major-abuse-by-staff",),
)

names_nobody_accused: Final = Defined(
    (incident,),
    "{incident} [names] nobody who is said to be responsible",
    ~some(person, responsible_for(incident, person)),
)
is_in_position: Final = Defined(
    (person, position),
    "{person} [is] in the position {position} at the service",
    (POSITION.is_(person, position) & ~acts_as(person, "staff"))
    | (acts_as(person, "staff") & same(position, Position.STAFF)),
)
accuses: Final = Defined(
    (incident, position),
    "{incident} [accuses] somebody in the position {position}",
    some(person, responsible_for(incident, person) & is_in_position(person, position))
    | (names_nobody_accused(incident) & ACCUSED_UNNAMED.is_(incident, position)),
)
accuses_staff: Final = Defined(
    (incident,),
    "{incident} [accuses] staff",
    accuses(incident, Position.STAFF)
    | (
        WHO_IS_STAFF.is_(WhoIsStaff.EVERY_WORKER)
        & (accuses(incident, Position.CARER) | accuses(incident, Position.VOLUNTEER))
    ),
)
accuses_worker_or_client: Final = Defined(
    (incident,),
    "{incident} [accuses] any of staff, volunteers, clients",
    accuses_staff(incident) | accuses(incident, Position.VOLUNTEER) | accuses(incident, Position.CLIENT),
)
