"""Unknown, the one value that says that something is not known."""

from __future__ import annotations

import enum
from typing import Final


class Unknown(enum.Enum):
    """The type of `UNKNOWN`. Unknown is never the same as no."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
