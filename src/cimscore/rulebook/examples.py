"""Worked examples: case documents that show clauses at work, with what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.case import Case, Moment


@attrs.frozen(kw_only=True)
class WorkedExample:
    """A case with what its program is expected to decide.

    Attributes:
        id: The file's stem.
        package: The package that holds the file.
        title: What it shows, in one sentence.
        shows: Ids of the clauses it shows.
        case: The case.
        text: The case document as written.
        at: The moment to assess it for; None for the moment of receipt.
        readings: Readings chosen for it.
        expect: By topic and address, every summary expected; a topic or address not named is not checked.
        asks: The addresses of exactly the questions expected to be open; None when that is not checked.
    """

    id: str
    package: str
    title: str
    shows: tuple[str, ...]
    case: Case
    text: str
    at: Moment | None
    readings: Mapping[str, str]
    expect: Mapping[str, Mapping[str, tuple[str, ...]]]
    asks: tuple[str, ...] | None
