"""Testing conditions in three values, each once, with everything they learned written down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from cimscore.rules.openness import Failure, Open
from cimscore.rules.trace import Node, Notes

T = TypeVar("T")
Test = tuple[Callable[[Any, Any], bool], Any]
"""A condition and the thing to test it on."""


def parts_of(condition: Callable[..., Any]) -> tuple[Callable[..., Any], ...]:
    """The conditions that a combined condition was put together from; empty for a plain one."""
    parts: tuple[Callable[..., Any], ...] = getattr(condition, "parts", ())
    return parts


class Recorder:
    """Keeps the page being written on, and a memory of every condition already tested.

    A recorder for other readings of some points takes over whatever another one found without consulting them.
    """

    __slots__ = ("_before", "_changed", "_memory", "_pages")

    def __init__(self, before: Recorder | None = None, changed: Collection[str] = ()) -> None:
        self._before = before
        self._changed = frozenset(changed)
        self._memory: dict[Test, Node] = {}
        self._pages: list[Notes] = []

    @property
    def page(self) -> Notes:
        """The page of whatever is being worked out now."""
        return self._pages[-1]

    def write(self, work: Callable[..., T], *about: Any) -> tuple[T | None, Notes, Open | Exception | None]:
        """Do `work` on a fresh page: its result, the page, and the signal if it turned out open or raised an error."""
        notes = Notes()
        self._pages.append(notes)
        try:
            return work(*about), notes, None
        except (Open, Exception) as signal:  # noqa: BLE001 - a plugin's code: anything can happen, and stays loud
            return None, notes, signal
        finally:
            self._pages.pop()

    def test(self, facts: Any, condition: Callable[[Any, Any], bool], about: Any) -> Node:
        """The node of a condition tested on a thing; worked out once, then remembered.

        A function made anew at each call would never be met again, so it is not kept.
        """
        if getattr(condition, "__closure__", None) and not parts_of(condition):
            return self._tested(facts, condition, about)
        key = (condition, about)
        node = self._memory.get(key) or self._taken_over(key)
        if node is None:
            node = self._memory[key] = self._tested(facts, condition, about)
        return node

    def remembered(self, key: Test) -> Node | None:
        """The node of a test that was made before, or None."""
        return self._memory.get(key)

    def _taken_over(self, key: Test) -> Node | None:
        node = self._before.remembered(key) if self._before else None
        return node if node and self._changed.isdisjoint(name for name, _ in node.learned.readings) else None

    def _tested(self, facts: Any, condition: Callable[[Any, Any], bool], about: Any) -> Node:
        value, notes, signal = self.write(condition, facts, about)
        cause = None
        if isinstance(signal, Open):
            cause = signal.cause
        elif signal:
            cause = _failed(condition, about, f"raised {type(signal).__name__}: {signal}")
        elif value is not True and value is not False:
            cause = _failed(condition, about, f"answered {value!r}, which is neither True nor False")
        return Node(condition, about, None if cause else value, notes.close(), cause)

    def decide(self, facts: Any, tests: Iterable[Test], decisive: bool) -> bool:
        """Strong Kleene over `tests`: one definite `decisive` value decides; else one open leaves all open.

        Raises:
            Open: Nothing decides, and at least one test is open (the signal carries the first).
        """
        seen: list[Node] = []
        for condition, about in tests:
            node = self.test(facts, condition, about)
            if node.value is decisive and not node.subject_to:
                self.page.link(node)
                return decisive
            seen.append(node)
        provisional = next((node for node in seen if node.value is decisive), None)
        if provisional:
            self.page.link(provisional)
            return decisive
        for node in seen:
            self.page.link(node)
        waiting = next((node for node in seen if node.cause), None)
        if waiting and waiting.cause:
            raise Open(waiting.cause)
        return not decisive


def _failed(condition: Callable[[Any, Any], bool], about: Any, what: str) -> Failure:
    name = f"{condition.__module__}.{getattr(condition, '__qualname__', condition)}"
    message = f"The condition {name} {what} when tested on {about}. It must answer True or False; mend the plugin."
    return Failure(rule=name, about=str(about), plugin=condition.__module__, clauses=(), message=message)
