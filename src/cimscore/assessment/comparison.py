"""The same case under two editions of a source, and what differs."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.assessment.assessing import Assessment, assess
from cimscore.assessment.differences import Difference, differences
from cimscore.case import Case, Moment
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Source
from cimscore.rulebook import Rulebook


@attrs.frozen(kw_only=True)
class Comparison:
    """One case under two editions of a source.

    Attributes:
        source: The source.
        one: The assessment under the first edition.
        other: The assessment under the second.
        differences: Every conclusion that the second has otherwise.
    """

    source: str
    one: Assessment
    other: Assessment
    differences: tuple[Difference, ...]


def compare(
    case: Case,
    rulebook: Rulebook,
    program: str,
    edition_a: str,
    edition_b: str,
    *,
    at: Moment | None = None,
    readings: Mapping[str, str] | None = None,
) -> Comparison:
    """Decide a case under two editions of one source of a program.

    The source is the first of the program's that has both; its other sources follow by their windows.

    Raises:
        UnknownNameError: The program is not installed, or no source of it has both editions.
    """
    source = _source_with(rulebook, program, (edition_a, edition_b))
    one, other = (
        assess(case, rulebook, at=at, readings=readings, programs=[program], editions={source.id: edition})
        for edition in (edition_a, edition_b)
    )
    return Comparison(source=source.id, one=one, other=other, differences=differences(one, other))


def _source_with(rulebook: Rulebook, program: str, editions: tuple[str, str]) -> Source:
    sources = rulebook.program(program).declared.sources
    for source in sources:
        if {*editions} <= {edition.id for edition in source.editions}:
            return source
    known = {edition.id for source in sources for edition in source.editions}
    wrong = next((id for id in editions if id not in known), " and ".join(editions))
    raise UnknownNameError(f"edition of {program}", wrong, known, did_you_mean(wrong, known))
