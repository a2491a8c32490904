"""Worked examples: case documents that show clauses at work, with what is expected of them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.case import Case, Moment


@attrs.frozen(kw_only=True)
class Expected:
    """Expected result of a worked example. Each part that is given is checked exactly; the others are not checked.

    A line that depends on working answers ends in `` (provisional)``. Any other line is certain.

    Attributes:
        conclusions: By the id of a conclusion, each group of things it applies to, for example ``ari,
            notification:north, subject child``; ``case`` if it is about the case as a whole. Editions are named
            ``source, edition``.
        duties: By the thing they are owed for, for example ``notification:north``, each duty as a sentence.
        clocks: By the clock and its things, for example ``approve, c1, ari``, the day; ``waiting`` before it starts.
            All clocks of the decision are listed; None if they are not checked.
        asks: Addresses of exactly the open questions; None if that is not checked.
        state: State of the decision; those of several programs are joined by commas. Empty if not checked.
    """

    conclusions: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    duties: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    clocks: Mapping[str, str] | None = None
    asks: tuple[str, ...] | None = None
    state: str = ""


@attrs.frozen(kw_only=True)
class WorkedExample:
    """Case with the decision that its program should make.

    Attributes:
        id: Stem of the file name.
        package: Package that holds the file.
        title: Point of the example, in one sentence.
        shows: Ids of the clauses that it shows.
        case: The case.
        text: Case document as written.
        at: Moment of the decision; None if no moment is chosen.
        readings: Readings chosen for it.
        expect: Expected result.
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
