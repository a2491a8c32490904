"""One row for each case: its assessment, or the reason why there is none."""

from __future__ import annotations

import io
import json
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.assessment import Assessment, DecisionState, assess, assessment_document
from cimscore.case import Case, Moment
from cimscore.composition import refusing_left_out, vocabulary_of
from cimscore.errors import CimsError, DocumentError, Problem, RulebookError
from cimscore.many.lines import CaseLine
from cimscore.rulebook import Rulebook
from cimscore.wire import read_case_text
from cimscore.wire.text import text_from

FORMAT: Final = "row/1"
_JSON: Final = "the line.json"


@attrs.frozen(kw_only=True)
class Choices:
    """Choices for deciding the cases; see `cimscore.assess`."""

    at: Moment | None = None
    readings: Mapping[str, Any] | None = None
    editions: Mapping[str, str] | None = None
    programs: tuple[str, ...] | None = None


REFUSED: Final = "refused"
FAILED: Final = "failed"
BROKEN: Final = "broken"


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

    def __init__(self, rulebook: Rulebook, chosen: Choices) -> None:
        self._rulebook = rulebook
        self._vocabulary = vocabulary_of(rulebook)
        self._chosen = attrs.asdict(chosen, recurse=False)

    def row(self, line: CaseLine) -> CaseRow:
        """Return the row of one case."""
        try:
            return _decided(line, assess(self._case(line), self._rulebook, **self._chosen))
        except CimsError as error:
            return _row(line, REFUSED, {"refused": _refusal(error)})
        except Exception as error:  # noqa: BLE001 - the other cases go on, whatever happened to this one
            return broken_row(line, _mistake(error))

    def _case(self, line: CaseLine) -> Case:
        if isinstance(line.case, Path):
            return self._rulebook.read_case(line.case)
        with refusing_left_out(self._rulebook):
            return read_case_text(text_from(io.BytesIO(line.case), _JSON), self._vocabulary, name=_JSON)


def broken_row(line: CaseLine, what: str) -> CaseRow:
    """Return the row of a case that is decided nowhere, for a reason that is not its own.

    Args:
        line: The case.
        what: What happened, as a sentence that holds nothing of the case.
    """
    return _row(line, BROKEN, {"refused": {"because": BROKEN, "says": what}})


def _decided(line: CaseLine, assessment: Assessment) -> CaseRow:
    states = {decision.state for decision in assessment.decisions}
    least = next((state.value for state in reversed(DecisionState) if state in states), FAILED)
    document = assessment_document(assessment.case, assessment.decisions, assessment.failures)
    return _row(line, FAILED if assessment.failures else least, {"assessment": document})


def _refusal(error: CimsError) -> dict[str, Any]:
    """Return the reason why a case is refused: each problem with its place, or one sentence."""
    if isinstance(error, DocumentError):
        return {"because": "document", "problems": [_problem(problem) for problem in error.problems]}
    return {"because": "program" if isinstance(error, RulebookError) else "request", "says": str(error)}


def _problem(problem: Problem) -> dict[str, Any]:
    kept = attrs.asdict(problem, filter=lambda _, value: value not in ("", 0, ()))
    return {**kept, "says": str(problem)}


def _mistake(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    return f"A mistake in cimscore itself ({type(error).__name__} in {where}). Please report this sentence."


def _row(line: CaseLine, state: str, holds: Mapping[str, Any]) -> CaseRow:
    named = {"file": line.name, "reference": line.reference}
    known = {key: name for key, name in named.items() if name}
    document = {"format": FORMAT, "number": line.number, **known, "state": state, **holds}
    return CaseRow(line.number, state, json.dumps(document, ensure_ascii=True, separators=(",", ":")))
