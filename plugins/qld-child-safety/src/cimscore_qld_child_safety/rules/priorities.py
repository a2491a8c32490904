"""Response priority: of a concern, and of the record that holds it.

Add a line here when a policy marks a record in a new way.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Comparison, Conclusion, Defined, Question, Topic, Value, some
from cimscore.rules.vocabulary import is_about, is_unborn
from cimscore_qld_child_safety.rules.concerns import is_notified
from cimscore_qld_child_safety.rules.events import RECORDS, carries
from cimscore_qld_child_safety.rules.parts import is_theirs, relates_beside
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    NOTIFICATION,
    anyone,
    child,
    concern,
    home,
    priority,
    record,
)
from cimscore_qld_child_safety.words import OFFICER, Priority

concerns_somebody: Final = Defined(
    (concern, anyone),
    "{concern} [concerns] {anyone}",
    is_about(concern, anyone) | some(home, is_theirs(concern, anyone, home)) | relates_beside(concern, anyone),
)
is_about_unborn_children_alone: Final = Defined(
    (concern,),
    "{concern} [is] about unborn children alone",
    some(child, is_about(concern, child) & is_unborn(child))
    & ~some(anyone, concerns_somebody(concern, anyone) & ~is_unborn(anyone)),
)
PRIORITY: Final = Question(
    id="response-priority",
    things=(concern,),
    text="How soon does the investigation and assessment of {concern} have to start?",
    answers=Priority,
    ruled_out={Priority.HOURS_24: is_about_unborn_children_alone(concern)},
    working=Priority.HOURS_24,
    why="the soonest, so that no clock is missed",
    decided_by=OFFICER,
    weigh=("the response priority assessment",),
    cites=("qld/record-notification/form", "qld-commencement/commencement/unborn"),
)

own_priority: Final = Value("own priority", Priority)
sooner_priority: Final = Value("sooner priority", Priority)


def is_shorter(priority: Priority, other: Priority) -> bool:
    """Return True if one priority has a shorter time than another."""
    order = list(Priority)
    return order.index(priority) < order.index(other)


shorter: Final = Comparison("{0} [is] sooner than {1}", is_shorter)
carries_one_of: Final = Defined(
    (record, priority),
    "{record} [holds] a notified concern of the priority {priority}",
    RECORDS(record)
    & (NOTIFICATION(record) | ADDITIONAL(record))
    & some(concern, carries(record, concern) & is_notified(concern) & PRIORITY.is_(concern, priority)),
)

PRIORITY_OF: Final = Conclusion(
    "priority",
    (record, priority),
    "{record} [has] the response priority {priority}",
    topic=Topic.ROLES,
    paper=True,
    marks=True,
)
PRIORITY_OF.row(
    "the-soonest",
    record,
    priority,
    when=carries_one_of(record, priority),
    unless=some(sooner_priority, carries_one_of(record, sooner_priority) & shorter(sooner_priority, priority)),
    cites=["qld/record-notification/form", "qld/additional-concerns/form"],
)
