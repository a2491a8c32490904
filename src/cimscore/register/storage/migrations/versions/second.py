"""The lists: rows that follow from the last decision of each case. They are made anew for what is kept already."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sql
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"


def upgrade() -> None:
    """Make the tables, and note every case that is there: its rows are made when a list is asked for."""
    op.create_table(
        "listed",
        _text("case_id", primary_key=True), _integer("place", primary_key=True), _integer("came"), _text("list"),
        _text("title"), _text("program"), _text("thing"), _text("says"), _text("says_all", nullable=True),
        _text("detail"), _text("detail_all", nullable=True), _text("due", nullable=True),
        _text("late_from", nullable=True), sqlite_strict=True,
    )  # fmt: skip
    op.create_index("listed_in_order", "listed", ["list", "title", "late_from", "came", "place"])
    op.create_table("unlisted", _text("case_id", primary_key=True), sqlite_strict=True)
    op.execute("INSERT INTO unlisted (case_id) SELECT case_id FROM act WHERE version = 1")


def _integer(name: str, **more: Any) -> sql.Column[int]:
    return sql.Column(name, sql.Integer, nullable=False, autoincrement=False, **more)


def _text(name: str, **more: Any) -> sql.Column[str]:
    return sql.Column(name, sql.Text, nullable=more.pop("nullable", False), **more)
