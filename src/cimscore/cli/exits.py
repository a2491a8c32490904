"""Exit codes, and the errors that give each."""

from __future__ import annotations

import enum
from typing import Final

from cimscore.errors import CimsError, DocumentError, RulebookError, RuleFailure


class Exit(enum.IntEnum):
    """Meaning of the exit code for a script."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    UNDECIDED = 3
    DOCUMENT = 4
    RULEBOOK = 5
    FAILED = 6
    REFUSED = 7
    INTERNAL = 70
    UNWRITTEN = 74
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANING: Final = {
    Exit.DONE: "done; an assessment may still have open questions",
    Exit.PROBLEMS: "problems found (check, coverage), or nothing (where)",
    Exit.USAGE: "the command was not understood, or names something that does not exist",
    Exit.UNDECIDED: "the decision is not final, where --require-decided was given",
    Exit.DOCUMENT: "the case document, or another file named, cannot be read",
    Exit.RULEBOOK: "the rulebook cannot be built from the installed plugins",
    Exit.FAILED: "a plugin failed while assessing; what was found is printed all the same",
    Exit.REFUSED: "a register refuses a step: by the workflow, by what is approved, or because somebody was faster",
    Exit.INTERNAL: "a mistake in cimscore itself",
    Exit.UNWRITTEN: "standard output cannot be written, perhaps because the disk is full",
    Exit.INTERRUPTED: "interrupted",
    Exit.PIPE_CLOSED: "whoever read the output stopped reading",
}


def exit_for(error: CimsError) -> Exit:
    """Return the exit code for an error that was raised on purpose."""
    if isinstance(error, DocumentError):
        return Exit.DOCUMENT
    if isinstance(error, RuleFailure):
        return Exit.FAILED
    return Exit.RULEBOOK if isinstance(error, RulebookError) else Exit.USAGE


def exit_codes_in_words() -> str:
    """Return the table of exit codes that ``--help`` shows."""
    return "\n".join(["exit codes:", *(f"  {code.value:>3}  {meaning}" for code, meaning in MEANING.items())])
