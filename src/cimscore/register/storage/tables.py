"""Tables of a register.

`entry` is the chain, and holds nothing about anybody. Everything else of an entry stands in rows of the same number,
and its seal covers them all. Rows are only ever added; the head alone
changes, and what is derived.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

TABLES: Final = MetaData()


def _table(name: str, *parts: Any) -> Table:
    return Table(name, TABLES, *parts, sqlite_strict=True)


def _number(of: str) -> Column[int]:
    return Column("number", Integer, ForeignKey(f"{of}.number"), primary_key=True, autoincrement=False)


def _text(name: str, **more: Any) -> Column[str]:
    return Column(name, Text, nullable=more.pop("nullable", False), **more)


HEAD: Final = _table(
    "head",
    Column("id", Integer, CheckConstraint("id = 1", name="one_head"), primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    _text("digest"),
)
"""The number and digest of the last entry, in the one row that every writer locks."""
ENTRY: Final = _table(
    "entry",
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("at"),
    _text("seal"),
    _text("digest", unique=True),
)
ACT: Final = _table(
    "act",
    _number("entry"),
    _text("case_id"),
    Column("version", Integer),
    _text("person"),
    _text("role"),
    _text("salt"),
    UniqueConstraint("case_id", "version", name="one_act_for_each_version"),
)
"""Who did what of which case, as which role. Each act makes a new version of the case, but a look at the notifier."""
DOCUMENT: Final = _table("document", _number("act"), _text("text"), _text("notifier_seal"))
DECISION: Final = _table("decision", _number("act"), _text("program", primary_key=True), _text("text"))
MOVE: Final = _table(
    "move",
    _number("act"),
    _text("record"),
    _text("move"),
    _text("happened"),
    _text("reason", nullable=True),
    _text("unit", nullable=True),
)
ANSWER: Final = _table(
    "answer", _number("act"), _text("record"), _text("unit"), _text("answer"), _text("reason", nullable=True)
)
"""What a unit said to a record that was handed over to it, or that nobody had."""
READING: Final = _table("reading", _number("act"), _text("purpose"))
"""A look at the notifier of a case."""
VAULT: Final = _table("vault", _number("document"), _text("salt"), _text("text"))
"""The notifier of each document. There is a row for each, whether or not a notifier was named."""
LISTED: Final = _table(
    "listed",
    _text("case_id", primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("came", Integer, nullable=False),
    *(_text(name) for name in ("list", "title", "program", "thing", "says")),
    _text("says_all", nullable=True),
    _text("detail"),
    *(_text(name, nullable=True) for name in ("detail_all", "due", "late_from")),
    Index("listed_in_order", "list", "title", "late_from", "came", "place"),
)
"""What the lists hold of each case. It follows from the last decision, and is put in the place of what was there."""
UNLISTED: Final = _table("unlisted", _text("case_id", primary_key=True))
"""The cases whose rows in the lists are still to be made."""
TALLY: Final = _table(
    "tally",
    *(_text(name, primary_key=True) for name in ("list", "title", "day")),
    Column("many", Integer, nullable=False),
)
"""How many rows the lists hold, by list, title and the day from which a row is late; the day is empty without one."""
DERIVED: Final = (LISTED, UNLISTED, TALLY)
"""The tables that can be made anew from the others. The chain does not cover them."""
SEALED: Final = (ACT, ANSWER, DECISION, DOCUMENT, MOVE, READING)
"""The tables whose rows the seal of an entry covers. Of the vault it covers the seal that the document has."""
