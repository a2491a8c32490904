"""Digests of the parts of a policy, each by itself, so that a change alarms only what reads that part."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from cimscore.policy.clauses import Clause, ClauseText, wording
from cimscore.policy.passages import normalise
from cimscore.policy.tables import Row


def digest_of(parts: Iterable[str]) -> str:
    """Return a digest of texts, in order: the first 16 hex digits of SHA-256 over their lengths and contents."""
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode()
        hasher.update(f"{len(data)}:".encode())
        hasher.update(data)
    return hasher.hexdigest()[:16]


def statement_digest(clause: Clause) -> str:
    """Return the digest of a clause in our words, over each edition that changed it.

    An edition that inherits the clause changes nothing, and neither does a new place in the document. A review stays
    valid until the clause changes its text or is removed.
    """
    return digest_of([*_statements(clause), *([f"gone {clause.gone}"] if clause.gone else [])])


def passages_digest(clause: Clause) -> str:
    """Return the digest of the source's own passages behind a clause; empty if the document is not held."""
    anchors = [anchor.digest for text in changes(clause) for anchor in text.anchors]
    return digest_of(anchors) if anchors else ""


def clause_digest(clause: Clause) -> str:
    """Return the digest of a clause: what it says in our words, and the source's own passages."""
    return digest_of([clause.id, statement_digest(clause), passages_digest(clause)])


def changes(clause: Clause) -> tuple[ClauseText, ...]:
    """Return what a clause says and said, without the texts that differ from the one before in their place alone."""
    kept: list[ClauseText] = []
    for text in clause.texts:
        if not kept or wording(text) != wording(kept[-1]):
            kept.append(text)
    return tuple(kept)


def row_digest(row: Row[Any, Any]) -> str:
    """Return the digest of one row of a table."""
    dates = [f"{name} {date}" for name, date in (("since", row.since), ("until", row.until)) if date is not None]
    return digest_of(["row", _content(row.key), _content(row.value), row.clause, *dates])


def member_digest(question: str, member: object) -> str:
    """Return the digest of one answer that a question allows.

    Args:
        question: The question's id.
        member: The answer.
    """
    return digest_of(["member", question, _content(member)])


def _statements(clause: Clause) -> Iterator[str]:
    for text in changes(clause):
        yield from (text.since, normalise(text.text), text.disposition)
        yield from (f"subject {normalise(text.subject)}",) if text.subject else ()
        yield from (f"modality {text.modality}",) if text.modality else ()
        yield from (f"question {text.question}",) if text.question else ()
        yield from (f"missing {normalise(text.missing)}",) if text.missing else ()


def _content(value: object) -> str:
    """Return a value as text that shows all it holds.

    Raises:
        TypeError: Its text shows where in memory it is, which means nothing.
    """
    if isinstance(value, enum.Enum):
        return f"{type(value).__qualname__}.{value.name}={value.value!a}"
    if " at 0x" in repr(value):
        raise TypeError(f"the text of a {type(value).__qualname__} does not show what it holds: give it a repr")
    return ascii(value)
