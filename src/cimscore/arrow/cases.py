"""The cases of a batch: a column of documents, each as text or as a struct."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa

from cimscore.errors import CimsError
from cimscore.many import CaseLine

CASE: Final = "case"
"""The column that holds the cases."""


class ColumnError(CimsError):
    """The columns are not those of cases: name that of the documents `case`, and no other as one of a row."""


def lines_of(batch: pa.RecordBatch, after: int) -> Iterator[CaseLine]:
    """Yield the cases of a batch.

    Args:
        batch: Its column ``case`` holds a document in each place: as text, in JSON; or as a struct, in which what is
            null counts as left out.
        after: How many cases stand before it.

    Raises:
        ColumnError: There is no such column, or it holds something else.
    """
    refuse_other_columns(batch.schema)
    column = batch.column(batch.schema.get_field_index(CASE))
    for number, value in enumerate(column, after + 1):
        yield CaseLine(number, _document(value.as_py()), number)


def refuse_other_columns(cases: pa.Schema) -> None:
    """Refuse cases without a column of documents.

    Args:
        cases: Their schema.

    Raises:
        ColumnError: There is no such column, or it holds something else.
    """
    if CASE not in cases.names:
        raise ColumnError(f"There is no column `case` with the documents. There is: {', '.join(cases.names)}.")
    kind = cases.field(CASE).type
    if not _holds_documents(kind):
        raise ColumnError(f"The column `case` is {kind}. It is to hold documents: as text in JSON, or as structs.")


def _holds_documents(kind: pa.DataType) -> bool:
    texts = (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary, pa.types.is_large_binary)
    return any(is_of_kind(kind) for is_of_kind in (*texts, pa.types.is_struct))


def _document(value: Any) -> bytes:
    if isinstance(value, dict):
        return json.dumps(_told(value), default=_text).encode()
    return value.encode() if isinstance(value, str) else value or b""


def _told(value: Any) -> Any:
    """Return a value without what is null, for a column of structs has every key in every place."""
    if isinstance(value, dict):
        return {key: _told(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_told(item) for item in value]
    return value


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
