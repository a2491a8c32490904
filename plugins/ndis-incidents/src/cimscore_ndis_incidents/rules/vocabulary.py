"""Words that several modules share: variables, kinds of record, where supports are delivered.

Add a line here when a second module needs a variable or a question.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.case import Moment, PlaceKind
from cimscore.rules import Concern, Defined, Person, Question, Record, RecordKind, Value, some
from cimscore.rules import Place as PlaceOfCase
from cimscore.rules.vocabulary import happened_at, is_concern, is_place_of_kind, place_in_state
from cimscore_ndis_incidents.words import FIVE_DAY_FORM, NOTIFICATION, Kind


class Place(enum.StrEnum):
    """States and territories, and a place for one that nobody has named."""

    VICTORIA = "victoria"
    QUEENSLAND = "queensland"
    NEW_SOUTH_WALES = "new-south-wales"
    SOUTH_AUSTRALIA = "south-australia"
    WESTERN_AUSTRALIA = "western-australia"
    TASMANIA = "tasmania"
    NORTHERN_TERRITORY = "northern-territory"
    CAPITAL_TERRITORY = "australian-capital-territory"
    ANOTHER = "another"


# Things.
person: Final = Person("person")
incident: Final = Concern("incident")
record: Final = Record("record")
moment: Final = Value("moment", Moment)
kind: Final = Value("kind", Kind)
site: Final = PlaceOfCase("site")
state: Final = Value("state", Place)
other_state: Final = Value("other state", Place, other_than=state)
reason: Final = Value("reason", str)
edition: Final[Value[str]] = Value("edition", str)

# Kinds of record.
IMMEDIATE: Final = RecordKind(NOTIFICATION, "immediate notification of {incident}")
FORM: Final = RecordKind(FIVE_DAY_FORM, "five-day form on {incident}")

STATE: Final = Question(
    id="state",
    things=(),
    text="In which state are the supports delivered?",
    answers=Place,
    working=Place.VICTORIA,
    why="one state has to be taken until it is said, and the Commission's page gives its dates for this one",
    cites=("ndis-commission/times/in-victoria",),
)

state_of_the_site: Final = Defined(
    (incident, state),
    "the service site at which {incident} happened [lies] in the state of {state}",
    some(
        site,
        happened_at(incident, site) & is_place_of_kind(site, PlaceKind.SERVICE_SITE) & place_in_state(site, state),
    ),
)
delivered_in: Final = Defined(
    (incident, state),
    "the supports of {incident} [are] delivered in the state of {state}",
    state_of_the_site(incident, state)
    | (is_concern(incident) & STATE.is_(state) & ~some(other_state, state_of_the_site(incident, other_state))),
)
"""The state comes from the service site of the incident, if entered. Otherwise somebody is asked."""
