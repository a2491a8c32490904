"""A part of the values for every run of the tests, and the rest for the long run before a release."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def each_nth(values: Iterable[Any], n: int) -> list[Any]:
    """Return values to parametrize by, in order: each nth as it is, and the others marked as long.

    Args:
        values: The values; where a test takes several arguments, each a tuple.
        n: One of how many is tried in every run.
    """
    every = (value if isinstance(value, tuple) else (value,) for value in values)
    return [pytest.param(*value, marks=() if place % n == 0 else pytest.mark.long) for place, value in enumerate(every)]
