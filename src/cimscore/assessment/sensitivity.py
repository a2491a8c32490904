"""Readings: choosing them, and telling which of them would change a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from cimscore.assessment.differences import Difference, differences
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.rulebook import Rulebook

if TYPE_CHECKING:
    from cimscore.assessment.assessing import Assessment, Inputs


@attrs.frozen(kw_only=True)
class Sensitive:
    """A reading that would change the case.

    Attributes:
        interpretation: ``program/id`` of the unclear point.
        question: What is unclear.
        taken: The reading in force.
        other: The other reading.
        meaning: What the other reading means.
        changes: What would differ by it.
    """

    interpretation: str
    question: str
    taken: str
    other: str
    meaning: str
    changes: tuple[Difference, ...]


def chosen_readings(rulebook: Rulebook, choices: Mapping[str, str]) -> dict[str, Any]:
    """The reading in force of every interpretation: those taken, but for the caller's choices.

    Raises:
        UnknownNameError: An interpretation or reading is not known.
    """
    chosen = {name: interpretation.taken for name, interpretation in rulebook.interpretations.items()}
    for name, choice in choices.items():
        if name not in chosen:
            raise UnknownNameError("interpretation", name, chosen, did_you_mean(name, chosen))
        readings = {str(reading): reading for reading in rulebook.interpretations[name].readings}
        if choice not in readings:
            raise UnknownNameError(f"reading of {name}", choice, readings, did_you_mean(choice, readings))
        chosen[name] = readings[choice]
    return chosen


def sensitive(assessment: Assessment, inputs: Inputs) -> tuple[Sensitive, ...]:
    """Every other reading of a point this case touches that would change a conclusion."""
    found = []
    for name in sorted(assessment.consulted):
        interpretation = inputs.rulebook.interpretations[name]
        taken = str(inputs.readings.get(name, interpretation.taken))
        for other, meaning in interpretation.readings.items():
            if str(other) == taken:
                continue
            then = attrs.evolve(inputs, readings={**inputs.readings, name: str(other)}).assess()
            changes = differences(assessment, then)
            if changes:
                found.append(
                    Sensitive(
                        interpretation=name, question=interpretation.question, taken=taken,
                        other=str(other), meaning=meaning, changes=changes,
                    )
                )  # fmt: skip
    return tuple(found)
