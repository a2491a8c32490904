"""Many cases in Spark: a frame of cases in, a frame of rows out.

It needs what ``cimscore[spark]`` installs, and the programs, on the driver and on each worker.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from cimscore.arrow.batches import assess_batches, rows_schema
from cimscore.arrow.cases import refuse_other_columns
from cimscore.composition import load_rulebook
from cimscore.many import Choices
from cimscore.many.choices import AS_THEY_ARE
from cimscore.rulebook import Rulebook


def assess_frame(cases: DataFrame, *, under: Choices = AS_THEY_ARE) -> DataFrame:
    """Return the frame of the rows of cases, as `assess_batches` gives them. Nothing is decided before it is asked for.

    Each worker loads the programs that are installed there, once. A row's ``number`` counts within a part of the frame,
    and Spark keeps no order: give each case a column of its own to know it by.

    Args:
        cases: The cases: a column ``case`` with documents, as text in JSON or as structs, and any others.
        under: Moment, readings, editions and programs to decide them under.

    Raises:
        ColumnError: There is no column of documents, or another column is called as one of a row.
    """
    given = to_arrow_schema(cases.schema)
    refuse_other_columns(given)
    return cases.mapInArrow(functools.partial(_decided, under=under), from_arrow_schema(rows_schema(given)))


def _decided(batches: Iterator[pa.RecordBatch], under: Choices) -> Iterator[pa.RecordBatch]:
    return assess_batches(batches, _rulebook(), under=under)


@functools.cache
def _rulebook() -> Rulebook:
    """Return the installed programs, loaded once in each worker."""
    return load_rulebook()
