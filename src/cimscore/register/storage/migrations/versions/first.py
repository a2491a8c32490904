"""The tables of the first version, with the triggers that let rows only be added."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sql
from alembic import op

revision: Final = "0001"
down_revision: Final = None

_KEPT: Final = ("entry", "act", "document", "decision", "move", "answer", "reading", "vault")

_REFUSES: Final = """
CREATE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of a register are only added' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def upgrade() -> None:
    """Make the tables."""
    _table("head", _integer("id", primary_key=True), _integer("number"), _text("digest"),
           sql.CheckConstraint("id = 1", name="one_head"))  # fmt: skip
    _table("entry", _integer("number", primary_key=True), _text("kind"), _text("at"), _text("seal"),
           _text("digest", unique=True))  # fmt: skip
    _table("act", _number("entry"), _text("case_id"), _integer("version", nullable=True), _text("person"),
           _text("role"), _text("salt"),
           sql.UniqueConstraint("case_id", "version", name="one_act_for_each_version"))  # fmt: skip
    _table("document", _number("act"), _text("text"), _text("notifier_seal"))
    _table("decision", _number("act"), _text("program", primary_key=True), _text("text"))
    _table("move", _number("act"), _text("record"), _text("move"), _text("happened"), _text("reason", nullable=True),
           _text("unit", nullable=True))  # fmt: skip
    _table("answer", _number("act"), _text("record"), _text("unit"), _text("answer"), _text("reason", nullable=True))
    _table("reading", _number("act"), _text("purpose"))
    _table("vault", _number("document"), _text("salt"), _text("text"))
    op.execute("INSERT INTO head (id, number, digest) VALUES (1, 0, '')")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_REFUSES)
    for table in _KEPT:
        _only_add_to(table)


def _table(name: str, *parts: Any) -> None:
    op.create_table(name, *parts, sqlite_strict=True)


def _integer(name: str, **more: Any) -> sql.Column[int]:
    return sql.Column(name, sql.Integer, nullable=more.pop("nullable", False), autoincrement=False, **more)


def _number(of: str) -> sql.Column[int]:
    return sql.Column("number", sql.Integer, sql.ForeignKey(f"{of}.number"), primary_key=True, autoincrement=False)


def _text(name: str, **more: Any) -> sql.Column[str]:
    return sql.Column(name, sql.Text, nullable=more.pop("nullable", False), **more)


def _only_add_to(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER no_change_of_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"EXECUTE FUNCTION only_added()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER no_{change.lower()}_of_{table} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of a register are only added'); END"
        )
