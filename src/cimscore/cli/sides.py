"""Two sides to compare, as they are typed: editions and readings before and afterwards, or what was saved before."""

from __future__ import annotations

import argparse
from pathlib import Path

import attrs

from cimscore.assessment.assessing import check_choices
from cimscore.cli.options import pair_of
from cimscore.errors import CimsError
from cimscore.many import Choices
from cimscore.rulebook import Rulebook


class NothingToCompareError(CimsError):
    """Both sides are the same: name an edition, a reading or a saved file, or save one."""


class TwoBeforesError(CimsError):
    """The earlier state is given twice, by a saved file and by an edition or reading: leave one of them out."""


@attrs.frozen(kw_only=True)
class Sides:
    """Two sides of a comparison, or one that is kept or held against what was kept.

    Attributes:
        before: The one side; None if nothing is chosen for it.
        after: The other; None if nothing is chosen for it.
        save: Where to keep what the cases come to; None for nowhere.
        against: Where it was kept before; None for nowhere.
    """

    before: Choices | None
    after: Choices | None
    save: Path | None
    against: Path | None

    @property
    def compares(self) -> bool:
        """Return True if there is anything to compare, and not only to keep."""
        return bool(self.against or self.before or self.after)


def add_sides(parser: argparse.ArgumentParser) -> None:
    """Add the editions and readings of each side, and the files of what is kept."""
    for name, said, what in (
        ("edition", "SOURCE=EDITION", "let this edition hold"),
        ("reading", "ID=VALUE", "read an unclear point this way"),
    ):
        for option, side in ((f"--{name}", "afterwards"), (f"--from-{name}", "before")):
            says = f"{what} {side}; may be given several times"
            parser.add_argument(option, metavar=said, action="append", default=[], type=pair_of(said), help=says)
    parser.add_argument("--save", metavar="FILE", type=Path, help="keep what the cases come to, for a later --against")
    parser.add_argument("--against", metavar="FILE", type=Path, help="compare with what was saved before")
    parser.add_argument("--check", action="store_true", help="end with exit code 1 where an outcome moves")


def sides_of(arguments: argparse.Namespace, rulebook: Rulebook) -> Sides:
    """Return the two sides that were typed.

    Args:
        arguments: What was typed.
        rulebook: The installed programs.

    Raises:
        NothingToCompareError: They are the same, and nothing is to be saved.
        TwoBeforesError: One of them is told twice.
        UnknownNameError: There is no such edition or reading.
    """
    sides = Sides(
        before=_side(arguments.from_edition, arguments.from_reading, rulebook),
        after=_side(arguments.edition, arguments.reading, rulebook),
        save=arguments.save,
        against=arguments.against,
    )
    if not (sides.compares or sides.save):
        raise NothingToCompareError(
            "There is nothing to compare. Name --edition, --reading or --against; --save keeps what the cases come to."
        )
    if sides.against and sides.before:
        raise TwoBeforesError(
            "What was before is told twice: by the file of --against, and by --from-edition or --from-reading. "
            "The file was saved under one edition and reading, and cannot be read under another. Leave --against out, "
            "or leave the others out and save the file again under what they name (--edition and --reading with "
            "--save)."
        )
    return sides


def _side(editions: list[tuple[str, str]], readings: list[tuple[str, str]], rulebook: Rulebook) -> Choices | None:
    check_choices(rulebook, editions=dict(editions), readings=dict(readings))
    return Choices(editions=dict(editions), readings=dict(readings)) if editions or readings else None
