"""Supposing that a fact which a case states were otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.household_graph import without_fact
from cimscore.household_graph.facts import Facts
from cimscore.reasoning.situation.notes import Notes, Row
from cimscore.reasoning.situation.reading import Asked, written_down


@attrs.frozen
class Reopened:
    """Case in which a stated fact has been left open.

    Attributes:
        asked: The case without the fact.
        notes: Its statements, and its open facts.
        stated: The stated value of each newly open fact.
    """

    asked: Asked
    notes: Notes
    stated: Mapping[str, Any]


def reopened(asked: Asked, address: str, before: Facts[Row]) -> Reopened:
    """Return the case with a stated fact, and the facts connected with it, left open.

    Args:
        asked: The case.
        address: Address of the fact, for example ``born@flo``.
        before: Statements of the case.

    Raises:
        KeyError: The case states no such fact.
    """
    without = attrs.evolve(asked, case=without_fact(asked.case, address))
    notes = written_down(without)
    if address not in notes.facts.open:
        raise KeyError(address)
    opened = sorted(notes.facts.open.keys() - before.open.keys())
    return Reopened(without, notes, {fact: _stated(notes, fact, before) for fact in opened})


def _stated(notes: Notes, address: str, before: Facts[Row]) -> Any:
    """Return the value of a fact that fits best what the case said before the fact was taken out."""
    for (key, things), at in notes.spans.items():
        if at == address:
            known = (row for row in before.stated if row[0] == key and row[1][:-1] == things[:-1])
            return next((row[1][-1] for row in known), things[-1])
    fit = dict.fromkeys(notes.facts.open[address].values, 0)
    for row, ways in notes.facts.needs.items():
        for way in ways:
            if len(way) == 1 and way[0][0] == address:
                for value in way[0][1]:
                    fit[value] += 1 if row in before.stated else -1
    # Of equals the first, so that every process supposes the same value.
    return max(fit, key=lambda value: fit[value])
