"""Moves in many cases under other editions or readings, or under another version of a program.

`compare_many` gives an `ImpactRow` of each case under two sets of `Choices`. For two versions of a program `note_many`
gives a `NotedCase` of each, `write_noted` and `read_noted` keep them, and `compare_noted` compares them;
`OtherCasesError` says that they are of other cases.
`impact_row_schema`, `noted_schema` and `impact_table_schema` give the form of what is written of them.
"""

from cimscore.many.impact.comparing import ImpactRow, OtherCasesError, compare_many, compare_noted
from cimscore.many.impact.noted_files import read_noted, write_noted
from cimscore.many.impact.noting import NotedCase, note_many
from cimscore.many.impact.schema import impact_row_schema, impact_table_schema, noted_schema

__all__ = [
    "ImpactRow",
    "NotedCase",
    "OtherCasesError",
    "compare_many",
    "compare_noted",
    "impact_row_schema",
    "impact_table_schema",
    "note_many",
    "noted_schema",
    "read_noted",
    "write_noted",
]
