"""Places that are not households: a school, a park, a service site; and the states of places."""

from __future__ import annotations

import enum

import attrs

from cimscore.case.unknown import UNKNOWN, Unknown


class State(enum.StrEnum):
    """The states and territories; ``another`` is a place outside all of them."""

    VICTORIA = "victoria"
    QUEENSLAND = "queensland"
    NEW_SOUTH_WALES = "new-south-wales"
    SOUTH_AUSTRALIA = "south-australia"
    WESTERN_AUSTRALIA = "western-australia"
    TASMANIA = "tasmania"
    NORTHERN_TERRITORY = "northern-territory"
    CAPITAL_TERRITORY = "australian-capital-territory"
    ANOTHER = "another"


class PlaceKind(enum.StrEnum):
    """Kinds of place. A motel room or a caravan in which a family lives together is a household."""

    SCHOOL = "school"
    PARK = "park"
    STREET = "street"
    HOSPITAL = "hospital"
    SERVICE_SITE = "service-site"
    CUSTODY = "custody"
    VEHICLE = "vehicle"
    HOTEL = "hotel"
    OFFICE = "office"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class PlaceEntry:
    """Place that is not a household: where something happened, or where a person without a home sleeps.

    Attributes:
        id: Id of the place in this case.
        kind: Kind of place.
        area: Geographical area of the place, as the programs name areas.
        state: State of the place. Defaults to the one that its area's name says (``Townsville, Qld``), and then to the
            state of the program that asks.
        label: Name for readers.
    """

    id: str
    kind: PlaceKind | Unknown = UNKNOWN
    area: str | Unknown = UNKNOWN
    state: State | Unknown | None = None
    label: str = ""
