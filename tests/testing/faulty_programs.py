"""Small programs with one fault each, for the checks that are to find it."""

from __future__ import annotations

import datetime as dt
import gc
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

import cimscore
from cimscore.calendars import BusinessDays, Calendar, Hours, Period
from cimscore.case import Moment, Protected
from cimscore.policy import Row
from cimscore.rulebook import Expected, WorkedExample
from cimscore.rules import Clocks, Comparison, Concern, Conclusion, Table, Topic, Value, some
from cimscore.rules.conditions.things import Person
from cimscore.rules.vocabulary import assessed_at, is_concern, received
from cimscore.testing import InlinePlugin, inline_clause
from cimscore.testing.conformance import Subject

CLAUSE: Final = "doc/heading/clause"
ZONE: Final = ZoneInfo("Australia/Brisbane")
DOCUMENT: Final = {
    "cimscore": 1,
    "id": "noise",
    "programs": ["invented"],
    "dates": {"received": "2025-03-03T10:15+10:00"},
    "people": [
        {"id": "mia", "name": {"given": "Mia", "family": "Example"}, "born": "2015-01-01"},
        {"id": "ari", "name": {"given": "Ari", "family": "Example"}, "born": "2016-01-01"},
    ],
    "households": [{"id": "north"}],
    "residences": [{"person": "mia", "household": "north", "kind": "full-time"}],
    "concerns": [{"id": "c1", "about": ["mia", "ari"], "place": "north", "kind": "harm"}],
}
concern: Final = Concern("concern")
person: Final = Person("person")
moment: Final = Value("moment", Moment)
length: Final = Value("length", str)


def subject(*tables: Any, expect: Expected | None = None, shows: tuple[str, ...] = (), **more: Any) -> Subject:
    """Return a program of some tables with one example."""
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=tables, **more)])
    example = WorkedExample(
        id="noise", package="noises", title="A noise", shows=shows, case=rulebook.read_case(DOCUMENT), text="",
        at=None, readings={}, expect=expect or Expected(),
    )  # fmt: skip
    return Subject(rulebook=rulebook, program=rulebook.program("invented"), examples=(example,))


def noisy(when: Any = None, id: str = "noisy") -> Conclusion:
    """Return a table that says that each concern is noisy, under a condition."""
    table = Conclusion(id, (concern,), f"{{concern}} [is] {id}", topic=Topic.STARTS)
    table.row(
        "every", concern, when=is_concern(concern) if when is None else is_concern(concern) & when, cites=[CLAUSE]
    )
    return table


def on_moment(asked: Any) -> Conclusion:
    """Return a table whose row fails if a moment is on a day that a test has named."""
    passes = Comparison("{0} [is] a good moment", fails_on_some_days)
    return noisy(asked(moment) & passes(moment))


BROKEN_DAYS: Final[set[dt.date]] = set()
TURN: Final = {"now": "odd"}


def fails_on_some_days(found: Any) -> bool:
    """Fail on the days that a test has named."""
    if found.value.date() in BROKEN_DAYS:
        raise ValueError("broken on purpose")
    return True


def is_any(_: object) -> bool:
    """Return True."""
    return True


def is_on_the_fourth(found: Any) -> bool:
    """Return True on the fourth of March."""
    return bool(found.value.date() == dt.date(2025, 3, 4))


def takes_a_turn(_: object) -> bool:
    """Return another answer at each turn, which no rule may."""
    return TURN["now"] == "odd"


def is_known(_: object) -> bool:
    """Look through the memory for the notifier, which no rule may."""
    held = [thing.reveal() for thing in gc.get_objects() if isinstance(thing, Protected)]
    return any(str(name).startswith("Zephyrine") for name in held if name)


def with_a_turn() -> Conclusion:
    """Return a table that answers otherwise each time it is asked."""
    turn = Comparison("{0} [takes] a turn", takes_a_turn)
    return noisy(turn(concern))


def peeping() -> Conclusion:
    """Return a table whose row looks through the memory for the notifier."""
    return noisy(Comparison("{0} [is] known", is_known)(concern))


def clock(within: Period) -> Clocks:
    """Return a clock from the receipt."""
    clocks = Clocks((concern,))
    passes = Comparison("{0} [is] a good moment", is_any)
    clocks.clock(
        "listen", "listen again", owed=is_concern(concern) & some(moment, received(moment) & passes(moment)),
        starts=received(moment), within=within, who="whoever heard it", cites=[CLAUSE],
    )  # fmt: skip
    return clocks


def shorter_on_some_days() -> tuple[Clocks, Any]:
    """Return a clock that is ten days long, but an hour on the fourth of March."""
    lengths = Table[str, Period](
        "lengths", "The lengths", (Row("long", Hours(240), CLAUSE), Row("short", Hours(1), CLAUSE))
    )
    is_short = Comparison("{0} [is] on a short day", is_on_the_fourth)
    kind = Conclusion("kind", (concern, length), "{concern} [is] {length}", topic=Topic.STARTS)
    kind.row("short", concern, "short", when=is_concern(concern) & received(moment) & is_short(moment), cites=[CLAUSE])
    kind.row("long", concern, "long", when=is_concern(concern) & received(moment) & ~is_short(moment), cites=[CLAUSE])
    clocks = Clocks((concern,))
    clocks.clock(
        "listen", "listen again", owed=kind(concern, length), starts=received(moment), within=lengths, by=length,
        who="whoever heard it", cites=[CLAUSE],
    )  # fmt: skip
    return clocks, kind


def calendar(first: int = 2025, last: int = 2025, *days: dt.date) -> Calendar:
    """Return a calendar with holidays."""
    return Calendar(
        id="council", title="Council", zone=ZONE, first_year=first, last_year=last, version="invented",
        holidays=dict.fromkeys(days, "Holiday"),
    )  # fmt: skip


def declaring(found: Subject, **declared: Any) -> Subject:
    """Return a program that declares something else, without loading it again."""
    program = attrs.evolve(found.program, declared=attrs.evolve(found.program.declared, **declared))
    return attrs.evolve(found, program=program)


def counting_elsewhere() -> Subject:
    """Return a program that counts the business days of another program's calendar."""
    own = InlinePlugin(tables=(clock(BusinessDays(1)),))
    other = InlinePlugin(
        id="other", sources=(), clauses=(), calendars=(calendar(2025, 2025, dt.date(2025, 1, 1)),)
    )  # fmt: skip
    rulebook = cimscore.load_rulebook([own, other])
    return Subject(rulebook=rulebook, program=rulebook.program("invented"))


def idle_clause() -> Any:
    """Return an encoded clause on which nothing rests."""
    return inline_clause("doc/heading/idle", "Nobody carries it.")


__all__ = [
    "BROKEN_DAYS",
    "CLAUSE",
    "TURN",
    "assessed_at",
    "calendar",
    "clock",
    "counting_elsewhere",
    "declaring",
    "idle_clause",
    "noisy",
    "on_moment",
    "peeping",
    "received",
    "shorter_on_some_days",
    "subject",
    "with_a_turn",
]  # fmt: skip
