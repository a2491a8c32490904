"""Acts that a case says have been done, and those that certainly came before, as clocks and duties know them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case import UNKNOWN, Actor, Between, Case, Moment, Unknown, actor_of
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import Conclusion, Topic

CLOCK: Final = "clock"


@attrs.frozen
class DoneAct:
    """Act that has been done for one thing.

    Attributes:
        of: Key of the duties that have the act; empty if it is the act of a clock.
        act: Its name, which clocks refer to.
        for_: Address of the thing that it was done for.
        at: Time of the act.
        by: Person who did it.
        apart_from: Addresses for which the act is reported itself, where a later act only implies it.
    """

    of: str
    act: str
    for_: str
    at: Moment | Between | Unknown
    by: Actor
    apart_from: frozenset[str] = frozenset()


def acts_done(case: Case, program: Program) -> tuple[DoneAct, ...]:
    """Return what a case says has been done of what a program asks for, sorted.

    Args:
        case: The case.
        program: The program.
    """
    said = list(_acts(case, program))
    reported = {(act.act, act.for_) for act in said} | set(_stopped_by_moves(case, program))
    earlier = (act for done in said for act in _before(done, case, program) if (act.act, act.for_) not in reported)
    before = {(act.act, act.for_): _apart_from(reported, act) for act in earlier}
    return tuple(sorted((*said, *before.values()), key=lambda act: (act.of, act.act, act.for_, str(act.at))))


def _acts(case: Case, program: Program) -> Iterator[DoneAct]:
    people = [person.id for person in case.people]
    for entry in case.done:
        owner, table, row = entry.act.split("/", 2)
        act = row if table == CLOCK else _act_of(program, table, row)
        if owner in program.owners and act:
            of = "" if table == CLOCK else f"conclusion:{table}"
            by = actor_of(entry.by, people)
            yield from (DoneAct(of, act, address, entry.at, by) for address in entry.for_)


def _act_of(program: Program, table: str, row: str) -> str:
    duties = program.predicates.get(f"conclusion:{table}")
    rows = duties.rows if isinstance(duties, Conclusion) else []
    return next((duty.notes.act for duty in rows if duty.id == row), "")


def _stopped_by_moves(case: Case, program: Program) -> Iterator[tuple[str, str]]:
    """Yield the acts of the moves that the records of a case list, each with the record."""
    for flow in program.workflows:
        for record in (record for record in case.records if record.kind == flow.kind):
            listed = {move.move for move in record.moves}
            yield from ((act, record.id) for step in flow.moves if step.move in listed for act in step.stops)


def _apart_from(reported: set[tuple[str, str]], act: DoneAct) -> DoneAct:
    return attrs.evolve(act, apart_from=frozenset(address for name, address in reported if name == act.act))


def _before(act: DoneAct, case: Case, program: Program) -> Iterator[DoneAct]:
    """Yield the acts of moves that certainly came before one that is done."""
    for flow in program.workflows:
        earlier = {name for step in flow.moves if act.act in step.stops for name in step.after}
        for stopped in (stopped for step in flow.moves if step.move in earlier for stopped in step.stops):
            of = _duties_with(program, stopped) if act.of else ""
            if of is not None:
                yield DoneAct(of, stopped, act.for_, _by_then(act.at, case.dates.received), Actor())


def _duties_with(program: Program, act: str) -> str | None:
    """Return the key of the duties that have an act, or None."""
    tables = program.of_topic(Topic.DUTIES)
    return next((table.key for table in tables for duty in table.rows if duty.notes.act == act), None)


def _by_then(at: Moment | Between | Unknown, received: object) -> Between | Unknown:
    """Return from the receipt to a moment, as far as both are known: what came before was done within that time."""
    last = at.last if isinstance(at, Between) else at
    if isinstance(last, Unknown) or not isinstance(received, Moment):
        return UNKNOWN
    try:
        return Between(received, last)
    except ValueError:  # An act about a record on file may be older than the receipt.
        return UNKNOWN
