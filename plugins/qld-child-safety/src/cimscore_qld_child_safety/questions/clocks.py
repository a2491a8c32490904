"""What is asked so that a clock can run: places, and moments that no decision of this case gives."""

from __future__ import annotations

from cimscore.case import Moment
from cimscore.rules import EarlierRecord, Question, TheCase
from cimscore_qld_child_safety.words import Priority

OFFICE = Question(
    id="office",
    about=TheCase,
    text="At which place is the approver's office? Its local holidays count; 'elsewhere' has none.",
    answers=str,
    cites=("qld-interpretation-act/s-36/business-day", "qld-holidays-act/districts/show-day"),
)

INTAKE_CREATED = Question(
    id="intake-created",
    about=TheCase,
    text="When was the intake event created in ICMS?",
    answers=Moment,
    cites=("qld/child-concern-report/5-business-days",),
)

INVESTIGATION_DECIDED = Question(
    id="investigation-decided",
    about=EarlierRecord,
    text="When was it decided to record the notification that this investigation belongs to?",
    answers=Moment,
    cites=("qld/additional-concerns/shorter-timeframe",),
)

PRIORITY_OF_RECORD = Question(
    id="priority-of-record",
    about=EarlierRecord,
    text="Which response priority does this investigation have so far?",
    answers=Priority,
    cites=("qld/additional-concerns/shorter-timeframe",),
)
