"""Clocks, written as one row of parts each. The engine derives when something is due, and the state of the clock."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from cimscore.calendars import Before, ByOfficeHours, EndOfPeriod, Period
from cimscore.case import Moment
from cimscore.clocks import ClockState, Repeats
from cimscore.ids import did_you_mean
from cimscore.policy import Modal
from cimscore.rules.conditions.asked import Predicate, refuse_unless_conditions
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Attribute, Record, Value, Variable, refuse_unless_things
from cimscore.rules.refusals import AuthorError, refuse_unless_in_brackets, refuse_unless_member, refuse_unless_words
from cimscore.rules.rows.periods import refuse_unless_a_period, refuse_unless_periods
from cimscore.rules.rows.tables import Table
from cimscore.rules.written import Written, here

STATES: Final = tuple(state.value for state in ClockState if state is not ClockState.VOID)
PARTS: Final = ("owed", "begun", "due", "forecast", "done", "barred", *STATES)


@attrs.frozen(eq=False, kw_only=True)
class Clock:
    """Clock: its subject, start, period and stop.

    Attributes:
        id: Id, unique within the program. It is also the act of the duty that the clock times.
        what: The act in words, for example ``approve the notification``.
        things: Things that it belongs to: the concern and child, or the incident, whose decision starts it.
        owed: Condition under which it is owed.
        begins: Condition that it waits for, if it does not start at once.
        starts: Condition that lists the moment of the start.
        moment: Variable of that moment.
        within: Period: a constant, or a variable that `owed`, `starts` or `also` lists.
        also: Condition that lists the period, the place and the end, if `owed` and `starts` do not.
        place: Place of the business days: a word, a variable, or None for the calendar's own days.
        calendar: Id of the calendar, or a variable that lists it; empty for the program's first calendar.
        ends: End of a period of days: a constant or a variable.
        stops: Condition that lists the moment `done` of the act.
        done: Variable of that moment; left out where `stops` lists one moment only.
        bars: Condition under which the act is forbidden for now.
        repeats: How the act comes round again after `within`; None if it is done once.
        then: Period of each later time, if it is another than the first; only for an act counted from the last time.
        not_before: Period that has to pass before the act may be done; what is done sooner counts for nothing.
        limits: Clock of a program that this one extends, whose act it limits too. The act is done once for both.
        follows: Clock of the act that starts this one. Until that is done, a day is forecast from when it is due.
        by: Role of the person who acts.
        modal: Strength of the duty in the clause.
        says_from: Start in words, for example ``the decision to record it``.
        cites: Clauses, the main one first.
        written: Place in an author's module where it was written.
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
    repeats: Repeats | None = None
    then: Period | None = None
    not_before: Period | None = None
    limits: Clock | None = None
    follows: Clock | None = None
    by: str = ""
    modal: Modal = Modal.MUST
    says_from: str = ""
    cites: tuple[str, ...]
    written: Written = attrs.field(factory=here, repr=False)

    @property
    def counting(self) -> Condition:
        """Return all conditions that list the parts of a count: the moment, the period, the place and the end."""
        parts = (self.starts, self.begins, self.also)
        condition = self.owed
        for part in parts:
            condition = condition if part is None else condition & part
        return condition

    @property
    def parts(self) -> tuple[ClockPart, ...]:
        """Return each of its parts."""
        return tuple(self.part(name) for name in PARTS if name != "forecast" or self.follows is not None)

    @property
    def forecast(self) -> Condition | None:
        """Return the condition that lists the parts of a forecast, with its moment; None if it follows no clock."""
        if self.follows is None:
            return None
        terms = (*self.things, self.moment)
        due = self.follows.part("due")(*terms)
        expected = due if self.follows.follows is None else due | self.follows.part("forecast")(*terms)
        condition = self.owed & expected
        return condition if self.also is None else condition & self.also

    def part(self, name: str) -> ClockPart:
        """Return one of the clock's parts, to be read by a condition.

        Args:
            name: ``owed``, ``begun``, ``barred`` or a state (``waiting``, ``running``, ``met``, ``met-late``,
                ``overdue``, ``not-counted``) of the things; ``due``, ``forecast`` and ``done`` of the things and a
                value. An act that comes round again is never met: it is due again.
        """
        if name not in PARTS:
            raise AuthorError(
                what=f"clock {self.id}", found=f"the part {name!r}", expected=f"one of {', '.join(PARTS)}"
            )
        # It is written where its clock is. Looking for the line would take longer than anything else about it.
        return ClockPart(self, name, written=self.written)


@attrs.frozen(eq=False)
class ClockPart(Predicate):
    """A part of a clock that a condition reads."""

    clock: Clock
    name: str

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"clock:{self.clock.id}.{self.name}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the things that the clock belongs to, then the day or moment if the part has one."""
        return (*self.clock.things, *([Value] if self.name in ("due", "forecast", "done") else []))

    def __call__(self, *things: Any) -> Condition:
        return self.holds(*things)


@attrs.frozen(eq=False)
class Clocks:
    """Clocks that belong to the same things.

    Attributes:
        things: Things that they belong to: the part (concern and child), an incident, or a record on file. Never a new
            record.
        clocks: The clocks, in the order for readers.
    """

    things: tuple[Variable, ...]
    clocks: list[Clock] = attrs.field(factory=list, init=False)
    written: Written = attrs.field(factory=here, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_things("some clocks", self.things)
        for thing in self.things:
            if isinstance(thing, Value):
                raise AuthorError(
                    what="some clocks", found=f"they hang on {thing.name}, a value",
                    expected="things alone: a concern, a child, a home or a record on file",
                )  # fmt: skip
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
        who: str | None = None,
        **parts: Any,
    ) -> Clock:
        """Add a clock and return it.

        Args:
            id: Id, unique within the program.
            what: The act in words.
            owed: Condition under which it is owed.
            starts: Condition that lists the moment of the start, its only variable of type `Moment`.
            within: Period, a variable that lists one, or a table that `by` looks up.
            cites: Clauses, the main one first.
            by: Variable that looks up the table.
            who: Role of the person who acts; left out where the clause names nobody.
            parts: Other attributes of `Clock`.

        Raises:
            AuthorError: The id is used already, no clause is cited, or a part is of another kind than it has to be.
        """
        if any(clock.id == id for clock in self.clocks):
            raise AuthorError(what=f"clock {id}", found="a clock of that id already", expected="an id of its own")
        if not cites:
            raise AuthorError(what=f"clock {id}", found="no clause", expected="cites=[…]: the clause that carries it")
        refuse_unless_in_brackets(f"clock {id}", "cites", cites, f"[{cites!r}]")
        refuse_unless_words(f"clock {id}", what=what, **({} if who is None else {"who": who}))
        told = {name: parts[name] for name in ("begins", "also", "stops", "bars") if parts.get(name) is not None}
        refuse_unless_conditions(f"clock {id}", owed=owed, starts=starts, **told)
        moment = parts.pop("moment", None) or _only_moment(f"clock {id}", "starts", starts, self.things, "moment")
        _refuse_course(f"clock {id}", within, self.things, parts)
        _refuse_role(f"clock {id}", within, by)
        if isinstance(within, Table):
            _refuse_key(f"clock {id}", within, by)
            period: Value[Any] = Value("period", object)
            looked_up = within(by, period)
            parts["also"] = looked_up if parts.get("also") is None else parts["also"] & looked_up
            within = period
        parts |= _stop(f"clock {id}", parts, self.things)
        _refuse_parts(f"clock {id}", within, {"owed": owed, "starts": starts, **parts})
        clock = Clock(
            id=id, what=what, things=self.things, owed=owed, starts=starts, moment=moment, within=within, by=who or "",
            cites=tuple(cites), **parts,
        )  # fmt: skip
        self.clocks.append(clock)
        return clock


def _only_moment(
    where: str, part: str, condition: Condition, things: tuple[Variable, ...], parameter: str
) -> Value[Any]:
    """Return the one moment that a start or a stop lists."""
    listed = condition.free - set(things)
    moments = [thing for thing in listed if isinstance(thing, Value) and thing.kind is Moment]
    if len(moments) != 1:
        raise AuthorError(
            what=where, found=f"`{part}` names {len(moments)} moments", expected=f"one, or {parameter}=… to say which"
        )
    return moments[0]


def _stop(where: str, parts: Mapping[str, Any], things: tuple[Variable, ...]) -> dict[str, Any]:
    """Return what stops a clock, with its moment, as far as its author left that to be found."""
    limited: Clock | None = parts.get("limits")
    if limited is not None and "stops" not in parts:
        done = Value("done", Moment)
        return {"stops": limited.part("done")(*things, done), "done": done}
    if parts.get("stops") is not None and parts.get("done") is None:
        return {"done": _only_moment(where, "stops", parts["stops"], things, "done")}
    return {}


def _refuse_role(where: str, within: object, by: object) -> None:
    """Refuse a role in place of the variable that looks up a table, and such a variable without a table."""
    if by is None or (isinstance(by, Value) and isinstance(within, Table)):
        return
    if isinstance(within, Table):
        raise AuthorError(
            what=where, found=f"by={by!r}", expected="a variable that owed or starts lists, which looks up the table",
            hint=f"Who acts is who=…. For one line alone: owed=… & TABLE({by!r}, period), within=period.",
        )  # fmt: skip
    raise AuthorError(
        what=where, found="by=… without a table to look up", expected="within=… a table, or no by=…",
        hint="Who acts is who=…: the role in words.",
    )  # fmt: skip


def _refuse_course(where: str, within: object, things: tuple[Variable, ...], parts: Mapping[str, Any]) -> None:
    """Refuse what cannot be meant by an act that comes round again, or that follows another."""
    repeats = parts.get("repeats")
    if repeats is not None and isinstance(within, Before | ByOfficeHours):
        raise AuthorError(
            what=where, found=f"{within}, each time anew", expected="hours, days, weeks or months that come round again"
        )
    if parts.get("then") is not None and repeats is not Repeats.FROM_THE_LAST_TIME:
        raise AuthorError(
            what=where, found="then=… without repeats=Repeats.FROM_THE_LAST_TIME",
            expected="a later period only for an act that is counted from when it was last done",
        )  # fmt: skip
    for name, other in (("follows", parts.get("follows")), ("limits", parts.get("limits"))):
        if other is not None and [type(thing) for thing in other.things] != [type(thing) for thing in things]:
            raise AuthorError(
                what=where, found=f"{name}={other.id}, which belongs to {', '.join(map(str, other.things))}",
                expected=f"a clock of the same things: {', '.join(map(str, things))}",
            )  # fmt: skip


def _refuse_parts(where: str, within: object, parts: Mapping[str, object]) -> None:
    """Refuse a period that is none, a word that is no modality, and parts that no clock has."""
    if isinstance(within, Value):
        refuse_unless_periods(where, within, parts.values())
    else:
        refuse_unless_a_period(where, within)
    refuse_unless_member(where, "modal", parts.get("modal", Modal.MUST), Modal)
    known = {field.name for field in attrs.fields(Clock) if field.init}
    for name in sorted(parts.keys() - known):
        raise AuthorError(what=where, found=f"{name}=…", expected="a part of a clock", hint=did_you_mean(name, known))


def _refuse_key(where: str, table: Table[Any, Any], by: Value[Any] | None) -> None:
    """Refuse a table without a variable to look it up by, or with one that none of its keys can be."""
    keys = ", ".join(sorted({type(row.key).__name__ for row in table.rows}))
    if by is None:
        raise AuthorError(
            what=where, found=f"the table {table.id} and nothing to look it up by", expected="by=…: a variable that "
            f"owed or starts lists, whose values are keys of the table ({keys})",
        )  # fmt: skip
    for row in table.rows:
        refuse_unless_a_period(f"{where}, the table {table.id}", row.value)
    keyed = {row.key for row in table.rows}
    bare = [member.name for member in by.kind if member not in keyed] if issubclass(by.kind, enum.Enum) else []
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
