"""The JSON Schema of an assessment as a document, made from the types of its values and their docstrings."""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from collections.abc import Mapping
from typing import Any, Final

import attrs

from cimscore.assessment import (
    Asked,
    ClauseRef,
    Conclusion,
    EditionChoice,
    Finding,
    ProgramDecision,
    ReadingUsed,
    Receipt,
    SharedCare,
)
from cimscore.assessment.receipt import FORMAT, PluginReceipt
from cimscore.calendars import Due, PartHoliday, Skipped
from cimscore.household_graph import Read
from cimscore.rules import Deadline, Duty, Edition, Failure, HouseholdRole, Learned, Node, OpenQuestion, Role
from cimscore.wire.assessment import KINDS
from cimscore.wire.composites import described
from cimscore.wire.docstrings import attribute_docs, summary
from cimscore.wire.scalars import Schema

_TEXT: Final[Schema] = {"type": "string"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_INSTANT: Final[Schema] = {"type": "string", "format": "date-time"}
_KEYS: Final[Schema] = {**_TEXTS, "description": "Keys in the table of conditions."}
_ANSWER: Final[Schema] = {"$ref": "#/$defs/Answer"}
_DUE: Final[Schema] = {"$ref": "#/$defs/Due"}
_DEFINED: Final = (
    Asked, ClauseRef, Conclusion, EditionChoice, Failure, Finding, OpenQuestion, PartHoliday,
    PluginReceipt, ProgramDecision, Read, ReadingUsed, Receipt, SharedCare, Skipped,
)  # fmt: skip
# What a document writes otherwise than the value's own type says: a key it adds, changes or (None) leaves out.
_OTHERWISE: Final[Mapping[type[Any], Mapping[str, Schema | None]]] = {
    Conclusion: {"address": _TEXT, "answer": _ANSWER},
    Finding: {"answer": {"anyOf": [_ANSWER, {"type": "null"}]}, "when": _KEYS, "unless": _KEYS},
    Learned: {"nodes": None, "rests_on": _KEYS},
    OpenQuestion: {"address": _TEXT, "options": {"type": "array"}},
    PartHoliday: {"begins": {"type": "string", "format": "time"}},
}  # fmt: skip


def assessment_schema() -> Schema:
    """The JSON Schema (2020-12) of what `assessment_document` writes. No plugin changes it."""
    entries = {kind.__name__: _entry(kind) for kind in _DEFINED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An assessment by cimscore",
        **_closed(
            {
                "format": {"const": FORMAT},
                "case": _TEXT,
                "decided": {"type": "boolean"},
                "shared_care": _list(SharedCare),
                "programs": _list(ProgramDecision),
                "duties": {"type": "array", "items": _duty()},
                "findings": _list(Finding),
                "open_questions": _list(Asked),
                "assumptions": _TEXTS,
                "failures": _list(Failure),
                "receipt": _ref(Receipt),
                "conditions": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Condition"}},
            }
        ),
        "$defs": {**entries, "Condition": _condition(), "Due": _due(), "Answer": _answer()},
    }


def _duty() -> Schema:
    deadline: Schema = {"type": ["string", "null"], "description": "The address of its deadline's conclusion."}
    return _closed({"duty": _TEXT, "deadline": deadline, "due": {"anyOf": [_DUE, {"type": "null"}]}})


def _condition() -> Schema:
    said: dict[str, Schema] = {"sentence": _TEXT, "about": _TEXT, "value": {"type": ["boolean", "null"]}}
    cause = {"waits_for": _or_null(OpenQuestion), "failure": _or_null(Failure)}
    return {**described(summary(Node)), **_closed({**said, **_properties(Learned), **cause})}


def _due() -> Schema:
    own = _properties(Due, but=("earliest", "latest", "working", "zone", "part_days", "unsettled"))
    written = {"earliest": _INSTANT, "latest": _INSTANT, "zone": _TEXT, "text": _TEXT, "notes": _TEXTS}
    return {**described(summary(Due)), **_closed({**written, **own, "part_days": _list(PartHoliday)})}


def _answer() -> Schema:
    """One of the kinds of answer, told apart by ``kind``."""
    own: dict[type[Any], Mapping[str, Schema]] = {kind: _properties(kind) for kind in (Edition, HouseholdRole, Duty)}
    own[Role] = {"role": _TEXT}
    own[Deadline] = {**_properties(Deadline, but=("due", "counted_from")), "due": _DUE, "counted_from": _TEXT}
    record: Schema = {"record": _TEXT, "record_kind": _TEXT, "of": _TEXT, "focus": {"type": ["string", "null"]}}
    kinds = {word: own.get(kind, record if word == "record" else {}) for kind, word in KINDS.items()}
    return {"oneOf": [_closed({"kind": {"const": word}, **parts}) for word, parts in kinds.items()]}


def _entry(kind: type[Any]) -> Schema:
    return {**described(summary(kind)), **_closed(_properties(kind))}


def _properties(kind: type[Any], but: tuple[str, ...] = ()) -> dict[str, Schema]:
    otherwise = _OTHERWISE.get(kind, {})
    hints, docs = typing.get_type_hints(kind), attribute_docs(kind)
    own = [field.name for field in attrs.fields(kind) if field.name not in {*otherwise, *but}]
    found = {name: {**_of_type(hints[name]), **described(docs.get(name, ""))} for name in own}
    return {**found, **{name: shape for name, shape in otherwise.items() if shape is not None}}


def _of_type(hint: Any) -> Schema:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_of_type(part) for part in parts]}
    if origin is tuple and parts[-1] is not Ellipsis:
        return {
            "type": "array",
            "prefixItems": [_of_type(part) for part in parts],
            "minItems": len(parts),
            "items": False,
        }
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _of_type(parts[0])}
    if attrs.has(hint):
        return _ref(hint)
    if issubclass(hint, enum.Enum):
        return {"enum": [member.value for member in hint]}
    return dict(_SIMPLE[hint])


def _list(kind: type[Any]) -> Schema:
    return {"type": "array", "items": _ref(kind)}


def _or_null(kind: type[Any]) -> Schema:
    return {"anyOf": [_ref(kind), {"type": "null"}]}


def _ref(kind: type[Any]) -> Schema:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _closed(properties: Mapping[str, Schema]) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    dt.date: {"type": "string", "format": "date"},
    types.NoneType: {"type": "null"},
}
