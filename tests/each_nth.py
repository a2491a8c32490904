"""A part of the values for every run of the tests, and the rest for the long run before a release."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Final, TypeVar

import pytest

EVERYTHING: Final = bool(os.environ.get("CIMSCORE_EVERYTHING"))
"""Whether a test that tries a spread of many values tries all of them."""
T = TypeVar("T")


def each_nth(values: Iterable[Any], n: int) -> list[Any]:
    """Return values to parametrize by, in order: each nth as it is, and the others marked as long.

    Args:
        values: The values; where a test takes several arguments, each a tuple.
        n: One of how many is tried in every run.
    """
    every = (value if isinstance(value, tuple) else (value,) for value in values)
    return [pytest.param(*value, marks=() if place % n == 0 else pytest.mark.long) for place, value in enumerate(every)]


def spread(values: Iterable[T], n: int) -> list[T]:
    """Return each nth of some values, in order; all of them in the long run.

    It is for values that one test or one shared result goes through: mark such a test with ``pytest.mark.spread``.

    Args:
        values: The values.
        n: One of how many is tried in every run.
    """
    return [*values][:: 1 if EVERYTHING else n]
