"""A case in its place in the input, and why it is not decided, if it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Self

import attrs

from cimscore.many.lines import CaseLine
from cimscore.many.reading import BROKEN, broken, why_not


@attrs.frozen(kw_only=True)
class PlacedCase:
    """A case in its place in the input.

    Attributes:
        number: Its place, from 1.
        name: What it is called there: its reference, its file, or its number.
        case: Its id; empty if it cannot be read.
        state: What became of it; *refused* or *broken* if it is not decided.
        refused: Why it is not decided.
    """

    number: int
    name: str
    case: str = ""
    state: str
    refused: Mapping[str, Any] = attrs.field(factory=dict)

    @classmethod
    def undecided(cls, line: CaseLine, error: Exception) -> Self:
        """Return a case that is not decided, with the reason."""
        state, reason = why_not(error)
        return cls(number=line.number, name=line.called, state=state, refused=reason)

    @classmethod
    def broken(cls, line: CaseLine, what: str) -> Self:
        """Return a case that is decided nowhere, for a reason that is not its own.

        Args:
            line: The case as it was handed over.
            what: What happened, as a sentence that holds nothing of the case.
        """
        return cls(number=line.number, name=line.called, state=BROKEN, refused=broken(what))


def line_of(document: Mapping[str, Any]) -> str:
    """Return plain values as a line of JSON, in ASCII and without its end."""
    return json.dumps(document, ensure_ascii=True, separators=(",", ":"))
