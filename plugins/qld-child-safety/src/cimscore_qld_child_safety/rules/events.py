"""Record for each part of a concern. The head of a row makes the record.

Add a line here when a policy says where something is recorded. Roles in a record: roles.py. Duties and clocks: the
module for the kind of record.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Topic, same, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import happened_elsewhere, happened_in, lives_in
from cimscore_qld_child_safety.readings.records import SEVERAL_RESPONSES, SeveralResponses
from cimscore_qld_child_safety.rules.concerns import (
    counts,
    is_an_enquiry,
    is_duplicate,
    is_limited,
    is_new,
    is_reported,
    is_unidentified,
)
from cimscore_qld_child_safety.rules.files import (
    is_added,
    is_added_to,
    is_combined,
    is_combined_with,
    is_noted_part,
)
from cimscore_qld_child_safety.rules.harm import is_a_side_of_a_visit, reaches
from cimscore_qld_child_safety.rules.parts import (
    goes_along,
    goes_to_a_report,
    has_notified_common,
    has_notified_own,
    is_common_part,
    is_noted_besides,
    is_notified_here,
    is_own_part,
    is_part,
    is_reported_of_all,
    reaches_no_home,
)
from cimscore_qld_child_safety.rules.subjects import (
    has_two_harm_homes,
    is_infant,
    is_responsible_at_ten,
    is_responsible_once_recorded,
)
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    CASE_NOTE,
    COMBINED,
    ENQUIRY,
    LIMITED,
    NOTIFICATION,
    REPORT,
    UNIDENTIFIED,
    any_concern,
    anyone,
    child,
    concern,
    file,
    home,
    record,
)

# Record for each part.
GOES: Final = Conclusion(
    "goes", (concern, child, record), "what {concern} says of {child} [goes] into {record}", topic=Topic.RECORDS
)
GOES.row(
    "one-notification",
    concern,
    child,
    NOTIFICATION.of(home),
    when=is_common_part(concern, child, home) & is_notified_here(concern),
    cites=["qld/record-notification/one-notification"],
)
GOES.row(
    "two-homes",
    concern,
    child,
    NOTIFICATION.of(home),
    when=is_common_part(concern, child, home)
    & is_notified_here(concern)
    & some(anyone, has_two_harm_homes(anyone, home)),
    cites=["qld/record-notification/two-homes"],
)
GOES.row(
    "visiting-child",
    concern,
    child,
    NOTIFICATION.of(home),
    when=is_common_part(concern, child, home) & is_notified_here(concern) & is_a_side_of_a_visit(home),
    cites=["qld/record-notification/visiting-child"],
)
GOES.row(
    "beside-duplicates",
    concern,
    child,
    NOTIFICATION.of(home),
    when=is_common_part(concern, child, home)
    & is_notified_here(concern)
    & some(any_concern, is_duplicate(any_concern)),
    cites=["qld/duplicates/new-and-duplicate"],
)
for _id, _whose, _cites in (
    ("infant", is_infant, ["qld/subject-or-other/adolescent-and-infant"]),
    (
        "responsible-child",
        is_responsible_at_ten,
        [
            "qld/subject-or-other/responsible-for-sibling",
            "age-by-statute/s-37a/start-of-birthday",
            "age-by-case/age/born-29-february",
        ],
    ),
    ("recorded-child", is_responsible_once_recorded, ["qld/subject-or-other/responsible-new-event"]),
):
    GOES.row(
        f"own-notification-of-the-{_id}",
        concern,
        child,
        NOTIFICATION.of(home, child),
        when=is_own_part(concern, child, home) & is_notified_here(concern) & _whose(child, home),
        cites=_cites,
    )
    GOES.row(
        f"own-report-of-the-{_id}",
        concern,
        child,
        REPORT.of(home, child),
        when=is_own_part(concern, child, home)
        & (goes_to_a_report(concern, child) | is_reported_of_all(concern, child, home))
        & _whose(child, home),
        unless=SEVERAL_RESPONSES.is_(SeveralResponses.THE_NOTIFICATION) & has_notified_own(child, home),
        cites=_cites,
    )
for _id, _made, _answered in (
    ("notification", NOTIFICATION, is_notified_here(concern)),
    ("report", REPORT, goes_to_a_report(concern, anyone)),
):
    GOES.row(
        f"along-with-the-own-{_id}",
        concern,
        anyone,
        _made.of(home, child),
        when=goes_along(concern, anyone, child, home) & _answered,
        cites=["qld/duplicates/record-everything"],
    )
GOES.row(
    "taken-along-in-common",
    concern,
    child,
    NOTIFICATION.of(home),
    when=is_common_part(concern, child, home)
    & goes_to_a_report(concern, child)
    & has_notified_common(home)
    & SEVERAL_RESPONSES.is_(SeveralResponses.THE_NOTIFICATION),
    cites=["qld/record-notification/one-notification"],
)
GOES.row(
    "taken-along-in-the-own-event",
    concern,
    child,
    NOTIFICATION.of(home, child),
    when=is_own_part(concern, child, home)
    & goes_to_a_report(concern, child)
    & has_notified_own(child, home)
    & SEVERAL_RESPONSES.is_(SeveralResponses.THE_NOTIFICATION),
    cites=["qld/record-notification/one-notification"],
)
goes_with_its_home: Final = Defined(
    (home,),
    "the notification of {home} [carries] everything of its household",
    SEVERAL_RESPONSES.is_(SeveralResponses.THE_NOTIFICATION) & has_notified_common(home),
)
GOES.row(
    "child-concern-report",
    concern,
    child,
    REPORT.of(home),
    when=is_common_part(concern, child, home)
    & (goes_to_a_report(concern, child) | is_reported_of_all(concern, child, home)),
    unless=goes_with_its_home(home),
    cites=["qld/child-concern-report/event", "qld/child-concern-report/later-concerns"],
)
GOES.row(
    "report-beside-duplicates",
    concern,
    child,
    REPORT.of(home),
    when=is_common_part(concern, child, home)
    & goes_to_a_report(concern, child)
    & some(any_concern, is_duplicate(any_concern)),
    unless=goes_with_its_home(home),
    cites=["qld/duplicates/new-and-duplicate"],
)
GOES.row(
    "notification-without-a-household",
    concern,
    child,
    NOTIFICATION.of(concern),
    when=is_part(concern, child) & is_notified_here(concern) & reaches_no_home(concern),
    cites=["qld/record-notification/event", "qld/duplicates/record-everything"],
)
GOES.row(
    "report-without-a-household",
    concern,
    child,
    REPORT.of(concern),
    when=is_part(concern, child) & is_reported(concern) & counts(concern) & reaches_no_home(concern),
    unless=is_added(concern) | is_noted_part(concern, child) | is_combined(concern, child),
    cites=["qld/child-concern-report/event", "qld/duplicates/record-everything"],
)
GOES.row(
    "duplicate",
    concern,
    child,
    REPORT.of(concern),
    when=is_part(concern, child) & is_duplicate(concern),
    unless=is_unidentified(),
    cites=[
        "qld/duplicates/information-and-advice",
        "qld/duplicates/new-and-duplicate-rest",
        "qld/duplicates/record-everything",
        "qld/record-notification/already-recorded",
    ],
)
GOES.row(
    "additional-notified-concerns",
    concern,
    child,
    ADDITIONAL.of(file),
    when=is_part(concern, child) & is_added_to(concern, file),
    cites=["qld/additional-concerns/form", "qld/additional-concerns/new-persons"],
)
GOES.row(
    "combined-report",
    concern,
    child,
    COMBINED.of(file),
    when=is_combined_with(concern, child, file),
    cites=["qld/child-concern-report/combine-or-separate"],
)
GOES.row(
    "intake-enquiry",
    concern,
    child,
    ENQUIRY.of(concern),
    when=is_part(concern, child) & is_new(concern) & is_an_enquiry(concern),
    unless=is_unidentified(),
    cites=["qld/intake-enquiry/event"],
)
GOES.row(
    "limited-intake-response",
    concern,
    child,
    LIMITED.of(concern),
    when=is_part(concern, child) & is_new(concern) & is_limited(concern),
    cites=["qld/limited-intake/form"],
)
GOES.row(
    "received-concerns-case-note",
    concern,
    child,
    CASE_NOTE.of(),
    when=is_noted_part(concern, child) | is_noted_besides(concern, child),
    unless=is_added(concern),
    cites=["qld/child-concern-report/case-note"],
)
GOES.row(
    "unidentified-concerns",
    concern,
    child,
    UNIDENTIFIED.of(),
    when=is_part(concern, child) & is_unidentified(),
    cites=["qld/no-identifying-information/not-in-icms", "qld/duplicates/record-everything"],
)

# Records, and the concerns they carry.
carries: Final = Defined((record, concern), "{record} [carries] {concern}", some(child, GOES(concern, child, record)))
RECORDS: Final = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
RECORDS.row(
    "carries-something",
    record,
    when=some(concern, carries(record, concern)),
    cites=["qld/duplicates/record-everything"],
)
is_of_home: Final = Defined((record, home), "{record} [is] of {home}", RECORDS(record) & same(record.home, home))
is_of_one_concern: Final = Defined(
    (record, concern), "{record} [is] of {concern} alone", RECORDS(record) & same(record.concern, concern)
)
is_of_the_childs_home: Final = Defined(
    (record, home),
    "{record}, which tells of harm outside every household, [is] about a child who lives in {home}",
    some(
        (concern, child),
        is_of_one_concern(record, concern)
        & happened_elsewhere(concern)
        & GOES(concern, child, record)
        & is_child(child)
        & lives_in(child, home),
    ),
)
covers_home: Final = Defined(
    (record, home),
    "{record} [is] about the household {home}",
    is_of_home(record, home)
    | (
        RECORDS(record)
        & (ADDITIONAL(record) | COMBINED(record) | CASE_NOTE(record))
        & some(concern, carries(record, concern) & reaches(concern, home))
    )
    | some(concern, is_of_one_concern(record, concern) & happened_in(concern, home))
    | is_of_the_childs_home(record, home),
)
