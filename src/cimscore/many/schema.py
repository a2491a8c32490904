"""The schema of a row."""

from __future__ import annotations

from typing import Any

from cimscore.assessment import DecisionState, assessment_schema
from cimscore.many.reading import BROKEN, REFUSED
from cimscore.many.rows import FAILED, FORMAT


def row_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that the document of every row fits."""
    assessment = assessment_schema()
    text = {"type": "string"}
    problem = _object(
        where=text, found=text, expected=text, says=text, hint=text, line={"type": "integer"},
        beside={"type": "array", "items": text}, required=("expected", "says"),
    )  # fmt: skip
    because = {
        "enum": ["document", "program", "request", BROKEN],
        "description": "The document cannot be read, a program that it names is left out, what is asked for cannot be "
        "done, or it is not the fault of the case.",
    }
    refused = _object(
        because=because, says=text, problems={"type": "array", "items": problem}, required=("because",)
    )  # fmt: skip
    row = _object(
        format={"const": FORMAT},
        number={
            "type": "integer",
            "minimum": 1,
            "description": "The line of the file, or the place in the folder or in the register.",
        },
        file={**text, "description": "The file within the folder."},
        reference={**text, "description": "The id under which the register has the case."},
        state={"enum": [*(state.value for state in DecisionState), FAILED, REFUSED, BROKEN]},
        assessment={"$ref": "#/$defs/assessment"},
        refused=refused,
        required=("format", "number", "state"),
    )
    return {
        "$schema": assessment.pop("$schema"),
        "title": "A row of cimscore assess-many",
        **row,
        "oneOf": [{"required": ["assessment"]}, {"required": ["refused"]}],
        "$defs": {**assessment.pop("$defs"), "assessment": assessment},
    }


def _object(*, required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": [*required], "additionalProperties": False
    }  # fmt: skip
