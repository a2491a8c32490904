"""``cimscore from-fhir``: a case document out of a bundle of FHIR R4, and what of the bundle is not in it."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import STANDARD_INPUT, standard_input
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_json
from cimscore.cli.output import STANDARD_OUTPUT, json_text, save, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.streams import tell
from cimscore.errors import DocumentError, Problem
from cimscore.fhir import FhirCase, FieldFate, case_from_fhir
from cimscore.wire import to_plain
from cimscore.wire.text import text_from


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="BUNDLE", help="a Bundle as JSON, or - for standard input")
    parser.add_argument("--id", metavar="ID", required=True, help="id of the case")
    parser.add_argument(
        "--program", metavar="ID", dest="programs", action="append", default=[],
        help="a program to assess the case under; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--parents-by-birth", action="store_true",
        help="where the bundle comes from, the codes of a mother, a father, a parent and a child are used of kin by "
        "birth alone; if not, the kind of these relationships stays unknown",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", metavar="FILE.json", default=STANDARD_OUTPUT,
        help="where the document goes (default: standard output)",
    )  # fmt: skip
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    made = case_from_fhir(
        _bundle(arguments.bundle), arguments.id, programs=arguments.programs,
        parents_by_birth=arguments.parents_by_birth,
    )  # fmt: skip
    load_rulebook().read_case(made.document)  # refused, if anything does not hold together
    if arguments.json:
        show_json({"document": made.document, "fields": to_plain(made.fields)})
        return Exit.DONE
    save(json_text(made.document), arguments.output)
    tell(str(_page(made)))
    return Exit.DONE


def _bundle(named: str) -> object:
    """Return the bundle as plain values.

    Raises:
        DocumentError: It is no JSON, or cannot be read.
    """
    try:
        if named == STANDARD_INPUT:
            return json.loads(standard_input("standard input"))
        with Path(named).open("rb") as file:
            return json.loads(text_from(file, named))
    except (OSError, ValueError, RecursionError) as error:
        found = getattr(error, "strerror", None) or "no JSON"
        problem = Problem(where="the bundle", found=found, expected="a FHIR R4 Bundle, as JSON")
    raise DocumentError([problem], where=named)


def _page(made: FhirCase) -> TextPage:
    page = TextPage()
    to_know = Counter(
        (field.where.rpartition(".")[2], field.why)
        for field in made.fields
        if field.why and field.became is not FieldFate.NOT_NEEDED
    )
    counts = Counter(field.became.value for field in made.fields)
    page.line(f"Of the bundle: {', '.join(f'{count} {became}' for became, count in sorted(counts.items()))}.")
    for (name, why), count in sorted(to_know.items()):
        page.line(f"{name} ({count}): {why}", mark="-")
    page.line("Each by its path: the same command with --json. Concerns, decisions and answers are yours to add.")
    return page


COMMAND = Command(
    teaches="Takes Patient, RelatedPerson, Group (a household, if urn:cimscore:group household is its code) and "
    "Observation (how somebody lives in a household, coded by urn:cimscore:stay). Nothing is guessed: what the bundle "
    "does not say stays unknown, and two resources are one person only if an identifier or a link says so. Every field "
    "is accounted for; nothing that the bundle holds is repeated in an error.",
    example="cimscore from-fhir bundle.json --id intake-7 --program qld-child-safety -o case.json",
    options=_options,
    run=_run,
)
