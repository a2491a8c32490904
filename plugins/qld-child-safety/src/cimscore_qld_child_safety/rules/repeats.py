"""Concerns of one case that may tell of the same incident: the later of two is asked about, and never taken as one.

Add a line here when a policy says what makes two concerns alike. What a duplicate is recorded as: events.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.rules import Comparison, Defined, Question, Value, some
from cimscore.rules.vocabulary import (
    happened_elsewhere,
    happened_in,
    is_about,
    is_concern,
    is_of_kind,
    occurred,
    responsible_for,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    DUPLICATE_OF,
    concern,
    home,
    kind,
    moment,
    other_concern,
    person,
)
from cimscore_qld_child_safety.words import BRISBANE, NO_DUPLICATE, OFFICER

REPEATS: Final = Question(
    id="repeats",
    things=(concern,),
    text="Is {concern} a duplicate of another concern of the case, about the very same incident?",
    answers=bool,
    working=False,
    why="both are taken as new, so that neither loses its clocks",
    decided_by=OFFICER,
    weigh=("whether it is the same incident, not a further one of the same kind", "whether it tells of anything new"),
    cites=("qld/duplicates/what-is-a-duplicate",),
)

its_moment: Final = Value("moment of the one before", Moment)


def comes_after(one: str, other: str) -> bool:
    """Return True if one concern comes after another by its name, so that of two the second alone can repeat."""
    return one > other


def is_of_another_day(one: Moment | Span, other: Moment | Span) -> bool:
    """Return True if two things surely happened on different days; where one of them is not told, they may not."""
    return not isinstance(one, Span) and not isinstance(other, Span) and one.day(BRISBANE) != other.day(BRISBANE)


after_it: Final = Comparison("{0} [comes] after {1}", comes_after)
on_another_day: Final = Comparison("{0} [is] on another day than {1}", is_of_another_day)
is_of_the_same_place: Final = Defined(
    (concern, other_concern),
    "{concern} [happened|did not happen] where {other concern} did",
    some(home, happened_in(concern, home) & happened_in(other_concern, home))
    | (happened_elsewhere(concern) & happened_elsewhere(other_concern)),
)
blames_somebody_else: Final = Defined(
    (concern, other_concern),
    "{concern} [blames] other people than {other concern}, which blames somebody too",
    some(person, responsible_for(concern, person))
    & some(person, responsible_for(other_concern, person))
    & ~some(person, responsible_for(concern, person) & responsible_for(other_concern, person)),
)
is_like: Final = Defined(
    (concern, other_concern),
    "{concern}, by child, kind and place, [resembles] the earlier {other concern}",
    is_concern(concern)
    & is_concern(other_concern)
    & after_it(concern, other_concern)
    & some(person, is_about(concern, person) & is_about(other_concern, person))
    & some(kind, is_of_kind(concern, kind) & is_of_kind(other_concern, kind))
    & is_of_the_same_place(concern, other_concern)
    & ~blames_somebody_else(concern, other_concern)
    & DUPLICATE_OF.is_(concern, NO_DUPLICATE)
    & DUPLICATE_OF.is_(other_concern, NO_DUPLICATE)
    & ~some(
        (moment, its_moment),
        occurred(concern, moment) & occurred(other_concern, its_moment) & on_another_day(moment, its_moment),
    ),
)
repeats: Final = Defined(
    (concern,),
    "{concern} [repeats] another concern of the case",
    some(other_concern, is_like(concern, other_concern)) & REPEATS(concern),
)
