"""Warnings of editions whose first day does not fit the year in their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from cimscore.errors import Problem
from cimscore.policy import Source

_YEAR: Final = re.compile(r"(?P<year>[12][0-9]{3})(?:[^0-9].*)?")


def warnings_of_dates(program: str, sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield each edition that is named by a year and begins some years away from it.

    Args:
        program: Id of the program.
        sources: Its sources.
    """
    for source in sources:
        for edition in source.editions:
            named, first = _YEAR.fullmatch(edition.id), edition.from_
            # A text of one year may well come into force in the next.
            if named and first and abs(first.year - int(named["year"])) > 1:
                yield Problem(
                    where=f"{program}, {source.id}/{edition.id}", found=f"that it begins on {first}",
                    expected="a first day near the year in its name",
                    hint="Correct the day, or name its folder otherwise.",
                )  # fmt: skip
