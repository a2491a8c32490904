"""Documents: notifications that share one document. No other rule reads this.

Add a line here when a policy says how records are put together on paper.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Household, Topic, same, some
from cimscore_qld_child_safety.rules.parts import has_notified_common
from cimscore_qld_child_safety.rules.vocabulary import home, is_or_precedes, place

earlier: Final = Household("earlier", other_than=place)
may_lead: Final = Defined(
    (place, home),
    "{place}, with a notification of its own, [can] lead the document of {home}",
    has_notified_common(place) & is_or_precedes(place, home),
)
"""The first home in the group that has a notification leads the group."""

DOCUMENT: Final = Conclusion(
    "document",
    (home, place),
    "the notification of {home} [is] written on the form for {place}",
    topic=Topic.RECORDS,
    paper=True,
)
DOCUMENT.row(
    "led-by",
    home,
    place,
    when=has_notified_common(home) & may_lead(place, home) & ~some(earlier, may_lead(earlier, place)),
    cites=["qld/record-notification/more-than-one"],
)
DOCUMENT.row(
    "alone",
    home,
    home,
    when=has_notified_common(home) & ~some(place, has_notified_common(place) & ~same(place, home)),
    cites=["qld/record-notification/one-notification"],
)
