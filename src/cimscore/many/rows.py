"""One row for each case: its assessment, or the reason why there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

import attrs

from cimscore.assessment import Assessment, DecisionState, assess, assessment_document
from cimscore.many.choices import Choices
from cimscore.many.lines import CaseLine
from cimscore.many.reading import BROKEN, CaseReader, broken, why_not
from cimscore.rulebook import Rulebook

FORMAT: Final = "row/1"
FAILED: Final = "failed"


@attrs.frozen
class CaseRow:
    """Result of one case.

    Attributes:
        number: Place of the case in the input, from 1.
        state: State of its decisions, that of the least decided: *final*, *provisional* or *incomplete*. Besides:
            *failed* where a plugin failed, *refused* where the document cannot be decided, *broken* where cimscore or
            the process itself did.
        text: The row as a line of JSON, in ASCII and without its end.
    """

    number: int
    state: str
    text: str

    @property
    def document(self) -> dict[str, Any]:
        """Return the row as plain values."""
        document: dict[str, Any] = json.loads(self.text)
        return document


class Deciding:
    """Decides cases by one rulebook, each for itself: whatever is wrong with one stops no other."""

    def __init__(self, rulebook: Rulebook, under: Choices) -> None:
        self._rulebook = rulebook
        self._reader = CaseReader(rulebook)
        self._under = under

    def row(self, line: CaseLine) -> CaseRow:
        """Return the row of one case."""
        under = attrs.asdict(self._under, recurse=False) | {"at": self._under.at_for(line)}
        try:
            return _decided(line, assess(self._reader.case(line), self._rulebook, **under))
        except Exception as error:  # noqa: BLE001 - the other cases go on, whatever happened to this one
            state, reason = why_not(error)
            return _row(line, state, {"refused": reason})


def broken_row(line: CaseLine, what: str) -> CaseRow:
    """Return the row of a case that is decided nowhere, for a reason that is not its own.

    Args:
        line: The case.
        what: What happened, as a sentence that holds nothing of the case.
    """
    return _row(line, BROKEN, {"refused": broken(what)})


def _decided(line: CaseLine, assessment: Assessment) -> CaseRow:
    states = {decision.state for decision in assessment.decisions}
    least = next((state.value for state in reversed(DecisionState) if state in states), FAILED)
    document = assessment_document(assessment.case, assessment.decisions, assessment.failures)
    return _row(line, FAILED if assessment.failures else least, {"assessment": document})


def _row(line: CaseLine, state: str, holds: Mapping[str, Any]) -> CaseRow:
    named = {"file": line.name, "reference": line.reference}
    known = {key: name for key, name in named.items() if name}
    document = {"format": FORMAT, "number": line.number, **known, "state": state, **holds}
    return CaseRow(line.number, state, json.dumps(document, ensure_ascii=True, separators=(",", ":")))
