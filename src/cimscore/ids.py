"""Names of things: what an id may be, and what was probably meant by an unknown one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

CASE: Final = "case"
ELSEWHERE: Final = "elsewhere"
RESERVED: Final = frozenset({CASE, ELSEWHERE, "unknown"})

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RECORD = re.compile(
    r"(?P<kind>[A-Za-z0-9][A-Za-z0-9._-]*):(?P<of>[A-Za-z0-9][A-Za-z0-9._-]*)(?:/(?P<focus>[A-Za-z0-9][A-Za-z0-9._-]*))?"
)


def is_id(text: str) -> bool:
    """Whether `text` may name a person, household or concern (so it is free of ``@ : / +``)."""
    return _ID.fullmatch(text) is not None and text not in RESERVED


def split_record_address(text: str) -> tuple[str, str, str] | None:
    """The kind, the thing and the focus of a record address ``kind:of[/focus]``, or None if it is none."""
    match = _RECORD.fullmatch(text)
    return (match["kind"], match["of"], match["focus"] or "") if match else None


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant; empty where none is near."""
    return next(iter(difflib.get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)), "")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known name, or else with all of them while they are few."""
    names = sorted(set(known))
    near = nearest(name, names)
    if near:
        return f"Did you mean {near!r}?"
    return f"Known: {', '.join(names)}." if 0 < len(names) <= 12 else ""
