"""Cases of a register, handed to whoever decides many of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cimscore.errors import DocumentError
from cimscore.many import CaseLine, Input
from cimscore.register.audit.chain import Kind
from cimscore.register.kept.standing import case_as_it_stands
from cimscore.register.register import Register
from cimscore.wire import write_case


def cases_in_register(register: Register) -> Input:
    """Return the cases of a register as they stand, without their notifiers, in the order in which they came in.

    Args:
        register: The register, which stays open until the last of them is read.
    """
    ids = register.cases()
    return Input(_lines(register, ids), len(ids))


def _lines(register: Register, ids: tuple[str, ...]) -> Iterator[CaseLine]:
    for number, id in enumerate(ids, 1):
        yield CaseLine(number, _document(register, id).encode(), number, reference=id)


def _document(register: Register, id: str) -> str:
    """Return a case as it stands, as text in JSON; a document that cannot be read any more as it was handed in."""
    history = register.history(id)
    if history.of_kind(Kind.MOVE):
        try:
            return json.dumps(write_case(case_as_it_stands(history, register.rulebook)))
        except DocumentError:
            pass  # Whoever decides it is told why, for they read it too.
    return history.document
