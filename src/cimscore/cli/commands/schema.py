"""``cimscore schema``: the JSON Schemas of case documents, of what is written of them, and of what a register takes."""

from __future__ import annotations

import argparse
from typing import Final

from cimscore.assessment import assessment_schema, due_list_schema
from cimscore.cli.command import Command
from cimscore.cli.commands.register.opening import library
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_programs
from cimscore.cli.output import show_json
from cimscore.composition import vocabulary_of
from cimscore.many import row_schema
from cimscore.many.impact import impact_row_schema, impact_table_schema, noted_schema
from cimscore.wire import Vocabulary, case_schema

_WRITTEN: Final = {
    "assessment": assessment_schema,
    "due_list": due_list_schema,
    "row": row_schema,
    "impact_row": impact_row_schema,
    "impact_table": impact_table_schema,
    "noted": noted_schema,
}
"""The schema of each kind of document that a command writes, by its option."""


def _options(parser: argparse.ArgumentParser) -> None:
    add_programs(parser, "with the questions of this program only; may be given several times (default: all installed)")
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--no-programs", action="store_true", help="without the questions of any program")
    other.add_argument("--assessment", action="store_true", help="the schema of an assessment instead of a case")
    other.add_argument("--due-list", action="store_true", help="the schema of what `cimscore due --json` writes")
    other.add_argument("--row", action="store_true", help="the schema of a row of `cimscore assess-many`")
    other.add_argument("--impact-row", action="store_true", help="the schema of a row of `cimscore impact-many --out`")
    other.add_argument(
        "--impact-table", action="store_true", help="the schema of what `cimscore impact-many --json` writes"
    )
    other.add_argument("--noted", action="store_true", help="the schema of a line of `cimscore impact-many --save`")
    other.add_argument("--register-row", action="store_true", help="the schema of a row of `cimscore register import`")


def _run(arguments: argparse.Namespace) -> Exit:
    asked = [schema for name, schema in _WRITTEN.items() if getattr(arguments, name)]
    if asked:
        show_json(asked[0]())
    elif arguments.register_row:
        show_json(library().interface_schema())
    elif arguments.no_programs:
        show_json(case_schema(Vocabulary(programs=frozenset(), questions={})))
    else:
        chosen = [program.id for program in chosen_programs(arguments)]
        show_json(case_schema(vocabulary_of(load_rulebook()), chosen))
    return Exit.DONE


COMMAND = Command(
    teaches="An editor that knows it completes and checks a document while it is written. It accepts exactly what the "
    "reader accepts in shape; `cimscore check` also checks what no schema can see.",
    example="cimscore schema --program qld-child-safety",
    options=_options,
    run=_run,
)
