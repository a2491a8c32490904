"""A trace as a plain document: ``trace.json``, neutral and versioned, from which anything else can be made."""

from __future__ import annotations

import datetime as dt
import enum
import json
from typing import Any, Final

import attrs

from cimscore.traceability.reports.coverage import coverage_of
from cimscore.traceability.trace.model import Trace

FORMAT: Final = "trace/2"


def trace_document(trace: Trace) -> dict[str, Any]:
    """Return a trace as JSON can hold it: the same bytes for the same trace.

    It has the fields of `Trace` with everything in them, ``format``, and under ``coverage`` what is missing.
    """
    return {"format": FORMAT, **plain(trace), "coverage": plain(coverage_of(trace))}


def trace_text(trace: Trace) -> str:
    """Return the document as JSON text."""
    return json.dumps(trace_document(trace), indent=1, ensure_ascii=False) + "\n"


def plain(value: Any) -> Any:
    """Return a value of the trace as JSON can hold it."""
    if attrs.has(type(value)):
        return {field.name.rstrip("_"): plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value
