"""Cases from a Parquet file, and rows to one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from cimscore.arrow.cases import CASE, lines_of
from cimscore.arrow.forms import batch_of, row_form
from cimscore.many import CaseLine, CaseRow, Input, NoCasesError

_MOST: Final = 256
"""Cases or rows that are held at a time."""


def cases_in_parquet(path: Path) -> Input:
    """Return the cases of a Parquet file, of which a few are read at a time.

    Args:
        path: The file. Its column ``case`` holds a document in each place.

    Raises:
        NoCasesError: There is no such file, or it cannot be read as one.
        ColumnError: It has no column of documents.
    """
    try:
        file = pq.ParquetFile(path)
    except (OSError, pa.ArrowException) as error:
        raise NoCasesError(f"{path} cannot be read: {error}. Name a Parquet file with a column `case`.") from None
    columns = [CASE] if CASE in file.schema_arrow.names else None
    list(lines_of(pa.RecordBatch.from_pylist([], schema=file.schema_arrow), 0))  # refused before anything is written
    return Input(_lines(file, columns), file.metadata.num_rows)


def _lines(file: pq.ParquetFile, columns: list[str] | None) -> Iterator[CaseLine]:
    done = 0
    with file:
        for batch in file.iter_batches(_MOST, columns=columns):
            yield from lines_of(batch, done)
            done += batch.num_rows


@contextlib.contextmanager
def parquet_rows(path: Path) -> Iterator[Callable[[CaseRow], None]]:
    """Open a new Parquet file of rows, and give what adds one to it.

    The file is whole once this ends: of a run that is interrupted it holds nothing that can be read.

    Args:
        path: The file, which must not be there yet.

    Raises:
        FileExistsError: It is there.
    """
    held: list[CaseRow] = []
    with path.open("xb") as file, pq.ParquetWriter(file, row_form(), compression="zstd") as writer:

        def add(row: CaseRow) -> None:
            held.append(row)
            if len(held) == _MOST:
                flush()

        def flush() -> None:
            writer.write_batch(batch_of(held))
            held.clear()

        yield add
        if held:
            flush()
