"""Facts of a case: what is stated, and what is open with everything that each of its values would say."""

from __future__ import annotations

import contextlib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

R = TypeVar("R", bound=Hashable)

NO: Final = 0
POSSIBLE: Final = 1
PROVISIONAL: Final = 2
CERTAIN: Final = 3

Need = tuple[str, frozenset[Any]]
"""The address of an open fact, with the values that are needed of it."""
MAYBE: Final[Need] = ("", frozenset())
"""Something that is left open by a value and has no question of its own: it may be, and no answer settles it."""


@attrs.frozen(kw_only=True)
class OpenFact:
    """One fact that a case leaves open.

    Attributes:
        address: Its address, for example ``homes@flo``.
        asks: The question, for people.
        values: Everything that it can be. They leave nothing out: the true value is always among them.
        working: The value worked with until it is known, one of `values`.
        why: The reason for that one.
        words: Values in words, where they are not their own words.
    """

    address: str
    asks: str
    values: tuple[Any, ...]
    working: Any
    why: str
    words: Mapping[Any, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if self.working not in self.values:
            raise ValueError(f"{self.address}: the value worked with, {self.working!r}, is none of its values")


@attrs.define
class Facts(Generic[R]):
    """What a case says, row by row: a row is stated, or it hangs on values of open facts.

    Attributes:
        stated: The rows that hold whatever is open.
        open: The facts left open, by address.
        needs: For every other row the ways in which it may come to hold; each names all the values it takes.
    """

    stated: dict[R, None] = attrs.field(factory=dict)
    open: dict[str, OpenFact] = attrs.field(factory=dict)
    needs: dict[R, list[tuple[Need, ...]]] = attrs.field(factory=dict)
    _under: tuple[Need, ...] = attrs.field(default=(), repr=False)

    @contextlib.contextmanager
    def only_if(self, fact: OpenFact, *values: Any) -> Iterator[None]:
        """Let everything that is written down meanwhile hold only where a fact has one of some values.

        Args:
            fact: The fact, which is open from now on.
            values: The values.
        """
        self.open[fact.address] = fact
        before, self._under = self._under, (*self._under, (fact.address, frozenset(values)))
        try:
            yield
        finally:
            self._under = before

    def state(self, row: R) -> None:
        """Write down that a row holds."""
        if self._under:
            self.when(row)
            return
        self._state(row)

    def _state(self, row: R) -> None:
        self.stated[row] = None
        self.needs.pop(row, None)

    def leave_open(self, fact: OpenFact, rows: Mapping[Any, Iterable[R]], maybe: Mapping[Any, Iterable[R]]) -> None:
        """Write down that a fact is open; with one value only, what that value says is stated.

        Args:
            fact: The fact.
            rows: What each value states.
            maybe: What each value leaves possible.
        """
        if len(fact.values) > 1 and (any(rows.values()) or any(maybe.values())):
            self.open[fact.address] = fact
        for row, values in _by_row(rows).items():
            self.when(row, (fact.address, values))
        for row, values in _by_row(maybe).items():
            self.when(row, (fact.address, values), MAYBE)

    def when(self, row: R, *needed: Need) -> None:
        """Write down that a row holds where open facts have some values together; where they are all, it is stated."""
        needed = tuple(dict.fromkeys((*self._under, *needed)))
        needed = tuple(need for need in needed if need is MAYBE or self._is_needed(need))
        if row in self.stated:
            return
        if not needed:
            self._state(row)
            return
        ways = self.needs.setdefault(row, [])
        (address, values), rest = needed[0], needed[1:]
        for place, ((other, others), *tail) in enumerate(ways):
            if other == address and tuple(tail) == rest:
                del ways[place]
                self.when(row, (address, values | others), *rest)
                return
        ways.append(needed)

    def _is_needed(self, need: Need) -> bool:
        address, values = need
        return address in self.open and not values.issuperset(self.open[address].values)

    def grade(self, row: R, settled: Mapping[str, Any]) -> int:
        """Return the grade of a row: 3 certain, 2 by the values worked with, 1 by other values, 0 not at all.

        Args:
            row: The row.
            settled: Values given to open facts, by address.
        """
        if row in self.stated:
            return CERTAIN
        ways = self.needs.get(row, ())
        return max((min(self._grade_of(need, settled) for need in way) for way in ways), default=NO)

    def _grade_of(self, need: Need, settled: Mapping[str, Any]) -> int:
        address, values = need
        if not address:
            return POSSIBLE
        if address in settled:
            return CERTAIN if settled[address] in values else NO
        return PROVISIONAL if self.open[address].working in values else POSSIBLE

    def addresses(self, row: R) -> tuple[str, ...]:
        """Return the addresses of the open facts on which a row hangs, sorted."""
        return tuple(sorted({address for way in self.needs.get(row, ()) for address, _ in way if address}))


def _by_row(rows: Mapping[Any, Iterable[R]]) -> dict[R, frozenset[Any]]:
    found: dict[R, set[Any]] = {}
    for value, said in rows.items():
        for row in said:
            found.setdefault(row, set()).add(value)
    return {row: frozenset(values) for row, values in found.items()}
