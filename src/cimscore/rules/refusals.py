"""What an author is told when something cannot be written so."""

from __future__ import annotations

from collections.abc import Sequence


class AuthorError(ValueError):
    """Something in a program that cannot be written so.

    Args:
        what: What it is about, with its place.
        found: What was found there.
        expected: What is expected instead.
        hint: What to do; empty where `expected` says it.
    """

    def __init__(self, what: str, found: str, expected: str, hint: str = "") -> None:
        self.what, self.found, self.expected, self.hint = what, found, expected, hint
        super().__init__(f"{what}: found {found}; expected {expected}{f'. {hint}' if hint else ''}")

    def __reduce__(self) -> tuple[type[AuthorError], tuple[str, str, str, str]]:
        return type(self), (self.what, self.found, self.expected, self.hint)


class SeveralRefusals(ValueError):
    """Everything that is wrong with a program, at once.

    Args:
        refusals: Each of them.
    """

    def __init__(self, refusals: Sequence[AuthorError]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(f"- {refusal}" for refusal in self.refusals))

    def __reduce__(self) -> tuple[type[SeveralRefusals], tuple[tuple[AuthorError, ...]]]:
        return type(self), (self.refusals,)
