"""Which random cases are tried: by their seeds, in parts that can run side by side and are told one by one."""

from __future__ import annotations

import os
from typing import Final

import pytest

FIRST: Final = int(os.environ.get("CIMSCORE_ORACLE_FIRST", "0"))
CASES: Final = int(os.environ.get("CIMSCORE_ORACLE_CASES", "0"))
PART: Final = 500


def of_seeds(usual: int) -> pytest.MarkDecorator:
    """Run a test for each part of the seeds."""
    return pytest.mark.parametrize("seeds", parts_of(usual), ids=lambda part: f"{part.start} to {part.stop - 1}")


def parts_of(usual: int) -> list[range]:
    """Return the parts of the seeds, of which there are as many as usual unless the environment says how many."""
    end = FIRST + (CASES or usual)
    return [range(start, min(start + PART, end)) for start in range(FIRST, end, PART)]
