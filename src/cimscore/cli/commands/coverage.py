"""``cimscore coverage``: what became of every clause, and where something is missing."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

import attrs

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.policy import Disposition
from cimscore.rulebook import CompiledProgram
from cimscore.wire import to_plain


@attrs.frozen(kw_only=True)
class Coverage:
    """What became of the clauses of a program.

    Attributes:
        program: The program's id.
        clauses: How many clauses it has.
        dispositions: How many there are of each disposition.
        out_of_scope: The reason for each clause that is out of scope, by its id.
        without_rule: Encoded clauses that no rule and no row of a table cites.
        without_question: Clauses left to a person that no question of the program puts to one.
    """

    program: str
    clauses: int
    dispositions: dict[str, int]
    out_of_scope: dict[str, str]
    without_rule: tuple[str, ...]
    without_question: tuple[str, ...]

    @property
    def gaps(self) -> bool:
        """Whether a clause is missing what its disposition promises."""
        return bool(self.without_rule or self.without_question)


def coverage_of(one: CompiledProgram) -> Coverage:
    """What became of the clauses of a program."""
    clauses, cited = one.declared.clauses, set(_cited(one))
    asked = {f"{one.program.id}/{question.id}" for question in one.declared.questions}
    counts = Counter(clause.disposition for clause in clauses)
    at = {disposition: [it for it in clauses if it.disposition is disposition] for disposition in Disposition}
    return Coverage(
        program=one.program.id,
        clauses=len(clauses),
        dispositions={disposition.value: counts[disposition] for disposition in Disposition},
        out_of_scope={it.id: it.reason for it in at[Disposition.OUT_OF_SCOPE]},
        without_rule=tuple(sorted(it.id for it in at[Disposition.ENCODED] if it.id not in cited)),
        without_question=tuple(sorted(it.id for it in at[Disposition.LEFT_TO_A_PERSON] if it.question not in asked)),
    )


def _cited(one: CompiledProgram) -> Iterator[str]:
    """The clauses that something which runs rests on: rules and the rows of tables."""
    for rules in one.rules.values():
        for rule in rules:
            yield from rule.rule.cites
    for table in one.declared.tables:
        yield from (row.clause for row in table.rows)


def _run(arguments: argparse.Namespace) -> Exit:
    found = [coverage_of(one) for one in chosen_programs(arguments)]
    if arguments.json:
        show_json(to_plain(found))
    else:
        page = Page()
        for one in found:
            _write(page, one)
        show(page)
    return Exit.PROBLEMS if any(one.gaps for one in found) else Exit.DONE


def _write(page: Page, one: Coverage) -> None:
    page.heading(f"{one.program}: {one.clauses} clauses")
    for disposition, count in one.dispositions.items():
        page.line(f"{disposition}: {count}")
    _list(page, "Out of scope", [f"{id}: {reason}" for id, reason in one.out_of_scope.items()])
    _list(page, f"Encoded, but cited by no rule: {len(one.without_rule)}", one.without_rule)
    _list(page, f"Left to a person, but put by no question: {len(one.without_question)}", one.without_question)


def _list(page: Page, heading: str, entries: list[str] | tuple[str, ...]) -> None:
    page.blank()
    page.line(f"{heading}{':' if entries else '.'}")
    for entry in entries:
        page.line(entry, 1, mark="-")


COMMAND = Command(
    teaches="A number for each disposition, the reasons for what is out of scope, encoded clauses that no rule or row "
    "of a table cites, and clauses left to a person that no question puts. Ends with exit code 1 where anything is "
    "missing.",
    example="cimscore coverage --program qld-child-safety",
    options=add_listing,
    run=_run,
)
