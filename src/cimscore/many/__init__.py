"""Many cases, decided one after another: a row for each, in their order, whatever is wrong with one of them.

`cases_in` gives an `Input` of each `CaseLine`, and `NoCasesError` says that there is none. `assess_many` gives a
`CaseRow` for each by some `Choices`, of which `row_schema` gives the form; `NoWorkerError` says that no further process
can be started. A `CaseReader` reads one line, for whoever decides it alone.
To go on where an earlier run ended, `rows_so_far` reads the `RowsSoFar` of a file and `rest_of` gives the cases without
a row; `OtherRowsError` says that they differ.

`cimscore.many.impact` compares two decisions of each case.
"""

from cimscore.many.choices import Choices
from cimscore.many.deciding import assess_many
from cimscore.many.going_on import OtherRowsError, RowsSoFar, rest_of, rows_so_far
from cimscore.many.lines import CaseLine, Input, NoCasesError, cases_in
from cimscore.many.reading import CaseReader
from cimscore.many.rows import CaseRow
from cimscore.many.schema import row_schema
from cimscore.many.workers import NoWorkerError

__all__ = [
    "CaseLine",
    "CaseReader",
    "CaseRow",
    "Choices",
    "Input",
    "NoCasesError",
    "NoWorkerError",
    "OtherRowsError",
    "RowsSoFar",
    "assess_many",
    "cases_in",
    "rest_of",
    "row_schema",
    "rows_so_far",
]
