"""Putting the floors together: installed plugins, strict reading and the rulebook."""

from __future__ import annotations

import contextlib
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.calendars import Calendar
from cimscore.case import Case
from cimscore.errors import DocumentError, LeftOutWarning, Problem, RulebookError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.plugins import installed_twice, load_declarations, load_installed, misspelt_groups, unknown_disabled
from cimscore.rulebook import Declarations, Document, LeftOut, Rulebook, base_left_out, broken_among, build_rulebook
from cimscore.wire import Vocabulary, read_case

_QUOTED: Final = re.compile(r"'([^']*)'")


def load_rulebook(
    plugins: Iterable[object] | None = None, *, also: Iterable[object] = (), calendars: Iterable[Calendar] = ()
) -> Rulebook:
    """Return the rulebook of every installed plugin, checked once.

    An installed plugin that cannot be used is left out, with a `LeftOutWarning` that says why; so is one that the
    environment variable ``CIMSCORE_DISABLE`` names. The rulebook knows both by `Rulebook.left_out`.

    Args:
        plugins: Modules or objects that implement the hooks, instead of the installed ones.
        also: Modules or objects that implement the hooks, besides the others.
        calendars: Calendars to use in the place of the programs' own of the same id, for example
            ``queensland().with_local("Rockhampton", {day: name})`` for a show day that the program does not know.

    Raises:
        RulebookError: Given plugins do not fit together, or one of them cannot be used; every problem at once.
        UnknownNameError: No program counts on a calendar of that id.
    """
    supplied = {calendar.id: calendar for calendar in calendars}
    if plugins is not None:
        declared = load_declarations([*_refuse_names(plugins), *_refuse_names(also)])
        return build_rulebook(_counting_on(declared, supplied), reader=_read)
    declared, left_out = load_installed()
    given = load_declarations(_refuse_names(also))
    _refuse_installed(given, declared)
    rulebook = _without_broken(
        _counting_on([*declared, *given], supplied), left_out, frozenset(program.identity.id for program in given)
    )
    passed_over = map(LeftOutWarning, (*unknown_disabled(), *installed_twice(), *misspelt_groups()))
    for warning in (*(left.warning() for left in rulebook.left_out), *passed_over):
        warnings.warn(warning, stacklevel=2)
    return rulebook


def _refuse_names(plugins: Iterable[object]) -> list[object]:
    """Return plugins as a list, unless one is a name, or it is one plugin without brackets.

    Raises:
        RulebookError: It is no list of modules or objects; every problem at once.
    """
    if isinstance(plugins, str) or not isinstance(plugins, Iterable):
        hint = "Give each in brackets: load_rulebook([my_program])."
        raise RulebookError([_not_a_plugin(f"{plugins!r}, without brackets", hint)])
    listed = list(plugins)
    hint = "Import it, and give the module: import my_program; load_rulebook([my_program])."
    if named := [_not_a_plugin(f"the name {plugin!r}", hint) for plugin in listed if isinstance(plugin, str)]:
        raise RulebookError(named)
    return listed


def _not_a_plugin(found: str, hint: str) -> Problem:
    return Problem(where="plugins", found=found, expected="modules or objects that implement the hooks", hint=hint)


def _refuse_installed(given: Iterable[Declarations], installed: Iterable[Declarations]) -> None:
    """Refuse a program that is given although it is installed: nobody could tell which of the two decides."""
    found = {program.identity.id: " ".join(program.distribution).strip() for program in installed}
    problems = [
        Problem(
            where=f"program {program.identity.id}", found=f"it given, and installed as {found[program.identity.id]}",
            expected="one of the two",
            hint="Leave out --plugin or --cimscore-plugin, or uninstall that distribution.",
        )
        for program in given
        if program.identity.id in found
    ]  # fmt: skip
    if problems:
        raise RulebookError(problems)


def _without_broken(declared: list[Declarations], left_out: list[LeftOut], given: frozenset[str]) -> Rulebook:
    """Return the rulebook of those programs that can be used: one that cannot stops itself, and what extends it.

    Raises:
        RulebookError: One that was given, and is not installed, cannot be used.
    """
    kept, left = list(declared), list(left_out)
    while True:
        broken = _over_nothing(kept, left)
        if not broken:
            try:
                return attrs.evolve(build_rulebook(kept, reader=_read), left_out=tuple(left))
            except RulebookError:
                broken = broken_among(kept, lambda some: build_rulebook(some, reader=_read))
                if not broken:
                    raise
        for id in sorted(broken.keys() & given):
            raise broken[id]
        left += [_left_out(program, broken[program.identity.id]) for program in kept if program.identity.id in broken]
        kept = [program for program in kept if program.identity.id not in broken]


def _over_nothing(kept: Iterable[Declarations], left: Iterable[LeftOut]) -> dict[str, RulebookError]:
    """Return the error of each program that extends one that is left out, by its id."""
    gone = {out.program for out in left} - {program.identity.id for program in kept}
    return {
        program.identity.id: base_left_out(program.identity.id, program.identity.extends)
        for program in kept
        if program.identity.extends in gone
    }


def _left_out(program: Declarations, error: RulebookError) -> LeftOut:
    return LeftOut(
        name=program.plugin or program.identity.id,
        program=program.identity.id,
        distribution=program.distribution,
        error=error,
    )


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


@contextlib.contextmanager
def refusing_left_out(rulebook: Rulebook) -> Iterator[None]:
    """Refuse a document that names a program that is left out, by what is wrong with the program.

    Raises:
        RulebookError: The document names program. Without its program nobody can say what else is wrong with it.
    """
    try:
        yield
    except DocumentError as error:
        for problem in error.problems:
            if problem.where.startswith("programs"):
                rulebook.refuse_left_out(_QUOTED.findall(problem.found))
        raise


def _read(document: Document, rulebook: Rulebook) -> Case:
    with refusing_left_out(rulebook):
        return read_case(document, vocabulary_of(rulebook))
