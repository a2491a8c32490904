"""Steps of a report or an investigation that count: submitted, endorsed, extended, begun.

Add a line here when a policy says what a step means. `workflows` says who may take each step, and in which state. A
recorded step that breaks the workflow is reported from there.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Value, same, some
from cimscore.rules.vocabulary import (
    record_has_moved,
    record_has_taken,
    record_moved,
    record_stands_at,
    record_took,
)
from cimscore_vic_cims.readings.editions import (
    OWN_SYSTEM_SUBMITS,
    RESUBMITTED,
    SUBMITTED_MEANS,
    OwnSystem,
    Resubmitted,
    SubmittedMeans,
)
from cimscore_vic_cims.rules.moments import sooner
from cimscore_vic_cims.rules.vocabulary import INQUIRY, OWN_SYSTEM, REPORT, incident, moment, other_moment, record
from cimscore_vic_cims.words import ARRIVE, ENDORSE, EXTEND, SUBMIT

step: Final = Value("step", str)
standing: Final = Value("standing", str)

# Steps as recorded, even if the workflow did not allow them.
report_moved: Final = Defined(
    (incident, step, moment),
    "the report on {incident} [took|did not take] the step {step} at {moment}",
    some(record, record_moved(record, step, moment) & REPORT(record) & same(record.concern, incident)),
)
report_took: Final = Defined(
    (incident, step, moment),
    "the report on {incident} [has] duly taken the step {step} at {moment}",
    some(record, record_took(record, step, moment) & REPORT(record) & same(record.concern, incident)),
)
inquiry_took: Final = Defined(
    (incident, step, moment),
    "the investigation of {incident} [has] duly taken the step {step} at {moment}",
    some(record, record_took(record, step, moment) & INQUIRY(record) & same(record.concern, incident)),
)
inquiry_has_taken: Final = Defined(
    (incident, step),
    "the investigation of {incident} [has] duly taken the step {step}",
    some(record, record_has_taken(record, step) & INQUIRY(record) & same(record.concern, incident)),
)
inquiry_stands_at: Final = Defined(
    (incident, standing),
    "the investigation of {incident} [is] in the state {standing}",
    some(record, record_stands_at(record, standing) & INQUIRY(record) & same(record.concern, incident)),
)
inquiry_moved: Final = Defined(
    (incident, step, moment),
    "the investigation of {incident} [took|did not take] the step {step} at {moment}",
    some(record, record_moved(record, step, moment) & INQUIRY(record) & same(record.concern, incident)),
)
inquiry_has_moved: Final = Defined(
    (incident, step),
    "the investigation of {incident} [took|did not take] the step {step}",
    some(record, record_has_moved(record, step) & INQUIRY(record) & same(record.concern, incident)),
)

# The step of a report that is its submission.
comes_from_an_own_system: Final = Defined(
    (),
    "a report [is] submitted when it arrives from the provider's own system",
    OWN_SYSTEM() & OWN_SYSTEM_SUBMITS.is_(OwnSystem.ARRIVAL),
)
is_a_submission: Final = Defined(
    (incident, moment),
    "a submission of the report on {incident} [was] at {moment}",
    (SUBMITTED_MEANS.is_(SubmittedMeans.ENDORSE) & report_moved(incident, ENDORSE, moment))
    | (SUBMITTED_MEANS.is_(SubmittedMeans.ARRIVE) & report_moved(incident, ARRIVE, moment))
    | (SUBMITTED_MEANS.is_(SubmittedMeans.SUBMIT) & comes_from_an_own_system() & report_moved(incident, ARRIVE, moment))
    | (
        SUBMITTED_MEANS.is_(SubmittedMeans.SUBMIT)
        & ~comes_from_an_own_system()
        & report_moved(incident, SUBMIT, moment)
    ),
)
was_submitted: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] submitted at {moment}",
    is_a_submission(incident, moment)
    & (
        (
            RESUBMITTED.is_(Resubmitted.FIRST)
            & ~some(other_moment, is_a_submission(incident, other_moment) & sooner(other_moment, moment))
        )
        | (
            RESUBMITTED.is_(Resubmitted.LAST)
            & ~some(other_moment, is_a_submission(incident, other_moment) & sooner(moment, other_moment))
        )
    ),
)
is_submitted: Final = Defined(
    (incident,), "the report on {incident} [has] been submitted", some(moment, was_submitted(incident, moment))
)

was_endorsed: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] endorsed at {moment}",
    report_took(incident, ENDORSE, moment),
)
was_handed_in: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] duly submitted at {moment}",
    was_submitted(incident, moment) & some(step, report_took(incident, step, moment)),
)
was_first_endorsed: Final = Defined(
    (incident, moment),
    "the report on {incident} [was] first endorsed at {moment}",
    was_endorsed(incident, moment)
    & ~some(other_moment, was_endorsed(incident, other_moment) & sooner(other_moment, moment)),
)

# Investigations with extended time.
is_put_off: Final = Defined(
    (incident,), "the day of the investigation of {incident} [was] put off", inquiry_has_taken(incident, EXTEND)
)
is_put_off_again: Final = Defined(
    (incident,),
    "the day of the investigation of {incident} [was] put off more than once",
    some(
        (moment, other_moment),
        inquiry_took(incident, EXTEND, moment) & inquiry_took(incident, EXTEND, other_moment),
    ),
)
