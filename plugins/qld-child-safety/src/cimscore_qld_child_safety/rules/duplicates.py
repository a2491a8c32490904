"""Duplicate concerns: somebody says they are duplicates; no criteria are applied; a report records them."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Concern, Defined, Duties, Value, same, some
from cimscore.rules.vocabulary import has_moved, is_about, is_file, moved
from cimscore_qld_child_safety.rules.events import is_of_one_concern
from cimscore_qld_child_safety.rules.files import is_open
from cimscore_qld_child_safety.rules.repeats import is_like, repeats
from cimscore_qld_child_safety.rules.report import is_of_a_duplicate
from cimscore_qld_child_safety.rules.transfer import area_by_the_children
from cimscore_qld_child_safety.rules.vocabulary import (
    DUPLICATE_OF,
    any_concern,
    area,
    child,
    concern,
    file,
    is_subject_on_file,
    moment,
    record,
)
from cimscore_qld_child_safety.words import THE_OFFICER, Step

original: Final = Value("original", str)
first_concern: Final = Concern("first concern")

original_of: Final = Defined(
    (record, original),
    "what {record} repeats [is] on record as {original}",
    is_of_a_duplicate(record)
    & some(concern, is_of_one_concern(record, concern) & DUPLICATE_OF.is_(concern, original) & ~repeats(concern)),
)

is_first_told_by: Final = Defined(
    (concern, any_concern),
    "what {concern} repeats [is] told first by {any concern}",
    is_like(concern, any_concern)
    & (~repeats(any_concern) | ~some(first_concern, is_like(concern, first_concern) & ~repeats(first_concern))),
)
is_repeated_in: Final = Defined(
    (record, any_concern),
    "what {record} repeats [is] told by {any concern}",
    is_of_a_duplicate(record)
    & some(concern, is_of_one_concern(record, concern) & repeats(concern) & is_first_told_by(concern, any_concern)),
)

area_of_the_original: Final = Defined(
    (record, area),
    "the relevant service centre for the duplicate in {record} [is] that of {area}",
    is_of_a_duplicate(record) & area_by_the_children(record, area),
)

is_the_original: Final = Defined(
    (record, file),
    "what {record} repeats [is] told of {file} on file",
    some(original, original_of(record, original) & is_file(file) & same(file, original)),
)
day_of_the_original: Final = Defined(
    (record, moment),
    "the event that {record} repeats [is] of {moment}",
    some(
        file,
        is_the_original(record, file)
        & (
            moved(file, "create", moment)
            | (moved(file, "record", moment) & ~has_moved(file, "create"))
            | (moved(file, "decide", moment) & ~has_moved(file, "create") & ~has_moved(file, "record"))
        ),
    ),
)

is_under_investigation: Final = Defined(
    (record,),
    "{record} [repeats] concerns about a subject child of an open investigation",
    is_of_a_duplicate(record)
    & some(
        (concern, child, file),
        is_of_one_concern(record, concern) & is_about(concern, child) & is_open(file) & is_subject_on_file(child, file),
    ),
)

DUPLICATES: Final = Duties("duplicate", (record,), step=Step.FILL_IN)
for _id, _form, _where in (
    ("intake-form", "the intake form", is_of_a_duplicate(record) & ~is_under_investigation(record)),
    ("form-of-an-open-investigation", "the additional notified concerns form", is_under_investigation(record)),
):
    DUPLICATES.duty(
        "form",
        "complete {}",
        by=THE_OFFICER,
        after="event",
        id=_id,
        detail=_form,
        when=_where,
        cites=["qld/duplicates/form"],
    )
DUPLICATES.duty(
    "concerns-previously-recorded",
    "head it 'concerns previously recorded', with the date and the event number of the original ({})",
    by=THE_OFFICER,
    detail=original,
    when=original_of(record, original),
    cites=["qld/duplicates/previously-recorded"],
)
DUPLICATES.duty(
    "concerns-recorded-in-the-same-intake",
    "head it 'concerns previously recorded', with the date and the event number of what {} is recorded in",
    by=THE_OFFICER,
    detail=any_concern,
    when=is_repeated_in(record, any_concern),
    cites=["qld/duplicates/previously-recorded"],
)
DUPLICATES.duty(
    "day-of-the-original",
    "give there {} as the day of the original",
    by=THE_OFFICER,
    after="concerns-previously-recorded",
    detail=moment,
    when=day_of_the_original(record, moment),
    cites=["qld/duplicates/previously-recorded"],
)
DUPLICATES.duty(
    "say-it-is-on-record",
    "say there that the concerns are on record, and the outcome of any investigation that is complete",
    by=THE_OFFICER,
    after="concerns-previously-recorded",
    when=some(original, original_of(record, original)) | some(any_concern, is_repeated_in(record, any_concern)),
    cites=["qld/duplicates/previously-recorded"],
)
DUPLICATES.duty(
    "no-criteria",
    "complete the screening criteria with no criteria",
    by=THE_OFFICER,
    when=is_of_a_duplicate(record),
    cites=["qld/duplicates/no-criteria"],
)
DUPLICATES.duty(
    "information-and-advice",
    "record a child concern report with the response 'Information and advice'",
    by=THE_OFFICER,
    when=is_of_a_duplicate(record),
    cites=["qld/duplicates/information-and-advice"],
)
for _id, _area, _where in (
    ("tell-the-centre", area, area_of_the_original(record, area)),
    (
        "tell-the-centre-once-it-is-known-which",
        "an area still to be asked",
        is_of_a_duplicate(record) & ~some(area, area_of_the_original(record, area)),
    ),
):
    DUPLICATES.duty(
        "tell-the-centre",
        "e-mail the ICMS event number, if applicable",
        by=THE_OFFICER,
        step=Step.HAND_OVER,
        to="the service centre for {}",
        id=_id,
        detail=_area,
        when=_where,
        cites=["qld/duplicates/tell-the-centre"],
    )
DUPLICATES.duty(
    "not-an-enquiry-or-note",
    "record a duplicate that meets the notification threshold as an intake enquiry or a case note",
    by=THE_OFFICER,
    modal=Modal.IS_NOT_TO,
    when=is_of_a_duplicate(record),
    cites=["qld/duplicates/not-an-enquiry-or-note"],
)
