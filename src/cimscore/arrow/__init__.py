"""Many cases as Arrow: a batch of cases in, a batch of rows out, for whatever engine hands batches over.

`assess_batches` decides them, `rows_schema` gives the form of the rows, and `ColumnError` says what a batch lacks.
`cases_in_parquet` gives the `Input` of a Parquet file, and `parquet_rows` writes one, for `cimscore.many`. It needs
pyarrow, which `cimscore[arrow]` installs. `cimscore.arrow.spark` hands over the frames of Spark, and needs
`cimscore[spark]`.
"""

from cimscore.arrow.batches import assess_batches, rows_schema
from cimscore.arrow.cases import ColumnError
from cimscore.arrow.parquet import cases_in_parquet, parquet_rows

__all__ = ["ColumnError", "assess_batches", "cases_in_parquet", "parquet_rows", "rows_schema"]
