"""The form of rows in Arrow, made from the JSON Schema of a row, and the rows in that form."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pyarrow as pa

from cimscore.assessment import Standing
from cimscore.many import CaseRow, row_schema

_NAMED: Final = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
_NEVER: Final = frozenset({"trace"})
"""What no row holds. Its form holds itself, which Arrow cannot say."""


@functools.cache
def row_form() -> pa.Schema:
    """Return the Arrow schema of rows, the same in every process: that of `row_schema`, nested."""
    schema = row_schema()
    return pa.schema(_fields(schema, schema["$defs"]))


def batch_of(rows: Iterable[CaseRow]) -> pa.RecordBatch:
    """Return some rows as a batch of `row_form`."""
    kind = pa.struct(row_form())
    return pa.RecordBatch.from_struct_array(pa.array([_fitting(row.document, kind) for row in rows], kind))


def _fields(schema: Mapping[str, Any], known: Mapping[str, Any]) -> list[pa.Field]:
    needed = schema["required"]
    return [
        pa.field(name, _kind(inner, known), nullable=name not in needed or "null" in inner.get("type", ()))
        for name, inner in schema["properties"].items()
        if name not in _NEVER
    ]


def _kind(schema: Mapping[str, Any], known: Mapping[str, Any]) -> pa.DataType:
    """Return the Arrow type of what fits a schema."""
    if "$ref" in schema:
        return _kind(known[schema["$ref"].rpartition("/")[2]], known)
    if "anyOf" in schema:
        return next(kind for kind in (_kind(way, known) for way in schema["anyOf"]) if pa.types.is_struct(kind))
    values = [schema["const"]] if "const" in schema else schema.get("enum", [])
    if values:
        return pa.scalar(values[0]).type
    named = schema["type"]
    name = named if isinstance(named, str) else next(way for way in named if way != "null")
    if name == "array":
        return pa.list_(_kind(schema["items"], known))
    if name != "object":
        return _NAMED[name]
    if "properties" in schema:
        return pa.struct(_fields(schema, known))
    return pa.map_(pa.string(), _kind(schema["additionalProperties"], known))


def _fitting(value: Any, kind: pa.DataType) -> Any:
    """Return a value of a row as Arrow takes it."""
    if value is None:
        return None
    if pa.types.is_struct(kind):
        held = {"says": value, "standing": Standing.CERTAIN.value} if isinstance(value, str) else value
        return {field.name: _fitting(held.get(field.name), field.type) for field in kind}
    if pa.types.is_list(kind):
        return [_fitting(item, kind.value_type) for item in value]
    if pa.types.is_map(kind):
        return [(key, _fitting(item, kind.item_type)) for key, item in value.items()]
    return value
