"""A program stands by itself, and beside every program that is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cimscore.errors import RulebookError
from cimscore.plugins import load_installed
from cimscore.rulebook import Declarations, build_rulebook
from cimscore.testing.conformance.subject import Subject


def loads_alone(subject: Subject) -> Iterator[str]:
    """Yield what keeps a program from being loaded with nothing but the programs that it extends."""
    programs = subject.rulebook.programs
    owners = subject.program.program.owners
    yield from _problems(subject, [programs[program].declared for program in owners], "alone")


def loads_beside(subject: Subject) -> Iterator[str]:
    """Yield what keeps a program from being loaded beside every program that is installed."""
    own = [program.declared for program in subject.rulebook.programs.values()]
    installed, left_out = load_installed()
    broken = (left.error for left in left_out if not left.disabled and left.program not in subject.rulebook.programs)
    yield from (f"an installed program is broken: {problem}" for error in broken for problem in error.problems)
    others = [declared for declared in installed if declared.identity.id not in subject.rulebook.programs]
    yield from _problems(subject, [*own, *others], "beside the installed programs")


def _problems(subject: Subject, declared: Iterable[Declarations], how: str) -> Iterator[str]:
    try:
        build_rulebook(list(declared), reader=subject.rulebook.reader)
    except RulebookError as error:
        yield from (f"{how}: {problem}" for problem in error.problems)
