"""Problems of one plugin, gathered while it is loaded: every problem by itself, with its file and line."""

from __future__ import annotations

import traceback
from typing import Final

import attrs

from cimscore.errors import Problem, RulebookError, SeveralProblems
from cimscore.plugins.miscalled import miscalled
from cimscore.rules import AuthorError
from cimscore.rules.refusals import SeveralRefusals

FAILURES: Final = (Exception, SystemExit, GeneratorExit)
"""What a plugin's code may raise; to interrupt the program is left to people."""


@attrs.frozen
class Noted:
    """Problems of one plugin, and the errors behind them.

    Attributes:
        name: The plugin's name.
        package: Importable name of its package; empty if it is no module.
        problems: The problems.
        causes: The errors that its code raised.
    """

    name: str
    package: str
    problems: list[Problem] = attrs.field(factory=list)
    causes: list[BaseException] = attrs.field(factory=list)

    def problem(self, where: str, found: str, expected: str, hint: str = "") -> None:
        """Note a problem; `where` is a place in the plugin, empty for the plugin itself."""
        place = f"plugin {self.name}{f', {where}' if where else ''}"
        self.problems.append(Problem(where=place, found=found, expected=expected, hint=hint))

    def failed(self, error: BaseException, where: str, expected: str, hint: str = "") -> None:
        """Note an error that the plugin's code has raised.

        Args:
            error: The error.
            where: What was called; empty for an import.
            expected: What it should have done.
            hint: What to do.
        """
        self.causes.append(error)
        place = _place(error, self.package)
        match error:
            case SeveralProblems(problems=problems):
                self.problems.extend(
                    attrs.evolve(problem, where=f"plugin {self.name}, {problem.where}") for problem in problems
                )
            case SeveralRefusals(refusals=refusals):
                for refusal in refusals:
                    self.problem(refusal.what, refusal.found, refusal.expected, refusal.hint)
            case AuthorError(what=what):
                self.problem(f"{place} {what}".strip(), error.found, error.expected, error.hint)
            case _:
                at = ", ".join(filter(None, (where, place)))
                plainly = (f"{type(error).__name__}: {error}", expected, "" if place else hint)
                found, expected, hint = miscalled(error) or plainly
                # Every hook that imports a module meets the mistake in it. It is told once, by its place.
                if not (place and any(p.found == found and p.where.endswith(place) for p in self.problems)):
                    self.problem(at, found, expected, hint)

    @property
    def error(self) -> RulebookError:
        """Return everything as one error, that comes from those of the plugin."""
        error = RulebookError(self.problems)
        if self.causes:
            error.__cause__ = BaseExceptionGroup(f"errors in the plugin {self.name}", self.causes)
        return error


def _place(error: BaseException, package: str) -> str:
    """Return the last file and line of the plugin on the way to an error; empty if it never got there."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename.rpartition('/')[2]}:{error.lineno}"
    # The frame deepest in the plugin is where its author has to look, not where the host called it.
    places = [
        f"{frame.f_code.co_filename.rpartition('/')[2]}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
        if package and str(frame.f_globals.get("__name__", "")).partition(".")[0] == package
    ]
    return places[-1] if places else ""
