"""Workflows of an immediate notification and of a five-day form: each is sent to the Commission.

The Rules give key personnel the duty to see to it, and leave the sending itself to whoever does it for them. Sending
one again is known from practice; no source names it.
"""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import NOT_BEGUN, Workflow, WorkflowMove
from cimscore_ndis_incidents.rules.sending import SEND
from cimscore_ndis_incidents.words import FIVE_DAY_FORM, NOTIFICATION

KEY_PERSONNEL: Final = "key personnel"
SENT: Final = "sent"


def _sent_once(acts: tuple[str, ...], *clauses: str) -> tuple[WorkflowMove, ...]:
    """Return the moves of a record that is sent: the first one stops the clocks of its act."""
    first = WorkflowMove(move=SEND, from_=(NOT_BEGUN,), to=SENT, by=(KEY_PERSONNEL,), cites=clauses, stops=acts)
    return first, WorkflowMove(move=SEND, from_=(SENT,), to=SENT)


IMMEDIATE: Final = Workflow(
    id="immediate-notification-workflow",
    kind=NOTIFICATION,
    title="An immediate notification, until it is sent",
    states=(NOT_BEGUN, SENT),
    roles=(KEY_PERSONNEL,),
    moves=_sent_once(("notify",), "ndis/s-18/key-personnel", "ndis/s-20/24-hours"),
)
FORM: Final = Workflow(
    id="five-day-form-workflow",
    kind=FIVE_DAY_FORM,
    title="A five-day form, until it is sent",
    states=(NOT_BEGUN, SENT),
    roles=(KEY_PERSONNEL,),
    moves=_sent_once(
        ("send-the-form", "send-the-form-as-said"), "ndis/s-18/key-personnel", "ndis-commission/times/five-day-form"
    ),
)
