"""Clocks: one row of parts each, from which the engine derives when something is due and how it stands."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from typing import Any

import attrs

from cimscore.calendars import EndOfPeriod, Period
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules.asked import Predicate
from cimscore.rules.conditions import Condition
from cimscore.rules.questions import Table
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets
from cimscore.rules.things import Attribute, Record, Value, Variable
from cimscore.rules.written import Written, here

PARTS = ("owed", "begun", "due", "done", "barred", "waiting", "running", "met", "met-late", "overdue", "not-counted")


@attrs.frozen(eq=False, kw_only=True)
class Clock:
    """A clock: what it is about, when it starts, how long it runs, and what stops it.

    Attributes:
        id: Unique within the program; the act of the duty that it times.
        what: The act in words, as in ``approve the notification``.
        things: What it hangs on: the concern and child, or the incident, whose decision starts it.
        owed: The condition under which it is owed.
        begins: What it waits for, where it does not begin at once.
        starts: What lists the moment that it counts from.
        moment: That moment's variable.
        within: The period: a constant, or a variable that `owed`, `starts` or `also` lists.
        also: What lists the period, the place and the end, where neither `owed` nor `starts` does.
        place: Whose days are counted: a word, a variable, or None for the calendar's own.
        calendar: The id of the calendar that counts, or a variable that lists it; empty for the program's first.
        ends: How a period of days ends: a constant or a variable.
        stops: What lists the moment `done` at which the act was done.
        done: That moment's variable.
        bars: The condition under which the act may not be done meanwhile.
        by: Who acts.
        modal: How strongly the clause binds.
        says_from: What it counts from, in words, as in ``the decision to record it``.
        cites: The clauses, the carrying one first.
        written: Where an author wrote it.
    """

    id: str
    what: str
    things: tuple[Variable, ...]
    owed: Condition
    begins: Condition | None = None
    starts: Condition
    moment: Value[Any]
    within: Period | Value[Any]
    also: Condition | None = None
    place: str | Value[Any] | Attribute | None = None
    calendar: str | Value[Any] = ""
    ends: EndOfPeriod | dt.time | Value[Any] = EndOfPeriod.END_OF_DAY
    stops: Condition | None = None
    done: Value[Any] | None = None
    bars: Condition | None = None
    by: str = ""
    modal: Modal = Modal.MUST
    says_from: str = ""
    cites: tuple[str, ...]
    written: Written = attrs.field(factory=here, repr=False)

    @property
    def counting(self) -> Condition:
        """All that lists the parts of a count: the moment, the period, the place and the end."""
        parts = (self.starts, self.begins, self.also)
        condition = self.owed
        for part in parts:
            condition = condition if part is None else condition & part
        return condition

    def part(self, name: str) -> ClockPart:
        """Return one of the clock's parts, to be read by a condition.

        Args:
            name: ``owed``, ``begun``, ``barred`` or a state (``waiting``, ``running``, ``met``, ``met-late``,
                ``overdue``, ``not-counted``) of the things; ``due`` and ``done`` of the things and a value.
        """
        if name not in PARTS:
            raise AuthorError(
                what=f"clock {self.id}", found=f"the part {name!r}", expected=f"one of {', '.join(PARTS)}"
            )
        return ClockPart(self, name)


@attrs.frozen(eq=False)
class ClockPart(Predicate):
    """A part of a clock that a condition reads."""

    clock: Clock
    name: str

    @property
    def key(self) -> str:
        """The text by which it is known."""
        return f"clock:{self.clock.id}.{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """What the clock hangs on, and for a day or a moment that value."""
        return (*self.clock.things, *([Value] if self.name in ("due", "done") else []))

    def __call__(self, *things: Any) -> Condition:
        return self.holds(*things)


@attrs.frozen(eq=False)
class Clocks:
    """The clocks that hang on one kind of thing.

    Attributes:
        things: What they hang on: the part (concern and child), an incident, a record on file; never a record to make.
        clocks: Each of them, in the order in which people are to read them.
    """

    things: tuple[Variable, ...]
    clocks: list[Clock] = attrs.field(factory=list, init=False)
    written: Written = attrs.field(factory=here, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_in_brackets("some clocks", "things", self.things, f"({self.things},)")
        for thing in self.things:
            if isinstance(thing, Record):
                raise AuthorError(
                    what="some clocks", found=f"they hang on {thing.name}, a record to be made",
                    expected="what starts them: a concern, a child, a home or a record on file",
                )  # fmt: skip

    def clock(
        self,
        id: str,
        what: str,
        *,
        owed: Condition,
        starts: Condition,
        within: Any,
        cites: Sequence[str],
        by: Value[Any] | None = None,
        who: str = "",
        **parts: Any,
    ) -> Clock:
        """Add a clock and return it.

        Args:
            id: Unique within the program.
            what: The act in words.
            owed: The condition under which it is owed.
            starts: What lists the moment that it counts from; that moment is its only variable of type `Moment`.
            within: A period, a variable that lists one, or a table looked up `by` a variable.
            cites: The clauses, the carrying one first.
            by: The variable by which a table is looked up.
            who: Who acts.
            parts: The other attributes of `Clock`.

        Raises:
            AuthorError: The id is used already, no clause is cited, it does not start with exactly one moment, or
                `by` cannot be a key of the table.
        """
        if any(clock.id == id for clock in self.clocks):
            raise AuthorError(what=f"clock {id}", found="a clock of that id already", expected="an id of its own")
        if not cites:
            raise AuthorError(what=f"clock {id}", found="no clause", expected="cites=[…]: the clause that carries it")
        refuse_unless_in_brackets(f"clock {id}", "cites", cites, f"[{cites!r}]")
        listed = starts.free - set(self.things)
        moments = [thing for thing in listed if isinstance(thing, Value) and thing.kind is Moment]
        moments = [parts.pop("moment")] if "moment" in parts else moments
        if len(moments) != 1:
            raise AuthorError(
                what=f"clock {id}",
                found=f"`starts` names {len(moments)} moments",
                expected="one, or moment=… to say which",
            )
        if isinstance(within, Table):
            _refuse_key(f"clock {id}", within, by)
            period: Value[Any] = Value("period", object)
            looked_up = within(by, period)
            parts["also"] = looked_up if parts.get("also") is None else parts["also"] & looked_up
            within = period
        clock = Clock(
            id=id, what=what, things=self.things, owed=owed, starts=starts, moment=moments[0], within=within, by=who,
            cites=tuple(cites), **parts,
        )  # fmt: skip
        self.clocks.append(clock)
        return clock


def _refuse_key(where: str, table: Table[Any, Any], by: Value[Any] | None) -> None:
    """Refuse a table without a variable to look it up by, or with one that none of its keys can be."""
    keys = ", ".join(sorted({type(row.key).__name__ for row in table.rows}))
    if by is None:
        raise AuthorError(
            what=where, found=f"the table {table.id} and nothing to look it up by", expected="by=…: a variable that "
            f"owed or starts lists, whose values are keys of the table ({keys})",
        )  # fmt: skip
    keyed = {row.key for row in table.rows}
    bare = [each.name for each in by.kind if each not in keyed] if issubclass(by.kind, enum.Enum) else []
    if bare and any(isinstance(key, by.kind) for key in keyed):
        raise AuthorError(
            what=where, found=f"the table {table.id} without a row for {', '.join(bare)}",
            expected="a row for each value of by=…: a clock without a period is never counted",
            hint="Where it is not owed for some of them, look it up by a StrEnum of the others.",
        )  # fmt: skip
    if not any(isinstance(row.key, by.kind) for row in table.rows):
        raise AuthorError(
            what=where, found=f"by={by.name}, a {by.kind.__name__}", expected=f"a key of the table {table.id} ({keys})"
        )
