"""Looking on while cases are decided: how tests are traced to the rules they really exercise. Off unless asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar

from cimscore.reasoning.claims.told import Decided

Observer = Callable[[Decided], None]

_observer: ContextVar[Observer | None] = ContextVar("observer", default=None)


@contextlib.contextmanager
def observing(see: Observer) -> Iterator[None]:
    """Hand `see` everything that is decided within the block.

    An observer changes nothing: it sees what is settled already. The inner one of two sees it alone.

    Args:
        see: Takes what was decided.
    """
    token = _observer.set(see)
    try:
        yield
    finally:
        _observer.reset(token)


def tell(decided: Decided) -> None:
    """Hand what was decided to whoever looks on; nothing is worked out where nobody does."""
    observer = _observer.get()
    if observer is not None:
        observer(decided)
