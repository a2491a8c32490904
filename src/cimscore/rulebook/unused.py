"""Warnings of what a program declares and nobody uses: questions, unclear points, tables and calendars."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from cimscore.errors import Problem
from cimscore.policy import Disposition
from cimscore.rulebook.calendar_checks import counts_on_a_calendar
from cimscore.rulebook.declarations import Asked, Declarations
from cimscore.rules import Question, Reading, Table, Value
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.program import Program
from cimscore.rules.rows.clocks import PARTS
from cimscore.rules.uses import reached


def warnings_of_unused(declared: Sequence[Declarations], programs: Sequence[Program]) -> Iterator[Problem]:
    """Yield what nobody reads: what a hook gives, and what stands in a module and reaches no hook.

    Args:
        declared: What each plugin declares.
        programs: The same programs, put together.
    """
    # By identity: two questions may be equal in every word, and only one of them be used.
    read = {id(predicate): predicate for program in programs for predicate in _used(program)}
    used = {*read, *(id(question) for plugin in declared for question in _needed(plugin))}
    first = {(_package(predicate), predicate.key): predicate for predicate in read.values()}
    packages = {plugin.package: plugin for plugin in declared if plugin.package}
    for plugin in declared:
        held = {id(asked): asked for asked in plugin.asked}
        for name, module in sorted(sys.modules.items()):
            if plugin is packages.get(name.partition(".")[0]):
                things = vars(module).values()
                held |= {id(thing): thing for thing in things if isinstance(thing, Question | Reading | Table)}
        for asked in sorted(held.values(), key=lambda asked: asked.key):
            if id(asked) not in used and not (isinstance(asked, Reading) and asked.noted):
                other = first.get((_package(asked), asked.key))
                yield _unused(plugin, asked) if other is None else _again(plugin, asked, other)
        yield from _calendars(plugin, programs)


def _calendars(plugin: Declarations, programs: Sequence[Program]) -> Iterator[Problem]:
    """Yield the calendars that no clock counts on, of the program or of one that adds to it."""
    id = plugin.identity.id
    over = [program for program in programs if id in (program.id, program.extends)]
    if not any(program.conclusions for program in over):
        return  # a program without rules yet
    named = {clock.calendar for program in over for clock in program.clocks if counts_on_a_calendar(clock)}
    if "" in named or any(isinstance(calendar, Value) for calendar in named):
        return  # it counts on the only one there is, or lists one of them, case by case
    for calendar in plugin.calendars:
        if calendar.id not in named:
            yield Problem(
                where=f"{id}, calendar {calendar.id}", found="a calendar that no clock counts on",
                expected="a clock in business days or office hours",
                hint="Name it as calendar=… of a clock, or delete it.",
            )  # fmt: skip


def _used(program: Program) -> Iterator[Predicate]:
    starting: list[Predicate] = [*program.conclusions]
    starting += [clock.part(name) for clock in program.clocks for name in PARTS]
    starting += [conclusion.denies for conclusion in program.conclusions if conclusion.denies is not None]
    for predicate in reached(starting):
        yield predicate
        if isinstance(predicate, Reading) and predicate.under is not None:
            yield predicate.under[0]


def _needed(plugin: Declarations) -> Iterator[Question[Any]]:
    """Yield the questions that a move needs, and those that are for a person by a clause."""
    yield from (question for flow in plugin.workflows for move in flow.moves for question in move.needs)
    left = {
        text.question for clause in plugin.clauses for text in clause.texts
        if text.disposition is Disposition.LEFT_TO_A_PERSON
    }  # fmt: skip
    for asked in plugin.asked:
        if isinstance(asked, Question) and f"{plugin.identity.id}/{asked.id}" in left:
            yield asked


def _package(asked: Predicate) -> str:
    return asked.written.module.partition(".")[0]


def _again(plugin: Declarations, asked: Asked, other: Predicate) -> Problem:
    """Return the problem of a declaration that a row may well read, and that is taken for another of its id."""
    return Problem(
        where=f"{plugin.identity.id}, {asked.written} {asked.id}",
        found=f"the id of another, at {other.written}, which is asked in its place", expected="an id of its own",
        hint="Rename it, or delete one of the two.",
    )  # fmt: skip


def _unused(plugin: Declarations, asked: Asked) -> Problem:
    noun, hint = "a question", "Read it in a row, name it in a clause that is left to a person, or delete it."
    if isinstance(asked, Reading):
        noun, hint = "an unclear point", "Read it in a row, say noted=True if it is only noted, or delete it."
    elif isinstance(asked, Table):
        noun, hint = "a table", "Look it up in a row or a clock, or delete it."
    return Problem(
        where=f"{plugin.identity.id}, {asked.written} {asked.id}", found=f"{noun} that nobody reads",
        expected="a row that reads it", hint=hint,
    )  # fmt: skip
