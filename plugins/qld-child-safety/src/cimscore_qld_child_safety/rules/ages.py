"""Children who are ten or more on the day that counts, when a child is said to have harmed a sibling.

Add a line here when a policy says on which day a child must have reached an age.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import Moment
from cimscore.clocks import Span, When, before, not_before
from cimscore.rules import Comparison, Defined, Question, Value, some
from cimscore.rules.vocabulary import age_at_least, born_on, occurred, responsible_for
from cimscore_qld_child_safety.readings.people import TEN_YEARS, TenYears
from cimscore_qld_child_safety.rules.vocabulary import RESPONSE, child, concern, moment
from cimscore_qld_child_safety.words import BRISBANE, TEAM_LEADER, TEN

birth: Final = Value("day of birth", Moment)


def tenth_birthday(birth: When) -> When:
    """Return the start of the tenth birthday, or a span of starts if the birth is a span."""
    if isinstance(birth, Span):
        first, last = (None if day is None else _turning_ten(day) for day in (birth.first, birth.last))
        return Span(first, last, _turning_ten(birth.working))
    return _turning_ten(birth)


def _turning_ten(birth: Moment) -> Moment:
    born = birth.day(BRISBANE)
    is_leap_day = (born.month, born.day) == (2, 29)  # no leap year comes ten years after another
    day = dt.date(born.year + TEN, 3, 1) if is_leap_day else born.replace(year=born.year + TEN)
    return Moment(dt.datetime.combine(day, dt.time(), BRISBANE))


def is_under_ten(birth: When, when: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is before the tenth birthday."""
    return before(when, tenth_birthday(birth), BRISBANE)


def is_ten(birth: When, when: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is on or after the tenth birthday."""
    return not_before(when, tenth_birthday(birth), BRISBANE)


under_ten_at: Final = Comparison("somebody born on {0} [is] under ten at {1}", is_under_ten)
ten_at: Final = Comparison("somebody born on {0} [is] ten or more at {1}", is_ten)

was_nine_at_the_harm: Final = Defined(
    (concern, child),
    "{concern} [happened|did not happen] before {child} turned ten",
    some((birth, moment), born_on(child, birth) & occurred(concern, moment) & under_ten_at(birth, moment)),
)
was_ten_at_the_decision: Final = Defined(
    (concern, child),
    "{child} [was] ten when the response to {concern} was decided",
    some((birth, moment), born_on(child, birth) & RESPONSE.decided_at(concern, moment) & ten_at(birth, moment)),
)
is_ten_by_the_reading: Final = Defined(
    (concern, child),
    "{child} [is] ten or more on the day that the reading takes for {concern}",
    (age_at_least(child, TEN) & ~(TEN_YEARS.is_(TenYears.HARM) & was_nine_at_the_harm(concern, child)))
    | (TEN_YEARS.is_(TenYears.DECISION) & was_ten_at_the_decision(concern, child)),
)
COUNTS_AS_TEN: Final = Question(
    id="counts-as-ten",
    things=(concern, child),
    text="Does {child} count as ten or more for {concern}, if they turn ten between its harm and the decision on it?",
    answers=bool,
    working=responsible_for(concern, child) & is_ten_by_the_reading(concern, child),
    why="as on the day that the reading ten-years-on takes; the page names none, and the number of events hangs on it",
    decided_by=TEAM_LEADER,
    weigh=("how old the child was when the harm happened", "whether the child has needs of their own to be assessed"),
    cites=("qld/subject-or-other/responsible-for-sibling",),
)
turns_ten_meanwhile: Final = Defined(
    (concern, child),
    "{child} [turns] ten after the harm of {concern}, before the decision on it",
    (age_at_least(child, TEN) & was_nine_at_the_harm(concern, child))
    | (~age_at_least(child, TEN) & was_ten_at_the_decision(concern, child)),
)
is_old_enough: Final = Defined(
    (concern, child),
    "{child} [is] ten or more on the day that counts for {concern}",
    (is_ten_by_the_reading(concern, child) & ~turns_ten_meanwhile(concern, child))
    | (turns_ten_meanwhile(concern, child) & COUNTS_AS_TEN(concern, child)),
)
