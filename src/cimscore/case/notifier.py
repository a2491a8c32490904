"""The notifier's identity, which no rule, trace, digest, picture or error may give away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, final

from cimscore.errors import CimsError


class WithheldError(CimsError):
    """The notifier was left behind when the case crossed to another process: read the document there."""


@final
class Protected:
    """Holds what must not be shown; equal to every other, empty in every text, out of every digest.

    Two cases that differ only in what is protected are equal, so that nothing computed from a
    case can depend on it. A copy within the process keeps the value. A pickle does not hold it:
    on the other side, `reveal` raises an error instead of answering with nothing.
    """

    __slots__ = ("__reveal",)

    def __init__(self, value: object) -> None:
        # Kept in a function, so that no look at the attributes shows it.
        self.__reveal: Callable[[], object] = lambda: value

    def reveal(self) -> object:
        """Return the protected value. Use it only to write the notifier field of a record, on explicit request.

        Raises:
            WithheldError: It was not taken along from another process.
        """
        return self.__reveal()

    def __repr__(self) -> str:
        return "Protected()"

    # All protected values are equal. Otherwise comparing two cases would tell if their notifiers are the same.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Protected)

    def __hash__(self) -> int:
        # The hash of the class, not of the value: a hash can be guessed by trying names.
        return hash(Protected)

    # A copy would hold the value a second time.
    def __copy__(self) -> Protected:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Protected:
        return self

    # Nothing of the value goes into a pickle.
    def __getstate__(self) -> None:
        return None

    def __reduce__(self) -> tuple[Callable[[], Protected], tuple[()]]:
        return _withheld, ()


def _withheld() -> Protected:
    """Build a placeholder for a protected value that was sent to another process."""
    protected = Protected(None)
    # A placeholder that stays silent would read as "no notifier". It must refuse instead.
    object.__setattr__(protected, "_Protected__reveal", _refuse)
    return protected


def _refuse() -> object:
    raise WithheldError("The notifier does not cross from one process to another. Read the case document again here.")


NOBODY: Final = Protected(None)
