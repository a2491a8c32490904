"""Putting the floors together: installed plugins, strict reading and the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from cimscore.calendars import Calendar
from cimscore.case import Case
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.plugins import load_declarations
from cimscore.rulebook import Declarations, Document, Rulebook, build_rulebook
from cimscore.wire import Vocabulary, read_case


def load_rulebook(
    plugins: Iterable[object] | None = None, *, also: Iterable[object] = (), calendars: Iterable[Calendar] = ()
) -> Rulebook:
    """Return the rulebook of every installed plugin, checked once.

    Args:
        plugins: Modules or objects that implement the hooks, instead of the installed ones.
        also: Modules or objects that implement the hooks, besides the others.
        calendars: Calendars to use in the place of the programs' own of the same id, for example
            ``queensland().with_local("Rockhampton", {day: name})`` for a show day that the program does not know.

    Raises:
        RulebookError: Plugins do not fit together, or one of them cannot be used; every problem at once.
        UnknownNameError: No program counts on a calendar of that id.
    """
    declared = load_declarations(plugins, also)
    return build_rulebook(_counting_on(declared, {calendar.id: calendar for calendar in calendars}), reader=_read)


def _counting_on(declared: list[Declarations], supplied: Mapping[str, Calendar]) -> list[Declarations]:
    """Return the declarations with calendars supplied in the place of those of the same id."""
    known = {calendar.id for program in declared for calendar in program.calendars}
    for id in supplied.keys() - known:
        raise UnknownNameError("calendar", id, known, did_you_mean(id, known))
    return [
        attrs.evolve(program, calendars=tuple(supplied.get(calendar.id, calendar) for calendar in program.calendars))
        for program in declared
    ]


def vocabulary_of(rulebook: Rulebook) -> Vocabulary:
    """Return the words a case document may use under a rulebook: its programs and their questions."""
    return Vocabulary(questions=rulebook.questions, programs=frozenset(rulebook.programs), declared=rulebook.declared)


def _read(document: Document, rulebook: Rulebook) -> Case:
    return read_case(document, vocabulary_of(rulebook))
