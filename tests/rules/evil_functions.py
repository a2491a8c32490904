"""Functions that no comparison and no head may hold, each of a shape that hides what runs."""

from __future__ import annotations

import functools
import operator
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Final


def plain(one: object, other: object) -> bool:
    """Return True if two values are equal; this one may be held."""
    return one == other


def _behind(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def inner(*values: object) -> object:
        return not function(*values)

    return inner


@_behind
def decorated(one: object, other: object) -> bool:
    """Say what its decorator does not."""
    return one == other


@functools.lru_cache
def remembered(one: object, other: object) -> bool:
    """Remember what it said."""
    return one == other


def _maker(kept: object) -> Callable[..., Any]:
    def closed_over(one: object) -> bool:
        return one == kept

    return closed_over


def generates(one: object) -> Iterator[bool]:
    """Yield, so that its answer is true whatever it yields."""
    yield False


async def waits(one: object) -> bool:
    """Give back something to wait for, which is true."""
    return False


async def waits_often(one: object) -> AsyncIterator[bool]:
    """Give back something to walk through, which is true."""
    yield False


class Asker:
    """Holds a method and can be called."""

    def __call__(self, one: object) -> bool:
        return bool(one)

    def look(self, one: object) -> bool:
        """Look."""
        return bool(one)


def _renamed() -> Callable[..., Any]:
    def plain(one: object, other: object) -> bool:
        return one != other

    plain.__qualname__ = "plain"
    return plain


def _forgotten() -> Callable[..., Any]:
    scope: dict[str, Any] = {"__name__": __name__}
    exec("def forgotten(one): return True", scope)  # noqa: S102 - a function that no text defines
    return scope["forgotten"]  # type: ignore[no-any-return]


EVIL: Final[dict[str, Any]] = {
    "a lambda": lambda one: one,
    "a getter of attributes": operator.attrgetter("year"),
    "a partial": functools.partial(plain, 1),
    "a closure": _maker(1),
    "a nested function": _renamed(),
    "behind a decorator": decorated,
    "one that remembers": remembered,
    "a generator": generates,
    "a coroutine": waits,
    "an async generator": waits_often,
    "a class": Asker,
    "an object that can be called": Asker(),
    "a bound method": Asker().look,
    "a method": Asker.look,
    "a function of another language": len,
    "one that its module does not hold": _forgotten(),
}
