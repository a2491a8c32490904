"""The notifier's identity, which no rule, trace, digest, picture or error may give away."""

from __future__ import annotations

from typing import final


@final
class Protected:
    """Holds what must not be shown; equal to every other, empty in every text, out of every digest.

    Two cases that differ only in what is protected are equal, so that nothing computed from a
    case can depend on it.
    """

    __slots__ = ("__value",)

    def __init__(self, value: object) -> None:
        self.__value = value

    def reveal(self) -> object:
        """The protected value: only for writing the notifier field of a record, on explicit request."""
        return self.__value

    def __repr__(self) -> str:
        return "Protected()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Protected)

    def __hash__(self) -> int:
        return hash(Protected)

    def __reduce__(self) -> tuple[type[Protected], tuple[None]]:
        return Protected, (None,)
