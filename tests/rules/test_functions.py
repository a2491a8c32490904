"""The text of a function: what it names in its own package, and nothing else."""

from __future__ import annotations

import functools

from cimscore.calendars.office import office_hours
from cimscore.rules.conditions.functions import calls_of, text_of

_LIMIT = 30
_NOT_NAMED = 40


def is_long(days: int) -> bool:
    return any(_double(each) > _LIMIT for each in (days,))


def _double(days: int) -> int:
    return 2 * days


@functools.cache
def _tripled(days: int) -> int:
    return 3 * days


def is_longer(days: int) -> bool:
    return _tripled(days) > _LIMIT


def test_the_text_of_a_function_holds_what_it_names_in_its_own_package() -> None:
    text = text_of(is_long)

    assert "def is_long" in text
    assert "def _double" in text
    assert "_LIMIT = 30" in text
    assert "_NOT_NAMED" not in text


def test_the_text_of_a_function_behind_a_decorator_is_held_too() -> None:
    assert {called.__name__ for called in calls_of(is_longer)} == {"is_longer", "_tripled"}


def test_a_class_of_the_core_is_a_value_and_no_text_of_the_function_that_names_it() -> None:
    assert [called.__name__ for called in calls_of(office_hours)] == ["office_hours"]
