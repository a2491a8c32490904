"""The moment of one move of a record, and how many days before the receipt it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.vocabulary import days_since, entered_at, moved, record_moved

_LATELY = "the last that it can have been, so that nobody is left untold"
_EARLY = "the earliest, so that no day is missed"
_UNBOUNDED = "nothing in the document says by when"


@attrs.frozen
class RecordedMove:
    """One move of a record, and when it was made.

    Attributes:
        notes: Where to write.
        named: The record.
        move: The move.
        when: Its moment, or what is known of it.
        entry: The address of the move.
    """

    notes: Notes
    named: RecordName | str
    move: str
    when: Moment | Span
    entry: str

    @property
    def address(self) -> str:
        """Return the address of the moment."""
        return f"moved@{self.entry}"

    @property
    def _asks(self) -> str:
        return f"When was the move {self.move!r} of {self.named} made?"

    def write(self) -> None:
        """Write down the move and its moment."""
        relation = record_moved if isinstance(self.named, RecordName) else moved
        if isinstance(self.when, Moment):
            self.notes.state(relation, self.named, self.move, self.when)
            self.notes.state(entered_at, self.named, self.entry, self.when)
        else:
            for listing, name in ((relation, self.move), (entered_at, self.entry)):
                self.notes.leave_within(
                    self.address, self._asks, listing, self.named, name, span=self.when, why=_why(self.when)
                )

    def write_with_days(self, receipt: Moment | Span | None, zone: ZoneInfo, thresholds: Sequence[int]) -> None:
        """Write down the move and how many days before the receipt it was made.

        Args:
            receipt: When the information was received, as far as it is known.
            zone: Where a day begins.
            thresholds: The numbers of days that rules ask about.
        """
        fewest, most = _days_between(self.when, receipt, zone)
        edges = [fewest, *(days for days in thresholds if fewest < days <= most)]
        if len(edges) == 1:
            self.write()
            for days in thresholds:
                if days <= fewest:
                    self.notes.state(days_since, self.named, self.move, days)
            return
        if isinstance(self.when, Moment):
            self.write()
        bands = zip(edges, [*edges[1:], None], strict=True)
        values = {edge: self._said(edge, beyond, receipt, zone, thresholds) for edge, beyond in bands}
        words = {edge: f"{max(edge, 0)} days before the receipt, or more" for edge in edges}
        self.notes.leave_open(self.address, self._asks, values, working=fewest, why=_LATELY, words=words)

    def _said(
        self, edge: int, beyond: int | None, receipt: Moment | Span | None, zone: ZoneInfo, thresholds: Sequence[int]
    ) -> list[tuple[Relation, Tuple]]:
        """Return what is so where the move was made from so many days before the receipt, and less than so many."""
        rows: list[tuple[Relation, Tuple]] = [
            (days_since, (self.named, self.move, days)) for days in thresholds if days <= edge
        ]
        if isinstance(self.when, Span):
            within = _within(self.when, edge, beyond, receipt, zone)
            rows += [(moved, (self.named, self.move, within)), (entered_at, (self.named, self.entry, within))]
        return rows


def _why(when: Span) -> str:
    """Return why a moment of which only a span is known is worked with as it is."""
    if when.last is not None:
        return _LATELY
    return _UNBOUNDED if when.first is None else _EARLY


def _within(when: Span, edge: int, beyond: int | None, receipt: Moment | Span | None, zone: ZoneInfo) -> Span:
    """Return the part of a span that lies so many days before the receipt."""
    if not isinstance(receipt, Moment):
        return when
    day = receipt.day(zone)
    first = when.first if beyond is None else Moment(day - dt.timedelta(days=beyond - 1))
    last = when.last if edge <= 0 else Moment(day - dt.timedelta(days=edge))
    working = when.working if edge <= 0 else last or when.working
    return Span(first=first, last=last, working=working)


def _days_between(when: Moment | Span, receipt: Moment | Span | None, zone: ZoneInfo) -> tuple[int, float]:
    """Return the fewest and the most days that can lie between a move and the receipt."""
    earliest, latest = _ends(when)
    first, last = _ends(receipt)
    fewest = 0 if latest is None or first is None else (first.day(zone) - latest.day(zone)).days
    most = float("inf") if earliest is None or last is None else (last.day(zone) - earliest.day(zone)).days
    return fewest, most


def _ends(when: Moment | Span | None) -> tuple[Moment | None, Moment | None]:
    return (when.first, when.last) if isinstance(when, Span) else (when, when)
