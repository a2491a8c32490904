"""A run that was interrupted is gone on with: the file comes out as if it had not been."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from cimscore.many import Choices, OtherRowsError, RowsSoFar, assess_many, cases_in, rest_of, rows_so_far
from cimscore.many.choices import AS_THEY_ARE


@pytest.fixture(scope="module")
def written(lines, rulebook, tmp_path_factory) -> tuple[Path, bytes]:
    """Cases in a file, and the rows that they come to."""
    file: Path = tmp_path_factory.mktemp("cases") / "cases.jsonl"
    file.write_bytes(b"\n".join([lines[0], b"", b"{", *lines[1:6]]))
    rows = assess_many(cases_in(str(file)).lines, rulebook)
    return file, b"".join(row.text.encode() + b"\n" for row in rows)


def gone_on(file: Path, so_far: bytes, rulebook, under: Choices = AS_THEY_ARE) -> bytes:
    """Return the rows of a file that has some of them already, perhaps with half a row at its end."""
    decide = partial(assess_many, rulebook=rulebook, under=under)
    done = rows_so_far(io.BytesIO(so_far))
    rest = decide(rest_of(cases_in(str(file)).lines, done, decide))
    return so_far[: done.size] + b"".join(row.text.encode() + b"\n" for row in rest)


@pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9, 0.9999, 1])
def test_wherever_a_run_ended_the_rows_are_the_same(part: float, written: tuple[Path, bytes], rulebook) -> None:
    file, whole = written
    assert gone_on(file, whole[: int(part * len(whole))], rulebook) == whole


def test_half_a_row_is_no_row() -> None:
    assert rows_so_far(io.BytesIO(b'{"a": 1}\n{"b": 2}\n{"c"')) == RowsSoFar(2, 18, b'{"a": 1}', b'{"b": 2}')


def test_rows_of_other_cases_are_not_gone_on_with(written: tuple[Path, bytes], lines, rulebook, tmp_path: Path) -> None:
    _, whole = written
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"\n".join(reversed(lines)))
    with pytest.raises(OtherRowsError, match="Row 1 is not what"):
        gone_on(other, whole, rulebook)


def test_rows_of_more_cases_than_there_are_are_not_gone_on_with(written, lines, rulebook, tmp_path: Path) -> None:
    _, whole = written
    fewer = tmp_path / "fewer.jsonl"
    fewer.write_bytes(b"\n".join([lines[0], b"", b"{"]))
    with pytest.raises(OtherRowsError, match="Row 8 is not what"):
        gone_on(fewer, whole, rulebook)


def test_rows_under_another_choice_are_not_gone_on_with(written: tuple[Path, bytes], rulebook) -> None:
    file, whole = written
    with pytest.raises(OtherRowsError, match="Begin a new file"):
        gone_on(file, whole, rulebook, Choices(programs=("ndis-incidents",)))
