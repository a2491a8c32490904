"""Cases of a register, handed to whoever decides many of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cimscore.case import Moment
from cimscore.errors import DocumentError
from cimscore.many import CaseLine, Input
from cimscore.register.audit.chain import Kind
from cimscore.register.kept.history import History
from cimscore.register.kept.standing import case_as_it_stands
from cimscore.register.register import Register
from cimscore.rulebook import Rulebook
from cimscore.wire import write_case


def cases_in_register(register: Register, *, as_of_last_entry: bool = False) -> Input:
    """Return the cases of a register as they stand, without their notifiers, in the order in which they came in.

    Args:
        register: The register, which stays open until the last of them is read.
        as_of_last_entry: True to decide each case for the moment of its last entry, unless one is chosen for all.
    """
    ids = register.cases()
    return Input(_lines(register, ids, as_of_last_entry), len(ids))


def _lines(register: Register, ids: tuple[str, ...], as_of_last_entry: bool) -> Iterator[CaseLine]:
    for number, id in enumerate(ids, 1):
        history = register.history(id)
        at = Moment(max(act.known for act in history.acts if act.version is not None)) if as_of_last_entry else None
        yield CaseLine(number, _document(history, register.rulebook).encode(), number, reference=id, at=at)


def _document(history: History, rulebook: Rulebook) -> str:
    """Return a case as it stands, as text in JSON; a document that cannot be read any more as it was handed in."""
    if history.of_kind(Kind.MOVE):
        try:
            return json.dumps(write_case(case_as_it_stands(history, rulebook)))
        except DocumentError:
            pass  # Whoever decides it is told why, for they read it too.
    return history.document
