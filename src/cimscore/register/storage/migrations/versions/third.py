"""Numbers of rows in the lists, so that nobody has to count them."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sql
from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"


def upgrade() -> None:
    """Make the table, and count what is listed already."""
    op.create_table(
        "tally",
        *(sql.Column(name, sql.Text, primary_key=True, nullable=False) for name in ("list", "title", "day")),
        sql.Column("many", sql.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO tally (list, title, day, many) "
        "SELECT list, title, coalesce(substr(late_from, 1, 10), ''), count(*) FROM listed GROUP BY 1, 2, 3"
    )
