"""The paper: which notifications are written in one document. Nothing about the matter reads this.

Add a line here when a policy says how records are put together on paper.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Topic, same, some
from cimscore_qld_child_safety.rules.parts import has_notified_common
from cimscore_qld_child_safety.rules.vocabulary import home, leads, place

DOCUMENT: Final = Conclusion(
    "document",
    (home, place),
    "the notification of {home} [stands] in the document of {place}",
    topic=Topic.RECORDS,
    paper=True,
)
DOCUMENT.row(
    "led-by",
    home,
    place,
    when=has_notified_common(home) & has_notified_common(place) & leads(place, home),
    cites=["qld/record-notification/more-than-one"],
)
DOCUMENT.row(
    "alone",
    home,
    home,
    when=has_notified_common(home) & ~some(place, has_notified_common(place) & ~same(place, home)),
    cites=["qld/record-notification/one-notification"],
)
DOCUMENT.row(
    "leader-has-none",
    home,
    home,
    when=has_notified_common(home) & some(place, leads(place, home) & ~has_notified_common(place)),
    cites=["qld/record-notification/more-than-one"],
)
