"""The lists of a register: what is due, what waits for whom, and where each record is. Each is a query."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs
from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select

from cimscore.register.storage.tables import ACT, LISTED, UNLISTED
from cimscore.register.trays.rows import DUE, FAILED, MAY_START, STATE, TRAY, UNDECIDED, WAITING, utc_text
from cimscore.register.trays.tallies import count_changed, many_by_title, many_dated, many_late

_IN: Final = LISTED.c


@attrs.frozen(kw_only=True)
class ListItem:
    """Something that a list holds.

    Attributes:
        case: Id of its case.
        program: Id of the program.
        thing: Address of the clock or the record; empty for a question.
        says: What the list says of it; empty for a record.
        detail: The same as plain values.
        due: When it is due in UTC, by the working answers; None if there is no day.
        ends_a_day: True if it is due by the end of a day, and `due` the midnight that ends it.
        hides: True if something of it is kept from somebody, and not told here.
    """

    case: str
    program: str
    thing: str
    says: str
    detail: Mapping[str, Any]
    due: dt.datetime | None
    ends_a_day: bool = False
    hides: bool = False


@attrs.frozen(kw_only=True)
class ListPart:
    """A tray, or a part of the due list.

    Attributes:
        list: List to which it belongs.
        title: What is in it.
        count: How much there is in all.
        items: What is in it, or the first of that.
    """

    list: str
    title: str
    count: int
    items: tuple[ListItem, ...]


def due_parts(
    connection: Connection, at: dt.datetime | None, first: int | None, *, show_kept: bool
) -> tuple[ListPart, ...]:
    """Return what is due and not done, in order of time, and what may be due besides.

    Args:
        connection: The register.
        at: Moment to hold it against; None to leave open what is overdue.
        first: How many of each part are told; None for all.
        show_kept: Whether what is kept from somebody is told.
    """
    # Whatever has a day has a moment from which it is late: each part is one stretch of the index.
    due, now = _of(DUE), utc_text(at) if at else ""
    late, dated = many_late(connection, DUE, now), many_dated(connection, DUE)
    many = {name: many_by_title(connection, name).get("", 0) for name in (DUE, MAY_START, UNDECIDED, FAILED)}
    found = (
        (DUE, "Overdue, or perhaps so", late, and_(due, _IN.late_from <= now)),
        (DUE, "Due, in order of time", dated - late, and_(due, _IN.late_from > now)),
        (DUE, "Without a day yet", many[DUE] - dated, and_(due, _IN.late_from.is_(None))),
        (MAY_START, "What an answer may make due besides", many[MAY_START], _of(MAY_START)),
        (UNDECIDED, "Not decided yet, so that more may be due", many[UNDECIDED], _of(UNDECIDED)),
        (FAILED, "Failures: the program of each has decided nothing", many[FAILED], _of(FAILED)),
    )
    return tuple(
        ListPart(list=name, title=title, count=count, items=_items(connection, holds, first, show_kept=show_kept))
        for name, title, count, holds in found
        if count
    )


def trays(connection: Connection, first: int | None, *, show_kept: bool) -> tuple[ListPart, ...]:
    """Return every tray that something is in; what waits for an answer comes last.

    Args:
        connection: The register.
        first: How many of each tray are told; None for all.
        show_kept: Whether what is kept from somebody is told.
    """
    counts = many_by_title(connection, TRAY)
    return tuple(
        ListPart(
            list=TRAY, title=title, count=counts[title],
            items=_items(connection, _of(TRAY, title), first, show_kept=show_kept),
        )
        for title in sorted(counts, key=lambda title: (title == WAITING, title))
    )  # fmt: skip


def counts_by_state(connection: Connection) -> dict[tuple[str, str], int]:
    """Return how many records are in each state, by program and state."""
    counts = many_by_title(connection, STATE)
    return {(title.split(", ", 1)[0], title.split(", ", 1)[1]): count for title, count in sorted(counts.items())}


def relist(connection: Connection, case: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the rows of a case in the place of those that there are.

    Args:
        connection: A transaction that writes.
        case: Id of the case.
        rows: Its rows.
    """
    of_case = select(_IN.list, _IN.title, _IN.late_from).where(_IN.case_id == case)
    count_changed(connection, connection.execute(of_case).all(), rows)
    for table in (LISTED, UNLISTED):
        connection.execute(delete(table).where(table.c.case_id == case))
    if rows:
        came = connection.scalar(select(func.min(ACT.c.number)).where(ACT.c.case_id == case))
        connection.execute(insert(LISTED), [{**row, "came": came} for row in rows])


def rows_in(connection: Connection, case: str) -> list[dict[str, Any]]:
    """Return the rows that are kept of a case, in order."""
    columns = [column for column in _IN if column.name != "came"]
    query = select(*columns).where(_IN.case_id == case).order_by(_IN.place)
    return [dict(row) for row in connection.execute(query).mappings()]


def unlisted(connection: Connection) -> tuple[str, ...]:
    """Return the cases whose rows are still to be made: those that an earlier version kept."""
    return tuple(connection.scalars(select(UNLISTED.c.case_id)))


def unlist(connection: Connection, cases: Iterable[str]) -> None:
    """Have the rows of some cases made anew.

    Args:
        connection: A transaction that writes.
        cases: Ids of the cases.
    """
    connection.execute(delete(UNLISTED))
    rows = [{"case_id": case} for case in cases]
    if rows:
        connection.execute(insert(UNLISTED), rows)


def _of(name: str, title: str = "") -> ColumnElement[bool]:
    return and_(_IN.list == name, _IN.title == title)


def _items(
    connection: Connection, holds: ColumnElement[bool], first: int | None, *, show_kept: bool
) -> tuple[ListItem, ...]:
    in_order = select(LISTED).where(holds).order_by(_IN.late_from, _IN.came, _IN.place).limit(first)
    return tuple(_listed(row, show_kept=show_kept) for row in connection.execute(in_order))


def _listed(row: Any, *, show_kept: bool) -> ListItem:
    openly = show_kept and row.says_all is not None
    return ListItem(
        case=row.case_id, program=row.program, thing=row.thing, says=row.says_all if openly else row.says,
        detail=json.loads(row.detail_all if openly else row.detail),
        due=dt.datetime.fromisoformat(row.due) if row.due else None,
        ends_a_day=row.due is not None and row.due == row.late_from, hides=row.says_all is not None and not show_kept,
    )  # fmt: skip
