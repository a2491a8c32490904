"""Deciding batches of cases, for an engine that hands them over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from cimscore.arrow.cases import CASE, ColumnError, lines_of
from cimscore.arrow.forms import batch_of, row_form
from cimscore.case import Moment
from cimscore.many import assess_many
from cimscore.rulebook import Rulebook

_MOST: Final = 256
"""Cases that are decided before their rows are handed on: no more are held at a time."""


def assess_batches(
    batches: Iterable[pa.RecordBatch],
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
) -> Iterator[pa.RecordBatch]:
    """Decide batches of cases, and yield batches of their rows, in their order.

    A batch has the columns of `rows_schema`, and before them every column of the cases but ``case``: an id of your own
    stays beside its row. A case that cannot be decided has a row that says why, and stops no other.

    Args:
        batches: The cases: a column ``case`` with documents, as text in JSON or as structs, and any others.
        rulebook: The installed programs.
        at: Moment of the decision, for all cases.
        readings: Readings to use instead of the programs' own, by ``program/reading``.
        editions: Editions to use instead of those that the programs choose, by document.
        programs: Programs to decide under, instead of those that each case names.

    Raises:
        ColumnError: There is no column of documents, or another column is called as one of a row.
        UnknownNameError: A program, reading or edition does not exist.
    """
    named = None if programs is None else tuple(programs)
    decided = 0
    for batch in batches:
        for start in range(0, batch.num_rows, _MOST):
            part = batch.slice(start, _MOST)
            lines = lines_of(part, decided)
            rows = assess_many(lines, rulebook, at=at, readings=readings, editions=editions, programs=named)
            yield _beside(part, batch_of(rows))
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
