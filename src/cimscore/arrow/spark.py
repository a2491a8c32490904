"""Many cases in Spark: a frame of cases in, a frame of rows out.

It needs what ``cimscore[spark]`` installs, and the programs, on the driver and on each worker.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from cimscore.arrow.batches import assess_batches, rows_schema
from cimscore.arrow.cases import refuse_other_columns
from cimscore.case import Moment
from cimscore.composition import load_rulebook
from cimscore.rulebook import Rulebook


def assess_frame(
    cases: DataFrame,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
) -> DataFrame:
    """Return the frame of the rows of cases, as `assess_batches` gives them. Nothing is decided before it is asked for.

    Each worker loads the programs that are installed there, once. A row's ``number`` counts within a part of the frame,
    and Spark keeps no order: give each case a column of its own to know it by.

    Args:
        cases: The cases: a column ``case`` with documents, as text in JSON or as structs, and any others.
        at: Moment of the decision, for all cases.
        readings: Readings to use instead of the programs' own, by ``program/reading``.
        editions: Editions to use instead of those that the programs choose, by document.
        programs: Programs to decide under, instead of those that each case names.

    Raises:
        ColumnError: There is no column of documents, or another column is called as one of a row.
    """
    named = None if programs is None else tuple(programs)
    given = to_arrow_schema(cases.schema)
    refuse_other_columns(given)
    decided = functools.partial(_decided, at=at, readings=readings, editions=editions, programs=named)
    return cases.mapInArrow(decided, from_arrow_schema(rows_schema(given)))


def _decided(batches: Iterator[pa.RecordBatch], **under: Any) -> Iterator[pa.RecordBatch]:
    return assess_batches(batches, _rulebook(), **under)


@functools.cache
def _rulebook() -> Rulebook:
    """Return the installed programs, loaded once in each worker."""
    return load_rulebook()
