"""Reading the cases one after another, and the reason why one of them is not decided."""

from __future__ import annotations

import io
import traceback
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.case import Case
from cimscore.composition import refusing_left_out, vocabulary_of
from cimscore.errors import CimsError, DocumentError, Problem, RulebookError
from cimscore.many.lines import CaseLine
from cimscore.rulebook import Rulebook
from cimscore.wire import read_case_text
from cimscore.wire.text import text_from

_JSON: Final = "the line.json"
REFUSED: Final = "refused"
BROKEN: Final = "broken"


class CaseReader:
    """Reads cases by one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._vocabulary = vocabulary_of(rulebook)

    def case(self, line: CaseLine) -> Case:
        """Return a case that was handed over.

        Raises:
            DocumentError: It cannot be read.
            RulebookError: It names a program that is left out.
        """
        if isinstance(line.case, Path):
            return self._rulebook.read_case(line.case)
        with refusing_left_out(self._rulebook):
            return read_case_text(text_from(io.BytesIO(line.case), _JSON), self._vocabulary, name=_JSON)


def why_not(error: Exception) -> tuple[str, dict[str, Any]]:
    """Return the state of a case that is not decided, and the reason: each problem with its place, or one sentence."""
    if isinstance(error, DocumentError):
        return REFUSED, {"because": "document", "problems": [_problem(problem) for problem in error.problems]}
    if isinstance(error, CimsError):
        return REFUSED, {"because": "program" if isinstance(error, RulebookError) else "request", "says": str(error)}
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    return BROKEN, broken(
        f"A mistake in cimscore itself ({type(error).__name__} in {where}). Please report this sentence."
    )


def broken(what: str) -> dict[str, Any]:
    """Return why a case is decided nowhere, for a reason that is not its own.

    Args:
        what: What happened, as a sentence that holds nothing of the case.
    """
    return {"because": BROKEN, "says": what}


def _problem(problem: Problem) -> dict[str, Any]:
    kept = attrs.asdict(problem, filter=lambda _, value: value not in ("", 0, ()))
    return {**kept, "says": str(problem)}
