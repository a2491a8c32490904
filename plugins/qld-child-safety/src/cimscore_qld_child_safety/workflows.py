"""Workflows of a notification, its investigation, a child concern report and an ongoing intervention.

The pages name forwarding for approval, approval by the senior team leader, and handing over an approved record. The
work may begin before any of them. An ongoing intervention is opened. Making a record, finishing the work and closing it
are known from practice. A record may be approved even if nobody recorded its making or its forwarding.
"""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import NOT_BEGUN, Effect, Workflow, WorkflowMove
from cimscore_qld_child_safety.words import TEAM_LEADER, KindOfRecord

OFFICER: Final = "child-safety-officer"

IN_PROGRESS: Final = "in progress"
SUBMITTED: Final = "submitted for approval"
APPROVED: Final = "approved"
HANDED_OVER: Final = "handed over"
DECIDED: Final = "decided"
STARTED: Final = "started"
COMPLETE: Final = "complete"
OPEN: Final = "open"
CLOSED: Final = "closed"

_BEFORE: Final = (NOT_BEGUN, IN_PROGRESS, SUBMITTED)


def _whatever(
    move: str,
    *states: str,
    cites: tuple[str, ...] = (),
    stops: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
) -> list[WorkflowMove]:
    """Return moves that keep a record in its state, one for each of some states."""
    return [
        WorkflowMove(move=move, from_=(state,), to=state, by=(OFFICER,), cites=cites, stops=stops, after=after)
        for state in states
    ]


NOTIFICATION: Final = Workflow(
    id="notification-workflow",
    kind=KindOfRecord.NOTIFICATION,
    title="A notification, from its making to the service centre",
    states=(NOT_BEGUN, IN_PROGRESS, SUBMITTED, APPROVED, HANDED_OVER, CLOSED),
    roles=(OFFICER, TEAM_LEADER),
    read_on_file=("decide",),  # the clocks of an open investigation that is entered as its notification count from it
    moves=(
        WorkflowMove(move="create", from_=(NOT_BEGUN,), to=IN_PROGRESS),
        WorkflowMove(
            move="submit",
            from_=(NOT_BEGUN, IN_PROGRESS),
            to=SUBMITTED,
            by=(OFFICER,),
            cites=("qld/record-notification/to-the-approver",),
        ),
        WorkflowMove(move="return", from_=(SUBMITTED,), to=IN_PROGRESS, effect=Effect.RETURNS),
        WorkflowMove(
            move="approve",
            from_=_BEFORE,
            to=APPROVED,
            by=(TEAM_LEADER,),
            cites=("qld/approve/who-approves", "qld/record-notification/to-the-approver", "qld/approve/24-hour"),
            reserved=True,
            stops=("approve",),
            effect=Effect.APPROVES,
        ),
        WorkflowMove(
            move="transfer",
            from_=(APPROVED,),
            to=HANDED_OVER,
            cites=("qld/transfer/same-timeframes",),
            stops=("transfer",),
            effect=Effect.HANDS_OVER,
        ),
        *_whatever(
            "commence", *_BEFORE, APPROVED, HANDED_OVER, cites=("qld/approve/does-not-delay",), stops=("commence",)
        ),
        *_whatever("complete", *_BEFORE, APPROVED, HANDED_OVER, stops=("finish",), after=("commence",)),
        WorkflowMove(move="close", from_=(*_BEFORE, APPROVED, HANDED_OVER), to=CLOSED),
    ),
)

INVESTIGATION: Final = Workflow(
    id="investigation-workflow",
    kind=KindOfRecord.INVESTIGATION,
    title="An investigation and assessment, from the decision to its close",
    states=(NOT_BEGUN, DECIDED, STARTED, COMPLETE, CLOSED),
    roles=(OFFICER, TEAM_LEADER),
    moves=(
        WorkflowMove(move="decide", from_=(NOT_BEGUN,), to=DECIDED),
        WorkflowMove(move="commence", from_=(NOT_BEGUN, DECIDED), to=STARTED, stops=("commence",)),
        WorkflowMove(
            move="complete",
            from_=(NOT_BEGUN, DECIDED, STARTED),
            to=COMPLETE,
            stops=("finish",),
            after=("commence",),
        ),
        WorkflowMove(move="close", from_=(NOT_BEGUN, DECIDED, STARTED, COMPLETE), to=CLOSED),
    ),
)

CHILD_CONCERN_REPORT: Final = Workflow(
    id="child-concern-report-workflow",
    kind=KindOfRecord.REPORT,
    title="A child concern report, from its making to its approval",
    states=(NOT_BEGUN, IN_PROGRESS, SUBMITTED, APPROVED, CLOSED),
    roles=(OFFICER, TEAM_LEADER),
    moves=(
        WorkflowMove(move="create", from_=(NOT_BEGUN, IN_PROGRESS), to=IN_PROGRESS),
        WorkflowMove(move="record", from_=(NOT_BEGUN, IN_PROGRESS), to=IN_PROGRESS),
        WorkflowMove(
            move="submit",
            from_=(NOT_BEGUN, IN_PROGRESS),
            to=SUBMITTED,
            by=(OFFICER,),
            cites=("qld/child-concern-report/to-the-approver",),
        ),
        WorkflowMove(move="return", from_=(SUBMITTED,), to=IN_PROGRESS, effect=Effect.RETURNS),
        WorkflowMove(
            move="approve",
            from_=_BEFORE,
            to=APPROVED,
            by=(TEAM_LEADER,),
            cites=("qld/child-concern-report/approves", "qld/child-concern-report/5-business-days"),
            reserved=True,
            stops=("approve-report", "approve-combined-report"),
            effect=Effect.APPROVES,
        ),
        WorkflowMove(move="close", from_=(*_BEFORE, APPROVED), to=CLOSED),
    ),
)

ONGOING_INTERVENTION: Final = Workflow(
    id="ongoing-intervention-workflow",
    kind=KindOfRecord.INTERVENTION,
    title="An ongoing intervention, from its opening to its close",
    states=(NOT_BEGUN, OPEN, CLOSED),
    roles=(OFFICER, TEAM_LEADER),
    moves=(
        WorkflowMove(move="open", from_=(NOT_BEGUN,), to=OPEN),
        WorkflowMove(move="close", from_=(NOT_BEGUN, OPEN), to=CLOSED),
    ),
)
"""One that is entered is open until it is closed, whether or not somebody tells when it was opened."""
