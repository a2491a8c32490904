"""Facts of a case: what is stated, and what is open with everything that each of its values would say."""

from __future__ import annotations

import contextlib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

import attrs

from cimscore.grades import CERTAIN, NO, POSSIBLE, PROVISIONAL

R = TypeVar("R", bound=Hashable)

Need = tuple[str, frozenset[Any]]
"""The address of an open fact, with the values that are needed of it."""
_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})
MAYBE: Final[Need] = ("", frozenset())
"""Something that is left open by a value and has no question of its own: it may be, and no answer settles it."""


@attrs.frozen(kw_only=True)
class OpenFact:
    """Fact that a case leaves open.

    Attributes:
        address: Its address, for example ``homes@flo``.
        asks: Question to ask.
        values: All possible values. The true value is always one of them.
        working: Working value until the fact is known, one of `values`.
        why: Reason for the working value.
        words: Values in words, if the values are not words already.
    """

    address: str
    asks: str
    values: tuple[Any, ...]
    working: Any
    why: str
    words: Mapping[Any, str] = attrs.field(factory=dict)

    @classmethod
    def whether(cls, address: str, asks: str, *, why: str, working: bool = False) -> OpenFact:
        """Return a fact that is so or is not.

        Args:
            address: Its address.
            asks: Question to ask, of yes or no.
            why: Reason for the working value.
            working: Working value.
        """
        return cls(address=address, asks=asks, values=(False, True), working=working, why=why)

    def __attrs_post_init__(self) -> None:
        if self.working not in self.values:
            raise ValueError(f"{self.address}: the value worked with, {self.working!r}, is none of its values")


@attrs.define
class Facts(Generic[R]):
    """Statements of a case, row by row. A row is stated, or depends on values of open facts.

    Attributes:
        stated: Rows that are true whatever is open.
        open: Open facts, by address.
        needs: For every other row, the ways in which it may be true. Each way names all the values that it needs.
    """

    stated: dict[R, None] = attrs.field(factory=dict)
    open: dict[str, OpenFact] = attrs.field(factory=dict)
    needs: dict[R, list[tuple[Need, ...]]] = attrs.field(factory=dict)
    _under: tuple[Need, ...] = attrs.field(default=(), repr=False)

    @contextlib.contextmanager
    def only_if(self, fact: OpenFact, *values: Any) -> Iterator[None]:
        """Make every row stated inside the block depend on a fact having one of some values.

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
        """State that a row is true."""
        if self._under:
            self.when(row)
            return
        self._state(row)

    def _state(self, row: R) -> None:
        self.stated[row] = None
        # Stated wins: ways to hold no longer matter.
        self.needs.pop(row, None)

    def leave_open(
        self, fact: OpenFact, rows: Mapping[Any, Iterable[R]], maybe: Mapping[Any, Iterable[R]] = _NONE
    ) -> None:
        """Add an open fact. If it has a single value, state what that value says.

        Args:
            fact: The fact.
            rows: Rows that each value states.
            maybe: Rows that each value leaves possible.
        """
        if len(fact.values) > 1 and (any(rows.values()) or any(maybe.values())):
            self.open[fact.address] = fact
        for row, values in _by_row(rows).items():
            self.when(row, (fact.address, values))
        for row, values in _by_row(maybe).items():
            self.when(row, (fact.address, values), MAYBE)

    def when(self, row: R, *needed: Need) -> None:
        """State that a row is true if open facts have some values together; always, if they have no other values."""
        self._add_way(row, (*self._under, *needed))

    def _add_way(self, row: R, needed: tuple[Need, ...]) -> None:
        # A need that covers every value of its fact is no condition at all.
        needed = tuple(need for need in dict.fromkeys(needed) if need is MAYBE or self._is_needed(need))
        if row in self.stated:
            return
        if not needed:
            self._state(row)
            return
        ways = self.needs.setdefault(row, [])
        (address, values), rest = needed[0], needed[1:]
        for place, ((other_address, other_values), *tail) in enumerate(ways):
            # Two ways that differ in the values of one fact are one way with
            # both values. Fewer ways make grading quick.
            if other_address == address and tuple(tail) == rest:
                del ways[place]
                self._add_way(row, ((address, values | other_values), *rest))
                return
        ways.append(needed)

    def _is_needed(self, need: Need) -> bool:
        address, values = need
        return address in self.open and not values.issuperset(self.open[address].values)

    def grade(self, row: R, settled: Mapping[str, Any]) -> int:
        """Return the grade of a row: 3 certain, 2 by working values, 1 by other values, 0 impossible.

        Args:
            row: The row.
            settled: Values given to open facts, by address.
        """
        if row in self.stated:
            return CERTAIN
        ways = self.needs.get(row, ())
        # A way needs all its facts, and one way is enough: "or" of "and"s.
        return max((min(self._grade_of(need, settled) for need in way) for way in ways), default=NO)

    def _grade_of(self, need: Need, settled: Mapping[str, Any]) -> int:
        address, values = need
        # MAYBE: no answer settles it, so it is never more than possible.
        if not address:
            return POSSIBLE
        if address in settled:
            return CERTAIN if settled[address] in values else NO
        return PROVISIONAL if self.open[address].working in values else POSSIBLE

    def addresses(self, row: R) -> tuple[str, ...]:
        """Return the addresses of the open facts that a row depends on, sorted."""
        return tuple(sorted({address for way in self.needs.get(row, ()) for address, _ in way if address}))


def _by_row(rows: Mapping[Any, Iterable[R]]) -> dict[R, frozenset[Any]]:
    found: dict[R, set[Any]] = {}
    for value, said in rows.items():
        for row in said:
            found.setdefault(row, set()).add(value)
    return {row: frozenset(values) for row, values in found.items()}
