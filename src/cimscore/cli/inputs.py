"""Inputs of a command, from its arguments: the rulebook, the case, its assessment."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs

from cimscore.assessment import Assessment, Decision, Words, decided_by_each, words_for
from cimscore.assessment.assessing import assessment_of
from cimscore.case import SOMETHING_KEPT, UNKNOWN, Case, discreet, kept_in
from cimscore.cli.exits import Exit
from cimscore.cli.failures import tell_way_to
from cimscore.cli.loading import load_rulebook
from cimscore.cli.output import keep_back
from cimscore.composition import refusing_left_out, vocabulary_of
from cimscore.errors import DocumentError, Problem
from cimscore.reasoning.claims.told import Decided
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.rules import Question, Reading
from cimscore.wire import read_case_text
from cimscore.wire.document import NOTIFIER
from cimscore.wire.text import parse_text, read_text, text_from

T = TypeVar("T")
Named = TypeVar("Named", Question[Any], Reading[Any])
STANDARD_INPUT = "-"
_SQLITE = b"SQLite format 3\0"


@attrs.frozen(kw_only=True)
class Opened:
    """Case with the rulebook it was read by.

    Attributes:
        rulebook: The rulebook.
        case: The case.
        shown: Case for drawing: without what is kept from somebody, unless that is asked for.
    """

    rulebook: Rulebook
    case: Case
    shown: Case

    @property
    def note(self) -> str:
        """Return a note that something is hidden in the picture; empty if nothing is."""
        return SOMETHING_KEPT if self.shown is not self.case else ""


@attrs.frozen(kw_only=True)
class Assessed(Opened):
    """A case with its assessment, and the runs that each program decided it by."""

    assessment: Assessment
    decided: tuple[tuple[Decision, Decided], ...]

    @property
    def exit(self) -> Exit:
        """Return the exit code of a command that assessed, which is an error if a plugin failed."""
        return Exit.FAILED if self.assessment.failures else Exit.DONE

    def words(self, decided: Decided) -> Words:
        """Return the words of a program for the things of this case."""
        return words_for(self.case, decided.run.compiled.program)

    def tell_failures(self) -> None:
        """Say on standard error what went wrong in a plugin."""
        for failure in self.assessment.failures:
            sys.stderr.write(f"cimscore: {failure}\n")


def open_case(arguments: argparse.Namespace, rulebook: Rulebook | None = None) -> Opened:
    """Read the case document that was named.

    Args:
        arguments: What was typed.
        rulebook: The rulebook, if it is loaded already.

    Raises:
        DocumentError: It cannot be read.
        RulebookError: The rulebook cannot be built.
    """
    return open_text(text_of(arguments), arguments, rulebook or load_rulebook())


def text_of(arguments: argparse.Namespace) -> str:
    """Return the text of the case document that was named.

    Raises:
        DocumentError: It cannot be read.
    """
    if arguments.case == STANDARD_INPUT:
        return standard_input(_name_of(arguments))
    return read_text(Path(arguments.case))


def document_of(text: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the document in a text as it was written; of a notifier only that one is named, or is not known.

    Raises:
        DocumentError: Nothing of it can be read.
    """
    document = parse_text(text, _name_of(arguments))
    notifier = document.notifier.reveal()
    named = {} if notifier is None else {NOTIFIER: notifier if notifier == UNKNOWN.value else bool(notifier)}
    return {**document.sections, **named}


def open_text(text: str, arguments: argparse.Namespace, rulebook: Rulebook) -> Opened:
    """Read a text as the case document that was named.

    Raises:
        DocumentError: It cannot be read.
    """
    with refusing_left_out(rulebook):
        case = read_case_text(text, vocabulary_of(rulebook), name=_name_of(arguments))
    if not arguments.show_kept:
        keep_back(kept_in(case))
    return Opened(rulebook=rulebook, case=case, shown=case if arguments.show_kept else discreet(case))


def assess_case(arguments: argparse.Namespace) -> Assessed:
    """Read the case document that was named, and assess it as the options say.

    Raises:
        CimsError: It cannot be read or assessed.
    """
    return assess_opened(open_case(arguments), arguments)


def assess_opened(opened: Opened, arguments: argparse.Namespace, editions: Mapping[str, str] | None = None) -> Assessed:
    """Assess a case that is read already, as the options say.

    Args:
        opened: The case.
        arguments: What was typed.
        editions: Editions that govern in place of those that the programs choose, by document.

    Raises:
        CimsError: It cannot be assessed.
    """
    decided, failures = decided_by_each(
        opened.case,
        opened.rulebook,
        at=arguments.at,
        readings=dict(arguments.readings),
        editions=editions,
        programs=arguments.programs or None,
    )
    if getattr(arguments, "traceback", False):
        for failure in failures:
            tell_way_to(failure)
    assessment = assessment_of(opened.case, decided, failures, show_kept=arguments.show_kept)
    return Assessed(
        rulebook=opened.rulebook, case=opened.case, shown=opened.shown, assessment=assessment, decided=decided
    )


def chosen_programs(arguments: argparse.Namespace) -> tuple[InstalledProgram, ...]:
    """Return the installed programs, or those that were named.

    Raises:
        UnknownNameError: One that was named is not installed.
    """
    rulebook = load_rulebook()
    return tuple(rulebook.program(program) for program in dict.fromkeys(arguments.programs or rulebook.programs))


def is_register(place: str) -> bool:
    """Return True if a place is a database, or a file that holds one."""
    try:
        with Path(place).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return place.startswith("postgresql://")


def own_by_name(arguments: argparse.Namespace, kind: type[Named]) -> dict[str, Named]:
    """Return what the chosen programs themselves declare of one kind, by ``program/id``, sorted."""
    found = {
        f"{program.id}/{declared.id}": declared
        for program in chosen_programs(arguments)
        for declared in program.own(program.program.of_kind(kind))
    }
    return dict(sorted(found.items()))


def with_progress(things: Iterable[T], what: str) -> Iterator[T]:
    """Yield the same things, with progress on standard error for people who wait at a terminal."""
    every = list(things)
    for done, thing in enumerate(every, 1):
        # Progress is for a person who waits. A log would only fill up with it.
        if sys.stderr.isatty() and len(every) > 1:
            sys.stderr.write(f"{what}: {done} of {len(every)}\n")
        yield thing


def _name_of(arguments: argparse.Namespace) -> str:
    """Return the name of the document in messages; one that ends in ``.json`` is read as JSON."""
    if arguments.case != STANDARD_INPUT:
        return str(Path(arguments.case))
    return f"standard input{'.json' if arguments.format == 'json' else ''}"


def standard_input(name: str) -> str:
    """Return the text on standard input.

    Args:
        name: What it is called in an error.

    Raises:
        DocumentError: It is closed, too long, or not UTF-8.
    """
    if sys.stdin is None:  # as Python has it where a process begins with it closed
        problem = Problem(where="the document", found="nothing to read from", expected="an open standard input")
        raise DocumentError([problem], where=name)
    return text_from(sys.stdin.buffer, name)
