"""Queensland's program, built once: the largest that stands behind every page of rules."""

from __future__ import annotations

from functools import cache

from cimscore.composition import load_rulebook
from cimscore.reasoning.compiling.compiled import Compiled


@cache
def queensland() -> Compiled:
    """Return Queensland's program, ready to run."""
    return load_rulebook().program("qld-child-safety").compiled
