"""Lines: what a table, an unclear point and a question are made of, each by itself."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from cimscore.policy import digest_of, member_digest, row_digest
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table

ALL = object()
"""Every line, and those still to come: what a variable lists."""


def lines_of(predicate: Predicate) -> Mapping[Hashable, str]:
    """Return the digest of each line of a predicate, by what selects it; none for what has no lines.

    The lines of a table are those of each key, of whatever time. Those of an unclear point are its readings, and
    those of a question the answers or codes that it allows. Yes and no are none: they never change.
    """
    match predicate:
        case Table(rows=rows):
            found: dict[Hashable, list[str]] = defaultdict(list)
            for row in rows:
                found[row.key].append(row_digest(row))
            return {key: digest_of(digests) for key, digests in found.items()}
        case Reading(id=id, readings=readings):
            return {member: digest_of([member_digest(id, member), words]) for member, words in readings.items()}
        case Question(id=id, codes=codes) if codes or issubclass(predicate.answers, enum.Enum):
            return {key: digest_of([member_digest(id, key), codes.get(key, "")]) for key in predicate.options}
        case _:
            return {}


def line_read(asked: Holds) -> Any:
    """Return what selects the one line that a condition reads, or `ALL` where it reads them all."""
    match asked.predicate:
        case Table() | Reading():
            selects = asked.terms[0]
        case Question():
            selects = asked.terms[-1]
        case _:
            return ALL
    return ALL if isinstance(selects, Variable | Attribute) else selects


def line_key(predicate: Predicate, selects: object) -> str:
    """Return the key of a line, for example ``table:approval/5-day``."""
    return f"{predicate.key}/{_name(selects)}"


def _name(selects: object) -> str:
    return ", ".join(map(_name, selects)) if isinstance(selects, tuple) else str(selects)
