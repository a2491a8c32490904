"""A week of a register in acts, and what must hold of one whatever happened to it. It knows no program and no case."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from sqlalchemy import Engine, func, select, text

from cimscore.register.audit.chain import Deed, Kind, Signed, append, salted
from cimscore.register.audit.checking import first_broken, head_of
from cimscore.register.audit.digests import seal_of
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import ACT, TABLES

MONDAY = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)
KIM = Signed(person="kim", role="staff")
LEE = Signed(person="lee", role="delegate")


def document(case: str, version: int) -> Deed:
    """A document with its decision, and a notifier in the vault."""
    salt, notifier = salted(), json.dumps({"name": "Nobody Example"}).ljust(1024)
    rows = {
        "document": [
            {
                "text": json.dumps({"id": case, "version": version}),
                "notifier_seal": seal_of(salt, [("vault", {"text": notifier})]),
            }
        ],
        "vault": [{"salt": salt, "text": notifier}],
        "decision": [{"program": program, "text": "{}"} for program in ("one", "two")],
    }
    return Deed(kind=Kind.DOCUMENT, case=case, by=KIM, seen=version, rows=rows)


def move(case: str, version: int, name: str, by: Signed = KIM) -> Deed:
    """A move of a record."""
    row = {"record": f"report:{case}", "move": name, "happened": MONDAY.isoformat(), "reason": None, "unit": None}
    return Deed(kind=Kind.MOVE, case=case, by=by, seen=version, rows={"move": [row], "decision": []})


def week() -> Iterator[Deed]:
    """Three cases: drafted, corrected, submitted, returned, endorsed, handed over, taken, and a notifier read."""
    for case in ("c1", "c2", "c3"):
        yield document(case, 0)
        yield move(case, 1, "submit")
        yield document(case, 2)
        yield move(case, 3, "endorse", LEE)
        answer = {"record": f"report:{case}", "unit": "north", "answer": "accepted", "reason": None}
        yield Deed(kind=Kind.ANSWER, case=case, by=LEE, seen=4, rows={"answer": [answer]})
    yield Deed(kind=Kind.READING, case="c1", by=LEE, seen=None, rows={"reading": [{"purpose": "a court asks"}]})


def run_through(engine: Engine, skip: int = 0) -> Iterator[int]:
    """Do the week, or what is left of it, and yield the number of each entry once it is acknowledged."""
    for day, deed in enumerate(week()):
        if day >= skip:
            with writing(engine) as connection:
                number = append(connection, deed, MONDAY + dt.timedelta(hours=day))
            yield number


def check_whole(engine: Engine, acknowledged: int) -> int:
    """Raise unless everything acknowledged is there, nothing is half done, and the chain holds; return its length."""
    with reading(engine) as connection:
        head = head_of(connection)
        assert first_broken(connection) is None
        assert head.number in (acknowledged, acknowledged + 1)
        counts = {
            name: connection.scalar(select(func.count()).select_from(table)) for name, table in TABLES.tables.items()
        }
        assert counts["entry"] == counts["act"] == head.number
        assert counts["document"] == counts["vault"] == counts["decision"] / 2
        last = select(ACT.c.case_id, func.max(ACT.c.version), func.count(ACT.c.version)).group_by(ACT.c.case_id)
        assert all(version == count for _, version, count in connection.execute(last))
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    return head.number
