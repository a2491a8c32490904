"""The four grades of whatever holds: `CERTAIN`, `PROVISIONAL`, `POSSIBLE` and `NO`. A program's function may give one.

They have an order. That both hold has the smaller grade, that either does the larger, and what is denied has
``CERTAIN - grade``.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CERTAIN", "NO", "POSSIBLE", "PROVISIONAL"]

NO: Final = 0
"""It holds by no answer."""
POSSIBLE: Final = 1
"""It holds by another answer than the one that is worked with."""
PROVISIONAL: Final = 2
"""It holds by the working answers, and another answer may change that."""
CERTAIN: Final = 3
"""It holds whatever is answered."""
