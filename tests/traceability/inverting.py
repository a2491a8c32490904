"""Inverts what a definition says for a while, as somebody might who writes `not` where it is not meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cimscore.rules import Defined


@contextmanager
def inverted(definition: Defined) -> Iterator[None]:
    """Let a definition say the opposite, behind the back of the value that holds it."""
    before = definition.condition
    object.__setattr__(definition, "condition", ~before)
    try:
        yield
    finally:
        object.__setattr__(definition, "condition", before)
