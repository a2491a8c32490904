"""Trace for several commands, with its options, and the writing of its results."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from cimscore.cli.loading import load_rulebook
from cimscore.cli.output import NotTextError, OutputError
from cimscore.errors import CimsError
from cimscore.policy import Drift
from cimscore.rulebook import InstalledProgram, Rulebook, WorkedExample
from cimscore.traceability import (
    Coverage,
    Gap,
    Justification,
    Trace,
    build_trace,
    load_upkeep,
    read_tests,
    upkeep_folder,
)
from cimscore.wire import load_examples

HOW_TO_RECORD: Final = (
    "Who has read a rule against its clauses is recorded with `cimscore trace clear`, who has read a clause against "
    "its source with `cimscore trace read`. Why an entry may stand is written in the program's "
    "policy/upkeep/justifications.toml: a [[justification]] with list (the heading, in small letters), about (a list "
    "of ids) and because (the reason)."
)
"""What to do about a list of what is missing."""

_INSTALLED: Final = frozenset({"site-packages", "dist-packages"})
_ABOUT_TESTS: Final = (Gap.RULES_WITHOUT_TESTS, Gap.TESTS_WITHOUT_RULES)


_CHECKOUT: Final = "Record it in a checkout of the program, installed in place of this copy with `pip install -e`."


class UnwritableProgramError(CimsError):
    """A program does not stand in files that last: record what was read in a checkout of it."""


def add_tests(parser: argparse.ArgumentParser) -> None:
    """Add the record of the tests."""
    parser.add_argument(
        "--tests",
        metavar="FILE",
        type=Path,
        help="what `pytest --cimscore-trace FILE` recorded (default: no test is known)",
    )


def trace_of(
    arguments: argparse.Namespace,
    rulebook: Rulebook | None = None,
    drifts: Sequence[Drift] = (),
    *,
    asked: Collection[str] = (),
) -> Trace:
    """Return the trace of every installed program, with the worked examples and the named tests.

    Args:
        arguments: What was typed.
        rulebook: The installed programs, if they are loaded.
        drifts: What has drifted in the source documents.
        asked: Ids of the programs about which something is asked. Examples that can show nothing of these are not
            decided; without any, every example is.

    Raises:
        CimsError: A file cannot be read.
    """
    book = rulebook or load_rulebook()
    kept = load_upkeep(book)
    return build_trace(
        book,
        read_tests(arguments.tests) if arguments.tests else (),
        _examples_of(book, asked),
        kept.reviews,
        read=kept.read,
        justifications=kept.justifications,
        drifts=drifts,
    )


def _examples_of(rulebook: Rulebook, asked: Collection[str]) -> tuple[WorkedExample, ...]:
    """Return the worked examples of some programs, of those that extend them, and of those that they extend."""
    extended = {id: {base.id for base in _bases(rulebook, id)} for id in rulebook.programs}
    near = {id for id, bases in extended.items() if not asked or not bases.isdisjoint(asked)}
    near.update(*(extended[id] for id in asked))
    return tuple(example for example in load_examples(rulebook) if not near.isdisjoint(example.case.programs))


def _bases(rulebook: Rulebook, program: str) -> Iterator[InstalledProgram]:
    """Yield a program, and each that it extends."""
    while program:
        yield (found := rulebook.program(program))
        program = found.program.extends


def lists_looked_at(arguments: argparse.Namespace) -> tuple[Gap, ...]:
    """Return the lists of missing things to report. Lists about tests need named tests."""
    return tuple(gap for gap in Gap if arguments.tests or gap not in _ABOUT_TESTS)


def left_over(
    coverage: Coverage, rulebook: Rulebook, programs: Iterable[str], looked_at: Collection[Gap]
) -> tuple[Justification, ...]:
    """Return these programs' recorded reasons, on the lists looked at, whose entry no list has.

    Raises:
        RulebookError: What a program keeps cannot be read.
    """
    only = Rulebook(programs={program: rulebook.program(program) for program in programs}, reader=rulebook.reader)
    own = load_upkeep(only).justifications
    return tuple(reason for reason in coverage.unused if reason.gap in looked_at and reason in own)


def folder_to_write(program: InstalledProgram, instead: str = _CHECKOUT) -> Path:
    """Return the folder beside a program's rules, to record something there.

    Args:
        program: The program.
        instead: What to do if nothing can be kept there.

    Raises:
        UnwritableProgramError: It stands in no files, or in a copy that the next installation replaces.
    """
    folder = upkeep_folder(program)
    if folder is None:
        raise UnwritableProgramError(
            f"{program.id} does not stand in files, so nothing can be recorded beside its rules. {instead}"
        )
    if not _INSTALLED.isdisjoint(folder.parts):
        raise UnwritableProgramError(
            f"{program.id} is installed in {folder.parents[1]}, where the next installation would lose what is "
            f"recorded. {instead}"
        )
    return folder


@contextlib.contextmanager
def writing(path: str) -> Iterator[None]:
    """Turn whatever keeps a file from being written into a sentence.

    Raises:
        OutputError: The file cannot be written.
        NotTextError: What is to be written is no text.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise NotTextError(path, error) from None
    except OSError as error:
        why = error.strerror or "it is no file"
        raise OutputError(path, why, "Name a file in a folder that you may write to.") from None
