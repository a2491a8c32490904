"""The schema of a row."""

from __future__ import annotations

from typing import Any, Final

from cimscore.assessment import DecisionState, assessment_schema
from cimscore.many.reading import BROKEN, REFUSED
from cimscore.many.rows import FAILED, FORMAT

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TEXT: Final = {"type": "string"}
NUMBER: Final = {
    "type": "integer",
    "minimum": 1,
    "description": "The line of the file, or the place in the folder or in the register.",
}


def row_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that the document of every row fits."""
    assessment = assessment_schema()
    row = object_of(
        format={"const": FORMAT},
        number=NUMBER,
        file={**TEXT, "description": "The file within the folder."},
        reference={**TEXT, "description": "The id under which the register has the case."},
        state={"enum": [*(state.value for state in DecisionState), FAILED, REFUSED, BROKEN]},
        assessment={"$ref": "#/$defs/assessment"},
        refused=refused_schema(),
        required=("format", "number", "state"),
    )
    return {
        "$schema": assessment.pop("$schema"),
        "title": "A row of cimscore assess-many",
        **row,
        "oneOf": [{"required": ["assessment"]}, {"required": ["refused"]}],
        "$defs": {**assessment.pop("$defs"), "assessment": assessment},
    }


def refused_schema() -> dict[str, Any]:
    """Return the schema of the reason why a case is not decided."""
    problem = object_of(
        where=TEXT, found=TEXT, expected=TEXT, says=TEXT, hint=TEXT, line={"type": "integer"},
        beside={"type": "array", "items": TEXT}, required=("expected", "says"),
    )  # fmt: skip
    because = {
        "enum": ["document", "program", "request", BROKEN],
        "description": "The document cannot be read, a program that it names is left out, what is asked for cannot be "
        "done, or it is not the fault of the case.",
    }
    return object_of(because=because, says=TEXT, problems={"type": "array", "items": problem}, required=("because",))


def object_of(*, required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has these properties and no other.

    Args:
        required: Names of those that it always has.
        properties: Schema of each, by name.
    """
    return {
        "type": "object", "properties": properties, "required": [*required], "additionalProperties": False
    }  # fmt: skip
