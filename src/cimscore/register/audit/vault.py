"""The vault: the notifier of each document, apart from everything else. Whoever reads it leaves an entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, select

from cimscore.case import Case
from cimscore.register.audit.chain import salted
from cimscore.register.audit.digests import seal_of
from cimscore.register.storage.tables import ACT, VAULT
from cimscore.wire import write_notifier

_BLOCK: Final = 1024
"""Letters in which the vault counts, so that the length of a row tells nothing of a usual notifier."""


def sealed_notifier(case: Case) -> tuple[Mapping[str, Any], str]:
    """Return the row of a case's notifier, and its seal. There is a row even where nobody is named."""
    told, salt = json.dumps(write_notifier(case)), salted()
    text = told.ljust(-(-len(told) // _BLOCK) * _BLOCK)
    return {"salt": salt, "text": text}, _seal(salt, text)


def is_intact(connection: Connection, number: int, seal: str) -> bool:
    """Return True if the vault holds for a document what was sealed."""
    row = connection.execute(select(VAULT).where(VAULT.c.number == number)).first()
    return row is not None and _seal(row.salt, row.text) == seal


def notifiers_of(connection: Connection, case: str) -> Iterator[tuple[int, Any]]:
    """Yield the notifier of each document of a case, by the version of the case that the document made."""
    query = select(ACT.c.version, VAULT.c.text).join(ACT, ACT.c.number == VAULT.c.number).where(ACT.c.case_id == case)
    for version, told in connection.execute(query.order_by(ACT.c.version)):
        yield version, json.loads(told)


def _seal(salt: str, text: str) -> str:
    return seal_of(salt, [(VAULT.name, {"text": text})])
