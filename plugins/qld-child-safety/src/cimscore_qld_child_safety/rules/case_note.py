"""Case note of received concerns during an ongoing intervention: its contents, and the people to inform at once."""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Duties, some
from cimscore.rules.families import are_siblings
from cimscore_qld_child_safety.rules.events import RECORDS
from cimscore_qld_child_safety.rules.roles import ROLES
from cimscore_qld_child_safety.rules.vocabulary import CASE_NOTE, child, file, has_intervention_in, record, sibling
from cimscore_qld_child_safety.words import THE_OFFICER, EventRole, Step

is_case_note: Final = Defined(
    (record,), "{record} [is] a case note of received concerns", RECORDS(record) & CASE_NOTE(record)
)
is_about_siblings: Final = Defined(
    (record,),
    "{record} [is] about siblings",
    is_case_note(record)
    & some(
        (child, sibling),
        ROLES(child, record, EventRole.SUBJECT_CHILD)
        & ROLES(sibling, record, EventRole.SUBJECT_CHILD)
        & are_siblings(child, sibling),
    ),
)

is_beside: Final = Defined(
    (record, file),
    "{record} [stands] beside the ongoing intervention {file}",
    is_case_note(record)
    & some(child, ROLES(child, record, EventRole.SUBJECT_CHILD) & has_intervention_in(child, file)),
)

CASE_NOTES: Final = Duties("case-note", (record,), step=Step.FILL_IN)
for _id, _event, _where in (
    ("write", file, is_beside(record, file)),
    ("write-in-an-event-not-told-here", "of the child", is_case_note(record) & ~some(file, is_beside(record, file))),
):
    CASE_NOTES.duty(
        "write",
        "record the concerns in a case note of received concerns",
        by=THE_OFFICER,
        to="the ongoing-intervention event {}",
        id=_id,
        detail=_event,
        when=_where,
        cites=["qld/child-concern-report/case-note"],
    )
CASE_NOTES.duty(
    "say-it-is-a-notifier",
    "say that whoever gave the information is a notifier, whom section 186A protects",
    by=THE_OFFICER,
    when=is_case_note(record),
    cites=["qld/child-concern-report/case-note-notifier"],
)
CASE_NOTES.duty(
    "reasons",
    "give the reasons why a case note is made of the concerns",
    by=THE_OFFICER,
    when=is_case_note(record),
    cites=["qld/child-concern-report/case-note-reasons"],
)
CASE_NOTES.duty(
    "record-consultation",
    "note whom they consulted, the senior team leader and anyone else who had a part in the decision",
    by=THE_OFFICER,
    when=is_case_note(record),
    cites=["qld/child-concern-report/case-note-consultation"],
)
CASE_NOTES.duty(
    "share",
    "make the note a shared document",
    by=THE_OFFICER,
    step=Step.ATTACH,
    to="each sibling's ongoing-intervention event",
    when=is_about_siblings(record),
    cites=["qld/child-concern-report/case-note-siblings"],
)
CASE_NOTES.duty(
    "tell-the-case-officer",
    "tell of the concerns immediately, unless that happened in deciding",
    by=THE_OFFICER,
    step=Step.CREATE,
    at_once=True,
    to="the officer with case responsibility",
    when=is_case_note(record),
    cites=["qld/child-concern-report/tell-the-case-officer"],
)
