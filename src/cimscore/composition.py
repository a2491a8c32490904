"""Putting the floors together: installed plugins, strict reading and the rulebook."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping

import attrs

from cimscore.author import Program, program
from cimscore.calendars import Calendar
from cimscore.case import Case
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.plugins import load_declarations
from cimscore.policy import Policy
from cimscore.reasoning.compiled import Compiled
from cimscore.rulebook import Declarations, Document, Rulebook, build_rulebook
from cimscore.wire import Vocabulary, read_case


def load_rulebook(plugins: Iterable[object] | None = None, *, calendars: Iterable[Calendar] = ()) -> Rulebook:
    """The rulebook of every installed plugin, checked once.

    Args:
        plugins: Modules or objects that implement the hooks, instead of the installed ones.
        calendars: Calendars to use in the place of the programs' own of the same id, for example
            ``queensland().with_local("Rockhampton", {day: name})`` for a show day that the program does not know.

    Raises:
        RulebookError: Plugins do not fit together, or one of them cannot be used; every problem at once.
        UnknownNameError: No program counts on a calendar of that id.
    """
    declared = load_declarations(plugins)
    return build_rulebook(_counting_on(declared, {it.id: it for it in calendars}), reader=_read)


def _counting_on(declared: list[Declarations], supplied: Mapping[str, Calendar]) -> list[Declarations]:
    """The declarations with calendars supplied in the place of those of the same id."""
    known = {calendar.id for one in declared for calendar in one.calendars}
    for id in supplied.keys() - known:
        raise UnknownNameError("calendar", id, known, did_you_mean(id, known))
    return [attrs.evolve(one, calendars=tuple(supplied.get(it.id, it) for it in one.calendars)) for one in declared]


def load_programs(plugins: Iterable[object] | None = None) -> Mapping[str, Compiled]:
    """Return every installed program that is written in rows, by id, ready to run.

    Args:
        plugins: Modules or objects that implement the hooks, instead of the installed ones.

    Raises:
        RulebookError: A plugin cannot be used; every problem at once.
        SeveralRefusals: A program's rows do not fit together; every problem at once.
    """
    declared = sorted(load_declarations(plugins), key=lambda one: one.program.id)
    installed = {calendar.id: calendar for one in declared for calendar in one.calendars}
    return {one.program.id: Compiled(_program_of(one, installed)) for one in declared if one.rows}


def _program_of(declared: Declarations, installed: Mapping[str, Calendar]) -> Program:
    """Return a program; a place in another state is counted by whichever plugin has that state's days."""
    own = {calendar.id: calendar for calendar in declared.calendars}
    return program(
        declared.program.id,
        declared.program.title,
        declared.program.zone,
        Policy(sources=declared.sources, clauses=declared.clauses),
        [importlib.import_module(name) for name in declared.rows],
        calendars=tuple({**own, **{id: installed[id] for id in sorted(installed.keys() - own.keys())}}.values()),
        extends=declared.program.extends,
    )


def vocabulary_of(rulebook: Rulebook) -> Vocabulary:
    """The words a case document may use under a rulebook: its programs and their questions."""
    return Vocabulary(questions=rulebook.questions, programs=frozenset(rulebook.programs))


def _read(document: Document, rulebook: Rulebook) -> Case:
    return read_case(document, vocabulary_of(rulebook))
