"""Reasons why a concern opens no event with an assessment of its own, and others the information may concern.

Add a line here when a policy names another way to record information without a new assessment.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, some
from cimscore_qld_child_safety.rules.concerns import (
    is_an_enquiry,
    is_duplicate,
    is_limited,
    is_new,
    is_unidentified,
)
from cimscore_qld_child_safety.rules.events import GOES
from cimscore_qld_child_safety.rules.files import is_added, is_combined, is_noted_part
from cimscore_qld_child_safety.rules.vocabulary import ENQUIRY, NOTIFICATION, REPORT, child, concern, reason, record

opens_an_event: Final = Defined(
    (concern,),
    "{concern} [opens] an event in which it is assessed anew",
    is_new(concern) & some((child, record), GOES(concern, child, record) & (NOTIFICATION(record) | REPORT(record))),
)

OPENS_NONE: Final = Conclusion(
    "opens-no-event",
    (concern, reason),
    "{concern} [opens] no event in which it is assessed anew: {reason}",
    topic=Topic.RECORDS,
    denies=opens_an_event,
)
OPENS_NONE.row(
    "duplicate",
    concern,
    "it is on record already",
    when=is_duplicate(concern),
    unless=is_unidentified(),
    cites=["qld/duplicates/information-and-advice"],
)
OPENS_NONE.row(
    "intake-enquiry",
    concern,
    "it gets an intake enquiry, which has no subject child",
    when=is_new(concern) & is_an_enquiry(concern),
    unless=is_unidentified(),
    cites=["qld/intake-enquiry/event"],
)
OPENS_NONE.row(
    "limited-intake-response",
    concern,
    "it gets a limited intake response, which is kept outside ICMS",
    when=is_new(concern) & is_limited(concern),
    cites=["qld/limited-intake/idocs"],
)
OPENS_NONE.row(
    "not-identified",
    concern,
    "nothing could ever tie it to a child and family",
    when=some((child, record), GOES(concern, child, record)) & is_unidentified(),
    cites=["qld/no-identifying-information/not-in-icms"],
)
OPENS_NONE.row(
    "case-note",
    concern,
    "an ongoing intervention is open, in whose event it is noted",
    when=some(child, is_noted_part(concern, child)),
    unless=opens_an_event(concern) | is_added(concern),
    cites=["qld/child-concern-report/case-note"],
)
OPENS_NONE.row(
    "added-to-an-investigation",
    concern,
    "an investigation is open, to which it is added",
    when=is_added(concern),
    unless=opens_an_event(concern),
    cites=["qld/additional-concerns/form"],
)
OPENS_NONE.row(
    "combined-with-a-report",
    concern,
    "an earlier report waits for its approval, to which it is joined",
    when=some(child, is_combined(concern, child)),
    unless=opens_an_event(concern),
    cites=["qld/child-concern-report/combine-or-separate"],
)

# Other people whom the page says the information may concern.
TO_THE_POLICE: Final = Conclusion(
    "to-the-police",
    (concern,),
    "what is relevant of {concern} [goes] to the Queensland Police Service too, where that applies",
    topic=Topic.RECORDS,
    refers="the Queensland Police Service",
)
for _id, _kind, _cite in (
    ("with-an-enquiry", ENQUIRY, "qld/intake-enquiry/police"),
    ("with-a-report", REPORT, "qld/child-concern-report/police"),
):
    TO_THE_POLICE.row(
        _id, concern, when=some((child, record), GOES(concern, child, record) & _kind(record)), cites=[_cite]
    )
