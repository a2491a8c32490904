"""Workflows of an incident report and of an investigation.

The page names making, submitting, reviewing and endorsing a report. Returning one, sending it again, escalating it,
and its arrival from a provider's own system are known from practice; no source names them. No source asks anybody to
record a draft, or the beginning of an investigation. A report may be submitted without that, and an investigation
extended or reported.
"""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import NOT_BEGUN, Effect, Refusal, Workflow, WorkflowMove
from cimscore_vic_cims import words
from cimscore_vic_cims.rules.editions import DISCLOSED
from cimscore_vic_cims.rules.extensions import PUT_OFF_BY
from cimscore_vic_cims.rules.investigation import CLEARED_BY_POLICE
from cimscore_vic_cims.rules.vocabulary import INCIDENT_TYPE
from cimscore_vic_cims.words import STAFF

DELEGATE: Final = "authorised delegate"
DEPARTMENT: Final = "department"
POLICE: Final = "police"

DRAFT: Final = "draft"
SUBMITTED: Final = "submitted"
UNDER_REVIEW: Final = "under review"
RETURNED: Final = words.RETURNED
ENDORSED: Final = "endorsed"

SUBMITTED_THEN: Final = (
    *("create", "classify-as", "report"),
    *("report-at-once", "report-monthly", "report-in-three-business-days"),
)
"""The acts that a submission does: the report is made, with its type, and handed in; in whichever edition."""

INCIDENT_REPORT: Final = Workflow(
    id="incident-report-workflow",
    kind=words.INCIDENT_REPORT,
    title="An incident report, from the first draft to the endorsement",
    states=(NOT_BEGUN, DRAFT, SUBMITTED, UNDER_REVIEW, RETURNED, ENDORSED),
    roles=(STAFF, DELEGATE, DEPARTMENT),
    moves=(
        WorkflowMove(
            move=words.CREATE,
            from_=(NOT_BEGUN,),
            to=DRAFT,
            by=(STAFF, DELEGATE),
            cites=("vic/reporting/any-staff-member",),
            stops=("create",),
        ),
        WorkflowMove(
            move=words.SUBMIT,
            from_=(NOT_BEGUN, DRAFT),
            to=SUBMITTED,
            by=(STAFF, DELEGATE),
            cites=("vic/reporting/three-days", "vic/reporting/any-staff-member"),
            needs=(DISCLOSED, INCIDENT_TYPE),
            stops=SUBMITTED_THEN,
        ),
        WorkflowMove(move=words.SUBMIT, from_=(SUBMITTED, UNDER_REVIEW, RETURNED), to=SUBMITTED, by=(STAFF, DELEGATE)),
        WorkflowMove(move=words.ARRIVE, from_=(NOT_BEGUN, DRAFT, SUBMITTED), to=SUBMITTED),
        *(
            WorkflowMove(move=words.ESCALATE, from_=(state,), to=state)
            for state in (NOT_BEGUN, DRAFT, SUBMITTED, UNDER_REVIEW, RETURNED, ENDORSED)
        ),
        WorkflowMove(
            move=words.REVIEW,
            from_=(SUBMITTED,),
            to=UNDER_REVIEW,
            by=(DELEGATE,),
            cites=("vic/reporting/endorsement",),
            reserved=True,
        ),
        WorkflowMove(
            move=words.RETURN,
            from_=(SUBMITTED, UNDER_REVIEW),
            to=RETURNED,
            by=(DELEGATE,),
            effect=Effect.RETURNS,
        ),
        WorkflowMove(
            move=words.ENDORSE,
            from_=(SUBMITTED, UNDER_REVIEW),
            to=ENDORSED,
            by=(DELEGATE,),
            cites=("vic/reporting/endorsement",),
            reserved=True,
            starts=("investigate",),
            stops=("endorse",),
            effect=Effect.APPROVES,
        ),
    ),
)

REQUIRED: Final = "required"
WITH_THE_POLICE: Final = words.WITH_THE_POLICE
BEGUN: Final = "begun"
EXTENDED: Final = "extended"
REPORTED: Final = "reported"

INVESTIGATION: Final = Workflow(
    id="investigation-workflow",
    kind=words.INVESTIGATION,
    title="An investigation, from the endorsed report to its own",
    states=(NOT_BEGUN, REQUIRED, WITH_THE_POLICE, BEGUN, EXTENDED, REPORTED),
    roles=(STAFF, DELEGATE, DEPARTMENT, POLICE),
    moves=(
        WorkflowMove(move="require", from_=(NOT_BEGUN,), to=REQUIRED),
        WorkflowMove(move="hold", from_=(NOT_BEGUN, REQUIRED, BEGUN, EXTENDED), to=WITH_THE_POLICE),
        *(
            WorkflowMove(
                move=words.CLEAR,
                from_=states,
                to=state,
                by=(POLICE,),
                cites=("vic-news-2025/investigation/police-first",),
                reserved=True,
                needs=(CLEARED_BY_POLICE,),
            )
            for states, state in (
                ((NOT_BEGUN, REQUIRED, WITH_THE_POLICE), REQUIRED),
                ((BEGUN,), BEGUN),
                ((EXTENDED,), EXTENDED),
            )
        ),
        WorkflowMove(move="begin", from_=(NOT_BEGUN, REQUIRED), to=BEGUN),
        # One that waits for the police may be put off before it begins.
        WorkflowMove(move="begin", from_=(EXTENDED,), to=EXTENDED),
        WorkflowMove(
            move=words.EXTEND,
            from_=(NOT_BEGUN, REQUIRED, BEGUN),
            to=EXTENDED,
            by=(STAFF, DELEGATE),
            cites=("vic-news-2025/investigation/extension",),
            needs=(PUT_OFF_BY,),
        ),
        WorkflowMove(
            move=words.EXTEND,
            from_=(EXTENDED,),
            to=EXTENDED,
            by=(STAFF, DELEGATE),
            cites=("vic-news-2025/investigation/extension-again",),
            needs=(PUT_OFF_BY,),
        ),
        WorkflowMove(
            move="report",
            from_=(NOT_BEGUN, REQUIRED, BEGUN, EXTENDED),
            to=REPORTED,
            by=(STAFF, DELEGATE),
            cites=("vic-news-2025/investigation/28-business-days",),
            stops=("investigate",),
        ),
    ),
    refusals=(Refusal(move="begin", from_=(WITH_THE_POLICE,), cites=("vic-news-2025/investigation/police-first",)),),
)
