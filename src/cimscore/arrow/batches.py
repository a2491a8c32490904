"""Deciding batches of cases, for an engine that hands them over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyarrow as pa

from cimscore.arrow.cases import CASE, ColumnError, lines_of
from cimscore.arrow.forms import batch_of, row_form
from cimscore.many import Choices, assess_many
from cimscore.many.choices import AS_THEY_ARE
from cimscore.rulebook import Rulebook

_MOST: Final = 256
"""Cases that are decided before their rows are handed on: no more are held at a time."""


def assess_batches(
    batches: Iterable[pa.RecordBatch],
    rulebook: Rulebook,
    *,
    under: Choices = AS_THEY_ARE,
) -> Iterator[pa.RecordBatch]:
    """Decide batches of cases, and yield batches of their rows, in their order.

    A batch has the columns of `rows_schema`, and before them every column of the cases but ``case``: an id of your own
    stays beside its row. A case that cannot be decided has a row that says why, and stops no other.

    Args:
        batches: The cases: a column ``case`` with documents, as text in JSON or as structs, and any others.
        rulebook: The installed programs.
        under: Moment, readings, editions and programs to decide them under.

    Raises:
        ColumnError: There is no column of documents, or another column is called as one of a row.
        UnknownNameError: A program, reading or edition does not exist.
    """
    decided = 0
    for batch in batches:
        for start in range(0, batch.num_rows, _MOST):
            part = batch.slice(start, _MOST)
            lines = lines_of(part, decided)
            yield _beside(part, batch_of(assess_many(lines, rulebook, under=under)))
            decided += part.num_rows


def rows_schema(cases: pa.Schema | None = None) -> pa.Schema:
    """Return the schema of the batches that `assess_batches` yields.

    A moment is text with its offset from UTC, which a timestamp would lose. A duty that is only text in the JSON has
    its standing beside it, *certain*. The edition of each document, and a receipt, are maps.

    Args:
        cases: Schema of the cases; None if they have no column but their documents.

    Raises:
        ColumnError: A column is called as one of a row.
    """
    kept = [field for field in cases or () if field.name != CASE]
    own = row_form()
    twice = [field.name for field in kept if field.name in own.names]
    if twice:
        raise ColumnError(f"A row has a column of its own called {', '.join(twice)}. Give yours another name.")
    return pa.schema([*kept, *own])


def _beside(cases: pa.RecordBatch, rows: pa.RecordBatch) -> pa.RecordBatch:
    schema = rows_schema(cases.schema)
    kept = [column for name, column in zip(cases.schema.names, cases.columns, strict=True) if name != CASE]
    return pa.RecordBatch.from_arrays([*kept, *rows.columns], schema=schema)
