"""Worked examples: case documents that show clauses at work, with what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.case import Case, Moment


@attrs.frozen(kw_only=True)
class Expected:
    """What a worked example is expected to give: each part that is named is checked exactly, the others not at all.

    A line that holds only by the working answers ends in `` (provisional)``; any other line is certain.

    Attributes:
        conclusions: By the id of a conclusion, each group of things of which it holds, as in ``ari, notification:north,
            subject child``; ``case`` where it is about the case as a whole. Editions are named ``source, edition``.
        duties: By what they are owed for, as in ``notification:north``, each duty as a sentence.
        clocks: By the clock and its things, as in ``approve, c1, ari``, the day; ``waiting`` before it runs. All
            clocks of the decision are named; None when they are not checked.
        asks: The addresses of exactly the questions that are open; None when that is not checked.
        state: How far the decision has come; those of several programs joined by commas. Empty when not checked.
    """

    conclusions: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    duties: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    clocks: Mapping[str, str] | None = None
    asks: tuple[str, ...] | None = None
    state: str = ""


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
        at: The moment for which it is decided; None where no moment is chosen.
        readings: Readings chosen for it.
        expect: What it is expected to give.
    """

    id: str
    package: str
    title: str
    shows: tuple[str, ...]
    case: Case
    text: str
    at: Moment | None
    readings: Mapping[str, str]
    expect: Expected
