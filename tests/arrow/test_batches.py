"""Batches of cases give the rows that lines of JSON give, whatever engine hands them over."""

from __future__ import annotations

import json
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.each_nth import each_nth

import cimscore
from cimscore.arrow import ColumnError, assess_batches, rows_schema
from cimscore.many import CaseLine, assess_many


def rows_by_lines(cases: list[str], rulebook: cimscore.Rulebook) -> list[dict[str, Any]]:
    lines = (CaseLine(number, case.encode(), number) for number, case in enumerate(cases, 1))
    return [row.document for row in assess_many(lines, rulebook)]


def as_json(value: Any) -> Any:
    """Return a value of a batch as the JSON of a row has it: without what is null, a certain duty as its text."""
    if isinstance(value, dict):
        kept = {key: as_json(each) for key, each in value.items() if each is not None}
        return kept["says"] if kept.keys() == {"says", "standing"} and kept["standing"] == "certain" else kept
    return [as_json(each) for each in value] if isinstance(value, list) else value


def told(batches: Any) -> list[dict[str, Any]]:
    return [as_json(row) for batch in batches for row in batch.to_pylist(maps_as_pydicts="strict")]


def batch(cases: list[str], **more: list[Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({**more, "case": cases})


def test_a_batch_gives_the_rows_of_its_cases(cases, rulebook) -> None:
    batches = list(assess_batches([batch(cases)], rulebook))

    for each in batches:
        each.validate(full=True)
    assert told(batches) == [as_json(row) for row in rows_by_lines(cases, rulebook)]
    assert {"refused", "provisional"} <= {row["state"] for row in told(batches)}


def test_however_the_cases_are_cut_into_batches_the_rows_are_the_same(cases, rulebook) -> None:
    some = cases[:8]
    whole = told(assess_batches([batch(some)], rulebook))

    assert told(assess_batches([batch(some[:3]), batch([]), batch(some[3:])], rulebook)) == whole
    assert [row["number"] for row in whole] == [*range(1, 9)]


def test_the_other_columns_stay_beside_their_rows(cases, rulebook) -> None:
    whose = [f"c{number}" for number in range(len(cases[:6]))]
    (decided,) = assess_batches([batch(cases[:6], mine=whose)], rulebook)

    assert decided.column("mine").to_pylist() == whose
    assert "case" not in decided.schema.names
    assert decided.schema == rows_schema(pa.schema({"mine": pa.string(), "case": pa.string()}))


def test_a_case_may_be_a_struct_in_which_null_counts_as_left_out(rulebook) -> None:
    documents = [
        {"cimscore": 1, "id": "one", "programs": ["qld-child-safety"], "people": [{"id": "kai", "adult": None}]},
        {"cimscore": 1, "id": "two", "programs": ["qld-child-safety"], "people": [{"id": "mia", "adult": True}]},
    ]
    texts = [json.dumps(document).replace(', "adult": null', "") for document in documents]

    assert told(assess_batches([batch(documents)], rulebook)) == told(assess_batches([batch(texts)], rulebook))


@pytest.mark.parametrize("kind", each_nth([pa.large_binary(), pa.binary(), pa.large_string()], 3), ids=str)
def test_a_case_may_be_any_kind_of_text(cases, rulebook, kind) -> None:
    column = pa.array([case.encode() if "binary" in str(kind) else case for case in cases[:4]], kind)
    (decided,) = assess_batches([pa.RecordBatch.from_arrays([column], ["case"])], rulebook)

    assert told([decided]) == told(assess_batches([batch(cases[:4])], rulebook))


def test_a_case_that_is_null_is_refused_and_stops_no_other(cases, rulebook) -> None:
    (decided,) = assess_batches([batch([None, cases[0]])], rulebook)

    assert decided.column("state").to_pylist()[0] == "refused"
    assert decided.column("state").to_pylist()[1] != "refused"


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"document": ["{}"]}, "There is no column `case` with the documents. There is: document."),
        ({"case": [1]}, "The column `case` is int64."),
        ({"case": ["{}"], "state": ["mine"]}, "A row has a column of its own called state."),
    ],
)
def test_columns_that_are_not_those_of_cases_are_refused(columns, says, rulebook) -> None:
    with pytest.raises(ColumnError, match=says):
        list(assess_batches([pa.RecordBatch.from_pydict(columns)], rulebook))


def test_nothing_of_a_notifier_is_in_a_row(rulebook) -> None:
    case = {"cimscore": 1, "id": "x", "programs": ["qld-child-safety"], "notifier": {"name": "Wren Canary"}}
    broken = {**case, "people": [{"id": "kai", "adlut": True}]}
    decided = list(assess_batches([batch([json.dumps(case), json.dumps(broken)])], rulebook))

    assert [row["state"] for row in told(decided)][1] == "refused"
    assert "Canary" not in str(told(decided))


def test_duckdb_hands_cases_over_and_reads_their_rows(cases, rulebook, tmp_path) -> None:
    for part in range(3):
        pq.write_table(pa.table({"case": cases[part::3]}), tmp_path / f"{part}.parquet")
    reader = duckdb.connect().read_parquet(f"{tmp_path}/*.parquet").to_arrow_reader(5)
    rows = pa.RecordBatchReader.from_batches(rows_schema(reader.schema), assess_batches(reader, rulebook))
    counted = dict(duckdb.connect().from_arrow(rows).aggregate("state, count(*)").fetchall())

    states = [row["state"] for row in rows_by_lines(cases, rulebook)]
    assert counted == {state: states.count(state) for state in states}
