"""Cross checks, the same for a case that is read and for one that is built: what no single entry shows.

Days that do not exist and whole numbers with a decimal point are noticed where the value is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cimscore.case.crosschecks.ages import odd_ages
from cimscore.case.crosschecks.answers import (
    given_in_the_wrong_section,
    misaddressed,
    not_declared,
    of_another_kind,
    to_no_question,
)
from cimscore.case.crosschecks.days_of_places import local_days_that_do_not_fit
from cimscore.case.crosschecks.parts import ends_of_what_never_ends, homes_and_kin_of_bodies, kept_from_themselves
from cimscore.case.crosschecks.references import dangling_ids
from cimscore.case.crosschecks.repeats import (
    answers_given_twice,
    households_grouped_twice,
    ids_given_twice,
    residences_given_twice,
)
from cimscore.case.impossible import contradictions_in
from cimscore.case.material import Material
from cimscore.errors import Problem

__all__ = ["CROSS_CHECKS", "OF_ANSWERS", "cross_check", "cross_check_answers"]

_Check = Callable[[Material], Iterator[Problem]]

OF_ANSWERS: Final[tuple[_Check, ...]] = (
    dangling_ids,
    misaddressed,
    not_declared,
    given_in_the_wrong_section,
    households_grouped_twice,
)
"""The checks that see more once the programs are known."""

CROSS_CHECKS: Final[tuple[_Check, ...]] = (
    *OF_ANSWERS,
    ids_given_twice,
    residences_given_twice,
    answers_given_twice,
    odd_ages,
    local_days_that_do_not_fit,
    homes_and_kin_of_bodies,
    ends_of_what_never_ends,
    kept_from_themselves,
)


def cross_check(material: Material) -> Iterator[Problem]:
    """Yield every problem of entries that do not fit together or cannot all be true."""
    for check in CROSS_CHECKS:
        yield from check(material)
    yield from (contradiction.problem() for contradiction in contradictions_in(material))


def cross_check_answers(material: Material) -> Iterator[Problem]:
    """Yield every answer that does not fit its question or the case.

    Of what type an answer is, a document shows where it is read; a case that was built shows it here.
    """
    for check in (*OF_ANSWERS, of_another_kind, to_no_question):
        yield from check(material)
