"""Places that are no household: a school, a park, a service site; and the states in which places lie."""

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
    """A kind of place. A motel room or a caravan in which a family lives together is a household."""

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
    """A place that is no household: where something happened, or where somebody sleeps who lives in no home.

    Attributes:
        id: Names the place in this case.
        kind: What it is.
        area: The geographical area it lies in, as the programs name areas.
        state: The state it lies in; where it is left out, that of the program that asks.
        label: For people to read.
    """

    id: str
    kind: PlaceKind | Unknown = UNKNOWN
    area: str | Unknown = UNKNOWN
    state: State | Unknown | None = None
    label: str = ""
