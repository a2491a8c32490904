"""The chain: an act becomes the next entry, with all of its rows and its digest, in one transaction."""

from __future__ import annotations

import datetime as dt
import enum
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, insert, select, update

from cimscore.register.audit.digests import link_of, seal_of
from cimscore.register.errors import OvertakenError, ReasonNeededError
from cimscore.register.storage.tables import ACT, ENTRY, HEAD, TABLES, VAULT

_SALT_BYTES: Final = 16


class Kind(enum.StrEnum):
    """Kinds of entries."""

    DOCUMENT = "document"
    MOVE = "move"
    ANSWER = "answer"
    READING = "reading"


@attrs.frozen(kw_only=True)
class Signed:
    """Person who acts, and the role as which they act."""

    person: str
    role: str


@attrs.frozen(kw_only=True)
class Deed:
    """Something that was done of a case, before it is an entry.

    Attributes:
        kind: Its kind.
        case: Id of the case.
        by: Who does it.
        seen: Version of the case that they saw, 0 if there is none yet; None for what makes no version.
        rows: Its rows by table, without their number.
    """

    kind: Kind
    case: str
    by: Signed
    seen: int | None
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


def salted() -> str:
    """Return a salt for a seal."""
    return secrets.token_hex(_SALT_BYTES)


def append(connection: Connection, deed: Deed, now: dt.datetime) -> int:
    """Add an act to the chain and return the number of its entry.

    Args:
        connection: A transaction that writes.
        deed: The act.
        now: The time.

    Raises:
        OvertakenError: Somebody else has made a version of the case that the person did not see.
        ReasonNeededError: The person or the role has no letter.
    """
    if not all(any(map(str.isalnum, said)) for said in (deed.by.person, deed.by.role)):
        raise ReasonNeededError("Each entry names who does it, and as which role: say both.")
    head = connection.execute(select(HEAD).with_for_update()).one()
    refuse_if_overtaken(connection, deed.case, deed.seen)
    number = head.number + 1
    salt, at = salted(), _not_before(connection, head.number, now)
    rows = [(table, {"number": number, **row}) for table, row in _rows(deed, salt)]
    seal = seal_of(salt, [(table, row) for table, row in rows if table != VAULT.name])
    entry = {"number": number, "kind": deed.kind.value, "at": at, "seal": seal}
    digest = link_of(head.digest, entry)
    for table, row in [("entry", {**entry, "digest": digest}), *rows]:
        connection.execute(insert(TABLES.tables[table]), row)
    connection.execute(update(HEAD).values(number=number, digest=digest))
    return int(number)


def _rows(deed: Deed, salt: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every row of an act with its table, without its number."""
    version = None if deed.seen is None else deed.seen + 1
    by = {"person": deed.by.person, "role": deed.by.role}
    yield ACT.name, {"case_id": deed.case, "version": version, **by, "salt": salt}
    for table, rows in deed.rows.items():
        yield from ((table, row) for row in rows)


def refuse_if_overtaken(connection: Connection, case: str, seen: int | None) -> None:
    """Refuse whoever saw another version of a case than it has.

    Args:
        connection: The register.
        case: Id of the case.
        seen: Version that they saw, 0 if there was none; None for whichever there is.

    Raises:
        OvertakenError: Somebody was faster.
    """
    newest = ACT.c.version.desc().nulls_last()
    of_case = select(ACT, ENTRY.c.at, ENTRY.c.kind).join(ENTRY).where(ACT.c.case_id == case)
    last = connection.execute(of_case.order_by(newest).limit(1)).first()
    version = last.version if last else 0
    if seen is None or seen == version:
        return
    if last is None:
        raise OvertakenError(f"The register has no case {case!r}, and version {seen} of it was seen.")
    made = f"version {version} of the case {case!r}"
    if seen > version:
        raise OvertakenError(
            f"The register has {made} and none after it, and version {seen} was seen. Look at it again."
        )
    if seen == 0:
        raise OvertakenError(
            f"The register has {made} already, from {last.person}, {last.role}. A correction says which was seen."
        )
    raise OvertakenError(
        f"{last.person}, {last.role}, was faster: the {last.kind} of {last.at[:19]} UTC made {made}, and version "
        f"{seen} was seen. Look at it, then repeat what still applies."
    )


def _not_before(connection: Connection, number: int, now: dt.datetime) -> str:
    """Return the time in UTC, but never before the entry before: a clock may be set back."""
    told = now.astimezone(dt.UTC).isoformat(timespec="microseconds")
    before = connection.execute(select(ENTRY.c.at).where(ENTRY.c.number == number)).scalar()
    return max(told, before or "")
