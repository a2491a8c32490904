"""People who were dead when the information was received. They no longer live in any household.

Add a line here when a policy says what becomes of somebody who has died.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import When, before
from cimscore.rules import Comparison, Defined, Value, some
from cimscore.rules.vocabulary import died_on, has_died, received
from cimscore_qld_child_safety.rules.vocabulary import moment, person
from cimscore_qld_child_safety.words import BRISBANE

day_of_death: Final = Value("day of death", Moment)


def is_later(died: When, told: When) -> int:
    """Return the grade with which somebody died after the information was received."""
    return before(told, died, BRISBANE)


after_receipt: Final = Comparison("{0} [is] after {1}", is_later)
is_dead: Final = Defined(
    (person,),
    "{person} [is] dead when the information is received",
    has_died(person)
    & ~some(
        (day_of_death, moment), died_on(person, day_of_death) & received(moment) & after_receipt(day_of_death, moment)
    ),
)
