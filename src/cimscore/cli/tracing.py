"""The trace that several commands work on, with the options it is made from, and the writing of what comes of it."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from cimscore.cli.output import OutputError
from cimscore.composition import load_rulebook
from cimscore.policy import Drift
from cimscore.rulebook import Rulebook
from cimscore.traceability import Trace, build_trace, load_upkeep, read_tests
from cimscore.wire import load_examples


def add_tests(parser: argparse.ArgumentParser) -> None:
    """Add the record of the tests."""
    parser.add_argument(
        "--tests",
        metavar="FILE",
        type=Path,
        help="what `pytest --cimscore-trace FILE` recorded (default: no test is known)",
    )


def trace_of(arguments: argparse.Namespace, rulebook: Rulebook | None = None, drifts: Sequence[Drift] = ()) -> Trace:
    """The trace of every installed program, with its worked examples and the tests that were named.

    Raises:
        CimsError: A file cannot be read.
    """
    book = rulebook or load_rulebook()
    kept = load_upkeep(book)
    return build_trace(
        book,
        read_tests(arguments.tests) if arguments.tests else (),
        load_examples(book),
        kept.reviews,
        justifications=kept.justifications,
        drifts=drifts,
    )


@contextlib.contextmanager
def writing(path: str) -> Iterator[None]:
    """Turn whatever keeps a file from being written into a sentence.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        yield
    except OSError as error:
        why = error.strerror or "it is no file"
        raise OutputError(path, why, "Name a file in a folder that you may write to.") from None
