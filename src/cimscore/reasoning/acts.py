"""Acts that a case says have been done, as the clocks and duties of a program know them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case import Actor, Between, Case, Moment, Unknown, actor_of
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import Conclusion

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
    """

    of: str
    act: str
    for_: str
    at: Moment | Between | Unknown
    by: Actor


def acts_done(case: Case, program: Program) -> tuple[DoneAct, ...]:
    """Return what a case says has been done of what a program asks for, sorted.

    Args:
        case: The case.
        program: The program.
    """
    return tuple(sorted(_acts(case, program), key=lambda act: (act.of, act.act, act.for_, str(act.at))))


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
