"""The words that several modules share: variables, kinds of record, where supports are delivered.

Add a line here when a second module needs a variable or a question. What only one of them needs stands there.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.case import Moment
from cimscore.rules import Concern, Person, Question, Record, RecordKind, Value
from cimscore_ndis_incidents.words import FIVE_DAY_FORM, NOTIFICATION, Kind


class Place(enum.StrEnum):
    """The states and territories, and one that nobody has named."""

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
state: Final = Value("state", Place)
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
    why="the state whose days the program has of its own",
    cites=("ndis-commission/times/in-victoria",),
)
