"""Response priority of a record, and the category of a notification.

Add a line here when a policy marks a record in a new way.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Comparison, Conclusion, Defined, Topic, Value, some
from cimscore_qld_child_safety.rules.concerns import is_notified
from cimscore_qld_child_safety.rules.events import RECORDS, carries
from cimscore_qld_child_safety.rules.notification import has_born_subject, has_unborn_subject, is_notification
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    NOTIFICATION,
    PRIORITY,
    concern,
    priority,
    record,
    word,
)
from cimscore_qld_child_safety.words import Priority

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

CATEGORY: Final = Conclusion(
    "category", (record, word), "{record} [has] the notification category {word}", topic=Topic.ROLES, marks=True
)
CATEGORY.row(
    "unborn",
    record,
    "unborn",
    when=is_notification(record) & has_unborn_subject(record) & has_born_subject(record),
    cites=["qld/record-notification/category-unborn"],
)
