"""Context of a run, which no answer changes: time zone, calendars, day of receipt, moment of the assessment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import UNKNOWN, Between, Moment, Unknown
from cimscore.clocks import Counter, Folded, Span, by_the_end_of
from cimscore.grades import CERTAIN
from cimscore.reasoning.acts import DoneAct
from cimscore.reasoning.points.answers import Given


@attrs.define(eq=False, slots=False)
class Context:
    """Inputs of a run besides the case.

    Attributes:
        zone: Time zone in which the program's days begin.
        received: Time of receipt of the information, as far as it is known; None if nothing is known.
        at: Moment of the assessment; None if nobody gave one.
        counter: Counts periods on the program's calendars.
        done: Acts reported as done.
        folded: Moves of records that have been checked against their workflows already.
        addressed: Things that a question's address is about, if the address alone does not say.
        editions: Editions chosen by the caller, by document: the other documents are those of their days.
    """

    zone: ZoneInfo
    received: Moment | Span | None
    at: Moment | None
    counter: Counter
    done: tuple[DoneAct, ...] = ()
    folded: dict[tuple[Any, ...], Folded] = attrs.field(factory=dict)
    addressed: dict[str, tuple[Any, ...]] = attrs.field(factory=dict)
    editions: Mapping[str, str] = attrs.field(factory=dict)

    def by_then(self, when: Moment | Span | Unknown) -> int:
        """Return the grade with which a moment lies by that of the assessment: by the end of it, where it is a day."""
        return CERTAIN if self.at is None else by_the_end_of(when, self.at, self.zone)

    def things_at(self, address: str) -> tuple[Any, ...]:
        """Return what a question's address is about: ``()`` for the case."""
        known = self.addressed.get(address)
        if known is not None:
            return known
        about = address.partition("@")[2]
        return () if about in ("", "case") else tuple(about.split("@"))

    def decided_at(self, given: Given | None) -> Moment | Span | Unknown:
        """Return the moment of an answer; where it is not known, a span from the receipt on, or unknown without one."""
        if given is not None and isinstance(given.at, Moment):
            return given.at
        if given is not None and isinstance(given.at, Between):
            return Span(first=given.at.first, last=given.at.last, working=given.at.first)
        match self.received:
            # No decision comes before the receipt. How long after it came, nobody says: the span has no end.
            case Span(first=first, working=working):
                return Span(first=first, last=None, working=working)
            case None:
                return UNKNOWN
            case moment:
                return Span(first=moment, last=None, working=moment)

    def done_at(self, act: DoneAct) -> Moment | Span | Unknown:
        """Return the moment of an act; where it is not known, a span from the receipt until the assessment.

        It is unknown where neither is known: `cimscore.clocks.range_of` takes any moment to be possible then.
        """
        if isinstance(act.at, Moment):
            return act.at
        if isinstance(act.at, Between):
            # The later end for an act, the earlier for a decision: each is the one by which more is late.
            return Span(first=act.at.first, last=act.at.last, working=act.at.last)
        first = self.received.first if isinstance(self.received, Span) else self.received
        # An act of unknown day is taken as done just now: earlier would hide that it was late.
        working = self.at or (self.received.working if isinstance(self.received, Span) else self.received)
        return UNKNOWN if working is None else Span(first=first, last=self.at, working=working)
