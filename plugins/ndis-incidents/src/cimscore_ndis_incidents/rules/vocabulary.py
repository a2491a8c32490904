"""Words that several modules share: variables, kinds of record, where supports are delivered.

Add a line here when a second module needs a variable or a question.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.calendars import named_state
from cimscore.case import Moment, PlaceKind
from cimscore.rules import (
    Comparison,
    Concern,
    Conclusion,
    Defined,
    Household,
    Make,
    Person,
    Place,
    Question,
    Record,
    RecordKind,
    Topic,
    Value,
    some,
)
from cimscore.rules.vocabulary import happened_at, happened_in, in_state, is_concern, is_place_of_kind, place_in_state
from cimscore_ndis_incidents.words import FIVE_DAY_FORM, NOTIFICATION, IncidentKind


class StateOrTerritory(enum.StrEnum):
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
kind: Final = Value("kind", IncidentKind)
site: Final = Place("site")
home: Final = Household("home")
state: Final = Value("state", StateOrTerritory)
other_state: Final = Value("other state", StateOrTerritory, other_than=state)
place: Final = Value("place", str)
reason: Final = Value("reason", str)
edition: Final[Value[str]] = Value("edition", str)

# Kinds of record.
IMMEDIATE: Final = RecordKind(NOTIFICATION, "immediate notification of {incident}")
FORM: Final = RecordKind(FIVE_DAY_FORM, "five-day form on {incident}")

PLACE: Final = Question(
    id="place",
    things=(),
    text="At which place is the notification made? Its local holidays count; 'elsewhere' is a place without changes of "
    "its own, which keeps the days of the state calendar.",
    answers=str,
    cites=("cth-interpretation-act/s-36/holiday-of-the-place",),
)


def names_a_state(place: object) -> bool:
    """Return True if the name of a place says its state or territory behind it."""
    return named_state(place) is not None


def state_of(place: object) -> StateOrTerritory:
    """Return the state in a place's name, for example that of ``Brisbane, Qld``."""
    return StateOrTerritory(named_state(place) or StateOrTerritory.ANOTHER)


has_a_states_name: Final = Comparison("{0} [has] the name of a state behind it", names_a_state)
has_a_state_in_its_name: Final = Defined(
    (),
    "the name of the place at which the notification is made [says|does not say] its state",
    some(place, PLACE.is_(place) & has_a_states_name(place)),
)
happened_in_a_state: Final = Defined(
    (state,),
    "something [happened|did not happen] in the state of {state}",
    some((incident, site), happened_at(incident, site) & place_in_state(site, state))
    | some((incident, home), happened_in(incident, home) & in_state(home, state)),
)
happened_in_one_state: Final = Defined(
    (state,),
    "everything [happened|did not happen] in the state of {state}, as far as that is known",
    happened_in_a_state(state) & ~some(other_state, happened_in_a_state(other_state)),
)
TAKEN: Final = Conclusion(
    "state-taken",
    (state,),
    "the supports [are] taken to be delivered in the state of {state} until it is said",
    topic=Topic.SCOPE,
    leading=True,
)
TAKEN.row(
    "state-in-the-name-of-the-place",
    Make(state_of, (place,)),
    when=PLACE.is_(place) & has_a_states_name(place),
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
TAKEN.row(
    "state-in-which-it-happened",
    state,
    when=happened_in_one_state(state),
    unless=has_a_state_in_its_name(),
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
TAKEN.row(
    "victoria",
    StateOrTerritory.VICTORIA,
    when=~has_a_state_in_its_name() & ~some(state, happened_in_one_state(state)),
    cites=["ndis-commission/times/in-victoria"],
)
STATE: Final = Question(
    id="state",
    things=(),
    text="In which state are the supports delivered?",
    answers=StateOrTerritory,
    member=state,
    working=TAKEN(state),
    why="the state in the name of the place of the notification, or else the one in which it happened, or else the one "
    "whose dates the Commission gives",
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
COUNTED_IN: Final = Conclusion(
    "counted-in",
    (incident, state),
    "business days for {incident} [are] counted in the state of {state}",
    topic=Topic.STARTS,
    leading=True,
)
COUNTED_IN.row(
    "state-in-the-name-of-the-place",
    incident,
    Make(state_of, (place,)),
    when=is_concern(incident) & PLACE.is_(place) & has_a_states_name(place),
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
COUNTED_IN.row(
    "where-supports-are-delivered",
    incident,
    state,
    when=delivered_in(incident, state),
    unless=has_a_state_in_its_name(),
    cites=["cth-interpretation-act/s-36/holiday-of-the-place"],
)
