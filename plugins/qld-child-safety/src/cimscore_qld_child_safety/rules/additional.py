"""Additional notified concerns: the form, its approval, and the people to inform.

Add a line here when a policy says what new concerns mean for an open investigation. Clocks: investigation.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Defined, Duties, Value, same, some
from cimscore_qld_child_safety.rules.concerns import is_notified, is_reported
from cimscore_qld_child_safety.rules.counting import area_of_a_centre
from cimscore_qld_child_safety.rules.events import RECORDS, carries, covers_home
from cimscore_qld_child_safety.rules.files import (
    blames_a_subject_of_it,
    is_a_choice,
    touches,
)
from cimscore_qld_child_safety.rules.harm import reaches
from cimscore_qld_child_safety.rules.priorities import PRIORITY
from cimscore_qld_child_safety.rules.vocabulary import (
    ADDITIONAL,
    FAMILY_MOVED,
    PRIORITY_OF_RECORD,
    area,
    child,
    concern,
    file,
    has_started,
    home,
    priority,
    record,
)
from cimscore_qld_child_safety.words import THE_CENTRE, THE_INTAKE_SERVICE, THE_OFFICER, THE_TEAM_LEADER, Priority, Step

first_priority: Final = Value("first priority", Priority)

is_additional: Final = Defined(
    (record,), "{record} [holds] additional notified concerns", RECORDS(record) & ADDITIONAL(record)
)
takes_a_notified_concern: Final = Defined(
    (record,),
    "{record} [carries] a concern with a notification response",
    is_additional(record) & some(concern, carries(record, concern) & is_notified(concern)),
)
takes_it_at: Final = Defined(
    (record, priority),
    "{record} [carries] a concern with a response of {priority}",
    is_additional(record)
    & some(concern, carries(record, concern) & is_notified(concern) & PRIORITY.is_(concern, priority)),
)
is_made_for: Final = Defined(
    (record, file), "{record} [is] for {file}", is_additional(record) & same(record.file, file)
)
has_yet_to_start: Final = Defined(
    (record,),
    "the investigation of {record} [waits] for its start",
    some(file, is_made_for(record, file) & ~has_started(file)),
)
starts_with_another: Final = Defined(
    (record,),
    "a new priority of {record} [differs] from the one of the investigation",
    some(
        (file, priority, first_priority),
        is_made_for(record, file)
        & takes_it_at(record, priority)
        & PRIORITY_OF_RECORD.is_(file, first_priority)
        & ~same(priority, first_priority),
    ),
)
comes_after_the_start: Final = Defined(
    (record, priority),
    "{record} [brings] {priority} to an investigation that has started by another priority",
    some(
        (file, first_priority),
        is_made_for(record, file)
        & has_started(file)
        & takes_it_at(record, priority)
        & PRIORITY_OF_RECORD.is_(file, first_priority)
        & ~same(priority, first_priority),
    ),
)
takes_a_reported_concern: Final = Defined(
    (record,),
    "{record} [carries] a concern with a child concern report response",
    is_additional(record) & some(concern, carries(record, concern) & is_reported(concern)),
)
could_take_a_concern: Final = Defined(
    (file,),
    "a new concern [is] about a subject child of the open investigation {file}",
    some((concern, child), touches(concern, child, file) & ~blames_a_subject_of_it(concern, file)),
)
could_need_a_second: Final = Defined(
    (file,),
    "a second notification in place of {file} [is] a choice",
    some(
        (concern, child),
        is_a_choice(concern, child, file) & is_notified(concern) & ~blames_a_subject_of_it(concern, file),
    ),
)

area_of_the_concerns: Final = Defined(
    (record, area),
    "the additional concerns in {record} [are] about a household in {area}",
    is_additional(record) & some(home, covers_home(record, home) & area_of_a_centre(home, area)),
)
has_no_such_area: Final = Defined(
    (record,),
    "it [is] open in which area the household of the additional concerns in {record} lies",
    is_additional(record) & ~some(area, area_of_the_concerns(record, area)),
)
area_of_what_touches: Final = Defined(
    (file, area),
    "a new concern for {file} [is] about a household in {area}",
    some((concern, child, home), touches(concern, child, file) & reaches(concern, home) & area_of_a_centre(home, area)),
)
TO_BE_ASKED: Final = "an area still to be asked"
both_ways: Final = (
    ("", area, area_of_the_concerns(record, area)),
    ("-once-it-is-known-where", TO_BE_ASKED, has_no_such_area(record)),
)
"""Acts that go to a service centre: the centre of the known area, or one still to be asked for."""

FORMS: Final = Duties("additional", (record,), step=Step.FILL_IN)
FORMS.duty(
    "new-persons",
    "add any persons who are new to the matter",
    by=THE_OFFICER,
    step=Step.PEOPLE,
    to="the event {}",
    detail=file,
    when=is_made_for(record, file),
    cites=["qld/additional-concerns/new-persons"],
)
FORMS.duty(
    "form",
    "complete the additional notified concerns form: the new concerns and the screening criteria",
    by=THE_OFFICER,
    when=is_additional(record),
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
)
FORMS.duty(
    "form-priority",
    "record the response priority in the form: {}",
    by=THE_OFFICER,
    detail=priority,
    when=takes_it_at(record, priority),
    cites=["qld/additional-concerns/form", "qld/additional-concerns/form-content"],
)
FORMS.duty(
    "form-rationale",
    "complete the rationale field of the form, for a child concern report response",
    by=THE_OFFICER,
    when=takes_a_reported_concern(record),
    cites=["qld/additional-concerns/form-content"],
)
FORMS.duty(
    "pre-notification-check",
    "complete the pre-notification check of the intake form, if relevant",
    by=THE_OFFICER,
    when=is_additional(record),
    cites=["qld/additional-concerns/pre-notification-check"],
)
FORMS.duty(
    "submit",
    "submit the form for approval",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to=THE_TEAM_LEADER,
    after="form",
    when=is_additional(record),
    cites=["qld/additional-concerns/to-the-approver"],
)
FORMS.duty(
    "approve",
    "approve the additional notified concerns form",
    by=THE_TEAM_LEADER,
    step=Step.APPROVE,
    modal=Modal.WILL,
    after="submit",
    when=is_additional(record),
    cites=["qld/additional-concerns/approves"],
)
for _id, _area, _where in both_ways:
    FORMS.duty(
        "reassign",
        "assign the investigation anew",
        by=THE_TEAM_LEADER,
        step=Step.HAND_OVER,
        to="the pending tray of the service centre for {}",
        modal=Modal.WILL,
        after="approve",
        id=f"reassign{_id}",
        detail=_area,
        when=_where,
        cites=["qld/additional-concerns/reassign"],
    )
FORMS.duty(
    "tell-by-e-mail",
    "e-mail the new concerns",
    by=THE_OFFICER,
    step=Step.FORWARD,
    to="the owner of the ICMS event {} and the relevant senior team leader",
    detail=file,
    when=is_made_for(record, file),
    cites=["qld/additional-concerns/tell-by-e-mail"],
)
for _id, _area, _where in both_ways:
    FORMS.duty(
        "tell-the-centre",
        "tell of the new concerns and, where applicable, the time that the response priority leaves",
        by=THE_OFFICER,
        step=Step.FORWARD,
        to="the service centre for {}",
        id=f"tell-the-centre{_id}",
        detail=_area,
        when=_where,
        cites=["qld/additional-concerns/tell-the-centre"],
    )
for _id, _area, _where in both_ways:
    FORMS.duty(
        "telephone",
        "telephone about the response required",
        by=THE_INTAKE_SERVICE,
        step=Step.HAND_OVER,
        to="the senior team leader of the service centre for {}",
        modal=Modal.WILL,
        id=f"telephone{_id}",
        detail=_area,
        when=takes_it_at(record, Priority.HOURS_24) & _where,
        cites=["qld/transfer/telephone"],
    )
for _id, _when, _cites in (
    (
        "commence",
        takes_a_notified_concern(record) & starts_with_another(record),
        ["qld/additional-concerns/shorter-timeframe"],
    ),
    ("commence-as-before", is_additional(record), ["qld-commencement/commencement/clock-starts"]),
):
    FORMS.duty(
        "commence",
        "start the investigation and assessment",
        by=THE_CENTRE,
        step=Step.INVESTIGATE,
        modal=Modal.IS_TO,
        id=_id,
        when=_when & has_yet_to_start(record),
        cites=_cites,
    )
FORMS.duty(
    "ask-once-started",
    "ask what a response priority of {} means for an investigation that has started: the page does not say",
    by=THE_OFFICER,
    step=Step.ADVICE,
    to=THE_TEAM_LEADER,
    modal=Modal.IS_TO,
    detail=priority,
    when=comes_after_the_start(record, priority),
    cites=["qld/additional-concerns/shorter-timeframe"],
)
FORMS.duty(
    "finish",
    "finish the investigation and assessment",
    by=THE_CENTRE,
    step=Step.INVESTIGATE,
    modal=Modal.EVERY_EFFORT,
    when=is_additional(record),
    cites=["qld/no-identifying-information/100-days"],
)

MOVED: Final = Duties("open-investigation", (file,), step=Step.DECIDE)
for _id, _area, _where in (
    ("talk-first", area, area_of_what_touches(file, area)),
    ("talk-first-once-it-is-known-where", TO_BE_ASKED, ~some(area, area_of_what_touches(file, area))),
):
    MOVED.duty(
        "talk-first",
        "talk about the circumstances before deciding on additional notified concerns",
        by=THE_OFFICER,
        to="the senior team leader of the service centre for {}",
        id=_id,
        detail=_area,
        when=could_take_a_concern(file) & FAMILY_MOVED(file) & _where,
        cites=["qld/additional-concerns/moved-talk-first"],
    )
MOVED.duty(
    "consider-second",
    "consider whether a second notification is more appropriate",
    by=THE_OFFICER,
    after="talk-first",
    when=could_take_a_concern(file) & FAMILY_MOVED(file),
    cites=["qld/additional-concerns/moved-consider-second"],
)
MOVED.duty(
    "decide-on-a-second",
    "decide whether a second notification is recorded in place of additional notified concerns",
    by=THE_TEAM_LEADER,
    modal=Modal.WILL,
    when=could_need_a_second(file),
    cites=["qld/additional-concerns/previous-household", "qld/additional-concerns/moved-awaiting-write-up"],
)
