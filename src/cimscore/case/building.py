"""The checks that a case passes when it is built, and once more when the programs are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.case.crosschecks import cross_check, cross_check_answers
from cimscore.case.forms import Declared, Form
from cimscore.case.material import NOUNS, material_of
from cimscore.case.values import wrong_ids, wrong_values
from cimscore.errors import CaseError, Problem

_SECTIONS: Final = (*NOUNS, "residences", "relationships", "on_file", "done", "decisions", "facts", "local_days")


def refuse_unless_sound(case: Any) -> None:
    """Refuse a case whose values are of other types than declared, or do not fit together.

    Raises:
        CaseError: With everything that is wrong.
    """
    wrong = list(wrong_values(case))
    useless = frozenset(problem.where.partition(".")[0] for problem in wrong)
    misnamed = list(_misnamed(case, useless))
    broken = useless & frozenset(_SECTIONS)
    if broken:  # a section that is no tuple of entries hides everything that would be said of it
        raise CaseError(wrong + misnamed, where=_named(case))
    if problems := [*wrong, *misnamed, *cross_check(material_of(case, without=useless))]:
        raise CaseError(problems, where=_named(case))


def refuse_unless_answered(case: Any, forms: Mapping[str, Form], declared: Declared | None = None) -> None:
    """Refuse a case whose answers are about, or name, things that neither it nor the programs have.

    Args:
        case: The case.
        forms: Form of the answers to every question.
        declared: Other declarations of the programs.

    Raises:
        CaseError: With everything that is wrong.
    """
    here = {question.partition("/")[0] for question in forms}
    material = attrs.evolve(material_of(case, forms, declared=declared), elsewhere=frozenset(case.programs) - here)
    if problems := list(cross_check_answers(material)):
        raise CaseError(problems, where=_named(case))


def _misnamed(case: Any, useless: frozenset[str]) -> Iterator[Problem]:
    if "id" not in useless:
        yield from wrong_ids(case, "")
    for section in NOUNS:
        entries = () if section in useless else getattr(case, section)
        for index, entry in enumerate(entries):
            path = f"{section}[{index}]"
            if attrs.has(type(entry)) and path not in useless:
                yield from wrong_ids(entry, path)


def _named(case: Any) -> str:
    return f"the case {case.id!r}" if type(case.id) is str else "the case"
