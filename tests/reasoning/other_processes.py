"""What another process is asked to do: functions that it finds by the name of their module."""

from __future__ import annotations

import json

from failing_rows import failing_program

from cimscore.assessment import Decision, decide_case, document_of
from cimscore.case import Case, ConcernEntry
from cimscore.reasoning.compiling.compiled import Compiled


def as_bytes(decision: Decision) -> bytes:
    """Return a decision as the bytes of its document."""
    return json.dumps(document_of(decision)).encode()


def decided_elsewhere(case: Case, compiled: Compiled) -> bytes:
    """Return the bytes of a decision that is made where this runs."""
    return as_bytes(decide_case(case, compiled))


def fails_elsewhere(_: int) -> Decision:
    """Decide a case by a rule whose function fails."""
    case = Case(id="small", programs=("small",), concerns=(ConcernEntry(id="c1"),))
    return decide_case(case, Compiled(failing_program()))
