"""Looking on while cases are assessed: how tests are traced to the rules they really exercise. Off unless asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar

from cimscore.assessment.outcome import Outcome

Observer = Callable[[Iterable[Outcome]], None]

_observer: ContextVar[Observer | None] = ContextVar("observer", default=None)


@contextlib.contextmanager
def observing(observer: Observer) -> Iterator[None]:
    """Hand `observer` the outcomes of every program run within the block, those that do not arise among them.

    An observer changes nothing: it sees what is settled already. The inner one of two sees it alone.
    """
    token = _observer.set(observer)
    try:
        yield
    finally:
        _observer.reset(token)


def tell(outcomes: Iterable[Outcome]) -> None:
    """Hand the outcomes of one program's run to whoever looks on; nothing is worked out where nobody does."""
    observer = _observer.get()
    if observer is not None:
        observer(outcomes)
