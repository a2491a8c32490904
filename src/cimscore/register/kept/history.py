"""The history of a case: every document, move, answer and look at the notifier, in the order in which they came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
from sqlalchemy import Connection, Select, select

from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.register.audit.chain import Kind, Signed
from cimscore.register.storage.tables import ACT, ANSWER, DOCUMENT, ENTRY, MOVE, READING


@attrs.frozen(kw_only=True)
class KeptAct:
    """Something that was done of a case, as it was kept.

    Attributes:
        number: Number of its entry.
        kind: Its kind.
        known: Time in UTC from which the register knows it.
        by: Who did it, as which role.
        version: Version of the case that it made; None for a look at the notifier.
        record: The record, for a move or an answer; otherwise empty.
        said: The move, or the answer.
        happened: When the move was made, as it was told.
        reason: Reason for it, or the purpose of a look; empty where none was needed.
        unit: Unit to which a record is handed over, or that answers; empty for any other.
    """

    number: int
    kind: Kind
    known: dt.datetime
    by: Signed
    version: int | None
    record: str = ""
    said: str = ""
    happened: str = ""
    reason: str = ""
    unit: str = ""

    @property
    def says(self) -> str:
        """Return what was done, in words."""
        reason = f" ({self.reason})" if self.reason else ""
        match self.kind:
            case Kind.DOCUMENT:
                return "handed in a document" if self.version == 1 else "handed in a correction"
            case Kind.MOVE:
                to = f" to {self.unit}" if self.unit else ""
                return f"{self.said} {self.record}{to}, taken {self.happened}{reason}"
            case Kind.ANSWER:
                return f"{self.said} {self.record} for {self.unit}{reason}"
            case _:
                return f"looked who the notifier is{reason}"


@attrs.frozen(kw_only=True)
class History:
    """History of a case, up to some time.

    Attributes:
        case: Id of the case.
        acts: Everything that was done, in order.
        document: The last document, as text.
    """

    case: str
    acts: tuple[KeptAct, ...]
    document: str

    @property
    def version(self) -> int:
        """Return the version of the case."""
        return max(act.version or 0 for act in self.acts)

    def of_kind(self, kind: Kind) -> tuple[KeptAct, ...]:
        """Return the acts of a kind."""
        return tuple(act for act in self.acts if act.kind is kind)


def cases_in(connection: Connection) -> tuple[str, ...]:
    """Return the id of every case, in the order in which they came in."""
    return tuple(connection.execute(select(ACT.c.case_id).where(ACT.c.version == 1).order_by(ACT.c.number)).scalars())


def history_of(connection: Connection, case: str, known: dt.datetime | None = None) -> History:
    """Return the history of a case.

    Args:
        connection: The register.
        case: Id of the case.
        known: Time up to which it is told; None for all of it.

    Raises:
        UnknownNameError: The register has, or had by then, no such case.
    """
    before = None if known is None else known.astimezone(dt.UTC).isoformat(timespec="microseconds")
    acts = tuple(_acts(connection, _of_case(case, before)))
    if not acts:
        names = cases_in(connection)
        first = next(_acts(connection, _of_case(case, None)), None)
        hint = f"It came in at {first.known:%Y-%m-%d %H:%M} UTC." if first else did_you_mean(case, names)
        raise UnknownNameError(f"case in the register{' by then' if first else ''}", case, names, hint)
    last = max(act.number for act in acts if act.kind is Kind.DOCUMENT)
    return History(case=case, acts=acts, document=document_at(connection, last))


def act_at(connection: Connection, case: str, version: int) -> KeptAct | None:
    """Return the act that made a version of a case, or None."""
    return next(_acts(connection, _of_case(case, None).where(ACT.c.version == version)), None)


def document_at(connection: Connection, number: int) -> str:
    """Return the text of the document that an entry handed in; empty if it handed in none."""
    return connection.scalar(select(DOCUMENT.c.text).where(DOCUMENT.c.number == number)) or ""


def _of_case(case: str, before: str | None) -> Select[Any]:
    every = ACT.join(ENTRY).outerjoin(MOVE).outerjoin(ANSWER).outerjoin(READING)
    query = select(
        *(ACT.c.number, ENTRY.c.kind, ENTRY.c.at, ACT.c.person, ACT.c.role, ACT.c.version),
        *(MOVE.c.record, MOVE.c.move, MOVE.c.happened, MOVE.c.reason, MOVE.c.unit),
        *(ANSWER.c.record, ANSWER.c.answer, ANSWER.c.reason, ANSWER.c.unit, READING.c.purpose),
    )
    known = query.select_from(every).where(ACT.c.case_id == case)
    return (known if before is None else known.where(ENTRY.c.at <= before)).order_by(ACT.c.number)


def _acts(connection: Connection, query: Select[Any]) -> Iterator[KeptAct]:
    for row in connection.execute(query):
        number, kind, at, person, role, version, *rest = row
        record, move, happened, reason, unit, of, answer, because, by_unit, purpose = (part or "" for part in rest)
        yield KeptAct(
            number=number, kind=Kind(kind), known=dt.datetime.fromisoformat(at), by=Signed(person=person, role=role),
            version=version, record=record or of, said=move or answer, happened=happened,
            reason=reason or because or purpose, unit=unit or by_unit,
        )  # fmt: skip
