"""From what was typed to what a command works on: the rulebook, the case, its assessment."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import attrs

from cimscore.assessment import Assessment, assess
from cimscore.case import Case, Unknown
from cimscore.cli.exits import Exit
from cimscore.composition import load_rulebook, vocabulary_of
from cimscore.errors import DocumentError, Problem
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.wire import read_case_text

T = TypeVar("T")
STANDARD_INPUT = "-"


@attrs.frozen(kw_only=True)
class Opened:
    """A case with the rulebook it was read by."""

    rulebook: Rulebook
    case: Case


@attrs.frozen(kw_only=True)
class Assessed(Opened):
    """A case with its assessment."""

    assessment: Assessment

    @property
    def exit(self) -> Exit:
        """How a command that assessed ends: loudly where a plugin failed."""
        return Exit.FAILED if self.assessment.failures else Exit.DONE


def open_case(arguments: argparse.Namespace) -> Opened:
    """Read the case document that was named.

    Raises:
        DocumentError: It cannot be read.
        RulebookError: The rulebook cannot be built.
    """
    rulebook = load_rulebook()
    if arguments.case != STANDARD_INPUT:
        return Opened(rulebook=rulebook, case=rulebook.read_case(Path(arguments.case)))
    name = f"standard input{'.json' if arguments.format == 'json' else ''}"
    return Opened(rulebook=rulebook, case=read_case_text(_standard_input(name), vocabulary_of(rulebook), name=name))


def assess_case(arguments: argparse.Namespace) -> Assessed:
    """Read the case document that was named, and assess it as the options say.

    Raises:
        CimsError: It cannot be read or assessed.
    """
    return assess_opened(open_case(arguments), arguments)


def assess_opened(opened: Opened, arguments: argparse.Namespace) -> Assessed:
    """Assess a case that is read already, as the options say.

    The moment is always handed over where it is known, though leaving it out means the same: it is also the moment
    at which a decision still open is taken to be made, when it is worked out what each answer to it leads to.

    Raises:
        CimsError: It cannot be assessed.
    """
    received = opened.case.dates.received
    assessment = assess(
        opened.case,
        opened.rulebook,
        at=arguments.at or (None if isinstance(received, Unknown) else received),
        readings=dict(arguments.readings),
        programs=arguments.programs or None,
    )
    return Assessed(rulebook=opened.rulebook, case=opened.case, assessment=assessment)


def chosen_programs(arguments: argparse.Namespace) -> tuple[InstalledProgram, ...]:
    """The installed programs, or those that were named.

    Raises:
        UnknownNameError: One that was named is not installed.
    """
    rulebook = load_rulebook()
    return tuple(rulebook.program(id) for id in dict.fromkeys(arguments.programs or rulebook.programs))


def with_progress(things: Iterable[T], what: str) -> Iterator[T]:
    """The same things, with a word on standard error for those who wait in front of a terminal."""
    every = list(things)
    for done, thing in enumerate(every, 1):
        if sys.stderr.isatty() and len(every) > 1:
            sys.stderr.write(f"{what}: {done} of {len(every)}\n")
        yield thing


def _standard_input(name: str) -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem(
            where="the document", found="bytes that are not UTF-8", expected="text in UTF-8", hint="Send it as UTF-8."
        )
        raise DocumentError([problem], where=name) from None
