"""Limits of what is read, shown and tried. They are part of the interface: the guide *Limits* lists each of them."""

from __future__ import annotations

from typing import Final

# What a case document may hold. What is beyond is refused, with its place and with how much is allowed.

LONGEST_DOCUMENT: Final = 1_000_000
"""Characters of a document; one of two hundred people has a tenth of it."""
DEEPEST_NESTING: Final = 50
"""Levels of brackets and indents."""
MOST_ENTRIES: Final = 1_000
"""Entries of one list or mapping."""
MOST_CONCERNS: Final = 100
"""Concerns of one case. Each is weighed with every other, so they cost more than people do."""
LONGEST_ID: Final = 100
"""Characters of an id."""
LONGEST_NAME: Final = 200
"""Characters of a name, of an area, of a role, or of whatever else stands in the middle of a sentence."""
LONGEST_TEXT: Final = 10_000
"""Characters of any other text."""
FIRST_YEAR: Final = 1000
"""Year of the first day, so that no reckoning leaves the calendar."""
LAST_YEAR: Final = 2999
"""Year of the last day."""
OLDEST: Final = 130
"""Years of an age, beyond any ever recorded."""

# What a message tells. What is beyond is counted, or has no hint.

MOST_PROBLEMS_TOLD: Final = 200
"""Problems that one message lists; the error's `problems` holds them all."""
MOST_NAMES_COMPARED: Final = 300
"""Known names that are compared for one hint."""
LONGEST_NAME_COMPARED: Final = 60
"""Characters of a name for which there is a hint: a slip of the finger happens in a short one."""
MOST_LETTERS_COMPARED: Final = 20_000
"""Letters of all the names that are compared for the hints in one document."""

# What is tried while deciding. What is beyond stays provisional, and is marked as not proven.

MOST_POINTS_TRIED: Final = 200
"""Open points of which each answer is tried."""
MOST_PAIRS_TRIED: Final = 160
"""Pairs of answers that are tried on top of that."""
MOST_STEPS_WALKED: Final = 200_000
"""Steps from the conclusions down to the open points."""
MOST_DAYS_LISTED: Final = 1_000
"""Later days of a clock that comes again: weekly for nineteen years fits, and no moment makes it endless."""
