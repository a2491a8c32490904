"""The schemas of what moves in many cases: a row, a saved case, and the table."""

from __future__ import annotations

from typing import Any, Final

from cimscore.many.impact import noting
from cimscore.many.impact.comparing import FORMAT, MOVES, ONE_SIDE, OTHER, SAME
from cimscore.many.reading import BROKEN, REFUSED
from cimscore.many.schema import DIALECT, NUMBER, TEXT, object_of, refused_schema
from cimscore.traceability.impact import OutcomeChange

TABLE_FORMAT: Final = "impact-table/1"
_TEXTS: Final = {"type": "array", "items": TEXT}
_NAME: Final = {**TEXT, "description": "Its reference in the register, its file, or its number."}
_CASE: Final = {**TEXT, "description": "Id of the case. It is missing or empty if the case cannot be read."}
_CHANGE: Final = {"enum": [change.value for change in OutcomeChange]}
_COUNT: Final = {"type": "integer", "minimum": 1}
_STATES: Final = (SAME, MOVES, REFUSED, BROKEN, OTHER, ONE_SIDE)


def impact_row_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a row of what moves in a case."""
    moved = object_of(
        address={**TEXT, "description": "What is told and of what, or `open:` and the question that is open."},
        change=_CHANGE,
        before={**TEXT, "description": "What was told; empty if it was not there."},
        after={**TEXT, "description": "What is told then; empty if it is gone."},
        clauses=_TEXTS,
        required=("address", "change", "before", "after", "clauses"),
    )
    return {
        "$schema": DIALECT,
        "title": "A row of cimscore impact-many",
        **object_of(
            format={"const": FORMAT},
            number=NUMBER,
            name=_NAME,
            case=_CASE,
            state={"enum": [*_STATES]},
            moved={"type": "array", "items": moved, "minItems": 1},
            refused=refused_schema(),
            required=("format", "number", "name", "state"),
        ),
    }


def noted_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a line of what is saved for a later comparison."""
    concluded = object_of(
        summary=TEXT, clauses=_TEXTS, provisional={"type": "boolean"}, required=("summary", "clauses", "provisional")
    )
    return {
        "$schema": DIALECT,
        "title": "A case as cimscore impact-many saves it",
        **object_of(
            format={"const": noting.FORMAT},
            number=NUMBER,
            name=_NAME,
            case=_CASE,
            state={"enum": [noting.NOTED, REFUSED, BROKEN]},
            digest={**TEXT, "description": "Digest of its document without the notifier."},
            concluded={"type": "object", "additionalProperties": concluded},
            refused={"anyOf": [refused_schema(), {"type": "object", "maxProperties": 0}]},
            required=("format", "number", "name", "case", "state", "digest", "concluded", "refused"),
        ),
    }


def impact_table_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the table of what moves in many cases."""
    move = object_of(
        clause={**TEXT, "description": "The clause that it rests on; empty if it rests on none of its own."},
        outcome=TEXT,
        change=_CHANGE,
        cases=_COUNT,
        moves=_COUNT,
        first={**_TEXTS, "minItems": 1, "description": "The first of the cases."},
        required=("clause", "outcome", "change", "cases", "moves", "first"),
    )
    return {
        "$schema": DIALECT,
        "title": "The table of cimscore impact-many --json",
        **object_of(
            format={"const": TABLE_FORMAT},
            cases={
                "type": "object",
                "properties": {state: _COUNT | {"minimum": 0} for state in _STATES},
                "additionalProperties": False,
                "description": "Number of cases, by state.",
            },
            moves={"type": "array", "items": move},
            required=("format", "cases", "moves"),
        ),
    }
