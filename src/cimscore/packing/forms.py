"""Forms: the shape of a program's cases, and cases to start from, for a page that has no rules loaded yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cimscore.case import discreet
from cimscore.composition import vocabulary_of
from cimscore.report_forms import shape_of
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.wire import case_schema, write_case

_FORM: Final = "(globalThis.cimscoreForms??={})[%s]=%s;\n"


def form_script(rulebook: Rulebook, program: str, examples: Iterable[WorkedExample]) -> str:
    """Return the script with the schema of a program's cases and its forms and its worked examples, without notifiers.

    Args:
        rulebook: Installed programs.
        program: Id of the program.
        examples: Worked examples that a reader may start from.
    """
    schema, declared = case_schema(vocabulary_of(rulebook), [program]), rulebook.program(program).declared
    form = {
        "schema": schema,
        "forms": [shape_of(form, program, declared.workflows, schema) for form in declared.forms],
        "examples": [
            {"id": example.id, "title": example.title, "document": example_document(example)} for example in examples
        ],
    }
    return _FORM % (json.dumps(program), json.dumps(form, separators=(",", ":")))


def example_document(example: WorkedExample) -> Mapping[str, Any]:
    """Return the document of a worked example, without the notifier and without what is kept from somebody."""
    return write_case(discreet(example.case))
