"""Every command by name. A command's own module is imported only when that command is wanted."""

import importlib
from collections.abc import Mapping
from typing import Final

from cimscore.cli.command import Command

SUMMARIES: Final[Mapping[str, str]] = {
    "assess": "decide a case: what is certain, what is provisional, what to do by when, and what is open",
    "assess-many": "decide many cases: a row of JSON for each, whatever is wrong with one of them",
    "due": "list what is due in one case or many, in order of time",
    "explain": "show why something holds in a case, or why it does not",
    "interview": "ask what is open in a case, what decides most first, and write the answers into it",
    "form": "show what a form of a source asks for that a case does not say yet, and write the report by it",
    "possible": "show what each answer to a question of a case leads to",
    "sensitivity": "show which unclear points of the sources would change a case",
    "draw": "draw the households of a case, with a table that says the same",
    "graph": "write the household graph of a case for other tools: GraphML, JSON or DOT",
    "check": "read a case document and look over its texts, deciding nothing",
    "notifier": "write out the notifier, for the notifier field of a record and nothing else",
    "from-fhir": "begin a case document from a FHIR R4 bundle: its people, kin and homes",
    "programs": "list the installed programs",
    "rules": "list the rules in words, with their conditions and clauses",
    "where": "list all that speaks of a word, with the file and line where it is written",
    "questions": "list everything the programs may ask, with who decides it",
    "readings": "list the unclear points of the sources, with every reading and the one taken",
    "clauses": "list what the sources say, clause by clause, and what became of each",
    "coverage": "show what became of every clause, and where a rule or question is missing",
    "timeline": "list the editions of each source, with their windows and what changed",
    "trace": "write out which clause became which rule, test and example; record that a rule was read again",
    "sources": "hold the clauses against the documents they were taken from",
    "sign-off": "record that a person of a department has read a clause, and what they say of it",
    "impact": "show whose outcome moves with another edition, reading or version",
    "impact-many": "show what moves in many cases with another edition, reading or version, counted by clause",
    "site": "write the pages about the installed programs, as plain Markdown",
    "compare": "decide a case under two editions, and show what differs",
    "workflow": "show every move of a record by every role, with what the sources say of it",
    "register": "keep cases in a file, with every move of their records; see what waits and what is due",
    "new": "begin a program of your own: a distribution that is green at once",
    "check-plugin": "hold a program to everything that programs promise",
    "schema": "print the JSON Schema of case documents, or of assessments",
}
"""What each command does, in the order ``--help`` lists them."""


def load_command(name: str) -> Command:
    """Return the command called `name`."""
    command: Command = importlib.import_module(f"cimscore.cli.commands.{name.replace('-', '_')}").COMMAND
    return command
