"""Changes that another answer or reading makes, in words: what comes, what goes, and what only has another day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_BETWEEN: Final = ": "


def change_in_words(adds: Sequence[str], takes: Sequence[str]) -> list[str]:
    """Return each change once: a thing that is brought anew with another day says both days.

    Args:
        adds: What holds then, such as ``report it: Friday 7 March 2025``.
        takes: What no longer does.
    """
    before = {words.partition(_BETWEEN)[0]: words for words in takes if _BETWEEN in words}
    found, said = list[str](), set[str]()
    for words in adds:
        thing = words.partition(_BETWEEN)[0]
        old = before.pop(thing, "") if _BETWEEN in words else ""
        said.add(old)
        found.append(f"{words}, not {old.partition(_BETWEEN)[2]}" if old else words)
    return [*found, *(f"no longer: {words}" for words in takes if words not in said)]
