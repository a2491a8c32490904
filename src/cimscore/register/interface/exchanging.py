"""Rows of other systems taken into a register, each whole or not at all, and its acts given out as such rows."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore.errors import CimsError, DocumentError, Problem, RuleFailure, UnknownNameError
from cimscore.many import CaseLine
from cimscore.register.errors import OvertakenError, StorageError
from cimscore.register.interface.rows import (
    ANSWER,
    REPORT,
    STEP,
    ActRow,
    AnswerRow,
    ReportRow,
    StepRow,
    read_row,
    row_of,
    signed,
)
from cimscore.register.kept.history import act_at, document_at
from cimscore.register.register import Register, Stood
from cimscore.register.storage.engines import Within, reading, writing
from cimscore.register.workflow.allowing import Step
from cimscore.register.workflow.records import ACCEPTED

_MAIN: Final = {REPORT: "id", STEP: "move", ANSWER: "answer"}
"""The column that stands for all of a row."""


class RowState(enum.StrEnum):
    """States of a row that was handed in."""

    TAKEN = "taken"
    THERE = "there already"
    REFUSED = "refused"
    HELD_BACK = "held back"


@attrs.frozen(kw_only=True)
class TakenRow:
    """A row with what became of it.

    Attributes:
        number: Its place in the file, from 1.
        state: What became of it. *Held back* is a row with nothing wrong beside others that are refused.
        case: Id of its case; empty if the row cannot be read.
        problems: Everything that is wrong with it, each with its column.
        failures: What went wrong in a plugin as its case was decided.
    """

    number: int
    state: RowState
    case: str = ""
    problems: tuple[Problem, ...] = ()
    failures: tuple[RuleFailure, ...] = ()


def take_in(register: Register, lines: Iterable[CaseLine], *, whole: bool = False) -> Iterator[TakenRow]:
    """Take in rows one after another, and yield what became of each.

    A row is kept whole or leaves nothing. One that is kept already is not kept twice, so that whoever was interrupted
    hands in the same rows again.

    Args:
        register: The register.
        lines: The rows, each as JSON.
        whole: True to keep nothing unless no row is refused. Other writers wait meanwhile.

    Raises:
        StorageError: The register cannot be written. The rows before are kept, unless all or nothing was asked for.
    """
    if not whole:
        yield from (_taken(register, line) for line in lines)
        return
    with writing(register.engine) as connection:
        within = attrs.evolve(register, engine=Within(connection))
        rows = [_taken(within, line) for line in lines]
        if refused := any(row.state is RowState.REFUSED for row in rows):
            connection.rollback()
    held_back = {RowState.TAKEN: RowState.HELD_BACK} if refused else {}
    yield from (attrs.evolve(row, state=held_back.get(row.state, row.state)) for row in rows)


def give_out(register: Register) -> Iterator[dict[str, Any]]:
    """Yield a row for each act, case by case in the order in which they came in, without the notifiers."""
    for case in register.cases():
        for act in register.history(case).acts:
            if act.version is not None:
                with reading(register.engine) as connection:
                    yield row_of(case, act, document_at(connection, act.number))


def _taken(register: Register, line: CaseLine) -> TakenRow:
    row: ActRow | None = None
    try:
        row = read_row(line.case, register.rulebook)
        stood = _kept(register, row)
    except StorageError:
        raise
    except CimsError as error:
        case = row.case if row else ""
        return TakenRow(number=line.number, state=RowState.REFUSED, case=case, problems=tuple(_problems(error, row)))
    if stood is None:
        return TakenRow(number=line.number, state=RowState.THERE, case=row.case)
    return TakenRow(number=line.number, state=RowState.TAKEN, case=row.case, failures=stood.failures)


def _kept(register: Register, row: ActRow) -> Stood | None:
    """Keep what a row says, and return the case as it stands; None if it is kept already.

    Raises:
        CimsError: It cannot be kept.
    """
    if _stands(register, row):
        return None
    by, seen = signed(row), row.version - 1
    match row:
        case ReportRow():
            return register.add(row.document, by, seen=seen)
        case StepRow():
            step = Step(record=row.record, move=row.move, happened=row.happened, reason=row.reason, unit=row.unit)
            return register.move(row.case, step, by, seen=seen)
        case AnswerRow():
            accepted = row.answer == ACCEPTED
            return register.answer(row.case, row.record, row.unit, by, accepted=accepted, reason=row.reason, seen=seen)


def _stands(register: Register, row: ActRow) -> bool:
    """Return True if a row is kept already.

    Raises:
        OvertakenError: Another act has made its version, or none the version before.
    """
    with reading(register.engine) as connection:
        there = act_at(connection, row.case, row.version)
        if there and row_of(row.case, there, document_at(connection, there.number)) == row.plain:
            return True
        before = row.version == 1 or act_at(connection, row.case, row.version - 1)
    if there:
        raise OvertakenError(
            f"Another version {row.version} of {row.case!r} is kept, from {there.by.person}, {there.by.role}. "
            "Give what is new the number after the last."
        )
    if not before:
        raise OvertakenError(
            f"Version {row.version - 1} of {row.case!r} is not kept, on which this one rests. Hand in its row first."
        )
    return False


def _problems(error: CimsError, row: ActRow | None) -> Iterator[Problem]:
    if isinstance(error, DocumentError):
        # A row is one line: its columns say where.
        yield from (attrs.evolve(problem, line=0) for problem in error.problems)
    else:
        yield Problem(where=_column(error, row), found="", expected="what the register can keep", hint=str(error))


def _column(error: CimsError, row: ActRow | None) -> str:
    """Return the column that an error is about."""
    if row is None:  # a program is left out
        return "programs"
    if isinstance(error, OvertakenError):
        return "version"
    if isinstance(error, UnknownNameError):
        return next((name for name, value in row.plain.items() if value == error.name), "case")
    return _MAIN[row.row]
