"""Changes that another answer or reading makes, in words: what comes, what goes, and what only has another day."""

from __future__ import annotations

from collections.abc import Sequence

from cimscore.assessment.decision.words import act_and_day


def change_in_words(adds: Sequence[str], takes: Sequence[str]) -> list[str]:
    """Return each change once: a thing that is brought anew with another day says both days.

    Args:
        adds: What holds then, such as ``report it: Friday 7 March 2025``.
        takes: What no longer does.
    """
    before = {act: words for words in takes for act, day in (act_and_day(words),) if day}
    found, moved = list[str](), set[str]()
    for words in adds:
        act, day = act_and_day(words)
        old = before.pop(act, "") if day else ""
        moved.add(old)
        found.append(f"{words}, not {act_and_day(old)[1]}" if old else words)
    return [*found, *(f"no longer: {words}" for words in takes if words not in moved)]
