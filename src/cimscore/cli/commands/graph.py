"""``cimscore graph``: the household graph of a case, for other tools."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import open_case
from cimscore.cli.options import add_kept
from cimscore.cli.output import STANDARD_OUTPUT, json_text, save, tell_of_kept
from cimscore.household_graph import GraphFormat, dot, graphml, node_link, to_networkx


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help="a .yaml, .yml or .json file, or - for standard input")
    parser.add_argument(
        "--format",
        dest="written_as",
        choices=[form.value for form in GraphFormat],
        default=GraphFormat.JSON.value,
        help="how the graph is written (default: json, which networkx reads as node-link data)",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", default=STANDARD_OUTPUT, help="where it goes (default: standard output)"
    )
    add_kept(parser)
    parser.set_defaults(format="yaml")  # Standard input is read as YAML, of which JSON is a part.


def _run(arguments: argparse.Namespace) -> Exit:
    graph = to_networkx(open_case(arguments).shown)
    match GraphFormat(arguments.written_as):
        case GraphFormat.GRAPHML:
            text = graphml(graph)
        case GraphFormat.DOT:
            text = dot(graph)
        case _:
            text = json_text(node_link(graph))
    save(text, arguments.output)
    tell_of_kept()
    return Exit.DONE


COMMAND = Command(
    teaches="One graph of people, homes, concerns and files. Each edge says what joins the two, how sure it is "
    "(3 certain, 2 worked with until it is known, 1 possible) and on which fact it hangs. The notifier is not in it.",
    example="cimscore graph examples/two-homes.yaml --format dot",
    options=_options,
    run=_run,
)
