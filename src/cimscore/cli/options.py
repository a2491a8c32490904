"""Options that several commands share, each read in one place."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from cimscore.case import Moment
from cimscore.case.moments import typed_moment
from cimscore.errors import CimsError


def add_case(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add the case document, or several, from a file or from standard input."""
    says = "a .yaml, .yml or .json file, or - for standard input"
    if several:
        parser.add_argument("case", metavar="CASE", nargs="+", help=f"{says}; as many as you like")
    else:
        parser.add_argument("case", metavar="CASE", help=says)
    parser.add_argument(
        "--format", choices=("yaml", "json"), default="yaml", help="how standard input is written (default: yaml)"
    )
    add_kept(parser)


def add_kept(parser: argparse.ArgumentParser) -> None:
    """Add that what is kept from somebody is to be shown."""
    parser.add_argument(
        "--show-kept", action="store_true", help="show the names and places that are kept from somebody"
    )


def add_assessing(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    """Add everything that an assessment is made from, of one case or of several."""
    add_case(parser, several=several)
    add_choices(parser)
    add_json(parser)


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Add what is chosen for an assessment: the programs, the readings and the moment."""
    add_programs(parser, "assess under this program only; may be given several times (default: those the case names)")
    parser.add_argument(
        "--reading",
        metavar="ID=VALUE",
        dest="readings",
        action="append",
        default=[],
        type=_reading,
        help="read an unclear point this way; `cimscore readings` lists them; may be given several times",
    )
    add_moment(parser)


def add_moment(parser: argparse.ArgumentParser) -> None:
    """Add the moment for which something is decided."""
    parser.add_argument(
        "--at",
        metavar="TIME",
        type=moment,
        help="the moment to assess for: a day, a time with its offset, or now; it says which clocks are running or "
        "overdue, and leaves out what was done or decided later",
    )


def add_time(parser: argparse.ArgumentParser, option: str, says: str) -> None:
    """Add a day or a time that something is about.

    Args:
        parser: The parser.
        option: Its name.
        says: What it is.
    """
    parser.add_argument(option, metavar="TIME", type=moment, help=says)


def add_programs(parser: argparse.ArgumentParser, says: str = "only this program; may be given several times") -> None:
    """Add the choice of programs, and what is said of it."""
    parser.add_argument("--program", metavar="ID", dest="programs", action="append", default=[], help=says)


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add the day of which it is told what is in force."""
    _add_on(parser, "the day of which it is told what is in force, for example 2025-03-03 (default: today)")


def add_day_of_reading(parser: argparse.ArgumentParser) -> None:
    """Add the day on which somebody read what they record."""
    _add_on(parser, "the day of reading, for example 2025-03-03 (default: today)")


def _add_on(parser: argparse.ArgumentParser, says: str) -> None:
    parser.add_argument(
        "--on", metavar="DAY", type=_day, default=dt.datetime.now().astimezone().date(), help=says
    )  # fmt: skip


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add output for machines."""
    parser.add_argument("--json", action="store_true", help="write JSON for machines instead of text for people")


def add_listing(parser: argparse.ArgumentParser) -> None:
    """Add what every list has: the choice of programs, and output for machines."""
    add_programs(parser)
    add_json(parser)


def add_sign_offs(parser: argparse.ArgumentParser, option: str = "--sign-offs") -> None:
    """Add the folder in which a department keeps its sign-offs."""
    parser.add_argument(
        option,
        metavar="DIR",
        dest="sign_offs",
        type=Path,
        help="the folder in which you keep your sign-offs (default: those beside the program's rules)",
    )


def _reading(text: str) -> tuple[str, str]:
    name, given, value = text.partition("=")
    if not (name and given and value):
        example = "qld-child-safety/end-of-last-day=same-clock"
        raise argparse.ArgumentTypeError(f"{text!r} is not ID=VALUE, such as {example}")
    return name, value


def moment(text: str) -> Moment:
    """Return a day, a time or now, as it is typed."""
    try:
        return typed_moment(text)
    except CimsError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day, such as 2025-03-03") from None


def pair_of(shape: str) -> Callable[[str], tuple[str, str]]:
    """Return what reads a name and a value.

    Args:
        shape: How they are typed, as in ``ID=VALUE``.
    """

    def pair(text: str) -> tuple[str, str]:
        name, given, value = text.partition("=")
        if not (name and given and value):
            raise argparse.ArgumentTypeError(f"{text!r} is not {shape}")
        return name, value

    return pair
