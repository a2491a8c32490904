"""Clauses that set a time and that no clock counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cimscore.policy import Disposition

_TIME: Final = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty|sixty|ninety|hundred|an?|next)"
    r"[ -](further )?(business |calendar |working )?(hours?|days?|weeks?|months?)\b",
    re.IGNORECASE,
)


def needs_a_clock(disposition: Disposition, text: str, rules: Iterable[str]) -> bool:
    """Return True if rules carry out a clause that names a time, and no clock rests on it.

    Args:
        disposition: What became of the clause.
        text: The clause in our words.
        rules: Addresses of the rules that rest on it.
    """
    addresses = tuple(rules)
    counted = any(address.split("/")[1:2] == ["clock"] for address in addresses)
    return bool(addresses) and disposition.by_rules and not counted and _TIME.search(text) is not None
